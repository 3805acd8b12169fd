"""Words that lost the sign between them: "GeorgiaCNN —", "دمشق-سانا"."""

import re
from functools import cache

from newsnorm.datelines.places import countries_of_region, find_place
from newsnorm.datelines.runs import is_address
from newsnorm.datelines.tokens import Token

__all__ = ["unglued"]


def unglued(text: str, tokens: list[Token], script: str) -> list[Token]:
    """The tokens, with the words taken apart where both halves mean something."""
    if script == "arabic":
        return [part for token in tokens for part in _at_hyphen(token)]
    if script != "latin" or not tokens or not _seam().search(text, tokens[0].start, tokens[-1].end):
        return tokens
    return [part for token in tokens for part in _at_capital(token)]


@cache
def _seam() -> re.Pattern[str]:
    return re.compile(r"(?<=[a-zà-ÿ]{2})[a-zà-ÿ](?=[A-Z](?:[A-Z]{2}|[a-z]|\b))")


def _at_capital(token: Token) -> list[Token]:
    """A place or a region before the capital, or a place in capitals behind it."""
    seam = _seam().search(token.text)
    if seam is None or is_address(token.text):
        return [token]
    left, right = token.text[: seam.end()], token.text[seam.end() :]
    if not (find_place(left) or countries_of_region(left) or (right.isupper() and find_place(right))):
        return [token]
    cut = token.start + len(left)
    return [token._replace(text=left, end=cut), Token(right, cut, token.end, True, False)]


def _at_hyphen(token: Token) -> list[Token]:
    """Arabic and Persian names hold no hyphen: it stands between place and agency."""
    left, hyphen, right = token.text.partition("-")
    if not (hyphen and left and right):
        return [token]
    cut = token.start + len(left)
    return [
        token._replace(text=left, end=cut),
        Token("-", cut, cut + 1, False, False),
        Token(right, cut + 1, token.end, True, False),
    ]
