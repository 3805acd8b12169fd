"""A few words about who wrote the story, behind it or above it: "Ada Lindqvist is a reporter in Lakeport. She sails."

Rules know the shortest of them by their form. The longer ones have a sentence's form, and some stories are about
reporters; but those name their people more than once, and a writer's name stands nowhere in the story.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from newsnorm.document import Document
from newsnorm.story.lastwords import lives, tables
from newsnorm.story.quotations import is_quoting, own_words
from newsnorm.story.units import Unit

__all__ = ["without_bios"]

_LAST, _TOP = 3, 2
"""A bio is one of so many last lines: the site says something of itself behind it; or one of so many first lines."""

_SHORTEST, _LONGEST = 60, 900
"""It has so many code points."""

_FAR = 240
"""So many are read for the trade, and no more than a sentence."""

_LONG, _STORY = 4, 3
"""A story that says whom it is about has so many sentences of such a size."""

_NEAR, _WORD = 3, 4
"""Behind the verb and its article so many words at most lead to the trade, and none is shorter: "of", "who"."""

_MANY = 3
"""So many people in a row, each with a line of their own, are a list: of winners, of the missing."""

_SPEECH = frozenset({"sentence", "question", "colon", "long line", "prose again", "bullet"})


def without_bios(doc: Document, units: Sequence[Unit], first: int, last: int) -> tuple[int, int]:
    r"""The story's first and last unit, without what is said of its writer at either end.

    >>> from newsnorm.story.units import units_of
    >>> told = "The {} was closed on Monday after three days of rain, and nobody saw the ferry that left before.\n"
    >>> story = "".join(map(told.format, ("harbour", "old pier", "market")))
    >>> doc = Document(f"{story}Ada Lindqvist is a reporter in Lakeport. She has written about ports since 2012.")
    >>> without_bios(doc, units_of(doc), 0, 3)
    (0, 2)
    """
    text = doc.text
    if sum(unit.name == "sentence" and unit.size >= _LONG for unit in units[first : last + 1]) < _STORY:
        return first, last
    for at in range(max(first + 1, last - _LAST + 1), last + 1):
        if _is_bio(text, units, at, (first, last + 1)) and not _is_listed(text, units, at):
            last = at - 1
            break
    for at in range(first, min(first + _TOP, last)):
        if _is_bio(text, units, at, (first, last + 1)) and _goes_on(text, units[at]):
            return at + 1, last
    return first, last


def _is_bio(text: str, units: Sequence[Unit], at: int, story: tuple[int, int]) -> bool:
    """True for a line on somebody of a writer's trade, whom no other line of the story names."""
    start, end, form, size = units[at]
    if size < 0 or form not in _SPEECH or not _SHORTEST <= end - start <= _LONGEST:
        return False
    line = text[start:end]
    head = _head().match(line)
    if head is None or is_quoting(line) or not _has_trade(line, head):
        return False
    name = (head[1] or "").split(" ")[-1].casefold()
    others = (unit for unit in units[story[0] : story[1]] if unit.size >= 0 and unit.start != start)
    return not name or not any(name in text[unit.start : unit.end].casefold() for unit in others)


def _has_trade(line: str, head: re.Match[str]) -> bool:
    """Whether the sentence has a writer's trade; right behind the verb where the name is one word, as "This" may be."""
    sentence = _sentence().match(line, head.end(), _FAR)
    end = sentence.end() if sentence else _FAR
    if head[1] and " " not in head[1]:
        article, *words = own_words(line[head.end() : end]) or [""]
        words = list(takewhile(_is_long, words[:_NEAR])) if not _is_long(article) else []
    else:
        words = own_words(line[:end])
    return not tables()["writers"].isdisjoint(map(str.lower, words))


def _is_long(word: str) -> bool:
    return len(word) >= _WORD


def _is_listed(text: str, units: Sequence[Unit], at: int) -> bool:
    """True for one of many in a row."""
    near = units[max(0, at - _MANY + 1) : at + _MANY]
    heads = "".join("x" if _head().match(text[unit.start : unit.end]) else " " for unit in near)
    return "x" * _MANY in heads


def _goes_on(text: str, unit: Unit) -> bool:
    """True when a second sentence says more of the same one: a story's first line tells what happened."""
    return _sentence().match(text, unit.start, unit.end) is not None


@cache
def _head() -> re.Pattern[str]:
    # "Ada Lindqvist is", "Korrespondentin Ada Lindqvist ist", "is" where the name is a link and gone
    name = r"[^\W\d_a-z][\w.’'-]{0,24}"
    small = "de|del|di|du|la|van|von|der|den|bin|al"
    verbs = "|".join(sorted(map(re.escape, lives())))
    return re.compile(rf"(?:({name}(?: (?:{name}|{small})){{0,3}})(?: \([^()\n]{{1,40}}\))?,? )?(?:{verbs}) ")


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(r"[^\n]{20,240}?[^\W\dA-Z_]{2}\. (?=[^\W\d_a-z])")
