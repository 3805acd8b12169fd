"""Sites' names behind headlines: "Rain floods port - Lakeport Herald". Cut only where the name proves itself.

Page titles, feeds and search engines print the site behind the headline. A dash, a bar or a colon inside a headline
looks alike ("ICE - agents raid farm", "England v India - day two"), so the tail must be a domain, a known outlet,
or end in a word of the trade; or the page itself must say that this is its name.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise

import regex

from newsnorm.document import Document
from newsnorm.languages import languages, words_table

__all__ = ["heads_of", "is_masthead", "is_site_name", "site_behind", "site_names"]

_WORDS = 6
"""No site's name has more words."""

_FAR = 400
"""No page's title is longer, in code points."""

_CUTS = 4
"""So many separators are asked, from the end."""

_SHORTEST = 6
"""No Chinese or Japanese headline is shorter, in code points."""


def is_site_name(words: str) -> bool:
    """True when a few words can only be a site's name: a domain, or the trade's own words at their end.

    >>> is_site_name("Dawn.com"), is_site_name("ARY NEWS"), is_site_name("day two")
    (True, True, False)
    """
    return _is_named(words, _words("site_names"))


def is_masthead(line: str) -> bool:
    """True for a paper's whole name with its article, as it stands above all else on a page.

    >>> is_masthead("The Lakeport Bay Herald"), is_masthead("The Globe and Mail"), is_masthead("The Mayor and a Herald")
    (True, True, False)
    """
    parts = line.split()
    if not 2 < len(parts) <= _WORDS or parts[0] != "The":
        return False
    return all(part[0].isupper() or part in _SMALL for part in parts) and _proves(line)


_SMALL = frozenset({"and", "of", "&"})
"""What a paper's name has in small letters."""


def site_behind(headline: str, names: Collection[str] = (), *, always: bool = False) -> int | None:
    """Where the separator stands behind which a site's name follows, in code points; None when none is proven.

    `names` are the names that the page gives itself, case folded. With `always` the last dash or bar counts
    whatever follows: some feeds end every title in " - Source".

    >>> site_behind("Rain floods port - Lakeport Herald"), site_behind("ICE - agents raid farm")
    (16, None)
    """
    cuts = _cuts(headline)
    found = _domain_with_slogan(headline, cuts)
    for cut in reversed(cuts) if found is None else ():
        tail = headline[cut.end() : found].strip()
        if not _is_whole(headline[: cut.start()]):
            break
        if not (_proves(tail) or tail.casefold() in names or (always and found is None)):
            break
        found = cut.start()
    return _with_sections(headline, cuts, found)


def _cuts(title: str) -> list[regex.Match[str]]:
    """The last separators of a title, in order."""
    return list(_separators().finditer(title[:_FAR]))[-_CUTS:]


def _is_whole(start: str) -> bool:
    """True for so many words that they may be a headline."""
    return len(start.split()) >= 3 or not start.isascii()


def _domain_with_slogan(headline: str, cuts: Sequence[regex.Match[str]]) -> int | None:
    """Where the bar stands behind which a domain follows with what the site says of itself: "| lakeport.com - News"."""
    for cut, after in pairwise(cuts):
        name = headline[cut.end() : after.start()].strip().casefold()
        if "|" in cut[0] and _domain().fullmatch(name) and _is_whole(headline[: cut.start()]):
            return cut.start()
    return None


def _with_sections(headline: str, cuts: Sequence[regex.Match[str]], found: int | None) -> int | None:
    """The place before the sections too that Chinese and Japanese titles print before the site: "…_財經_湖港網".

    Of 19 titles of such a form every one had its headline before the first low line.
    """
    lows = [cut.start() for cut in cuts if cut[0] == "_"]
    if lows and (found in lows or len(lows) > 1) and lows[0] >= _SHORTEST:
        return lows[0]
    return found


def heads_of(title: str) -> Iterator[str]:
    """A title, and what is left of it where what stands behind a separator is a site's name.

    >>> list(heads_of("Rain floods port - Lakeport | News"))
    ['Rain floods port - Lakeport | News', 'Rain floods port - Lakeport', 'Rain floods port']
    """
    yield title
    for cut in reversed(_cuts(title)):
        yield title[: cut.start()].rstrip()


def _proves(tail: str) -> bool:
    return tail.casefold() in _words("outlets") or _is_named(tail, _words("site_signs")) or _is_wide(tail)


def _is_named(words: str, signs: Collection[str]) -> bool:
    parts = words.split()
    if not 1 <= len(parts) <= _WORDS:
        return False
    first, last = parts[0].casefold(), parts[-1].casefold()
    if len(parts) == 1 and _domain().fullmatch(last):
        return True
    return (last in signs or first in signs) and all(
        part[:1].isupper() or not part[:1].isalpha() for part in (parts[0], parts[-1])
    )


def _is_wide(tail: str) -> bool:
    """As in "湖港新闻网": Chinese and Japanese names end in what the site is."""
    return 2 <= len(tail) <= 16 and tail[-1] > "\u2e80" and tail.endswith(tuple(_words("site_endings")))


@cache
def _words(name: str) -> frozenset[str]:
    tables = map(words_table, languages())
    return frozenset(word.casefold() for table in tables for word in table.get(name, ()))


@cache
def _domain() -> regex.Pattern[str]:
    return regex.compile(r"(?:[a-z0-9][a-z0-9-]{0,62}\.){1,4}[a-z]{2,24}")


@cache
def _separators() -> regex.Pattern[str]:
    # a blank must stand on both sides of a dash, but for Chinese and Japanese
    return regex.compile(r"\s(?:[-–—]{1,2}|::|»|•|·|\|{1,2})\s|\s?[|｜]\s?|(?<=[\u2e80-\uffff])(?:_|-{1,2}|—{1,2})")


def site_names(doc: Document) -> tuple[frozenset[str], bool]:
    """The names that a page gives itself, case folded, and whether it is a feed's, whose titles end in a source.

    A name stands behind the sign of a copyright notice. NewsAPI cuts a text with "[+958 chars]".

    >>> site_names(Document("Rain fell.\\n© 2024 Lakeport Bay. All rights reserved.\\n[+958 chars]"))
    (frozenset({'lakeport bay'}), True)
    """
    if "©" not in doc.text and " chars]" not in doc.text:
        return frozenset(), False
    names = (found[1].strip(" .,").casefold() for found in _owner().finditer(doc.text))
    return frozenset(name for name in names if len(name) > 2), _cut_by_feed().search(doc.text) is not None


@cache
def _owner() -> regex.Pattern[str]:
    return regex.compile(r"©[ \t]{0,3}(?:(?:copyright|\d{4}(?:[-–]\d{2,4})?)[ ,]{0,3}){0,3}([^\n.,|©]{3,40})", regex.I)


@cache
def _cut_by_feed() -> regex.Pattern[str]:
    return regex.compile(r"\[\+\d{1,6} chars\]")
