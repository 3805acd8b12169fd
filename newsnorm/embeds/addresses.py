"""Where an embed pointed to: its address, and the provider's id, as far as the residue tells them."""

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache, lru_cache, partial

from newsnorm.embeds.found import Found
from newsnorm.errors import RuleError
from newsnorm.records import Embed
from newsnorm.rules.patterns import Pattern, check_bounded, compile_pattern
from newsnorm.rules.sets import RuleSet, shipped

__all__ = ["Addresses", "addresses", "checked", "pointed"]

_KEYS = ("url", "src", "href", "0", "mp4", "mp3", "webm", "data-src", "link")
_IDS = ("id", "video", "0", "data-videoid", "data-tweetid", "data-shortcode", "fid", "videoid", "video_id")
_SKIPPED = frozenset(
    {"caption", "tweet", "instagram", "facebook_post", "tiktok", "style", "gutenberg_comment", "mediawiki_file"}
)

Addresses = Mapping[str, tuple[Callable[[], Pattern], ...]]
"""Providers, and how their addresses hold the id; each pattern is made when first asked."""


@lru_cache(maxsize=64)
def addresses(rules: RuleSet) -> Addresses:
    """The providers that the rule files know. Raises RuleError for a pattern that cannot be used."""
    found: dict[str, tuple[Callable[[], Pattern], ...]] = {}
    own = [*shipped("embed").tables.get("tags", ()), *shipped("cms").tables.get("tags", ())]
    for table in rules.tables.get("tags", ()):
        is_own = any(table is one for one in own)
        for provider, patterns in table.get("embed_addresses", {}).items():
            try:
                found[provider] = tuple(
                    partial(_own, one) if is_own else partial(_as_is, checked(one, f"addresses:{provider}"))
                    for one in patterns
                )
            except (ValueError, TypeError) as error:
                raise RuleError("addresses", provider, str(error)) from error
    return found


def checked(pattern: str, users: str = "") -> Pattern:
    """A pattern, made; `users` says whose it is. Raises ValueError for one that cannot be used."""
    check_bounded(pattern)
    compiled = compile_pattern(pattern, 0, users)
    if "id" not in compiled.groupindex:
        raise ValueError("an address needs a group named 'id'")
    return compiled


@cache
def _own(pattern: str) -> Pattern:
    return compile_pattern(pattern)  # newsnorm's own: tests have checked them all


def _as_is(pattern: Pattern) -> Pattern:
    return pattern


def pointed(found: Found, known: Addresses) -> Found:
    """The same with `url` and `id` filled in, where the embed tells them."""
    embed = found.embed
    if embed.kind in _SKIPPED or (not embed.attrs and not embed.content and not embed.url):
        return found
    url = embed.url or _url(embed)
    number = embed.id or (_id_of(url, known) if url else _own_id(embed, known))
    if url == embed.url and number == embed.id:
        return found
    return found._replace(embed=replace(embed, url=url, id=number))


def _url(embed: Embed) -> str | None:
    values = [embed.attrs.get(key, "").lstrip("=") for key in _KEYS]
    if embed.content is not None and len(embed.content) < 2000:
        values.append(embed.content.strip())
    for value in values:
        if value.startswith(("http://", "https://", "//", "www.")) and not any(map(str.isspace, value)):
            return html.unescape(value)
    return None


def _id_of(url: str, known: Addresses) -> str | None:
    for patterns in known.values():
        for pattern in patterns:
            match = pattern().search(url)
            if match is not None:
                return match["id"]
    return None


def _own_id(embed: Embed, known: Addresses) -> str | None:
    """What stands where a provider's own tag has its id: [vimeo 123456], {youtube}abc{/youtube}."""
    if embed.name.lower() not in known:
        return None
    content = (embed.content or "").strip()
    values = [*(embed.attrs.get(key, "") for key in _IDS), content if len(content) < 100 else ""]
    return next((value for value in values if re.fullmatch(r"[\w-]{4,40}", value)), None)
