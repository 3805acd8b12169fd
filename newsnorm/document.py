"""The text of one page with marks on it. The text never changes, so nobody can break anybody's marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import Any, NamedTuple

from newsnorm.records import Repair
from newsnorm.rules.sets import RuleSet, rules_for
from newsnorm.text.graphemes import widen
from newsnorm.views.looks import marked

__all__ = ["KEPT", "TITLES", "Block", "Document", "Mark", "Step"]

KEPT = frozenset({"headline", "dateline"})
"""The kinds of mark that stay in the article; what any other kind marks is taken out."""


TITLES = frozenset({"headline", "headline_repeat"})
"""The kinds of mark that print the story's title."""


class Mark(NamedTuple):
    """`text[start:end]` is a `kind`, and `rule` says so. Code points, end excluded."""

    start: int
    """Where it starts."""
    end: int
    """Where it ends, excluded."""
    kind: str
    """What it is: "ad_label", "headline", "dateline", "embed", …"""
    rule: str
    """Who says so: a rule's id, or "step:…"."""
    value: Any = None
    """What was read from it: a Dateline, an Embed, a DateFound, …; None for plain boilerplate."""


class Block(NamedTuple):
    """A line, or the part of one, that nobody has marked. Stripped and never empty."""

    start: int
    """Where it starts in the document's text, in code points."""
    end: int
    """Where it ends, excluded."""
    text: str
    """The words: `document.text[start:end]`."""


@dataclass(frozen=True)
class Document:
    r"""An immutable page: the text, and the marks that steps have put on it.

    >>> doc = Document("Advertisement\nRain fell.")
    >>> doc.add([Mark(0, 13, "ad_label", "mine:ad")]).blocks
    (Block(start=14, end=24, text='Rain fell.'),)
    """

    text: str
    """The repaired text. It never changes."""
    _: KW_ONLY
    language: str = "und"
    """BCP 47 tag of the text; "und" when nobody knows."""
    marks: tuple[Mark, ...] = ()
    """What has been found so far, sorted by start, none touching another's characters."""
    packs: tuple[RuleSet, ...] = ()
    """The user's own rules, besides those that newsnorm brings."""
    date_order: str | None = None
    """"DMY", "MDY" or "YMD" where the caller knows how the site writes dates."""
    repairs: tuple[Repair, ...] = ()
    """What repair changed to make `text` from the raw input."""
    _told: dict[Hashable, dict[str, Any]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def rules(self) -> RuleSet:
        """The rules for this document's language, the user's own packs among them."""
        return rules_for(self.language, self.packs)

    @property
    def source(self) -> str:
        """The raw input: the text with every repair taken back."""
        if not self.repairs:
            return self.text
        parts, at, shift = [], 0, 0  # shift: how much longer the raw input is so far
        for repair in self.repairs:
            start = repair.start - shift
            parts += [self.text[at:start], repair.raw]
            at = start + len(repair.text)
            shift += len(repair.raw) - len(repair.text)
        return "".join([*parts, self.text[at:]])

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Every stretch of a line that is still unmarked, in order."""
        told = self.told("lines")  # of a text that steps have marked, and that starts anew without marks
        lines = told.get(self.text)
        if lines is None:
            lines = told[self.text] = _lines(self.text)
        return tuple(_cut(lines, self.marks, self.text)) if self.marks else lines

    @cached_property
    def is_even(self) -> bool:
        """True when no blank of any line needs squeezing: one look at the whole text, not one at each line."""
        return "  " not in self.text and not any(map(self.text.__contains__, _ODD_BLANKS))

    @cached_property
    def continued(self) -> Mapping[int, int]:
        """Blocks that go on where a cut broke their line: their start, and the start of the block before the cut."""
        found: dict[int, int] = {}
        blocks = self.blocks
        starts = [block.start for block in blocks]
        reached = -1
        for mark in self.marks:
            begins = mark.start == 0 or (self.text[mark.start - 1] == "\n" and reached < mark.start)
            reached = mark.end
            if begins:
                continue  # as nearly all: nothing stands before it on its line
            at = bisect_right(starts, mark.start)
            if 0 < at < len(blocks) and not self.breaks(blocks[at - 1].end, blocks[at].start):
                found[blocks[at].start] = blocks[at - 1].start
        return found

    @cached_property
    def fragments(self) -> frozenset[int]:
        """The starts of blocks that are not alone on their line."""
        return frozenset((*self.continued.keys(), *self.continued.values()))

    def breaks(self, start: int, end: int) -> bool:
        """True when a line ends between two places, outside of every mark."""
        at = max(0, bisect_right(self.marks, start, key=_start) - 1)
        for mark in self.marks[at : bisect_left(self.marks, end, key=_start)]:
            if _has_line_end(self.text[start : max(start, mark.start)]):
                return True
            start = max(start, mark.end)
        return _has_line_end(self.text[start:end])

    def add(self, marks: Iterable[Mark]) -> "Document":
        """A new document with these marks too; this very one when there is nothing new.

        Boundaries inside a grapheme cluster move outwards. Characters that are marked already stay with
        their first finder: the new mark is clipped to what was free, and dropped when nothing was.
        """
        found = self._free(sorted(marks, key=_span))
        if not found:
            return self
        grown = object.__new__(Document)  # a page grows many times: no field needs a look
        grown.__dict__.update(self.__dict__, marks=tuple(sorted((*self.marks, *found))))  # no two start at one place
        for name in ("continued", "fragments"):
            grown.__dict__.pop(name, None)
        if "blocks" in self.__dict__:
            grown.__dict__["blocks"] = tuple(_cut(self.blocks, found, self.text))
        return grown

    def told(self, question: Hashable) -> dict[str, Any]:
        """The answers to a question that looks at one line alone, by the line: kept for the second look at the page.

        They belong to this page and those made from it, and are gone with them.
        """
        return self._told.setdefault(question, {})

    def _repr_html_(self) -> str:
        return marked(self.text, self.marks)

    def _free(self, marks: list[Mark]) -> list[Mark]:
        if not marks:
            return []
        size = len(self.text)
        spans = [_span(m) if 0 <= m[0] <= size and 0 <= m[1] <= size else _inside(m, size) for m in marks]
        wide = widen(self.text, spans)
        starts = [m[0] for m in self.marks]
        found: list[Mark] = []
        reached = 0
        for mark, (start, end) in zip(marks, wide, strict=True):
            at = bisect_right(starts, start)
            before_next = at == len(starts) or end <= starts[at]
            if reached <= start < end and before_next and (at == 0 or self.marks[at - 1][1] <= start):
                # no mark touches it, as nearly always
                found.append(mark if mark[0] == start and mark[1] == end else mark._replace(start=start, end=end))
                reached = end
            else:
                gaps = self._gaps(max(start, reached), end, starts)
                found += [mark._replace(start=low, end=high) for low, high in gaps]
                reached = max(reached, end)
        return found

    def _gaps(self, start: int, end: int, starts: list[int]) -> Iterator[tuple[int, int]]:
        """The parts of a span that no mark holds yet."""
        at = max(0, bisect_right(starts, start) - 1)
        for mark in self.marks[at : bisect_left(starts, end)]:
            if mark.start > start:
                yield start, mark.start
            start = max(start, mark.end)
        if start < end:
            yield start, end


_ODD_BLANKS = "\t\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Whatever is a blank inside of a line, but the plain one."""

_start = itemgetter(0)
_span = itemgetter(0, 1)


def _has_line_end(text: str) -> bool:
    return "\n" in text or (text != "" and len(f"{text}.".splitlines()) > 1)


def _inside(mark: Mark, size: int) -> tuple[int, int]:
    return max(0, min(mark.start, size)), max(0, min(mark.end, size))


def _lines(text: str) -> tuple[Block, ...]:
    out: list[Block] = []
    new, start = tuple.__new__, 0  # a page has many lines: the record is made without a detour
    for line in text.splitlines(keepends=True):
        words, size = line.strip(), len(line)
        if words:
            length = len(words)
            at = start if length == size or line[0] == words[0] else start + line.index(words[0])
            out.append(new(Block, (at, at + length, words)))
        start += size
    return tuple(out)


def _block(text: str, start: int, end: int) -> Iterator[Block]:
    words = text[start:end]
    left = words.lstrip()
    if left:
        start = end - len(left)
        words = left.rstrip()
        yield Block(start, start + len(words), words)


def _cut(blocks: tuple[Block, ...], marks: Sequence[Mark], text: str) -> list[Block]:
    """The blocks without what the marks cover; marks sorted and apart. Costs what the marks cost."""
    starts = [block[0] for block in blocks]
    out: list[Block] = []
    at = now = 0  # the next block, the next mark
    while now < len(marks) and at < len(blocks):
        start, stop = marks[now][0], marks[now][1]
        first = max(at, bisect_right(starts, start) - 1)
        if first > at:
            out += blocks[at:first]
        at = first + 1
        low, end, _ = blocks[first]
        if start <= low < end == stop:
            now += 1  # a whole line, as nearly always
            continue
        while now < len(marks) and marks[now].start < end:
            mark = marks[now]
            if low < mark.start:
                out.extend(_block(text, low, mark.start))
            low = max(low, mark.end)
            if mark.end > end:
                break  # it goes on in the next block
            now += 1
        if low == blocks[first].start:
            out.append(blocks[first])
        elif low < end:
            out.extend(_block(text, low, end))
    out.extend(blocks[at:])
    return out


Step = Callable[[Document], Iterable[Mark]]
"""A step looks at a document and says what it found; it changes nothing."""
