"""The head of a paragraph, and what is needed to read it."""

from typing import NamedTuple

from newsnorm.datelines.tokens import Token
from newsnorm.datelines.words import Words

__all__ = ["AND", "COMMAS", "Head", "phrase"]

COMMAS = frozenset({",", "،"})
AND = frozenset(["and", "und", "et", "e", "y", "i", "en", "dan", "ve", "och", "og"])
"""Between two cities: "SÃO PAULO E RIO -"."""


class Head(NamedTuple):
    """The head of a paragraph."""

    text: str
    tokens: list[Token]
    script: str
    words: Words

    def phrase(self, at: int, end: int) -> str:
        """The printed words from one token to another, one blank between them."""
        return phrase(self.text, self.tokens, at, end)

    def comma_before(self, at: int) -> bool:
        """True when a comma stands before a token."""
        return at > 0 and self.tokens[at - 1].text in COMMAS


def phrase(text: str, tokens: list[Token], at: int, end: int) -> str:
    """The printed words from one token to another, one blank between them."""
    return " ".join(text[tokens[at].start : tokens[end - 1].end].split())
