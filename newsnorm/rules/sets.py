"""Rules in sets: those of a file, of a language, of all files, with an index by which lines are asked."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from newsnorm.errors import RuleError
from newsnorm.languages import language_of
from newsnorm.rules.lineindex import Entry, LineIndex, Noted
from newsnorm.rules.rule import SECTIONS, Rule, read_rule
from newsnorm.shelf import NotTOMLError, read_toml, shelf

__all__ = ["RuleSet", "join_packs", "pack", "rules_for", "shipped"]

_TABLES = frozenset({"about", "words", "tags"})


class RuleSet:
    """The rules of one or several files, with an index by which a line is asked once.

    It never changes; it is compared and hashed by identity.
    """

    __slots__ = ("_index", "rules", "tables")

    def __init__(self, rules: Iterable[Rule], tables: Mapping[str, Any] | None = None) -> None:
        self.rules: tuple[Rule, ...] = tuple(rules)
        self.tables: Mapping[str, Any] = tables or {}
        self._index: dict[str, LineIndex[Rule]] = {}

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def __getitem__(self, kind: str) -> tuple[Rule, ...]:
        """The rules of one section, in the order of the files; () when there are none."""
        return tuple(rule for rule in self.rules if rule.kind == kind)

    def find(self, line: str, where: str = "line") -> tuple[Rule, Mapping[str, str]] | None:
        """The first rule that says what this whole line is, with what its slots hold; None when none does.

        `where` is "line" or "head", as in `SECTIONS`.
        """
        return self._lines(where).find(line)

    def find_all(self, lines: Sequence[str], noted: Noted | None = None) -> list[tuple[Rule, Mapping[str, str]] | None]:
        """What `find` says of each line of a page, at a fraction of the cost; `noted` is for `find_parts`."""
        return self._lines("line").find_all(lines, noted)

    def find_parts(
        self, parts: Sequence[str], lines: Sequence[str], noted: Noted
    ) -> list[tuple[Rule, Mapping[str, str]] | None]:
        """What `find` says of the ends of lines, each beside its line, after `find_all` has noted what those hold."""
        return self._lines("line").find_parts(parts, lines, noted)

    def is_phrase(self, line: str) -> bool:
        """True when a line rule has this whole line among its phrases, nothing left open: a quicker question."""
        return self._lines("line").is_phrase(line)

    def _lines(self, where: str) -> LineIndex[Rule]:
        index = self._index.get(where)
        if index is None:
            wanted = [rule for rule in self.rules if SECTIONS[rule.kind] == where]
            index = self._index[where] = LineIndex(
                Entry(rule, rule.says, rule.form, rule.has, rule.compiled) for rule in wanted
            )
        return index

    def words(self, name: str) -> tuple[Any, ...]:
        """A word list of the files' `[words]` tables, in the order of the files; () when none has it."""
        return tuple(word for table in self.tables.get("words", ()) for word in table.get(name, ()))


@cache
def shipped(folder: str) -> RuleSet:
    """The rules of one folder of newsnorm's own files: "lang", "cms" or "embed"."""
    names = sorted(f.name for f in (shelf() / folder).iterdir() if f.name.endswith(".toml"))
    return join_packs(pack(f"{folder}/{name}") for name in names)


def rules_for(language: str = "und", packs: tuple[RuleSet, ...] = ()) -> RuleSet:
    """The rules for one language, the caller's own first; for "und", those of every language."""
    return _rules_of(language_of(language), packs)


@lru_cache(maxsize=64)
def _rules_of(language: str, packs: tuple[RuleSet, ...]) -> RuleSet:
    files = dict.fromkeys((f"lang/{language}.toml", "lang/en.toml"))
    own = shipped("lang") if language == "und" else join_packs(map(pack, files))
    return join_packs([*packs, own, shipped("cms"), shipped("embed")])


def join_packs(packs: Iterable[RuleSet]) -> RuleSet:
    """One set of several; a doubled id is an error."""
    rules: dict[str, Rule] = {}
    tables: dict[str, list[Any]] = {}
    listed = [*packs]
    for at, one in enumerate(listed):
        again = one in listed[:at]
        for rule in one:
            if rules.setdefault(rule.id, rule) is not rule or again:
                raise RuleError(rule.id.rpartition(":")[0], rule.id, "doubled id")
        for name, found in one.tables.items():
            tables.setdefault(name, []).extend(found)
    return RuleSet(rules.values(), tables)


@cache
def _pack(path: str) -> RuleSet:
    return _read(path, (shelf() / path).read_text(encoding="utf-8"), shipped=True)


def pack(path: str | os.PathLike[str]) -> RuleSet:
    """Read a rule file: one of newsnorm's own ("lang/en.toml"), or any other by its path.

    Raises RuleError that names file, rule and reason. Newsnorm's own files are read once.

    >>> len(pack("lang/en.toml")) > 0
    True
    """
    name = os.fspath(path)
    folder, _, rest = name.partition("/")
    if folder in ("lang", "cms", "embed") and "/" not in rest and (shelf() / folder / rest).is_file():
        return _pack(name)
    try:
        with open(name, encoding="utf-8") as file:
            text = file.read()
    except OSError as error:
        raise RuleError(name, "", f"cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise RuleError(name, "", f"not UTF-8 at byte {error.start}") from error
    return _of_user(name, text)


@lru_cache(maxsize=16)
def _of_user(name: str, text: str) -> RuleSet:
    """A user's file, known by what it says: who gives its path for every page has one set of rules, not one a page."""
    found = _read(name, text)
    for rule in found:  # newsnorm's own are compiled when first asked; their tests have compiled them all
        try:
            rule.compiled()
        except ValueError as error:
            raise RuleError(name, rule.name, str(error)) from error
    return found


def _read(name: str, text: str, *, shipped: bool = False) -> RuleSet:
    try:
        data = read_toml(text)
    except NotTOMLError as error:
        raise RuleError(name, "", f"not TOML: {error}") from error
    # [tags] is a table of words, [[tags]] a section of rules
    tables = {key: (data.pop(key),) for key in sorted(_TABLES & data.keys()) if isinstance(data[key], dict)}
    rules: dict[str, Rule] = {}
    stem = name.removesuffix(".toml")
    for section, entries in data.items():
        if section not in SECTIONS or not isinstance(entries, list):
            raise RuleError(name, section, f"unknown section; known are {', '.join(sorted(SECTIONS))}")
        for entry in entries:
            rule = read_rule(name, stem, section, entry, shipped=shipped)
            if rules.setdefault(rule.id, rule) is not rule:
                raise RuleError(name, rule.name, "doubled id")
    return RuleSet(rules.values(), tables)
