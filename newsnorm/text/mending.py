"""Characters mended and spaces tidied: text in, text out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate

from newsnorm.errors import must_be_text
from newsnorm.records import Repair
from newsnorm.text.characters import breaks, characters, odd_line_end, stray
from newsnorm.text.edits import Edit, apply, compose
from newsnorm.text.entities import entities, entity
from newsnorm.text.mojibake import BROKEN_ALONE, mojibake, suspicious

__all__ = ["mend", "repair", "tidy", "to_raw"]

_ROUNDS = 8
"""How often a line is gone over; two rounds settle all that the world has broken by accident."""


def repair(text: str) -> str:
    r"""Mend broken characters, and nothing else.

    Mended are: letters read in the wrong encoding (by ftfy), HTML entities, line ends (all become "\n"), control
    characters, byte order marks, soft hyphens inside words, zero-width spaces that part no words, surrogates.
    The writer's own quotes, dashes, ligatures, joiners and accents stay, and so does every space.
    A line that does not settle stays as it was, so that mending twice is mending once.
    Raises TypeError for anything but a str.

    >>> repair("The mayorâ€™s office\r\nFish &amp;amp; chips")
    'The mayor’s office\nFish & chips'
    """
    return mend(must_be_text(text, "repair"))[0]


def mend(text: str) -> tuple[str, tuple[Repair, ...]]:
    """What `repair` gives, and what it changed, in order. Offsets count code points of `text`, half-open.

    >>> mend("Fish &amp; chips")
    ('Fish & chips', (Repair(start=5, end=10, raw='&amp;', text='&'),))
    """
    questions = _open_questions(text)
    if not questions:
        return text, ()
    middle, ends = text, list[Edit]()
    if stray in questions:
        ends = [Edit(*found.span(), "\n") for found in odd_line_end().finditer(text)]
        middle = apply(text, ends)
    edits = [*_mended_lines(middle, questions)]
    return apply(middle, edits), compose(text, compose(text, (), text, ends), middle, edits)


Question = Callable[[], re.Pattern[str]]
"""Gives a pattern that finds whatever one kind of mending could change, and at times a little more."""


def _open_questions(text: str) -> list[Question]:
    """One look at the whole text: what may need mending. Nothing, for nearly all pages that need nothing.

    Pages have few different runs of characters that are not plain ASCII, so the runs are asked and not the page.
    """
    runs = set(text.encode("utf-8", "surrogatepass").translate(_to_runs()).split())
    if not runs:
        return []
    joined = b"_".join([*runs, b""]).decode("utf-8", "surrogatepass")
    questions: list[Question] = [stray] if stray().search(joined) else []
    apart = len(joined) == 2 * len(runs)  # as on nearly all pages in English: each is one quote or dash
    if (not apart or not BROKEN_ALONE.isdisjoint(joined)) and suspicious().search(joined):
        questions.append(suspicious)
    if "&" in joined:
        questions.append(entity)
    return questions


@cache
def _to_runs() -> bytes:
    """A table that blanks out plain ASCII, so that `split` leaves the runs of all other characters."""
    plain = bytes([*b"\t\n", *range(0x20, 0x7F)]).replace(b"&", b"")
    breaks = b"\v\f\r"  # `split` would drop them
    return bytes(0x20 if byte in plain else 1 if byte in breaks else byte for byte in range(256))


def _mended_lines(text: str, questions: Iterable[Question]) -> Iterator[Edit]:
    """The edits of all lines where a question finds something, in order."""
    end = -1
    for spot in sorted(found.start() for question in questions for found in question().finditer(text)):
        if spot < end:
            continue
        start = text.rfind("\n", end + 1, spot) + 1 or end + 1
        end = text.find("\n", spot)
        end = len(text) if end < 0 else end
        for found in _settle(text[start:end]):
            yield Edit(start + found.start, start + found.end, found.text)


def _settle(line: str) -> tuple[Repair, ...]:
    """What must be done to a line until nothing changes any more: one mended break may lay open another.

    A line that never settles is no accident, and stays as it was.
    """
    now, repairs = line, tuple[Repair, ...]()
    for _ in range(_ROUNDS):
        settled = True
        for step in (entities, breaks, _read_anew, characters):
            edits = [*_on_each_line(step, now)]
            if edits:
                settled = False
                repairs = compose(line, repairs, now, edits)
                now = apply(now, edits)
        if settled:
            return repairs
    return ()


def _read_anew(line: str) -> list[Edit]:
    """Letters read in the wrong encoding: of the line, or else of the line without its outer blanks.

    The clean page has no outer blanks, and what reads as broken there must be mended here.
    """
    found = [*mojibake(line)]
    core = line.strip()
    if found or len(core) == len(line):
        return found
    at = len(line) - len(line.lstrip())
    return [Edit(at + start, at + end, fresh) for start, end, fresh in mojibake(core)]


def _on_each_line(step: Callable[[str], Iterable[Edit]], text: str) -> Iterable[Edit]:
    """The edits of a step, line by line: a mended line may have become several."""
    if "\n" not in text:
        return step(text)
    out, at = [], 0
    for line in text.split("\n"):
        out += [Edit(at + start, at + end, fresh) for start, end, fresh in step(line)]
        at += len(line) + 1
    return out


def to_raw(repairs: Sequence[Repair]) -> Callable[[int, int], tuple[int, int]]:
    """A function from a span of the repaired text to the span of the raw input that it came from.

    A boundary inside a mended run moves to that run's outer end. Without repairs, spans stay as they are.

    >>> to_raw([Repair(5, 10, "&amp;", "&")])(5, 8)
    (5, 12)
    """
    if not repairs:
        return _same
    shifts = [0, *accumulate(len(r.text) - len(r.raw) for r in repairs)]
    starts = [r.start + shift for r, shift in zip(repairs, shifts, strict=False)]
    ends = [start + len(r.text) for r, start in zip(repairs, starts, strict=True)]

    def move(start: int, end: int) -> tuple[int, int]:
        before, behind = bisect_right(starts, start) - 1, bisect_left(ends, end)
        inside = before >= 0 and start < ends[before]
        raw_start = repairs[before].start if inside else start - shifts[before + 1]
        inside = behind < len(ends) and starts[behind] < end
        raw_end = repairs[behind].end if inside else end - shifts[behind]
        return raw_start, max(raw_start, raw_end)

    return move


def _same(start: int, end: int) -> tuple[int, int]:
    return start, end


def tidy(text: str) -> str:
    r"""Tidy the spaces, and nothing else: one blank between words, none at the ends of lines, one empty line at most.

    No-break spaces and tabs count as blanks. Line ends become "\n". Raises TypeError for anything but a str.

    >>> tidy("  Rain\xa0 fell.\t\n\n\n\nAll  night.\n")
    'Rain fell.\n\nAll night.'
    """
    out: list[str] = []
    for line in must_be_text(text, "tidy").splitlines():
        words = _single_blanks(line)
        if words or (out and out[-1]):
            out.append(words)
    return "\n".join(out).rstrip("\n")


_PIECE = 1 << 14


def _single_blanks(line: str) -> str:
    """A line's words, one blank between two.

    A very long line goes piece by piece, cut at blanks: all its words at once no longer fit a processor's cache, and
    would take twice the time.
    """
    if len(line) <= _PIECE:
        return " ".join(line.split())
    pieces, start = list[str](), 0
    while start < len(line):
        end = line.find(" ", start + _PIECE)
        end = len(line) if end < 0 else end
        pieces.append(" ".join(line[start:end].split()))
        start = end
    return " ".join(filter(None, pieces))
