"""Texts made to be slow: signs in rows, and newsnorm's own rules turned against it."""

import itertools
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from newsnorm.rules.rule import Rule
from newsnorm.rules.sets import rules_for

__all__ = ["HOSTILE", "Make", "attacks"]

Make = Callable[[int], str]
"""The text of a size, in code points."""

WORDS = "The council said on Tuesday that the new plan would cost more than expected. "


def rows(piece: str) -> Make:
    """The same over and over."""
    return lambda n: (piece * (n // len(piece) + 1))[:n]


_LINE = 900
"""So many code points are a long line, which rules still look at."""

_SIGNS = (
    *(" ", "-", ".", ",", ", ", "/", " / ", "|", " | ", " - ", " – ", ": ", "; ", "&", " & ", "(", ") (", "’", "_"),
    *("@", "•", "»", "[", "“", "…", "!", "、", "：", "（", "\u3000", "-&", ".,", ", - "),
)
"""What joins words in labels, credits and datelines."""


def _joined(words: str, sign: str) -> str:
    return (words + sign) * (_LINE // len(words + sign)) + words


HOSTILE: dict[str, Make] = {
    "one line of words": rows(WORDS),
    "paragraphs": rows(WORDS * 3 + "\n\n"),
    "short lines": rows("abc\n"),
    "one headline": rows("Council approves new plan for the harbour\n"),
    "one headline, many sites": lambda n: "\n".join(
        f"Council approves new plan for the harbour - Site {number}" for number in range(n // 52)
    ),
    "empty lines": rows(" \n"),
    "line ends": rows("\n"),
    "blanks": rows(" "),
    "one letter": rows("A"),
    "capitals": rows("A, "),
    "labels": rows("Google Ads | "),
    "label lines": rows("Advertisement\n"),
    "openers": rows("["),
    "doubled openers": lambda n: "[[" * (n // 4) + "]]" * (n // 4),
    "unclosed captions": rows("[caption id=1]"),
    "nested captions": lambda n: "[caption id=1]" * (n // 24) + "[/caption]" * (n // 24),
    "orphan closers": rows("[/b]"),
    "braces": rows("{"),
    "less": rows("<"),
    "tags": rows("<p "),
    "ampersands": rows("&"),
    "entities": lambda n: "&" + "amp;" * (n // 4),
    "mojibake": rows("Ã©"),
    "mojibake before blanks": rows("Ã "),
    "mojibake behind letters": rows("a Ã"),
    "marks": lambda n: "a" + "\u0300\u0323" * (n // 2),
    "one mark": lambda n: "a" + "\u0300" * n,
    "marks in lines": rows("a" + "\u0300\u0323" * 40 + "\n"),
    "marks of direction": rows("\u200f"),
    "ligatures": rows("\ufdfa"),
    "zero width joiners": rows("\U0001f468\u200d"),
    "digits": rows("1"),
    "digits and dashes": rows("1-"),
    "dates": rows("Tue, 21-Oct-2025\n"),
    "dates on one line": rows("Tue, 21-Oct-2025 "),
    "date words": rows("Jan 1, "),
    "bylines": rows("By Ada Lindqvist\n"),
    "datelines": rows("KARACHI: "),
    "dateline lines": rows("KARACHI, Feb 12 (Reuters) - It rained.\n"),
    "brackets": rows("("),
    "quotes": rows("“"),
    "stops": rows("."),
    "strokes": rows("/"),
    "commas": rows(", "),
    "initials": rows("a."),
    "names and hyphens": rows("A-"),
    "names and signs": rows("".join(f"{_joined('Ada', sign)}\n" for sign in _SIGNS)),
    "names and signs on one line": lambda n: "".join(rows(f"Ada{sign}")(n // len(_SIGNS)) for sign in _SIGNS),
    "dashes": rows(" - "),
    "hyphens": rows("-"),
    "pipes": rows("a | "),
    "addresses": rows("http://a."),
    "mentions": rows("a@"),
    "shortcodes": rows('text [gallery ids="1"] more '),
    "shortcode lines": rows('[gallery ids="1"]\n'),
    "hard-wrapped lines": rows("the council said on Tuesday that\n"),
}
"""What hurts text cleaners, or might."""

_HOLE = 200
"""A rule's hole holds so many code points."""

_FILL = "tern mill quay "


@cache
def attacks() -> dict[str, Make]:
    """For every section of the rules: its rules' own texts, whole and spoilt, in lines and glued."""
    found: dict[str, Make] = {}
    for kind, listed in _by_kind().items():
        ways: dict[str, Iterable[str]] = {
            "whole": (f"{text}\n" for text in _texts(listed)),
            "half, and the hole filled": (f"{_half(text)}{_filled()}\n" for text in _texts(listed)),
            "without their ends": (f"{text[:-1]} " for text in _texts(listed)),
            "beginnings in a row": (" ".join(text.split()[:2]) + " " for text in _texts(listed)),
            "one beginning": (f"{_half(text)} " for text in itertools.islice(_texts(listed), 1)),
            "phrases without what closes them": _unclosed(listed),
            "words joined by signs": _rows_of_words(listed),
        }
        for way, pieces in ways.items():
            text = "".join(pieces)
            if text:
                found[f"{kind}: {way}"] = rows(text)
    return found


def _by_kind() -> dict[str, list[Rule]]:
    kinds: dict[str, list[Rule]] = {}
    for rule in rules_for():
        kinds.setdefault(rule.kind, []).append(rule)
    return kinds


def _texts(rules: list[Rule]) -> Iterator[str]:
    """What the rules find, mixed, so that a short attack has something of every file."""
    step = 7
    for rule in (rule for start in range(step) for rule in rules[start::step]):
        for one in rule.hit[:3]:
            text: Any = one.get("text") if isinstance(one, dict) else one
            if isinstance(text, str) and text:
                yield text


def _unclosed(rules: list[Rule]) -> Iterator[str]:
    """The first part of every phrase with a hole, its hole filled to the limit and behind it nothing that fits."""
    for rule in rules:
        for phrase in rule.says:
            before, hole, _ = phrase.partition("…")
            if hole and before:
                yield f"{before}{_filled()}\n"


def _rows_of_words(rules: list[Rule]) -> Iterator[str]:
    """The first two words of each text, over and over, a sign between them: a line a sign, in turn."""
    for text, sign in zip(_texts(rules), itertools.cycle(_SIGNS), strict=False):
        yield f"{_joined(' '.join(text.split()[:2]), sign)}\n"


def _filled() -> str:
    return (_FILL * _HOLE)[:_HOLE]


def _half(text: str) -> str:
    return text[: max(1, len(text) // 2)]
