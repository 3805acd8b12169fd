"""Where the pieces of a byline are cut: between two names, before a place or a paper, before or behind a job."""

import re
from collections.abc import Sequence
from functools import cache

from newsnorm.bylines.words import Words
from newsnorm.dates.calendars import label_key, plain_word

__all__ = ["behind", "cut_at", "cut_desk", "cut_job", "is_headline_like", "split_names", "without_stamp"]


def split_names(segment: str, ands: frozenset[str]) -> list[str]:
    """The pieces between the words that join names."""
    out: list[list[str]] = [[]]
    for word in segment.split():
        if word == "&" or (_is_small(word, segment) and plain_word(word) in ands):
            out.append([])
        else:
            out[-1].append(word)
    return [" ".join(piece) for piece in out if piece]


def _is_small(word: str, line: str) -> bool:
    """True for a word that is no initial: without a capital, or one of a line in capitals."""
    return word == word.lower() or (len(word) > 1 and line.isupper())


def cut_at(piece: str, small: frozenset[str]) -> tuple[str, str]:
    """Cut "Jane Ronan in Nairobi" at its small words: ("Jane Ronan", "Nairobi"); uncut when there are none."""
    parts = piece.split()
    keys = [plain_word(part) for part in parts] if len(parts) > 2 else []
    for at in range(1, len(keys) - 1):
        for width in (3, 2, 1):
            if at + width < len(parts) and " ".join(keys[at : at + width]) in small:
                return " ".join(parts[:at]), " ".join(parts[at + width :])
    return piece, ""


def behind(words: str, small: frozenset[str]) -> str:
    """What follows the small words that this starts with: "in Nairobi" gives "Nairobi"; "" when it starts otherwise."""
    parts = words.split()
    for width in (3, 2, 1):
        if width < len(parts) and " ".join(map(plain_word, parts[:width])) in small:
            return " ".join(parts[width:])
    return ""


def cut_desk(piece: str, words: Words) -> tuple[str, str | None]:
    """Cut an agency off a name without a comma: "Jane Ronan The Associated Press", "Jane Ronan AFP"."""
    parts = piece.split()
    if parts[2:] and plain_word(parts[-1]) in words.jobs:
        return piece, None  # "Staff Writer" is a job behind a name, though it signs alone too
    for size in range(min(_LONGEST_DESK, len(parts) - 2), 0, -1):
        desk = " ".join(parts[-size:])
        if (size > 1 or (desk.isupper() and not piece.isupper())) and label_key(desk) in words.desks:
            return " ".join(parts[:-size]), desk
    return piece, None


_LONGEST_DESK = 4


def cut_job(piece: str, words: Words) -> tuple[str, str | None]:
    """Cut a job off a name without a comma: "Jane Ronan Staff Writer", "court reporter Jane Ronan", "记者 王小明"."""
    parts = piece.split()
    if len(parts) > 2 and plain_word(parts[-1]) in words.jobs:
        at = len(parts) - (2 if len(parts) > 3 else 1)
        return " ".join(parts[:at]), " ".join(parts[at:])
    at = _behind_job(parts, words)
    if at:
        return " ".join(parts[at:]), " ".join(parts[:at])
    if len(parts) > 1 and (plain_word(parts[0]) in words.jobs or parts[0][-2:] in words.jobs):  # "港报记者 王小明"
        return " ".join(parts[1:]), parts[0]
    return piece, None


def _behind_job(parts: Sequence[str], words: Words) -> int:
    """Where the name begins behind a job of several words, or of small ones; 0 where none stands there."""
    for at in range(len(parts) - 2, 0, -1):
        if plain_word(parts[at - 1]) in words.jobs and (at > 1 or parts[0].islower()):
            return at
    return 0


def is_headline_like(text: str, name: str) -> bool:
    """True for many words in capitals, the first a name of one word: "POR ERROR, MIL BOLETAS APARECERÁN SIN SELLO"."""
    return text.isupper() and " " not in name and text.count(" ") > 5


def without_stamp(piece: str, words: Words) -> tuple[str, str | None]:
    """A name without what the template prints or glues behind it, and the job that was glued to it.

    The label of a date that was cut off stands there ("Jane Ronan Published", "Jane RonanLast updated"), a degree
    ("Jane Ronan RD"), or the name once more.
    """
    glued = [seam.start() for seam in _seams().finditer(piece)]
    if glued:
        name, tail = piece[: glued[-1]], piece[glued[-1] :]
        if " " in name and plain_word(tail) in words.jobs:
            return name, tail
        if " " in name and label_key(tail) in words.stamps:
            return name, None
    parts = piece.split()
    for size in (2, 1):
        if len(parts) > size + 1 and label_key(" ".join(parts[-size:])) in words.stamps:
            return " ".join(parts[:-size]), None
    half = len(parts) // 2
    if half > 1 and parts[:half] == parts[half:]:
        return " ".join(parts[:half]), None
    while len(parts) > 2 and parts[-1].rstrip(".") in _DEGREES and not piece.isupper():
        del parts[-1]
    return " ".join(parts), None


@cache
def _seams() -> re.Pattern[str]:
    """Where two words are glued: "RonanPublished"."""
    return re.compile(r"(?<=[a-z])(?=[A-Z])")


_DEGREES = frozenset({"MS", "MA", "MD", "MPH", "RD", "RDN", "RN", "LD", "DO", "PhD", "Ph.D", "DDS", "DVM", "MBA"})
