"""Where readers take over and nothing says so, no label and no hour: told by how the lines are typed.

Editors take out what readers leave: a blank before a comma and none behind it, "!!" and "....", a smile, a name spoken
to. And where a language has letters with marks, many readers type it without any, which no paper does. A scraper can
leave one such sign where a link stood, and a story may quote a letter as it came; so the signs must be of two kinds,
the lines down to the page's end must be as talkative as readers are, and the story above must have next to none.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from newsnorm.document import Document
from newsnorm.languages import about, languages
from newsnorm.story.quotations import without_quotations
from newsnorm.story.talk import SIGNS, talks
from newsnorm.story.units import Unit

__all__ = ["typed_from"]

_BARE = "bare"
"""The kind of a line without one letter with a mark, where a story's line as long has so many:"""
_EXPECTED, _FEWEST, _FOREIGN = 5, 0.02, 0.3
"""And of the story's letters at least and at most such a part has a mark: else it is English, or another script."""

_TWO = 2
"""So many lines are typed so, in so many ways; without marks is enough by itself."""

_FAR = 600
"""So much of a line is read, in code points."""

_SAMPLE = 1500
"""So much of the story is read for its marks."""

_RARE_ENDS = {last: "".join(sign[0] for sign in SIGNS if sign[-1] == last) for last in "!?)"}
_OTHERS = tuple(sign for sign in SIGNS if sign[-1] not in _RARE_ENDS)
"""What stands before these ends in a sign, and the signs that end in none of them."""

_MOST, _OFTEN, _HARDLY, _RARE = 0.6, 0.4, 0.4, 8
"""Such a part of the lines below is talkative or typed so, such a part typed so; above no more than that is either, and
one in so many typed so."""


def typed_from(doc: Document, paragraphs: Sequence[Unit], first: int) -> int:
    """The first paragraph that a reader typed, those before `first` being the story's; their number where none is.

    >>> lines = ["The harbour was closed on Monday.", "The mayor said so.", "No boat was lost in the rain.",
    ...          "Who cares , it was closed anyway!!", "i live there , you do not :)"]
    >>> from newsnorm.story.units import units_of
    >>> doc = Document("\\n".join(lines))
    >>> typed_from(doc, units_of(doc), 3)
    3
    """
    count = len(paragraphs)
    if first >= count or not _may_have(doc, paragraphs[first:]):
        return count
    texts = [doc.text[unit.start : unit.end][:_FAR] for unit in paragraphs]
    marked = _marked("".join(texts[:first])) if _may_be_bare(doc, paragraphs[first:]) else 0.0
    typed = [_kinds(doc, text, marked) for text in texts[first:]]
    if sum(map(bool, typed)) < _TWO:
        return count  # as nearly always
    typed = [*(_kinds(doc, text, marked) for text in texts[:first]), *typed]
    strong = list(accumulate(map(bool, typed), initial=0))
    loud = list(accumulate((bool(kinds) or talks(text) for kinds, text in zip(typed, texts, strict=True)), initial=0))
    below = list(accumulate(reversed(typed), frozenset.union, initial=frozenset[str]()))[::-1]
    for at in range(first, count):
        if typed[at] and strong[-1] - strong[at] >= _TWO and (len(below[at]) >= _TWO or _BARE in below[at]):
            is_quiet = loud[at] <= _HARDLY * at and _RARE * strong[at] <= at
            is_typed = strong[-1] - strong[at] >= _OFTEN * (count - at)
            if is_quiet and is_typed and loud[-1] - loud[at] >= _MOST * (count - at):
                return at
    return count


def _may_have(doc: Document, paragraphs: Sequence[Unit]) -> bool:
    """False where no sign stands below the story, as on nearly all pages, and no line without marks."""
    return _has_sign(doc.text, paragraphs[0].start) or _may_be_bare(doc, paragraphs)


def _has_sign(text: str, start: int) -> bool:
    """True where one of the signs stands behind a place: most end in a sign that is rare itself."""
    for last, firsts in _RARE_ENDS.items():
        at = text.find(last, start + 1)
        while at > 0:
            if text[at - 1] in firsts:
                return True
            at = text.find(last, at + 1)
    return any(text.find(sign, start) >= 0 for sign in _OTHERS)


def _may_be_bare(doc: Document, paragraphs: Sequence[Unit]) -> bool:
    """True where a long line has no letter with a mark, on a page in a language that has some."""
    if doc.text.isascii() or doc.language in ("en", "und"):
        return False
    return any(unit.size >= 4 and doc.text[unit.start : unit.end].isascii() for unit in paragraphs)


def _marked(story: str) -> float:
    """The part of a story's letters that have marks; 0 where too few have, or hardly any has none."""
    story = story[:_SAMPLE]
    letters = sum(map(str.isalpha, story)) or 1
    share = sum(letter > "\x7f" and letter.isalpha() for letter in story) / letters
    return share if _FEWEST <= share <= _FOREIGN else 0.0


def _kinds(doc: Document, text: str, marked: float) -> frozenset[str]:
    text = without_quotations(text)
    found = {kind for sign, kind in SIGNS.items() if sign in text}
    if "blank" in found and not _blank().search(text):
        found.discard("blank")
    if text.startswith("@"):
        found.add("name")
    if text.count(",") > text.count(", ") and _glued().search(text):
        found.add("glued")
    if marked and text.isascii() and marked * sum(map(str.isalpha, text)) >= _EXPECTED and _is_own(doc, text):
        found.add(_BARE)
    return frozenset(found)


def _is_own(doc: Document, text: str) -> bool:
    """True for a line in the page's language: it has more of that one's commonest words than of English ones."""
    if doc.language not in languages():
        return False
    words = set(text.lower().split())
    return len(words & _common(doc.language)) > len(words & _common("en"))


@cache
def _common(language: str) -> frozenset[str]:
    return frozenset(about(language).get("common", "").split())


@cache
def _blank() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_] ,[ \w]")


@cache
def _glued() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]{3},[^\W\d_]{2}")
