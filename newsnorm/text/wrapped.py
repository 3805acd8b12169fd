"""Hard-wrapped paragraphs joined: wires, mails and old archives break every line at the same width."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsnorm.text.edits import Edit

__all__ = ["line_joins"]

_NARROWEST, _WIDEST = 40, 100
"""Nobody wraps text narrower or wider, in code points; a line of prose that is longer was never wrapped."""

_LONG_LINES = 10
"""One line of so many that are wide enough may be longer all the same: an address, a table."""

_ENOUGH = 3
"""So many lines that only wrapping can have broken prove that a page is wrapped."""

_SURE = 0.9
"""Of the lines that go on with a small letter such a part must be full; inline elements break lines anywhere."""

_INDENT = 4
"""A paragraph's first line may be so much longer."""

_WORDS = 3
"""A line of fewer words is code, an address or a label."""

_ITEMS = ("- ", "* ", "• ", "# ", "## ", "> ", "| ")
"""What begins with one of these begins anew."""


class _Line(NamedTuple):
    start: int
    text: str
    """Without the blanks at its end."""


def line_joins(text: str) -> list[Edit]:
    r"""A blank for each line end inside a hard-wrapped paragraph; [] for a page that is not hard-wrapped.

    A page is hard-wrapped when its lines are full: nearly every line that goes on in the next one had no room for
    the next word. Lines of a poem, of a menu and of an ordinary page have room, and so they stay; so do indented
    lines, which begin a paragraph, and items of lists.

    >>> column = "The ferry to Lakeport was back in its harbour on\nMonday after two days of repairs that cost the\n"
    >>> column += "town a bridge toll, a fair and some patience, as\nthe mayor said on the pier in front of the old\n"
    >>> column += "customs house.\n\nIt rained."
    >>> [edit.start for edit in line_joins(column)], line_joins("Rain\nfell\nall\nnight")
    ([48, 95, 144, 191], [])
    """
    # labels say nothing here, and a title that stands there five times no more than one
    printed = text.split("\n")
    different = {line for line in map(str.rstrip, printed) if len(line) >= _NARROWEST}
    if len([line for line in different if len(line) > _WIDEST]) * _LONG_LINES > len(different):
        return []  # as nearly all pages
    if len([line for line in printed if line[:1].islower()]) < _ENOUGH:
        return []  # as nearly all others
    lines = list(_lines(printed))
    width = _width(lines)
    return [
        Edit(one.start + len(one.text), other.start, " ")
        for one, other in pairwise(lines if width else ())
        if _is_full(one, other, width) and not other.text.startswith((" ", "\t", *_ITEMS))
    ]


def _lines(printed: Iterable[str]) -> Iterator[_Line]:
    at = 0
    for line in printed:
        yield _Line(at, line.rstrip())
        at += len(line) + 1


def _width(lines: Sequence[_Line]) -> int:
    """The width at which a page is wrapped; 0 when it is not."""
    going_on = [(one, other) for one, other in pairwise(lines) if _goes_on(one.text, other.text)]
    if len(going_on) < _ENOUGH:
        return 0
    width = max(min(len(one.text), _WIDEST) for one, _ in going_on)
    full = sum(_is_full(one, other, width) for one, other in going_on)
    return width if width >= _NARROWEST and full >= max(_ENOUGH, _SURE * len(going_on)) else 0


def _goes_on(one: str, other: str) -> bool:
    """True when a line of several words goes on in the next one, with a small letter and no address."""
    return one.count(" ") >= _WORDS - 1 and other[:1].islower() and "@" not in other.split(None, 1)[0]


def _is_full(one: _Line, other: _Line, width: int) -> bool:
    """True when the next line's first word had no room on this one, and it is not the same line once more."""
    if one.text == other.text or one.text.count(" ") < _WORDS - 1 or not other.text or len(one.text) > width + _INDENT:
        return False
    return len(one.text) + 1 + len(other.text.split(None, 1)[0]) > width
