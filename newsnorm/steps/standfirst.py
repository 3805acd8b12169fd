"""The summary between the headline and the story, the labels above it: fields, for they are not the story's lines."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise, takewhile

from newsnorm.document import Block, Document, Mark
from newsnorm.story.head import SIGNED, is_prose, squeezed
from newsnorm.story.layout import LONGEST_TITLE
from newsnorm.story.shape import shape_of

__all__ = ["standfirst", "standfirst_alone"]

RULE = "step:standfirst"

_SHORTEST, _LONGEST = 40, 320
"""A summary has so many code points; shorter lines are labels, longer ones paragraphs."""

_MOST = 3
"""Papers print so many lines of it at most, and so many labels above the headline."""

_LONGEST_KICKER, _LABELS = 40, frozenset({"label", "numbered", "bar"})
"""A label has so many code points, and one of these forms."""

_ALIKE = 50
"""A summary that begins as the story does shares so many code points with it."""


_REPEATED = 8
"""The story repeats so many code points of it."""

_COLONS = (":", "：", "】", "]")
"""What stands between a summary's label and the summary."""

_GOES_ON = frozenset(",;.:-–—…)")
"""With one of these a line goes on with the one above it."""


def standfirst(doc: Document) -> Iterator[Mark]:
    r"""Mark the summary below the headline, where its place or its form leaves no doubt.

    Between headline and byline or date stands a summary. Without either, lines below the headline that end no
    sentence, above a paragraph that does, are one; and so is a line that begins word by word as the next one does,
    for that is the paragraph itself. A first paragraph that only might be a summary stays.

    >>> story = "The harbour was closed on Monday after two days of rain, said Ada Lindqvist, the mayor."
    >>> doc = Document(f"Rain floods port\nThe mayor says that nobody could know it before\n{story}")
    >>> [(mark.start, mark.end) for mark in standfirst(doc.add([Mark(0, 16, "headline", "mine:title")]))]
    [(17, 64)]
    """
    title = _title(doc)
    if title is None:
        return _labelled(doc, doc.blocks[:_MOST], repeated=True)
    return chain(_kickers(doc, title.start), _below(doc, title.end))


def _kickers(doc: Document, at: int) -> Iterator[Mark]:
    """The few labels above the headline: a section, a topic, breadcrumbs with their numbers. Sentences are none.

    Of such lines on real pages 6 in 7 were no story's, and the rest stood above lines that were no headline.
    """
    above = list(takewhile(lambda block: block.start < at, doc.blocks[: _MOST + 1]))
    if len(above) > _MOST or any(block.start in doc.fragments or not _is_kicker(block.text) for block in above):
        return
    if above and any(is_prose(block.text) for block in doc.blocks[len(above) :]):  # a story follows
        yield from (Mark(block.start, block.end, "kicker", RULE) for block in above)


def _is_kicker(text: str) -> bool:
    """True for a label, and for a menu's numbered item."""
    return len(text) <= _LONGEST_KICKER and shape_of(squeezed(text)).name in _LABELS and text[-1].isalnum()


def standfirst_alone(doc: Document) -> Iterator[Mark]:
    """The same for a page whose headline is known and not printed: it stands above all lines of the page."""
    title = _title(doc)
    return _below(doc, 0 if title is None else title.end)


def _title(doc: Document) -> Mark | None:
    return next((mark for mark in doc.marks if mark.kind == "headline"), None)


def _below(doc: Document, at: int) -> Iterator[Mark]:
    if any(mark.kind == "dateline" for mark in doc.marks):
        return
    below = [block for block in doc.blocks if block.start >= at][: _MOST + 2]
    labelled = list(_labelled(doc, below[:_MOST]))
    if labelled:
        yield from labelled
        return
    rows = _above_byline(doc, at, below) or _open_lines(below) or _beginning(below)
    if all(row.start not in doc.fragments for row in rows):
        yield from (Mark(row.start, row.end, "standfirst", RULE) for row in rows)


def _labelled(doc: Document, below: Sequence[Block], *, repeated: bool = False) -> Iterator[Mark]:
    """The first line that says it is the summary, with a story below it; the label is marked apart.

    Where no headline is printed it may be the story's own first paragraph, unless the next line repeats its start.
    """
    labels = doc.rules.words("summary_labels")
    for block, behind in pairwise(below if labels else ()):
        label = next((label for label in labels if block.text.startswith(label)), "")
        colon = len(label) + len(block.text[len(label) :]) - len(block.text[len(label) :].lstrip())
        if label and block.text[colon : colon + 1] in _COLONS and colon + 1 < len(block.text):
            end = block.end - len(block.text[colon + 1 :].lstrip())
            if repeated and not behind.text.startswith(doc.text[end : min(end + _REPEATED, block.end)]):
                return
            yield Mark(block.start, block.start + colon + 1, "other", RULE, "the summary's label")
            yield Mark(end, block.end, "standfirst", RULE)
            return


def _above_byline(doc: Document, at: int, below: Sequence[Block]) -> Sequence[Block]:
    """The lines between the headline and the byline or date; () when there are too many, or no story follows.

    Above how long a reader takes two paragraphs are no summary: the story has begun, and it is another's time.
    """
    sign = next((mark for mark in doc.marks if mark.kind in SIGNED and mark.start >= at), None)
    rows = [block for block in below if sign is not None and block.start < sign.start]
    fits = all(_SHORTEST <= len(squeezed(row.text)) <= _LONGEST for row in rows)
    if sign is not None and sign.kind == "read_time" and sum(is_prose(row.text) for row in rows) > 1:
        return ()
    return rows if fits and len(rows) < _MOST and any(is_prose(block.text) for block in below[len(rows) :]) else ()


def _open_lines(below: Sequence[Block]) -> Sequence[Block]:
    """The lines that end no sentence, with a paragraph right below them; () when there are too many."""
    rows = list(takewhile(lambda block: _is_open(squeezed(block.text)), below))
    if not rows or len(rows) > _MOST or len(rows) == len(below):
        return ()
    first = below[len(rows)].text
    return rows if is_prose(first) and not first[0].islower() and first[0] not in _GOES_ON else ()


def _is_open(line: str) -> bool:
    return _SHORTEST <= len(line) <= LONGEST_TITLE and shape_of(line).name == "line" and line[0].isalnum()


def _beginning(below: Sequence[Block]) -> Sequence[Block]:
    """The first line, when the next one begins just so; a longer one only when the next one says all of it."""
    if len(below) < 2:
        return ()
    first, second = (squeezed(block.text) for block in below[:2])
    alike = len(first) >= _ALIKE and second.startswith(first[:_ALIKE])
    return below[:1] if alike and (len(first) <= _LONGEST or second.startswith(first)) else ()
