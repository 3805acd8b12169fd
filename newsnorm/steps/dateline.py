"""The dateline of the story: looked for where the story begins."""

from collections.abc import Iterator
from dataclasses import replace

from newsnorm.datelines import parse_dateline
from newsnorm.document import Block, Document, Mark
from newsnorm.head import is_prose
from newsnorm.records import Dateline

__all__ = ["dateline"]

RULE = "step:dateline"
SUMMARY = 320
"""No standfirst is longer, in code points."""
LINES = 8
"""A dateline stands on one of the first lines left: behind a standfirst or a kicker, but not deep in the story."""


def dateline(doc: Document) -> Iterator[Mark]:
    r"""Mark the dateline at the head of the story.

    It may stand on a line of its own. One mark, with the `Dateline` as its value; none when there is none.
    A dateline is where a story begins: what stands above it is marked as the standfirst. Above may stand short
    lines, and one summary that reads like a paragraph if the dateline is beyond doubt: with an agency or a date,
    or in capitals. Behind a paragraph of the story nothing counts as a dateline any more.

    >>> [mark.value.raw for mark in dateline(Document("LAGOS (Reuters) - It rained.\nIt rained again."))]
    ['LAGOS (Reuters) -']
    """
    language = None if doc.language == "und" else doc.language
    summaries = 0
    for index, block in enumerate(doc.blocks[:LINES]):
        found = None if block.start in doc.continued else parse_dateline(block.text, language=language)
        if found is not None and (not summaries or _is_certain(found)):
            yield _mark(block, found)
            yield from (Mark(above.start, above.end, "standfirst", RULE) for above in doc.blocks[:index])
            return
        if is_prose(block.text):
            summaries += 1
            if summaries > 1 or len(block.text) > SUMMARY:
                return


def _is_certain(found: Dateline) -> bool:
    """True for a dateline that no paragraph's beginning looks like."""
    return bool(found.agencies or found.date) or all(len(p.city) > 3 and p.city.isupper() for p in found.places)


def _mark(block: Block, found: Dateline) -> Mark:
    start, end = block.start + found.start, block.start + found.end
    return Mark(start, end, "dateline", RULE, replace(found, start=start, end=end))
