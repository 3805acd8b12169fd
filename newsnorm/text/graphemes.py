"""Where a reader sees one character: grapheme clusters, so that no mark cuts one in two."""

from collections.abc import Iterable
from functools import cache

import regex

__all__ = ["widen"]

_PLAIN = "\u0300"  # below it nothing joins its neighbour, but CR LF


@cache
def _cluster() -> regex.Pattern[str]:
    # UAX 29, extended grapheme clusters
    return regex.compile(r"\X")


def _may_split(text: str, at: int) -> bool:
    """False where a boundary at `at` certainly lies between two clusters."""
    if at <= 0 or at >= len(text):
        return False
    before, after = text[at - 1], text[at]
    if before == "\n" or after == "\n":
        return before == "\r"
    return before >= _PLAIN or after >= _PLAIN


def _safe_start(text: str, at: int, floor: int) -> int:
    """A cluster boundary at or before `at`, not before `floor`, which is one."""
    while at > floor and _may_split(text, at):
        at -= 1
    return at


def widen(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    r"""Give each span whole clusters: a boundary inside a cluster moves outwards.

    Spans must come sorted by start. Code points, half-open. Linear in the text, however many spans.

    >>> widen("a\u0301b", [(1, 2)])
    [(0, 2)]
    >>> widen("plain", [(1, 3)])
    [(1, 3)]
    """
    spans = list(spans)
    if text.isascii() and "\r" not in text:
        return spans
    inside = [at for span in spans for at in span if at and text[at - 1] != "\n"]
    doubtful = sorted({at for at in inside if _may_split(text, at)})
    if not doubtful:
        return spans
    left, right = _clusters_at(text, doubtful)
    return [(left.get(start, start), right.get(end, end)) for start, end in spans]


def _clusters_at(text: str, doubtful: list[int]) -> tuple[dict[int, int], dict[int, int]]:
    """For each doubtful boundary: the start and the end of the cluster that holds it."""
    left: dict[int, int] = {}
    right: dict[int, int] = {}
    known = 0  # a cluster boundary: everything before it is settled
    for at in doubtful:
        known = _safe_start(text, at, known)
        for cluster in _cluster().finditer(text, known):
            known = cluster.start()
            if cluster.end() > at:
                break
            known = cluster.end()
        left[at], right[at] = (known, cluster.end()) if known < at else (at, at)
    return left, right
