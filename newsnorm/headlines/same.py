"""When two lines are the same headline: other capitals, other quotes, cut short, or with the site's name behind."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from newsnorm.errors import must_be_text
from newsnorm.headlines.sitenames import is_site_name

__all__ = [
    "HeadlineGroup",
    "best_headline",
    "dedupe_feed",
    "first_word",
    "group_headlines",
    "has_edge",
    "headline_key",
    "is_cut",
    "is_glued",
    "same_headline",
    "split_site",
]

_BARS = frozenset("|-–—»•·/_")
"""What a template leaves behind a headline when the site's name is missing."""

SHORTEST_CUT = 12
"""A headline cut short must show this many code points of its key, or nothing is proven."""

_LONGEST_TITLE = 400
"""No page's title is longer, in code points."""

_MOST_DIFFERENT = 300
"""A page's lines are compared with so many different ones: with all above the story, and what repeats them."""


class HeadlineGroup(NamedTuple):
    """One headline of a feed with its repeats."""

    headline: str
    """The best of the group: not cut short, without a site's name, not all in capitals; as written."""
    indexes: tuple[int, ...]
    """Where the members stood in the feed, counted from 0, in order."""
    members: tuple[str, ...]
    """The members as written, in order."""


@cache
def _words() -> regex.Pattern[str]:
    return regex.compile(r"[\w\p{M}]++")


@cache
def _plain_words() -> re.Pattern[str]:
    # the same for ASCII, in half the time
    return re.compile(r"\w++", re.ASCII)


@cache
def _separators() -> regex.Pattern[str]:
    # What page titles put between headline and site: a blank must stand on both sides of a dash.
    return regex.compile(r"\s(?:[-–—]{1,2}|::|»|•|·|\|{1,2}|/)\s|\s?\|\s?")


@cache
def _edges() -> regex.Pattern[str]:
    # Besides: a kicker's colon, breadcrumbs, and what needs no blank in Chinese and Japanese. Where another line is
    # the headline alone, these prove themselves; where there is none, they may be the headline's own. Last, a comma
    # before nothing but capitals: "Rain floods port, Lakeport Daily".
    return regex.compile(
        r"\s(?:[-–—]{1,3}|::|»|•|·|\|{1,2}|/|>|:)\s|[|_｜]|:\s|(?<=[\u2e80-\uffff])\s?[-–—:：>]{1,3}"
        r"|,\s(?=(?:\p{Lu}[\w.]{0,30}+\s?+){1,5}$)"
    )


@cache
def _edge_sign() -> re.Pattern[str]:
    # one of these stands at every edge; most headlines have none
    return re.compile(r"[-–—:：•·»|｜/>_,]")


@cache
def _seam() -> re.Pattern[str]:
    # where words were glued together: "HomeNewsRain floods"
    return re.compile(r"[a-z][A-Z]")


def headline_key(headline: str) -> str:
    """What stays the same however a headline is printed: its words, case folded, without any punctuation.

    "" when it has no word. Raises TypeError for anything but a str.

    >>> headline_key("Karachi’s Port — “Open”") == headline_key("KARACHI'S PORT - 'OPEN'")
    True
    """
    return _key(headline) if len(must_be_text(headline, "headline_key")) <= _LONGEST_TITLE else _new_key(headline)


def _new_key(headline: str) -> str:
    folded = headline.casefold()
    if not headline.isascii():
        return " ".join(_words().findall(folded))
    parts = folded.split()
    return " ".join(parts if "".join(parts).isalpha() else _plain_words().findall(folded))


_key = lru_cache(maxsize=1024)(_new_key)
"""The title is compared again and again, and several steps ask for the lines above the story."""


def has_edge(line: str) -> bool:
    """True for a line with a sign that page titles put between headline, kicker and site.

    >>> has_edge("Rain floods port - Daily Herald"), has_edge("Rain floods port")
    (True, False)
    """
    return _edge_sign().search(line) is not None and _edges().search(line) is not None


def is_glued(line: str) -> bool:
    """True for a menu's words without the blanks between them.

    >>> is_glued("NewsLocal NewsBrown County"), is_glued("YouTube closes port")
    (True, False)
    """
    return len(_seam().findall(line)) > 1


def first_word(line: str) -> str:
    """The first word of a line's `headline_key`, at less cost; "" when it has none."""
    found = (_plain_words() if line.isascii() else _words()).search(line)
    return found[0].casefold() if found else ""


def is_cut(headline: str) -> bool:
    """True when the headline ends in an ellipsis: a template cut it to fit."""
    return headline.rstrip().endswith(("…", "..."))


def split_site(headline: str) -> Iterator[tuple[str, str]]:
    """Every way to split a page title into (headline, site): at each separator, either side being the site.

    The likelier readings come first: the last separator, the site behind it.

    >>> next(split_site("Rain floods port - Daily Herald"))
    ('Rain floods port', 'Daily Herald')
    """
    cuts = list(_separators().finditer(headline))[-4:]
    for cut in reversed(cuts):
        yield headline[: cut.start()].strip(), headline[cut.end() :].strip()
    for cut in cuts:
        yield headline[cut.end() :].strip(), headline[: cut.start()].strip()


def same_headline(one: str, other: str) -> bool:
    """True when two lines of one page are the same headline.

    Case, quotes, dashes and punctuation do not count. One may be cut short with "…"; one may carry a site's
    name, which the other, standing without it, proves, or sections glued to its first word.

    >>> same_headline("Rain floods port", "RAIN FLOODS PORT - Daily Herald")
    True
    >>> same_headline("Rain floods the old…", "Rain floods the old port")
    True
    >>> same_headline("Rain floods port", "Rain floods airport")
    False
    """
    first, second = headline_key(one), headline_key(other)
    if not first or not second:
        return False
    if first == second:
        return True
    if len(first) > len(second):
        one, other, first, second = other, one, second, first
    if second.startswith(first) and is_cut(one):
        return len(first) >= SHORTEST_CUT
    return first in second and (_is_between_separators(first, other) or _is_glued(one, other))


def _is_glued(title: str, line: str) -> bool:
    """True for breadcrumbs without their signs, and the title: "HomeNewsRain floods the old port of Lakeport"."""
    return (
        len(title) >= SHORTEST_CUT and line.endswith(title) and line[-len(title) - 1].islower() and title[0].isupper()
    )


def _is_between_separators(key: str, title: str) -> bool:
    """True when a page's title is a headline with the site's name, its sections and a kicker around it."""
    parts = [headline_key(part) for part in _edges().split(title[:_LONGEST_TITLE])]
    for first in range(len(parts)):
        joined = ""
        for part in parts[first:]:
            joined = f"{joined} {part}".strip()
            if len(joined) >= len(key):
                break
        if joined == key:
            return True
    return False


def dedupe_feed(headlines: Iterable[str]) -> tuple[HeadlineGroup, ...]:
    """One group a story of a feed, in the order of first appearance.

    A site's name is believed when it looks like one ("Dawn.com", "ARY NEWS") or stands behind two different
    headlines; a headline that ends in "…" joins the first one that it is the beginning of.

    >>> [g.indexes for g in dedupe_feed(["Rain floods port - Dawn.com", "Sun", "Rain floods port | ARY NEWS"])]
    [(0, 2), (1,)]
    """
    return _dedupe_feed([must_be_text(one, "dedupe_headlines") for one in headlines])


def best_headline(members: Iterable[str]) -> str:
    """The member to show: not cut short, mixed case, without a site's name; else the first.

    >>> best_headline(["RAIN FLOODS PORT", "Rain floods port", "Rain floods port - Daily Herald"])
    'Rain floods port'
    """
    listed = list(members)
    shortest = min(map(len, (headline_key(one) for one in listed if not is_cut(one))), default=0)
    return min(
        listed,
        key=lambda one: (is_cut(one), len(headline_key(one)) > shortest, one == one.upper(), one[-1:] in _BARS),
    )


def group_headlines(lines: list[str]) -> list[list[int]]:
    """The lines of one page in groups of the same headline, as lists of indexes in order; singles too.

    >>> group_headlines(["Rain floods port", "Sun", "RAIN FLOODS PORT | Daily Herald"])
    [[0, 2], [1]]
    """
    keys = [headline_key(line) for line in lines]
    parent = list(range(len(lines)))  # a smaller index of the same group; the smallest is its own

    def group_of(index: int) -> int:
        while parent[index] != index:
            parent[index] = index = parent[parent[index]]
        return index

    first: dict[str, int] = {}
    for index, key in enumerate(keys):
        if key:
            parent[index] = first.setdefault(key, index)
    others = list(first.values())[:_MOST_DIFFERENT]
    for index, line in enumerate(lines):
        if is_cut(line) or has_edge(line) or _seam().search(line):
            for other in others:
                one, two = (
                    (keys[index], keys[other]) if len(keys[index]) < len(keys[other]) else (keys[other], keys[index])
                )
                if one in two and group_of(other) != group_of(index) and same_headline(line, lines[other]):
                    low, high = sorted((group_of(index), group_of(other)))
                    parent[high] = low
    groups: dict[int, list[int]] = {}
    for index in range(len(lines)):
        groups.setdefault(group_of(index), []).append(index)
    return list(groups.values())


def _dedupe_feed(feed: list[str]) -> tuple[HeadlineGroup, ...]:
    keys = _without_sites(feed)
    whole = sorted({key for key, line in zip(keys, feed, strict=True) if not is_cut(line)})
    groups: dict[str, list[int]] = {}
    for index, (key, line) in enumerate(zip(keys, feed, strict=True)):
        groups.setdefault(_completed(key, whole) if is_cut(line) else key, []).append(index)
    empty = groups.pop("", [])  # lines without a word are nobody's repeat
    listed = [*groups.values(), *([index] for index in empty)]
    return tuple(_group(feed, members) for members in sorted(listed))


def _group(feed: list[str], indexes: list[int]) -> HeadlineGroup:
    members = tuple(feed[index] for index in indexes)
    return HeadlineGroup(best_headline(members), tuple(indexes), members)


def _completed(key: str, whole: list[str]) -> str:
    """The full key of which this one is the beginning; the key itself when there is none."""
    at = bisect_left(whole, key)
    if len(key) >= SHORTEST_CUT and at < len(whole) and whole[at].startswith(key):
        return whole[at]
    return key


def _without_sites(feed: list[str]) -> list[str]:
    """Each headline's key, without what is proven to be a site's name."""
    splits = [list(split_site(line)) for line in feed]
    behind = Counter(site for site, _ in {(site, headline_key(left)) for found in splits for left, site in found[:1]})
    keys = []
    for line, found in zip(feed, splits, strict=True):
        proven = (left for left, site in found if left and (behind[site] > 1 or is_site_name(site)))
        keys.append(headline_key(next(proven, line)))
    return keys
