"""Other stories in a row, each with its title, a few words, and the same button below: "Read more"."""

from collections import Counter
from collections.abc import Iterator, Sequence

from newsnorm.document import Document
from newsnorm.story.units import Unit

__all__ = ["ANNOUNCED", "BUTTON", "teasers"]

BUTTON = ":related-heading"
"""Rules of this name mark a label or a button that says nothing but that there is more."""

ANNOUNCED = "step:announced"
"""Who takes a title right below a button for its link: below a teaser's button it is the next teaser's."""

_ROW = 3
"""So many equal buttons are no accident."""

_LINES, _CHARS = 3, 700
"""A teaser has so many lines at most, with so many code points."""

_TITLES = frozenset({"line", "long line", "label", "capitals", "question", "cut", "again", "quote"})
"""The form of a teaser's first line."""


def teasers(doc: Document, units: Sequence[Unit]) -> Iterator[int]:
    r"""The lines of teasers, as numbers of units.

    Sites print them beside the story, above it and below it, and to a program they read like news. A label with the
    same words inside a story has its link below it, and paragraphs above it; a teaser's button is its last line, so
    every one of the row, the first too, must have a title and little more.

    >>> from newsnorm.document import Mark
    >>> from newsnorm.story.units import units_of
    >>> flats = ("Flat", "Hut", "Bay")
    >>> text = "".join(f"{what} for rent\nIt has two rooms and a view of the sea.\nMore\n" for what in flats)
    >>> at = [at for at in range(len(text)) if text.startswith("More", at)]
    >>> doc = Document(text, marks=tuple(Mark(start, start + 4, "related", "mine:related-heading") for start in at))
    >>> list(teasers(doc, units_of(doc)))
    [0, 1, 3, 4, 6, 7]
    """
    buttons = {start: doc.text[start:end].casefold() for start, end, _, rule, _ in doc.marks if rule.endswith(BUTTON)}
    if len(buttons) < _ROW or max(Counter(buttons.values()).values()) < _ROW:
        return
    below = {mark.start for mark in doc.marks if mark.rule == ANNOUNCED and mark.kind == "related"}
    lines = [unit._replace(name="line", size=0) if unit.start in below else unit for unit in units]
    for row in _rows(doc, lines, [at for at, unit in enumerate(units) if unit[0] in buttons]):
        if len(row) >= _ROW:
            for button in row:
                yield from (at for at in _teaser(lines, button) if units[at].size >= 0)


def _rows(doc: Document, units: Sequence[Unit], buttons: Sequence[int]) -> Iterator[list[int]]:
    """Equal buttons in rows, each with a teaser right above it, and nothing else between them."""
    row: list[int] = []
    words = ""
    for at in buttons:
        teaser = _teaser(units, at)
        said = doc.text[units[at].start : units[at].end].casefold()
        if row and (not teaser or said != words or row[-1] < teaser[0] - 1):
            yield row
            row = []
        if teaser:
            row.append(at)
            words = said
    yield row


def _teaser(units: Sequence[Unit], button: int) -> range:
    """The lines of the teaser above a button; an empty range when they are none."""
    length = 0
    for at in range(button - 1, max(-1, button - 1 - _LINES), -1):
        unit = units[at]
        length += unit.end - unit.start
        if unit.size < 0 or length > _CHARS:
            break
        if unit.name in _TITLES and not (at > 0 and units[at - 1].name in _TITLES and units[at - 1].size >= 0):
            return range(at, button)
    return range(0)
