"""The peers to be measured against: each takes a page's text, or its HTML. Who is not installed is left out."""

import sys
from collections.abc import Callable
from typing import Any

__all__ = ["HTML_PEER", "Peer", "html_peer", "peers"]

Peer = Callable[[str], Any]

HTML_PEER = "trafilatura, on the HTML"


def _ftfy() -> Peer:
    import ftfy

    return ftfy.fix_text


def _clean_text() -> Peer:
    import cleantext

    clean: Peer = cleantext.clean
    return clean


def _c4() -> Peer:
    """Datatrove's line filter of the C4 corpus, its sentence splitter off: that takes 50 times as long."""
    from datatrove.data import Document
    from datatrove.pipeline.filters.c4_filters import C4QualityFilter

    c4 = C4QualityFilter(min_num_sentences=-1, filter_curly_bracket=False)
    return lambda text: c4.filter(Document(text=text, id="0"))


def _trafilatura() -> Peer:
    import trafilatura

    extract: Peer = trafilatura.extract
    return extract


_TEXT: dict[str, Callable[[], Peer]] = {"ftfy.fix_text": _ftfy, "clean-text": _clean_text, "datatrove, C4 lines": _c4}


def _there(makers: dict[str, Callable[[], Peer]]) -> dict[str, Peer]:
    found = {}
    for name, make in makers.items():
        try:
            found[name] = make()
        except ImportError as error:
            sys.stderr.write(f"{name} is left out: {error}\n")
    return found


def peers() -> dict[str, Peer]:
    """Those that take the text."""
    return _there(_TEXT)


def html_peer() -> dict[str, Peer]:
    """The one that takes HTML."""
    return _there({HTML_PEER: _trafilatura})
