"""What stands behind the story's last paragraph and reads like prose: the site to its readers, or about the author.

"Got a tip? Write to us." "Ada Lindqvist is a reporter in Lakeport." Their form is that of any sentence, so other
evidence is weighed: who speaks to whom, whether the story's words are used, and what stands between. It is asked from
the last line up, and ends at the first line that has too little of it; who speaks must be among it.
"""

from collections.abc import Mapping, Sequence
from functools import cache, cached_property, lru_cache
from itertools import islice

from newsnorm.document import Document
from newsnorm.shelf import read_toml, shelf
from newsnorm.story.cohesion import share_of, vocabulary
from newsnorm.story.quotations import is_quoting, own_words
from newsnorm.story.sitespeech import site_words
from newsnorm.story.units import Unit

__all__ = ["lives", "story_end", "tables"]

_LEAD, _LONG = 3, 5
"""The story's words are those of its first so many sentences of such a size; none of them is asked."""

_ENOUGH = (7, 7, 7, 7, 7, 10, 13)
"""So many points speak against a line of such a size, tenths of a log odd, measured on the last lines of some six
hundred pages: the longer it is, the more would be lost."""

_DOUBT = 5
"""So many speak for any line."""

_SPEAKS = {"readers": 5, "site": 5, "writers": 10}
_SIGNS = {"!": 6, "?": 9, "@": 11}
_SITE_WORD = 9
_TWO = 9
"""Points of who speaks, of the signs at the line's end or, the last one, in it, of a site's own word, two at most; and
so many there must be of them: one "we" is many a story's last."""

_QUOTED, _SHORT, _LONGEST, _CUT = -9, 6, -6, 8
"""Points of a quotation, of a short line, of a very long one, and of one that is cut short."""

_STRANGE, _SHARED, _HALF = 7, -17, 0.3
"""Points of a line without any of the story's words, and of one with such a part of them or more."""

_ABOVE = {"label": 11, "capitals": 11, "number": 11, "time": 11, "symbols": 11, "link": 11, "bar": 11, "line": 13}
_MARK, _RELATED = 14, 7
"""Points of what stands between a line and the one above it: a title, buttons, links to other stories."""

_NEUTRAL = frozenset({"embed", "credit", "caption", "headline", "headline_repeat", "player", "standfirst"})
"""Such marks stand between any two paragraphs."""

_SPEECH = frozenset({"sentence", "question", "cut", "colon", "long line", "prose again"})
_TITLES = frozenset(_ABOVE)


def story_end(doc: Document, units: Sequence[Unit], first: int, last: int) -> int:
    r"""The last unit of a story, which begins with unit `first`, without what is said behind it.

    >>> from newsnorm.story.units import units_of
    >>> one = "The harbour of Lakeport was closed on Monday after two days of rain, the harbour master said, and "
    >>> story = f"{one}{one}.\nNobody saw the ferry: {one}{one}.\nNo boat was lost: {one}{one}."
    >>> doc = Document(f"{story}\nHarbour news\nGot a tip for our desk? Write to us!")
    >>> story_end(doc, units_of(doc), 0, 4)
    2
    """
    lead = list(islice((at for at in range(first, last + 1) if _is_long(units[at])), _LEAD))
    if len(lead) < _LEAD:
        return last
    opening = _Opening([doc.text[units[at].start : units[at].end] for at in lead])
    end, at, room = last, last, sum(map(len, opening.lines))
    while at > lead[-1]:
        unit = units[at]
        if unit.size >= 2 and unit.name in _SPEECH:
            room -= unit.end - unit.start
            if room < 0 or not _is_said(doc.text, units, at, opening):
                break
            end = at - 1
        elif unit.size >= 0 and unit.name not in _TITLES:
            break
        at -= 1
    while end < last and end > lead[-1] and (units[end].size < 0 or units[end].name in _TITLES):
        end -= 1
    return end


def _is_long(unit: Unit) -> bool:
    return unit.name == "sentence" and unit.size >= _LONG


class _Opening:
    """The story's first sentences, and what words they use: read when the first line asks for them."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines

    @cached_property
    def story(self) -> frozenset[str]:
        """The story's longer words."""
        return vocabulary(self.lines)

    @cached_property
    def said(self) -> frozenset[str]:
        """The tables' words that it uses too."""
        return frozenset().union(*map(_words, self.lines))


def _is_said(text: str, units: Sequence[Unit], at: int, opening: _Opening) -> bool:
    """True when enough speaks against a line; who speaks is asked first, for hardly any story's end says it."""
    start, end, name, size = units[at]
    line = text[start:end]
    words = _words(line)
    found = [table for table, listed in tables().items() if not listed.isdisjoint(words)]
    signs = _SIGNS.get(line[-1], 0) + (_SIGNS["@"] if line[-1] != "@" and "@" in line else 0)
    sites = site_words(line)
    if not (found or signs or sites or name == "cut"):
        return False
    sites = min(2, site_words(line, opening.story)) * _SITE_WORD if sites else 0
    speaks = sum([_SPEAKS[table] for table in found if tables()[table].isdisjoint(opening.said)])
    cut = _CUT if name == "cut" else 0
    spoken = speaks + signs + sites + cut
    if spoken < _TWO:
        return False
    length = _SHORT if size <= 3 else _LONGEST if size == 6 else 0
    quoted = _QUOTED if is_quoting(line) else 0
    points = spoken + length + quoted + _strange(line, opening.story) + _between(units, at)
    return points - _DOUBT > _ENOUGH[size]


def _strange(line: str, story: frozenset[str]) -> float:
    share = share_of(line, story)
    return _STRANGE if share == 0 else _SHARED * min(_HALF, 0.1 if share is None else share)


def _between(units: Sequence[Unit], at: int) -> int:
    """Points of the marks right above a unit, and of the line there: whichever says most, so that no cut adds any."""
    most = 0
    for unit in reversed(units[max(0, at - 10) : at]):
        if unit.size >= 0:
            return max(most, _ABOVE.get(unit.name, 0))
        if unit.name not in _NEUTRAL:
            most = max(most, _RELATED if unit.name == "related" else _MARK)
    return most


@lru_cache(maxsize=64)  # a page's last lines are asked again for its clean page
def _words(line: str) -> frozenset[str]:
    """The tables' words that a line has outside quotation marks: in small letters, and as printed behind the first."""
    words = own_words(line)
    told = _told()
    return told.intersection(words[1:]) | told.intersection(map(str.lower, words))


@cache
def tables() -> Mapping[str, frozenset[str]]:
    """The words of each table: who speaks, and to whom."""
    return {name: found for name, found in _listed().items() if name in _SPEAKS}


def lives() -> frozenset[str]:
    """The verbs with which a sentence on somebody's life goes on behind the name.

    >>> "writes" in lives()
    True
    """
    return _listed()["lives"]


@cache
def _listed() -> Mapping[str, frozenset[str]]:
    found = read_toml((shelf() / "lastwords.toml").read_text(encoding="utf-8"))
    return {name: frozenset(" ".join(listed.values()).split()) for name, listed in found.items()}


@cache
def _told() -> frozenset[str]:
    """The words of all tables."""
    return frozenset().union(*tables().values())
