"""Who wrote a paragraph, glued behind its last full stop: the paragraph is a sentence all the same, and stays.

There are two questions. `is_signed` needs no other line, so it asks for signs that nothing but a signature has.
`may_be_signed` is for a line right below a paragraph, where the story goes on: there a name behind a dash will do, too
weak a sign anywhere else, for headlines end in their paper so.
"""

import re
from functools import cache

__all__ = ["is_signed", "may_be_signed"]

_LONGEST, _LONGEST_SIGN = 130, 44
"""So many code points at a line's end are looked at."""

_ENDS, _INSIDE, _JOBS = frozenset(")）]］】>〉*"), "@-–—", ("기자", "특파원")
"""A signature ends in one of the first or the last, or has one of the second: so hardly any line is read for it."""


def is_signed(line: str) -> bool:
    """True for a sentence with a signature glued to it: initials or an agency in brackets, a reporter's address.

    >>> is_signed("The harbour stays closed, the mayor said. (al/jm)"), is_signed("The harbour stays closed - Lakeport")
    (True, False)
    >>> is_signed("항구는 다음 주에 다시 연다고 시는 밝혔다. 홍길동 기자 gildong@example.com")
    True
    """
    if "." not in line and (line.isascii() or not any(map(line.__contains__, "。।?"))):
        return False  # as most labels and titles
    if line[-1] not in _ENDS and not line.endswith(_JOBS) and not any(map(line.__contains__, _INSIDE)):
        return False
    return _signature().search(line, max(0, len(line) - _LONGEST)) is not None


def may_be_signed(line: str) -> bool:
    """True for what counts as a signed sentence below a paragraph only: with initials, or a name behind a sign.

    >>> line = "The harbour stays closed, the mayor said. / Tern Herald"
    >>> may_be_signed(line), is_signed(line)
    (True, False)
    """
    return _sign().search(line, max(0, len(line) - _LONGEST_SIGN)) is not None


@cache
def _signature() -> re.Pattern[str]:
    # behind a sentence: "(al/jm)", "[Lakeport/AP]"; "- Bernama", "-- PTI"; "***2***"; in Korean a reporter, mail
    stop = r"(?:(?<=[^\W\dA-Z][^\W\dA-Z])[.]|[。।])[\"'”’」』]?\s{0,2}"
    no_day = r"(?!.[^()（）\[\]]{0,40}\d[./-]\d)"  # teasers have theirs behind a sentence
    bracket = rf"{no_day}(?:[(（][^()（）]{{1,60}}[)）]|[\[［【][^\[\]［］【】]{{1,90}}[\]］】]{{1,2}})"
    agency = r"[-–—]{1,2}\s?[A-Z][\w./&!]{1,15}(?: [\w./&!]{1,15}){0,3}"
    korean = r"(?<=[다요죠까])[.?][\"'”’]?\s{0,2}"
    notice = r"[<〈][^<>〈〉]{1,60}[>〉]"
    jobs = rf"[\uac00-\ud7a3·,=/ ]{{2,24}}(?:{'|'.join(_JOBS)})"
    mail = r"[\uac00-\ud7a3·,=/ \w\[(<]{0,30}?[\w.+-]{2,30}@[\w-]{2,30}(?:\.[\w-]{2,10}){1,3}.{0,40}"
    stars = r"\*{1,3}(?:\d{1,2}\*{1,3})?"
    return re.compile(rf"{stop}(?:{bracket}|{agency}|{stars})$|{korean}(?:{notice}|{jobs}|{mail})$")


@cache
def _sign() -> re.Pattern[str]:
    # "(NAN)", "– Tern Herald", "| Tern Herald", "#PTI", "AFP/DPA", "/jm"
    name = r"[^\W\d_a-z][\w.&’/-]{0,24}(?: [^\W\d_a-z][\w.&’/-]{0,24}){0,4}"
    sign = rf"[(\[][^()\[\]\n]{{2,32}}[)\]]|[-–—/~|] ?{name}|#?[A-Z]{{2,8}}(?:/[A-Z]{{2,8}})?|/[a-z]{{2,4}}"
    return re.compile(rf"[^\W\dA-Z_]{{2}}[.!?][\"'”’»]?\s?(?:{sign})$")
