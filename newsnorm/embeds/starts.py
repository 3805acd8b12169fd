"""Where a run of script statements may start: at a line that looks like code, or glued to a sentence.

`get_text()` without a separator glues a script to the words before it, and to those behind it.
"""

import re
from functools import lru_cache

from newsnorm.document import Document
from newsnorm.embeds.javascript import starts_code

__all__ = ["script_starts", "starts_loose"]

_HINTS = (".push", "function", "window.", "document.", "googletag", "google_ad")
_STOPS = (");", "};", "})", "];", '";', "';")
"""One of these stands in every script that is glued to a sentence."""
_ENDS = frozenset(";{}),]>[(=+&|:/*")


@lru_cache(maxsize=1)
def _glued() -> re.Pattern[str]:
    """Loaders that stand right behind a word."""
    # translated by a machine on some sites
    function = "(?:function|función|fonction|funzione|função|Funktion|функция)"
    pushes = r"\.(?:cmd|queue|que|adq)\.push\s?\(\s?(?:async\s)?"
    queue = rf"(?:window\.)?[A-Za-z_$][\w$]{{0,40}}?{pushes}(?:{function}|\(|\{{|\[)"
    picture = r"\((?:new Image|nueva imagen|nouvelle image|nova imagem|nuova immagine)\s?\(\)\s?\)\s?\.\s?src\s?="
    asks = r"if\s?\(\s?(?:typeof|window|document|screen|!|[\"'])"
    return re.compile(
        rf"window\.[\w$]{{1,60}}\s?=(?!=)|{queue}|\(\s?adsbygoogle\s?=|[(!]function\s?\(|_taboola\.push\("
        r"|document\.write(?:ln)?\s?\((?:[\"']|new )|googletag\.(?:display|pubads|enableServices)\("
        r"|OBR\.extern\.\w{4,40}\("
        # a statement that no sentence starts with, right behind one that ends
        rf"|{picture}|(?<=[\w.!?”\"»)\]])(?<![\s_$])(?<!\w\.\w)(?:{asks}|var\s[\w$]{{1,60}}\s?=\s|google_ad_client\s?=)",
        re.ASCII,
    )


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
    if any(hint in text for hint in _HINTS):
        for match in _glued().finditer(text):
            starts.setdefault(match.start(), "inside")
    if any(sign in text for sign in _STOPS):
        reached = 0
        for match in _behind().finditer(text):
            if match.start(1) >= reached:
                starts.setdefault(match.start(1), "behind")
                reached = match.end(1)
    return sorted(starts.items())
