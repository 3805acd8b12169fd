"""A date that was read from a line, as a mark in the page."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from newsnorm.dates.calendars import calendar_of, label_key, order_of
from newsnorm.dates.parts import How
from newsnorm.dates.reading import LONGEST, Dated, dated
from newsnorm.dates.tokens import has_year
from newsnorm.document import Block, Document, Mark
from newsnorm.rules.sets import RuleSet

__all__ = ["date_mark", "dated_lines", "days_of", "how_of", "without_clock"]


def how_of(doc: Document) -> How:
    """How dates are read on a page: in its language, in the caller's order where that is known."""
    return How(calendar_of(doc.rules), doc.date_order or order_of(doc.language), doc.language)


def dated_lines(doc: Document, how: How) -> Callable[[str], tuple[Dated, ...]]:
    """Reads a line's dates, each line once a page."""
    told = doc.told(("dates", how))

    def read(line: str) -> tuple[Dated, ...]:
        found: tuple[Dated, ...] | None = told.get(line)
        if found is None:
            found = told[line] = tuple(dated(line, how))
        return found

    return read


def days_of(doc: Document, block: Block) -> tuple[Dated, ...]:
    """The days that a short line prints; () for most lines."""
    if len(block.text) > LONGEST or not has_year(block.text):
        return ()
    return dated_lines(doc, how_of(doc))(block.text)


def date_mark(block: Block, one: Dated, rule: str, role: str = "published") -> Mark:
    """The mark of a date: what its label says, or this role where it has none, found by this rule."""
    role = one.rule.kind if one.rule else role
    date = replace(one.date, role=role, start=block.start + one.date.start, end=block.start + one.date.end)
    return Mark(block.start + one.start, block.start + one.end, role, one.rule.id if one.rule else rule, date)


def without_clock(part: str, rules: RuleSet) -> str:
    """What stands beside a date without a second clock and its label: "(Updated 11:54 am)", "at 14:57"."""
    clock = _clock().search(part)
    if clock is None:
        return part
    key, calendar = label_key(part[: clock.start()]), calendar_of(rules)
    return part[clock.end() :] if not key or key in calendar.labels or key in calendar.between else part


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(r"\b\d{1,2}[:.h]\d\d(?!\d)(?:\s?[ap]\.?m\.?|\s?Uhr)?", re.IGNORECASE)
