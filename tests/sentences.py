"""Sentences of each language that guides may have, for tests of all that is read in them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

_CORPUS = Path(__file__).parent / "corpus"


def read_sentences(tag: str) -> Sequence[str]:
    """Those of a language, in the order in which all languages have them."""
    return (_CORPUS / f"{tag}.txt").read_text("utf-8").splitlines()
