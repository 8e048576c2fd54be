"""What is said for sentences of each language, and what would be heard as something else."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.approval import Approve

from plainspoken.languages import load
from plainspoken.spoken.read_back import find_misreadings
from plainspoken.spoken.text import say_text

CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.mark.parametrize("tag", [
    "ar", "de", "en", "es", "fa", "fr", "hi", "ht", "it", "ko", "pl", "pt", "ru", "tl", "tr", "vi",
    "zh-Hans",
])  # fmt: skip
def test_words(tag: str, approve: Approve) -> None:
    lines = []
    for sentence in (CORPUS / f"{tag}.txt").read_text("utf-8").splitlines():
        spoken = say_text(sentence, load(tag))
        lines += [spoken.written, f"  {spoken.words}"]
        lines += [f"  given to the voice: {spoken.sound}"] if spoken.sound != spoken.words else []
        lines += [f"  unsaid: {spoken.written[start:end]}" for start, end in spoken.unsaid]
        lines += [f"  misread: {found}" for found in find_misreadings(spoken)]
    approve("\n".join(lines))
