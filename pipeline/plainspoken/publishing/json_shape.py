"""Compare what JSON gave with the types of dataclasses, before it is trusted."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import is_dataclass
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints


def has_shape(value: Any, kind: Any) -> bool:
    """Whether a value is what a dataclass of that type becomes as JSON, to the last item of its
    tuples and mappings. A whole number is never negative, another one never infinite.
    """
    origin, args = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        kinds = get_type_hints(kind)
        is_same = isinstance(value, dict) and value.keys() == kinds.keys()
        return is_same and all(has_shape(value[name], kinds[name]) for name in kinds)
    if origin is Literal:
        return value in args
    if origin is UnionType:
        return any(has_shape(value, arg) for arg in args)
    if origin is tuple:
        return isinstance(value, list) and all(has_shape(item, args[0]) for item in value)
    if origin is Mapping:
        is_mapping = isinstance(value, dict)
        return is_mapping and all(has_shape(item, args[1]) for item in value.values())
    if kind is float:
        return isinstance(value, float) and math.isfinite(value)
    return type(value) is kind and (kind is not int or value >= 0)
