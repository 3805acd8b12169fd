"""Where the story starts and ends, told from all lines at once; what lies outside is taken out.

Every line has points: how much its form, or what another step marked there, speaks for the story. A sentence in
which the site speaks to its readers, of newsletters and cookies, has less. The story is the run of lines with the
most points. Where that leaves lines out they are asked again, for the words that they share with the story's first
paragraphs: a teaser has names of its own; and for the numbers with which it counts its parts. A second printing of the
whole story, readers' comments, and what stands behind them, are left out from the start.

Nothing in the middle of the story is touched, whatever it looks like, and neither is a page without prose. An end
stays as it is where little speaks against it, and where so much prose lies outside that the story may go on there,
unless a line says that it is over.

Twice is once: no head and no tail of the run has less than no points, or the run without it would have more. To
take away lines that speak against the story, outside or inside, leaves that true. Forms that depend on what stands
beside a line, or on the noise of the page, only ever speak less against it when something else is gone.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from newsnorm.document import TITLES, Document, Mark
from newsnorm.headlines.same import same_headline
from newsnorm.story.bios import without_bios
from newsnorm.story.counted import counted_on
from newsnorm.story.lastwords import story_end
from newsnorm.story.menus import menus
from newsnorm.story.points import between, points_of, with_words, without_sitespeech
from newsnorm.story.runs import FAR, SIGNED, best_run, is_plain, runs
from newsnorm.story.teasers import teasers
from newsnorm.story.threads import readers_from
from newsnorm.story.twice import second_printing
from newsnorm.story.units import Unit, units_of

__all__ = ["bounds"]

RULE = "step:bounds"

_PROOF_ABOVE = 5
_PROOF_BELOW = (20, 10)
_PROOF_SHORT = 4
_SHORT = 3
"""So many points must speak against what lies above the story, and below it on a clean and on a noisy page, or it
stays. A few short lines behind the last sentence are hardly ever the story's: three or fewer need less."""

_REST = 0.6
"""Where more prose lies outside than this share of the story's own, it may be the story too, and stays."""

_TOP, _LEFT = 3, 3
"""The page's title is one of so many lines; where it stands again, below a menu, such a part of the prose is below."""

_SAID, _BESIDE = 3, 2
"""The first sentence of a story that stands right below the headline has such a size, and may be followed by so many
lines that are none: an address, a label."""

_SOON = 6
"""But not where one of so many lines behind the story, above any paragraph, says that it is over."""


def bounds(doc: Document) -> Iterator[Mark]:
    r"""Mark every line above the story's first and below its last.

    Where there is a dateline, the story starts there. The value says on which side the line stands, and its
    form. Nothing is marked on a page that has hardly any prose.

    >>> story = "The harbour was closed on Monday after two days of rain, said Ada Lindqvist, the mayor. " * 2
    >>> [mark.value for mark in bounds(Document("Sport\n09:15\n" + story + "\nContact us"))]
    ['above the story: label', 'above the story: number', 'below the story: label']
    """
    units = units_of(doc)
    for at in list(teasers(doc, units)):
        yield Mark(units[at].start, units[at].end, "related", RULE, "a teaser with its button")
        units[at] = units[at]._replace(name="related", size=-1)
    for at, kind in list(menus(doc, units)):
        yield Mark(units[at].start, units[at].end, kind, RULE, "an item of a menu")
        units[at] = units[at]._replace(name=kind, size=-1)
    dateline = min((mark.start for mark in doc.marks if mark.kind == "dateline"), default=None)
    first, last = _found(doc, units, dateline)
    for where, left in (("above", units[:first]), ("below", units[last + 1 :])):
        for start, end, name, size in left:
            if size >= 0:
                yield Mark(start, end, _KINDS.get(name, "other"), RULE, f"{where} the story: {name}")


def _title(doc: Document, units: Sequence[Unit]) -> int:
    """Where the page's title stands again as the headline, below a menu and right above a byline or a date; else 0.

    What stands between the two is no story, unless hardly any is left below.
    """
    titles = [at for at, (_, _, name, _) in enumerate(units) if name in TITLES]
    if len(titles) < 2 or titles[0] >= _TOP:
        return 0
    first, *others = (doc.text[units[at].start : units[at].end] for at in titles)
    for at, other in zip(titles[1:], others, strict=True):
        if any(unit.name in SIGNED for unit in units[at + 1 : at + 3]) and same_headline(first, other):
            prose = [unit.end - unit.start if unit.name == "sentence" else 0 for unit in units]
            return at if _LEFT * sum(prose[at:]) >= sum(prose) else 0
    return 0


def _found(doc: Document, units: Sequence[Unit], dateline: int | None) -> tuple[int, int]:
    """The first and the last unit to keep; found by the forms, and then once more with the story's words."""
    units = units[: second_printing(doc, units)]
    units = units[: readers_from(doc, units)]
    forms, noise = points_of(doc.text, units)
    points = without_sitespeech(doc, units, forms)
    first, last = _held(units, _story(units, points, noise), dateline)
    if any(unit.size >= 0 for unit in (*units[:first], *units[last + 1 :])):
        points = with_words(doc, units, forms, (first, last))
        first, last = _held(units, _story(units, points, noise), dateline)
        counted = counted_on(doc, units, points, (first, last))
        if counted != points:
            first, last = _held(units, _story(units, counted, noise), dateline)
    title = _title(doc, units)
    if first < title:
        first, last = title, last if last > title else len(units) - 1
    first, last = without_bios(doc, units, first, _before_bio(doc, units, last))
    return first, story_end(doc, units, first, last)


def _held(units: Sequence[Unit], ends: tuple[int, int], dateline: int | None) -> tuple[int, int]:
    """The same, but where there is a dateline the story begins with it."""
    first, last = ends
    if dateline is None:
        return first, last
    first = next((index for index, unit in enumerate(units) if unit.start >= dateline), 0)
    return first, last if last > first else len(units) - 1


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
    best = best_run(units, points, noise)
    if best is None:
        return 0, len(units) - 1
    first, last = best
    first = _below_headline(units, first)
    above, below = points[:first], points[last + 1 :]
    inside = _REST * _gains(points[first : last + 1])
    is_short = len([size for _, _, _, size in units[last + 1 :] if size >= 0]) <= _SHORT
    proof = _PROOF_SHORT if is_short else between(_PROOF_BELOW, noise)
    lines = [point for unit, point in zip(units, above, strict=False) if is_plain(unit)]
    if _stays(lines, _PROOF_ABOVE, min(inside, _losses(lines))):
        first = 0  # a mark such as a copyright notice says that the story ends, not that it has not begun
    if _losses(below) < proof:
        return first, len(units) - 1
    return first, _end(units, points, noise, last, inside)


def _end(units: Sequence[Unit], points: Sequence[float], noise: float, last: int, most: float) -> int:
    """The story's last unit where much speaks against what stands below it: it may go on there all the same.

    It does where all the prose there is more than `most`; where labels of its end come first, where one run of it is
    that begins not far below, for teasers and notices are many and short; and nowhere below comments.
    """
    below = units[last + 1 :]
    kinds = _soon(below)
    if "comments" in kinds:
        return last
    if kinds.isdisjoint(_OVER):
        return len(units) - 1 if _gains(points[last + 1 :]) > most else last
    end = -1
    for run in runs(below, points[last + 1 :], noise):
        if run.points > most and run.first - end <= FAR:
            end = run.last
    return last + 1 + end


_OVER = frozenset({"author_bio", "newsletter", "related", "share", "tags", "wire_tail"})
"""What stands right behind a story's last sentence. Inside of a story much of it follows."""


def _below_headline(units: Sequence[Unit], first: int) -> int:
    """The story's first unit; or the sentence right below the headline, with no more than a line or two in between."""
    for at in range(max(1, first - 1 - _BESIDE), first):
        unit = units[at]
        if units[at - 1].name == "headline" and unit.name == "sentence" and unit.size >= _SAID:
            return at
    return first


def _soon(below: Iterable[Unit]) -> frozenset[str]:
    """The kinds of the marks with which what stands below the story begins, before any paragraph."""
    kinds = []
    for unit in islice(below, _SOON):
        if unit.size < 0:
            kinds.append(unit.name)
        elif unit.name == "sentence" and unit.size >= 4:
            break
    return frozenset(kinds)


def _gains(points: Sequence[float]) -> float:
    return sum([point for point in points if point > 0])


def _losses(points: Sequence[float]) -> float:
    return -sum([point for point in points if point < 0])


def _stays(points: Sequence[float], proof: float, most: float) -> bool:
    return _losses(points) < proof or _gains(points) > most
