"""How many of a line's words a story uses too: a teaser has its own names, a list item has the story's."""

import re
from collections.abc import Iterable
from functools import cache

__all__ = ["share_of", "vocabulary"]

_LONG = 4
"""Shorter words are every story's."""

_FAR = 300
"""So much of a line is read, in code points; its length says the rest."""

_SIGNS = "’“”‘–—…\u00a0"
"""Without them most English lines are ASCII, where words are found in half the time."""


@cache
def _wide() -> re.Pattern[str]:
    return re.compile("[\u2e80-\U0010ffff]")


def vocabulary(lines: Iterable[str]) -> frozenset[str]:
    """The longer words of some lines, case folded; pairs of characters where a script sets no blanks.

    >>> sorted(vocabulary(["The harbour was closed."])), sorted(vocabulary(["港は閉鎖"]))
    (['closed', 'harbour'], ['は閉', '港は', '閉鎖'])
    """
    return frozenset(word for line in lines for word in _words(line[:_FAR]))


def share_of(line: str, story: frozenset[str]) -> float | None:
    """The part of a line's different words that the story has, 0 to 1; None when the line has no longer word.

    >>> share_of("Harbour closed again", vocabulary(["The harbour was closed."])), share_of("It is so", frozenset())
    (0.6666666666666666, None)
    """
    words = _words(line[:_FAR])
    if not words:
        return None
    if story.isdisjoint(words):
        return 0  # as of most lines that are not the story's
    different = frozenset(words)
    return len(different & story) / len(different)


def _words(line: str) -> list[str]:
    if line.isascii():
        return _plain().findall(line.lower())
    if _wide().search(line, 0, 30):
        return [line[at : at + 2] for at in range(len(line) - 1)]
    line = line.casefold()
    for sign in _SIGNS:
        line = line.replace(sign, " ")
    return (_plain() if line.isascii() else _longer()).findall(line)


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(rf"[a-z]{{{_LONG},}}+")  # a range is read faster


@cache
def _longer() -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_]{{{_LONG},}}+")
