"""Where the head of a page ends and the story begins: a question that several steps ask.

Every answer looks at one line alone, so that it stays the same when lines around it are taken out.
"""

import re
from functools import cache, lru_cache

from newsnorm.document import Block, Document
from newsnorm.story.signatures import is_signed

__all__ = [
    "LONGEST_HEAD",
    "SHORTEST_PROSE",
    "SIGNED",
    "head",
    "holds_sentence",
    "is_headline",
    "is_prose",
    "squeezed",
    "told_title",
]

LONGEST_HEAD = 60
"""No page has more lines above its story; a longer run of short lines is a menu or a list."""

SHORTEST_PROSE = 30
"""A shorter line is no paragraph in any script, in code points."""

_ENDS = ".。।॥۔．"
_CLOSERS = "\"'”’»)]」』）】"
_ALL_CLOSERS = f"{_CLOSERS}“‘«"
"""German and Czech close with “ and «, which open elsewhere; a short line that ends in .“ may be a headline there."""
_SENTENCE = 6


_LONGEST_TOLD = 150
"""A title of two sentences has so many code points at most."""

SIGNED = frozenset({"byline", "published", "updated", "read_time"})
"""What stands below a headline, with a summary between them at most."""

_KEPT = 400
"""The answers for so long lines are kept, in code points."""

_WIDE = "\u2e80"  # from here on a character says as much as three letters


@cache
def _wide() -> re.Pattern[str]:
    return re.compile(f"[{_WIDE}-\U0010ffff]")


def _weight(line: str) -> int:
    """The length of a line in Latin letters: an ideograph or kana counts three, be it the only one of the line.

    A shape's `weight` passes over a few among many Latin letters.
    """
    if line.isascii() or _wide().search(line) is None:
        return len(line)
    return len(line) + 2 * sum(char >= _WIDE for char in line[:200])


def squeezed(line: str) -> str:
    """The line as it will be printed, so that the clean page is judged as the raw one was."""
    if line.isprintable() and "  " not in line and line[:1] != " " != line[-1:]:
        return line  # no blank is printable but the plain one
    return " ".join(line.split())


def is_prose(line: str) -> bool:
    """True for a line that can only be a paragraph: long, and with an end of sentence.

    >>> is_prose("The harbour was closed on Monday after two days of rain, the mayor said in a statement.")
    True
    >>> is_prose("Harbour closed after two days of rain")
    False
    >>> is_prose("Die Bürgermeisterin sagte: „Der Hafen bleibt zu, bis der neue Steg fertig ist und leuchtet.“")
    True
    >>> is_prose("School Raises Ph.D. Stipends to $50,000, Answering the Call of Rep. Ada Lindqvist for a Living Wage")
    False
    """
    length = len(line)
    if length < 80 and (length < SHORTEST_PROSE or line.isascii()):
        return False
    return _known_prose(line) if length < _KEPT else _new_prose(line)


def _new_prose(line: str) -> bool:
    if len(line) < 80 and _weight(line) < 80:
        return False
    printed = squeezed(line)
    if printed is not line and len(printed) < 80 and _weight(printed) < 80:
        return False
    line = printed
    return (
        line.rstrip(_ALL_CLOSERS)[-1:] in _ENDS
        or "。" in line
        or (". " in line and holds_sentence(line))
        or is_signed(line)
    )


_known_prose = lru_cache(maxsize=1024)(_new_prose)
"""Nearly every step asks for the same lines, and so does the second look at the page."""


def holds_sentence(line: str) -> bool:
    """True when a sentence ends inside the line: behind a small-lettered word, not behind "Ph.D." or "Rep.".

    A name may end one too, when it is too long for an abbreviation and enough words stand before it.
    """
    parts = line.split(". ", 20)[:-1]
    words = [(part.count(" "), part.rpartition(" ")[2].rstrip(_ALL_CLOSERS)) for part in parts]
    return any(
        "." not in word and ((len(word) > 2 and word == word.lower()) or (len(word) > 5 and count >= _SENTENCE))
        for count, word in words
    )


def is_headline(line: str) -> bool:
    """True for a line that has the form of a headline: a few words, no end of sentence, nothing left open.

    >>> is_headline("Harbour closed after two days of rain")
    True
    >>> is_headline("It rained."), is_headline("News"), is_headline("The mayor said:")
    (False, False, False)
    >>> is_headline("„Wir warten. Der Hafen bleibt zu.“")
    True
    """
    line = squeezed(line)
    length = _weight(line)
    if not 10 <= length <= 300:
        return False
    words = line.split(None, 3)
    if (len(words) < 2 and length < 16) or (length == len(line) and len(words) < 2):
        return False
    bare = line.rstrip(_CLOSERS)
    return line[-1] not in ",;:：，；、" and (bare[-1:] not in _ENDS or bare.endswith(".."))


def head(doc: Document) -> list[Block]:
    """The blocks above the first paragraph, `LONGEST_HEAD` at most; [] when the page starts with prose.

    A title of two sentences, which has no full stop at its end, may open the page or stand above a byline or a date.
    """
    found: list[Block] = []
    for index, block in enumerate(doc.blocks[:LONGEST_HEAD]):
        if is_prose(block[2]) and not _is_told(doc, index):
            break
        found.append(block)
    return found


def told_title(doc: Document) -> Block | None:
    """The first line of the head that is a title of two sentences by its form and by where it stands."""
    return next((block for index, block in enumerate(head(doc)) if _is_told(doc, index)), None)


def _is_told(doc: Document, index: int) -> bool:
    """True for two sentences without a full stop at the end that open the page, or right above a byline or a date."""
    _, end, text = doc.blocks[index]
    if len(text) > _LONGEST_TOLD or not (is_headline(text) and holds_sentence(text) and text.count(" ") >= _SENTENCE):
        return False
    after = doc.blocks[index + 2 : index + 3]
    below = after[0].start if after else len(doc.text)
    return index == 0 or any(mark.kind in SIGNED and end <= mark.start < below for mark in doc.marks)
