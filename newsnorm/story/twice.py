"""Where a page prints its story a second time: for print, for phones, or behind the comments, wrapped another way."""

from collections.abc import Sequence

from newsnorm.document import Document
from newsnorm.story.units import Unit

__all__ = ["second_printing"]

_LONG = 4
"""The story's paragraphs have such a size."""

_KEY = 40
"""Two paragraphs that begin with the same so many code points are the same; wrapped lines are hardly shorter."""

_LEAD = 2
"""The second printing begins with one of so many first paragraphs."""

_BETWEEN, _HALF = 3, 0.5
"""So many paragraphs stand before it, and half as much text as behind it: else the first was a summary."""

_WITHIN = 4
"""One of so many paragraphs behind it was printed before too, or two where the first came again before; else one quote
or one sentence came again."""

_SKIPPED, _SKIPS = 3, 2
"""Where it leaves out more paragraphs than so many, so many more must come again: pictures' captions say once more what
two paragraphs said that stood far apart."""


def second_printing(doc: Document, units: Sequence[Unit]) -> int:
    """The unit with which the story begins again; the number of units when it does not.

    >>> from newsnorm.story.units import units_of
    >>> who = ("The mayor of Lakeport", "The harbour master", "The owner of the last ferry", "Nobody")
    >>> story = [f"{one} said on Monday that the harbour would stay closed for two days, or as long as it rained."
    ...          for one in who]
    >>> doc = Document("\\n".join([*story, "Print", *story]))
    >>> second_printing(doc, units_of(doc))
    5
    """
    long = [at for at, (_, _, _, size) in enumerate(units) if size >= _LONG]
    if len(long) < 2 * _BETWEEN:
        return len(units)
    if len({doc.text[units[at][0] : units[at][0] + _KEY] for at in long}) == len(long):
        return len(units)  # as nearly always: nothing comes again
    size = [units[at].end - units[at].start for at in long]
    total = sum(size)
    seen: dict[str, tuple[int, int]] = {}  # the number of the paragraph and the text before it
    before, found, found_at, opened, reached, missing = 0, len(units), 0, 0, -1, 0
    early = set[int]()  # what came again too soon is a summary, or a picture's caption that may well come a third time
    for number, at in enumerate(long):
        start = units[at].start
        first, above = seen.setdefault(doc.text[start : start + _KEY], (number, before))
        if first < number:
            if reached >= 0 and number - found_at <= _WITHIN and first > reached:
                skips = first - opened > number - found_at + _SKIPPED
                missing, reached = missing - 1, first
                if missing <= (-_SKIPS if skips else 0):
                    return found
            if first < _LEAD and number >= _BETWEEN and before - above >= _HALF * (total - before):
                found, found_at, opened, reached, missing = at, number, first, first, 2 if first in early else 1
            elif first < _LEAD:
                early.add(first)
        before += size[number]
    return len(units)
