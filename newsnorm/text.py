"""Characters mended and spaces tidied: text in, text out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate

from newsnorm.edits import Edit, apply, compose
from newsnorm.entities import entities, entity
from newsnorm.errors import must_be_text
from newsnorm.mojibake import mojibake, suspicious
from newsnorm.records import Repair

__all__ = ["mend", "repair", "tidy", "to_raw"]

_ROUNDS = 8
"""How often a line is gone over; two rounds settle all that the world has broken by accident."""


def repair(text: str) -> str:
    r"""Mend broken characters, and nothing else.

    Mended are: letters read in the wrong encoding (by ftfy), HTML entities, line ends (all become "\n"), control
    characters, byte order marks, soft hyphens inside words, zero-width spaces at the ends of lines, surrogates.
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
    if _stray in questions:
        ends = [Edit(*found.span(), "\n") for found in _odd_line_end().finditer(text)]
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
    questions: list[Question] = [question for question in (_stray, suspicious) if question().search(joined)]
    if "&" in joined:
        questions.append(entity)
    return questions


@cache
def _to_runs() -> bytes:
    """A table that blanks out plain ASCII, so that `split` leaves the runs of all other characters."""
    plain = bytes([*b"\t\n", *range(0x20, 0x7F)]).replace(b"&", b"")
    breaks = b"\v\f\r"  # `split` would drop them
    return bytes(0x20 if byte in plain else 1 if byte in breaks else byte for byte in range(256))


@cache
def _stray() -> re.Pattern[str]:
    return re.compile(r"[\x00-\x08\x0b-\x1f\x7f\xad\u200b\u2028\u2029\u206a-\u206f\ud800-\udfff\ufeff\ufff9-\ufffc]")


@cache
def _odd_line_end() -> re.Pattern[str]:
    return re.compile(r"\r\n?|[\v\f\u2028\u2029]")


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
        for step in (entities, breaks, mojibake, characters):
            edits = [*_on_each_line(step, now)]
            if edits:
                settled = False
                repairs = compose(line, repairs, now, edits)
                now = apply(now, edits)
        if settled:
            return repairs
    return ()


def _on_each_line(step: Callable[[str], Iterable[Edit]], text: str) -> Iterable[Edit]:
    """The edits of a step, line by line: a mended line may have become several."""
    if "\n" not in text:
        return step(text)
    out, at = [], 0
    for line in text.split("\n"):
        out += [Edit(at + start, at + end, fresh) for start, end, fresh in step(line)]
        at += len(line) + 1
    return out


@cache
def _inner_break() -> re.Pattern[str]:
    return re.compile(r"(?P<last>\r\Z)|\r\n?|[\v\f\u2028\u2029]")


@cache
def _next_line() -> re.Pattern[str]:
    return re.compile(r"(?<![\x80-\xff])\x85")


@cache
def _windows() -> re.Pattern[str]:
    return re.compile(r"[\x80-\x84\x86-\x9f]")


def breaks(line: str) -> Iterator[Edit]:
    r"""Line ends inside what was one line: left by an entity, or U+0085.

    U+0085 is a line end, unless it was an ellipsis in Windows-1252 (other characters of that encoding beside it)
    or part of a letter read in the wrong encoding ("Ã\x85").

    >>> list(breaks("one\x85two")), list(breaks("\x93one\x94\x85"))
    ([Edit(start=3, end=4, text='\n')], [])
    """
    # "&#13;" before the line's own end: the two were one, CR LF
    edits = [Edit(*found.span(), "" if found["last"] else "\n") for found in _inner_break().finditer(line)]
    if "\x85" in line and not _windows().search(line):
        edits = sorted([*edits, *(Edit(*found.span(), "\n") for found in _next_line().finditer(line))])
    yield from edits


@cache
def _unprintable() -> re.Pattern[str]:
    return re.compile(
        r"(?P<pair>[\ud800-\udbff][\udc00-\udfff])|(?P<half>[\ud800-\udfff])"
        # punctuation of U+2000 that lost its high byte: "It\x19s"
        r"|(?P<low>[\x13\x14\x18\x19\x1c\x1d])"
        # colours of a terminal (ECMA-48, 8.3.117), control characters, and what Unicode TR 20 wants out of texts
        r"|\x1b\[[0-9;]{0,32}[A-Za-z]|[\x00-\x08\x0e-\x1f\x7f-\x9f\u206a-\u206f\ufeff\ufff9-\ufffc]"
        # a hint where a word may be hyphenated
        r"|(?<=\w)\xad(?=\w)"
    )


_BLANKS = " \t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"


def characters(line: str) -> Iterator[Edit]:
    r"""Characters that nobody can see or print, and what should stand in their place: mostly nothing.

    >>> list(characters("It\x19s\x00"))
    [Edit(start=2, end=3, text='’'), Edit(start=4, end=5, text='')]
    """
    edits = [Edit(*found.span(), _meant(found)) for found in _unprintable().finditer(line)]
    if "\u200b" in line:
        edits = sorted([*edits, *_zero_width_at_the_ends(line)])
    yield from edits


def _meant(found: re.Match[str]) -> str:
    if found["pair"]:
        return found["pair"].encode("utf-16", "surrogatepass").decode("utf-16")
    if found["half"]:
        return "\ufffd"
    return chr(0x2000 + ord(found["low"])) if found["low"] else ""


def _zero_width_at_the_ends(line: str) -> Iterator[Edit]:
    """Zero-width spaces before the first and behind the last word of a line; inside, they part Thai or Khmer words."""
    first = len(line) - len(line.lstrip(_BLANKS + "\u200b"))
    last = max(first, len(line.rstrip(_BLANKS + "\u200b")))
    for at in (*range(first), *range(last, len(line))):
        if line[at] == "\u200b":
            yield Edit(at, at + 1, "")


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
        words = " ".join(line.split())
        if words or (out and out[-1]):
            out.append(words)
    return "\n".join(out).rstrip("\n")
