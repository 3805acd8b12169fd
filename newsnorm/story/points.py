"""What a line says for or against being the story's: points by its form, by its mark, by its words.

Points are tenths of a log odd, rounded from some ten thousand lines of real pages. A long sentence speaks for the
story; a label, a teaser cut short, a bar of links against it; a subheading, an item or a row of a table hardly says
anything. A mark of another step says what it is: behind "Comments" and a copyright notice the story is over.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import islice

from newsnorm.document import Document
from newsnorm.story.cohesion import share_of, vocabulary
from newsnorm.story.sitespeech import site_words
from newsnorm.story.units import Unit

__all__ = ["between", "points_of", "with_words", "without_sitespeech"]

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
    "stamp": (-20, -20),
    "quote": (0, 0),
    "listed": (0, 0),
    "table": (0, 0),
    "prose again": (0, 0),
}
"""Points of forms that say more on a page that is full of menus than on a clean one."""

_BY_KIND = {
    "comments": -100,
    "copyright": -30,
    "feed_tail": -40,
    "nav": -15,
    "author_bio": -40,
    "wire_tail": -20,
    "tags": -15,
    "related": -4,
    "newsletter": -3,
    "paywall": -3,
    "cookie": -3,
    "app": -3,
    "other": -3,
    "share": -2,
    "counter": -2,
}
"""Points of what other steps have marked: little for what sites also print between two paragraphs."""

_ON_CLEAN, _STRAY = {"nav": -40, "newsletter": -6}, 3
"""Points of what only stands behind the story on a clean page; among menus, from so many quarters of noise on,
it may be a stray one, inside of it."""

_NOISE = frozenset({"link", "again", "bar", "row", "cut", "time", "number", "symbols"})
_NOISY = 4
_NOISY_SHARE = 8
"""So many lines that are no story's, by form or by mark, and one of so many, make a page as noisy as can be."""

_LONG, _LEAD = 5, 3
"""The story's words are those of its first sentences of such a size, so many of them."""

_SHARED, _STRANGE, _SOME = 30, 6, 2
"""A line all of the story's words has half so many points more; one without any has so many less. Lines below such a
size, labels, are not asked: a section's name is a word of many stories."""

_LISTS = frozenset({"listed", "table"})
"""In a list or a table a line without the story's words is no stranger: half a programme is none."""

_ITEMS = 8
"""So many items of a list speak for the story; teasers with bullets are hundreds, and each has some word of it."""

_BULLETS = frozenset("*•·+")
"""An item with one of these may be a question or a sentence; behind a dash somebody may speak."""

_SPEECH = frozenset({"sentence", "question", "colon", "cut", "long line", "prose again"})
_SITE = (0, 0, 20, 45)
"""A sentence of one of these forms has so many points less for no, one, two, three or more of a site's own words."""

_TELLING, _QUIET = 2, 3
"""From either end they are asked until so many in a row have less than so many words of a site's own."""


def between(ends: tuple[float, float], share: float) -> float:
    """The number so far on the way from one end to the other.

    >>> between((10, 20), 0.25)
    12.5
    """
    return ends[0] + (ends[1] - ends[0]) * share


def points_of(text: str, units: Sequence[Unit]) -> tuple[list[float], float]:
    """The points of every unit by its form, and how noisy the page is, 0 to 1 in quarters.

    >>> from newsnorm.story.units import units_of
    >>> text = "Sport\\nIt rained all night, and the harbour was closed."
    >>> points_of(text, units_of(Document(text)))
    ([-3.5, 4], 0.0)
    """
    noisy = 0
    for _, _, name, size in units:
        if name in _NOISE if size >= 0 else name in _BY_KIND:
            noisy += 1
    noise = min(4, 4 * noisy // max(_NOISY, len(units) // _NOISY_SHARE))
    table, kinds = _table(noise), _kinds(noise)
    points = [table[name][size] if size >= 0 else kinds.get(name, 0) for _, _, name, size in units]
    return _without_lists(text, units, points), noise / 4


def _without_lists(text: str, units: Sequence[Unit], points: list[float]) -> list[float]:
    """The points, but none for the story where a list goes on for more items than a story's: each says a little."""
    items = 0
    for at, (start, _, name, size) in enumerate(units):
        if name == "bullet" or text[start] in _BULLETS:
            items += 1
            if items > _ITEMS and points[at] > 0:
                points[at] = 0
        elif size >= 0 and name != "symbols":
            items = 0
    return points


@cache
def _kinds(quarters: int) -> Mapping[str, float]:
    """The points of every kind of mark, on a page of so much noise."""
    share = min(1.0, quarters / _STRAY)
    clean = {kind: between((points, _BY_KIND[kind]), share) for kind, points in _ON_CLEAN.items()}
    return {**_BY_KIND, **clean}


@cache
def _table(quarters: int) -> Mapping[str, Sequence[float]]:
    """The points of every form by its size, on a page of so much noise."""
    by_noise = {name: (between(ends, quarters / 4),) * 7 for name, ends in _BY_NOISE.items()}
    return {**_BY_SIZE, **by_noise}


def with_words(doc: Document, units: Sequence[Unit], points: list[float], story: tuple[int, int]) -> list[float]:
    """The points, and more for lines that use the words of the story's first paragraphs, less for those with none.

    `story` has the first and the last unit of what is taken for the story. Its sentences use the headline's words too,
    and so do the titles of other stories, for which they count nothing. What the site says to its readers is
    taken off too, but not for words that the story uses: some stories are about newsletters.
    """
    long = (u for u in units[story[0] : story[1] + 1] if u.name == "sentence" and u.size >= _LONG)
    words = vocabulary(doc.text[unit.start : unit.end] for unit in islice(long, _LEAD))
    points = without_sitespeech(doc, units, points, words)
    if not words:
        return points
    title = vocabulary(doc.text[unit.start : unit.end] for unit in units if unit.name == "headline")
    return _worded(doc.text, units, points, words, words | title)


def without_sitespeech(
    doc: Document, units: Sequence[Unit], points: list[float], story: frozenset[str] = frozenset()
) -> list[float]:
    """The points, and less for sentences in which the site speaks to its readers, with words not the story's own.

    >>> from newsnorm.story.units import units_of
    >>> doc = Document("Get our newsletter straight to your inbox: click here to subscribe.")
    >>> without_sitespeech(doc, units_of(doc), [8])
    [-37]
    """
    text, found = doc.text, list(points)
    for order in (range(len(units)), range(len(units) - 1, -1, -1)):
        quiet = 0
        for at in order:
            start, end, name, size = units[at]
            if size >= 2 and name in _SPEECH:
                words = site_words(text[start:end], story)
                found[at] = points[at] - _SITE[min(3, words)]
                quiet = quiet + 1 if words < _TELLING else 0
            if quiet == _QUIET:
                break  # the middle of the story is not asked
    return found


def _worded(
    text: str, units: Sequence[Unit], points: Sequence[float], story: frozenset[str], titled: frozenset[str]
) -> list[float]:
    found = []
    for (start, end, name, size), point in zip(units, points, strict=True):
        share = share_of(text[start:end], titled if name == "sentence" else story) if size >= _SOME else None
        if share is None:
            found.append(point)
        elif share == 0:
            found.append(point if name in _LISTS else point - _STRANGE)
        else:
            found.append(point + _SHARED * min(share, 0.5))
    return _without_lists(text, units, found)
