"""What newsnorm raises: one base, and evidence kept as attributes.

The text of an article never raises anything.
A wrong type raises `TypeError` and says what to pass; a broken rule file raises `RuleError`.
"""

__all__ = ["NewsnormError", "RuleError", "must_be_text"]


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
