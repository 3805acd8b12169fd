"""What newsnorm raises: one base, and evidence kept as attributes.

The text of an article never raises anything.
A wrong type raises `TypeError` and says what to pass; a broken rule file raises `RuleError`.
"""

import re
from functools import cache

__all__ = ["NewsnormError", "RuleError", "must_be_tag", "must_be_text"]


class NewsnormError(Exception):
    """The base of every error that is newsnorm's own."""


class RuleError(NewsnormError, ValueError):
    """A rule file that cannot be used: says which file, which rule, and why.

    >>> raise RuleError("lang/nl.toml", "ad", "no 'why'")
    Traceback (most recent call last):
    ...
    newsnorm.errors.RuleError: lang/nl.toml: ad: no 'why'
    """

    file: str
    """The rule file, as it was asked for."""
    rule: str
    """The rule's id, or the section where it stands, or "" for the whole file."""
    reason: str
    """What is wrong, in words."""

    def __init__(self, file: str, rule: str, reason: str) -> None:
        super().__init__(": ".join(part for part in (file, rule, reason) if part))
        self.file, self.rule, self.reason = file, rule, reason

    def __reduce__(self) -> tuple[type["RuleError"], tuple[str, str, str]]:
        return type(self), (self.file, self.rule, self.reason)


def must_be_text(value: object, caller: str) -> str:
    """Give `value` back if it is a `str`; else say what to pass instead.

    >>> must_be_text("page", "normalize")
    'page'
    >>> must_be_text(b"page", "normalize")
    Traceback (most recent call last):
    ...
    TypeError: normalize() takes str, not bytes: decode it first, for example data.decode("utf-8", "replace")
    """
    if isinstance(value, str):
        return value
    if isinstance(value, (bytes, bytearray, memoryview)):
        how = 'decode it first, for example data.decode("utf-8", "replace")'
    elif hasattr(value, "__fspath__"):
        how = 'read it first, for example path.read_text(encoding="utf-8")'
    elif value is None:
        how = 'pass "" where a page has no text'
    else:
        how = "pass the page's plain text"
    raise TypeError(f"{caller}() takes str, not {type(value).__name__}: {how}")


def must_be_tag(language: object) -> str:
    """Give a BCP 47 tag back, "und" for None; else raise ValueError: a tag names a language, and never a file.

    >>> must_be_tag("pt-BR"), must_be_tag(None)
    ('pt-BR', 'und')
    >>> must_be_tag("../en")
    Traceback (most recent call last):
    ...
    ValueError: language must be a BCP 47 tag such as 'en' or 'pt-BR', not '../en'
    """
    if language is None:
        return "und"
    if not isinstance(language, str) or not _bcp47().fullmatch(language):
        raise ValueError(f"language must be a BCP 47 tag such as 'en' or 'pt-BR', not {language!r}")
    return language


@cache
def _bcp47() -> re.Pattern[str]:
    # RFC 5646, section 2.1, as far as a news site needs it: language, then subtags
    return re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}")
