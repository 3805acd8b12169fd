"""What a pattern might choke on, read from the pattern itself: its repeats pumped, its words joined by its signs."""

import importlib
import random
import re
from collections.abc import Callable, Iterator
from typing import Any

__all__ = ["pumps"]

_PARSER: Any = importlib.import_module("re._parser")
_OPS: Any = importlib.import_module("re._constants")
_REPEATS = (_OPS.MAX_REPEAT, _OPS.MIN_REPEAT, _OPS.POSSESSIVE_REPEAT)
_WORDS = ("A", "a", "Ab", "1")
"""A capital, a small letter, a name and a number: most signs of a pattern stand beside one of them."""
_END = "\x00"
"""What hardly any pattern takes: behind it, all that was matched has to be given back."""
Tree = Any
"""What the parser of `re` makes of a pattern: pairs of what is done and what with."""


def pumps(pattern: str, many: int, ways: int) -> Iterator[tuple[str, str, str]]:
    """Texts against a pattern, each as a beginning, what is to be repeated behind it, and an end.

    Signs alone, in pairs, and behind words, so many of the pattern's own among them; then every repeat of the pattern,
    reached by the shortest way and filled in so many ways.
    """
    tree = _PARSER.parse(re.sub(r"\\[pP]\{[^}]*\}", r"\\w", pattern.replace(r"\X", ".")))
    signs, letters, runs = _parts(tree)
    signs = signs[:many]
    words = [*_WORDS, *letters[-2:], *sorted(runs, key=len)[:many]]
    joined = [*signs, *(a + b for a in signs for b in signs), *(word + sign for word in words for sign in signs)]
    joined += [*words, *(f"{word} {sign} " for word in _WORDS for sign in signs)]
    maker = _Maker([*signs, *_WORDS, *letters[:3], *letters[-2:]], random.Random(pattern))
    for unit in dict.fromkeys(joined):
        yield "", unit, _END
    for before, repeat, after in _repeats(tree):
        start, end = maker.text(before, 0), maker.text(after, 0)
        for unit in dict.fromkeys(maker.text([repeat], 3) for _ in range(ways)):
            yield from ((start, unit, _END), (start, unit, end[:-1] + _END)) if unit else ()
        for sign in signs if start else ():
            yield from ((start, sign, _END), (start, f"A{sign}", _END))


def _inside(op: Any, given: Any) -> list[Tree]:
    """The parts of a part."""
    if op in _REPEATS:
        return [given[2]]
    if op is _OPS.BRANCH:
        return list(given[1])
    if op is _OPS.ATOMIC_GROUP:
        return [given]
    return [given[-1]] if op in (_OPS.SUBPATTERN, _OPS.ASSERT, _OPS.ASSERT_NOT) else []


def _parts(tree: Tree) -> tuple[list[str], list[str], list[str]]:
    """The signs, the letters and the words that a pattern names."""
    found: dict[str, None] = {" ": None}
    runs: dict[str, None] = {}

    def walk(tree: Tree) -> None:
        run = ""
        for op, given in [*tree, (None, None)]:
            if op is _OPS.LITERAL:
                run += chr(given)
                continue
            runs[run], run = None, ""
            for one, value in given if op is _OPS.IN else ():
                ends = value if one is _OPS.RANGE else [value] if one is _OPS.LITERAL else []
                found.update((chr(code), None) for code in ends)
            for part in _inside(op, given):
                walk(part)

    walk(tree)
    found.update((letter, None) for run in runs for letter in run)
    signs = [one for one in found if not one.isalnum()]
    return signs, [one for one in found if one.isalnum()], [run for run in runs if len(run) > 1]


def _repeats(tree: Tree, before: tuple[Any, ...] = (), after: tuple[Any, ...] = ()) -> Iterator[tuple[Any, Any, Any]]:
    """Every part that may come again, with what stands before and behind it."""
    parts = list(tree)
    for at, (op, given) in enumerate(parts):
        way = (*before, *parts[:at]), (*parts[at + 1 :], *after)
        if op in _REPEATS and given[1] > 1:
            yield way[0], (op, given), way[1]
        if op not in (_OPS.ASSERT, _OPS.ASSERT_NOT):
            for part in _inside(op, given):
                yield from _repeats(part, *way)


class _Maker:
    """Makes texts that a pattern takes, of few different letters, so that its parts take each other's."""

    def __init__(self, letters: list[str], chance: random.Random) -> None:
        self._letters, self._chance = letters, chance
        self._fitting: dict[str, list[str]] = {}

    def text(self, tree: Tree, more: int) -> str:
        """A text for a part; what may be repeated is so many times more than it must be, at most."""
        return "".join(self._one(op, given, more) for op, given in tree)

    def _one(self, op: Any, given: Any, more: int) -> str:
        if op is _OPS.LITERAL:
            return chr(given)
        if op in (_OPS.ANY, _OPS.NOT_LITERAL, _OPS.IN):
            return self._letter(op, given)
        if op in _REPEATS:
            least, most, part = given
            return "".join(self.text(part, more) for _ in range(self._chance.randint(least, min(most, least + more))))
        if op in (_OPS.ASSERT, _OPS.ASSERT_NOT):
            return ""
        inside = _inside(op, given)
        return self.text(self._chance.choice(inside), more) if inside else ""

    def _letter(self, op: Any, given: Any) -> str:
        known = repr((op, given))
        if known not in self._fitting:
            fits = _alone(op, given)
            few = [one for one in self._letters if fits(one)]
            self._fitting[known] = few or [one for one in map(chr, range(1, 0x3100)) if fits(one)]
        fitting = self._fitting[known]
        return self._chance.choice(fitting) if fitting else ""


def _alone(op: Any, given: Any) -> Callable[[str], object]:
    """A part of a pattern as a pattern."""
    compiler: Any = importlib.import_module("re._compiler")
    found: re.Pattern[str] = compiler.compile(_PARSER.SubPattern(_PARSER.State(), [(op, given)]), re.UNICODE)
    return found.fullmatch
