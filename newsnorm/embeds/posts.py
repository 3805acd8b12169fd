"""Quoted posts of Instagram, Facebook and TikTok, by how the networks open and sign them in each language."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from newsnorm.document import Block, Document
from newsnorm.embeds.found import Found, whole
from newsnorm.embeds.options import EmbedRule
from newsnorm.embeds.tweets import is_social
from newsnorm.records import Attrs, Embed
from newsnorm.rules.patterns import Answer

__all__ = ["posts"]

_FARTHEST = 14  # lines between the opening of a post and its signature
_BEFORE_DATE = r"on|am|le|el|em|il|in data:|op|pada|den|på|la|dnia|om|w|в|у|ve|v|dne|ngày|kl\.?"
_FEW_LINES = 5  # lines of a post that is read as a whole
_STOPS = frozenset('.!?…”"»。')
_LONGEST = 2400  # Instagram allows 2,200 characters


@lru_cache(maxsize=64)
def _signs(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """These ways to sign a post; `…` in a phrase stands for the name and the handle."""
    person = (
        r"(?:(?P<name{0}>[^\n()（）@]{{1,80}}?)\s?[(（]@\W{{0,2}}(?P<handle{0}>[\w.]{{1,30}}+)[\u200e\u200f]{{0,2}}[)）]"
        r"|@(?P<only{0}>[\w.]{{1,30}}+))"
    )
    ways = []
    for number, phrase in enumerate(phrases):
        before, _, after = phrase.partition("…")
        ways.append(re.escape(before) + person.format(number) + re.escape(after))
    # the date is a link: some extractors give it a line of its own, behind the word that leads to it
    blank = r"[ \t\u00a0]"
    ends = r"\s{0,9}\n[ \t\u00a0]{0,80}"
    inline = rf"(?:{blank}{{1,3}}|님?,{blank})(?:-{blank})?(?:(?:{_BEFORE_DATE})\s{{1,2}})?"
    lead = rf"(?:{inline}|{ends}(?:{_BEFORE_DATE}){ends})"
    # in two languages a date is known to the letter; in the others the line must end with it, and no sentence does
    hour = r"\d{1,2}:\d{2}"
    english = rf"[A-Z][a-z]{{2,8}}\s\d{{1,2}},\s\d{{4}}\sat\s{hour}\s?[ap]m\s[A-Z]{{3,4}}\b"
    known = rf"{english}|\d{{1,2}}\.\s\w{{3,9}}\.?\s\d{{4}}\sum\s{hour}\sUhr(?:\s[A-Z]{{3,4}}\b)?"
    tail = r"(?:[^\n.!?]|\.(?=\S)){0,30}?(?=[^\S\n]*+(?:\n|$))"
    date = rf"(?:{lead}(?P<date>{known}|[^\n]{{0,24}}\d{{4}}{tail}))?"
    return re.compile(rf"(?:{'|'.join(ways)}){date}")


def posts(doc: Document, rules: tuple[EmbedRule, ...], seen: Mapping[EmbedRule, Sequence[int]]) -> Iterator[Found]:
    """Posts with an opening line, a signature, or both; `seen` are the lines that may be of a rule, by number."""
    signed = [index for index, block in enumerate(doc.blocks) if "@" in block.text] if "@" in doc.text else []
    for rule in rules:
        indices = seen.get(rule, ())
        if rule.reads is not None:
            yield from _read_lines(doc, rule, indices)
        elif indices or signed:
            may_sign = [index for index in signed if _may_sign(doc.blocks[index].text, rule)]
            yield from _posts(doc, rule, sorted({*indices, *may_sign}))


def _may_sign(line: str, rule: EmbedRule) -> bool:
    """Whether a line has a handle as a signature has it."""
    return "(@" in line or "（@" in line or line.startswith(_leads(rule))


@lru_cache(maxsize=64)
def _leads(rule: EmbedRule) -> tuple[str, ...]:
    return tuple(lead for phrase in rule.signs if (lead := phrase.partition("…")[0]))


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
            if sign is None and block.text.rstrip(".:") != openings[index].rstrip("."):
                continue
            reached = block.end if sign is None else sign.end()
            content = "" if sign is None else text[start : sign.start()].strip()
            yield _post(rule, sign, content, (block.start, reached))
            continue
        sign = _sign(rule, text, block.start, _sign_end(blocks, index))
        opened = -1 if sign is None else _opened_inside(text[block.start : sign.start()], rule)
        if sign is not None and opened >= 0:
            reached = sign.end()
            start = block.start + opened
            words = text[start + len(_opening(text[start : block.end], rule)) : sign.start()]
            yield _post(rule, sign, words.strip(), (start, reached))
            continue
        if sign is None or (_goes_on(text, block, sign) and not sign["date"]):
            continue
        start = block.start if is_social(block.text) and sign.end() >= block.end else sign.start()
        above = blocks[index - 1] if index else block
        if block.start == sign.start() and reached <= above.start < start and is_social(above.text):
            start = above.start
        reached = sign.end()
        yield _post(rule, sign, text[start : sign.start()].strip(), (start, reached))


def _opened_inside(line: str, rule: EmbedRule) -> int:
    """Where a post opens behind a sentence, as `get_text()` leaves it; -1 where none does."""
    return max((line.rfind(phrase) for phrase in rule.opens), default=-1) if line else -1


@lru_cache(maxsize=1)
def _leads_to_date() -> re.Pattern[str]:
    return re.compile(rf"\)\s(?:{_BEFORE_DATE})$")


def _sign_end(blocks: Sequence[Block], index: int) -> int:
    """How far a signature may reach: to the end of the line, or of the next one if a date is announced."""
    announced = index + 1 < len(blocks) and _leads_to_date().search(blocks[index].text[-20:]) is not None
    return blocks[index + announced].end


def _goes_on(text: str, block: Block, sign: re.Match[str]) -> bool:
    """Whether a line without an opening says more than a signature: "A post shared by Jo (@jo) shows the flood"."""
    rest = text[sign.end() : block.end]
    return bool(rest) and (sign.start() > block.start or not rest[0].isalnum())


def _opening(line: str, rule: EmbedRule) -> str:
    return next((phrase for phrase in rule.opens if line.startswith(phrase)), "")


def _sign(rule: EmbedRule, text: str, start: int, end: int) -> re.Match[str] | None:
    """The first signature in a part of the text.

    Sixty phrases, a third of them starting with the hole, take a millisecond a line; few stand there word for word.
    """
    part = text[start:end]
    ways = tuple(phrase for phrase in rule.signs if _stands_in(phrase, part)) if "@" in part else ()
    return _signs(ways).search(text, start, end) if ways else None


def _stands_in(phrase: str, part: str) -> bool:
    before, _, after = phrase.partition("…")
    return before in part and after in part


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
        found, start = _read_up(doc, rule, index)
        if found is None or (index < story and not found.start()):
            continue
        content = block.text[: found.start()].strip() or None
        before = doc.blocks[index - 1] if index else None
        if rule.signs and (before is None or not _announces(before.text, rule.signs)):
            continue
        if content is None and rule.joins and before is not None and before.text.endswith(("…", "...")):
            start, content = before.start, before.text  # Facebook cuts long posts short
        attrs = Attrs({key: value for key, value in found.groupdict().items() if value})
        embed = Embed(kind=rule.kind, name=rule.name, attrs=attrs, content=content, start=start, end=block.end)
        yield whole(embed, rule.id)


def _read_up(doc: Document, rule: EmbedRule, index: int) -> tuple[Answer | None, int]:
    """What the line says, alone or with the few lines above it from one that opens as the rule says; and where."""
    block = doc.blocks[index]
    found = rule.reads.fullmatch(block.text) if rule.reads is not None else None
    if found is None and rule.joins and rule.reads is not None:
        end = rule.reads.search(block.text)  # the post is cut short, and signed on the same line
        if (
            end is not None
            and end.end() == len(block.text)
            and block.text[: end.start()].rstrip().endswith(("…", "..."))
        ):
            return end, block.start
    if found is None and rule.reads is not None and block.text.startswith(tuple(rule.needs[0] if rule.needs else ())):
        for first in range(index - 1, max(-1, index - _FEW_LINES), -1):
            opener = doc.blocks[first]
            if opener.text.startswith(rule.opens):
                joined = doc.text[opener.start : block.end].replace("\n", " ")
                return rule.reads.fullmatch(joined), opener.start
    return found, block.start


def _announces(line: str, words: Sequence[str]) -> bool:
    """Whether a short line says what comes next: "Listen to the episode below."."""
    return len(line) < 100 and line[-1] in ".:!↓" and any(word in line.casefold() for word in words)


def _story_starts(doc: Document) -> int:
    """The first line after one that ends a sentence: headlines and bylines have no full stop."""
    ends = (index for index, block in enumerate(doc.blocks, start=1) if block.text[-1] in _STOPS)
    return next(ends, len(doc.blocks))
