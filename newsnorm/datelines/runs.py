"""A run of words that can be a name: where it ends, and what it is."""

from collections.abc import Sequence
from functools import cache

from newsnorm.datelines.days import date_at
from newsnorm.datelines.head import Head
from newsnorm.datelines.places import Known, countries_of_region, find_place, script_of
from newsnorm.datelines.reading import Spot
from newsnorm.datelines.tokens import Token
from newsnorm.datelines.words import Words, fold

__all__ = [
    "CASED",
    "ELIDED",
    "INSIDE",
    "KINDS",
    "SHORT",
    "WORDS",
    "agency_at",
    "in_capitals",
    "is_address",
    "region_at",
    "run_at",
    "spot_of",
]

CASED = frozenset({"latin", "cyrillic", "greek"})
"""The scripts that have capitals."""

WORDS = 6
"""No place has more words."""

# Small words inside place names: Rio de Janeiro, Frankfurt am Main, Stratford-upon-Avon, La Teste de Buch.
INSIDE = frozenset(
    [
        *("de", "del", "di", "da", "do", "dos", "das", "du", "des", "d", "la", "las", "le", "les", "los"),
        *("el", "al", "ad", "am", "an", "im", "in", "der", "den", "dem", "auf", "bei", "ob", "unter", "upon"),
        *("on", "of", "the", "sur", "sous", "lès", "y", "e", "und", "and", "et", "og", "och", "i", "na"),
        *("nad", "by", "aan", "op", "ter", "ten", "bin", "над", "на"),
        *("v.", "d.", "a.", "o.", "b.", "i."),  # Bad Homburg v. d. Höhe, Rothenburg o. d. Tauber
    ]
)

ELIDED = frozenset({"d'", "l'", "d’", "l’"})
"""Articles and prepositions that lost their vowel."""

# What kind of region a name is: "Ростовская область".
KINDS = frozenset(
    [
        "область",
        "край",
        "район",
        "обл",
        "обл.",
    ]
)

# Full stops that do not end a name: saints, mountains, forts, points.
SHORT = frozenset(
    [
        *("st", "ste", "sta", "sto", "mt", "ft", "pt", "pto", "pta", "gen", "col", "sr", "dr", "gral", "г"),
    ]
)


def begins_name(token: Token, script: str) -> bool:
    """True for a word that can begin a name: a capital where the script has them."""
    word = token.text.lstrip("'’`ʼ")
    first = word[2:3] if word[:2] in ELIDED or word[:2] == "s-" else word[:1]  # "d'Ampezzo", "'s-Hertogenbosch"
    if not token.word or not first.isalpha():
        return False
    return not first.islower() if script in CASED else script_of(first) == script


def ends_here(token: Token) -> bool:
    """True when the word's full stop ends the name."""
    word = token.text
    if not word.endswith(".") or len(word) < 3 or fold(word) in SHORT:
        return False
    return len(word) > 6 or "." not in word[:-1]  # U.N., D.C.


def run_at(tokens: Sequence[Token], at: int, script: str, words: Words) -> int:
    """The end of the name that begins at a token; `at` itself when none does."""
    if at >= len(tokens) or not begins_name(tokens[at], script):
        return at
    end = at + 1
    while end < len(tokens) and end - at < WORDS and not ends_here(tokens[end - 1]):
        if not tokens[end].blank or date_at(tokens, end, words) or fold(tokens[end].text) in words.before_date:
            break
        small = tokens[end].text in INSIDE or fold(tokens[end].text) in INSIDE
        inside = small and end + 1 < len(tokens) and tokens[end + 1].blank
        if not inside and not begins_name(tokens[end], script):
            break
        end += 1
    while end > at + 1 and fold(tokens[end - 1].text) in INSIDE and tokens[end - 1].text.islower():
        end -= 1
    if end < len(tokens) and tokens[end].text in KINDS:
        end += 1
    elif end + 1 < len(tokens) and tokens[end].word and tokens[end + 1].text == ",":  # "New york,"
        name = " ".join(token.text for token in tokens[at : end + 1])
        end += find_place(name) is not None
    return end


def lower_run_at(tokens: Sequence[Token], at: int) -> int:
    """The end of a name in a text that was lower-cased as a whole: up to three words before a comma."""
    for end in range(at + 1, min(len(tokens), at + 4)):
        if tokens[end].text == ",":
            return end
        if not tokens[end].word:
            break
    return at


def spot_of(head: Head, at: int, end: int) -> Spot:
    """The place that some tokens name."""
    tokens = head.tokens
    name, stop = head.phrase(at, end), tokens[end - 1].end
    if ends_here(tokens[end - 1]):
        stop -= len(name) - len(name.rstrip("."))
        name = name.rstrip(".")
    return Spot(name, tokens[at].start, stop, in_capitals(name), _known(name))


def _known(name: str) -> Known | None:
    """What the list says of a place, with or without "City" behind it: Philippine papers print it."""
    known = find_place(name)
    return find_place(name[:-5]) if known is None and name[-5:].casefold() == " city" else known


def in_capitals(name: str) -> bool:
    """True for a name in capitals; a lower-case Mc, or letters that slipped, do not count ("McALLEN", "WALtHAM")."""
    if name.isupper():
        return sum(map(str.isupper, name)) > 2
    words = [word for word in name.replace("-", " ").split() if word not in INSIDE]
    counts = [(sum(map(str.isupper, word)), sum(map(str.islower, word))) for word in words]
    return sum(upper for upper, _ in counts) > 1 and all(upper >= 3 * lower for upper, lower in counts)


def region_at(head: Head, at: int) -> int:
    """The end of the longest known region that begins at a token; `at` when none does."""
    tokens = head.tokens
    end = at
    while end < min(len(tokens), at + 4) and tokens[end].word and (end == at or not ends_here(tokens[end - 1])):
        end += 1
    while end > at and not _is_region(head.phrase(at, end)):
        end -= 1
    return end


def _is_region(name: str) -> bool:
    """True for a listed state, province or country; two letters count only as capitals."""
    if name.startswith("the "):  # "GRONINGEN, the Netherlands"
        name = name[4:]
    short = name.rstrip(".")
    if name[0].islower() or (len(short) == 2 and not short.isupper() and short not in _AP_SHORT):
        return False
    return bool(countries_of_region(name))


# The Associated Press' two-letter abbreviations; the post's have two capitals.
_AP_SHORT = frozenset({"Md", "Pa", "Va", "Ga", "Ky", "La", "Mo", "Vt", "Ca", "Ia", "Me"})


def is_address(word: str) -> bool:
    """True for a site's address, with which outlets sign: "KOMPAS.com", "INTERFAX.RU"."""
    name, dot, zone = word.rstrip(".").rpartition(".")
    return (
        bool(dot)
        and len(name) > 2
        and zone.isascii()
        and zone.isalpha()
        and 2 <= len(zone) <= 4
        and zone.lower() in _zones()
    )


@cache
def _zones() -> frozenset[str]:
    """The internet's zones that news outlets live in."""
    return frozenset(
        [
            *("com", "net", "org", "info", "news", "tv", "ru", "su", "ua", "by", "kz", "id", "my", "sg", "ph"),
            *("vn", "th", "jp", "kr", "cn", "tw", "hk", "in", "pk", "bd", "lk", "np", "uk", "ie", "au", "nz"),
            *("ca", "us", "br", "pt", "es", "mx", "ar", "co", "pe", "cl", "ve", "fr", "be", "ch", "de", "at"),
            *("it", "nl", "pl", "cz", "sk", "hu", "ro", "bg", "rs", "hr", "si", "gr", "tr", "il", "eg", "sa"),
            *("ae", "qa", "ng", "ke", "za", "media", "press", "live", "today", "online", "biz", "fm", "eu"),
        ]
    )


def agency_at(tokens: Sequence[Token], at: int, words: Words) -> int:
    """The end of the longest listed agency, or address, that begins at a token; `at` when none does."""
    if at >= len(tokens) or not tokens[at].word:
        return at
    if fold(tokens[at].text) in words.first:
        for end in range(min(len(tokens), at + 5), at, -1):
            if (
                all(token.word for token in tokens[at:end])
                and tuple(fold(t.text) for t in tokens[at:end]) in words.agencies
            ):
                return end
    return at + 1 if is_address(tokens[at].text) else at
