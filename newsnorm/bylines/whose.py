"""Whether a name is that of a reporter or of somebody in the story."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from newsnorm.bylines.reading import Byline
from newsnorm.bylines.words import first_names, words_of
from newsnorm.dates.calendars import plain_word
from newsnorm.rules.sets import RuleSet

__all__ = ["is_known", "may_be_known", "speaks_of", "without_writer"]


def is_known(found: Byline, rules: RuleSet) -> bool:
    """True when each name starts or ends with a first name."""
    known = first_names(rules)
    names = [one.name.split() for one in found.authors]
    return all(plain_word(words[0]) in known or plain_word(words[-1]) in known for words in names)


def may_be_known(line: str, rules: RuleSet) -> bool:
    """A quick look: False for a line that names neither a desk nor anybody with a known first name, as most of a menu.

    Lines of ASCII alone are told so, without an address and without words that are glued: what reads them cuts there.
    A name that stands on both sides of a "for" is its own paper, and so a desk.

    >>> from newsnorm.rules.sets import pack
    >>> [may_be_known(line, pack("lang/en.toml")) for line in ("Jane Ronan", "Web Desk", "Review of the Sea")]
    [True, True, False]
    """
    if not line.isascii() or "@" in line or _glued().search(line):
        return True
    words = _runs().findall(line.casefold())
    return not _telling(rules).isdisjoint(words) or len(words) != len(set(words))


@lru_cache(maxsize=64)
def _telling(rules: RuleSet) -> frozenset[str]:
    """The longest run of letters of every first name, and of every desk's name: not the "the" of an agency's."""
    runs = (_runs().findall(known) for known in (*first_names(rules), *words_of(rules).desks))
    return frozenset(max(found, key=len) for found in runs if found)


@cache
def _runs() -> re.Pattern[str]:
    return re.compile(r"[a-z0-9]++")


@cache
def _glued() -> re.Pattern[str]:
    """Where two words are glued: "RonanPublished"."""
    return re.compile(r"[a-z][A-Z]")


def speaks_of(found: Byline, texts: Iterable[str]) -> bool:
    """True when one of these lines has a word of a name."""
    names = _names(found)
    return any(not names.isdisjoint(_words(text)) for text in texts)


def without_writer(found: Byline, title: str) -> str:
    """A column's title without the writer's name above it: "Lindqvist: Rain is nobody's fault"."""
    first, _, rest = title.partition(": ")
    return rest if rest and _words(first) <= _names(found) else title


def _names(found: Byline) -> set[str]:
    return {plain_word(word) for one in found.authors for word in one.name.split() if len(word) > 2}


def _words(text: str) -> set[str]:
    return {plain_word(word.strip(".,;:!?\"'“”‘()[]«»").removesuffix("’s").removesuffix("'s")) for word in text.split()}
