"""Embeds: what a content management system, a social network or a player leaves behind in the text of a page."""

from newsnorm.document import Document
from newsnorm.embeds.clean import without
from newsnorm.embeds.scan import scan_document
from newsnorm.errors import must_be_text
from newsnorm.records import Embed

__all__ = ["find_embeds", "remove_embeds"]


def find_embeds(text: str) -> tuple[Embed, ...]:
    """Everything in a text that a content management system, a network or a player left behind, in order.

    Shortcodes of every system, script and style text, quoted posts (their words under `content`), fallback lines of
    players. What a layout shortcode encloses follows it. Where there is doubt, the text is the story's.

    Offsets are code points, half-open. () when there is none. TypeError when `text` is not a str.
    Time grows linearly with the text.

    >>> [(one.kind, one.name, one.id) for one in find_embeds("It rained. [vimeo 123456] It stopped.")]
    [('shortcode', 'vimeo', '123456')]
    """
    must_be_text(text, "find_embeds")
    return tuple(one.embed for one in scan_document(Document(text)))


def remove_embeds(text: str) -> str:
    """The text without its embeds, as a careful editor would leave it.

    Tags of layout and style go and their text stays; all else goes whole. Emptied lines go, of the blank lines around
    them one stays, words are not fused and blanks not doubled. The very text when there is nothing to remove.
    TypeError when `text` is not a str.

    >>> remove_embeds("[vc_row]The [dropcap]w[/dropcap]ind rose. [vimeo 123456][/vc_row]")
    'The wind rose.'
    """
    must_be_text(text, "remove_embeds")
    cuts = sorted(cut for one in scan_document(Document(text)) for cut in one.cuts)
    return without(text, cuts) if cuts else text
