"""The summary below the headline: a field where its place or its form says so, a paragraph where it only might be."""

import pytest

from newsnorm import normalize
from newsnorm.document import Document, Mark
from newsnorm.steps.standfirst import standfirst

TITLE = "Rain floods the old port of Lakeport"
STORY = "The harbour was closed on Monday after two days of rain, said Ada Lindqvist, the mayor."
MORE = "Ferries will run again from Thursday, when the piers have been looked at by the town's engineers."
SUMMARY = "Boats broke loose in the night, and nobody knows yet who will pay for them."
DECK = "Two boats sank and the town has no money for the repairs"


@pytest.mark.parametrize("sign", ["By Ada Ronan", "Published: 12 February 2024"])
def test_between_headline_and_byline(sign: str) -> None:
    """Whatever its form: a paragraph of the story stands below the byline."""
    article = normalize(f"{TITLE}\n{SUMMARY}\n{sign}\n{STORY}\n{MORE}")
    assert article.standfirst == SUMMARY
    assert article.paragraphs == (STORY, MORE)


def test_two_paragraphs_are_no_summary() -> None:
    """The story has begun above the time that another one takes."""
    third = "The town's engineers looked at the piers on Tuesday, and found that two of them must be built anew."
    article = normalize(f"{TITLE}\n{STORY}\n{MORE}\n3 min read\n{third}\n{third[:-1]}, said the mayor.")
    assert article.standfirst is None
    assert article.paragraphs[:2] == (STORY, MORE)


@pytest.mark.parametrize("decks", [(DECK,), (DECK, "The ferry to the islands stays in port until Thursday")])
def test_lines_that_end_no_sentence(decks: tuple[str, ...]) -> None:
    """Below the headline, with a paragraph right below them."""
    article = normalize("\n".join([TITLE, *decks, STORY, MORE]))
    assert article.standfirst == decks[0]
    assert article.paragraphs == (STORY, MORE)
    assert normalize(article.to_text()).paragraphs == (STORY, MORE)


def test_the_storys_own_beginning() -> None:
    """A feed's description, then the story: its first paragraph stands there once."""
    article = normalize(f"{TITLE}\n{STORY[:70]}…\n{STORY}\n{MORE}")
    assert article.paragraphs == (STORY, MORE)


@pytest.mark.parametrize(
    "lines",
    [
        (SUMMARY, STORY, MORE),
        (
            "The mayor of Lakeport, who was on the boat at the time",
            "and his wife were not hurt when the boats sank.",
            STORY,
        ),
        ("What is known so far:", STORY, MORE),
        (STORY, DECK, MORE),
        (DECK, DECK[4:], DECK[8:], DECK[12:], STORY),
    ],
    ids=["a sentence", "an inline element", "a colon", "a subheading", "a list"],
)
def test_what_only_might_be_one_stays(lines: tuple[str, ...]) -> None:
    """A first paragraph with a full stop; a line broken by an element; a list."""
    article = normalize("\n".join([TITLE, *lines]))
    assert article.standfirst is None
    assert article.paragraphs == lines


@pytest.mark.parametrize("label", ["核心提示：", "【导读】", "摘要: "])
@pytest.mark.parametrize("title", ["湖港市港口因暴雨被淹", ""])
def test_a_line_that_says_it_is_the_summary(label: str, title: str) -> None:
    """Chinese sites name the summary; the name is not part of it. Without a headline the story must repeat it."""
    summary = "湖港市长表示，港口将关闭两天。"
    story = "湖港市长表示，港口将关闭两天，湖港市市长周一在声明中表示，港口将关闭两天，渡轮停驶。" * 2
    doc = Document(f"{title}\n{label}{summary}\n{story}" if title else f"{label}{summary}\n{story}", language="zh")
    if title:
        doc = doc.add([Mark(0, len(title), "headline", "mine:title")])
    assert [doc.text[mark.start : mark.end] for mark in standfirst(doc)] == [label.strip(), summary]
    assert not list(standfirst(Document(f"{label}{summary}", language="zh")))  # nothing follows: it is the story
    if not title:
        assert not list(standfirst(Document(f"{label}{summary}\n{'渡轮停驶。' * 20}", language="zh")))


@pytest.mark.parametrize("labels", [("Harbour",), ("SPORT", "Sailing"), ("1. Home", "2. News", "3. Lakeport")])
def test_labels_above_the_headline(labels: tuple[str, ...]) -> None:
    """A section, a topic, the numbered items of a menu: none of them is the story's."""
    article = normalize("\n".join([*labels, TITLE, STORY, MORE]))
    assert (article.headline, article.paragraphs) == (TITLE, (STORY, MORE))
    assert {one.text for one in article.removed} >= set(labels)


@pytest.mark.parametrize(
    "lines", [("It rained.",), ("“Never again”",), ("Harbour", "The ferry stays in port for good:")]
)
def test_no_labels_above_the_headline(lines: tuple[str, ...]) -> None:
    """A sentence or a quote says something."""
    doc = Document("\n".join([*lines, TITLE, STORY]))
    title = doc.text.index(TITLE)
    doc = doc.add([Mark(title, title + len(TITLE), "headline", "mine:title")])
    assert not list(standfirst(doc))
