"""Spark types of our models, read off their fields: columns and models cannot drift apart."""

from __future__ import annotations

from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pyspark.sql.types import (
    ArrayType,
    BooleanType,
    DataType,
    DoubleType,
    LongType,
    MapType,
    StringType,
    StructField,
    StructType,
)

_PLAIN: Mapping[Any, type[DataType]] = {str: StringType, int: LongType, float: DoubleType, bool: BooleanType}


def struct_of(model: type[BaseModel], *, without: frozenset[str] = frozenset()) -> StructType:
    """Return the struct of a model.

    Args:
        model: the model.
        without: names of fields to leave out, wherever they stand.

    Raises:
        TypeError: a field has a type that no column can have.
    """
    fields = ((name, each.annotation) for name, each in model.model_fields.items() if name not in without)
    return StructType([StructField(name, _type_of(kind, without), nullable=True) for name, kind in fields])


def _type_of(kind: Any, without: frozenset[str]) -> DataType:
    if kind in _PLAIN:
        return _PLAIN[kind]()
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        (kind,) = set(arguments) - {NoneType}
        return _type_of(kind, without)
    if origin is Literal:
        return StringType()
    if origin is tuple:
        return ArrayType(_type_of(arguments[0], without))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return MapType(_type_of(arguments[0], without), _type_of(arguments[1], without))
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return struct_of(kind, without=without)
    raise TypeError(f"no Spark type is known for {kind}")


def plain(value: Any, kind: DataType) -> Any:
    """Return what a column of a type holds for a value; what the type leaves out is not even read."""
    if value is None:
        return None
    if isinstance(kind, StructType):
        return {field.name: plain(getattr(value, field.name), field.dataType) for field in kind.fields}
    if isinstance(kind, ArrayType):
        return [plain(each, kind.elementType) for each in value]
    if isinstance(kind, MapType):
        return dict(value)
    return value
