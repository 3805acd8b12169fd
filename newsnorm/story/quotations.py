"""What a line says itself, and what it quotes: those words are another's."""

import re
from functools import cache

__all__ = ["is_quoting", "own_words", "without_quotations"]


def without_quotations(line: str) -> str:
    """The line without what stands in quotation marks.

    >>> without_quotations("“Who are you?” she said.")
    '  she said.'
    """
    return _quotation().sub(" ", line)


def is_quoting(line: str) -> bool:
    """True when something in the line stands in quotation marks.

    >>> is_quoting("“Who are you?” she said."), is_quoting("She said who she was.")
    (True, False)
    """
    return _quotation().search(line) is not None


def own_words(line: str) -> list[str]:
    """The words outside of quotation marks, as printed.

    >>> own_words("“Who are you?” she said.")
    ['she', 'said']
    """
    return _word().findall(without_quotations(line))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_][\w’'\u0900-\u09ff]{0,40}")


@cache
def _quotation() -> re.Pattern[str]:
    return re.compile(r"[\"“„«»][^\"”“»]{0,400}[\"”“»]")
