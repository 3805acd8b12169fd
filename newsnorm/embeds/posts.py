"""Quoted posts of Instagram, Facebook and TikTok, by how the networks open and sign them in each language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from newsnorm.document import Document
from newsnorm.embeds.found import Found, whole
from newsnorm.embeds.options import EmbedRule
from newsnorm.embeds.tweets import is_social
from newsnorm.records import Attrs, Embed

__all__ = ["posts"]

_FARTHEST = 14  # lines between the opening of a post and its signature
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
    for index in indices:
        block = blocks[index]
        if block.start < reached:
            continue
        phrase = next((one for one in rule.opens if block.text.startswith(one)), None)
        if phrase is not None:
            last = blocks[min(len(blocks) - 1, index + _FARTHEST)].end
            sign = _signs(rule).search(text, block.start + len(phrase), min(last, block.start + _LONGEST))
            if sign is None and block.text.rstrip(".:") != phrase:
                continue
            end = block.end if sign is None else sign.end()
            content = "" if sign is None else text[block.start + len(phrase) : sign.start()].strip()
            reached = end
            yield _post(rule, sign, content, block.start, end)
        elif "@" in block.text:
            sign = _signs(rule).search(text, block.start, block.end)
            if sign is None or (sign.start() > block.start and sign.end() < block.end):
                continue
            start = block.start
            if (
                start == sign.start()
                and index
                and blocks[index - 1].start >= reached
                and is_social(blocks[index - 1].text)
            ):
                start = blocks[index - 1].start
            reached = sign.end()
            yield _post(rule, sign, text[start : sign.start()].strip(), start, reached)


def _post(rule: EmbedRule, sign: re.Match[str] | None, content: str, start: int, end: int) -> Found:
    told = {} if sign is None else {key.rstrip("0123456789"): value for key, value in sign.groupdict().items() if value}
    attrs = {"handle": told.get("handle") or told.get("only"), "name": told.get("name"), "date": told.get("date")}
    embed = Embed(
        kind=rule.kind,
        name=rule.name,
        attrs=Attrs({key: value.strip() for key, value in attrs.items() if value}),
        content=content or None,
        start=start,
        end=end,
    )
    return whole(embed, rule.id)


def _read_lines(doc: Document, rule: EmbedRule, indices: Sequence[int]) -> Iterator[Found]:
    """Posts that one line shows. A line like "Posted by …" above the story is a byline, and stays."""
    for index in indices:
        block = doc.blocks[index]
        found = rule.reads.fullmatch(block.text) if rule.reads is not None else None
        if found is None or (rule.joins and not _is_in_story(doc, index)):
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


def _is_in_story(doc: Document, index: int) -> bool:
    """Whether a sentence ends before a block: headlines and bylines have no full stop."""
    return any(block.text[-1] in '.!?…”"»。' for block in doc.blocks[:index])
