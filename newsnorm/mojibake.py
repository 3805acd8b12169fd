"""Letters that were read in the wrong encoding: ftfy mends them; this decides, at little cost, who needs ftfy."""

import re
from collections.abc import Iterator
from functools import cache

from newsnorm.edits import Edit, align

__all__ = ["mojibake"]


@cache
def _doubtful() -> re.Pattern[str]:
    return re.compile(r"[^\x00-\x7f]")


def mojibake(line: str) -> Iterator[Edit]:
    """Where a line has letters read in the wrong encoding, and what they were.

    >>> list(mojibake("the mayorâ€™s office"))
    [Edit(start=9, end=12, text='’')]
    """
    if line.isascii() or not _doubtful().search(line):
        return
    import ftfy  # noqa: PLC0415 - 50 ms: only a page that needs it pays

    fixed = ftfy.fix_encoding(line)
    if fixed != line:
        yield from align(line, fixed)
