"""The story's own title, chosen among the lines above the story, and its repeats."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsnorm.document import Block, Document, Mark
from newsnorm.head import head, is_headline
from newsnorm.headlines import best_headline, group_headlines, headline_key, same_headline
from newsnorm.layout import is_title

__all__ = ["headline", "repeats"]

RULE = "step:headline"

_SIGNED = frozenset({"byline", "published", "updated", "read_time"})
"""What stands below a headline, with a summary between them at most."""

_REACH = 3
"""So many lines above a byline or a date are looked at: kicker, headline, summary."""

_SHARED = 0.3
"""Two titles of one story share such a part of their longer words; a title and a summary share less."""

_LONGER = 1.6
"""A summary that repeats the title's words is longer than the title by such a factor."""


def headline(doc: Document) -> Iterator[Mark]:
    """Mark the headline, and every other line that only repeats it.

    Above the story every headline-like line that repeats another is a repeat: templates print the title as page
    title, as heading and as caption. A menu's labels are told from titles by their length. The headline is the
    title that stands there with the site's name and without it; else the one above the byline or the date; else
    the first. In the story only lines that repeat the headline itself are marked, for there other lines may repeat
    with reason: a list's heads, a refrain.

    The headline is printed first, so on a clean page, which has neither byline nor date nor repeats, the first
    title is chosen again.
    """
    blocks = [block for block in head(doc) if block.start not in doc.fragments]
    groups = _groups(blocks)
    if not groups:
        return
    chosen = _chosen(groups, _signed(doc, blocks), blocks)
    for group in groups:
        shown = _shown(group)
        for block in group:
            kind = "headline_repeat" if block is not shown else "headline" if group is chosen else None
            if kind is not None:
                yield Mark(block.start, block.end, kind, RULE)
    yield from _below(doc, _shown(chosen))


def _chosen(groups: Sequence[list[Block]], signed: Block | None, blocks: Sequence[Block]) -> list[Block]:
    """The page's first line may be a title of three words, if none follows at once; below it, those are labels."""
    titles = [group for group in groups if _is_title(_shown(group))]
    if groups[0] not in titles and blocks[0] in groups[0] and blocks[0].text.count(" ") >= 2:
        below = next((block for block in blocks if block not in groups[0]), None)
        if below is None or not _is_title(below):
            titles.insert(0, groups[0])
    if not titles:
        return groups[0]
    for group in titles:
        if len({headline_key(block.text) for block in group}) > 1:
            return group
    return next((group for group in titles if signed in group), titles[0])


def _is_title(block: Block) -> bool:
    """Asked of the line as it will be printed."""
    return is_title(" ".join(block.text.split()))


def _signed(doc: Document, blocks: Sequence[Block]) -> Block | None:
    """The title above the first byline or date that has one within reach; None when none has.

    Of several in a row it is the first, for a summary follows; unless the next says the same in other words and
    not many more: then the first is what the page calls itself in search engines.
    """
    for mark in doc.marks:
        if mark.kind in _SIGNED:
            row: list[Block] = []
            for block in reversed([block for block in blocks if block.start < mark.start][-_REACH:]):
                if _is_title(block):
                    row.append(block)
                elif row:
                    break
            if row:
                return next((low for low, high in pairwise(row) if _say_the_same(high.text, low.text)), row[-1])
    return None


def _say_the_same(title: str, other: str) -> bool:
    if len(other) > _LONGER * len(title):
        return False
    first, second = ({word for word in headline_key(one).split() if len(word) > 3} for one in (title, other))
    return len(first & second) >= _SHARED * min(len(first), len(second)) > 0


def repeats(doc: Document) -> Iterator[Mark]:
    """Only the marks of lines that repeat a headline."""
    return (mark for mark in headline(doc) if mark.kind == "headline_repeat")


def _groups(blocks: list[Block]) -> list[list[Block]]:
    """Headline-like lines of the head, those of the same headline together."""
    likely = [block for block in blocks if is_headline(block.text)]
    grouped = group_headlines([block.text for block in likely])
    return [[likely[index] for index in group] for group in grouped]


def _shown(group: list[Block]) -> Block:
    best = best_headline(block.text for block in group)
    return next(block for block in group if block.text == best)


def _below(doc: Document, shown: Block) -> Iterator[Mark]:
    """Lines of the story that repeat the headline, whole."""
    size = len(headline_key(shown.text))
    above = {block.start for block in head(doc)}
    for block in doc.blocks:
        if (
            (
                block.start not in above
                and block.start not in doc.fragments
                and size // 2 <= len(block.text) <= 3 * size + 60
            )
            and is_headline(block.text)
            and same_headline(shown.text, block.text)
        ):
            yield Mark(block.start, block.end, "headline_repeat", RULE)
