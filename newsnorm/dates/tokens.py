"""A line in pieces: numbers, numeric dates, clocks and words, as dates are made of them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from newsnorm.dates.calendars import plain_word

__all__ = ["Token", "has_year", "tokens_of", "with_year"]


class Token(NamedTuple):
    """A number, a numeric date, a clock or a word of a line."""

    kind: str
    """"ymd", "dmy", "clock", "hour", "offset", "number" or "word"."""
    start: int
    """Where it starts in the line."""
    end: int
    """Where it ends, excluded."""
    text: str
    """A word or number as it is looked up; else as printed."""
    match: re.Match[str]
    """What the grammar found."""
    joined: bool
    """True when only what may stand inside a date lies between the token before and this one."""


@cache
def _grammar() -> re.Pattern[str]:
    return re.compile(
        r"""
        # only where a number starts, a clock glued to a year, or a day glued to a clock
        (?=\d)(?:(?<!\d)|(?<=\D(?:19|20)\d\d)(?=\d\d?:)|(?<=\d:[0-5]\d)(?=\d\d?(?:\s[^\W\d_]|\.\d\d?\.)))(?:
            # ISO 8601, and the same with dots, slashes or the words for year, month and day of East Asia
            (?P<ymd>(?P<y>\d{4})(?:
                (?P<s>\s?[-/.]\s?)(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)(?:T(?=\d))?
                |\s?[年년]\s?(?P<hm>\d{1,2})\s?[月월]\s?(?P<hd>\d{1,2})\s?[日일號号]?))
            # 03/04/2025, 3.4.2025, 28. 11. 2011, 17-09-11
            |(?P<dmy>(?P<a>\d{1,2})(?P<t>\s?[-/.]\s?)(?P<b>\d{1,2})(?P=t)(?P<c>\d{4}|\d{2})(?!\d))
            # 10:15, 10:15:30.250, 10h15, 10u15, 10 h 15, 10h15min, 10.15, 10時15分30秒
            |(?P<clock>(?P<h>\d{1,2})(?::\s?|[hu]|\sh\s|\s?[時时点點시]\s?|\.(?=[0-5]\d(?![\d.])))(?P<min>\d\d)
                (?:(?::|\s?[分분]\s?)(?P<sec>\d\d)(?:[.,]\d{1,9})?\s?[秒초]?)?(?:\s?[分분]|min(?![^\W_]))?
                (?:(?!\d)|(?<=:[0-5]\d)(?=\d\d?(?:\s[^\W\d_]|\.\d\d?\.))))
            # 10 am; 18 Uhr; 18h
            |(?P<hour>(?P<o>\d{1,2})(?:(?=\s?[ap]\.?\s?m(?![^\W_]))|\s?(?:uhr|h)(?![^\W_])))
            # ordinal endings of English, French, Spanish, Portuguese, Italian and Russian
            |(?P<number>(?:(?:19|20)\d\d(?=\d\d?:\d\d(?!\d))|\d{1,4}(?!\d))(?:(?:st|nd|rd|th|er|re|º|ª|°|-?го)(?![^\W\d_]))?)
        )
        # with hours only, behind a clock with seconds: 06:30:53-04
        |(?P<offset>(?:(?:utc|gmt)\s?[+-]\d{1,2}(?::?\d{2})?|(?<=[\d\s])[+-]\d{2}:?\d{2}|(?<=:\d\d:\d\d)[+-]\d\d(?!:)
            |(?<=\d)z)(?![^\W_]))
        # a label may be glued to it: 1:12 PMUpdated
        |(?P<half>(?<![^\W\d_])[ap]\.?\s?m(?:(?![^\W_])|(?=(?-i:[A-Z][a-z]{2}))))
        |(?P<word>[^\W\d_](?:(?<!(?-i:[a-z](?=[A-Z][a-z]{2})))[^\s\d.,:;/|()\[\]<>•·،、。–—-]){0,40})
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(r"[\s,.()\[\]'’،؍、@–—-]{0,5}|/")


def tokens_of(line: str, start: int, end: int) -> list[Token]:
    """The tokens of a part of a line."""
    out: list[Token] = []
    at = start
    for found in _grammar().finditer(line, start, end):
        kind = found.lastgroup or ""
        text = found[0]
        if kind == "word":
            text = plain_word(text).rstrip("'’")
        elif kind == "number":
            text = str(int("".join(filter(str.isdecimal, text))))
        joined = bool(out) and _gap().fullmatch(line, at, found.start()) is not None
        out.append(Token(kind, found.start(), found.end(), text, found, joined))
        at = found.end()
    return out


def has_year(line: str) -> bool:
    """True when a year may be printed: four digits, or two behind what parts a date or before a clock with its zone.

    >>> has_year("Tue, 21-Oct-25"), has_year("12:43"), has_year("5 May")
    (True, False, False)
    """
    return _year().search(line) is not None


def with_year(lines: Sequence[str]) -> list[int]:
    """Which of many lines, by number, `has_year` is true for: most have no two digits, and all are searched at once.

    >>> with_year(["5 May", "Tue, 21-Oct-25", "12:43"])
    [1]
    """
    page, ends = _BETWEEN.join(lines), [*accumulate([len(line) + 1 for line in lines])]
    search, found = _year().search, list[int]()
    year = search(page)
    while year is not None:
        found.append(bisect_right(ends, year.start()))
        year = search(page, ends[found[-1]])
    return found


_BETWEEN = "\0"
"""Stands between lines that are searched at once: no blank, so that no year reaches from line to line."""


@cache
def _year() -> re.Pattern[str]:
    # the first sign is a digit in every way, for so a pattern passes over a text without digits several times as fast
    return re.compile(
        r"\d(?:(?<!\d\d)\d{3}(?!\d)|\d(?!\d)(?:(?<=[-/.'’]\d\d)|(?<=[-/.'’]\s\d\d))"
        r"|(?<!\d\d)(?:(?<=1)9|(?<=2)0)\d\d(?=\d\d?:\d\d(?!\d))|(?<=[A-Z]\s\d)\d(?=\s\d\d:\d\d\s[A-Z]))"
    )
