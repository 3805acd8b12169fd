"""An article in the shapes of others: valid by their own word, and nothing made up."""

import datetime
import json
import pathlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm import Article, Author, Embed, normalize
from newsnorm.records import Attrs
from strategies import texts

SCHEMA = pathlib.Path(__file__).parent.parent.parent / "shared" / "standards" / "ninjs-schema_3.1.json"

PAGE = """Ferry returns after two days of repairs
Published: 12 February 2024 09:30 UTC
By Ada Lindqvist
MOMBASA, Feb 12 (AP) — The ferry to Likoni returned to service on Monday, the operator said in a statement.
“We are back,” said the captain.
(Reporting by Ada Lindqvist; Editing by Tom Ferro)"""

FULL = Article(
    headline="Rain",
    kicker="Weather",
    standfirst="It rained.",
    section="Coast",
    byline="By Ada Lindqvist",
    authors=(
        Author(
            name="Ada Lindqvist",
            role="Staff Writer",
            location="Mombasa",
            organization="Coast Herald",
            email="ada@herald.example",
            raw="By Ada Lindqvist",
        ),
    ),
    updated=datetime.datetime(2024, 2, 13, 8, 0, tzinfo=datetime.timezone(datetime.timedelta(hours=3))),
    paragraphs=("It rained.", "What now", "It stopped."),
    subheadings=("What now",),
    keywords=("rain", "coast"),
    corrections=("An earlier version named another pier.",),
    copyright_notice="© Coast Herald",
    embeds=(
        Embed(kind="tweet", name="twitter", url="https://tern.example/1", attrs=Attrs()),
        Embed(kind="shortcode", name="gallery", url="not an address"),
    ),
    language="en-KE",
    url="https://herald.example/rain",
)


def test_schema_org() -> None:
    """A NewsArticle with the dateline as text and where it was written."""
    found = normalize(PAGE, language="en", url="https://herald.example/ferry").to_schema_org()
    assert found == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Ferry returns after two days of repairs",
        "articleBody": "The ferry to Likoni returned to service on Monday, the operator said in a statement.\n\n"
        "“We are back,” said the captain.",
        "author": [{"@type": "Person", "name": "Ada Lindqvist"}],
        "contributor": [{"@type": "Person", "name": "Ada Lindqvist"}, {"@type": "Person", "name": "Tom Ferro"}],
        "dateline": "MOMBASA, Feb 12 (AP)",
        "locationCreated": [
            {
                "@type": "Place",
                "name": "Mombasa",
                "address": {"@type": "PostalAddress", "addressLocality": "Mombasa", "addressCountry": "KE"},
            }
        ],
        "sourceOrganization": [{"@type": "Organization", "name": "AP"}],
        "dateCreated": "2024-02-12",
        "datePublished": "2024-02-12T09:30:00+00:00",
        "inLanguage": "en",
        "url": "https://herald.example/ferry",
    }


def test_schema_org_of_every_field() -> None:
    """Names as schema.org has them."""
    found = FULL.to_schema_org()
    assert found["author"][0] == {
        "@type": "Person",
        "name": "Ada Lindqvist",
        "jobTitle": "Staff Writer",
        "email": "ada@herald.example",
        "affiliation": {"@type": "Organization", "name": "Coast Herald"},
        "workLocation": {"@type": "Place", "name": "Mombasa"},
    }
    assert found["description"] == "It rained."
    assert found["articleSection"] == "Coast"
    assert found["keywords"] == ["rain", "coast"]
    assert found["dateModified"] == "2024-02-13T08:00:00+03:00"
    assert found["correction"] == ["An earlier version named another pier."]
    assert found["associatedMedia"] == [
        {"@type": "MediaObject", "name": "twitter", "embedUrl": "https://tern.example/1"}
    ]


@pytest.fixture(scope="session")
def validator() -> Any:
    """The IPTC's own schema, formats checked too."""
    jsonschema = pytest.importorskip("jsonschema")
    if not SCHEMA.exists():
        pytest.skip(f"the IPTC's schema is not here: {SCHEMA.name}")
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    kind = jsonschema.validators.validator_for(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


@pytest.mark.parametrize("article", [FULL, normalize(PAGE), Article(), normalize(PAGE, published="2024-02-12T09:30Z")])
def test_ninjs_is_valid(validator: Any, article: Article) -> None:
    """By the official schema, which allows no unknown key."""
    validator.validate(article.to_ninjs())
    validator.validate(article.to_ninjs("urn:x-tern:1"))
    with pytest.raises(Exception, match=r"[uU]nevaluated"):
        validator.validate({**article.to_ninjs(), "colour": "red"})


@given(texts())
def test_ninjs_of_any_text_is_valid(validator: Any, text: str) -> None:
    """Whatever the page holds."""
    validator.validate(normalize(text, url="https://herald.example/2024/02/12/x").to_ninjs())


def test_ninjs() -> None:
    """Every field that has a place there."""
    found = FULL.to_ninjs()
    assert found["uri"] == "https://herald.example/rain"
    assert found["standard"]["version"] == "3.1"
    assert [(one["role"], one["value"]) for one in found["headlines"]] == [("main", "Rain"), ("kicker", "Weather")]
    assert found["bodies"][0]["charCount"] == len(FULL.text)
    assert found["people"][0]["contactInfo"] == [{"type": "email", "value": "ada@herald.example"}]
    assert found["subjects"][0] == {"name": "Coast", "rel": "section"}
    assert found["associations"] == [{"uri": "https://tern.example/1", "name": "twitter", "rel": "embed"}]
    dated = normalize(PAGE).to_ninjs()
    assert dated["firstCreated"] == dated["versionCreated"] == "2024-02-12T09:30:00+00:00"
    assert (dated["located"], dated["by"]) == ("Mombasa", "By Ada Lindqvist")
    assert dated["infoSources"] == [{"name": "AP", "role": "agency"}]


def test_ninjs_needs_a_name_and_makes_up_no_time() -> None:
    """A name made from the text is the same everywhere; a day alone is no moment; a bad address names nothing."""
    article = normalize("It rained.", published="2024-02-12", url="no address")
    found = article.to_ninjs()
    assert found["uri"].startswith("ni:///sha-256;")
    assert found["uri"] == normalize("It rained.").to_ninjs()["uri"] != normalize("It snowed.").to_ninjs()["uri"]
    assert "firstCreated" not in found
    assert "firstCreated" not in normalize("x", published=datetime.datetime(2024, 2, 12, 9)).to_ninjs()


def test_zyte() -> None:
    """Their class takes it, every key known, and gives it back."""
    items = pytest.importorskip("zyte_common_items")
    found = normalize(PAGE, language="en-KE", url="https://herald.example/ferry").to_zyte()
    item = items.Article.from_dict(found)
    assert item.headline == "Ferry returns after two days of repairs"
    assert item.datePublishedRaw == "12 February 2024 09:30 UTC"
    assert item.inLanguage == "en"
    assert item.authors[0].nameRaw == "By Ada Lindqvist"
    attrs = pytest.importorskip("attrs")
    assert attrs.asdict(item, filter=lambda _, value: value not in (None, [])) == found
    full = items.Article.from_dict(FULL.to_zyte())
    assert full.breadcrumbs[0].name == "Coast"
    assert not item._unknown_fields_dict
    assert not full._unknown_fields_dict


def test_zyte_dates_have_a_time() -> None:
    """Midnight, where only the day is known."""
    assert Article(published=datetime.date(2024, 2, 12)).to_zyte() == {"datePublished": "2024-02-12T00:00:00"}


def test_markdown() -> None:
    """Headline, standfirst, dateline, paragraphs, subheadings."""
    assert FULL.to_markdown() == "# Rain\n\n*It rained.*\n\nIt rained.\n\n## What now\n\nIt stopped."
    article = normalize(PAGE)
    assert "\n\n**MOMBASA, Feb 12 (AP) —** The ferry" in article.to_markdown()
    assert Article().to_markdown() == ""
    assert Article(dateline=article.dateline).to_markdown() == "**MOMBASA, Feb 12 (AP) —**"
    first = Article(dateline=article.dateline, paragraphs=("What now", "Rain."), subheadings=("What now",))
    assert first.to_markdown() == "**MOMBASA, Feb 12 (AP) —**\n\n## What now\n\nRain."


SIGNS = st.text(st.sampled_from("*_`[]()<>#+-=|~\\&;!.1 a\u00a0:/"), max_size=20)


@given(st.lists(st.one_of(SIGNS, st.text(max_size=30)), max_size=4), SIGNS)
def test_signs_stay_text_in_markdown(paragraphs: list[str], headline: str) -> None:
    """A CommonMark reader shows the very words, and finds no markup of the page's."""
    markdown_it = pytest.importorskip("markdown_it")
    words = [" ".join(one.split()) for one in paragraphs if one.split() and "\0" not in one]
    title = " ".join(headline.split())
    shown = []
    for token in markdown_it.MarkdownIt().parse(Article(headline=title, paragraphs=tuple(words)).to_markdown()):
        assert token.type in {f"{kind}_{way}" for kind in ("heading", "paragraph") for way in ("open", "close")} | {
            "inline"
        }
        if token.type == "inline":
            assert {child.type for child in token.children} <= {"text", "text_special"}
            shown.append("".join(child.content for child in token.children))
    assert [one.strip() for one in shown] == [one.strip() for one in ([title] if title else []) + words]


@given(texts())
def test_every_shape_is_plain_data(text: str) -> None:
    """JSON holds it."""
    article = normalize(text)
    for shape in (article.to_schema_org(), article.to_ninjs(), article.to_zyte()):
        assert json.loads(json.dumps(shape)) == shape
    article.to_markdown()


MOMENTS = st.one_of(st.dates(), st.datetimes(), st.datetimes(timezones=st.just(datetime.UTC)))
st.register_type_strategy(datetime.date, MOMENTS)


@given(st.from_type(Article))
def test_any_article_goes_to_a_dict_and_back(article: Article) -> None:
    """Not only those that a page makes: any value of any field."""
    again = Article.from_dict(json.loads(json.dumps(article.to_dict())))
    assert again == article
