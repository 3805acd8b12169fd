"""The story's own title, chosen among the lines above the story, and its repeats."""

from collections.abc import Iterator

from newsnorm.document import Block, Document, Mark
from newsnorm.head import head, is_headline
from newsnorm.headlines import best_headline, group_headlines, headline_key, same_headline

__all__ = ["headline", "repeats"]

RULE = "step:headline"


def headline(doc: Document) -> Iterator[Mark]:
    """Mark the headline, and every other line that only repeats it.

    Above the story every headline-like line that repeats another is a repeat: templates print the title as page
    title, as heading and as caption. The headline is the first of the repeated ones, or the first line that has
    the form of a headline. In the story only lines that repeat the headline itself are marked, for there other
    lines may repeat with reason: a list's heads, a refrain.
    """
    groups = _groups([block for block in head(doc) if block.start not in doc.fragments])
    if not groups:
        return
    chosen = next((group for group in groups if len(group) > 1), groups[0])
    for group in groups:
        shown = _shown(group)
        for block in group:
            kind = "headline_repeat" if block is not shown else "headline" if group is chosen else None
            if kind is not None:
                yield Mark(block.start, block.end, kind, RULE)
    yield from _below(doc, _shown(chosen))


def repeats(doc: Document) -> Iterator[Mark]:
    """Only the marks of lines that repeat a headline."""
    return (mark for mark in headline(doc) if mark.kind == "headline_repeat")


def _groups(blocks: list[Block]) -> list[list[Block]]:
    """Headline-like lines of the head, those of the same headline together."""
    likely = [block for block in blocks if is_headline(block.text)]
    grouped = group_headlines([block.text for block in likely])
    return [[likely[index] for index in group] for group in grouped]


def _shown(group: list[Block]) -> Block:
    best = best_headline(block.text for block in group)
    return next(block for block in group if block.text == best)


def _below(doc: Document, shown: Block) -> Iterator[Mark]:
    """Lines of the story that repeat the headline, whole."""
    size = len(headline_key(shown.text))
    above = {block.start for block in head(doc)}
    for block in doc.blocks:
        if (
            (
                block.start not in above
                and block.start not in doc.fragments
                and size // 2 <= len(block.text) <= 3 * size + 60
            )
            and is_headline(block.text)
            and same_headline(shown.text, block.text)
        ):
            yield Mark(block.start, block.end, "headline_repeat", RULE)
