"""The line that says who wrote the story: above it, or signed at its end."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from newsnorm.bylines.reading import LONGEST, Byline, read_byline
from newsnorm.bylines.signs import has_bars
from newsnorm.bylines.whose import is_known, may_be_known, speaks_of, without_writer
from newsnorm.bylines.words import Words, words_of
from newsnorm.datelines import parse_dateline
from newsnorm.dates.calendars import ROLES
from newsnorm.dates.marks import date_mark, days_of
from newsnorm.document import Block, Document, Mark
from newsnorm.records import Author
from newsnorm.story.head import SHORTEST_PROSE, is_prose
from newsnorm.story.layout import PageTitles, is_title, layout

__all__ = ["byline"]

RULE = "step:byline"

_LABEL = 24
"""No "By:" that stands alone is longer, in code points."""


def byline(doc: Document) -> Iterator[Mark]:
    """Mark the bylines, with a tuple of `Author` as value.

    A line that says "By" counts above the story, near its start and behind its end. A name without "By" counts only
    below a headline, beside a date line, or right behind the last paragraph, and only if the story does not speak of
    somebody of that name: else it is whom the story is about.
    """
    page = _Page(doc)
    for index in page.places():
        block = doc.blocks[index]
        found = page.read(index)
        if found is None or not (found.rule is not None or page.vouches(index, found)):
            continue
        if _with_place(block.text) or not _opens_paragraph(block.text):
            page.sign(index)
            rule = found.rule.id if found.rule else RULE
            yield from _signed(doc, block, Mark(block.start, block.end, "byline", rule, page.new(found.authors)))
            yield from page.role_below(index)
    for block, desk, end in _opening_desks(doc):
        yield Mark(block.start, end, "byline", RULE, page.new(desk.authors))


_FIELD = 60
"""No "Author: …" below the story is longer, in code points."""

_LINES = 8
"""On one of so many lines begins the story."""


def _opening_desks(doc: Document) -> Iterator[tuple[Block, Byline, int]]:
    """Desks in front of a paragraph, and where they end; one word may be who speaks in an interview."""
    for block in doc.blocks[:_LINES]:
        glued = _opening().match(block.text) if block.text[0] >= _EAST and is_prose(block.text) else None
        found = read_byline(glued[1], words_of(doc.rules)) if glued and " " in glued[1] else None
        if glued and found and found.is_desk:
            yield block, found, block.start + glued.end()


_EAST = "\u0600"
"""The first letter of Arabic: those of Europe come before it."""


@cache
def _opening() -> re.Pattern[str]:
    """A few words, in letters of Arabic or India, and the sign behind which the story begins: "বিনোদন ডেস্ক : …"."""
    return re.compile(
        r"(?=[\u0600-\u0dff])([^\W\d_][^:।۔.!?\n|॥]{3,38}?)\s?(?:[:|॥]{1,2}|(?<=\w)ঃ(?=\s)|\s[-–—]|[-–—]\s)\s{0,3}(?=\S)"
    )


def _signed(doc: Document, block: Block, byline: Mark) -> Iterator[Mark]:
    """The byline around the dates that stand in it: "By Jane Ronan - Lake Times - Thursday, December 21, 2023"."""
    start = block.start
    for one in days_of(doc, block):
        day = date_mark(block, one, RULE)
        yield byline._replace(start=start, end=day.start)
        yield day
        start = day.end
    yield byline._replace(start=start)


def _opens_paragraph(line: str) -> bool:
    """True for a line where a dateline stands, with words of the story behind: its reporter is the dateline's."""
    found = parse_dateline(line)
    return found is not None and bool(line[found.end :].strip())


class _Page:
    """What the lines around a name tell about it."""

    def __init__(self, doc: Document) -> None:
        self.blocks = doc.blocks
        self._doc = doc
        self.signed: dict[int, int] = {}  # a byline, and the next line above it that is none; -1 when there is none
        self._names: set[str] = set()
        self._rules = doc.rules
        self._words = words_of(doc.rules)
        short = [(at, text) for at, (_, _, text) in enumerate(doc.blocks) if len(text) <= _LABEL]
        self._labels = frozenset(at for at, text in short if _is_label(text, self._words))
        self._layout = layout(doc.blocks)
        self._titles = PageTitles(doc.blocks)
        self._dated = _beside(doc.blocks, [mark for mark in doc.marks if mark.kind in ROLES])

    def places(self) -> Iterator[int]:
        """The lines that may be a byline: above the story, near its start, and behind its end."""
        near, tail = self._layout.near, self._layout.tail
        yield from range(near)
        for index in range(near, tail):
            is_behind = index in self._dated and self._follows_date(index)
            if is_behind or (len(self.blocks[index][2]) <= _FIELD and self._follows_paragraph(index)):
                yield index
        yield from range(max(near, tail), len(self.blocks))

    def _follows_date(self, index: int) -> bool:
        """True for a line's part behind its date: "Posted on December 21, 2023 by Jo Marsh"."""
        return self.blocks[index].start in self._doc.fragments and index not in self._labels

    def _follows_paragraph(self, index: int) -> bool:
        """True for a short "Author: …" where the page goes on with something else than the story."""
        text = self.blocks[index].text
        if not _colon().search(text, 0, 30) or self.signed:
            return False
        before, behind = self.blocks[max(0, index - 2) : index], self.blocks[index + 1 : index + 2]
        return any(is_prose(block.text) for block in before) and not any(is_prose(block.text) for block in behind)

    def read(self, index: int) -> Byline | None:
        """The line as a byline; also a "By:" whose name stands on the next line, and that name."""
        text = self.blocks[index].text
        if len(text) > LONGEST or (len(text) >= SHORTEST_PROSE and is_prose(text)):
            return None
        above = index - 1 in self._labels
        labelled = not above and not self._may_sign(index, text)
        if labelled and not self._words.may_open(text) and not has_bars(text):
            return None
        if index in self._labels and index + 1 < len(self.blocks):
            below = read_byline(f"{text} {self.blocks[index + 1].text}", self._words)
            return None if below is None else below._replace(authors=())
        if above:
            text = f"{self.blocks[index - 1].text} {text}"
        found = read_byline(text, self._words, labelled=labelled)
        return found if found or labelled else _with_place(text)

    def new(self, authors: tuple[Author, ...]) -> tuple[Author, ...]:
        """The authors that no line before named: pages sign twice."""
        new = tuple(one for one in authors if one.name.casefold() not in self._names)
        self._names.update(one.name.casefold() for one in new)
        return new

    def role_below(self, index: int) -> Iterator[Mark]:
        """The line below a byline when it says no more than the writer's job, and the story or a date follows."""
        for role in self.blocks[index + 1 : index + 2]:
            if role.text[-1] in ".!?:," or not self._words.is_role(role.text):
                return
            after = self.blocks[index + 2 : index + 3]
            if all(is_prose(block.text) or any(map(str.isdigit, block.text)) for block in after):
                self.sign(index + 1)
                yield Mark(role.start, role.end, "byline", RULE, ())

    def _may_sign(self, index: int, text: str) -> bool:
        """False where `vouches` says no to every line without "By", whatever it reads: most lines need no reading."""
        parts = self._layout
        if index >= parts.tail:
            is_behind = index <= parts.tail + 1 or index == len(self.blocks) - 1
            return is_behind and may_be_known(text, self._rules)
        if "@" in text:
            return True
        if index in self._dated:
            return self._is_near_title(index) or may_be_known(text, self._rules)
        if index >= parts.head and not self._titles.stand_above(index):
            return False
        above = self._above(index)
        if above > 0 and not is_title(self.blocks[above].text):
            return False
        return may_be_known(text, self._rules) or (above >= 0 and self._is_on_top(above))

    def sign(self, index: int) -> None:
        """Keep in mind that the line is a byline."""
        self.signed[index] = self._above(index)

    def _above(self, index: int) -> int:
        """The next line above that is no byline; -1 when there is none."""
        return self.signed.get(index - 1, index - 1)

    def vouches(self, index: int, found: Byline) -> bool:
        """True when a line without "By" stands where bylines stand."""
        parts = self._layout
        if index >= parts.tail:
            return (index <= parts.tail + 1 or index == len(self.blocks) - 1) and self._signs(index, found)
        if found.has_address:
            return True
        if index in self._dated:
            known = found.is_desk or is_known(found, self._rules) or self._is_near_title(index)
            is_second = bool(self.signed) and next(reversed(self.signed)) < index - 1
            return known and not is_second and not self._speaks_of(found, index)
        if index < parts.head or self._titles.stand_above(index):
            return self._opens_story(index, found) and (found.is_desk or not self._speaks_of(found, index))
        return False

    def _is_near_title(self, index: int) -> bool:
        return any(is_title(block.text) for block in self.blocks[max(0, index - 3) : index])

    def _opens_story(self, index: int, found: Byline) -> bool:
        """True below a headline, or below another byline there; a desk may also open the page.

        A menu stands below the page's title too: a name that nobody knows needs the headline at the very top,
        and the story next.
        """
        above = self._above(index)
        ahead = self.blocks[index + 1 : index + 3]
        if above < 0 and ahead and found.is_desk:
            return is_prose(ahead[0].text)
        if above < 0 or not is_title(self.blocks[above].text):
            return above < 1 and bool(ahead) and is_title(ahead[0].text) and is_known(found, self._rules)
        if found.is_desk or is_known(found, self._rules):
            return True
        return self._is_on_top(above) and any(len(block.text) > 40 for block in ahead)

    def _is_on_top(self, above: int) -> bool:
        """True when nothing but titles and bylines stands above this line."""
        return all(at in self.signed or is_title(self.blocks[at].text) for at in range(above))

    def _signs(self, index: int, found: Byline) -> bool:
        """True for the signature behind the last paragraph: a known name that the story does not have."""
        name = found.authors[0].name if found.authors else ""  # a label may stand alone: "Autoren"
        if not name or name.isupper() or not is_known(found, self._rules):
            return False
        beside = (*self.blocks[self._layout.tail : index][-1:], *self.blocks[index + 1 : index + 2])
        if any(read_byline(block.text, self._words) for block in beside):
            return False  # a list of the house's people
        story = (at for at in range(self._layout.tail) if at not in self.signed)
        return not any(name in self.blocks[at].text for at in story)

    def _speaks_of(self, found: Byline, index: int) -> bool:
        """True when a headline or one of the first paragraphs has a word of the name."""
        start = self._layout.head
        heads = (block.text for at, block in enumerate(self.blocks[:start]) if at != index and is_title(block.text))
        titles = (without_writer(found, head) for head in heads)
        story = (block.text for block in self.blocks[start : start + 12] if is_prose(block.text))
        return speaks_of(found, (*titles, *islice(story, 6)))


def _is_label(line: str, words: Words) -> bool:
    """True for a line that is "By:" and nothing else."""
    return words.is_label(line) and line.count(" ") < 4


def _beside(blocks: Sequence[Block], dates: Sequence[Mark]) -> frozenset[int]:
    """The lines with a date line on them, above them or below them."""
    starts = [block.start for block in blocks]
    found: set[int] = set()
    for mark in dates:
        at = bisect_right(starts, mark.start)  # the line below
        for index in range(max(0, at - 2), min(len(blocks), at + 2)):
            low = blocks[index - 1].end if index else 0
            high = blocks[index + 1].start if index + 1 < len(blocks) else blocks[index].end + 200
            if low <= mark.start < high:
                found.add(index)
    return frozenset(found)


def _with_place(text: str) -> Byline | None:
    """A name and a listed town, in a script without capitals: "القاهرة - جمال رونان", "রহিম রোনান, ঢাকা"."""
    parts = [part.strip(" )") for part in _apart().split(text.strip())] if len(text) <= _PLACED else []
    if len(parts) != 2 or any(char.upper() != char.lower() for char in text):
        return None
    for name, place in (parts, parts[::-1]) if "," not in text and "،" not in text else (parts,):
        words = name.split()
        found = parse_dateline(f"{place} - {name}") if len(words) in (2, 3) and all(map(_is_word, words)) else None
        if found and not found.agencies and [one.raw for one in found.places] == [place] and place != name:
            return Byline((Author(name=name, location=place, raw=text),), None)
    return None


_PLACED = 50
"""No name with its town is longer, in code points."""


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(r"\s?[-–—ـ(/]\s?|[,،]\s")


def _is_word(word: str) -> bool:
    return not any(char.isdigit() or char in '.:;!?؟।۔"«»' for char in word)


@cache
def _colon() -> re.Pattern[str]:
    return re.compile(r"[:：]")
