"""What stands in brackets, or between slashes: an agency, a region, a date, or whoever filed the story."""

import re
from collections.abc import Sequence
from functools import cache

from newsnorm.datelines.days import day_at
from newsnorm.datelines.head import Head
from newsnorm.datelines.places import countries_of_region, find_place
from newsnorm.datelines.reading import Reading, Spot
from newsnorm.datelines.runs import in_capitals, is_address
from newsnorm.datelines.tokens import DASHES, Token, tokens_of
from newsnorm.datelines.words import Words, fold, split_words

__all__ = ["bracket_at", "closing_bracket"]

_PAIRS = {"(": ")", "[": "]", "（": "）", "［": "］", "«": "»", "/": "/", "|": "|"} | {'"': '"', "“": "”", "„": "“"}
_MARKS = frozenset('/|«"“„')  # only a listed agency stands between these
LONGEST = 64
"""No agency, region or date in brackets is longer, in code points."""


def closing_bracket(tokens: Sequence[Token], at: int) -> int:
    """Where the bracket that opens at a token closes, or -1."""
    want = _PAIRS.get(tokens[at].text) if at < len(tokens) else None
    if want is None:
        return -1
    for end in range(at + 2, min(len(tokens), at + 14)):
        if tokens[end].text == want:
            return end if tokens[end].start - tokens[at].end <= LONGEST else -1
        if (
            tokens[end].text == "\n"
            or (want in '/|"' and tokens[end].text in "()[]")
            or (want not in _MARKS and tokens[end].text == tokens[at].text)
        ):
            return -1
    return -1


def bracket_at(head: Head, at: int, read: Reading) -> tuple[int, Reading] | None:
    """The reading with what the brackets say, and the first token behind them; None when they say nothing."""
    tokens, words, end = head.tokens, head.words, closing_bracket(head.tokens, at)
    if end < 0:
        return None
    inside = head.text[tokens[at].end : tokens[end].start].strip()
    mark = tokens[at].text
    found = (
        _home_region(inside, tokens[end].end, words, read)
        or _agency_and_day(inside, words, read)
        or _agencies(inside, words, read, strict=mark in _MARKS)
        or _correspondent(inside, words, read)
        or _relayed(inside, words, read)
        or _day(inside, words, read)
        or (_region(inside, tokens[end].end, read) if mark not in _MARKS else None)
        or _filer(inside, words, read)
        or _place(head, at, end, read)
        or (_unlisted(inside, words, read) if mark not in _MARKS else _quoted(head, at, end, read))
    )
    return (end + 1, found) if found else None


def _quoted(head: Head, at: int, end: int, read: Reading) -> Reading | None:
    """Behind place and day a name in quotes or strokes signs, if a sign follows: "«Кубань 24».", "/Port Wire/ --"."""
    mark, sign = head.tokens[at].text, head.tokens[end + 1].text if end + 1 < len(head.tokens) else ""
    ends = sign == "." or (mark == "/" and sign in DASHES)
    if mark not in "«/" or not (read.dated and read.places and ends) or read.agencies:
        return None
    return read._replace(agencies=(head.phrase(at + 1, end),), bracketed=True, last="agency")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(r"\s*+[/／|،,;]\s*+|\s++(?:&|-|–|und|and|et|y|e)\s++|(?<=[^\s&])&(?=[^\s&])")


def _agencies(inside: str, words: Words, read: Reading, *, strict: bool = False) -> Reading | None:
    """Agencies that are listed, or sign with an address, one or several; if `strict`, only listed ones."""
    whole = split_words(inside)
    if fold(inside) in words.roles and whole not in words.agencies:  # "KARACHI (Staff Reporter):"
        return None
    if whole in words.marked:
        names = [inside]
    else:
        names = [name for name in _between().split(inside) if name]
        if len(names) == 1 and all((word,) in words.marked for word in whole):
            names = inside.split()  # "ats afp"
    known = [split_words(name) in words.marked or (is_address(name) and not strict) for name in names]
    if not names or not (all(known) or (any(known) and not strict and _sign_together(names, words, read))):
        return None
    clear = any(split_words(name) in words.agencies or is_address(name) for name in names)
    return read._replace(agencies=(*read.agencies, *names), bracketed=True, clear=clear, last="agency")


def _sign_together(names: list[str], words: Words, read: Reading) -> bool:
    """As in "(dpa/bb)", "(KFOR/Storyful)": whoever stands beside a listed agency signs too."""
    if not read.places:
        return all(map(_wirelike, names))
    return all(
        _wirelike(name)
        or (len(name.split()) < 4 and (name[0].isupper() or len(name) < 5) and fold(name) not in words.weekdays)
        for name in names
    )


def _home_region(inside: str, end: int, words: Words, read: Reading) -> Reading | None:
    """As in "Jhansi (UP)": initials that could be an agency are the region of a city in the same country."""
    known = read.places[-1].known if read.places else None
    whole = split_words(inside)
    if known is None or whole in words.agencies or whole not in words.marked:
        return None
    return read.with_region(inside, end, sure=True) if known.country in countries_of_region(inside) else None


def _correspondent(inside: str, words: Words, read: Reading) -> Reading | None:
    """A job, the agency and a name: "/Корр. ТАСС Иван Петров/", "/Ирина Петрова - БЕЛТА/", "/TASS correspondent …/"."""
    name, dash, agency = inside.rpartition(" - ")
    if dash and split_words(agency) in words.agencies and 1 < len(name.split()) < 4 and read.byline is None:
        return read._replace(agencies=(*read.agencies, agency), bracketed=True, byline=name.strip(), last="agency")
    job, *rest = inside.split() or [""]
    for end in range(len(rest), 0, -1):
        if tuple(map(fold, rest[:end])) in words.agencies and fold(job) in words.roles:
            signed = read._replace(agencies=(*read.agencies, " ".join(rest[:end])), bracketed=True, last="agency")
            return signed._replace(byline=" ".join(rest[end:]) or read.byline)
    if len(rest) > 2 and (fold(job),) in words.agencies and fold(rest[0]) in words.roles:
        signed = read._replace(agencies=(*read.agencies, job), bracketed=True, last="agency")
        return signed._replace(byline=" ".join(rest[1:]))
    return None


def _relayed(inside: str, words: Words, read: Reading) -> Reading | None:
    """As in "(MENAFN- Lakeport Times)", "(AFP - Lakeport)": a listed agency, and behind a hyphen whose story it is."""
    agency, hyphen, name = inside.partition("- ")
    agency = agency.strip()
    if not hyphen or split_words(agency) not in words.agencies or not name[:1].isupper() or len(name.split()) > 4:
        return None
    return read._replace(agencies=(*read.agencies, agency, name), bracketed=True, last="agency")


def _agency_and_day(inside: str, words: Words, read: Reading) -> Reading | None:
    """As in "(Newsfile Corp. - June 3, 2022)", "(MindaNews / 3 August)", "(TTXVN 4/3)", "(Jane Doe, 3 May)"."""
    for gap in _gap().finditer(inside):
        dated = _day(inside[gap.end() :], words, read)
        if dated is not None:
            name = inside[: gap.start()]
            return _agencies(name, words, dated) or (_unlisted(name, words, dated) if read.places else None)
    return None


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(r"\s*+[,،;/]\s*+|\s++[-–]\s++|\s++")


def _day(inside: str, words: Words, read: Reading) -> Reading | None:
    tokens = tokens_of(inside, 0)
    day = day_at(tokens, 0, words)
    if day is None or day.next < len(tokens) or read.dated:
        return None
    return read._replace(dated=True, date=day.value, last="date")


def _region(inside: str, end: int, read: Reading) -> Reading | None:
    if not read.places or read.last == "date":  # "LAHORE, Sept 2 (SABAH):"
        return None
    city = read.places[-1].city
    if len(read.places) == 1 and not read.places[0].known and _wirelike(city) and find_place(inside):
        spot = Spot(inside, end - 1 - len(inside), end - 1, in_capitals(inside), find_place(inside))
        return read._replace(agencies=(city,), places=(spot,), last="region")  # "Akihabara News (Tokyo) —"
    if countries_of_region(inside):
        return read.with_region(inside, end, sure=True)
    listed, known = find_place(inside), read.places[-1].known
    if listed is None or read.agencies or _wirelike(inside) or (len(inside) < 5 and inside.isupper()):
        return None
    if known and known.country != listed.country and (listed.country or listed.grade == "s"):  # "Paris (Roman)"
        return None
    return read.with_region(inside, end, sure=known is not None)


def _place(head: Head, at: int, end: int, read: Reading) -> Reading | None:
    """Radio's wires set a place in capitals into brackets, a dash behind: "(WASHINGTON) --", "(TAMPA, Fla.) —"."""
    tokens = head.tokens
    if read != Reading() or tokens[at].text != "(" or end + 1 >= len(tokens) or tokens[end + 1].text not in DASHES:
        return None
    start = tokens[at].end
    city, comma, region = head.text[start : tokens[end].start].partition(", ")
    known = find_place(city)
    if known is None or not in_capitals(city) or (comma and not countries_of_region(region)):
        return None
    found = read._replace(places=(Spot(city, start, start + len(city), True, known),), last="place")
    return found.with_region(region, tokens[end].start, sure=True) if comma else found


def _filer(inside: str, words: Words, read: Reading) -> Reading | None:
    """Whoever files: "لاہور (اسٹاف رپورٹر)", "(서울=…)"."""
    if read.places and read.byline is None and fold(inside) in words.roles:
        return read._replace(byline=inside, last="byline")
    return None


def _unlisted(inside: str, words: Words, read: Reading) -> Reading | None:
    """An agency that nobody lists; the place before it and the dash behind it must vouch for it."""
    if read.agencies or not inside[:1].isalnum() or len(inside.split()) > 4 or not _plain().fullmatch(inside):
        return None
    folded = [fold(word) for word in inside.split()]
    if fold(inside) in words.kickers or all(word in words.kickers or word in words.weekdays for word in folded):
        return None  # "(File photo)"; but "(Sports Network)"
    if inside.islower() and (len(folded) > 1 or max(map(len, inside.split("/"))) > 5):
        return None  # "Dallas (the series) –"; but "(dpa/lno)"
    listed, known = _wirelike(inside), find_place(inside)
    if not listed and (known and known.grade != "s"):  # "Roman (Paris) –"
        return None
    if not listed and not read.places and not read.dated and not _first_name().fullmatch(inside):
        return None
    names = tuple(name for name in inside.split("/") if name)
    return read._replace(agencies=names, listed=False, clear=listed, bracketed=True, last="agency")


@cache
def _first_name() -> re.Pattern[str]:
    """What may sign alone at the head of a story: a name of one or two words, or initials."""
    return re.compile(r"[^\W\d_a-zà-ÿ][^\W_]{2,14}(?: [^\W\d_][^\W_]{1,12})?|[A-ZÀ-Þ]{2,6}")


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(r"[^\W_][\w .&'’+/@!|\u0900-\U0010ffff-]{1,40}")


@cache
def _wire() -> re.Pattern[str]:
    """Names that only outlets bear: a US station's call letters (47 CFR 73.3550), or a word of the trade."""
    return re.compile(
        r"[KW][A-Z]{2,3}\d{0,2}(?:[- ]?(?:TV|FM|AM|DT|LP|CA|CD))?(?:[/ ].{1,20})?"
        r"|(?:ABC|CBS|NBC|FOX|Fox|CW|CTV|CBC|NPR|PBS|MSN|ITV|RTL|TVN|SBS|KBS|TV|Radio)[ -]?\d{0,2}\w{0,12}"
        r"|.{0,40}?(?:News|NEWS|Press|PRESS|Wire|WIRE|wire|Agency|Agence|Agencia|Agência|Agenzia|Bourse|Finance|Presse|Post|Times|Herald"
        r"|Tribune|Gazette|Media|Radio|TV|Journal|Online|Daily|Network|Service|Report|Conversation|Nachrichten|Haber|Ajans)\b.{0,20}"
    )


def _wirelike(name: str) -> bool:
    """True for a name that can hardly be anything but an outlet's."""
    return _wire().fullmatch(name) is not None or is_address(name)
