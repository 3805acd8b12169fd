"""WordPress' shortcode grammar for registered names, as a scanner that is linear in the text.

Source: `get_shortcode_regex`, `do_shortcode`, `strip_shortcodes` and `wp_html_split`, WordPress 6.1. The original is
one regular expression that searches the rest of the page anew for every opener: quadratic. Here the closing tags
are listed once, by name, and the next "]" is remembered.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

__all__ = ["DEEPEST", "Shortcode", "hide_html", "scan"]

DEEPEST = 16
"""Shortcodes nested deeper than this are not listed: otherwise listing all contents would take quadratic space."""

# `@\[([^<>&/\[\]\x00-\x20=]++)@`: what do_shortcode takes for a name
_NAME = r"[^<>&/\[\]\x00-\x20=]++"


class Shortcode(NamedTuple):
    """One shortcode as it stands in the text; offsets are code points of the text."""

    name: str
    """As written."""
    start: int
    """Where its "[" stands."""
    name_end: int
    """Where its arguments start."""
    args_end: int
    """Where its arguments end."""
    open_end: int
    """After the "]" of the opening tag."""
    close_start: int
    """Where the closing tag starts; -1 when it encloses nothing."""
    end: int
    """Where all of it ends."""
    depth: int = 0
    """How many shortcodes are around it."""
    escaped: bool = False
    """True for `[[name]]`, which WordPress prints as `[name]`."""


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"\[(\[?)({_NAME})")


@cache
def _closers() -> re.Pattern[str]:
    return re.compile(rf"\[/({_NAME})\]")


@cache
def _not_a_word() -> re.Pattern[str]:
    return re.compile(r"[^\w-]", re.ASCII)


@cache
def _html() -> re.Pattern[str]:
    """An HTML comment, CDATA section or tag, ended or not: what `get_html_split_regex` takes for one."""
    return re.compile(
        r"<(?:!(?=--)(?:-(?!->)[^-]*+)*+(?:-->)?|!\[CDATA\[[^\]]*+(?:\](?!\]>)[^\]]*+)*+(?:\]\]>)?|[^>]*+>?)"
    )


class _Text:
    """A text with what the scanner remembers of it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._bracket = -1
        self._closers: dict[str, list[int]] | None = None

    def bracket(self, at: int) -> int:
        """The first "]" at or after `at`, or the end of the text; `at` never goes back."""
        if self._bracket < at:
            self._bracket = self.text.find("]", at)
            if self._bracket < 0:
                self._bracket = len(self.text)
        return self._bracket

    def closer(self, name: str, start: int, end: int) -> int:
        """The first `[/name]` in a stretch of the text, or -1."""
        if self._closers is None:
            self._closers = {}
            for match in _closers().finditer(self.text):
                self._closers.setdefault(match[1], []).append(match.start())
        places: Sequence[int] = self._closers.get(name, ())
        index = bisect_left(places, start)
        return places[index] if index < len(places) and places[index] + len(name) + 3 <= end else -1


def scan(text: str, tags: Sequence[str]) -> Iterator[Shortcode]:
    """Every shortcode of a registered name, parents before their children, escaped ones among them."""
    heads = list(_heads().finditer(text))
    captured = {head[2] for head in heads}
    # do_shortcode registers only the names that the text shows in full
    known = {name: rank for rank, name in reversed(list(enumerate(tags))) if name in captured}
    if not known:
        return
    memory = _Text(text)
    at = 0
    stretches = [len(text)]  # the ends of the enclosing contents, the innermost last
    resume: list[int] = []
    for head in heads:
        while stretches[-1] <= head.start() and len(stretches) > 1:
            stretches.pop()
            at = max(at, resume.pop())
        if head.start() < at:
            continue
        name = _registered(head[2], known)
        if name is None:
            continue
        found = _read(memory, head, name, stretches[-1], len(stretches) - 1)
        if found is None:
            continue
        yield found
        end = found.end + (found.end < stretches[-1] and text[found.end] == "]")
        if found.close_start < 0 or found.escaped:
            at = end
        else:
            stretches.append(found.close_start)
            resume.append(end)
            at = found.open_end


def _registered(captured: str, known: dict[str, int]) -> str | None:
    """The registered name that a tag starts with: the name ends where neither a word nor a hyphen goes on."""
    if captured in known:
        exact: str | None = captured
    else:
        exact = None
    if captured.isascii() and (captured.isalnum() or captured.replace("_", "").replace("-", "").isalnum()):
        return exact
    longest = max(map(len, known))
    names = [exact] if exact is not None else []
    starts = (captured[: stop.start()] for stop in _not_a_word().finditer(captured, 0, longest + 1))
    names.extend(start for start in starts if start in known)
    return min(names, key=known.__getitem__) if names else None


def _read(memory: _Text, head: re.Match[str], name: str, limit: int, depth: int) -> Shortcode | None:
    """The shortcode whose opening tag starts here, inside a stretch of text that ends at `limit`."""
    text = memory.text
    start = head.start(2) - 1
    name_end = head.start(2) + len(name)
    bracket = memory.bracket(name_end)
    if bracket >= limit:
        return None
    closed = text[bracket - 1] == "/" and bracket > name_end
    end, closer = bracket + 1, -1
    if not closed:
        closer = memory.closer(name, end, limit)
        if closer >= 0:
            end = closer + len(name) + 3
    escaped = bool(head[1]) and end < limit and text[end] == "]"
    return Shortcode(name, start, name_end, bracket - closed, bracket + 1, closer, end, depth, escaped)


def hide_html(text: str) -> str:
    """The text with the brackets inside HTML tags and comments made harmless; offsets stay.

    `strip_shortcodes` leaves alone what stands inside a tag: `<a href="[url]">`.
    """
    if "<" not in text:
        return text
    hidden = str.maketrans("[]", "&&")
    return _html().sub(lambda match: match[0].translate(hidden), text)
