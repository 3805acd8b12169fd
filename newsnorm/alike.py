"""Latin letters inside Greek and Cyrillic words, taken for those that they look like.

Old typesetting systems had one A, E, M and X for all scripts, so headings in capitals mix them: "ΣXETIKA ΘEMATA".
"""

import re
from functools import cache

__all__ = ["is_mixed", "one_script", "unmixed"]

_GREEK = dict(zip(map(ord, "abehikmnoptxyzvu"), "αβεηικμνορτχυζνυ", strict=True))
_CYRILLIC = dict(zip(map(ord, "aoecpxyibhkmt"), "аоесрхуівнкмт", strict=True))


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
