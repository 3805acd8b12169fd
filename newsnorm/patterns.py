"""How the words of a rule become something that a line is asked: keys, holes, forms."""

import re
import unicodedata
import warnings
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache

import regex

from newsnorm.slots import expand

__all__ = [
    "BRACKETS",
    "EDGES",
    "LONGEST",
    "LONGEST_COUNTER",
    "Match",
    "check_bounded",
    "compile_rule",
    "fold",
    "line_key",
    "phrase_key",
    "spellings",
    "without_numbers",
]

Match = Callable[[str], Mapping[str, str] | None]
"""Asks a whole line; gives what the slots hold, or None."""

LONGEST_COUNTER = 60
"""So long is a line about numbers at most, in code points: "3 of 1,204 readers' comments shown"."""

LONGEST = 400
"""No line rule looks at a longer line, in code points: such a line is prose."""

_HOLE = r".{1,200}?"
EDGES = " \t-–—*_|•·»«›‹>~=#:.…：｜。।۔►▶▼▲◀■□▪◆◇●○★☆→←↓↑"
# the last two: the capital I with a dot falls to two code points, and one without a dot is written with I in capitals
_PLAIN = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"), ("…", "..."), ("i̇", "i"), ("ı", "i"))
BRACKETS = "()[]{}+ （）【】［］〔〕「」『』〈〉《》"
_SECOND = 1.0  # the last line of defence against a user's own regex


def line_key(line: str) -> str:
    """How a line is compared with a rule's phrases: case folded, quotes and dashes plain, decoration off its ends.

    >>> line_key("— ADVERTISEMENT —")
    'advertisement'
    >>> line_key("Don’t  miss:"), line_key("Ads | Ads | Ads")
    ("don't miss", 'ads')
    """
    key = line.strip(EDGES).casefold()
    if "|" in key:  # a label printed several times over on one line is that label
        cells = {cell.strip(EDGES) for cell in key.split("|")}
        key = cells.pop() if len(cells) == 1 else key
    return " ".join((key if key.isascii() else _plain(key)).split())


def without_numbers(key: str) -> str:
    """A key with `#` for each of its numbers; "" when it has none or is too long for a counter.

    >>> without_numbers("1,204 views"), without_numbers("views")
    ('# views', '')
    """
    if len(key) > LONGEST_COUNTER:
        return ""
    counted, numbers = _number().subn("#", key)
    return counted if numbers else ""


@cache
def _number() -> re.Pattern[str]:
    # thousands set apart by a comma, a point, an apostrophe or a blank; decimals
    return re.compile(r"\d{1,9}(?:[.,' ]\d{1,3}){0,3}(?![^\W_])|\d{1,9}")


def phrase_key(phrase: str) -> str:
    """The key of a phrase without holes, `#` for a number."""
    return without_numbers(line_key(phrase.replace("#", "7"))) if "#" in phrase else line_key(phrase)


def _plain(key: str) -> str:
    """Letters composed, quotes and dashes plain."""
    key = unicodedata.normalize("NFC", key)
    for odd, plain in _PLAIN:
        key = key.replace(odd, plain)
    return key


@cache
def _bare() -> dict[int, str]:
    # letters that lose their marks in capitals (Greek) or where a keyboard lacks them (Romance languages)
    marked, plain = "άέήίόύώϊϋΐΰáàâãăéèêëíìîïóòôõúùûçñșşțţ", "αεηιουωιυιυaaaaaeeeeiiiioooouuucnsstt"
    return {ord(letter): bare for letter, bare in zip(marked, plain, strict=True)}


def spellings(says: Iterable[str]) -> tuple[str, ...]:
    """The phrases, and each once more without the marks that capitals and sloppy keyboards leave out.

    >>> spellings(["Διαβάστε επίσης", "Read more"])
    ('διαβάστε επίσησ', 'διαβαστε επισησ', 'Read more')
    """
    found: list[str] = []
    for phrase in says:
        if phrase.isascii():
            found.append(phrase)
        else:
            key = phrase.casefold()
            found += dict.fromkeys((key, key.translate(_bare())))
    return tuple(found)


def check_bounded(pattern: str) -> None:
    r"""Raise ValueError if a pattern has a repeat that is neither bounded nor possessive, nor ends an atomic group.

    A possessive repeat of a group is refused too: `re` matched it wrongly before CPython 3.11.5 (gh-106052).

    >>> check_bounded(r"\d{1,4} [a-z]++ (?>(?:a|b)*)")
    >>> check_bounded(r"(a+)+")
    Traceback (most recent call last):
    ...
    ValueError: unbounded repeat '+' at 2: give it a bound, {1,80}, or make it possessive, ++
    >>> check_bounded(r"(a|b)*+")
    Traceback (most recent call last):
    ...
    ValueError: possessive group at 5: write (?>(…)*) for (…)*+
    """
    groups: list[bool] = []  # for each open group: is it atomic?
    for found in _pieces().finditer(pattern):
        piece, at = found[0], found.start()
        if piece[0] == "(":
            groups.append(piece == "(?>")
        elif piece == ")":
            del groups[-1:]
        elif found["repeat"]:
            after = pattern[found.end() : found.end() + 1]
            if found["possessive"] and pattern[at - 1] == ")":
                raise ValueError(f"possessive group at {at}: write (?>(…)*) for (…)*+")
            if found["open"] and not found["possessive"] and not (after == ")" and groups and groups[-1]):
                raise ValueError(
                    f"unbounded repeat {found['open']!r} at {at}: give it a bound, {{1,80}}, or make it possessive, ++"
                )


@cache
def _pieces() -> re.Pattern[str]:
    # what a pattern is made of, as far as repeats are concerned: escapes and classes are passed over
    return re.compile(
        r"\\.|\[\^?\]?(?>(?:[^\]\\]|\\.)*)\]"
        r"|\(\?>|\((?:\?[:=!P<])?|\)"
        r"|(?P<repeat>(?:(?P<open>[*+]|\{\d*+,\})|\{\d++(?:,\d++)?\}|\?)(?:(?P<possessive>\+)|\?)?)",
        re.DOTALL,
    )


_Whole = Callable[[str], re.Match[str] | regex.Match[str] | None]
"""A pattern that is asked whether it is a whole line."""


@lru_cache(maxsize=4096)
def compile_rule(says: tuple[str, ...], form: tuple[str, ...], own: str | None, case: bool, users: str = "") -> Match:
    """Compile one way of saying what a rule looks for; `users` is the id of a rule that is not newsnorm's own.

    Raises ValueError that says what is wrong.
    """
    if says:
        return _phrase_matcher(spellings(says), users)
    source = own if own is not None else _form("|".join(f"(?:{one})" for one in form))
    whole = _whole(source, 0 if case else re.IGNORECASE, users)

    def match(line: str) -> Mapping[str, str] | None:
        found = whole(line.strip())
        return None if found is None else {k: v for k, v in found.groupdict().items() if v is not None}

    return match


def _phrase_matcher(says: tuple[str, ...], users: str) -> Match:
    exact = frozenset(phrase_key(phrase) for phrase in says if "…" not in phrase)
    holes = _whole("|".join(_phrase(phrase) for phrase in says if "…" in phrase) or "(?!)", 0, users)

    def match(line: str) -> Mapping[str, str] | None:
        key = line_key(line)
        ways = key, key.strip(BRACKETS), without_numbers(key)
        return {} if any(one in exact or holes(one) for one in ways) else None

    return match


def _whole(source: str, flags: int, users: str) -> _Whole:
    """The pattern; a user's own has a second for a line, newsnorm's are proven by tests and much faster without."""
    try:
        if not users:
            return re.compile(source, flags).fullmatch
        compiled = regex.compile(source, regex.IGNORECASE if flags else 0)
    except (re.error, regex.error) as error:
        raise ValueError(f"not a pattern: {error}") from error

    def whole(line: str) -> regex.Match[str] | None:
        try:
            return compiled.fullmatch(line, timeout=_SECOND)
        except TimeoutError:
            warnings.warn(f"{users}: took too long for a line, which is taken for a miss", RuntimeWarning, stacklevel=2)
            return None

    return whole


def _phrase(phrase: str) -> str:
    """A phrase with holes as a pattern for `line_key`: decoration off its two ends, but not where it touches a hole."""
    first, *middle, last = phrase.split("…")
    parts = [re.escape(fold(part)) for part in (first.lstrip(EDGES), *middle, last.rstrip(EDGES))]
    if first.rstrip().endswith((":", "：")):  # a colon with or without blanks, or a bar in its place
        parts[0] = re.escape(fold(first.strip(EDGES))) + r" ?[:：|] ?"
    return _HOLE.join(parts)


def fold(part: str) -> str:
    """Case folded, quotes and dashes plain, blanks single; the outer ones are kept."""
    return _plain(part.casefold())


def _form(form: str) -> str:
    try:
        return expand(form)
    except KeyError as error:
        raise ValueError(f"unknown slot {{{error.args[0]}}}") from error
