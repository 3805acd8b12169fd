"""What the caller says of a page reaches every look at it: headline, address, language, how dates are written."""

import datetime
from collections.abc import Iterator

import pytest

from newsnorm import STEPS, Document, Mark, normalize
from test_pipeline import FREED, STORY, TITLE, counted, cuts, stars

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


def test_a_label_in_the_callers_language_on_a_mended_page() -> None:
    """The story is English, its site German: nobody but the caller knows."""
    page = f"{ENGLISH}\nAuch inter*essant\n"
    assert normalize(page, steps=[stars, *STEPS]).paragraphs == (ENGLISH, "Auch interessant")
    assert normalize(page, steps=[stars, *STEPS], language="de").paragraphs == (ENGLISH,)
    again = normalize(page + FREED, steps=[stars, *STEPS], language="de")
    assert again.paragraphs == (ENGLISH, "Fish & chips are back.")


def test_a_mended_page_has_what_the_caller_knew() -> None:
    """The headline that the page does not print stands above it still, and the language is the caller's."""
    article = normalize(f"{FREED}\n{STORY}", headline="Markets open again on the coast", language="de")
    assert article.headline == "Markets open again on the coast"
    assert article.to_text() == f"Markets open again on the coast\n\nFish & chips are back.\n\n{STORY}"
    assert article.language == "de"


def test_a_headline_that_opens_an_embed_is_refused_on_a_mended_page_too() -> None:
    """And the account says why."""
    title, story = "Ferry returns [embedpost slug=”ferry", f"{ENGLISH} Rain” ] fell."
    for page in (story, f"{story}\nAuch inter*essant", f"{story}\n{FREED}"):
        article = normalize(page, headline=title, steps=[stars, *STEPS], language="de")
        assert article.headline is None
        assert article.paragraphs[0] == story
        assert "Auch interessant" not in article.paragraphs
        (conflict,) = article.conflicts
        assert (conflict.field, conflict.given) == ("headline", title)
        assert conflict.why == "this opens what it does not close"


def test_a_headline_that_the_page_goes_on_with_is_refused() -> None:
    """Whether it opens a script only the page can tell."""
    title = "Rain googletag.cmd.push(function() {"
    article = normalize(f"x(); }});\n{ENGLISH}\n{STORY}", headline=title)
    assert article.headline is None
    (conflict,) = article.conflicts
    assert (conflict.given, conflict.why) == (title, "the page goes on with what this opens")


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
    months = [normalize(STORY, published="12 listopada 2024", language=tag).published for tag in ("pl", "hr")]
    assert months == [datetime.date(2024, 11, 12), datetime.date(2024, 10, 12)]


def test_the_address_tells_the_site_where_the_headline_is_refused() -> None:
    """What else the caller knew still counts."""
    page = f"{TITLE} - Tern Coast\nMOMBASA: The ferry is back. Rain” ] fell."
    article = normalize(page, headline="Boats [embedpost slug=”x", url="https://tern-coast.example/x")
    assert (article.headline, article.url) == (TITLE, "https://tern-coast.example/x")
    assert cuts(article) == [" - Tern Coast"]


def test_every_look_has_the_callers_headline_above() -> None:
    """A page that needs three."""
    seen: list[str] = []
    page = f"{STORY}\nAdver*tise*ment\nIt stopped at noon, the harbour master said in the evening."
    normalize(page, headline="Markets open again on the coast", steps=[counted(seen), stars, *STEPS])
    assert len(seen) >= 3
    assert all(text.startswith("Markets open again on the coast\n\n") for text in seen[1:])


def test_line_ends_below_the_callers_headline_are_nobodys_embed() -> None:
    """A mark that begins behind the headline does not hold it."""

    def mine(doc: Document) -> Iterator[Mark]:
        at = doc.text.find("\n\n")
        if at >= 0:
            yield Mark(at, at + 2, "markup", "mine:ends")

    article = normalize(STORY, headline=TITLE, steps=[*STEPS, mine])
    assert (article.headline, article.conflicts) == (TITLE, ())
