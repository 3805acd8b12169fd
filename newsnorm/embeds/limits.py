"""Two helpers that keep the scanners linear in the text."""

import re

__all__ = ["Budget", "Following"]


class Budget:
    """How many code points may still be read in vain; when none are left, a scanner stops looking."""

    __slots__ = ("left",)

    def __init__(self, text: str) -> None:
        self.left: int = 4 * len(text) + 10_000


class Following:
    """The next place of a pattern, for questions that only go forward: the text is searched once, all in all."""

    __slots__ = ("_at", "_found", "_pattern", "_text")

    def __init__(self, text: str, pattern: re.Pattern[str]) -> None:
        self._text, self._pattern = text, pattern
        self._found: re.Match[str] | None = None
        self._at = -1

    def match(self, at: int) -> re.Match[str] | None:
        """The first match that starts at or after `at`; None when there is none."""
        if self._at < 0 or (self._found is not None and self._found.start() < at):
            self._found = self._pattern.search(self._text, at)
            self._at = at
        return self._found
