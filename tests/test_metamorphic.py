"""What must not change the article: another page that says the same, and steps in another order."""

import dataclasses
from itertools import permutations

from hypothesis import event, given
from hypothesis import strategies as st

from newsnorm import Article, Document, annotate, normalize
from newsnorm.steps.dates import dates
from newsnorm.steps.embeds import embeds
from newsnorm.steps.lines import lines
from newsnorm.steps.tails import tails
from newsnorm.text.mending import mend
from strategies import news, plain_titles, stories, titles

_WHERE = {"removed", "repairs", "source", "start", "end"}
"""Fields that count the raw input."""


def said(article: Article) -> dict[str, object]:
    """All that an article says, without what counts the raw input."""
    return {field.name: _bare(getattr(article, field.name)) for field in dataclasses.fields(article)
            if field.name not in _WHERE}  # fmt: skip


def read(page: str) -> Article:
    """With the rules of every language: of a page in three of them, one more line can tell another."""
    return normalize(page, language="und")


def _bare(value: object) -> object:
    """A value without offsets."""
    if isinstance(value, tuple):
        return tuple(map(_bare, value))
    if dataclasses.is_dataclass(value):
        return {f.name: _bare(getattr(value, f.name)) for f in dataclasses.fields(value) if f.name not in _WHERE}
    return value


@given(news().map(lambda page: page.replace("\r\n", "\n").replace("\r", "\n")))
def test_crlf_equals_lf(page: str) -> None:
    """Whatever ends the lines, the article is the same."""
    assert said(normalize(page.replace("\n", "\r\n"))) == said(normalize(page))


@given(plain_titles(), stories(), st.integers(2, 6))
def test_a_headline_said_again_changes_nothing(title: str, story: str, count: int) -> None:
    """Once or six times above the story: every field is the same."""
    assert said(read(f"{title}\n" * count + story)) == said(read(f"{title}\n{story}"))


@given(titles(), stories(), st.data())
def test_an_ad_between_two_paragraphs_changes_nothing(title: str, story: str, data: st.DataObject) -> None:
    """On the clean page of any story."""
    article = read(f"{title}\n{story}")
    parts = article.to_text().split("\n\n")
    first = len(parts) - len(article.paragraphs) + 1  # behind the first paragraph
    for _ in range(data.draw(st.integers(1, 2))):
        label = data.draw(st.sampled_from(["Advertisement", "ADVERTISEMENT", "- Advertisement -", "Ads | Ads"]))
        parts.insert(data.draw(st.integers(min(first, len(parts)), len(parts))), label)
    again = read("\n\n".join(parts))
    assert (again.headline, again.paragraphs) == (article.headline, article.paragraphs)


@given(titles(), stories(), st.sampled_from(["Share", "Share | Tweet | Email", "Facebook Twitter WhatsApp"]))
def test_a_share_bar_in_front_changes_nothing(title: str, story: str, bar: str) -> None:
    """Every field is the same."""
    page = f"{title}\n{story}"
    assert said(read(f"{bar}\n{page}")) == said(read(page))


@given(news())
def test_the_order_of_steps_that_find_other_things(page: str) -> None:
    """Where embeds, dates, lines and tails find whole lines, and together what each finds alone, any order will do.

    What is left of a line that one of them cut is another line to the others.
    """
    doc = Document(mend(page)[0])
    alone = tuple(sorted((mark for step in _FREE for mark in annotate(doc, [step]).marks), key=lambda mark: mark[:2]))
    whole = {(block.start, block.end) for block in doc.blocks}
    if annotate(doc, _FREE).marks == alone and all(mark[:2] in whole for mark in alone):
        event("told")
        assert all(annotate(doc, order).marks == alone for order in permutations(_FREE))


_FREE = (embeds, dates, lines, tails)
