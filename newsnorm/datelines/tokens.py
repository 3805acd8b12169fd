"""The head of a paragraph, cut into words and signs."""

import re
from functools import cache
from typing import NamedTuple

__all__ = ["DASHES", "LONGEST_BYLINE", "Token", "tokens_of"]

LONGEST = 120
"""No dateline is longer, in code points, but for one that a byline opens."""
LONGEST_BYLINE = 240
"""Nor is one with a byline."""

DASHES = frozenset({"-", "--", "---", "–", "—", "―", "‒", "−", "_", "––", "——", "–-", "-–"})
"""Hyphen, the teleprinter's double hyphen, en dash (dpa), em dash (AP), AP's underscore of the 1990s."""


class Token(NamedTuple):
    """A word, or a sign."""

    text: str
    start: int
    end: int
    word: bool
    """False for signs."""
    blank: bool
    """True when white space stands before it."""


# Whatever is none of these belongs to a word. A hyphen inside a word does too ("Port-au-Prince").
_SIGNS = r"\s,;:!?()\[\]{}<>\"“”„«»‹›/|=_–—―‒…،؛؟।॥、。，：；（）［］【】〔〕／＝・∙•●"


@cache
def _token() -> re.Pattern[str]:
    part = rf"[^{_SIGNS}\-−]"
    return re.compile(rf"((?!·\s){part}++(?>(?:-{part}++)*))|(-{{1,3}}|[–—]{{1,2}}-?|\n|[^\s])")


def tokens_of(text: str, start: int, longest: int = LONGEST) -> list[Token]:
    """The words and signs from `start` on, as many as a dateline can have.

    >>> [token.text for token in tokens_of("ST. PAUL, Minn. (AP) -- It", 0)]
    ['ST.', 'PAUL', ',', 'Minn.', '(', 'AP', ')', '--', 'It']
    """
    out: list[Token] = []
    at = start
    for match in _token().finditer(text, start, start + longest):
        word = match[1] is not None and match[1].strip(".") != ""
        out.append(Token(match[0], match.start(), match.end(), word, match.start() > at))
        at = match.end()
    return out
