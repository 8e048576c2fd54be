"""A model that would read other files is found out, whatever way leads to them."""

from __future__ import annotations

import pytest

from plainspoken.audio.voices.onnx_tensors import has_outside_tensors

PLACE = 13
"""Of a tensor: where its values stand, if not here (onnx.proto, `external_data`)."""
WAYS = [
    [7, 5],  # graph, initializer
    [7, 15, 1],  # graph, sparse initializer, values
    [7, 15, 2],  # indices
    [7, 1, 5, 5],  # graph, node, attribute, tensor
    [7, 1, 5, 10],  # tensors
    [7, 1, 5, 6, 5],  # graph of an attribute
    [7, 1, 5, 11, 5],  # graphs
    [7, 1, 5, 22, 1],  # sparse tensor
    [7, 1, 5, 23, 2],  # sparse tensors
    [20, 1, 5],  # training, initialization
    [20, 2, 5],  # algorithm
    [25, 7, 5, 5],  # function, node, attribute
    [25, 11, 5],  # attribute of a function
]


def varint(number: int) -> bytes:
    parts = []
    while number >= 0x80:
        parts.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*parts, number])


def nest(way: list[int], content: bytes) -> bytes:
    """A message in the fields of others, the outermost first."""
    for number in reversed(way):
        content = varint(number << 3 | 2) + varint(len(content)) + content
    return content


@pytest.mark.parametrize("way", WAYS)
def test_a_tensor_outside_is_found_on_each_way_to_it(way: list[int]) -> None:
    assert has_outside_tensors(nest([*way, PLACE], b"\n\1a"))
    assert not has_outside_tensors(nest([*way, PLACE + 1], b"\n\1a"))
    assert not has_outside_tensors(nest(way, b""))


@pytest.mark.parametrize("way", [[8, 5], [7, 6], [7, 15, 3], [7, 1, 4, 5], [20, 3, 5], [25, 8, 5]])
def test_other_fields_lead_to_no_tensor(way: list[int]) -> None:
    assert not has_outside_tensors(nest([*way, PLACE], b"a"))


def test_one_of_many_tensors_is_found_among_fields_of_every_type() -> None:
    inside = nest([5], b"\x08\x01" + nest([9], b"abcd"))
    fields = b"\x08\x07" + b"\x21" + bytes(8) + b"\x2d" + bytes(4) + b"\x08\xff\xff\x7f"
    graph = inside * 200 + fields + nest([5, PLACE], b"a") + inside
    assert has_outside_tensors(fields + nest([7], graph) + fields)
    assert not has_outside_tensors(fields + nest([7], inside * 200 + fields) + fields)


def test_a_number_has_up_to_64_bits() -> None:
    ten = b"\x08" + b"\xff" * 9 + b"\x01"
    assert not has_outside_tensors(ten)
    with pytest.raises(ValueError, match="a number has no end"):
        has_outside_tensors(b"\x08" + b"\xff" * 10 + b"\x01")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\x08", "a number has no end"),
        (b"\x08\x80", "a number has no end"),
        (b"\x80", "a number has no end"),
        (b"\x3a\x02a", "the message is cut short"),
        (b"\x3a\x05\x2a\x04abc", "the message is cut short"),
        (b"\x21" + bytes(7), "the message is cut short"),
        (b"\x2d" + bytes(3), "the message is cut short"),
        (b"\x0b", "no message of ONNX has fields of this type"),
        (b"\x0c", "no message of ONNX has fields of this type"),
        (b"\x0e", "no message of ONNX has fields of this type"),
        (b"\x0f", "no message of ONNX has fields of this type"),
    ],
)
def test_what_is_no_message_is_told(content: bytes, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        has_outside_tensors(content)


def test_nothing_is_a_message_without_tensors() -> None:
    assert not has_outside_tensors(b"")
