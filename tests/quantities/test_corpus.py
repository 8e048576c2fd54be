"""All that is read of numbers in sentences of each language."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from tests.approval import Approve

from plainspoken.languages import load
from plainspoken.quantities.extract import extract

from .descriptions import describe_quantities

CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.mark.parametrize("tag", [
    "ar", "de", "en", "es", "fa", "fr", "hi", "ht", "it", "ko", "pl", "pt", "ru", "tl", "tr", "vi",
    "zh-Hans",
])  # fmt: skip
def test_quantities(tag: str, approve: Approve) -> None:
    lines = []
    for sentence in (CORPUS / f"{tag}.txt").read_text("utf-8").splitlines():
        text = unicodedata.normalize("NFC", sentence)
        found = describe_quantities(extract(text, load(tag)), text)
        lines += [text, *(f"  {each}" for each in found.split(" | "))]
    approve("\n".join(lines))
