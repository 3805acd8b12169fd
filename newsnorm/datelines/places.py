"""What the place lists know: whether a name is a place, and of which country."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from newsnorm.datelines.keys import place_key
from newsnorm.shelf import shelf

__all__ = ["Known", "countries_of_region", "find_place", "region_lines", "script_of"]


class Known(NamedTuple):
    """What the list says of a name."""

    country: str | None
    """The one country that the name means; None when several have a place of that name."""
    grade: str
    """"c" a country, "b" a big city or a capital, "s" a smaller place."""


# The last code point of each stretch, and the list that names in it stand in. From Unicode's Blocks.txt.
_STRETCHES = (
    (0x024F, "latin"),
    (0x036F, ""),
    (0x03FF, "greek"),
    (0x052F, "cyrillic"),
    (0x05FF, ""),
    (0x077F, "arabic"),
    (0x08FF, ""),
    (0x097F, "devanagari"),
    (0x09FF, "bengali"),
    (0x0B7F, ""),
    (0x0BFF, "tamil"),
    (0x0C7F, "telugu"),
    (0x0CFF, ""),
    (0x0D7F, "malayalam"),
    (0x0DFF, ""),
    (0x0E7F, "thai"),
    (0x1DFF, ""),
    (0x1EFF, "latin"),
    (0x303F, ""),
    (0x30FF, "katakana"),
    (0x33FF, ""),
    (0x9FFF, "cjk"),
    (0xABFF, ""),
    (0xD7A3, "hangul"),
)


@cache
def _script_at(block: int) -> str:
    """The script of sixteen code points."""
    return next((name for last, name in _STRETCHES if block * 16 <= last), "")


def script_of(char: str) -> str:
    """The place list for a word that begins with this letter; "" when there is none.

    >>> script_of("W"), script_of("К"), script_of("東")
    ('latin', 'cyrillic', 'cjk')
    """
    at = ord(char)
    return "latin" if at < 0x250 else _script_at(at >> 4)


@cache
def _lines(script: str) -> list[str]:
    return (shelf() / "places" / f"{script}.txt").read_text(encoding="utf-8").splitlines()


@cache
def _listed(script: str) -> Mapping[str, Known]:
    """One script's list: a dictionary of some ten thousand names, made in a few milliseconds."""
    found: dict[str, Known] = {}
    for line in _lines(script):
        country, grade, names = line.split(" ", 2)
        found.update(dict.fromkeys(names.split("|"), Known(None if country == "-" else country, grade)))
    return found


@cache
def _regions() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for country, names in region_lines():
        for key in map(place_key, names):
            found[key] = found.get(key, frozenset()) | {country}
    return found


def region_lines() -> Iterator[tuple[str, list[str]]]:
    """Each country of the list of regions, with the names of its states and its own."""
    for line in (shelf() / "places" / "regions.txt").read_text(encoding="utf-8").splitlines():
        country, _, names = line.partition(" ")
        if country != "#":
            yield country, names.split("|")


def find_place(name: str) -> Known | None:
    """What the list says of a name, however it is accented or capitalised; None when it is not listed.

    >>> find_place("INNSBRUCK")
    Known(country='AT', grade='b')
    >>> find_place("Weekend") is None
    True
    """
    script = script_of(name[0]) if name else ""
    return _listed(script).get(place_key(name)) if script else None


def countries_of_region(name: str) -> frozenset[str]:
    """The countries that have a state or province of this name, or that this name is; empty when unknown.

    >>> countries_of_region("Calif.")
    frozenset({'US'})
    >>> sorted(countries_of_region("Georgia"))
    ['GE', 'US']
    >>> countries_of_region("Qatar")
    frozenset({'QA'})
    """
    key = place_key(name)
    found = _regions().get(key)
    if found is not None:
        return found
    script = script_of(name[0]) if name else ""
    return _states(script).get(key, frozenset()) if script else frozenset()


@cache
def _states(script: str) -> Mapping[str, frozenset[str]]:
    """The countries of a script's list."""
    return {name: frozenset({line[:2]}) for line in _lines(script) if line[3] == "c" for name in line[5:].split("|")}
