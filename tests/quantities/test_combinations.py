"""Number words side by side: which are one number, and what it is worth; all others stay apart."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import pytest
from tests.approval import Approve

from plainspoken.languages import load
from plainspoken.quantities.extract import extract
from plainspoken.quantities.quantity import Quantity

from .descriptions import describe_quantities

GAP = "; "
"""What parts two texts so that no number goes on."""


def read_each(texts: Sequence[str], tag: str) -> list[list[Quantity]]:
    """The quantities of each text, with their places in all texts, one after another."""
    found = extract(GAP.join(texts), load(tag))
    ends, end = [], 0
    for text in texts:
        end += len(text)
        ends.append(end)
        end += len(GAP)
    begins = [0, *(end + len(GAP) for end in ends)]
    return [
        [quantity for quantity in found if begin <= quantity.start < end]
        for begin, end in zip(begins, ends, strict=False)
    ]


def list_values(quantities: Sequence[Quantity]) -> list[object]:
    return [(quantity.value, quantity.unit, quantity.ordinal) for quantity in quantities]


@pytest.mark.parametrize("tag", [
    "ar", "de", "en", "es", "fa", "fr", "hi", "ko", "pl", "ru", "tl", "tr", "vi", "zh-Hans",
])  # fmt: skip
def test_words(tag: str, approve: Approve) -> None:
    table = tomllib.loads(Path(__file__).with_name("combinations.toml").read_text("utf-8"))[tag]
    words = [unicodedata.normalize("NFC", word) for word in table["words"].split(", ")]
    alone = dict(zip(words, read_each(words, tag), strict=True))
    text = GAP.join(words)
    lines = [f"{word}: {describe_quantities(found, text)}" for word, found in alone.items()]
    digits = table["digits"].split(", ")
    for first, second in product(words, repeat=2):
        joiners = [" ", f" {table['and']} ", f" {table['noun']} {table['and']} "]
        joiners += [f" {table['point']} "] if second in digits else []
        texts = [unicodedata.normalize("NFC", first + joiner + second) for joiner in joiners]
        for text, found in zip(texts, read_each(texts, tag), strict=True):
            if list_values(found) != list_values([*alone[first], *alone[second]]):
                lines.append(f"{text}: {describe_quantities(found, GAP.join(texts))}")
    approve("\n".join(lines))
