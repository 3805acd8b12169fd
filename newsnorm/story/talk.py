"""Whether a paragraph talks, as readers do below a story: of "I", to "you", and typed in a hurry.

No one sign tells a reader from a writer: people in stories say "I", columns ask questions, and a story may quote a
letter as it was typed. What tells them apart is how many paragraphs have one, below a label and above it.
"""

from functools import cache

from newsnorm.shelf import read_toml, shelf
from newsnorm.story.lastwords import tables
from newsnorm.story.quotations import own_words

__all__ = ["SIGNS", "talks"]

_FAR = 600
"""So much of a paragraph is read, in code points."""

_ENDS = tuple("!?！？")
"""Signs at a paragraph's end that editors take out or hardly ever leave."""

SIGNS = {" ,": "blank", ",,": "dots", "....": "dots", "!!": "cry", "??": "cry", ":)": "smile", ";)": "smile"}
"""The same anywhere in it, each with its kind."""

_TYPED = (*SIGNS, ":-)", ";-)")


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
    return not _spoken().isdisjoint(own_words(line))


@cache
def _spoken() -> frozenset[str]:
    """The words of those who speak for themselves and to others."""
    listed = read_toml((shelf() / "talkwords.toml").read_text(encoding="utf-8"))["speakers"]
    return frozenset(" ".join(listed.values()).split()) | tables()["readers"]
