"""What a walk over the head of a paragraph has read so far."""

from typing import NamedTuple

from newsnorm.datelines.places import Known
from newsnorm.records import PartialDate

__all__ = ["NONE", "Reading", "Spot"]

NONE = ""


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
    byline: str | None = None
    first: bool = False
    """True when the agency was printed before everything else."""
    last: str = NONE
    """What was read last: "place", "region", "date", "agency", "byline"."""
    sign: str = NONE
    """What closes it: "dash", ":", ".", "।", "=", "line", or nothing."""
    mark: str = NONE
    """The closing sign as printed."""
    end: int = 0

    def with_region(self, region: str, end: int, sure: bool) -> "Reading":
        """The last place with one more region."""
        *rest, last = self.places
        spot = last._replace(regions=(*last.regions, region), end=end, sure=last.sure or sure)
        return self._replace(places=(*rest, spot), last="region")
