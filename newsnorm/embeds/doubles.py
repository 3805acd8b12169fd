"""Tags in double brackets, and tags whose name ends in a colon, a bar or a hash: MediaWiki's files, Drupal's tokens."""

import html
import re
from collections.abc import Iterator, Sequence
from functools import cache

from newsnorm.document import Document
from newsnorm.embeds.attributes import parse_attributes
from newsnorm.embeds.found import Found, whole
from newsnorm.embeds.limits import Budget, Following
from newsnorm.embeds.options import EmbedRule, names_of
from newsnorm.records import Attrs, Embed

__all__ = ["filter_tags", "media_tokens", "wiki_files"]

_LONGEST = 8000


@cache
def _token_start() -> re.Pattern[str]:
    return re.compile(r"\[\[\s?\{")


@cache
def _token_end() -> re.Pattern[str]:
    return re.compile(r"\}\s?\]\]")


@cache
def _scalar() -> re.Pattern[str]:
    """A pair of a JSON object, its quotes straight, typographic or entities: texturized tokens are no JSON any more."""
    quote = r"(?:[\"“”″„]|&quot;|&#34;|&#82(?:20|21|43);)"
    return re.compile(rf"{quote}(?P<key>[\w-]{{1,40}}+){quote}\s?:\s?{quote}?(?P<value>[\w-]{{1,80}}+){quote}?")


def media_tokens(doc: Document, rules: tuple[EmbedRule, ...]) -> Iterator[Found]:
    """Drupal 7's [[{"fid":…}]]."""
    text, reached = doc.text, 0
    following = Following(text, _token_end())
    for match in _token_start().finditer(text):
        if match.start() < reached:
            continue
        end = following.match(match.end())
        if end is None:
            return
        if end.start() - match.end() > _LONGEST:
            continue
        reached = end.end()
        pairs = _top_pairs(text[match.start() + 2 : end.start() + 1])
        rule = next((one for one in rules if any(mark in pairs for mark in one.marks)), None)
        if rule is not None:
            attrs = Attrs({key: pairs[key] for key in rule.names if key in pairs})
            embed = Embed(
                kind=rule.kind, name=rule.name, attrs=attrs, id=attrs.get("fid"), start=match.start(), end=reached
            )
            yield whole(embed, rule.id)


def _top_pairs(source: str) -> dict[str, str]:
    """The plain values of the outermost object."""
    depth, at = 0, 0
    pairs: dict[str, str] = {}
    for brace in re.finditer(r"[{}]", source):
        if depth == 1:
            for pair in _scalar().finditer(source, at, brace.start()):
                pairs.setdefault(pair["key"], pair["value"])
        depth += 1 if brace[0] == "{" else -1
        at = brace.end()
    return pairs


@cache
def _wiki_start(namespaces: tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(map(re.escape, namespaces))
    return re.compile(rf"\[\[\s?(?P<space>{listed})\s?:\s?(?P<file>[^\[\]|\n]{{1,200}}+)", re.IGNORECASE)


@cache
def _double() -> re.Pattern[str]:
    return re.compile(r"\[\[|\]\]|\n\n")


def wiki_files(doc: Document, rules: tuple[EmbedRule, ...]) -> Iterator[Found]:
    """MediaWiki's [[File:name|options|caption]]; the caption may hold links."""
    if not rules:
        return
    text, reached, rule = doc.text, 0, rules[0]
    budget = Budget(text)
    for match in _wiki_start(rule.names).finditer(text):
        if match.start() < reached:
            continue
        end = _double_end(text, match.end(), budget)
        if end is None:
            continue
        reached = end
        parts = _wiki_parts(text[match.end() : end - 2])
        caption = next((part.strip() for part in reversed(parts) if not _is_option(part, rule.marks)), None)
        attrs = Attrs({"0": match["file"].strip()})
        yield whole(
            Embed(kind=rule.kind, name=rule.name, attrs=attrs, content=caption, start=match.start(), end=end),
            rule.id,
        )


def _double_end(text: str, at: int, budget: Budget) -> int | None:
    depth, last = 1, at
    for match in _double().finditer(text, at, at + min(_LONGEST, max(budget.left, 0))):
        last = match.end()
        if match[0] == "\n\n":
            break
        depth += 1 if match[0] == "[[" else -1
        if not depth:
            return last
    budget.left -= last - at + 1
    return None


def _wiki_parts(source: str) -> list[str]:
    """What stands between the bars, links within left whole."""
    parts, depth, at = [], 0, 0
    for match in re.finditer(r"\[\[|\]\]|\|", source):
        if match[0] != "|":
            depth += 1 if match[0] == "[[" else -1
        elif not depth:
            parts.append(source[at : match.start()])
            at = match.end()
    return [*parts, source[at:]][1:]


def _is_option(part: str, options: Sequence[str]) -> bool:
    word = part.strip().lower()
    return not word or word.partition("=")[0] in options or re.fullmatch(r"(?:x?\d{1,4}){1,2}px", word) is not None


@cache
def _filter(names: tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(map(re.escape, names))
    return re.compile(rf"\[\[?(?P<name>{listed})(?P<mark>[:|#])(?P<args>[^\[\]\n]{{1,1000}}+)\]{{1,2}}")


def filter_tags(doc: Document, rules: tuple[EmbedRule, ...]) -> Iterator[Found]:
    """Drupal's input filters: [img_assist|nid=7|…], [video:https://…], [view:name], and [ad#slot]."""
    by_name = names_of(rules)
    if not by_name:
        return
    for match in _filter(tuple(by_name)).finditer(doc.text):
        rule = by_name[match["name"]]
        if match["mark"] not in rule.marks or not _is_machine(match["args"], rule):
            continue
        attrs = _filter_attrs(match["args"], match["mark"])
        url = next((value for value in attrs.values() if value.startswith(("http://", "https://"))), None)
        embed = Embed(kind=rule.kind, name=match["name"], attrs=attrs, url=url, start=match.start(), end=match.end())
        yield whole(embed, rule.id)


def _is_machine(args: str, rule: EmbedRule) -> bool:
    """Whether the arguments were written for a program: [video: the mayor speaks] is a label."""
    return rule.reads is None or rule.reads.match(args) is not None


def _filter_attrs(args: str, mark: str) -> Attrs:
    if mark == "|":
        pairs = (part.partition("=") for part in html.unescape(args).split("|"))
        return Attrs({key.strip(): value.strip() for key, _, value in pairs})
    first, _, rest = args.strip().partition(" ")
    options = re.sub(r"([\w-]{1,40}+):(?=[\"'\w])", r"\1=", rest)
    return Attrs({"0": first, **parse_attributes(options)})
