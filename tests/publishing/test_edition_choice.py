"""Which editions a build makes: those of every guide, those of guide.toml, those of a command."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.plugins import write_wheel
from tests.publishing.conftest import PACKAGE
from tests.publishing.test_release import make_own

Run = Callable[..., subprocess.CompletedProcess[str]]
EPUB, TEXT, TOY = "hand-washing.en.epub", "text/01-opening.txt", "toy.txt"
TOY_CODE = """\
from plainspoken.editions import Artifact

def build(guide, narration, project, locale, out):
    (out / "toy.txt").write_text(guide.title.text, "utf-8")
    return [Artifact("toy.txt", "text/plain")]
"""


@pytest.fixture
def build(built: Path, run: Run, tmp_path: Path) -> Run:
    """Run a command on the guide, where an edition `toy` is installed that is made on request."""
    wheel = tmp_path / "wheel"
    write_wheel(wheel, "toy", "[plainspoken.editions_on_request]\ntoy = toy:build\n")
    (wheel / "toy.py").write_text(TOY_CODE, "utf-8")
    path = {"PYTHONPATH": f"{PACKAGE}:{wheel}"}

    def build(*args: str, command: str = "build") -> subprocess.CompletedProcess[str]:
        return run(command, "-C", built, *args, **path)

    return build


def set_editions(folder: Path, names: str, before: str = "[dates]") -> None:
    path = folder / "source/guide.toml"
    text = path.read_text("utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, f"editions = {names}\n\n{before}"), "utf-8")


def made(folder: Path, lang: str = "en") -> set[str]:
    """Which of the files that tell an edition stand in `dist/`."""
    names = (EPUB.replace(".en.", f".{lang}."), TEXT, TOY)
    return {name for name in names if (folder / "dist" / lang / name).exists()}


def changed(done: subprocess.CompletedProcess[str]) -> list[bool]:
    assert done.returncode == 0, done.stderr
    return [not edition["unchanged"] for edition in json.loads(done.stdout)["editions"]]


def test_an_edition_on_request_is_not_made_where_nobody_asks_for_it(
    built: Path, build: Run
) -> None:
    path = built / "source/02-how.md"
    path.write_text(path.read_text("utf-8") + "\nMore.\n", "utf-8")
    assert changed(build("--locale", "en", "--json")) == [True]
    assert made(built) == {EPUB, TEXT}


def test_a_guide_chooses_its_editions_and_a_locale_others(built: Path, build: Run) -> None:
    set_editions(built, '["toy", "epub"]')
    set_editions(built, '["text"]', before="[locales.es.targets]")
    assert build().returncode == 0
    assert made(built) == {EPUB, TOY}
    assert made(built, "es") == {TEXT}
    assert changed(build("--json")) == [False, False]


def test_an_edition_that_the_guide_gives_up_goes_from_dist(built: Path, build: Run) -> None:
    set_editions(built, '["text"]')
    assert build("--locale", "en").returncode == 0
    assert made(built) == {TEXT}
    assert (built / "dist/en/audio/01-opening.mp3").is_file()


def test_a_guide_may_have_sound_alone(built: Path, build: Run) -> None:
    set_editions(built, "[]")
    assert build("--locale", "en").returncode == 0
    assert made(built) == set()
    assert (built / "dist/en/audio/01-opening.mp3").is_file()


def test_a_command_makes_the_editions_that_it_names_and_leaves_the_others(
    built: Path, build: Run
) -> None:
    before = (built / "dist/en" / EPUB).stat()
    done = build("--locale", "en", "--edition", "toy", "--edition", "text", "--json")
    (result,) = json.loads(done.stdout)["editions"]
    assert {"en/toy.txt", "en/text/01-opening.txt"} <= {file["file"] for file in result["files"]}
    assert made(built) == {EPUB, TEXT, TOY}
    after = (built / "dist/en" / EPUB).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert changed(build("--locale", "en", "--json")) == [False]


def test_what_a_command_made_besides_goes_once_the_guide_is_made_anew(
    built: Path, build: Run
) -> None:
    build("--locale", "en", "--edition", "toy")
    assert made(built) == {EPUB, TEXT, TOY}
    (built / "dist/en" / TEXT).unlink()
    assert changed(build("--locale", "en", "--json")) == [True]
    assert made(built) == {EPUB, TEXT}


def test_to_name_all_editions_of_a_guide_is_to_name_none(build: Run) -> None:
    names = ("--edition", "text", "--edition", "epub")
    assert changed(build("--locale", "en", "--json", *names)) == [False]


def test_an_edition_is_packed_alone(built: Path, build: Run) -> None:
    shutil.rmtree(built / "dist")
    done = build("--locale", "en", "--edition", "toy", command="pack")
    assert done.returncode == 0, done.stderr
    assert made(built) == {TOY}
    assert not (built / "dist/en/audio").exists()


def test_a_release_has_the_editions_that_it_is_asked_for(built: Path, build: Run) -> None:
    done = build("--locale", "en", "--edition", "tyo", "--release")
    assert done.returncode == 2
    assert "there is no edition 'tyo'" in done.stderr
    path = make_own(built) / "source/guide.toml"
    text = path.read_text("utf-8").replace("[dates]", 'reviewed_by = "Dr. Roe"\n\n[dates]')
    path.write_text(text.replace("[dates]", "[dates]\nreviewed = 2026-01-02"), "utf-8")
    assert build("--locale", "en", "--edition", "toy", "--release").returncode == 0
    assert TOY in made(built)


def test_names_that_no_edition_has_are_told_together_each_at_its_line(
    built: Path, build: Run
) -> None:
    set_editions(built, '["epbu", "pdf"]')
    set_editions(built, '["txet"]', before="[locales.es.targets]")
    lines = (built / "source/guide.toml").read_text("utf-8").splitlines()
    first, second = (n for n, line in enumerate(lines, 1) if line.startswith("editions"))
    done = build("--edition", "yot")
    assert done.returncode == 2
    told = done.stderr.splitlines()
    assert told[0] == "there is no edition 'yot'"
    assert f"source/guide.toml:{first}: there is no edition 'epbu'" in told
    assert f"source/guide.toml:{second}: there is no edition 'txet'" in told
    assert told[told.index(f"source/guide.toml:{first}: there is no edition 'pdf'") + 1].startswith(
        "  Use one of: "
    )
    assert "  Did you mean `epub`?" in told


def test_an_edition_on_request_takes_no_name_of_another(build: Run, tmp_path: Path) -> None:
    entry = "[plainspoken.editions_on_request]\nepub = toy:build\n"
    write_wheel(tmp_path / "wheel", "toy", entry)
    done = build()
    assert done.returncode == 2
    groups = "plainspoken.editions and plainspoken.editions_on_request"
    assert f"have the same name, 'epub', in {groups}" in done.stderr


def test_editions_are_a_list_of_names(built: Path, build: Run) -> None:
    set_editions(built, '"epub"')
    done = build()
    assert done.returncode == 2
    assert "`editions` is text in quotes, not a list" in done.stderr
