"""The functions of daily use, each good alone: text in, a value out."""

from collections.abc import Iterable
from typing import overload

from newsnorm.document import Document, Mark
from newsnorm.errors import must_be_tag, must_be_text
from newsnorm.headlines.same import HeadlineGroup, dedupe_feed
from newsnorm.pipeline import annotate
from newsnorm.steps.dates import dates
from newsnorm.steps.embeds import embeds
from newsnorm.steps.headline import repeats
from newsnorm.steps.lines import lines

__all__ = ["cut", "dedupe_headlines", "remove_boilerplate"]


def cut(text: str, marks: Iterable[Mark]) -> str:
    """The text without the marked spans. A line that is cut whole goes with its line end; all else stays as it was.

    >>> cut("one\\nAd\\ntwo", [Mark(4, 6, "ad_label", "mine:ad")])
    'one\\ntwo'
    """
    out: list[str] = []
    at = 0
    for mark in marks:
        before = text[at : mark.start]
        line_start = before.rstrip(" \t")
        whole = line_start[-1:] in _LINE_ENDS if line_start else at == 0 or text[at - 1] in _LINE_ENDS
        out.append(line_start if whole else before)
        at = _past_blank_lines(text, mark.end) if whole else mark.end
    out.append(text[at:])
    return "".join(out)


_LINE_ENDS = frozenset("\n\r\u2028\u2029\x85")


def _past_blank_lines(text: str, at: int) -> int:
    """Behind the line end that follows, and behind the empty lines after it; `at` when words follow."""
    end = at
    while end < len(text) and text[end].isspace():
        end += 1
        if text[end - 1] in _LINE_ENDS:
            at = end
    return at if end < len(text) else end


def remove_boilerplate(text: str, *, language: str | None = None) -> str:
    r"""Take out the lines that a rule names as boilerplate: labels, share bars, newsletters, wire tails.

    Nothing else is touched: no repair, no dateline, no headline; every other character stays as it was. A text
    without boilerplate comes back unchanged. `normalize` does more, and says what it did.
    Raises TypeError for anything but a str, ValueError for a language tag that is none.

    >>> remove_boilerplate("Advertisement\nIt rained all night.\nSubscribe to our newsletter")
    'It rained all night.\n'
    """
    doc = Document(must_be_text(text, "remove_boilerplate"), language=must_be_tag(language or None))
    return cut(text, doc.add(lines(doc)).marks)


@overload
def dedupe_headlines(headlines: str) -> str: ...  # type: ignore[overload-overlap]  # a str is no feed
@overload
def dedupe_headlines(headlines: Iterable[str]) -> tuple[HeadlineGroup, ...]: ...
def dedupe_headlines(headlines: str | Iterable[str]) -> str | tuple[HeadlineGroup, ...]:
    r"""Take repeated headlines out: of one page's lines, or of a feed.

    A `str` is one page: gives the page without the lines that repeat a headline (other capitals, other quotes and
    dashes, cut short with "…", with the site's name behind). The best printed one stays. Only headline-like lines
    above the story are compared with each other, and lines of the story with the headline, so that a list's heads
    or a refrain stay as they are.

    Any other iterable of `str` is a feed: gives one `HeadlineGroup` a story, in the order of first appearance.
    There a site's name is believed when it looks like one ("Dawn.com", "ARY NEWS") or stands behind two different
    headlines. Raises TypeError for anything else.

    >>> dedupe_headlines("Rain floods port\n\nRAIN FLOODS PORT\n\nIt rained all night, said the mayor.")
    'Rain floods port\n\nIt rained all night, said the mayor.'
    >>> [g.headline for g in dedupe_headlines(["Rain floods port - Dawn.com", "Rain floods port", "Sun returns"])]
    ['Rain floods port', 'Sun returns']
    """
    if isinstance(headlines, str):
        doc = Document(headlines)
        return cut(headlines, repeats(annotate(doc, (embeds, lines, dates))))
    if isinstance(headlines, (bytes, bytearray, memoryview)) or not isinstance(headlines, Iterable):
        must_be_text(headlines, "dedupe_headlines")
    return dedupe_feed(headlines)
