"""Places with nothing beside them, "Nagpur:", "Innsbruck –": only the place list tells them from "Walmart:"."""

from newsnorm.datelines.head import Head
from newsnorm.datelines.places import countries_of_region
from newsnorm.datelines.reading import Reading, Spot
from newsnorm.datelines.runs import CASED

__all__ = ["sentence_follows", "stands_alone"]


TEASER = 50
"""A country alone before fewer code points heads a teaser, not a story: "China: Carmaker builds plant"."""


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
    if not read.listed_places:
        return len(read.places) > 1 and read.sign in {"dash", ":"} and any(spot.big for spot in read.places)
    if read.sign == ":":
        return all(spot.big for spot in read.places)
    return read.sign in {"dash", "bullet", "।"}


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
    if "c" in grades and len(head.text) - read.end < TEASER:
        return False
    if read.sign == "dash":  # "UKRAINE -" is a kicker of French and Portuguese sites
        return "c" not in grades or not caps
    if read.sign == ":":
        return "s" not in grades or len(read.places) > 1 or caps or _south_asian(read.places[0])
    return read.sign == "." and _full_stop(head, read)


def _south_asian(spot: Spot) -> bool:
    """As in "Rajouri:": papers of South Asia print small towns so; elsewhere such a name is a person's."""
    return spot.known is not None and spot.known.country in {"IN", "PK", "BD", "NP", "LK"}


def _full_stop(head: Head, read: Reading) -> bool:
    """As in "Berlin. Der …": where the language has the habit, and the sentence behind shows the language."""
    following = head.text[read.end : read.end + 80].split()[:9]
    return sum(word.strip(",.").lower() in head.words.stop_words for word in following) > 1


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
