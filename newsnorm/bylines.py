"""Who wrote it: a byline taken apart into names, jobs, places, papers and addresses."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import NamedTuple

from newsnorm.calendars import calendar_of, label_key, plain_word
from newsnorm.errors import must_be_text
from newsnorm.records import Author
from newsnorm.rules import Rule, RuleSet, pack, rules_for

__all__ = ["LONGEST", "Byline", "Words", "first_names", "parse_byline", "read_byline", "words_of"]

LONGEST = 160
"""A longer line is prose. Code points."""

MOST_WORDS = 5
"""A name has no more words: "Maria del Carmen Ruiz Ortega"."""


MOST_PARTS = 4
"""A line of more parts, bars between, is a menu."""


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
    for rules in (rules_for(language),) if language else (pack("lang/en.toml"), rules_for()):
        found = read_byline(text, words_of(rules))
        if found is not None:
            return found.authors
    return ()


class Byline(NamedTuple):
    """A line that is a byline."""

    authors: tuple[Author, ...]
    """The names."""
    rule: Rule | None
    """The rule whose "By" stands before the names; None when none does."""
    is_bare: bool
    """True when the line is a name and nothing else: a person of the story may be called so too."""

    @property
    def has_address(self) -> bool:
        """True when an e-mail address is printed: nobody prints that of whom the story is about."""
        return any(one.email for one in self.authors)

    @property
    def is_desk(self) -> bool:
        """True for a desk or an agency."""
        return any(one.name == one.organization for one in self.authors)


@dataclass(frozen=True, slots=True)
class Words:
    """What bylines are made of, from the rules' `[words]` tables and `[[byline]]` sections."""

    labels: Mapping[str, Rule] = field(default_factory=dict)
    """"by", "written by", "автор": what stands before the names."""
    with_colon: frozenset[str] = frozenset()
    """Those of `labels` that are common words, and say something only before a colon: "Author:"."""
    ands: frozenset[str] = frozenset()
    """What stands between two names."""
    ins: frozenset[str] = frozenset()
    """What stands before a place."""
    fors: frozenset[str] = frozenset()
    """What stands before a paper."""
    jobs: frozenset[str] = frozenset()
    """The words that end, or begin, a job's name."""
    desks: frozenset[str] = frozenset()
    """Whole names of desks, and the words that end one."""
    papers: frozenset[str] = frozenset()
    """The words that end a paper's name."""
    particles: frozenset[str] = frozenset()
    """The small words inside a name."""
    strangers: frozenset[str] = frozenset()
    """Words that no name starts with, and that a line without "By" may not have: sections of a paper, articles."""
    days: frozenset[str] = frozenset()
    """Days and months, which alone are no name: "By Tuesday"."""


@lru_cache(maxsize=64)
def words_of(rules: RuleSet) -> Words:
    """The byline words of these rules."""
    calendar = calendar_of(rules)
    labels: dict[str, Rule] = {}
    alone: set[str] = set()
    for rule in rules["byline"]:
        for phrase in rule.says:
            key = label_key(phrase.rstrip("…"))
            labels.setdefault(key, rule)
            if phrase.rstrip("…")[-1:] != ":":
                alone.add(key)

    def get(name: str) -> frozenset[str]:
        return frozenset(map(label_key, rules.words(name)))

    return Words(
        labels=labels,
        with_colon=frozenset(labels.keys() - alone),
        ands=get("name_joins"),
        ins=get("name_in") - get("name_particles"),
        fors=get("name_for") - get("name_particles"),
        jobs=get("jobs"),
        desks=get("desks"),
        papers=get("site_names"),
        particles=get("name_particles"),
        strangers=get("no_names"),
        days=frozenset((*calendar.months, *calendar.weekdays)),
    )


@lru_cache(maxsize=64)
def first_names(rules: RuleSet) -> frozenset[str]:
    """The first names that these rules know, as `plain_word` gives them."""
    listed = (table.get("given_names", "") for table in rules.tables.get("words", ()))
    return frozenset(plain_word(name) for names in listed for name in names.split())


def read_byline(text: str, words: Words) -> Byline | None:
    """A line as a byline; None when it is none. The words must be those of its language."""
    if len(text) > LONGEST:
        return None
    address = _email().search(text)
    line = f"{text[: address.start()]}|{text[address.end() :]}" if address else text
    parts = [part for part in (piece.strip(_EDGES) for piece in _bars().split(line)) if part]
    parts = [part for part in parts if not _is_section(part, words)]
    label, rest = _label(parts[0], words) if parts else (None, "")
    if label is not None:
        rest = _fields().split(rest, maxsplit=1)[0]
        parts[:1] = [rest] if rest else []
    parts = [part for part in parts if not any(map(str.isdigit, part))]  # dates, counters, minutes to read
    if not 0 < len(parts) <= MOST_PARTS:
        return None
    people = _People(words, named=label is not None, loose=label is not None and "posted" in label.name)
    if not all(people.read(part) for part in parts[: 1 if label else None]):
        return None
    for part in parts[1:] if label else ():
        people.read_beside(part)
    if not people.found:
        return None
    email = address[0].strip("()<>[] ") if address else None
    if label is None and (text.strip()[-1:] in ":,!?»>…" or text.lstrip()[:1] in ">»,&+"):
        return None
    is_bare = label is None and email is None and people.found == [Author(name=people.found[0].name)]
    return Byline(tuple(replace(one, email=email, raw=text.strip()) for one in people.found), label, is_bare)


_EDGES = " \t\u00a0-–—*_/|=·•,;:~>»\u3000()[]<"


@cache
def _email() -> re.Pattern[str]:
    return re.compile(r"[(<\[]?\s?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\s?[)>\]]?")


@cache
def _bars() -> re.Pattern[str]:
    return re.compile(r"[|•·/\t\u3000\n\r]|\s{1,9}[–—-]{1,2}\s|\s{3,9}")


def _label(part: str, words: Words) -> tuple[Rule | None, str]:
    """The rule of the longest label that the part starts with, and the part without it."""
    ends = [found.end() for found in _word().finditer(part)][:5]
    for end in reversed(ends):
        key = label_key(part[:end])
        rule = words.labels.get(key)
        if rule is not None and (key not in words.with_colon or part[end:].lstrip(" )")[:1] in (":", "：")):
            return rule, part[end:].strip(_EDGES + "：")
    return None, part


@cache
def _fields() -> re.Pattern[str]:
    """Where the next field of a line begins: "… Source:", "… 来源："."""
    return re.compile(r"\s{1,9}(?=[^\s:：]{1,20}\s?[:：])")


def _is_section(part: str, words: Words) -> bool:
    """True for the name of a paper's section or of a button beside the byline."""
    keys = label_key(part).split()
    return bool(keys) and all(key in words.strangers for key in keys) and " ".join(keys) not in words.labels


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\s:：,;|]{1,40}")


class _People:
    """The authors read so far, part by part."""

    def __init__(self, words: Words, *, named: bool, loose: bool) -> None:
        self.found: list[Author] = []
        self._words, self._named, self._loose = words, named, loose
        self._open = 0  # the first author that has no job or paper of its own yet

    def read(self, part: str) -> bool:
        """Read names with what follows them, commas between; False when something is none of it."""
        return all(self._segment(segment.strip()) for segment in _commas().split(part) if segment.strip())

    def read_beside(self, part: str) -> None:
        """Read what a bar parts from the names: a job, a place, a paper; anything else is not of the byline."""
        for segment in _commas().split(part):
            if segment.strip() and not self._told(segment.strip()) and _is_paper(segment.strip(), self._words):
                self._tell("organization", segment.strip())

    def _segment(self, segment: str) -> bool:
        words = self._words
        if self.found and segment.rstrip(".").lower() in _SUFFIXES:
            self.found[-1] = replace(self.found[-1], name=f"{self.found[-1].name}, {segment}")
            return True
        return self._told(segment) or self._names(segment) or self._printed_beside(segment)

    def _told(self, segment: str) -> bool:
        """What small words or a job's name say of the authors before it."""
        words = self._words
        if not self.found:
            return False
        if _is_job(segment, words):
            job, place = _cut_at(segment, words.ins)
            return self._tell("role", job) and (not place or self._tell("location", place))
        for small, what in ((words.fors, "organization"), (words.ins, "location")):
            _, tail = _cut_at(f"x {segment}", small, only=1)
            if tail and _is_capital(tail):
                return self._tell("organization" if _is_paper(tail, words) else what, tail)
        if label_key(segment) in words.desks:
            return self._tell("organization", segment)
        if self._named and segment.isalpha() and segment[0].isupper() and " " in self.found[-1].name:
            return self._tell("organization" if segment.isupper() else "location", segment)
        return False

    def _printed_beside(self, segment: str) -> bool:
        """A paper or a place that stands there without a word."""
        words = self._words
        if _is_paper(segment, words) or (self.found or self._named) and _has_acronym(segment):
            return self._paper(segment)
        if self.found and _is_capital(segment) and len(segment.split()) <= 3:
            return self._tell("location", segment)
        return False

    def _tell(self, what: str, words: str) -> bool:
        """Write a job, place or paper to every author that has none yet."""
        for index, one in enumerate(self.found):
            if getattr(one, what) is None:
                self.found[index] = replace(one, **{what: words})
        return True

    def _paper(self, segment: str) -> bool:
        if self.found:
            return self._tell("organization", segment)
        if self._named or label_key(segment) in self._words.desks:
            self.found.append(Author(name=segment, organization=segment))
            return True
        return False

    def _names(self, segment: str) -> bool:
        """Every name of "A, B and C", or nothing at all."""
        desk = self.found[0] if len(self.found) == 1 and self.found[0].organization == self.found[0].name else None
        pieces = _split(segment, self._words.ands)
        people = [self._person(piece) for piece in pieces]
        if any(person is None for person in people):
            people = [self._person(segment)]
        if not people or people[0] is None:
            return False
        if desk is not None:  # "AFP/Jane Ronan"
            self.found.clear()
        self.found += [person for person in people if person is not None]
        return desk is None or self._tell("organization", desk.name)

    def _person(self, piece: str) -> Author | None:
        words = self._words
        if _is_desk(piece, words):
            return Author(name=piece, organization=piece)
        for small, what in ((words.ins, "location"), (words.fors, "organization")):
            name, tail = _cut_at(piece, small)
            is_paper = _is_paper(tail, words)
            if not self._named and not is_paper and (what != "location" or tail.count(" ") > 1 or piece.isupper()):
                continue
            if tail and _is_capital(tail) and _is_name(name, words, self._named, self._loose):
                return replace(Author(name=name), **{"organization" if is_paper else what: tail})
        if _is_paper(piece, words):
            return None
        name, job = _cut_job(piece, words)
        return Author(name=name, role=job) if _is_name(name, words, self._named, self._loose) else None


@cache
def _commas() -> re.Pattern[str]:
    return re.compile(r"[,;،、，]")


_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "md", "m.d", "phd", "ph.d", "esq", "mba", "rn", "cpa"})


def _split(segment: str, ands: frozenset[str]) -> list[str]:
    """The pieces between the words that join names."""
    out: list[list[str]] = [[]]
    for word in segment.split():
        if word == "&" or (_is_small(word, segment) and plain_word(word) in ands):
            out.append([])
        else:
            out[-1].append(word)
    return [" ".join(piece) for piece in out if piece]


def _is_small(word: str, line: str) -> bool:
    """True for a word that is no initial: in small letters, or in a line of capitals."""
    return word.islower() or not word.isalpha() or word == word.swapcase() or (len(word) > 1 and line.isupper())


def _cut_at(piece: str, small: frozenset[str], only: int | None = None) -> tuple[str, str]:
    """Cut "Jane Ronan in Nairobi" at its small words: ("Jane Ronan", "Nairobi"); uncut when there are none.

    `only` is the one place to look at, in words.
    """
    parts = piece.split()
    for at in range(1, len(parts) - 1) if only is None else (only,):
        for width in (3, 2, 1):
            if at + width < len(parts) and " ".join(map(plain_word, parts[at : at + width])) in small:
                return " ".join(parts[:at]), " ".join(parts[at + width :])
    return piece, ""


def _cut_job(piece: str, words: Words) -> tuple[str, str | None]:
    """Cut a job off a name without a comma: "Jane Ronan Staff Writer", "记者 王小明"."""
    parts = piece.split()
    if len(parts) > 2 and plain_word(parts[-1]) in words.jobs:
        at = len(parts) - (2 if len(parts) > 3 else 1)
        return " ".join(parts[:at]), " ".join(parts[at:])
    if len(parts) > 1 and plain_word(parts[0]) in words.jobs:
        return " ".join(parts[1:]), parts[0]
    return piece, None


# --- what a few words are ----------------------------------------------------------------------------------------


def _is_job(segment: str, words: Words) -> bool:
    keys = label_key(segment).split()
    return 0 < len(keys) <= 8 and (keys[-1] in words.jobs or keys[0] in words.jobs)


def _is_desk(segment: str, words: Words) -> bool:
    """True for a desk's whole name, or for capitals that end in a desk's word: "CTV Staff"."""
    keys = label_key(segment).split()
    if " ".join(keys) in words.desks:
        return True
    return 1 < len(keys) <= 5 and keys[-1] in words.desks and all(_is_capital(word) for word in segment.split())


def _is_paper(segment: str, words: Words) -> bool:
    """True for what a paper, a site or an agency is called."""
    parts = segment.split()
    if not 1 <= len(parts) <= 7 or not _is_capital(segment.removeprefix("the ")):
        return "." in segment.strip(".") and len(parts) == 1 and len(segment) > 4
    if len(parts) == 1 and (("." in segment.strip(".") and len(segment) > 5) or (segment.isupper() and len(segment) > 2)):
        return True
    return plain_word(parts[-1]) in words.papers or (len(parts) > 2 and parts[0].lower() == "the")


def _has_acronym(segment: str) -> bool:
    """True for "CNN Business": capitals of their own among words in small letters."""
    parts = segment.split()
    return len(parts) <= 5 and any(len(word) > 1 and word.isupper() for word in parts) and (len(parts) == 1 or not segment.isupper())


def _is_capital(words: str) -> bool:
    return words[:1].isupper() or not words[:1].islower()


def _is_name(name: str, words: Words, named: bool, loose: bool) -> bool:
    """True for a person's name; without "By" before it, only for one in full."""
    parts = name.split()
    if not 1 <= len(parts) <= MOST_WORDS or len(name) > 50 or not all(map(_is_name_word, parts)):
        return False
    keys = [plain_word(part.strip(".")) for part in parts]
    if keys[0] in words.strangers if named else any(key in words.strangers for key in keys):
        return False
    if named and all(key in words.strangers or key in words.days for key in keys):
        return False
    if not any(char.isupper() or char.islower() for char in name):
        return named  # scripts without capitals
    big = [part for part in parts if part[0].isupper() or part[0] in "'’"]
    small = [part for part in parts if part[0].islower()]
    if not all(plain_word(part) in words.particles or "'" in part or "’" in part for part in small):
        return loose and len(parts) == 1
    if named:
        return bool(big) and len(name) > 1
    full = sum(len(part.strip(".")) > 1 for part in big)
    return full >= 2 and (len(parts) <= 3 or (len(parts) == 4 and (full < 4 or not name.isascii())))


def _is_name_word(word: str) -> bool:
    """Letters, marks, and the signs that names have: O'Brien, Jean-Luc, J.K."""
    return word[0].isalpha() | (word[0] in "'’") and all(
        char.isalpha() or char in "'’.-‘`" or _is_mark(char) for char in word
    )


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Mc", "Cf")
