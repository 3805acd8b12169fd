"""The line that says who wrote the story: above it, or signed at its end."""

from collections.abc import Iterator
from itertools import islice

from newsnorm.bylines import LONGEST, Byline, read_byline, words_of
from newsnorm.calendars import ROLES, label_key, plain_word
from newsnorm.document import Document, Mark
from newsnorm.head import is_prose
from newsnorm.layout import below_title, is_title, layout

__all__ = ["byline"]

RULE = "step:byline"


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
        if found is not None and (found.rule is not None or page.vouches(index, found)):
            page.signed.append(index)
            yield Mark(block.start, block.end, "byline", found.rule.id if found.rule else RULE, found.authors)


class _Page:
    """What the lines around a name tell about it."""

    def __init__(self, doc: Document) -> None:
        self.blocks = doc.blocks
        self.signed: list[int] = []
        self._words = words_of(doc.rules)
        self._layout = layout(doc.blocks)
        self._dates = [mark for mark in doc.marks if mark.kind in ROLES]

    def places(self) -> Iterator[int]:
        """The lines that may be a byline: above the story, near its start, and behind its end."""
        near, tail = self._layout.near, self._layout.tail
        yield from range(near)
        yield from range(max(near, tail), len(self.blocks))

    def read(self, index: int) -> Byline | None:
        """The line as a byline; also a "By:" whose name stands on the next line, and that name."""
        text = self.blocks[index].text
        if len(text) > LONGEST or is_prose(text):
            return None
        if self._is_label(index) and index + 1 < len(self.blocks):
            below = read_byline(f"{text} {self.blocks[index + 1].text}", self._words)
            return None if below is None else below._replace(authors=())
        if index and self._is_label(index - 1):
            text = f"{self.blocks[index - 1].text} {text}"
        return read_byline(text, self._words)

    def _is_label(self, index: int) -> bool:
        """True for a line that is "By:" and nothing else."""
        text = self.blocks[index].text
        return len(text) <= 24 and label_key(text) in self._words.labels

    def vouches(self, index: int, found: Byline) -> bool:
        """True when a line without "By" stands where bylines stand."""
        parts = self._layout
        if self._is_second(index):
            return False
        if index < parts.near and self._beside_date(index):
            return found.has_address or not self._speaks_of(found, index)
        if index < parts.head or below_title(self.blocks, index):
            trusted = found.has_address or found.is_desk
            return self._opens_story(index, found) and (trusted or not self._speaks_of(found, index))
        return index >= parts.tail and index <= parts.tail + 1 and not self._names_in_full(found)

    def _is_second(self, index: int) -> bool:
        """True when the page is signed already, and not on the line above."""
        return bool(self.signed) and self.signed[-1] < index - 1

    def _beside_date(self, index: int) -> bool:
        """True when a date line was marked on the same line, on the one before or on the one after."""
        low = self.blocks[index - 1].end if index else 0
        high = self.blocks[index + 1].start if index + 1 < len(self.blocks) else self.blocks[index].end + 200
        return any(low <= mark.start < high for mark in self._dates)

    def _opens_story(self, index: int, found: Byline) -> bool:
        """True below a headline, or below another byline there, with the story next; a desk may also open the page.

        A menu stands below the page's title too: there short lines follow.
        """
        above = index - 1
        while above in self.signed:
            above -= 1
        ahead = self.blocks[index + 1 : index + 3]
        if found.is_desk and (index == 0 or is_title(self.blocks[above].text)):
            return index > 0 or (bool(ahead) and is_prose(ahead[0].text))
        return above >= 0 and is_title(self.blocks[above].text) and any(len(block.text) > 40 for block in ahead)

    def _speaks_of(self, found: Byline, index: int) -> bool:
        """True when a headline or one of the first paragraphs has a word of the name."""
        names = {plain_word(word) for one in found.authors for word in one.name.split() if len(word) > 2}
        start = self._layout.head
        titles = (block.text for at, block in enumerate(self.blocks[:start]) if at != index and is_title(block.text))
        story = (block.text for block in self.blocks[start : start + 12] if is_prose(block.text))
        return any(not names.isdisjoint(_words(text)) for text in (*titles, *islice(story, 6)))

    def _names_in_full(self, found: Byline) -> bool:
        """True when the story has the whole name."""
        name = found.authors[0].name
        return not found.is_bare or name.isupper() or any(name in block.text for block in self.blocks[: self._layout.tail])


def _words(text: str) -> set[str]:
    return {plain_word(word.strip(".,;:!?\"'“”‘()[]«»").removesuffix("’s").removesuffix("'s")) for word in text.split()}
