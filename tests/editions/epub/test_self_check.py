"""Every error that validators pass is found; an edition without errors has none."""

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
    packed = pack()
    copy = Path(shutil.copy(packed.path, tmp_path / "copy.epub"))
    assert check_epub(copy, packed.guide, packed.seconds) == []


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
    packed = pack()
    if name == "brew.xhtml":
        old, new = "<h2 ", "<h3 "
        path = tampered(packed.path, name, "</h2>", "</h3>").rename(
            packed.path.with_name("half.epub")
        )
    else:
        path = packed.path
    found = check_epub(tampered(path, name, old, new), packed.guide, packed.seconds)
    assert any(error in finding.message for finding in found), found


def test_a_clip_past_the_end_of_the_sound_is_found(pack: Pack) -> None:
    packed = pack()
    shorter = {name: seconds - 0.02 for name, seconds in packed.seconds.items()}
    found = check_epub(packed.path, packed.guide, shorter)
    assert len(found) == len(packed.narration.tracks)
    assert all("past the end" in finding.message for finding in found)


def test_sentences_that_swapped_places_in_the_overlay_are_found(pack: Pack) -> None:
    packed = pack()
    first, second = [sentence.id for sentence in packed.guide.sections[1].sentences()][:2]
    once = tampered(packed.path, "boil.smil", f"#{first}", "#SWAP").rename(
        packed.path.with_name("1.epub")
    )
    twice = tampered(once, "boil.smil", f"#{second}", f"#{first}").rename(
        packed.path.with_name("2.epub")
    )
    found = check_epub(
        tampered(twice, "boil.smil", "#SWAP", f"#{second}"), packed.guide, packed.seconds
    )
    assert any("what is heard is not what is written" in finding.message for finding in found)


def test_a_claim_of_sound_without_sound_is_found(pack: Pack) -> None:
    packed = pack(sound=False)
    path = tampered(packed.path, "content.opf", ">textual<", ">auditory<")
    found = check_epub(path, packed.guide, {})
    assert any("claims sound" in finding.message for finding in found)


@pytest.mark.parametrize("alt", ['alt=""', 'alt=" "', ""])
def test_an_image_without_alternative_text_is_found(
    small_guide: Path, pack: Pack, alt: str
) -> None:
    (small_guide / "source/cup.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
        "utf-8",
    )
    text = small_guide / "source/02-brew.md"
    text.write_text(text.read_text("utf-8") + "\n![A cup](cup.svg)\n", "utf-8")
    packed = pack(sound=False)
    path = tampered(packed.path, "brew.xhtml", 'alt="A cup"', alt)
    messages = [finding.message for finding in check_epub(path, packed.guide, {})]
    assert "brew.xhtml has an image without alternative text" in messages
