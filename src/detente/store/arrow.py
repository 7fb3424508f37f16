"""Rows as Arrow tables, which Delta Lake takes, made without any further library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from detente.store.schema import Table

if TYPE_CHECKING:
    import arro3.core as arro3

_EPOCH = date(1970, 1, 1).toordinal()
Row = Mapping[str, Any]


def to_arrow(table: Table, rows: Sequence[Row]) -> arro3.Table:
    """The rows under the table's columns; what a row lacks is null.

    Raises:
        ValueError: a day is no ISO day.
    """
    import arro3.core as arro3

    arrays = [_array(kind, [row.get(name) for row in rows]) for name, kind in table.columns.items()]
    return arro3.Table.from_arrays(arrays, schema=schema(table))


def schema(table: Table) -> arro3.Schema:
    """The Arrow schema of a table."""
    import arro3.core as arro3

    return arro3.Schema([arro3.Field(name, _type(kind)) for name, kind in table.columns.items()])


def _type(kind: str) -> arro3.DataType:
    import arro3.core as arro3

    of = arro3.DataType
    return {"text": of.utf8, "int": of.int64, "float": of.float64, "flag": of.bool, "day": of.date32}[kind]()


def _array(kind: str, values: list[Any]) -> arro3.Array:
    import arro3.core as arro3

    if kind == "day":
        return arro3.Array([_days(value) for value in values], type=arro3.DataType.int32()).cast(arro3.DataType.date32())
    if kind == "text":
        values = [None if value is None else str(value) for value in values]
    elif kind == "float":
        values = [None if value is None else float(value) for value in values]
    return arro3.Array(values, type=_type(kind))


def _days(value: str | date | None) -> int | None:
    """Days since 1970-01-01."""
    if value is None:
        return None
    day = date.fromisoformat(value[:10]) if isinstance(value, str) else value
    return day.toordinal() - _EPOCH
