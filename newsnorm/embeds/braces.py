"""Tags in braces: Hugo, Liquid, Joomla, ExpressionEngine, and templates that a browser should have filled in."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from newsnorm.document import Document
from newsnorm.embeds.attributes import parse_attributes
from newsnorm.embeds.code import is_about_code
from newsnorm.embeds.found import Cut, Found, whole
from newsnorm.embeds.options import EmbedRule, names_of
from newsnorm.embeds.wordpress import DEEPEST
from newsnorm.records import Attrs, Embed

__all__ = ["generator_tags", "plugins", "templates"]


class _Tag(NamedTuple):
    name: str
    rule: EmbedRule
    closing: bool
    start: int
    end: int
    attrs: Attrs


@cache
def _generator() -> re.Pattern[str]:
    """Hugo: {{< name … >}}, {{% name … %}}; Liquid, Nunjucks, Hexo: {% name … %}."""
    return re.compile(
        r"\{\{(?:[<%]|&lt;)\s{0,9}+(?P<close>/?)\s{0,9}+(?P<name>[A-Za-z][\w./-]{0,60}+)"
        r"(?P<args>(?:\s(?>(?:[^{}<>%&]|[<>%](?!\}\})|&(?!gt;\}\}))*))?)(?:[>%]|&gt;)\}\}"
        r"|\{%-?\s{0,9}+(?P<tag>[A-Za-z]\w{0,60}+)(?P<words>(?:\s(?>(?:[^{}%]|%(?!\}))*))?)%\}"
    )


def generator_tags(doc: Document, hugo: tuple[EmbedRule, ...], liquid: tuple[EmbedRule, ...]) -> Iterator[Found]:
    """Tags of static site generators; paired ones keep what they enclose."""
    tags: list[_Tag] = []
    for match in _generator().finditer(doc.text):
        name = match["name"] or match["tag"]
        closing = bool(match["close"]) or (match["name"] is None and name.startswith("end"))
        plain = name.removeprefix("end") if match["name"] is None else name
        rules = hugo if match["name"] else [rule for rule in liquid if plain.lower() in rule.names]
        if rules:
            args = (match["args"] or match["words"] or "").strip().removesuffix("/").removesuffix("-")
            tags.append(_Tag(plain, rules[0], closing, match.start(), match.end(), parse_attributes(args)))
    yield from _paired(doc.text, tags, goes=False)


def _paired(text: str, tags: Sequence[_Tag], goes: bool) -> Iterator[Found]:
    """Tags, each with its closing tag where there is one; with `goes`, what they enclose goes with them."""
    partners: dict[int, int] = {}
    opened: dict[str, list[int]] = {}
    for index, tag in enumerate(tags):
        waiting = opened.setdefault(tag.name.lower(), [])
        if not tag.closing:
            waiting.append(index)
        elif waiting:
            partners[waiting.pop()] = index
    closers = frozenset(partners.values())
    around: list[int] = []
    for index, tag in enumerate(tags):
        while around and around[-1] <= tag.start:
            around.pop()
        if index in partners:
            closer = tags[partners[index]]
            content = text[tag.end : closer.start] if len(around) < DEEPEST else None
            around.append(closer.end)
            yield _enclosing(tag, closer, content, goes)
        elif index not in closers:
            embed = Embed(kind=tag.rule.kind, name=tag.name, attrs=tag.attrs, start=tag.start, end=tag.end)
            yield whole(embed, tag.rule.id)


def _enclosing(opener: _Tag, closer: _Tag, content: str | None, goes: bool) -> Found:
    embed = Embed(
        kind=opener.rule.kind,
        name=opener.name,
        attrs=opener.attrs,
        content=content,
        start=opener.start,
        end=closer.end,
    )
    if goes and content is not None and len(content) <= 300:
        return whole(embed, opener.rule.id)
    cuts = Cut(opener.start, opener.end, "wrapper"), Cut(closer.start, closer.end, "wrapper")
    return Found(embed, cuts, opener.rule.id)


@cache
def _plugin() -> re.Pattern[str]:
    """Joomla's {name arguments}, {/name}; ExpressionEngine's {exp:module:method …}, {embed="…"}, {filedir_2}."""
    return re.compile(
        r"\{(?<!\{\{)(?P<close>/?)(?P<name>[A-Za-z][\w-]{1,40}+(?::[\w-]{1,40}+){0,3})(?P<args>(?:[\s=:|][^{}\n]{0,600}+)?)\}(?!\})"
    )


def plugins(doc: Document, rules: tuple[EmbedRule, ...]) -> Iterator[Found]:
    """Tags in single braces, of known names only; a name that is an everyday word needs its closing tag."""
    by_name = names_of(rules)
    tags: list[_Tag] = []
    for match in _plugin().finditer(doc.text):
        name = match["name"].lower()
        space, colon, _ = name.partition(":")
        rule = by_name.get(name) or by_name.get(space + colon) or by_name.get(name.rstrip("0123456789"))
        if rule is not None and (not rule.marks or any(mark in match["args"] for mark in rule.marks)):
            attrs = _plugin_attrs(match["args"])
            tags.append(_Tag(match["name"], rule, bool(match["close"]), match.start(), match.end(), attrs))
    for found in _paired(doc.text, tags, goes=True):
        rule = by_name.get(found.embed.name.lower())
        if rule is None or not rule.joins or found.embed.content is not None:
            yield found


@cache
def _unquoted() -> re.Pattern[str]:
    return re.compile(r"(?:^|[\s&|,])([A-Za-z_][\w-]{0,40}+)=")


def _plugin_attrs(args: str) -> Attrs:
    """Joomla ends a value at the next name, not at a blank: {mospagebreak title=Page 2}."""
    words = args.strip(" \t=:|")
    names = list(_unquoted().finditer(words))
    if not names or '"' in words or "'" in words or not words.isascii():
        return parse_attributes(args.removeprefix("=").removeprefix(":").removeprefix("|"))
    ends = [*(match.start() for match in names[1:]), len(words)]
    return Attrs({m[1].lower(): words[m.end() : end].strip() for m, end in zip(names, ends, strict=True)})


@cache
def _template() -> re.Pattern[str]:
    return re.compile(r"\{\{\{?(?P<words>[^{}\n]{1,300}+)\}\}\}?")


@cache
def _filled_line() -> re.Pattern[str]:
    """A line of nothing but templates, and what may stand between them."""
    return re.compile(r"(?>(?:\{\{\{?[^{}\n]{1,300}+\}\}\}?[\s|/·•,:–-]{0,9}+){1,40})")


def templates(doc: Document, rules: tuple[EmbedRule, ...], programming: frozenset[str]) -> Iterator[Found]:
    """{{ … }}: on a line of its own a template of the page, with a known name MediaWiki's, else a text about either."""
    found = list(_templates(doc, rules))
    spans = [(one.embed.start, one.embed.end) for one in found]
    about = bool(spans) and is_about_code(doc.text, programming, spans)
    yield from (one for one in found if not (about and one.embed.kind == "mustache"))


def _templates(doc: Document, rules: tuple[EmbedRule, ...]) -> Iterator[Found]:
    text = doc.text
    wiki, mustache = ([rule for rule in rules if bool(rule.names) is named] for named in (True, False))
    for block in doc.blocks:
        if "{{" not in block.text:
            continue
        words = block.text.lstrip("*•·-– ")  # an item of a list, for some extractors
        bullet = len(block.text) - len(words)
        alone = words.startswith("{{") and _filled_line().fullmatch(words) is not None
        for match in _template().finditer(text, block.start, block.end):
            inner = match["words"].strip()
            name, pipe, rest = (part.strip() for part in inner.partition("|"))
            rule = next((rule for rule in wiki if name.lower() in rule.names), None)
            if rule is not None and not (pipe or alone) and _is_mentioned(text, match):
                continue
            if rule is not None:
                attrs = Attrs({str(index): part.strip() for index, part in enumerate(rest.split("|")) if pipe})
                embed = Embed(kind=rule.kind, name=name, attrs=attrs, start=match.start(), end=match.end())
                yield whole(embed, rule.id)
            elif (
                mustache
                and inner
                and (alone or _is_expression(inner))
                and (inner[0] not in "<%#/" or _is_control(inner))
            ):
                name = inner if inner.isidentifier() else mustache[0].name
                embed = Embed(kind=mustache[0].kind, name=name, start=match.start(), end=match.end())
                found = whole(embed, mustache[0].id)
                first = match.start() == block.start + bullet
                yield found._replace(cuts=(Cut(block.start, match.end(), "embed"),)) if alone and first else found


@cache
def _server_tag() -> re.Pattern[str]:
    """ERB, ASP and EJS; PHP; AngularJS with brackets; TYPO3's markers; JSP and AEM."""
    path = r"[A-Za-z_$]\w{0,40}(?:\.\w{1,40}){1,6}"
    return re.compile(
        r"<%[=#-]?\s?[\w$@][^%\n]{0,300}+%>|<\?(?:php\s|=)[^?\n]{1,300}+\?>"
        rf"|\[\[\s{path}\s\]\]|\$\{{{path}\}}|###[A-Z][A-Z_]{{2,40}}+###|%%[\w-]{{3,60}}+%%"
    )


def server_tags(doc: Document, rules: tuple[EmbedRule, ...], programming: frozenset[str]) -> Iterator[Found]:
    """Tags that the server should have filled in, alone on their line; pages about programming show them on purpose."""
    spans = [
        (block.start, block.end)
        for block in (doc.blocks if rules else ())
        if block.text[0] in "<[$#%" and _server_tag().fullmatch(block.text) is not None
    ]
    if spans and not is_about_code(doc.text, programming, spans):
        for start, end in spans:
            yield whole(Embed(kind=rules[0].kind, name=rules[0].name, start=start, end=end), rules[0].id)


def _is_mentioned(text: str, tag: re.Match[str]) -> bool:
    """Whether a sentence speaks of a template: "the {{citation}} template"."""
    around = text[max(0, tag.start() - 20) : tag.start()] + text[tag.end() : tag.end() + 20]
    return any(word in around.casefold() for word in ("template", "vorlage", "modèle", "plantilla", "шаблон"))


def _is_control(words: str) -> bool:
    """Whether a template decides or repeats: {{#if video}}, {{/each}}."""
    return words[0] in "#/" and words[1:].split(None, 1)[:1] in (["if"], ["each"], ["unless"], ["with"])


def _is_expression(words: str) -> bool:
    """Whether only a program would say so: a path of three names or more, a call, a filter."""
    head = words.partition("|")[0].strip()
    return head.count(".") > 1 and " " not in head and "=" not in head
