"""Records to plain data and back, by their type hints alone: no list of fields is written twice."""

import datetime
import types
import typing
from collections.abc import Hashable, Mapping
from dataclasses import is_dataclass
from functools import cache
from typing import Any, TypeVar

from newsnorm.records import Attrs

__all__ = ["plain", "record"]

T = TypeVar("T")


def plain(value: Any) -> Any:
    """Dicts, lists, strings, numbers and None; dates in ISO 8601.

    >>> plain((datetime.date(2025, 10, 21), Attrs({"slug": "x"})))
    ['2025-10-21', {'slug': 'x'}]
    """
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    names = _fields(type(value))
    if names:
        return {name: plain(getattr(value, name)) for name in names}
    return [plain(one) for one in value]


def _fields(cls: Any) -> dict[str, Any]:
    """Field names and types of a record; {} for anything else."""
    return _hints(cls)


@cache
def _hints(cls: Hashable) -> dict[str, Any]:
    if isinstance(cls, type) and (is_dataclass(cls) or (issubclass(cls, tuple) and hasattr(cls, "_fields"))):
        return typing.get_type_hints(cls)
    return {}


def record(cls: type[T], data: object, where: str) -> T:
    """The record that `plain` was given. Raises TypeError or ValueError that says where it does not fit."""
    if not isinstance(data, Mapping):
        raise TypeError(f"{where}: expected a mapping, not {type(data).__name__}")
    hints = _fields(cls)
    unknown = [key for key in data if key not in hints]
    if unknown:
        raise ValueError(f"{where}: unknown field {unknown[0]!r}")
    values = {key: _value(hints[key], value, f"{where}.{key}") for key, value in data.items()}
    try:
        return cls(**values)
    except TypeError as error:
        raise ValueError(f"{where}: {error}") from error


def _value(hint: Any, value: Any, where: str) -> Any:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return _union(arguments, value, where)
    if origin is tuple:
        if not isinstance(value, (list, tuple)):
            raise ValueError(f"{where}: expected a list, not {type(value).__name__}")
        return tuple(_value(arguments[0], one, f"{where}[{index}]") for index, one in enumerate(value))
    if origin is not None:  # the only mapping is that of an embed's attributes
        return _attrs(value, where)
    if hint in (datetime.date, datetime.datetime):
        return _moment(value, where)
    if _fields(hint):
        return record(hint, value, where)
    if type(value) is not hint:
        raise ValueError(f"{where}: expected {hint.__name__}, not {type(value).__name__}")
    return value


def _union(arguments: tuple[Any, ...], value: Any, where: str) -> Any:
    if value is None and type(None) in arguments:
        return None
    return _value(next(one for one in arguments if one is not type(None)), value, where)


def _attrs(value: Any, where: str) -> Attrs:
    if not isinstance(value, Mapping) or not all(isinstance(x, str) for pair in value.items() for x in pair):
        raise ValueError(f"{where}: expected a mapping of strings")
    return Attrs(value)


def _moment(value: Any, where: str) -> datetime.date:
    """A date, or a date with a time where the string has one."""
    try:
        return datetime.datetime.fromisoformat(value) if "T" in value else datetime.date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{where}: expected a date in ISO 8601, not {value!r}") from error
