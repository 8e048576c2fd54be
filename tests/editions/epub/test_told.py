"""What assistive technology is told of a whole guide, in order: as its source has it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.approval import Approve
from tests.editions.epub.told import read_documents, tell_documents
from tests.whole_guides.fixtures import BuildWhole

from plainspoken.config.project import load_project
from plainspoken.editions.epub import edition
from plainspoken.front_matter import add_front_matter
from plainspoken.narration import Narration, Reader
from plainspoken.parsing import parse

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.mark.parametrize("lang", ["ar", "de", "zh-Hans"])
def test_all_that_is_told_is_what_the_source_says(
    build_whole: BuildWhole, page: Page, tmp_path: Path, approve: Approve, lang: str
) -> None:
    folder = build_whole(lang)
    project = load_project(folder)
    locale = project.find_locale(lang)
    readers = [Reader("espeak-ng", "draft")]
    guide = add_front_matter(parse(project), project, locale, readers)
    told = read_documents(folder / f"dist/{lang}/fever.{lang}.epub", tmp_path, page)
    assert told == tell_documents(guide)
    approve("\n".join(line for name in ("measure", "drink", "glossary") for line in told[name]))


def test_each_construct_of_markdown_is_told(rich_guide: Path, page: Page) -> None:
    project = load_project(rich_guide)
    locale = project.find_locale("en")
    guide = add_front_matter(parse(project), project, locale, ())
    (artifact,) = edition.build(guide, Narration((), ()), project, locale, rich_guide)
    told = read_documents(rich_guide / artifact.path, rich_guide, page)
    assert told == tell_documents(guide)
