"""What is glued to a paragraph: an advertisement's label, a link's, a picture's credit.

Scrapers join elements that stood apart: "Hide AdAdvertisementThe port is open.", "Lake Images(BOSTON) -- The port …".
No writer leaves out that blank, so a label may be told here that would be a word of the story with a blank behind it.
"""

from collections.abc import Iterator
from functools import lru_cache

from newsnorm.datelines import parse_dateline
from newsnorm.document import Block, Mark
from newsnorm.rules.sets import RuleSet

__all__ = ["RULE", "heads", "label_behind"]

RULE = "step:tails"

_CREDIT = 100
"""No credit before a paragraph is longer."""

_GLUED = 64
"""Nor one that is glued to a dateline."""

_SHORTEST = 8
"""A paragraph has more code points behind its head."""

_DASHES = frozenset("-–—")
_QUOTES = frozenset("\"'“‘«")
_ENDS = frozenset('.!?”"')


def heads(rules: RuleSet, block: Block) -> Iterator[Mark]:
    """Marks for what stands at a line's beginning and belongs to what was above it.

    >>> from newsnorm.rules.sets import rules_for
    >>> [mark.end for mark in heads(rules_for("en"), Block(0, 30, "Hide AdHide AdThe port is open"))]
    [14]
    """
    start, _, text = block
    if text[0] in "([":
        yield from _in_brackets(rules, block)
        return
    labels = _labels(rules)
    if labels and text.startswith(labels):
        at = _behind_labels(text, labels)
        if at:
            label = next(label for label in labels if text.startswith(label))
            yield Mark(start, start + at, _kind(rules, label), RULE, "glued to what follows")
    at = text.find("(", 2, _GLUED)
    if at > 0 and not text[at - 1].isspace() and text[at + 1 : at + 3].isupper() and _opens_story(text, at):
        yield Mark(start, start + at, "credit", RULE, "glued to a dateline")


def label_behind(rules: RuleSet, block: Block) -> Iterator[Mark]:
    """An advertisement's label behind a paragraph's last full stop: no sentence of one word ends without its own.

    >>> from newsnorm.rules.sets import rules_for
    >>> [mark.start for mark in label_behind(rules_for("en"), Block(0, 38, "The port was open again. Advertisement"))]
    [25]
    """
    labels = _labels(rules)
    if labels and block.text.endswith(labels):
        label = next(label for label in labels if block.text.endswith(label))
        before = block.text[: -len(label)].rstrip()
        if len(before) > _SHORTEST and before[-1] in _ENDS:
            yield Mark(block.end - len(label), block.end, _kind(rules, label), RULE, "glued behind")


def _kind(rules: RuleSet, label: str) -> str:
    found = rules.find(label)
    return found[0].kind if found else "ad_label"


def _in_brackets(rules: RuleSet, block: Block) -> Iterator[Mark]:
    """A picture's credit in brackets before the paragraph: what feeds make of the picture above a story."""
    at = block.text.find(")" if block.text[0] == "(" else "]", 0, _CREDIT) + 1
    if 0 < at < len(block.text) - _SHORTEST:
        found = rules.find(block.text[:at])
        if found is not None and found[0].kind == "credit":
            yield Mark(block.start, block.start + at, "credit", found[0].id)


@lru_cache(maxsize=64)
def _labels(rules: RuleSet) -> tuple[str, ...]:
    """The labels that sites glue to a paragraph, as they print them."""
    return tuple(sorted(rules.words("glued_labels"), key=len, reverse=True))


def _behind_labels(text: str, labels: tuple[str, ...]) -> int:
    """Where the labels end, when a sentence begins right there or nothing is left; else 0.

    "Advertisements were banned" goes on with a small letter, "ADVERTISEMENTS" with a capital alone.
    """
    at, before = 0, -1
    while at != before:
        before = at
        at += next((len(label) for label in labels if text.startswith(label, at)), 0)
    behind = text[at : at + 2]
    is_sentence = behind[:1] in _QUOTES or (behind.istitle() and (not behind[1:].isspace() or behind[0] in "AI"))
    return at if is_sentence or at == len(text) else 0


def _opens_story(text: str, at: int) -> bool:
    """Whether the bracket holds a place, with a dash behind it, as radio's wires begin: "(WASHINGTON) --"."""
    closed = text.find(")", at, at + _GLUED)
    if closed < 0 or text[closed + 1 : closed + 3].lstrip()[:1] not in _DASHES:
        return False
    found = parse_dateline(text[at:])
    return found is not None and bool(found.places) and found.start == 0
