"""What a scraper knows of a page, under the names that `normalize` has for it.

    article = normalize(**known(page))

Works by names alone and imports no scraper: dicts, items, and the result objects of trafilatura, newspaper4k, goose3,
news-please, fundus, Scrapy with zyte-common-items, and whoever writes schema.org's names.
"""

import datetime
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

__all__ = ["known"]

_NAMES: dict[str, tuple[str, ...]] = {
    "text": ("articleBody", "maintext", "cleaned_text", "plaintext", "text", "body", "content"),
    "headline": ("headline", "title"),
    "url": ("url", "final_url", "canonicalUrl", "canonical_link"),
    "published": (
        "datePublished",
        "date_publish",
        "publish_datetime_utc",
        "publishing_date",
        "publish_date",
        "published",
        "date",
    ),
    "language": ("inLanguage", "meta_lang", "language", "lang"),
}


def known(page: object, text: str | None = None) -> dict[str, Any]:
    """The arguments for `normalize`: `text`, and `headline`, `url`, `published`, `language` as far as they are known.

    `page` is a mapping or any object with attributes; `text` is the name that the page's text has there, if it is not
    one of the usual ones. A name whose value is None, empty or of another type is passed over; "en_US" is read as
    "en-US", and a language that is no BCP 47 tag is left out. Raises ValueError when there is no text.

    >>> known({"title": "Rain", "maintext": "It rained.", "language": "en_US", "authors": []})
    {'text': 'It rained.', 'headline': 'Rain', 'language': 'en-US'}
    """
    names = _NAMES if text is None else {**_NAMES, "text": (text,)}
    found = {name: _first(page, aliases, _KINDS.get(name, (str,))) for name, aliases in names.items()}
    if found["text"] is None:
        raise ValueError(f"no text in {', '.join(names['text'])}")
    if found["language"] is not None:
        tag = found["language"].strip().replace("_", "-")
        found["language"] = tag if _bcp47().fullmatch(tag) else None
    return {name: value for name, value in found.items() if value is not None}


_KINDS: dict[str, tuple[type, ...]] = {"published": (str, datetime.date)}


def _first(page: object, names: tuple[str, ...], kinds: tuple[type, ...]) -> Any:
    for name in names:
        value = page.get(name) if isinstance(page, Mapping) else getattr(page, name, None)
        if isinstance(value, kinds) and value:
            return value
    return None


@cache
def _bcp47() -> re.Pattern[str]:
    # RFC 5646, section 2.1, as far as pages declare it
    return re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,8}")
