"""The vocabulary of datelines, one for each script: months, agencies, bylines, labels."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from newsnorm.languages import about, languages, words_table

__all__ = ["Words", "fold", "split_words", "words_of", "words_table"]

# ISO 15924 codes of the language files, by our place lists' names; Han, kana and hangul have forms of their own
_CODES = {
    "latin": "Latn",
    "cyrillic": "Cyrl",
    "greek": "Grek",
    "arabic": "Arab",
    "devanagari": "Deva",
    "bengali": "Beng",
    "tamil": "Taml",
    "telugu": "Telu",
    "malayalam": "Mlym",
    "thai": "Thai",
}


@dataclass(frozen=True, slots=True)
class Words:
    """What the languages of one script call things in datelines; all keys are folded."""

    months: Mapping[str, int]
    """The month's number; 0 for a month of another calendar, which has none in ours."""
    weekdays: frozenset[str]
    agencies: frozenset[tuple[str, ...]]
    """Agencies, word by word."""
    marked: frozenset[tuple[str, ...]]
    """Agencies that are taken for such only inside brackets or slashes."""
    first: frozenset[str]
    """The first words of `agencies`."""
    by: frozenset[str]
    """What opens a byline before the place."""
    roles: frozenset[str]
    """Who files when no name is printed."""
    kickers: frozenset[str]
    """What looks like a place and is a label."""
    stop_words: tuple[frozenset[str], ...]
    """One language's words each: they show a text's language, and allow a full stop behind a place alone."""
    days: Mapping[str, int]
    """Days spelled out."""
    before_date: frozenset[str]
    """Words between place and date: Arabic "in"."""


def fold(word: str) -> str:
    """How a word of a dateline is compared: case folded, full stop off its end, plain apostrophes."""
    word = word.casefold().rstrip(".")
    if not word.isascii():
        word = word.replace("\u0307", "").replace("’", "'").replace("ʼ", "'").replace("‘", "'")
    return word


def split_words(text: str) -> tuple[str, ...]:
    """A phrase, word by word, folded."""
    return tuple(fold(word) for word in text.split())


@cache
def words_of(script: str, language: str | None = None) -> Words:
    """The vocabulary for texts in a script. A language's own months win over its neighbours' namesakes."""
    tables = list(_tables(_CODES.get(script, ""), language))
    if language is not None:  # the same words, and in case of doubt the language's own
        own = words_of(script)
        return replace(own, months=_months(tables), stop_words=_stop_words(tables), days=_days(tables))
    english = words_table("en")
    every = tables if script == "latin" else [*tables, english]
    agencies = frozenset(map(split_words, dict.fromkeys(_names(every, "dateline_agencies"))))
    return Words(
        months=_months(tables),
        # two Latin letters are a state sooner than a weekday: "Mo.", "La."
        weekdays=frozenset(
            fold(word)
            for table in tables
            for day in table.get("weekdays", ())
            for word in day
            if len(word) > 2 or script != "latin"
        ),
        agencies=agencies,
        marked=agencies | {split_words(name) for name in _names(every, "dateline_marked")},
        first=frozenset(name[0] for name in agencies),
        by=frozenset(_names(tables, "dateline_by")),
        roles=frozenset(fold(name) for name in _names(tables, "dateline_roles")),
        kickers=frozenset(fold(name) for name in _names(tables, "dateline_kickers")),
        stop_words=_stop_words(tables),
        days=_days(tables),
        before_date=frozenset(_names(tables, "dateline_in")),
    )


def _tables(code: str, language: str | None) -> Iterator[Mapping[str, Any]]:
    """The word tables of a script's languages, the text's own first, else the larger ones first."""
    order = [*("en", "de", "fr", "es", "ru", "ar", "hi"), *languages()]
    if language is not None:
        order.insert(0, language)
    for name in dict.fromkeys(order):
        if name in languages() and about(name).get("script") == code:
            yield words_table(name)


def _stop_words(tables: Iterable[Mapping[str, Any]]) -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(_names([table], "dateline_stop_words")) for table in tables if "dateline_stop_words" in table
    )


def _days(tables: Iterable[Mapping[str, Any]]) -> Mapping[str, int]:
    return {
        fold(name.strip()): number
        for table in tables
        for number, names in enumerate(table.get("dateline_days", "").split("|"), 1)
        for name in names.split(",")
        if name.strip()
    }


def _names(tables: Iterable[Mapping[str, Any]], key: str) -> Iterator[str]:
    """A list of names, written with bars between them."""
    for table in tables:
        for name in table.get(key, "").split("|"):
            if name := name.strip():
                yield name


def _months(tables: Iterable[Mapping[str, Any]]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for table in tables:
        for number, names in enumerate(table.get("months", ()), 1):
            for name in names:
                found.setdefault(fold(name), number)
    for table in tables:  # forms that only datelines print, and neighbours' months
        for number, more in enumerate(table.get("dateline_months", "").split("|"), 1):
            for name in filter(None, map(str.strip, more.split(","))):
                found.setdefault(fold(name), number)
    for name in _names(tables, "bikram_months"):
        found.setdefault(fold(name), 0)
    return found
