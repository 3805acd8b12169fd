"""A site's menu as a list with bullets: some items are what every site has, and so the others are a menu's too."""

from collections import Counter
from collections.abc import Iterator, Sequence

from newsnorm.document import Document
from newsnorm.story.shape import BULLETS
from newsnorm.story.units import Unit

__all__ = ["menus"]

_KINDS = frozenset({"nav", "related", "share", "paywall", "newsletter", "comments", "counter", "app", "tags"})
"""What an item is called that a rule knows: "Home", "Log in", "News archive"."""

_ITEMS, _KNOWN = 5, 2
"""A menu has so many items at least, and a rule knows so many of them. No story's list has "Contact us" in it."""

_LONGEST = 40
"""No item is longer, in code points."""

_BULLETS = BULLETS | {"○"}
_STOPS = frozenset(".!?…:;,")


def menus(doc: Document, units: Sequence[Unit]) -> Iterator[tuple[int, str]]:
    r"""The items of menus that no rule knows, as numbers of units, and what most of the others are.

    A list of items says hardly anything for or against the story where it stands alone, and a story has lists.

    >>> from newsnorm.document import Mark
    >>> from newsnorm.story.units import units_of
    >>> text = "* Home\n* Tapes\n* Services\n* Events\n* Contact us"
    >>> doc = Document(text, marks=(Mark(0, 6, "nav", "mine"), Mark(35, 47, "nav", "mine")))
    >>> list(menus(doc, units_of(doc)))
    [(1, 'nav'), (2, 'nav'), (3, 'nav')]
    """
    text = doc.text
    bullets = [at for at, (start, _, _, _) in enumerate(units) if text[start] in _BULLETS]
    if len(bullets) < _ITEMS:
        return  # as nearly always
    row: list[int] = []
    for at in bullets:
        if _is_item(text, units[at]):
            if row and at > row[-1] + 1:
                yield from _unknown(units, row)
                row = []
            row.append(at)
    yield from _unknown(units, row)


def _is_item(text: str, unit: Unit) -> bool:
    """True for a short line with a bullet that ends no sentence, or that a rule knows."""
    start, end, name, size = unit
    if end - start > _LONGEST:
        return False
    return name in _KINDS if size < 0 else text[end - 1] not in _STOPS


def _unknown(units: Sequence[Unit], row: Sequence[int]) -> Iterator[tuple[int, str]]:
    known = [units[at].name for at in row if units[at].size < 0]
    if len(row) >= _ITEMS and len(known) >= _KNOWN:
        kind = Counter(known).most_common(1)[0][0]
        yield from ((at, kind) for at in row if units[at].size >= 0)
