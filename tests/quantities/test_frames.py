"""What a number is worth and what it is, by the words around it: a time, a date, a measure."""

from __future__ import annotations

import tomllib
import unicodedata
from pathlib import Path

import pytest
from tests.approval import Approve

from plainspoken.languages import load
from plainspoken.quantities.extract import extract

from .descriptions import describe_quantities


def read_frames(kind: str, tag: str) -> list[str]:
    """Each number of a language in each frame of a kind."""
    table = tomllib.loads(Path(__file__).with_name("frames.toml").read_text("utf-8"))[tag][kind]
    texts = [frame.format(number) for frame in table["frames"] for number in table["numbers"]]
    return [unicodedata.normalize("NFC", text) for text in texts]


def describe(kind: str, tag: str) -> str:
    texts = read_frames(kind, tag)
    return "\n".join(
        f"{text}: {describe_quantities(extract(text, load(tag)), text)}" for text in texts
    )


@pytest.mark.parametrize("tag", [
    "ar", "de", "en", "es", "fr", "hi", "ko", "pl", "ru", "tr", "vi", "zh-Hans",
])  # fmt: skip
def test_times(tag: str, approve: Approve) -> None:
    approve(describe("times", tag))


@pytest.mark.parametrize("tag", ["de", "en", "es", "zh-Hans"])
def test_dates(tag: str, approve: Approve) -> None:
    approve(describe("dates", tag))


@pytest.mark.parametrize("tag", ["ar", "de", "en", "es", "fa", "fr", "ko", "zh-Hans"])
def test_amounts(tag: str, approve: Approve) -> None:
    approve(describe("amounts", tag))
