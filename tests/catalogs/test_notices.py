"""A section whose text is not all translated says so once, before the first of that text."""

from __future__ import annotations

import pytest

from plainspoken.catalogs.sync import read_catalogs
from plainspoken.catalogs.translate import translate_guide
from plainspoken.front_matter import add_front_matter
from plainspoken.guide import Block, Section

from .conftest import Folder

SPOONS = '\n[spoon]\nterm = "spoon"\ndefinition = "It holds 5 ml."\n'


def open_section(folder: Folder, name: str, *texts: str) -> Section:
    """A section of the Spanish guide when these of its texts are not translated."""
    folder.update()
    catalog = folder.po.read_text("utf-8")
    for text in texts:
        before, msgid, after = catalog.partition(f'msgid "{text}"\n')
        assert msgid
        head, _, rest = after.partition("\n\n")
        assert head.startswith("msgstr")
        catalog = f'{before}{msgid}msgstr ""\n\n{rest}'
    folder.po.write_text(catalog, "utf-8")
    project = folder.project
    spanish = project.find_locale("es")
    guide = translate_guide(folder.guide, read_catalogs(project)["es"], spanish)
    return next(section for section in guide.sections if section.id == name)


def list_notices(section: Section) -> list[int]:
    """The places of the notices among the blocks of a section; there are none deeper in."""
    places = [place for place, block in enumerate(section.blocks) if is_notice(block)]
    assert len(places) == sum(map(is_notice, section.iter_blocks()))
    return places


def is_notice(block: Block) -> bool:
    return block.variety == "untranslated"


def test_a_whole_translation_has_no_notice(folder: Folder) -> None:
    assert list_notices(open_section(folder, "boil")) == []


def test_code_in_which_a_value_has_no_meaning_has_no_notice(folder: Folder) -> None:
    folder.edit("02-brew.md", "1. Pour.", "```\ncall {help-phone}\n```\n\n1. Pour.")
    folder.update()
    folder.edit_po(
        'msgid "call {help-phone}"\nmsgstr ""',
        'msgid "call {help-phone}"\nmsgstr "llamar {help-phone}"',
    )
    section = open_section(folder, "brew", "your helper's number")
    assert list_notices(section) == []
    assert [block.text for block in section.blocks if block.kind == "code"] == [
        "llamar {help-phone}"
    ]


def test_terms_of_a_glossary_share_one_notice_before_the_first(folder: Folder) -> None:
    path = folder.root / "source/glossary.toml"
    path.write_text(path.read_text("utf-8") + SPOONS, "utf-8")
    section = open_section(folder, "glossary", "kettle")
    (place,) = list_notices(section)
    assert [block.kind for block in section.blocks[place + 1 :]] == ["entry", "entry"]
    assert section.blocks[place].text.startswith("Esta parte todavía no está traducida.")


def test_the_notice_of_a_glossary_stands_above_its_sorted_terms(folder: Folder) -> None:
    path = folder.root / "source/glossary.toml"
    path.write_text(path.read_text("utf-8") + SPOONS.replace("spoon", "bowl"), "utf-8")
    folder.update()
    project = folder.project
    locale = project.find_locale("es")
    spanish = translate_guide(folder.guide, read_catalogs(project)["es"], locale)
    section = add_front_matter(spanish, project, locale, ()).sections[-2]
    assert [block.kind for block in section.blocks] == ["heading", "notice", "entry", "entry"]
    assert [block.children[0].text for block in section.blocks[2:]] == ["bowl", "hervidor"]


@pytest.mark.parametrize(
    ("texts", "place"),
    [
        (("Steam burns. Call {help-phone} if you get hurt.",), 2),
        (("Two cups", "Steam burns. Call {help-phone} if you get hurt."), 2),
        (("One cup",), 3),
        (("Boil the water", "Two cups", "When is the water ready?"), 1),
    ],
)
def test_texts_here_and_there_in_a_section_share_one_notice(
    folder: Folder, texts: tuple[str, ...], place: int
) -> None:
    assert list_notices(open_section(folder, "boil", *texts)) == [place]


def test_cells_of_a_table_share_the_notice_of_their_section(folder: Folder) -> None:
    assert list_notices(open_section(folder, "brew", "Green", "4.5", "Pour.")) == [1]
