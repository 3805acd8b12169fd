"""Style sheets, JSON and Base64 that stand in the text of a page."""

import base64
import binascii
import json
import re
from collections.abc import Iterator, Sequence
from functools import cache

from newsnorm.document import Block, Document
from newsnorm.embeds.code import is_about_code
from newsnorm.embeds.found import Found, whole
from newsnorm.embeds.limits import Budget
from newsnorm.embeds.options import EmbedRule
from newsnorm.embeds.signs import followed
from newsnorm.records import Embed

__all__ = ["encoded", "objects", "styles"]

_LONGEST_OBJECT = 20_000
"""No object of several lines is longer, in code points; one of one line may be."""

_FEW_KEYS = 4
"""An object with fewer keys, none of them known, may be the story's."""

_SHORTEST_BLOB = 120
"""Base64 that is shorter may be a key or a checksum that the story quotes."""


@cache
def _style_rule() -> re.Pattern[str]:
    """One rule, comment or at-rule of a style sheet (CSS 2.1, 4.1.1), with the declarations in their braces."""
    comment = r"/\*(?>(?:[^*]|\*(?!/)){0,2000})\*/"
    declarations = rf"(?>(?:\s|{comment}|(?:[\w-]{{2,40}}+|\*[\w-]++)\s{{0,9}}:[^;{{}}]{{1,600}}+;?|;)*)"
    selector = r"(?:[.#*:&]|\[|\w)(?>(?:[^{};@<\n:]|:(?!\s)|(?<=,)\n){0,400})(?:\n(?=\{))?"
    block = rf"{selector}\{{(?:{declarations})\}}"
    nested = rf"(?>(?:\s|{comment}|[^{{}}@]{{1,400}}+\{{{declarations}\}})*)"
    body = rf"(?:;|\{{{nested}\}}|\{{{declarations}\}})"
    names = r"(?:media|supports|-\w++-|keyframes|font-face|import|charset)"
    at_rule = rf"@{names}[^{{}};]{{0,300}}+{body}"
    return re.compile(rf"\s*+(?:{comment}|<!--|-->|{at_rule}|{block})")


@cache
def _property() -> re.Pattern[str]:
    return re.compile(r"[{;\s]([a-z-]{3,30}+)\s{0,9}:\s{0,9}[^\s:/]")


@cache
def _glued_style() -> re.Pattern[str]:
    """A style rule right behind a sentence: its first class or id, or an at-rule."""
    return re.compile(r"(?<=[.!?”\"»…)\]])(?:[.#][A-Za-z][\w-]{1,60}+(?=[^{}\n;]{0,200}+\{)|@media\b)")


def styles(doc: Document, rules: tuple[EmbedRule, ...], programming: frozenset[str]) -> Iterator[Found]:
    """Runs of style rules, on a line or right behind a sentence, that set a property that browsers know."""
    text = doc.text
    if "}" not in text or not rules:
        return
    rule = rules[0]
    known, reached = frozenset(rule.names), 0
    runs: list[tuple[int, int]] = []
    for block in doc.blocks:
        if block.start < reached or "{" not in text[block.start : max(block.end, block.start + 400)]:
            continue
        start, end = _style_run(block, text, rule.marks)
        if end is None:
            continue
        reached = end
        set_here = {match[1] for match in _property().finditer(text, start, end)}
        if set_here & known or any(name.startswith("--") for name in set_here):
            runs.append((start, end))
    if runs and not is_about_code(text, programming, runs):
        yield from (whole(Embed(kind=rule.kind, name=rule.name, start=start, end=end), rule.id) for start, end in runs)


def _style_run(block: Block, text: str, elements: Sequence[str]) -> tuple[int, int | None]:
    """Where a run of style rules starts in a line, and where it ends; None where none does."""
    head, end = block.text[0], None
    if head in ".#@*/:" or head.isalpha():
        end = _style_end(text, block.start, elements)
    glued = _glued_style().search(block.text) if end is None else None
    if glued is None:
        return block.start, end
    start = block.start + glued.start()
    return start, _style_end(text, start, elements)


def _style_end(text: str, start: int, elements: Sequence[str]) -> int | None:
    """Where a run of style rules ends; comments before it count, but are no proof."""
    at, end = start, None
    while True:
        match = _style_rule().match(text, at)
        if match is None or not _selects(match[0], elements):
            return end
        at = match.end()
        if not match[0].strip().startswith("/*") or end is not None:
            end = at


def _selects(rule: str, elements: Sequence[str]) -> bool:
    """Whether what stands before the brace is a selector: elements, classes, ids; a sentence has other words."""
    words = rule.partition("{")[0].strip()
    if words.startswith(("@", "/*", "<!--", "-->")):
        return True
    parts = re.split(r"[\s,>+~]+", re.sub(r"\[[^\]]{0,200}\]|\([^()]{0,200}\)", "", words))
    return all(part.lower() in elements for part in parts if part.isalnum() and not part[0].isdigit())


@cache
def _glued_object() -> re.Pattern[str]:
    """Metadata for machines right behind a sentence."""
    return re.compile(r"(?<=[^\s\[{:,(])\[?\{\s?\"@(?:context|type|graph)\"")


def objects(doc: Document, rules: tuple[EmbedRule, ...], programming: frozenset[str]) -> Iterator[Found]:
    """Lines of JSON that has a key for machines, or many keys; pages about programming show such on purpose."""
    reached = 0
    found: list[Found] = []
    budget = Budget(doc.text)
    for block in doc.blocks:
        start = block.start
        if block.text[0] not in "{[":
            glued = _glued_object().search(block.text) if '"@' in block.text else None
            start = -1 if glued is None else block.start + glued.start()
        if start < reached or budget.left < 0:
            continue
        one = _object(doc.text, start, block.end, rules, budget)
        if one is not None:
            reached = one.embed.end
            found.append(one)
    if found and not is_about_code(doc.text, programming, [(one.embed.start, one.embed.end) for one in found]):
        yield from found


def _object(text: str, start: int, end: int, rules: tuple[EmbedRule, ...], budget: Budget) -> Found | None:
    """The object that starts here, if a rule knows its keys; it may go on behind the line that ends at `end`."""
    source = text[start : max(end, start + _LONGEST_OBJECT)]
    rule = next((one for one in rules if any(mark in source[:4000] for mark in one.marks)), None)
    if rule is None:
        return None
    try:
        # a slice: the error would count the lines of all that stands before
        value, size = json.JSONDecoder().raw_decode(source)
    except (ValueError, RecursionError) as error:
        budget.left -= getattr(error, "pos", len(source))
        return None
    rest = source[size : size + 80].partition("\n")[0]
    if rest.strip(" \t\r;,") or (rule is rules[-1] and (not isinstance(value, dict) or len(value) < _FEW_KEYS)):
        return None
    url = value.get("url") if isinstance(value, dict) else None
    url = url if isinstance(url, str) else None
    return whole(Embed(kind=rule.kind, name=rule.name, url=url, start=start, end=start + size), rule.id)


@cache
def _data_address() -> re.Pattern[str]:
    """A picture that is its own address (RFC 2397), in Markdown's brackets where an exporter put it there."""
    data = r"data:[\w/+.-]{3,60}(?:;[\w=-]{1,40}){0,3};base64,[A-Za-z0-9+/=%]{40,}+"
    return re.compile(rf"!\[[^\]\n]{{0,200}}\]\({data}\)|{data}", re.ASCII)


def encoded(doc: Document, rules: tuple[EmbedRule, ...], programming: frozenset[str]) -> Iterator[Found]:
    """Pictures that are their own address; long words that are HTML in Base64, as plugins for data protection leave."""
    if not rules:
        return
    if followed(doc.text, ";", ("base64,",)):
        yield from _data_addresses(doc, rules, programming)
    for block in doc.blocks:
        words = block.text
        if len(words) < _SHORTEST_BLOB or words.find(" ", 0, _SHORTEST_BLOB) >= 0:
            continue
        html = _decoded(words)
        if html is None:
            continue
        # by its elements: a placeholder may hold a picture that is its own address
        rule = next((one for one in rules if any(mark in html for mark in one.marks if mark[0] == "<")), None)
        if rule is not None:
            url = rule.reads.search(html) if rule.reads is not None else None
            embed = Embed(
                kind=rule.kind, name=rule.name, url=url["url"] if url else None, start=block.start, end=block.end
            )
            yield whole(embed, rule.id)


def _data_addresses(doc: Document, rules: tuple[EmbedRule, ...], programming: frozenset[str]) -> Iterator[Found]:
    text = doc.text
    rule = next((one for one in rules if ";base64," in one.marks), None)
    spans = [match.span() for match in _data_address().finditer(text)]
    if rule is None or not spans or is_about_code(text, programming, spans):
        return
    for start, end in spans:
        yield whole(Embed(kind=rule.kind, name=rule.name, start=start, end=end), rule.id)


def _decoded(word: str) -> str | None:
    if not word.isascii() or not word[0].isalnum() or "<" in word:
        return None
    try:
        raw = base64.b64decode(word.rstrip("=") + "=" * (-len(word.rstrip("=")) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None
    return raw.decode("utf-8", "replace") if b"<" in raw else None
