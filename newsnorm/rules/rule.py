"""A rule: one entry of a rule file. It says what it looks for, why, and carries its own examples."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from newsnorm.errors import RuleError
from newsnorm.rules.patterns import check_bounded, compile_rule
from newsnorm.rules.phrases import Match, phrases_of

__all__ = ["SECTIONS", "Rule", "own_keys", "read_rule", "refused"]

SECTIONS: Mapping[str, str] = {
    # a whole line of the page is this, wherever it stands
    **dict.fromkeys(
        [
            "ad_label",
            "app",
            "author_bio",
            "caption",
            "comments",
            "cookie",
            "copyright",
            "correction",
            "counter",
            "credit",
            "feed_tail",
            "nav",
            "newsletter",
            "other",
            "paywall",
            "player",
            "read_time",
            "related",
            "share",
            "tags",
            "wire_tail",
        ],
        "line",
    ),
    # a line above the story, with a value to be read from it
    **dict.fromkeys(["page_date", "published", "updated", "byline"], "head"),
    # the head of the first paragraph
    "dateline": "dateline",
    # anywhere in the text; the embed step has its own scanners
    "embed": "embed",
    "shortcode": "embed",
}
"""How a section of a rule file meets the text. The section's name is the kind of the mark."""

_NEEDED = ("id", "why", "hit", "miss")
_WAYS = ("says", "form", "regex")
_KEYS = frozenset((*_NEEDED, *_WAYS, "todo", "seen", "case", "has"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One entry of a rule file."""

    id: str
    """The file's name and the rule's own: "lang/en:advertisement"."""
    kind: str
    """What it finds: the section it stands in."""
    why: str
    """What goes wrong in the world, and whom the rule could hurt."""
    says: tuple[str, ...] = ()
    """Phrases, case folded; `…` is a hole of at most 200 characters, `#` a number. The line says no more."""
    form: tuple[str, ...] = ()
    """Patterns with named slots; a line must be one of them."""
    regex: str | None = None
    """A regular expression, where phrases and forms do not suffice."""
    has: tuple[str, ...] = ()
    """What the line must hold, one of these at least, however it is written: a cheap question before the pattern's."""
    case: bool = False
    """True when capitals and small letters differ."""
    hit: tuple[Any, ...] = ()
    """Texts that the rule must find: a string, or a table with `text` and the values to be read from it."""
    miss: tuple[str, ...] = ()
    """Texts that look alike and must stay."""
    todo: tuple[Any, ...] = ()
    """Hits that do not work yet."""
    seen: tuple[str, ...] = ()
    """Where it was met."""
    shipped: bool = False
    """True for one of newsnorm's own files; another's patterns are given a second a line."""
    extra: Mapping[str, Any] | None = None
    """Keys of the section's own, for sections with a mechanism of their own."""

    @property
    def name(self) -> str:
        """The rule's own part of the id: "advertisement"."""
        return self.id.rpartition(":")[2]  # a path may have one too

    def match(self, line: str) -> Mapping[str, str] | None:
        """What the slots hold if this line, whole, is what the rule looks for; else None."""
        return self.compiled()(line)

    def compiled(self) -> Match:
        """The rule as a question to a line."""
        return compile_rule(self.says, self.form, self.regex, self.case, "" if self.shipped else self.id)


def read_rule(file: str, stem: str, section: str, entry: Mapping[str, Any], *, shipped: bool) -> Rule:
    """A rule from its entry in a file. Raises RuleError that names file, rule and reason."""
    own = str(entry.get("id") or section)
    missing = [key for key in _NEEDED if not entry.get(key)]
    if missing:
        raise RuleError(file, own, f"no {', '.join(map(repr, missing))}")
    if ":" in own:
        raise RuleError(file, own, "a colon parts the file's name from the rule's own: its id has none")
    for key in ("hit", "miss", "todo", "seen"):
        if not isinstance(entry.get(key, []), list):
            raise RuleError(file, own, f"{key!r} must be a list")
    extra = {key: value for key, value in entry.items() if key not in _KEYS}
    if extra and SECTIONS[section] != "embed":
        raise RuleError(file, own, f"unknown key {', '.join(map(repr, sorted(extra)))}")
    if sum(key in entry for key in _WAYS) != 1 and SECTIONS[section] != "embed":
        raise RuleError(file, own, f"needs one of {', '.join(_WAYS)}")
    try:
        return Rule(
            id=f"{stem}:{own}",
            kind=section,
            why=entry["why"],
            says=phrases_of(entry.get("says", ())),
            form=_forms(entry),
            regex=entry.get("regex"),
            has=_words(entry),
            case=entry.get("case", False),
            hit=tuple(entry["hit"]),
            miss=tuple(entry["miss"]),
            todo=tuple(entry.get("todo", ())),
            seen=tuple(entry.get("seen", ())),
            shipped=shipped,
            extra=extra or None,
        )
    except (TypeError, ValueError, AttributeError) as error:
        raise RuleError(file, own, str(error)) from error


def _forms(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """The forms, one or several; they and the regular expression must be bounded."""
    form = entry.get("form", ())
    forms = (form,) if isinstance(form, str) else tuple(form)
    for pattern in (*forms, entry.get("regex", "")):
        if not isinstance(pattern, str):
            raise TypeError(f"a pattern is a string, not {pattern!r}")
        check_bounded(pattern)
    return forms


def _words(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """What `has` asks for: a text, or several."""
    given = entry.get("has", [])
    words = (given,) if isinstance(given, str) else given
    if not isinstance(words, (tuple, list)) or not all(isinstance(word, str) for word in words):
        raise TypeError(f"'has' is a string or a list of strings, not {given!r}")
    if not all(words):
        raise ValueError("'has' is empty, so every line would hold it")
    return tuple(words)


def own_keys(rule: Rule, known: Mapping[str, type]) -> dict[str, Any]:
    """The keys of its section's own that a rule has, each of its type. Raises RuleError for another."""
    extra: Mapping[str, Any] = rule.extra or {}
    for key, value in extra.items():
        if key not in known:
            raise refused(rule, f"unknown key {key!r}")
        if not isinstance(value, known[key]):
            raise refused(rule, f"{key!r} must be a {known[key].__name__}")
        if isinstance(value, list) and not all(isinstance(one, str) for one in value):
            raise refused(rule, f"{key!r} must be a list of str")
    return {key: tuple(value) if isinstance(value, list) else value for key, value in extra.items()}


def refused(rule: Rule, reason: str) -> RuleError:
    """What to raise for a rule that its section cannot use."""
    return RuleError(rule.id.rpartition(":")[0] + ".toml", rule.name, reason)
