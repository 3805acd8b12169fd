"""Whole lines that a rule names: labels, share bars, newsletters, wire tails. One look a line, whatever the kind."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from newsnorm.bylines.reading import read_byline
from newsnorm.bylines.words import words_of
from newsnorm.dates.calendars import calendar_of, label_key
from newsnorm.document import Document, Mark
from newsnorm.rules.lineindex import NOTED
from newsnorm.rules.rule import Rule
from newsnorm.rules.sets import RuleSet
from newsnorm.story.head import is_prose
from newsnorm.story.layout import is_title, layout

__all__ = ["lines"]

RULE = "step:lines"

_BAR = 120
"""No bar of buttons is longer, in code points."""

_CREDIT = 100
"""No picture's credit is longer; a rule whose hole takes any words would take a paragraph."""

_LABEL = 40
"""No date's label is longer."""

_STROKES, _RULED = "-–—_=~*. ", 20
"""So many strokes are a line ruled across the page; three may be the story's own break."""

_SIGNS = frozenset("+/|<>^×✕✖☰⋮→←↑↓►▶◄◀▼▲▾▸↧➜➔❯❮") | {"<!--", "-->", "<!—", "—>", "<!–", "–>"}
"""An icon's or a separator's sign alone on its line, or an HTML comment's, which a typesetter may have made a dash of;
stars, dashes, bullets and dots may be the story's own break."""

_CODE, _SHUT = "(){}[]; ,", frozenset("})]")
"""Of a script that was cut out a line of its brackets may be left."""

_TWICE = "the same words twice"
_GLUED = 20
"""What stands twice in a line has so many code points."""

_BUTTONS = frozenset({"share", "nav", "counter", "comments", "tags", "read_time"})
"""What stands side by side in a bar."""

_SIGNED = frozenset({"wire_tail", "author_bio", "nav"})
"""Kinds whose words a byline may have."""

_NOTICES = frozenset({"cookie", "copyright", "newsletter", "comments", "paywall", "nav", "other"})
_OPEN = 50
"""Notices in sentences. One that is hard-wrapped has so many code points a line, and goes on with a small letter."""

_TOP, _LINKED = 3, frozenset({"related", "credit", "player"})
"""Of these kinds a title with a label is, but on one of so many first lines it may be the page's own."""


def lines(doc: Document) -> Iterator[Mark]:
    r"""Mark every line that is, whole, what a line rule looks for. The rule's section is the mark's kind.

    A line of nothing but such labels, side by side, is marked as its first one is. Below a title or a paragraph, the
    same words twice in one line are a picture's description and its caption, and the line that says them once more
    goes too.

    >>> [mark.kind for mark in lines(Document("Advertisement\nShare Tweet\nHome | Contact us\nHome Depot"))]
    ['ad_label', 'share', 'nav']
    """
    caption, opened, notice = "", _opened(doc), None
    for index, ((start, end, text), found) in enumerate(zip(doc.blocks, _answers(doc), strict=True)):
        notice = notice if found is None and _goes_on(doc, index) else None
        if found is None:
            if notice is not None:
                yield Mark(start, end, notice, RULE, "a notice goes on")
            elif text == caption:
                yield Mark(start, end, "caption", RULE)
            elif text[-1] in ":：" or text.isdecimal():
                yield from _by_place(doc, index)
        else:
            kind, rule, value = found
            if value == _TWICE:
                if index > opened:
                    caption = text[: len(text) // 2]
                    yield Mark(start, end, kind, RULE, value)
            elif isinstance(rule, str):
                yield Mark(start, end, kind, rule, value)
            elif _counts(doc, index, rule):
                yield Mark(start, end, kind, rule.id, dict(value) or None)
                notice = kind if kind in _NOTICES else None


def _goes_on(doc: Document, index: int) -> bool:
    """True for a line with which a sentence goes on that was broken in the one above; most lines begin no such way."""
    if not doc.blocks[index].text[:2].islower():
        return False
    above = doc.blocks[index - 1].text if index else ""
    return len(above) >= _OPEN and (above[-1].isalpha() or above[-1] == ",")


def _by_place(doc: Document, index: int) -> Iterator[Mark]:
    start, end, text = doc.blocks[index]
    if text[-1] in ":：" and _is_empty_label(doc, index):
        yield Mark(start, end, "nav", RULE, "a date's label alone")
    elif 0 < index <= _TOP and text.isdecimal() and _is_count(doc, index):
        yield Mark(start, end, "counter", RULE, "a number alone")


def _is_empty_label(doc: Document, index: int) -> bool:
    """True above and below the story for "Last updated:" and no date: a script prints it, or the next line does.

    In the story such a line heads an entry of its own, as in a list of what takes place where and when.
    """
    text = doc.blocks[index].text
    if len(text) > _LABEL or label_key(text) not in calendar_of(doc.rules).labels:
        return False
    parts = layout(doc.blocks)
    return index < parts.head or index >= parts.tail


def _is_count(doc: Document, index: int) -> bool:
    """True for the one number that stands alone on the page, above its story: how often it was read or shared.

    Where others follow, they number the paragraphs of a list.
    """
    above = index < layout(doc.blocks).head < len(doc.blocks)
    return above and sum(block.text.isdecimal() for block in doc.blocks) == 1


def _opened(doc: Document) -> int:
    """The first line that is a title or a paragraph: above it the page's own title may be printed twice."""
    return next((at for at, block in enumerate(doc.blocks) if is_title(block.text) or is_prose(block.text)), 0)


class _Answer(NamedTuple):
    """What a line is, wherever it stands."""

    kind: str
    rule: Rule | str
    """The rule, or this step, which saw it by itself."""
    value: Any


def _answers(doc: Document) -> list[_Answer | None]:
    """What each line is; None for most."""
    rules = doc.rules
    texts = [text for _, _, text in doc.blocks]
    told = doc.told((RULE, rules))
    new = [text for text in texts if text not in told]
    for text, found in zip(new, rules.find_all(new, doc.told((NOTED, rules))), strict=True):
        if found is not None:
            told[text] = _Answer(found[0].kind, *found)
        else:
            told[text] = _by_itself(rules, text) if len(text) <= _BAR or text[0] in _STROKES else _doubled(text)
    return [told[text] for text in texts]


def _by_itself(rules: RuleSet, text: str) -> _Answer | None:
    """A ruled line, an icon, hashtags, a picture's address, a bar of buttons, or the same words twice."""
    if text in _SIGNS:
        return _Answer("other", RULE, "a sign alone")
    if text[0] == "#" and len(text) <= _BAR and _is_tags(text):
        return _Answer("tags", RULE, "hashtags alone")
    if "." in text[-6:] and " " not in text and text.rstrip(")").lower().endswith(_PICTURES):
        return _Answer("other", RULE, "a picture's address")
    if text[0] in _STROKES and len(text) >= _RULED and not text.strip(_STROKES):
        return _Answer("other", RULE, "a ruled line")
    if text[0] in _SHUT and "}" in text and not text.strip(_CODE):
        return _Answer("other", RULE, "a script's brackets")
    kind = _bar(rules, text) if len(text) <= _BAR and not text.isalpha() else None
    return _Answer(kind, RULE, "buttons side by side") if kind else _doubled(text)


_PICTURES = (".jpg", ".png", ".jpeg", ".gif", ".webp", ".svg")
"""What a picture's address ends in."""


def _is_tags(text: str) -> bool:
    """True for a row of hashtags and nothing else; one alone may be a heading in Markdown."""
    words = text.split()
    return len(words) > 1 and all(word[0] == "#" and word[1:2].isalpha() for word in words)


def _doubled(text: str) -> _Answer | None:
    """The same words twice in one line: a picture's caption behind its description, a link's title behind its tooltip.

    Of 177 such lines on real pages none was a story's. A chant has its cries, and a refrain is shorter.
    """
    half, odd = divmod(len(text), 2)
    if half < _GLUED or text[0] != text[-half] or not text.endswith(text[:half]):
        return None
    if odd and (text[half] != " " or text[half - 1] == "!"):
        return None
    return _Answer("other", RULE, _TWICE)


def _counts(doc: Document, index: int, rule: Rule) -> bool:
    """Whether a line that a rule names is boilerplate where it stands."""
    start, end, _ = doc.blocks[index]
    if rule.kind == "credit" and end - start > _CREDIT:
        return False  # a credit with the paragraph that it was glued to
    if index < _TOP and rule.kind in _LINKED and _is_headline(doc, index):
        return False
    return rule.kind not in _SIGNED or not _is_byline(doc, index)


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
    below_title = any(is_title(block.text) for block in doc.blocks[max(0, index - _TOP) : index])
    if len(text) > _BAR or not (below_title or "@" in text):
        return False  # as nearly all: no line is read that stands where no byline does
    found = read_byline(text, words_of(doc.rules))
    if found is None:
        return False
    parts = layout(doc.blocks)
    is_named = found.rule is not None and not found.is_desk
    if index >= parts.head:
        return is_named and found.has_address and index >= parts.tail
    return below_title and (is_named or found.is_desk)


def _bar(rules: RuleSet, text: str) -> str | None:
    """The kind of a row of buttons: labels apart by bars, slashes or bullets, or one-word labels; None for others."""
    cells = [cell for cell in _between().split(text) if cell.strip()] if _has_bars(text) else [text]
    if len(cells) == 1:
        cells = text.split(None, 9)
        if len(cells) > 9 or not (cells[0].isdecimal() or rules.is_phrase(cells[0])):
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
