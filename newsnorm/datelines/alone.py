"""Places with nothing beside them, "Nagpur:", "Innsbruck –": only the place list tells them from "Walmart:"."""

import re
from functools import cache

from newsnorm.datelines.head import Head
from newsnorm.datelines.places import countries_of_region
from newsnorm.datelines.reading import Reading, Spot
from newsnorm.datelines.runs import CASED

__all__ = ["sentence_follows", "south_asian", "stands_alone"]


TEASER, SHORT_TEASER = 80, 50
"""A place and a colon or a dot before fewer code points that end in no full stop head a teaser: "Poznań: Biblioteka
otwarta". A country heads a short one with any sign: "China – Carmaker builds plant"."""


def stands_alone(head: Head, read: Reading) -> bool:
    """True when places alone, and the sign behind them, are a dateline."""
    if head.script not in CASED:
        return _without_capitals(head, read)
    if not sentence_follows(head, read) or (any(map(_is_state, read.places)) and not read.mark.startswith(".")):
        return False
    if not read.listed_places:
        return _some_listed(read)
    return not _abbreviation(read) and _closed(head, read)


def _without_capitals(head: Head, read: Reading) -> bool:
    """Before a danda one word is no sentence; a colon stands behind persons, countries and labels too."""
    if read.sign == "।" and not read.listed_places:
        goes_on = len(head.text[read.end : read.end + 60].split()) > 2
        return read.byline is not None or (goes_on and all(spot.known or " " not in spot.city for spot in read.places))
    if any(len(" ".join(spot.regions).split()) > 1 and not spot.sure for spot in read.places):
        return False  # "Dhaka, the country's capital, has a bridge."
    if not read.listed_places:
        return len(read.places) > 1 and read.sign in {"dash", ":"} and any(spot.big for spot in read.places)
    if read.sign == ":":
        rest = head.text[read.end : read.end + 60].rstrip()
        goes_on = len(rest.split()) > 3 or rest[-1:] in _ENDS
        return goes_on and all(spot.big for spot in read.places)
    return read.sign in {"dash", "bullet", "।"}


def _is_teaser(head: Head, read: Reading) -> bool:
    """A line of a list, "Poznań: Biblioteka się przeprowadza", or a match: "Sparta - Slavia 2:1"."""
    rest = head.text[read.end :].strip() if len(head.text) - read.end < TEASER else ""
    teaser = (
        read.sign == ":"
        or read.mark in {".", "·"}
        or (len(rest) < SHORT_TEASER and any(spot.grade == "c" for spot in read.places))
    )
    if rest and teaser and rest[-1] not in _ENDS:
        return True
    rest = head.text[read.end : read.end + TEASER].strip()
    return _match().match(rest) is not None


_ENDS = frozenset(".!?…\"'”“»’)。।۔؟")


@cache
def _match() -> re.Pattern[str]:
    """The other side's name, and the score or a colon behind it."""
    return re.compile(r"(?:[^\W\d_][^\s\d:]{0,20}\s){1,3}\(?\d{1,3}\s?[-–:]\s?\d|(?:[^\W\d_][^\s\d:]{1,20}\s?){1,2}:\s")


def _some_listed(read: Reading) -> bool:
    """As in "Bad Ischl/Wien –": one of several is a big city, and all are printed alike."""
    alike = len({spot.caps for spot in read.places}) == 1
    return len(read.places) > 1 and alike and read.sign in {"dash", ":"} and any(spot.big for spot in read.places)


def _abbreviation(read: Reading) -> bool:
    """As in "PEPA –": four capitals are an abbreviation sooner than a village."""
    spot = read.places[0]
    return len(read.places) == 1 and spot.caps and len(spot.city) < 5 and spot.grade == "s"


def _closed(head: Head, read: Reading) -> bool:
    """What each sign allows."""
    if head.script != "latin" and any(spot.grade == "c" for spot in read.places) and read.sign == ":":
        return False
    grades = {spot.grade for spot in read.places}
    caps = any(spot.caps for spot in read.places)
    if _is_teaser(head, read):
        return False
    if read.sign == "dash":  # "UKRAINE -" is a kicker of French and Portuguese sites
        return "c" not in grades or not caps
    if read.sign == ":":
        return "s" not in grades or len(read.places) > 1 or caps or south_asian(read.places[0])
    if read.mark == "·":  # "Neuss · Der …"; but "Neuss · Politik · 12 Uhr"
        return "c" not in grades and "·" not in head.text[read.end : read.end + TEASER]
    return read.sign == "." and _full_stop(head, read)


def south_asian(spot: Spot) -> bool:
    """As in "Rajouri:": papers of South Asia print small towns so; elsewhere such a name is a person's."""
    return spot.known is not None and spot.known.country in {"IN", "PK", "BD", "NP", "LK"}


def _full_stop(head: Head, read: Reading) -> bool:
    """As in "Berlin. Der …": where the language has the habit, and the sentence behind shows the language."""
    following = [word.strip(",.").lower() for word in head.text[read.end : read.end + 80].split()[:9]]
    if not _ENGLISH.isdisjoint(following):
        return False
    return any(sum(word in words for word in following) > 1 for words in head.words.stop_words)


_ENGLISH = frozenset({"the", "of", "and", "to"})


def sentence_follows(head: Head, read: Reading) -> bool:
    """False before two words ("Marino - Jane Doe"), and before an address ("CAMPO GRANDE - MS (67) 5550-1234")."""
    words = head.text[read.end : read.end + 60].split()
    if sum(word.strip("“”\"'‘’,.").isalpha() for word in words) > 2:
        return True
    enough = len(words) > 2 or (bool(words) and all(spot.caps for spot in read.places))
    return enough and not any(char.isdigit() for word in words for char in word)


def _is_state(spot: Spot) -> bool:
    """A state alone heads an entry of a list: "Nevada — Polls close at 7"."""
    countries = countries_of_region(spot.city)
    if not countries:
        return False
    big_city = spot.big and spot.known is not None and spot.known.country is not None  # New York, Washington
    return len(countries) > 1 or (spot.grade != "c" and not big_city)
