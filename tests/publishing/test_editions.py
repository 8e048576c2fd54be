"""Editions of many files, and editions that a wheel of its own adds: what stands in `dist/`."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.plugins import write_wheel
from tests.publishing.conftest import environment

Run = Callable[..., subprocess.CompletedProcess[str]]
Digest = Callable[[Path], dict[str, str]]
PACKAGE = Path(__file__).parents[2] / "pipeline"
TOY = '''\
import os
from plainspoken.diagnostics.errors import OutputError
from plainspoken.diagnostics.finding import Finding
from plainspoken.editions import Artifact

def build(guide, narration, project, locale, out):
    """Write the files that TOY and HIDE name, each with its own name in it; give those of TOY."""
    names = os.environ.get("TOY", "").split()
    for name in (*names, *os.environ.get("HIDE", "").split()):
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    if "TOY_FAILS" in os.environ:
        raise OutputError([Finding("", 0, "the toy is broken", "Mend it.")])
    return [Artifact(name, "text/plain") for name in (*names, *os.environ.get("LIE", "").split())]
'''


@pytest.fixture
def toy(tmp_path: Path) -> Callable[[str], Path]:
    """Install an edition `toy` of that version in a folder; give the folder."""

    def install(version: str = "1.0") -> Path:
        folder = tmp_path / "wheel"
        write_wheel(folder, "toy", "[plainspoken.editions]\ntoy = toy:build\n", version)
        (folder / "toy.py").write_text(TOY, "utf-8")
        return folder

    return install


@pytest.fixture
def build_toy(two_languages: Path, run: Run, toy: Callable[..., Path]) -> Run:
    """Build the English editions, with a toy edition that writes the files named."""
    folder = toy()

    def build(files: str, command: str = "build", **more: str) -> subprocess.CompletedProcess[str]:
        more = {"PYTHONPATH": f"{PACKAGE}:{folder}", "TOY": files, **more}
        return run(command, "-C", two_languages, "--locale", "en", "--json", **more)

    return build


def files_of(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert done.returncode == 0, done.stderr
    (edition,) = json.loads(done.stdout)["editions"]
    return [file["file"] for file in edition["files"]]


def dirty(folder: Path) -> None:
    """Change the text, so that the next build makes everything again."""
    path = next((folder / "source").glob("02-*.md"))
    path.write_text(path.read_text("utf-8") + "\nMore.\n", "utf-8")


def test_an_edition_of_a_wheel_may_be_a_folder_beside_a_file(
    two_languages: Path, build_toy: Run
) -> None:
    files = files_of(build_toy("toy/index.txt toy/deep/er/1.txt toy.zip"))
    assert {"en/toy/index.txt", "en/toy/deep/er/1.txt", "en/toy.zip"} < set(files)
    assert {"en/hand-washing.en.epub", "en/text/01-opening.txt"} < set(files)
    assert (two_languages / "dist/en/toy/deep/er/1.txt").read_text("utf-8") == "toy/deep/er/1.txt"
    assert not (two_languages / ".cache/plainspoken/staging").exists()


def test_what_an_edition_no_longer_makes_goes_and_nothing_else(
    two_languages: Path, build_toy: Run
) -> None:
    dist = two_languages / "dist/en"
    build_toy("toy/1.txt toy/2.txt toy/deep/3.txt")
    (dist / "toy/mine.txt").write_text("mine", "utf-8")
    (dist / "mine.epub").write_text("mine", "utf-8")
    dirty(two_languages)
    assert "en/toy/1.txt" in files_of(build_toy("toy/1.txt"))
    assert sorted(path.name for path in (dist / "toy").iterdir()) == ["1.txt", "mine.txt"]
    assert (dist / "mine.epub").is_file()
    (dist / "toy/mine.txt").unlink()
    build_toy("other/1.txt", "pack")
    assert not (dist / "toy").exists()
    assert (dist / "audio/01-opening.mp3").is_file()


def test_a_book_of_fewer_sections_leaves_no_file_of_the_others(
    two_languages: Path, run: Run, digest: Digest
) -> None:
    run("build", "-C", two_languages)
    source, dist = two_languages / "source", two_languages / "dist"
    (source / "02-how.md").unlink()
    first = source / "01-when.md"
    first.write_text(first.read_text("utf-8").replace("02-how.md", "#"), "utf-8")
    done = run("build", "-C", two_languages)
    assert done.returncode == 0, done.stderr
    for folder in ("en/text", "en/audio", "es/text", "es/audio"):
        names = sorted(path.stem for path in (dist / folder).iterdir())
        assert names == ["01-opening", "02-when", "03-glossary", "04-colophon"]
    before = digest(dist)
    shutil.rmtree(dist)
    run("build", "-C", two_languages)
    assert digest(dist) == before


def test_without_a_record_files_of_sections_are_taken_for_those_of_an_earlier_build(
    two_languages: Path, build_toy: Run
) -> None:
    dist = two_languages / "dist/en"
    leftovers = ("audio/09-old.mp3", "text/09-old.txt", "toy/02-old.txt")
    others = (
        "notes.txt", "audio/cover.png", "text/deep/01-x.txt", "toy/NAME", "mine/01-x.txt", "x.mp3",
        "01-x.txt", "mine.en.epub", "manifest.json", "sitemap.xml", "toy/2.txt", "audio/mine.mp3",
    )  # fmt: skip
    for name in (*leftovers, *others):
        (dist / name).parent.mkdir(parents=True, exist_ok=True)
        (dist / name).write_text("old", "utf-8")
    build_toy("toy/01-one.txt toy/NAMELESS toy.json toy.xml 02-toy.txt toy/3.txt")
    assert not [name for name in leftovers if (dist / name).exists()]
    assert [name for name in others if (dist / name).read_text("utf-8") == "old"] == list(others)
    assert (dist / "toy/01-one.txt").is_file()
    (dist / "toy/02-old.txt").write_text("mine", "utf-8")
    dirty(two_languages)
    build_toy("toy/01-one.txt")
    assert (dist / "toy/02-old.txt").is_file()


@pytest.mark.parametrize("damage", ["changed", "deleted"])
def test_a_text_file_that_was_changed_or_deleted_is_made_again(
    two_languages: Path, run: Run, digest: Digest, damage: str
) -> None:
    run("build", "-C", two_languages)
    reference = digest(two_languages / "dist")
    path = two_languages / "dist/es/text/02-when.txt"
    if damage == "changed":
        path.write_bytes(path.read_bytes() + b"x")
    else:
        path.unlink()
    done = json.loads(run("build", "-C", two_languages, "--json").stdout)
    assert [edition["unchanged"] for edition in done["editions"]] == [True, False]
    assert digest(two_languages / "dist") == reference


def test_an_edition_that_fails_leaves_dist_as_it_was(
    two_languages: Path, build_toy: Run, digest: Digest
) -> None:
    build_toy("toy/1.txt")
    before = digest(two_languages / "dist")
    dirty(two_languages)
    done = build_toy("toy/2.txt", TOY_FAILS="yes")
    assert done.returncode == 2
    assert done.stderr == "the toy is broken\n  Mend it.\n"
    assert digest(two_languages / "dist") == before
    assert not (two_languages / ".cache/plainspoken/staging").exists()


@pytest.mark.parametrize("lie", ["toy/none.txt", "toy"])
def test_an_edition_that_names_what_it_did_not_make_is_refused(
    two_languages: Path, build_toy: Run, lie: str
) -> None:
    done = build_toy("toy/1.txt", LIE=lie)
    assert done.returncode == 2
    assert f"the edition 'toy' gives {lie!r}, which it did not make" in done.stderr
    assert not [path for path in (two_languages / "dist").rglob("*") if path.is_file()]


@pytest.mark.parametrize("lie", ["../escaped.txt", "/tmp/x.txt", "toy/../1.txt", "toy//1.txt", "."])
def test_an_edition_gives_plain_paths_below_its_folder(
    two_languages: Path, build_toy: Run, lie: str
) -> None:
    done = build_toy("toy/1.txt", LIE=lie)
    assert done.returncode == 2
    assert f"'toy' gives {lie!r}, which is not a plain path below its folder" in done.stderr
    assert not [path for path in (two_languages / "dist").rglob("*") if path.is_file()]


def test_an_edition_gives_every_file_that_it_makes(
    two_languages: Path, build_toy: Run, digest: Digest
) -> None:
    build_toy("toy/1.txt")
    before = digest(two_languages / "dist")
    dirty(two_languages)
    done = build_toy("toy/1.txt", HIDE="toy/2.txt deep/.3")
    assert done.returncode == 2
    assert "the edition 'toy' makes 'toy/2.txt', which it does not give" in done.stderr
    assert "the edition 'toy' makes 'deep/.3', which it does not give" in done.stderr
    assert digest(two_languages / "dist") == before


def test_two_editions_never_write_the_same_file(two_languages: Path, build_toy: Run) -> None:
    done = build_toy("text/01-Opening.txt")
    assert done.returncode == 2
    assert "is made twice, by 'text' and by 'toy'" in done.stderr
    assert not [path for path in (two_languages / "dist").rglob("*") if path.is_file()]


def test_a_folder_where_a_file_should_stand_is_told_before_anything_is_moved(
    two_languages: Path, build_toy: Run, digest: Digest
) -> None:
    (two_languages / "dist/en/toy.zip").mkdir(parents=True)
    done = build_toy("toy.zip")
    assert done.returncode == 2
    assert done.stderr.startswith("dist/en/toy.zip: cannot be written")
    assert digest(two_languages / "dist") == {}


def test_an_edition_is_made_again_when_what_provides_it_has_a_new_version(
    build_toy: Run, toy: Callable[[str], Path]
) -> None:
    build_toy("toy.txt")
    assert json.loads(build_toy("toy.txt").stdout)["editions"][0]["unchanged"]
    toy("1.1")
    assert not json.loads(build_toy("toy.txt").stdout)["editions"][0]["unchanged"]


def test_editions_packed_alone_are_up_to_date_only_where_they_are_what_a_build_makes(
    two_languages: Path, run: Run
) -> None:
    def unchanged() -> bool:
        done = run("build", "-C", two_languages, "--locale", "en", "--json")
        return bool(json.loads(done.stdout)["editions"][0]["unchanged"])

    run("pack", "-C", two_languages, "--locale", "en")
    assert not (two_languages / "dist/en/audio").exists()
    assert not unchanged()
    run("pack", "-C", two_languages, "--locale", "en")
    assert unchanged()


def test_a_folder_of_files_is_told_in_one_line(two_languages: Path, run: Run) -> None:
    done = run("build", "-C", two_languages, "--locale", "en")
    assert "  dist/en/text/  5 files, " in done.stdout
    assert "01-opening.txt" not in done.stdout


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("epub = toy:build", "have the same name, 'epub', in plainspoken.editions"),
        ("toy = toy:biuld", "plainspoken.editions 'toy' cannot be imported from toy:biuld"),
        ("toy = tyo:build", "plainspoken.editions 'toy' cannot be imported from tyo:build"),
    ],
)
def test_an_edition_that_cannot_be_had_is_an_error(
    two_languages: Path, run: Run, toy: Callable[..., Path], entry: str, message: str
) -> None:
    folder = toy()
    write_wheel(folder, "toy", f"[plainspoken.editions]\n{entry}\n")
    path = {"PYTHONPATH": f"{PACKAGE}:{folder}"}
    done = run("build", "-C", two_languages, "--locale", "en", **path)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_file_that_is_made_no_more_goes_after_a_kill_though_all_others_are_right(
    two_languages: Path, build_toy: Run, tmp_path: Path, moment: str
) -> None:
    names = ["toy/1.txt toy/2.txt", "toy/1.txt"]
    build_toy(names[moment == "after"])
    config = two_languages / "source/guide.toml"
    before = config.read_text("utf-8")
    config.write_text(f"{before}# This changes no edition.\n", "utf-8")
    program = f"""\
import os, signal, sys
from plainspoken.publishing import publication
from plainspoken.cli import main

replace = publication.replace_folder
def kill_then(*paths):
    {"replace(*paths)" if moment == "after" else ""}
    os.kill(os.getpid(), signal.SIGKILL)
publication.replace_folder = kill_then
sys.exit(main(sys.argv[1:]))
"""
    killed = subprocess.run(
        [sys.executable, "-c", program, "build", "-C", two_languages, "--locale", "en"],
        env=environment(
            PYTHONPATH=f"{PACKAGE}:{tmp_path / 'wheel'}", TOY=names[moment == "before"]
        ),
        check=False,
        timeout=300,
    )
    assert killed.returncode == -9
    assert (two_languages / "dist/en/toy/2.txt").is_file()
    if moment == "after":
        config.write_text(before, "utf-8")
    build_toy("toy/1.txt")
    assert not (two_languages / "dist/en/toy/2.txt").exists()
