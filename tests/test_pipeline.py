"""The clean page is looked at again: what is mended there is mended in the page, and twice is once."""

from collections.abc import Iterator

import pytest

from newsnorm import STEPS, Article, Document, Embed, Mark, Step, normalize
from newsnorm.pipeline import _LOOKS
from newsnorm.text.edits import Edit, apply

UNREADABLE = "&" * 12 + "#" + "35;" * 12
"""Entities inside one another: a line with them never settles, so that nothing of it is mended."""

GARBAGE = "港口在两天的大雨之后".encode("gbk").decode("latin-1")
"""Chinese read as Latin: beside it no broken letter can be told from garbage."""

FREED = f'Fish &amp; chips [gallery ids="{UNREADABLE}"] are back.'
"""A line that is mended when its shortcode is gone."""

TITLE = "Ferry returns after two days of repairs"
STORY = "The ferry returned to service on Monday, the operator said."


def mended(article: Article) -> str:
    """The source with every repair done."""
    return apply(article.source, [Edit(one.start, one.end, one.text) for one in article.repairs])


def cuts(article: Article) -> list[str]:
    return [one.text for one in article.removed]


@pytest.mark.parametrize(
    ("line", "left", "gone", "repairs"),
    [
        pytest.param(
            FREED,
            "Fish & chips are back.",
            [f'[gallery ids="{UNREADABLE}"]'],
            [("&amp;", "&")],
            id="an entity beside one that nobody can read",
        ),
        pytest.param(
            f'Le cafÃ© du port [gallery ids="{GARBAGE}"] est ouvert â€” enfin.',
            "Le café du port est ouvert — enfin.",
            [f'[gallery ids="{GARBAGE}"]'],
            [("Ã©", "é"), ("â€”", "—")],
            id="letters beside garbage",
        ),
        pytest.param(
            f'1 &amp; 2 &amp; 3 &amp; 4 &amp; 5 &amp; 6 &amp; 7 [gallery ids="{UNREADABLE}"]',
            "1 & 2 & 3 & 4 & 5 & 6 & 7",
            [f'[gallery ids="{UNREADABLE}"]'],
            [("&amp;", "&")] * 6,
            id="more of them than there are looks",
        ),
        pytest.param(
            "Fish &am[b]p[/b]; chips are back.",
            "Fish & chips are back.",
            ["[b]p[/b]"],  # nothing is left between the two
            [("&am", "&"), ("p", ""), (";", "")],
            id="an entity in pieces",
        ),
        pytest.param(
            "La ville a 12\xa0Ã©coles et un port.",
            "La ville a 12 écoles et un port.",
            [],
            [("Ã©", "é")],
            id="a no-break space is a blank in the clean page",
        ),
    ],
)
def test_what_can_be_mended_in_the_clean_page_is_mended_in_the_page(
    line: str, left: str, gone: list[str], repairs: list[tuple[str, str]]
) -> None:
    """With an account in the page's own offsets, and the clean page stays as it is."""
    page = f"Rain &amp; wind\r\n{line}\n{STORY}"
    article = normalize(page)
    assert article.paragraphs[-2:] == (left, STORY)
    assert cuts(article) == gone
    assert [(one.raw, one.text) for one in article.repairs] == [("&amp;", "&"), ("\r\n", "\n"), *repairs]
    assert all(page[one.start : one.end] == one.raw for one in article.repairs)
    assert all(page[one.start : one.end] == one.text for one in article.removed)
    assert "Rain & wind\n" in mended(article)
    assert normalize(article.to_text()).to_text() == article.to_text()


def test_a_mended_page_has_the_callers_steps() -> None:
    """And no others: a label that no step of theirs knows stays."""
    article = normalize(f"{FREED}\nAdvertisement", steps=STEPS[:1])
    assert article.paragraphs == ("Fish & chips are back.", "Advertisement")


def counted(looks: list[str]) -> Step:
    """A step that finds nothing, and keeps what it was shown."""

    def look(doc: Document) -> tuple[Mark, ...]:
        looks.append(doc.text)
        return ()

    return look


@pytest.mark.parametrize(
    ("page", "looks"),
    [
        ("", 1),
        (STORY, 1),
        (f"{TITLE}\n{STORY}", 1),
        (f"{TITLE}\n\n{STORY}", 1),
        (f"MOMBASA: {STORY}", 1),
        (f"{TITLE}\nMOMBASA: {STORY}", 1),
        (f"{TITLE}\nMOMBASA:  {STORY}", 2),
        (f"{TITLE}  \n{STORY}", 2),
        (STORY.replace(" on ", "  on "), 2),
        (f"Advertisement\n{STORY}", 2),
        (f"{TITLE}\nAdvertisement\nMOMBASA: {STORY}", 2),
    ],
)
def test_a_page_that_prints_itself_is_looked_at_once(page: str, looks: int) -> None:
    """And one with a cut, or a blank too many, as it then prints."""
    seen: list[str] = []
    article = normalize(page, steps=[counted(seen), *STEPS])
    assert len(seen) == looks
    assert seen[0] == page
    if looks > 1:
        assert seen[1] == article.to_text()


def stars(doc: Document) -> Iterator[Mark]:
    """A step that cuts every star, and so brings together what stood around it."""
    for block in doc.blocks:
        for at, char in enumerate(block.text, block.start):
            if char == "*":
                yield Mark(at, at + 1, "markup", "mine:star")


def test_a_dateline_that_a_cut_brought_together() -> None:
    """Stands in the page from its first piece to its last, and reads as one."""
    page = f"{TITLE}\nMOMBASA* (AP) — {STORY}"
    article = normalize(page, steps=[stars, *STEPS])
    assert article.dateline is not None
    assert article.dateline.raw == "MOMBASA (AP) —"
    assert page[article.dateline.start : article.dateline.end] == "MOMBASA* (AP) —"
    assert article.paragraphs == (STORY,)
    assert cuts(article) == ["*"]


def test_an_embed_that_a_cut_brought_together_is_one() -> None:
    """In three pieces, each accounted for; and it stands where it began."""
    page = f'{STORY}\n[gal*lery i*ds="1,2"]\n{STORY} Again.'
    article = normalize(page, steps=[stars, *STEPS])
    (embed,) = article.embeds
    assert (embed.name, embed.attrs) == ("gallery", {"ids": "1,2"})
    assert page[embed.start : embed.end] == '[gal*lery i*ds="1,2"]'
    assert cuts(article) == ["[gal", "*", "lery i", "*", 'ds="1,2"]']


@pytest.mark.parametrize("line", ["Publis*hed: 12 February 2024", "Publis*hed: 12 Febr*uary 2024"])
def test_a_date_that_a_cut_brought_together_is_one(line: str) -> None:
    """And its place is that of the date, not that of its line."""
    page = f"{TITLE}\n{line}\n{STORY}"
    article = normalize(page, steps=[stars, *STEPS])
    (found,) = article.dates
    assert (found.role, found.raw) == ("published", "12 February 2024")
    assert page[found.start : found.end].replace("*", "") == "12 February 2024"
    assert article.published == found.value


def test_the_clean_page_is_a_text_of_its_own() -> None:
    """With no repairs: what the page's were, stands elsewhere here."""
    seen: list[Document] = []

    def mine(doc: Document) -> tuple[Mark, ...]:
        seen.append(doc)
        return ()

    normalize(f"Fish &amp; chips\nAdvertisement\n{STORY}", steps=[mine, *STEPS])
    first, again = seen
    assert first.source == f"Fish &amp; chips\nAdvertisement\n{STORY}"
    assert again.source == again.text == f"Fish & chips\n\n{STORY}"
    assert (again.repairs, again.marks) == ((), ())


def test_a_mended_page_costs_a_look() -> None:
    """Of those that a page has at most: there is no way to make a page be read for ever."""
    seen: list[str] = []

    def greedy(doc: Document) -> Iterator[Mark]:
        seen.append(doc.text)
        yield Mark(len(doc.text) - 1, len(doc.text), "markup", "mine:greedy")

    normalize(f"{FREED}\nRainfall all night in the north and in the south", steps=[*STEPS[:1], greedy])
    assert len(seen) == 1 + 1 + _LOOKS - 1  # the page, the page as mended, and what is left of the looks


def test_words_of_a_label_that_a_cut_brought_together() -> None:
    """Each stands where it stood; the blanks between them are nobody's."""
    article = normalize(f"{STORY}\nSha*re  this article", steps=[stars, *STEPS])
    assert cuts(article) == ["Sha", "*", "re", "this", "article"]
    assert article.paragraphs == (STORY,)


def test_a_value_without_a_place_stands_where_its_mark_does() -> None:
    """A user's step need not say where its embed is."""

    def mine(doc: Document) -> Iterator[Mark]:
        for block in doc.blocks:
            if block.text == "vote":
                value = Embed(kind="card", name="vote", attrs={}, content=None, url=None, id="7")
                yield Mark(block.start, block.end, "embed", "mine:vote", value)

    page = f"{STORY}\nvo*te"
    (embed,) = normalize(page, steps=[stars, mine]).embeds
    assert page[embed.start : embed.end] == "vo*te"


def test_a_dateline_that_the_clean_page_no_longer_has_is_none() -> None:
    """The last look counts."""

    def mine(doc: Document) -> Iterator[Mark]:
        if "Advertisement" in doc.text:
            yield Mark(0, 8, "dateline", "mine:dateline")

    article = normalize("MOMBASA: It rained.\nAdvertisement", steps=[*STEPS[2:3], mine])
    assert article.dateline is None
    assert article.paragraphs == ("MOMBASA: It rained.",)


def test_a_headline_below_a_line_is_moved_and_looked_at_there() -> None:
    """An article prints its headline first."""
    seen: list[str] = []

    def mine(doc: Document) -> Iterator[Mark]:
        at = doc.text.index(TITLE)
        yield Mark(at, at + len(TITLE), "headline", "mine:headline")

    normalize(f"{STORY}\n{TITLE}", steps=[counted(seen), mine])
    assert seen == [f"{STORY}\n{TITLE}", f"{TITLE}\n\n{STORY}"]
