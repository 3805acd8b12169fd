"""The date that a short line prints, read without guessing: two readings stay two, and nothing is filled from today."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from newsnorm.dates.calendars import Calendar, calendar_of, label_key, order_of
from newsnorm.dates.parts import How, Reading, read_date
from newsnorm.dates.tokens import Token, has_year, tokens_of
from newsnorm.errors import must_be_tag, must_be_text
from newsnorm.records import DateFound
from newsnorm.rules.rule import Rule
from newsnorm.rules.sets import pack, rules_for

__all__ = ["BARS", "LONGEST", "Dated", "dated", "is_name", "parse_date"]

LONGEST = 120
"""A longer line is prose, whatever dates it names. Code points."""

BARS = " \t\xa0|•·/,–—-"
"""What parts a date from what else its line says."""


def parse_date(text: str, *, order: str | None = None, language: str | None = None) -> DateFound | None:
    """The date that a short line or phrase prints: "Published: 12 February 2024", "Tue, 21-Oct-2025".

    The whole line must be a date with its label, its clock and what separates them: prose that mentions a date
    gives None, and so does a date without a year. `role` is "" when no label tells it. Nothing is filled in from
    today. "03/04/2025" has two `readings` and no `value`, unless `order` ("DMY", "MDY"), the language, or a weekday
    beside it decides; a weekday that fits no reading is ignored. Dates of other calendars have neither. A clock
    makes `value` a datetime, aware only where a zone with one meaning is printed.

    `language` is a BCP 47 tag; without it English is tried, then every language whose months newsnorm knows.
    `start` and `end` count code points of `text`, half-open. Raises TypeError for anything but a str, and
    ValueError for an unknown order or a language tag that is none.

    >>> parse_date("Last updated: May 3, 2023 10:15 pm").value
    datetime.datetime(2023, 5, 3, 22, 15)
    >>> parse_date("21 октября 2025").value
    datetime.date(2025, 10, 21)
    >>> parse_date("03/04/2025").readings
    (datetime.date(2025, 4, 3), datetime.date(2025, 3, 4))
    >>> parse_date("The dam broke on 21 October 2025.") is None
    True
    """
    must_be_text(text, "parse_date")
    if order not in ("DMY", "MDY", "YMD", None):
        raise ValueError(f"order must be one of DMY, MDY, YMD, not {order!r}")
    must_be_tag(language or None)
    line = text.strip()
    if len(line) > LONGEST or not has_year(line):
        return None
    order = order or order_of(language or "und")
    for rules in (rules_for(language),) if language else (pack("lang/en.toml"), rules_for()):
        whole = [found for found in dated(line, How(calendar_of(rules), order, language or "und")) if found.is_whole]
        if whole:
            date = next((found.date for found in whole if found.date.readings), whole[0].date)  # of two calendars' days
            by = text.index(line)
            return replace(date, start=date.start + by, end=date.end + by)
    return None


class Dated(NamedTuple):
    """A part of a line that is a date: with its label and the separators around it."""

    start: int
    """Where label or date starts in the line, in code points."""
    end: int
    """Where it ends, excluded."""
    date: DateFound
    """The date; its offsets count the line."""
    rule: Rule | None
    """The rule whose label stands beside the date; None when none does."""
    reading: Reading
    """How the date was read."""
    before: str
    """Foreign words before it in its part of the line, with what separates them from it; "" when there are none."""
    behind: str
    """Foreign words behind it."""

    @property
    def is_whole(self) -> bool:
        """True when nothing but dates, labels and separators stands in its part of the line."""
        return not self.before and not self.behind and (self.rule is not None or self.reading.is_plain)


_FILES = frozenset({".png", ".jpg", "jpeg", ".gif", "webp"})


def dated(line: str, how: How) -> Iterator[Dated]:
    """Every date of one line, part by part: bars, bullets and wide gaps part a line. Nothing for long lines, nor for
    what a picture's file is called.
    """
    if len(line) > LONGEST or line[-4:].lower() in _FILES:
        return
    plain = line if line.isascii() else line.translate(_plain_signs())
    if "|" in plain or "•" in plain or "·" in plain or " / " in plain:
        plain = _before_clock().sub(",", plain)
    if "GMT (" in plain:
        plain = _world_clock().sub(lambda clock: "," * len(clock[0]), plain)
    if _is_one_part(plain):
        yield from _labelled(line, plain, slice(0, len(plain)), how)
        return
    at = 0
    for bar in _bars().finditer(f"{plain}\n"):
        yield from _labelled(line, plain, slice(at, bar.start()), how)
        at = bar.end()


@cache
def _plain_signs() -> dict[int, str]:
    """Full-width signs and odd blanks, one code point for one, so that offsets stay."""
    return dict(zip(map(ord, "：／－．，（）\u3000\u00a0\u202f\u2009\u2212"), ":/-.,()\t   -", strict=True))


@cache
def _before_clock() -> re.Pattern[str]:
    # a bar between the day and its clock parts nothing: "12 May 2024 | 14:30", "14:30 | 12 May 2024"; nor does a stroke
    return re.compile(
        r"(?<=\d\d\s)/(?=\s\d{1,2}[:h]\d\d(?!\d))|(?<=[:h]\d\d\s)/(?=\s\d)|"
        r"(?:(?<=\d\d)|(?<=\d\d\s))[|•·](?=\s?\d{1,2}(?:[:h]\d\d(?!\d)|\s?[ap]\.?m\b))|"
        r"(?:(?<=[:h]\d\d)|(?<=[:h]\d\d\s))[|•·](?=\s?\d)"
    )


@cache
def _world_clock() -> re.Pattern[str]:
    """A clock without its colon, and the same in another town: "Updated 2010 GMT (0410 HKT) March 14, 2021"."""
    return re.compile(r"\b\d{3,4} GMT \(\d{3,4} [A-Z]{2,4}\)")


def _is_one_part(line: str) -> bool:
    """A quicker look: True for a line of ASCII, as most are, without a sign or a wide gap that may part it."""
    is_plain = line.isascii() and line.isprintable() and line[-1:] != " "
    return is_plain and "|" not in line and "/" not in line and "  " not in line


@cache
def _bars() -> re.Pattern[str]:
    # a wide gap parts too, but not a day from its clock or its weekday: "May 24, 2019   05:09 pm", "Wed,  5 Nov 2025"
    gap = r"(?<![\d\s,،])\s{2,9}|(?<=\d)\s{2,9}+(?!\d{1,2}[:h]\d\d)|(?<=[,،])\s{2,9}+(?!\d)"
    return re.compile(rf"\s?[|•●∙‧»\t\n]\s?|\s[·/]\s|{gap}|^[,\s]{{0,3}}/\s|\s/$")


def _readings(line: str, part: slice, how: How) -> list[Reading]:
    """The dates in one part of a line, from left to right."""
    tokens = tokens_of(line, part.start, part.stop)
    out: list[Reading] = []
    at = 0
    while at < len(tokens):
        found = read_date(tokens, at, how) if _may_start(tokens[at], how.calendar) else None
        if found is not None:
            out.append(found)
        at = at + 1 if found is None else found.next
    return out


def _may_start(token: Token, calendar: Calendar) -> bool:
    key = token.text
    return (
        token.kind != "word"
        or key in calendar.openers
        or key in calendar.months
        or key in calendar.weekdays
        or key in calendar.halves
        or key in calendar.others
    )


def _labelled(line: str, plain: str, part: slice, how: How) -> Iterator[Dated]:
    """Give each date its label, and what else stands beside it."""
    at, calendar = part.start, how.calendar
    readings = _readings(plain, part, how)
    for one in readings:
        left, rule = _label(plain, at, one.start, calendar)
        left = left if rule else _behind_small(plain, at, left, calendar)
        before = plain[at:left] if _words(plain[at:left]) and not _is_small(plain[at:left], calendar) else ""
        right, behind = one.reach, ""
        if one is readings[-1]:
            behind = plain[right : part.stop] if _words(plain[right : part.stop]) else ""
            tail = calendar.tails.get(label_key(behind)) if behind and rule is None else None
            rule = rule or tail
            is_rest = tail or not behind or _is_change(behind, calendar)
            right, behind = (part.stop, "") if is_rest else (right, behind)
        yield Dated(left if before else at, right, _found(line, one, rule), rule, one, before, behind)
        at = one.reach


def _is_small(text: str, calendar: Calendar) -> bool:
    """True for a word that may stand inside a date, before one: "Le 12 mai", "on May 12"; or between two of them."""
    key = label_key(text)
    return key in calendar.between or key in _JOINS


_JOINS = frozenset({"e", "y", "et", "and", "și"})
"""What joins two dates with their labels: "Publicado em 3/5/2021 e atualizado em 4/5/2021"."""


def _behind_small(line: str, start: int, end: int, calendar: Calendar) -> int:
    """Where a date starts together with the small word that leads from a name to it: "Par Ada Brunn le 12/05/2024"."""
    before, _, last = line[start:end].rstrip().rpartition(" ")
    return start + len(before) + 1 if before and label_key(last) in calendar.between else end


def _is_change(text: str, calendar: Calendar) -> bool:
    """True for the clock of a later change behind the day: "Aggiornato alle 12:30", "e atualizado às 22h04"."""
    found = _clock_behind().fullmatch(text)
    if found is None:
        return False
    first, _, rest = label_key(found["label"]).partition(" ")
    return _without_tail(rest if first in _JOINS else f"{first} {rest}".strip(), calendar) in calendar.labels


@cache
def _clock_behind() -> re.Pattern[str]:
    return re.compile(r"(?P<label>[^\d]{4,40})\b\d{1,2}(?:[:.h]|\sh\s)\d\d(?:\s?hs?)?[\s.)]{0,3}")


def _words(text: str) -> bool:
    """True when something other than separators is there."""
    return any(map(str.isalnum, text))


def _label(line: str, start: int, end: int, calendar: Calendar) -> tuple[int, Rule | None]:
    """Where the label before a date starts, and its rule; where the date starts when there is none.

    The longest label counts. Behind other words it needs a capital or a colon: "a report published 3 May" is prose.
    """
    text = line[start:end]
    words = list(_word_starts().finditer(text))
    opening = words[1:2] if words and words[0][0] in _JOINS else words[:1]
    for word in words[-12:]:
        label = text[word.start() :]
        rule = calendar.labels.get(_without_tail(label_key(label), calendar))
        if rule is not None and (word in opening or label.rstrip()[-1:] == ":" or label[0].isupper()):
            return start + word.start(), rule
    return end, None


@cache
def _word_starts() -> re.Pattern[str]:
    # a label may be glued to a name: "Jane RonanPublished: 3 May 2023"
    word = r"[^\s.,:;/|•·()\[\]<>*–—-]"
    return re.compile(rf"{word}(?:(?<![a-z](?=[A-Z])){word}){{0,40}}")


def _without_tail(key: str, calendar: Calendar) -> str:
    """A label without the small words between it and the date: "Published on", "Publicado a las"."""
    while key not in calendar.labels:
        rest, _, last = key.rpartition(" ")
        if not rest or last not in calendar.between:
            break
        key = rest
    return key


def _found(line: str, one: Reading, rule: Rule | None) -> DateFound:
    raw = line[one.start : one.end].rstrip()
    if raw.count("(") + raw.count("（") > raw.count(")") + raw.count("）") and line[one.end : one.end + 1] in (
        ")",
        "）",
    ):
        raw = line[one.start : one.end + 1]  # "1月17日（星期二）"
    return DateFound(
        role="" if rule is None else rule.kind,
        raw=raw,
        value=one.moments[0] if len(one.moments) == 1 else None,
        precision=one.precision,
        ambiguous=len(one.moments) > 1,
        readings=one.moments,
        start=one.start,
        end=one.start + len(raw),
    )


_NAME = 3
"""A name beside a date has so many words at most."""


def is_name(text: str) -> bool:
    """True for a word or a few with capitals, such as stand beside a date on its line; also for initials.

    >>> is_name("Tern News"), is_name("Coast / Sport"), is_name("Ada Lindqvist, "), is_name("J.R."), is_name("News:")
    (True, True, True, True, False)
    """
    words = [word for word in text.strip(BARS).split() if word.strip(BARS)]
    if not 0 < len(words) <= _NAME or not all(word[0].isupper() for word in words):
        return False
    return text.rstrip()[-1] not in ".!?:" or _initials().fullmatch(text.strip(BARS)) is not None


@cache
def _initials() -> re.Pattern[str]:
    """Who wrote it, in two or three letters: "Y.C."."""
    return re.compile(r"(?:[^\W\d_]\. ?){2,3}")
