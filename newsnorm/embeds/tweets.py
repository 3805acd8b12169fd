"""Quoted tweets: the text of the blockquote that Twitter's script would have turned into a card.

    We have won. pic.twitter.com/AbCdEf1234
    — Jane Ronan (@jane_ronan) October 21, 2025

The signature is certain. How far up the tweet reaches is not: its own line breaks look like those between paragraphs.
In doubt a line is the story's.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from newsnorm.document import Block, Document
from newsnorm.embeds.found import Found, whole
from newsnorm.embeds.options import EmbedRule
from newsnorm.records import Attrs, Embed

__all__ = ["Speech", "is_social", "tweets"]

_LINK = 23  # what Twitter counts for any link, pic.twitter.com among them
_SLACK = 30  # links at the end, which do not count
_SHORT = 80
_SHORT_YEARS = frozenset(map(str, range(2006, 2018)))  # 140 characters until November 2017
_GLUED = 400  # no tweet on one line is longer, in code points


@cache
def _signature() -> re.Pattern[str]:
    month = r"[^\s\d,،()@]{2,14}+"
    day = r"\d{1,2}"
    date = (
        rf"{month}\s{day}(?:st|nd|rd|th)?,\s\d{{4}}"
        rf"|{day}(?:\.|er)?\s(?:de\s|d[’'])?{month},?،?\s(?:de\s)?\d{{4}}"
        rf"|\d{{4}}\s?[年년]\s?{day}\s?[月월]\s?{day}\s?[日일]|\d{{4}}\.\s{day}\.\s{day}\.?"
        rf"|{day}[./-]{day}[./-]\d{{4}}|\d{{4}}[./-]{day}[./-]{day}"
    )
    return re.compile(
        rf"(?:[—–―]|--?|&mdash;)\s?(?P<name>[^()\n—–]{{0,80}})\s?\(@(?P<handle>\w{{1,20}})\)[\s,]{{0,3}}(?P<date>{date})",
    )


@cache
def _links() -> re.Pattern[str]:
    return re.compile(r"(?:https?://|pic\.twitter\.com/)\S{1,200}")


class Speech(NamedTuple):
    """The most frequent words of some languages, to tell in which one a line is written."""

    words: Mapping[str, frozenset[str]]
    """Language and words."""

    def of(self, text: str) -> str | None:
        """The language or script of a few lines; None when too little tells it."""
        letters = [char for char in text[:400] if char.isalpha()]
        if not letters:
            return None
        foreign = [char for char in letters if char > "\u024f"]
        if len(foreign) * 2 > len(letters):
            script = unicodedata.name(foreign[len(foreign) // 2], "?").partition(" ")[0]
            return "CJK" if script in ("HIRAGANA", "KATAKANA", "FULLWIDTH") else script
        seen = text[:2000].lower().split()
        scores = sorted(((sum(word in known for word in seen), tag) for tag, known in self.words.items()), reverse=True)
        if not scores or scores[0][0] < 2 or (len(scores) > 1 and scores[0][0] == scores[1][0]):
            return None
        return scores[0][1]


def is_social(line: str) -> bool:
    """Whether a line shows what posts have and news prose has not: a hashtag, a mention at its head, an emoji."""
    return line[0] in "#@" or re.search(r"(?:^|\s)#\w", line) is not None or any(map(_is_emoji, line))


def _is_emoji(char: str) -> bool:
    return char > "\u2190" and (
        char > "\U0001f000" or "\u2600" <= char <= "\u27bf" or char in "\ufe0f\u2b50\u2190\u25b6"
    )


def tweets(doc: Document, rules: tuple[EmbedRule, ...], speech: Speech) -> Iterator[Found]:
    """Tweets with their signature."""
    if not rules:
        return
    rule, page = rules[0], None
    floor = 0  # the blocks before it belong to an earlier tweet
    for index, block in enumerate(doc.blocks):
        if "(@" not in block.text:
            continue
        at = block.text.index("(@")
        sign = _signature().search(block.text, max(0, at - 90))
        if sign is None:
            continue
        first = index
        if sign.start() == 0:
            if page is None:
                page = speech.of(_prose(doc)) or ""
            lines = _lines_above(doc, floor, index, 140 if sign["date"][-4:] in _SHORT_YEARS else 280)
            first = min(_taken(doc.blocks, lines, page, speech)) if lines else index
        yield _tweet(doc, rule, first, index, sign)
        floor = index + 1


def _prose(doc: Document) -> str:
    """The longest lines of a page: the story."""
    return " ".join(block.text for block in doc.blocks if len(block.text) > _SHORT)[:4000]


def _tweet(doc: Document, rule: EmbedRule, first: int, index: int, sign: re.Match[str]) -> Found:
    block = doc.blocks[index]
    start = doc.blocks[first].start
    end = block.start + sign.end()
    signed = block.start + sign.start()
    rest = block.text[sign.end() :]
    if sign.start() and (sign.start() > _GLUED or (rest and not _has_link(block.text[: sign.start()]))):
        start = signed  # the tweet's own words cannot be told from the story's on the same line
    content = doc.text[start:signed].strip() or None
    attrs = Attrs({"handle": sign["handle"], "name": sign["name"].strip(), "date": sign["date"]})
    return whole(Embed(kind=rule.kind, name=rule.name, attrs=attrs, content=content, start=start, end=end), rule.id)


def _has_link(words: str) -> bool:
    return "pic.twitter.com/" in words or "https://t.co/" in words


def _lines_above(doc: Document, floor: int, index: int, room: int) -> list[int]:
    """The lines above a signature that may be its tweet's, from the last one up: no more than a tweet holds."""
    lines: list[int] = []
    room += _SLACK
    for at in range(index - 1, floor - 1, -1):
        words = doc.blocks[at].text
        room -= _weight(words)
        if _is_far(doc.text, doc.blocks[at], doc.blocks[at + 1]) or room < (0 if lines else -_GLUED):
            break
        if lines and (words[-1] in ":：" or _has_link(words)):
            break  # it announces the tweet, or it is the end of another one
        lines.append(at)
    return lines


def _taken(blocks: Sequence[Block], lines: Sequence[int], page: str, speech: Speech) -> Sequence[int]:
    """Which of the lines above the signature are the tweet's, from the last one up.

    Lines up to one that only a post has, or that is foreign to the page; two or more that end no sentence, and the
    short sentence above them. One line alone that ends no sentence may be a subheading of the story.
    """
    taken, open_ended = 1, 0
    told = speech.of(blocks[lines[0]].text)
    for count, at in enumerate(lines[1:], start=2):
        line = blocks[at].text
        spoken = speech.of(line)
        if told is not None and spoken is not None and spoken != told:
            break
        if is_social(line) or (spoken is not None and page and spoken == told != page):
            taken = count
        elif open_ended == count - 2 and not _is_sentence(line):
            open_ended += 1
            taken = count if open_ended > 1 else taken
        elif open_ended == count - 2 > 1 and len(line) < _SHORT:
            taken = count
    return lines[:taken]


def _is_sentence(line: str) -> bool:
    return line.rstrip("\"'”’“»«)").endswith((".", "!", "?", "…", "。", "！", "？", "۔", "।"))


def _is_far(text: str, above: Block, below: Block) -> bool:
    """Whether an empty line lies between two lines."""
    return text.count("\n", above.end, below.start) > 1


def _weight(words: str) -> int:
    links = [match.end() - match.start() for match in _links().finditer(words)]
    return len(words) - sum(links) + _LINK * len(links)
