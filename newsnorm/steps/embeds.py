"""What a content management system, a network or a player left in the page, marked."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from newsnorm.document import Document, Mark
from newsnorm.embeds.known import known_shortcodes
from newsnorm.embeds.scan import scan_document
from newsnorm.records import Attrs, Embed
from newsnorm.rules.sets import RuleSet

__all__ = ["embeds"]


def embeds(doc: Document) -> Iterator[Mark]:
    """Mark the embeds of a page.

    What goes whole is an "embed", with the `Embed` as value. The tags of a layout that wraps the story are marked one
    by one: "wrapper" around blocks of text, "markup" inside a sentence, where a cut must leave no blank. A caption's
    embed has kind "caption" and its words, without their HTML, under `content`.

    >>> [(mark.kind, mark.rule) for mark in embeds(Document("It rained. [vimeo 123456]"))]
    [('embed', 'cms/wordpress:media')]
    """
    for found in scan_document(doc, doc.rules):
        value: Embed | None = None
        if found.cuts[0].kind == "embed":
            value = _settled(found.embed, doc.rules)
        for cut in found.cuts:
            yield Mark(cut.start, cut.end, cut.kind, found.rule, value)
            value = None


def _settled(embed: Embed, rules: RuleSet) -> Embed:
    """The embed as an article keeps it.

    `find_shortcodes` tells what is written, so that a rewriter can trust it: slug=”mayor-opens/”. The article tells
    what is meant: a slug names a story, with or without the slash that some editors type behind it.
    """
    if embed.kind == "caption":
        return replace(embed, content=_plain(embed.content or "") or embed.attrs.get("caption") or None)
    rule = known_shortcodes(rules).get(embed.name)
    path = "" if rule is None else rule.path
    if path in embed.attrs:
        return replace(embed, attrs=Attrs({**embed.attrs, path: embed.attrs[path].strip("/")}))
    return embed


@cache
def _html() -> re.Pattern[str]:
    return re.compile(r"<[^<>]*+>")


def _plain(content: str) -> str:
    return " ".join(_html().sub(" ", content).split())
