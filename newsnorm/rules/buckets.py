"""Rules by how a line goes on behind its first word, so that of the many with one first word few are asked."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

from newsnorm.rules.linekeys import BRACKETS
from newsnorm.rules.openings import Opening
from newsnorm.rules.phrases import Match

__all__ = ["Bucket", "Need", "Question", "Way", "holders"]

T = TypeVar("T")


class Question(Generic[T]):
    """A rule to be asked, its pattern made when first asked."""

    __slots__ = ("_compiled", "_match", "rule")

    def __init__(self, rule: T, compiled: Callable[[], Match]) -> None:
        self.rule: T = rule
        self._compiled = compiled
        self._match: Match | None = None

    def match(self, line: str) -> Mapping[str, str] | None:
        """What the rule's pattern says."""
        if self._match is None:
            self._match = self._compiled()
        return self._match(line)


class Way(NamedTuple, Generic[T]):
    """A rule, and which lines it is asked about."""

    opening: Opening
    """How the line starts or ends."""
    has: str
    """What it holds."""
    is_closed: bool
    """True when it ends in a bracket."""
    question: Question[T]

    def fits(self, key: str, bare: str) -> bool:
        """True for a line's key, also without brackets before it, that starts or ends so."""
        starts, ends, _ = self.opening
        if self.has not in key:
            return False
        if not ends:
            return not starts or bare.startswith(starts)
        return bare.startswith(starts) or bare.rstrip(BRACKETS).endswith(ends)


class Need(NamedTuple):
    """A word that lets a rule be asked."""

    word: str
    """The word, or several, or a sign."""
    part: str
    """Another such word that it holds, "" for none: where that is not, this is not."""
    is_closed: bool
    """True when all its rules are about lines that end in a bracket, as few do."""


class Bucket(Generic[T]):
    """The rules of one first word."""

    __slots__ = ("_after", "_by_pair", "_ending", "_ends", "_having", "_starting", "_ways")

    def __init__(self, word: str = "") -> None:
        self._after = len(word) + 1
        """Where a line goes on."""
        self._ways: list[Way[T]] = []
        # the places of ways: by the two letters that a line goes on with; those that start anyhow; those with an end
        self._by_pair: dict[str, list[int]] = {}
        self._starting: list[int] = []
        self._ending: list[int] = []
        self._ends: tuple[str, ...] = ()
        self._having: dict[str, list[int]] = {}

    def add(self, way: Way[T]) -> None:
        """Put a rule behind the others."""
        starts, ends, _ = way.opening
        at, after = len(self._ways), self._after
        self._ways.append(way)
        if ends:
            self._ends += ends
            self._ending.append(at)
        if starts and min(map(len, starts)) >= after + 2:
            for pair in {start[after : after + 2] for start in starts}:
                self._by_pair.setdefault(pair, []).append(at)
        elif starts or not ends:
            if way.has:
                self._having.setdefault(way.has, []).append(at)
            else:
                self._starting.append(at)

    def needs(self) -> list[Need]:
        """The words that let a rule be asked, the shorter first."""
        listed = sorted(self._having, key=len)
        return [
            Need(
                word,
                next((part for part in listed[:at] if part in word), ""),
                all(self._ways[way].is_closed for way in self._having[word]),
            )
            for at, word in enumerate(listed)
        ]

    def ways(self, key: str, bare: str, needs: Sequence[str] | None = None) -> Sequence[Way[T]]:
        """The rules that may fit a line's key, in order: mostly none. `needs` are the words that it holds, if known."""
        found = self._starting.copy()
        if self._by_pair:
            found += self._by_pair.get(bare[self._after : self._after + 2], ())
        if self._ends and bare.rstrip(BRACKETS).endswith(self._ends):
            found += self._ending
        if needs is None:
            needs = [need for need in self._having if need in key]
        for need in needs:
            found += self._having[need]
        return [self._ways[at] for at in sorted(set(found))] if found else ()


def holders(keys: Sequence[str], needs: Iterable[Need]) -> Mapping[int, Sequence[str]]:
    """Which of many keys hold which words that let a rule be asked.

    Words of which all rules are about lines that end in a bracket are only looked for in these.
    """
    found: dict[int, list[str]] = {}
    closed = [at for at, key in enumerate(keys) if key[-1:] in _CLOSING]
    for is_closed, places in ((False, range(len(keys))), (True, closed)):
        if places:  # else the empty word would be found all the same
            _hold([need for need in needs if need.is_closed == is_closed], keys, places, found)
    return found


_CLOSING = (")", "]")


def _hold(needs: Iterable[Need], keys: Sequence[str], places: Sequence[int], found: dict[int, list[str]]) -> None:
    """Note which of the keys at these places hold which words: all are searched as one."""
    page = "\n".join([keys[at] for at in places])
    ends = [*accumulate([len(keys[at]) + 1 for at in places])]
    absent = set[str]()
    for need, part, _ in needs:
        at = -1 if part in absent else page.find(need)
        if at < 0:
            absent.add(need)
        while at >= 0:
            line = bisect_right(ends, at)
            found.setdefault(places[line], []).append(need)
            at = page.find(need, ends[line])
