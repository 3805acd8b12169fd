"""Whole lines that a rule names: labels, share bars, newsletters, wire tails. One look a line, whatever the kind."""

import re
from collections.abc import Iterator
from functools import cache

from newsnorm.bylines import read_byline
from newsnorm.bylinewords import words_of
from newsnorm.document import Document, Mark
from newsnorm.head import is_prose
from newsnorm.layout import is_title, layout
from newsnorm.patterns import LONGEST
from newsnorm.rules import RuleSet

__all__ = ["lines"]

RULE = "step:lines"

_BAR = 120
"""No bar of buttons is longer, in code points."""

_CREDIT = 100
"""No picture's credit is longer; a rule whose hole takes any words would take a paragraph."""

_STROKES, _RULED = "-–—_=~*. ", 20
"""So many strokes are a line ruled across the page; three may be the story's own break."""

_BUTTONS = frozenset({"share", "nav", "counter", "comments", "tags"})
"""What stands side by side in a bar."""

_SIGNED = frozenset({"wire_tail", "author_bio", "nav"})
"""Kinds whose words a byline may have."""

_TOP, _LINKED = 3, frozenset({"related", "credit", "player"})
"""Of these kinds a title with a label is, but on one of so many first lines it may be the page's own."""


def lines(doc: Document) -> Iterator[Mark]:
    r"""Mark every line that is, whole, what a line rule looks for. The rule's section is the mark's kind.

    A line of nothing but such labels, side by side, is marked as its first one is.

    >>> [mark.kind for mark in lines(Document("Advertisement\nShare Tweet\nHome | Contact us\nHome Depot"))]
    ['ad_label', 'share', 'nav']
    """
    rules = doc.rules
    for index, (start, end, text) in enumerate(doc.blocks):
        if text[0] in _STROKES and end - start >= _RULED and not text.strip(_STROKES):
            yield Mark(start, end, "other", RULE, "a ruled line")
        elif end - start <= LONGEST:
            found = rules.find(text)
            if found is not None:
                rule, values = found
                if rule.kind == "credit" and end - start > _CREDIT:
                    continue  # a credit with the paragraph that it was glued to
                if index < _TOP and rule.kind in _LINKED and _is_headline(doc, index):
                    continue
                if rule.kind in _SIGNED and _is_byline(doc, index):
                    continue
                yield Mark(start, end, rule.kind, rule.id, values or None)
            elif end - start <= _BAR and not text.isalpha() and (kind := _bar(rules, text)):
                yield Mark(start, end, kind, RULE, "buttons side by side")


def _is_headline(doc: Document, index: int) -> bool:
    """True for "Watch: Rain floods the old port" above the story, with no other title above: it links nowhere."""
    label, _, title = doc.blocks[index].text.replace("：", ":", 1).partition(":")
    return (
        label.strip().casefold() in doc.rules.words("kickers")
        and bool(title)
        and is_title(title.strip())
        and not any(is_title(block.text) for block in doc.blocks[:index])
        and any(is_prose(block.text) for block in doc.blocks[index + 1 : index + 3])
    )


def _is_byline(doc: Document, index: int) -> bool:
    """True for "Reporter: Ada Lindqvist" below the headline, and for a desk there: at the story's end it is the wire's.

    A reporter's address stands behind the story in Korean; it is the byline too.
    """
    text = doc.blocks[index].text
    found = read_byline(text, words_of(doc.rules)) if len(text) <= _BAR else None
    if found is None:
        return False
    parts = layout(doc.blocks)
    is_named = found.rule is not None and not found.is_desk
    if index >= parts.head:
        return is_named and found.has_address and index >= parts.tail
    return (is_named or found.is_desk) and any(
        is_title(block.text) for block in doc.blocks[max(0, index - _TOP) : index]
    )


def _bar(rules: RuleSet, text: str) -> str | None:
    """The kind of a row of buttons: labels apart by bars, slashes or bullets, or one-word labels; None for others."""
    cells = [cell for cell in _between().split(text) if cell.strip()] if _has_bars(text) else [text]
    if len(cells) == 1:
        cells = text.split(None, 9)
        if not (cells[0].isdecimal() or rules.is_phrase(cells[0])):
            return None  # as nearly all: words, not labels of one word
    if not 2 <= len(cells) <= 9:
        return None
    kinds = []
    for cell in cells:
        found = None if cell.isdecimal() else rules.find(cell)
        if found is None and not cell.isdecimal():
            return None
        if found is not None and found[0].kind not in _BUTTONS:
            return None
        kinds += [found[0].kind] if found is not None else []
    return kinds[0] if len(kinds) > 1 else None


def _has_bars(text: str) -> bool:
    return "|" in text or "/" in text or "•" in text or "·" in text or "   " in text or "\t" in text


@cache
def _between() -> re.Pattern[str]:
    return re.compile(r"[|/•·]|[ \t]{3,9}")
