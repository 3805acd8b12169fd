"""What the form of a line says about it: prose, a label, a teaser cut short, a bar of links, a row of a table.

No word is read, so this holds for any language. Every answer looks at one line alone.
"""

import re
from bisect import bisect_right
from functools import cache, lru_cache
from typing import NamedTuple

from newsnorm.story.signatures import is_signed

__all__ = ["BULLETS", "Shape", "new_shape", "shape_of", "weight"]

_WIDE = "\u2e80"  # from here on a character says as much as three letters
_HANGUL = "\uac00"  # Korean has blanks
_STOPS = frozenset(".。।॥۔．")
_ENDINGS = {
    **dict.fromkeys("?!？！؟", "question"),
    **dict.fromkeys(":：", "colon"),
    **dict.fromkeys(",;，；、", "comma"),
}
_END_SIGNS = frozenset("■□◆◇●○▪◼∎")
"""Magazines close a story with one of these, behind the last full stop."""
_CLOSERS = "\"'”’»“‘«)]」』）】›‹"
_QUOTES = frozenset("\"'”’»“‘«」』")
_ENDS = "".join(_END_SIGNS) + _CLOSERS + " "
_OPENERS = frozenset("“\"„«»‘'「『")
BULLETS = frozenset("•*·–-▪■◆●►▸")
_ARROWS = frozenset("»>©#@←→")
_ROW, _FEW = 100, 50
"""A row of links is as long at least, in Latin letters and in code points."""
_BLANKS, _APART = 5, 30
"""It has so many blanks, and one for every so many code points."""
_PLAIN = 60
"""A sentence of so many letters is no line that says how to reach the writer."""
_STEPS = (12, 30, 60, 100, 160, 320)
_MENU, _PAUSES, _PAUSE, _NAMED = 200, ",.;:!?", 14, 0.4
"""A menu on one line has so many letters at least; it pauses with one of these signs once in so many words at most, of
which such a part begins with a capital or is a figure."""
_SAID = 100
"""A signed sentence has so many Latin letters at least."""


class Shape(NamedTuple):
    """The form of a line."""

    name: str
    """What it looks like: "sentence", "question", "colon", "comma", "cut", "bullet", "numbered", "quote", "line",
    "capitals", "label", "time", "number", "link", "bar", "row" or "symbols". A "line" has no end of sentence and
    nothing else that tells: a headline, a subheading, a caption, a teaser."""
    size: int
    """How much it says, 0 to 6: the steps are at 12, 30, 60, 100, 160 and 320 Latin letters."""


def weight(line: str) -> int:
    """The length of a line in Latin letters: an ideograph or kana counts three, but for a few in a line of Latin.

    >>> weight("port"), weight("港")
    (4, 3)
    """
    if line.isascii() or len(line.encode("utf-8", "surrogatepass")) <= 2 * len(line):
        return len(line)  # ideographs take three bytes each, the letters of most other scripts one or two
    return len(line) + 2 * sum(char >= _WIDE for char in line[:200])


def shape_of(line: str) -> Shape:
    """The form of one stripped line, which must not be empty.

    >>> shape_of("The harbour was closed on Monday.").name, shape_of("Harbour closed after days of rain").name
    ('sentence', 'line')
    >>> shape_of("Home | Sport | Weather").name, shape_of("The harbour was closed on ...").name
    ('row', 'cut')
    """
    return _known_shape(line) if len(line) < 160 else new_shape(line)


def new_shape(line: str) -> Shape:
    """The same, for who keeps the answer.

    >>> new_shape("Home | Sport | Weather").name
    'row'
    """
    if len(line) >= 160 and line[-1] in _STOPS and line[-3:] != "..." and "|" not in line:
        return _LONGER if len(line) >= 320 else _LONG
    return _new_shape(line)


def _new_shape(line: str) -> Shape:
    length = len(line) if line.isascii() else weight(line)
    if length >= _ROW and not line.isascii() and _is_row(line):
        name = "bar"
    elif length >= _PLAIN and _is_plain_sentence(line, length):
        name = "sentence"
    elif length < 100 and "http" not in line and (line.replace(" ", "").isalpha() or _is_untold(line)):
        name = _plain_words(line, length)  # as most lines
    else:
        name = _form(line, length)
    return _shape(name, bisect_right(_STEPS, length))


def _is_plain_sentence(line: str, length: int) -> bool:
    """True for a line that ends in a full stop, with or without a quotation mark, and has no sign that says more."""
    return (
        length == len(line)
        and ((line[-1] == "." != line[-2]) or (line[-2] == "." and line[-1] in _QUOTES))
        and (line[0].isalpha() or line[1].isalpha())
        and not ("|" in line or "@" in line or "©" in line)
    )


def _is_untold(line: str) -> bool:
    """True for a line between two letters, without any sign or figure that says more than its words."""
    return line[0].isalpha() and line[-1].isalpha() and "www." not in line and _telling().search(line) is None


_known_shape = lru_cache(maxsize=1024)(_new_shape)
"""Several steps ask for the same lines, and so does the second look at a page."""


@cache
def _shape(name: str, size: int) -> Shape:
    return Shape(name, size)


_LONG, _LONGER = Shape("sentence", 5), Shape("sentence", 6)


def _form(line: str, length: int) -> str:
    if "|" in line:
        return _bars(line, length)
    if not line[0].isalnum() and not any(map(str.isalnum, line[:60])):
        return "symbols"
    bare = line.rstrip(_CLOSERS)
    last = bare[-1:]
    if (last == "…" and line[-1] not in _QUOTES) or line[-3:] == "...":  # who speaks may trail off: "I hope so…”
        return "question" if line[-2:] == "……" else "cut"  # the double one is how Chinese trails off
    if "©" in line and length < 250:
        return "link"
    is_ended = last in _STOPS or (last in _END_SIGNS and line.rstrip(_ENDS)[-1:] in _STOPS)
    if is_ended or length >= 200 or (length >= 100 and line.count(". ") + line.count("。") >= 2):
        is_menu = not is_ended and len(line) == length >= _MENU and _is_menu(line)
        return "bar" if is_menu else "link" if _is_contact(line, length) and not is_signed(line) else "sentence"
    return _ENDINGS.get(last) or _said(line, length) or _open(line, bare, length)


def _said(line: str, length: int) -> str:
    return "sentence" if length >= _SAID and is_signed(line) else ""


def _bars(line: str, length: int) -> str:
    """A line with bars: links in a row, or a table's row when most of at least three cells hold something."""
    cells = line.strip("|").split("|")
    filled = sum(not cell.isspace() and cell != "" for cell in cells)
    if filled >= 3 and filled * 5 >= len(cells) * 3:
        return "row"
    if not filled:
        return "symbols"
    # "Lakeport Herald, Ada Lindqvist | It rained", and what a table around the whole story leaves: "It rained. |"
    said = next((cell for cell in map(str.strip, reversed(cells)) if cell), "") if filled <= 2 else ""
    is_said = line[0] not in "|｜" and length >= _SAID and said[-1:] in _STOPS and weight(said) >= _SAID // 2
    return "sentence" if length >= 200 or is_said else "bar"


def _is_row(line: str) -> bool:
    """Chinese or Japanese with a blank for every few words, and neither full stop nor commas: links in a row.

    These scripts set no blanks in prose. Of 226 such lines of real pages one was the story's.
    """
    start, blanks = line[:200], line.count(" ")
    return (
        blanks >= _BLANKS
        and blanks * _APART >= len(line) >= _FEW
        and len(start.encode("utf-8", "surrogatepass")) >= 2 * len(start)  # so it is, where half of it has three bytes
        and "。" not in line
        and line.count("，") + line.count("、") < _BLANKS
        and len(_ideograph().findall(start)) * 2 >= len(start)
    )


def _is_menu(line: str) -> bool:
    """Words in a row without a pause, many of them capitalised: sections, names of towns, titles of other stories.

    Prose of two lines pauses, but for a sentence broken off at a link; and it has more small words. Only where a script
    has capitals can the words be told. Of 105 such lines of real pages none was the story's.
    """
    if line.lower() == line.upper():
        return False
    words = line.split()
    pauses = sum(map(line.count, _PAUSES))
    names = sum(not word[0].islower() for word in words)
    return pauses * _PAUSE <= len(words) and names >= len(words) * _NAMED


def _is_contact(line: str, length: int) -> bool:
    """A short sentence with an address in it, or a longer one with an e-mail address: how to reach the writer."""
    if length < 60:
        return _has_link(line)
    return length < 250 and "@" in line and _mail().search(line) is not None


def _open(line: str, bare: str, length: int) -> str:
    """The form of a line without any end of sentence."""
    first = line[0]
    if first in BULLETS and line[1:2] in (" ", "\t") and length > 3:
        return "time" if length < 160 and _time().search(line[:12]) else "bullet"
    if first.isdigit() and _numbered().match(line):
        return "numbered"
    if first in _OPENERS and (bare != line or length >= 100):
        return "quote"
    if first in _ARROWS or line[-1] == ">" or (line[-1] == "»" and not _ends_quote(line)) or _has_link(line):
        return "link"
    return _words(line, length)


def _ends_quote(line: str) -> bool:
    """True when the last » closes what a « opened, and is no arrow."""
    return line.count("«") >= line.count("»")


def _words(line: str, length: int) -> str:
    """The form of a line with nothing but words and figures."""
    digits = len(_digit().findall(line)) if length < 100 else 0
    if digits * 3 >= length:
        return "number"
    if digits and length < 60 and _figures().search(line) and _time().search(line):
        return "time"
    return _plain_words(line, length)


def _plain_words(line: str, length: int) -> str:
    if length < 25:
        return "label"
    return "capitals" if line.isupper() else "line"


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(r"[\d|@©]")


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(r"\d{1,3}[.)][ \t]?\D")


def _has_link(line: str) -> bool:
    return "www." in line or "http" in line or ("@" in line and _link().search(line) is not None)


@cache
def _ideograph() -> re.Pattern[str]:
    return re.compile(f"[{_WIDE}-{chr(ord(_HANGUL) - 1)}]")


@cache
def _digit() -> re.Pattern[str]:
    return re.compile(r"\d")


@cache
def _link() -> re.Pattern[str]:
    return re.compile(r"[\w.]@\w{1,80}\.\w|(?<!\w)@\w")


@cache
def _mail() -> re.Pattern[str]:
    return re.compile(r"[\w.]@\w[\w-]{0,80}\.\w")


@cache
def _figures() -> re.Pattern[str]:
    # every time and day has these; it is read in a fraction of the time
    return re.compile(r"\d[:h./-]\d")


@cache
def _time() -> re.Pattern[str]:
    # "09:15", "9h15", "9.15", "12/2/2024"; but not a sum, a share or a measure: "$9.15", "4.25 percent", "1.78 metres"
    return re.compile(
        r"\d{1,2}[:h]\d\d|(?<![\d$€£¥₹])\d{1,2}\.\d\d(?!\d|\s?[%°]|\s[^\W\dA-Z_]{2})|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
    )
