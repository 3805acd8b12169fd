"""From word to word through the head of a paragraph: places, regions, dates, agencies in any printed order."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsnorm.datelines.brackets import bracket_at, closing_bracket
from newsnorm.datelines.cities import Stride, name_at
from newsnorm.datelines.days import day_at
from newsnorm.datelines.head import COMMAS, Head
from newsnorm.datelines.places import countries_of_region, find_place
from newsnorm.datelines.reading import Reading
from newsnorm.datelines.runs import agency_at, ends_here, region_at, run_at
from newsnorm.datelines.tokens import DASHES, Token
from newsnorm.datelines.words import fold

__all__ = ["closing", "readings"]

PARTS = 12
"""No dateline has more parts."""

# What closes a dateline besides dashes. taz closes with a bar, Malayala Manorama with a bullet, papers of the Rhine
# with a middle dot.
_SIGNS = {":": ":", "：": ":", "।": "।", "॥": "।", "=": "=", ".": "."} | dict.fromkeys("|∙•●·", "bullet")


# "information agency" and its likes, before the agency's own name
_KINDS = frozenset({"иа", "риа", "ниа", "ап", "гтрк", "аиф"})


class Close(NamedTuple):
    """A sign that can close a dateline."""

    sign: str
    next: int
    end: int


def readings(head: Head, at: int = 0) -> Iterator[Reading]:
    """Every reading that the head allows from a token on, shortest first."""
    read, closed = Reading(), False
    for _ in range(PARTS):
        step = _part(head, at, read)
        if step is None or (closed and not _may_follow(head, read, *step)):
            return
        at, read = step
        close = closing(head.tokens, at)
        if close is None:
            yield read._replace(end=head.tokens[at - 1].end)
            at += at < len(head.tokens) and head.tokens[at].text in COMMAS
            continue
        mark = head.text[head.tokens[at - 1].end - ends_here(head.tokens[at - 1]) : close.end].strip()
        yield read._replace(sign=close.sign, mark=mark, end=close.end)
        if not _goes_on(head, close, read):
            return
        read = read._replace(stopped=close.sign == "." and read.last == "place")
        at, closed = close.next, True


def _may_follow(head: Head, read: Reading, behind: int, step: Reading) -> bool:
    """Behind a closing sign no stranger signs, unless a dash follows his bracket: "LAGOS--(HARBOUR WIRE)--"."""
    if step.listed or len(step.agencies) == len(read.agencies):
        return True
    return bool(read.places) and behind < len(head.tokens) and head.tokens[behind].text in DASHES


def closing(tokens: Sequence[Token], at: int) -> Close | None:
    """The sign at a token that closes a dateline, with a stop or a comma before a dash; None when none does."""
    if at >= len(tokens):
        return None
    sign = tokens[at].text
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if (sign in DASHES and (sign != "_" or tokens[at].blank)) or (sign == "/" and _is_last_slash(tokens, at)):
        return Close("dash", at + 1, tokens[at].end)
    if sign in {",", ".", ":"} and behind in DASHES:
        return Close(":" if sign == ":" else "dash", at + 2, tokens[at + 1].end)
    if sign in _SIGNS or (sign == ";" and tokens[at - 1].text == ")"):  # "COLOMBO (News 1st);"
        return Close(_SIGNS.get(sign, ":"), at + 1, tokens[at].end)
    if sign == "\n":
        return Close("line", at + 1, tokens[at - 1].end)
    stop = at > 0 and tokens[at].word and ends_here(tokens[at - 1])
    return Close(".", at, tokens[at - 1].end) if stop else None


def _is_last_slash(tokens: Sequence[Token], at: int) -> bool:
    """As in "TORONTO, ON / ACCESSWIRE / May 4, 2023 /": behind the year that follows an agency between slashes."""
    year = tokens[at - 1].text
    opened = sum(token.text == "/" for token in tokens[:at])
    return opened > 1 and len(year) == 4 and year.isdecimal() and closing_bracket(tokens, at) < 0


def _goes_on(head: Head, close: Close, read: Reading) -> bool:
    """Whether a closing sign may be followed by more: "(ANSA) - ROMA, 22 MAR -", "SEOUL, South Korea — (AP) —"."""
    tokens, at = head.tokens, close.next
    if at >= len(tokens):
        return False
    signed = agency_at(tokens, at, head.words) > at or _kind_of_agency(head, at, read) > at
    if close.sign == "." and tokens[at].text in {"&", "/"}:  # "WALTHAM, Mass. & PARIS--"
        return True
    if close.sign == ".":  # "Москва. 22 ноября. INTERFAX.RU -"
        return signed or tokens[at].text in {"(", "/"} or day_at(tokens, at, head.words) is not None
    if not read.agencies:
        vouched = close.sign == "dash" and bool(read.places) and read.listed_places
        return signed or closing_bracket(tokens, at) > 0 or (vouched and _day_and_sign(head, at, read))
    if read.dated or close.sign != "dash":
        return False
    # "SINGAPORE - Newswire - 5 March 2024 -": behind place and agency only the date is missing
    return not read.places or day_at(tokens, at, head.words) is not None


def _day_and_sign(head: Head, at: int, read: Reading) -> bool:
    """As in "LONDON – March 5, 2024 – Harbour", "الكويت - 4 - 3 (كونا)": a day, and behind it a dash or a bracket."""
    day = None if read.dated else day_at(head.tokens, at, head.words)
    if day is None:
        return False
    close = closing(head.tokens, day.next)
    return closing_bracket(head.tokens, day.next) > 0 or (close is not None and close.sign == "dash")


def _part(head: Head, at: int, read: Reading) -> Stride | None:
    """One more part of the dateline."""
    tokens = head.tokens
    if at >= len(tokens):
        return None
    if closing_bracket(tokens, at) > 0:
        return bracket_at(head, at, read)
    day = day_at(tokens, at, head.words) if not read.dated or read.last == "date" else None
    if day is not None and read.dated:  # "BOISE, Idaho, Nov 12, 2020, Nov. 12, 2020 (GLOBE NEWSWIRE) --"
        return (day.next, read) if day.value == read.date and read.places else None
    if day is not None:
        numeric = day.next == at + 1 and "." in tokens[at].text
        return day.next, read._replace(dated=True, date=day.value, numeric=numeric, last="date")
    if (
        read.last == "place"
        and head.comma_before(at)
        and region_at(head, at) > at
        and not _signs_abroad(head, at, read)
    ):
        return name_at(head, at, read)  # "METAIRIE, LA.": before the agency of that name
    return _agency(head, at, read) or name_at(head, at, read)


def _signs_abroad(head: Head, at: int, read: Reading) -> bool:
    """As in "PARIS, AP —": an agency, for the region of that name lies in another country than the city."""
    end = agency_at(head.tokens, at, head.words)
    known = read.places[-1].known
    if end == at or known is None or known.country is None:
        return False
    return known.country not in countries_of_region(head.phrase(at, end))


def _agency(head: Head, at: int, read: Reading) -> Stride | None:
    """An agency without brackets."""
    end = agency_at(head.tokens, at, head.words)
    end = max(end, _kind_of_agency(head, at, read))
    if end == at and read.dated and head.comma_before(at) and _is_initials(head, at):
        end = at + 1
    nothing_yet = not read.places and not read.dated
    if end == at or read.agencies or (nothing_yet and _is_small(head, at, end)) or _is_longer_place(head, at, end):
        return None
    if read.last == "date" and not read.places and head.tokens[at - 1].word:  # "Jun 25, 2019 Los Angeles Times - …"
        return None
    if head.script == "cyrillic":
        end = _with_its_branch(head, end)
    name = head.phrase(at, end)
    if ends_here(head.tokens[end - 1]):
        name = name.rstrip(".")
    return end, read._replace(agencies=(name,), last="agency", first=nothing_yet)


def _kind_of_agency(head: Head, at: int, read: Reading) -> int:
    """The end of a name that says what it is, "ИА SM-News.", "АП «Ховар».": behind place, day and dash; else `at`."""
    if head.script != "cyrillic" or not (read.dated and read.places) or fold(head.tokens[at].text) not in _KINDS:
        return at
    quoted = closing_bracket(head.tokens, at + 1) + 1
    end = quoted or run_at(head.tokens, at, head.script, head.words)
    return end if end > at + 1 and closing(head.tokens, end) else at


def _is_small(head: Head, at: int, end: int) -> bool:
    """True for a word in small letters, which opens no dateline: but "washingtonpost.com -", "detikcom, Jakarta -"."""
    name = head.phrase(at, end)
    comma = end < len(head.tokens) and head.tokens[end].text in COMMAS
    return name.islower() and not name.endswith(".com") and not comma


def _is_longer_place(head: Head, at: int, end: int) -> bool:
    """As in "NOVA YORK (Reuters) -", where Nova is an agency too: the place list has the longer name."""
    run = run_at(head.tokens, at, head.script, head.words)
    return run > end and find_place(head.phrase(at, run)) is not None


def _is_initials(head: Head, at: int) -> bool:
    """As in "Accra, July 3, GNA –": behind a date and a comma, initials that could be a word are an agency."""
    return head.tokens[at].text.isupper() and (fold(head.tokens[at].text),) in head.words.marked


def _with_its_branch(head: Head, end: int) -> int:
    """As in "РИА Новости Крым.": one more word belongs to the agency where a closing sign follows it."""
    if end + 1 < len(head.tokens) and head.tokens[end].blank and not ends_here(head.tokens[end - 1]):
        longer = run_at(head.tokens, end, head.script, head.words)
        if longer == end + 1 and closing(head.tokens, longer):
            return longer
    return end
