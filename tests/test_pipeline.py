"""The clean page is looked at again: what is mended there is mended in the page, and twice is once."""

from collections.abc import Iterator

import pytest

from newsnorm import STEPS, Article, Document, Embed, Mark, Step, normalize
from newsnorm.edits import Edit, apply

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


@pytest.mark.parametrize(
    ("line", "field", "said"),
    [
        ("By [b]Ada Lindqvist[/b]", "byline", "By Ada Lindqvist"),
        ("[b]By[/b] Ada Lindqvist", "byline", "By Ada Lindqvist"),
        (
            "[b]Correction:[/b] An earlier version of this article [i]misstated[/i] the name of the ferry.",
            "corrections",
            ("Correction: An earlier version of this article misstated the name of the ferry.",),
        ),
        (
            "[i]Copyright[/i] 2024 Tern Coast. All rights reserved.",
            "copyright_notice",
            "Copyright 2024 Tern Coast. All rights reserved.",
        ),
    ],
)
def test_what_markup_parts_reads_as_one(line: str, field: str, said: object) -> None:
    """A byline is not "By"."""
    above = field == "byline"
    article = normalize(f"{TITLE}\n{line}\n{STORY}" if above else f"{TITLE}\n{STORY}\n{line}")
    assert getattr(article, field) == said
    assert article.paragraphs == (STORY,)


def test_captions_come_in_the_order_of_the_page() -> None:
    """Those of shortcodes among those of lines; one of blanks alone is none."""

    def mine(doc: Document) -> Iterator[Mark]:
        for block in doc.blocks:
            if block.text.startswith("Seen:"):
                yield Mark(block.start, block.end, "caption", "mine:seen")
        if doc.text[4:6].isspace():
            yield Mark(4, 6, "caption", "mine:blanks")

    first, last = "Seen: the pier", "Seen: the boat"
    page = f'Rain  fell.\n{first}\n[caption id="1"]The harbour at dawn[/caption]\n{last}'
    assert normalize(page, steps=[*STEPS[:1], mine]).captions == (first, "The harbour at dawn", last)


def test_an_embed_of_a_users_step_may_have_a_plain_dict() -> None:
    """Which has no hash."""
    given = Embed(kind="card", name="vote", attrs={"id": "7"}, content=None, url=None, id="7", start=0, end=6)

    def mine(doc: Document) -> Iterator[Mark]:
        if doc.text.startswith("<vote>"):
            yield Mark(0, 6, "embed", "mine:vote", given)

    assert normalize(f"<vote>\n{STORY}", steps=[mine]).embeds == (given,)
