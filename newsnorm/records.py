"""The small frozen records that findings are made of: places, dates, embeds, removals.

Every `start` and `end` counts code points of the raw input, half-open, unless a docstring says otherwise.
`None` means: not found, or not printed.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Never

__all__ = [
    "Attrs",
    "Author",
    "Conflict",
    "DateFound",
    "Dateline",
    "Embed",
    "PartialDate",
    "Place",
    "Removal",
    "Repair",
]


class PartialDate(NamedTuple):
    """A date as a dateline prints it: whatever was not printed is None."""

    year: int | None = None
    """Four digits, or None: most datelines print no year."""
    month: int | None = None
    """1 to 12, or None: Japanese datelines print the day alone."""
    day: int | None = None
    """1 to 31, or None."""

    def resolve(self, published: datetime.date | None) -> datetime.date | None:
        """The full date: the latest day not after `published` that fits what was printed.

        A dateline is written on or before the day of publication, so the nearest fitting day in the past is meant.
        One day of grace covers papers that publish ahead of their time zone.
        None when `published` is None and no year was printed, when nothing fits, or when no day was printed.

        >>> PartialDate(None, 12, 31).resolve(datetime.date(2025, 1, 2))
        datetime.date(2024, 12, 31)
        >>> PartialDate(None, None, 26).resolve(datetime.date(2022, 3, 2))
        datetime.date(2022, 2, 26)
        >>> PartialDate(None, 2, 30).resolve(datetime.date(2022, 3, 2)) is None
        True
        """
        if self.day is None:
            return None
        if isinstance(published, datetime.datetime):
            published = published.date()
        if self.year is not None:
            return _day(self.year, self.month, self.day) if self.month else None
        if published is None:
            return None
        return self._latest(published)

    def _latest(self, published: datetime.date) -> datetime.date | None:
        limit = published.toordinal() + 1
        # 29 February comes back after eight years at most (1896, 1904)
        months = range(12 * 8 + 1) if self.month is None else range(12 * 8 + 12)
        at = published.year * 12 + published.month  # one month ahead: the day of grace may fall into it
        for back in months:
            year, month = divmod(at - back, 12)
            if self.month is not None and month + 1 != self.month:
                continue
            found = _day(year, month + 1, self.day or 0)
            if found is not None and found.toordinal() <= limit:
                return found
        return None


def _day(year: int, month: int | None, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month or 0, day)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of a dateline."""

    raw: str
    """The words as printed, region included: "SAN FRANCISCO, Calif."."""
    name: str = ""
    """The city in display case: "San Francisco"; "" when it cannot be told."""
    city: str
    """The city as printed: "SAN FRANCISCO". A country printed alone stands here too."""
    region: str | None = None
    """State, province or country as printed beside the city: "Calif."."""
    country: str | None = None
    """ISO 3166-1 alpha-2, where it is certain; else None."""

    @property
    def text(self) -> str:
        """The place as printed, region and all."""
        return self.raw


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where, when and by which agency a story was filed, as the head of its first paragraph says."""

    raw: str
    """The exact words, with the trailing separator and without the space after it."""
    places: tuple[Place, ...] = ()
    """The places in printed order; empty when only an agency or a date is printed."""
    agencies: tuple[str, ...] = ()
    """The agencies as printed: ("AP",), ("KOMPAS.com",)."""
    date: PartialDate | None = None
    """The printed date, parts that were not printed None; None when none is printed."""
    byline: str | None = None
    """The reporter's name where it stands inside the dateline."""
    start: int = 0
    """Where the dateline starts, in code points of the text given."""
    end: int = 0
    """Where its separator ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """One name of a byline."""

    name: str
    """The person's or the desk's name, without "By", job or agency."""
    role: str | None = None
    """The job as printed: "Staff Writer"."""
    location: str | None = None
    """The place printed with the name: "in Nairobi" gives "Nairobi"."""
    organization: str | None = None
    """The paper, agency or desk printed with the name."""
    email: str | None = None
    """The address printed with the name."""
    raw: str = ""
    """The words that all this was read from."""


class Attrs(dict[str, str]):
    """The attributes of an embed: a `dict` that cannot be changed. Positional ones stand under "0", "1", ….

    >>> Attrs({"slug": "x"})["slug"]
    'x'
    """

    __slots__ = ()

    def _refuse(self, *_: object, **__: object) -> Never:
        raise TypeError("the attributes of an embed cannot be changed")

    # one name, one type: so a type checker knows them all
    __setitem__: Any = _refuse
    __delitem__: Any = _refuse
    __ior__: Any = _refuse
    clear: Any = _refuse
    pop: Any = _refuse
    popitem: Any = _refuse
    setdefault: Any = _refuse
    update: Any = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type["Attrs"], tuple[dict[str, str]]]:
        return Attrs, (dict(self),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """Foreign matter that a page carried: a shortcode, a tweet, a player."""

    kind: str
    """What it was: "shortcode", "tweet", "instagram", "script", …"""
    name: str = ""
    """The shortcode's name, or the provider's."""
    attrs: Mapping[str, str] = Attrs()
    """Its attributes; positional ones under "0", "1", …"""
    content: str | None = None
    """What an enclosing shortcode enclosed, or the text of a quoted post; None when it enclosed nothing."""
    url: str | None = None
    """The address it pointed to, where the residue tells it."""
    id: str | None = None
    """The provider's id, where the residue tells it."""
    start: int = 0
    """Where it starts, in code points of the text given."""
    end: int = 0
    """Where it ends."""


class Removal(NamedTuple):
    """One thing that was taken out of the text, and who says so."""

    start: int
    """Where it stood in the raw input."""
    end: int
    """Where it ended there, excluded."""
    kind: str
    """What it was: "ad_label", "headline_repeat", "page_date", …"""
    rule: str
    """The rule or step that said so: "lang/en:advertisement", "step:headline"."""
    text: str
    """The words: `source[start:end]`."""


class Repair(NamedTuple):
    """One run of characters that was mended."""

    start: int
    """Where the broken run stood in the raw input."""
    end: int
    """Where it ended there, excluded."""
    raw: str
    """The broken run: `source[start:end]`."""
    text: str
    """What stands in its place now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFound:
    """One date line of the page, and every way to read it."""

    role: str
    """"published", "updated" or "page_date"."""
    raw: str
    """The words of the date itself: "21-Oct-2025"."""
    value: datetime.datetime | datetime.date | None
    """The date; zone-aware where a zone was printed; None when it reads two ways."""
    precision: str
    """"day", "minute" or "second"."""
    ambiguous: bool = False
    """True when nothing on the page decides between `readings`."""
    readings: tuple[datetime.datetime | datetime.date, ...] = ()
    """Every possible value; one when there is no doubt."""
    start: int = 0
    """Where `raw` starts, in code points of the text given."""
    end: int = 0
    """Where it ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Where the page says something else than the caller knew."""

    field: str
    """What was given: "headline", "published", "url" or "date_order"."""
    given: str
    """What the caller said; dates in ISO 8601."""
    found: str
    """What the page says; dates in ISO 8601. "" when what was given is no help by itself."""
    why: str
    """What does not fit, in a few words."""
    raw: str = ""
    """The page's own words."""
    start: int = 0
    """Where they start, in code points of the text given."""
    end: int = 0
    """Where they end."""
