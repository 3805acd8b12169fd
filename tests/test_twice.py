"""Where a page prints its story a second time, and where only parts of it come again."""

import textwrap

import pytest

from test_bounds import MORE, STORY, cut, left


def wrapped(story: str, width: int) -> str:
    """The story with line breaks in its paragraphs."""
    return "\n".join("\n".join(textwrap.wrap(line, width)) for line in story.splitlines())


@pytest.mark.parametrize("again", [STORY + MORE, wrapped(STORY + MORE, 105)])
def test_a_second_printing_goes(again: str) -> None:
    """The story for print, below the story; what stands behind it goes too."""
    assert left(f"{STORY}{MORE}{again}\nWhat the boats cost, and who pays for them, is still not known.") == [
        *(STORY + MORE).splitlines()
    ]


@pytest.mark.parametrize(
    "page",
    [
        STORY.splitlines()[0] + "\n" + STORY + MORE,  # a summary
        STORY + MORE + STORY.splitlines()[0],  # a paragraph that comes again
        STORY + STORY.replace("Lakeport", "Ternmouth").replace("We had", "There was").replace("Ferries", "Boats"),
    ],
)
def test_what_is_no_second_printing(page: str) -> None:
    """One paragraph that comes again, or two stories that are alike."""
    assert cut(page) == []


def test_captions_that_repeat_the_story() -> None:
    """Below every picture a paragraph stands again, the first one twice: behind them the story goes on."""
    first, second, third = STORY.splitlines()
    more = MORE.splitlines()
    end = (
        "The owner of the last ferry wants to sell it to the town, and has asked for the money before the winter.",
        "Nobody at the town hall could say on Monday night how much the pier would cost, or who would pay for it.",
    )
    page = "\n".join([first, second, first, third, *more, first, more[0], *end])
    assert cut(page) == []


def test_captions_that_repeat_two_paragraphs() -> None:
    """The second picture shows what the first paragraph told, the third what the last told: the story goes on."""
    first, *others = (STORY + MORE).splitlines()
    told = [
        f"{who} said on Monday that the old pier would be mended before the winter, whatever the work might cost."
        for who in ("The owner of the ferry", "The pilot of the harbour", "A fisherman of Ternmouth", "The council")
    ]
    end = [f"{who} wants to go on, and has asked for money." + " It is not there." * 4 for who in ("Ada", "Jo", "Una")]
    page = "\n".join([first, *others, *told, first, told[3], *end])
    assert cut(page) == []
