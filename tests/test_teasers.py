"""Other stories in a row, each with the same button below."""

import pytest

from newsnorm import normalize
from newsnorm.document import Document
from newsnorm.steps.lines import lines
from newsnorm.story.teasers import teasers
from newsnorm.story.units import units_of

STORY = (
    "The harbour of Lakeport was closed on Monday after two days of rain, Ada Lindqvist, the mayor, said.",
    "“We had no choice,” she said. “The boats were breaking loose, and one had already hit the old pier.”",
    "Ferries to the islands will run again from Thursday, the harbour master said, if the wind drops by then.",
)

OTHERS = (
    ("Two boats sink off Ternmouth", "Nobody was hurt, but the owner says that he has lost all he had."),
    ("The old bridge opens again", "It was closed for a year, and a ferry took the people over the river."),
    ("Who pays for the new school", "The town and the county cannot agree, and lessons begin in three weeks."),
)


def row(button: str, *, words: bool = True) -> list[str]:
    """The others, each with its button."""
    return [line for title, said in OTHERS for line in ([title, said, button] if words else [title, button])]


def found(page: list[str]) -> list[str]:
    """The lines of teasers."""
    text = "\n".join(page)
    doc = Document(text).add(lines(Document(text)))
    units = units_of(doc)
    return [text[units[at].start : units[at].end] for at in teasers(doc, units)]


@pytest.mark.parametrize(
    ("button", "language"),
    [("Read more", "en"), ("READ MORE", "en"), ("Weiterlesen", "de"), ("Czytaj dalej", "pl"), ("Leer más", "es")],
)
@pytest.mark.parametrize("words", [True, False])
def test_a_row_of_teasers(button: str, language: str, words: bool) -> None:
    """Above the story or below it: all of it goes, and the story stays."""
    teased = row(button, words=words)
    expected = [line for line in teased if line != button]
    title = "Rain closes the old port"
    for page in ([*STORY, *teased], [*teased, *STORY]):
        assert found(page) == expected
        article = normalize("\n".join([title, *page]), language=language)
        assert article.paragraphs == STORY
        assert normalize(article.to_text(), language=language).paragraphs == STORY


@pytest.mark.parametrize(
    "page",
    [
        row("Read more")[:6],  # two are no row
        [line for said in STORY for line in (said, "Read more")],  # no titles: links of the story's own
        [line for (title, said) in OTHERS for line in (said, said, said, "Read more", title)],  # a label above its link
        [line for (title, said) in OTHERS for line in (title, said * 12, "Read more")],  # longer than teasers
        [line for (title, said) in OTHERS for line in (title, said, said, said, "Read more")],
        [line for (title, _), say in zip(OTHERS, ("Read more", "More news", "See also"), strict=True)
         for line in (title, say)],
        row("the tide of Monday"),  # no button
    ],
)  # fmt: skip
def test_what_is_no_row(page: list[str]) -> None:
    assert found(page) == []
