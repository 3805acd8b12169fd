"""Rule files of users: read whole when they are loaded, so that what is wrong is told before a page is met."""

import os

from newsnorm.bylines.words import first_names, words_of
from newsnorm.dates.calendars import calendar_of
from newsnorm.embeds.scan import lore
from newsnorm.errors import RuleError
from newsnorm.rules import sets
from newsnorm.rules.sets import RuleSet

__all__ = ["pack"]

_READERS = (lore, calendar_of, words_of, first_names)
"""All that make something of a rule set; each would find its part wrong on the first page."""


def pack(path: str | os.PathLike[str]) -> RuleSet:
    """Read a rule file: one of newsnorm's own ("lang/en.toml"), or any other by its path.

    Raises RuleError that names file, rule and reason. Newsnorm's own files are read once.

    >>> len(pack("lang/en.toml")) > 0
    True
    """
    found = sets.pack(path)
    for read in _READERS:
        try:
            read(found)
        except RuleError as error:
            raise RuleError(os.fspath(path), error.rule, error.reason) from error
        except (TypeError, ValueError, AttributeError) as error:
            raise RuleError(os.fspath(path), "", f"a table has a value of the wrong kind: {error}") from error
    return found
