"""What stands beside a date on its line and says little; what stands beside a picture's caption and says the same."""

from bisect import bisect
from collections.abc import Collection, Iterator
from itertools import pairwise

from newsnorm.dates.calendars import ROLES
from newsnorm.dates.reading import BARS, is_name
from newsnorm.document import Block, Document, Mark

__all__ = ["beside"]

RULE = "step:beside"

_DATES = frozenset(ROLES)

_PICTURES = frozenset({"caption", "credit"})
_CAPTION, _CREDIT = 20, 80
"""A caption that is looked for beside itself is longer, in code points; the words behind it are no longer."""

_STOPS = '.!?”"'

_LONGEST, _CASELESS = 25, 2
"""So many code points at most, and words without capitals: a title has more, and so has a sentence."""


def beside(doc: Document) -> Iterator[Mark]:
    r"""Mark what is left of a date's line when the date and whoever wrote the story are taken out.

    "May 12, 2024 / 2:30 PM / Tern News", "Updated: 12 May 2024 - LAKEPORT": with the date gone the rest would stand
    as a paragraph of its own. Only a name is taken, a word or a few with capitals; a title beside its date is longer.

    >>> text = "May 12, 2024 / Tern News\nMay 12, 2024 Rain closes the old harbour"
    >>> doc = Document(text, marks=(Mark(0, 15, "published", "mine"), Mark(25, 38, "published", "mine")))
    >>> [text[mark.start : mark.end] for mark in beside(doc)]
    ['Tern News']
    """
    yield from _captions(doc)
    yield from _extended(doc)
    dates = [mark for mark in doc.marks if mark.kind in _DATES]
    if not dates:
        return
    places = {place for mark in dates for place in (mark.start, mark.end)}
    for block in doc.blocks:
        if len(block[2]) <= _LONGEST and _touches(doc.text, block, places) and _is_name(block.text):
            yield Mark(block.start, block.end, "nav", RULE, "beside a date")


def _captions(doc: Document) -> Iterator[Mark]:
    """The line beside a caption with its credit that says the same without one: the picture's description.

    Where the line before the credit is too long to be a caption by itself, this proves that it is one.
    """
    blocks = doc.blocks
    for mark in doc.marks:
        if mark.kind not in _PICTURES:
            continue
        at = bisect(blocks, (mark.start,))
        beside = blocks[max(0, at - 1) : at + 1]
        if mark.kind == "caption":
            caption = doc.text[mark.start : mark.end]
        elif mark.kind == "credit" and at > 0 and not doc.text[blocks[at - 1].end : mark.start].strip(" "):
            caption, beside = blocks[at - 1].text, blocks[max(0, at - 2) : at + 1]
        else:
            continue
        same = [block for block in beside if block.text == caption and len(caption) > _CAPTION]
        if len(same) > (mark.kind == "credit"):
            yield from (Mark(block.start, block.end, "caption", RULE, "beside its like") for block in same)


def _extended(doc: Document) -> Iterator[Mark]:
    """Two lines, of which one is the other and a few words behind its full stop that are no sentence: who took it."""
    for above, below in pairwise(doc.blocks):
        short, long = above[2], below[2]
        if short[0] != long[0]:
            continue
        if len(short) > len(long):
            short, long = long, short
        if len(short) > _CAPTION and short[-1] in _STOPS and long.startswith(short):
            behind = long[len(short) :].strip()
            if 2 < len(behind) <= _CREDIT and behind.rstrip(")]")[-1:] not in _STOPS:
                yield from (Mark(one.start, one.end, "caption", RULE, "beside its like") for one in (above, below))


def _touches(text: str, block: Block, places: Collection[int]) -> bool:
    """True when nothing but separators lies between the block and one of these places."""
    before, behind, _ = block
    while before not in places and before > 0 and text[before - 1] in BARS:
        before -= 1
    while behind not in places and behind < len(text) and text[behind] in BARS:
        behind += 1
    return before in places or behind in places


def _is_name(text: str) -> bool:
    words = text.strip(BARS).split()
    caseless = 0 < len(words) <= _CASELESS and all(map(_is_caseless, words)) and text[-1:] not in tuple(".!?:؟۔।")
    return caseless or is_name(text)


def _is_caseless(word: str) -> bool:
    """True in a script that has neither capitals nor ideographs, which say as much as a word."""
    return word[0].isalpha() and word[0].upper() == word[0].lower() and word[0] < "\u2e80"
