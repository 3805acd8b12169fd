"""Letters that were read in the wrong encoding: ftfy mends them; this decides, at little cost, who needs ftfy.

ftfy asks a text about 400 characters and thirty ways to stand side by side, at 5 MB/s. Nearly all pages are clean,
and a clean page has few different runs of non-ASCII characters: those are asked instead of the page, and the
question is a little wider than ftfy's, so that nothing is missed that ftfy would mend.
"""

import re
from collections.abc import Iterator
from functools import cache

from newsnorm.text.edits import Edit, align

__all__ = ["BROKEN_ALONE", "mojibake", "suspicious"]

# The characters of ftfy's heuristic (ftfy/badness.py, MOJIBAKE_CATEGORIES); small letters by whole blocks.
_UPPER = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑØÜÝĂĀĄĆČĎĐĘĚĒĖĞĢİĪĶĹĽŁĻŃŇŅŒŘŚŞŠŢŤŮŰŸŹŻŽҐ"
_LOWER = "\xdf-\xf6\xf8-\xffăąāćčďđęěēėğģįīķĺľłļœŕśşšťüźżžґﬁﬂΐά-ώа-џ"
_LETTER = "\xc0-\xd6\xd8-\xf6\xf8-\u017fҐґﬁﬂ"
_OPENS = "¡«¿©΄΅‘‚“„•‹\uf8ff"
_CLOSES = "®»˝”›™"
_MONEY = "¢£¥₧€"
_NUMBER = "²³¹±¼½¾×µ÷⁄∂∆∏∑√∞∩∫≈≠≡≤≥№"
_LAW = "¶§"
_BOX = "│┌┐┘├┤┬┼═-╬▀▄█▌▐░▒▓"
_BAD = "¦¤¨¬¯¸ƒˆˇ˘˛˜†‡‰⌐◊\ufffdªº"
_COMMON = "\xa0\xad·´–—―…’"
_C1 = "\x80-\x9f"
_MARK = _OPENS + _CLOSES + _MONEY + _NUMBER + _LAW + _BOX + _BAD
_ANCHOR = _UPPER + _MARK + _C1 + "°œЂ"

# What stands before (the anchor its last character) and what behind: the ways of ftfy's BADNESS_RE, widened.
_WAYS = (
    (f"[{_C1}]", ""),
    # seldom seen but in broken texts, beside any character that is not ASCII
    (f"[^\x00-\x7f][{_BAD}]", ""),
    (f"[{_BAD}{_BOX}]", f"[{_LETTER}{_MARK}°]"),
    (f"[{_LETTER}{_MARK}][{_BOX}]", ""),
    # a capital in the middle of a word, a sign glued to a letter or to another sign
    (f"[{_LOWER}{_BOX}{_CLOSES}{_MONEY}{_NUMBER}][{_UPPER}]", ""),
    (f"[{_BOX}{_CLOSES}{_MONEY}{_NUMBER}]", f"[{_LETTER}]"),
    (f"[{_LETTER}{_BOX}{_CLOSES}][{_MONEY}]", ""),
    (f"[{_UPPER}]", f"[{_NUMBER}{_LAW}{_MONEY}{_OPENS}°]"),
    (f"[{_MONEY}{_NUMBER}{_BOX}][{_OPENS}]", ""),
    (f"[{_LETTER}{_BOX}{_MONEY}{_CLOSES}][{_OPENS}]", f"[{_NUMBER}]"),
    (f"[{_LETTER}{_MONEY}{_NUMBER}{_BOX}{_LAW}][{_CLOSES}]", f"[{_OPENS}]"),
    (f"[{_LETTER}][{_OPENS}{_CLOSES}]", r"\w"),
    # the lead byte of a UTF-8 character and what may follow it, in Windows-1252
    ("[ÂÃÎÐ]", f"[€œŠš¢£Ÿž\xa0\xad®©°·»´–—{_OPENS}{_CLOSES}]"),
    (f"[ØÙ][{_COMMON}{_MONEY}{_BAD}{_NUMBER}{_OPENS}ŸŠ®°µ»][ØÙ]", ""),
    ("×", "[²³]"),
    ("à[²µ¹¼½¾]", ""),
    # the same in MacRoman, Windows-1251, -1253 and -1257
    ("√", "[±∂†≠®™´≤≥¥µø]"),
    ("≈", "[°¢]"),
    ("‚", "[Äâó][ìîïòôúùû†°¢πàä°ê]"),
    ("[вВ]Ђ", ""),
    ("[βā]€", ""),
    (f"[ВГРС][{_C1}{_BAD}{_OPENS}{_CLOSES}{_MONEY}°µ]", "[ВГРС]"),
    (f"[ΒΓΞΟ][{_C1}{_BAD}{_OPENS}{_CLOSES}{_MONEY}°]", "[ΒΓΞΟ]"),
    # in front of a blank, which was a no-break space once
    ("[ÃÂ]", "[ _]"),
    ("[Œœ]", "[^A-Za-z]"),
)

BROKEN_ALONE = frozenset("ÂÃŒœ") | frozenset(map(chr, range(0x80, 0xA0)))
"""What may be broken with nothing but ASCII beside it, as `_WAYS` say; a page with a dash needs no closer look."""


@cache
def suspicious() -> re.Pattern[str]:
    """Finds every text that ftfy could think broken, and a few more.

    A run of non-ASCII characters cut out of its text is to be followed by "_", which stands for whatever followed.

    >>> bool(suspicious().search("the mayorâ€™s office")), bool(suspicious().search("«l’été à Łódź»"))
    (True, False)
    """
    ways = "|".join(f"(?<={before})" + (f"(?={behind})" if behind else "") for before, behind in _WAYS)
    return re.compile(f"[{_ANCHOR}](?:{ways})")


def mojibake(line: str) -> Iterator[Edit]:
    """Where a line has letters read in the wrong encoding, and what they were.

    >>> list(mojibake("the mayorâ€™s office"))
    [Edit(start=9, end=12, text='’')]
    """
    if line.isascii() or not suspicious().search(line):
        return
    from ftfy import badness, fix_encoding  # noqa: PLC0415 - 50 ms: only a page that needs it pays

    if not badness.is_bad(line):
        return
    encoding = _plain_case(line)
    if encoding:
        for run in _runs().finditer(line):
            yield Edit(*run.span(), run[0].encode(encoding).decode())
        return
    fixed = fix_encoding(line)
    # Chinese in a double-byte encoding, read as Latin: here and there it looks like UTF-8, and mending those places
    # puts other garbage in. So at least half of what is odd must be gone.
    if fixed != line and 2 * badness.badness(fixed) <= badness.badness(line):
        yield from align(line, fixed)


@cache
def _runs() -> re.Pattern[str]:
    return re.compile(r"[^\x00-\x7f]++")


def _plain_case(line: str) -> str | None:
    """The encoding in which all of a line is sound UTF-8; ftfy would find the same, and takes ten times as long.

    The commonest damage, and the one where each run of non-ASCII characters can be read anew by itself.
    None when anything is left to ask ftfy: lost bytes, lost blanks, rarer encodings, a text broken twice.
    """
    for encoding in ("latin-1", "cp1252"):
        try:
            fixed = line.encode(encoding).decode()
        except ValueError:
            continue
        return None if "\x1a" in line or suspicious().search(fixed) else encoding
    return None
