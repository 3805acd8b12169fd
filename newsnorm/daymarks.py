"""A date that was read from a line, as a mark in the page."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from newsnorm.calendars import calendar_of, label_key, order_of
from newsnorm.dateparts import How
from newsnorm.dates import LONGEST, Dated, dated
from newsnorm.datetokens import has_year
from newsnorm.document import Block, Document, Mark
from newsnorm.rules import RuleSet

__all__ = ["date_mark", "days_of", "without_clock"]


def days_of(doc: Document, block: Block) -> Iterator[Dated]:
    """The days that a short line prints; nothing for most lines."""
    if len(block.text) <= LONGEST and has_year(block.text):
        yield from dated(
            block.text, How(calendar_of(doc.rules), doc.date_order or order_of(doc.language), doc.language)
        )


def date_mark(block: Block, one: Dated, rule: str) -> Mark:
    """The mark of a date: what its label says, or published where it has none, found by this rule."""
    role = one.rule.kind if one.rule else "published"
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
