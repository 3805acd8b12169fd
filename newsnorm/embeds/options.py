"""The `[[embed]]` entries of the rule files: which scanner they belong to, and what they tell it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from newsnorm.rules.patterns import Pattern, check_bounded, compile_pattern
from newsnorm.rules.phrases import fold
from newsnorm.rules.rule import Rule, own_keys, refused
from newsnorm.rules.sets import RuleSet

__all__ = ["WAYS", "EmbedRule", "by_way", "names_of"]

_KEYS: Mapping[str, type] = {
    "way": str,
    "kind": str,
    "name": str,
    "names": list,
    "marks": list,
    "opens": list,
    "signs": list,
    "joins": bool,
    "reads": str,
    "needs": list,
    "unless": list,
    "beside": bool,
    "doubtful": bool,
}

WAYS = frozenset(
    {"line", "tweet", "post", "script", "style", "json", "base64", "comment", "tag"}  # of any system
    | {"hugo", "liquid", "mustache", "plugin", "server", "media_token", "wiki_file", "drupal_filter"}  # of one
)
"""The scanners that a rule can belong to."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EmbedRule:
    """One `[[embed]]` entry of a rule file."""

    rule: Rule
    """The entry, with its phrases, form or pattern."""
    way: str
    """The scanner that it belongs to: "line", "script", "post", …"""
    kind: str
    """The kind of the embed."""
    name: str
    """The name of the embed: a provider, a tag."""
    names: tuple[str, ...] = ()
    """The names that it speaks of: of tags, plugins, namespaces."""
    marks: tuple[str, ...] = ()
    """What shows whose it is: a piece of script, a key of JSON."""
    opens: tuple[str, ...] = ()
    """How a quoted post opens: "View this post on Instagram"."""
    signs: tuple[str, ...] = ()
    """How it is signed: "A post shared by …"."""
    reads: Pattern | None = None
    """What it reads from the text of the embed; named groups become attributes."""
    joins: bool = False
    """True where neighbouring lines of the same kind are one embed."""
    needs: tuple[tuple[str, ...], ...] = ()
    """Lists of words, case folded: a line that starts as `opens` says must have one of each."""
    unless: tuple[str, ...] = ()
    """Words, case folded, of sentences that only speak of such a line."""
    beside: bool = False
    """True where a line says too little alone: it counts beside another one of its kind."""

    doubtful: bool = False
    """True where a page about programming may show the same on purpose: there it stays."""

    @property
    def id(self) -> str:
        """The rule's id."""
        return self.rule.id


@lru_cache(maxsize=64)
def by_way(rules: RuleSet) -> Mapping[str, tuple[EmbedRule, ...]]:
    """The embed rules by the scanner they belong to. Raises RuleError for a key or a value that they cannot have."""
    found: dict[str, list[EmbedRule]] = {}
    for rule in rules["embed"]:
        read = _embed_rule(rule)
        found.setdefault(read.way, []).append(read)
    return {way: tuple(entries) for way, entries in found.items()}


@lru_cache(maxsize=256)
def names_of(rules: tuple[EmbedRule, ...]) -> Mapping[str, EmbedRule]:
    """Which rule speaks of which name; the first one where several do."""
    return {name: rule for rule in reversed(rules) for name in rule.names}


def _embed_rule(rule: Rule) -> EmbedRule:
    """One `[[embed]]` entry, read. Raises RuleError for a key or a value that it cannot have."""
    values = own_keys(rule, _KEYS)
    if "way" not in values or "kind" not in values:
        raise refused(rule, "needs 'way' and 'kind'")
    values.setdefault("name", rule.name)
    values["needs"] = tuple(tuple(map(fold, words.split("|"))) for words in values.get("needs", ()))
    values["unless"] = tuple(map(fold, values.get("unless", ())))
    if values["way"] not in WAYS:
        raise refused(rule, f"'way' must be one of {', '.join(sorted(WAYS))}")
    if "reads" in values:
        try:
            check_bounded(values["reads"])
            values["reads"] = compile_pattern(values["reads"], 0, "" if rule.shipped else rule.id)
        except ValueError as error:
            raise refused(rule, str(error)) from error
    return EmbedRule(rule=rule, **values)
