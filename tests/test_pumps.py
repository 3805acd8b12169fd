"""No pattern of newsnorm's own has many ways to read a text: bounded repeats multiply, too, where they share a sign."""

import re
import signal
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from compiled import compiled
from pumps import pumps

pytestmark = [
    pytest.mark.once,
    pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="nothing here ends a pattern that never ends"),
]

SIZES, BETWEEN = (90, 450), (220,)
"""Code points: a short text meets the end of a pattern, a long one its bounds; one between them does, in a hurry."""

LONGEST = 0.2
"""Seconds of CPU for a text; most take microseconds, none of newsnorm's a tenth of it."""

CREDIT = r"(?:[A-Z][\w.-]{0,30}(?: ?[,/-]{1,2} ?| (?:of |and )?)){0,9}[A-Z][\w.-]{0,30} ?/ ?(?:AP|AFP)"


class LateError(Exception):
    """A pattern has had its time."""


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    """What ends a question that never would; `re` looks for signals while it searches."""

    def ring(*_: object) -> None:
        raise LateError

    before = signal.signal(signal.SIGPROF, ring)
    yield
    signal.signal(signal.SIGPROF, before)


def first_slow(
    question: Callable[[str], object], texts: Iterator[tuple[str, str, str]], sizes: tuple[int, ...] = SIZES
) -> str | None:
    """The first text that takes too long, at two tries of two; None when none does."""
    for start, unit, end in texts:
        for size in sizes:
            text = start + unit * max(1, (size - len(start)) // len(unit)) + end
            if _is_slow(question, text) and _is_slow(question, text):
                return text
    return None


def _is_slow(question: Callable[[str], object], text: str) -> bool:
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        question(text)
    except LateError:
        return True
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return False


def questions(found: Any, place: tuple[str, int]) -> list[Callable[[str], object]]:
    """How a pattern is asked: that of a line rule about a whole line, another in any way."""
    if isinstance(found.pattern, bytes):
        return [lambda text: found.search(text.encode("latin-1", "replace"))]
    return [found.fullmatch] if place[0] == "newsnorm.rules.patterns" else [found.fullmatch, found.match, found.search]


def slow(many: int, ways: int, sizes: tuple[int, ...]) -> list[tuple[str, str, str]]:
    """The patterns that are slow, each with where it stands and a text on which it is."""
    return [
        (f"{place[0]}:{place[1]}", source, text)
        for place, patterns in compiled().items()
        for source, found in patterns.items()
        for question in questions(found, place)
        if (text := first_slow(question, pumps(source, many, ways), sizes)) is not None
    ]


@pytest.mark.growth
def test_no_pattern_has_many_ways_to_read_its_signs() -> None:
    """Each alone, in pairs, and behind words: a few of each."""
    assert slow(4, 1, BETWEEN) == []


@pytest.mark.long
def test_no_repeat_of_a_pattern_has_many_ways_to_be_read() -> None:
    """All signs and words, and each repeat filled, and what must come behind it missing."""
    assert slow(24, 8, SIZES) == []


@pytest.mark.parametrize(
    "pattern", [CREDIT, "(?:a{1,9} ?){1,40}b", "(?:(?:a|ab)(?:b|c?)){1,90}d", r"(?:\w{1,9}-?){1,30}!"]
)
def test_a_pattern_with_many_ways_is_seen(pattern: str) -> None:
    """A row of names between hyphens, where names may have hyphens: it is bounded, and would take for ever."""
    assert first_slow(re.compile(pattern).fullmatch, pumps(pattern, 4, 1), BETWEEN)


def test_one_way_is_no_wrong() -> None:
    """The same with names that give nothing back."""
    pattern = CREDIT.replace("{0,30}", "{0,30}+")
    assert first_slow(re.compile(pattern).fullmatch, pumps(pattern, 24, 8)) is None


def test_what_a_pattern_is_asked_comes_from_it() -> None:
    """Its signs, its words before them, and its repeats by the way that leads to them; the same at every run."""
    found = list(pumps(r"By (?:[A-Z]\.|von ){1,3}x", 9, 3))
    assert found == list(pumps(r"By (?:[A-Z]\.|von ){1,3}x", 9, 3))
    assert ("", ".", "\x00") in found
    assert ("", "By .", "\x00") in found
    assert {start for start, _, _ in found} == {"", "By "}
    assert any("von " in unit for start, unit, _ in found if start)
