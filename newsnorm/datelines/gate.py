"""The cheap look: most paragraphs cannot begin with a dateline, and are turned away in a microsecond or two."""

import re
from functools import cache

from newsnorm.datelines.head import AND
from newsnorm.datelines.places import find_place
from newsnorm.datelines.runs import CASED, ELIDED, INSIDE, KINDS, WORDS, is_address
from newsnorm.datelines.words import fold, words_of

__all__ = ["is_words", "may_begin"]

LONGEST_BY = 5
FAR = 90
"""The first sign of a dateline stands within so many code points, unless a byline opens it."""


@cache
def _first_sign() -> re.Pattern[str]:
    return re.compile(r"[,:;(\[/|_–—―।،=∙•●«\n\d]|\.(?=[\s(–—-])|-(?=[\s-])|\s[-·]|(?<=[\u0600-\u06ff])-")


def is_words(text: str) -> bool:
    """True where nothing but English letters stands, as in most labels: no dateline has no sign, near its start.

    Behind a byline it may stand further on.

    >>> is_words("Latest news"), is_words("LAKEPORT, Monday"), is_words("By Ada Lindqvist")
    (True, False, True)
    """
    head = text[:FAR]
    may_name = len(text) > FAR and head.find(" ", 0, LONGEST_BY) >= 0
    return head.isascii() and not may_name and head.replace(" ", "").isalpha()


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
    return _goes_on(words, text, match, start, script)


def _goes_on(words: list[str], text: str, match: re.Match[str], start: int, script: str) -> bool:
    """Whether a dateline may go on behind a name and its first sign."""
    if match[0].isdecimal():
        return _before_figure(text, match.start(), start, words)
    if script not in CASED:
        return match[0] not in ",،" or (
            len(words) < 5 and _closing_sign().search(text, match.end(), start + FAR) is not None
        )
    if match[0] != ",":
        return _known_before(words, text, match, script)
    # capitals and addresses may have lost the sign behind them: "KYIV, Ukraine At …", "Liputan6.com, Jakarta …"
    certain = words[-1].isupper() or "." in words[0] or script == "cyrillic"
    return _goes_on_behind_comma(text, match.end(), script) and (
        certain
        or _closing_sign_or_year().search(text, match.end(), start + FAR) is not None
        or _month_and_day(text, match.end(), script)
    )


def _month_and_day(text: str, at: int, script: str) -> bool:
    """As in "New Delhi, April 28", on a line that ends there."""
    month, _, day = text[at : at + 24].strip().partition(" ")
    return day[:1].isdecimal() and fold(month) in words_of(script).months


def _before_figure(text: str, at: int, start: int, words: list[str]) -> bool:
    """A figure behind a blank begins a date; behind a letter it belongs to an address: "Liputan6.com"."""
    if not text[at - 1].isspace():
        return not text[at - 1].isalpha() or "." in text[at : at + 12]
    return words[0] not in _NO_NAMES and _closing_sign().search(text, at + 1, start + FAR) is not None


_NO_NAMES = frozenset({"On", "In", "At", "As", "For", "Since"})


def _known_before(words: list[str], text: str, match: re.Match[str], script: str) -> bool:
    """Before a colon, a dash or a stop alone stands a listed place, or whoever signs; behind a bracket a capital."""
    sign = match[0].strip()
    if sign == "(" and script == "latin":
        return not text[match.end() : match.end() + 60].partition(")")[2].lstrip()[:1].islower()
    if sign not in _ALONE or find_place(" ".join(words)) or words[-1].casefold() == "city":
        return True
    # "ST. LOUIS", "OWINGS MILLS Md.", "Сегежа. 22 ноября. ИНТЕРФАКС -"
    short = sign == "." and (len(words[-1]) < 6 or text[match.end() : match.end() + 2].strip()[:1].isdecimal())
    return short or (sign != ":" and _someone_signs(words, script))


def _someone_signs(words: list[str], script: str) -> bool:
    """True for words that an agency, an address, a byline or a reporter's name may be among."""
    names = words_of(script)
    folded = [fold(word) for word in words]
    if folded[0] in names.by or is_address(words[0]) or not names.first.isdisjoint(folded):
        return True
    # "SÃO PAULO E RIO -"; "Jane DOE - John ROE / ADANA, (DHA)"; "Johns Creek GeorgiaCNN —"
    capitals = [word.isupper() for word in words]
    glued = not capitals[-1] and any(char.isupper() for char in words[-1][1:])
    return not AND.isdisjoint(folded) or any(capitals) != all(capitals) or glued


_ALONE = frozenset({":", "-", "–", "—", ".", "·"})


@cache
def _closing_sign() -> re.Pattern[str]:
    return re.compile(r"[:(\[/|_–—―।=\n]|-(?=[\s\d-])|\s-|\.-")


@cache
def _closing_sign_or_year() -> re.Pattern[str]:
    """Behind place, full day and comma a wire signs without a sign: "Zug, Switzerland, May 4, 2022, Chainwire"."""
    return re.compile(rf"{_closing_sign().pattern}|(?:19|20)\d\d,\s")


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


def _goes_on_behind_comma(text: str, at: int, script: str) -> bool:
    """Behind a comma stands a name, a figure or a month; a small letter goes on with a sentence."""
    rest = text[at : at + 24].split(None, 1)
    if not rest or not rest[0][0].islower():
        return bool(rest)
    if rest[0] == "the":  # "GRONINGEN, the Netherlands"
        return rest[-1][0].isupper()
    return fold(rest[0]) in words_of(script).months
