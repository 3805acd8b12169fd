"""An article in the shapes that others read: schema.org, IPTC ninjs, zyte-common-items, Markdown.

Plain dicts of strings, numbers, lists and dicts, ready for `json.dumps`. What an article does not have is left out,
and nothing is made up: a time where only a day is known, an address where none was given.
docs/standards.md says field by field what goes where, and what is lost.
"""

import datetime
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from newsnorm.records import Author, Embed, Place

if TYPE_CHECKING:
    from newsnorm.article import Article

__all__ = ["markdown", "ninjs", "schema_org", "zyte"]

_NINJS = {"name": "ninjs", "version": "3.1", "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"}


def schema_org(article: "Article") -> dict[str, Any]:
    """The article as a NewsArticle in JSON-LD: https://schema.org/NewsArticle."""
    dateline = article.dateline
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        **_filled(
            {
                "headline": article.headline,
                "description": article.standfirst,
                "articleSection": article.section,
                "articleBody": article.text,
                "author": [_person(author) for author in article.authors],
                "contributor": [{"@type": "Person", "name": name} for name in article.contributors],
                "dateline": dateline and dateline.raw.strip(_SEPARATORS),
                "locationCreated": [_place(place) for place in dateline.places] if dateline else [],
                "sourceOrganization": [_organization(name) for name in dateline.agencies] if dateline else [],
                "dateCreated": _iso(article.filed),
                "datePublished": _iso(article.published),
                "dateModified": _iso(article.updated),
                "inLanguage": _language(article),
                "keywords": list(article.keywords),
                "correction": list(article.corrections),
                "copyrightNotice": article.copyright_notice,
                "associatedMedia": [_media(embed) for embed in article.embeds if _is_uri(embed.url)],
                "url": article.url,
            }
        ),
    }


def ninjs(article: "Article", uri: str | None = None) -> dict[str, Any]:
    """The article as IPTC ninjs 3.1: https://iptc.org/standards/ninjs/.

    ninjs asks for a `uri`: the one given, else the article's address, else a name made from the text itself
    (RFC 6920, "ni:///sha-256;…"). Its dates need a time and a zone: others are left out.
    """
    dateline = article.dateline
    places = dateline.places if dateline else ()
    published, updated = _zoned(article.published), _zoned(article.updated)
    return {
        "uri": next(filter(_is_uri, (uri, article.url)), None) or _name_of(article.source or article.to_text()),
        "type": "text",
        "standard": _NINJS,
        **_filled(
            {
                "firstCreated": published,
                "versionCreated": updated or published,
                "language": _language(article),
                "headlines": [*_texts("main", article.headline), *_texts("kicker", article.kicker)],
                "descriptions": [*_texts("summary", article.standfirst), *_texts("correction", *article.corrections)],
                "bodies": [{**body, "charCount": len(body["value"])} for body in _texts("main", article.text)],
                "by": article.byline or ", ".join(author.name for author in article.authors),
                "people": [
                    *(_ninjs_person(author) for author in article.authors),
                    *({"name": name, "rel": "contributor"} for name in article.contributors),
                ],
                "located": "; ".join(place.name or place.city for place in places),
                "places": [{"name": place.name or place.city, "rel": "dateline"} for place in places],
                "infoSources": [{"name": name, "role": "agency"} for name in (dateline.agencies if dateline else ())],
                "subjects": [
                    *({"name": name, "rel": "section"} for name in _listed(article.section)),
                    *({"name": word, "rel": "keyword"} for word in article.keywords),
                ],
                "copyrightNotice": article.copyright_notice,
                "associations": [
                    {"uri": embed.url, "name": embed.name or embed.kind, "rel": "embed"}
                    for embed in article.embeds
                    if _is_uri(embed.url)
                ],
            }
        ),
    }


def zyte(article: "Article") -> dict[str, Any]:
    """The article as a dict for `zyte_common_items.Article.from_dict`, which asks for `url`: 0.31 and newer.

    A day without a time is written with midnight, for their dates have a time.
    """
    return _filled(
        {
            "headline": article.headline,
            "datePublished": _iso(article.published, clock="T00:00:00"),
            "datePublishedRaw": article.published_raw,
            "dateModified": _iso(article.updated, clock="T00:00:00"),
            "dateModifiedRaw": article.updated_raw,
            "authors": [
                _filled({"name": author.name, "nameRaw": author.raw, "email": author.email})
                for author in article.authors
            ],
            "breadcrumbs": [{"name": name} for name in _listed(article.section)],
            "inLanguage": (_language(article) or "").partition("-")[0],
            "description": article.standfirst,
            "articleBody": article.text,
            "url": article.url,
        }
    )


def markdown(article: "Article") -> str:
    """The story in Markdown (CommonMark), every sign of the writer's own kept as text; "" for an empty article."""
    subheadings = frozenset(article.subheadings)
    head = [f"# {_plain(article.headline)}"] if article.headline else []
    head += [f"*{_plain(article.standfirst)}*"] if article.standfirst else []
    body = [f"## {_plain(one)}" if one in subheadings else _plain(one) for one in article.paragraphs]
    if article.dateline is not None:
        dateline = f"**{_plain(article.dateline.raw)}**"
        joins = bool(body) and article.paragraphs[0] not in subheadings
        body[:1] = [f"{dateline} {body[0]}"] if joins else [dateline, *body[:1]]
    return "\n\n".join([*head, *body])


_SEPARATORS = " \t-–—−:："


def _filled(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def _listed(value: str | None) -> list[str]:
    return [value] if value else []


def _language(article: "Article") -> str | None:
    return None if article.language == "und" else article.language


def _iso(moment: datetime.date | None, clock: str = "") -> str | None:
    if moment is None:
        return None
    return moment.isoformat() if isinstance(moment, datetime.datetime) else moment.isoformat() + clock


def _zoned(moment: datetime.date | None) -> str | None:
    """A moment as RFC 3339 has it; None for one without a time or a zone."""
    if not isinstance(moment, datetime.datetime) or moment.utcoffset() is None:
        return None
    return moment.isoformat(timespec="seconds")


def _person(author: Author) -> dict[str, Any]:
    found = _filled({"name": author.name, "jobTitle": author.role, "email": author.email})
    if author.organization:
        found["affiliation"] = _organization(author.organization)
    if author.location:
        found["workLocation"] = {"@type": "Place", "name": author.location}
    return {"@type": "Person", **found}


def _organization(name: str) -> dict[str, Any]:
    return {"@type": "Organization", "name": name}


def _place(place: Place) -> dict[str, Any]:
    """A place with its address; a country printed alone is no locality."""
    name = place.name or place.city
    address = _filled({"addressLocality": name, "addressRegion": place.region, "addressCountry": place.country})
    return {"@type": "Place", "name": name, "address": {"@type": "PostalAddress", **address}}


def _media(embed: Embed) -> dict[str, Any]:
    return {"@type": "MediaObject", **_filled({"name": embed.name or embed.kind, "embedUrl": embed.url})}


def _ninjs_person(author: Author) -> dict[str, Any]:
    found: dict[str, Any] = {"name": author.name, "rel": "author"}
    if author.email:
        found["contactInfo"] = [{"type": "email", "value": author.email}]
    return found


def _texts(role: str, *values: str | None) -> Iterable[dict[str, Any]]:
    return [{"role": role, "contentType": "text/plain", "value": value} for value in values if value]


def _is_uri(address: str | None) -> bool:
    return address is not None and _uri().fullmatch(address) is not None


@cache
def _uri() -> re.Pattern[str]:
    # RFC 3986: a scheme, then nothing but what an address may hold
    return re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:(?:[A-Za-z0-9._~:/?#\[\]@!$&'(*+),;=-]|%[0-9A-Fa-f]{2}){1,2000}")


def _name_of(text: str) -> str:
    """A name for a text, the same wherever it is made: RFC 6920, section 3."""
    import base64  # noqa: PLC0415 - few articles need a name
    import hashlib  # noqa: PLC0415

    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return f"ni:///sha-256;{base64.urlsafe_b64encode(digest).decode().rstrip('=')}"


def _plain(words: str) -> str:
    """One line of Markdown that reads as these words."""
    line = _signs().sub(r"\\\g<0>", " ".join(words.split()))
    return _numbered().sub(r"\1\\\2", line)


@cache
def _signs() -> re.Pattern[str]:
    # emphasis, links, code, HTML and entities anywhere; at the start also headings, rules, lists and fences
    return re.compile(r"[\\`*_\[\]<>&~|]|^[#+=-]|#(?=#{0,9}$)")


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(r"^([0-9]{1,9})([.)])")
