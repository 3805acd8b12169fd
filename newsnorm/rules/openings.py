"""How the lines start that a rule can be about: by what an index of rules has them.

A rule that is asked about every line costs every line; nearly all begin with a word, and most with several.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from newsnorm.rules.linekeys import BRACKETS, EDGES
from newsnorm.rules.phrases import Hole, fold, holes_of

__all__ = ["Opening", "end_in_bracket", "index_word", "openings"]


class Opening(NamedTuple):
    """How a line's key starts, or else ends, brackets left out; anyhow where both are ()."""

    starts: tuple[str, ...]
    """How it starts."""
    ends: tuple[str, ...]
    """Or how it ends."""
    has: str = ""
    """And what it holds, where it starts with one word, as many lines do; "" for anything."""


_FREE = Opening((), ())


def openings(says: Iterable[str], forms: Iterable[str]) -> list[tuple[str, Opening]]:
    """The first words of a rule's phrases with holes, or of its forms, each with how such a line goes on.

    The word is "" for lines that start anyhow.

    >>> openings(["Photo by …"], []), openings([], ["{names} wrote this"])
    ([('photo', Opening(starts=('photo by',), ends=(), has=''))], [('', Opening(starts=(), ends=(), has=''))])
    >>> openings(["The … has a pier"], [])
    [('the', Opening(starts=('the',), ends=(), has=' has a pier'))]
    """
    found = _all_of_holes(holes_of(says))
    words: dict[str, list[str]] = {}
    for form in forms:
        for word, start in _of_form(form):
            words.setdefault(word, []).append(start)
    found += [(word, Opening(tuple(starts), ()) if all(starts) else _FREE) for word, starts in words.items()]
    return found or [("", _FREE)]


def _all_of_holes(holes: Iterable[Hole]) -> list[tuple[str, Opening]]:
    words: dict[str, list[Hole]] = {}
    alone: list[tuple[str, Opening]] = []
    for hole in holes:
        word = _first_word(hole)
        has = max((part for part in hole.parts[1:] if "#" not in part), key=len, default="")
        if word and has and word == hole.parts[0].strip():
            alone.append((word, Opening((word,), (), has)))
        else:
            words.setdefault(word, []).append(hole)
    return [*((word, _of_holes(found)) for word, found in words.items()), *alone]


def _of_holes(holes: Iterable[Hole]) -> Opening:
    """How a line starts, or else ends, where one of these phrases fits; nothing where one of them fits any line.

    >>> _of_holes(holes_of(["Photo by …", "(…/dpa)"]))
    Opening(starts=('photo by',), ends=('/dpa',), has='')
    """
    starts, ends = dict[str, None](), dict[str, None]()
    for hole in holes:
        start = hole.parts[0].strip(EDGES).lstrip(BRACKETS).partition("#")[0]
        end = "" if start else hole.parts[-1].rstrip(BRACKETS)
        if not start and (not end or "#" in end):
            return _FREE
        (starts if start else ends)[start or end] = None
    return Opening(tuple(starts), tuple(ends))


def index_word(key: str) -> str:
    """By what a line is looked up: its first word, "0" for a number, one letter where words have no blanks.

    The key comes without brackets before it.
    """
    word = key.partition(" ")[0]
    if word.isalpha() and word.isascii():
        return word  # as most
    first = word[:1]
    if first.isdigit():
        return _NUMBER
    return first if first == "©" or _no_blanks(first) else word.partition(":")[0].rstrip(_STOPS)


def _no_blanks(letter: str) -> bool:
    """True for a letter of Thai, Lao, Burmese, Khmer, Chinese, Japanese or Korean."""
    return (
        len(letter) == 1
        and "\u0e00" <= letter < "\ud7b0"
        and (letter < "\u0f00" or "\u1000" <= letter < "\u10a0" or "\u1780" <= letter < "\u1800" or letter >= "\u3005")
    )


def _first_word(hole: Hole) -> str:
    """The first whole word of what a phrase starts with; "" when it may go on in the hole."""
    start = hole.parts[0].lstrip(EDGES + BRACKETS)
    word = index_word(start)
    return word if hole.colon or " " in start or ":" in start or _no_blanks(word) else ""


_NUMBER = "0"
_STOPS = ":;,.!?)]"


@cache
def _start() -> re.Pattern[str]:
    # an opening bracket that may be there, then a word that ends where it seems to, or a number
    return re.compile(
        r"(?:\\[(\[+]\??){0,3}(?:(\{number\}|\\d)|([\u0e00-\u0eff\u1000-\u109f\u3005-\ud7af])"
        r"|([^\W\d_](?>(?:[^\W\d_]|['’/-](?=[^\W\d_]))*)|©)(?=$| |:|;|\\[^wd]))"
    )


def _of_form(form: str) -> list[tuple[str, str]]:
    """The words that a form can start with, one for each way, and how it goes on; "" where no plain word starts it.

    >>> _of_form("(?:tags|filed under): {words}"), _of_form("views? of the {site}")
    ([('tags', 'tags'), ('filed', 'filed under')], [('', '')])
    >>> _of_form("{number} views"), _of_form("the posts? {headline}")
    ([('0', '')], [('the', 'the post')])
    """
    group = _leading_group().match(form)
    ways = group[1].split("|") if group else [form]
    return [_of_way(way, goes_on=bool(group) or not _is_split(form)) for way in ways]


def _of_way(way: str, *, goes_on: bool) -> tuple[str, str]:
    found = _start().match(way)
    if found is None or found[1]:
        return (_NUMBER, "") if found else ("", "")
    word = fold(found[2] or found[3])
    run = _plain_run().match(way, found.end()) if goes_on else None
    return word, fold(way[found.start(found.lastindex or 0) : run.end()]).rstrip(EDGES) if run else word


@cache
def _plain_run() -> re.Pattern[str]:
    # words, without a letter that may be there or not
    return re.compile(r"(?>(?:(?:[^\W_]|[ ,'’-])(?![?*+]|\{\d))*)")


def _is_split(form: str) -> bool:
    """True for "one|other": what the form starts with is one way of several."""
    depth = 0
    for sign in _signs().findall(form) if "|" in form else ():
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            return True
    return False


def end_in_bracket(forms: Sequence[str]) -> bool:
    r"""True when a line must end in a bracket to be one of some forms, a stop behind it left out.

    >>> end_in_bracket([r"{words} \(file photo\)\.?"]), end_in_bracket([r"{words} \(file photo\)?"])
    (True, False)
    """
    return bool(forms) and all(form.endswith(_CLOSED) and not _is_split(form) for form in forms)


_CLOSED = (r"\)", r"\]", r"\)\.?", r"\]\.?")


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(r"\\.|\[\^?\]?(?>(?:[^\]\\]|\\.)*)\]|[(|)]", re.DOTALL)


@cache
def _leading_group() -> re.Pattern[str]:
    # alternatives without brackets of their own, and nothing behind them that would make their first words longer
    return re.compile(r"(?:\\[(\[]\??)?\(\?:([^()\[\]]++)\)(?= |:|\(\?: |\\[^wd]|$)")
