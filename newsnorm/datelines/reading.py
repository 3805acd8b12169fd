"""What a walk over the head of a paragraph has read so far."""

from typing import NamedTuple

from newsnorm.datelines.places import Known
from newsnorm.records import PartialDate

__all__ = ["Reading", "Spot"]


class Spot(NamedTuple):
    """One place as printed."""

    city: str
    start: int
    end: int
    caps: bool
    """True when it is printed in capitals."""
    known: Known | None
    """What the place list says."""
    regions: tuple[str, ...] = ()
    sure: bool = False
    """True when a region beside it is known."""

    @property
    def grade(self) -> str:
        """What the place list says it is: "c", "b" or "s"; "" when it is not listed."""
        return self.known.grade if self.known else ""

    @property
    def big(self) -> bool:
        """True for a listed city of some size."""
        return self.grade == "b"


class Reading(NamedTuple):
    """The parts of a dateline, and what closes it."""

    places: tuple[Spot, ...] = ()
    agencies: tuple[str, ...] = ()
    listed: bool = True
    """False when an agency is one only because it stands in brackets behind a place."""
    clear: bool = True
    """False when an agency's name could be a word."""
    bracketed: bool = False
    """True when the agency stands in brackets or slashes."""
    dated: bool = False
    date: PartialDate | None = None
    """None also for a date of another calendar."""
    byline: str | None = None
    first: bool = False
    """True when the agency was printed before everything else."""
    spaced: bool = False
    """True when nothing but a blank stands between that agency and the place."""
    numeric: bool = False
    """True for a date in figures only, with full stops: a table's, sooner than a story's."""
    last: str = ""
    """What was read last: "place", "region", "date", "agency", "byline"."""
    sign: str = ""
    """What closes it: "dash", ":", ".", "।", "=", "bullet", "line", or nothing."""
    stopped: bool = False
    """True when a full stop stands behind the place."""
    mark: str = ""
    """The closing sign as printed."""
    end: int = 0

    @property
    def listed_places(self) -> bool:
        """True when the place list has every place."""
        return all(spot.known for spot in self.places)

    @property
    def plausible(self) -> bool:
        """True when every place is listed, or has a known region, or stands in capitals."""
        return all(spot.known or spot.sure or spot.caps for spot in self.places)

    def with_region(self, region: str, end: int, sure: bool) -> "Reading":
        """The last place with one more region."""
        *rest, last = self.places
        spot = last._replace(regions=(*last.regions, region), end=end, sure=last.sure or sure)
        return self._replace(places=(*rest, spot), last="region")
