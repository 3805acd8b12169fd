"""The day that a dateline prints."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from newsnorm.datelines.tokens import Token
from newsnorm.datelines.words import Words, fold
from newsnorm.records import PartialDate

__all__ = ["Day", "date_at", "day_at"]

# "of", between day, month and year in Romance languages
_OF = frozenset({"de", "di", "do", "del", "of", "d'"})
# "of the year", behind the year: Polish, Russian, Ukrainian; Nepali "day of the month", behind the day
_YEAR = frozenset({"r", "roku", "г", "года", "год", "р", "року", "गते", "жылы", "م"})
_BUDDHIST = 543
"""So many years the Thai calendar is ahead."""


class Day(NamedTuple):
    """A date read from the tokens."""

    value: PartialDate | None
    """None for a date of another calendar."""
    next: int
    """The first token behind it."""
    dotted: bool = False
    """True when a full stop ends it, which may be the dateline's own."""


def day_at(tokens: Sequence[Token], at: int, words: Words) -> Day | None:
    """The date that begins at a token, its weekday included; None when none begins there."""
    first = at
    if found := date_at(tokens, at, words):
        return found
    if at < len(tokens) and fold(tokens[at].text) in words.weekdays:
        at += 1
        while at < len(tokens) and tokens[at].text in {",", "،", "."}:
            at += 1
    elif at < len(tokens) and fold(tokens[at].text) in words.before_date:
        at += 1
        while _text(tokens, at) in {".", "/"}:
            at += 1
    if at == first:
        return _bare(tokens, at)
    return date_at(tokens, at, words) or _bare(tokens, at, counted=True)


def _bare(tokens: Sequence[Token], at: int, *, counted: bool = False) -> Day | None:
    """A day alone, "MADRID, 4 (EUROPA PRESS)", Marathi "दि. ४ :"; or with its month's number, KUNA's "4 - 3 (كونا)"."""
    day = _number(_text(tokens, at))
    if day is None or not 0 < day < 32:
        return None
    behind = _text(tokens, at + 1)
    month = _number(_text(tokens, at + 2)) if behind == "-" and _text(tokens, at + 3) == "(" else None
    if month is not None and 0 < month < 13:
        return Day(PartialDate(None, month, day), at + 3)
    comma = at > 0 and tokens[at - 1].text == ","
    alone = (counted and behind in {":", "(", "-"}) or (comma and behind == "(")
    return Day(PartialDate(None, None, day), at + 1) if alone else None


def date_at(tokens: Sequence[Token], at: int, words: Words) -> Day | None:
    """As `day_at`, but no weekday may stand first."""
    if at >= len(tokens) or not tokens[at].word:
        return None
    found = _numbers(tokens, at) or _stroked(tokens, at, words) or _spelled(tokens, at, words)
    return None if found is None else _weekday_behind(tokens, found, words)


def _weekday_behind(tokens: Sequence[Token], found: Day, words: Words) -> Day:
    """Hungary's MTI prints the weekday last: "2022. március 12., szombat"."""
    at = found.next
    if at + 1 < len(tokens) and tokens[at].text == "," and fold(tokens[at + 1].text) in words.weekdays:
        return found._replace(next=at + 2)
    return found


def _stroked(tokens: Sequence[Token], at: int, words: Words) -> Day | None:
    """A month's name between strokes or hyphens, as Mexican papers print it: "29/DIC/2015", "29-DIC-2015"."""
    parts, behind = tokens[at].text.split("-"), at + 1
    if len(parts) == 1 and [token.text for token in tokens[at + 1 : at + 4 : 2]] == ["/", "/"]:
        parts, behind = [token.text for token in tokens[at : at + 5 : 2]], at + 5
    day = _number(parts[0]) if len(parts) == 3 else None
    month = words.months.get(fold(parts[1])) if day is not None and day < 32 else None
    year = _year(parts[2], month) if month else None
    return None if year is None else Day(_date(year, month, day), behind)


def _spelled(tokens: Sequence[Token], at: int, words: Words) -> Day | None:
    """A day and a month's name in either order, perhaps with a year."""
    word = tokens[at].text
    number = _number(word) or words.days.get(fold(word))
    if number is None:
        month = words.months.get(fold(word))
        return None if month is None else _after_month(tokens, at + 1, month)
    if number > 31:  # "2022. március 12."
        month = words.months.get(fold(_text(tokens, at + 1)))
        day = _number(_text(tokens, at + 2)) if month else None
        return Day(_date(number, month, day), at + 3, tokens[at + 2].text.endswith(".")) if month and day else None
    behind = at + 1
    while fold(_text(tokens, behind)) in _OF:
        behind += 1
    month = words.months.get(fold(_text(tokens, behind)))
    if month is None or tokens[behind].text[0].isdigit():
        return None
    return _with_year(tokens, behind + 1, number, month, tokens[behind].text.endswith("."))


def _after_month(tokens: Sequence[Token], at: int, month: int) -> Day | None:
    day = _number(_text(tokens, at))
    if day is None or not 0 < day < 32:
        return None
    return _with_year(tokens, at + 1, day, month, tokens[at].text.endswith("."))


def _with_year(tokens: Sequence[Token], at: int, day: int, month: int, dotted: bool) -> Day:
    """The date with the year that may follow, and the hour: "30, 2004", "2022, 12:34", "de 2022"."""
    if _text(tokens, at + 1) == "(" and re.fullmatch(r"[0-4]\d", _text(tokens, at)):  # "02 Set 22 (ANG) –"
        return Day(_date(2000 + int(tokens[at].text), month, day), at + 1)
    for behind in (at, at + 1):
        year = _year(_text(tokens, behind), month)
        if year is not None:
            end = behind + 1 + (fold(_text(tokens, behind + 1)) in _YEAR)
            return Day(_date(year, month, day), _hour(tokens, end), tokens[behind].text.endswith("."))
        if fold(_text(tokens, at)) not in {*_OF, ","}:
            break
    return Day(_date(None, month, day), at + (fold(_text(tokens, at)) in _YEAR), dotted)


def _year(word: str, month: int) -> int | None:
    """The year in figures; Thailand's in ours; None for anything else."""
    year = _number(word.rstrip("م"))
    if year is None or len(word.rstrip(".م")) != 4:
        return None
    if 1900 <= year <= 2100 or (not month and 1300 <= year <= 1500):
        return year
    return year - _BUDDHIST if 2440 <= year <= 2640 else None


def _hour(tokens: Sequence[Token], at: int) -> int:
    """The token behind ", 12:34" or "/ 05:10 am", or `at`."""
    signs = [_text(tokens, at), _text(tokens, at + 2)]
    figures = [_text(tokens, at + 1), _text(tokens, at + 3)]
    if signs not in ([",", ":"], ["/", ":"]) or not all(len(text) == 2 and text.isdecimal() for text in figures):
        return at
    return at + 4 + (fold(_text(tokens, at + 4)) in {"am", "pm"})


def _date(year: int | None, month: int | None, day: int | None) -> PartialDate | None:
    return PartialDate(year, month, day) if month else None


@cache
def _figures() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(r"([12]\d{3})-(\d\d?)-(\d\d?)"),
        re.compile(r"(\d\d?)([.-])(\d\d?)\2((?:19|20)\d\d)[.م]?"),
        re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|º|°|ª|\.)?", re.IGNORECASE),
        re.compile(r"(\d\d)\.(\d\d)\."),
    )


def _numbers(tokens: Sequence[Token], at: int) -> Day | None:
    """1996-08-29, 12.3.2022, 8/24/2004."""
    word = tokens[at].text
    if not word[0].isdigit():
        return None
    iso, german, _, polish = _figures()
    if match := iso.fullmatch(word):
        return _checked(int(match[1]), int(match[2]), int(match[3]), at + 1)
    if (match := german.fullmatch(word) or polish.fullmatch(word)) is not None:
        return _dotted(tokens, at, match)
    three = tokens[at : at + 5]
    if len(three) == 5 and [t.text for t in three[1::2]] == ["/", "/"] and all(t.text.isdecimal() for t in three[::2]):
        one, two, year = (int(t.text) for t in three[::2])
        if len(three[4].text) == 4 and (one > 12) != (two > 12):  # else it reads two ways
            return _checked(year, min(one, two), max(one, two), at + 5)
    return None


def _dotted(tokens: Sequence[Token], at: int, match: re.Match[str]) -> Day | None:
    """12.3.2022, 4-3-2022, and "04.03." where it stands first: "04.03. Warszawa (PAP) -"."""
    if match.re.groups == 2:
        return _checked(None, int(match[2]), int(match[1]), at + 1) if at == 0 else None
    day, month = int(match[1]), int(match[3])
    # with hyphens only where it reads one way, or in scripts that print the day first
    if match[2] == "-" and max(day, month) < 13 and _text(tokens, at - 1)[:1].isascii():
        return None
    return _checked(int(match[4]), *((month, day) if month < 13 else (day, month)), at + 1)


def _checked(year: int | None, month: int, day: int, behind: int) -> Day | None:
    return Day(PartialDate(year, month, day), behind) if 0 < month < 13 and 0 < day < 32 else None


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _number(word: str) -> int | None:
    """The number of a day or a year, in any script's digits; None for anything else."""
    if not word or not word[0].isdecimal():
        return None
    word = word.rstrip(".")
    if word.isdecimal():
        return int(word) if len(word) < 5 else None
    match = _figures()[2].fullmatch(word)
    return int(match[1]) if match else None
