"""Who wrote it and when, on the lines right below the headline: menus and calls above it do not matter there."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from newsnorm.bylines import Byline, read_byline
from newsnorm.bylinewords import Words, words_of
from newsnorm.dates import BARS, Dated
from newsnorm.daymarks import date_mark, days_of
from newsnorm.document import Block, Document, Mark
from newsnorm.head import is_prose
from newsnorm.rules import RuleSet
from newsnorm.whose import is_known, speaks_of

__all__ = ["signed"]

RULE = "step:signed"

_MOST = 16
"""So many unmarked lines below the headline are looked at."""

_STORY = 12
"""Whom the story is about stands in so many of its first lines."""


def signed(doc: Document) -> Iterator[Mark]:
    r"""Mark date and byline on the lines between the headline and the first paragraph, where nobody has yet.

    A whole page's dump has menus, calls and teasers above the story, and among them nobody can tell a date line from
    any other; right below the headline it needs no label, and may share its line with a section and a counter.

    >>> text = "Rain floods the old port\nJane Ronan\nDec. 21, 2023\nThe mayor said: stay."
    >>> marks = signed(Document(text, language="en", marks=(Mark(0, 24, "headline", "mine"),)))
    >>> [(mark.kind, text[mark.start : mark.end]) for mark in marks]
    [('published', 'Dec. 21, 2023'), ('byline', 'Jane Ronan')]
    """
    marks = [*_dates(doc)]
    marks += _bylines(doc.add(marks))
    yield from marks
    if marks:
        yield from _rests(doc.add(marks), marks)


def _below(doc: Document) -> list[Block]:
    """The lines between a headline and the story; also a summary's other side, where somebody signs.

    A title that no story follows stands in a menu or in a list of other stories.
    """
    starts = [block.start for block in doc.blocks]
    found: dict[int, Block] = {}
    for mark in doc.marks:
        if mark.kind in _TITLES:
            first = bisect_left(starts, mark.end)
            found |= {block.start: block for block in _window(doc, doc.blocks[first : first + _MOST])}
    return [*found.values()]


def _window(doc: Document, blocks: Sequence[Block]) -> Sequence[Block]:
    found: list[Block] = []
    passed = False
    for block in blocks:
        if is_prose(block.text):
            if passed or block is blocks[-1]:
                return found
            passed = True
        elif not passed or _touches(doc, block, _SIGNED):
            found.append(block)
        else:
            return found
    return found if passed else ()


def _touches(doc: Document, block: Block, kinds: Collection[str]) -> bool:
    """True when a mark of these kinds stands between the block and its neighbours."""
    at = bisect_left(doc.blocks, block.start, key=_start)
    low = doc.blocks[at - 1].end if at else 0
    high = doc.blocks[at + 1].start if at + 1 < len(doc.blocks) else len(doc.text)
    return any(low <= mark.start < high and mark.kind in kinds for mark in doc.marks)


def _start(block: Block) -> int:
    return block.start


_TITLES = frozenset({"headline", "headline_repeat"})
_DATES = frozenset({"published", "updated", "page_date"})
_SIGNED = frozenset({*_DATES, "byline", "read_time"})


# --- dates --------------------------------------------------------------------------------------------------------


def _dates(doc: Document) -> Iterator[Mark]:
    for block in _below(doc):
        yield from (date_mark(block, one, RULE) for one in days_of(doc, block) if _is_alone(one, doc.rules))


def _rests(doc: Document, marks: Sequence[Mark]) -> Iterator[Mark]:
    """A section, a town or a site's name that is left beside a date read here."""
    dates = [mark for mark in marks if mark.kind in _DATES]
    for block in doc.blocks:
        core = block.text.strip(_EDGES)
        if core and _is_short(core) and any(_is_beside(doc.text, block, date) for date in dates):
            yield Mark(block.start, block.end, "nav", RULE, "beside a date")


def _is_beside(text: str, block: Block, date: Mark) -> bool:
    between = text[block.end : date.start] if block.end <= date.start else text[date.end : block.start]
    return len(between) <= _GAP and not between.strip(_EDGES) and "\n" not in between


def _is_alone(one: Dated, rules: RuleSet) -> bool:
    """True for a date beside which only a name, a section or a label stands; "Storm of May 12, 2024" is a topic."""
    words = words_of(rules)
    if one.before and one.start < one.date.start and read_byline(one.before.strip(_EDGES), words) is None:
        return False  # a small word leads to the date, and nobody signs before it
    return all(_says_little(part, words, rules) for part in (one.before, one.behind) if part)


def _says_little(part: str, words: Words, rules: RuleSet) -> bool:
    if part.rstrip()[-1:] in _COLONS:
        return False  # a label that nobody knows: "Deadline: 5 January 2024"
    core = _Labelled(part, rules).core
    return not core or _is_short(core) or read_byline(core, words) is not None


_COLONS = (":", "：")


def _is_short(core: str) -> bool:
    """True for the name of a section or a town: "IT", "Aktuelle Meldung"."""
    parts = core.split()
    return len(core) <= 25 and len(parts) <= 2 and core[-1] not in ".!?:" and all(part[0].isupper() for part in parts)


class _Labelled:
    """A part of a line between what the rules know of its two ends: counters, read times, buttons."""

    def __init__(self, text: str, rules: RuleSet) -> None:
        self._rules = rules
        words = text.strip(_EDGES).split()
        while words:
            size = self._label(words)
            if not size:
                break
            words = words[size:] if size > 0 else words[:size]
        self.core = " ".join(words).strip(_EDGES)

    def _label(self, words: Sequence[str]) -> int:
        """How many words at the start, or, negative, at the end are a label; 0 for none."""
        for size in range(min(_LABEL, len(words)), 0, -1):
            if self._is_label(" ".join(words[:size])):
                return size
            if self._is_label(" ".join(words[-size:])):
                return -size
        return 0

    def _is_label(self, text: str) -> bool:
        found = self._rules.find(text.strip(_EDGES))
        return found is not None and found[0].kind in _LABELS


_GAP = 5
"""So many blanks and separators stand between a date and what is beside it."""

_EDGES = f"{BARS}()[]:;~@."
_LABEL = 4
"""A label beside a date has so many words at most: "Leave a comment"."""
_LABELS = frozenset({"counter", "read_time", "comments", "share", "nav", "player"})


# --- bylines ------------------------------------------------------------------------------------------------------


def _bylines(doc: Document) -> Iterator[Mark]:
    known = {one.name.casefold() for mark in doc.marks if mark.kind == "byline" for one in mark.value or ()}
    for block in _below(doc):
        found = read_byline(_Labelled(block.text, doc.rules).core, words_of(doc.rules))
        if found is not None and _vouched(doc, block, found):
            new = tuple(one for one in found.authors if one.name.casefold() not in known)
            known.update(one.name.casefold() for one in new)
            yield Mark(block.start, block.end, "byline", found.rule.id if found.rule else RULE, new)


def _vouched(doc: Document, block: Block, found: Byline) -> bool:
    """True with a "By", with an address, and for a name beside a date, right below the headline, or below another."""
    if found.rule is not None or found.has_address:
        return True
    if not (found.is_desk or is_known(found, doc.rules)) or not _touches(doc, block, _BESIDE):
        return False
    first = bisect_left(doc.blocks, block.end, key=_start)
    titles = (doc.text[mark.start : mark.end] for mark in doc.marks if mark.kind in _TITLES)
    story = (one.text for one in doc.blocks[first : first + _STORY] if is_prose(one.text))
    return found.is_desk or not speaks_of(found, (*titles, *story))


_BESIDE = frozenset({*_DATES, *_TITLES, "byline"})
