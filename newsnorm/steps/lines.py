"""Whole lines that a rule names: labels, share bars, newsletters, wire tails. One look a line, whatever the kind."""

from collections.abc import Iterator

from newsnorm.document import Document, Mark
from newsnorm.patterns import LONGEST

__all__ = ["lines"]


def lines(doc: Document) -> Iterator[Mark]:
    """Mark every line that is, whole, what a line rule looks for. The rule's section is the mark's kind."""
    find = doc.rules.find
    for start, end, text in doc.blocks:
        if end - start <= LONGEST:
            found = find(text)
            if found is not None:
                rule, values = found
                yield Mark(start, end, rule.kind, rule.id, values or None)
