"""Law 5: four times the text takes four times as long, whatever the text. Ratios of one run, never seconds."""

from collections.abc import Callable

import pytest

from growth import grows_in_proportion
from newsnorm import find_embeds, normalize, parse_dateline, remove_boilerplate, repair

WORDS = "The council said on Tuesday that the new plan would cost more than expected. "

HOSTILE: dict[str, Callable[[int], str]] = {
    "one line of words": lambda n: WORDS * (n // len(WORDS)),
    "paragraphs": lambda n: (WORDS * 3 + "\n\n") * (n // (3 * len(WORDS))),
    "short lines": lambda n: "abc\n" * (n // 4),
    "one headline": lambda n: "Council approves new plan for the harbour\n" * (n // 42),
    "empty lines": lambda n: " \n" * (n // 2),
    "blanks": lambda n: " " * n,
    "one letter": lambda n: "A" * n,
    "capitals": lambda n: "A, " * (n // 3),
    "labels": lambda n: "Google Ads | " * (n // 13),
    "label lines": lambda n: "Advertisement\n" * (n // 14),
    "openers": lambda n: "[" * n,
    "doubled openers": lambda n: "[[" * (n // 4) + "]]" * (n // 4),
    "unclosed captions": lambda n: "[caption id=1]" * (n // 14),
    "orphan closers": lambda n: "[/b]" * (n // 4),
    "braces": lambda n: "{" * n,
    "tags": lambda n: "<p " * (n // 3),
    "entities": lambda n: "&" + "amp;" * (n // 4),
    "mojibake": lambda n: "Ã©" * (n // 2),
    "marks": lambda n: "a" + "\u0300\u0323" * (n // 2),
    "zero width joiners": lambda n: "\U0001f468\u200d" * (n // 2),
    "digits": lambda n: "1" * n,
    "dates": lambda n: "Tue, 21-Oct-2025\n" * (n // 17),
    "date words": lambda n: "Jan 1, " * (n // 7),
    "bylines": lambda n: "By Ada Lindqvist\n" * (n // 17),
    "datelines": lambda n: "KARACHI: " * (n // 9),
    "brackets": lambda n: "(" * n,
    "quotes": lambda n: "“" * n,
    "dashes": lambda n: " - " * (n // 3),
    "pipes": lambda n: "a | " * (n // 4),
    "mentions": lambda n: "a@" * (n // 2),
    "shortcodes": lambda n: 'text [gallery ids="1"] more ' * (n // 28),
    "shortcode lines": lambda n: '[gallery ids="1"]\n' * (n // 18),
}


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
