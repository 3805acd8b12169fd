"""The line that says who wrote the story, above it or at its end."""

from collections.abc import Iterator, Sequence
from itertools import islice

from newsnorm.bylines import LONGEST, Byline, Words, read_byline, words_of
from newsnorm.document import Block, Document, Mark
from newsnorm.head import is_headline, is_prose

__all__ = ["byline"]

RULE = "step:byline"


def byline(doc: Document) -> Iterator[Mark]:
    """Mark the bylines, with a tuple of `Author` as value."""
    words = words_of(doc.rules)
    for block in doc.blocks:
        if is_prose(block.text):
            return
        if len(block.text) <= LONGEST:
            found = read_byline(block.text, words)
            if found is not None and (found.rule is not None):
                yield Mark(block.start, block.end, "byline", found.rule.id if found.rule else RULE, found.authors)
