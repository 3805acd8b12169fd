"""From the tokens of a line to a day and a clock: what may stand in a printed date, and in which order."""

import datetime
import re
from functools import cache
from typing import NamedTuple

from newsnorm.dates.calendars import Calendar, day_of, full_year, is_other_year, readings
from newsnorm.dates.tokens import Token
from newsnorm.dates.zones import is_zone, zone_of

__all__ = ["How", "Moment", "Reading", "read_date"]

Moment = datetime.datetime | datetime.date


class How(NamedTuple):
    """How a page's dates are read."""

    calendar: Calendar
    """The words of its language, or of several."""
    order: str | None = None
    """"DMY", "MDY" or "YMD" where it is known how the page writes a day in numbers."""
    language: str = "und"
    """BCP 47 tag: some zones mean one thing in one country."""


class Reading(NamedTuple):
    """A date found among tokens."""

    start: int
    """Where its first telling token starts in the line."""
    end: int
    """Where its last telling token ends."""
    reach: int
    """Where the words ("г.", "Uhr") end that belong to it and tell nothing."""
    next: int
    """The index of the first token behind it."""
    moments: tuple[Moment, ...]
    """Every day or time that it can be; () for a date of another calendar."""
    precision: str
    """"day", "minute" or "second"."""
    is_plain: bool
    """False for a bare "12-03-45", which may as well be a score or a part number."""
    order: str | None
    """"DMY" or "MDY" where the numbers show it: "25/04/2025"; else None."""
    is_numeric: bool
    """True when no month's name is printed."""
    has_clock: bool
    """True when a time of day is printed beside the day."""


class _Parts:
    """What a run of tokens has told so far."""

    __slots__ = ("clock", "day", "half", "last", "months", "numbers", "offset", "other", "reach", "start", "weekdays")

    def __init__(self) -> None:
        self.day: Token | None = None
        self.numbers: list[Token] = []
        self.months: frozenset[int] = frozenset()
        self.other = False
        self.weekdays: frozenset[int] = frozenset()
        self.clock: Token | None = None
        self.half: int | None = None
        self.offset = ""
        self.start = -1
        self.last: Token | None = None
        self.reach = 0

    @property
    def has_month(self) -> bool:
        return bool(self.months) or self.other

    def take(self, token: Token) -> bool:
        """Take one token that is no word; False when it does not fit what is there."""
        if token.kind in ("ymd", "dmy"):
            if self.day or self.numbers or self.has_month:
                return False
            self.day = token
        elif token.kind == "number":
            if self.day or len(self.numbers) == 2:
                return False
            self.numbers.append(token)
        elif token.kind in ("clock", "hour"):
            if self.clock:
                return False
            self.clock = token
        elif not self.clock or (self.offset if token.kind == "offset" else self.half is not None):
            return False
        elif token.kind == "offset":
            self.offset = token.text
        else:
            self.half = 12 * (token.text[0] in "pP")
        return True

    def take_word(self, key: str, printed: str, calendar: Calendar, another_month: bool) -> bool | None:
        """Take a word: True when it tells something, False when it only may stand there, None when it may not."""
        is_month = key in calendar.months and not self.day
        is_weekday = key in calendar.weekdays
        if self.clock and not self.offset and is_zone(printed):  # CET is Thursday, too, and GMT a word before a date
            self.offset = printed
        elif is_month and not self.has_month and not (is_weekday and another_month):
            self.months = calendar.months[key]
        elif is_month and len(self.numbers) < 2 and self.months & calendar.months[key]:
            self.months &= calendar.months[
                key
            ]  # Arabic papers print both of a month's names: "22 يناير/كانون الثاني 2018"
        elif is_weekday:
            self.weekdays |= calendar.weekdays[key]
        elif key in calendar.halves and self.half is None and (key not in calendar.between or self.last is self.clock):
            self.half = calendar.halves[key]
        elif key in calendar.others and not self.has_month and not self.day:
            self.other = True
        elif key in calendar.between:
            return False
        elif self.clock and not self.offset and printed.isascii() and printed.isupper() and 2 <= len(printed) <= 5:
            self.offset = printed
        else:
            return None
        return True


def read_date(tokens: list[Token], index: int, how: How) -> Reading | None:
    """The date whose run of tokens starts at `index`; None when none does."""
    parts = _Parts()
    at = index
    while at < len(tokens) and (at == index or tokens[at].joined):
        count, tells = _take(parts, tokens, at, how.calendar)
        if not count:
            break
        if tells:
            parts.last = tokens[at + count - 1]
            if parts.start < 0:
                parts.start = tokens[at].start
        parts.reach = tokens[at + count - 1].end
        at += count
    return _reading(parts, at, how)


def _take(parts: _Parts, tokens: list[Token], at: int, calendar: Calendar) -> tuple[int, bool]:
    """How many tokens were taken at `at`, and whether they tell something; (0, False) ends the run."""
    count, key = _phrase(tokens, at, calendar)
    if count > 1 or tokens[at].kind == "word":
        is_both = key in calendar.months and key in calendar.weekdays
        another = is_both and any(token.text in calendar.months for token in tokens[at + count :])
        tells = parts.take_word(key, tokens[at].match[0], calendar, another)
        return (0, False) if tells is None else (count, tells)
    return (1, True) if parts.take(tokens[at]) else (0, False)


def _phrase(tokens: list[Token], at: int, calendar: Calendar) -> tuple[int, str]:
    """The longest entry of the calendar that stands here: how many tokens, and its key."""
    if tokens[at].text in calendar.openers:
        for count in range(min(calendar.longest, len(tokens) - at), 1, -1):
            run = tokens[at : at + count]
            key = " ".join(token.text for token in run)
            if key in calendar.phrases and all(token.joined for token in run[1:]):
                return count, key
    return 1, tokens[at].text


# --- what the parts mean -----------------------------------------------------------------------------------------


def _reading(parts: _Parts, after: int, how: How) -> Reading | None:
    days = _days(parts, how.order)
    if days is None or parts.last is None:
        return None
    if len(days) > 1:
        days = tuple(day for day in days if day.weekday() in parts.weekdays) or days
    clock = _clock(parts)
    moments: tuple[Moment, ...] = days
    if clock is not None:
        moments = tuple(_zoned(datetime.datetime.combine(day, clock), parts.offset, how.language) for day in days)
    short = parts.day is not None and parts.day.kind == "dmy" and len(parts.day.match["c"]) == 2
    return Reading(
        start=parts.start,
        end=parts.last.end,
        reach=parts.reach,
        next=after,
        moments=moments,
        precision="day" if clock is None else "second" if parts.clock and parts.clock.match["sec"] else "minute",
        is_plain=not short or clock is not None or bool(parts.weekdays),
        order=_order_shown(parts.day, days),
        is_numeric=parts.day is not None,
        has_clock=clock is not None,
    )


def _order_shown(day: Token | None, days: tuple[datetime.date, ...]) -> str | None:
    if day is None or day.kind != "dmy" or len(days) != 1 or day.match["a"] == day.match["b"]:
        return None
    return "DMY" if int(day.match["a"]) > 12 else "MDY" if int(day.match["b"]) > 12 else None


def _days(parts: _Parts, order: str | None) -> tuple[datetime.date, ...] | None:
    """Every day that the parts can mean: () in another calendar, None when they are no day."""
    if parts.day is not None:
        return _numeric(parts.day.match, order)
    if not parts.has_month or len(parts.numbers) != 2:
        return None
    first, second = parts.numbers
    if len(_digits(first)) == 4:
        first, second = second, first
    digits = len(_digits(second))
    is_short = digits == 2 and not _follows_mark(second) and not (parts.clock and parts.offset)  # "04 OCT 24 10:01 ET"
    if len(_digits(first)) > 2 or digits not in (2, 4) or is_short:
        return None
    year = full_year(int(second.text), digits)
    if parts.other or is_other_year(year):
        return ()
    days = (day_of(year, month, int(first.text)) for month in sorted(parts.months))
    return tuple(day for day in days if day is not None) or None


def _digits(token: Token) -> str:
    return "".join(filter(str.isdecimal, token.match[0]))


def _follows_mark(token: Token) -> bool:
    """True for the year in "21-Oct-25" and "21 Oct '25": two digits alone would be a day or an hour."""
    return token.match.string[token.start - 1 : token.start] in ("-", "'", "’", "/")


def _numeric(found: re.Match[str], order: str | None) -> tuple[datetime.date, ...] | None:
    if found["y"]:
        year, month, day = int(found["y"]), int(found["m"] or found["hm"]), int(found["d"] or found["hd"])
        only = day_of(year, month, day)
        days: tuple[datetime.date, ...] = () if only is None else (only,)
    else:
        first, second, year = int(found["a"]), int(found["b"]), full_year(int(found["c"]), len(found["c"]))
        if order == "YMD" and len(found["c"]) == 2:
            only = day_of(full_year(first, len(found["a"])), second, int(found["c"]))
            return None if only is None else (only,)
        days = readings(first, second, year, order)
    return days if days or is_other_year(year) else None


def _clock(parts: _Parts) -> datetime.time | None:
    """The time of day, "PM" read as people mean it: 12 AM is midnight, and "18:00 PM" is 18:00."""
    if parts.clock is None:
        return None
    found = parts.clock.match
    hour = int(found["h"] or found["o"])
    if parts.half is not None and hour <= 12:
        hour = hour % 12 + parts.half
    minute, second = int(found["min"] or 0), int(found["sec"] or 0)
    return datetime.time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _zoned(at: datetime.datetime, offset: str, language: str) -> datetime.datetime:
    """The time with the zone that is printed beside it; naive without one."""
    if not offset:
        return at
    found = _offset().fullmatch(offset)
    if found is None:
        return at.replace(tzinfo=zone_of(offset.upper(), at, language))
    minutes = int(found["h"]) * 60 + int(found["m"] or 0)
    if minutes >= 24 * 60:
        return at
    shift = datetime.timedelta(minutes=-minutes if found["sign"] == "-" else minutes)
    return at.replace(tzinfo=datetime.timezone(shift) if shift else datetime.UTC)


@cache
def _offset() -> re.Pattern[str]:
    # RFC 3339, section 5.6, and what people write after UTC and GMT
    return re.compile(r"(?:utc|gmt)?\s?(?P<sign>[+-])(?P<h>\d{1,2}):?(?P<m>\d{2})?", re.IGNORECASE)
