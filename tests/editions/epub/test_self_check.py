"""Every fault that validators pass is found; an edition without faults has none."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from plainspoken.editions.epub.self_check import check_epub

if TYPE_CHECKING:
    from .conftest import Pack


def tampered(path: Path, name: str, old: str, new: str) -> Path:
    """A copy of an edition with one text in one file replaced."""
    other = path.with_name("tampered.epub")
    found = False
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(other, "w") as copy:
        for entry in archive.namelist():
            content = archive.read(entry)
            if entry == f"EPUB/{name}":
                found = old.encode() in content
                content = content.replace(old.encode(), new.encode(), 1)
            copy.writestr(entry, content)
    assert found, old
    return other


def test_an_edition_as_it_was_made_has_no_fault(pack: Pack, tmp_path: Path) -> None:
    made = pack()
    copy = Path(shutil.copy(made.path, tmp_path / "copy.epub"))
    assert check_epub(copy, made.guide, made.seconds) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "error"),
    [
        ("boil.xhtml", ' lang="en"', "", "language and direction"),
        ("boil.xhtml", ' xml:lang="en"', ' xml:lang="es"', "language and direction"),
        ("boil.xhtml", "Wait.", "Run.", "does not hold the sentence “Wait.”"),
        ("boil.xhtml", "brew.xhtml#", "brew.xhtml#no", "which is not there"),
        ("brew.xhtml", "<h2", "<h3", "skips from heading level 1 to 3"),
        ("boil.smil", 'clipBegin="0.000s"', 'clipBegin="9.000s"', "does not follow"),
        ("style.css", ".-epub-media-overlay-active {", ".active {", "no rule for the active"),
        ("content.opf", 'id="file-cover.xhtml"',
         'id="file-cover.xhtml" media-overlay="file-boil.smil"', "first document is narrated"),
    ],
)  # fmt: skip
def test_what_validators_pass_is_found(
    pack: Pack, name: str, old: str, new: str, error: str
) -> None:
    made = pack()
    if name == "brew.xhtml":
        old, new = "<h2 ", "<h3 "
        path = tampered(made.path, name, "</h2>", "</h3>").rename(made.path.with_name("half.epub"))
    else:
        path = made.path
    found = check_epub(tampered(path, name, old, new), made.guide, made.seconds)
    assert any(error in each.message for each in found), found


def test_a_clip_past_the_end_of_the_sound_is_found(pack: Pack) -> None:
    made = pack()
    shorter = {name: seconds - 0.02 for name, seconds in made.seconds.items()}
    found = check_epub(made.path, made.guide, shorter)
    assert len(found) == len(made.narration.tracks)
    assert all("past the end" in each.message for each in found)


def test_sentences_that_swapped_places_in_the_overlay_are_found(pack: Pack) -> None:
    made = pack()
    first, second = [each.id for each in made.guide.sections[1].sentences()][:2]
    once = tampered(made.path, "boil.smil", f"#{first}", "#SWAP").rename(
        made.path.with_name("1.epub")
    )
    twice = tampered(once, "boil.smil", f"#{second}", f"#{first}").rename(
        made.path.with_name("2.epub")
    )
    found = check_epub(
        tampered(twice, "boil.smil", "#SWAP", f"#{second}"), made.guide, made.seconds
    )
    assert any("what is heard is not what is written" in each.message for each in found)


def test_a_claim_of_sound_without_sound_is_found(pack: Pack) -> None:
    made = pack(sound=False)
    path = tampered(made.path, "content.opf", ">textual<", ">auditory<")
    found = check_epub(path, made.guide, {})
    assert any("claims sound" in each.message for each in found)
