"""Records to Arrow columns and back, by their type hints alone. Needs `pip install newsnorm[arrow]`.

Column by column, and not row by row: Arrow builds a struct from its children, and Python makes no dict a row.
A date is a string in ISO 8601, for one column holds days, moments, and moments with a zone. A mapping is a list of key
and value, which every engine can store. Everything may be null, for engines do not agree on what may not.
"""

import datetime
import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import is_dataclass
from functools import cache
from itertools import accumulate, chain
from typing import Any

import pyarrow as pa

__all__ = ["array", "back", "fields_of", "kind", "struct"]

_PLAIN = {str: pa.string(), int: pa.int64(), bool: pa.bool_(), float: pa.float64()}
_MOMENTS = (datetime.datetime, datetime.date)


@cache
def fields_of(cls: Any) -> Mapping[str, Any]:
    """A record's fields and their type hints; {} for what is no record.

    >>> from newsnorm import Place
    >>> list(fields_of(Place)), fields_of(str)
    (['raw', 'name', 'city', 'region', 'country'], {})
    """
    if is_dataclass(cls) or hasattr(cls, "_fields"):
        return typing.get_type_hints(cls)
    return {}


def kind(hint: Any) -> Any:
    """The Arrow type for a type hint.

    >>> kind(tuple[int, ...]), kind(datetime.date | None)
    (ListType(list<item: int64>), DataType(string))
    """
    bare = _bare(hint)
    if _is_mapping(bare):
        return pa.list_(pa.struct([("key", pa.string()), ("value", pa.string())]))
    if typing.get_origin(bare) is tuple:
        return pa.list_(kind(typing.get_args(bare)[0]))
    if fields_of(bare):
        return pa.struct([(name, kind(one)) for name, one in fields_of(bare).items()])
    return pa.string() if bare in _MOMENTS else _PLAIN[bare]


def array(values: Sequence[Any], hint: Any) -> Any:
    """The column of these values, None as null. Raises UnicodeEncodeError for half a surrogate pair.

    >>> array([("a", "b"), None, ()], tuple[str, ...]).to_pylist()
    [['a', 'b'], None, []]
    """
    bare = _bare(hint)
    if _is_mapping(bare):
        return _lists([None if one is None else one.items() for one in values], _pairs)
    if typing.get_origin(bare) is tuple:
        return _lists(values, lambda flat: array(flat, typing.get_args(bare)[0]))
    if fields_of(bare):
        return struct(values, fields_of(bare))
    if bare in _MOMENTS:
        values = [None if one is None else one.isoformat() for one in values]
    return pa.array(values, kind(bare))


def struct(values: Sequence[Any], fields: Mapping[str, Any]) -> Any:
    """The column of these records, with these of their fields."""
    here = [one for one in values if one is not None]
    if len(here) == len(values):
        return _struct(here, fields)
    at = accumulate((one is not None for one in values), initial=-1)
    places = pa.array([where if one is not None else None for where, one in zip(list(at)[1:], values, strict=True)])
    return _struct(here, fields).take(places.cast(pa.int64()))


def _struct(here: Sequence[Any], fields: Mapping[str, Any]) -> Any:
    children = [array([getattr(one, name) for one in here], hint) for name, hint in fields.items()]
    return pa.StructArray.from_arrays(children, fields=[pa.field(n, kind(hint)) for n, hint in fields.items()])


def _lists(values: Sequence[Any], inside: Any) -> Any:
    offsets = list(accumulate((0 if one is None else len(one) for one in values), initial=0))
    flat = list(chain.from_iterable(one for one in values if one is not None))
    mask = pa.array([one is None for one in values], pa.bool_())
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), inside(flat), mask=mask)


def _pairs(flat: Sequence[tuple[str, str]]) -> Any:
    children = [pa.array([pair[at] for pair in flat], pa.string()) for at in (0, 1)]
    return pa.StructArray.from_arrays(children, ["key", "value"])


def back(value: Any, hint: Any) -> Any:
    """The plain data that `newsnorm.Article.from_dict` reads, from a value of an engine: mappings are mappings again.

    >>> from newsnorm import Embed
    >>> back({"kind": "tweet", "attrs": [{"key": "id", "value": "7"}]}, Embed)
    {'kind': 'tweet', 'attrs': {'id': '7'}}
    """
    bare = _bare(hint)
    if value is None:
        return None
    if _is_mapping(bare):
        return {pair["key"]: pair["value"] for pair in value}
    if typing.get_origin(bare) is tuple:
        return [back(one, typing.get_args(bare)[0]) for one in value]
    fields = fields_of(bare)
    return {name: back(one, fields[name]) for name, one in value.items()} if fields else value


def _bare(hint: Any) -> Any:
    """Without `None`; of several, the first."""
    if typing.get_origin(hint) not in (types.UnionType, typing.Union):
        return hint
    return next(one for one in typing.get_args(hint) if one is not type(None))


def _is_mapping(bare: Any) -> bool:
    return typing.get_origin(bare) not in (None, tuple)
