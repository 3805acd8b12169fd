"""The embeds step."""

from collections.abc import Iterator

from newsnorm.document import Document, Mark
from newsnorm.embeds.scan import scan_document

__all__ = ["embeds"]


def embeds(doc: Document) -> Iterator[Mark]:
    """Mark the embeds."""
    for found in scan_document(doc, doc.rules):
        for cut in found.cuts:
            yield Mark(cut.start, cut.end, cut.kind, found.rule, found.embed if cut.kind == "embed" else None)
