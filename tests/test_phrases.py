"""Phrases with holes: what stands in them, and that no number of them takes long."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm import normalize
from newsnorm.rules.phrases import Hole, holes_of, phrase_matcher

PARTS = st.text("ab ", max_size=3)


def pattern(hole: Hole) -> str:
    """What a phrase with holes means, as a regular expression."""
    first, *others = map(re.escape, hole.parts)
    return ".{1,200}".join([first + ("(?> ?[:：|] ?)" if hole.colon else ""), *others])


@given(st.lists(PARTS, min_size=2, max_size=5), st.booleans(), st.text("ab :", max_size=14))
def test_a_key_fits_as_a_regular_expression_says(parts: list[str], colon: bool, key: str) -> None:
    """Between all parts something, and nothing missing."""
    hole = Hole(tuple(parts), colon)
    assert hole.fits(key) == bool(re.fullmatch(pattern(hole), key))


@pytest.mark.parametrize(
    ("size", "fits"), [((1, 1), True), ((0, 1), False), ((1, 0), False), ((200, 200), True), ((200, 201), False)]
)
def test_a_hole_has_its_measure(size: tuple[int, int], fits: bool) -> None:
    """At least one code point, at most 200, in each."""
    key = f"time {'x' * size[0]} of {'y' * size[1]} played"
    assert Hole(("time ", " of ", " played"), colon=False).fits(key) == fits


def test_many_holes_take_no_longer() -> None:
    """Thirty of them, and a line on which each part stands a hundred times: its ways would be beyond counting."""
    match = phrase_matcher(["…".join(["tern", *["a"] * 30, "b"])])
    start = time.process_time()
    assert match("tern" + " a" * 400 + " c") is None
    assert match("tern" + " a" * 400 + " b") is not None
    assert time.process_time() - start < 1


def test_holes_of_a_phrase() -> None:
    """Before, between and behind."""
    assert [hole.parts for hole in holes_of(["Now: … of …", "… of … played", "Rain"])] == [
        ("now", " of ", ""),
        ("", " of ", " played"),
    ]
    match = phrase_matcher(["… of … played"])
    assert match("3 of 12 played") is not None
    assert match("of 12 played") is None


@pytest.mark.parametrize("line", ["Got a tip? Write to us", "Got a tip about the pier? Write", "Got a tip ? Écrivez"])
def test_a_blank_before_a_question_mark_is_the_holes(line: str) -> None:
    """Whether a site sets one is a custom of its language."""
    found = phrase_matcher(["Got a … ? …"])(line)
    assert found == {}


@pytest.mark.parametrize("line", ["👉 Read more", "📲Read more ➡️", "✅ READ MORE:", "⚠️ Read more 👇🔔"])
def test_a_pointing_hand_does_not_count(line: str) -> None:
    """Sites point at their own calls with pictures; a story's line with one has words that no rule knows."""
    assert phrase_matcher(["Read more"])(line) == {}
    assert phrase_matcher(["Read more"])(f"{line} than one of these") is None


def test_a_picture_stays_where_the_story_has_it() -> None:
    story = "The harbour was closed on Monday after two days of rain, said the mayor.\n✅ Bread and water\n👉 A lamp"
    assert [*normalize(story).paragraphs[-2:]] == ["✅ Bread and water", "👉 A lamp"]


def test_a_cedilla_is_a_comma_below() -> None:
    """Romanian has the comma, and many keyboards and older pages the cedilla; Turkish has it in phrase and line."""
    assert phrase_matcher(["Citește și: …", "Paylaş"])("Citeşte şi: Ploaia") == {}
    assert phrase_matcher(["Paylaş"])("PAYLAŞ") == {}


def test_a_stop_before_the_colon_is_the_phrases_own() -> None:
    """An abbreviation ends in both."""
    match = phrase_matcher(["Anm. d. Red.: …"])
    assert match("Anm. d. Red.: Der Name wurde geändert.") == {}
    assert match("Anm. d. Red: Der Name wurde geändert.") is None
