"""How a notebook shows what was found: a document with its marks in colour, a list of removals as a table."""

from collections import Counter
from collections.abc import Iterator
from html import escape
from typing import NamedTuple, Protocol
from zlib import crc32

from newsnorm.records import Removal
from newsnorm.views.report import CSS, printable

__all__ = ["Removals", "marked"]


class _Marked(Protocol):
    """A mark, as far as its look goes."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def rule(self) -> str: ...


class _Hue(NamedTuple):
    """A kind's own colour, the same on every page."""

    kind: str

    @property
    def style(self) -> str:
        return f'style="background:hsl({crc32(self.kind.encode("utf-8", "replace")) % 360} 75% 86%)"'


def marked(text: str, marks: tuple[_Marked, ...]) -> str:
    """The text with its marks in colour, kind and rule on hover, and what the colours mean; all of it escaped."""
    body, at = [], 0
    for mark in marks:
        words = escape(text[mark.start : mark.end])
        hint = escape(f"{mark.kind} · {mark.rule}")
        body += [escape(text[at : mark.start]), f'<span {_Hue(mark.kind).style} title="{hint}">{words}</span>']
        at = mark.end
    body.append(escape(text[at:]))
    counted = Counter(mark.kind for mark in marks)
    legend = " ".join(f"<span {_Hue(kind).style}>{escape(kind)} {count}</span>" for kind, count in counted.items())
    return printable(
        f'<style>{CSS}</style><div class="newsnorm"><pre>{"".join(body)}</pre><p>{legend or "no marks"}</p></div>'
    )


class Removals(tuple[Removal, ...]):
    """Removals in order: a tuple that a notebook shows as a table. Of one page, or of several put together.

    >>> Removals([Removal(0, 2, "ad_label", "mine:ad", "Ad")])[0].kind
    'ad_label'
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        rows = "".join(map(_row, self[:_LONGEST]))
        more = f"<tr><td colspan=4>and {len(self) - _LONGEST} more</td></tr>" if len(self) > _LONGEST else ""
        head = "<tr><th>where</th><th>kind</th><th>rule</th><th>text</th></tr>"
        return printable(f'<style>{CSS}</style><div class="newsnorm"><table>{head}{rows}{more}</table></div>')


_LONGEST = 500
"""A table has so many rows at most."""

_SHORT = 160


def _row(one: Removal) -> str:
    words = " ".join(one.text.split())
    words = words if len(words) <= _SHORT else f"{words[: _SHORT - 1]}…"
    cells: Iterator[str] = map(escape, (f"{one.start}–{one.end}", one.kind, one.rule, words))
    where, kind, rule, text = cells
    return f"<tr><td>{where}</td><td><span {_Hue(one.kind).style}>{kind}</span></td><td>{rule}</td><td>{text}</td></tr>"
