"""Lines that a player, a frame or a network shows when it cannot show itself: whole lines, known by their words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsnorm.document import Block, Document
from newsnorm.embeds.found import Found, whole
from newsnorm.embeds.options import EmbedRule, by_way
from newsnorm.records import Embed
from newsnorm.rules.linekeys import line_key
from newsnorm.rules.phrases import Match, fold
from newsnorm.rules.sets import RuleSet

__all__ = ["Watch", "fallback_lines", "watch"]

_LONGEST = 400
"""No line rule looks at a longer line, in code points."""

_SHORTEST = 15
"""Runs of lines that are shorter, all in all, say too little: "Chapters" may be the story's."""

_GOES_ON = ",;)"  # what no line starts with, but the rest of a sentence

_HEAD = 7  # by so many characters a line finds its rules
_SHORT_HEAD = 3  # in scripts with few letters a word
_FEW_LETTERS = "\u0370"  # scripts from Greek on: there such a head is a sign

_RARE = frozenset("JKQUVXYZ")
"""Capitals that half of all pages have, at most."""


class Watch(NamedTuple):
    """How the lines look that a rule may know: one look at the head of each line finds them."""

    heads: Mapping[str, frozenset[EmbedRule]]
    """The first characters of phrases, case folded, and the rules that have one."""
    short_heads: Mapping[str, frozenset[EmbedRule]]
    """The same for phrases of few letters, as Chinese or Arabic have them."""
    inside: Mapping[str, tuple[tuple[str, EmbedRule], ...]]
    """Words that stand elsewhere in the line, and their rule, by a rare sign among them."""
    beside: tuple[EmbedRule, ...]
    """Rules for lines that count beside another one only."""

    def lines(self, doc: Document) -> dict[EmbedRule, list[int]]:
        """For each rule the blocks that may be its own, by number."""
        found: dict[EmbedRule, list[int]] = {}
        heads = self.heads
        for index, block in enumerate(doc.blocks):
            words = block[2]
            rules = heads.get(words[:_HEAD].casefold())
            if rules is None and words[0] >= _FEW_LETTERS:
                rules = self.short_heads.get(words[:_SHORT_HEAD].casefold())
            if rules is not None:
                for rule in rules:
                    found.setdefault(rule, []).append(index)
        text = doc.text
        for sign, phrases in self.inside.items():
            for words, rule in phrases if sign in text else ():
                if words in text:
                    listed = found.setdefault(rule, [])
                    listed += [index for index, block in enumerate(doc.blocks) if words in block.text]
        return found


@lru_cache(maxsize=64)
def watch(rules: RuleSet) -> Watch:
    """The index of all rules that lines are known by."""
    heads: dict[str, set[EmbedRule]] = {}
    short_heads: dict[str, set[EmbedRule]] = {}
    inside: dict[str, list[tuple[str, EmbedRule]]] = {}
    lines = by_way(rules).get("line", ())
    for rule in (*(one for one in lines if not one.beside), *by_way(rules).get("post", ())):
        for phrase in (*rule.rule.says, *rule.opens, *(rule.marks if rule.reads else ())):
            start = phrase.partition("…")[0]
            if start and start[0] >= _FEW_LETTERS:
                short_heads.setdefault(start[:_SHORT_HEAD].casefold(), set()).add(rule)
            if len(start) < len(phrase) and len(start) < _HEAD:
                words = max(phrase.split("…"), key=len).strip()
                inside.setdefault(_rarest(words), []).append((words, rule))
                continue
            for spelling in {phrase, phrase.replace("'", "’")}:
                heads.setdefault(spelling[:_HEAD].casefold(), set()).add(rule)
    # a line finds the rules for both lengths of its head at one look
    for head, found in heads.items():
        found.update(short_heads.get(head[:_SHORT_HEAD], ()))
    by_sign = {sign: tuple(phrases) for sign, phrases in inside.items()}
    return Watch(_frozen(heads), _frozen(short_heads), by_sign, tuple(one for one in lines if one.beside))


def _rarest(words: str) -> str:
    """A sign that few pages have, found faster than the words themselves: "•", "Y"; the words where there is none."""
    return next((char for char in words if char in _RARE or not (char.isalnum() or char == " ")), words)


def _frozen(heads: Mapping[str, set[EmbedRule]]) -> Mapping[str, frozenset[EmbedRule]]:
    return {head: frozenset(found) for head, found in heads.items()}


def fallback_lines(
    doc: Document, seen: Mapping[EmbedRule, Sequence[int]], beside: Sequence[EmbedRule]
) -> Iterator[Found]:
    """Lines that a rule says; neighbours of one kind are one embed where the rule says so.

    `beside` are the rules for lines that say too little alone.
    """
    known: dict[int, EmbedRule] = {}
    # what is said word for word counts before what is made of the same words
    for rule, indices in sorted(seen.items(), key=lambda entry: (bool(entry[0].needs), entry[0].id)):
        if rule.way == "line":
            for index in indices:
                if index not in known and _says(doc, rule, doc.blocks[index].text) and not _is_amid(doc, rule, index):
                    known[index] = rule
    for index in sorted(known):
        _grow(doc, known, index, beside)
    for run in _runs(doc, sorted(known.items())):
        rule = next((one for _, one in run if not one.beside), run[0][1])
        if rule.joins and sum(len(block.text) for block, _ in run) < _SHORTEST:
            continue
        start, end = run[0][0].start, run[-1][0].end
        told = rule.reads.search(doc.text, start, end) if rule.reads is not None else None
        name = rule.name if told is None or told.lastindex is None else told[told.lastindex].lower()
        yield whole(Embed(kind=rule.kind, name=name, start=start, end=end), rule.id)


def _says(doc: Document, rule: EmbedRule, line: str) -> bool:
    """Whether a line is what a rule says, or is made of its words; each line is asked once a page."""
    if len(line) > _LONGEST:
        return False
    told = doc.told(rule)
    found: bool | None = told.get(line)
    if found is None:
        found = told[line] = _matcher(rule)(line) is not None or (bool(rule.needs) and _is_made_of(rule, line))
    return found


@lru_cache(maxsize=1024)
def _matcher(rule: EmbedRule) -> Match:
    """The rule's question, kept by the rule itself: its phrases are thousands at times."""
    return rule.rule.compiled()


def _is_amid(doc: Document, rule: EmbedRule, index: int) -> bool:
    """Whether a line is the middle of a sentence, which some extractors break at every link: the next goes on with a
    comma. The parts of a player's chrome are broken so too, and count."""
    following = doc.blocks[index + 1].text if index + 1 < len(doc.blocks) else ""
    return following[:1] in _GOES_ON and rule.kind != "player_chrome" and bool(following)


def _is_made_of(rule: EmbedRule, line: str) -> bool:
    """Whether a line starts as the rule says and has a word of each of its lists; a quoted one is the story's."""
    key = line_key(line)
    return (
        '"' not in key
        and key.startswith(_openings(rule))
        and all(any(word in key for word in words) for words in rule.needs)
        and not any(word in key for word in rule.unless)
    )


@lru_cache(maxsize=64)
def _openings(rule: EmbedRule) -> tuple[str, ...]:
    return tuple(map(fold, rule.opens))


def _grow(doc: Document, known: dict[int, EmbedRule], index: int, beside: Sequence[EmbedRule]) -> None:
    """Add the lines around a known one that count beside it."""
    rules = [rule for rule in beside if rule.kind == known[index].kind] if known[index].joins else []
    for step in (1, -1) if rules else ():
        at = index + step
        while 0 <= at < len(doc.blocks) and at not in known:
            rule = next((one for one in rules if _says(doc, one, doc.blocks[at].text)), None)
            if rule is None:
                break
            known[at] = rule
            at += step


def _runs(doc: Document, known: Iterable[tuple[int, EmbedRule]]) -> Iterator[list[tuple[Block, EmbedRule]]]:
    run: list[tuple[Block, EmbedRule]] = []
    last = -2
    for index, rule in known:
        if run and not (rule.joins and index == last + 1 and rule.kind == run[-1][1].kind):
            yield run
            run = []
        run.append((doc.blocks[index], rule))
        last = index
    if run:
        yield run
