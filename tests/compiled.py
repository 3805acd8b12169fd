"""Every pattern that newsnorm compiles, by the line of the code that does: in its rules, in its code, in its tables."""

import contextlib
import importlib
import inspect
import pathlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
import regex

import newsnorm
from newsnorm import normalize
from newsnorm.rules.patterns import compile_rule
from newsnorm.rules.sets import rules_for
from strategies import examples

__all__ = ["Place", "compiled", "modules"]

ROOT = pathlib.Path(newsnorm.__file__).parent

Place = tuple[str, int]
"""A module and a line of it."""


def modules() -> Iterator[Any]:
    """Every room of the house."""
    for found in pkgutil.walk_packages([str(ROOT)], "newsnorm."):
        if not found.name.startswith(("newsnorm.data", "newsnorm.__main__")):
            with contextlib.suppress(ModuleNotFoundError):  # a guest's room, and the guest is not there
                yield importlib.import_module(found.name)


@cache
def compiled() -> dict[Place, dict[str, Any]]:
    """What every call of `compile` is given and gives when all of newsnorm is made to compile all that it has."""
    found: dict[Place, dict[str, Any]] = {}
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
            made = original(pattern, *args, **kwargs)
            if place[0].startswith("newsnorm"):
                source = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
                found.setdefault(place, {})[source] = made
            return made

        return compile_

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(re, "compile", watching(re.compile))
        patch.setattr(regex, "compile", watching(regex.compile))
        for function in functions:
            function.cache_clear()
        _ask_all(functions)
    return found


def _ask_all(functions: list[Any]) -> None:
    for function in functions:
        if not inspect.signature(function).parameters:
            with contextlib.suppress(ModuleNotFoundError):
                function()
    for rule in rules_for():
        rule.compiled()
    compile_rule((), ("a user's",), None, case=False, users="mine:own")
    for text in examples():
        normalize(text)
