"""Who wrote it and when, on the lines right below the headline: menus and calls above it do not matter there."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from newsnorm.bylines.dated import EDGES, Labelled, is_alone, is_nickname, is_short, is_stamped
from newsnorm.bylines.reading import LONGEST, Byline, read_byline
from newsnorm.bylines.whose import is_known, speaks_of
from newsnorm.bylines.words import Words, words_of
from newsnorm.dates.calendars import ROLES, date_only
from newsnorm.dates.marks import date_mark, days_of
from newsnorm.dates.reading import is_name
from newsnorm.document import TITLES, Block, Document, Mark
from newsnorm.records import Author
from newsnorm.story.head import is_prose
from newsnorm.story.layout import is_title
from newsnorm.story.titles import story_start

__all__ = ["signed"]

RULE = "step:signed"

_MOST = 16
"""So many unmarked lines below a title are looked at, and below so many titles."""

_STORY = 12
"""Whom the story is about stands in so many of its first lines."""


def signed(doc: Document) -> Iterator[Mark]:
    r"""Mark date and byline on the lines between the headline and the first paragraph, where nobody has yet.

    A whole page's dump has menus, calls and teasers above the story, and among them nobody can tell a date line from
    any other; right below the headline it needs no label, and may share its line with a section and a counter.

    >>> story = "The harbour was closed on Monday after two days of rain, said Ada Lindqvist, the mayor."
    >>> text = f"Rain floods the old port\nJane Ronan\nDec. 21, 2023\n{story}"
    >>> marks = signed(Document(text, language="en", marks=(Mark(0, 24, "headline", "mine"),)))
    >>> [(mark.kind, text[mark.start : mark.end]) for mark in marks]
    [('published', 'Dec. 21, 2023'), ('byline', 'Jane Ronan')]
    """
    is_dated = any(mark.kind in _PUBLISHED for mark in doc.marks)
    if any(mark.kind in TITLES for mark in doc.marks) or not is_dated:
        below = _Below(doc)
        dates = [*_dates(below)]
        is_dated = is_dated or any(mark.kind in _PUBLISHED for mark in dates)
        days = [] if is_dated else _above_story(doc)
        dates += days
        yield from dates
        below = below.grown(below.doc.add(dates), days)
        bylines = [*_bylines(below)]
        yield from bylines
        rests = [*_rests(below.doc.add(bylines), dates)]
        yield from rests
        yield from _between(below.grown(below.doc.add([*bylines, *rests])))


class _Below:
    """The lines between a headline and the story; also a summary's other side, where somebody signs."""

    def __init__(self, doc: Document, days: Sequence[Mark] = ()) -> None:
        self.doc, self.days = doc, days
        self.alone: set[int] = set()  # lines that are the only one between two paragraphs: a chronicle's day, perhaps
        self._titles = [mark for mark in doc.marks if mark.kind in TITLES][:_MOST]
        self._starts = [block.start for block in doc.blocks]
        self._marks = [mark.start for mark in doc.marks]
        self.lines: Sequence[Block] = self._lines()

    def grown(self, doc: Document, days: Sequence[Mark] = ()) -> "_Below":
        """The same with what was marked since: on most pages nothing was."""
        return self if doc is self.doc and [*days] == [*self.days] else _Below(doc, days)

    def _lines(self) -> list[Block]:
        """The lines below each title, and beside the story's day where no title is known.

        A title that no story follows stands in a menu, or in a list of other stories.
        """
        found: dict[int, Block] = {}
        for mark in self._titles:
            first = bisect_left(self._starts, mark.end)
            found |= {block.start: block for block in self._window(self.doc.blocks[first : first + _MOST])}
        for day in self.days:
            at = bisect_left(self._starts, day.start)
            found |= {block.start: block for block in self.doc.blocks[max(0, at - 1) : at + 1]}
        return [*found.values()]

    def _window(self, blocks: Sequence[Block]) -> Sequence[Block]:
        first = next((at for at, block in enumerate(blocks) if is_prose(block.text)), None)
        if first is None:
            return ()
        rest = range(first + 1, len(blocks))
        second = next((at for at in rest if is_prose(blocks[at].text)), first + 1)
        behind = blocks[first + 1 : second]
        if len(behind) == 1 and not self.touches(behind[0], _SIGNED):
            self.alone.add(behind[0].start)
        ahead = [*(block.text for block in behind[1:]), ""]
        behind = [block for block, below in zip(behind, ahead, strict=False) if not is_title(below)]  # a teaser's date
        return [*blocks[:first], *behind]

    def touches(self, block: Block, kinds: Collection[str]) -> bool:
        """True when a mark of these kinds stands between the block and its neighbours."""
        return any(mark.kind in kinds for side in self.beside(block) for mark in side)

    def beside(self, block: Block) -> tuple[Sequence[Mark], Sequence[Mark]]:
        """The marks between the block and its neighbours: those before it, and those behind it."""
        blocks, at = self.doc.blocks, bisect_left(self._starts, block.start)
        low = blocks[at - 1].end if at else 0
        high = blocks[at + 1].start if at + 1 < len(blocks) else len(self.doc.text)
        first, middle, last = (bisect_left(self._marks, place) for place in (low, block.start, high))
        return self.doc.marks[first:middle], self.doc.marks[middle:last]

    def speaks_of(self, found: Byline, block: Block) -> bool:
        """True when a title or one of the paragraphs below has a word of the name."""
        first = bisect_left(self._starts, block.end)
        titles = (self.doc.text[mark.start : mark.end] for mark in self._titles)
        story = (one.text for one in self.doc.blocks[first : first + _STORY] if is_prose(one.text))
        return speaks_of(found, (*titles, *story))


_DATES = frozenset(ROLES)
_SIGNED = frozenset({*_DATES, "byline", "read_time"})
_BESIDE = frozenset({*_DATES, *TITLES, "byline"})


# --- dates --------------------------------------------------------------------------------------------------------


def _dates(below: _Below) -> Iterator[Mark]:
    rules = below.doc.rules
    for block in below.lines:
        for one in days_of(below.doc, block):
            if is_alone(one, block.text, rules) and (
                block.start not in below.alone or is_stamped(one, words_of(rules))
            ):
                yield date_mark(block, one, RULE)


def _above_story(doc: Document) -> list[Mark]:
    """The date right above the story where no title that is known stands above it, if it is the only day there.

    The story may begin with its summary: then a line right behind it counts, if somebody signs or a clock is printed.
    """
    blocks, words = doc.blocks, words_of(doc.rules)
    first = story_start(blocks)
    if first < 0:
        return []
    start = max(0, first - _NEAR)
    near = enumerate(blocks[start : first + _BEHIND], start)
    read = [(at, block, one) for at, block in near for one in days_of(doc, block)]
    found = [(block, one) for at, block, one in read if at < first or is_stamped(one, words)]
    if len({one.date.value and date_only(one.date.value) for _, one in found}) != 1:
        return []
    return [date_mark(block, one, RULE) for block, one in found if is_alone(one, block.text, doc.rules)]


_NEAR, _BEHIND = 10, 4
"""So many lines above the story, and so many from its first, are looked at for its date."""


_PUBLISHED = frozenset({"published", "updated"})


def _rests(doc: Document, dates: Sequence[Mark]) -> Iterator[Mark]:
    """A section, a town or a site's name that is left beside a date read here."""
    starts = [block.start for block in doc.blocks]
    for date in dates:
        at = bisect_left(starts, date.start)
        for block in doc.blocks[max(0, at - 1) : at + 1]:
            core = block.text.strip(EDGES)
            if core and is_short(core) and _is_beside(doc.text, block, date):
                yield Mark(block.start, block.end, "nav", RULE, "beside a date")


def _is_beside(text: str, block: Block, date: Mark) -> bool:
    between = text[block.end : date.start] if block.end <= date.start else text[date.end : block.start]
    return len(between) <= _GAP and not between.strip(EDGES) and "\n" not in between


_GAP = 5
"""So many blanks and separators stand between a date and what is beside it."""


# --- bylines ------------------------------------------------------------------------------------------------------


def _bylines(below: _Below) -> Iterator[Mark]:
    doc, words = below.doc, words_of(below.doc.rules)
    known = {one.name.casefold() for mark in doc.marks if mark.kind == "byline" for one in mark.value or ()}
    last: Mark | None = None
    for block in below.lines:
        found = _read(below, block, words)
        if found is None or (last and found.rule is None and _is_second(below, last, block)):
            continue
        if _vouched(below, block, found):
            new = tuple(one for one in found.authors if one.name.casefold() not in known)
            known.update(one.name.casefold() for one in new)
            last = Mark(block.start, block.end, "byline", found.rule.id if found.rule else RULE, new)
            yield last


def _is_second(below: _Below, last: Mark, block: Block) -> bool:
    """True for a name behind the day of a story that is signed before it: a picture's maker."""
    return any(last.end <= day.start and day.end <= block.start for day in below.days)


def _read(below: _Below, block: Block, words: Words) -> Byline | None:
    found = read_byline(block.text, words)
    if found is not None or len(block.text) > LONGEST or not below.touches(block, _DATES):
        return found
    core = Labelled(block.text, below.doc.rules).core
    found = read_byline(core, words)
    if found is None and is_nickname(core, words):
        rule, name = words.label(core)
        return Byline((Author(name=name, raw=block.text),), rule)
    return found


def _vouched(below: _Below, block: Block, found: Byline) -> bool:
    """True with a "By", with an address, and for a name beside a date, right below the headline, or below another."""
    if found.rule is not None or found.has_address:
        return True
    if not (found.is_desk or is_known(found, below.doc.rules)) or not below.touches(block, _BESIDE):
        return False
    return found.is_desk or not below.speaks_of(found, block)


# --- what stands between them -------------------------------------------------------------------------------------


def _between(below: _Below) -> Iterator[Mark]:
    """A section or a town on a line of its own, behind the headline or byline and right before a byline or date.

    A summary has more words, or one without a capital.
    """
    for block in below.lines:
        if len(block.text) <= _SECTION and is_name(block.text):
            before, behind = below.beside(block)
            if any(mark.kind in _BESIDE for mark in before) and any(mark.kind in _WHO_WHEN for mark in behind):
                yield Mark(block.start, block.end, "nav", RULE, "between headline and date")


_SECTION = 25
"""A section's name has so many code points at most."""

_WHO_WHEN = frozenset({*_DATES, "byline"})
