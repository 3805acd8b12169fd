"""The steps of a page whose headline or address the caller knows."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from newsnorm.document import Block, Document, Mark, Step
from newsnorm.headlines.same import SHORTEST_CUT, best_headline, headline_key, same_headline
from newsnorm.headlines.sitenames import heads_of, site_behind, site_names
from newsnorm.known.hints import Hints, SiteOf
from newsnorm.story.head import LONGEST_HEAD, is_headline, is_prose

__all__ = ["guided", "without_site"]

RULE = "step:headline"

Lines = Callable[[str], tuple[Block, ...]]
"""The lines of a text that print the known headline."""


def guided(steps: Sequence[Step], headline: Step, hints: Hints, untitled: Mapping[Step, Step]) -> tuple[Step, ...]:
    """The steps, with what is known of the page's title put to use.

    A known headline that stands in the page is the headline, whatever its form; no step before may take its lines
    for something else. Where it does not stand, a line that shares its words is the headline, and no other line is.
    Which of the two it is, each text is asked anew, for a cut can leave the headline alone on its line.
    `headline` is the step whose place this takes, and which still finds what else the head of the page repeats.
    `untitled` has, for steps that need a headline, those for texts that do not print it: there it stands above all.
    """
    if headline not in steps:
        return tuple(steps)
    at = steps.index(headline)
    title = hints.headline
    if title is None:
        return (*steps[:at], _named(headline, hints.site), *steps[at + 1 :])
    lines = cache(lambda text: _prints(Document(text).blocks, title))  # one page's texts: two or three
    known = _either(lines, _known(headline, lines, hints.site), _named(_doubting(headline, title), hints.site))
    return (
        *(_sparing(step, lines) for step in steps[:at]),
        known,
        *(_either(lines, step, _doubting(untitled.get(step, step), title)) for step in steps[at + 1 :]),
    )


def _either(lines: Lines, printed: Step, other: Step) -> Step:
    """One step for texts that print the known headline, another for those that do not."""

    def either(doc: Document) -> Iterable[Mark]:
        return printed(doc) if lines(doc.text) else other(doc)

    return either


def _known(headline: Step, lines: Lines, site: SiteOf) -> Step:
    """A step that marks the lines that print the known headline, and what else the head repeats."""

    def known(doc: Document) -> Iterator[Mark]:
        free = set(doc.blocks) if doc.marks else None
        found = [block for block in lines(doc.text) if free is None or block in free]
        marks = list(_marks(doc, found, site))
        yield from marks
        yield from _repeats_above(doc, headline(doc.add(marks)))

    return known


def _repeats_above(doc: Document, marks: Iterable[Mark]) -> Iterator[Mark]:
    """Of a headline step's marks those of lines that come again above the story."""
    story = next((block.start for block in doc.blocks if is_prose(block.text)), len(doc.text))
    return (mark for mark in marks if mark.kind == "headline_repeat" and mark.start < story)


def _doubting(step: Step, title: str) -> Step:
    """A step of ours that takes no line for the headline which has nothing to do with the known one."""

    def doubting(doc: Document) -> Iterator[Mark]:
        marks = list(step(doc))
        wrong = [m for m in marks if m.kind == "headline" and not _share_words(doc.text[m.start : m.end], title)]
        if not any(mark.rule.startswith("step:") for mark in wrong):
            yield from marks
        elif any(mark.kind == "dateline" for mark in marks):  # what stands above a dateline goes, whatever it is
            yield from (mark._replace(kind="standfirst") if mark in wrong else mark for mark in marks)
        else:
            yield from _repeats_above(doc, marks)

    return doubting


_SHARED = 0.3
"""Two titles of one story share such a part of their longer words, by the fewer."""


def _share_words(one: str, other: str) -> bool:
    """True for two titles of one story; where words have no blanks, or are few, pairs of letters are compared."""
    keys = headline_key(one), headline_key(other)
    first, second = ({word for word in key.split() if len(word) > 3} for key in keys)
    if min(len(first), len(second)) < 2:
        first, second = ({f"{a}{b}" for a, b in pairwise(key.replace(" ", ""))} for key in keys)
    return len(first & second) >= _SHARED * min(len(first), len(second)) > 0


def _prints(blocks: Sequence[Block], title: str) -> tuple[Block, ...]:
    """The lines that print a headline: its first print, whatever its form, and all others that look like headlines.

    Without what may be a site's name it is printed too: that is how an article shows it.
    """
    key, *heads = map(headline_key, heads_of(title))
    exactly = {key, *(head for head in heads if len(head) >= SHORTEST_CUT)}
    found: list[Block] = []
    above, exact = True, False
    for index, block in enumerate(blocks):
        above = above and index < LONGEST_HEAD and not is_prose(block.text)
        if len(block.text) > 3 * len(title) + 60 or 3 * len(block.text) + 60 < len(title):
            continue
        if headline_key(block.text) in exactly:
            if above or not exact or is_headline(block.text):
                found.append(block)
            exact = True
        elif (
            len(block.text) >= SHORTEST_CUT <= len(key) and is_headline(block.text) and same_headline(title, block.text)
        ):
            found.append(block)
    return tuple(found)


def _marks(doc: Document, found: Sequence[Block], site: SiteOf) -> Iterator[Mark]:
    """The best print is the headline, the others repeat it."""
    if not found:
        return
    best = best_headline(block.text for block in found)
    shown = next(block for block in found if block.text == best)
    for block in found:
        if block is shown:
            yield from _split(Mark(block.start, block.end, "headline", RULE), without_site(doc, block.text, site))
        else:
            yield Mark(block.start, block.end, "headline_repeat", RULE)


def without_site(doc: Document, title: str, site: SiteOf) -> str:
    """A title without the site's name, where the address, the page or the name itself proves it."""
    names, always = site_names(doc)
    for known in (names, site):
        cut = site_behind(title, known, always=always)
        title = title[:cut].rstrip() if cut is not None and headline_key(title[:cut]) else title
    return title


def _split(mark: Mark, title: str) -> Iterator[Mark]:
    end = mark.start + len(title)
    yield mark._replace(end=end)
    if end < mark.end:
        yield Mark(end, mark.end, "other", RULE, "the site's name")


def _named(step: Step, site: SiteOf) -> Step:
    """A headline step that knows the site's name."""

    def headline(doc: Document) -> Iterator[Mark]:
        for mark in step(doc):
            if mark.kind == "headline" and site:
                yield from _split(mark, without_site(doc, doc.text[mark.start : mark.end], site))
            else:
                yield mark

    return headline


def _sparing(step: Step, lines: Lines) -> Step:
    """A step that does not touch what stands on the headline's lines."""

    def sparing(doc: Document) -> Iterator[Mark]:
        spared = lines(doc.text)
        starts = [block.start for block in spared]
        for mark in step(doc):
            at = bisect_right(starts, mark.start) - 1
            if at < 0 or spared[at].end < mark.end:
                yield mark

    return sparing
