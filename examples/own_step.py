"""Add a step of your own to the pipeline: `python examples/own_step.py`."""

from collections.abc import Iterator

from newsnorm import STEPS, Document, Mark, normalize

PAGE = """Ferry returns after two days of repairs
MOMBASA: The ferry to Likoni returned to service on Monday, the operator said in a statement.
Tide tables: high 04:12, low 10:31
Forty passengers were on board, and cheered when the boat left the pier at noon."""


def tide_tables(doc: Document) -> Iterator[Mark]:
    """A local paper prints the tides into every story."""
    for block in doc.blocks:
        if block.text.startswith("Tide tables:"):
            yield Mark(block.start, block.end, "tides", "mine:tide-tables")


article = normalize(PAGE, steps=[*STEPS, tide_tables])
print(article.text)
for removal in article.removed:
    print(removal)
