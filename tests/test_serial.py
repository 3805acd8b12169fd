"""Records to plain data and back."""

import datetime

import pytest

from newsnorm import Article, Author, DateFound, Dateline, Embed, PartialDate, Place, Removal, Repair
from newsnorm.records import Attrs

FULL = Article(
    headline="Rain",
    kicker="Weather",
    standfirst="It rained.",
    byline="By Ada Lindqvist",
    authors=(Author(name="Ada Lindqvist", role="Staff Writer", email="ada@example.com", raw="By Ada Lindqvist"),),
    published=datetime.datetime(2024, 2, 12, 9, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=3))),
    published_raw="12 February 2024 9:30 EAT",
    updated=datetime.date(2024, 2, 13),
    page_date=datetime.date(2025, 10, 21),
    dates=(
        DateFound(
            role="published",
            raw="03/04/2025",
            value=None,
            precision="day",
            ambiguous=True,
            readings=(datetime.date(2025, 4, 3), datetime.date(2025, 3, 4)),
            start=3,
            end=13,
        ),
    ),
    dateline=Dateline(
        raw="MOMBASA, Feb 12 (AP) —",
        places=(Place(raw="MOMBASA", name="Mombasa", city="MOMBASA", country="KE"),),
        agencies=("AP",),
        date=PartialDate(None, 2, 12),
        start=20,
        end=42,
    ),
    paragraphs=("It rained.", "It stopped."),
    embeds=(Embed(kind="shortcode", name="gallery", attrs=Attrs({"ids": "1,2"}), content=None, start=50, end=70),),
    removed=(Removal(0, 2, "ad_label", "lang/en:ad-words", "Ad"),),
    repairs=(Repair(5, 10, "&amp;", "&"),),
    source="Ad …",
)


def test_there_and_back() -> None:
    """Every field survives, dates with their zones."""
    again = Article.from_dict(FULL.to_dict())
    assert again == FULL
    assert again.published is not None
    assert isinstance(again.published, datetime.datetime)
    assert again.published.utcoffset() == datetime.timedelta(hours=3)
    assert isinstance(again.embeds[0].attrs, Attrs)


def test_missing_fields_take_their_defaults() -> None:
    """An empty mapping is an empty article."""
    assert Article.from_dict({}) == Article()


@pytest.mark.parametrize("wrong", [None, [], "{}", 3])
def test_only_a_mapping(wrong: object) -> None:
    """Anything else is a wrong type."""
    with pytest.raises(TypeError, match="expected a mapping"):
        Article.from_dict(wrong)  # type: ignore[arg-type]


WRONG = [
    ({"headlin": "x"}, "article: unknown field 'headlin'"),
    ({"headline": 3}, "article.headline: expected str, not int"),
    ({"paragraphs": "x"}, "article.paragraphs: expected a list, not str"),
    ({"paragraphs": [None]}, r"article.paragraphs\[0\]: expected str, not NoneType"),
    ({"published": "yesterday"}, "article.published: expected a date in ISO 8601"),
    ({"published": 3}, "article.published: expected a date in ISO 8601"),
    ({"embeds": [{"kind": "x", "attrs": {"a": 1}}]}, r"article.embeds\[0\].attrs: expected a mapping of strings"),
    ({"dateline": {}}, "article.dateline: .*raw"),
    ({"removed": [{"start": 0}]}, r"article.removed\[0\]: .*end"),
]


@pytest.mark.parametrize(("data", "reason"), WRONG)
def test_what_does_not_fit_is_named(data: dict[str, object], reason: str) -> None:
    """By its path."""
    with pytest.raises((TypeError, ValueError), match=reason):
        Article.from_dict(data)


def test_attributes_cannot_be_changed() -> None:
    """By none of the ways that a dict knows."""
    attrs = Attrs({"a": "b"})
    with pytest.raises(TypeError):
        attrs["a"] = "c"
    with pytest.raises(TypeError):
        attrs.update(a="c")
    with pytest.raises(TypeError):
        del attrs["a"]
    assert attrs == {"a": "b"}
    assert hash(attrs) == hash(Attrs({"a": "b"}))


def test_an_article_is_frozen() -> None:
    """And so is what it holds."""
    with pytest.raises(AttributeError):
        FULL.headline = "Sun"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        FULL.dateline.raw = "Sun"  # type: ignore[misc, union-attr]


@pytest.mark.parametrize(
    ("date", "published", "day"),
    [
        (PartialDate(None, 2, 12), datetime.date(2024, 2, 12), datetime.date(2024, 2, 12)),
        (PartialDate(None, 2, 13), datetime.date(2024, 2, 12), datetime.date(2024, 2, 13)),
        (PartialDate(None, 2, 14), datetime.date(2024, 2, 12), datetime.date(2023, 2, 14)),
        (PartialDate(None, 12, 31), datetime.datetime(2024, 1, 1, 3, 4), datetime.date(2023, 12, 31)),
        (PartialDate(None, 1, 1), datetime.date(2023, 12, 31), datetime.date(2024, 1, 1)),
        (PartialDate(None, 2, 29), datetime.date(2023, 3, 1), datetime.date(2020, 2, 29)),
        (PartialDate(None, 2, 29), datetime.date(1903, 3, 1), datetime.date(1896, 2, 29)),
        (PartialDate(None, None, 31), datetime.date(2024, 3, 1), datetime.date(2024, 1, 31)),
        (PartialDate(2021, 5, 3), None, datetime.date(2021, 5, 3)),
        (PartialDate(None, 5, 3), None, None),
        (PartialDate(2021, 5, None), datetime.date(2024, 3, 1), None),
        (PartialDate(2021, None, 5), datetime.date(2024, 3, 1), None),
        (PartialDate(None, 2, 30), datetime.date(2024, 3, 1), None),
        (PartialDate(2021, 2, 29), None, None),
        (PartialDate(None, 5, 3), datetime.date(1, 1, 1), None),
    ],
)
def test_a_partial_date_resolves(date: PartialDate, published: datetime.date | None, day: datetime.date | None) -> None:
    """To the latest fitting day not after the day after publication; None says that it cannot."""
    assert date.resolve(published) == day
