"""What stands beside a date on its line, and beside a caption: clocks, counters, names, the same words once more."""

import datetime

import pytest

from newsnorm import normalize

TITLE = "Rain closes the old harbour of Lakeport"
STORY = (
    "The harbour of Lakeport was closed on Monday after two days of rain, said the mayor Ada Lindqvist.",
    "Ferries will not sail before the weekend, and the town has asked its people to take the bus instead.",
)


def read(line: str) -> tuple[object, list[str]]:
    """The day or moment that a line below the headline gives, and what of the line stays in the story."""
    article = normalize("\n".join([TITLE, line, *STORY]))
    return article.published, [one for one in article.paragraphs if one not in STORY]


@pytest.mark.parametrize(
    "line",
    [
        "Posted: May 12, 2024 / 02:30 PM",
        "May 12, 2024 / 2:30 PM / Tern News",
        "14:30 / 12 May 2024",
        "May 12, 20242:30 PM",
        "14:3012 May 2024",
        "May 12, 2024, 2:30 p.m. | Lakeport",
        "May 12, 2024 2:30 PM • 3 minute read",
        "Published: May 12, 2024 at 2:30 PM|Updated: 2 hours ago",
        "May 12, 2024 2:30 PM Updated 3 hrs ago",
        "Posted: May 12, 2024 2:30 PMUpdated: May 12, 2024 3:10 PM",
        "Posted at 2:30 PM, May 12, 2024 and last updated 3:10 PM, May 12, 2024",
        "Originally Published: 12 MAY 24 14:30 ET",
        "J.R. – May 12, 2024, 2:30 PM",
        "Published May 12, 2024, 2:30 PM, by Jane Ronan",
        "LAKEPORT, May 12, 2024, 2:30 PM",
    ],
)
def test_nothing_of_a_date_line_stays(line: str) -> None:
    """And the clock is read."""
    moment, left = read(line)
    assert isinstance(moment, datetime.datetime)
    assert (moment.date(), moment.hour, moment.minute) == (datetime.date(2024, 5, 12), 14, 30)
    assert left == []


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Tern News May 12, 2024", True),
        ("May 12, 2024 Ada Ronan", True),
        ("12 May 2024 14u30", True),
        ("May 12, 2024 · 2:30 PM", True),
        ("Storm of May 12, 2024", False),
        ("LAKEPORT, May 12, 2024", True),
        ("What the town lost on May 12, 2024", False),
    ],
)
def test_a_name_and_a_day_below_the_headline(line: str, day: bool) -> None:
    """The story's day; a topic has a small word, a title more words."""
    moment, left = read(line)
    assert (moment is not None, left == []) == (day, day)


@pytest.mark.parametrize(
    ("line", "language"),
    [("November 3, 2025 · قومی", "ur"), ("ویب ڈیسک 3 نومبر 2025", "ur"), ("৩ নভেম্বর ২০২৫ | জাতীয়", "bn")],
)
def test_a_section_and_a_desk_have_no_capitals_in_every_script(line: str, language: str) -> None:
    """They go with the date there too."""
    article = normalize("\n".join([TITLE, line, *STORY]), language=language)
    assert (article.published, article.paragraphs) == (datetime.date(2025, 11, 3), STORY)


@pytest.mark.parametrize("beside", ["Rain in all four towns of the old coast", "it rained.", "the harbour"])
def test_words_beside_a_date_stay(beside: str) -> None:
    """A title is longer than a name, and neither a sentence nor small letters are one."""
    _, left = read(f"Published: May 12, 2024 | {beside}")
    assert left == [beside]


def test_a_clock_of_full_hours_behind_a_bar() -> None:
    """Some papers print no minutes there."""
    moment, left = read("Published Sunday, May 12, 2024 | 2 a.m.")
    assert (moment, left) == (datetime.datetime(2024, 5, 12, 2), [])


def test_an_offset_of_hours_behind_seconds() -> None:
    """A machine's clock without the offset's minutes; scores and spans of time have no seconds."""
    article = normalize(
        "\n".join([TITLE, "Posted at 5:50 AM, Mar 31, 2023", "and last updated 2023-03-31 06:30:53-04", *STORY])
    )
    assert article.published == datetime.datetime(2023, 3, 31, 5, 50)
    assert article.updated == datetime.datetime.fromisoformat("2023-03-31T06:30:53-04:00")
    assert article.paragraphs == STORY


def test_a_day_without_a_clock_below_a_summary() -> None:
    """The label beside it says what both are; alone it might be the head of a list."""
    summary = "The harbour of Lakeport is closed until the weekend, and nobody knows who will pay for the new pier."
    article = normalize("\n".join([TITLE, summary, "Nov 02, 2023, updated Nov 03, 2023", *STORY]))
    assert (article.published, article.updated) == (datetime.date(2023, 11, 2), datetime.date(2023, 11, 3))
    assert article.paragraphs[-2:] == STORY


def test_a_file_has_no_date() -> None:
    """It says when the picture was taken, at most, and numbers that only look like a day."""
    article = normalize("\n".join([TITLE, "Screen Shot 2024-10-09 at 4.27.01 PM.png", *STORY]))
    assert (article.published, article.paragraphs) == (None, STORY)


CAPTION = "The harbour master looks at the old pier after the flood. Two boats lie below it."


@pytest.mark.parametrize(
    "lines",
    [
        [CAPTION, f"{CAPTION} Photograph: Jo Marsh/Tern"],
        [f"{CAPTION} Photograph: Jo Marsh/Tern", CAPTION],
        ["The old pier on Monday", "The old pier on Monday. Photo: Jo Marsh"][1:],
        ["The old pier is gone.", "The old pier is gone. Photo: Jo Marsh"],
        [CAPTION, f"{CAPTION} Courtesy of Jo Marsh"],
        [f"{CAPTION} TNR", CAPTION],
        [CAPTION + CAPTION, CAPTION],
        [f"{CAPTION} {CAPTION}"],
        ["Ada Lindqvist on the old pierAda Lindqvist on the old pier", "Ada Lindqvist on the old pier"],
    ],
)
def test_a_caption_and_its_like(lines: list[str]) -> None:
    """A picture's description says what its caption says: on the line beside it, or twice in one line."""
    article = normalize("\n".join([TITLE, STORY[0], *lines, STORY[1]]))
    assert article.paragraphs == STORY


def test_a_summary_that_a_paragraph_repeats_is_no_caption() -> None:
    """What stands behind it there is a sentence."""
    first = f"{STORY[0]} Nobody was hurt."
    assert normalize("\n".join([TITLE, STORY[1], STORY[0], first])).paragraphs[-1] == first


@pytest.mark.parametrize(
    "line",
    [
        "Glory, glory, old harbour! Glory, glory, old harbour!",
        "Row, row, row. Row, row, row.",
        "tick tick tick tick tick tick",
    ],
)
def test_a_refrain_stays(line: str) -> None:
    """Songs and chants say things twice, parted by a blank, and no longer ones."""
    article = normalize("\n".join([TITLE, STORY[0], line, STORY[1]]))
    assert article.paragraphs == (STORY[0], line, STORY[1])


def test_a_title_printed_twice_in_one_line_is_not_lost() -> None:
    """Above all other titles the line may be the page's only one."""
    article = normalize("\n".join([TITLE + TITLE, *STORY]))
    assert TITLE in (article.headline or "")
