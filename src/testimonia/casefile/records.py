"""How a value of the data model becomes JSON and comes back: once, for every dataclass of ``testimonia.model``.

What always holds: ``from_plain(type(value), json.loads(json.dumps(as_plain(value)))) == value``. Field names
are those of the data model, dates are ISO days, enumerations their values, tuples lists.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from typing import Any, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

Plain: TypeAlias = Any  # what JSON can say: None, bool, int, float, str, list and dict of these
Record = TypeVar("Record")


def as_plain(value: object) -> Plain:
    """``value`` in lists, dictionaries, strings, numbers and ``None``. Raises ``TypeError`` for anything else."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [as_plain(part) for part in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: as_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    raise TypeError(f"a record holds values of the data model only, not {type(value).__name__}")


def from_plain(kind: type[Record], plain: Plain) -> Record:
    """The value of type ``kind`` that ``as_plain`` wrote as ``plain``; fields that are absent take their default."""
    reader: Callable[[Plain], Record] = _reader(kind)  # type: ignore[arg-type]  # a type is hashable
    return reader(plain)


def dumps(value: object) -> str:
    """``value`` as one line of JSON with sorted keys, the same text for equal values."""
    return json.dumps(as_plain(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def loads(kind: type[Record], text: str) -> Record:
    """The value of type ``kind`` that ``dumps`` wrote as ``text``."""
    return from_plain(kind, json.loads(text))


@lru_cache(maxsize=256)
def _reader(kind: Any) -> Callable[[Plain], Any]:
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _optional(kind, parts)
    if origin is tuple:
        return _tuple(parts)
    if isinstance(kind, type):
        if dataclasses.is_dataclass(kind):
            return _dataclass(kind)
        if issubclass(kind, Enum):
            return kind
        if issubclass(kind, (date, datetime)):
            return kind.fromisoformat
        if kind is float:
            return float
        if issubclass(kind, (str, int)):
            return _same
    raise TypeError(f"no record can hold a field of type {kind}")


def _same(plain: Plain) -> Plain:
    return plain


def _optional(kind: Any, parts: tuple[Any, ...]) -> Callable[[Plain], Any]:
    present = [part for part in parts if part is not type(None)]
    if len(present) != 1:
        raise TypeError(f"no record can hold a choice between types: {kind}")
    read = _reader(present[0])
    return lambda plain: None if plain is None else read(plain)


def _tuple(parts: tuple[Any, ...]) -> Callable[[Plain], Any]:
    if len(parts) == 2 and parts[1] is Ellipsis:
        read = _reader(parts[0])
        return lambda plain: tuple([read(part) for part in plain])
    readers = [_reader(part) for part in parts]
    return lambda plain: tuple(read(part) for read, part in zip(readers, plain, strict=True))


def _dataclass(kind: type[Any]) -> Callable[[Plain], Any]:
    hints = get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name]) for field in dataclasses.fields(kind)}

    def build(plain: Plain) -> Any:
        return kind(**{name: readers[name](part) for name, part in plain.items() if name in readers})

    return build
