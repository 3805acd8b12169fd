"""How a rule becomes something that a line is asked: its phrases, forms or regular expression, all of them bounded."""

import re
import warnings
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

import regex

from newsnorm.rules.phrases import Match, phrase_matcher
from newsnorm.rules.slots import expand

__all__ = ["LONGEST", "Answer", "Pattern", "Timed", "check_bounded", "compile_pattern", "compile_rule"]

LONGEST = 1000
"""No line rule looks at a longer line, in code points: such a line is prose."""

_SECOND = 1.0  # the last line of defence against a user's own regex


def check_bounded(pattern: str) -> None:
    r"""Raise ValueError if a pattern has a repeat that is neither bounded nor possessive, nor ends an atomic group.

    A possessive repeat of a group is refused too: `re` matched it wrongly before CPython 3.11.5 (gh-106052).

    >>> check_bounded(r"\d{1,4} [a-z]++ (?>(?:a|b)*)")
    >>> check_bounded(r"(a+)+")
    Traceback (most recent call last):
    ...
    ValueError: unbounded repeat '+' at 2: give it a bound, {1,80}, or make it possessive, ++
    >>> check_bounded(r"(a|b)*+")
    Traceback (most recent call last):
    ...
    ValueError: possessive group at 5: write (?>(…)*) for (…)*+
    """
    groups: list[bool] = []  # for each open group: is it atomic?
    for found in _pieces().finditer(pattern):
        piece, at = found[0], found.start()
        if piece[0] == "(":
            groups.append(piece == "(?>")
        elif piece == ")":
            del groups[-1:]
        elif found["repeat"]:
            after = pattern[found.end() : found.end() + 1]
            if found["possessive"] and pattern[at - 1] == ")":
                raise ValueError(f"possessive group at {at}: write (?>(…)*) for (…)*+")
            if found["open"] and not found["possessive"] and not (after == ")" and groups and groups[-1]):
                raise ValueError(
                    f"unbounded repeat {found['open']!r} at {at}: give it a bound, {{1,80}}, or make it possessive, ++"
                )


@cache
def _pieces() -> re.Pattern[str]:
    # what a pattern is made of, as far as repeats are concerned: escapes and classes are passed over
    return re.compile(
        r"\\.|\[\^?\]?(?>(?:[^\]\\]|\\.)*)\]"
        r"|\(\?>|\((?:\?[:=!P<])?|\)"
        r"|(?P<repeat>(?:(?P<open>[*+]|\{\d*+,\})|\{\d++(?:,\d++)?\}|\?)(?:(?P<possessive>\+)|\?)?)",
        re.DOTALL,
    )


Answer = re.Match[str] | regex.Match[str]
"""What a pattern found."""


class Timed:
    """A user's pattern: it has a second for a question; after that it found nothing, and a warning names its rule."""

    __slots__ = ("_pattern", "_users", "groupindex")

    def __init__(self, pattern: regex.Pattern[str], users: str) -> None:
        self._pattern, self._users = pattern, users
        self.groupindex: Mapping[str, int] = pattern.groupindex

    def match(self, text: str) -> Answer | None:
        """As that of `re`."""
        return self._ask(self._pattern.match, text, 0, None)

    def fullmatch(self, text: str) -> Answer | None:
        """As that of `re`."""
        return self._ask(self._pattern.fullmatch, text, 0, None)

    def search(self, text: str, start: int = 0, end: int | None = None) -> Answer | None:
        """As that of `re`."""
        return self._ask(self._pattern.search, text, start, end)

    def _ask(
        self, how: Callable[..., regex.Match[str] | None], text: str, start: int, end: int | None
    ) -> Answer | None:
        try:
            return how(text, start, end, timeout=_SECOND)
        except TimeoutError:
            told = f"{self._users}: took too long for a line, which is taken for a miss"
            warnings.warn(told, RuntimeWarning, stacklevel=3)
            return None


Pattern = re.Pattern[str] | Timed
"""One of newsnorm's own, which tests have proven, or a user's."""


@lru_cache(maxsize=4096)
def compile_rule(says: tuple[str, ...], form: tuple[str, ...], own: str | None, case: bool, users: str = "") -> Match:
    """Compile one way of saying what a rule looks for; `users` is the id of a rule that is not newsnorm's own.

    Raises ValueError that says what is wrong.
    """
    if says:
        return phrase_matcher(says)
    source = own if own is not None else _form("|".join(f"(?:{one})" for one in form))
    whole = compile_pattern(source, 0 if case else re.IGNORECASE, users).fullmatch

    def match(line: str) -> Mapping[str, str] | None:
        found = whole(line.strip())
        return None if found is None else {k: v for k, v in found.groupdict().items() if v is not None}

    return match


def compile_pattern(source: str, flags: int = 0, users: str = "") -> Pattern:
    """Compile a pattern; `users` is the id of the rule where it is a user's. ValueError for what is no pattern.

    A user's own has a second for a question; newsnorm's are proven by tests, and much faster without.
    """
    try:
        if not users:
            return re.compile(source, flags)
        return Timed(regex.compile(source, regex.IGNORECASE if flags else 0), users)
    except (re.error, regex.error) as error:
        raise ValueError(f"not a pattern: {error}") from error


def _form(form: str) -> str:
    try:
        return expand(form)
    except KeyError as error:
        raise ValueError(f"unknown slot {{{error.args[0]}}}") from error
