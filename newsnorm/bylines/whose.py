"""Whether a name is that of a reporter or of somebody in the story."""

from collections.abc import Iterable

from newsnorm.bylines.reading import Byline
from newsnorm.bylines.words import first_names
from newsnorm.dates.calendars import plain_word
from newsnorm.rules.sets import RuleSet

__all__ = ["is_known", "speaks_of", "without_writer"]


def is_known(found: Byline, rules: RuleSet) -> bool:
    """True when each name starts or ends with a first name."""
    known = first_names(rules)
    names = [one.name.split() for one in found.authors]
    return all(plain_word(words[0]) in known or plain_word(words[-1]) in known for words in names)


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
