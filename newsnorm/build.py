"""From marks to the article: cut what is marked, put seams, fill the fields."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from newsnorm.article import Article
from newsnorm.dates.calendars import date_only
from newsnorm.document import KEPT, TITLES, Document, Mark
from newsnorm.records import Author, DateFound, Dateline, Embed, Removal
from newsnorm.rest import Piece, kept, lines_of, paragraphs, squeeze
from newsnorm.story.head import is_prose
from newsnorm.text.mending import to_raw
from newsnorm.views.looks import Removals

__all__ = ["build", "moved"]

T = TypeVar("T")

Move = Callable[[int, int], tuple[int, int]]
"""From a span of one text to the span of another."""


def build(doc: Document, shown: Document | None = None) -> Article:
    """Make the article of an annotated document.

    `shown` is the clean page, annotated, where that was looked at again: it says how the article prints.

    >>> from newsnorm.document import Mark
    >>> build(Document("Ad\\nIt rained.").add([Mark(0, 2, "ad_label", "mine:ad")])).paragraphs
    ('It rained.',)
    """
    shown = shown or doc
    move = to_raw(doc.repairs)
    source = doc.source
    by_kind: dict[str, list[Mark]] = {}
    for mark in doc.marks:
        by_kind.setdefault(mark.kind, []).append(mark)
    return Article(
        headline=_printed(kept(shown, "headline")) or None,
        dateline=_dateline(doc, shown, move),
        paragraphs=tuple(map(_printed, paragraphs(shown))),
        removed=_removals(doc, move, source),
        captions=_captions(doc, by_kind.get("caption", ())),
        embeds=tuple(moved(one, move) for one in _values(by_kind.get("embed", ()), Embed)),
        language=doc.language,
        repairs=doc.repairs,
        source=source,
        **_dates(doc, move),
        **_byline(doc, by_kind.get("byline", ())),
        **{field: read(doc, by_kind[kind]) for kind, (field, read) in _FIELDS.items() if kind in by_kind},
    )


def _values(marks: Iterable[Mark], kind: type[T]) -> Iterator[T]:
    """The values of a type, each once: pieces of one finding share it."""
    yield from {id(mark.value): mark.value for mark in marks if isinstance(mark.value, kind)}.values()


def moved(value: T, move: Move) -> T:
    """A value with its `start` and `end` in another text's offsets; the very value when it has none."""
    if isinstance(value, (Dateline, DateFound, Embed)):
        start, end = move(value.start, value.end)
        if (start, end) != (value.start, value.end):
            return replace(value, start=start, end=end)
    return value


def _removals(doc: Document, move: Move, source: str) -> Removals:
    found, new = list[Removal](), tuple.__new__  # a page has many: the record is made without a detour
    for start, end, kind, rule, _ in doc.marks:
        if kind not in KEPT:
            first, last = move(start, end)
            found.append(new(Removal, (first, last, kind, rule, source[first:last])))
    return Removals(found)


def _printed(pieces: list[Piece]) -> str:
    return pieces[0][1] if len(pieces) == 1 else "".join([words for _, words in pieces])


def _dateline(doc: Document, shown: Document, move: Move) -> Dateline | None:
    marks = [mark for mark in doc.marks if mark.kind == "dateline"]
    if not marks:
        return None
    value = marks[0].value if isinstance(marks[0].value, Dateline) else Dateline(raw="")
    start, end = move(marks[0].start, marks[-1].end)
    return replace(value, raw=_printed(kept(shown, "dateline")), start=start, end=end)


def _dates(doc: Document, move: Move) -> dict[str, Any]:
    """The date lines, and the first certain value of each role.

    Where a day stands first in another calendar, the same day beside it in this one tells.
    """
    found = [*_values(doc.marks, DateFound)]
    fields: dict[str, Any] = {"dates": tuple(moved(one, move) for one in found)}
    if len(found) > 1:
        is_elsewhere = _elsewhere(doc)
        found.sort(key=lambda one: is_elsewhere(one.start))
    for before, one in zip((None, *found), found, strict=False):
        is_first = f"{one.role}_raw" not in fields
        if one.role in ("published", "updated") and (is_first or (before and _is_same_day(before, one))):
            fields[one.role], fields[f"{one.role}_raw"] = one.value, one.raw
        elif one.role == "page_date" and one.value is not None:
            fields.setdefault("page_date", date_only(one.value))
    return fields


def _is_same_day(before: DateFound, one: DateFound) -> bool:
    """True for "5 Rajab 1445 - 17 January 2024": the calendar before is none that is read."""
    return not before.readings and before.role == one.role and one.start - before.end < _BESIDE


_BESIDE = 12
"""So many code points at most stand between the two: a dash, "A.H.", "corresponding to"."""


def _elsewhere(doc: Document) -> Callable[[int], bool]:
    """False between the last title above the story and its second paragraph: dates and names there are the story's."""
    blocks = doc.blocks
    story = next((at for at, block in enumerate(blocks) if is_prose(block.text)), 0)  # behind what is left of a menu
    first = blocks[story].start if blocks else len(doc.text)
    end = blocks[story + 1].start if len(blocks) > story + 1 else len(doc.text)
    titles = [mark.end for mark in doc.marks if mark.kind in TITLES]
    start = max((at for at in titles if at <= first), default=titles[0] if titles else 0)
    return lambda at: not start <= at <= end


def _byline(doc: Document, marks: Iterable[Mark]) -> dict[str, Any]:
    listed = list(marks)
    if not listed:
        return {}
    if len(listed) > 1:
        is_elsewhere = _elsewhere(doc)
        near = [mark for mark in listed if not is_elsewhere(mark.start)]
        listed = near if any(mark.value for mark in near) else listed  # the others sign other stories
    authors = (author for mark in listed for author in mark.value or () if isinstance(author, Author))
    return {"byline": _first(doc, listed), "authors": tuple(dict.fromkeys(authors))}


def _first(doc: Document, marks: list[Mark]) -> str:
    return _printed(lines_of(doc, marks)[0])


def _every(doc: Document, marks: list[Mark]) -> tuple[str, ...]:
    return tuple(map(_printed, lines_of(doc, marks)))


def _captions(doc: Document, marks: Iterable[Mark]) -> tuple[str, ...]:
    """What pictures showed: caption lines, and the words that a caption shortcode encloses."""
    said = [(line[0][0], _printed(line)) for line in lines_of(doc, marks) if line]
    said += [(one.start, squeeze(one.content or "")) for one in _values(doc.marks, Embed) if one.kind in _PICTURES]
    return tuple(words for _, words in sorted(said) if words)


_PICTURES = frozenset({"caption", "mediawiki_file"})


def _keywords(doc: Document, marks: list[Mark]) -> tuple[str, ...]:
    """The words of tag lists behind their labels, each once."""
    lines = (words.replace("：", ":") for words in _every(doc, marks))
    listed = (line.partition(":")[2] for line in lines)
    found = (word.strip(" .#") for words in listed for word in _between_tags().split(words))
    return tuple(dict.fromkeys(word for word in found if word))


@cache
def _between_tags() -> re.Pattern[str]:
    return re.compile(r"[,;|/•·、，]")


@cache
def _between_names() -> re.Pattern[str]:
    return re.compile(r",\s?(?:and\s)?|\s(?:and|&)\s|;\s?")


def _contributors(_: Document, marks: list[Mark]) -> tuple[str, ...]:
    """The names of a wire tail, without what each of them did."""
    values = [mark.value for mark in marks if isinstance(mark.value, Mapping)]
    listed = [words for value in values for key, words in value.items() if key.startswith("names")]
    names = (name.strip(" .") for names in listed for name in _between_names().split(names))
    return tuple(dict.fromkeys(name for name in names if name))


_FIELDS: Mapping[str, tuple[str, Callable[[Document, list[Mark]], Any]]] = {
    "kicker": ("kicker", _first),
    "standfirst": ("standfirst", _first),
    "credit": ("credits", _every),
    "correction": ("corrections", _every),
    "copyright": ("copyright_notice", _first),
    "tags": ("keywords", _keywords),
    "wire_tail": ("contributors", _contributors),
}
"""Which field of the article the words of a kind of mark fill, and how."""
