"""Arrow in, Arrow out: one function for every engine that speaks Arrow. Needs `pip install newsnorm[arrow]`.

Spark, Dask, Ray, DuckDB, Polars, pandas and Hugging Face datasets all hand over Arrow tables or record batches, so
`normalize_batch` is all that any of them needs; the documentation has a recipe for each.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Literal, TypeVar

import pyarrow as pa

from newsnorm import Article, RuleSet, normalize, pack
from newsnorm.contrib.columns import back, fields_of, kind, struct

__all__ = ["normalize_batch", "schema", "to_article"]

B = TypeVar("B")
"""A RecordBatch or a Table: what goes in comes out."""


def schema(before: Any = None, *, without: Collection[str] = ()) -> Any:
    """The Arrow schema of what `normalize_batch` gives: the columns of `before`, then `article` and `error`.

    `before` is the schema of what goes in, or None for the two columns alone. `without` names fields of `Article` that
    shall not be stored. The struct follows the type hints of `Article`; a date is a string in ISO 8601, a mapping a
    list of key and value. Raises ValueError when `before` has one of the two columns, or a field is unknown.

    >>> schema().names, schema().field("article").type.field("headline").type
    (['article', 'error'], DataType(string))
    """
    before = pa.schema([]) if before is None else before
    taken = {"article", "error"} & set(before.names)
    if taken:
        raise ValueError(f"there is a column {min(taken)!r} already: rename or drop it before normalize_batch")
    fields = [(name, kind(hint)) for name, hint in _stored(without).items()]
    return before.append(pa.field("article", pa.struct(fields))).append(pa.field("error", pa.string()))


def normalize_batch(
    batch: B,
    text: str = "text",
    on_error: Literal["null", "raise"] = "null",
    *,
    hints: Mapping[str, str] | None = None,
    without: Collection[str] = (),
    **options: Any,
) -> B:
    r"""The batch with two columns more: `article`, a struct as `schema()` says, and `error`, a string.

    `batch` is a RecordBatch or a Table; the same kind comes back, its rows in their order and its chunks in the
    fewest that all its columns agree on. `text` names the column of pages; null gives null, which is no error. `hints`
    says which columns hold what `normalize` may know, row by row: `{"headline": "title"}`. `options` go to `normalize`
    as they are: `language="en"`. With `on_error="null"` a row that raises has a null article and the reason in
    `error`; with "raise" the first such row raises, with a note that tells its number.

    What is wrong with the call, and not with a row, raises at once whatever `on_error` says: TypeError for anything
    but a RecordBatch or a Table and for a column that holds no text, ValueError for a column that is missing or there
    already, and what `normalize` raises for its options. One batch takes up to 2 GB of text.

    >>> batch = normalize_batch(pa.table({"text": ["Advertisement\nRain\nKARACHI: It rained all night.", None]}))
    >>> batch["article"].to_pylist()[0]["dateline"]["places"][0]["city"], batch["article"].null_count
    ('KARACHI', 1)
    """
    table: Any = batch
    if not isinstance(batch, (pa.RecordBatch, pa.Table)):
        raise TypeError(f"normalize_batch takes a RecordBatch or a Table, not {type(batch).__name__}")
    if on_error not in ("null", "raise"):
        raise ValueError(f"on_error is 'null' or 'raise', not {on_error!r}")
    columns = {"text": text, **(hints or {})}
    options = _checked(table.schema, columns, options)
    after, fields = schema(table.schema, without=without), _stored(without)
    done: list[Any] = []
    for part in table.to_batches() if isinstance(batch, pa.Table) else [table]:
        found = list(_normalized(part, columns, on_error, options, sum(map(len, done))))
        done.append(pa.RecordBatch.from_arrays([*part.columns, *_added(found, fields, on_error)], schema=after))
    given: B = pa.Table.from_batches(done, after) if isinstance(batch, pa.Table) else done[0]
    return given


def to_article(row: Mapping[str, Any] | None) -> Article | None:
    """The article of one value of the column `article`, as `to_pylist` and the engines give it; None for null.

    Fields that were left out have their defaults. Raises what `Article.from_dict` raises.

    >>> to_article(normalize_batch(pa.table({"text": ["Rain"]}))["article"][0].as_py()) == normalize("Rain")
    True
    """
    return None if row is None else Article.from_dict(back(row, Article))


def _stored(without: Collection[str]) -> dict[str, Any]:
    hints = fields_of(Article)
    unknown = set(without) - hints.keys()
    if isinstance(without, str) or unknown:
        raise ValueError(f"without takes names of fields of Article, not {without!r}")
    return {name: hint for name, hint in hints.items() if name not in without}


def _checked(found: Any, columns: Mapping[str, str], options: dict[str, Any]) -> dict[str, Any]:
    """The options, rule files loaded once. Raises what is wrong with the call."""
    for column in columns.values():
        if found.get_field_index(column) < 0:
            raise ValueError(f"no column {column!r}, or several of that name, in {', '.join(found.names)}")
    held = found.field(columns["text"]).type
    value = held.value_type if pa.types.is_dictionary(held) else held
    if str(value) not in ("string", "large_string", "string_view", "null"):
        raise TypeError(f"column {columns['text']!r} holds {held}, not text")
    packs = options.get("extra_packs", ())
    options = {**options, "extra_packs": tuple(one if isinstance(one, RuleSet) else pack(one) for one in packs)}
    known: dict[str, Any] = dict.fromkeys(columns.keys() - {"text"})
    normalize("", **known, **options)
    return options


_Found = tuple[Article | None, str | None]


def _normalized(
    batch: Any, columns: Mapping[str, str], on_error: str, options: Mapping[str, Any], first: int
) -> Iterator[_Found]:
    rows = zip(*(batch.column(name).to_pylist() for name in columns.values()), strict=True)
    for number, values in enumerate(rows, first):
        row = dict(zip(columns, values, strict=True))
        try:
            yield (None if row["text"] is None else normalize(**row, **options)), None
        except Exception as error:
            if on_error == "raise":
                error.add_note(f"row {number} of the batch, the first being 0")
                raise
            yield None, f"{type(error).__name__}: {error}"


def _added(found: Iterable[_Found], fields: Mapping[str, Any], on_error: str) -> list[Any]:
    """The two columns."""
    found = list(found)
    try:
        articles = struct([article for article, _ in found], fields)
    except UnicodeEncodeError:  # half of a surrogate pair, which Arrow's UTF-8 cannot hold
        if on_error == "raise":
            raise
        found = [_storable(one, fields) for one in found]
        articles = struct([article for article, _ in found], fields)
    return [articles, pa.array([error for _, error in found], pa.string())]


def _storable(found: _Found, fields: Mapping[str, Any]) -> _Found:
    try:
        struct([found[0]], fields)
    except UnicodeEncodeError as error:
        return None, f"{type(error).__name__}: {error}"
    return found
