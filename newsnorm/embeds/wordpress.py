"""WordPress' shortcode grammar for registered names, as a scanner that is linear in the text.

Source: `get_shortcode_regex`, `do_shortcode`, `strip_shortcodes` and `wp_html_split`, WordPress 6.1. The original is
one regular expression that searches the rest of the page anew for every opener: quadratic. Here the closing tags
are listed once, by name, and the next "]" is remembered.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

__all__ = ["DEEPEST", "Shortcode", "hide_html", "normalize_entities", "scan"]

DEEPEST = 16
"""Shortcodes nested deeper than this are not listed: otherwise listing all contents would take quadratic space."""

_SEARCHES = 8  # so many closing tags are searched for; a list of all of them costs more at first

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
        r"<(?:!(?=--)(?>(?:-(?!->)[^-]*+)*)(?:-->)?|!\[CDATA\[[^\]]*+(?>(?:\](?!\]>)[^\]]*+)*)(?:\]\]>)?|[^>]*+>?)"
    )


class _Text:
    """A text with what the scanner remembers of it."""

    __slots__ = ("_asked", "_bracket", "_closers", "text")

    _closers: dict[str, list[int]]

    def __init__(self, text: str) -> None:
        self.text = text
        self._bracket = -1
        self._asked = 0

    def bracket(self, at: int) -> int:
        """The first "]" at or after `at`, or the end of the text; `at` never goes back."""
        if self._bracket < at:
            self._bracket = self.text.find("]", at)
            if self._bracket < 0:
                self._bracket = len(self.text)
        return self._bracket

    def closer(self, name: str, start: int, end: int) -> int:
        """The first `[/name]` in a stretch of the text, or -1. The first questions search, the others look it up."""
        self._asked += 1
        if self._asked <= _SEARCHES:
            return self.text.find(f"[/{name}]", start, end)
        if self._asked == _SEARCHES + 1:
            self._closers = {}
            for match in _closers().finditer(self.text):
                self._closers.setdefault(match[1], []).append(match.start())
        places: Sequence[int] = self._closers.get(name, ())
        index = bisect_left(places, start)
        return places[index] if index < len(places) and places[index] + len(name) + 3 <= end else -1


@lru_cache(maxsize=64)
def _ranks(tags: tuple[str, ...]) -> dict[str, int]:
    """Each registered name and its place in the list."""
    return {name: rank for rank, name in reversed(list(enumerate(tags)))}


def scan(text: str, tags: tuple[str, ...]) -> Iterator[Shortcode]:
    """Every shortcode of a registered name, parents before their children, escaped ones among them."""
    ranks = _ranks(tags)
    heads = list(_heads().finditer(text, text.find("[")))
    # do_shortcode registers only the names that the text shows in full
    known = {head[2]: ranks[head[2]] for head in heads if head[2] in ranks}
    if not known:
        return
    memory = _Text(text)
    if len(heads) == 1:
        found = _read(memory, heads[0], heads[0][2], (len(text),))
        if found is not None:
            yield found
        return
    at = 0
    stretches = [len(text)]  # the ends of the enclosing contents, the innermost last
    resume: list[int] = []
    for head in heads:
        start = head.start()
        while resume and stretches[-1] <= start:
            stretches.pop()
            at = max(at, resume.pop())
        name = _registered(head[2], known) if start >= at else None
        found = _read(memory, head, name, stretches) if name is not None else None
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


def _registered(captured: str, known: Mapping[str, int]) -> str | None:
    """The registered name that a tag starts with: the name ends where neither a word nor a hyphen goes on."""
    if captured.isidentifier() and captured.isascii():
        return captured if captured in known else None
    longest = max(map(len, known))
    starts = [captured[: stop.start()] for stop in _not_a_word().finditer(captured, 0, longest + 1)]
    names = [name for name in (captured, *starts) if name in known]
    return min(names, key=known.__getitem__) if names else None


def _read(memory: _Text, head: re.Match[str], name: str, stretches: Sequence[int]) -> Shortcode | None:
    """The shortcode whose opening tag starts here, inside the innermost stretch of text."""
    text, limit = memory.text, stretches[-1]
    start = head.start(2) - 1
    name_end = start + 1 + len(name)
    bracket = memory.bracket(name_end)
    if bracket >= limit:
        return None
    closed = bracket > name_end and text[bracket - 1] == "/"
    end = bracket + 1
    closer = -1 if closed else memory.closer(name, end, limit)
    if closer >= 0:
        end = closer + len(name) + 3
    escaped = end < limit and head[1] == "[" and text[end] == "]"
    return Shortcode(name, start, name_end, bracket - closed, bracket + 1, closer, end, len(stretches) - 1, escaped)


def normalize_entities(text: str, tags: tuple[str, ...]) -> str:
    """The text with its brackets written as entities in the way that `do_shortcodes_in_html_tags` leaves them.

    WordPress does so to any text that shows a registered name, and to no other.
    """
    if "&#9" not in text or not any(head[2] in _ranks(tags) for head in _heads().finditer(text)):
        return text
    return text.replace("&#91;", "&#091;").replace("&#93;", "&#093;")


def hide_html(text: str) -> str:
    """The text with the brackets inside HTML tags and comments made harmless; offsets stay.

    `strip_shortcodes` leaves alone what stands inside a tag: `<a href="[url]">`.
    """
    if "<" not in text:
        return text
    hidden = str.maketrans("[]", "&&")
    return _html().sub(lambda match: match[0].translate(hidden), text)
