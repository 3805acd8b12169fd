"""The words that dates are made of, in every language whose rules are there, and what numbers can mean as a day."""

import datetime
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from newsnorm.rules.rule import Rule
from newsnorm.rules.sets import RuleSet
from newsnorm.text.alike import one_script, one_spelling

__all__ = [
    "ROLES",
    "Calendar",
    "calendar_of",
    "date_only",
    "day_of",
    "full_year",
    "is_other_year",
    "label_key",
    "order_of",
    "plain_word",
    "readings",
]

ROLES = ("page_date", "published", "updated")
"""What a date line can be; the sections of a rule file that hold their labels."""


@dataclass(frozen=True, slots=True, eq=False)  # compared and hashed by identity: what a line says is kept by it
class Calendar:
    """The date words of one or several languages. Keys are as `plain_word` gives them, one blank between words."""

    months: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """A month's name and what it can mean, 1 to 12: "listopad" is October in Croatian and November in Czech."""
    weekdays: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """A weekday's name; Monday is 0."""
    halves: Mapping[str, int] = field(default_factory=dict)
    """Words beside a clock: 0 before noon, 12 after it."""
    between: frozenset[str] = frozenset()
    """Words that stand inside a date and say nothing: "of", "at", "de", "года"."""
    others: frozenset[str] = frozenset()
    """Months of other calendars: a date with one of them is left as it is printed."""
    labels: Mapping[str, Rule] = field(default_factory=dict)
    """What stands before a date line's date, and the rule that says so."""
    tails: Mapping[str, Rule] = field(default_factory=dict)
    """What stands behind it."""
    label_words: frozenset[str] = frozenset()
    """The first words of `labels`."""
    phrases: frozenset[str] = frozenset()
    """The entries of several words."""
    openers: frozenset[str] = frozenset()
    """The first words of `phrases`."""
    longest: int = 1
    """The most words that one of `phrases` has."""


def plain_word(word: str) -> str:
    """A word as it is looked up: case folded; in European scripts without accents and without look-alikes.

    Newspapers drop accents in capitals, and Greek and Cyrillic pages mix in Latin letters that look the same.

    >>> plain_word("MIÉRCOLES"), plain_word("Aπριλίου")
    ('miercoles', 'απριλιου')
    """
    word = word.casefold()
    if word.isascii():
        return word
    return _without_accents(word) if len(word) <= _LONGEST_WORD else _bare(word)


_LONGEST_WORD = 40
"""No word is longer, in code points: what is, is not kept for the next time."""


def _bare(word: str) -> str:
    if all(char < "\u0590" or "\u1e00" <= char < "\u2000" for char in word):
        word = "".join(c for c in unicodedata.normalize("NFD", word) if not "\u0300" <= c <= "\u036f")
        word = one_script(word)
    word = unicodedata.normalize("NFC", word)  # Bengali and Hindi letters with a dot below come in one piece or in two
    return one_spelling(word)


_without_accents = lru_cache(maxsize=4096)(_bare)
"""Few words are most of any text."""


@cache
def _pieces() -> re.Pattern[str]:
    return re.compile(r"\d{1,4}|[^\W\d_][^\s\d.,:;/|()\[\]-]{0,40}")


def _phrase_key(phrase: str) -> str:
    """A phrase as the tokens of a line spell it: "th 2", "1 月", "ม ค"."""
    return " ".join(plain_word(piece).lstrip("0") for piece in _pieces().findall(phrase))


@lru_cache(maxsize=64)
def calendar_of(rules: RuleSet) -> Calendar:
    """The date words of these rules' `[words]` tables and the labels of their date sections."""
    months: dict[str, frozenset[int]] = {}
    weekdays: dict[str, frozenset[int]] = {}
    halves: dict[str, int] = {}
    for table in rules.tables.get("words", ()):
        _collect(months, table.get("months", ()), 1)
        _collect(weekdays, table.get("weekdays", ()), 0)
        for name, hours in (("before_noon", 0), ("after_noon", 12)):
            halves.update((_phrase_key(word), hours) for word in table.get(name, ()))
    between = frozenset(_phrase_key(word) for word in rules.words("in_dates"))
    others = frozenset(_phrase_key(word) for word in rules.words("other_months")) - months.keys()
    labels, tails = _labels(rules)
    phrases = frozenset(key for key in (*months, *weekdays, *halves, *between, *others) if " " in key)
    return Calendar(
        months=months,
        weekdays=weekdays,
        halves=halves,
        between=between,
        others=others,
        labels=labels,
        tails=tails,
        label_words=_first_words(labels),
        phrases=phrases,
        openers=_first_words(phrases),
        longest=max((phrase.count(" ") + 1 for phrase in phrases), default=1),
    )


def _first_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in phrases)


def _collect(into: dict[str, frozenset[int]], lists: list[list[str]], first: int) -> None:
    for number, words in enumerate(lists, first):
        for word in words:
            key = _phrase_key(word)
            into[key] = into.get(key, frozenset()) | {number}


def _labels(rules: RuleSet) -> tuple[dict[str, Rule], dict[str, Rule]]:
    """The phrases of the date sections: `Published…` stands before its date, `…published` behind it."""
    labels: dict[str, Rule] = {}
    tails: dict[str, Rule] = {}
    for rule in (rule for role in ROLES for rule in rules[role]):
        for phrase in rule.says:
            before, _, behind = phrase.partition("…")
            if before.strip():
                labels.setdefault(label_key(before), rule)
            else:
                tails.setdefault(label_key(behind), rule)
    return labels, tails


def label_key(label: str) -> str:
    """How a label is compared: its words alone, as `plain_word` gives them.

    >>> label_key("Last Updated: ")
    'last updated'
    """
    if label.isascii():  # as most: its words are plain once it is folded
        return " ".join(_label_words().findall(label.casefold()))
    return " ".join([plain_word(word) for word in _label_words().findall(label)])


@cache
def _label_words() -> re.Pattern[str]:
    return re.compile(r"[^\s.,:;/|•·()\[\]<>*–—-]{1,40}")


# --- days --------------------------------------------------------------------------------------------------------

FIRST_YEAR, LAST_YEAR = 1600, 2049
"""The years a page of news prints in the Gregorian calendar: the first newspapers appeared after 1600."""


def is_other_year(year: int) -> bool:
    """True for a year that only another calendar counts today.

    Hijri, solar and lunar: 1300 to 1499; Bikram Sambat: 2050 to 2149; Buddhist: 2400 to 2699.

    >>> is_other_year(1446), is_other_year(2081), is_other_year(2568), is_other_year(2025)
    (True, True, True, False)
    """
    return 1300 <= year < 1500 or 2050 <= year < 2150 or 2400 <= year < 2700


def full_year(year: int, digits: int) -> int:
    """A year of two digits in full, as POSIX strptime reads %y: 69 to 99 are of the 1900s."""
    if digits > 2:
        return year
    return year + (1900 if year >= 69 else 2000)


def day_of(year: int, month: int, day: int) -> datetime.date | None:
    """The day, or None when there is none or no newspaper of that year."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def readings(first: int, second: int, year: int, order: str | None) -> tuple[datetime.date, ...]:
    """Every day that "first/second/year" can be; one when `order` ("DMY", "MDY") decides or only one exists.

    >>> readings(3, 4, 2025, None)
    (datetime.date(2025, 4, 3), datetime.date(2025, 3, 4))
    >>> readings(3, 4, 2025, "MDY"), readings(25, 4, 2025, "MDY")
    ((datetime.date(2025, 3, 4),), (datetime.date(2025, 4, 25),))
    """
    both = {"DMY": day_of(year, second, first), "MDY": day_of(year, first, second)}
    wanted = both.get(order or "")
    if wanted is not None:
        return (wanted,)
    return tuple(dict.fromkeys(day for day in both.values() if day is not None))


_MONTH_FIRST = frozenset({"en-us", "fil"})
_UNDECIDED = frozenset({"und", "en", "en-ca", "en-ph", "es-us", "es-pr", "tl", "sw"})


def order_of(language: str) -> str | None:
    """How a language writes a day in numbers, where all of its newspapers do the same; else None.

    English is not one of them, nor are the countries that write both (CLDR, short date formats).

    >>> order_of("de"), order_of("en-US"), order_of("en-GB"), order_of("en")
    ('DMY', 'MDY', 'DMY', None)
    """
    tag = language.lower()
    if tag in _MONTH_FIRST:
        return "MDY"
    return None if tag in _UNDECIDED else "DMY"


def date_only(moment: datetime.datetime | datetime.date) -> datetime.date:
    """The day of a day, or of a day with its clock.

    >>> date_only(datetime.datetime(2024, 5, 12, 9, 30))
    datetime.date(2024, 5, 12)
    """
    return moment.date() if isinstance(moment, datetime.datetime) else moment
