"""What the rule files know of shortcodes: names, and what becomes of the text that they enclose."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from newsnorm.rules.rule import Rule, own_keys, refused
from newsnorm.rules.sets import RuleSet

__all__ = ["Known", "ShortcodeRule", "known_shortcodes"]

_CUTS = ("whole", "block", "inline")
_BARE = ("never", "line", "always")
_GRAMMARS = ("wordpress", "bbcode")
_KEYS: Mapping[str, type] = {
    "names": list,
    "prefixes": list,
    "kind": str,
    "cut": str,
    "bare": str,
    "word": bool,
    "grammar": str,
    "points": bool,
    "holds": int,
    "path": str,
    "shows": bool,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortcodeRule:
    """One `[[shortcode]]` entry of a rule file."""

    id: str
    """The rule's id."""
    names: tuple[str, ...] = ()
    """The names it speaks of."""
    prefixes: tuple[str, ...] = ()
    """What the names of one plugin start with: "vc_"."""
    kind: str = "shortcode"
    """The kind of the embed."""
    cut: str = "whole"
    """"whole": all of it goes; "block", "inline": its tags go and the text between them stays."""
    bare: str = "never"
    """Whether `[name]` without attributes or closing tag counts: "never", "line" (alone on its line), "always"."""
    word: bool = False
    """True for names that are everyday words: attributes or an address must prove them. `[video by AP]` is none."""
    grammar: str = "wordpress"
    """"wordpress", or "bbcode": capitals do not matter, and `[name=value]` is how it is written."""
    points: bool = False
    """True for names that take an address or an id without an attribute: `[vimeo 123456]`."""
    holds: int = 300
    """How many characters of enclosed text go with it, at most; if there are more, only its tags go."""
    path: str = ""
    """The attribute that is a path; "" where none is."""
    shows: bool = False
    """True for listings of code: nothing in them is residue."""


@dataclass(frozen=True, eq=False)
class Known:
    """All shortcode rules of a rule set."""

    by_name: Mapping[str, ShortcodeRule]
    by_prefix: tuple[tuple[str, ShortcodeRule], ...]
    attributes: frozenset[str] = frozenset()
    """Names of attributes that shortcodes have and sentences do not."""
    jokes: frozenset[str] = frozenset()
    """Names that people put in brackets for fun."""
    prefixes: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "prefixes", tuple(prefix for prefix, _ in self.by_prefix))

    def get(self, name: str) -> ShortcodeRule | None:
        """The rule that speaks of this name, or None."""
        found = self.by_name.get(name)
        if found is None and name.startswith(self.prefixes):
            return _by_prefix(self, name)
        if found is None and not name.islower():
            found = self.by_name.get(name.lower())
            return found if found is not None and found.grammar == "bbcode" else None
        return found


@lru_cache(maxsize=1024)
def _by_prefix(known: Known, name: str) -> ShortcodeRule:
    return next(rule for prefix, rule in known.by_prefix if name.startswith(prefix))


@lru_cache(maxsize=64)
def known_shortcodes(rules: RuleSet) -> Known:
    """The shortcode rules of a rule set. Raises RuleError for a key or a value that they cannot have."""
    by_name: dict[str, ShortcodeRule] = {}
    by_prefix: list[tuple[str, ShortcodeRule]] = []
    for rule in rules["shortcode"]:
        read = _shortcode_rule(rule)
        for name in read.names:
            by_name.setdefault(name, read)
        by_prefix += [(prefix, read) for prefix in read.prefixes]
    return Known(
        by_name,
        tuple(sorted(by_prefix, key=lambda entry: -len(entry[0]))),
        frozenset(rules.words("shortcode_attributes")),
        frozenset(rules.words("shortcode_jokes")),
    )


def _shortcode_rule(rule: Rule) -> ShortcodeRule:
    """One `[[shortcode]]` entry, read. Raises RuleError for a key or a value that it cannot have."""
    values = own_keys(rule, _KEYS)
    if not values.get("names") and not values.get("prefixes"):
        raise refused(rule, "needs 'names' or 'prefixes'")
    if values.get("cut", "whole") not in _CUTS:
        raise refused(rule, f"'cut' must be one of {', '.join(_CUTS)}")
    if values.get("bare", "never") not in _BARE:
        raise refused(rule, f"'bare' must be one of {', '.join(_BARE)}")
    if values.get("grammar", "wordpress") not in _GRAMMARS:
        raise refused(rule, f"'grammar' must be one of {', '.join(_GRAMMARS)}")
    return ShortcodeRule(id=rule.id, **values)
