"""Quoted posts of Instagram, Facebook and TikTok, by how the networks open and sign them in each language."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from newsnorm.document import Document
from newsnorm.embeds.found import Found, whole
from newsnorm.embeds.options import EmbedRule
from newsnorm.embeds.tweets import is_social
from newsnorm.records import Attrs, Embed

__all__ = ["posts"]

_FARTHEST = 14  # lines between the opening of a post and its signature
_STOPS = frozenset('.!?…”"»。')
_LONGEST = 2400  # Instagram allows 2,200 characters


@lru_cache(maxsize=64)
def _signs(rule: EmbedRule) -> re.Pattern[str]:
    """Every way to sign a post; `…` in a phrase stands for the name and the handle."""
    person = r"(?:(?P<name{0}>[^\n()@]{{1,80}}?)\s?\(@(?P<handle{0}>[\w.]{{1,30}}+)\)|@(?P<only{0}>[\w.]{{1,30}}+))"
    ways = []
    for number, phrase in enumerate(rule.signs):
        before, _, after = phrase.partition("…")
        ways.append(re.escape(before) + person.format(number) + re.escape(after))
    date = r"(?:\s{1,3}(?:-\s)?(?:[^\W\d_]{1,6}\s)?(?P<date>[^\n]{0,24}\d{4}[^\n]{0,30}?)(?=\s*(?:\n|$)))?"
    return re.compile(rf"(?:{'|'.join(ways)}){date}")


def posts(doc: Document, rules: tuple[EmbedRule, ...], seen: Mapping[EmbedRule, Sequence[int]]) -> Iterator[Found]:
    """Posts with an opening line, a signature, or both; `seen` are the lines that may be of a rule, by number."""
    signed = [index for index, block in enumerate(doc.blocks) if "(@" in block.text] if "(@" in doc.text else []
    for rule in rules:
        indices = seen.get(rule, ())
        if rule.reads is not None:
            yield from _read_lines(doc, rule, indices)
        elif indices or signed:
            yield from _posts(doc, rule, sorted({*indices, *signed}))


def _posts(doc: Document, rule: EmbedRule, indices: Sequence[int]) -> Iterator[Found]:
    text, blocks, reached = doc.text, doc.blocks, 0
    openings = {index: phrase for index in indices if (phrase := _opening(blocks[index].text, rule))}
    borders = [*openings, len(blocks)]
    for index in indices:
        block = blocks[index]
        if block.start < reached:
            continue
        if index in openings:
            start = block.start + len(openings[index])
            following = borders[bisect_right(borders, index)]
            last = blocks[min(following - 1, index + _FARTHEST)].end
            sign = _sign(rule, text, start, min(last, start + _LONGEST))
            if sign is None and block.text.rstrip(".:") != openings[index]:
                continue
            reached = block.end if sign is None else sign.end()
            content = "" if sign is None else text[start : sign.start()].strip()
            yield _post(rule, sign, content, (block.start, reached))
            continue
        sign = _sign(rule, text, block.start, block.end)
        if sign is None or (sign.start() > block.start and sign.end() < block.end):
            continue
        start = block.start
        above = blocks[index - 1] if index else block
        if start == sign.start() and reached <= above.start < start and is_social(above.text):
            start = above.start
        reached = sign.end()
        yield _post(rule, sign, text[start : sign.start()].strip(), (start, reached))


def _opening(line: str, rule: EmbedRule) -> str:
    return next((phrase for phrase in rule.opens if line.startswith(phrase)), "")


def _sign(rule: EmbedRule, text: str, start: int, end: int) -> re.Match[str] | None:
    return _signs(rule).search(text, start, end) if "@" in text[start:end] else None


def _post(rule: EmbedRule, sign: re.Match[str] | None, content: str, span: tuple[int, int]) -> Found:
    told = {} if sign is None else {key.rstrip("0123456789"): value for key, value in sign.groupdict().items() if value}
    attrs = {"handle": told.get("handle") or told.get("only"), "name": told.get("name"), "date": told.get("date")}
    embed = Embed(
        kind=rule.kind,
        name=rule.name,
        attrs=Attrs({key: value.strip() for key, value in attrs.items() if value}),
        content=content or None,
        start=span[0],
        end=span[1],
    )
    return whole(embed, rule.id)


def _read_lines(doc: Document, rule: EmbedRule, indices: Sequence[int]) -> Iterator[Found]:
    """Posts that one line shows. A line like "Posted by …" above the story is a byline, and stays."""
    if not indices:
        return
    story = _story_starts(doc) if rule.joins else 0
    for index in indices:
        block = doc.blocks[index]
        found = rule.reads.fullmatch(block.text) if rule.reads is not None else None
        if found is None or index < story:
            continue
        start, content = block.start, None
        before = doc.blocks[index - 1] if index else None
        if rule.signs and (before is None or not _announces(before.text, rule.signs)):
            continue
        if rule.joins and before is not None and before.text.endswith(("…", "...")):
            start, content = before.start, before.text  # Facebook cuts long posts short
        attrs = Attrs({key: value for key, value in found.groupdict().items() if value})
        embed = Embed(kind=rule.kind, name=rule.name, attrs=attrs, content=content, start=start, end=block.end)
        yield whole(embed, rule.id)


def _announces(line: str, words: Sequence[str]) -> bool:
    """Whether a short line says what comes next: "Listen to the episode below."."""
    return len(line) < 100 and line[-1] in ".:!↓" and any(word in line.casefold() for word in words)


def _story_starts(doc: Document) -> int:
    """The first line after one that ends a sentence: headlines and bylines have no full stop."""
    ends = (index for index, block in enumerate(doc.blocks, start=1) if block.text[-1] in _STOPS)
    return next(ends, len(doc.blocks))
