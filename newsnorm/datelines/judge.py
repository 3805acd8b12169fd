"""Whether a reading is a dateline: what vouches for it, and what speaks against it.

A sentence taken for a dateline is a loss, a dateline left in place a nuisance: in doubt, no.
"""

from newsnorm.datelines.alone import sentence_follows, south_asian, stands_alone
from newsnorm.datelines.days import day_at
from newsnorm.datelines.head import Head
from newsnorm.datelines.reading import Reading, Spot
from newsnorm.datelines.runs import CASED, is_address
from newsnorm.datelines.tokens import DASHES, tokens_of
from newsnorm.datelines.words import fold

__all__ = ["stands"]

# What opens a sentence or a label, and no place: "Update February 16, 2022:", "On May 4, 2022:".
_OPENERS = frozenset(
    [
        *("update", "updated", "horoscope", "exclusive", "breaking", "watch", "live", "photo", "photos", "video"),
        *("on", "in", "at", "by", "for", "from", "as"),
    ]
)


STORY = 60
"""Behind a name in brackets that nobody lists stands a paragraph, of more code points."""


def stands(head: Head, read: Reading) -> bool:
    """True when the reading is a dateline."""
    if not _story_follows(head, read) or _labelled(head, read):
        return False
    if read.agencies:
        return _signed(head, read) if read.listed else _signed_by_a_stranger(head, read)
    if read.dated:
        return _dated(head, read)
    return bool(read.places) and _placed(head, read)


def _story_follows(head: Head, read: Reading) -> bool:
    """Behind the dateline a sentence begins: with a capital, a figure, a quote, or in a script without capitals."""
    rest = head.text[read.end : read.end + 40].lstrip()
    if not rest:
        return True
    if (
        rest[0] in "&+"
        or (len(rest) > 4 and rest[2] == ":" and rest[:2].isdecimal())
        or (not read.sign and rest[0] in ",;:.!?)]-–—")
        or _is_caption(head, rest)
    ):
        return False
    return not rest[0].islower() or rest[1:2].isupper() or _lower_case_may_follow(read)  # iPhone, eBay


def _is_caption(head: Head, rest: str) -> bool:
    """True before "SEPTEMBER 23:", as in picture agencies' captions: "MILAN, ITALY - SEPTEMBER 23: A model".

    So before a clock: "Bruselas - 15 oct 2024 - 08:22".
    """
    tokens = tokens_of(rest, 0)
    day = day_at(tokens, 0, head.words)
    if day is None:
        return False
    behind = [token.text for token in tokens[day.next : day.next + 2]]
    return behind[:1] == [":"] or (len(behind) > 1 and behind[0] in DASHES and behind[1].isdecimal())


def _lower_case_may_follow(read: Reading) -> bool:
    """Careless copy: only where the dateline is certain by itself."""
    if not read.places or not read.sign:
        return False
    if read.agencies and read.dated:
        return True
    certain = read.dated or read.bracketed or all(spot.caps and spot.big for spot in read.places)
    return read.sign == "dash" and certain


def _labelled(head: Head, read: Reading) -> bool:
    """A kicker, a weekday or a month stands where the place should, and nothing vouches for a place."""
    if any(not spot.known and fold(spot.city).split()[0] in _OPENERS for spot in read.places):
        return True  # "From Lagos (Nigeria) –"
    if read.agencies or any(spot.sure for spot in read.places):
        return False
    return any(_is_label(head, spot) for spot in read.places if not (read.dated and spot.known))


def _is_label(head: Head, spot: Spot) -> bool:
    name = fold(spot.city)
    words = head.words
    return name in words.kickers or name in words.weekdays or name in words.months or name.split()[0] in _OPENERS


def _signed(head: Head, read: Reading) -> bool:
    """A listed agency vouches for what stands with it."""
    if not read.places and not read.dated:
        return _agency_only(head, read)
    if not read.sign:
        return _signed_and_open(head, read)
    if read.sign == "line":
        return read.bracketed or _with_year(read)
    if read.dated:
        return True
    if read.sign == "bullet" or not read.bracketed:
        return _signed_bare(head, read)
    # "Jane Doe (AP):" is a caption
    return read.sign != ":" or head.script not in CASED or read.plausible


def _signed_bare(head: Head, read: Reading) -> bool:
    """An agency without brackets: the place list, capitals or an address vouch for it; "RB Salzburg:" is a club."""
    if head.script not in CASED:
        return True
    if read.spaced:
        return False
    comma = head.text[read.places[-1].end :][:1] == ","  # "SOLO, KOMPAS.TV -", "Liputan6.com, Sampit -"
    apart = (comma and all(spot.caps for spot in read.places)) or (read.first and is_address(read.agencies[0]))
    return (read.sign == "dash" and apart) or all(spot.known or spot.sure for spot in read.places)


def _signed_and_open(head: Head, read: Reading) -> bool:
    """Nothing closes it: "MIAMI (AP) A storm", "دمشق-سانا", "МОСКВА, 3 марта 2022, 12:34 — REGNUM"."""
    if read.bracketed:
        return read.dated or read.plausible
    if not read.places or _with_year(read):
        return bool(read.places)
    if head.script == "cyrillic" and read.dated:
        return read.plausible and all(name.isupper() for name in read.agencies)
    if head.script == "arabic":
        return not read.dated and read.listed_places
    if read.last == "agency" and all(spot.caps and spot.big for spot in read.places):
        return read.stopped  # "ASTANA. KAZINFORM The council"
    return read.first and all(spot.big for spot in read.places)  # "Liputan6.com, Jakarta", "PTI Ranchi, June 12"


def _agency_only(head: Head, read: Reading) -> bool:
    """As in "(CNN) …", "(Dân trí) -", "KOMPAS.com -"; a logo on a line of its own is none."""
    following = head.text[read.end : read.end + 60].split()
    if not following:
        return False
    if read.bracketed:
        return read.sign == "dash" or (read.sign in {"", ":", "."} and read.clear and len(following) > 2)
    if head.script not in CASED:
        return read.sign in {"dash", ":", "।"}
    return read.sign == "dash" and len(following) > 2 and head.text[read.end].isspace()


def _with_year(read: Reading) -> bool:
    """As in "Zug, Switzerland, November 12th, 2020, Chainwire": place, full day and agency, in this order."""
    dated = read.dated and read.date is not None and read.date.year is not None
    return dated and read.last == "agency" and bool(read.places) and all(s.known or s.sure for s in read.places)


def _signed_by_a_stranger(head: Head, read: Reading) -> bool:
    """An agency that nobody lists: a place that is listed, or the name itself, must vouch for it."""
    if not read.places:  # "(Harbour News) -"; before a paragraph also "(Expansión) - Al parecer, …"
        story = len(head.text) - read.end > STORY
        return read.sign == "dash" and (read.clear or story) and head.script in CASED
    if head.script not in CASED:
        return read.sign in {"dash", "।", ":"} and read.listed_places
    vouched = all((spot.known and spot.grade != "c") or spot.sure for spot in read.places)
    if read.sign != "dash":
        return vouched and (_before_colon(read) or (read.dated and read.sign in {"", ":", "."}))
    return read.dated or vouched or (read.clear and read.plausible)


_COLONS = frozenset({"PK", "IN", "BD", "NP", "LK", "ID", "MY"})
"""Where papers sign between place and colon."""


def _before_colon(read: Reading) -> bool:
    """As in "LAHORE (Nation Report):"; and "Berlin (dpa).", for German agencies sign with few small letters."""
    if read.sign == ".":
        return read.agencies[-1].islower() and len(read.agencies[-1]) < 5
    countries = {spot.known.country for spot in read.places if spot.known and spot.caps and spot.big}
    return read.sign == ":" and bool(countries) and countries <= _COLONS


def _dated(head: Head, read: Reading) -> bool:
    """A date: with a place that can be one, or with its year before a dash."""
    with_year = read.date is not None and read.date.year is not None
    if not read.places:
        return read.sign == "dash" and with_year and not read.numeric and not _is_log_entry(head, read)
    if not read.plausible:
        return False
    if read.sign in {"dash", ":", "।"}:
        return True
    if read.sign == ".":  # "BAKU, Azerbaijan, November 12. Rain fell"
        return all(spot.caps and spot.sure for spot in read.places)
    # no sign, or the end of the line: "SEOUL 1996-08-31"
    if read.sign not in {"", "line"}:
        return False
    return (with_year and all(s.caps and (s.known or s.sure) for s in read.places)) or _without_sign(head, read)


def _without_sign(head: Head, read: Reading) -> bool:
    """As in "New Delhi, April 28", on a line of its own: so papers of South Asia print it."""
    behind = head.text[read.end : read.end + 3].strip()[:1]
    is_listed = all(spot.known and south_asian(spot) for spot in read.places)
    return is_listed and read.last == "date" and not (behind.isdecimal() or behind.islower())


def _is_log_entry(head: Head, read: Reading) -> bool:
    """True in a diary: "25 October 2017 – Wednesday", "3 May 2024 - 13:26", "Dec. 3, 2022 - W, MD12"."""
    following = head.text[read.end : read.end + 60].split()
    first = fold(following[0].strip(",.")) if following else ""
    return len(following) < 3 or first in head.words.weekdays or first in _OPENERS or not first[:1].isalpha()


def _placed(head: Head, read: Reading) -> bool:
    """Places without agency and date."""
    if read.last == "byline" and head.script not in CASED and read.sign != ".":  # "لاہور (نامہ نگار)"
        return read.listed_places
    if read.last in {"region", "byline"} and read.places[-1].sure:
        return _with_region(head, read)
    return stands_alone(head, read)


def _with_region(head: Head, read: Reading) -> bool:
    """As in "LVIV, Ukraine —": a known region beside the place; "KYIV, Ukraine At the …": where the sign was lost."""
    if read.sign:
        return read.sign in {"dash", "।"} or (read.sign == ":" and read.plausible and sentence_follows(head, read))
    following = head.text[read.end : read.end + 3].lstrip()[:1]
    spelled_out = not read.places[-1].regions[-1].isupper()
    return spelled_out and following.isupper() and all(spot.caps for spot in read.places)
