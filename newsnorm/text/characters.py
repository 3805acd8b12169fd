"""Characters that nobody can see or print: line ends of other systems, controls, halves of characters, hints."""

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import category

from newsnorm.text.edits import Edit

__all__ = ["breaks", "characters", "odd_line_end", "stray"]


@cache
def stray() -> re.Pattern[str]:
    """Finds whatever `breaks` and `characters` could change; U+0080 to U+009F are `mojibake.suspicious` already."""
    return re.compile(
        r"[\x00-\x08\x0b-\x1f\x7f\xad\u200b\u2028\u2029\u2060\u206a-\u206f\ud800-\udfff\ufeff\ufff9-\ufffc]"
    )


@cache
def odd_line_end() -> re.Pattern[str]:
    """Finds every line end but the plain one (Unicode Standard, section 5.8), U+0085 left out: see `breaks`."""
    return re.compile(r"\r\n?|[\v\f\u2028\u2029]")


def breaks(line: str) -> Iterator[Edit]:
    r"""Line ends inside what was one line: left by an entity, or U+0085.

    U+0085 is a line end, unless it was an ellipsis in Windows-1252 (other characters of that encoding beside it)
    or part of a letter read in the wrong encoding ("Ã\x85").

    >>> list(breaks("one\x85two")), list(breaks("\x93one\x94\x85"))
    ([Edit(start=3, end=4, text='\n')], [])
    """
    edits = [Edit(*found.span(), "\n") for found in odd_line_end().finditer(line)]
    if line.endswith("\r"):  # "&#13;" before the line's own end: the two were one, CR LF
        edits[-1] = edits[-1]._replace(text="")
    if "\x85" in line and not _windows().search(line):
        edits = sorted([*edits, *(Edit(*found.span(), "\n") for found in _next_line().finditer(line))])
    yield from edits


@cache
def _windows() -> re.Pattern[str]:
    return re.compile(r"[\x80-\x84\x86-\x9f]")


@cache
def _next_line() -> re.Pattern[str]:
    return re.compile(r"(?<![\x80-\xff])\x85")


def characters(line: str) -> Iterator[Edit]:
    r"""Characters that do not belong into a text, and what should stand in their place: mostly nothing.

    Joiners, marks of writing direction and combining marks are part of living scripts and are not touched.

    >>> list(characters("It\x19s\x00"))
    [Edit(start=2, end=3, text='’'), Edit(start=4, end=5, text='')]
    """
    if not stray().search(line) and not _c1().search(line):
        return
    edits = [Edit(*found.span(), _meant(found)) for found in _unprintable().finditer(line)]
    if "\u200b" in line or "\u2060" in line:
        edits = sorted([*edits, *_idle_zero_width(line)])
    yield from edits


@cache
def _c1() -> re.Pattern[str]:
    return re.compile(r"[\x80-\x9f]")


@cache
def _unprintable() -> re.Pattern[str]:
    return re.compile(
        r"(?P<pair>[\ud800-\udbff][\udc00-\udfff])|(?P<half>[\ud800-\udfff])"
        # dashes and quotes of U+2013 to U+201D that lost their high byte: "It\x19s"
        r"|(?P<low>[\x13\x14\x18\x19\x1c\x1d])"
        # Word's own codes: 30 is a hyphen that does not break, 31 a place to hyphenate (and goes, as below)
        r"|(?P<hyphen>\x1e)"
        # a bell between two words, where a layout program had a blank
        r"|(?P<blank>(?<=\w)\x07(?=\w))"
        # colours of a terminal (ECMA-48, 8.3.117); controls, and what Unicode TR 20 does not want in marked-up text
        r"|\x1b\[[0-9;]{0,32}[A-Za-z]"
        r"|[\x00-\x06\x08\x0e-\x12\x15-\x17\x1a\x1f\x7f-\x9f\u206a-\u206f\ufeff\ufff9-\ufffc]++|[\x07\x1b]"
        # soft hyphens inside a word: places to hyphenate it
        r"|(?:(?<=[^\W\d_])|(?<=[\u0300-\u036f]))\xad++(?=[^\W\d_])"
    )


def _meant(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "pair":
            return found[0].encode("utf-16", "surrogatepass").decode("utf-16")
        case "half":
            return "\ufffd"
        case "low":
            return chr(0x2000 + ord(found[0]))
        case "hyphen":
            return "\u2011"
        case "blank":
            return " "
    return ""


def _idle_zero_width(line: str) -> Iterator[Edit]:
    """Zero-width spaces and word joiners at the ends of a line, beside blanks and signs: they part and join nothing.

    Between two letters they stay: there they part the words of Thai and Khmer.
    """
    for found in _zero_width().finditer(line):
        start, end = found.span()
        if not (_of_a_word(line[start - 1 : start]) and _of_a_word(line[end : end + 1])):
            yield Edit(start, end, "")


def _of_a_word(char: str) -> bool:
    return char != "" and category(char)[0] in "LMN"


@cache
def _zero_width() -> re.Pattern[str]:
    return re.compile("[\u200b\u2060]++")
