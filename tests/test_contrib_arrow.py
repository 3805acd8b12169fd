"""Arrow: the same articles as the plain loop, one row for each row, whatever the column looks like."""

import dataclasses
import datetime
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")

from newsnorm import Article, Document, Embed, Mark, normalize  # noqa: E402
from newsnorm.contrib.arrow import normalize_batch, schema, to_article  # noqa: E402
from newsnorm.contrib.columns import array, fields_of, kind  # noqa: E402

PAGES = [
    "Advertisement\nFerry returns\nMOMBASA, Oct 21 (CN): The ferry to Likoni returned, the port said.\n[embed id=7]",
    "",
    None,
    "By Ada Lindqvist, Staff Writer\nPublished 21-Oct-2025 09:30 EAT\n\nIt rained on the quay all night.",
    "The authorityâ€™s office will publish the tide tables.",
]


def articles(batch: Any) -> list[Article | None]:
    """The column, read back."""
    return [to_article(row) for row in batch.column(batch.schema.get_field_index("article")).to_pylist()]


EXPECTED = [None if page is None else normalize(page) for page in PAGES]


@pytest.mark.parametrize("make", [pa.table, pa.RecordBatch.from_pydict])
def test_the_same_kind_comes_back_with_the_loop_s_articles(make: Any) -> None:
    """Rows in their order, other columns untouched, null for null."""
    batch = make({"id": [1, 2, 3, 4, 5], "text": PAGES})
    done = normalize_batch(batch)
    assert type(done) is type(batch)
    assert done.schema.names == ["id", "text", "article", "error"]
    assert done.schema.equals(schema(batch.schema))
    assert articles(done) == EXPECTED
    assert done.to_pydict()["error"] == [None] * 5
    assert [*map(str, done.to_pydict()["id"])] == ["1", "2", "3", "4", "5"]
    done.validate(full=True)


@pytest.mark.parametrize("kind_of_text", [pa.string(), pa.large_string(), pa.dictionary(pa.int32(), pa.string())])
def test_every_kind_of_text_column(kind_of_text: Any) -> None:
    """Also chunked where the other columns are not, and sliced."""
    chunks = pa.chunked_array([pa.array(PAGES[:2]), pa.array([], pa.string()), pa.array(PAGES[2:])]).cast(kind_of_text)
    table = pa.table({"text": chunks, "id": pa.chunked_array([pa.array([1]), pa.array([2, 3, 4, 5])])})
    assert articles(normalize_batch(table)) == EXPECTED
    assert articles(normalize_batch(table.slice(1, 3))) == EXPECTED[1:4]


def test_nothing_in_nothing_out() -> None:
    """No rows, and rows that are all null."""
    empty = pa.table({"text": pa.array([], pa.string())})
    assert normalize_batch(empty).schema.equals(schema(empty.schema))
    assert articles(normalize_batch(pa.table({"text": [None, None]}))) == [None, None]


def test_metadata_stays() -> None:
    """As pandas keeps its index there."""
    table = pa.table({"text": ["Rain"]}).replace_schema_metadata({"pandas": "{}"})
    assert normalize_batch(table).schema.metadata == {b"pandas": b"{}"}


def test_rows_that_raise() -> None:
    """Have a reason and no article, or raise with their number; the others are as ever."""
    table = pa.table({"text": ["Rain", "Rain"], "tag": ["en", "../"]})
    done = normalize_batch(table, hints={"language": "tag"})
    first, second = articles(done)
    assert first is not None
    assert first.language == "en"
    assert second is None
    assert done["error"].to_pylist()[0] is None
    assert done["error"].to_pylist()[1].startswith("ValueError: language must be")
    chunks = pa.concat_tables([table.slice(0, 1), table.slice(1, 1)])
    with pytest.raises(ValueError, match="language must be") as caught:
        normalize_batch(chunks, on_error="raise", hints={"language": "tag"})
    assert caught.value.__notes__ == ["row 1 of the batch, the first being 0"]


def test_what_arrow_cannot_hold_is_a_row_that_raises() -> None:
    """Half of a surrogate pair, which a step of one's own might make."""

    def step(doc: Document) -> list[Mark]:
        return [Mark(0, 1, "embed", "step:x", Embed(kind="x", url="\ud800"))] if doc.text == "x" else []

    table = pa.table({"text": ["rain", "x"]})
    done = normalize_batch(table, steps=[step])
    assert [row is None for row in articles(done)] == [False, True]
    assert "surrogates" in done["error"].to_pylist()[1]
    with pytest.raises(UnicodeEncodeError):
        normalize_batch(table, on_error="raise", steps=[step])


@pytest.mark.parametrize(
    ("table", "options", "error", "says"),
    [
        ({"text": [1]}, {}, TypeError, "column 'text' holds int64, not text"),
        ({"text": [b"x"]}, {}, TypeError, "holds binary"),
        ({"body": ["x"]}, {}, ValueError, "no column 'text'.* in body"),
        ({"text": ["x"], "article": [1]}, {}, ValueError, "a column 'article' already"),
        ({"text": ["x"], "error": [1]}, {}, ValueError, "a column 'error' already"),
        ({"text": ["x"]}, {"on_error": "ignore"}, ValueError, "on_error is"),
        ({"text": ["x"]}, {"hints": {"headline": "t"}}, ValueError, "no column 't'"),
        ({"text": ["x"]}, {"hints": {"title": "text"}}, TypeError, "title"),
        ({"text": ["x"]}, {"language": "../"}, ValueError, "BCP 47"),
        ({"text": ["x"]}, {"without": ["sauce"]}, ValueError, "fields of Article"),
        ({"text": ["x"]}, {"without": "source"}, ValueError, "fields of Article"),
    ],
)
def test_a_wrong_call_raises_at_once(table: Any, options: Any, error: Any, says: str) -> None:
    """Whatever on_error says: it is no row's fault."""
    with pytest.raises(error, match=says):
        normalize_batch(pa.table(table), **options)


def test_only_arrow() -> None:
    """A dict of lists is none."""
    with pytest.raises(TypeError, match="takes a RecordBatch or a Table, not dict"):
        normalize_batch({"text": ["x"]})


def test_fields_left_out() -> None:
    """The raw text stands in its own column already."""
    table = pa.table({"text": ["Advertisement\nRain"]})
    done = normalize_batch(table, without=["source", "removed"])
    assert done.schema.equals(schema(table.schema, without=["source", "removed"]))
    assert {"source", "removed"}.isdisjoint(done["article"].to_pylist()[0])
    assert articles(done) == [dataclasses.replace(normalize("Advertisement\nRain"), source="", removed=())]


def test_every_field_of_the_article_has_a_column() -> None:
    """None is written twice: a new field is there by itself."""
    struct = schema().field("article").type
    assert [struct.field(at).name for at in range(struct.num_fields)] == [f.name for f in dataclasses.fields(Article)]
    assert fields_of(Article).keys() == {f.name for f in dataclasses.fields(Article)}


@pytest.mark.parametrize(
    ("values", "hint"),
    [
        (["a", None, ""], str | None),
        ([(1, 2), (), None], tuple[int, ...]),
        ([datetime.datetime(2025, 1, 2, 3, 4, tzinfo=datetime.UTC), datetime.date(2025, 1, 2), None], datetime.date),
    ],
)
def test_columns(values: Any, hint: Any) -> None:
    """By the hint alone."""
    made = array(values, hint)
    assert made.type == kind(hint)
    assert len(made) == len(values)
    made.validate(full=True)
