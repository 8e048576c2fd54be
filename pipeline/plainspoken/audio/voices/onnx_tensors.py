"""Find out whether a model in ONNX would read other files: its tensors may stand outside of it, at
any path that the model names. It is a message of Protocol Buffers, and is read as one here.
"""

from __future__ import annotations

from collections.abc import Iterator

_FIELDS = {
    "model": {7: "graph", 20: "training", 25: "function"},
    "training": {1: "graph", 2: "graph"},
    "graph": {1: "node", 5: "tensor", 15: "sparse tensor"},
    "function": {7: "node", 11: "attribute"},
    "node": {5: "attribute"},
    "attribute": {
        5: "tensor", 6: "graph", 10: "tensor", 11: "graph", 22: "sparse tensor",
        23: "sparse tensor",
    },
    "sparse tensor": {1: "tensor", 2: "tensor"},
    "tensor": {13: "place"},
    "place": {},
}  # fmt: skip
"""The messages that lead to tensors, and what their fields hold, by number (onnx.proto)."""
_VARINT, _FIXED_64, _BYTES, _FIXED_32 = 0, 1, 2, 5


def has_outside_tensors(model: bytes) -> bool:
    """Whether a tensor of a model stands in another file. Raises ValueError: it is no model."""
    waiting = [("model", memoryview(model))]
    while waiting:
        kind, message = waiting.pop()
        if kind == "place":
            return True
        fields = _FIELDS[kind]
        waiting += [
            (fields[number], content)
            for number, content in _list_messages(message)
            if number in fields
        ]
    return False


def _list_messages(message: memoryview) -> Iterator[tuple[int, memoryview]]:
    """The fields of a message that may be messages themselves, by number."""
    place = 0
    while place < len(message):
        key, place = _read_number(message, place)
        number, wire_type = key >> 3, key & 7
        if wire_type == _VARINT:
            _, place = _read_number(message, place)
        elif wire_type == _BYTES:
            length, begin = _read_number(message, place)
            place = begin + length
            yield number, message[begin:place]
        elif wire_type in (_FIXED_64, _FIXED_32):
            place += 8 if wire_type == _FIXED_64 else 4
        else:
            raise ValueError("no message of ONNX has fields of this type")
    if place > len(message):
        raise ValueError("the message is cut short")


def _read_number(message: memoryview, place: int) -> tuple[int, int]:
    """A number of up to 64 bits, and the place after it."""
    value = 0
    for shift in range(0, 70, 7):
        if place >= len(message):
            break
        value |= (message[place] & 0x7F) << shift
        place += 1
        if message[place - 1] < 0x80:
            return value, place
    raise ValueError("a number has no end")
