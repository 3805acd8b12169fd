"""The dateline of the story: looked for where the story begins."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsnorm.datelines import parse_dateline
from newsnorm.document import Block, Document, Mark
from newsnorm.records import Dateline
from newsnorm.story.head import is_prose, squeezed
from newsnorm.story.shape import shape_of, weight

__all__ = ["dateline"]

RULE = "step:dateline"
LINES = 8
"""A dateline stands on one of the first lines left: behind a kicker, a label that nobody knew, a standfirst."""
SUMMARY = 320
"""No standfirst is longer, in Latin letters."""
_BRACKETS = frozenset("〔【［（")
"""In these Chinese and Korean papers sign: "〔記者林小美／綜合報導〕"."""
_WORDED = frozenset({"sentence", "question", "colon", "quote", "capitals", "line"})
_SHORTEST, _LONGEST = 15, 200
"""A standfirst has so many code points at least, and a headline so many at most."""


def dateline(doc: Document) -> Iterator[Mark]:
    r"""Mark the dateline at the head of the story.

    It may stand on a line of its own, or behind the headline on the headline's line; then the headline is marked
    as repeated. The mark's value is the `Dateline`; nothing is yielded when there is none.

    A dateline is where a story begins: what stands above it is marked as the standfirst, for `to_text` prints the
    dateline first. Above may stand short lines, and one summary that reads like a paragraph if the dateline is
    beyond doubt: with an agency or a date, or in capitals; two if an agency signs. Behind a paragraph of the story
    nothing counts as a dateline any more.

    >>> [mark.value.raw for mark in dateline(Document("LAGOS (Reuters) - It rained.\nIt rained again."))]
    ['LAGOS (Reuters) -']
    """
    language = None if doc.language == "und" else doc.language
    headline = next((doc.text[mark.start : mark.end] for mark in doc.marks if mark.kind == "headline"), None)
    summaries = 0
    for index, block in enumerate(doc.blocks[:LINES]):
        shared = len(headline) if headline and block.text.startswith(f"{headline} ") else 0
        found = parse_dateline(block.text[shared:], language=language)
        if found is None or block.start in doc.continued:
            pass
        elif not summaries or _opens(doc, index, shared, found, summaries):
            if shared:
                yield Mark(block.start, block.start + shared, "headline_repeat", RULE)
            yield _mark(block.start + shared, found)
            yield from _above(doc, doc.blocks[:index])
            return
        summaries += is_prose(block.text)
        if summaries > 2 or weight(block.text) > SUMMARY:
            return


def _opens(doc: Document, index: int, shared: int, found: Dateline, summaries: int) -> bool:
    """True for a dateline below a summary or two: it is beyond doubt, and the story stands behind or below it."""
    if not (_is_certain(found) if summaries == 1 else found.agencies):
        return False
    behind = squeezed(doc.blocks[index].text[shared + found.end :])
    is_told = bool(behind) and shape_of(behind).name == "sentence"
    return is_told or any(is_prose(block.text) for block in doc.blocks[index + 1 :])


def _above(doc: Document, lines: Sequence[Block]) -> Iterator[Mark]:
    """What stands over a dateline: the headline, if none was found yet, whatever it ends in; else the standfirst.

    Of bars, labels and clocks, and of what stands above the headline, nothing is said here: they are outside of the
    story.
    """
    title = next((mark.start for mark in doc.marks if mark.kind == "headline"), -1)
    kind = "standfirst" if title >= 0 else "headline"
    for line in lines:
        if line.start < title:
            continue
        words = squeezed(line.text)
        if shape_of(words).name in _WORDED and len(words) >= _SHORTEST and line.start not in doc.fragments:
            is_long = kind == "headline" and len(words) > _LONGEST
            yield Mark(line.start, line.end, "standfirst" if is_long else kind, RULE)
            kind = "standfirst"


def _is_certain(found: Dateline) -> bool:
    """True for a dateline that no paragraph's beginning looks like."""
    if found.byline and found.raw[0] in _BRACKETS:
        return True
    return bool(found.agencies or found.date) or all(len(p.city) > 3 and p.city.isupper() for p in found.places)


def _mark(offset: int, found: Dateline) -> Mark:
    start, end = offset + found.start, offset + found.end
    return Mark(start, end, "dateline", RULE, replace(found, start=start, end=end))
