"""Law 5: four times the text takes four times as long, whatever the text. Ratios of one run, never seconds.

In minutes, with every function and up to a million code points: `python tests/benchmarks/bench_growth.py`.
"""

from collections.abc import Callable

import pytest

from attacks import HOSTILE, WORDS, attacks, rows
from growth import cost, grows_in_proportion
from newsnorm import dedupe_headlines, find_embeds, normalize, parse_dateline, remove_boilerplate, repair

pytestmark = pytest.mark.growth


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_normalize_grows_in_proportion(make: Callable[[int], str]) -> None:
    """On every hostile text."""
    assert grows_in_proportion(normalize, make)


@pytest.mark.parametrize(
    "function", [repair, find_embeds, parse_dateline, remove_boilerplate], ids=lambda f: f.__name__
)
@pytest.mark.parametrize("name", ["openers", "entities", "capitals", "marks", "one line of words", "brackets"])
def test_functions_grow_in_proportion(function: Callable[[str], object], name: str) -> None:
    """Alone as in the pipeline."""
    assert grows_in_proportion(function, HOSTILE[name])


@pytest.mark.parametrize("name", ["one headline", "one headline, many sites", "short lines", "label lines"])
def test_repeated_headlines_grow_in_proportion(name: str) -> None:
    """A page of nothing but its headline: all of its lines are one group."""
    assert grows_in_proportion(dedupe_headlines, HOSTILE[name], 16_000)


@pytest.mark.parametrize("name", attacks())
def test_our_own_rules_are_no_weapon(name: str) -> None:
    """A page of what the rules look for, spoilt, costs at most so many times as much as a page of prose."""
    size, most = 8_000, 500
    page = attacks()[name](size)
    normalize(page)
    assert any(cost(normalize, page) < most * cost(normalize, rows(WORDS * 3 + "\n")(size)) for _ in range(3))
