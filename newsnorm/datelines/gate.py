"""The cheap look: most paragraphs cannot begin with a dateline, and are turned away in a microsecond or two."""

import re
from functools import cache

from newsnorm.datelines.runs import CASED, ELIDED, INSIDE, KINDS, WORDS
from newsnorm.datelines.words import fold, words_of

__all__ = ["may_begin"]

LONGEST_BY = 5
FAR = 90
"""The first sign of a dateline stands within so many code points, unless a byline opens it."""


@cache
def _first_sign() -> re.Pattern[str]:
    return re.compile(r"[,:;(\[/|_–—―।،=∙•●«\n\d]|\.(?=[\s(–—-])|-(?=[\s-])|\s-|(?<=[\u0600-\u06ff])-")


def may_begin(text: str, start: int, script: str) -> bool:
    """False where no dateline can begin; True where it is worth reading on."""
    if script in CASED and _is_sentence(text[start : start + 48]):
        return _opens_byline(text[start : start + 48].split(None, 1)[0], script)
    match = _first_sign().search(text, start, start + FAR)
    words = text[start : match.start() if match else start + FAR].split()
    if not words:
        return True
    if match is None or len(words) > WORDS or not _is_name(words, match[0], script):
        return len(words) > 1 and _opens_byline(words[0], script)
    if match[0].isdecimal() and text[match.start() - 1].isspace():
        return _closing_sign().search(text, match.end(), start + FAR) is not None
    if match[0] != "," or script not in CASED:
        return True
    # capitals and addresses may have lost the sign behind them: "KYIV, Ukraine At …", "Liputan6.com, Jakarta …"
    certain = words[-1].isupper() or "." in words[0] or script == "cyrillic"
    return _goes_on(text, match.end(), script) and (
        certain or _closing_sign().search(text, match.end(), start + FAR) is not None
    )


@cache
def _closing_sign() -> re.Pattern[str]:
    return re.compile(r"[:(\[/|_–—―।=\n]|-(?=[\s\d-])|\s-|\.-")


def _opens_byline(word: str, script: str) -> bool:
    """True for "By", "Por", "Oleh"; long words are not asked, so that most texts load no vocabulary."""
    return len(word) < LONGEST_BY and fold(word) in words_of(script).by


def _is_sentence(head: str) -> bool:
    """True when a small word stands second or third, and no sign before it: settles nine paragraphs in ten."""
    words = head.split(None, 3)
    if len(words) < 3 or not words[0].isalpha() or not words[1].isalpha():
        return False
    second, third = words[1], words[2]
    if second[0].islower() and second not in INSIDE:
        return third != "|"
    return third[0].islower() and third.isalpha() and third not in INSIDE and third not in KINDS


def _is_name(words: list[str], sign: str, script: str) -> bool:
    """Capitals, and small words inside; or a text without any capitals; or a slip: "New york,"."""
    if script not in CASED or sign == "|" or (len(words) == 2 and sign == ","):
        return True
    if words[0][0].islower():
        return len(words) < 4
    small = [word for word in words[1:] if word[0].islower() and word[:2] not in ELIDED]
    return all(word in INSIDE or word in KINDS or (sign == "." and len(word) == 1) for word in small)


def _goes_on(text: str, at: int, script: str) -> bool:
    """Behind a comma stands a name, a figure or a month; a small letter goes on with a sentence."""
    rest = text[at : at + 24].split(None, 1)
    if not rest or not rest[0][0].islower():
        return bool(rest)
    if rest[0] == "the":  # "GRONINGEN, the Netherlands"
        return rest[-1][0].isupper()
    return fold(rest[0]) in words_of(script).months
