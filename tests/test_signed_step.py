"""Date and byline on the lines right below the headline, where a page's menus and calls stand above it."""

import pytest

from newsnorm import normalize
from newsnorm.document import Document, Mark
from newsnorm.steps.signed import signed

TITLE = "Rain floods the old port of Lakeport"
STORY = (
    "The old harbour was closed on Monday after two days of rain, the mayor said in a statement to the council.\n"
    "Nobody could say how long the repairs will last, nor who will pay for the lamps and the new wooden pier."
)
MENU = (
    "We use cookies so that this site works. You can change what you allow at any time in the settings of your browser."
)


def found(lines: str, title: str = TITLE) -> list[tuple[str, str]]:
    text = f"{title}\n{lines}\n{STORY}"
    doc = Document(text, language="en", marks=(Mark(0, len(title), "headline", "mine:title"),))
    return [
        (mark.kind, text[mark.start : mark.end].strip(" -•·|"))
        for mark in sorted(signed(doc), key=lambda one: one.start)
    ]


@pytest.mark.parametrize(
    ("lines", "marks"),
    [
        ("December 21, 2023", [("published", "December 21, 2023")]),
        ("Arts Dec 23, 2023 2:15 PM EST", [("nav", "Arts"), ("published", "Dec 23, 2023 2:15 PM EST")]),
        ("Updated: Dec. 21, 2023", [("updated", "Updated: Dec. 21, 2023")]),
        ("by Jane Ronan on December 4, 2023", [("byline", "by Jane Ronan"), ("published", "on December 4, 2023")]),
        ("By Jane RonanDec. 21, 2023", [("byline", "By Jane Ronan"), ("published", "Dec. 21, 2023")]),
        ("By Jane Ronan published 21 May 2023", [("byline", "By Jane Ronan published"), ("published", "21 May 2023")]),
        (
            "Jane Ronan @janeronan\nDec. 21, 2023",
            [("byline", "Jane Ronan @janeronan"), ("published", "Dec. 21, 2023")],
        ),
        (
            "Jane Ronan, Money Reporter 22 December 2023 3:55pm",
            [("byline", "Jane Ronan, Money Reporter"), ("published", "22 December 2023 3:55pm")],
        ),
        (
            "12/04/2020 by Jane Ronan 24 Comments",
            [("published", "12/04/2020"), ("byline", "by Jane Ronan 24 Comments")],
        ),
    ],
)
def test_what_stands_below_a_headline(lines: str, marks: list[tuple[str, str]]) -> None:
    assert found(lines) == marks


@pytest.mark.parametrize(
    "line",
    [
        "Deadline: January 5, 2024",
        "The ferry that sank on December 21, 2023 is for sale",
        "Closed until December 21, 2023",
        "Storm of December 21, 2023",
        "It began on December 21, 2023.",
        "Old Pier Hotel",
    ],
)
def test_a_line_that_says_more_is_the_storys(line: str) -> None:
    assert found(line) == []


def test_whom_the_story_is_about_signs_nothing() -> None:
    assert found("Jane Ronan\nDecember 21, 2023", "Jane Ronan leaves the council of Lakeport") == [
        ("nav", "Jane Ronan"),
        ("published", "December 21, 2023"),
    ]


@pytest.mark.parametrize("name", ["Lakeport", "Coast / Crime", "Local News |"])
def test_a_section_or_town_above_who_and_when_is_no_story(name: str) -> None:
    """Nor between the two."""
    who, when = "By Jane Ronan", "December 21, 2023"
    for lines in ((name, who, when), (name, when), (who, name, when)):
        assert found("\n".join(lines)).count(("nav", name.strip(" |"))) == 1, lines


@pytest.mark.parametrize("line", ["Nobody was hurt", "Closed for months, says the mayor", "A Night Of Rain In June"])
def test_a_summary_above_who_and_when_stays(line: str) -> None:
    assert all(text != line for _, text in found(f"{line}\nBy Jane Ronan\nDecember 21, 2023"))


def test_a_chronicle_keeps_its_days() -> None:
    days = "\n".join(f"{month} 4, 2023\n{STORY}" for month in ("May", "June", "July"))
    assert found(f"{STORY}\n{days}") == []


def test_behind_a_summary_it_needs_somebody_who_signs() -> None:
    summary = STORY.partition("\n")[0]
    article = normalize(f"{MENU}\nShop\nStyle\n{TITLE}\n{summary}\nBy Jane Ronan\nDecember 21, 2023\n{STORY}")
    assert str(article.published) == "2023-12-21"
    assert [author.name for author in article.authors] == ["Jane Ronan"]


def test_other_stories_dates_do_not_count() -> None:
    """A page lists what is on before the story: the date below its headline is the story's."""
    events = "Thursday, 8 February 2024 - 19:05\nSunday, 11 February 2024 - 16:00"
    article = normalize(f"{events}\n{TITLE}\nPublished: 2 February 2024\n{STORY}", language="en")
    assert str(article.published) == "2024-02-02"


def untitled(lines: str) -> list[str]:
    """The days that are marked where no title is known."""
    text = f"{lines}\n{STORY}"
    return [text[mark.start : mark.end] for mark in signed(Document(text, language="en")) if mark.kind == "published"]


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        ("December 21, 2023", ["December 21, 2023"]),
        (f"Shop\n{TITLE}\nJane Ronan\n2023-12-21T10:52:01Z\nShare icon", ["2023-12-21T10:52:01Z"]),
        (f"Shop\n{TITLE}\nJane Ronan on December 21, 2023", ["on December 21, 2023"]),
        (f"{TITLE}\n21 December 2023 Jo Marsh Port, Sea Life 2", ["21 December 2023"]),
        (f"Pilots wanted\nMay 4, 2023\nFerry sold\nMay 6, 2023\n{TITLE}", []),  # two other stories
        (f"{TITLE}\nStorm of December 21, 2023", []),
        (f"{TITLE}\n21 December 2023 the port closed at 2", []),
        (f"{TITLE}\n21 December 2023 Jo Marsh 2024", []),
    ],
)
def test_the_only_day_right_above_the_story_is_its_date(lines: str, days: list[str]) -> None:
    """Menus hide the headline; two days there are other stories'."""
    assert untitled(lines) == days


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("Jane Ronan\nDecember 21, 2023", ["Jane Ronan"]),
        ("December 21, 2023\nJane Ronan", ["Jane Ronan"]),
        ("Jane Ronan on December 21, 2023", ["Jane Ronan"]),
        ("Jane Ronan\nDecember 21, 2023\nMark Ellery/LAKEPORT TIMES", ["Jane Ronan"]),  # who made the picture
        ("Just Watched\nDecember 21, 2023", []),
        ("Old Pier\nDecember 21, 2023", []),
    ],
)
def test_beside_that_date_stands_who_signs(lines: str, names: list[str]) -> None:
    doc = Document(f"Shop\n{TITLE}\n{lines}\n{STORY}", language="en")
    assert [one.name for mark in signed(doc) if mark.kind == "byline" for one in mark.value] == names


def test_a_summary_may_be_the_storys_first_line() -> None:
    """A day alone behind it is a chronicle's."""
    summary, story = STORY.split("\n")
    for line, days in (("Jane Ronan, December 21, 2023 10:15 am", 1), ("December 21, 2023", 0)):
        doc = Document(f"Shop\n{TITLE}\n{summary}\n{line}\n{story}", language="en")
        assert sum(mark.kind == "published" for mark in signed(doc)) == days, line


def test_the_day_in_a_byline_is_read() -> None:
    article = normalize(f"{TITLE}\nBy Jane Ronan - Lake Times - Thursday, December 21, 2023\n{STORY}")
    assert str(article.published) == "2023-12-21"
    assert [(one.name, one.organization) for one in article.authors] == [("Jane Ronan", "Lake Times")]
    assert article.paragraphs == tuple(STORY.split("\n"))


def test_who_signs_below_the_headline_is_the_author() -> None:
    """Teasers in the menu, and what is left of it above the headline, are other stories'."""
    teaser = "Ferry sold to the island's council\nBy Mark Ellery\n"
    lines = f"Shop the look\n{teaser}Style\n{TITLE}\nBy Jane Ronan\nDecember 21, 2023\n{STORY}\n{teaser}"
    article = normalize(f"{TITLE} - Lakeport Times\n{lines}", language="en")
    assert [one.name for one in article.authors] == ["Jane Ronan"]
