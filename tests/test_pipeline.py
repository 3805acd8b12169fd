"""The clean page is looked at again: what is mended there is mended in the page, and twice is once."""

import datetime
from collections.abc import Iterator

import pytest

from newsnorm import STEPS, Article, Document, Mark, Step, normalize
from newsnorm.edits import Edit, apply
from newsnorm.pipeline import _LOOKS

UNREADABLE = "&" * 12 + "#" + "35;" * 12
"""Entities inside one another: a line with them never settles, so that nothing of it is mended."""

GARBAGE = "港口在两天的大雨之后".encode("gbk").decode("latin-1")
"""Chinese read as Latin: beside it no broken letter can be told from garbage."""

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
            f'Fish &amp; chips [gallery ids="{UNREADABLE}"] are back.',
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
            "Fish &am[b]p[/b]; chips are back.",
            "Fish & chips are back.",
            ["[b]p[/b]"],  # nothing is left between the two
            [("&am", "&"), ("p", ""), (";", "")],
            id="an entity in pieces",
        ),
        pytest.param(
            "Il pleut\xa0; le cafÃ© du port ferme.",
            "Il pleut ; le café du port ferme.",
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
    line = f'Fish &amp; chips [gallery ids="{UNREADABLE}"] are back.'
    article = normalize(f"{line}\nAdvertisement", steps=STEPS[:1])
    assert article.paragraphs == ("Fish & chips are back.", "Advertisement")


def test_a_mended_page_has_what_the_caller_knew() -> None:
    """The headline that the page does not print stands above it still, and the language is the caller's."""
    line = f'Fish &amp; chips [gallery ids="{UNREADABLE}"] are back.'
    article = normalize(f"{line}\n{STORY}", headline="Markets open again on the coast", language="de")
    assert article.headline == "Markets open again on the coast"
    assert article.to_text() == f"Markets open again on the coast\n\nFish & chips are back.\n\n{STORY}"
    assert article.language == "de"


def counted(looks: list[str]) -> Step:
    """A step that finds nothing, and keeps what it was shown."""

    def look(doc: Document) -> tuple[Mark, ...]:
        looks.append(doc.text)
        return ()

    return look


TITLE = "Ferry returns after two days of repairs"


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


FRENCH = (
    "Nous utilisons ces adresses pour que vous puissiez lire les pages de ce site avec le moins de peine possible, et "
    "nous ne les donnons à personne dans une autre entreprise que la nôtre, pas plus que ce qui est dans vos messages."
)
ENGLISH = (
    "The ferry was back on Monday, and it will be in service for the whole week, said the mayor at the old harbour, "
    "who had been with the crews all night."
)


def test_the_clean_page_tells_its_own_language() -> None:
    """Where the caller does not say it, and what was cut was in another."""
    seen: list[Document] = []

    def mine(doc: Document) -> Iterator[Mark]:
        seen.append(doc)
        yield from (Mark(b.start, b.end, "privacy", "mine:fr") for b in doc.blocks if b.text.startswith("Nous"))

    normalize(f"{FRENCH}\n{ENGLISH}", steps=[mine])
    assert [doc.language for doc in seen] == ["und", "en"]
    seen.clear()
    normalize(f"{FRENCH}\n{ENGLISH}", steps=[mine], language="sv")
    assert [doc.language for doc in seen] == ["sv", "sv"]


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


FREED = f'Fish &amp; chips [gallery ids="{UNREADABLE}"] are back.'
"""A line that is mended when its shortcode is gone."""


def test_a_label_in_the_callers_language_on_a_mended_page() -> None:
    """The story is English, its site German: nobody but the caller knows."""
    page = f"{ENGLISH}\nAn*zeige\n"
    assert normalize(page, steps=[stars, *STEPS]).paragraphs == (ENGLISH, "Anzeige")
    assert normalize(page, steps=[stars, *STEPS], language="de").paragraphs == (ENGLISH,)
    again = normalize(page + FREED, steps=[stars, *STEPS], language="de")
    assert again.paragraphs == (ENGLISH, "Fish & chips are back.")


def test_a_mended_page_costs_a_look() -> None:
    """Of those that a page has at most: there is no way to make a page be read for ever."""
    seen: list[str] = []

    def greedy(doc: Document) -> Iterator[Mark]:
        seen.append(doc.text)
        yield Mark(len(doc.text) - 1, len(doc.text), "markup", "mine:greedy")

    normalize(f"{FREED}\nRainfall all night in the north and in the south", steps=[*STEPS[:1], greedy])
    assert len(seen) == 1 + 1 + _LOOKS - 1  # the page, the page as mended, and what is left of the looks


def test_a_headline_that_opens_an_embed_is_refused_on_a_mended_page_too() -> None:
    """And the account says why."""
    title, story = "Ferry returns [embedpost slug=”ferry", "The ferry is back, the harbour master said. Rain” ] fell."
    for page in (story, f"{story}\n{FREED}"):
        article = normalize(page, headline=title)
        assert article.headline is None
        assert article.paragraphs[0] == story
        (conflict,) = article.conflicts
        assert (conflict.field, conflict.given) == ("headline", title)
        assert conflict.why == "the page goes on with what this opens"


def test_wrong_arguments_say_what_to_pass() -> None:
    """In words."""
    with pytest.raises(ValueError, match=r"^date_order must be one of DMY, MDY, YMD, not 'DYM'$"):
        normalize("Rain", date_order="DYM")
    with pytest.raises(TypeError, match=r"^normalize\b.*\bstr\b"):
        normalize(b"Rain")  # type: ignore[arg-type]


def test_how_the_site_writes_dates_counts_for_what_the_caller_knows() -> None:
    """And for the page."""
    page = f"Published: 03/04/2025\n{STORY}"
    assert normalize(page, date_order="DMY").published == datetime.date(2025, 4, 3)
    assert normalize(page, date_order="MDY").published == datetime.date(2025, 3, 4)
    assert normalize(STORY, published="03/04/2025", date_order="DMY").published == datetime.date(2025, 4, 3)
    assert normalize(STORY, published="03/04/2025", date_order="MDY").published == datetime.date(2025, 3, 4)
