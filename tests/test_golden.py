"""Whole pages: what `normalize` makes of them, field by field."""

import datetime
import json
import pathlib
from typing import Any

import pytest

from newsnorm import Article, normalize

ROOT = pathlib.Path(__file__).parent.parent
SEED = ROOT.parent / "shared" / "seed"
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*.txt"))


def account(article: Article) -> dict[str, Any]:
    """The article in the shape of an `.expected.json` file."""
    dateline = article.dateline
    return {
        "headline": article.headline,
        "page_date": str(article.page_date) if article.page_date else None,
        "published": str(article.published) if article.published else None,
        "dateline": dateline
        and {
            "raw": dateline.raw,
            "places": [{"city": place.city, "country": place.country} for place in dateline.places],
            "agencies": list(dateline.agencies),
            "date": dateline.date and list(dateline.date),
        },
        "authors": [author.name for author in article.authors],
        "body": list(article.paragraphs),
        "embeds": [{"kind": e.kind, "name": e.name, "attrs": dict(e.attrs)} for e in article.embeds],
        "removed": [{"kind": removal.kind, "text": removal.text} for removal in article.removed],
    }


def test_there_are_golden_pages() -> None:
    """An empty folder would make the test below pass."""
    assert GOLDEN


@pytest.mark.parametrize("page", GOLDEN, ids=lambda page: page.stem)
def test_golden(page: pathlib.Path) -> None:
    """The page gives exactly what stands beside it."""
    expected = json.loads(page.with_suffix(".expected.json").read_text(encoding="utf-8"))
    assert account(normalize(page.read_text(encoding="utf-8"))) == expected


@pytest.mark.skipif(not SEED.exists(), reason="the page that began it all is not part of the project: ../shared/seed")
def test_the_page_that_began_it_all() -> None:
    """A real page gives exactly its expected article."""
    for page in SEED.glob("*.txt"):
        expected = json.loads(page.with_suffix(".expected.json").read_text(encoding="utf-8"))
        assert account(normalize(page.read_text(encoding="utf-8"))) == expected


def test_only_boilerplate() -> None:
    """No headline, no paragraphs, all of it removed."""
    page = "Advertisement\n\nShare this article\nSubscribe to our newsletter\n"
    article = normalize(page)
    assert (article.headline, article.paragraphs, article.dateline) == (None, (), None)
    assert [removal.text for removal in article.removed] == page.split("\n")[0:1] + page.split("\n")[2:4]
    assert article.to_text() == ""


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeff", "x", "\x00"])
def test_next_to_nothing(text: str) -> None:
    """No exception, nothing invented."""
    article = normalize(text)
    assert article.headline is None
    assert article.to_text() == "".join(text.split()).strip("\ufeff\x00")


def test_offsets_count_the_raw_input_behind_repairs() -> None:
    """Mojibake and entities before a removal do not shift it."""
    page = "The mayorâ€™s office &amp; others spoke.\r\n\r\nAdvertisement\r\nRain fell."
    article = normalize(page)
    (removal,) = article.removed
    assert page[removal.start : removal.end] == "Advertisement"
    assert article.paragraphs[0] == "The mayor’s office & others spoke."
    assert [(page[r.start : r.end], r.text) for r in article.repairs][:2] == [("â€™", "’"), ("&amp;", "&")]


def test_dates_are_typed() -> None:
    """A day is a date; a day with a time is a datetime."""
    article = normalize("Rain floods port\nPublished: 12 February 2024\nUpdated May 3, 2024 10:15 pm\nIt rained.")
    assert article.published == datetime.date(2024, 2, 12)
    assert article.updated == datetime.datetime(2024, 5, 3, 22, 15)


def test_an_ambiguous_date_is_left_open_unless_the_caller_knows() -> None:
    """Both readings are told; `date_order` decides."""
    page = (
        "Rain floods port\nPublished: 03/04/2025\nIt rained all night in the north, and the port was closed for hours."
    )
    article = normalize(page)
    assert article.published is None
    assert article.dates[0].ambiguous
    assert set(article.dates[0].readings) == {datetime.date(2025, 4, 3), datetime.date(2025, 3, 4)}
    assert normalize(page, date_order="DMY").published == datetime.date(2025, 4, 3)
    assert normalize(page, date_order="MDY").published == datetime.date(2025, 3, 4)


@pytest.mark.parametrize("wrong", ["dmy", "", "DDMM", 3])
def test_a_wrong_date_order(wrong: Any) -> None:
    """Says what it may be."""
    with pytest.raises(ValueError, match="DMY, MDY, YMD"):
        normalize("x", date_order=wrong)


@pytest.mark.parametrize("wrong", ["../../etc/passwd", "en/../de", "", "e", "en_US", "\0", 3])
def test_a_wrong_language(wrong: Any) -> None:
    """No path, no guess: a BCP 47 tag."""
    with pytest.raises(ValueError, match="BCP 47"):
        normalize("x", language=wrong)


@pytest.mark.parametrize("language", ["en", "EN", "en-GB", "de", "pt-BR", "tlh"])
def test_any_language_tag(language: str) -> None:
    """One that newsnorm has no rules for is fine too; the article says what was given."""
    assert normalize("Advertisement", language=language).language == language


def test_a_path_is_no_text() -> None:
    """The error says to read it first."""
    with pytest.raises(TypeError, match="read_text"):
        normalize(pathlib.Path("page.txt"))  # type: ignore[arg-type]


def test_a_cut_leaves_a_seam() -> None:
    """Words never fuse; punctuation sits right."""
    article = normalize('Rain fell[gallery ids="1"]all night. It stopped [gallery ids="2"], he said.')
    assert article.paragraphs == ("Rain fell all night. It stopped, he said.",)


def test_pictures_and_tags_fill_fields() -> None:
    """Captions from lines of shortcodes and wiki files, credits, keywords."""
    article = normalize(
        "Rain floods the port\nPhoto: Jo Marsh/Coast Herald\n"
        '[caption id="1"]<img src="a.jpg" /> The quay  at noon[/caption]\n'
        "It rained all night.\nTags: harbour, rain | harbour"
    )
    assert article.captions == ("The quay at noon",)
    assert article.credits == ("Photo: Jo Marsh/Coast Herald",)
    assert article.keywords == ("harbour", "rain")


def test_corrections_and_notices_fill_fields() -> None:
    """Kept as fields, out of the text."""
    article = normalize(
        "Rain floods the port\nIt rained all night.\nCorrection: An earlier version misspelled the mayor's name.\n"
        "Copyright © 2024 Coast Herald. All rights reserved."
    )
    assert article.corrections == ("Correction: An earlier version misspelled the mayor's name.",)
    assert article.copyright_notice == "Copyright © 2024 Coast Herald. All rights reserved."
    assert article.paragraphs == ("It rained all night.",)


def test_a_drop_cap_is_glued() -> None:
    """The tag goes, and the letter joins its word."""
    assert normalize("[dropcap]R[/dropcap]ain fell all night.").paragraphs == ("Rain fell all night.",)
