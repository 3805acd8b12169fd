"""The signs of a byline: what parts it, an address, a name on a network."""

import re
from functools import cache

__all__ = ["bars", "commas", "email", "handle", "has_bars", "next_field"]


@cache
def email() -> re.Pattern[str]:
    """An address, with brackets around it."""
    return re.compile(r"[(<\[]?\s?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\s?[)>\]]?")


@cache
def handle() -> re.Pattern[str]:
    """What a reporter is called on a network: "Jane Ronan @janeronan"."""
    return re.compile(r"(?<!\S)[(\[]?@{1,2}\w{2,30}[)\]]?(?!\S)")


@cache
def bars() -> re.Pattern[str]:
    """What parts names from what else the line says."""
    return re.compile(r"[|•·/\t\u3000\n\r]|\s{1,9}[–—ـ-]{1,2}\s|\s{3,9}")  # Arabic pages use their tatweel for a dash


def has_bars(text: str) -> bool:
    """True where a line has more parts than one: "By Jo Marsh | Harbour Times"."""
    if text.isprintable():  # as most lines: the only blank is the plain one, and then few signs can be bars
        if text.isascii():
            return "|" in text or "/" in text or " -" in text or "   " in text
        if not any(map(text.__contains__, _MAY_PART)):
            return False
    return bars().search(text) is not None


@cache
def next_field() -> re.Pattern[str]:
    """Where a line goes on with something else: "… Source:", "… 来源：", "… on" (a date was cut off there)."""
    return re.compile(r"\s{1,9}(?=[^\s:：]{1,20}\s?[:：])|\s{1,9}(?:on|at)$")


_MAY_PART = ("|", "•", "·", "/", " -", " –", " —", " ـ", "   ")
"""One of these has a line with plain blanks that `bars` parts."""


@cache
def commas() -> re.Pattern[str]:
    """What parts a name from the next, from a job and from a place."""
    return re.compile(r"[,;،、，]")
