"""All that editions of a guide say of themselves, by language, reviewers and readers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.approval import Approve
from tests.rich_guide.fixtures import describe_guide

from plainspoken.config.project import LocaleSettings, load_project
from plainspoken.front_matter import add_front_matter, name_narrator
from plainspoken.guide import Block, Guide
from plainspoken.languages import available, load
from plainspoken.narration import Reader
from plainspoken.parsing import parse

READERS = [
    (), (Reader("espeak-ng", "draft"),), (Reader("Kokoro", "natural"),), (Reader("Ann", "person"),),
    (Reader("espeak-ng", "draft", 61), Reader("Ann", "person", 37), Reader("Ben", "person", 2)),
    (Reader("gTTS", "natural", 90), Reader("Kokoro", "natural", 9), Reader("x", "draft", 1)),
]  # fmt: skip


def test_an_edition_has_an_opening_and_labels(rich_guide: Path, approve: Approve) -> None:
    project = load_project(rich_guide)
    locale = project.find_locale("en")
    guide = add_front_matter(parse(project), project, locale, READERS[4])
    approve(describe_guide(guide))


def test_openings_of_drafts_and_translations(rich_guide: Path, approve: Approve) -> None:
    project = load_project(rich_guide)
    draft = replace(project, reviewed=None, reviewed_by="")
    source = parse(project)
    spanish = replace(source, lang="es", title=replace(source.title, lang="es"))
    whole = replace(spanish, description=replace(source.description, lang="es"))
    locales = (
        LocaleSettings("es"), LocaleSettings("es", region="US", translators=("A", "B")),
        LocaleSettings("es", reviewed_by="C", translators=("D",)),
    )  # fmt: skip
    told: list[str] = []
    for settings in (project, draft):
        for guide in (source, spanish, whole):
            for locale in locales if guide is not source else (project.find_locale("en"),):
                made = add_front_matter(guide, settings, locale, ())
                told += [f"\n{guide.lang} {settings.reviewed_by!r} {locale}", *_list_opening(made)]
    approve("\n".join(told))


def _list_opening(guide: Guide) -> Iterator[str]:
    def tell(block: Block) -> str:
        return f"{block.kind} {block.variety} {block.lang} {block.id}: {block.text}"

    return map(tell, (*guide.sections[0].blocks, *guide.sections[-1].blocks))


def test_openings_in_every_language(rich_guide: Path, approve: Approve) -> None:
    project = load_project(rich_guide)
    source = parse(project)
    told: list[str] = []
    for lang in available():
        guide = replace(source, lang=lang)
        locale = LocaleSettings(lang, translators=("Eva",), reviewed_by="Max")
        made = add_front_matter(guide, project, locale, READERS[5])
        told += ["", lang, *_list_opening(made), made.sections[-2].title]
        for readers in READERS:
            for short in (False, True):
                told.append(f"  {name_narrator(load(lang), readers, short)}")
    approve("\n".join(told))
