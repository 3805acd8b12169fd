"""Where a run of script statements may start: at a line that looks like code, or glued to a sentence.

`get_text()` without a separator glues a script to the words before it, and to those behind it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from newsnorm.document import Document
from newsnorm.embeds.javascript import starts_code
from newsnorm.embeds.signs import followed, led, may_call

__all__ = ["script_starts", "starts_loose"]

_HINTS = (".push", "function", "window.", "document.", "googletag", "google_ad")
_CLOSED = (")", "}", "]", "'", '"')
"""With one of these and a semicolon, or with two closing brackets, ends every script that is glued to a sentence."""
_ENDS = frozenset(";{}),]>[(=+&|:/*")


@lru_cache(maxsize=1)
def _glued() -> re.Pattern[str]:
    """Loaders that stand right behind a word. Every way starts with a letter or sign of its own: so `re` is fastest."""
    picture = r"\((?:new Image|nueva imagen|nouvelle image|nova imagem|nuova immagine)\s?\(\)\s?\)\s?\.\s?src\s?="
    return re.compile(
        r"window\.[\w$]{1,60}\s?=(?!=)|\(\s?adsbygoogle\s?=|\(function\s?\(|!function\s?\(|_taboola\.push\("
        r"|document\.write(?:ln)?\s?\((?:[\"']|new )|googletag\.(?:display|pubads|enableServices)\("
        # a statement that no sentence starts with, right behind one that ends
        rf"|OBR\.extern\.\w{{4,40}}\(|{picture}|i{_behind_word('i')}f\s?\(\s?(?:typeof|window|document|screen|!|[\"'])"
        rf"|v{_behind_word('v')}ar\s[\w$]{{1,60}}\s?=\s|g{_behind_word('g')}oogle_ad_client\s?=",
        re.ASCII,
    )


def _behind_word(letter: str) -> str:
    """What stands before a letter: the end of a word or a sentence."""
    return rf"(?<=[\w.!?”\"»)\]]{letter})(?<![\s_$]{letter})(?<!\w\.\w{letter})"


@lru_cache(maxsize=1)
def _pushes() -> re.Pattern[str]:
    """A call that puts a loader into its queue."""
    # translated by a machine on some sites
    function = "(?:function|función|fonction|funzione|função|Funktion|функция)"
    return re.compile(rf"\.(?:cmd|queue|que|adq)\.push\s?\(\s?(?:async\s)?(?:{function}|\(|\{{|\[)", re.ASCII)


@lru_cache(maxsize=1)
def _owner() -> re.Pattern[str]:
    """Whose queue it is: the name that ends here."""
    return re.compile(r"(?:window\.)?[A-Za-z_$][\w$]{0,40}\Z", re.ASCII)


def _queues(text: str) -> Iterator[tuple[int, int]]:
    """Where calls start that put a loader into a queue, and where their bracket opens."""
    for match in _pushes().finditer(text):
        first = max(0, match.start() - 60)
        owner = _owner().search(text[first : match.start()])
        if owner is not None:
            yield first + owner.start(), text.index("(", match.start())


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    """A statement right behind the end of a sentence, that is given something only a script has."""
    name = r"[A-Za-z_$][\w$]{1,60}+"
    path = rf"(?:window\.)?{name}(?>(?:\.{name}){{0,6}})"
    called = r"\(\s{0,9}(?:[\"'{\[\d()]|function\b|async\b)"
    assigned = r"=\s?(?:[\"'{\[\d(]|[A-Za-z_$][\w$.]{0,60}\s?(?:\|\||[\[(;]))"
    block = rf"[;!]?\(function\b|!function\b|var\s{name}\s?=|try\s?\{{|if\s?\(|(?:\$|jQuery)\("
    return re.compile(
        r"[.!?”\"»)\]…。](?<!window\.)(?<!self\.)(?<!this\.)"
        rf"(?=({block}|new\s{name}(?:\.{name}){{0,3}}\(|{path}(?:\s?(?:{called}|{assigned})|\s&&\swindow)))",
        re.ASCII,
    )


@lru_cache(maxsize=1)
def starts_loose() -> re.Pattern[str]:
    """What only a script starts with, wherever it stands."""
    return re.compile(r"[;!]?\(function\s?\(|!function\s?\(|(?:\$|jQuery)\((?:document|function|window)\b|window\.__")


def script_starts(doc: Document) -> list[tuple[int, str]]:
    """Where a run may start, in order: on a "line" of its own, "inside" one, or "behind" a sentence."""
    starts: dict[int, str] = {}
    text = doc.text
    pattern = starts_code()
    for block in doc.blocks:
        words = block.text
        if (
            (words[-1] in _ENDS or ";" in words)
            and ("(" in words or "=" in words or "{" in words or "CDATA[" in words)
            and pattern.match(words)
        ):
            starts[block.start] = "line"
    calls = may_call(text)
    if calls and any(map(text.__contains__, _HINTS)):
        for match in _glued().finditer(text):
            starts.setdefault(match.start(), "inside")
    if calls and ".push" in text:
        for start, bracket in _queues(text):
            starts.setdefault(start, "inside")
            starts.pop(bracket, None)  # what is pushed is a part of the call
    if led(text, ";", _CLOSED) or followed(text, "}", (")",)):
        reached = 0
        for match in _behind().finditer(text):
            if match.start(1) >= reached:
                starts.setdefault(match.start(1), "behind")
                reached = match.end(1)
    return sorted(starts.items())
