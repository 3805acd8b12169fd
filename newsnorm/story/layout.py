"""Where a page's story starts and ends, for the lines that stand around it: dates, bylines."""

import re
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from newsnorm.document import Block
from newsnorm.headlines.same import first_word, headline_key
from newsnorm.story.head import SHORTEST_PROSE, holds_sentence, is_headline, is_prose
from newsnorm.story.shape import shape_of, weight

__all__ = [
    "LONGEST_TITLE",
    "Layout",
    "PageTitles",
    "holds_title",
    "is_first_title",
    "is_title",
    "layout",
    "say_the_same",
    "share_words",
]

LONGEST_HEAD = 200
"""So many short lines before the first paragraph are a whole page's menu; more are a list or a table."""

NEAR = 2
"""A line that says what it is may also stand behind so many paragraphs: a summary, a caption, the story's first."""


class Layout(NamedTuple):
    """The parts of a page, as numbers of its blocks."""

    head: int
    """Where the head ends, excluded: at the first paragraph."""
    near: int
    """Where the lines near the head end, excluded."""
    tail: int
    """Where the tail starts: behind the last paragraph."""


def layout(blocks: Sequence[Block]) -> Layout:
    """Where head and tail of a page are; a page without paragraphs is all head.

    >>> layout((Block(0, 4, "News"), Block(5, 17, "It rained. " * 9), Block(120, 124, "More")))
    Layout(head=1, near=3, tail=2)
    """
    size = len(blocks)
    paragraphs = (at for at, (_, _, text) in enumerate(blocks) if len(text) >= SHORTEST_PROSE and is_prose(text))
    first = next(paragraphs, None)
    if first is None:
        return Layout(min(size, LONGEST_HEAD), min(size, LONGEST_HEAD), size)
    near = first
    for _ in range(NEAR):
        near = next(paragraphs, size)
    tail = size
    for _, _, text in reversed(blocks):
        if len(text) >= SHORTEST_PROSE and is_prose(text):
            break
        tail -= 1
    return Layout(min(first, LONGEST_HEAD), near, tail)


_TITLES = 3
"""One of so many lines is the page's title."""

LONGEST_TITLE = 150
"""Of a hundred headlines one is longer, in code points."""

_WORDS = 4
"""It has so many words, where there are blanks between words."""

_LONGEST_FIRST = 200
"""A title of several sentences may be longer."""

_SPEAKER = 60
"""Who is quoted in a title, and what is said of them before the colon, is no longer."""

_OPENERS, _CLOSERS = '«“„"', '»”“"'

_NO_TITLES = frozenset({"time", "number", "link", "bar", "row", "symbols", "bullet"})
"""Forms of lines that are no title's."""


def is_title(text: str) -> bool:
    """True for a headline-like line that a menu hardly has: four words, one sentence, no bullet, no bars, no date.

    >>> is_title("Rain floods the old port"), is_title("* Join us on all channels"), is_title("Monday, 4 March, 2024")
    (True, False, False)
    """
    if text.isascii() and text.count(" ") < _WORDS - 1 and text.isprintable():
        return False  # a label, as most lines of a menu
    return len(text) <= LONGEST_TITLE and _is_title(text)


@lru_cache(maxsize=1024)  # several steps ask for the same lines
def _is_title(text: str) -> bool:
    return _says_enough(text) and _may_be_title(text)


def is_first_title(text: str) -> bool:
    """The same for the page's first line, where nothing else can stand: three words, or two sentences of six.

    >>> is_first_title("Rain floods port"), is_first_title("Latest news")
    (True, False)
    >>> is_first_title("Rain floods port. What the mayor says now"), is_first_title("It rained. The port is closed.")
    (True, False)
    """
    least = 6 if holds_sentence(text) else 3
    return len(text) <= _LONGEST_FIRST and _has_words(text, least) and _may_be_title(text, sentences=True)


def _may_be_title(text: str, *, sentences: bool = False) -> bool:
    if (
        text[0] in "*•->|#<"
        or (text[0] == "»" and not _is_quoted(text))
        or text[:2] in ("+ ", "o ")
        or text.count("|") > 1
        or " » " in text
        or "href=" in text
        or not is_headline(text)
    ):
        return False
    digits = len(text) - len(text.translate(_DIGITS)) if text.isascii() else sum(map(str.isdigit, text))
    return (
        (digits < 5 or digits * 5 < weight(text) + digits)
        and shape_of(text.replace("|", "-").lstrip("»").rstrip("«")).name not in _NO_TITLES
        and (sentences or not holds_sentence(text) or _is_said(text))
    )


def _is_said(text: str) -> bool:
    """True for "Ada Lindqvist: “It rained. We waited”": the sentences are the speaker's."""
    who, _, said = text.partition(": ")
    return len(who) <= _SPEAKER and said[:1] in _OPENERS and said[-1:] in _CLOSERS and said != ""


def _is_quoted(text: str) -> bool:
    """True for a line that begins with a quote as German and Danish have them, "»We stay«", and not with an arrow."""
    return text[1] != " " and "«" in text


def _says_enough(text: str) -> bool:
    """Four words; or eight ideographs; or, of another script without blanks, twelve letters."""
    if text.isascii() or _unspaced().search(text, 0, 200) is None:
        return _has_words(text, _WORDS)
    wide = sum(char >= "\u2e80" and char.isalpha() for char in text[:200])
    if wide * 2 >= len(text):
        return wide >= 8
    return text.count(" ") >= 3 or (len(text) >= 12 and not 0 < text.find(" ") < 10)


@cache
def _unspaced() -> re.Pattern[str]:
    # from Thai on there are scripts without blanks
    return re.compile("[\u0e00-\U0010ffff]")


def _has_words(text: str, least: int) -> bool:
    """True for so many words with a letter among the first ten."""
    words = text.split(None, 9)
    return len(words) >= least and sum(word[0].isalpha() or any(map(str.isalpha, word)) for word in words) >= least


_DIGITS = dict.fromkeys(map(ord, "0123456789"))


def holds_title(page_title: str, headline: str) -> bool:
    """True when a page's title is the headline, alone or with the site's name behind or before it; both as keys.

    >>> holds_title("rain floods the old port daily herald", "rain floods the old port")
    True
    """
    return len(headline) > 12 and (page_title.startswith(headline) or page_title.endswith(headline))


class PageTitles:
    """The page's first lines, one of which may be its title, to tell where it comes again."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._known: dict[int, bool] = {}

    @cached_property
    def _keys(self) -> list[str]:
        return [headline_key(block.text) for block in self._blocks[:_TITLES]]

    @cached_property
    def _words(self) -> str:
        return " ".join(self._keys)

    def comes_again(self, index: int) -> bool:
        """True when this line is the page's title once more: so it is the headline, whatever stood between."""
        text = self._blocks[index].text
        if first_word(text) not in self._words:
            return False  # as nearly always, and a line's first word costs less than all of them
        key = headline_key(text)
        return any(holds_title(title, key) for title in self._keys[:index])

    def stand_above(self, index: int) -> bool:
        """True when the page's title came again on one of the two lines above: a menu stood between."""
        return (index > 1 and self._is_title_again(index - 1)) or (index > 2 and self._is_title_again(index - 2))

    def _is_title_again(self, index: int) -> bool:
        found = self._known.get(index)
        if found is None:
            found = self._known[index] = self.comes_again(index) and is_title(self._blocks[index].text)
        return found


_SHARED = 0.3
"""Two titles of one story share such a part of their longer words; a title and a summary share less."""

_LONGER = 1.6
"""A summary that repeats the title's words is longer than the title by such a factor."""


def say_the_same(title: str, other: str) -> bool:
    """True for two titles of one story in different words, the second not much longer.

    >>> say_the_same("Rain floods the old port", "Old port flooded by rain"), say_the_same("Rain", "Rain floods it all")
    (True, False)
    """
    first, second = _long_words(title), _long_words(other)
    return len(other) <= _LONGER * len(title) and len(first & second) >= _SHARED * min(len(first), len(second)) > 0


def share_words(one: str, other: str) -> bool:
    """True when two lines have a longer word in common.

    >>> share_words("Rain floods the old port", "The port stays shut"), share_words("The mayor", "The port")
    (True, False)
    """
    return not _long_words(one).isdisjoint(_long_words(other))


def _long_words(title: str) -> set[str]:
    return {word for word in headline_key(title).split() if len(word) > 3}
