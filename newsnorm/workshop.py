"""What a rule's author asks: does my file pass, who takes this line, why is it not taken?"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from newsnorm.article import Article
from newsnorm.datelines import parse_dateline
from newsnorm.document import Document
from newsnorm.embeds.scan import scan_document
from newsnorm.pipeline import STEPS, annotate, normalize
from newsnorm.rules.linekeys import line_key
from newsnorm.rules.patterns import LONGEST
from newsnorm.rules.phrases import fold
from newsnorm.rules.rule import SECTIONS, Rule
from newsnorm.rules.sets import RuleSet, join_packs, rules_for

__all__ = ["PLACES", "Check", "Near", "Taken", "check", "nearest", "taken"]

_HEAD = frozenset({"dates", "byline"})
"""The steps that ask the rules for lines above the story."""

_TITLE = "Ferry to Likoni returns to service after two days of repairs"
_PROSE = "The ferry returned to service on Monday after two days of repairs, the operator said in a statement."
_QUOTE = "“We are back at the pier,” said the captain of the boat on Monday."

PLACES = {
    "above the story": f"{_TITLE}\n{{}}\n{_PROSE}\n{_PROSE[:-14]} on Monday night.",
    "between paragraphs": f"{_TITLE}\n{_PROSE}\n{{}}\n{_QUOTE}",
    "below the story": f"{_TITLE}\n{_PROSE}\n{_QUOTE}\n{{}}",
}
"""Small pages on which a line is tried, with the line's place left open."""


class Check(NamedTuple):
    """What became of one example of a rule."""

    rule: Rule
    """The rule."""
    way: str
    """"hit", "miss" or "todo"."""
    text: str
    """The example."""
    passed: bool
    """True when it is as the rule says; for a todo, when it is not yet."""
    why: str
    """What happened instead; "" when it passed."""


class Near(NamedTuple):
    """A rule that comes near to a line."""

    rule: Rule
    """The rule."""
    phrase: str
    """Its phrase that is most like the line."""
    why: str
    """What parts them."""


class Taken(NamedTuple):
    """What became of a line on a small page."""

    place: str
    """Where it stood: one of `PLACES`."""
    kind: str
    """What it was taken for; "" when it stayed in the text."""
    rule: str
    """Who says so; "" when it stayed."""


def check(rules: RuleSet, language: str | None = None) -> tuple[Check, ...]:
    """Try every example of a rule file, among newsnorm's own rules for the language and alone.

    Without `language` it is the file's own, as its [about] says, else every language.

    >>> from newsnorm.rules.sets import pack
    >>> all(one.passed for one in check(pack("cms/bbcode.toml")))
    True
    """
    own = [table["language"] for table in rules.tables.get("about", ()) if "language" in table]
    language = language or next(iter(own), "und")
    everything = rules_for(language)
    if any(rule not in everything.rules for rule in rules):
        everything = join_packs([rules, everything])
    bench = _Bench(language, rules, everything)
    return tuple(one for rule in rules for one in bench.try_rule(rule))


class _Bench:
    """Where the examples of one file are tried."""

    def __init__(self, language: str, rules: RuleSet, everything: RuleSet) -> None:
        self.language, self.rules, self.everything = language, rules, everything

    def try_rule(self, rule: Rule) -> Iterator[Check]:
        for way in ("hit", "todo", "miss"):
            for example in getattr(rule, way):
                text = example["text"] if isinstance(example, dict) else str(example)
                found = self._missed(rule, example, text) if way != "miss" else self._taken(rule, text)
                if way == "todo":
                    found = "" if found else "it works now: make it a hit"
                yield Check(rule, way, text, not found, found)

    def _missed(self, rule: Rule, example: Any, text: str) -> str:
        """Why a hit is none; "" when it is one."""
        where = SECTIONS[rule.kind]
        if where == "line":
            if RuleSet([rule]).find(text) is None:
                return _not_said(rule, text)
            taker = self.everything.find(text)
            return "" if taker is None or taker[0].kind == rule.kind else f"{taker[0].id} takes it first"
        if where == "dateline":
            return "" if rule.match(_dateline_of(example, text)) is not None else "none of its forms is the dateline"
        others = [taker for taker in self._marks(rule, text) if taker != rule.id]
        if rule.id in self._marks(rule, text) or (rule.extra or {}).get("beside"):
            return ""
        return f"{others[0]} takes it first" if others else "not found"

    def _taken(self, rule: Rule, text: str) -> str:
        """Who takes a miss; "" when nobody does."""
        if SECTIONS[rule.kind] == "line":
            taker = self.everything.find(text)
            return "" if taker is None else f"{taker[0].id} takes it"
        if SECTIONS[rule.kind] == "dateline":
            return "" if parse_dateline(text) is None else "it is read as a dateline"
        return f"{rule.id} takes it" if rule.id in self._marks(rule, text) else ""

    def _marks(self, rule: Rule, text: str) -> list[str]:
        """The rules that mark a text, by the step that asks this rule."""
        if SECTIONS[rule.kind] == "embed":
            return [one.rule for one in scan_document(Document(text), self.everything)]
        page = PLACES["above the story"].format(text)
        doc = Document(page, language=self.language, packs=self._packs())
        return [mark.rule for mark in annotate(doc, [step for step in STEPS if step.__name__ in _HEAD]).marks]

    def _packs(self) -> tuple[RuleSet, ...]:
        shipped = rules_for(self.language).rules
        return () if all(rule in shipped for rule in self.rules) else (self.rules,)


def _dateline_of(example: Any, text: str) -> str:
    return example.get("raw", text) if isinstance(example, dict) else text


def taken(line: str, language: str | None = None, packs: Sequence[RuleSet] = ()) -> tuple[Taken, ...]:
    """What `normalize` does with a line above, inside and below a story.

    >>> [(one.place, one.rule) for one in taken("Advertisement", "en")][1]
    ('between paragraphs', 'lang/en:advertisement')
    """
    found = []
    for place, page in PLACES.items():
        text = page.replace("{}", line)
        found.append(_became(place, line, page.index("{}"), normalize(text, language=language, extra_packs=packs)))
    return tuple(found)


def _became(place: str, line: str, start: int, article: Article) -> Taken:
    if article.headline == line:
        return Taken(place, "headline", "step:headline")
    gone = [one for one in article.removed if one.start < start + len(line) and start < one.end]
    return Taken(place, gone[0].kind, gone[0].rule) if gone else Taken(place, "", "")


def nearest(line: str, rules: Iterable[Rule], limit: int = 3) -> tuple[Near, ...]:
    """The line rules whose phrases are most like a line, the likest first, each with what parts them; () for none.

    >>> from newsnorm.rules.sets import pack
    >>> nearest("Advertisement today", pack("lang/en.toml"))[0].why
    "the line says more: a hole would take it, 'advertisement …'"
    """
    key = line_key(line)
    words = frozenset(key.split())
    found: list[tuple[float, Near]] = []
    for rule in rules:
        near = [
            (_likeness(key, words, phrase), phrase) for phrase in rule.says if words & frozenset(phrase.lower().split())
        ]
        if near:
            score, phrase = max(near)
            found.append((score, Near(rule, phrase, _parts(key, phrase))))
    found.sort(key=lambda one: (-one[0], one[1].rule.id))
    return tuple(one for score, one in found[:limit] if score > _UNLIKE)


_UNLIKE = 0.4
"""Below this likeness two phrases have hardly more than a word in common."""


def _likeness(key: str, words: frozenset[str], phrase: str) -> float:
    said = line_key(phrase.replace("…", " "))
    shared = len(words & frozenset(said.split())) / max(1, len(frozenset(said.split())))
    return (SequenceMatcher(None, key[:200], said, autojunk=False).ratio() + shared) / 2


def _parts(key: str, phrase: str) -> str:
    """What parts a line from a phrase, in words."""
    said = line_key(phrase.replace("…", " "))
    if len(key) > LONGEST:
        return f"the line is longer than {LONGEST} code points: that is prose"
    if "…" not in phrase and key.startswith(said):
        return f"the line says more: a hole would take it, {said + ' …'!r}"
    if said.startswith(key):
        return "the line says less"
    mine, theirs = key.split(), said.split()
    more = " ".join(word for word in mine if word not in theirs)
    less = " ".join(word for word in theirs if word not in mine)
    return "; ".join(filter(None, (more and f"the line also says {more!r}", less and f"it does not say {less!r}"))) or (
        "the same words in another order, or with something between them"
    )


def _not_said(rule: Rule, text: str) -> str:
    if len(text) > LONGEST:
        return f"longer than {LONGEST} code points: no line rule is asked"
    if rule.has and not any(fold(word) in line_key(text) for word in rule.has):
        asked = " or ".join(map(repr, rule.has))
        return f"it does not hold {asked}, as `has` asks; it is read as {line_key(text)!r}"
    near = nearest(text, [rule])
    return f"it is read as {line_key(text)!r}" + (f"; {near[0].phrase!r}: {near[0].why}" if near else "")
