"""The dateline of the story: looked for where the story begins."""

from collections.abc import Iterator
from dataclasses import replace

from newsnorm.datelines import parse_dateline
from newsnorm.document import Document, Mark
from newsnorm.records import Dateline

__all__ = ["dateline"]

RULE = "step:dateline"
LINES = 8
"""A dateline stands on one of the first lines left: behind a standfirst or a kicker, but not deep in the story."""
PROSE = 200
"""A line of this many code points is a paragraph: behind the first one only a dateline with agency or date counts."""


def dateline(doc: Document) -> Iterator[Mark]:
    r"""Mark the dateline at the head of the story.

    It may stand on a line of its own, or behind the headline on the headline's line; then the headline is marked
    as repeated. The mark's value is the `Dateline`; nothing is yielded when there is none.

    >>> [mark.value.raw for mark in dateline(Document("LAGOS (Reuters) - It rained.\nIt rained again."))]
    ['LAGOS (Reuters) -']
    """
    language = None if doc.language == "und" else doc.language
    headline = next((doc.text[mark.start : mark.end] for mark in doc.marks if mark.kind == "headline"), None)
    begun = False
    for block in doc.blocks[:LINES]:
        shared = len(headline) if headline and block.text.startswith(f"{headline} ") else 0
        found = parse_dateline(block.text[shared:], language=language)
        if found is not None and (not begun or found.agencies or found.date):
            if shared:
                yield Mark(block.start, block.start + shared, "headline_repeat", RULE)
            yield _mark(block.start + shared, found)
            return
        begun = begun or len(block.text) >= PROSE


def _mark(offset: int, found: Dateline) -> Mark:
    start, end = offset + found.start, offset + found.end
    return Mark(start, end, "dateline", RULE, replace(found, start=start, end=end))
