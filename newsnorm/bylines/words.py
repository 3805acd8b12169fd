"""What bylines are made of, and what a few words of one are: a name, a job, a desk, a paper."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import islice

from newsnorm.bylines.east import NOWHERE, East, east_of
from newsnorm.dates.calendars import calendar_of, label_key, plain_word
from newsnorm.rules.rule import Rule
from newsnorm.rules.sets import RuleSet

__all__ = ["EDGES", "Words", "bare", "first_names", "has_acronym", "is_capital", "words_of"]

MOST_WORDS = 5
"""A name has no more words: "Maria del Carmen Ruiz Ortega"."""


_STAMP = 6
"""A shorter label of a date may be a name: "Date"."""

_LONGEST_ROLE = 3
"""A job on a line of its own has no more words."""

LONGEST_BARE = 9
"""A byline without "By" has no more words."""

_PENS = "✍👤🖊🖋📝\ufe0e\ufe0f"
EDGES = f" \t\u00a0-–—*_/|=·•,;:：~>»\u3000()[]<ঃ{_PENS}"
"""What may stand around a name or a label; Bengali pages use their visarga for a colon, and some sites draw a pen."""

_EDGES = f"-–—*_/|=·•,;:：~>»()[]<.ঃ{_PENS}"


@dataclass(frozen=True, slots=True, eq=False)  # compared and hashed by identity: what a line says is kept by them
class Words:
    """The words of the rules' `[words]` tables and `[[byline]]` sections. Keys are as `label_key` gives them."""

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
    """Words that no name starts with, and that a line without "By" may not have: articles, sections, buttons."""
    days: frozenset[str] = frozenset()
    """Days and months, which alone are no name: "By Tuesday"."""
    stamps: frozenset[str] = frozenset()
    """Labels of dates, which stand behind a name where the date was cut off."""
    openers: frozenset[str] = frozenset()
    """The first words of `labels`."""
    east: East = NOWHERE
    """What tells a byline in Chinese or Korean."""
    smalls: frozenset[str] = frozenset()
    """Every word that a byline may have in small letters."""

    def may_open(self, line: str) -> bool:
        """A quicker look: False where a plain word stands first that is none of `openers`."""
        first = line[:40].partition(" ")[0]
        if not first.isalpha():
            return True
        return (first.casefold() if first.isascii() else plain_word(first)) in self.openers

    def is_label(self, line: str) -> bool:
        """True for a line that is one of `labels` and nothing else."""
        return self.may_open(line) and label_key(line) in self.labels

    def opens(self, part: str) -> bool:
        """True when a label can begin here."""
        first = _word().search(part) if self.may_open(part) else None
        return first is not None and label_key(part[: first.end()]).partition(" ")[0] in self.openers

    def label(self, part: str) -> tuple[Rule | None, str]:
        """The rule of the longest label that the part starts with, and the part without it."""
        if not self.opens(part):
            return None, part
        ends = [found.end() for found in islice(_word().finditer(part), 5)]
        for end in reversed(ends):
            key = label_key(part[:end])
            rule = self.labels.get(key)
            if rule is not None and (key not in self.with_colon or part[end:].lstrip(" )")[:1] in (":", "：")):
                return rule, bare(part[end:])
        return None, part

    def may_be_byline(self, line: str) -> bool:
        """A quick look: False for most lines, which have a word in small letters that no byline has but for a job."""
        parts = line.split()
        if not parts:
            return False
        if plain_word(parts[0].strip(_EDGES)) in self.openers or not parts[0].isascii():
            return True
        if len(parts) > LONGEST_BARE:
            return False
        if plain_word(parts[-1].strip(_EDGES)) in self.jobs:
            return True
        for part in parts:
            if part[0].islower():
                small = part.strip(",.;")
                if not ("." in small or "@" in small or plain_word(small) in self.smalls):
                    return False
        return True

    def is_job(self, words: str) -> bool:
        """True for "Staff Writer", "Editor in Chief"."""
        keys = label_key(words).split()
        return 0 < len(keys) <= 8 and (keys[-1] in self.jobs or keys[0] in self.jobs)

    def is_role(self, line: str) -> bool:
        """True for a line that is a job, or a job at a paper: "Reporter", "Redaktor Kuriera"."""
        parts = line.split(None, _LONGEST_ROLE) if line[:1].isalpha() and ":" not in line else []
        if not 0 < len(parts) <= _LONGEST_ROLE:
            return False
        return label_key(parts[-1]) in self.jobs or (
            label_key(parts[0]) in self.jobs and all(map(is_capital, parts[1:]))
        )

    def is_desk(self, words: str) -> bool:
        """True for a desk's whole name, or for capitals that end in a desk's word: "CTV Staff"."""
        keys = label_key(words).split()
        if " ".join(keys) in self.desks:
            return True
        if not 1 < len(keys) <= 5 or "(" in words:
            return False
        return keys[-1] in self.desks and all(map(is_capital, words.split()))

    def is_paper(self, words: str) -> bool:
        """True for what a paper, a site or an agency is called: "Daily Herald", "herald.com", "The Port Mail"."""
        parts = words.split()
        if words[:1] == "«" and words[-1] == "»":
            return True
        if len(parts) == 1 and (("." in words.strip(".") and len(words) > 4) or label_key(words) in self.desks):
            return True
        if not 1 <= len(parts) <= 7 or not is_capital(words.removeprefix("the ")):
            return False
        return plain_word(parts[-1]) in self.papers or (len(parts) > 2 and parts[0].lower() == "the")

    def is_section(self, words: str) -> bool:
        """True for the name of a paper's section, or of a button: nothing but words that no name has."""
        key = label_key(words)
        return key != "" and self.strangers.issuperset(key.split()) and key not in self.labels

    def is_name(self, name: str, *, named: bool) -> bool:
        """True for a person's name; when nothing says "By" before it (`named`), only for one in full."""
        parts = name.split()
        if not 1 <= len(parts) <= MOST_WORDS or len(name) > 50 or not all(map(_is_name_word, parts)):
            return False
        if not self._may_be_name([plain_word(part.strip(".")) for part in parts], named):
            return False
        if not any(char.isupper() or char.islower() for char in name):
            return named  # a script without capitals
        small = (part for part in parts if part[0].islower())
        if not all(plain_word(part) in self.particles or "'" in part or "’" in part for part in small):
            return False
        big = [part for part in parts if part[0].isupper()]
        return len(name) > 1 and bool(big) if named else _is_full(name, parts, big)

    def _may_be_name(self, keys: list[str], named: bool) -> bool:
        if not named:
            return all(key not in self.strangers for key in keys)
        return keys[0] not in self.strangers and any(key not in self.strangers and key not in self.days for key in keys)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\s:：,;|]{1,40}")


def _is_full(name: str, parts: list[str], big: list[str]) -> bool:
    """Two words in capitals at least, initials apart; four only with an initial or a small word, or in Vietnamese."""
    full = sum(len(part.strip(".")) > 1 for part in big)
    return full >= 2 and (len(parts) <= 3 or (len(parts) == 4 and (full < 4 or not name.isascii())))


def _is_name_word(word: str) -> bool:
    """Letters, marks, and the signs that names have: O'Brien, Jean-Luc, J.K."""
    return (word[0].isalpha() or word[0] in "'’") and all(
        char.isalpha() or char in "'’.-‘`" or unicodedata.category(char) in ("Mn", "Mc", "Cf") for char in word
    )


def bare(part: str) -> str:
    """The part without what stands around it; the end of a paper's name in quotes is its own.

    >>> bare(", reporter, «Harbour Mail» |")
    'reporter, «Harbour Mail»'
    """
    inside = part.strip(EDGES)
    quoted = inside.count("«") > inside.count("»") and part.rstrip(EDGES.replace("»", "")).endswith("»")
    return f"{inside}»" if quoted else inside


def is_capital(words: str) -> bool:
    """True unless the words start with a small letter."""
    return not words[:1].islower()


def has_acronym(words: str) -> bool:
    """True for "CNN Business" and "NDR": capitals of their own, which no name has.

    >>> has_acronym("CNN Business"), has_acronym("OLD PORT"), has_acronym("JR Ronan")
    (True, False, False)
    """
    parts = words.split()
    if len(parts) > 5 or (len(parts) > 1 and words.isupper()):
        return False
    return any(part.isupper() and len(part) > min(2, len(parts)) for part in parts)


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
            if not phrase.endswith(":…"):
                alone.add(key)

    def get(name: str) -> frozenset[str]:
        return frozenset(map(label_key, rules.words(name)))

    particles, ins, fors, ands = get("name_particles"), get("name_in"), get("name_for"), get("name_joins")
    jobs, desks = get("jobs"), get("desks")
    openers = frozenset(label.partition(" ")[0] for label in labels)
    return Words(
        labels=labels,
        with_colon=frozenset(labels.keys() - alone),
        ands=ands,
        ins=ins - particles,
        fors=fors - particles,
        jobs=jobs,
        desks=desks,
        papers=get("site_names"),
        particles=particles,
        strangers=get("no_names"),
        days=frozenset((*calendar.months, *calendar.weekdays)),
        stamps=frozenset(label for label in calendar.labels if len(label) >= _STAMP),
        openers=openers,
        east=east_of(rules.words("jobs"), rules.words("family_names")),
        smalls=frozenset(word for phrase in (*particles, *ins, *fors, *ands, *jobs, *desks) for word in phrase.split()),
    )


@lru_cache(maxsize=64)
def first_names(rules: RuleSet) -> frozenset[str]:
    """The first names that these rules know, as `plain_word` gives them."""
    listed = (table.get("given_names", "") for table in rules.tables.get("words", ()))
    return frozenset(plain_word(name) for names in listed for name in names.split())
