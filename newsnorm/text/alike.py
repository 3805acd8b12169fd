"""Letters that are written for others, taken for one.

Old typesetting systems had one A, E, M and X for all scripts, so headings in capitals mix them: "ΣXETIKA ΘEMATA".
Persian and Urdu pages are typed on Arabic keyboards, and Arabic ones leave out hamzas, dots and vowels.
"""

import re
from functools import cache

__all__ = ["ARABIC", "is_mixed", "one_script", "one_spelling", "unmixed"]

_GREEK = dict(zip(map(ord, "abehikmnoptxyzvu"), "αβεηικμνορτχυζνυ", strict=True))
_CYRILLIC = dict(zip(map(ord, "aoecpxyibhkmt"), "аоесрхуівнкмт", strict=True))

ARABIC = (
    *(("ي", "ی"), ("ى", "ی"), ("ك", "ک"), ("ہ", "ه"), ("ة", "ه"), ("ۃ", "ه"), ("ۂ", "ه"), ("ۀ", "ه"), ("ۓ", "ے")),
    *(("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا")),
    *((chr(mark), "") for mark in (*range(0x64B, 0x656), 0x670, 0x640)),  # vowels, hamzas apart, the tatweel
    *(("\u200c", ""), ("\u200d", "")),  # the non-joiner, with which Persian parts the pieces of a word, and the joiner
)
"""What stands for one letter or for nothing, and what is taken for it: repertoires of Unicode's Arabic block."""


def one_spelling(text: str) -> str:
    """A text in Arabic letters without the spellings that differ from page to page; any other as it is.

    >>> one_spelling("اقرأ أيضًا") == one_spelling("اقرا ايضا"), one_spelling("كد خبر") == one_spelling("کد خبر")
    (True, True)
    """
    for odd, sign in ARABIC:
        text = text.replace(odd, sign)
    return text


def one_script(word: str) -> str:
    """A case-folded word in one script, if some of it is Greek or Cyrillic; any other word as it is.

    >>> one_script("aπριλίου") == "απριλίου", one_script("april")
    (True, 'april')
    """
    if any("\u0370" <= char < "\u0400" for char in word):
        return word.translate(_GREEK)
    return word.translate(_CYRILLIC) if any("\u0400" <= char < "\u0530" for char in word) else word


def unmixed(text: str) -> str:
    """Case-folded text, each word in one script; Latin words beside Greek ones stay.

    >>> unmixed("σxetika θemata facebook") == "σχετικα θεματα facebook"
    True
    """
    return " ".join(map(one_script, text.split(" "))) if is_mixed(text) else text


def is_mixed(text: str) -> bool:
    """True where a Latin letter stands beside a Greek or Cyrillic one."""
    return _seam().search(text) is not None


@cache
def _seam() -> re.Pattern[str]:
    # one set first, not a choice of two: so a pattern passes over other letters many times as fast
    return re.compile(r"[\u0370-\u052f](?:(?=[a-z])|(?<=[a-z].))")
