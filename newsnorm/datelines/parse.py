"""Find the dateline at the head of a paragraph."""

from functools import lru_cache

from newsnorm.datelines.bylines import after_byline, after_names, longest, opens_byline
from newsnorm.datelines.forms import by_form
from newsnorm.datelines.gate import is_words, may_begin
from newsnorm.datelines.glue import unglued
from newsnorm.datelines.head import Head
from newsnorm.datelines.names import place_of
from newsnorm.datelines.places import script_of
from newsnorm.datelines.reading import Reading
from newsnorm.datelines.tokens import LONGEST_BYLINE, tokens_of
from newsnorm.datelines.words import words_of
from newsnorm.errors import must_be_tag, must_be_text
from newsnorm.languages import language_of
from newsnorm.records import Dateline

__all__ = ["parse_dateline"]

_BRACKETS = frozenset("[(（【［〔")
_FORMS = frozenset({"hangul", "katakana", "cjk"})
"""Scripts that set no blanks between words: their datelines are rigid forms, kept as rules."""
_WIRE = frozenset("电電讯訊報报消")
"""A Chinese dateline holds one of these: "wire", "report", "news"."""


def parse_dateline(text: str, *, language: str | None = None) -> Dateline | None:
    """The dateline at the head of a paragraph: places, agencies, date, and the reporter where he stands inside.

    `text` is the paragraph, or the line that holds the dateline alone. `language` (a BCP 47 tag) settles month
    names that two languages share. `start` and `end` count code points of `text`, half-open; `raw` is
    `text[start:end]`, closing sign included. None when the paragraph has no dateline, or when that is doubtful:
    a sentence taken for a dateline is a loss, a dateline left in place a nuisance. TypeError when `text` is not
    a str, ValueError for a language tag that is none; nothing in the text raises. Looks at the first 240 code points
    only.

    >>> found = parse_dateline("QUITO, March 3 (Reuters) - Ecuador opened a port.")
    >>> found.raw, found.places[0].name, found.places[0].country, found.agencies, found.date.day
    ('QUITO, March 3 (Reuters) -', 'Quito', 'EC', ('Reuters',), 3)
    >>> parse_dateline("EXCLUSIVE: the port opens early.") is None
    True
    """
    must_be_text(text, "parse_dateline")
    if language:
        must_be_tag(language)
    if is_words(text):
        return None
    return _known(text, language) if len(text) <= _SHORT else _parse(text, language)


def _parse(text: str, language: str | None) -> Dateline | None:
    begun = _known_begin(text) if len(text) <= _SHORT else _begin(text)
    if not isinstance(begun, tuple):
        return begun
    start, script = begun
    read = _read(text, start, script, language)
    return None if read is None else _record(text, start, read)


def _begin(text: str) -> tuple[int, str] | Dateline | None:
    """Where a dateline may begin, and its script; or the dateline, where it has a rigid form; mostly None."""
    start = len(text) - len(text.lstrip()) if text[:1].isspace() else 0
    first = text[start : start + 1]
    if not first:
        return None
    script = script_of(first)
    if script in _FORMS or first in _BRACKETS:
        if _is_form(text, start, script):
            return by_form(text, start, _languages(text[start : start + 24], script))
        if script in _FORMS:
            return None
    if not first.isalpha():
        script = _script_behind(text, start)
    return (start, script) if script and may_begin(text, start, script) else None


_SHORT = 1000
"""So many code points has a first paragraph at most; several steps ask for its dateline, and each look does."""

_known = lru_cache(maxsize=512)(_parse)
_known_begin = lru_cache(maxsize=512)(_begin)


def _is_form(text: str, start: int, script: str) -> bool:
    """Whether a Chinese, Japanese or Korean dateline can stand here; without brackets Korean names a reporter."""
    if text[start] in _BRACKETS:
        return any("\u2e80" <= char <= "\ud7a3" for char in text[start : start + 24])
    wire = text[start : start + 60]
    if "（" in wire[:16] or "(" in wire[:16]:  # "ワシントン（ＣＮＮ）"
        return True
    if script == "hangul":
        return "기자 |" in wire or ("=" in wire[:8] and "기자" in wire)
    return script == "cjk" and (wire.startswith("路透") or not _WIRE.isdisjoint(wire))


def _languages(head: str, script: str) -> tuple[str, ...]:
    """Whose forms are asked, the likeliest first."""
    if script == "cjk":
        return ("zh", "ja")
    return ("ko", "ja", "zh") if any("가" <= char <= "힣" for char in head) else ("ja", "ko", "zh")


def _script_behind(text: str, start: int) -> str:
    """The script of the first letter behind a bracket, a figure, a stroke or an apostrophe; else ""."""
    if text[start] not in _BRACKETS and not text[start].isdecimal() and text[start] not in "'’‘`ʼ/":
        return ""
    letter = next((char for char in text[start + 1 : start + 12] if char.isalpha()), "A")
    return script_of(letter)


def _read(text: str, start: int, script: str, language: str | None) -> Reading | None:
    words = words_of(script, language and language_of(language))
    head = Head(text, unglued(text, tokens_of(text, start), script), script, words)
    if not opens_byline(head):
        return longest(head) or (after_names(head) if script == "latin" else None)
    return after_byline(head._replace(tokens=unglued(text, tokens_of(text, start, LONGEST_BYLINE), script)))


def _record(text: str, start: int, read: Reading) -> Dateline:
    return Dateline(
        raw=text[start : read.end],
        places=tuple(place_of(spot) for spot in read.places),
        agencies=read.agencies,
        date=read.date,
        byline=read.byline,
        start=start,
        end=read.end,
    )
