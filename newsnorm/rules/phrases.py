"""Phrases of rules, folded as lines are when they are compared with them.

There are tens of thousands, so they are folded many at a time, and one with a hole meets a line by its two ends.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from newsnorm.rules.linekeys import BRACKETS, EDGES, LONGEST_COUNTER, clean_key, line_key, plain, without_numbers

__all__ = [
    "Hole",
    "Match",
    "fold",
    "holes_of",
    "phrase_keys",
    "phrase_matcher",
    "phrases_of",
]

Match = Callable[[str], Mapping[str, str] | None]
"""Asks a whole line; gives what the slots hold, or None."""

_HOLE = 200
"""So much may stand in a hole, in code points, and at least one."""


def phrases_of(says: str | Iterable[str]) -> tuple[str, ...]:
    """The phrases of an array, or of a text with a bar between two of them: that is read ten times as fast."""
    listed = [phrase.strip() for phrase in " ".join(says.split()).split("|")] if isinstance(says, str) else list(says)
    found = tuple(filter(None, listed))
    for phrase in found:
        if not isinstance(phrase, str):
            raise TypeError(f"a phrase is a string, not {phrase!r}")
        if _MARK in phrase or _BETWEEN in phrase:
            raise ValueError(f"the phrase {phrase!r} has a control character")
        if "…" in phrase and not any(map(str.isalnum, phrase)):
            raise ValueError(f"the phrase {phrase!r} has no word, so every line would say it")
        if "#" in phrase and len(phrase) > LONGEST_COUNTER:
            raise ValueError(f"the phrase {phrase!r} is too long for a number: {LONGEST_COUNTER} code points at most")
        if phrase[0] == "#" and "…" in phrase:
            raise ValueError(f"the phrase {phrase!r} has a hole and starts with a number: write a form")
    return found


def phrase_keys(says: Iterable[str]) -> list[str]:
    """The keys of phrases without holes, and those of their other spellings, all folded at once: there are thousands.

    >>> phrase_keys(["Διαβάστε επίσης", "Read more:", "# views"])
    ['διαβάστε επίσησ', 'read more', 'διαβαστε επισησ', '# views']
    """
    whole = [phrase for phrase in says if "…" not in phrase]
    counted = [phrase.replace("#", "7") for phrase in whole if "#" in phrase]  # a sign at the end is decoration
    keys = map(clean_key, _folded(phrase for phrase in whole if "#" not in phrase))
    numbered = [without_numbers(clean_key(phrase)) for phrase in _folded(counted)]
    glued = (key.replace(" (#", "(#").replace(" #", "#") for key in numbered)  # a counter has its style, not a blank
    return list(dict.fromkeys([*keys, *numbered, *glued]))


# letters that lose their marks in capitals (Greek) or where a keyboard lacks them (Romance languages)
_MARKED, _BARE = "άέήίόύώϊϋΐΰáàâãăéèêëíìîïóòôõúùûçñșşțţ", "αεηιουωιυιυaaaaaeeeeiiiioooouuucnsstt"


@cache
def _marked() -> re.Pattern[str]:
    return re.compile(f"[{_MARKED}]")


def _without_marks(text: str) -> str:
    """Letters without the marks that capitals and sloppy keyboards leave out."""
    bare = dict(zip(_MARKED, _BARE, strict=True))
    return _marked().sub(lambda found: bare[found[0]], text)


class Hole(NamedTuple):
    """A phrase with one hole or more, folded."""

    parts: tuple[str, ...]
    """What stands before, between and behind the holes, without decoration at the phrase's two ends."""
    colon: bool
    """True when the first part ends in a colon, which is cut off: on the page blanks or a bar may stand there."""

    def fits(self, key: str) -> bool:
        """True when a key is this phrase with something in each of its holes.

        Where a part may end is kept for all ways at once, so that many holes take no longer than their number.
        """
        head, *middle, tail = self.parts
        ends = [self._behind(head, key)]
        if ends[0] < 0 or not key.endswith(tail):
            return False
        for part in middle:
            ends = [at + len(part) for at in _places(part, key, ends[0]) if _in_hole(ends, at)]
            if not ends:
                return False
        return _in_hole(ends, len(key) - len(tail))

    def _behind(self, head: str, key: str) -> int:
        """Where a key goes on behind the first part, and the colon that may follow; -1 where it starts otherwise."""
        if not key.startswith(head):
            return -1
        at = len(head)
        if self.colon:
            at += key.startswith(" ", at)
            if not key.startswith(_COLONS, at):
                return -1
            at += 1
            at += key.startswith(" ", at)
        return at


def _places(part: str, key: str, start: int) -> Iterator[int]:
    at = key.find(part, start)
    while at >= 0:
        yield at
        at = key.find(part, at + 1)


def _in_hole(ends: Sequence[int], at: int) -> bool:
    """True when a part that starts here has a hole before it, behind one of the places where the last part ends."""
    first = bisect_left(ends, at - _HOLE)
    return first < len(ends) and ends[first] < at


_COLONS = (":", "：", "|")


def holes_of(says: Iterable[str]) -> list[Hole]:
    """The phrases that have a hole, and their other spellings.

    >>> holes_of(["Read more: …", "Rain"])
    [Hole(parts=('read more', ''), colon=True)]
    """
    folded = _folded(phrase.replace("…", _MARK) for phrase in says if "…" in phrase)
    return [_hole(phrase.split(_MARK)) for phrase in dict.fromkeys(folded)]


def _hole(parts: list[str]) -> Hole:
    """Decoration is off a phrase's two ends, but not where it touches a hole."""
    first, *middle, last = [part.lstrip() if part.startswith(_ASKING) else part for part in parts]
    colon = first.rstrip().endswith((":", "："))
    first = first.rstrip(_COLON).lstrip(EDGES) if colon else first.lstrip(EDGES)
    return Hole((first, *middle, last.rstrip(EDGES)), colon)


_ASKING = (" ?", " !")
"""Some languages set a blank before these signs and some do not: it belongs to the hole."""

_MARK = "\0"
"""Stands for a hole while phrases are folded, for an ellipsis becomes three stops."""


def _folded(phrases: Iterable[str]) -> list[str]:
    """Phrases folded, all at once; then those again that are also met without some marks of their letters."""
    text = _BETWEEN.join(phrases).casefold()
    if not text:
        return []
    if text.isascii():
        return text.split(_BETWEEN)
    text = plain(text)
    bare = _without_marks(text)
    return text.split(_BETWEEN) if bare == text else [*text.split(_BETWEEN), *bare.split(_BETWEEN)]


_BETWEEN = "\1"


_COLON = " :：\u3000"
"""The colon behind a phrase's first part; a stop before it is the part's own: "Anm. d. Red.: …"."""

_FEW = 5


class _Holes:
    """Phrases with holes, by how they start; those that start with a hole, by how they end."""

    def __init__(self, holes: Iterable[Hole]) -> None:
        self._heads: dict[str, list[Hole]] = {}
        self._tails: dict[str, list[Hole]] = {}
        for hole in holes:
            by, part = (self._heads, hole.parts[0]) if hole.parts[0] else (self._tails, hole.parts[-1])
            by.setdefault(part, []).append(hole)
        sizes: dict[str, set[int]] = {}  # how long the heads are, by the few letters that they start with
        for head in self._heads:
            sizes.setdefault(head[:_FEW], set()).add(len(head))
        self._sizes = {few: sorted(found) for few, found in sizes.items()}
        self._ends = sorted({len(tail) for tail in self._tails})

    def fit(self, key: str) -> bool:
        """True when a key is one of them with something in its hole."""
        for few in range(1, _FEW + 1):
            for size in self._sizes.get(key[:few], ()):
                for hole in self._heads.get(key[:size], ()):
                    if hole.fits(key):
                        return True
        if self._ends:
            size = len(key)
            for end in self._ends:
                for hole in self._tails.get(key[size - end :], ()) if end < size else ():
                    if hole.fits(key):
                        return True
        return False


def phrase_matcher(says: Iterable[str]) -> Match:
    """Asks a line whether it is one of some phrases."""
    listed = tuple(says)
    exact = frozenset(phrase_keys(listed))
    holes = _Holes(holes_of(listed))

    def match(line: str) -> Mapping[str, str] | None:
        key = line_key(line)
        for way in dict.fromkeys((key, key.strip(BRACKETS), without_numbers(key))):  # mostly one and ""
            if way in exact or holes.fit(way):
                return {}
        return None

    return match


def fold(part: str) -> str:
    """Case folded, quotes and dashes plain, blanks single; the outer ones are kept."""
    folded = part.casefold()
    return folded if folded.isascii() else plain(folded)
