"""Which files the images of a text name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plainspoken.config.project import load_project
from plainspoken.diagnostics.errors import SourceError
from plainspoken.parsing import list_image_files, parse
from plainspoken.parsing.image_files import list_images


def write(folder: Path, text: str, *names: str) -> None:
    for name in names:
        path = folder / "source" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"")
    (folder / "source/03-images.md").write_text(f"# Images\n\n{text}\n", "utf-8")


def find(folder: Path) -> tuple[str, ...]:
    return list_images(parse(load_project(folder)).sentences())


def refuse(folder: Path) -> list[str]:
    with pytest.raises(SourceError) as caught:
        parse(load_project(folder))
    assert {(error.file, error.line) for error in caught.value.findings} == {
        ("source/03-images.md", 3)
    }
    return [str(error) for error in caught.value.findings]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("a.svg", "a.svg"),
        ("./a.PNG", "a.PNG"),
        ("img/../img/a.svg", "img/a.svg"),
        ("a%20b.svg", "a b.svg"),
        ("<a b.svg>", "a b.svg"),
        ("100%.svg", "100%.svg"),
        ("100%25.svg", "100%.svg"),
        ("caf%C3%A9.svg", "café.svg"),
        ("图.webp", "图.webp"),
        ("a&amp;b.jpeg", "a&b.jpeg"),
        ("a#b?.svg", "a#b?.svg"),
    ],
)
def test_an_address_names_a_file_percents_decoded(
    small_guide: Path, address: str, name: str
) -> None:
    write(small_guide, f"![A line]({address})", name, "img/other.svg")
    assert find(small_guide) == (name,)


@pytest.mark.parametrize(
    "address",
    ["https://example.org/a.svg", "data:image/png;base64,AA", "/a.svg", "a.svgz", "a.bmp", "a",
     "C:\\a.svg", "a%00.svg", "a%FF.svg", "a%0A.svg", "file:a.svg"],
)  # fmt: skip
def test_what_is_no_file_of_a_picture_is_refused(small_guide: Path, address: str) -> None:
    write(small_guide, f"![A line]({address})", "a.svg")
    (error,) = refuse(small_guide)
    assert "cannot be carried" in error
    assert ".png, .jpg, .jpeg, .gif, .webp, .svg" in error


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("b.svg", "there is no image `b.svg`"),
        ("A.svg", "Did you mean `a.svg`?"),
        ("lnie.svg", "Did you mean `line.svg`?"),
        ("../guide.svg", "there is no image"),
        ("folder.svg", "there is no image"),
        ("pipe.svg", "there is no image"),
        ("a.svg/b.svg", "there is no image"),
        (f"{'a' * 300}.svg", "there is no image"),
        (f"{'a/' * 3000}a.svg", "there is no image"),
    ],
)
def test_a_file_that_is_not_there_is_told(small_guide: Path, address: str, says: str) -> None:
    write(small_guide, f"![A line]({address})", "a.svg", "line.svg")
    (small_guide / "guide.svg").write_bytes(b"")
    (small_guide / "source/folder.svg").mkdir()
    os.mkfifo(small_guide / "source/pipe.svg")
    (error,) = refuse(small_guide)
    assert says in error


def test_a_link_that_leads_out_of_the_source_is_refused(small_guide: Path) -> None:
    (small_guide / "secret.svg").write_bytes(b"")
    (small_guide / "source/a.svg").symlink_to(small_guide / "secret.svg")
    write(small_guide, "![A line](a.svg)")
    assert "there is no image `a.svg`" in refuse(small_guide)[0]


def test_a_definition_may_show_an_image_and_is_told_of_one_that_is_not_there(
    small_guide: Path,
) -> None:
    path = small_guide / "source/glossary.toml"
    text = path.read_text("utf-8")
    write(small_guide, "Words.", "pot.svg")
    path.write_text(text.replace("It has a spout.", "![A pot](./pot.svg)"), "utf-8")
    assert find(small_guide) == ("pot.svg",)
    path.write_text(text.replace("It has a spout.", "![A pot](cup.svg)"), "utf-8")
    with pytest.raises(SourceError, match=r"source/glossary.toml:3: there is no image `cup.svg`"):
        parse(load_project(small_guide))


def test_the_images_of_a_guide_with_errors_are_those_that_are_there(small_guide: Path) -> None:
    write(small_guide, "![A line](a.svg) ![Another](b.svg) [nothing][nowhere]", "a.svg")
    assert list_image_files(load_project(small_guide)) == ("a.svg",)
