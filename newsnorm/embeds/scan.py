"""Every kind of embed in one document. Each scanner is asked only if one look at the text says that it may find one."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from newsnorm.document import Document
from newsnorm.embeds.addresses import Addresses, addresses, pointed
from newsnorm.embeds.angle import comments, elements
from newsnorm.embeds.blobs import encoded, objects, styles
from newsnorm.embeds.braces import generator_tags, plugins, server_tags, templates
from newsnorm.embeds.code import scripts
from newsnorm.embeds.doubles import filter_tags, media_tokens, wiki_files
from newsnorm.embeds.found import Found, apart
from newsnorm.embeds.known import Known, known_shortcodes
from newsnorm.embeds.lines import Watch, fallback_lines, watch
from newsnorm.embeds.options import WAYS, EmbedRule, by_way
from newsnorm.embeds.posts import posts
from newsnorm.embeds.proven import proven_shortcodes
from newsnorm.embeds.signs import followed
from newsnorm.embeds.tweets import Speech, tweets
from newsnorm.rules.sets import RuleSet, join_packs, shipped

__all__ = ["scan_document", "scan_shortcodes"]


class Lore(NamedTuple):
    """What a rule set knows of embeds, made once."""

    shortcodes: Known
    ways: dict[str, tuple[EmbedRule, ...]]
    watch: Watch
    programming: frozenset[str]
    speech: Speech
    addresses: Addresses


@cache
def _own_rules() -> RuleSet:
    """The rules for embeds that newsnorm brings."""
    return join_packs([shipped("cms"), shipped("embed")])


@lru_cache(maxsize=64)
def lore(rules: RuleSet) -> Lore:
    """What a rule set says of embeds. Raises RuleError for a key or a value that its entries cannot have."""
    found = by_way(rules)
    tables = rules.tables.get("tags", ())
    speech = [table["embed_speech"] for table in tables if "embed_speech" in table]
    voice = [table["embed_voice"] for table in tables if "embed_voice" in table]
    return Lore(
        known_shortcodes(rules),
        {way: found.get(way, ()) for way in WAYS},
        watch(rules),
        frozenset(rules.words("embed_programming")),
        Speech(
            {tag: frozenset(words) for table in speech for tag, words in table.items()},
            frozenset(word for table in voice for word in table.get("reports", ())),
            frozenset(word for table in voice for word in table.get("speaks", ())),
            frozenset(word for table in voice for word in table.get("leads", ())),
        ),
        addresses(rules),
    )


@cache
def _own_lore() -> Lore:
    return lore(_own_rules())


def scan_document(doc: Document, rules: RuleSet | None = None) -> tuple[Found, ...]:
    """All embeds of a document, in the order of the text, by these rules or by newsnorm's own."""
    known = _own_lore() if rules is None else lore(rules)
    found = [*_in_brackets(doc, known), *_in_braces(doc, known), *_in_angles(doc, known), *_in_lines(doc, known)]
    if not found:
        return ()
    for shown in (
        _listings(found, known.shortcodes) if len(found) > 1 else [],
        _fences(doc) if "```" in doc.text else [],
    ):
        if shown:
            found = [one for one in found if not _lies_in(one, shown)]
    return tuple(pointed(one, known.addresses) for one in apart(found))


def _listings(found: Iterable[Found], known: Known) -> list[tuple[int, int]]:
    """Where code is shown on purpose: between the outermost tags of listings, in order."""
    shown: list[tuple[int, int]] = []
    for one in found:  # shortcodes come in the order of the text, parents first
        rule = known.get(one.embed.name) if len(one.cuts) > 1 else None
        if rule is not None and rule.shows and (not shown or one.embed.start >= shown[-1][1]):
            shown.append((one.cuts[0].end, one.cuts[-1].start))
    return shown


def _fences(doc: Document) -> list[tuple[int, int]]:
    """The same between Markdown's fences."""
    fences = [block for block in doc.blocks if block.text.startswith("```")]
    return [(first.end, last.start) for first, last in zip(fences[::2], fences[1::2], strict=False)]


def _lies_in(one: Found, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether an embed lies in one of these spans, that are in order and apart."""
    at = bisect_right(spans, (one.embed.start, len(spans) and spans[-1][1])) - 1
    return at >= 0 and one.embed.end <= spans[at][1]


def scan_shortcodes(text: str) -> tuple[Found, ...]:
    """The shortcodes of a text, those of forums left out."""
    lore = _own_lore()
    found = [one for one in proven_shortcodes(text, lore.shortcodes) if one.embed.kind != "bbcode"]
    return tuple([pointed(one, lore.addresses) for one in (apart(found) if len(found) > 1 else found)])


def _in_brackets(doc: Document, lore: Lore) -> Iterator[Found]:
    if "[" in doc.text:
        found = list(proven_shortcodes(doc.text, lore.shortcodes))
        if any(one.embed.kind == "bbcode" for one in found) and "bbcode" in doc.text.lower():
            found = [one for one in found if one.embed.kind != "bbcode"]  # a page on BBCode shows its tags on purpose
        yield from found
        yield from filter_tags(doc, lore.ways["drupal_filter"])
        if "[[" in doc.text:
            yield from media_tokens(doc, lore.ways["media_token"])
            yield from wiki_files(doc, lore.ways["wiki_file"])


def _in_braces(doc: Document, lore: Lore) -> Iterator[Found]:
    text = doc.text
    has_braces = "{" in text
    if has_braces or ";" in text or _may_call(text):
        yield from scripts(doc, lore.ways["script"], lore.programming)
    if has_braces:
        yield from styles(doc, lore.ways["style"], lore.programming)
        yield from objects(doc, lore.ways["json"], lore.programming)
        yield from plugins(doc, lore.ways["plugin"])
        if "{{" in text or "{%" in text:
            yield from generator_tags(doc, lore.ways["hugo"], lore.ways["liquid"])
            yield from templates(doc, lore.ways["mustache"], lore.programming)


def _may_call(text: str) -> bool:
    """True where one of the signs is that every script without a semicolon has."""
    return "(" in text and (text.endswith(")") or followed(text, ")", ("\n", "\r")) or followed(text, "(", ("'", '"')))


def _in_angles(doc: Document, lore: Lore) -> Iterator[Found]:
    text = doc.text
    if "<" in text or followed(text, "&", ("lt;", "amp;", "#")):
        yield from comments(doc, lore.ways["comment"])
        yield from elements(doc, lore.ways["tag"], lore.programming)
    if _may_have_server_tags(text):
        yield from server_tags(doc, lore.ways["server"], lore.programming)


def _may_have_server_tags(text: str) -> bool:
    # one sign is looked for faster than two
    return (
        ("<" in text and ("%>" in text or "?>" in text))
        or ("[" in text and "[[ " in text)
        or ("{" in text and "${" in text)
        or ("#" in text and "###" in text)
        or ("%" in text and "%%" in text)
    )


def _in_lines(doc: Document, lore: Lore) -> Iterator[Found]:
    signed = "@" in doc.text
    if signed and "(@" in doc.text:
        yield from tweets(doc, lore.ways["tweet"], lore.speech)
    seen = lore.watch.lines(doc)
    if seen:
        yield from fallback_lines(doc, seen, lore.watch.beside)
    if seen or signed:
        yield from posts(doc, lore.ways["post"], seen)
    yield from encoded(doc, lore.ways["base64"], lore.programming)
