"""What is left of a page: its paragraphs with their seams, and the way back from the clean text to the page."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsnorm.document import Block, Document, Mark
from newsnorm.story.head import squeezed
from newsnorm.text.mending import repair

__all__ = ["Clean", "Piece", "clean_page", "kept", "lines_of", "paragraphs", "squeeze"]

_CLINGS = frozenset(",.;:!?)]}%")
"""What stands without a blank before it: a cut in front of it leaves none."""

Piece = tuple[int, str]
"""Where some words stand in the document's text, and the words."""


class Clean(NamedTuple):
    """A page as `Article.to_text` prints it, and where each of its words stands in the document."""

    text: str
    """The clean page."""
    at: tuple[int, ...]
    """Where the pieces start in the clean page."""
    pieces: tuple[Piece, ...]
    """The pieces, in the order of the clean page."""

    def spans(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The parts of the document's text that a span of the clean page covers."""
        for index in range(max(0, bisect_right(self.at, start) - 1), bisect_right(self.at, end - 1)):
            (where, words), at = self.pieces[index], self.at[index]
            low, high = max(start, at), min(end, at + len(words))
            if low < high:
                yield where + low - at, where + high - at


def squeeze(words: str) -> str:
    """One blank where there were several, and no line break inside.

    >>> squeeze("two  words")
    'two words'
    """
    return squeezed(words)


def kept(doc: Document, kind: str) -> list[Piece]:
    """The words of one of the `KEPT` kinds, in pieces, what was cut inside them left out; [] when there are none."""
    return next(iter(lines_of(doc, (mark for mark in doc.marks if mark.kind == kind))), [])


def lines_of(doc: Document, marks: Iterable[Mark]) -> list[list[Piece]]:
    """The words of some marks, a list a line, in pieces: what a cut has parted, as "By [b]Ada[/b]", reads as one."""
    return _joined(doc, [Block(m.start, m.end, doc.text[m.start : m.end]) for m in marks])


def paragraphs(doc: Document) -> list[list[Piece]]:
    """What nobody marked, a list a paragraph; each paragraph in pieces that `"".join` gives with seams put in.

    Pieces of one line belong together, whatever was cut between them.
    """
    return _joined(doc, doc.blocks, doc.is_even)


def _joined(doc: Document, blocks: Sequence[Block], is_even: bool = False) -> list[list[Piece]]:
    """Blocks as paragraphs: those of one line in one list, with seams where something was cut between them."""
    out: list[list[Piece]] = []
    before: Block | None = None
    marks, at = doc.marks, 0
    for block in blocks:
        first = at
        while at < len(marks) and marks[at][0] < block[0]:
            at += 1
        words = [(block[0], block[2])] if is_even else _words(block)
        cuts = [m for m in marks[first:at] if m.start >= before.end] if before is not None and at > first else ()
        if before is None or not cuts or doc.breaks(before.end, block.start):
            out.append(words)
        else:
            seam = _seam(before, cuts, block)
            out[-1] += [(block.start, seam), *words] if seam else words
        before = block
    return out


def _words(block: Block) -> list[Piece]:
    """The block in one piece, or word by word where its blanks need squeezing; a seam is a piece of its own."""
    if squeezed(block.text) == block.text:
        return [(block.start, block.text)]
    out: list[Piece] = []
    at = block.start
    for word in block.text.split():
        start = block.start + block.text.index(word, at - block.start)
        if out:
            out.append((start, " "))
        out.append((start, word))
        at = start + len(word)
    return out


def _seam(left: Block, cuts: Sequence[Mark], right: Block) -> str:
    """What stands where something was cut out of a line: a blank, or nothing."""
    ends = [left.end, *(cut.end for cut in cuts)]
    starts = [*(cut.start for cut in cuts), right.start]
    gaps = any(end < start for end, start in zip(ends, starts, strict=True))
    if not gaps and all(cut.kind == "markup" for cut in cuts) and _holds(left.text[-40:], right.text[:40]):
        return ""
    return "" if right.text[0] in _CLINGS else " "


def _holds(left: str, right: str) -> bool:
    """True when two halves put together do not read as one broken character or entity."""
    return bool(repair(left + right) == left + right)


def clean_page(doc: Document, title: str | None = None) -> Clean:
    """The page as `Article.to_text` will print it: headline, dateline with the first paragraph, paragraphs.

    `title` is the headline where it is not printed with the page's own words; such words stand nowhere in the document.
    """
    body = paragraphs(doc)
    dateline = kept(doc, "dateline")
    if dateline and body:
        body[0] = [*dateline, (body[0][0][0], " "), *body[0]]
    elif dateline:
        body = [dateline]
    headline = kept(doc, "headline") if title is None else []
    parts = [headline, *body] if headline else body
    text = [title] if title else []
    at, pieces, length = [], [], len(title or "")
    for part in parts:
        if text:
            text.append("\n\n")
            length += 2
        for piece in part:
            words = piece[1]
            text.append(words)
            if not words.isspace():
                at.append(length)
                pieces.append(piece)
            length += len(words)
    return Clean("".join(text), tuple(at), tuple(pieces))


def is_whole_line(doc: Document, mark: Mark) -> bool:
    """True when the clean page has the lines around the mark as they are: nothing is joined there, nothing parted.

    So nothing but blanks stands beside the mark on its lines; or it is a dateline in front of its paragraph.
    """
    before, after = doc.text[max(0, mark.start - 1) : mark.start], doc.text[mark.end : mark.end + 2]
    if before not in ("", "\n"):
        return False
    if mark.kind == "dateline":
        return after[:1] == " " and not after[1:].isspace()
    return after[:1] in ("", "\n")
