"""Whether a reading is a dateline: what vouches for it, and what speaks against it.

A sentence taken for a dateline is a loss, a dateline left in place a nuisance: in doubt, no.
"""

from newsnorm.datelines.places import countries_of_region
from newsnorm.datelines.reading import Reading, Spot
from newsnorm.datelines.runs import CASED
from newsnorm.datelines.walk import Head
from newsnorm.datelines.words import fold

__all__ = ["stands"]


def stands(head: Head, read: Reading) -> bool:
    """True when the reading is a dateline, whatever stands behind it."""
    if not _story_follows(head, read):
        return False
    if not read.agencies and not any(spot.sure for spot in read.places) and any(_is_label(head, s) for s in read.places if not (read.dated and s.known)):
        return False
    if read.agencies:
        return _signed(head, read) if read.listed else _signed_by_a_stranger(head, read)
    if read.dated:
        return _dated(head, read)
    if not read.places:
        return False
    if read.last == "byline" and head.script not in CASED and read.sign != ".":  # "لاہور (نامہ نگار)"
        return all(spot.known for spot in read.places)
    if all(spot.sure for spot in read.places[-1:]) and read.last in {"region", "byline"}:
        return _with_region(head, read)
    return _alone(head, read)


def _is_label(head: Head, spot: Spot) -> bool:
    """A kicker, a weekday, a month: "UPDATE", "Friday"."""
    name = fold(spot.city)
    words = head.words
    return name in words.kickers or name in words.weekdays or name.split()[0] in _OPENERS or name in words.months


_OPENERS = frozenset("update updated horoscope exclusive breaking watch live photo photos video on in at by for from as".split())


def _story_follows(head: Head, read: Reading) -> bool:
    """Behind the closing sign a sentence begins: with a capital, a figure, a quote, or in a script without capitals."""
    rest = head.text[read.end : read.end + 40].lstrip()
    if not rest:
        return True
    first = rest[0]
    if not read.sign and rest[:1] in ",;:.!?)]-–—":
        return False
    if not first.islower():
        return True
    # iPhone, eBay; and corpora that were lower-cased as a whole
    if rest[1:2].isupper() or not read.places:
        return rest[1:2].isupper()
    if read.agencies and read.dated and read.sign:
        return True
    return read.sign == "dash" and (read.dated or read.bracketed or all(spot.caps and spot.known and spot.known.grade == "b" for spot in read.places))


def _plausible(spot: Spot) -> bool:
    return spot.known is not None or spot.sure or spot.caps


def _signed(head: Head, read: Reading) -> bool:
    """A listed agency vouches for what stands with it."""
    if not read.places and not read.dated:
        return _agency_only(head, read)
    if read.sign == "bullet":
        return all(spot.known or spot.sure for spot in read.places)
    if read.sign:
        return read.sign != "line" or read.bracketed
    if read.dated and not read.bracketed and head.script == "cyrillic":  # "МОСКВА, 3 марта 2022, 12:34 — REGNUM"
        return all(name.isupper() for name in read.agencies) and all(map(_plausible, read.places))
    if head.script == "arabic" and not read.bracketed and not read.dated:  # "دمشق-سانا"
        return all(spot.known for spot in read.places)
    if read.first:
        return all(spot.known and spot.known.grade == "b" for spot in read.places) and not read.dated
    return read.bracketed and (read.dated or all(map(_plausible, read.places)))


def _agency_only(head: Head, read: Reading) -> bool:
    """"(CNN) …", "(Dân trí) -", "KOMPAS.com -"."""
    if read.bracketed:
        return (read.sign == "dash" or (read.sign == "" and read.clear)) and read.end < len(head.text.rstrip())
    if head.script not in CASED:
        return read.sign in {"dash", ":", "।"}
    return read.sign == "dash" and read.end < len(head.text.rstrip())


def _signed_by_a_stranger(head: Head, read: Reading) -> bool:
    """An agency that nobody lists: a place that is listed, or the name itself, must vouch for it."""
    if head.script not in CASED:
        return read.sign in {"dash", "।", ":"} and bool(read.places) and all(spot.known for spot in read.places)
    if read.sign != "dash":
        return read.dated and bool(read.places) and read.sign in {"", ":"} and all(map(_plausible, read.places))
    if not read.places:
        return read.clear
    if all(spot.known or spot.sure for spot in read.places):
        return True
    return read.dated or (read.clear and all(map(_plausible, read.places)))


def _dated(head: Head, read: Reading) -> bool:
    """A date: with a place that can be one, or with its year before a dash."""
    if not read.places:
        following = head.text[read.end : read.end + 40].split()[:1]
        log = any(fold(word.strip(",.")) in head.words.weekdays for word in following)
        return read.sign == "dash" and read.date is not None and read.date.year is not None and not log
    if not all(map(_plausible, read.places)):
        return read.last == "date" and read.sign == "dash" and all(spot.city.islower() for spot in read.places) is False and False
    if read.sign in {"dash", ":", "।"}:
        return True
    return read.sign in {"line", ""} and read.date is not None and read.date.year is not None and _line_ends(head, read)


def _line_ends(head: Head, read: Reading) -> bool:
    return read.sign == "line" or not head.text[read.end :].strip()


def _with_region(head: Head, read: Reading) -> bool:
    """"LVIV, Ukraine —": a known region beside the place."""
    if read.sign in {"dash", "।"}:
        return True
    if read.sign == ":":
        return all(map(_plausible, read.places))
    if read.sign == "":  # the separator was lost
        following = head.text[read.end : read.end + 3].lstrip()[:1]
        return all(spot.caps for spot in read.places) and not read.places[-1].regions[-1].isupper() and following.isupper()
    return False


def _alone(head: Head, read: Reading) -> bool:
    """Places and nothing else: only the place list can tell."""
    spots = read.places
    if head.script in CASED and ((any(map(_state, spots)) and not read.mark.startswith(".")) or not _sentence(head, read)):
        return False
    if head.script not in CASED and read.sign == "।":
        return all(spot.known or len(spot.city.split()) < 3 for spot in spots) or read.byline is not None
    if not all(spot.known for spot in spots):
        return len(spots) > 1 and any(spot.known and spot.known.grade == "b" for spot in spots) and read.sign in {"dash", ":"} and (
            all(spot.caps for spot in spots) or not any(spot.caps for spot in spots))
    grades = {spot.known.grade for spot in spots if spot.known}
    if len(spots) == 1 and spots[0].caps and grades == {"s"} and len(spots[0].city) < 5:
        return False  # "PEPA –": an abbreviation sooner than a village
    if read.sign == "dash":
        return "c" not in grades or not any(spot.caps for spot in spots)
    if read.sign == ":":
        return ("s" not in grades or len(spots) > 1 or spots[0].caps) and ("c" not in grades or head.script == "latin")
    if read.sign == "bullet":
        return head.script not in CASED
    if read.sign == ".":
        return _full_stop(head, read, grades)
    return False


def _sentence(head: Head, read: Reading) -> bool:
    """False for an address: "CAMPO GRANDE - MS (67) 5550-1234"."""
    words = head.text[read.end : read.end + 60].split()
    if not words or sum(word.strip("“”\"'‘’,.").isalpha() for word in words) > 2:
        return bool(words)
    return not any(char.isdigit() for word in words for char in word)


def _state(spot: Spot) -> bool:
    """A state alone heads an entry of a list: "Nevada — Polls close at 7"."""
    countries = countries_of_region(spot.city)
    if spot.known is None or not countries:
        return False
    return len(countries) > 1 or (spot.known.grade != "c" and not (spot.known.grade == "b" and spot.known.country))


def _full_stop(head: Head, read: Reading, grades: set[str]) -> bool:
    """"Berlin. Der …": where the language has the habit."""
    following = head.text[read.end : read.end + 80].split()
    return sum(word.strip(",.").lower() in head.words.stop_words for word in following[:9]) > 1
