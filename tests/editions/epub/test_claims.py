"""What an EPUB claims of its accessibility: no more than is proven."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plainspoken.config.project import load_project
from plainspoken.editions.accessibility import list_metadata
from plainspoken.narration import Narration
from plainspoken.parsing import parse


@pytest.mark.parametrize(
    ("lang", "claimed"), [("en", True), ("es", True), ("fa", True), ("th", False), ("he", False)]
)
def test_letters_of_any_size_are_claimed_for_scripts_that_were_measured(
    small_guide: Path, lang: str, claimed: bool
) -> None:
    guide = parse(load_project(small_guide))
    for changed in (replace(guide, lang=lang), replace(guide, source_lang=lang)):
        features = [value for _, value in list_metadata(changed, Narration((), ()))]
        assert ("displayTransformability" in features) == claimed
