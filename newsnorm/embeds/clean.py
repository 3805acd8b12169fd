"""Cutting embeds out of a text as a careful editor would."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from newsnorm.embeds.found import Cut

__all__ = ["without"]

_BLANKS = " \t\r\u00a0\u200b\u2009\u202f\u3000"
_CLINGING = frozenset(".,;:!?)]}…、。，．；：！？）」』،؛؟।%")
"""Marks that stand right after a word: a cut before one leaves no blank."""

Line = tuple[list[str], list[str]]
"""What is left of a line: the pieces, and the kinds of the cuts between them."""


@cache
def _wide() -> re.Pattern[str]:
    """Scripts that are written without blanks between words."""
    return re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def without(text: str, cuts: Iterable[Cut]) -> str:
    """The text without the cuts: emptied lines go, no doubled blanks, no fused words.

    Cuts are sorted and apart.

    >>> without("It rained. [gallery] It stopped.", [Cut(11, 20, "embed")])
    'It rained. It stopped.'
    """
    known = tuple(cuts)
    if not known:
        return text
    start, stop = _around(text, known[0].start, known[-1].end)
    shifted = [Cut(cut.start - start, cut.end - start, cut.kind) for cut in known]
    part = text[start:] if stop == len(text) else text[start:stop].removesuffix("\n")
    lines = _cleaned(part, shifted, ends=stop == len(text))
    if stop < len(text):
        return text[:start] + "".join(f"{line}\n" for line in lines) + text[stop:]
    if not lines:
        return text[: max(0, start - 1)]
    return text[:start] + "\n".join(lines)


def _around(text: str, first: int, last: int) -> tuple[int, int]:
    """Where the lines start and end that cuts may change: from the last line above that has words, to those below."""
    start = text.rfind("\n", 0, first) + 1
    while start:
        end, start = start - 1, text.rfind("\n", 0, start - 1) + 1
        if not _is_blank(text[start:end]):
            break
    stop = text.find("\n", last) + 1
    while stop:
        end = text.find("\n", stop)
        if not _is_blank(text[stop : end if end >= 0 else len(text)]):
            return start, stop
        stop = end + 1
    return start, len(text)


def _cleaned(text: str, cuts: Iterable[Cut], *, ends: bool) -> list[str]:
    """The lines that are left; where the text ends with them, without the blank ones above what is gone."""
    out: list[str] = []
    emptied = False  # the last lines were emptied by cuts
    for pieces, seams in _lines(text, cuts):
        line = _joined(pieces, seams) if seams else pieces[0]
        if not _is_blank(line):
            emptied = False
        elif seams:
            emptied = True
            continue
        elif emptied and (not out or _is_blank(out[-1])):
            continue  # of the blank lines around what is gone one is enough
        out.append(line)
    while ends and emptied and out and _is_blank(out[-1]):
        out.pop()
    return out


def _is_blank(line: str) -> bool:
    return not line or (line[0] in _BLANKS and not line.strip(_BLANKS))


def _lines(text: str, cuts: Iterable[Cut]) -> Iterator[Line]:
    pieces: list[str] = [""]
    seams: list[str] = []
    at = 0
    for cut in (*cuts, Cut(len(text), len(text), "")):
        first, *rest = text[at : cut.start].split("\n")
        pieces[-1] = first
        for line in rest:
            yield pieces, seams
            pieces, seams = [line], []
        if cut.kind:
            seams.append(cut.kind)
            pieces.append("")
        at = cut.end
    yield pieces, seams


def _joined(pieces: list[str], seams: list[str]) -> str:
    out: list[str] = [pieces[0].rstrip("\r")]
    seam = "markup"
    for kind, piece in zip(seams, pieces[1:], strict=True):
        seam = seam if kind == "markup" else kind
        if piece:
            _append(out, piece, seam)
            seam = "markup"
    line = "".join(out)
    if not pieces[0].strip(_BLANKS):
        line = line.lstrip(_BLANKS)
    return line if pieces[-1].strip(_BLANKS) else line.rstrip(_BLANKS)


def _without_emphasis(left: str, right: str) -> tuple[str, str]:
    """What stands around an embed that was all that Markdown's marks of emphasis enclosed: **[download id="2"]**."""
    for mark in ("**", "__", "*", "_"):
        before, after = left.removesuffix(mark), right.removeprefix(mark)
        if before != left and after != right and before[-1:] in ("", " ", "\u00a0") and not after[:1].isalnum():
            return before, after
    return left, right


def _append(out: list[str], right: str, seam: str) -> None:
    """Put the next piece behind the last one, with the blank between them that an editor would leave."""
    left = out[-1]
    if seam == "embed" and left[-1:] in ("*", "_") and right[0] == left[-1]:
        left, right = _without_emphasis(left, right)
        out[-1] = left
        if not right:
            return
    if not left:
        out.append(right.lstrip(_BLANKS) if len(out) == 1 else right)
        return
    if left[-1] in _BLANKS:
        if right[0] in _BLANKS:
            right = right.lstrip(_BLANKS)
        elif right[0] in _CLINGING and seam != "markup":
            out[-1] = left.rstrip(_BLANKS)
    elif seam != "markup" and left[-1].isalnum() and right[0].isalnum() and not _wide().match(right):
        out.append(" ")
    if right:
        out.append(right)
