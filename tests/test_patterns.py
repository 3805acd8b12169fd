"""Every pattern that newsnorm brings is bounded: those of the rules, of the slots, and every one in its code."""

import ast
import contextlib
import importlib
import inspect
import pathlib
import pkgutil
import re
import sys
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import regex

import newsnorm
from newsnorm import Document, RuleError, normalize, pack
from newsnorm.patterns import check_bounded, compile_rule
from newsnorm.rules import rules_for
from newsnorm.slots import SLOTS
from newsnorm.steps.lines import lines
from strategies import examples

ROOT = pathlib.Path(newsnorm.__file__).parent


def modules() -> Iterator[Any]:
    """Every room of the house."""
    for found in pkgutil.walk_packages([str(ROOT)], "newsnorm."):
        if not found.name.startswith(("newsnorm.data", "newsnorm.__main__")):
            with contextlib.suppress(ModuleNotFoundError):  # a guest's room, and the guest is not there
                yield importlib.import_module(found.name)


def call_sites() -> dict[tuple[str, int], tuple[str, int]]:
    """Where the code compiles a pattern: every line of such a call, and the call's first line."""
    found = {}
    for path in ROOT.rglob("*.py"):
        name = ".".join(("newsnorm", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("re.compile", "regex.compile"):
                last = node.end_lineno or node.lineno
                found.update({(name, line): (name, node.lineno) for line in range(node.lineno, last + 1)})
    return found


@pytest.fixture(scope="module")
def compiled() -> dict[tuple[str, int], set[str]]:
    """What every call of `compile` is given when all of newsnorm is made to compile all that it has."""
    found: dict[tuple[str, int], set[str]] = {}
    functions = [
        function
        for module in modules()
        for function in vars(module).values()
        if hasattr(function, "cache_clear") and getattr(function, "__module__", "") == module.__name__
    ]

    def watching(original: Callable[..., Any]) -> Callable[..., Any]:
        def compile_(pattern: Any, *args: Any, **kwargs: Any) -> Any:
            frame = sys._getframe(1)
            place = (frame.f_globals.get("__name__", ""), frame.f_lineno)
            if place[0].startswith("newsnorm"):
                found.setdefault(place, set()).add(pattern if isinstance(pattern, str) else pattern.decode("latin-1"))
            return original(pattern, *args, **kwargs)

        return compile_

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(re, "compile", watching(re.compile))
        patch.setattr(regex, "compile", watching(regex.compile))
        for function in functions:
            function.cache_clear()
        for function in functions:
            if not inspect.signature(function).parameters:
                with contextlib.suppress(ModuleNotFoundError):
                    function()
        for rule in rules_for():
            rule.compiled()
        compile_rule((), ("a user's",), None, case=False, users="mine:own")
        for text in examples():
            normalize(text)
    return found


def test_every_pattern_of_the_code_is_seen(compiled: dict[tuple[str, int], set[str]]) -> None:
    """No call is missed: what stands in the code was asked for, and so its pattern is proven below."""
    sites = call_sites()
    assert len(set(sites.values())) > 100
    assert set(sites.values()) - {sites[place] for place in compiled} == set()


def test_every_pattern_is_bounded(compiled: dict[tuple[str, int], set[str]]) -> None:
    """No repeat without a bound that could be given back: it is possessive, or the end of an atomic group."""
    wrong = []
    patterns = [(place, pattern) for place, found in compiled.items() for pattern in found]
    assert len(patterns) > 300
    for place, pattern in [*patterns, *((("slots", 0), body) for body in SLOTS.values())]:
        try:
            check_bounded(pattern)
        except ValueError as error:
            wrong.append((place, str(error)))
    assert wrong == []


RULE = """
[[{section}]]
id = "bad"
why = "A test."
{key} = '''{pattern}'''
hit = ["x"]
miss = ["y"]
"""


def user_pack(folder: pathlib.Path, key: str, pattern: str, section: str = "other") -> newsnorm.RuleSet:
    """A user's file with one rule."""
    path = folder / "mine.toml"
    path.write_text(RULE.format(section=section, key=key, pattern=pattern), encoding="utf-8")
    return pack(path)


@pytest.mark.parametrize("key", ["form", "regex"])
@pytest.mark.parametrize("pattern", ["x.*y", "(x+)+", "x{3,}y", "(?:xy)*z", "(?:x|y)*+"])
def test_a_users_pattern_without_bounds_does_not_load(key: str, pattern: str, tmp_path: pathlib.Path) -> None:
    """The error names file, rule and reason."""
    with pytest.raises(RuleError, match=r"mine.*bad.*(unbounded repeat|possessive group)"):
        user_pack(tmp_path, key, pattern)


@pytest.mark.parametrize("key", ["form", "regex"])
def test_a_users_pattern_that_takes_too_long_is_that_rules_error(
    key: str, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bounded, and still too slow: the rule is named in a warning, the line is no hit, the page is read."""
    monkeypatch.setattr("newsnorm.patterns._SECOND", 0.02)
    rules = user_pack(tmp_path, key, "(?:(?:x{1,60}){1,60}){1,60}y")
    with pytest.warns(RuntimeWarning, match="mine:bad"):
        article = normalize("x" * 70 + "z\nIt rained all night, said the mayor.", extra_packs=[rules])
    assert "It rained all night, said the mayor." in article.to_text()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        doc = Document("xxy", packs=(rules,))
        assert [mark.rule for mark in lines(doc)] == [rules.rules[0].id]
