"""Readers' comments that nothing announces: known by who wrote when, and what else has hours."""

import pytest

from newsnorm import normalize
from newsnorm.document import Document
from newsnorm.story.threads import readers_from
from newsnorm.story.units import units_of

STORY = (
    "The harbour of Lakeport was closed on Monday after two days of rain, Ada Lindqvist, the mayor, said.\n"
    "“We had no choice,” she said. “The boats were breaking loose, and one had already hit the old pier.”\n"
    "Ferries to the islands will run again from Thursday, the harbour master said, if the wind drops by then.\n"
    "The storm had torn the roof off the fish market, and nobody could say when the stalls would open again.\n"
)

SAID = (
    "I was there, and nobody told us anything until the last ferry had gone.",
    "Same as every year, and the town has still not bought a second pump.",
    "Thanks to the people of the sailing club, who helped us with the boats.",
)


def thread(*stamps: str) -> str:
    """The comments, each below its stamp."""
    return "\n".join(f"{stamp}\n{said}" for stamp, said in zip(stamps, SAID, strict=True))


def begins(page: str) -> str | None:
    """The line with which comments begin."""
    doc = Document(page)
    units = units_of(doc)
    at = readers_from(doc, units)
    return page[units[at].start : units[at].end] if at < len(units) else None


@pytest.mark.parametrize(
    "stamps",
    [
        ("jo 03.01.2024, 20:26", "ada 03.01.2024, 18:45:12", "tom 02.01.2024, 09:10"),
        ("~jo [2024-01-24 19:23]", "~ada [2024-01-10 14:26]", "~tom [2024-01-10 13:35]"),
        ("January 12, 2024 at 8:57 am", "January 12, 2024 at 9:04 am", "January 13, 2024 at 7:25 pm"),
        ("By: Jo | 5 January 2024 9:15", "By: Ada | 5 January 2024 9:40", "By: Tom | 6 May 2024 1:02"),
        ("Jo | added: 21 sierpnia, 08:03", "Ada | added: 21 sierpnia, 07:58", "Tom | added: 11 sierpnia, 23:07"),
        ("9:15 PM, Mon November 6, 2023", "9:22 PM, Mon November 6, 2023", "8:05 AM, Tue November 7, 2023"),
    ],
)
def test_comments_begin_with_the_first_stamp(stamps: tuple[str, str, str]) -> None:
    page = STORY + thread(*stamps)
    assert begins(page) == stamps[0]
    article = normalize(page)
    assert article.paragraphs == tuple(STORY.splitlines())
    assert normalize(article.to_text()).paragraphs == article.paragraphs


@pytest.mark.parametrize(
    ("stamps", "language"),
    [
        (("2 weeks ago", "3 weeks ago", "1 month ago"), "en"),
        (("vor 16 Stunden", "vor 18 Stunden", "vor 2 Tagen"), "de"),
        (("hace 3 horas", "hace 5 horas", "hace 2 días"), "es"),
    ],
)
def test_comments_that_say_how_long_ago(stamps: tuple[str, str, str], language: str) -> None:
    """Sites count the hours since a comment, or since another story of the day."""
    article = normalize(STORY + thread(*stamps), language=language)
    assert article.paragraphs == tuple(STORY.splitlines())


NUMBERED = ("3 March 2024, 10:15", "3 March 2024, 11:40", "4 March 2024, 09:05")


@pytest.mark.parametrize(
    "page",
    [
        STORY + "\n".join(f"Hall {number}: {stamp}" for number, stamp in enumerate(NUMBERED)),  # a programme
        STORY + thread("10:15", "11:40", "12:05"),  # a report by the hour
        STORY + thread("March 3, 10:15", "March 3, 11:40", "March 4, 09:05"),  # what happened when
        STORY + thread(NUMBERED[0], "Tuesday", NUMBERED[1]),  # too few
        STORY + thread("Rated 4.25 of 10/12", "Rated 3.98 of 10/12", "Rated 4.08 of 10/12"),
        STORY[:200] + "\n" + thread(*NUMBERED),  # hardly a story yet
        STORY + "".join(f"{stamp}\n{STORY * 2}" for stamp in NUMBERED),  # a report with days
        STORY + thread(*NUMBERED) + "\n" + "More to read\n" * 30 + STORY * 2,  # a list above the story
    ],
)
def test_what_is_no_thread(page: str) -> None:
    assert begins(page) is None


def test_the_storys_own_stamp_begins_no_thread() -> None:
    stamp = "Updated 2 January 2024, 08:00"
    assert begins(STORY + stamp + "\n" + STORY * 5 + thread(*NUMBERED)) == NUMBERED[0]


@pytest.mark.parametrize("button", [" Reply", "Reply", " Antworten", " więcej"])
def test_a_button_glued_to_each_comment(button: str) -> None:
    """Nobody says who wrote when, but every comment, or every teaser, ends in the same button."""
    said = [f"{line}{button}" for line in SAID]
    assert begins("\n".join([STORY, *said])) == said[0]
    assert begins("\n".join([STORY, *said[:2], SAID[2]])) is None


@pytest.mark.parametrize("word", [" Lakeport", " Lindqvist"])
def test_a_name_at_the_end_is_no_button(word: str) -> None:
    """Quotes end in the name of who said them."""
    assert begins("\n".join([STORY, *(f"{line}{word}" for line in SAID)])) is None


def test_one_comment_over_and_over_is_no_thread() -> None:
    """A line that a scraper gives three times is still one line."""
    assert begins("\n".join([STORY, *[f"{SAID[0]} Reply"] * 3])) is None


def test_buttons_above_a_longer_story() -> None:
    """Where more is told behind the buttons than above them, they are a list above the story."""
    said = [f"{line} Reply" for line in SAID]
    assert begins("\n".join([STORY, *said, *["It rained."] * 25, STORY, STORY])) is None


def test_below_a_label_one_stamp_is_enough() -> None:
    """And a story of one paragraph; but where the story goes on below, the comments stand in a box."""
    told = "\n".join(STORY.splitlines()[:2])
    said = f"ada 03.01.2024, 18:45\n{SAID[0]}\n{SAID[1]} {SAID[2]} {SAID[0]}"
    assert normalize(f"{told}\nComments\n{said}").paragraphs == tuple(told.splitlines())
    assert SAID[0] in normalize(f"{told}\n{said}").paragraphs
    below = [f"Pier {at}: {line}" for at, line in enumerate(STORY.splitlines()[2:] * 3)]
    page = "\n".join([told, "Comments", said, *below])
    assert begins(page) is None
    assert set(below) <= set(normalize(page).paragraphs)


def test_a_button_and_a_name_between_a_label_and_its_stamp() -> None:
    """Comments may be longer than a story of one paragraph."""
    told = "\n".join(STORY.splitlines()[:2])
    said = f"Comments\nSee all\njo\n03.01.2024, 20:26\n{' '.join(SAID)} {' '.join(SAID)}"
    assert normalize(f"{told}\n{said}").paragraphs == tuple(told.splitlines())


def test_the_storys_date_below_a_form_begins_no_thread() -> None:
    """A form for messages to the editors stands above the headline: what it says is no story that is over."""
    page = (
        "Harbour Times\nNEWS | TOWN | SPORT | CULTURE | PHOTOS | SHOP\n"
        "The site is being rebuilt, and some of its old pages, among them most of those of the years before the flood, "
        "may not be found before the end of the week, and some never.\nComments\nSend\n"
        f"NEWS: TOWN\n20:13 | 15.01.2012\nHarbour closed after two days of rain\n{STORY}"
    )
    assert set(STORY.splitlines()) <= set(normalize(page).paragraphs)


def test_the_storys_labelled_date_below_a_menu_begins_no_thread() -> None:
    """Where a menu's sentences were taken for a story, its own date stands above the comments' stamps."""
    menu = (
        "To make Herald your start page, drag the red square from the address bar onto the house beside it, please.\n"
        "The Herald's new channel shows all of Lakeport's football matches live, and the boat race in May as well.\n"
        "The Herald's kitchen has four hundred recipes with fish, for every day of the year and a few more of them.\n"
        "The Herald's calendar of events now shows the tides of Lakeport and Tern Bay, and when the ferries leave.\n"
    )
    own = "Published: 3 January 2024, 08:29\nUpdated: 5 January 2024, 05:26\n"
    page = f"{menu}Harbour of Lakeport closed after two days of rain\n{own}{STORY}" + thread(
        "jo 03.01.2024, 20:26", "ada 03.01.2024, 18:45:12", "tom 02.01.2024, 09:10"
    )
    article = normalize(page)
    assert article.paragraphs[-4:] == tuple(STORY.splitlines())
    assert normalize(article.to_text()).paragraphs == article.paragraphs


TALK = (
    "I was there, and nobody told us anything until the last ferry had gone. Where was the mayor?",
    "Same as every year!! And the town has still not bought a second pump, for all the taxes paid.",
    "You must be joking, jo. The sailing club helped with the boats, and the town helped with nothing.",
)


LONG_TALK = [f"{line} That is my boat number {at}, by the way." for at in range(5) for line in TALK]
"""More than the story has: a label alone does not speak against so much prose."""


@pytest.mark.parametrize("label", ["Comments", "3 Comments", "Comments (3)"])
def test_below_a_label_they_talk(label: str) -> None:
    """No day and no hour, but who did not talk above talks below: of "I", to "you", and in a hurry."""
    article = normalize("\n".join([STORY + label, *LONG_TALK]))
    assert article.paragraphs == tuple(STORY.splitlines())
    assert normalize(article.to_text()).paragraphs == article.paragraphs


def test_talk_that_tells_nothing() -> None:
    """Without a label, in a column that talks all along, below a menu's teasers, or in quotes."""
    story = STORY.splitlines()
    for page in (
        [*story, *LONG_TALK],
        [*(f"{line} I think so." for line in story), "Comments", *LONG_TALK],
        [*(f"{line[:-1]}..." for line in story), "Comments", *LONG_TALK],
        [*story, "Comments", *(f"“{line}” said Ada Lindqvist." for line in LONG_TALK)],
    ):
        assert page[-1] in normalize("\n".join(page)).paragraphs


def test_a_box_of_talk_with_the_story_below() -> None:
    below = [f"Pier {at}: {line}" for at, line in enumerate(STORY.splitlines())]
    assert set(below) <= set(normalize("\n".join([STORY, "Comments", *TALK, *below])).paragraphs)
