"""Where the story starts and ends: what is cut, what stays, and that twice is once."""

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import grows_in_proportion
from newsnorm import normalize
from newsnorm.document import Document, Mark
from newsnorm.pipeline import annotate
from newsnorm.records import Author
from newsnorm.rest import clean_page
from newsnorm.steps.bounds import bounds
from newsnorm.steps.headline import headline
from newsnorm.steps.lines import lines
from newsnorm.story.points import points_of, with_words
from newsnorm.story.runs import best_run
from newsnorm.story.signatures import is_signed
from newsnorm.story.units import Unit, units_of
from strategies import LINES, PROSE, anything

STORY = (
    "The harbour of Lakeport was closed on Monday after two days of rain, Ada Lindqvist, the mayor, said.\n"
    "“We had no choice,” she said. “The boats were breaking loose, and one had already hit the old pier.”\n"
    "Ferries to the islands will run again from Thursday, the harbour master said, if the wind drops by then.\n"
)

MORE = (
    "The storm had torn the roof off the fish market, and nobody could say when the stalls would open again.\n"
    "Ada Lindqvist, the mayor, promised the town a new pier, and said that the money was there for the boats too.\n"
    "On the islands the schools stay shut until the ferries run, and the harbour of Lakeport is full of mail bags.\n"
)


def left(text: str) -> list[str]:
    """The lines that stay."""
    doc = Document(text)
    return [block.text for block in doc.add(bounds(doc)).blocks]


def cut(text: str) -> list[str]:
    """The lines that go."""
    doc = Document(text)
    return [text[mark.start : mark.end] for mark in bounds(doc)]


# --- bounds ------------------------------------------------------------------------------------------------------


def test_a_menu_above_and_teasers_below_go() -> None:
    """What stands around the story goes, each line with the side it stood on."""
    above = "Sport\nWeather\nHome | Shop\n09:15\n"
    below = "Most read\nTwo boats sink at Ternmouth\nWhy the old pier was ...\nHome | Shop\n© 2024 Lakeport Herald\n"
    assert left(above + STORY + below) == STORY.splitlines()
    values = [str(mark.value).split(":")[0] for mark in bounds(Document(above + STORY + below))]
    assert values == ["above the story"] * 4 + ["below the story"] * 5


@pytest.mark.parametrize(
    "inside",
    [
        "Nobody was hurt\n",
        "“Never again”\n",
        "What happens now?\n",
        "- Two boats sank\n- One hit the pier\n",
        "Rovers 3\nTown 1\n",
        "Home | Sport\n",
        "Comments\n",
        "The pier\nThe boats\nThe ferries\nThe wind\nThe rain\nThe mayor\nThe town\n",
    ],
)
def test_nothing_inside_the_story_goes(inside: str) -> None:
    """Whatever a line between paragraphs looks like, it stays."""
    assert cut(STORY + inside + MORE) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sport",
        "Sport\nWeather\nShop\n",
        "Roses are red\nViolets are blue\n",
        "Table\nRovers 40\nTown 38\nHarbour 31\nWhat readers write here is theirs, the paper checks none of it.\n",
        STORY,
        STORY + "The teams that play on Monday are these:\n" + "".join(f"Team {n}\n" for n in "ABCDEFGH"),
        STORY + "".join(f"{n} June -- Lakeport Arena, Lakeport\n" for n in range(1, 20)),
        STORY + "- Lakeport\n- Ternmouth\n",
    ],
)
def test_pages_that_stay_whole(text: str) -> None:
    """A page without prose, a clean page, and a story that ends with a list."""
    assert cut(text) == []


def test_much_prose_below_a_gap_stays() -> None:
    """Where as much prose lies behind a run of labels as before it, nobody can say which is the story."""
    gap = "Sport\nWeather\nShop\nContact\n09:15\n" * 3
    other = "".join(f"{line[:-1]} — so much for the port and what it costs the town.\n" for line in MORE.splitlines())
    assert other.splitlines()[0] in left(STORY + gap + other)


PARTS = (
    "The pier was built of oak two hundred years ago, and has been mended with pine after every storm since.",
    "The lighthouse has had no keeper since 1984, and the lamp is changed once a year by a man from Ternmouth.",
    "The fish market opens at four, and by six there is nothing left on the stalls but ice and a few sad crabs.",
    "The customs house is a school of music now, and on summer nights you can hear the trumpets on the islands.",
    "The ropewalk is the longest room in the country, and the town rents it out for weddings and for boat sales.",
)


def test_a_story_that_counts_its_parts_ends_with_the_last_number() -> None:
    """Whatever stands between two parts; but a list of others begins anew."""
    box = "Deals\nHotel\nFerry\n09:15\n" + "".join(f"Flat {n} in Lakeport ...\n" for n in range(12))
    parts = [f"{n}. Part of town\n{said}\n" for n, said in enumerate(PARTS, start=1)]
    page = STORY + MORE + box.join(["".join(parts[:2]), *parts[2:]])
    assert set(PARTS) <= set(left(page))
    assert PARTS[2] not in left(page.replace("3. ", "1. ").replace("4. ", "2. ").replace("5. ", "3. "))
    titles = "".join(f"{n}. Two boats sink at Ternmouth {n}\nHarbour news\n" for n in range(3, 12))
    assert "Harbour news" not in left(page[: page.index("3. ")] + titles)


def test_what_other_steps_found_ends_the_story() -> None:
    """Behind a line that a rule calls comments, a short remark goes; without that line it stays."""
    remark = "I do not believe a word of what the mayor says about it.\n"
    assert remark.strip() in left(STORY + remark)
    doc = annotate(Document(STORY + "Comments\n" + remark), (lines, bounds))
    assert [block.text for block in doc.blocks] == STORY.splitlines()


TEASERS = "".join(
    f"{place}\nSport\nMarkets\n09:{at}\nThe {thing} of {place} has a new owner since Friday, but nobody knew of it."
    "\nCulture\nVideo\n"
    for at, (place, thing) in enumerate(
        (("Ternmouth", "brewery"), ("Saltby", "cinema"), ("Gullport", "racecourse"), ("Westmere", "lido")), start=10
    )
)
"""Sentences about other places, each among labels: together nearly as much prose as the story's."""


@pytest.mark.parametrize("label", ["Share this article", "Sign up for our newsletter", "Related articles", "Tags:"])
def test_teasers_with_sentences_go_where_a_label_says_that_the_story_is_over(label: str) -> None:
    """They are many and short; without the label the story may go on in them, and what goes on in one piece stays."""
    assert normalize(f"{STORY}{label}\n{TEASERS}").paragraphs == tuple(STORY.splitlines())
    assert "The lido of Westmere has a new owner" in normalize(STORY + TEASERS).to_text()
    assert normalize(f"{STORY}{label}\n{TEASERS}{MORE}").to_text().endswith(MORE.splitlines()[-1])


def test_many_comments_go() -> None:
    """Where a line says that comments follow, nearly as much prose as the story's goes too; else it stays."""
    remarks = "".join(f"I for one would never take the boat number {n} again, said my aunt.\n" for n in range(6))
    assert cut(STORY + MORE + remarks) == []
    doc = annotate(Document(STORY + MORE + "Comments\n" + remarks), (lines, bounds))
    assert [block.text for block in doc.blocks] == (STORY + MORE).splitlines()


def test_a_comment_has_a_stamp() -> None:
    """A line with day and hour behind the story ends it: a comment, or another story's teaser."""
    remarks = "Tern 2024-01-13 13:31\nWe knew that long ago.\nGull, 13.01.2024, 14:02\nSo it is.\n"
    assert left(STORY + remarks) == STORY.splitlines()


NOTICES = (
    "Get our newsletter straight to your inbox: click here to subscribe.",
    "By clicking here you consent to our cookies, as our privacy rules say in more words than anybody reads.",
    "Mit Klick auf den Knopf abonnieren Sie den Newsletter, den Sie jederzeit wieder abbestellen können.",
)


@pytest.mark.parametrize("notice", NOTICES)
def test_what_the_site_says_to_its_readers(notice: str) -> None:
    """It goes at either end of the story, and stays in its middle."""
    assert cut(f"{STORY}{notice}\n") == [notice]
    assert cut(f"{notice}\n{STORY}") == [notice]
    assert cut(f"{STORY}{notice}\n{MORE}") == []


def test_a_story_about_newsletters() -> None:
    """Words that the story uses itself prove nothing; nor does one word."""
    story = "".join(f"The court said that the newsletter of the {who} needs consent to cookies.\n" for who in LEAGUES)
    assert cut(story + "Without consent no newsletter and no cookies, said the judge.\n") == []
    assert cut(STORY + "The ferry company wants to tell people more in a newsletter.\n") == []


LEAGUES = ("league of harbour masters of the north", "league of fishing towns of the south", "league of ferries")


@pytest.mark.parametrize("line", ["pier@port.example", "The harbour's office: pier@port.example", "www.port.example"])
def test_the_sentence_right_below_the_headline_is_the_storys(line: str) -> None:
    """On a short page an address below it weighs as much as the sentence does."""
    first, _, third = STORY.splitlines()
    page = f"Rain floods the old port\n{first}\n{line}\n{third}\n{MORE.splitlines()[0]}"
    assert normalize(page).paragraphs[0] == first
    menu = f"Rain floods the old port\n{first}\n{line}\nSport\nWeather\nJobs\n09:15\n{MORE}{STORY}"
    assert first not in normalize(menu).paragraphs[:1]


def test_a_programme_stays_whole() -> None:
    """Some of its lines share a word with the story, others none: places and halls."""
    lead = [" ".join(STORY.splitlines()), " ".join(MORE.splitlines()), "The band plays in these towns:"]
    days = ("June 9 -- Pier, Lakeport", "June 12 -- Fish Market, Lakeport", "July 2 -- Playhouse, Ternmouth",
            "July 9 -- Guildhall, Saltmarsh", "July 16 -- Brickworks, Upper Moor")  # fmt: skip
    labels = ["Shop", "E-paper", "Archive", "Jobs", "Shop", "Weather | Sport", "12:30", "Jobs"]
    assert cut("\n".join([*labels, *lead, *days])) == labels


def test_words_of_sites_are_folded() -> None:
    """Each word as `site_words` will look for it, and none twice in a language."""
    listed = tomllib.loads((files("newsnorm") / "data" / "sitewords.toml").read_text(encoding="utf-8"))
    for language, words in listed.items():
        assert words.split() == [word.casefold().strip(".,") for word in words.split()], language
        assert len(words.split()) == len(set(words.split())), language


def test_a_notice_near_the_top_ends_no_story() -> None:
    """A picture's copyright notice behind the first paragraph does not make that paragraph part of the head."""
    first, *others = STORY.splitlines(keepends=True)
    doc = Document(first + "© Lakeport Pictures\n" + "".join(others) + MORE)
    noted = doc.add([Mark(len(first), len(first) + 19, "copyright", "mine:notice")])
    assert list(bounds(noted)) == []


def test_the_story_starts_at_its_dateline() -> None:
    """What stands above a dateline goes, however little speaks against it, and the paragraph behind it stays."""
    doc = Document("Port of\nKARACHI: it rained all night, and the harbour was closed, said the mayor of the town.")
    doc = doc.add([Mark(8, 16, "dateline", "step:dateline")])
    assert [doc.text[mark.start : mark.end] for mark in bounds(doc)] == ["Port of"]
    assert list(bounds(Document("KARACHI:").add([Mark(0, 8, "dateline", "step:dateline")]))) == []


def test_the_story_starts_below_its_headline() -> None:
    """A menu of other stories stands between the page's title and the headline; a date says which is which."""
    title = "Rain closes the old port of Lakeport"
    menu = "Two boats sink\n" + MORE + "Weather\n"
    page = f"{title}\n{menu}{title}\nPublished 4 March 2024, 10:15\n{STORY}"
    article = normalize(page)
    assert article.headline == title
    assert article.paragraphs == tuple(STORY.splitlines())
    assert normalize(article.to_text()).paragraphs == article.paragraphs


DAY = "Published 4 March 2024, 10:15"


@pytest.mark.parametrize(
    "page",
    [
        "{title}\n{story}{more}{title}\n{story}",  # nothing says that it is the headline
        "{title}\n{story}{more}{title}\n{day}\nIt rained.\n",  # a link to the story that was just told
        "Weather\nSport\nNews\n{title}\n{story}{more}{title}\n{day}\n{story}",  # no page's title
    ],
)
def test_a_title_that_comes_again_below_the_story(page: str) -> None:
    title = "Rain closes the old port of Lakeport"
    assert STORY.splitlines()[0] in normalize(page.format(title=title, story=STORY, more=MORE, day=DAY)).paragraphs


SAID = "Nobody could say how long the repairs will last or who pays for the new pier, the harbour master said."
SAID_KO = "수리가 얼마나 걸릴지, 새 부두의 비용을 누가 낼지는 아무도 말하지 못했다고 시는 덧붙였다."


@pytest.mark.parametrize(
    "last",
    [
        f"{SAID} (al/jm)",
        f"{SAID}(jo)",
        f"{SAID} - Lakeport Herald",
        f"{SAID} [AP/Lakeport]",
        f"{SAID}***2***",
        f"{SAID_KO} 한바다 엔터뉴스팀 기자 bada@example.com (콘텐츠본부)",
        f"{SAID_KO}한바다기자 bada@example.co.kr",
        f"{SAID_KO} [ bada@example.com ]",
        f"{SAID_KO} 강호수 인턴기자·한바다 기자",
    ],
)
def test_a_signature_glued_to_the_last_sentence_takes_it_nowhere(last: str) -> None:
    """Many papers set the writer's initials or address right behind the last paragraph's full stop."""
    assert last not in cut(f"{STORY}\n{last}\nLoad more\nSport | Weather | Shop | Jobs\n")


@pytest.mark.parametrize("teaser", [f"{SAID} (17.10.2016)", "Harbour closed after two days of rain - Lakeport Herald"])
def test_a_date_behind_a_teaser_signs_nothing(teaser: str) -> None:
    """Teasers have their day behind the sentence, headlines their paper behind a dash."""
    assert not is_signed(teaser)


def test_words_about_the_author_go() -> None:
    """A last paragraph that begins with the name in the byline is about its writer."""
    bio = "Ada Lindqvist has covered the port and its people for the Lakeport Herald since the old pier fell down.\n"
    doc = Document("By Ada Lindqvist\n" + STORY.replace("Ada Lindqvist, t", "T") + bio)
    author = Author(name="Ada Lindqvist", raw="Ada Lindqvist")
    signed = doc.add([Mark(0, 16, "byline", "mine:by", (author,))])
    assert [doc.text[mark.start : mark.end] for mark in bounds(signed)] == [bio.strip()]
    assert list(bounds(doc.add([Mark(0, 16, "byline", "mine:by", ())]))) == []


# --- laws --------------------------------------------------------------------------------------------------------

FORMS = (
    *("Sport", "Weather", "09:15", "Home | Shop", "Home | Sport | Shop", "Team | Won | Lost", "Read more »", "| | |"),
    *("Two boats sink off Ternmouth", "Why the old pier was ...", "© 2024 Lakeport Herald", "Rovers (group A)", "***"),
    *("Rovers (group B)", "and the town has", "which nobody had seen.", "The teams of the day are these:", "Comments"),
    *("Tern 2024-01-13 13:31", "13.01.2024, 14:02", *NOTICES, *MORE.splitlines()),
    *("Advertisement", "What happens now?", "- Two boats sank", "12", "www.herald.example", "LATEST FROM THE PORT"),
    *("2. Town", *STORY.splitlines()),
)


def pages() -> st.SearchStrategy[str]:
    """Pages of lines of every form."""
    return st.lists(st.sampled_from((*FORMS, *PROSE, *LINES)), max_size=25).map("\n".join)


@given(st.one_of(pages(), anything()))
def test_twice_is_once(text: str) -> None:
    """On what is left nothing more is found."""
    doc = annotate(Document(text), (bounds,))
    assert list(bounds(Document(clean_page(doc).text))) == []


@given(pages())
def test_twice_is_once_behind_other_steps(text: str) -> None:
    """Evidence that the first look took away is not missed by the second."""
    steps = (lines, headline, bounds)
    once = normalize(text, steps=steps)
    twice = normalize(once.to_text(), steps=steps)
    assert (twice.headline, twice.paragraphs) == (once.headline, once.paragraphs)


@pytest.mark.growth
@pytest.mark.parametrize(
    "piece", ["Sport\n", "a\n", "| | |\n", "Home | Shop | News\n", "It rained.\nSport\n", "A (\n", STORY, STORY + MORE]
)
def test_time_is_linear(piece: str) -> None:
    """Eight times the text takes about eight times as long."""

    assert grows_in_proportion(lambda doc: list(bounds(doc)), lambda times: Document(STORY + piece * times), 1_000)


@pytest.mark.parametrize("sign", ["– GNA", "- CMC", "PNA", "BERNAMA", "/jm", "– TMR", "(Tern Herald)"])
def test_a_last_paragraph_with_a_sign_behind_its_full_stop(sign: str) -> None:
    """Agencies and desks sign so; without its stop at the end the line looks like a teaser's."""
    story = [
        "The old harbour was closed on Monday after two days of rain, the mayor said in a statement to the council.",
        "Nobody could say how long the repairs will last, nor who will pay for the lamps and the new wooden pier.",
        f"The ferries will sail again on Friday, said the owner of the firm. {sign}",
    ]
    article = normalize("\n".join(["Rain floods the old port of Lakeport", *story, "Leave a comment"]), language="en")
    assert len(article.paragraphs) == 3
    assert article.paragraphs[2].startswith("The ferries will sail again on Friday")


def test_the_headlines_words_speak_for_the_storys_sentences() -> None:
    """The first paragraphs may be another's, and the headline is the story's; titles of others use its words too."""
    title, other = "Ternmouth's lighthouse is sold", "Ternmouth's lighthouse in twenty pictures"
    said = "The lighthouse of Ternmouth went to a school of music."
    page = "\n".join([title, STORY.replace("\n", " "), said, other])
    doc = Document(page, marks=(Mark(0, len(title), "headline", "mine:title"),))
    units = units_of(doc)
    points = with_words(doc, units, [0.0] * len(units), (1, 1))
    assert [page[unit.start : unit.end] for unit in units[-2:]] == [said, other]
    assert points[-2] > 0 > points[-1]


@pytest.mark.parametrize("sign", ["*", "•", "+"])
def test_of_a_long_list_a_few_items_speak_for_the_story(sign: str) -> None:
    """Teasers with bullets are hundreds, and would outweigh any story; behind a dash somebody may speak."""
    item = f"{sign} Why have the old port and the islands hardly anything to say to each other these days?\n"
    for page, speaking in (
        (item * 20, 8),
        (item * 6 + "The ferry to the islands is back, and it will run again from Thursday.\n" + item * 6, 13),
        ((item * 20).replace(sign, "-"), 20),
    ):
        units = [unit._replace(name="question") for unit in units_of(Document(page))]
        assert sum(point > 0 for point in points_of(page, units)[0]) == speaking


def test_a_short_story_below_its_headline_and_many_notices_of_the_site() -> None:
    """They have ten times as many sentences, but stand far below the headline with its date."""
    menu = "".join(f"Section {letter}\nShop {letter}\n" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    notices = "".join(
        f"Lakeport {name}\nThe Herald's own service for all who want to know of {name.lower()} in the whole county, "
        "with maps, tables, films, and talks that are held in the old customs house.\n"
        for name in ("Doctors", "Schools", "Gardens", "Museums", "Kitchens", "Ferries", "Markets", "Weddings", "Jobs")
    )
    head = "Harbour of Lakeport closed after two days of rain\n2 January 2024, 08:00\n"
    kept = normalize(f"{menu}{head}{STORY}Share this article\n{menu}{notices}").paragraphs
    assert kept == tuple(STORY.splitlines())
    assert normalize(f"{menu}{menu}{notices}").paragraphs  # without a headline they are all that there is


@pytest.mark.parametrize(
    ("head", "far", "found"),
    [
        (["headline", "byline"], 60, (2, 3)),
        (["headline", "label"], 60, (64, 73)),  # nobody signs it: a teaser
        (["published"], 60, (1, 2)),
        (["published", "label", "label", "label"], 60, (66, 75)),  # another story's day
        (["headline", "byline"], 40, (44, 53)),  # the story may go on there
        (["label"], 60, (63, 72)),
    ],
)
def test_the_run_below_a_headline_a_byline_or_a_date(head: list[str], far: int, found: tuple[int, int]) -> None:
    """It is the story where the run with the most points stands far below."""
    names = [*head, "sentence", "sentence", *["label"] * far, *["sentence"] * 10]
    units = [
        Unit(at, at + 1, name, -1 if name in ("headline", "byline", "published") else 4)
        for at, name in enumerate(names)
    ]
    points = [20.0 if unit.name == "sentence" else -10.0 if unit.name == "label" else 0.0 for unit in units]
    assert best_run(units, points, 1.0) == found
