"""Quoted tweets: the text of the blockquote that Twitter's script would have turned into a card.

    We have won. pic.twitter.com/AbCdEf1234
    — Jane Ronan (@jane_ronan) October 21, 2025

The signature is certain. How far up the tweet reaches is not: its own line breaks look like those between paragraphs.
In doubt a line is the story's.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from newsnorm.document import Block, Document
from newsnorm.embeds.found import Found, whole
from newsnorm.embeds.options import EmbedRule
from newsnorm.embeds.signatures import links, signature, undated
from newsnorm.records import Attrs, Embed

__all__ = ["Speech", "is_social", "tweets"]

_LINK = 23  # what Twitter counts for any link, pic.twitter.com among them
_SLACK = 30  # links at the end, which do not count
_SHORT = 80
_TITLE = 60  # a sentence that is shorter may be the first line of a list
_QUIP = 100  # a paragraph of a story that is shorter is rare on a page of long ones
_FULL = 235  # a tweet of several paragraphs is a long one, mostly
_SHORT_YEARS = frozenset(map(str, range(2006, 2018)))  # 140 characters until November 2017
_GLUED = 400  # no tweet on one line is longer, in code points


class Speech(NamedTuple):
    """The most frequent words of some languages, to tell in which one a line is written."""

    words: Mapping[str, frozenset[str]]
    """Language and words."""
    reports: frozenset[str] = frozenset()
    """Words of a line that a reporter wrote."""
    speaks: frozenset[str] = frozenset()
    """Words of a line that speaks to its readers."""
    leads: frozenset[str] = frozenset()
    """What a reporter's line that leads to a tweet starts with: "Another", "Fans", "She"."""

    def has(self, line: str, words: frozenset[str]) -> bool:
        """Whether a line has one of these words."""
        return not words.isdisjoint(line.lower().replace(",", " ").replace(".", " ").split())

    def is_reporters(self, line: str) -> bool:
        """Whether a line sounds like the reporter's: one that tells who said so, or leads to what follows."""
        return self.has(line, self.reports) or line.lower().split(None, 1)[0].strip("¿¡“\"'’,.:") in self.leads

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
    floor = 0  # the lines before it belong to an earlier tweet
    story: _Story | None = None
    for index, block in enumerate(doc.blocks) if rules else ():
        if "(@" not in block.text:
            continue
        # the date may be a link on a line of its own
        following = doc.blocks[min(index + 1, len(doc.blocks) - 1)]
        at = block.start + block.text.index("(@")
        sign = signature().search(
            doc.text, max(block.start, at - 90), max(block.end, min(following.end, block.end + 60))
        )
        if sign is None and index:
            sign = (
                undated().fullmatch(doc.text, block.start, block.end) if _has_link(doc.blocks[index - 1].text) else None
            )
        if sign is not None:
            year = (sign["date"] or "")[-4:]
            story = story or _Story(doc, speech)
            first = index if sign.start() > block.start else _first_line(doc, floor, index, year, story)
            yield _tweet(doc, rules[0], first, index, sign)
            floor = index + 1


class _Story:
    """How long a page's sentences are, and in which language, to tell a tweet's lines from the story's paragraphs."""

    __slots__ = ("_lengths", "language", "speech")

    def __init__(self, doc: Document, speech: Speech) -> None:
        self.speech = speech
        self._lengths = sorted(len(block.text) for block in doc.blocks if _is_sentence(block.text))
        long = islice((block.text for block in doc.blocks if len(block.text) > _SHORT), 50)
        self.language = speech.of(" ".join(long)[:4000])

    def is_odd(self, line: str, lines: Sequence[str]) -> bool:
        """Whether the page's own paragraphs, `lines` apart, are longer by half than this line: nearly all of them."""
        limit = len(line) * 3 // 2
        apart = [len(one) for one in lines if _is_sentence(one)]
        short = bisect_left(self._lengths, limit) - sum(length < limit for length in apart)
        others = len(self._lengths) - len(apart)
        return others > 2 and short * 6 <= others


def _first_line(doc: Document, floor: int, index: int, year: str, story: _Story) -> int:
    """The first line of the tweet whose signature is a line of its own."""
    speech = story.speech
    lines = _lines_above(doc, floor, index, 140 if year in _SHORT_YEARS else 280, speech)
    if not lines:
        return index
    words = [doc.blocks[at].text for at in lines]
    above = doc.blocks[lines[-1] - 1].text if lines[-1] > floor else ""
    if above and _announces(above, speech):
        return lines[-1]
    return lines[_taken(words, _around(doc, words, lines[-1], story), speech, story) - 1]


def _announces(line: str, speech: Speech) -> bool:
    """Whether a line says that a tweet follows: it ends in a colon, and is no list's heading of the tweet's own."""
    return line[-1] in ":：" and (len(line) > _TITLE or speech.is_reporters(line))


def _around(doc: Document, lines: Sequence[str], top: int, story: "_Story") -> str | None:
    """The language of the story around a tweet: of the nearest line above that differs, else of the long lines."""
    told = story.speech.of(lines[0])
    for line in (*lines, *(doc.blocks[at].text for at in range(top - 1, max(-1, top - 4), -1))):
        spoken = story.speech.of(line)
        if spoken not in (None, told):
            return spoken
    return story.language


def _tweet(doc: Document, rule: EmbedRule, first: int, index: int, sign: re.Match[str]) -> Found:
    block = doc.blocks[index]
    start = doc.blocks[first].start
    before, rest = doc.text[block.start : sign.start()], doc.text[sign.end() : block.end]
    if before and (len(before) > _GLUED or (rest and not _has_link(before))):
        start = sign.start()  # the tweet's own words cannot be told from the story's on the same line
    content = doc.text[start : sign.start()].strip() or None
    told = {"handle": sign["handle"], "name": (sign["name"] or sign["inner"] or "").strip(), "date": sign["date"]}
    attrs = Attrs({key: value for key, value in told.items() if value is not None})
    return whole(
        Embed(kind=rule.kind, name=rule.name, attrs=attrs, content=content, start=start, end=sign.end()), rule.id
    )


def _has_link(words: str) -> bool:
    return "pic.twitter.com/" in words or "https://t.co/" in words or "pic.x.com/" in words


def _lines_above(doc: Document, floor: int, index: int, room: int, speech: Speech) -> list[int]:
    """The lines above a signature that may be its tweet's, from the last one up: no more than a tweet holds."""
    lines: list[int] = []
    bare = True  # nothing but links so far: their words must stand above
    room += _SLACK
    for at in range(index - 1, floor - 1, -1):
        words = doc.blocks[at].text
        room -= _weight(words)
        if room < (0 if lines else -_GLUED):
            break
        if lines and not bare and (_is_far(doc.text, doc.blocks[at], doc.blocks[at + 1]) or _has_link(words)):
            break  # another paragraph, or the end of another tweet
        if lines and _announces(words, speech) and not _is_item(doc.blocks[at + 1].text):
            break
        lines.append(at)
        bare = bare and _is_link(words)
    return lines


def _taken(lines: Sequence[str], page: str | None, speech: Speech, story: _Story) -> int:
    """How many of the lines above the signature, given from the last one up, are the tweet's.

    Up to a line that only a post has, that is foreign to the page, or that speaks to its readers; two or more lines
    that end no sentence, and the short sentence above them; the line without which a long tweet would be a short one;
    a sentence much shorter than the page's own paragraphs. One line alone that ends no sentence may be a subheading,
    and one that reports is the reporter's.
    """
    first = next((number for number, line in enumerate(lines, start=1) if not _is_link(line)), len(lines))
    taken, open_ended = first, 0
    told = speech.of(lines[first - 1])
    for count, line in enumerate(lines[first:], start=first + 1):
        spoken = speech.of(line)
        if told is not None and spoken is not None and spoken != told:
            break
        foreign = spoken is not None and page is not None and spoken == told != page
        if foreign or is_social(line) or _is_item(line) or (line[-1] in ":：" and line[0].isalnum()):
            taken = count
        elif _is_quotation(line) or speech.has(line, speech.reports):
            break
        elif open_ended == count - first - 1 and not _is_sentence(line) and not _shouts(line):
            open_ended += 1
            taken = count if open_ended > 1 else taken
        elif (
            speech.has(line, speech.speaks)
            or (_says_something(line) and story.is_odd(line, lines[:count]) and not speech.is_reporters(line))
            or (open_ended == count - first - 1 > 1 and len(line) < _TITLE)
            or (
                count == first + 1
                and _SHORT < len(line) < min(120, len(lines[first - 1]))
                and len(line) + _weight(lines[first - 1]) > _FULL
            )
        ):
            taken = count
    return taken


def _is_link(line: str) -> bool:
    """Whether a line is nothing but a link."""
    return links().fullmatch(line) is not None


def _is_item(line: str) -> bool:
    """Whether a line is one of a list."""
    return _is_emoji(line[0]) or line[0] in "•·・‣▪●○→*" or line[1:2] in ("\ufe0f", "\u20e3")


def _shouts(line: str) -> bool:
    """Whether a line cries out, as posts do: GOAL! 34' for the visitors."""
    head = line.split(None, 1)[0]
    return head[-1] in "!:" and len(head) > 3 and head.isupper()


def _says_something(line: str) -> bool:
    """Whether a short line is a sentence or a cry, neither quoted nor a label: "Advertisement", "Twitter"."""
    return len(line) < _QUIP and line[0] not in '“"„«‘' and (_is_sentence(line) or _shouts(line))


def _is_quotation(line: str) -> bool:
    return line[0] in '“"„«' and line[-1] in '”"“»'


def _is_sentence(line: str) -> bool:
    return line.rstrip("\"'”’“»«)").endswith((".", "!", "?", "…", "。", "！", "？", "۔", "।"))


def _is_far(text: str, above: Block, below: Block) -> bool:
    """Whether an empty line lies between two lines."""
    return text.count("\n", above.end, below.start) > 1


def _weight(words: str) -> int:
    sizes = [match.end() - match.start() for match in links().finditer(words)]
    return len(words) - sum(sizes) + _LINK * len(sizes)
