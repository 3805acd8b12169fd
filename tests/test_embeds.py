"""Embeds of every kind: each rule's own examples, what an editor would leave, and what must stay."""

import pytest

from newsnorm.document import Document
from newsnorm.embeds import find_embeds, remove_embeds
from newsnorm.embeds.scan import scan_document
from newsnorm.rules import Rule, shipped

RULES = [rule for folder in ("cms", "embed") for rule in shipped(folder) if rule.kind in ("embed", "shortcode")]


def cases(field: str) -> list[object]:
    """One parameter an example, named by rule and number."""
    return [
        pytest.param(rule, text, id=f"{rule.id}-{number}")
        for rule in RULES
        for number, text in enumerate(getattr(rule, field))
    ]


def found_by(text: str) -> set[str]:
    """The rules that found something in a text."""
    return {one.rule for one in scan_document(Document(text))}


def test_there_are_rules() -> None:
    """An empty folder would make the tests below pass."""
    assert len(RULES) > 40


@pytest.mark.parametrize(("rule", "text"), cases("hit"))
def test_a_hit_is_found(rule: Rule, text: str) -> None:
    """The rule finds its own example among all others."""
    assert rule.id in found_by(text)


@pytest.mark.parametrize(("rule", "text"), cases("miss"))
def test_a_miss_stays(rule: Rule, text: str) -> None:
    """No rule takes it, and removal gives the very text back."""
    assert find_embeds(text) == ()
    assert remove_embeds(text) == text
