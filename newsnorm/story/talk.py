"""Whether a paragraph talks, as readers do below a story: of "I", to "you", and typed in a hurry.

No one sign tells a reader from a writer: people in stories say "I", columns ask questions, and a story may quote a
letter as it was typed. What tells them apart is how many paragraphs have one, below a label and above it.
"""

import re
from functools import cache

from newsnorm.shelf import read_toml, shelf

__all__ = ["talks", "without_quotations"]

_FAR = 600
"""So much of a paragraph is read, in code points."""

_ENDS = tuple("!?！？")
_TYPED = ("!!", "??", "....", ",,", " ,", ":)", ";)", ":-)", ";-)")
"""Signs at a paragraph's end, and anywhere in it, that editors take out or hardly ever leave."""


def talks(line: str) -> bool:
    """True for a paragraph with a reader's "I" or "you" outside quotation marks, or with signs that editors take out.

    >>> talks("I was there that night , and nobody came"), talks("The mayor said: “I was there that night.”")
    (True, False)
    """
    line = line[:_FAR]
    if not line:
        return False
    if line.endswith(_ENDS) or line[0] == "@" or line[0].islower() or any(sign in line for sign in _TYPED):
        return True
    words = _word().findall(without_quotations(line))
    return not _spoken().isdisjoint(words)


def without_quotations(line: str) -> str:
    """The line without what stands in quotation marks: those words are another's.

    >>> without_quotations("“Who are you?” she said.")
    '  she said.'
    """
    return _quotation().sub(" ", line)


@cache
def _spoken() -> frozenset[str]:
    """The words of those who speak for themselves and to others."""
    tables = [read_toml((shelf() / name).read_text(encoding="utf-8")) for name in ("talkwords.toml", "lastwords.toml")]
    return frozenset(" ".join([*tables[0]["speakers"].values(), *tables[1]["readers"].values()]).split())


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_][\w’'\u0900-\u09ff]{0,40}")


@cache
def _quotation() -> re.Pattern[str]:
    return re.compile(r"[\"“„«»][^\"”“»]{0,400}[\"”“»]")
