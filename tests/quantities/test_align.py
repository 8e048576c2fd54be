"""Numbers of a text and its translation are the same, however each language says them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from tests.approval import Approve

from plainspoken.languages import load
from plainspoken.quantities.align import Alignment, align
from plainspoken.quantities.normalize import fold
from plainspoken.quantities.quantity import Quantity, format_value
from plainspoken.quantities.reading import LocalizedText, read_text_pair

Row = tuple[str, Alignment]


def compare(source: str, target: str, tag: str) -> tuple[Alignment, list[Quantity], list[Quantity]]:
    """What of two texts is the same, and what each says."""
    texts = (LocalizedText(fold(source), load("en")), LocalizedText(fold(target), load(tag)))
    first, second = (list(reading.quantities) for reading in read_text_pair(*texts))
    return align(first, second), first, second


def show(source: str, target: str, tag: str) -> tuple[bool, str]:
    """Whether all of the numbers are the same; and what is, with what remains on each side."""
    found, first, second = compare(source, target, tag)
    sure = [index for index in found.lost if first[index].sure]
    more = [index for index in found.added if second[index].sure]
    values = [
        " ".join(format_value(side[index].value) for index in indices)
        for side, indices in ((first, sure), (second, more))
    ]
    pairs = ", ".join(f"{ours}-{theirs}" for ours, theirs in found.pairs)
    return not (sure or more), f"{target} [{pairs}; -{values[0]} +{values[1]}]"


@pytest.mark.parametrize("tag", ["ar", "de", "es", "ko", "zh-Hans"])
def test_sayings(tag: str, approve: Approve) -> None:
    sayings = tomllib.loads(Path(__file__).with_name("sayings.toml").read_text("utf-8"))
    lines = []
    for source in sayings["en"]:
        shown = [show(source, target, tag) for target in sayings[tag]]
        same = [text.partition(" [")[0] for is_same, text in shown if is_same]
        part = [text for is_same, text in shown if not is_same and "[;" not in text]
        lines += [source, *(f"  = {text}" for text in same), *(f"  ~ {text}" for text in part)]
    approve("\n".join(lines))
