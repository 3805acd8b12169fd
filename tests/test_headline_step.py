"""Which line of a page is the headline, and which only repeat it."""

import pytest

from newsnorm import normalize
from newsnorm.document import Document, Mark
from newsnorm.headlines.same import best_headline, group_headlines, same_headline
from newsnorm.steps.headline import headline

LONG_FORM = "Rain or shine at port: what all ferries must know"
STORY = "The harbour of Lakeport was closed on Monday after two days of rain, Ada Lindqvist, the mayor, said.\n"
LONG_TITLE = (
    "Lakeport Mayor Ada Lindqvist Says Old Harbour Will Stay Closed Until Every Bridge Between Ternmouth And The "
    "Island Is Safe"
)


def found(*lines: str, signed: str = "") -> tuple[str | None, list[str]]:
    """The headline of a page that starts with these lines, and its repeats; `signed` is marked as the byline."""
    text = "\n".join(lines) + "\n" + STORY
    doc = Document(text)
    if signed:
        start = text.index(signed)
        doc = doc.add([Mark(start, start + len(signed), "byline", "mine:by")])
    marks = list(headline(doc))
    chosen = [text[mark.start : mark.end] for mark in marks if mark.kind == "headline"]
    repeats = [text[mark.start : mark.end] for mark in marks if mark.kind == "headline_repeat"]
    return (chosen[0] if chosen else None), repeats


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Rain floods the old port"], "Rain floods the old port"),
        (["Port news", "Rain floods the old port"], "Rain floods the old port"),  # a section's label above
        (["Rain floods port", "Monday"], "Rain floods port"),  # three words, and no title follows
        (["Rain floods port. The mayor goes home"], "Rain floods port. The mayor goes home"),  # two sentences, no end
        (["Rain floods port. The mayor goes home", "Two boats sink off Ternmouth"], "Two boats sink off Ternmouth"),
        (["Rain floods port. The mayor went home."], None),
        (["«Rain has flooded the port»"], "«Rain has flooded the port»"),
        (["Rain floods the port of «Lakeport»"], "Rain floods the port of «Lakeport»"),  # the quote's end, no arrow
        (["More about the port of «Lakeport» »"], None),
        (["Ada Lindqvist: «It rained. We wait»", "Two boats sink off Tern"], "Ada Lindqvist: «It rained. We wait»"),
        (["Sport", "Weather"], None),
        ([LONG_TITLE], LONG_TITLE),  # longer than a sentence, and nothing speaks for it but its capitals
        (["Sport", LONG_TITLE.capitalize()], None),
        (["Rain floods the old port | Lakeport Herald", "Rain floods the old port"], "Rain floods the old port"),
        # a prompt that is printed twice is no headline, the page's title is
        (["Rain floods the port - Herald", "Log in to see all of it", "Rain floods the port"], "Rain floods the port"),
        # a title that says more behind its colon, and its first part above a box; not a site's name
        ([LONG_FORM, "Rain or shine at port"], LONG_FORM),
        (["Rain floods the old port: Lakeport Herald", "Rain floods the old port"], "Rain floods the old port"),
        # a title longer than most below a menu's lines, its summary without a full stop
        (["Watch", LONG_TITLE.capitalize(), "The mayor is at the bridge"], LONG_TITLE.capitalize()),
        # sections glued to the title, and to each other
        (["HomeNewsRain floods the old port", "Rain floods the old port"], "Rain floods the old port"),
        (["NewsLocal NewsOld Port", "Rain floods the old port"], "Rain floods the old port"),
        # a title that stands twice, below a station's name and a day; a paper's name with its article above
        (["Old Port FM", "Rain floods the old port", "Rain floods the old port"], "Rain floods the old port"),
        (["The Old Port Herald", "Rain floods the old port"], "Rain floods the old port"),
        (["雨で古い港が浸水した_湖港新聞", "雨で古い港が浸水した"], "雨で古い港が浸水した"),
    ],
)  # fmt: skip
def test_the_headline_is_chosen(lines: list[str], expected: str | None) -> None:
    """Labels, sites' names and prompts are told from the title."""
    assert found(*lines)[0] == expected


def test_a_title_on_the_very_top_and_once_more() -> None:
    """A live page's posts have titles and bylines of their own."""
    title, post = "As it happened: rain on Monday", "Two boats sink off Ternmouth pier"
    assert found(title, title, post, "By Jane Ronan", signed="By Jane Ronan") == (title, [title])


def test_the_line_above_the_byline() -> None:
    """A byline shows which of several titles is the story's; a summary stands below it."""
    teaser, title, summary = (
        "Two boats sink off Ternmouth pier",
        "Rain floods the old port",
        "Ferries stay in and the mayor asks for help from the capital",
    )
    assert found(teaser, "Weather", "Sport", title, "By Ada", signed="By Ada")[0] == title
    assert found(teaser, "Weather", "Sport", title, summary, "By Ada", signed="By Ada")[0] == title
    assert found(teaser, "Weather", "Sport", title)[0] == teaser


TOLD = "The rain floods the old port in the north of Lakeport. The mayor asks people to take the bus"


def test_two_sentences_above_the_byline_are_a_title() -> None:
    """Romanian headlines are often two sentences: long ones look like a paragraph that lost its full stop."""
    assert found("Event", TOLD, "By Jane Ronan", signed="By Jane Ronan")[0] == TOLD
    assert found("Event", "Lakeport floods again. What the mayor says now", "By Jane Ronan", signed="By Jane Ronan")[0]
    assert found(TOLD)[0] == TOLD  # on the clean page it comes first
    assert found("Event", TOLD)[0] is None
    assert found("Event", f"{TOLD}.", "By Jane Ronan", signed="By Jane Ronan")[0] is None
    title = "Rain floods the old port"
    assert found(title, TOLD, "By Jane Ronan", signed="By Jane Ronan")[0] == title  # a summary


def test_a_title_for_search_engines_gives_way() -> None:
    """The page's title and the headline say the same in other words; the headline stands nearer to the byline."""
    assert found("Lakeport floods: rain closes port", "Rain closes the port of Lakeport", "By Ada", signed="By Ada")[
        0
    ] == ("Rain closes the port of Lakeport")


def test_the_sites_name_alone_is_not_the_headline() -> None:
    """A page title proves both its parts; the headline is the longer."""
    lines = ("Rain floods the old port | Port of Lakeport News", "Port of Lakeport News", "Rain floods the old port")
    assert found(*lines)[0] == "Rain floods the old port"


def test_a_kicker_of_a_video_stays_with_its_title() -> None:
    """In Vietnamese "VIDEO:" stands before headlines as often as before links."""
    title = "VIDEO: Mưa lớn gây ngập cảng cũ ở Lakeport"
    story = "Cảng Lakeport đã đóng cửa hôm thứ Hai sau hai ngày mưa lớn, bà Ada Lindqvist, thị trưởng, cho biết."
    assert normalize(f"{title}\n{story}\n{story}", language="vi").headline == title


def test_a_menu_ends_the_row_above_the_byline() -> None:
    """A long label of the menu looks like a title; a button stands between it and the story's."""
    menu, title = "Elections and the new bridge", "Rain floods the old port"
    text = f"{menu}\nSearch\n{title}\nBy Ada\n{STORY}"
    doc = Document(text).add([Mark(text.index("Search"), text.index("Search") + 6, "nav", "mine:nav")])
    doc = doc.add([Mark(text.index("By Ada"), text.index("By Ada") + 6, "byline", "mine:by")])
    assert [text[mark.start : mark.end] for mark in headline(doc) if mark.kind == "headline"] == [title]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("Rain floods the old port - Lakeport Bay\nHome\nLakeport Bay\n{}Contact us", "Rain floods the old port"),
        ("Rain floods the old port - Lakeport Bay\nHome\n{}Lakeport Bay\nContact us", "Rain floods the old port"),
        ("Storm: Rain floods the old port\nStorm\n{}", "Storm: Rain floods the old port"),
        ("Rain floods port | Lakeport Bay\nHome\nRain floods port\n{}", "Rain floods port"),
        ("Rain floods port | Lakeport Bay\nLakeport Bay\nRain floods port\n{}", "Rain floods port"),
    ],
)
def test_a_part_of_the_title_that_is_none(page: str, expected: str) -> None:
    """The site's name or a section stands in menus too; it is no headline, though the page's title holds it."""
    article = normalize(page.format(STORY * 2))
    assert article.headline == expected
    assert normalize(article.to_text()).headline == expected


def test_the_title_in_other_words_below_a_menu() -> None:
    """Search engines are shown one title, readers another; a summary in the menu was taken for the story."""
    page, title = "Lakeport floods: rain closes port", "Rain closes the port of Lakeport"
    teaser = "The old bridge of Ternmouth opened again on Monday after a year of repairs, and the mayor was there."
    other = "Two boats sink off the pier"
    for signed, expected in ((title, title), (other, page)):
        lines = (page, "Weather", teaser, "Sport", signed, "By Ada")
        assert found(*lines, signed="By Ada")[0] == expected
    assert found(page, "Weather", teaser, title, "By Ada", signed="By Ada")[1] == [page]


def test_the_title_comes_again_behind_a_menu() -> None:
    """A summary in a menu looks like the story's first paragraph; the title itself comes below it."""
    title = "Two boats sink off the old pier"
    lines = (f"Lakeport Bay - {title}", "Get the print edition of this paper", STORY.strip(), title)
    assert found(*lines) == (title, [f"Lakeport Bay - {title}"])


def test_the_title_in_the_middle_of_the_first_line() -> None:
    """Some sites print the story's tags before its title and its address behind, and the title again far below."""
    title = "Did two boats sink off the old pier?"
    page = f"boats off the pier : {title} - two boats sank off the pier of lakeport on the day of rain, the mayor says"
    lines = (page, "Get the print edition of this paper", STORY.strip(), title)
    assert found(*lines) == (title, [page])
    menu = f"Two boats | {title} | Get the print edition of this paper | The boats and all the harbours of the north"
    assert found(menu, "Get the print edition of this paper", STORY.strip(), title)[0] != title


def test_the_pages_first_line_may_be_longer() -> None:
    """Without a full stop it is the title, where a line below would be a sentence."""
    line = (
        "Ada Lindqvist amazes the harbour's pilots with her ferry in Lakeport: 'We have never seen such a thing in all "
        "our years'"
    )
    assert 115 < len(line) <= 135
    assert found(line)[0] == line
    assert found("Sport", line)[0] is None
    assert found(line + ", they say of her now")[0] is None


@pytest.mark.parametrize(
    ("label", "language"), [("WATCH", "en"), ("Vídeo", "pt"), ("VIDEO", "no"), ("ویڈیو", "ur"), ("Видео", "ru")]
)
def test_a_headline_with_a_videos_label(label: str, language: str) -> None:
    """Below the story such a line links to another one, above it a kicker stands before the title."""
    line = f"{label}: Rain floods the old port of Lakeport"
    article = normalize(f"{line}\n{STORY}{line.replace('old', 'new')}", language=language)
    assert article.headline == line
    assert [cut.text for cut in article.removed] == [line.replace("old", "new")]
    below = normalize(f"Two boats sink off the pier\n{line}\n{STORY * 2}", language=language)
    assert below.headline == "Two boats sink off the pier"


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Fees of the harbour rise by 4.25 percent", True),
        ("Ferry company loses $93.05 a passenger", True),
        ("港口部：3季度货物吞吐量为1103万吨", True),
        ("港口股份公司2011年扭亏为盈 净利1900万-2900万", True),
        ("'My harbour memories...'", True),
        ("Fire in the harbour at 19.30 Uhr", False),
        ("Fire in the old harbour 19:30", False),
        ("12.30 Fire in the harbour of Lakeport", False),
    ],
)
def test_figures_in_titles(line: str, is_one: bool) -> None:
    """A share or a sum is no clock; an ideograph says as much as three letters."""
    assert found(line)[0] == (line if is_one else None)


@pytest.mark.parametrize(
    "line",
    [
        "- Rain floods the old port",
        "+ Rain floods the old port",
        "o Rain floods the old port",
        "Monday, 15:33 • News of the day",
        "Rating: / 0",
        "It rained here. Then it",
    ],
)
def test_what_is_no_title(line: str) -> None:
    """Bullets, clocks, labels, and a line with an end of sentence inside."""
    assert found(line)[0] is None


def test_the_headline_first_is_the_headline_again() -> None:
    """On a clean page, with the headline on top, nothing else is chosen."""
    assert found("Rain floods the old port", "Two boats sink off Ternmouth pier")[0] == "Rain floods the old port"


@pytest.mark.parametrize(
    "title",
    [
        "Herald - Rain floods the old port - Weather - News",
        "Live: Rain floods the old port",
        "Home > Weather > Rain floods the old port",
        "Rain floods the old port_Herald",
    ],
)
def test_a_title_with_more_around_it(title: str) -> None:
    """Site, sections and kicker may stand on both sides, where the headline alone proves it."""
    assert same_headline("Rain floods the old port", title)
    assert group_headlines([title, "Rain floods the old port"]) == [[0, 1]]


@pytest.mark.parametrize("other", ["Why rain floods the old port", "Rain floods the old port of Ternmouth"])
def test_more_words_are_another_headline(other: str) -> None:
    """Without a separator, what stands around the words belongs to them."""
    assert not same_headline("Rain floods the old port", other)


def test_a_bar_left_behind_is_not_shown() -> None:
    """Of two that say the same the one without a template's bar is shown."""
    assert best_headline(["Rain floods the old port |", "Rain floods the old port"]) == "Rain floods the old port"


def test_a_short_title_above_a_short_story() -> None:
    """A story needs no long paragraphs: a sentence tells it too; two labels do not."""
    marks = headline(Document("Rain floods port\nKARACHI: It rained all night, the mayor said."))
    assert [mark.end for mark in marks] == [16]
    assert not list(headline(Document("Rain floods port\nWeather")))


SENTENCES = "".join(
    f"The {what} of Lakeport is closed again today.\n" for what in ("harbour", "old pier", "market", "ferry")
)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        # the story has begun: what looks like a title below is a subheading, or the writer's own short line
        ("It rained in Lakeport for two days.\nWhat the mayor wants to do now\n" + STORY, None),
        # far below the top a label is a menu's, and so is a title without a story right below it
        ("Home\nSport\nWeather\nArts\nFind us in print\n" + STORY, None),
        ("Home\nSport\nWeather\nArts\nRain floods the old port of Lakeport\nTwo boats\n" + STORY, None),
        ("Home\nSport\nWeather\nArts\nRain floods all of the old port\n" + STORY, "Rain floods all of the old port"),
    ],
)  # fmt: skip
def test_a_title_with_nothing_that_speaks_for_it(page: str, expected: str | None) -> None:
    """Without byline, date or repeat it stands above the story's first sentence, and not in a menu."""
    marks = headline(Document(page))
    assert next((page[mark.start : mark.end] for mark in marks if mark.kind == "headline"), None) == expected


def test_opening_hours_below_a_story_of_short_lines() -> None:
    """What stands above a line of the house's people, behind the story, is not its headline."""
    page = f"{SENTENCES}The old pier theatre\nTue to Sat at four in the afternoon\nSTAFF"
    doc = Document(page).add([Mark(len(page) - 5, len(page), "byline", "mine:by")])
    assert not [mark for mark in headline(doc) if mark.kind == "headline"]
    page = f"{SENTENCES}Rain floods the old port\nBy Jo Marsh\n{SENTENCES.replace('closed', 'open')}{STORY}"
    assert normalize(page).headline == "Rain floods the old port"  # a teaser, and the story below


def test_a_tour_date_below_the_story_does_not_retell_the_title() -> None:
    """A line below the story that says again what the title says, above a day, is the head of a box."""
    title = "The river is the message: a festival of light for Lakeport"
    page = f"{title}\n{STORY.strip()} It rained.\n{STORY}Festival of light in Lakeport\n3 May 2024"
    doc = Document(page).add([Mark(len(page) - 10, len(page), "published", "mine:day")])
    assert [page[mark.start : mark.end] for mark in headline(doc)] == [title]


def test_a_template_behind_the_colon_is_the_sites() -> None:
    """The page's title is the headline, the site's section and its motto, which stands below in the header too."""
    story = (
        "The old harbour was closed on Monday after two days of rain, the mayor said in a statement to the council.\n"
        "Nobody could say how long the repairs will last, nor who will pay for the lamps and the new wooden pier."
    )
    title = "Rain makes the harbour glad"
    motto = "What will you read?"
    page = f"{title}: Harbour Woman - {motto}\nFollow Us\n{motto}\nFashion | Boats | Nets\n{title}\n{story}"
    assert normalize(page, language="en").headline == title


def test_a_first_paragraph_with_its_dateline_is_no_title_of_two_sentences() -> None:
    """It ends in a cry, and so in no full stop; a title behind a place and a colon has one sentence."""
    first = "CINCINNATI - We all know that rain is good for the garden. It makes us glad!"
    story = "Now two gardeners of Lakeport have found out why, and the mayor has given each of them a medal for it."
    article = normalize(f"{first}\n{story}")
    assert article.headline is None
    assert article.paragraphs == (first.partition(" - ")[2], story)
