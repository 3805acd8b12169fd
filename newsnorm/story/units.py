"""A page as a row of units: its lines with their forms, broken paragraphs joined, and what is marked already."""

import re
from bisect import bisect_left
from functools import cache
from math import inf
from typing import NamedTuple

from newsnorm.document import Document
from newsnorm.story.head import squeezed
from newsnorm.story.shape import new_shape
from newsnorm.story.signatures import may_be_signed

__all__ = ["Unit", "units_of"]

_OPEN = frozenset({"line", "long line", "capitals", "label", "comma", "quote", "bullet"})
"""A line of these forms goes on in the next one, where that begins with a small letter: it is hard-wrapped."""

_CLINGS, _STOPS = frozenset(",;)"), frozenset(".:!?")
"""Some scrapers break the line at every element, so links and names inside a sentence stand alone. No line begins with
one of these signs, or is one of the second: it goes on where the sentence was broken."""

_JOINS = _CLINGS | _STOPS
"""A line that goes on where the last one was broken begins with one of these, or with a small letter."""

_INSIDE, _BROKEN = (1, 2), (3, 2)
"""What stands on a line of its own there has such a size at most; the line above, broken off, such a one at least:
first where only a small letter says that the sentence goes on, then where a sign does."""

_BREAKS = frozenset({"line", "long line", "sentence", "comma", "quote"})
"""The forms of a line broken off at a link: some are told by their length."""

_IN_LISTS = frozenset(
    {"line", "long line", "label", "bullet", "numbered", "number", "time", "quote", "capitals", "question", "comma"}
    | {"stamp"}
)
"""What a line with a colon can introduce."""

_LISTED = frozenset({"line", "long line", "label", "capitals", "time", "number", "stamp", "bullet"})
"""The forms of a list's lines."""

_SIGNABLE, _SIGNED = frozenset({"line", "long line", "bar"}), 3
"""A paragraph's end may be signed, right below another one; such a line has such a size at least."""

_DASHES = (" - ", " – ", " -- ")
_RUN = 4
"""So many lines in a row that all have a bracket, or all a dash, or all a year, are a list: results, dates, winners."""

_CENTURIES = frozenset({"19", "20"})
_STAMPED = frozenset({"time", "number", "bullet"})
_LONGEST_STAMP = 80
"""Lines of such forms may be stamps: a day and an hour, with the name of who wrote a comment then."""

_SHORTEST = 4
"""A line must have so many characters for its second printing to say something."""


class Unit(NamedTuple):
    """A line, the lines of one hard-wrapped paragraph, or what a mark holds."""

    start: int
    """Where it starts in the document's text, in code points."""
    end: int
    """Where it ends, excluded."""
    name: str
    """The form of the line (a shape's name; "again" and "prose again" for a repeated one, "listed" and "table" for
    one of a list or table, "stamp" for one with day and hour), or the kind of the mark."""
    size: int
    """The size of its shape; -1 for a mark."""


def units_of(doc: Document) -> list[Unit]:
    """The page's lines and marks, in order.

    Ads stand between any two lines, and buttons above the first: neither says anything of where the story is.

    >>> [unit.name for unit in units_of(Document("Port news\\nThe teams that play on Monday are:\\nLakeport"))]
    ['label', 'colon', 'listed']
    """
    page = _Page(doc)
    fresh = _fresh(doc)
    continued = doc.continued if doc.marks else ()
    top = doc.blocks[0].start if doc.blocks else 0
    marks = [
        _new(Unit, (start, end, kind, -1))
        for start, end, kind, _, _ in doc.marks
        if kind != "ad_label" and (kind != "share" or start > top)
    ]
    at, starts = 0, [*(mark[0] for mark in marks), inf]
    is_even = doc.is_even
    for start, end, text in doc.blocks:
        while starts[at] < start:
            page.found.append(marks[at])
            at += 1
        line = text if is_even else squeezed(text)
        page.add(start, end, line, None if start in fresh else start in continued)
    return page.found + marks[at:]


def _fresh(doc: Document) -> frozenset[int]:
    """The start of the block behind a dateline: with it the story begins, whatever stands above."""
    ends = [mark.end for mark in doc.marks if mark.kind == "dateline"]
    if not ends:
        return frozenset()
    starts = [block.start for block in doc.blocks]
    return frozenset(starts[at] for at in (bisect_left(starts, end) for end in ends) if at < len(starts))


_NOTHING = -1, 0
_new = tuple.__new__  # a page has many lines: a unit is made without a detour


class _Page:
    """The units so far, and what the next line needs to know of them."""

    __slots__ = ("above", "alike", "bars", "ends", "forms", "found", "in_list", "last", "length", "seen", "sign")

    def __init__(self, doc: Document) -> None:
        self.forms: dict[str, tuple[str, int, str, bool]] = doc.told("step:bounds")
        self.found: list[Unit] = []
        self.last = -1  # where the last line is; marks come and go, so a line's neighbours are lines
        self.length = 0  # how long its text is
        self.ends = ""  # its last character
        self.above = _NOTHING  # where the line above it is, and how long, if that one breaks off
        self.seen: set[str] = set()
        self.in_list = False
        self.bars = 0  # of the row above
        self.sign = ""  # that the lines above share
        self.alike: list[int] = []  # where those lines are

    def add(self, start: int, end: int, text: str, goes_on: bool | None) -> None:
        """Add a line, to the unit it belongs to or as a new one; `goes_on` is None for what can only begin.

        The line comes as it will be printed, with one blank where there are several.
        """
        form = self.forms.get(text)
        if form is None:
            form = self.forms[text] = _form(text)
        name, size, sign, may_go_on = form
        if size >= _SIGNED and name in _SIGNABLE and self._is_below_prose() and may_be_signed(text):
            name, sign = "sentence", ""
        if goes_on is not None and self.last >= 0 and (goes_on or (may_go_on and self._goes_on(text))):
            self._join(end, len(text), name, size)
            self.ends = text[-1]
            return
        if (size < 4 or name == "sentence") and len(text) >= _SHORTEST:
            if text in self.seen:
                name, sign = "prose again" if name == "sentence" else "again", ""
            else:
                self.seen.add(text)
        if name == "row":
            name = self._row(text.count("|"))
        elif self.in_list and name in _IN_LISTS:
            name, sign = "listed", ""
        else:
            self.in_list = name == "colon" and size >= 2
        is_inside = size <= _INSIDE[1] and name in _OPEN and self._breaks_off()
        self.above = (self.last, self.length) if is_inside else _NOTHING
        self.last, self.length, self.ends = len(self.found), len(text), text[-1]
        self.found.append(_new(Unit, (start, end, name, size)))
        if sign or self.sign:
            self._compare(sign)

    def _goes_on(self, text: str) -> bool:
        """True when a line that may go on belongs to the last one, which may stand inside the one above it."""
        clings = not text[0].islower()
        at = self.above[0]
        is_inside = (
            at >= 0
            and self.found[at].size >= _BROKEN[clings]
            and self.found[self.last].size <= _INSIDE[clings]
            and (clings or text[1:2] != " ")
        )
        if not clings and not self._is_open(0 if is_inside else 1):
            return False
        if is_inside:
            self._step_back()
        return True

    def _is_open(self, size: int) -> bool:
        unit = self.found[self.last]
        return unit.name in _OPEN and unit.size >= size and self.ends not in _STOPS

    def _is_below_prose(self) -> bool:
        """True when nothing stands between this line and a paragraph above it."""
        return self.last >= 0 and self.last == len(self.found) - 1 and self.found[self.last].name == "sentence"

    def _breaks_off(self) -> bool:
        """True when the last line ends in the middle of a sentence."""
        is_broken = self.last >= 0 and self.found[self.last].name in _BREAKS
        return is_broken and (self.ends.isalnum() or self.ends in ",(“")

    def _step_back(self) -> None:
        """Put the last line to the one above: the sentence goes on behind both of them."""
        unit, length = self.found.pop(self.last), self.length
        (self.last, self.length), self.above = self.above, _NOTHING
        self._join(unit.end, length, unit.name, unit.size)
        self.sign, self.alike = "", []

    def _join(self, end: int, length: int, name: str, size: int) -> None:
        """Add a line to its paragraph: together they say as much as their length, and end as the last line ends."""
        unit = self.found[self.last]
        length = self.length = self.length + 1 + length
        if unit.name == name == "label":  # words of a cloud of tags, in any number
            self.found[self.last] = unit._replace(end=end)
            return
        size = max(unit.size, size, 4 if length >= 100 else 0, 5 if length >= 200 else 0)
        if length >= 200:
            name = "sentence"
        elif name not in ("sentence", "question", "colon"):
            name = unit.name
        self.found[self.last] = Unit(unit.start, end, name, size)

    def _row(self, bars: int) -> str:
        """A row below another with as many bars is a table's, and so is that one."""
        above = self.found[self.last] if self.last >= 0 else None
        is_table = above is not None and above.name in ("row", "table") and bars == self.bars
        if above is not None and is_table:
            self.found[self.last] = above._replace(name="table")
        self.bars = bars
        return "table" if is_table else "row"

    def _compare(self, sign: str) -> None:
        """Tell a list by its lines: they all have a bracket, or all a dash."""
        if not sign or sign != self.sign:
            self.sign, self.alike = sign, []
        if sign:
            self.alike.append(self.last)
        if len(self.alike) >= _RUN:
            for at in self.alike if len(self.alike) == _RUN else self.alike[-1:]:
                self.found[at] = self.found[at]._replace(name="listed")


def _form(text: str) -> tuple[str, int, str, bool]:
    """The form of a line, its size, its sign, and whether it may go on with the line above."""
    name, size = new_shape(text)
    may_go_on = text[0].islower() or (text[0] in _JOINS and _clings(text))
    if name == "sentence":
        return name, size, "", may_go_on
    if name == "line" and size >= 4:
        name = "long line"
    elif name in _STAMPED and len(text) < _LONGEST_STAMP and _stamp().search(text):
        name = "stamp"
    return name, size, _sign(text, name) if name in _LISTED else "", may_go_on


def _clings(text: str) -> bool:
    """True for a line that begins with a sign behind which only the sentence can go on."""
    return text[0] in _CLINGS or text in _STOPS or text.startswith((". ", ": "))


def _sign(text: str, name: str) -> str:
    """What a line of a list has in common with the next: a bracket, a dash, or a year and what happened then."""
    if (text[:2] in _CENTURIES or text[2:4] in _CENTURIES) and _year().match(text):
        return "year"
    if "(" in text and name != "bullet":
        return "("
    has_dash = name != "bullet" and ("-" in text or "–" in text)
    return next((dash for dash in _DASHES if dash in text), "") if has_dash else ""


@cache
def _year() -> re.Pattern[str]:
    # "2023: Ada Lindqvist", "• 2022 – Tom Ferro"; not "2023-04-12"
    return re.compile(r"(?:[•*–-] )?(?:19|20)\d\d ?[:–—-] ?[^\W\d]")


@cache
def _stamp() -> re.Pattern[str]:
    # "03.01.12, 20:26:23", "2012-01-13 13:31", "13:26 on 1/12/12"
    day, hour = r"(?<!\d)\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?!\d)", r"(?<!\d)\d{1,2}[:.h]\d\d(?!\d)"
    return re.compile(f"{day}.{{0,12}}?{hour}|{hour}.{{0,12}}?{day}")
