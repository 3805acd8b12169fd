"""Where the story starts and ends, told from all lines at once; what lies outside is taken out.

Every line has points: how much its form speaks for the story, in tenths of a log odd (`_BY_SIZE`, `_BY_NOISE`;
rounded from some ten thousand lines of real pages). A long sentence speaks for it; a label, a teaser cut short, a
bar of links against it; a subheading, an item or a row of a table hardly says anything. What other steps marked
counts too (`_BY_KIND`): a line "Comments" or a copyright notice says that the story is over. The story is the run
of lines with the most points. Where that leaves lines out they are asked again, for the words that they share with
the story's first paragraphs: a teaser has names of its own.

Nothing in the middle of the story is touched, whatever it looks like, and neither is a page without prose. An end
stays as it is where little speaks against it, and where so much prose lies outside that the story may go on there.

Twice is once: no head and no tail of the run has less than no points, or the run without it would have more. To
take away lines that speak against the story, outside or inside, leaves that true. Forms that depend on what stands
beside a line, or on the noise of the page, only ever speak less against it when something else is gone.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from newsnorm.cohesion import share_of, vocabulary
from newsnorm.document import Document, Mark
from newsnorm.units import Unit, lines_of, units_of

__all__ = ["bounds"]

RULE = "step:bounds"

_BY_SIZE = {
    # the sizes of a shape:  0    1    2    3    4    5    6
    "sentence": (0, 1, 4, 8, 12, 20, 30),
    "question": (-2, 0, 2, 3, 8, 15, 25),
    "colon": (-5, -2, 3, 5, 10, 20, 30),
    "comma": (-5, -2, 1, 3, 3, 10, 10),
    "cut": (-10, -12, -12, -10, -8, 0, 5),
    "bullet": (0, 0, 1, 1, 1, 1, 1),
    "numbered": (1, 1, 2, 2, 2, 2, 2),
    "long line": (0, 0, 0, 0, -2, 5, 5),
}
"""Points of forms that say more the longer the line is."""

_BY_NOISE = {
    # on a clean page, on a noisy one
    "line": (-2.5, -8),
    "capitals": (-2.5, -8),
    "label": (-3.5, -10),
    "time": (-3.5, -10),
    "number": (-3, -10),
    "again": (-3, -10),
    "symbols": (-2, -6),
    "bar": (-5, -15),
    "row": (-5, -15),
    "link": (-8, -12),
    "quote": (0, 0),
    "listed": (0, 0),
    "table": (0, 0),
    "prose again": (0, 0),
}
"""Points of forms that say more on a page that is full of menus than on a clean one."""

_BY_KIND = {
    "comments": -60,
    "copyright": -30,
    "feed_tail": -40,
    "author_bio": -20,
    "wire_tail": -20,
    "nav": -15,
    "tags": -15,
    "related": -4,
    "newsletter": -3,
    "paywall": -3,
    "cookie": -3,
    "app": -3,
    "other": -3,
    "share": -2,
    "counter": -2,
    "ad_label": 0,
}
"""Points of what other steps have marked: little for what sites also print between two paragraphs."""

_NOISE = frozenset({"link", "again", "bar", "row", "cut", "time", "number", "symbols"})
_NOISY = 4
_NOISY_SHARE = 8
"""So many lines that are no story's, by form or by mark, and one of so many, make a page as noisy as can be."""

_GAP = (0, -70)
"""A run of lines speaks against the story with so many points at most, on a clean page and on a noisy one."""

_PROOF_ABOVE = 5
_PROOF_BELOW = (20, 10)
_PROOF_SHORT = 4
_SHORT = 3
"""So many points must speak against what lies above the story, and below it on a clean and on a noisy page, or it
stays. A few short lines behind the last sentence are hardly ever the story's: three or fewer need less."""

_REST = 0.6
"""Where more prose lies outside than this share of the story's own, it may be the story too, and stays."""

_LONG, _LEAD = 5, 3
"""The story's words are those of its first sentences of such a size, so many of them."""

_SHARED, _STRANGE, _SOME = 30, 6, 2
"""A line all of the story's words has half so many points more; one of some size without any has so many less."""

_ROUNDS = 4
"""How often the rest is looked at again; two rounds settle all but pages made to be difficult."""


def bounds(doc: Document) -> Iterator[Mark]:
    r"""Mark every line above the story's first and below its last.

    Where there is a dateline, the story starts there. The value says on which side the line stands, and its
    form. Nothing is marked on a page without prose.

    >>> story = "The harbour was closed on Monday after two days of rain, said Ada Lindqvist, the mayor."
    >>> [mark.value for mark in bounds(Document("Sport\n09:15\n" + story + "\nContact us"))]
    ['above the story: label', 'above the story: number', 'below the story: label']
    """
    units = units_of(doc)
    dateline = min((mark.start for mark in doc.marks if mark.kind == "dateline"), default=None)
    for _ in range(_ROUNDS):
        first, last = _found(doc, units, dateline)
        outside = [unit for unit in (*units[:first], *units[last + 1 :]) if unit.size >= 0]
        inside = [unit for unit in units[first : last + 1] if unit.size >= 0]
        if len(inside) == len(units):
            return
        begin = units[first].start
        for unit in outside:
            where = "above" if unit.start < begin else "below"
            yield Mark(unit.start, unit.end, _KINDS.get(unit.name, "other"), RULE, f"{where} the story: {unit.name}")
        units = lines_of(doc, inside) if outside else inside


def _found(doc: Document, units: Sequence[Unit], dateline: int | None) -> tuple[int, int]:
    """The first and the last unit to keep; found by the forms, and then once more with the story's words."""
    points, noise = _points(units)
    first, last = _held(units, _story(units, points, noise), dateline)
    if first > 0 or last < len(units) - 1:
        points = _with_words(doc, units, points, (first, last))
        first, last = _held(units, _story(units, points, noise), dateline)
    return first, _before_bio(doc, units, last)


def _held(units: Sequence[Unit], ends: tuple[int, int], dateline: int | None) -> tuple[int, int]:
    """The same, but where there is a dateline the story begins with it."""
    first, last = ends
    if dateline is None:
        return first, last
    first = next((index for index, unit in enumerate(units) if unit.start >= dateline), 0)
    return first, last if last > first else len(units) - 1


def _with_words(doc: Document, units: Sequence[Unit], points: list[float], story: tuple[int, int]) -> list[float]:
    """The points, and more for lines that use the words of the story's first paragraphs, less for those with none."""
    long = (u for u in units[story[0] : story[1] + 1] if u.name == "sentence" and u.size >= _LONG)
    words = vocabulary(doc.text[unit.start : unit.end] for unit in islice(long, _LEAD))
    return [_worded(doc, unit, point, words) for unit, point in zip(units, points, strict=True)] if words else points


def _worded(doc: Document, unit: Unit, point: float, words: frozenset[str]) -> float:
    share = share_of(doc.text[unit.start : unit.end], words) if unit.size >= 0 else None
    if share is None:
        return point
    return point + _SHARED * min(share, 0.5) - (_STRANGE if share == 0 and unit.size >= _SOME else 0)


_KINDS = {
    **dict.fromkeys(("label", "bar", "row", "symbols", "link"), "nav"),
    **dict.fromkeys(("line", "long line", "cut", "capitals", "time"), "related"),
}
"""What a line outside the story is called; "other" where its form says nothing."""


def _before_bio(doc: Document, units: Sequence[Unit], last: int) -> int:
    """The story's last unit when a few words about its author stand behind it: they begin with the author's name."""
    names = tuple(
        author.name
        for mark in doc.marks
        if mark.kind == "byline"
        for author in mark.value or ()
        if author.name and " " in author.name
    )
    if names:
        for at in range(max(1, last - 2), last + 1):
            unit = units[at]
            if unit.size >= 4 and doc.text.startswith(names, unit.start):
                return at - 1
    return last


def _story(units: Sequence[Unit], points: Sequence[float], noise: float) -> tuple[int, int]:
    """The first and the last unit to keep."""
    best = _best(units, points, noise)
    if best is None:
        return 0, len(units) - 1
    first, last = best
    above, below = points[:first], points[last + 1 :]
    inside = _REST * sum(point for point in points[first : last + 1] if point > 0)
    is_short = sum(unit.size >= 0 for unit in units[last + 1 :]) <= _SHORT
    proof = _PROOF_SHORT if is_short else _between(_PROOF_BELOW, noise)
    lines = [point for unit, point in zip(units, above, strict=False) if unit.size >= 0]
    if _stays(lines, _PROOF_ABOVE, min(inside, -sum(point for point in lines if point < 0))):
        first = 0  # a mark such as a copyright notice says that the story ends, not that it has not begun
    if _stays(below, proof, inside):
        last = len(units) - 1
    return first, last


def _stays(points: Sequence[float], proof: float, most: float) -> bool:
    return -sum(point for point in points if point < 0) < proof or sum(point for point in points if point > 0) > most


def _between(ends: tuple[float, float], share: float) -> float:
    return ends[0] + (ends[1] - ends[0]) * share


def _points(units: Sequence[Unit]) -> tuple[list[float], float]:
    """The points of every unit, and how noisy the page is, 0 to 1 in quarters."""
    noisy = 0
    for _, _, name, size in units:
        if name in _NOISE if size >= 0 else name in _BY_KIND:
            noisy += 1
    noise = min(4, 4 * noisy // max(_NOISY, len(units) // _NOISY_SHARE))
    table = _table(noise)
    return [table[name][size] if size >= 0 else _BY_KIND.get(name, 0) for _, _, name, size in units], noise / 4


@cache
def _table(quarters: int) -> Mapping[str, Sequence[float]]:
    """The points of every form by its size, on a page of so much noise."""
    by_noise = {name: (_between(ends, quarters / 4),) * 7 for name, ends in _BY_NOISE.items()}
    return {**_BY_SIZE, **by_noise}


def _best(units: Sequence[Unit], points: Sequence[float], noise: float) -> tuple[int, int] | None:
    """The run with the most points, the longest of equals, and the lines beside it that say nothing against it.

    None when no line has any. One pass, as J. Kadane found it (J. Bentley, Programming Pearls, 1984).
    """
    deepest = _between(_GAP, noise)
    best = total = gap = 0.0
    start = first = 0
    last = -1
    for index, point in enumerate(points):
        if point > 0:
            if total <= 0:
                start = index
            gap = 0.0
            total += point
            if total >= best:
                best, first, last = total, start, index
        elif point < 0:
            if units[index][3] >= 0:  # the size: a line, no mark
                left = deepest - gap
                point = min(left, 0.0) if left > point else point  # noqa: PLW2901 - a gap's points have an end
                gap += point
            total = total + point if total + point > 0 else 0.0
    if last < 0:
        return None
    while first > 0 and units[first - 1].size >= 0 and points[first - 1] >= 0:
        first -= 1
    while last < len(units) - 1 and units[last + 1].size >= 0 and points[last + 1] >= 0:
        last += 1
    return first, last
