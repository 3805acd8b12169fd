"""Small changes to a text, in order: put to work, joined into one account, and found again by comparing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from newsnorm.records import Repair

__all__ = ["Edit", "align", "apply", "compose"]


class Edit(NamedTuple):
    """`text` is to stand where `[start:end]` stands now. Edits come sorted and do not overlap."""

    start: int
    """Where the old characters start."""
    end: int
    """Where they end, excluded."""
    text: str
    """What stands there afterwards."""


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with every edit done.

    >>> apply("a&amp;b", [Edit(1, 6, "&")])
    'a&b'
    """
    parts: list[str] = []
    at = 0
    for start, end, fresh in edits:
        parts += text[at:start], fresh
        at = end
    return "".join([*parts, text[at:]])


def compose(raw: str, done: Sequence[Repair], middle: str, edits: Sequence[Edit]) -> tuple[Repair, ...]:
    """One account of two rounds: `done` made `middle` of `raw`, and `edits` changes `middle`.

    Changes that share characters of `middle` become one; what ends as it began is no change.

    >>> compose("&amp;lt;", [Repair(0, 5, "&amp;", "&")], "&lt;", [Edit(0, 4, "<")])
    (Repair(start=0, end=8, raw='&amp;lt;', text='<'),)
    """
    if not edits:
        return tuple(done)
    if not done:
        return tuple(Repair(start, end, raw[start:end], text) for start, end, text in edits)
    out: list[Repair] = []
    shift = 0  # how much longer `middle` is than `raw`, up to here
    one = two = 0
    while one < len(done) or two < len(edits):
        known = done[one].start + shift if one < len(done) else len(middle) + 1
        start = min(known, edits[two].start if two < len(edits) else known)
        end, first, shift_before = start, two, shift
        while True:
            if one < len(done) and _joins(done[one].start + shift, start, end):
                end = max(end, done[one].start + shift + len(done[one].text))
                shift += len(done[one].text) - (done[one].end - done[one].start)
                one += 1
            elif two < len(edits) and _joins(edits[two].start, start, end):
                end = max(end, edits[two].end)
                two += 1
            else:
                break
            if end == start:
                break  # a character taken out earlier: it stands alone
        out += _repair(raw, start - shift_before, end - shift, _piece(middle, start, end, edits[first:two]))
    return tuple(out)


def _joins(at: int, start: int, end: int) -> bool:
    return at < end or at == start == end


def _piece(middle: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    return apply(middle[start:end], [Edit(s - start, e - start, text) for s, e, text in edits])


def _repair(raw: str, start: int, end: int, text: str) -> Iterator[Repair]:
    if raw[start:end] != text:
        yield Repair(start, end, raw[start:end], text)


@cache
def _plain_words() -> re.Pattern[str]:
    return re.compile(r"[0-9A-Za-z]++")


def align(old: str, new: str) -> Iterator[Edit]:
    """The edits that make `new` of `old`, where broken letters were read anew.

    ASCII letters and digits mean the same in every encoding that breaks texts, so they hold the two texts together;
    between them, words are compared one by one where there are as many in both.

    >>> list(align("the mayorâ€™s cafÃ©", "the mayor’s café"))
    [Edit(start=9, end=12, text='’'), Edit(start=17, end=19, text='é')]
    """
    pattern = _plain_words()
    if pattern.findall(old) != pattern.findall(new):
        yield from _trimmed(old, new, 0)
        return
    at = 0
    words = [*pattern.finditer(old)]
    for index, (left, right) in enumerate(zip(pattern.split(old), pattern.split(new), strict=True)):
        if left != right:
            yield from _word_by_word(left, right, at)
        at = words[index].end() if index < len(words) else at


def _word_by_word(old: str, new: str, at: int) -> Iterator[Edit]:
    left, right = old.split(" "), new.split(" ")
    if len(left) != len(right):
        left, right = [old], [new]
    for before, after in zip(left, right, strict=True):
        yield from _trimmed(before, after, at)
        at += len(before) + 1


def _trimmed(old: str, new: str, at: int) -> Iterator[Edit]:
    """One edit, without what both have in common at their two ends."""
    if old == new:
        return
    short = min(len(old), len(new))
    head = next((i for i in range(short) if old[i] != new[i]), short)
    tail = next((i for i in range(short - head) if old[-1 - i] != new[-1 - i]), short - head)
    yield Edit(at + head, at + len(old) - tail, new[head : len(new) - tail])
