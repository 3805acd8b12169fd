"""The story's title in a page full of menus, where no repeat and no page's title proves it: what speaks for a line.

A dump of a whole page begins with its menu, or with a title made for search engines. The story's own title stands
once, above the byline, the date or the first paragraph, and uses the story's words, which menus and teasers do not.
Points are tenths of a log odd, rounded from some four thousand lines of real pages.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import islice
from math import inf
from operator import itemgetter

from newsnorm.document import Block, Document
from newsnorm.headlines.same import headline_key, same_headline
from newsnorm.story.cohesion import share_of, vocabulary
from newsnorm.story.head import SHORTEST_PROSE, SIGNED, is_prose, squeezed
from newsnorm.story.layout import is_title, share_words
from newsnorm.story.shape import shape_of

__all__ = ["better_title", "is_titled", "stands_out", "story_start", "tells"]

_FULL, _CHAR = 400, 0.025
"""A paragraph speaks for the story with its length, up to so many code points, so many points each."""

_SAID, _SENTENCE, _LINE = 40, 0.5, -2
"""A line of so many code points with an end of sentence says a little; any other line speaks against the story."""

_ENDS = '.!?…。।”"»'

_REACH = 30
"""So many lines above the story are looked at."""

_FAR_OFF = 400
"""No page's title is longer, in code points."""

_PARAGRAPHS, _FAR = 5, 12
"""The story's words are those of so many paragraphs among its first lines."""

_SOON = 2
"""A byline or a date belongs to a title so many lines above it."""

_MENU = frozenset({"related", "paywall", "nav", "player"})
"""What stands below a menu's line, and hardly below a title."""

_SHARES = (0.01, 0.2, 0.34, 0.5, 0.67, 0.9)
_BY_SHARE = (-30, -25, -11, -5, 0, 3, -3)
"""Points by the part of a line's words that the story has; all that speaks for no line is in them."""

_STRANGE = -20
"""With so few of them a line that stands once is not asked for more."""

_BY_FORM = {"label": -11, "numbered": -25, "cut": -10, "sentence": -11}
_AGAIN, _IN_PAGE_TITLE = 17, 20
_IN_A_ROW = -6
_ABOVE_PROSE = 3
_ABOVE_SIGN, _WITHOUT_SIGN = 8, -3
_UNDER_MENU, _AWAY, _SHORT, _BELOW_STORY = -9, -6, -3, -15
_WORDS, _AWAY_FROM, _STORY, _LONG = 5, 9, 3, 100

_WAY = 3
"""Below the way to the page its title stands so soon."""

_CHOSEN = 12
"""More for the line that other signs speak for already."""

_STRANGER, _FAR_BETTER, _CLOSE = -20, 24, 3
"""A chosen line of so few points is no title of this story where a line below it has so many more points and stands so
close to the story, whatever menu there is: "Find anything you save", and then the title."""

_FURNITURE = frozenset(
    {"app", "comments", "cookie", "copyright", "counter", "nav", "newsletter", "other", "paywall", "related", "tags"}
)
_MUCH, _MANY = 2, 5
"""So many pieces of furniture, or so many lines without a sentence, are a menu."""

_LEAST = -8
"""A title has so many points at least."""

_LONGEST_PLAIN, _LONGEST_FIRST = 115, 135
"""Without anything that speaks for it, a longer line is a sentence without its full stop; in code points. The page's
first line may be longer: of 127 such lines that look like titles, 5 were the story's."""

_CAPITALS = 0.7
"""So many of the longer words of a title in title case begin with a capital; a sentence has fewer."""

_LABELS = frozenset({"label", "bar", "capitals"})
_KICKERS = 3
"""Above a title so many lines may be kickers. Of labels without more that speaks for them 58 of 63 were a menu's."""

_TOLD = {"sentence": 2, "question": 4}
"""A sentence of such a size, as shapes have them, is a story's; a title may be a question."""


def stands_out(doc: Document, title: Block, blocks: Sequence[Block]) -> bool:
    """True for a title that needs nothing to speak for it.

    The story has not begun above it. Below a few lines, a menu is likelier than a kicker, and the story must follow;
    labels, bars and capitals are a menu's.
    """
    above = [block for block in blocks if block.start < title.start]
    below = next((block.text for block in doc.blocks if block.start > title.start), "")
    is_led = is_title(below) and share_words(title.text, below)  # a summary without its full stop
    if any(map(tells, above)) or not (is_led or _is_plain(title.text, first=title is blocks[0])):
        return False
    is_label = shape_of(squeezed(title.text)).name in _LABELS
    if not above or (len(above) <= _KICKERS and not is_label):
        return True
    return is_prose(below) and (len(above) <= _KICKERS or not is_label)


def _is_plain(text: str, *, first: bool) -> bool:
    """True for a title that is short, or whose words begin with capitals."""
    if len(text) <= (_LONGEST_FIRST if first else _LONGEST_PLAIN):
        return True
    words = [word for word in text.split() if len(word) > 3 and word[0].lower() != word[0].upper()]
    return bool(words) and sum(word[0].isupper() for word in words) >= _CAPITALS * len(words)


def tells(block: Block) -> bool:
    """True for a sentence, though it may be too short for a paragraph."""
    name, size = shape_of(squeezed(block.text))
    return size >= _TOLD.get(name, 7)


def is_titled(block: Block) -> bool:
    """Asked of the line as it will be printed."""
    return is_title(squeezed(block.text))


def story_start(blocks: Sequence[Block]) -> int:
    """The first line of the run that says most, by its paragraphs alone: its number, -1 without any paragraph.

    >>> story = "The harbour was closed on Monday after two days of rain, said Ada Lindqvist, the mayor."
    >>> story_start((Block(0, 4, "Sport"), Block(6, 94, story)))
    1
    """
    most = total = 0.0
    start = first = -1
    for at, (_, _, text) in enumerate(blocks):
        size = len(text)
        if (size >= _LONG and text[-1] in _ENDS) or (size >= SHORTEST_PROSE and is_prose(text)):
            if total <= 0:
                total, start = 0.0, at
            total += min(size, _FULL) * _CHAR
            if total > most:
                most, first = total, start
        elif total > 0:
            total += _SENTENCE if size >= _SAID and text[-1] in _ENDS else _LINE
    return first


def better_title(doc: Document, chosen: Block | None) -> Block | None:
    """The line above the story that more speaks for than for the chosen one; None where none is, or no menu.

    >>> from newsnorm.document import Mark
    >>> story = "The harbour was closed on Monday after two days of rain, said Ada Lindqvist, the mayor."
    >>> text = f"Get all of our offers\\nLog in\\nMenu\\nWhy rain closed the harbour for two days\\n{story}"
    >>> doc = Document(text, marks=(Mark(22, 28, "paywall", "mine:login"), Mark(29, 33, "nav", "mine:menu")))
    >>> better_title(doc, Block(0, 21, text[:21]))[2]
    'Why rain closed the harbour for two days'
    """
    blocks, is_noisy = doc.blocks, _has_menu(doc)
    if not (is_noisy or (doc.marks and chosen)):
        return None  # as nearly always on a clean page
    first = story_start(blocks)
    place = bisect_right(blocks, chosen.start, key=_start) - 1 if chosen else -1
    if first < 1 or place > first or not (is_noisy or place + 1 < first):
        return None
    alone = [at for at in range(max(0, first - _REACH), first) if _stands_alone(blocks, at)]
    if alone in ([], [place]):
        return None
    above = _Above(doc, first)
    titles = {at: above.points(at) for at in alone}
    best = max(titles, key=titles.__getitem__)
    best = next((at for at in range(best + 1, best + 1 + _WAY) if at in titles and _ends(blocks, best, at)), best)
    if best == place:
        return None
    is_noisy = is_noisy and _is_noisy(doc, best)
    points = above.points(place) if chosen else 0.0
    least = (points + _CHOSEN if chosen else _LEAST) if is_noisy else inf
    if points <= _STRANGER and place < best and first - best <= _CLOSE:
        least = min(least, points + _FAR_BETTER)
    return blocks[best] if titles[best] > least else None


def _has_menu(doc: Document) -> bool:
    """True for a page with much furniture, or with many short lines on its top."""
    return sum(mark.kind in _FURNITURE for mark in doc.marks) >= _MUCH or _begins_with_lines(doc.blocks)


def _begins_with_lines(blocks: Sequence[Block]) -> bool:
    """True for a page that begins with many lines that are no paragraphs."""
    return len(blocks) > _MANY and not any(is_prose(block[2]) for block in blocks[:_MANY])


def _stands_alone(blocks: Sequence[Block], at: int) -> bool:
    """True for a title that is no part of a sentence broken into lines."""
    text = squeezed(blocks[at][2])
    return is_title(text) and not text[0].islower() and not (at + 1 < len(blocks) and blocks[at + 1][2][0].islower())


def _is_noisy(doc: Document, at: int) -> bool:
    """True where a menu stands above a line: much furniture; or some, or short lines, without any sentence."""
    start = doc.blocks[at].start
    furniture = sum(mark.kind in _FURNITURE for mark in doc.marks if mark.start < start)
    if furniture >= _MUCH:
        return True
    return (furniture > 0 or at >= _MANY) and not any(map(tells, doc.blocks[:at]))


def _ends(blocks: Sequence[Block], way: int, title: int) -> bool:
    """True where one line is the way to the page, "Home News Rain floods port", and the other the title it ends in."""
    return headline_key(blocks[way][2]).endswith(headline_key(blocks[title][2]))


_start = itemgetter(0)


class _Above:
    """What is asked of every line above the story."""

    def __init__(self, doc: Document, first: int) -> None:
        self.blocks, self.first = doc.blocks, first
        self.title = doc.blocks[0][2][:_FAR_OFF]
        prose = (text for _, _, text in doc.blocks[first : first + _FAR] if is_prose(text))
        self.words = vocabulary(islice(prose, _PARAGRAPHS))
        self.lines = [block[0] for block in doc.blocks[: first + 2]]
        self.times = Counter([block[2] for block in doc.blocks])
        marks = doc.marks[: bisect_left(doc.marks, self.lines[first], key=_start)]
        self.marks = [mark[0] for mark in marks]
        self.kinds = [mark[2] for mark in marks]
        self.signs = [mark[0] for mark in marks if mark[2] in SIGNED]

    @cached_property
    def prose(self) -> list[int]:
        """The paragraphs among them."""
        above = enumerate(self.blocks[: self.first])
        return [at for at, (_, _, text) in above if len(text) >= _LONG and is_prose(text)]

    def points(self, at: int) -> float:
        text = squeezed(self.blocks[at][2])
        found = _BY_SHARE[bisect_right(_SHARES, share_of(text, self.words) or 0)]
        if found < _STRANGE and self.times[self.blocks[at][2]] == 1:
            return found  # a menu's line, as most
        found += _BY_FORM.get(shape_of(text.replace("|", "-")).name, 0)
        found += _AGAIN * (self.times[self.blocks[at][2]] > 1)
        found += _IN_PAGE_TITLE * (at > 0 and same_headline(self.title, text))
        found += _SHORT * (text.count(" ") < _WORDS)
        found += _AWAY * (self.first - at > _AWAY_FROM)
        found += _BELOW_STORY * (bisect_left(self.prose, at) >= _STORY)
        return found + self._signed(at) + self._beside(at)

    def _signed(self, at: int) -> int:
        """Points for a byline or a date below a title, and for any other mark right below it."""
        number = bisect_right(self.signs, self.lines[at])
        sign = self.signs[number] if number < len(self.signs) else self.lines[-1]
        lines = bisect_right(self.lines, sign) - 1 - at if sign < self.lines[self.first] else -1
        return _ABOVE_SIGN if 0 <= lines <= _SOON else _WITHOUT_SIGN if lines < 0 else 0

    def _beside(self, at: int) -> int:
        """Points for what stands right above and below a line: titles in a row are a menu's."""
        number = bisect_right(self.marks, self.lines[at])
        below = self.lines[at + 1] if at + 1 < len(self.lines) else self.lines[at]
        found = _UNDER_MENU * (number < len(self.marks) and self.marks[number] < below and self.kinds[number] in _MENU)
        for near in (at - 1, at + 1):
            if 0 <= near < len(self.blocks):
                text = squeezed(self.blocks[near][2])
                found += _ABOVE_PROSE if near > at and is_prose(text) else _IN_A_ROW * is_title(text)
        return found
