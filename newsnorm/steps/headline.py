"""The story's own title, chosen among the lines above the story, and its repeats."""

from bisect import bisect, bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from newsnorm.datelines import parse_dateline
from newsnorm.document import Block, Document, Mark
from newsnorm.headlines.same import (
    best_headline,
    first_word,
    group_headlines,
    has_edge,
    headline_key,
    is_cut,
    is_glued,
    same_headline,
    split_site,
)
from newsnorm.headlines.sitenames import is_masthead, is_site_name, site_behind, site_names
from newsnorm.story.head import SIGNED, head, holds_sentence, is_headline, is_prose, squeezed, told_title
from newsnorm.story.layout import is_first_title, say_the_same
from newsnorm.story.titles import better_title, is_titled, stands_out, tells

__all__ = ["headline", "repeats"]

RULE = "step:headline"

_REACH = 3
"""So many lines above a byline or a date are looked at: kicker, headline, summary."""

_TOP = 2
"""The page's title is one of so many lines."""

_SHORTEST, _LONGEST = 12, 300
"""A title that comes again has so many code points."""

_STORY = 3
"""So many sentences are one."""


def headline(doc: Document) -> Iterator[Mark]:
    """Mark the headline, and every other line that only repeats it.

    Above the story every headline-like line that repeats another is a repeat: templates print the title as page
    title, as heading and as caption. A menu's labels are told from titles by their length. The headline is the
    title that stands there with the site's name and without it, or on the very top and once more; else the first
    that comes again further down; else the one above the byline or the date, in the head or, where it says what the
    page's title says, below a menu that was taken for a story; else the first. But where no other line proves it,
    the title wins that more speaks for. In the story only lines that repeat the headline itself are marked, for there
    other lines may repeat with reason: a list's heads, a refrain. A site's name that is proven is marked apart.

    The headline is printed first, so on a clean page, which has neither byline nor date nor repeats, the first
    title is chosen again.
    """
    above = head(doc)
    blocks = list(_candidates(doc, above))
    signed = _signed(doc, blocks)
    again = list(_again(doc, blocks))
    retold = _retold(doc, blocks) if not again and (signed is None or signed is blocks[0]) else None
    lines = [*blocks, *again, *([retold] if retold else [])]
    groups = _groups(lines)
    chosen, is_proven = _chosen(doc, groups, retold or signed, blocks) if groups else (None, False)
    better = None if is_proven else better_title(doc, _shown(chosen) if chosen else None)
    if better is not None:
        groups = groups if better in lines else _groups([*lines, better])
        chosen = next(group for group in groups if better in group)
    other = better or retold
    for group in groups:
        shown = _shown(group)
        for block in group:
            if block is shown and group is chosen:
                yield from _without_site(doc, block, group)
            elif block is not shown or (other and block is blocks[0] and say_the_same(block.text, other.text)):
                yield Mark(block.start, block.end, "headline_repeat", RULE)
    if chosen is not None:
        yield from _below(doc, _shown(chosen), len(above))


def _candidates(doc: Document, above: Sequence[Block]) -> Iterator[Block]:
    """The whole lines above the story; it begins at the latest with a dateline that leaves no doubt.

    Such a one has an agency or a day, or more than one sentence behind it: no title of two sentences begins so.
    """
    known = doc.told(RULE)
    for block in above:
        if block.text not in known:
            found = parse_dateline(block.text)
            is_sure = found is not None and (found.agencies or found.date or holds_sentence(block.text))
            known[block.text] = bool(found is not None and found.places and is_sure)
        if known[block.text]:
            return
        if block.start not in doc.fragments:
            yield block


def _without_site(doc: Document, block: Block, group: Sequence[Block]) -> Iterator[Mark]:
    """The headline, and behind it the site's name where that is proven: others of the group may be it."""
    names, always = site_names(doc)
    cut = site_behind(block.text, names | {other.text.casefold() for other in group}, always=always)
    signs = " |-–—=·•/" if "«" in block.text else " |-–—=·•»/"  # a quote's end is no sign of a template
    rest = block.text[:cut].rstrip(signs)  # what a template leaves where a name is missing
    end = block.start + len(rest)
    yield Mark(block.start, end, "headline", RULE)
    if end < block.end:
        behind = block.text[len(rest) :]
        yield Mark(
            block.end - len(behind.lstrip()), block.end, "other", RULE, "the site's name" if cut else "a separator"
        )


def _chosen(
    doc: Document, groups: Sequence[list[Block]], signed: Block | None, blocks: Sequence[Block]
) -> tuple[list[Block] | None, bool]:
    """The group of the headline, None when no line is a title; and whether the page itself proves it.

    The page's first line may be a title of three words, or of two sentences, if a story follows and no other title
    at once, nor one that stands twice; below it, those are labels and paragraphs.
    """
    paper = blocks[0] if len(blocks) > 1 and is_masthead(blocks[0].text) and is_titled(blocks[1]) else None
    titles = [group for group in groups if any(map(is_titled, group)) and group[0] is not paper]
    first, is_alone = blocks[0], all(len(group) == 1 for group in titles)
    is_first = is_alone and groups[0] not in titles and first in groups[0] and not is_glued(first.text)
    if is_first and is_first_title(squeezed(first.text)):
        below = next((block for block in blocks if block not in groups[0]), None)
        if (below is None or not is_titled(below)) and (len(blocks) < len(doc.blocks) or any(map(tells, blocks))):
            titles.insert(0, groups[0])
    for group in titles:
        is_retold = len({headline_key(block.text) for block in group}) > 1
        is_top = len(group) > 1 and group[0] in blocks[:_TOP]
        if is_retold or is_top or (group[-1] not in blocks and group != [signed]):
            return group, _is_proven(group, blocks)
    if not titles and len(blocks) < len(doc.blocks):
        told = told_title(doc)
        return next((group for group in groups if told in group), None), False
    plain = (group for group in titles if len(group) > 1 or stands_out(doc, _shown(group), blocks))
    return next((group for group in titles if signed in group), next(plain, None)), False


def _is_proven(group: list[Block], blocks: Sequence[Block]) -> bool:
    """True where one of the page's first lines prints the title and another line too, not the site's name alone."""
    shown = _shown(group)
    key, first = headline_key(shown.text), blocks[:_TOP]
    others = (block for block in group if block is not shown and key in headline_key(block.text))
    return any(shown in first or block in first for block in others)


def _again(doc: Document, blocks: Sequence[Block]) -> Iterator[Block]:
    """Lines below that print the page's title once more, with or without the site: the menu was taken for a story."""
    above = [block for block in blocks[:_TOP] if is_titled(block)] or [one for one in blocks[:1] if _may_hold(one.text)]
    titles = [(block.text, block.text.casefold()) for block in above]
    last = blocks[-1].start if blocks else 0
    for block in doc.blocks if titles else ():
        at, _, text = block
        if at > last and _SHORTEST <= len(text) <= _LONGEST:
            start = text[:_SHORTEST].casefold()
            for title, folded in titles:
                if start in folded and at not in doc.fragments and same_headline(title, text):  # as hardly any does
                    yield block
                    break


def _may_hold(text: str) -> bool:
    """True for a first line too long for a title, which may hold one between the story's tags and its address."""
    return len(text) <= _LONGEST and text.count("|") < _TOP and has_edge(text)


def _retold(doc: Document, blocks: Sequence[Block]) -> Block | None:
    """The line below a menu, above a byline or a date, that says in other words what the page's title says."""
    if not blocks or not is_titled(blocks[0]):
        return None
    starts = [block.start for block in doc.blocks]
    for mark in doc.marks:
        if mark.kind in SIGNED and mark.start > blocks[-1].start:
            at = bisect(starts, mark.start)
            if not any(is_prose(block.text) for block in doc.blocks[at:]):
                return None
            for block in reversed(doc.blocks[max(0, at - _TOP) : at]):
                if block.start > blocks[-1].start and is_titled(block) and say_the_same(blocks[0].text, block.text):
                    return block
    return None


def _signed(doc: Document, blocks: Sequence[Block]) -> Block | None:
    """The title above the first byline or date that has one within reach; None when none has.

    Of several in a row it is the first, for a summary follows; unless the next says the same in other words and
    not many more: then the first is what the page calls itself in search engines. A button of the menu ends the row.
    """
    buttons = [mark.start for mark in doc.marks if mark.kind == "nav"]
    for mark in doc.marks:
        if mark.kind in SIGNED:
            row: list[Block] = []
            above = bisect_left(blocks, mark.start, key=_start)
            for block in reversed(blocks[max(0, above - _REACH) : above]):
                if row and bisect(buttons, block.start) < bisect(buttons, row[-1].start):
                    break  # a menu ends between them
                if is_titled(block):
                    row.append(block)
                elif row:
                    break
            if row and not _is_over(doc, row[-1], blocks):
                return next((low for low, high in pairwise(row) if _gives_way(high, low, blocks)), row[-1])
    return None


_start = itemgetter(0)


def _is_over(doc: Document, title: Block, blocks: Sequence[Block]) -> bool:
    """True where a story stands above a title, and not as much below: its lines are too short for paragraphs."""
    above = sum(block.start < title.start and tells(block) for block in blocks)
    return above >= _STORY and above > sum(block.start > title.start and tells(block) for block in doc.blocks)


def _gives_way(title: Block, below: Block, blocks: Sequence[Block]) -> bool:
    """True for the page's title above the story's, in other words, and for the way to a page that ends in its title."""
    if title in blocks[:_TOP]:
        return say_the_same(title.text, below.text)
    return headline_key(title.text).endswith(headline_key(below.text))


def repeats(doc: Document) -> Iterator[Mark]:
    """Only the marks of lines that repeat a headline."""
    return (mark for mark in headline(doc) if mark.kind == "headline_repeat")


def _groups(blocks: list[Block]) -> list[list[Block]]:
    """Headline-like lines of the head, those of the same headline together."""
    likely = [block for block in blocks if is_headline(block.text)]
    grouped = group_headlines([block.text for block in likely])
    return [[likely[index] for index in group] for group in grouped]


def _shown(group: list[Block]) -> Block:
    """The headline without more around it; of its parts, where the site's name stands alone too, the longest.

    A part that is no title, of one that is, is the site's name or a kicker: it stands in menus too, and the title only
    above them. But three words with which a page's title begins are the headline, and the site follows.
    """
    if len({block.text for block in group}) == 1:
        return group[0]
    titles = {block.text for block in group if is_titled(block)}
    starts = {words for text in titles for words, _ in split_site(text) if text.startswith(words)}
    first = {text for text in map(squeezed, starts) if is_first_title(text)}
    named = [block for block in group if block.text in titles or squeezed(block.text) in first]
    whole = [block for block in (named if titles else group) if not is_cut(block.text)] or group
    led = _led({block.text for block in whole})
    whole = [block for block in whole if block.text not in led]
    keys = {headline_key(block.text) for block in whole}
    parts = [key for key in keys if not any(other != key and other in key for other in keys)]
    longest = max(parts, key=len) if len(parts) < len(keys) else None
    best = best_headline(b.text for b in whole if longest is None or headline_key(b.text) == longest)
    return next(block for block in group if block.text == best)


def _led(titles: Collection[str]) -> set[str]:
    """Those of which another says more behind a colon, and no site's name: "Rain or shine: what the port must know"."""
    found = set[str]()
    for title in titles:
        text, _, rest = title.partition(": ")
        if text in titles and rest.count(" ") >= _TOP:
            is_template = next(split_site(rest), None) is not None  # "Rain: Harbour Woman - What do you read?"
            if not is_template and not is_site_name(rest):
                found.add(text)
    return found


def _below(doc: Document, shown: Block, first: int) -> Iterator[Mark]:
    """Lines of the story that repeat the headline, whole."""
    title = headline_key(shown.text)
    size, longest = len(title), max(title.split(), key=len, default="")
    for block in doc.blocks[first:]:
        text = block.text
        if (
            size // 2 <= len(text) <= 3 * size + 60
            and (longest in text.casefold() or first_word(text) in title)  # else neither holds the other
            and block is not shown
            and block.start not in doc.fragments
            and is_headline(text)
            and same_headline(shown.text, text)
        ):
            yield Mark(block.start, block.end, "headline_repeat", RULE)
