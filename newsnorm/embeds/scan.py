"""Every kind of embed in one document."""

from collections.abc import Iterator
from functools import cache

from newsnorm.document import Document
from newsnorm.embeds.angle import comments, elements
from newsnorm.embeds.braces import generator_tags, plugins, templates
from newsnorm.embeds.doubles import filter_tags, media_tokens, wiki_files
from newsnorm.embeds.blobs import encoded, objects, styles
from newsnorm.embeds.code import scripts
from newsnorm.embeds.found import Found, apart
from newsnorm.embeds.known import known_shortcodes
from newsnorm.embeds.options import by_way
from newsnorm.embeds.proven import proven_shortcodes
from newsnorm.rules import RuleSet, join_packs, shipped

__all__ = ["scan_document", "scan_shortcodes"]


@cache
def _own_rules() -> RuleSet:
    """The rules for embeds that newsnorm brings."""
    return join_packs([shipped("cms"), shipped("embed")])


def scan_document(doc: Document, rules: RuleSet | None = None) -> tuple[Found, ...]:
    """All embeds of a document, in the order of the text, by these rules or by newsnorm's own."""
    return tuple(apart(_scan(doc, rules or _own_rules())))


def scan_shortcodes(doc: Document) -> tuple[Found, ...]:
    """The shortcodes of a document, those of forums left out."""
    known = known_shortcodes(_own_rules())
    return tuple(apart(one for one in proven_shortcodes(doc.text, known) if one.embed.kind != "bbcode"))


def _scan(doc: Document, rules: RuleSet) -> Iterator[Found]:
    if "[" in doc.text:
        yield from proven_shortcodes(doc.text, known_shortcodes(rules))
    ways = by_way(rules)
    programming = frozenset(rules.words("programming"))
    yield from scripts(doc, ways.get("script", ()), programming)
    yield from styles(doc, ways.get("style", ()), programming)
    yield from objects(doc, ways.get("json", ()))
    yield from encoded(doc, ways.get("base64", ()))
    if "[[" in doc.text:
        yield from media_tokens(doc, ways.get("media_token", ()))
        yield from wiki_files(doc, ways.get("wiki_file", ()))
    if "[" in doc.text:
        yield from filter_tags(doc, ways.get("drupal_filter", ()))
    if "{" in doc.text:
        yield from generator_tags(doc, ways.get("hugo", ()), ways.get("liquid", ()))
        yield from plugins(doc, ways.get("plugin", ()))
        yield from templates(doc, ways.get("mustache", ()))
    if "<" in doc.text or "&" in doc.text:
        yield from comments(doc, ways.get("comment", ()))
        yield from elements(doc, ways.get("tag", ()))
