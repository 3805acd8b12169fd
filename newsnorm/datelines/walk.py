"""From word to word through the head of a paragraph: places, regions, dates, agencies in any printed order."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsnorm.datelines.brackets import bracket_at, closing_bracket
from newsnorm.datelines.days import day_at
from newsnorm.datelines.places import countries_of_region, find_place
from newsnorm.datelines.reading import Reading, Spot
from newsnorm.datelines.runs import CASED, agency_at, ends_here, lower_run_at, phrase, region_at, run_at, spot_of
from newsnorm.datelines.tokens import DASHES, Token
from newsnorm.datelines.words import Words, fold

__all__ = ["Head", "readings"]

_BULLETS = frozenset({"|", "∙", "•", "●"})
"""taz closes with a bar, Malayala Manorama with a bullet."""
_COMMAS = frozenset({",", "،"})
_BETWEEN_CITIES = frozenset({"/", "／", "&", "、"})


class Head(NamedTuple):
    """The head of a paragraph, and what is needed to read it."""

    text: str
    tokens: list[Token]
    script: str
    words: Words


class Close(NamedTuple):
    """A sign that can close a dateline."""

    sign: str
    next: int
    end: int


def readings(head: Head, at: int, read: Reading) -> Iterator[Reading]:
    """Every reading that the head allows from a token on, shortest first."""
    closed = False
    for _ in range(12):
        step = _item(head, at, read)
        if step is None or (closed and not step[1].listed):
            return
        at, read = step
        close = closing(head.tokens, at)
        if close is None:
            yield read._replace(sign="", end=head.tokens[at - 1].end)
            if at < len(head.tokens) and head.tokens[at].text in _COMMAS:
                at += 1
            continue
        mark = head.text[head.tokens[at - 1].end : close.end].strip()
        yield read._replace(sign=close.sign, mark=mark, end=close.end)
        if not _goes_on(head, close, read):
            return
        at, closed = close.next, True


def closing(tokens: Sequence[Token], at: int) -> Close | None:
    """The sign that closes a dateline before a token, if one does: a dash, perhaps behind a stop or a comma; a colon; …"""
    if at >= len(tokens):
        return None
    sign = tokens[at].text
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if sign in DASHES:
        return Close("dash", at + 1, tokens[at].end)
    if sign in {",", "."} and behind in DASHES:
        return Close("dash", at + 2, tokens[at + 1].end)
    if sign in {":", "：", "।", "=", "॥"}:
        return Close("।" if sign == "॥" else ":" if sign == "：" else sign, at + 1, tokens[at].end)
    if sign in _BULLETS:
        return Close("bullet", at + 1, tokens[at].end)
    if sign == "\n":
        return Close("line", at + 1, tokens[at - 1].end)
    if sign == ".":
        return Close(".", at + 1, tokens[at].end)
    if at and ends_here(tokens[at - 1]) and tokens[at].word:
        return Close(".", at, tokens[at - 1].end)
    return None


def _goes_on(head: Head, close: Close, read: Reading) -> bool:
    """Whether a closing sign may be followed by more: "(ANSA) - ROMA, 22 MAR -", "SEOUL, South Korea — (AP) —"."""
    tokens, at = head.tokens, close.next
    if at >= len(tokens):
        return False
    if close.sign == ".":
        return bool(day_at(tokens, at, head.words)) or agency_at(tokens, at, head.words) > at or tokens[at].text in "(/"
    if read.agencies:
        if read.places:  # "SINGAPORE - Newswire - 5 March 2024 -"
            return not read.dated and close.sign == "dash" and bool(day_at(tokens, at, head.words))
        return not read.dated and close.sign == "dash"
    if closing_bracket(tokens, at) > 0:
        return True
    return agency_at(tokens, at, head.words) > at


def _item(head: Head, at: int, read: Reading) -> tuple[int, Reading] | None:
    """One more part of the dateline."""
    tokens = head.tokens
    if at >= len(tokens):
        return None
    if closing_bracket(tokens, at) > 0:
        return bracket_at(head.text, tokens, at, head.words, read)
    if not read.dated:
        day = day_at(tokens, at, head.words)
        if day is not None:
            return day.next, read._replace(dated=True, date=day.value, last="date")
    if read.last == "place" and tokens[at - 1].text in _COMMAS and region_at(head.text, tokens, at) > at:
        return _beside(head, at, read)
    return _agency(head, at, read) or _name(head, at, read)


def _agency(head: Head, at: int, read: Reading) -> tuple[int, Reading] | None:
    end = agency_at(head.tokens, at, head.words)
    if end == at or read.agencies:
        return None
    name = phrase(head.text, head.tokens, at, end)
    if ends_here(head.tokens[end - 1]):
        name = name.rstrip(".")
    if not read.places and not read.dated and name.islower():
        return None
    if head.script == "cyrillic" and end + 1 < len(head.tokens) and head.tokens[end].blank:  # "РИА Новости Крым."
        longer = run_at(head.tokens, end, head.script, head.words)
        if longer == end + 1 and closing(head.tokens, longer):
            end, name = longer, f"{name} {head.tokens[end].text.rstrip('.')}"
    return end, read._replace(agencies=(name,), last="agency", first=not read.places and not read.dated)


def _name(head: Head, at: int, read: Reading) -> tuple[int, Reading] | None:
    """A place, a region, or whoever filed."""
    if read.last in {"place", "region"} and read.places:
        return _beside(head, at, read)
    if read.bracketed and head.tokens[at - 1].text not in DASHES and not read.places:
        return None  # "(CNN) Jane Doe -- the mayor -- said"
    if read.last == "agency" and read.dated and read.places and head.script == "cyrillic":
        return _name_behind(head, at, read)
    if read.places or (read.dated and not head.tokens[at - 1].text in _COMMAS):
        return None
    if read.first and head.tokens[at - 1].text in _COMMAS:  # "Liputan6.com, Jakarta"
        end = _listed_city(head, at)
        if at < end < run_at(head.tokens, at, head.script, head.words):
            return end, read._replace(places=(spot_of(head.text, head.tokens, at, end),), last="place")
    return _cities(head, at, read)


def _name_behind(head: Head, at: int, read: Reading) -> tuple[int, Reading] | None:
    """"РИА Новости, Иван Петров.": the reporter behind the agency."""
    end = run_at(head.tokens, at, head.script, head.words)
    if end - at not in {2, 3} or head.tokens[at - 1].text != "," or read.byline:
        return None
    return end, read._replace(byline=phrase(head.text, head.tokens, at, end).rstrip("."), last="byline")


def _beside(head: Head, at: int, read: Reading) -> tuple[int, Reading] | None:
    """What stands behind a place: its region, a second city, or whoever filed."""
    comma = head.tokens[at - 1].text in _COMMAS
    end = region_at(head.text, head.tokens, at)
    if end > at and (comma or head.tokens[at].blank):
        return end, read.with_region(phrase(head.text, head.tokens, at, end), head.tokens[end - 1].end, sure=True)
    end = run_at(head.tokens, at, head.script, head.words)
    if end == at or not comma:
        return None
    name = phrase(head.text, head.tokens, at, end)
    if _files(name, head.words):
        return end, read._replace(byline=name, last="byline")
    spot = spot_of(head.text, head.tokens, at, end)
    before = read.places[-1]
    if spot.known and spot.known.grade == "b" and read.last == "place":
        if head.script not in CASED and before.known is None and len(read.places) == 1:  # "अनुराग अग्रवाल, चंडीगढ़।"
            return end, read._replace(byline=before.city, places=(spot,), last="place")
        if before.known and before.known.grade == "b":
            return end, read._replace(places=(*read.places, spot))
    spots = _spots(head, at, end)
    if len(spots) > 1 and len(read.places) > 1:  # "MANAUS, BELÉM E SÃO PAULO -"
        return end, read._replace(places=(*read.places, *spots))
    return end, read.with_region(spot.city, spot.end, sure=False)


def _files(name: str, words: Words) -> bool:
    """True for a desk or "our correspondent"."""
    folded = fold(name)
    return folded in words.roles or any(fold(word) in words.roles for word in folded.split())


def _cities(head: Head, at: int, read: Reading) -> tuple[int, Reading] | None:
    """One city, or several with strokes between them."""
    tokens = head.tokens
    if at == 0 and tokens[at].text[0].islower() and head.script in CASED:
        end = lower_run_at(tokens, at)
        if end == at or not day_at(tokens, end + 1, head.words):
            return None
        return end, read._replace(places=(spot_of(head.text, tokens, at, end),), last="place")
    while True:
        end = run_at(tokens, at, head.script, head.words)
        if end == at:
            return None
        end = _without_region(head, at, end)
        spots = _spots(head, at, end)
        if not read.places and spots[0].known is None and _files(spots[0].city, head.words):  # "Redacción deportes"
            end = max(end, lower_run_at(tokens, at))
            return end, read._replace(byline=phrase(head.text, tokens, at, end), last="byline")
        read = read._replace(places=(*read.places, *spots), last="place")
        if end + 1 >= len(tokens) or tokens[end].text not in _BETWEEN_CITIES or len(read.places) > 5:
            return end, read
        if _between_slashes(head, end):
            return end, read
        agency = agency_at(tokens, end + 1, head.words)
        if agency > end + 1:  # "Toronto/IBNS:"
            name = phrase(head.text, tokens, end + 1, agency)
            return agency, read._replace(agencies=(name,), last="agency")
        region = region_at(head.text, tokens, end + 1)
        if region > end + 1 and read.places[-1].known and not find_place(phrase(head.text, tokens, end + 1, region)):
            return region, read.with_region(phrase(head.text, tokens, end + 1, region), tokens[region - 1].end, sure=True)
        at = end + 1


def _between_slashes(head: Head, at: int) -> bool:
    """True where an agency stands between slashes: "/ritzau/"."""
    end = closing_bracket(head.tokens, at)
    inside = [fold(token.text) for token in head.tokens[at + 1 : end]] if end > 0 else []
    return tuple(inside) in head.words.marked or not head.words.first.isdisjoint(inside[1:])


def _spots(head: Head, at: int, end: int) -> list[Spot]:
    """The place that a run names, or two of them with "and" between."""
    for middle in range(at + 1, end - 1):
        if fold(head.tokens[middle].text) in _AND:
            two = [spot_of(head.text, head.tokens, at, middle), spot_of(head.text, head.tokens, middle + 1, end)]
            if all(spot.known and spot.known.grade == "b" for spot in two):
                return two
    return [spot_of(head.text, head.tokens, at, end)]


_AND = frozenset("and und et e y i en dan ve och og".split())


def _listed_city(head: Head, at: int) -> int:
    """The end of the longest listed place that begins at a token."""
    end = run_at(head.tokens, at, head.script, head.words)
    while end > at and find_place(phrase(head.text, head.tokens, at, end)) is None:
        end -= 1
    return end


def _without_region(head: Head, at: int, end: int) -> int:
    """The end of the city where its region follows without a comma: "OWINGS MILLS Md."."""
    tokens = head.tokens
    if end - at < 2 or find_place(phrase(head.text, tokens, at, end)):
        return end
    for first in range(end - 1, at, -1):
        region = phrase(head.text, tokens, first, end)
        city = phrase(head.text, tokens, at, first)
        if countries_of_region(region) and (city.isupper() and not region.isupper() or region.endswith(".")):
            return first
    return end
