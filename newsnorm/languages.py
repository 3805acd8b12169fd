"""The language files: which there are, what stands at their heads, and which of them a text is written in."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import takewhile
from typing import Any

from newsnorm.shelf import read_toml, shelf

__all__ = ["about", "head_of", "language_of", "languages", "tell_language", "words_table"]

_SAMPLE = 3_000
"""So much of a text is read, in code points, from behind its first quarter: menus stand above."""

_ENOUGH = 8
"""So many different words of a language's commonest are no accident."""

_SHARE = 0.5
"""A whole sample has so many of them: a neighbour's has fewer."""

_MARGIN = 1.3
"""The language has so many times as many of them as the next one: neighbours share the most."""

_SIGNS, _NO_WORDS = "’“”‘–—…", "\1"
"""Signs that none of the commonest words has, and what none has either."""

_LETTERS = 40
"""So many letters of a script that one language has for itself tell that language."""

_OWN = {
    "el": "\u0370-\u03ff",
    "bn": "\u0980-\u09ff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "ml": "\u0d00-\u0d7f",
    "th": "\u0e00-\u0e7f",
    "ko": "\uac00-\ud7a3",
    "ja": "\u3041-\u30fa",
    "zh": "\u4e00-\u9fff",
}
"""The letters of such scripts (Unicode, Blocks.txt). Japanese has kana among its ideographs, so it is asked first."""


@cache
def languages() -> tuple[str, ...]:
    """The languages that newsnorm brings rules for, sorted: the files of `data/lang`."""
    return tuple(sorted(f.name[:-5] for f in (shelf() / "lang").iterdir() if f.name.endswith(".toml")))


_ALSO = {"nb": "no", "nn": "no", "in": "id", "mo": "ro"}
"""Tags that mean a language with a file of another name: ISO 639-1's two kinds of Norwegian, and its former tags."""


def language_of(tag: str) -> str:
    """The language of a BCP 47 tag as its file is named; "und" where newsnorm has none.

    What is kept for a language is kept under this name: pages come with any number of tags.

    >>> language_of("pt-BR"), language_of("nb"), language_of("tlh")
    ('pt', 'no', 'und')
    """
    primary = tag.partition("-")[0].lower()
    primary = _ALSO.get(primary, primary)
    return primary if primary in languages() else "und"


@cache
def head_of(language: str) -> str:
    """The tables at the head of a language's file, before its rules: a fraction of the whole."""
    with (shelf() / "lang" / f"{language}.toml").open(encoding="utf-8") as lines:
        return "".join(takewhile(lambda line: not line.startswith("[["), lines))


@cache
def about(language: str) -> Mapping[str, Any]:
    """The `[about]` table of a language's file, without reading the rest."""
    return dict(read_toml(head_of(language).partition("\n[words]")[0]).get("about", {}))


@cache
def words_table(language: str) -> Mapping[str, Any]:
    """The `[words]` table of a language's file, without reading the rules."""
    return dict(read_toml(head_of(language)).get("words", {}))


def tell_language(text: str) -> str:
    """The BCP 47 tag of a text's language, where its words or its script leave no doubt; "und" where they do.

    The different words of a sample are compared with each language's commonest (`common` in its file). A text of a
    few lines is not told, nor one in a language that newsnorm has no file for, unless it looks like a near neighbour.

    >>> tell_language("The port is closed, and it will not be open before Monday, the mayor said at the pier, with her "
    ...               "back to the boats that are in the old harbour.")
    'en'
    >>> tell_language("Rain")
    'und'
    """
    start = len(text) // 4 if len(text) > _SAMPLE else 0
    sample = text[start : start + _SAMPLE]
    words, speakers = _common_words().intersection(_without_signs(sample).casefold().split()), _speakers()
    if len(words) >= _ENOUGH:
        counts = sum(map(speakers.__getitem__, words)).to_bytes(len(_common()), "big")
        *_, second, most = sorted(counts)
        best = [*_common()][counts.index(most)]
        share = _SHARE * len(_common()[best]) if len(sample) == _SAMPLE else 0
        if most >= max(_ENOUGH, share, _MARGIN * second):
            return best
    return "und" if sample.isascii() else next(_by_script(sample), "und")


def _without_signs(sample: str) -> str:
    """Most English texts are ASCII but for these signs, and ASCII is folded and split in less time."""
    if not sample.isascii():
        for sign in _SIGNS:
            sample = sample.replace(sign, _NO_WORDS)
    return sample


@cache
def _speakers() -> Mapping[str, int]:
    """The languages of each common word: a number with a byte for each, so that one sum counts for all of them."""
    found: dict[str, int] = {}
    for at, common in enumerate(reversed([*_common().values()])):
        for word in common:
            found[word] = found.get(word, 0) + (1 << 8 * at)
    return found


@cache
def _common_words() -> frozenset[str]:
    """The common words of all languages."""
    return frozenset(_speakers())


def _by_script(sample: str) -> Iterator[str]:
    for language, letters in _OWN.items():
        if sum(map(len, _letters_of(letters).findall(sample))) >= _LETTERS and language in languages():
            yield language


@cache
def _letters_of(letters: str) -> re.Pattern[str]:
    return re.compile(f"[{letters}][{letters}]*+")  # one in front: so other letters are passed over faster


@cache
def _common() -> Mapping[str, frozenset[str]]:
    """The commonest words of every language that has blanks between its words, case folded."""
    listed = ((language, about(language).get("common", "")) for language in languages())
    return {language: frozenset(words.casefold().split()) for language, words in listed if words}
