"""The attributes of a shortcode: WordPress' own parser, and quotes as the writer meant them.

Source: `shortcode_parse_atts` and `get_shortcode_atts_regex`, wp-includes/shortcodes.php, WordPress 6.1.
"""

import re
from collections.abc import Iterator
from functools import cache

from newsnorm.records import Attrs

__all__ = ["is_usual", "parse_attributes"]

# PHP's regular expressions read bytes here: \w and \s are ASCII, whatever the language of the page.
_NAME = r"([\w-]++)\s*+=\s*+"
_END = r"(?:\s|$)"

# The marks that a text filter or a word processor puts where the writer typed a straight double quote.
# wptexturize: &#8220; &#8221; and, after a digit, the double prime &#8243;. The pair depends on the site's language:
# ”x” (English, both are closers, because "=" stands before the first), “x“ (German), « x » (French), »x« (Danish), «x».
_DOUBLE_CHARS = "“”„‟″‶«»＂〝〞〟"
_DOUBLE_ENTITIES = (
    r"quot|ldquo|rdquo|bdquo|laquo|raquo|Prime"
    r"|#0*+(?:34|171|187|822[0-3]|8243|8246|65282)"
    r"|#[xX]0*+(?:22|[aA][bB]|[bB][bB]|201[cCdDeEfF]|2033|2036|[fF][fF]02)"
)
_SINGLE_CHARS = "‘’‚‛′‵‹›＇´`"
_SINGLE_ENTITIES = (
    r"apos|lsquo|rsquo|sbquo|lsaquo|rsaquo|prime"
    r"|#0*+(?:39|821[6-9]|8242|8245|8249|8250|65287)"
    r"|#[xX]0*+(?:27|201[89aAbB]|2032|2035|2039|203[aA]|[fF][fF]07)"
)
_AMP = r"&(?:amp;){0,3}"  # entities that were escaped once more on their way
_PHP_DIGITS = 19  # a longer number is no integer to PHP
_PADDING = " \t\n\u00a0\u202f\u2009"  # French typography puts a blank inside its guillemets


def _mark(chars: str, entities: str) -> str:
    return rf"(?:[{chars}]|{_AMP}(?:{entities});)"


def _between(chars: str, entities: str, straight: str) -> str:
    """A value between two marks, of which one at least is not straight, up to a mark that ends a word.

    A mark that ends no word belongs to the value (`’It’s here’`): forty at most, so that time stays linear.
    """
    mark = _mark(chars, entities)
    first = f"[{chars}&{straight}]"
    body = rf"[^{chars}&{straight}]*+(?>(?:(?!(?:{mark}|{straight}){_END}){first}[^{chars}&{straight}]*+){{0,40}})"
    return rf"{mark}({body})(?:{mark}|{straight})(?={_END})"


@cache
def _wordpress() -> re.Pattern[str]:
    return re.compile(
        rf"{_NAME}\"([^\"]*+)\"{_END}|{_NAME}'([^']*+)'{_END}|{_NAME}([^\s'\"]++){_END}"
        rf"|\"([^\"]*+)\"{_END}|'([^']*+)'{_END}|(\S++){_END}",
        re.ASCII,
    )


@cache
def _usual() -> re.Pattern[str]:
    """Nothing but values in straight double quotes, as nearly all shortcodes have them; nothing in them to decode."""
    return re.compile(r'(?>(?:\s*+[a-z_][a-z0-9_-]*+="[^"\\<\u00a0\u200b]*+"(?=\s|$))*)\s*+', re.ASCII)


@cache
def _usual_pair() -> re.Pattern[str]:
    return re.compile(r'([a-z_][a-z0-9_-]*+)="([^"]*+)"', re.ASCII)


@cache
def _as_meant() -> re.Pattern[str]:
    """One value in other marks than straight ones: double, single, or after a backslash; named or not."""
    double = _between(_DOUBLE_CHARS, _DOUBLE_ENTITIES, '"')
    single = _between(_SINGLE_CHARS, _SINGLE_ENTITIES, "'")
    half = rf"\"([^\"{_DOUBLE_CHARS}]*+)[{_DOUBLE_CHARS}](?={_END})"
    escaped = rf"\\\"([^\"\\]*+)\\\"(?={_END})"
    twice = rf"''([^'\"]*+(?>(?:'(?!')[^'\"]*+){{0,40}}))''(?={_END})"
    return re.compile(rf"(?:{_NAME})?(?:{double}|{twice}|{single}|{escaped}|{half})", re.ASCII)


@cache
def _blanks() -> re.Pattern[str]:
    return re.compile("[\u00a0\u200b]++")


@cache
def _escape() -> re.Pattern[bytes]:
    return re.compile(rb"\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|(.))", re.DOTALL)


@cache
def _closed_html() -> re.Pattern[str]:
    return re.compile(r"[^<]*+(?>(?:<[^>]*+>[^<]*+)*)\n?\Z")


_LETTERS = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"v": b"\v", b"b": b"\b", b"f": b"\f"}


def _unescape(match: re.Match[bytes]) -> bytes:
    hexadecimal, octal, letter = match.groups()
    if letter is not None:
        return _LETTERS.get(letter, letter)
    return bytes([int(hexadecimal, 16) if hexadecimal else int(octal, 8) & 255])


def strip_c_slashes(value: str) -> str:
    r"""PHP's `stripcslashes`: C escapes become what they stand for, any other backslash goes.

    >>> strip_c_slashes(r"attachment\_7, \x41\102")
    'attachment_7, AB'
    """
    if "\\" not in value:
        return value
    raw = _escape().sub(_unescape, value.encode("utf-8", "surrogatepass"))
    try:
        return raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return raw.decode("utf-8", "replace")


def is_usual(text: str) -> bool:
    """Whether a text is nothing but attributes with values in straight double quotes."""
    return _usual().fullmatch(text) is not None


def parse_attributes(text: str, *, meant: bool = True) -> Attrs:
    """The attributes as WordPress reads them; positional ones stand under "0", "1", ….

    With `meant`, values in typographic quotes are read as if the quotes were straight; WordPress itself takes the
    quotes for a part of the value. Names are lower-cased; the last of two equal names counts.

    >>> parse_attributes(' id=”7″ Caption="A “big” day" wide')
    {'id': '7', 'caption': 'A “big” day', '0': 'wide'}
    >>> parse_attributes(' id=”7″', meant=False)
    {'id': '”7″'}
    """
    if is_usual(text):
        return Attrs(_usual_pair().findall(text))
    plain = text.isascii() and "&" not in text and "`" not in text and "''" not in text and '\\"' not in text
    if plain or not meant:
        pairs = _read(text if plain else _blanks().sub(" ", text))
    else:
        pairs = _meant(_blanks().sub(" ", text))
    found: dict[str, str] = {}
    number = 0
    for name, value in pairs:
        key = name
        if not name:
            key, number = str(number), number + 1
        elif name.isdecimal() and len(name) < _PHP_DIGITS and str(int(name)) == name:
            number = max(number, int(name) + 1)  # PHP counts on from the highest number
        found[key] = value if "\\" not in value and "<" not in value else _closed(strip_c_slashes(value))
    return Attrs(found)


def _read(text: str) -> Iterator[tuple[str, str]]:
    """Names ("" for a positional one) and values, in order, as WordPress reads them."""
    for double, first, single, second, bare, third, *positional in _wordpress().findall(text):
        name = double or single or bare
        if not name:
            value = positional[0] or positional[1] or positional[2]
            if value:
                yield "", value
        elif name != "0":  # PHP takes the name "0" for none
            yield name.lower(), first or second or third


def _meant(text: str) -> Iterator[tuple[str, str]]:
    """The same, and values in quotes that are not straight."""
    at = 0
    while (match := _wordpress().search(text, at)) is not None:
        at = match.end()
        other = _as_meant().match(text, match.start()) if match.lastindex in (6, 9) else None
        value = next((v for v in other.groups()[1:] if v is not None), "") if other is not None else ""
        if other is not None and (other[1] or value):
            at = other.end()
            yield (other[1] or "").lower(), value.strip(_PADDING) if _guillemets(other) else value
            continue
        yield from _read(match[0])
        if match.lastindex in (6, 9) and '"' in match[0]:
            # a straight quote was opened and never closed: marks that follow are part of its words
            yield from _read(text[at:])
            return


def _guillemets(match: re.Match[str]) -> bool:
    return any(mark in match[0] for mark in ("«", "»", "‹", "›", "aquo", "#171", "#187"))


def _closed(value: str) -> str:
    """WordPress empties a value that opens an HTML tag and does not close it."""
    return "" if "<" in value and _closed_html().match(value) is None else value
