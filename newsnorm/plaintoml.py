"""TOML as newsnorm's own files have it, read in a quarter of the time that `tomllib` takes.

Whoever starts a program for one page waits for half a megabyte of it. The files are proven: tests read each of them
both ways. What stands in none of them is not read here: dates, dotted keys, floats; and nothing is checked.
"""

import json
import re
from functools import cache
from typing import Any

__all__ = ["read_plain"]


class _NotPlainError(ValueError):
    """Something that newsnorm's files do not have."""


def read_plain(text: str) -> dict[str, Any] | None:
    """The tables of a TOML text that is written plainly; None where it is not.

    >>> read_plain("[words]\\nmonths = [['May'], ['June']]\\n[[nav]]\\nid = 'home'\\ncase = true\\n")
    {'words': {'months': [['May'], ['June']]}, 'nav': [{'id': 'home', 'case': True}]}
    >>> read_plain("day = 2024-02-12")
    """
    data: dict[str, Any] = {}
    table, at = data, 0
    try:
        while (found := _statement().match(text, at)) is not None:
            key, named, listed = found.groups()
            if key is not None:
                table[key], at = _value(text, found.end())
                continue
            table, at = {}, found.end()
            if listed is not None:
                data.setdefault(listed, []).append(table)
                continue
            *above, name = named.split(".")
            around = data
            for one in above:
                around = around.setdefault(one, {})
            around[name] = table
    except (_NotPlainError, ValueError, AttributeError):
        return None
    return data if _blank().fullmatch(text, at) else None


_SPACE = r"(?>(?:[ \t\n]++|#[^\n]*+)*)"
_STRING = r"\"(?>(?:[^\"\\\n]++|\\.)*)\"(?!\")|'[^'\n]*+'(?!')"


@cache
def _statement() -> re.Pattern[str]:
    name = "([A-Za-z0-9_-]++)"
    return re.compile(rf"{_SPACE}(?:{name}[ \t]*+=[ \t]*+|\[([A-Za-z0-9_.-]++)\](?=\s)|\[\[{name}\]\](?=\s))")


@cache
def _blank() -> re.Pattern[str]:
    return re.compile(_SPACE)


@cache
def _simple() -> re.Pattern[str]:
    # a text of several lines, a string, a list of strings without escapes, a word or a number; with what follows
    flat = r"\[\s*+(?>(?:(?:\"[^\"\\\n]*+\"|'[^'\n]*+')\s*+,?\s*+)*)\]"
    return re.compile(
        rf"'''\n?(?P<literal>(?>(?:[^']++|'(?!''))*))'''(?!')|\"\"\"\n?(?P<long>(?>(?:[^\"\\]++|\"(?!\"\"))*))\"\"\"(?!\")"
        rf"|(?P<string>{_STRING})|(?P<flat>{flat})|(?P<word>true|false|0|[1-9][0-9]*+(?![\w.:-]))"
    )


@cache
def _item() -> re.Pattern[str]:
    return re.compile(rf"{_SPACE}(?:(?P<close>[\]}}])|(?:(?P<key>[a-z_]++)[ \t]*+=[ \t]*+)?)")


@cache
def _comma() -> re.Pattern[str]:
    return re.compile(f"{_SPACE},?")


@cache
def _strings() -> re.Pattern[str]:
    return re.compile(r"\"([^\"\n]*+)\"|'([^'\n]*+)'")


def _value(text: str, at: int) -> tuple[Any, int]:
    """What a key holds, and where it ends."""
    found = _simple().match(text, at)
    if found is None:
        if text[at : at + 1] in ("[", "{"):
            return _several(text, at)
        raise _NotPlainError
    kind, words = found.lastgroup, found[0]
    if kind in ("literal", "long"):
        return found[kind], found.end()
    if kind == "string":
        return _unquoted(words), found.end()
    if kind == "flat":
        return [one or other for one, other in _strings().findall(words)], found.end()
    return json.loads(words), found.end()


def _unquoted(words: str) -> str:
    if words[0] == "'" or "\\" not in words:
        return words[1:-1]
    read: str = json.loads(words, strict=False)
    return read


def _several(text: str, at: int) -> tuple[Any, int]:
    """A list of lists or tables, or a table on one line."""
    pairs: list[tuple[str | None, Any]] = []
    is_list = text[at] == "["
    at += 1
    while True:
        item = _item().match(text, at)
        if item is None:
            raise _NotPlainError
        if item["close"]:
            break
        value, end = _value(text, item.end())
        pairs.append((item["key"], value))
        comma = _comma().match(text, end)
        at = end if comma is None else comma.end()
    if is_list:
        return [value for _, value in pairs], item.end()
    return {str(key): value for key, value in pairs}, item.end()
