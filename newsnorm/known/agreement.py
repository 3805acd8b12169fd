"""What the page says against what the caller knew: gaps are filled, doubts settled, disagreements listed."""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from newsnorm.article import Article
from newsnorm.build import build
from newsnorm.dates.calendars import date_only
from newsnorm.dates.parts import Moment
from newsnorm.document import Document, Mark
from newsnorm.headlines.same import best_headline, same_headline
from newsnorm.known.guided import without_site
from newsnorm.known.hints import Hints
from newsnorm.records import Conflict, DateFound
from newsnorm.rest import kept
from newsnorm.text.mending import to_raw

__all__ = ["titled", "told"]

_GRACE = 1
"""So many days may lie between a day and the same day elsewhere."""

_SOON = 31
"""A dateline that names a day so soon after the given one was printed after it, and not a year before."""


def titled(doc: Document, hints: Hints | None) -> tuple[Document, str | None]:
    """The caller's headline where the article shall print it and not the page's own, else None; and the document.

    Where the page prints the same headline worse, in capitals say, its own becomes one more repeat.

    >>> from newsnorm.known.hints import read_hints
    >>> titled(Document("It rained."), read_hints(headline="Rain"))[1]
    'Rain'
    """
    if hints is None or hints.headline is None:
        return doc, None
    printed, given = _printed_headline(doc), without_site(doc, hints.headline, hints.site)
    if not printed:
        return doc, given
    if not same_headline(printed, given) or best_headline([printed, given]) == printed:
        return doc, None
    marks = (mark._replace(kind="headline_repeat") if mark.kind == "headline" else mark for mark in doc.marks)
    return replace(doc, marks=tuple(marks)), given


def _printed_headline(doc: Document) -> str:
    return "".join(words for _, words in kept(doc, "headline"))


def told(doc: Document, shown: Document, hints: Hints, date_order: str | None = None) -> Article:
    """The article of an annotated document and of the last look at its clean page, with what the caller knew.

    >>> from newsnorm.known.hints import read_hints
    >>> doc = Document("It rained.")
    >>> told(doc, doc, read_hints(headline="Rain", published="2024-02-12")).to_text()
    'Rain\\n\\nIt rained.'
    """
    shown, title = titled(shown, hints)
    conflicts = list(hints.refused)
    printed, given = _printed_headline(shown), hints.headline
    if (
        given
        and printed
        and _printed_headline(doc)
        and not same_headline(printed, without_site(doc, given, hints.site))
    ):
        conflicts.append(_headline_conflict(doc, given, printed))
    article = build(doc, shown)
    dates = tuple(_settled(found, hints) for found in article.dates)
    conflicts += [*_date_conflicts(replace(article, dates=dates), hints), *_order_conflicts(dates, date_order)]
    return replace(
        article,
        headline=title or article.headline,
        url=hints.url,
        dates=dates,
        published=_published(article, dates, hints),
        conflicts=tuple(conflicts),
    )


def _headline_conflict(doc: Document, given: str, printed: str) -> Conflict:
    marks: list[Mark] = [mark for mark in doc.marks if mark.kind == "headline"]
    start, end = to_raw(doc.repairs)(marks[0].start, marks[-1].end)
    why = "the page prints another headline"
    return Conflict(
        field="headline", given=given, found=printed, why=why, raw=doc.source[start:end], start=start, end=end
    )


def _settled(found: DateFound, hints: Hints) -> DateFound:
    """A date that reads two ways, as the reading that the caller's date agrees with."""
    known = hints.published or hints.url_date
    if not found.ambiguous or found.value is not None or found.role != "published" or known is None:
        return found
    agreed = [moment for moment in found.readings if _agree(moment, known)]
    return replace(found, value=agreed[0], ambiguous=False) if len(agreed) == 1 else found


def _published(article: Article, dates: tuple[DateFound, ...], hints: Hints) -> Moment | None:
    """As the page says; else as the caller does, unless that is the site's clock; else as the address does."""
    printed = _printed(dates)
    if article.published is not None:
        return article.published
    if printed is not None:
        return printed.value
    if hints.published is not None:
        return None if _is_clock(article, hints.published) else hints.published
    return hints.url_date


def _printed(dates: Iterable[DateFound]) -> DateFound | None:
    """The page's first day of publication that can be read; None when it says none."""
    return next((one for one in dates if one.role == "published" and one.readings), None)


def _is_clock(article: Article, given: Moment) -> bool:
    """True for a day without a time that the site's header prints: scrapers take it for the day of publication."""
    return article.page_date is not None and _day_only(given) == article.page_date


def _date_conflicts(article: Article, hints: Hints) -> Iterator[Conflict]:
    given = hints.published
    printed = _printed(article.dates)
    if given is not None:
        if printed is not None and not any(_agree(moment, given) for moment in printed.readings):
            yield _dated("published", given, printed, "the page says another day or time")
        elif printed is None and _is_clock(article, given):
            clock = next((one for one in article.dates if one.role == "page_date" and one.value is not None), None)
            if clock is not None:
                yield _dated("published", given, clock, "the site's header prints this day, the day of the scrape")
        yield from _dateline_conflict(article, given)
    day = hints.url_date
    if day is not None and printed is not None and not any(_near(moment, day) for moment in printed.readings):
        yield _dated("url", day, printed, "the page says another day than the address")


def _dated(field: str, given: Moment, found: DateFound, why: str) -> Conflict:
    said = " or ".join(moment.isoformat() for moment in found.readings)
    return Conflict(
        field=field, given=given.isoformat(), found=said, why=why, raw=found.raw, start=found.start, end=found.end
    )


def _dateline_conflict(article: Article, given: Moment) -> Iterator[Conflict]:
    """A story is filed before it is published."""
    line = article.dateline
    if line is None or line.date is None or date_only(given).toordinal() + _SOON > datetime.date.max.toordinal():
        return
    day = date_only(given)
    filed = line.date.resolve(day + datetime.timedelta(days=_SOON) if line.date.year is None else None)
    if filed is not None and filed > day + datetime.timedelta(days=_GRACE):
        why = "the dateline names a later day"
        yield Conflict(
            field="published",
            given=given.isoformat(),
            found=filed.isoformat(),
            why=why,
            raw=line.raw,
            start=line.start,
            end=line.end,
        )


def _order_conflicts(dates: tuple[DateFound, ...], order: str | None) -> Iterator[Conflict]:
    """A number over twelve is no month: a date that can only be read the other way than the caller said."""
    for one in dates if order in ("DMY", "MDY") else ():
        numbers = _numeric().match(one.raw)
        first, second = (int(numbers[1]), int(numbers[2])) if numbers else (0, 0)
        said = "DMY" if first > 12 >= second else "MDY" if second > 12 >= first else order
        if order is not None and said is not None and said != order and numbers:
            yield Conflict(
                field="date_order",
                given=order,
                found=said,
                why="no month has this number",
                raw=one.raw,
                start=one.start,
                end=one.end,
            )


@cache
def _numeric() -> re.Pattern[str]:
    return re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-](?:[0-9]{4}|[0-9]{2})(?![0-9])")


def _near(moment: Moment, day: datetime.date) -> bool:
    return abs(date_only(moment).toordinal() - day.toordinal()) <= _GRACE


def _day_only(moment: Moment) -> datetime.date | None:
    """The day of a date, or of a datetime at midnight without a zone, which is how tools write a date; else None."""
    if not isinstance(moment, datetime.datetime):
        return moment
    return moment.date() if moment.time() == datetime.time() and moment.tzinfo is None else None


def _agree(one: Moment, other: Moment) -> bool:
    """True when both can be the same moment, in whatever zone those without a zone were written."""
    days = _day_only(one), _day_only(other)
    if None not in days:
        return days[0] == days[1]
    (low, high), (start, end) = _minutes(one), _minutes(other)
    return low <= end and start <= high


def _minutes(moment: Moment) -> tuple[int, int]:
    """The first and the last minute that it can be, in UTC: zones reach from 12 hours behind to 14 ahead."""
    day, length = _day_only(moment), 0
    if day is not None:
        start, length = day.toordinal() * 1440, 1439
    else:
        assert isinstance(moment, datetime.datetime)
        start = moment.toordinal() * 1440 + moment.hour * 60 + moment.minute
        offset = moment.utcoffset()
        if offset is not None:
            start -= int(offset.total_seconds() // 60)
            return start, start
    return start - 14 * 60, start + length + 12 * 60
