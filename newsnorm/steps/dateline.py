"""The dateline of the story: looked for where the story begins."""

from collections.abc import Iterator
from dataclasses import replace

from newsnorm.datelines import parse_dateline
from newsnorm.document import Block, Document, Mark
from newsnorm.head import is_prose
from newsnorm.records import Dateline

__all__ = ["dateline"]

RULE = "step:dateline"
LINES = 8
"""A dateline stands on one of the first lines left: behind a standfirst or a kicker, but not deep in the story."""


def dateline(doc: Document) -> Iterator[Mark]:
    r"""Mark the dateline at the head of the story.

    It may stand on a line of its own. One mark, with the `Dateline` as its value; none when there is none.
    A dateline is where a story begins: short lines above it are marked as the standfirst, and once a paragraph
    has begun nothing counts as a dateline any more.

    >>> [mark.value.raw for mark in dateline(Document("LAGOS (Reuters) - It rained.\nIt rained again."))]
    ['LAGOS (Reuters) -']
    """
    language = None if doc.language == "und" else doc.language
    for index, block in enumerate(doc.blocks[:LINES]):
        found = None if block.start in doc.continued else parse_dateline(block.text, language=language)
        if found is not None:
            yield _mark(block, found)
            yield from (Mark(above.start, above.end, "standfirst", RULE) for above in doc.blocks[:index])
            return
        if is_prose(block.text):
            return


def _mark(block: Block, found: Dateline) -> Mark:
    start, end = block.start + found.start, block.start + found.end
    return Mark(start, end, "dateline", RULE, replace(found, start=start, end=end))
