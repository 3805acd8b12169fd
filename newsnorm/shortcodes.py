"""WordPress shortcodes in text: found, and taken out."""

from collections.abc import Iterable

from newsnorm.embeds.attributes import parse_attributes
from newsnorm.embeds.clean import without
from newsnorm.embeds.scan import scan_shortcodes
from newsnorm.embeds.wordpress import DEEPEST, Shortcode, hide_html, normalize_entities, scan
from newsnorm.errors import must_be_text
from newsnorm.records import Embed

__all__ = ["find_shortcodes", "remove_shortcodes"]


def find_shortcodes(text: str, tags: Iterable[str] | None = None) -> tuple[Embed, ...]:
    r"""The shortcodes in a text, nested ones after their parent.

    With `tags`, exactly those that WordPress 6.1 runs when these names are registered: self-closing (`[name /]`) and
    enclosing (`[name]…[/name]`) ones, not the escaped `[[name]]`. Attribute names are lower-cased, positional ones
    stand under "0", "1", …. Values in typographic quotes (`id=”7″`), which WordPress misreads, are read as meant.

    Without `tags`, those that the text itself proves: by attributes, a closing tag, or a name that newsnorm's rules
    know. Editorial brackets such as [sic] or [the mayor] are none. A closing tag pairs with the nearest opening one,
    and a lost half of a pair is listed alone.

    Offsets are code points, half-open. () when there is none. Shortcodes nested deeper than 16 levels are not listed.
    TypeError when `text` is not a str. Time grows linearly with the text.

    >>> [(one.name, one.attrs, one.content) for one in find_shortcodes('[caption id=”7″]The pier[/caption] [sic]')]
    [('caption', {'id': '7'}, 'The pier')]
    >>> find_shortcodes("[x a=b c /]", tags=["x"])[0].attrs
    {'a': 'b', '0': 'c'}
    """
    must_be_text(text, "find_shortcodes")
    if "[" not in text:
        return ()
    if tags is None:
        return tuple([_plain(one.embed) for one in scan_shortcodes(text)])
    return tuple([_embed(text, one) for one in scan(text, _names(tags)) if not one.escaped and one.depth < DEEPEST])


def remove_shortcodes(text: str, tags: Iterable[str] | None = None) -> str:
    """The text without its shortcodes.

    With `tags`, what WordPress' `strip_shortcodes` leaves: enclosed text goes too, `[[name]]` becomes `[name]`, and
    what stands inside an HTML tag stays. Without `tags`, what a careful editor leaves: tags of layout and style go and
    their text stays, captions and players go whole, emptied lines go, words are not fused.

    TypeError when `text` is not a str.

    >>> remove_shortcodes("It rained. [gallery ids=”4,5″] It stopped.")
    'It rained. It stopped.'
    >>> remove_shortcodes("a [x]b[/x] c [[x]]", tags=["x"])
    'a  c [x]'
    """
    must_be_text(text, "remove_shortcodes")
    if "[" not in text:
        return text
    if tags is None:
        return without(text, sorted(cut for one in scan_shortcodes(text) for cut in one.cuts))
    names = _names(tags)
    text = normalize_entities(text, names)
    pieces: list[str] = []
    at = 0
    for found in scan(hide_html(text), names):
        if found.depth:
            continue
        if found.escaped:
            pieces += text[at : found.start - 1], text[found.start : found.end]
            at = found.end + 1
        else:
            pieces.append(text[at : found.start])
            at = found.end
    pieces.append(text[at:])
    return "".join(pieces)


def _names(tags: Iterable[str]) -> tuple[str, ...]:
    if isinstance(tags, str):
        raise TypeError("tags takes several names, for example ['gallery'], not a str")
    return tuple(tags)


def _plain(embed: Embed) -> Embed:
    """The same, and its kind is "shortcode", whatever it shows."""
    if embed.kind == "shortcode":
        return embed
    return Embed(
        kind="shortcode",
        name=embed.name,
        attrs=embed.attrs,
        content=embed.content,
        url=embed.url,
        id=embed.id,
        start=embed.start,
        end=embed.end,
    )


def _embed(text: str, found: Shortcode) -> Embed:
    content = None if found.close_start < 0 else text[found.open_end : found.close_start]
    attrs = parse_attributes(text[found.name_end : found.args_end])
    return Embed(kind="shortcode", name=found.name, attrs=attrs, content=content, start=found.start, end=found.end)
