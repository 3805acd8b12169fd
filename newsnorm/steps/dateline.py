"""The dateline of the story: looked for where the story begins."""

from collections.abc import Iterator
from dataclasses import replace

from newsnorm.datelines import parse_dateline
from newsnorm.document import Document, Mark
from newsnorm.records import Dateline

__all__ = ["dateline"]

RULE = "step:dateline"
LINES = 8
"""A dateline stands on one of the first lines left: behind a kicker or a label that nobody knew."""
PROSE = 60
"""A sentence of this many code points is the first paragraph: behind it a dateline opens another story's summary."""


def dateline(doc: Document) -> Iterator[Mark]:
    r"""Mark the dateline at the head of the story.

    It may stand on a line of its own, or behind the headline on the headline's line; then the headline is marked
    as repeated. The mark's value is the `Dateline`; nothing is yielded when there is none.

    >>> [mark.value.raw for mark in dateline(Document("LAGOS (Reuters) - It rained.\nIt rained again."))]
    ['LAGOS (Reuters) -']
    """
    language = None if doc.language == "und" else doc.language
    headline = next((doc.text[mark.start : mark.end] for mark in doc.marks if mark.kind == "headline"), None)
    for block in doc.blocks[:LINES]:
        shared = len(headline) if headline and block.text.startswith(f"{headline} ") else 0
        found = parse_dateline(block.text[shared:], language=language)
        if found is not None:
            if shared:
                yield Mark(block.start, block.start + shared, "headline_repeat", RULE)
            yield _mark(block.start + shared, found)
            return
        if len(block.text) >= PROSE and block.text[-1] in _ENDS:
            return


_ENDS = frozenset(".!?…。！？।۔؟\"'”’»")


def _mark(offset: int, found: Dateline) -> Mark:
    start, end = offset + found.start, offset + found.end
    return Mark(start, end, "dateline", RULE, replace(found, start=start, end=end))
