"""The words of pictures in catalogs, and in a translated guide."""

from __future__ import annotations

import pytest

from plainspoken.catalogs.checks import check_catalog
from plainspoken.catalogs.critical import find_critical_parts
from plainspoken.catalogs.extract import extract_messages
from plainspoken.catalogs.status import find_section
from plainspoken.catalogs.sync import read_catalogs
from plainspoken.catalogs.translate import translate_guide
from plainspoken.diagnostics.errors import CatalogError
from plainspoken.guide import Guide

from .conftest import Folder

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>Stove</title><text>{}</text></svg>'
SHOWN = "Wait. Is it [ready](02-brew.md#steep)?"


def show(folder: Folder, *words: str, before: str = SHOWN) -> None:
    """Let the first section show a picture with these words."""
    inner = "</text><text>".join(words)
    (folder.root / "source/stove.svg").write_text(SVG.format(inner), "utf-8")
    folder.edit("01-boil.md", before, f"{before}\n\n![A stove.](stove.svg)\n\nThen pour.")


def translate(folder: Folder, **translations: str) -> Guide:
    """The Spanish guide, with translations of what the picture added."""
    folder.update()
    added = {"Stove": "Estufa", "![A stove.][image-1]": "![Una estufa.][image-1]"}
    for text, spanish in (added | {"Then pour.": "Luego sirva."} | translations).items():
        folder.edit_po(f'msgid "{text}"\nmsgstr ""', f'msgid "{text}"\nmsgstr "{spanish}"')
    catalog = read_catalogs(folder.project)["es"]
    return translate_guide(folder.guide, catalog, folder.project.find_locale("es"))


def test_the_words_of_a_picture_follow_the_text_that_shows_it(folder: Folder) -> None:
    show(folder, "Hot plate")
    texts = [message.text for message in extract_messages(folder.guide)]
    at = texts.index("![A stove.][image-1]")
    assert texts[at : at + 4] == ["![A stove.][image-1]", "Stove", "Hot plate", "Then pour."]


def test_a_translator_is_told_that_words_are_a_label_and_where_they_stand(folder: Folder) -> None:
    show(folder, "Hot plate")
    folder.update()
    entry = folder.entry("Hot plate")
    assert entry.extracted == ("label in the picture stove.svg, in: Boil the water",)
    (reference,) = entry.references
    assert reference.startswith("source/stove.svg:boil.")


def test_equal_words_are_one_message_with_those_of_the_text(folder: Folder) -> None:
    show(folder, "Hot plate", "Hot plate", "Green")
    messages = {message.text: message for message in extract_messages(folder.guide)}
    assert len(messages["Hot plate"].blocks) == 2
    assert [block.kind for block in messages["Green"].blocks] == ["label", "cell"]


def test_a_label_that_reads_like_a_term_is_that_term(folder: Folder) -> None:
    show(folder, "kettle")
    folder.update()
    entry = folder.entry("kettle")
    assert (entry.msgctxt, entry.msgstr) == (None, "hervidor")


def test_translated_labels_are_in_the_guide_and_the_others_say_their_language(
    folder: Folder,
) -> None:
    show(folder, "Hot plate", "Heat to {hot}", "{hot}")
    guide = translate(folder, **{"Hot plate": "Hornilla"})
    assert [(label.text, label.lang) for label in guide.labels()] == [
        ("Estufa", "es"),
        ("Hornilla", "es"),
        ("Heat to 95.5\u00a0°C (203.9\u00a0°F)", "en"),
        ("95.5\u00a0°C (203.9\u00a0°F)", "es"),
    ]


def test_a_section_says_where_only_a_picture_is_not_translated(folder: Folder) -> None:
    show(folder, "Hot plate")
    section = translate(folder).sections[0]
    (at,) = (at for at, block in enumerate(section.blocks) if block.variety == "untranslated")
    assert section.blocks[at + 1].text == "Una estufa."


def test_a_whole_translation_with_a_picture_has_no_notice(folder: Folder) -> None:
    show(folder, "Hot plate")
    guide = translate(folder, **{"Hot plate": "Hornilla"})
    assert not [block for block in guide.sections[0].iter_blocks() if block.kind == "notice"]


def test_doses_in_pictures_are_critical_and_so_are_labels_in_warnings(folder: Folder) -> None:
    show(folder, "Take 5 mg twice a day", "Hot plate")
    folder.edit("02-brew.md", "## Steep", "> [!WARNING]\n> ![A lid.](lid.svg)\n\n## Steep")
    (folder.root / "source/lid.svg").write_text(SVG.format("Lid").replace("Stove", "Top"), "utf-8")
    messages = extract_messages(folder.guide)
    critical = {message.text for message in find_critical_parts(folder.guide, messages).messages}
    assert {"Take 5 mg twice a day", "Lid", "Top"} <= critical
    assert not {"Hot plate", "Stove"} & critical


def test_labels_count_in_the_section_that_shows_them(folder: Folder) -> None:
    show(folder, "Hot plate")
    messages = {message.text: message for message in extract_messages(folder.guide)}
    assert find_section(messages["Hot plate"]) == "boil"


@pytest.mark.parametrize(("spanish", "warned"), [("Hornilla", False), ("Hornilla eléctrica", True)])
def test_a_translation_with_more_letters_than_room_is_warned_of(
    folder: Folder, spanish: str, warned: bool
) -> None:
    show(folder, "Hot plate")
    path = folder.root / "source/stove.svg"
    path.write_text(path.read_text("utf-8").replace("<text>", '<text data-room="12">'), "utf-8")
    translate(folder, **{"Hot plate": spanish})
    catalog = read_catalogs(folder.project)["es"]
    for _ in range(2):  # the second time by what the first has kept
        findings = check_catalog(
            folder.guide, catalog, folder.project.find_locale("es"), (), folder.project.cache
        )
        (*found,) = (each.finding.message for each in findings if each.rule == "label-room")
        told = "the label has 18 letters, and its picture has room for 12"
        assert found == ([told] if warned else [])


def test_room_that_is_made_smaller_renews_what_is_known_of_a_translation(folder: Folder) -> None:
    show(folder, "Hot plate")
    path = folder.root / "source/stove.svg"
    drawn = path.read_text("utf-8")
    translate(folder, **{"Hot plate": "Hornilla eléctrica"})
    catalog, project = read_catalogs(folder.project)["es"], folder.project
    counts = []
    for room in ("30", "12"):
        path.write_text(drawn.replace("<text>", f'<text data-room="{room}">'), "utf-8")
        spanish = project.find_locale("es")
        findings = check_catalog(folder.guide, catalog, spanish, (), project.cache)
        counts.append(sum(each.rule == "label-room" for each in findings))
    assert counts == [0, 1]


@pytest.mark.parametrize("spanish", ["*Hornilla*", "`Hornilla`", "[Hornilla][term:kettle]"])
def test_a_label_with_markup_is_refused_at_its_line(folder: Folder, spanish: str) -> None:
    show(folder, "Hot plate")
    with pytest.raises(CatalogError) as caught:
        translate(folder, **{"Hot plate": spanish})
    (found,) = caught.value.findings
    assert found.message == "a label of a picture has markup"
    line = folder.po.read_text("utf-8").split("\n")[found.line - 1]
    assert line == f'msgstr "{spanish}"'
