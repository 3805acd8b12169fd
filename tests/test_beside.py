"""What stands beside a date on its line: a clock behind a stroke or glued to the year, a counter, a station's name."""

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
        "May 12, 2024, 2:30 p.m. | Lakeport",
        "May 12, 2024 2:30 PM • 3 minute read",
        "Published: May 12, 2024 at 2:30 PM|Updated: 2 hours ago",
        "May 12, 2024 2:30 PM Updated 3 hrs ago",
    ],
)
def test_nothing_of_a_date_line_stays(line: str) -> None:
    """And the clock is read."""
    moment, left = read(line)
    assert isinstance(moment, datetime.datetime)
    assert (moment.date(), moment.hour, moment.minute) == (datetime.date(2024, 5, 12), 14, 30)
    assert left == []


@pytest.mark.parametrize("beside", ["Rain in all four towns of the old coast", "it rained.", "the harbour"])
def test_words_beside_a_date_stay(beside: str) -> None:
    """A title is longer than a name, and neither a sentence nor small letters are one."""
    _, left = read(f"Published: May 12, 2024 | {beside}")
    assert left == [beside]
