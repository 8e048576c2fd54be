"""JSON is compared with the types of dataclasses before it is trusted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pytest

from plainspoken.publishing.json_shape import has_shape


@dataclass(frozen=True)
class Inner:
    name: str


@dataclass(frozen=True)
class Outer:
    inner: Inner
    count: int


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (str, ["", "a"], [None, 1, b"a", ["a"]]),
        (int, [0, 1], [-1, True, 1.0, "1", None]),
        (float, [0.0, -1.5], [1, True, "1", float("nan"), float("inf"), None]),
        (bool, [True, False], [0, 1, "", None]),
        (str | None, ["a", None], [1, []]),
        (float | None, [1.0, None], [1, float("inf")]),
        (Literal["a", "b"], ["a", "b"], ["c", "", None]),
        (tuple[str, ...], [[], ["a", "b"]], [("a",), ["a", 1], "a", {"a": "a"}, None]),
        (tuple[Inner, ...], [[{"name": "a"}]], [[{}], [{"name": 1}], [["name"]]]),
        (Mapping[str, str], [{}, {"a": "b"}], [{"a": 1}, [], None, "a"]),
        (Mapping[str, tuple[int, ...]], [{"a": [1]}], [{"a": [-1]}, {"a": 1}]),
        (Inner, [{"name": ""}],
         [{}, {"name": 1}, {"name": "a", "more": 1}, {"nam": "a"}, [], None]),
        (Outer, [{"inner": {"name": "a"}, "count": 0}],
         [{"inner": {"name": "a"}}, {"inner": {"name": "a"}, "count": -1},
          {"inner": {"name": 1}, "count": 0}, {"inner": "a", "count": 0}]),
    ],
)  # fmt: skip
def test_a_value_is_of_its_kind_to_the_last_item(
    kind: Any, good: list[Any], bad: list[Any]
) -> None:
    assert [value for value in good if not has_shape(value, kind)] == []
    assert [value for value in bad if has_shape(value, kind)] == []
