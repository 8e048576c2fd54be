"""Every error that validators pass is found; an edition without errors has none."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.conftest import write_small_guide
from tests.editions.test_rich_editions import narrate

from plainspoken.config.project import load_project
from plainspoken.diagnostics.errors import REPORT_FAULT
from plainspoken.editions.epub import edition
from plainspoken.editions.epub.self_check import check_epub
from plainspoken.front_matter import add_front_matter
from plainspoken.guide import Guide
from plainspoken.parsing import parse

if TYPE_CHECKING:
    from .conftest import Pack

Change = tuple[str, str, str]
"""A file, a text in it, and what takes its place everywhere there."""


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


@dataclass(frozen=True)
class Book:
    """An edition with sound of one second a sentence."""

    path: Path
    guide: Guide
    seconds: dict[str, float]

    def check(self, *changes: Change) -> list[str]:
        """The errors of a copy with changed files."""
        left = list(changes)
        other = self.path.with_name("changed.epub")
        with zipfile.ZipFile(self.path) as archive, zipfile.ZipFile(other, "w") as copy:
            for entry in archive.namelist():
                content = archive.read(entry)
                for change in [each for each in left if entry == f"EPUB/{each[0]}"]:
                    assert change[1].encode() in content, change
                    content = content.replace(change[1].encode(), change[2].encode())
                    left.remove(change)
                copy.writestr(entry, content)
        assert not left
        found = check_epub(other, self.guide, self.seconds)
        places = {(each.file, each.line, each.level) for each in found}
        assert places <= {("changed.epub", 0, "error")}
        assert {each.hint for each in found} <= {REPORT_FAULT}
        return [each.message for each in found]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    folder = write_small_guide(tmp_path_factory.mktemp("book") / "guide")
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    (folder / "source/cup.svg").write_text(svg, "utf-8")
    text = folder / "source/02-brew.md"
    text.write_text(f"{text.read_text('utf-8')}\n![A cup](cup.svg) and a\\\nbreak.\n", "utf-8")
    project = load_project(folder)
    locale = project.find_locale("en")
    guide = add_front_matter(parse(project), project, locale, ())
    narration = narrate(guide, folder)
    (artifact,) = edition.build(guide, narration, project, locale, folder)
    seconds = {f"audio/{track.file_name}": track.seconds for track in narration.tracks}
    return Book(folder / artifact.path, guide, seconds)


BOIL, BREW = "boil.xhtml", "brew.xhtml"
NO_LANGUAGE = f"{BOIL} does not say its language and direction"
UNCLAIMED = "its style sheet has no rule for the active class "
STEEP, MORE = "brew.xhtml#brew.steep", "https://example.org/tea"


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ([], []),
        ([(BOIL, ' lang="en"', "")], [NO_LANGUAGE]),
        ([(BOIL, ' lang="en"', ' lang="es"')], [NO_LANGUAGE]),
        ([(BOIL, ' xml:lang="en"', "")], [NO_LANGUAGE]),
        ([(BOIL, ' dir="ltr"', "")], [NO_LANGUAGE]),
        ([(BOIL, "<head>", '<head id="x">'), (BOIL, "<body", '<body id="x"')],
         [f"{BOIL} has an id twice"]),
        ([(BREW, 'alt="A cup"', 'alt=" "')],
         [f"{BREW} has an image without alternative text",
          f"{BREW} does not hold the sentence “A cup and a\nbreak.”"]),
        ([(BREW, "<h1", "<h2"), (BREW, "</h1", "</h2")],
         [f"{BREW} skips from heading level 0 to 2"]),
        ([(BREW, "<h2", "<h4"), (BREW, "</h2", "</h4")],
         [f"{BREW} skips from heading level 1 to 4"]),
        ([(BOIL, STEEP, "brew.xhtml")], []),
        ([(BOIL, STEEP, "#boil.title")], [f"{BOIL} links to #boil.title, which is not there"]),
        ([(BOIL, STEEP, "#boil.boil-the-water")], []),
        ([(BOIL, STEEP, "brew.xhtml#boil.boil-the-water")],
         [f"{BOIL} links to brew.xhtml#boil.boil-the-water, which is not there"]),
        ([(BOIL, STEEP, "bru.xhtml")], [f"{BOIL} links to bru.xhtml, which is not there"]),
        ([(BOIL, STEEP, "cover.svg")], []),
        ([(BOIL, STEEP, "cover.svg#a")], [f"{BOIL} links to cover.svg#a, which is not there"]),
        ([(BREW, MORE, "https://example.org/any")], []),
        ([(BREW, "images/cup.svg", "images/cap.svg")],
         [f"{BREW} links to images/cap.svg, which is not there"]),
        ([("boil.smil", 'clipBegin="1.000s"', 'clipBegin="0.999s"')],
         ["boil.smil has a clip at 0.999 s that does not follow the one before"]),
        ([("boil.smil", 'clipBegin="1.000s"', 'clipBegin="1.001s"')], []),
        ([("boil.smil", 'clipBegin="1.000s"', 'clipBegin="2.000s"')],
         ["boil.smil has a clip at 2.0 s that does not follow the one before"]),
        ([("boil.smil", "audio/02-boil.mp3", "audio/boil.mp3")],
         ["boil.smil has a clip past the end of audio/boil.mp3"]),
        ([(BREW, "<br/>", "<hr/>")], [f"{BREW} does not hold the sentence “A cup and a\nbreak.”"]),
        ([(BREW, "break.<", "brake.<")],
         [f"{BREW} does not hold the sentence “A cup and a\nbreak.”"]),
        ([("style.css", "-epub-media-overlay-active {", "other {")],
         [f"{UNCLAIMED}'-epub-media-overlay-active'"]),
        ([("content.opf", "media:active-class", "media:class")], [f"{UNCLAIMED}''"]),
        ([("content.opf", 'idref="file-cover.xhtml"', 'idref="file-boil.xhtml"')],
         ["what is heard is not what is written: see the order",
          "its first document is narrated"]),
        ([("content.opf", ' media-overlay="file-opening.smil"', "")],
         ["what is heard is not what is written: see opening.xhtml#opening.s5f292f37"]),
        ([("content.opf", f' media-overlay="file-{name}.smil"', "")
          for name in ("opening", "boil", "brew", "glossary", "colophon")],
         ["it claims sound that it does not have"]),
    ],
)  # fmt: skip
def test_each_error_is_told_and_nothing_else(
    book: Book, changes: list[Change], errors: list[str]
) -> None:
    assert book.check(*changes) == errors


@pytest.mark.parametrize(("less", "count"), [(0.0004, 0), (0.0006, 1), (-1, 0)])
def test_sound_may_end_a_rounded_millisecond_early(book: Book, less: float, count: int) -> None:
    seconds = {**book.seconds, "audio/02-boil.mp3": book.seconds["audio/02-boil.mp3"] - less}
    assert len(check_epub(book.path, book.guide, seconds)) == count


@pytest.mark.parametrize("claim", ["auditory", "synchronizedAudioText"])
def test_each_claim_of_sound_needs_sound(book: Book, claim: str) -> None:
    silent = [
        ("content.opf", f' media-overlay="file-{name}.smil"', "")
        for name in ("opening", "boil", "brew", "glossary", "colophon")
    ]
    other = {"auditory": "synchronizedAudioText", "synchronizedAudioText": "auditory"}[claim]
    found = book.check(*silent, ("content.opf", f">{other}<", ">visual<"))
    assert found == ["it claims sound that it does not have"]
