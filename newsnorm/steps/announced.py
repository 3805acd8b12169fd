"""What stands inside the story and is not its own: titles of others below the label "Related articles", and captions
that are printed twice."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import islice, pairwise
from operator import itemgetter

from newsnorm.document import Block, Document, Mark
from newsnorm.story.head import is_prose, squeezed
from newsnorm.story.shape import shape_of
from newsnorm.story.teasers import ANNOUNCED, BUTTON

__all__ = ["announced"]

_ITEMS = frozenset({"bullet", "cut"})
"""The form of links in a row: with a bullet, or cut short."""

_TITLES = frozenset({"line", "question"})
_SUBHEADINGS = _TITLES | {"label", "capitals"}
_ENDS = _ITEMS | _SUBHEADINGS
"""Behind the last paragraph all of these are links."""

_LABELS = frozenset({"related", "newsletter", "comments", "share"})
"""What says that the row went on to there."""

_TWICE = frozenset({"line", "question", "quote", "cut", "capitals", "sentence"})
_LONGEST_TWICE = 4
"""A caption stands there as what the picture shows, for those who cannot see it, and below the picture; it has such a
form and size. A longer one may be a paragraph, printed twice by mistake."""

_LONG, _SOME = 3, 2
"""A title of the first size is longer than subheadings are; one of the second may be a subheading."""


def announced(doc: Document) -> Iterator[Mark]:
    r"""Mark what stands below a label such as "Read more": between two paragraphs a title, or items in a row.

    Some labels stand alone, for their links were cut or are pictures: then the story goes on below. So paragraphs
    stay, and so does a short title on a page that has others, between its paragraphs, which nothing announces: it
    may be a subheading; of several titles in a row all are marked. Of lines below such a label that were no
    paragraphs, and not very short, 19 of 20 were links.

    >>> story = "The harbour was closed on Monday after two days of rain, said Ada Lindqvist, the mayor."
    >>> text = f"{story}\nRelated articles\nFerry runs aground off the old port\n{story}"
    >>> doc = Document(text, marks=(Mark(88, 104, "related", "lang/en:related-heading"),))
    >>> [doc.text[mark.start : mark.end] for mark in announced(doc)]
    ['Ferry runs aground off the old port']
    """
    yield from _twins(doc)
    labels = [mark for mark in doc.marks if mark.rule.endswith(BUTTON)]
    story = _story(doc) if labels else range(0)
    below = [at for label in labels if (at := _below(doc, label)) >= story.start] if story else []
    rows = {at + number for at in below for number, _ in enumerate(_row(doc, at, _TITLES))} | {*below}
    least = _LONG if below and _has_titles(doc, story, rows) else _SOME
    for at in below:
        block = doc.blocks[at]
        name, size = shape_of(squeezed(block.text))
        if at >= story.stop:
            row = list(_row(doc, at, _ENDS))
            yield from map(_mark, [*row, *_last(doc, at + len(row))])
        elif name in _ITEMS:
            yield from map(_mark, _row(doc, at, _ITEMS))
        elif name in _TITLES and size >= least:
            yield from map(_mark, _titles(doc, at, least))


def _twins(doc: Document) -> Iterator[Mark]:
    """Both of two equal lines in a row beside a paragraph: of 1,200 pairs on real pages 24 were in the story, once.

    So a line that another line repeats with the credit behind it. A song's refrain has no paragraph beside it, and a
    title on top of a page without a headline may be that headline.
    """
    captions = {doc.text[mark.start : mark.end] for mark in doc.marks if mark.kind == "caption"}
    prose = next((at for at, block in enumerate(doc.blocks[:_TITLED]) if is_prose(block.text)), _TITLED)
    top = 0 if any(mark.kind == "headline" for mark in doc.marks) else prose
    for at, (block, below) in enumerate(pairwise(doc.blocks)):
        if captions and block.text in captions:
            yield Mark(block.start, block.end, "caption", ANNOUNCED, "printed twice")
        elif block[2] == below[2] and at >= top and _is_caption(doc, at):
            yield Mark(block.start, block.end, "caption", ANNOUNCED, "printed twice")
            yield Mark(below.start, below.end, "caption", ANNOUNCED, "printed twice")


_TITLED = 3
"""Without a headline one of so many lines may be it."""


def _is_caption(doc: Document, at: int) -> bool:
    """True for the first line of a pair that may be a caption, with a paragraph above the pair or below it."""
    name, size = shape_of(squeezed(doc.blocks[at].text))
    pair, beside = doc.blocks[at : at + 2], (*doc.blocks[max(0, at - 1) : at], *doc.blocks[at + 2 : at + 3])
    return (
        name in _TWICE
        and _SOME <= size <= _LONGEST_TWICE
        and doc.fragments.isdisjoint(block.start for block in pair)
        and any(is_prose(block.text) for block in beside)
    )


def _mark(block: Block) -> Mark:
    return Mark(block.start, block.end, "related", ANNOUNCED, "below a label")


def _story(doc: Document) -> range:
    """The lines between the first paragraph and the last, below the headline."""
    title = next((mark.end for mark in doc.marks if mark.kind == "headline"), 0)
    size = len(doc.blocks)
    first = bisect_left(doc.blocks, title, key=_start)
    first = next((at for at in range(first, size) if is_prose(doc.blocks[at].text)), size)
    return range(first, next((at for at in range(size - 1, first, -1) if is_prose(doc.blocks[at].text)), first))


def _below(doc: Document, label: Mark) -> int:
    """The line right below a label, or below an ad there; -1 where something else was found in between."""
    at = bisect_right(doc.blocks, label.start, key=_start)
    if at == len(doc.blocks) or doc.blocks[at].start in doc.fragments:
        return -1
    end = doc.blocks[at].start
    for number in range(bisect_right(doc.marks, label.start, key=_start), len(doc.marks)):
        mark = doc.marks[number]
        if mark.start >= end:
            break
        if mark.kind != "ad_label":
            return -1
    return at


_start = itemgetter(0)


def _row(doc: Document, at: int, names: Collection[str]) -> Iterator[Block]:
    """The lines of these forms from this one on, with nothing else in between."""
    end = doc.blocks[at].start
    for number in range(at, len(doc.blocks)):
        block = doc.blocks[number]
        if shape_of(squeezed(block.text)).name not in names or doc.text[end : block.start].strip():
            return
        yield block
        end = block.end


def _titles(doc: Document, at: int, least: int) -> Iterator[Block]:
    """The title at this line and those right below: no story has subheadings in a row, but the last may be one."""
    row = list(_row(doc, at, _TITLES))
    sizes = [shape_of(squeezed(block.text)).size for block in row]
    for number, (block, size) in enumerate(zip(row, sizes, strict=True)):
        is_last = number + 1 == len(row) or sizes[number + 1] < _SOME
        if number and size < (least if is_last else _SOME):
            return
        yield block


def _last(doc: Document, number: int) -> Sequence[Block]:
    """The line below a row, where another label follows at once: a title may be two sentences, with their stops."""
    if not 0 < number < len(doc.blocks):
        return ()
    (_, above, _), block = doc.blocks[number - 1 : number + 1]
    name, size = shape_of(squeezed(block.text))
    mark = next(islice(doc.marks, bisect_right(doc.marks, block.end, key=_start), None), None)
    if name != "sentence" or size > _LONG or mark is None or mark.kind not in _LABELS:
        return ()
    alone = not doc.text[above : block.start].strip() and not doc.text[block.end : mark.start].strip()
    return (block,) if alone else ()


def _has_titles(doc: Document, story: range, rows: Collection[int]) -> bool:
    """True where another line between the story's paragraphs may be a title: it has subheadings."""
    shapes = (shape_of(squeezed(doc.blocks[at].text)) for at in story if at not in rows)
    return any(shape.name in _SUBHEADINGS and shape.size <= _LONG for shape in shapes)
