"""HTML that stands in the text as text: comments, and tags of frames and players, escaped or not."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsnorm.document import Document
from newsnorm.embeds.attributes import parse_attributes
from newsnorm.embeds.code import is_about_code
from newsnorm.embeds.found import Cut, Found, whole
from newsnorm.embeds.limits import Following
from newsnorm.embeds.options import EmbedRule, names_of
from newsnorm.records import Attrs, Embed

__all__ = ["comments", "elements"]

_LONGEST = 20_000
"""No comment or element is longer, in code points."""

_SWITCHES = frozenset({"controls", "autoplay", "loop", "muted", "playsinline", "async", "defer", "allowfullscreen"})
"""Attributes without a value."""

_LESS = r"(?:<|&(?:amp;){0,3}(?:lt|#0*+60|#[xX]3[cC]);)"
_MORE = r"(?:>|&(?:amp;){0,3}(?:gt|#0*+62|#[xX]3[eE]);)"


@cache
def _comment_start() -> re.Pattern[str]:
    return re.compile(rf"{_LESS}!--")


@cache
def _comment_end() -> re.Pattern[str]:
    return re.compile(rf"--!?{_MORE}")


@cache
def _block() -> re.Pattern[str]:
    """Gutenberg: <!-- wp:namespace/name {json} /-->. Source: the block grammar of the WordPress handbook."""
    return re.compile(rf"\s*+/?wp:(?P<name>[a-z][\w/-]*+)\s*+(?P<json>\{{.{{0,{_LONGEST}}}\}})?\s*+/?\s*+", re.DOTALL)


def comments(doc: Document, rules: tuple[EmbedRule, ...]) -> Iterator[Found]:
    """HTML comments; the blocks of WordPress with their attributes."""
    text, reached = doc.text, 0
    following = Following(text, _comment_end())
    for start in _comment_start().finditer(text):
        if start.start() < reached:
            continue
        end = following.match(start.end())
        if end is None:
            return
        if end.start() - start.end() > _LONGEST:
            continue
        reached = end.end()
        if _is_quoted(text, start.start(), reached):
            continue
        inner = text[start.end() : end.start()]
        rule = next((one for one in rules if _fits(one, inner)), None)
        if rule is not None:
            yield _comment(text, start.start(), reached, inner, rule)


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a text speaks of a comment: the comment stands between marks of quotation or code."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(before) and before in "`'\"“‘„«(" and bool(after) and after in "`'\"”’“»)"


def _fits(rule: EmbedRule, inner: str) -> bool:
    return not rule.marks or any(mark in inner for mark in rule.marks)


def _comment(text: str, start: int, end: int, inner: str, rule: EmbedRule) -> Found:
    block = _block().fullmatch(inner) if rule.kind == "gutenberg_comment" else None
    if block is None:
        word = re.match(r"([a-z][\w-]{1,40})(?::.{0,200})?$", inner, re.DOTALL)
        name = word[1] if word is not None and rule.kind == "html_comment" else rule.name
        return whole(Embed(kind=rule.kind, name=name, start=start, end=end), rule.id)
    attrs = _block_attrs(block["json"])
    url = attrs.get("url")
    embed = Embed(kind=rule.kind, name=block["name"], attrs=attrs, url=url, start=start, end=end)
    found = whole(embed, rule.id)
    line = re.compile(r"\s*+").match(text, end)
    if (
        url
        and line is not None
        and text.startswith(url, line.end())
        and text[line.end() + len(url) :][:1] in ("", "\n", "\r")
    ):
        # the block holds its address once more, on a line of its own
        return found._replace(cuts=(*found.cuts, Cut(line.end(), line.end() + len(url), "embed")))
    return found


def _block_attrs(source: str | None) -> Attrs:
    try:
        value = json.loads(source) if source else {}
    except (ValueError, RecursionError):
        return Attrs()
    return Attrs({key: one if isinstance(one, str) else json.dumps(one) for key, one in value.items()})


@cache
def _tags(names: tuple[str, ...]) -> re.Pattern[str]:
    """Tags of these names; a name that ends in "-" or ":" stands for all that start so."""
    listed = "|".join(re.escape(name) + (r"[\w-]++" if name[-1] in "-:" else "") for name in names)
    return re.compile(rf"{_LESS}(?P<close>/?)(?P<name>{listed})(?=[\s/>&])", re.IGNORECASE)


@cache
def _angle() -> re.Pattern[str]:
    return re.compile(rf"(?P<end>{_MORE})|{_LESS}")


class _Tag(NamedTuple):
    name: str
    rule: EmbedRule
    closing: bool
    start: int
    end: int
    arguments: str


def elements(doc: Document, rules: tuple[EmbedRule, ...], programming: frozenset[str]) -> Iterator[Found]:
    """Elements of frames, players and scripts, from the opening tag to the closing one.

    A page about programming shows HTML on purpose: there only the tags of one system count.
    """
    found = list(_elements(doc, rules))
    shown = [(one.embed.start, one.embed.end) for one in found if one.embed.kind == "html_escaped"]
    if shown and is_about_code(doc.text, programming, shown):
        found = [one for one in found if one.embed.kind != "html_escaped"]
    yield from found


def _elements(doc: Document, rules: tuple[EmbedRule, ...]) -> Iterator[Found]:
    text, reached = doc.text, 0
    tags = list(_read_tags(text, rules))
    closers: dict[str, list[_Tag]] = {}
    for tag in reversed(tags):
        if tag.closing:
            closers.setdefault(tag.name, []).append(tag)
    for tag in tags:
        waiting = closers.get(tag.name, [])
        while waiting and waiting[-1].start <= tag.start:
            waiting.pop()
        if tag.start < reached:
            continue
        closer = waiting[-1] if waiting and not tag.closing else None
        if closer is not None and closer.start - tag.end > _LONGEST:
            closer = None
        if _counts(tag, closer):
            reached = tag.end if closer is None else closer.end
            yield _element(tag, reached)


def _read_tags(text: str, rules: tuple[EmbedRule, ...]) -> Iterator[_Tag]:
    by_name = names_of(rules)
    if not by_name:
        return
    following = Following(text, _angle())
    for match in _tags(tuple(by_name)).finditer(text):
        end = following.match(match.end())
        if end is None:
            return
        if end["end"] is None or end.start() - match.end() > _LONGEST or _is_quoted(text, match.start(), end.end()):
            continue
        name = match["name"].lower()
        rule = by_name.get(name) or next(by_name[one] for one in by_name if one[-1] in "-:" and name.startswith(one))
        yield _Tag(name, rule, bool(match["close"]), match.start(), end.end(), text[match.end() : end.start()].rstrip())


def _counts(tag: _Tag, closer: _Tag | None) -> bool:
    """Whether a tag is more than the mention of one: it has attributes, or encloses something where that suffices."""
    if tag.closing:
        return not tag.rule.opens
    if tag.rule.opens:
        return any(mark in tag.arguments for mark in tag.rule.opens)
    switches = _SWITCHES.issuperset(tag.arguments.removesuffix("/").split() or ("",))
    return "=" in tag.arguments or switches or (tag.rule.joins and (closer is not None or tag.arguments.endswith("/")))


def _element(tag: _Tag, end: int) -> Found:
    rule = tag.rule
    attrs = Attrs() if tag.closing else parse_attributes(tag.arguments.removesuffix("/"))
    if rule.marks:
        attrs = Attrs({key: value for key, value in attrs.items() if key in rule.marks})
    url = attrs.get("src") or attrs.get("data-src")
    return whole(Embed(kind=rule.kind, name=tag.name, attrs=attrs, url=url, start=tag.start, end=end), rule.id)
