"""Datelines with the reporter's name in front: "By Jane Doe LONDON (Reuters) -"."""

from newsnorm.datelines.head import Head
from newsnorm.datelines.judge import stands
from newsnorm.datelines.places import find_place
from newsnorm.datelines.reading import Reading
from newsnorm.datelines.walk import readings
from newsnorm.datelines.words import fold

__all__ = ["after_byline", "after_names", "longest", "opens_byline"]

FARTHEST = 22
"""Two or three names have no more words and signs."""


def longest(head: Head, at: int = 0) -> Reading | None:
    """The longest reading that is a dateline; None when none is."""
    best = None
    for read in readings(head, at):
        named = _without_name(read, behind_byline=at > 0)
        if stands(head, named):
            best = named
    return best


def _without_name(read: Reading, *, behind_byline: bool) -> Reading:
    """As in "Jane DOE/ADANA, (DHA)": the first of two names is no place."""
    first = read.places[0] if len(read.places) > 1 and read.agencies else None
    if first is None or first.known or first.sure or first.caps or " " not in first.city or not read.places[1].known:
        return read
    last = first.city.split()[-1]
    if behind_byline and last.isupper() and find_place(last):  # "By Jane Doe BERLIN/ZURICH, March 3 (Reuters) -"
        return read
    return read._replace(places=read.places[1:], byline=first.city)


def after_names(head: Head) -> Reading | None:
    """As in "Jane DOE - John ROE / ADANA, (DHA) -": two reporters before a stroke, as Turkey's agencies print them."""
    stroke = next((at for at, token in enumerate(head.tokens[:14]) if token.text == "/"), 0)
    names = head.tokens[:stroke]
    if stroke < 4 or not all(token.word or token.text in {"-", ","} for token in names):
        return None
    capitals = sum(_in_capitals(head, at) for at in range(stroke))
    best = longest(head, stroke + 1) if 1 < capitals < sum(token.word for token in names) else None
    if best is None or not (best.agencies and best.places):
        return None
    return best._replace(byline=head.text[names[0].start : names[-1].end])


def opens_byline(head: Head) -> bool:
    """True for "By", "Por", "par", …"""
    return fold(head.tokens[0].text) in head.words.by


def after_byline(head: Head) -> Reading | None:
    """The dateline behind a byline, the byline read too; the place as long as it can be."""
    for at in range(2, min(len(head.tokens), FARTHEST)):
        best = longest(head, at)
        if best is None or not (best.agencies or (best.dated and best.places)):
            continue
        if not best.sign and not (best.bracketed and best.dated and best.listed_places):
            continue
        if all(spot.known or (spot.caps and not _in_capitals(head, at - 1)) for spot in best.places):
            name = head.text[head.tokens[1].start : head.tokens[at - 1].end]
            return best._replace(byline=name.rstrip(" .,"))
    return None


def _in_capitals(head: Head, at: int) -> bool:
    """True for a word in capitals, initials aside: behind "MICHAEL" a place in capitals cannot be told."""
    return head.tokens[at].text.isupper() and len(head.tokens[at].text) > 2
