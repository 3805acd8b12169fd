"""The lines that print a date: the site's clock, the day of publication, the day of the last change."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from newsnorm.bylines import Words, read_byline, words_of
from newsnorm.calendars import Calendar, calendar_of, order_of, plain_word
from newsnorm.dates import LONGEST, Dated, dated
from newsnorm.document import Block, Document, Mark
from newsnorm.head import is_headline, is_prose
from newsnorm.headlines import headline_key

__all__ = ["dates"]

RULE = "step:dates"

LONGEST_HEAD = 200
"""So many short lines before the first paragraph are a whole page's menu; more are a list or a table."""

NEAR = 2
"""A time stamp may also stand behind so many lines of prose: behind a summary, a caption, the first paragraph."""


class _Found(NamedTuple):
    """A date line and where it stands."""

    index: int
    """The number of its block."""
    block: Block
    dated: Dated


def dates(doc: Document) -> Iterator[Mark]:
    """Mark every date line: `page_date`, `published` or `updated`, with the `DateFound` as value.

    A line with a label ("Published: 12 February 2024") counts wherever it stands. One without a label counts in the
    head of the page, or behind the headline's repetition, or, with a clock, near the first paragraph: elsewhere it
    may be the head of a list or of a chronicle. Without a label and a clock, above the headline, it is the site's
    own date. Lines without a digit or longer than `LONGEST` are never looked at.
    """
    if not _digit().search(doc.text):
        return
    calendar = calendar_of(doc.rules)
    order = doc.date_order or order_of(doc.language) or _order_of_script(doc)
    found = list(_candidates(doc, calendar, order))
    found = _settled(doc, found, calendar) if order is None else found
    unlabelled = [one.index for one in found if one.dated.rule is None and not one.dated.reading.has_clock]
    for one in found:
        yield _mark(doc, one, unlabelled)


@cache
def _digit() -> re.Pattern[str]:
    return re.compile(r"\d")


def _order_of_script(doc: Document) -> str | None:
    """Only languages in Latin letters put the month first."""
    if doc.language != "und":
        return None
    letters = [char for char in doc.text[:400] if char.isalpha()]
    return "DMY" if sum(char > "\u0370" for char in letters) * 2 > len(letters) else None


def _candidates(doc: Document, calendar: Calendar, order: str | None) -> Iterator[_Found]:
    words = words_of(doc.rules)
    for index, place in _places(doc.blocks, calendar):
        block = doc.blocks[index]
        for one in dated(block.text, calendar, order=order, language=doc.language):
            if _counts(one, place, words):
                yield _Found(index, block, one)


def _places(blocks: Sequence[Block], calendar: Calendar) -> Iterator[tuple[int, str]]:
    """The lines worth reading, each with where it stands: "head", "near" the first paragraph, or the "page"."""
    prose = 0
    headlines: dict[int, str] = {}  # by length: the head's headline-like lines, the last of each length
    behind = NEAR  # lines since a headline of the head came again
    for index, block in enumerate(blocks):
        text = block.text
        if is_prose(text):
            prose += 1
            continue
        if prose and len(text) in headlines and headline_key(text) == headline_key(headlines[len(text)]):
            behind = 0
        elif len(text) <= LONGEST and _digit().search(text):
            if prose == 0 and index < LONGEST_HEAD or behind < NEAR:
                yield index, "head"
            elif prose <= NEAR:
                yield index, "near"
            elif _starts_with_label(text, calendar):
                yield index, "page"
        elif not prose and is_headline(text):
            headlines[len(text)] = text
        behind += 1


def _starts_with_label(text: str, calendar: Calendar) -> bool:
    return plain_word(text.split(None, 1)[0].strip(":([|*•-")) in calendar.label_words


def _counts(one: Dated, place: str, words: Words) -> bool:
    """Whether a date is one of the page, not of the story."""
    if one.rule is not None:
        return one.is_whole or (place != "page" and not one.behind) or (place == "head" and one.reading.has_clock)
    if place == "page" or (place == "near" and not one.reading.has_clock):
        return False
    if one.is_whole:
        return True
    stamp = one.reading.has_clock and one.reading.is_numeric
    beside = [part for part in (one.before, one.behind) if part]
    return stamp and place == "head" or all(_is_byline(part, words) for part in beside)


def _is_byline(part: str, words: Words) -> bool:
    """True for a byline that says so, or that a dash parts from the date: "KARACHI, 3 May 2023" begins a story."""
    part = part.strip()
    found = read_byline(part, words)
    return found is not None and (found.rule is not None or part[-1:] in "-–—" or part[:1] in "-–—")


def _settled(doc: Document, found: list[_Found], calendar: Calendar) -> list[_Found]:
    """Dates that read two ways, read as the page's other dates show: by their order, or by the very day."""
    if not any(one.dated.date.ambiguous for one in found):
        return found
    orders = {one.dated.reading.order for one in found} - {None}
    days = {one.dated.date.value for one in found if one.dated.reading.precision == "day"}
    return [_read_again(one, orders, days, calendar, doc.language) for one in found]


def _read_again(one: _Found, orders: set[str | None], days: set[object], calendar: Calendar, language: str) -> _Found:
    if not one.dated.date.ambiguous:
        return one
    if len(orders) == 1:
        again = dated(one.block.text, calendar, order=next(iter(orders)), language=language)
        return one._replace(dated=next(same for same in again if same.date.start == one.dated.date.start))
    agreed = [moment for moment in one.dated.date.readings if _day(moment) in days]
    if len(agreed) != 1:
        return one
    date = replace(one.dated.date, value=agreed[0], ambiguous=False)
    return one._replace(dated=one.dated._replace(date=date))


def _day(moment: datetime.datetime | datetime.date) -> datetime.date:
    return moment.date() if isinstance(moment, datetime.datetime) else moment


def _mark(doc: Document, one: _Found, unlabelled: list[int]) -> Mark:
    rule = one.dated.rule
    role = rule.kind if rule else "published"
    if rule is None and one.index in unlabelled and _is_site_clock(doc.blocks, one.index, unlabelled):
        role = "page_date"
    at = one.block.start
    date = replace(one.dated.date, role=role, start=at + one.dated.date.start, end=at + one.dated.date.end)
    start, end = _with_bars(one)
    return Mark(at + start, at + end, role, rule.id if rule else RULE, date)


def _with_bars(one: _Found) -> tuple[int, int]:
    """The date with the separators that would be left hanging beside it."""
    text, start, end = one.block.text, one.dated.start, one.dated.end
    while start > 0 and not text[start - 1].isalnum() and text[start - 1] not in ")]»”’\"'.":
        start -= 1
    if start == 0 or not any(map(str.isalnum, text[end:])):
        while end < len(text) and not text[end].isalnum() and text[end] not in "([«“‘\"'@":
            end += 1
    return start, end


def _is_site_clock(blocks: Sequence[Block], index: int, unlabelled: list[int]) -> bool:
    """True for a day without a label that the site's header prints: no headline stands just above it.

    What stands above may be the page's title, which comes again as the headline, or the header's menu, behind
    which the story's own date follows.
    """
    above = [at for at in range(max(0, index - 60), index) if _is_title(blocks[at].text)]
    below = [at for at in range(index + 1, min(len(blocks), index + 60)) if _is_title(blocks[at].text)]
    if not above or above[-1] < index - LONGEST_BESIDE:
        return True
    keys = [headline_key(blocks[at].text) for at in above]
    again = (headline_key(blocks[at].text) for at in below)
    if any(len(key) > 12 and any(title.startswith(key) for title in keys) for key in again):
        return True
    return any(later > index + 1 and any(index < at < later for at in below) for later in unlabelled)


LONGEST_BESIDE = 4
"""A date stands at most so many lines below its headline: behind a summary, a byline and a counter."""


def _is_title(text: str) -> bool:
    """A headline-like line that a menu hardly has: four words, no bullet, no bars."""
    return is_headline(text) and text[0] not in "*•-»>|#" and text.count("|") < 2 and (
        text.count(" ") >= 3 or not text.isascii() and len(text) >= 10
    )
