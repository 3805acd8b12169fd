"""Words that lost the sign between them: "GeorgiaCNN —", "دمشق-سانا"."""

import re
from functools import cache

from newsnorm.datelines.places import countries_of_region, find_place
from newsnorm.datelines.runs import SHORT, is_address
from newsnorm.datelines.tokens import Token
from newsnorm.datelines.words import fold

__all__ = ["unglued"]


def unglued(text: str, tokens: list[Token], script: str) -> list[Token]:
    """The tokens, with the words taken apart where both halves mean something."""
    if script in {"tamil", "telugu", "malayalam"}:
        return [part for token in tokens for part in _at_figure(token)]
    if script == "arabic":
        return [part for token in tokens for part in _at_hyphen(token)]
    if script != "latin" or not tokens or not _is_glued().search(text, tokens[0].start, tokens[-1].end):
        return tokens
    return [part for token in tokens for part in (_at_stop(token) or _before_cnn(token) or _at_capital(token))]


@cache
def _seam() -> re.Pattern[str]:
    return re.compile(
        r"(?<=[a-zà-ÿ]{2})[a-zà-ÿ](?=[A-Z](?:[A-Z]{2}|[a-z]|\b))|\.-(?=[^\W_])|[^\W\d_]{3}\.(?=\d)|(?<=[A-Z]{2})CNN\b"
    )


@cache
def _is_glued() -> re.Pattern[str]:
    # the same seams, told by the capital or the stop in them: one set first passes over the other letters
    return re.compile(
        r"[A-Z.](?:(?<=[a-zà-ÿ]{3}[A-Z])(?:(?=[A-Z]{2}|[a-z])|\b)|(?<=\.)(?=-[^\W_])|(?<=[^\W\d_]{3}\.)(?=\d)"
        r"|(?<=[A-Z]{2}C)(?=NN\b))"
    )


def _at_stop(token: Token) -> list[Token]:
    """Spain's and Mexico's papers set no blank behind stop and dash: "(apro).-La", "Tijuana.-El"; not "St.-Denis"."""
    left, mark, right = token.text.partition(".-")
    if not mark or right[:1].islower() or "." in left or 0 < len(left) < 3 or fold(left) in SHORT:
        return []
    stop, behind = token.start + len(left) + 1, token.start + len(left) + 2
    return [
        Token(f"{left}.", token.start, stop, bool(left), token.blank),
        Token("-", stop, behind, False, False),
        *([Token(right, behind, token.end, True, False)] if right else []),
    ]


def _at_capital(token: Token) -> list[Token]:
    """A place or a region before the capital, or a place in capitals behind it."""
    seam = _seam().search(token.text)
    if seam is None or is_address(token.text):
        return [token]
    if "." in seam[0]:  # "Mar.5"
        return _at_figure(token) if seam[0] != ".-" else [token]
    left, right = token.text[: seam.end()], token.text[seam.end() :]
    if not (find_place(left) or countries_of_region(left) or (right.isupper() and find_place(right))):
        return [token]
    cut = token.start + len(left)
    return [token._replace(text=left, end=cut), Token(right, cut, token.end, True, False)]


def _before_cnn(token: Token) -> list[Token]:
    """As in "London, UKCNN —"."""
    left = token.text.removesuffix("CNN")
    if left == token.text or not left.isupper() or not countries_of_region(left):
        return []
    cut = token.start + len(left)
    return [token._replace(text=left, end=cut), Token("CNN", cut, token.end, True, False)]


def _at_figure(token: Token) -> list[Token]:
    """Tamil papers set no blank between month and day, nor do hurried hands: "மார்ச்.4-", "Mar.5"."""
    left, stop, right = token.text.partition(".")
    if not (stop and left and right.isdecimal() and len(right) < 3):
        return [token]
    cut = token.end - len(right)
    return [token._replace(text=f"{left}.", end=cut), Token(right, cut, token.end, True, False)]


def _at_hyphen(token: Token) -> list[Token]:
    """Arabic and Persian names hold no hyphen: it stands between place and agency."""
    left, hyphen, right = token.text.partition("-")
    if not (hyphen and left and right) or right[0].isdecimal():
        return [token]
    cut = token.start + len(left)
    return [
        token._replace(text=left, end=cut),
        Token("-", cut, cut + 1, False, False),
        Token(right, cut + 1, token.end, True, False),
    ]
