"""Lines that a player, a frame or a network shows when it cannot show itself: whole lines, known by their words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsnorm.document import Block, Document
from newsnorm.embeds.found import Found, whole
from newsnorm.embeds.options import EmbedRule, by_way
from newsnorm.records import Embed
from newsnorm.rules import RuleSet

__all__ = ["Watch", "fallback_lines", "watch"]

_LONGEST = 400
"""No line rule looks at a longer line, in code points."""

_SHORTEST = 15
"""Runs of lines that are shorter, all in all, say too little: "Chapters" may be the story's."""

_HEAD = 7  # by so many characters a line finds its rules


class Watch(NamedTuple):
    """How the lines look that a rule may know: one look at the head of each line finds them."""

    heads: Mapping[str, frozenset[EmbedRule]]
    """The first characters of phrases, case folded, and the rules that have one."""
    inside: tuple[tuple[str, EmbedRule], ...]
    """Words that stand elsewhere in the line, and their rules."""

    def lines(self, doc: Document) -> dict[EmbedRule, list[int]]:
        """For each rule the blocks that may be its own, by number."""
        found: dict[EmbedRule, list[int]] = {}
        heads = self.heads
        for index, block in enumerate(doc.blocks):
            rules = heads.get(block.text[:_HEAD].casefold())
            if rules is not None:
                for rule in rules:
                    found.setdefault(rule, []).append(index)
        for words, rule in self.inside:
            if words in doc.text:
                listed = found.setdefault(rule, [])
                listed += [index for index, block in enumerate(doc.blocks) if words in block.text]
        return found


@lru_cache(maxsize=64)
def watch(rules: RuleSet) -> Watch:
    """The index of all rules that lines are known by."""
    heads: dict[str, set[EmbedRule]] = {}
    inside: list[tuple[str, EmbedRule]] = []
    for rule in (*by_way(rules).get("line", ()), *by_way(rules).get("post", ())):
        for phrase in (*rule.rule.says, *rule.opens, *(rule.marks if rule.reads else ())):
            start = phrase.partition("…")[0]
            if len(start) < len(phrase) and len(start) < _HEAD:
                inside.append((max(phrase.split("…"), key=len).strip(), rule))
            else:
                heads.setdefault(phrase[:_HEAD].casefold(), set()).add(rule)
    return Watch({head: frozenset(found) for head, found in heads.items()}, tuple(inside))


def fallback_lines(doc: Document, seen: Mapping[EmbedRule, Sequence[int]]) -> Iterator[Found]:
    """Lines that a rule says; neighbours of one kind are one embed where the rule says so."""
    known: dict[int, EmbedRule] = {}
    for rule, indices in seen.items():
        if rule.way == "line":
            for index in indices:
                words = doc.blocks[index].text
                if len(words) <= _LONGEST and rule.rule.match(words) is not None:
                    known.setdefault(index, rule)
    for run in _runs(doc, sorted(known.items())):
        rule = run[0][1]
        if rule.joins and sum(len(block.text) for block, _ in run) < _SHORTEST:
            continue
        start, end = run[0][0].start, run[-1][0].end
        told = rule.reads.search(doc.text, start, end) if rule.reads is not None else None
        name = rule.name if told is None or told.lastindex is None else told[told.lastindex].lower()
        yield whole(Embed(kind=rule.kind, name=name, start=start, end=end), rule.id)


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
