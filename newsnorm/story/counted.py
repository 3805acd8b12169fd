"""Where a story counts its parts, "1. The pier", "2. The bay", it is not over before the last number."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newsnorm.document import Document
from newsnorm.story.units import Unit

__all__ = ["counted_on"]

_SOME = 2
"""So many numbers in order stand inside the story."""

_SKIPS = 2
"""A number may be missing."""

_SAID = 3
"""A part has a sentence of such a size at least; titles in a row have none."""

_SURE = 80
"""Points of a number that goes on counting: more than any gap has against the story."""


def counted_on(doc: Document, units: Sequence[Unit], points: Sequence[float], story: tuple[int, int]) -> list[float]:
    r"""The points, and more for the lines below the story that go on counting where it leaves off.

    Between two parts sites print pictures, consent boxes and offers, and a long list may have more of them than
    paragraphs. A list of other stories counts too, but it begins anew.

    >>> from newsnorm.story.units import units_of
    >>> pier, bay, town = (f"The {one} is old, and nobody has cared for it since the flood, said the mayor." for one in
    ...                    ("pier", "bay", "town"))
    >>> doc = Document(f"1. The pier\n{pier}\n2. The bay\n{bay}\nLogin\n3. The town\n{town}")
    >>> counted_on(doc, units_of(doc), [0] * 7, (0, 3))
    [0, 0, 0, 0, 0, 80, 0]
    """
    found = list(points)
    numbers = list(_numbers(doc, units, story[0]))
    if len(numbers) <= _SOME:
        return found  # as nearly always
    number = count = 0
    for at, said in numbers:
        goes_on = number < said <= number + _SKIPS
        if at <= story[1]:
            number, count = (said, count + 1) if goes_on else (1, 1) if said == 1 else (number, count)
        elif count < _SOME or said == 1:
            break
        elif goes_on:
            number, found[at] = said, _SURE
    return found


def _numbers(doc: Document, units: Sequence[Unit], first: int) -> Iterator[tuple[int, int]]:
    """The units that begin with a number, with the number; but not where no sentence stands there or below it."""
    at = said = -1
    for index in range(first, len(units)):
        start, _, name, size = units[index]
        if size >= 0 and doc.text[start].isdigit():
            number = _number().match(doc.text, start)
            if number is not None:
                at, said = index, int(number[1])
        if at >= 0 and name == "sentence" and size >= _SAID:
            yield at, said
            at = -1


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"([0-9]{1,3})[.)] ?(?![0-9])")
