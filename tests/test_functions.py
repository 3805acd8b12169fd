"""The functions of daily use, and the pipeline's own ways."""

import pathlib
from collections.abc import Iterator

import pytest

from newsnorm import STEPS, Document, Mark, annotate, normalize, pack, remove_boilerplate
from newsnorm.functions import cut
from newsnorm.pipeline import _LOOKS
from newsnorm.rest import clean_page


@pytest.mark.parametrize(
    ("page", "left"),
    [
        ("Advertisement\nIt rained.", "It rained."),
        ("It rained.\n\nAdvertisement\n\nIt stopped.\n", "It rained.\n\nIt stopped.\n"),
        ("It rained.\r\nAdvertisement\r\nIt stopped.", "It rained.\r\nIt stopped."),
        ("  Advertisement  \n  It rained.  ", "  It rained.  "),
        ("It rained.", "It rained."),
        ("Advertisement\n\nAdvertisement\n", ""),
        ("", ""),
        ("It rained.\nShare this article", "It rained.\n"),
    ],
)
def test_remove_boilerplate(page: str, left: str) -> None:
    """Named lines go with their line ends; nothing else is touched."""
    assert remove_boilerplate(page) == left


def test_cut_inside_a_line_leaves_the_line() -> None:
    """Characters around a span stay as they were."""
    assert cut("one two three", [Mark(4, 7, "x", "test:x")]) == "one  three"


def test_remove_boilerplate_in_one_language() -> None:
    """An unknown language has English rules; a wrong tag is nobody's."""
    assert remove_boilerplate("Advertisement\nx", language="tlh") == "x"


def label_in_two(doc: Document) -> Iterator[Mark]:
    """A step that cuts a star wherever it stands: it may bring two halves of a label together."""
    for block in doc.blocks:
        at = block.text.find("*")
        while at >= 0:
            yield Mark(block.start + at, block.start + at + 1, "markup", "mine:star")
            at = block.text.find("*", at + 1)


def test_a_cut_that_makes_a_label_is_looked_at_again() -> None:
    """Until nothing new is found; the account covers the whole line."""
    page = "Rain floods the port\nAdver*tisement\nIt rained."
    article = normalize(page, steps=[label_in_two, *STEPS])
    assert article.paragraphs == ("It rained.",)
    assert "".join(r.text for r in article.removed) == "Adver*tisement"
    assert {r.kind for r in article.removed} == {"markup", "ad_label"}


def test_a_page_that_never_settles_is_given_up_in_time() -> None:
    """A step that finds something new at every look gets a bounded number of looks."""
    looks = []

    def greedy(doc: Document) -> Iterator[Mark]:
        looks.append(len(doc.text))
        yield Mark(len(doc.text) - 1, len(doc.text), "markup", "mine:greedy")

    article = normalize("Rainfall all night in the north and in the south", steps=[greedy])
    assert len(looks) == _LOOKS + 1
    assert len(article.removed) >= 1


def test_annotate_with_steps_of_ones_own() -> None:
    """In the order given; each sees what those before it left."""

    def first(doc: Document) -> Iterator[Mark]:
        yield Mark(doc.blocks[0].start, doc.blocks[0].end, "one", "mine:first")

    doc = annotate(Document("a\nb\nc"), [first, first])
    assert [doc.text[mark.start : mark.end] for mark in doc.marks] == ["a", "b"]


def test_extra_packs_as_paths_and_as_packs(tmp_path: pathlib.Path) -> None:
    """Read once by the caller, or by `normalize`."""
    path = tmp_path / "mine.toml"
    path.write_text(
        '[[nav]]\nid = "x"\nwhy = "y"\nsays = ["Zurück zum Hafen"]\nhit = ["Zurück zum Hafen"]\nmiss = ["Hafen"]\n',
        encoding="utf-8",
    )
    for packs in ([path], [str(path)], [pack(path)]):
        assert normalize("Zurück zum Hafen", extra_packs=packs).removed[0].kind == "nav"


def test_the_way_back_from_the_clean_page() -> None:
    """Each word of the clean page knows where it stands in the document, squeezed blanks and moved headline too."""
    page = (
        "Advertisement\nRain   floods the old port\n"
        "LAGOS (AP) —  It [gallery ids='1'] rained  all night.\n\nIt stopped."
    )
    doc = annotate(Document(page))
    clean = clean_page(doc)
    for word in ("floods", "rained", "night.", "stopped.", "(AP)"):
        start = clean.text.index(word)
        assert [page[a:b] for a, b in clean.spans(start, start + len(word))] == [word]


def test_nothing_left_is_nothing_printed() -> None:
    """A dateline alone is a page of its own."""
    article = normalize("KARACHI, Feb 12 (Reuters) -")
    assert article.to_text() == "KARACHI, Feb 12 (Reuters) -"
    assert article.paragraphs == ()
