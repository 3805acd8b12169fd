"""Hard-wrapped pages become paragraphs; whatever else has short lines stays as it was."""

import textwrap

import pytest

from newsnorm import normalize
from newsnorm.text.wrapped import line_joins

STORY = (
    "The ferry to Lakeport was back in service on Monday after two days of repairs, the mayor said in a statement.",
    "Nobody was hurt when the boat broke loose, and no passenger had been on board at the time, he told the council.",
    "Tickets stay valid until the end of the month. The harbour office will answer questions from Thursday on.",
    "It rained.",
)


def wrapped(width: int, indent: str = "", between: str = "\n\n") -> str:
    """The story as a wire sends it."""
    return between.join(textwrap.fill(one, width, initial_indent=indent) for one in STORY)


@pytest.mark.parametrize("width", [48, 60, 69, 80])
def test_paragraphs_of_a_wire_are_joined(width: int) -> None:
    """Empty lines part the paragraphs, at whatever width the wire sends them."""
    article = normalize("Ferry is back in service\n\n" + wrapped(width))
    assert article.paragraphs == STORY
    assert article.headline == "Ferry is back in service"
    assert normalize(article.to_text()).paragraphs == STORY


def test_an_indented_line_begins_a_paragraph() -> None:
    """Old Reuters copy has no empty lines, but a few blanks before each paragraph."""
    assert normalize(wrapped(60, "    ", "\n")).paragraphs == STORY


def test_line_ends_that_became_blanks_are_told() -> None:
    """The raw page comes back from the repairs, and offsets count it."""
    raw = wrapped(60).replace("\n", "\r\n") + "\r\n\r\nAdvertisement"
    article = normalize(raw)
    assert article.source == raw
    assert {(one.raw, one.text) for one in article.repairs} >= {("\r\n", " ")}
    assert raw[article.removed[-1].start :] == "Advertisement"


@pytest.mark.parametrize(
    "text",
    [
        "Roses are red\nviolets are blue and they smell of sea\nsugar is sweet\nand so is the ferry to Lake Oak\n",
        "home of the news\nsports and weather of the week\nclassified ads and more of the same\ncontact\nabout us\n",
        "The mayor said on\nMonday\nthat the ferry\nwould return to its harbour after a day, and\nthat it\nwould stay.",
        "aGVsbG8gd29ybGQgYW5k\naGVsbG8gd29ybGQgYW5k\naGVsbG8gd29ybGQgYW5k\naGVsbG8gd29ybGQgYW5k\naGVsbG8gd29ybGQg",
        "\n".join(STORY),
    ],
    ids=["poem", "menu", "elements", "code", "paragraphs"],
)
def test_other_short_lines_stay(text: str) -> None:
    """A poem, a menu, inline elements on lines of their own, code, and paragraphs."""
    assert line_joins(text) == []
