"""The keys by which lines are compared with rules' phrases: case, quotes and decoration do not count."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from newsnorm.text.alike import ARABIC, is_mixed, unmixed

__all__ = [
    "BRACKETS",
    "EDGES",
    "LONGEST_COUNTER",
    "clean_key",
    "counted_keys",
    "line_key",
    "line_keys",
    "plain",
    "without_numbers",
]

LONGEST_COUNTER = 60
"""So long is a line about numbers at most, in code points: "3 of 1,204 readers' comments shown"."""

_POINTERS = (
    "👉👈👇👆☝➡⬅⬇⬆↗↘↪⤵🔽🔗🔎🔍📲📱📞☎💻🖥📧✉📩📬📮💬📢📣🔔📌📍📎✅✔☑❌⛔🚫❗‼❓⚠🚨🔴🟠🟡🟢🔵⚫⚪🔹🔸🔷🔶"
    "💡🔥⭐🌟🗞📰📝✍📖📚📺🎥🎬📹📽📸📷🖼🎧🎙🎤🔊📻▫◾◽⏩⏱⏰📅🗓👍❤💙🙏"
)
"""What sites point at their own calls with; a selector of style may follow each."""
EDGES = f" \t-–—*_|•·»«›‹>~=#:.…：｜。।۔►▶▼▲◀■□▪◆◇●○★☆→←↓↑∨∧{_POINTERS}\ufe0e\ufe0f\u200d"
_SIGNS = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"), ("…", "..."))
# Chinese and Japanese pages print these wide or narrow, some by the page and some by the line
_WIDE = (("：", ":"), ("，", ","), ("；", ";"), ("（", "("), ("）", ")"), ("！", "!"), ("？", "?"), ("／", "/"))
# the capital I with a dot falls to two code points, and one without a dot is written with I in capitals; Romanian has
# its comma below, but keyboards and older pages the cedilla
_PLAIN = (*_SIGNS, *_WIDE, ("i̇", "i"), ("ı", "i"), ("ş", "ș"), ("ţ", "ț"), *ARABIC)
BRACKETS = "()[]{}+ （）【】［］〔〕「」『』〈〉《》"


def line_key(line: str) -> str:
    """How a line is compared with a rule's phrases: case folded, signs plain and narrow, decoration off its ends.

    >>> line_key("— ADVERTISEMENT —")
    'advertisement'
    >>> line_key("Don’t  miss:"), line_key("Ads | Ads | Ads")
    ("don't miss", 'ads')
    >>> line_key("点击（今天）：12")
    '点击(今天):12'
    """
    return _known_key(line) if len(line) <= _KEPT else _new_key(line)


def _new_key(line: str) -> str:
    key = line.strip(EDGES).casefold()
    return _tidied(key) if key.isascii() else clean_key(plain(key))


def _tidied(key: str) -> str:
    """The key of a folded line of ASCII without decoration: as it is, for most."""
    return key if key.isprintable() and "  " not in key and "|" not in key else clean_key(key)


_KEPT = 200
"""So long lines are kept with their keys, in code points."""

_known_key = lru_cache(maxsize=1024)(_new_key)
"""Of a line several questions are asked: by its words, by its phrases, and by the second look at the page."""


def line_keys(lines: Sequence[str]) -> list[str]:
    r"""The keys of many lines at once, at a fraction of the cost. No line may have a line end inside.

    >>> line_keys(["— ADVERTISEMENT —", "Don’t  miss:"])
    ['advertisement', "don't miss"]
    """
    if not lines:
        return []
    page = "\n".join([line.strip(EDGES) for line in lines])
    if not page.isascii():
        page = _replaced(page, _SIGNS)  # on most English pages the rest is ASCII, which is folded many times as fast
    tidy = "|" not in page and "  " not in page and page.replace("\n", "").isprintable()
    if page.isascii():
        keys = page.casefold().split("\n")
        return keys if tidy else list(map(_tidied, keys))
    keys = [key.casefold() for key in page.split("\n")]
    odd = [at for at, key in enumerate(keys) if not key.isascii()]
    if not tidy:
        keys = [_tidied(key) if key.isascii() else key for key in keys]
    for at, key in zip(odd, _plain_page("\n".join([keys[at] for at in odd])).split("\n"), strict=False):
        keys[at] = clean_key(key)
    return keys


def _plain_page(page: str) -> str:
    page = unicodedata.normalize("NFC", page)
    if is_mixed(page):
        page = "\n".join(map(unmixed, page.split("\n")))
    return _replaced(page, _PLAIN)


def clean_key(folded: str) -> str:
    """The key of a folded, plain line."""
    key = folded.strip(EDGES)
    if "|" in key:  # a label printed several times over on one line is that label
        cells = {cell.strip(EDGES) for cell in key.split("|")}
        key = cells.pop() if len(cells) == 1 else key
    return key if key.isprintable() and "  " not in key else " ".join(key.split())


def plain(folded: str) -> str:
    """Letters composed and of one script a word, quotes, dashes and wide signs plain."""
    return _replaced(unmixed(unicodedata.normalize("NFC", folded)), _PLAIN)


def _replaced(text: str, signs: Iterable[tuple[str, str]]) -> str:
    for odd, sign in signs:
        text = text.replace(odd, sign)
    return text


def without_numbers(key: str) -> str:
    """A key with `#` for each of its numbers; "" when it has none or is too long for a counter.

    >>> without_numbers("1,204 views"), without_numbers("views")
    ('# views', '')
    """
    counted = counted_keys(key) if len(key) <= LONGEST_COUNTER else key
    return counted if counted != key else ""


def counted_keys(keys: str) -> str:
    """One key, or many with line ends between them, with `#` for each number."""
    return _number().sub("#", keys)


@cache
def _number() -> re.Pattern[str]:
    # thousands set apart by a comma, a point, an apostrophe or a blank; decimals. The first sign is a digit in every
    # way, for so a pattern passes over a line without digits three times as fast
    return re.compile(r"\d(?:\d{0,8}(?:[.,' ]\d{1,3}){0,3}(?![^\W_])|\d{0,8})")
