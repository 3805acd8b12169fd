"""What the caller knows of a page: read once, and used where the page says nothing or says it two ways.

The page's own words win, for what is known beside a page is at times wrong: a title written for search engines, the
site's clock taken for the day of publication. Nothing is contradicted silently: see `newsnorm.known.agreement`.
"""

import datetime
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache

from newsnorm.dates.parts import Moment
from newsnorm.dates.reading import parse_date
from newsnorm.headlines.same import headline_key
from newsnorm.headlines.sitenames import is_site_name
from newsnorm.records import Conflict
from newsnorm.text.mending import repair

__all__ = ["Hints", "SiteOf", "read_hints", "without_headline"]


class SiteOf(Collection[str]):
    """The names that a site may have, told from its address: "Lakeport Herald" of www.lakeport-herald.example.

    >>> "lakeport herald" in SiteOf("https://www.lakeport-herald.example/2024/x"), "dawn.com" in SiteOf("//dawn.com/x")
    (True, True)
    """

    def __init__(self, url: str | None) -> None:
        self.labels: frozenset[str] = frozenset(_labels(url or ""))

    def __contains__(self, name: object) -> bool:
        letters = _letters(name) if isinstance(name, str) else ""
        return bool(letters) and (letters in self.labels or letters.removeprefix("the") in self.labels)

    def __iter__(self) -> Iterator[str]:
        return iter(self.labels)

    def __len__(self) -> int:
        return len(self.labels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the caller knows, in good order; None where nothing is known."""

    headline: str | None = None
    """Mended, in one line."""
    url: str | None = None
    """As given, without blanks around it."""
    published: Moment | None = None
    """The day or the moment of publication."""
    refused: tuple[Conflict, ...] = ()
    """What was given and is no help: a date that cannot be read, the site's name for a headline."""
    url_date: datetime.date | None = None
    """The day in the address's path."""

    @property
    def site(self) -> SiteOf:
        """The site's names, told from the address."""
        return SiteOf(self.url)


def read_hints(
    *,
    headline: str | None = None,
    url: str | None = None,
    published: Moment | str | None = None,
    date_order: str | None = None,
    language: str | None = None,
) -> Hints | None:
    """The hints in good order; None when none is given. "" says nothing.

    Raises TypeError for a wrong type. A `published` that cannot be read raises nothing, for scrapers hand on what pages
    say: it stands under `refused`.

    >>> read_hints(url="https://tern.example/2024/feb/12/rain").url_date
    datetime.date(2024, 2, 12)
    >>> read_hints(headline="") is None
    True
    """
    title = " ".join(repair(" ".join(_text(headline, "headline").split())).split())
    address = _text(url, "url").strip()
    moment = _moment(published, date_order, language)
    refused = []
    if moment is None and published is not None and _text(published, "published").strip():
        refused.append(_refused("published", str(published).strip(), "this is no date, or reads two ways"))
    if title and (is_site_name(title) or title in SiteOf(address)):
        refused.append(_refused("headline", title, "this is the site's name"))
        title = ""
    elif _opened().search(title):
        refused.append(_refused("headline", title, "this opens what it does not close"))
        title = ""
    if not (headline_key(title) or address or moment or refused):
        return None
    return Hints(
        headline=title if headline_key(title) else None,
        url=address or None,
        published=moment,
        refused=tuple(refused),
        url_date=_date_in(address),
    )


def without_headline(hints: Hints, why: str) -> Hints:
    """The same without the headline, which `refused` tells.

    >>> without_headline(Hints(headline="Rain [embed"), "it opens an embed").refused[0].given
    'Rain [embed'
    """
    return replace(hints, headline=None, refused=(*hints.refused, _refused("headline", hints.headline or "", why)))


@cache
def _opened() -> re.Pattern[str]:
    # "[gallery ids=", "<a href": above a page it would take the text up to the next sign that closes
    return re.compile(r"(?:[\[{][\w{%!/#]|<[a-z!/])[^\]>}]{0,300}+$", re.I)


def _refused(field: str, given: str, why: str) -> Conflict:
    return Conflict(field=field, given=given, found="", why=why)


def _text(value: object, name: str) -> str:
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{name} takes str or None, not {type(value).__name__}")
    return value or ""


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def _moment(published: object, order: str | None, language: str | None) -> Moment | None:
    """A date as scrapers give it: an object, ISO 8601, RFC 5322 as feeds have it, or words."""
    if published is None or isinstance(published, datetime.date):
        return published
    if not isinstance(published, str):
        raise TypeError(f"published takes a date, a datetime or a str, not {type(published).__name__}")
    words = published.strip()
    if not words:
        return None
    for read in (datetime.date.fromisoformat, datetime.datetime.fromisoformat, _of_feed):
        try:
            return read(words)
        except ValueError:
            continue
    found = parse_date(words, order=order, language=language)
    return None if found is None else found.value


def _of_feed(words: str) -> datetime.datetime:
    if not _feed_date().match(words):
        raise ValueError
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - few callers hand on a feed's own words

    return parsedate_to_datetime(words)


@cache
def _feed_date() -> re.Pattern[str]:
    return re.compile(r"(?:[A-Z][a-z]{2}, ?)?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:[A-Z]{1,5}|[+-]\d{4})$")


_NO_NAMES = frozenset({"www", "m", "co", "com", "org", "net", "ac", "edu", "gov", "amp", "mobile", "news", "web"})


def _labels(url: str) -> Iterator[str]:
    """The parts of a host that may be a site's name, and the host as a name: "dawn", "dawncom"."""
    from urllib.parse import urlsplit  # noqa: PLC0415 - only callers that know an address pay for it

    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # an address that is none, "http://["
        return
    labels = [_letters(label) for label in host.split(".")]
    for at, label in enumerate(labels[:-1]):
        if len(label) > 1 and label not in _NO_NAMES:
            yield label.removeprefix("the") if len(label) > 5 else label
            yield label
            yield "".join(labels[at:])


def _date_in(url: str) -> datetime.date | None:
    """The one full day that an address's path names: "/2024/02/12/", "/2024/feb/12/", "/2024-02-12/"; else None."""
    days = set()
    for year, month, day in _path_date().findall(url[:2000]):
        number = int(month) if month.isdecimal() else _MONTHS.index(month.lower()) + 1
        try:
            days.add(datetime.date(int(year), number, int(day)))
        except ValueError:
            return None
    return days.pop() if len(days) == 1 else None


_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


@cache
def _path_date() -> re.Pattern[str]:
    return re.compile(rf"/((?:19|20)[0-9]{{2}})[/-]([01]?[0-9]|{'|'.join(_MONTHS)})[/-]([0-3]?[0-9])(?=[/?#-]|$)", re.I)
