"""What a scanner of embeds hands on: the embed, the parts of the text to be cut for it, and the rule that says so."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsnorm.records import Embed

__all__ = ["GRAMMAR", "Cut", "Found", "apart", "whole"]

GRAMMAR = "step:embeds"
"""Who says so where no rule of a file does: the grammar alone proves the embed."""


class Cut(NamedTuple):
    """A stretch of the text that an embed takes up."""

    start: int
    """Where it starts, in code points of the text."""
    end: int
    """Where it ends, excluded."""
    kind: str
    """"embed": all goes; "wrapper": a tag around a block of text; "markup": a tag inside a word or a sentence."""


class Found(NamedTuple):
    """One embed, and what is to be cut for it."""

    embed: Embed
    """The embed; offsets in the text that was scanned."""
    cuts: tuple[Cut, ...]
    """The parts to cut; its tags alone where the text between them is the story's."""
    rule: str
    """The rule's id."""


def whole(embed: Embed, rule: str = GRAMMAR) -> Found:
    """An embed that goes from its first to its last character."""
    return Found(embed, (Cut(embed.start, embed.end, "embed"),), rule)


def apart(found: Iterable[Found]) -> Iterator[Found]:
    """In the order of the text, without those that lie in what another cuts, or that cross another's cuts.

    Of two that start together the longer one counts. What a wrapper encloses stays beside it.
    """
    reached = 0  # the end of the last cut
    closing: list[Cut] = []  # the closing tags of the open wrappers
    for one in sorted(found, key=_order):
        first, last = one.cuts[0], one.cuts[-1]
        while closing and closing[-1].end <= first.start:
            closing.pop()
        if first.start < reached or (closing and last.end > closing[-1].start):
            continue
        yield one
        reached = first.end
        if len(one.cuts) > 1:
            closing.append(last)


def _order(one: Found) -> tuple[int, int]:
    return one.cuts[0].start, -one.cuts[-1].end
