"""Which run of lines is the story: the one with the most points, or on a page of many notices the headline's own."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsnorm.story.points import between
from newsnorm.story.units import Unit

__all__ = ["FAR", "SIGNED", "best_run", "is_plain", "runs"]

FAR = 50
"""So many lines further down no story goes on."""

SIGNED = frozenset({"byline", "published", "updated"})
"""What stands right below a story's own headline."""

_GAP = (0, -70)
"""A run of lines speaks against the story with so many points at most, on a clean page and on a noisy one."""

_STORY = 20
"""With fewer points, those of one long sentence, nobody can tell what the story is; the page stays whole."""

_NEAR, _BELOW, _NEXT = 3, 13, 3
"""Below a headline one of so many lines says who wrote the story or when, and one of so many is its first sentence;
below a byline or a date without a headline one of so many is."""

_PART = 0.1
"""A short story has such a part of the points that a site's own notices have, all of them together."""


class Run(NamedTuple):
    """Lines that speak for the story, with what stands between them."""

    first: int
    """The place of its first unit."""
    last: int
    """The place of its last one."""
    points: float
    """What they say together."""


def best_run(units: Sequence[Unit], points: Sequence[float], noise: float) -> tuple[int, int] | None:
    """The run with the most points, the longest of equals, and the lines beside it that say nothing against it.

    None when all of them say too little. Where one begins right below a headline with its byline or date, and the one
    with the most begins far below that, among a site's notices to its readers, it is the headline's.

    >>> from newsnorm.document import Document
    >>> from newsnorm.story.units import units_of
    >>> units = units_of(Document("Sport\\nIt rained all night, and the harbour was closed.\\nRain"))
    >>> best_run(units, [-3, 22, -3], 0)
    (1, 1)
    """
    found = list(runs(units, points, noise))
    best = max(reversed(found), key=lambda run: run.points, default=None)
    if best is None or best.points < _STORY:
        return None
    best = _below_headline(units, found, best) or best
    first, last = best.first, best.last
    while first > 0 and units[first - 1].size >= 0 and points[first - 1] >= 0:
        first -= 1
    while last < len(units) - 1 and units[last + 1].size >= 0 and points[last + 1] >= 0:
        last += 1
    return first, last


def _below_headline(units: Sequence[Unit], found: Sequence[Run], best: Run) -> Run | None:
    """The headline's own run, or the one below its byline or date, where the best one begins far below it."""
    firsts = [run.first for run in found]
    for at in range(max(0, best.first - FAR)):
        reach = _reach(units, at)
        below = bisect_right(firsts, at) if reach else len(firsts)
        if below < len(firsts) and firsts[below] <= at + reach:
            own = max(found[below : bisect_right(firsts, firsts[below])], key=lambda run: run.points)
            enough = own.points >= max(_STORY, _PART * best.points)
            return own if enough and best.first - own.last > FAR else None
    return None


def _reach(units: Sequence[Unit], at: int) -> int:
    """How many lines below a headline, a byline or a date its story may begin; 0 below others."""
    name = units[at].name
    if name == "headline" and any(one.name in SIGNED for one in units[at + 1 : at + 1 + _NEAR]):
        return _BELOW
    return _NEXT if name in SIGNED else 0


def runs(units: Sequence[Unit], points: Sequence[float], noise: float) -> Iterator[Run]:
    """For each line that speaks for the story the run that it ends.

    One pass, as J. Kadane found it (J. Bentley, Programming Pearls, 1984).
    """
    deepest = between(_GAP, noise)
    total = gap = 0.0
    start = 0
    for index, point in enumerate(points):
        if point > 0:
            if total <= 0:
                start = index
            gap = 0.0
            total += point
            yield Run(start, index, total)
        elif point < 0 < total:
            if is_plain(units[index]):
                left = deepest - gap
                point = min(left, 0.0) if left > point else point  # noqa: PLW2901 - a gap's points have an end
                gap += point
            total = total + point if total + point > 0 else 0.0


def is_plain(unit: Unit) -> bool:
    """True for a line that says something by its form only; a mark or a stamp says what it is."""
    return unit.size >= 0 and unit.name != "stamp"
