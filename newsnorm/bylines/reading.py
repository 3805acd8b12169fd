"""Who wrote it: a byline taken apart into names, jobs, places, papers and addresses."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from newsnorm.bylines.cuts import behind, cut_at, cut_desk, cut_job, is_headline_like, split_names, without_stamp
from newsnorm.bylines.east import eastern_authors
from newsnorm.bylines.signs import bars, commas, email, handle, has_bars, next_field
from newsnorm.bylines.words import EDGES, Words, bare, has_acronym, is_capital, words_of
from newsnorm.dates.calendars import label_key, plain_word
from newsnorm.errors import must_be_text
from newsnorm.records import Author
from newsnorm.rules.rule import Rule
from newsnorm.rules.sets import pack, rules_for

__all__ = ["LONGEST", "Byline", "parse_byline", "read_byline"]

LONGEST = 160
"""A longer line is prose. Code points."""

MOST_PARTS = 4
"""A line of more parts, bars between, is a menu."""

_TABLE = 3
"""So many parts that are bare numbers make a row of a table: a place, points and wins beside a driver's name."""


def parse_byline(text: str, *, language: str | None = None) -> tuple[Author, ...]:
    """The names of a byline, each with the job, place, paper and address printed beside it; () for any other line.

    Names stay as printed, in their capitals, without "By". A desk ("Web Desk", "Our Correspondent") is its own
    organization. A line without "By" must be a name in full, alone or with what tells a byline: a job, a paper,
    an address. `language` is a BCP 47 tag; without it English is tried, then every language.
    Raises TypeError for anything but a str.

    >>> [author.name for author in parse_byline("BY JANE RONAN AND MARK ELLERY")]
    ['JANE RONAN', 'MARK ELLERY']
    >>> author, = parse_byline("By Jane Ronan, Staff Writer, in Nairobi")
    >>> author.name, author.role, author.location
    ('Jane Ronan', 'Staff Writer', 'Nairobi')
    >>> parse_byline("By Tuesday, the water had risen.")
    ()
    """
    must_be_text(text, "parse_byline")
    sets = (rules_for(language),) if language else (pack("lang/en.toml"), rules_for())
    found = [one for one in (read_byline(text, words_of(rules)) for rules in sets) if one is not None]
    return next((one.authors for one in found if one.rule is not None), found[0].authors if found else ())


class Byline(NamedTuple):
    """A line that is a byline."""

    authors: tuple[Author, ...]
    """The names."""
    rule: Rule | None
    """The rule whose "By" stands before the names; None when none does."""

    @property
    def has_address(self) -> bool:
        """True when an e-mail address is printed: nobody prints that of whom the story is about."""
        return any(one.email for one in self.authors)

    @property
    def is_desk(self) -> bool:
        """True for a desk or an agency."""
        return any(one.name == one.organization for one in self.authors)


def read_byline(text: str, words: Words, *, labelled: bool = False) -> Byline | None:
    """A line as a byline; None when it is none. The words must be those of its language.

    With `labelled` only a line with a "By" is read.
    """
    return _known(text, words, labelled) if len(text) <= LONGEST else None


@lru_cache(maxsize=256)  # two steps ask for the same lines, and so does the second look at a page
def _known(text: str, words: Words, labelled: bool) -> Byline | None:
    may_open = not labelled or has_bars(text) or words.opens(text.strip(EDGES))
    return _read(text, words, labelled=labelled) if may_open and words.may_be_byline(text) else None


def _read(text: str, words: Words, *, labelled: bool) -> Byline | None:
    address = email().search(text) if "@" in text else None
    line = f"{text[: address.start()]}|{text[address.end() :]}" if address else text
    line = handle().sub("|", line) if "@" in line else line
    east = eastern_authors(line.strip("|"), words.east)
    if east:
        return Byline(tuple(_addressed(one, address, text) for one in east), _eastern_rule(words))
    line = _whole_label(line, words) if "/" in line else line
    pieces = [bare(piece) for piece in (bars().split(line) if has_bars(line) else (line,))]
    parts = [part for part in pieces if part and not words.is_section(part)]
    rule, rest = words.label(parts[0]) if parts else (None, "")
    if rule is not None:
        parts[0] = _undated(next_field().split(rest, maxsplit=1)[0])
    elif labelled or _announces(text, parts, words) or sum(map(str.isdecimal, parts)) >= _TABLE:
        return None
    parts = [part for part in parts if part and not any(map(str.isdigit, part))]  # dates, counters, minutes to read
    if not 0 < len(parts) <= MOST_PARTS:
        return None
    authors = _authors(parts, words, rule)
    if not authors or (rule and (_is_surname(text, authors, words) or is_headline_like(text, authors[0].name))):
        return None
    return Byline(tuple(_addressed(one, address, text) for one in authors), rule)


def _whole_label(line: str, words: Words) -> str:
    """A line whose label has a stroke, "Autor/in: Jana Rohn", without it: strokes part names from papers."""
    rule, rest = words.label(line.strip(EDGES))
    at = line.rfind(rest) if rule is not None and rest else 0
    return line[:at].replace("/", " ") + line[at:]


def _undated(part: str) -> str:
    """What a "By" names without what has numbers: "Jane Ronan, who joined the paper in 2017, 7 News"."""
    if not any(map(str.isdigit, part)):
        return part
    return ", ".join(piece for piece in map(str.strip, commas().split(part)) if not any(map(str.isdigit, piece)))


def _addressed(one: Author, address: re.Match[str] | None, text: str) -> Author:
    return replace(one, email=address[0].strip("()<>[] ") if address else None, raw=text.strip())


def _eastern_rule(words: Words) -> Rule | None:
    """The rule of the language whose job stands there instead of a "By"."""
    return next((rule for key, rule in words.labels.items() if key in words.east.jobs), None)


def _is_surname(text: str, authors: list[Author], words: Words) -> bool:
    """True for "Von Miller": a particle and one word are a surname, or a place, not a byline."""
    first, _, rest = text.strip(EDGES).partition(" ")
    one = authors[0]
    return plain_word(first) in words.particles and rest == one.name and " " not in rest and one.organization is None


def _authors(parts: list[str], words: Words, rule: Rule | None) -> list[Author]:
    """The authors that the parts of a line name; [] when one part is none of a byline."""
    people = _People(words, named=rule is not None or _tells_job(parts, words))
    if rule is None:
        return people.found if all(map(people.read, parts)) else []
    if not people.read(parts[0]):
        is_nickname = rule.name == "posted-by" and parts[0].isalnum()
        return [Author(name=parts[0])] if is_nickname else []
    for part in parts[1:]:
        people.read_beside(part)
    return people.found


def _tells_job(parts: list[str], words: Words) -> bool:
    """True for a name, a comma and a job in a script without capitals: "Rahim Uddin, Faridpur correspondent"."""
    if len(parts) != 1 or len(parts[0]) > _NAME_AND_JOB or any(map(_has_case, parts[0])):
        return False
    name, _, job = parts[0].rpartition("," if "," in parts[0] else "،")
    return 1 <= name.strip().count(" ") <= 2 and words.is_job(job.strip()) and not words.is_job(name)


_NAME_AND_JOB = 60
"""No such line is longer, in code points."""


def _has_case(char: str) -> bool:
    return char.lower() != char.upper()


def _announces(text: str, parts: list[str], words: Words) -> bool:
    """True for a line that announces, calls out or links, and names no desk, where no "By" tells a byline."""
    text = text.strip()
    quotes = text.count("«") >= text.count("»")  # a paper's name in quotes is no arrow
    ends = text[-1:] in tuple(":,!?>…" if quotes else ":,!?»>…") or text[:1] in tuple(">»,&+")
    return ends and not (len(parts) == 1 and words.is_desk(parts[0]))


# --- names, and what stands beside them --------------------------------------------------------------------------


class _People:
    """The authors read so far, part by part."""

    def __init__(self, words: Words, *, named: bool) -> None:
        self.found: list[Author] = []
        self._words, self._named = words, named

    def read(self, part: str) -> bool:
        """Read names with what follows them, commas between; False when something is none of it."""
        segments = [segment for segment in map(str.strip, commas().split(part)) if segment]
        if len(segments) > 1 and not self._named:
            segments = [segment for segment in segments if not self._words.is_section(segment)]
        return all(map(self._segment, segments))

    def read_beside(self, part: str) -> None:
        """Read what a bar parts from the names: a job, a place, a paper; anything else is not of the byline."""
        for segment in map(str.strip, commas().split(part)):
            if segment and not self._told(segment) and self._words.is_paper(segment):
                self._tell("organization", segment)

    def _segment(self, segment: str) -> bool:
        if self.found and segment.rstrip(".").lower() in _SUFFIXES:
            self.found[-1] = replace(self.found[-1], name=f"{self.found[-1].name}, {segment}")
            return True
        return self._told(segment) or self._names(segment) or self._printed_beside(segment)

    def _told(self, segment: str) -> bool:
        """What small words, a job or a desk's name say of the authors before them."""
        words = self._words
        if not self.found:
            return False
        if words.is_job(segment):
            job, place = cut_at(segment, words.ins)
            return self._tell("role", job) and (not place or self._tell("location", place))
        for small, what in ((words.fors, "organization"), (words.ins, "location")):
            tail = behind(segment, small)
            if tail and is_capital(tail):
                return self._tell("organization" if words.is_paper(tail) else what, tail)
        if label_key(segment) in words.desks or (has_acronym(segment) and not self.found[0].name.isupper()):
            return self._tell("organization", segment)
        if self._named and segment.isalpha() and segment[0].isupper() and " " in self.found[-1].name:
            return self._tell("organization" if segment.isupper() else "location", segment)
        return False

    def _printed_beside(self, segment: str) -> bool:
        """A paper or a place that stands there without a word; behind "By" a paper may sign alone."""
        words = self._words
        is_paper = words.is_paper(segment) or has_acronym(segment)
        if self.found and (is_paper or (is_capital(segment) and len(segment.split()) <= 3)):
            return self._tell("organization" if is_paper else "location", segment)
        if is_paper and self._named:
            self.found.append(Author(name=segment, organization=segment))
        return bool(self.found)

    def _tell(self, what: str, words: str) -> bool:
        """Write a job, place or paper to every author that has none yet."""
        for index, one in enumerate(self.found):
            if getattr(one, what) is None:
                self.found[index] = replace(one, **{what: words})
        return True

    def _names(self, segment: str) -> bool:
        """Every name of "A, B and C", or nothing at all."""
        people = [self._person(piece) for piece in split_names(segment, self._words.ands)]
        if None in people and people != [None]:
            people = [self._person(segment)]
        if not people or people[0] is None:
            return False
        desk = self.found[0].name if len(self.found) == 1 and self.found[0].organization == self.found[0].name else None
        if desk:  # "AFP/Jane Ronan"
            self.found.clear()
        self.found += [person for person in people if person is not None]
        return not desk or self._tell("organization", desk)

    def _person(self, piece: str) -> Author | None:
        words = self._words
        piece, glued = without_stamp(piece, words)
        if words.is_desk(piece):
            return Author(name=piece, organization=piece)
        for small, what in ((words.ins, "location"), (words.fors, "organization")):
            name, tail = cut_at(piece, small)
            name, job = cut_job(without_stamp(name, words)[0], words) if tail else (name, None)
            if tail and self._may_follow(tail, what, piece) and words.is_name(name, named=self._named):
                return replace(Author(name=name, role=job), **{"organization" if words.is_paper(tail) else what: tail})
        name, desk = cut_desk(piece, words)
        if words.is_paper(name):
            return None
        name, job = (name, glued) if glued else cut_job(name, words)
        return Author(name=name, role=job, organization=desk) if words.is_name(name, named=self._named) else None

    def _may_follow(self, tail: str, what: str, piece: str) -> bool:
        """Whether this is the place or paper of an author: without "By" a headline may read alike."""
        if not is_capital(tail):
            return False
        is_place = what == "location" and tail.count(" ") < 2 and not piece.isupper()
        return self._named or is_place or self._words.is_paper(tail)


_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "md", "m.d", "phd", "ph.d", "esq", "mba", "rn", "cpa"})
