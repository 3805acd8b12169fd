"""Find the dateline at the head of a paragraph."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from newsnorm.datelines.forms import by_form
from newsnorm.datelines.gate import may_begin
from newsnorm.datelines.judge import stands
from newsnorm.datelines.names import place_of
from newsnorm.datelines.places import countries_of_region, find_place, script_of
from newsnorm.datelines.reading import Reading
from newsnorm.datelines.runs import CASED
from newsnorm.datelines.tokens import DASHES, Token, tokens_of
from newsnorm.datelines.walk import Head, readings
from newsnorm.datelines.words import fold, words_of
from newsnorm.errors import must_be_text
from newsnorm.records import Dateline

__all__ = ["parse_dateline"]


def parse_dateline(text: str, *, language: str | None = None) -> Dateline | None:
    """The dateline at the head of a paragraph."""
    must_be_text(text, "parse_dateline")
    start = 0 if text[:1] > " " and not text[0].isspace() else len(text) - len(text.lstrip())
    first = text[start : start + 1]
    if not first:
        return None
    script = script_of(first)
    if script in _FORMS or (first in _BRACKETS and _wide(text[start : start + 24])):
        return _by_form(text, start, script)
    if not first.isalpha():
        if first not in _BRACKETS and not first.isdecimal() and first not in "'’‘`ʼ":
            return None
        letter = next((char for char in text[start + 1 : start + 12] if char.isalpha()), "A")
        script = script_of(letter) or "latin"
    if not may_begin(text, start, script):
        return None
    head = Head(text, _unglued(tokens_of(text, start)), script, words_of(script, language))
    if not head.tokens:
        return None
    by = fold(head.tokens[0].text) in head.words.by
    best = _after_byline(head) if by else _longest(head)
    return None if best is None else _record(text, start, best)


_BRACKETS = frozenset("[(（【［〔")
_FORMS = frozenset({"hangul", "katakana", "cjk"})


def _by_form(text: str, start: int, script: str) -> Dateline | None:
    """Without brackets only Chinese has datelines, and those hold a word for "wire" or "report"."""
    if text[start] in _BRACKETS:
        return by_form(text, start, ("ja", "ko", "zh"))
    if script == "cjk" and (text.startswith("路透", start) or not _WIRE.isdisjoint(text[start : start + 60])):
        return by_form(text, start, ("zh",))
    return None


_WIRE = frozenset("电電讯訊報报消")


def _wide(head: str) -> bool:
    return any("\u2e80" <= char <= "\ud7a3" for char in head)


def _unglued(tokens: list[Token]) -> list[Token]:
    """Words that lost the separator between them taken apart: "GeorgiaCNN", "VidalonPARIS"."""
    out = []
    for token in tokens[:16]:
        left, hyphen, _ = token.text.partition("-")
        if hyphen and script_of(left[:1] or "A") == "arabic":
            cut = token.start + len(left)
            out.append(Token(left, token.start, cut, True, token.blank))
            out.append(Token("-", cut, cut + 1, False, False))
            out.append(Token(token.text[len(left) + 1 :], cut + 1, token.end, True, False))
            continue
        match = _glue().search(token.text)
        if match and (find_place(token.text[: match.start() + 1]) or countries_of_region(token.text[: match.start() + 1]) or (match[2].isupper() and find_place(token.text[match.start()+1:]))):
            cut = token.start + match.start() + 1
            out.append(Token(token.text[: match.start() + 1], token.start, cut, True, token.blank))
            out.append(Token(token.text[match.start() + 1 :], cut, token.end, True, False))
        else:
            out.append(token)
    return out + tokens[16:]


@cache
def _glue() -> re.Pattern[str]:
    return re.compile(r"(?<=[a-zà-ÿ]{2})[a-zà-ÿ]([A-Z])([A-Z]{2,}|[a-z]+)")


def _longest(head: Head) -> Reading | None:
    best = None
    for read in readings(head, 0, Reading()):
        read = _filer_first(read)
        if stands(head, read):
            best = read
    return best


def _filer_first(read: Reading) -> Reading:
    """"Jane DOE/ADANA, (DHA)": the first of two names is no place."""
    first = read.places[0] if len(read.places) > 1 and read.agencies else None
    if first is None or first.known or first.sure or first.caps or " " not in first.city or not read.places[1].known:
        return read
    return replace(read, places=read.places[1:], byline=first.city)


def _after_byline(head: Head) -> Reading | None:
    """"By Jane Doe LONDON (Reuters) -": the longest place that stands."""
    tokens = head.tokens
    for at in range(2, min(len(tokens), 22)):
        best = None
        for read in readings(head, at, Reading()):
            if stands(head, read) and (read.agencies or read.dated) and read.sign:
                best = read
        if best is not None and all(s.known or s.caps and not _caps_before(head, at) for s in best.places):
            name = head.text[tokens[1].start : tokens[at - 1].end].rstrip(" .,")
            return replace(best, byline=name)
    return None


def _caps_before(head: Head, at: int) -> bool:
    return head.tokens[at - 1].text.isupper() and len(head.tokens[at - 1].text) > 2


def _record(text: str, start: int, read: Reading) -> Dateline:
    return Dateline(
        raw=text[start : read.end],
        places=tuple(place_of(spot) for spot in read.places),
        agencies=read.agencies,
        date=read.date,
        byline=read.byline,
        start=start,
        end=read.end,
    )
