"""How much a sentence speaks to the site's readers: of newsletters, accounts, cookies, rights and comments."""

from functools import cache, lru_cache

from newsnorm.shelf import read_toml, shelf

__all__ = ["site_words"]

_FAR = 600
"""So much of a line is read, in code points."""


def site_words(line: str, story: frozenset[str] = frozenset()) -> int:
    """How many different words of the line are a site's own, those not counted that the story uses too.

    Case does not matter. 0 where there are none; scripts without blanks between words have none.

    >>> site_words("Subscribe to our newsletter, straight to your inbox.")
    3
    >>> site_words("The newsletter was banned."), site_words("The newsletter was banned.", frozenset({"newsletter"}))
    (1, 0)
    """
    found = _site_words_of(line[:_FAR])
    return len(found - story) if found else 0


@lru_cache(maxsize=64)
def _site_words_of(line: str) -> frozenset[str]:
    """Of a page's first and last lines this is asked several times, and for its clean page again."""
    return _site_words().intersection(line.casefold().replace(".", " ").replace(",", " ").split())


@cache
def _site_words() -> frozenset[str]:
    listed = read_toml((shelf() / "sitewords.toml").read_text(encoding="utf-8"))
    return frozenset(word for words in listed.values() for word in words.split())
