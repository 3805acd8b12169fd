"""The dateline of the story: looked for where the story begins."""

from collections.abc import Iterator
from dataclasses import replace

from newsnorm.datelines import parse_dateline
from newsnorm.document import Block, Document, Mark
from newsnorm.records import Dateline

__all__ = ["dateline"]

RULE = "step:dateline"
LINES = 8
"""A dateline stands on one of the first lines left: behind a standfirst or a kicker, but not deep in the story."""
PROSE = 200
"""A line of this many code points is a paragraph: behind the first one only a dateline with agency or date counts."""


def dateline(doc: Document) -> Iterator[Mark]:
    r"""Mark the dateline at the head of the story.

    It may stand on a line of its own. One mark, with the `Dateline` as its value; none when there is none.

    >>> [mark.value.raw for mark in dateline(Document("LAGOS (Reuters) - It rained.\nIt rained again."))]
    ['LAGOS (Reuters) -']
    """
    language = None if doc.language == "und" else doc.language
    begun = False
    for block in doc.blocks[:LINES]:
        found = parse_dateline(block.text, language=language)
        if found is not None and (not begun or found.agencies or found.date):
            yield _mark(block, found)
            return
        begun = begun or len(block.text) >= PROSE


def _mark(block: Block, found: Dateline) -> Mark:
    start, end = block.start + found.start, block.start + found.end
    return Mark(start, end, "dateline", RULE, replace(found, start=start, end=end))
