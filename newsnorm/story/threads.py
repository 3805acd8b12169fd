"""Where readers take over: comments below a story, each with the day and the hour at which somebody wrote it.

Or each with the same button, glued to its end: "I was there that night. Reply". Teasers have one too.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise, takewhile
from statistics import median

from newsnorm.document import Document
from newsnorm.story.talk import talks
from newsnorm.story.typed import typed_from
from newsnorm.story.units import Unit

__all__ = ["readers_from"]

_PROSE = frozenset({"sentence", "question", "prose again"})
_SAYS, _LONG = 3, 5
"""A sentence of such a size, or any line of such a one, is a paragraph, the story's or a comment's."""

_STORY, _CHARS = 3, 400
"""So many paragraphs with so many code points stand above the first comment: else it may be a live report."""

_BRIEF = 150
"""A story above a label has so many code points, those of one paragraph."""

_MORE, _HARDLY, _MOST = 0.3, 0.4, 2
"""Below a label so much more of the paragraphs talk than above it, where no more than that did; and where the label
counts nothing, so many more of them talk than do not."""

_NAMED = 2
"""Between a label and the first stamp stand so many lines: "See all", and a name."""

_BEGUN = 2
"""So many paragraphs stand above a label at least, or the story has not begun."""

_STAMPS, _SAID = 3, 2
"""Fewer lines with day and hour may be the story's own, of its publication and its pictures; and between so many
pairs of them stands something to read: else they are a programme."""

_AGO = (":ago-and-views", ":today-at")
"""Rules of these names mark how long ago, or at which hour of which day, somebody wrote."""

_SHORTEST_STAMP, _STAMP = 10, 80
"""A line that only says who wrote when is no shorter, "1/2/24 9:15", and no longer, in code points."""

_FAR, _MANY = 1500, 25
"""A comment has no more code points, and no more lines; where more stand below a stamp, it was the story's."""

_USUAL = 700
"""Half of all comments are no longer; who reports by the hour has more to say."""

_OWN = (":published", ":updated")
"""Rules of these names mark a date with its label."""

_BUTTONS, _TALK = frozenset({"comments", "related"}), 2
"""The kinds of button that end a comment or a teaser, which has such a size at least."""

_WORD = 24
"""A button is looked for among so many last code points."""


def readers_from(doc: Document, units: Sequence[Unit]) -> int:
    r"""The unit with which readers' comments begin; the number of units when none do.

    Sites print comments without a word that says so, or with one that no rule knows; but every site prints who wrote
    when. Three lines below the story that have a day and an hour, with something to read between them, are comments,
    or a list of other stories. A programme has nothing between its hours, and a report by the hour names no days.

    >>> story = "The harbour of Lakeport was closed on Monday after two days of rain, the harbour master said. " * 2
    >>> comment = "I was there that night, and nobody came to help us with the boats."
    >>> said = [f"ada{day} 0{day}.02.2024 19:15\n{comment}" for day in (1, 2, 3)]
    >>> doc = Document("\n".join([story, "Why? " + story, "How? " + story, *said]))
    >>> from newsnorm.story.units import units_of
    >>> readers_from(doc, units_of(doc))
    3
    """
    labels = [at for at, (_, _, name, size) in enumerate(units) if size < 0 and name == "comments"]
    units = units[: _labelled(doc, units, labels)]
    first = _below_story(units)
    if first == len(units):
        return first  # no story is told above anything
    units = units[: _talk_from(doc, units, [at for at in labels if first <= at < len(units)])]
    units = units[: _buttons_from(doc, units, first)]
    units = units[: _typed(doc, units, first)]
    ago = {start for start, _, _, rule, _ in doc.marks if rule.endswith(_AGO)}
    stamps = [at for at in range(first, len(units)) if units[at][0] in ago or _is_stamp(doc, units[at])]
    if len(stamps) < _STAMPS:
        return len(units)  # as nearly always
    stamps = stamps[_own(doc, units, stamps) :]
    for thread in _threads(units, stamps) if len(stamps) >= _STAMPS else ():
        said = [length for length in _lengths(units, thread) if length]
        are_comments = len(said) >= _SAID and len(thread) >= _STAMPS and median(said) <= _USUAL
        if are_comments and _is_end(units, thread[0], stamps[-1]):
            return thread[0]
    return len(units)


def _own(doc: Document, units: Sequence[Unit], stamps: Sequence[int]) -> int:
    """How many of the first stamps are the story's own date, below a menu that was taken for a story.

    It has a label, "Published: …", and so has "Updated: …" below it. Where the next stamp has the same label, a list of
    other stories begins with it.
    """
    labels = {mark.start: mark.kind for mark in doc.marks if mark.rule.endswith(_OWN)}
    kinds = [labels.get(units[at].start) for at in stamps[:3]]
    return sum(1 for _ in takewhile(lambda pair: pair[0] not in (None, pair[1]), pairwise(kinds)))


def _labelled(doc: Document, units: Sequence[Unit], labels: Sequence[int]) -> int:
    """The label below which somebody's day and hour stand soon: "Comments"; the number of units when none is.

    One is enough then, and so is a shorter story above. Below the last of them the story may go on: then it is a box.
    """
    labels = [at for at in labels if _is_stamped(doc, units, at)]
    if not labels:
        return len(units)
    last = next(at for at in range(len(units) - 1, labels[-1], -1) if _is_stamp(doc, units[at]))
    told, begun, below = 0, 0, _prose(units[last + 1 :])
    for at in labels:
        told, begun = told + _prose(units[begun:at]), at
        if told >= _BRIEF and below <= max(_USUAL, told // 2):
            return at
    return len(units)


def _is_stamped(doc: Document, units: Sequence[Unit], label: int) -> bool:
    """True when a stamp stands below a label, with a button and a name between them at most.

    Not where it is when the story was published, which begins there, below a form for messages to the editors.
    """
    for at, unit in enumerate(units[label + 1 : label + 2 + _NAMED]):
        if _is_stamp(doc, unit):
            return at == 0 or unit.size >= 0 or sum(map(_is_prose, units[:label])) >= _BEGUN
        if unit.size >= _SAYS or unit.name == "comments":
            break
    return False


def _talk_from(doc: Document, units: Sequence[Unit], labels: Sequence[int]) -> int:
    """The label below which they talk who did not above: "7 Comments"; the number of units when none is.

    A box of comments inside the story has the story below it, which talks no more than it did above.
    """
    labels = [at for at in labels if _is_below_story(units, at)]
    prose = _paragraphs(units) if labels else []
    labels = [at for at in labels if len(prose) - bisect_left(prose, at) >= _STAMPS]
    if not labels:
        return len(units)
    talk = list(accumulate((talks(doc.text[units[at].start : units[at].end]) for at in prose), initial=0))
    for at in labels:
        told = bisect_left(prose, at)
        said, above = len(prose) - told, talk[told] / told
        talking = talk[-1] - talk[told]
        if above > _HARDLY or talking / said < above + _MORE:
            continue
        label = doc.text[units[at].start : units[at].end]
        if any(map(str.isdecimal, label)) or 2 * talking - said >= _MOST:
            return at
    return len(units)


def _is_below_story(units: Sequence[Unit], at: int) -> bool:
    """True when a story ends not far above: a menu's teasers are cut short, and a menu stands below them."""
    near = [unit for unit in units[max(0, at - _MANY) : at] if _is_prose(unit) and unit.name != "cut"]
    return len(near) >= _STORY and _prose(near) >= _CHARS


def _typed(doc: Document, units: Sequence[Unit], first: int) -> int:
    """The unit with which lines begin that readers typed; the number of units when none do."""
    prose = _paragraphs(units)
    begin = typed_from(doc, [units[at] for at in prose], bisect_left(prose, first))
    return prose[begin] if begin < len(prose) else len(units)


def _buttons_from(doc: Document, units: Sequence[Unit], first: int) -> int:
    """The unit with which texts begin that all end in the same button; the number of units when none do."""
    rows: dict[str, list[int]] = {}
    for at in range(first, len(units)):
        _, end, _, size = units[at]
        if size >= _TALK and doc.text[end - 1].isalpha():
            found = _button().search(doc.text, end - _WORD, end)
            if found is not None:
                rows.setdefault(found[1], []).append(at)
    for word, row in rows.items():
        rule = doc.rules.find(word) if len(row) >= _STAMPS else None
        if rule is not None and rule[0].kind in _BUTTONS:  # few words are, so no page is read often
            said = {doc.text[units[at].start : units[at].end] for at in row}
            if len(said) >= _STAMPS and _is_end(units, row[0], row[-1]):
                return row[0]
    return len(units)


def _below_story(units: Sequence[Unit]) -> int:
    """The first unit below so much prose that a story has been told; the number of units when none is."""
    count = length = 0
    for at, unit in enumerate(units):
        if count >= _STORY and length >= _CHARS:
            return at
        if unit[3] >= _SAYS and _is_prose(unit):
            count += 1
            length += unit.end - unit.start
    return len(units)


def _is_prose(unit: Unit) -> bool:
    return unit.size >= _LONG or (unit.size >= _SAYS and unit.name in _PROSE)


def _paragraphs(units: Sequence[Unit]) -> list[int]:
    """Where the units of prose are."""
    return [at for at, unit in enumerate(units) if unit[3] >= _SAYS and _is_prose(unit)]


def _threads(units: Sequence[Unit], stamps: Sequence[int]) -> Iterator[list[int]]:
    """The stamps in rows, parted where more stands between two of them than a comment."""
    row: list[int] = []
    for at in stamps:
        if row and (at - row[-1] > _MANY or next(_lengths(units, [row[-1], at])) > _FAR):
            yield row
            row = []
        row.append(at)
    yield row


def _lengths(units: Sequence[Unit], stamps: Sequence[int]) -> Iterator[int]:
    """How much prose stands between each stamp and the next, in code points."""
    for one, other in pairwise(stamps):
        yield _prose(units[one + 1 : other])


def _is_end(units: Sequence[Unit], first: int, last: int) -> bool:
    """False where more is told behind the last stamp than above the first: then they are a list above the story."""
    return _prose(units[last + _MANY :]) <= _prose(units[:first])


def _prose(units: Sequence[Unit]) -> int:
    """How much prose some units have, in code points."""
    return sum(unit.end - unit.start for unit in units if _is_prose(unit))


def _is_stamp(doc: Document, unit: Unit) -> bool:
    start, end, name, _ = unit
    if not _SHORTEST_STAMP <= end - start <= _STAMP or name in _PROSE or name == "embed":
        return False
    return _hour().search(doc.text, start, end) is not None and _day_and_hour().search(doc.text[start:end]) is not None


@cache
def _hour() -> re.Pattern[str]:
    return re.compile(r"\d[:h]\d\d(?!\d)")


@cache
def _day_and_hour() -> re.Pattern[str]:
    # "03.01.12, 20:26:23", "5 January 2024 at 13:04", "Feb. 1, 2024 - 9:15 pm", "9:15 PM, Mon November 6, 2023"; and
    # without a year, as on an almanac's line, only behind a name: "Ada | 5 January, 13:04"
    hour = r"(?<![\d.,:-])\d{1,2}[:h]\d\d(?!\d)"
    word = r"[^\W\d_]{3,12}\.?"
    day = (
        r"(?<!\d)(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
        rf"|\d{{1,2}}(?:st|nd|rd|th|\.)?\s(?:de\s)?{word},?\s(?:de\s)?(?:19|20)\d\d"
        rf"|{word}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d"
        rf"|(?<=[^\W\d][^\d][^\d])\d{{1,2}}\.?\s{word})(?!\d)"
    )
    return re.compile(rf"{day}.{{0,12}}?{hour}|{hour}.{{0,18}}?{day}")


@cache
def _button() -> re.Pattern[str]:
    return re.compile(r"[.!?…\"”)»] ?([^\W\d_]{4,15})$")
