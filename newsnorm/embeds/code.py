"""Script that stands in the text of a page: loaders of advertisements, counters and players.

A page about programming shows code on purpose. So a run of statements goes only if it says whose loader it is, or if
it stands alone between the paragraphs of a page that does not speak of programming.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from newsnorm.document import Document
from newsnorm.embeds.found import GRAMMAR, Found, whole
from newsnorm.embeds.javascript import run_end
from newsnorm.embeds.limits import Budget
from newsnorm.embeds.options import EmbedRule
from newsnorm.embeds.starts import script_starts, starts_loose
from newsnorm.records import Attrs, Embed

__all__ = ["is_about_code", "scripts"]

_TOLD = ("console.log", "print(", "alert(", ">>>", "import ", "#include")
_GLUE = ("typeof ", "window.", "document.getElementById", "document.createElement", "document.querySelector")


def scripts(doc: Document, rules: tuple[EmbedRule, ...], programming: frozenset[str]) -> Iterator[Found]:
    """Runs of script statements, named after the loader they call; "script" where nobody knows it."""
    text = doc.text
    budget = Budget(text)
    doubtful: list[Found] = []
    unknown: list[Found] = []
    reached = 0
    for start, place in script_starts(doc):
        at_line_start = place == "line"
        if start < reached:
            continue
        end = run_end(text, start, budget)
        if end is None:
            continue
        rule = _whose(text[start:end], rules)
        if rule is not None and (at_line_start or _is_settled(text, end)):
            found = _script(text, _first_mark(text, start, rule, at_line_start), end, rule)
            reached = end
            if rule.doubtful or place == "behind":
                doubtful.append(found)
            else:
                yield found
        elif (at_line_start or starts_loose().match(text, start)) and _is_loose(text, start, end, at_line_start):
            unknown.append(whole(Embed(kind="script", name="script", start=start, end=end), GRAMMAR))
            reached = end
    spans = sorted((one.embed.start, one.embed.end) for one in (*doubtful, *unknown))
    if spans and not is_about_code(text, programming, spans):
        yield from doubtful
        if unknown and _has_prose(doc, spans):
            yield from unknown


def _is_settled(text: str, end: int) -> bool:
    """Whether a run inside a line ends as no mention of a call does: googletag.display() shows a slot."""
    after = text[end : end + 1]
    return (
        text[end - 1] in ";}"
        or after in ("", "\n", "\r")
        or (text[end - 1] == ")" and (after.isupper() or after in '“„«"'))
    )


def _whose(run: str, rules: tuple[EmbedRule, ...]) -> EmbedRule | None:
    if run[-1] not in ";})>/":
        return None
    called = run[: run.find("(", 0, 80) + 1]
    for words in (called, run):  # a queue belongs to its owner, whatever is put into it
        for rule in rules:
            if any(mark in words for mark in rule.marks):
                return rule
    return None


def _first_mark(text: str, start: int, rule: EmbedRule, at_line_start: bool) -> int:
    """Where the run starts: without a word glued to its first name (ADVERTISEMENTgoogletag), with the line that
    announces it."""
    head = re.match(r"[\w$]{1,80}", text[start : start + 80])
    for mark in rule.marks:
        glued = head[0].removesuffix(mark) if head is not None and mark.isidentifier() else ""
        if (
            head is not None
            and glued
            and glued != head[0]
            and (not at_line_start or (glued.isupper() and glued.isalpha()))
        ):
            return start + len(glued)
    before = text[max(0, start - 120) : start].rstrip()
    for phrase in rule.opens:
        if before.endswith(phrase):
            return text.rindex(phrase, 0, start)
    return start


def _script(text: str, start: int, end: int, rule: EmbedRule) -> Found:
    found = rule.reads.search(text, start, end) if rule.reads is not None else None
    attrs = Attrs({key: value for key, value in found.groupdict().items() if value}) if found is not None else Attrs()
    return whole(Embed(kind=rule.kind, name=rule.name, attrs=attrs, start=start, end=end), rule.id)


def _is_loose(text: str, start: int, end: int, at_line_start: bool) -> bool:
    """Whether a run that names no loader is complete, and no listing that is meant to be read."""
    run = text[start:end]
    glued = any(glue in run for glue in _GLUE)
    more = end < len(text) and text[end] not in "\r\n" and text[end : end + 100].lstrip(" \t")[:1] not in "\r\n"
    # more on the line: a listing's remark, or the sentence that a script without line breaks is glued to
    if more and (at_line_start or run[-1] != ";" or text[end].isspace()):
        return False
    complete = run[-1] in ";}" or run.endswith(("')", '")', "})", "*/")) or "]]>" in run[run.rfind("\n") + 1 :]
    return (complete or (glued and run[-1] == ")")) and (glued or not any(told in run for told in _TOLD))


def is_about_code(text: str, programming: frozenset[str], apart_from: Sequence[tuple[int, int]]) -> bool:
    """Whether the page's own words speak of programming: two of the rules' words, outside the code."""
    met: set[str] = set()
    at = 0
    for start, end in (*apart_from, (len(text), len(text))):
        met.update(programming.intersection(_word().findall(text, at, start)))
        at = end
    return len(met) > 1


@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    # Latin letters: "DOMやJavaScript" are words too
    return re.compile("[A-Za-z\u00c0-\u024f]{2,30}+")


def _has_prose(doc: Document, apart_from: Sequence[tuple[int, int]]) -> bool:
    """Whether the page has a sentence besides the code."""
    spans = iter(apart_from)
    span = next(spans, None)
    for block in doc.blocks:
        while span is not None and span[1] <= block.start:
            span = next(spans, None)
        inside = span is not None and span[0] < block.end and block.start < span[1]
        if not inside and len(block.text) > 40 and block.text.count(" ") > 5:
            return True
    return False
