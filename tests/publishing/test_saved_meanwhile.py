"""Builds beside an editor that saves at any moment."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plainspoken.cli import main
from plainspoken.config.project import load_project
from plainspoken.publishing.builder import build as build_editions

from .conftest import digest_files, environment

Run = Callable[..., subprocess.CompletedProcess[str]]
PO = "locales/es/LC_MESSAGES/guide.po"
WORDS = {
    "source/01-when.md": "Clean hands",
    "source/02-how.md": "Rinse and dry",
    "source/glossary.toml": "A living thing",
    "source/guide.toml": "Your organization",
    PO: "Lávese las manos:",
}
"""Of each file, words that an editor writes anew."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A guide whose editions are up to date; each example takes a copy."""
    folder = tmp_path_factory.mktemp("saved") / "guide"
    assert main(["new", str(folder)]) == 0
    assert main(["build", "-C", str(folder)]) == 0
    return folder


@contextmanager
def editing(folder: Path, saves: Sequence[tuple[float, str, bool]]) -> Iterator[None]:
    """Save files at moments, in seconds from now: aside and renamed, or in place."""

    def edit() -> None:
        begun = time.monotonic()
        for number, (moment, name, aside) in enumerate(sorted(saves)):
            time.sleep(max(begun + moment - time.monotonic(), 0))
            save(folder / name, WORDS[name], f" {chr(97 + number)}", aside=aside)

    editor = threading.Thread(target=edit)
    editor.start()
    try:
        yield
    finally:
        editor.join()


def save(path: Path, words: str, addition: str, *, aside: bool = True) -> None:
    text = path.read_text("utf-8")
    assert words in text
    text = text.replace(words, words + addition, 1)
    target = path.with_name(f".#{path.name}") if aside else path
    target.write_text(text, "utf-8")
    target.replace(path)


SAVES = st.lists(
    st.tuples(st.floats(0, 2.5), st.sampled_from([*WORDS]), st.booleans()), min_size=1, max_size=5
)


@settings(max_examples=3)
@given(saves=SAVES)
@example(saves=[(moment / 4, "source/02-how.md", True) for moment in range(10)])
def test_the_next_build_has_what_was_saved_while_one_ran(
    built: Path, tmp_path_factory: pytest.TempPathFactory, saves: list[tuple[float, str, bool]]
) -> None:
    folder = tmp_path_factory.mktemp("example") / "guide"
    shutil.copytree(built, folder)
    save(folder / "source/01-when.md", "Clean hands", " always")
    with editing(folder, saves):
        # 2: a file that was half saved has errors, or a catalog was saved since it was read.
        assert build(folder) in (0, 2)
    assert build(folder) == 0
    reference = folder.with_name("reference")
    shutil.copytree(folder, reference, ignore=shutil.ignore_patterns("dist", "builds"))
    assert build(reference) == 0
    assert digest_files(folder / "dist") == digest_files(reference / "dist")


def build(folder: Path) -> int:
    """Build in a process of its own: a fork within a process of several threads may hang."""
    command = [sys.executable, "-m", "plainspoken", "build", "-C", str(folder)]
    return subprocess.run(
        command, capture_output=True, env=environment(), check=False, timeout=600
    ).returncode


def test_what_is_saved_while_a_build_runs_is_told_and_built_next(
    two_languages: Path, run: Run
) -> None:
    assert run("build", "-C", two_languages).returncode == 0
    how, when = two_languages / "source/02-how.md", two_languages / "source/01-when.md"
    save(how, "Rinse and dry", " well")
    spoken = two_languages / ".cache/plainspoken/clips"
    clips = {*spoken.glob("*/*.pcm")}
    command = [sys.executable, "-m", "plainspoken", "build", "-C", str(two_languages)]
    building = subprocess.Popen(command, env=environment(), stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while {*spoken.glob("*/*.pcm")} == clips and time.monotonic() < deadline:
        time.sleep(0.01)
    save(when, "Clean hands", " and nails")
    _, errors = building.communicate(timeout=60)
    assert building.returncode == 0
    assert errors == (
        "warning: source/01-when.md: was saved while the command ran\n  Run the command again.\n"
    )
    assert "nails" not in read_english(two_languages)
    done = run("build", "-C", two_languages, "--json")
    assert json.loads(done.stdout)["changed"] == []
    assert [edition["unchanged"] for edition in json.loads(done.stdout)["editions"]] == [False] * 2
    assert "nails" in read_english(two_languages)


def test_a_build_reads_a_file_once_though_it_is_saved_between(two_languages: Path) -> None:
    """Its record is of what was read: put back what was there, and the edition is up to date."""
    how = two_languages / "source/02-how.md"
    before = how.read_bytes()
    project = load_project(two_languages)

    def save_once(*_: object) -> None:
        if how.read_bytes() == before:
            save(how, "Rinse and dry", " well")

    made = build_editions(project, [], "", 1, save_once)
    assert not any(result.unchanged for result in made)
    assert project.files.find_changed() == [how]
    again = build_editions(load_project(two_languages), [], "", 1, lambda *_: None)
    assert not any(result.unchanged for result in again)
    how.write_bytes(before)
    project = load_project(two_languages)
    build_editions(project, [], "", 1, save_once)
    how.write_bytes(before)
    last = build_editions(load_project(two_languages), [], "", 1, lambda *_: None)
    assert all(result.unchanged for result in last)


def test_a_section_that_is_no_file_is_found_though_nothing_else_changed(
    two_languages: Path, run: Run
) -> None:
    assert run("build", "-C", two_languages).returncode == 0
    (two_languages / "source/03-more.md").symlink_to("/dev/zero")
    done = run("build", "-C", two_languages)
    assert done.returncode == 2
    assert "source/03-more.md" in done.stderr


def read_english(folder: Path) -> str:
    return "".join(path.read_text("utf-8") for path in sorted((folder / "dist/en/text").iterdir()))
