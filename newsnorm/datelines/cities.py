"""Names in the head of a paragraph: cities, their regions, and whoever filed."""

from newsnorm.datelines.brackets import closing_bracket
from newsnorm.datelines.days import day_at
from newsnorm.datelines.head import AND, Head
from newsnorm.datelines.places import countries_of_region, find_place
from newsnorm.datelines.reading import Reading, Spot
from newsnorm.datelines.runs import CASED, agency_at, lower_run_at, region_at, run_at, spot_of
from newsnorm.datelines.tokens import DASHES
from newsnorm.datelines.words import fold

__all__ = ["Stride", "name_at"]

_BETWEEN = frozenset({"/", "／", "&", "、"})
LONGEST_SHORT = 6
"""No abbreviated region is longer ("Calif."): the full stop behind a longer one is not its own."""
MOST = 6
"""No dateline names more cities."""

Stride = tuple[int, Reading]
"""The first token behind what was read, and the reading with it."""


def name_at(head: Head, at: int, read: Reading) -> Stride | None:
    """A place, a region, or whoever filed; None when none of them begins at a token."""
    if read.places:
        if read.last in {"place", "region"}:
            return _more_cities(head, at, read) or _beside(head, at, read)
        return _reporter_behind(head, at, read) if read.last == "agency" else None
    if read.dated and not (head.comma_before(at) or (at == 1 and read.numeric)):
        return None
    if read.bracketed and head.tokens[at - 1].text not in DASHES and not _dated_city(head, at):
        return None  # "(CNN) Jane Doe -- the mayor -- said"
    if read.first and head.comma_before(at):
        found = _glued_city(head, at, read)
        if found:
            return found
    return _cities(head, at, read._replace(spaced=read.first and head.tokens[at - 1].word))


def _dated_city(head: Head, at: int) -> bool:
    """As in "(DIRE) Roma, 4 mar. -", "(AFP) PARIS —": behind an agency a listed city with its day or a dash."""
    tokens = head.tokens
    end = run_at(tokens, at, head.script, head.words)
    if end >= len(tokens) or not find_place(head.phrase(at, end)):
        return False
    region = region_at(head, end + 1) if tokens[end].text == "," else end
    if region > end + 1 and region < len(tokens):  # "(PTI) LAGOS, Nigeria, March 4 -"
        end = region
    if tokens[end].text == ",":
        return day_at(tokens, end + 1, head.words) is not None
    behind = tokens[end + 1].text[0] if end + 1 < len(tokens) else ""
    return tokens[end].text in DASHES and not behind.islower()  # "(CNN) Florida -- a swing state -- votes."


def _reporter_behind(head: Head, at: int, read: Reading) -> Stride | None:
    """As in "РИА Новости, Иван Петров.": RIA prints the reporter behind its name."""
    if head.script != "cyrillic" or not read.dated or read.byline or head.tokens[at - 1].text != ",":
        return None
    end = run_at(head.tokens, at, head.script, head.words)
    if end - at not in {2, 3}:
        return None
    return end, read._replace(byline=head.phrase(at, end).rstrip("."), last="byline")


def _glued_city(head: Head, at: int, read: Reading) -> Stride | None:
    """As in "Liputan6.com, Jakarta The …": a listed city where the sign behind it was lost."""
    run = end = run_at(head.tokens, at, head.script, head.words)
    while end > at and find_place(head.phrase(at, end)) is None:
        end -= 1
    return (end, read._replace(places=(spot_of(head, at, end),), last="place")) if at < end < run else None


def _beside(head: Head, at: int, read: Reading) -> Stride | None:
    """What stands behind a place: its region, a second city, or whoever filed."""
    comma = head.comma_before(at)
    end = region_at(head, at)
    if end > at and (comma or head.tokens[at].blank):
        name, stop = head.phrase(at, end), head.tokens[end - 1].end
        if len(name) > LONGEST_SHORT:
            stop -= len(name) - len(name.rstrip("."))
            name = name.rstrip(".")
        return end, read.with_region(name, stop, sure=True)
    end = run_at(head.tokens, at, head.script, head.words)
    if end == at or not comma:
        return None
    name = head.phrase(at, end)
    if files(name, head):
        return end, read._replace(byline=name, last="byline")
    spots = _spots(head, at, end)
    if _name_before_city(head, read, spots[0]):
        return end, read._replace(byline=read.places[0].city, places=(spots[0],), last="place")
    if _one_more(read, spots):
        return end, read._replace(places=(*read.places, *spots))
    return end, read.with_region(spots[0].city, spots[0].end, sure=False)


def _more_cities(head: Head, at: int, read: Reading) -> Stride | None:
    """As in "WALTHAM, Mass. & PARIS--", "BRASÍLIA, DF, E SÃO PAULO, SP (": behind a region one more city."""
    parted = head.tokens[at].text in _BETWEEN or head.comma_before(at)
    joined = head.tokens[at].text in _BETWEEN or fold(head.tokens[at].text) in AND
    if read.last != "region" or not joined or not read.places[-1].sure or closing_bracket(head.tokens, at) > 0:
        return None
    end = run_at(head.tokens, at + 1, head.script, head.words)
    spot = spot_of(head, at + 1, end) if end > at + 1 else None
    if spot is None or len(read.places) == MOST or not (spot.caps or (parted and spot.known)):
        return None
    return end, read._replace(places=(*read.places, spot), last="place")


def _name_before_city(head: Head, read: Reading, spot: Spot) -> bool:
    """A reporter may stand first: "अनुराग अग्रवाल, चंडीगढ़।", "Jane Doe, LONDON (Reuters) -"."""
    first = read.places[0]
    if len(read.places) > 1 or first.known or not spot.big:
        return False
    return head.script not in CASED or (spot.caps and not first.caps and " " in first.city)


def _one_more(read: Reading, spots: list[Spot]) -> bool:
    """As in "MANAUS, BELÉM E SÃO PAULO -": cities between commas; a name that nobody lists is a part of the next."""
    if len(spots) > 1:
        return len(read.places) > 1
    alike = spots[0].caps == read.places[-1].caps
    return alike and read.last == "place" and spots[0].big and read.places[-1].big


def files(name: str, head: Head) -> bool:
    """True for a desk or "our correspondent"."""
    folded = fold(name)
    return folded in head.words.roles or any(fold(word) in head.words.roles for word in folded.split())


def _cities(head: Head, at: int, read: Reading) -> Stride | None:
    """One city, or several with strokes between them."""
    if at == 0 and head.tokens[0].text[0].islower() and head.script in CASED:
        return _lower_city(head, read)
    while len(read.places) < MOST:
        end = run_at(head.tokens, at, head.script, head.words)
        if end == at:
            return None
        end = _without_agency(head, at, _without_region(head, at, end))
        spots = _spots(head, at, end)
        if not read.places and not spots[0].known and files(spots[0].city, head):  # "Redacción deportes,"
            end = max(end, lower_run_at(head.tokens, at))
            return end, read._replace(byline=head.phrase(at, end), last="byline")
        read = read._replace(places=(*read.places, *spots), last="place")
        if end + 1 >= len(head.tokens) or head.tokens[end].text not in _BETWEEN or _between_slashes(head, end):
            return end, read
        other = _behind_stroke(head, end + 1, read)
        if other:
            return other
        at = end + 1
    return None


def _lower_city(head: Head, read: Reading) -> Stride | None:
    """As in "москва, 1 дек —": texts that were lower-cased as a whole; the date must follow."""
    end = lower_run_at(head.tokens, 0)
    if not end or not day_at(head.tokens, end + 1, head.words):
        return None
    return end, read._replace(places=(spot_of(head, 0, end),), last="place")


def _behind_stroke(head: Head, at: int, read: Reading) -> Stride | None:
    """An agency or a region behind a stroke: "Toronto/IBNS:", "Frankfurt/Main"; None for a city."""
    end = agency_at(head.tokens, at, head.words)
    if end > at:
        return end, read._replace(agencies=(head.phrase(at, end),), last="agency")
    end = region_at(head, at)
    if end > at and read.places[-1].known and not find_place(head.phrase(at, end)):
        return end, read.with_region(head.phrase(at, end), head.tokens[end - 1].end, sure=True)
    return None


def _between_slashes(head: Head, at: int) -> bool:
    """True where an agency stands between slashes: "/ritzau/"."""
    end = closing_bracket(head.tokens, at)
    inside = [fold(token.text) for token in head.tokens[at + 1 : end]] if end > 0 else []
    return tuple(inside) in head.words.marked or not head.words.first.isdisjoint(inside[1:])


def _spots(head: Head, at: int, end: int) -> list[Spot]:
    """The place that a run names, or two of them with "and" between."""
    for middle in range(at + 1, end - 1):
        if fold(head.tokens[middle].text) in AND:
            two = [spot_of(head, at, middle), spot_of(head, middle + 1, end)]
            if all(spot.big for spot in two):
                return two
    return [spot_of(head, at, end)]


def _without_agency(head: Head, at: int, end: int) -> int:
    """The end of the city where an agency follows without a sign: "New York CNN Business —", "BERLIN taz |"."""
    if find_place(head.phrase(at, end)):
        return end
    for first in range(at + 1, end):
        if agency_at(head.tokens, first, head.words) == end and find_place(head.phrase(at, first)):
            return first
    return end


def _without_region(head: Head, at: int, end: int) -> int:
    """The end of the city where its region follows without a comma: "OWINGS MILLS Md."."""
    if end - at < 2 or find_place(head.phrase(at, end)):
        return end
    for first in range(end - 1, at, -1):
        city, region = head.phrase(at, first), head.phrase(first, end)
        apart = region.endswith(".") or (city.isupper() and not region.isupper())
        if apart and countries_of_region(region):
            return first
    return end
