"""The lines that print a date: the site's clock, the day of publication, the day of the last change."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from newsnorm.bylines.reading import read_byline
from newsnorm.bylines.words import Words, words_of
from newsnorm.dates.calendars import Calendar, calendar_of, date_only, plain_word
from newsnorm.dates.marks import date_mark, dated_lines, how_of
from newsnorm.dates.parts import How
from newsnorm.dates.reading import BARS, LONGEST, Dated, dated
from newsnorm.dates.tokens import with_year
from newsnorm.document import Block, Document, Mark
from newsnorm.headlines.same import headline_key
from newsnorm.rules.sets import RuleSet, pack
from newsnorm.story.head import is_prose
from newsnorm.story.layout import PageTitles, holds_title, is_title, layout

__all__ = ["dates"]

RULE = "step:dates"


class _Found(NamedTuple):
    """A date line and where it stands."""

    number: int
    """The number of its block."""
    block: Block
    dated: Dated


def dates(doc: Document) -> Iterator[Mark]:
    """Mark every date line: `page_date`, `published` or `updated`, with the `DateFound` as value.

    A line with a label ("Published: 12 February 2024") counts wherever it stands. One without a label counts in the
    head of the page, or behind the headline's repetition, or, with a clock, near the first paragraph: elsewhere it
    may be the head of a list or of a chronicle; beside one with a label it is its like. Without a label and a clock,
    above the headline, it is the site's own date. Lines without a year or longer than `LONGEST` are never looked at.
    """
    how = how_of(doc)
    found = list(_candidates(doc, how))
    if any(one.dated.date.ambiguous for one in found):
        found = _settled(doc, found, how)
    published = [one.number for one in found if one.dated.rule is None or one.dated.rule.kind == "published"]
    for one in found:
        yield _mark(doc, one, published)


def _order_of_text(doc: Document) -> str | None:
    """Only English puts the month first: every twentieth word of an English text at least is one of a dozen."""
    words = doc.text[:4000].lower().split()
    common = frozenset(pack("lang/en.toml").words("function_words"))
    return "DMY" if len(words) > 20 and sum(word in common for word in words) * 20 < len(words) else None


def _candidates(doc: Document, how: How) -> Iterator[_Found]:
    years = with_year([text if len(text) <= LONGEST else "" for _, _, text in doc.blocks])
    if not years:
        return
    words = words_of(doc.rules)
    read = dated_lines(doc, how)
    for index, place in _places(doc.blocks, years, how.calendar):
        block = doc.blocks[index]
        found = read(block.text)
        is_stamp = len(found) > 1 and all(one.is_whole for one in found) and any(one.rule for one in found)
        for one in found:
            if is_stamp or _counts(one, place, words, doc.rules):
                yield _Found(index, block, one)


def _places(blocks: Sequence[Block], years: Sequence[int], calendar: Calendar) -> Iterator[tuple[int, str]]:
    """The lines worth reading, each with where it stands: "head", "near" the first paragraph, or the "page"."""
    parts, titles = layout(blocks), PageTitles(blocks)
    for index in years:
        if index < parts.head or titles.stand_above(index):
            yield index, "head"
        elif index < parts.near:
            yield index, "near"
        elif _starts_with_label(blocks[index].text, calendar):
            yield index, "page"


def _starts_with_label(text: str, calendar: Calendar) -> bool:
    """True for a line that begins with a date's label, or whose last part does, behind a bar: "Herald | Updated: …"."""
    cells = (text, text.rpartition("|")[2]) if "|" in text else (text,)
    words = (cell.split(None, 1)[:1] for cell in cells)
    return any(plain_word(word.strip(":([|*•-")) in calendar.label_words for first in words for word in first)


def _counts(one: Dated, place: str, words: Words, rules: RuleSet) -> bool:
    """Whether a date is one of the page, not of the story."""
    if one.rule is not None:
        is_last = not one.behind and (place != "page" or one.before.rstrip().endswith("|"))
        is_signed = place != "page" and not one.before and _is_byline(one.behind, words)
        return one.is_whole or is_last or is_signed or (place == "head" and one.reading.has_clock)
    if place == "page" or (place == "near" and not one.reading.has_clock):
        return False
    if one.is_whole or (place == "head" and not one.before and _next_label().match(one.behind)):
        return True
    stamp = one.reading.has_clock and one.reading.is_numeric
    beside = [part for part in (one.before, one.behind) if part]
    at_head = place == "head" and one.reading.has_clock
    return (
        (stamp and place == "head")
        or (at_head and _is_stamped_place(one))
        or all(_is_byline(part, words) or _is_label(part, rules) for part in beside)
    )


@cache
def _next_label() -> re.Pattern[str]:
    """What follows the date is another field: "Author: …", "来源：…"."""
    return re.compile(r"[\s,.]{0,3}[^\s:：]{1,20}\s?[:：]")


def _is_stamped_place(one: Dated) -> bool:
    """True for a town and the minute, and nothing of a story behind: "ROMA, 23 ottobre 2023, 12:30"."""
    names = one.before.strip(BARS + "(").split()
    return not one.behind and 0 < len(names) <= 3 and all(name[0].isupper() for name in names)


def _is_byline(part: str, words: Words) -> bool:
    """True for a byline that says so, or that a dash parts from the date: "KARACHI, 3 May 2023" begins a story.

    A desk that no bracket makes an agency's signature says so by itself.
    """
    part = part.strip(" ,\t")
    found = read_byline(part, words)
    if found is None:
        return False
    return found.rule is not None or part[-1:] in "-–—" or part[:1] in "-–—" or (found.is_desk and "(" not in part)


def _is_label(part: str, rules: RuleSet) -> bool:
    """True for what stands beside a date when sites print both on one line: "Updated 2 hours ago", "3 min read"."""
    part = part.strip(BARS)
    found = rules.find(part) if 1 < len(part) <= _LABEL else None
    return found is not None and found[0].kind in _LABELS


_LABELS, _LABEL = frozenset({"counter", "read_time", "comments", "share", "nav", "player"}), 40
"""The kinds of such labels, which have so many code points at most."""


def _settled(doc: Document, found: list[_Found], how: How) -> list[_Found]:
    """Dates that read two ways, read as the page's other dates show: by their order, or by the very day."""
    orders = {one.dated.reading.order for one in found} - {None} or {_order_of_text(doc)} - {None}
    days = {one.dated.date.value for one in found if one.dated.reading.precision == "day"}
    how = how._replace(order=orders.pop() if len(orders) == 1 else None)
    return [_read_again(one, days, how) if one.dated.date.ambiguous else one for one in found]


def _read_again(one: _Found, days: Collection[object], how: How) -> _Found:
    """One date, with the order that the page shows, or else as the reading that another of its dates agrees with."""
    if how.order is not None:
        again = dated(one.block.text, how)
        return one._replace(dated=next(same for same in again if same.date.start == one.dated.date.start))
    agreed = [moment for moment in one.dated.date.readings if date_only(moment) in days]
    if len(agreed) != 1:
        return one
    return one._replace(dated=one.dated._replace(date=replace(one.dated.date, value=agreed[0], ambiguous=False)))


def _mark(doc: Document, one: _Found, others: list[int]) -> Mark:
    is_plain = one.dated.rule is None and not one.dated.reading.has_clock
    is_clock = is_plain and _is_site_clock(doc.blocks, one.number, others) and not _opens(doc, one, others)
    role = "page_date" if is_clock else "published"
    start, end = _with_bars(one)
    mark = date_mark(one.block, one.dated, RULE, role)
    return mark._replace(start=one.block.start + start, end=one.block.start + end)


def _with_bars(one: _Found) -> tuple[int, int]:
    """The date with the separators that would be left hanging beside it."""
    text, start, end = one.block.text, one.dated.start, one.dated.end
    while start > 0 and not text[start - 1].isalnum() and text[start - 1] not in ")]»”’\"'.":
        start -= 1
    if start == 0 or not any(map(str.isalnum, text[end:])):
        while end < len(text) and not text[end].isalnum() and text[end] not in "([«“‘\"'@":
            end += 1
    return start, end


def _is_site_clock(blocks: Sequence[Block], index: int, others: list[int]) -> bool:
    """True for a day without a label that the site's header prints: no headline stands just above it.

    What stands above may be the page's title, which comes again as the headline, or the header's menu, behind
    which the story's own date follows.
    """
    titles = PageTitles(blocks)
    if any(titles.comes_again(at) for at in range(max(0, index - _BELOW), index)):
        return False
    above = next((at for at in range(index - 1, max(-1, index - 1 - BESIDE), -1) if is_title(blocks[at].text)), None)
    if above is None:
        return True
    title = headline_key(blocks[above].text)
    story = next((at for at in range(index + 1, len(blocks)) if is_prose(blocks[at].text)), len(blocks))
    ahead = [at for at in range(index + 1, min(len(blocks), index + 60)) if is_title(blocks[at].text)]
    for at in ahead:
        dated_below = any(at < other <= at + BESIDE for other in others)
        if (at < story or dated_below) and holds_title(title, headline_key(blocks[at].text)):
            return True
        if at < story and dated_below:
            return True
    return False


def _opens(doc: Document, one: _Found, others: Collection[int]) -> bool:
    """True for the only day of a page's head, right beside a title that a story follows: it stands above its headline.

    The site's clock prints the weekday, or stands above a menu.
    """
    known = calendar_of(doc.rules).weekdays
    if len(others) > 1 or any(plain_word(word.strip(",.")) in known for word in one.block.text.split()):
        return False
    beside = doc.blocks[max(0, one.number - 1) : one.number + 1 + _STORY]
    is_titled = any(is_title(block.text) for block in beside[: 3 if one.number else 2])
    return one.number > 0 and is_titled and any(is_prose(block.text) for block in beside[1:])


_STORY = 3
"""The story begins so many lines below a date above its headline at most."""

_BELOW = 10
"""The headline that was the page's title stands so many lines above a date at most: behind buttons for sharing."""

BESIDE = 4
"""A date stands at most so many lines below its headline: behind a summary, a byline and a counter."""
