"""Documents: marks never touch, blocks are what is left, boundaries keep to grapheme clusters."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm.document import Block, Document, Mark
from newsnorm.records import Repair
from newsnorm.text.graphemes import widen


def mark(start: int, end: int, kind: str = "x") -> Mark:
    """A mark that says nothing else."""
    return Mark(start, end, kind, "test:mark")


def texts(doc: Document) -> list[str]:
    """What is left, in words."""
    return [block.text for block in doc.blocks]


def test_lines_end_in_many_ways() -> None:
    """CRLF, CR, the Unicode separators; empty lines are no blocks, and blanks are stripped."""
    doc = Document(" one\r\ntwo\rthree\u2028four\x85five \n\n\u3000\n six")
    assert texts(doc) == ["one", "two", "three", "four", "five", "six"]
    assert all(doc.text[b.start : b.end] == b.text for b in doc.blocks)


def test_an_empty_text_has_no_blocks() -> None:
    """Nor has one of blanks."""
    assert Document("").blocks == Document(" \n\u3000").blocks == ()


def test_a_mark_inside_a_line_leaves_two_blocks() -> None:
    """Both stripped."""
    assert Document("rain [x] fell").add([mark(5, 8)]).blocks == (Block(0, 4, "rain"), Block(9, 13, "fell"))


def test_marks_in_one_block_one_after_the_other() -> None:
    """In one call and in several."""
    doc = Document("a bb c dd e")
    assert texts(doc.add([mark(2, 4), mark(7, 9)])) == texts(doc.add([mark(7, 9)]).add([mark(2, 4)])) == ["a", "c", "e"]


def test_a_mark_over_several_lines() -> None:
    """Takes the lines between, and parts of the first and the last."""
    assert texts(Document("one two\nthree\nfour five").add([mark(4, 18)])) == ["one", "five"]


def test_nothing_new_gives_the_same_document() -> None:
    """So a step that finds nothing costs nothing."""
    doc = Document("rain")
    assert doc.add([]) is doc
    full = doc.add([mark(0, 4)])
    assert full.add([mark(1, 3)]) is full


def test_the_first_finder_keeps_its_characters() -> None:
    """A later mark is clipped to what was free, on both sides."""
    doc = Document("0123456789").add([mark(3, 5, "first")]).add([mark(1, 8, "second")])
    assert [(m.start, m.end, m.kind) for m in doc.marks] == [(1, 3, "second"), (3, 5, "first"), (5, 8, "second")]


def test_marks_of_one_call_do_not_overlap() -> None:
    """The one that starts first wins."""
    doc = Document("0123456789").add([mark(4, 9, "late"), mark(1, 6, "early")])
    assert [(m.start, m.end, m.kind) for m in doc.marks] == [(1, 6, "early"), (6, 9, "late")]


def test_marks_outside_the_text_are_cut_to_it() -> None:
    """A step's arithmetic may be off; the document is not."""
    doc = Document("rain").add([mark(-3, 2), mark(3, 99), mark(50, 60)])
    assert [(m.start, m.end) for m in doc.marks] == [(0, 2), (3, 4)]


@pytest.mark.parametrize(
    ("text", "span", "wide"),
    [
        ("abc", (1, 2), (1, 2)),
        ("a\u0301bc", (1, 2), (0, 2)),
        ("a\u0301bc", (0, 1), (0, 2)),
        ("\U0001f468\u200d\U0001f469", (0, 1), (0, 3)),
        ("\r\n", (0, 1), (0, 2)),
        ("क्षेत्र", (1, 2), (0, 4)),
        (" \u0301x", (1, 3), (0, 3)),
    ],
)
def test_boundaries_keep_to_clusters(text: str, span: tuple[int, int], wide: tuple[int, int]) -> None:
    """A boundary inside what a reader sees as one character moves outwards."""
    assert widen(text, [span]) == [wide]


def test_source_takes_repairs_back() -> None:
    """Each repair counts the raw input's offsets."""
    doc = Document("Fish & chips’", repairs=(Repair(5, 10, "&amp;", "&"), Repair(16, 19, "â€™", "’")))
    assert doc.source == "Fish &amp; chipsâ€™"


@given(st.text(alphabet="ab \n\u0301", max_size=40), st.lists(st.tuples(st.integers(-2, 42), st.integers(-2, 42))))
def test_blocks_grow_as_if_made_anew(text: str, spans: list[tuple[int, int]]) -> None:
    """Adding marks one by one gives the blocks that a fresh document with all these marks gives."""
    doc = Document(text)
    for start, end in spans:
        doc = doc.add([mark(start, end)])
        assert doc.blocks == Document(text, marks=doc.marks).blocks
    for one, other in itertools.pairwise(doc.marks):
        assert one.end <= other.start


def test_a_line_ends_between_two_places_outside_of_marks() -> None:
    """Inside a mark it does not; before, between and behind marks it does."""
    doc = Document("aa b\nb cc\ndd ee ff").add([mark(3, 6), mark(14, 15)])
    assert not doc.breaks(0, 8)  # the line end stands inside the first mark
    assert doc.breaks(0, 10)
    assert doc.breaks(7, 16)
    assert not doc.breaks(10, 18)
    assert not doc.breaks(9, 9)
    assert Document("a\nb").add([mark(2, 3)]).breaks(0, 2)
    assert Document("a\nb").add([mark(0, 1)]).breaks(0, 3)


def test_marks_that_cannot_be_compared_are_sorted_by_where_they_stand() -> None:
    """Two marks of one span may hold values of any kind; the first finder keeps the characters."""
    one, other = Mark(0, 1, "x", "test:mark", {}), Mark(0, 1, "x", "test:mark", [])
    assert Document("ab").add([one, other]).marks == (one,)
    assert Document("ab").add([other, one]).marks == (other,)
    third = Mark(1, 2, "x", "test:mark", {})
    assert Document("ab").add([third]).add([one]).marks == (one, third)


def test_a_document_carries_what_it_knows_to_the_next() -> None:
    """Rules and blocks are made once."""
    doc = Document("It rained.\nAll night.")
    rules, blocks = doc.rules, doc.blocks
    grown = doc.add([mark(0, 2)])
    assert grown.__dict__["rules"] is rules
    assert grown.__dict__["blocks"][-1] is blocks[-1]


def test_a_mark_before_the_text_is_none() -> None:
    """Whatever it says; and one that ends where another starts takes nothing of it."""
    assert Document("ab").add([mark(-5, 0)]).marks == ()
    doc = Document("abcd").add([mark(2, 3)])
    assert doc.add([mark(0, 2)]).marks == (mark(0, 2), mark(2, 3))
    assert doc.add([mark(0, 4)]).marks == (mark(0, 2), mark(2, 3), mark(3, 4))
    assert doc.add([mark(2, 3)]) is doc


@pytest.mark.parametrize("end", ["\n", "\r", "\u2028", "\x85", "\x1c"])
def test_every_line_end_breaks(end: str) -> None:
    """Those that make two blocks of a line, and no other sign; nothing has no end."""
    doc = Document(f"one{end}two three")
    assert texts(doc) == ["one", "two three"]
    assert doc.breaks(0, len(doc.text))
    assert doc.breaks(3, 4)
    assert not doc.breaks(4, len(doc.text))
    assert not doc.breaks(4, 4)
    assert not doc.add([mark(3, 4)]).breaks(0, len(doc.text))


def test_a_mark_on_blanks_leaves_the_blocks_as_they_are() -> None:
    """At the end of a line, and behind the last one."""
    assert texts(Document("ab  \ncd").add([mark(3, 4)])) == ["ab", "cd"]
    assert texts(Document("ab cd   ").add([mark(0, 2), mark(6, 7)])) == ["cd"]


def test_a_line_begins_at_its_first_sign() -> None:
    """Not where that sign comes again."""
    assert Document("  anna").blocks == (Block(2, 6, "anna"),)


def test_a_grown_document_forgets_which_lines_went_on() -> None:
    """A mark may have parted another one."""
    doc = Document("ab [x] cd")
    assert (doc.continued, doc.fragments) == ({}, frozenset())
    grown = doc.add([mark(3, 6)])
    assert (grown.continued, grown.fragments) == ({7: 0}, frozenset({0, 7}))
    assert "ab" in grown._repr_html_()


def test_a_mark_keeps_clear_of_the_one_before() -> None:
    """Also where another stands further in front."""
    doc = Document("0123456789").add([mark(0, 1), mark(2, 6)])
    assert doc.add([mark(4, 7)]).marks == (mark(0, 1), mark(2, 6), mark(6, 7))
    assert doc.add([mark(6, 7)]).marks == (mark(0, 1), mark(2, 6), mark(6, 7))


def test_answers_are_kept_for_the_pages_made_from_a_page() -> None:
    """The clean page asks of the same lines; another page has answers of its own, and none makes two pages differ."""
    doc = Document("Rain fell.")
    doc.told("wet")["Rain fell."] = True
    assert replace(doc, text="It rained.").add([Mark(0, 2, "other", "mine:x")]).told("wet") == {"Rain fell.": True}
    assert Document("Rain fell.").told("wet") == {}
    assert doc == Document("Rain fell.")
    assert repr(doc) == repr(Document("Rain fell."))
