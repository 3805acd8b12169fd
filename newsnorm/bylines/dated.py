"""What stands beside a date on its line: a name, a section, a label, or words of a story."""

from collections.abc import Sequence

from newsnorm.bylines.reading import read_byline
from newsnorm.bylines.whose import is_known
from newsnorm.bylines.words import Words, words_of
from newsnorm.dates.marks import without_clock
from newsnorm.dates.reading import BARS, Dated
from newsnorm.rules.sets import RuleSet

__all__ = ["EDGES", "Labelled", "is_alone", "is_nickname", "is_short", "is_stamped"]


def is_stamped(one: Dated, words: Words) -> bool:
    """True for a date with a label, a clock or a byline: a chronicle's day has none of them."""
    return one.rule is not None or one.reading.has_clock or any(map(words.opens, (one.before, one.behind)))


def is_alone(one: Dated, line: str, rules: RuleSet) -> bool:
    """True for a date beside which only a name, a section or a label stands; not for "Storm of May 12, 2024"."""
    words = words_of(rules)
    if one.before and line[one.start : one.reading.start].strip(BARS) and not words.opens(one.before):
        return one.rule is not None or (not one.behind and _is_somebody(one.before, words, rules))
    if _is_counted(one):
        return True
    return all(_says_little(part, words, rules) for part in (one.before, one.behind) if part)


def _is_somebody(part: str, words: Words, rules: RuleSet) -> bool:
    """True for a name with a known first name: "Jane Ronan am 18. September 2019"."""
    found = read_byline(part.strip(BARS), words)
    return found is not None and bool(found.authors) and not found.is_desk and is_known(found, rules)


def _is_counted(one: Dated) -> bool:
    """True for a date with a writer, sections and the count of comments behind: "1 May 2022 Jo Marsh Port, Sea 0"."""
    *words, count = one.behind.replace(",", " ").split() or [""]
    is_count = count.isdecimal() and len(count) < _YEAR
    return not one.before and is_count and 0 < len(words) <= _SECTIONS and all(word[0].isupper() for word in words)


_YEAR, _SECTIONS = 4, 12
"""A number of so many digits is a year; a writer and sections have so many words at most."""


def _says_little(part: str, words: Words, rules: RuleSet) -> bool:
    if part.rstrip()[-1:] in _COLONS:
        return False  # a label that nobody knows: "Deadline: 5 January 2024"
    core = part.strip(EDGES)
    return _is_name(core, words) or _is_name(Labelled(without_clock(part, rules), rules).core, words)


def _is_name(core: str, words: Words) -> bool:
    return not core or is_short(core) or is_nickname(core, words) or read_byline(core, words) is not None


_COLONS = (":", "：")


def is_short(core: str) -> bool:
    """True for the name of a section or a town: "IT", "Aktuelle Meldung"; and for a bare number, a count."""
    parts = core.split()
    if len(core) > 25 or len(parts) > 2 or core[-1] in ".!?:":
        return False
    return all(part[0].isupper() for part in parts) or (core.isdecimal() and len(core) < 5)


def is_nickname(core: str, words: Words) -> bool:
    """True for "by harbourwatch": beside a date no story goes on with it."""
    rule, rest = words.label(core)
    return rule is not None and rest.isalnum()


class Labelled:
    """A part of a line between what the rules know of its two ends: counters, read times, buttons, sections."""

    def __init__(self, text: str, rules: RuleSet) -> None:
        self._rules, self._words = rules, words_of(rules)
        words = text.strip(EDGES).split()
        while words:
            size = self._label(words)
            if not size:
                break
            words = words[size:] if size > 0 else words[:size]
        self.core: str = " ".join(words).strip(EDGES)
        """What stands between."""

    def _label(self, words: Sequence[str]) -> int:
        """How many words at the start, or, negative, at the end are a label; 0 for none."""
        for size in range(min(_LABEL, len(words)), 0, -1):
            if self._is_label(" ".join(words[:size])):
                return size
            if self._is_label(" ".join(words[-size:])):
                return -size
        return 0

    def _is_label(self, text: str) -> bool:
        text = text.strip(EDGES)
        found = self._rules.find(text)
        return (found is not None and found[0].kind in _LABELS) or (text[:1].isupper() and self._words.is_section(text))


EDGES = f"{BARS}()[]:;~@."
_LABEL = 4
"""A label beside a date has so many words at most: "Leave a comment"."""
_LABELS = frozenset({"counter", "read_time", "comments", "share", "nav", "player"})
