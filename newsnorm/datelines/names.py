"""A place as a reader writes it, and its country."""

from newsnorm.datelines.places import countries_of_region, find_place
from newsnorm.datelines.reading import Spot
from newsnorm.records import Place

__all__ = ["place_of"]

_SMALL = frozenset(
    [
        *("de", "del", "di", "da", "do", "dos", "das", "du", "des", "d", "la", "las", "le", "les", "los"),
        *("el", "al", "ad", "am", "an", "im", "in", "der", "den", "auf", "bei", "ob", "unter", "upon", "on"),
        *("of", "the", "sur", "sous", "lès", "y", "e", "und", "and", "et", "i", "nad", "pad", "au", "aux"),
        *("aan", "op", "ter", "ten", "bin"),
    ]
)
# countries that datelines print as initials
_INITIALS = frozenset(
    [
        *("USA", "US", "UK", "UAE", "DRC", "EU", "UN", "UAV", "TP", "HCM", "DC", "NY", "LA", "ABD", "EAU"),
        *("VAE", "BAE"),
    ]
)
_TURKISH = frozenset("İĞŞığş")


def _display_name(name: str) -> str:
    """The name in display case: capitals become small letters but for each word's first.

    >>> [_display_name(name) for name in ("ST. PETERSBURG", "McALLEN", "PORT-AU-PRINCE", "N'DJAMENA", "İSTANBUL")]
    ['St. Petersburg', 'McAllen', 'Port-au-Prince', "N'Djamena", 'İstanbul']
    """
    if name.islower():
        return " ".join(word[:1].upper() + word[1:] for word in name.split())
    letters = [char for char in name if char.isalpha()]
    if sum(char.isupper() for char in letters) * 2 <= len(letters) or len(letters) < 2:
        return name
    turkish = not _TURKISH.isdisjoint(name)
    return " ".join(_word(word, at == 0, turkish) for at, word in enumerate(name.split(" ")))


def _word(word: str, first: bool, turkish: bool) -> str:
    if word in _INITIALS or (word.count(".") > 1 and len(word) < 7):
        return word
    if "-" in word:
        parts = word.split("-")
        return "-".join(_part(part, at == 0, turkish) for at, part in enumerate(parts))
    return _part(word, first, turkish)


def _part(word: str, first: bool, turkish: bool) -> str:
    small = word.replace("I", "ı").replace("İ", "i").lower() if turkish else word.replace("İ", "i").lower()
    if not first and small in _SMALL:
        return small
    for elided in ("mc", "o'", "d'", "l'", "n'", "o’", "d’", "l’", "n’"):
        if small.startswith(elided) and len(small) > len(elided) + 2:
            head = "Mc" if elided == "mc" else elided.upper()
            return head + word[len(elided)].upper() + small[len(elided) + 1 :]
    return word[:1].upper() + small[1:]


def place_of(spot: Spot) -> Place:
    """The public record of a place."""
    regions = ", ".join(spot.regions)
    raw = f"{spot.city}, {regions}" if regions else spot.city
    return Place(raw=raw, name=_display_name(spot.city), city=spot.city, region=regions or None, country=_country(spot))


def _of_name(spot: Spot, states: frozenset[str]) -> str | None:
    """The country of a name printed alone: of the city, if no other country has a state of that name."""
    own = spot.known.country if spot.known else None
    if own is not None:
        return own if not states or states == {own} else None
    return next(iter(states)) if len(states) == 1 and spot.known is None else None


def _country(spot: Spot) -> str | None:
    """The one country that the region and the place list leave open."""
    own = spot.known.country if spot.known else None
    if not spot.regions:
        return _of_name(spot, countries_of_region(spot.city))
    left: frozenset[str] | None = None
    for region in spot.regions:
        found = countries_of_region(region)
        if not found:  # a city beside a city: "Mollet del Vallés (Barcelona)"; a village proves nothing
            listed = find_place(region)
            proves = listed is not None and (listed.grade != "s" or listed.country == own)
            found = frozenset({listed.country}) if listed and listed.country and proves else frozenset()
        if "." in region and "US" in found:
            found -= {"BR", "IN"}  # their abbreviations have no stops
        if found:
            left = found if left is None else (left & found or found)
    if left is None:
        return None
    if len(left) == 1:
        return next(iter(left))
    return own if own in left else None
