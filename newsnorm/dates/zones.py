"""What a time zone's printed name means, where it has only one meaning."""

import datetime
from collections.abc import Mapping
from functools import cache

__all__ = ["is_zone", "zone_of"]


@cache
def _zones() -> Mapping[str, float]:
    """Hours east of Greenwich. Only names with one meaning: neither BST nor AST.

    The first line is RFC 5322, section 4.3; the others are the zones' own names in the IANA time zone database.
    """
    text = """
        UT 0 GMT 0 UTC 0 Z 0 EST -5 EDT -4 CST -6 CDT -5 MST -7 MDT -6 PST -8 PDT -7
        WET 0 WEST 1 CET 1 CEST 2 MEZ 1 MESZ 2 EET 2 EEST 3 MSK 3 TRT 3 AKST -9 AKDT -8 HST -10 BRT -3 ART -3 CLT -4
        PKT 5 NPT 5.75 WIB 7 WITA 8 WIT 9 PHT 8 PHST 8 SGT 8 HKT 8 MYT 8 ICT 7 JST 9 KST 9
        SAST 2 CAT 2 EAT 3 WAT 1 AWST 8 ACST 9.5 ACDT 10.5 AEST 10 AEDT 11 NZST 12 NZDT 13
    """
    words = iter(text.split())
    return {name: float(hours) for name, hours in zip(words, words, strict=True)}


_INDIAN = frozenset({"hi", "bn", "mr", "ta", "te", "ml", "gu", "kn", "pa", "or"})
_AMERICAN = {"ET": "EST5EDT", "CT": "CST6CDT", "MT": "MST7MDT", "PT": "PST8PDT"}


def is_zone(name: str) -> bool:
    """True for a printed name that means a zone, whichever.

    >>> is_zone("GMT"), is_zone("IST"), is_zone("PM")
    (True, True, False)
    """
    return name in _zones() or name in _AMERICAN or name == "IST"


def zone_of(name: str, at: datetime.datetime, language: str = "und") -> datetime.timezone | None:
    """The zone that a printed name means at that time; None for a name that is unknown or means several zones.

    IST is India's only on a page in an Indian language: elsewhere it may be Ireland's or Israel's.

    >>> zone_of("EDT", datetime.datetime(2024, 7, 1))
    datetime.timezone(datetime.timedelta(days=-1, seconds=72000))
    >>> zone_of("IST", datetime.datetime(2024, 7, 1)) is None
    True
    """
    primary = language.partition("-")[0].lower()
    if name == "IST":
        return _fixed(5.5) if primary in _INDIAN or language.lower() == "en-in" else None
    if name in _AMERICAN:
        return _american(_AMERICAN[name], at)
    hours = None if name == "CST" and primary in ("zh", "es") else _zones().get(name)
    return None if hours is None else _fixed(hours)


def _fixed(hours: float) -> datetime.timezone:
    return datetime.timezone(datetime.timedelta(hours=hours)) if hours else datetime.UTC


def _american(rule: str, at: datetime.datetime) -> datetime.timezone | None:
    """Standard or daylight time, by the day: the law since 2007 (Energy Policy Act of 2005, section 110)."""
    if at.year < 2007:
        return None
    from dateutil import tz  # noqa: PLC0415  costs 19 ms, and few pages need it

    offset = tz.tzstr(f"{rule},M3.2.0,M11.1.0").utcoffset(at)
    return None if offset is None else datetime.timezone(offset)
