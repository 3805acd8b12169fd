"""HTML's names for characters, left in the text by a scraper or escaped once too often by a CMS."""

import re
from collections.abc import Iterator
from functools import cache

from newsnorm.text.edits import Edit

__all__ = ["entities", "entity"]


@cache
def _chain_and_name() -> re.Pattern[str]:
    # HTML Standard, section 13.1.4: a name or a number, here always with its semicolon ("AT&T", "a&lt" are prose).
    # A text escaped several times over has a chain of ampersands ("&amp;amp;lt;"): all of it stands for one, and
    # is read in one go, because reading it link by link takes time that grows with the square of the chain.
    return re.compile(r"&(?P<chain>(?>(?:(?:amp|AMP|#0{0,8}38|#[xX]0{0,8}26);)+))?(?P<name>#?[0-9A-Za-z]{1,32};)?")


@cache
def entity() -> re.Pattern[str]:
    """Finds whatever looks like an entity.

    >>> bool(entity().search("Fish &amp; chips")), bool(entity().search("R & D; fish"))
    (True, False)
    """
    return re.compile(r"&#?[0-9A-Za-z]{1,32};")


def entities(line: str) -> Iterator[Edit]:
    """Where a line has entities, and what they stand for.

    An unknown name stays, and so does a number beyond Unicode. `&#133;` means what Windows-1252 has there, as in
    every browser; halves of a surrogate pair ("&#55357;&#56832;") are given as such, to be joined later.

    >>> list(entities("Fish &amp;amp; chips"))
    [Edit(start=5, end=14, text='&')]
    """
    if "&" not in line:
        return
    for found in _chain_and_name().finditer(line):
        meant = _meaning(found["name"]) if found["name"] else None
        if meant is not None:
            yield Edit(found.start(), found.end(), meant)
        elif found["chain"]:
            yield Edit(found.start(), found.end("chain"), "&")


def _meaning(name: str) -> str | None:
    if name.startswith("#"):
        return _numbered(name[1:-1])
    meant = _names().get(name)
    if meant is None and name.isupper():  # "P&EACUTE;REZ": a headline put in capitals, names and all
        meant = _names().get(name.lower(), "").upper()
    return meant or None


@cache
def _names() -> dict[str, str]:
    from html.entities import html5  # noqa: PLC0415 - 2,231 names: loaded when a page has an entity

    return html5


def _numbered(digits: str) -> str | None:
    try:
        number = int(digits[1:], 16) if digits[:1] in ("x", "X") else int(digits)
    except ValueError:
        return None
    if 0x80 <= number <= 0x9F:
        return bytes([number]).decode("cp1252", "ignore")
    return chr(number) if number <= 0x10FFFF else None
