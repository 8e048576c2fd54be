"""A language that nobody speaks, added to a copy of the package as one folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

PACKAGE = Path(__file__).parents[2] / "pipeline" / "plainspoken"
TAG = "qtx"
"""Private use: CLDR does not know it."""
TEXT = 'alpha3 = "mis"\nplurals = "nplurals=1; plural=0;"\nname = "Toy"\n'
VOICE = '[espeak]\nvoice = "eo"\nrate = 130\n'


class Copy:
    """A copy of the package with the folder of one more language."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.guide = root / "guide"
        shutil.copytree(PACKAGE, root / "plainspoken", ignore=shutil.ignore_patterns("*.pyc"))
        english = (self.language("en") / "words.toml").read_text("utf-8")
        self.language(TAG).mkdir()
        self.write("words.toml", english.replace('= "', '= "Qo '))
        self.write("text.toml", TEXT)

    def language(self, tag: str) -> Path:
        return self.root / "plainspoken" / "languages" / tag

    def write(self, name: str, text: str) -> None:
        (self.language(TAG) / name).write_text(text, "utf-8")

    def run(self, *args: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "plainspoken", *args]
        return subprocess.run(
            command, cwd=self.root, capture_output=True, text=True, check=False,
            env={**os.environ, "PYTHONPATH": str(self.root)}, timeout=300,
        )  # fmt: skip


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


@pytest.fixture
def translated(copy: Copy) -> Copy:
    """The starter's guide in English and in the made-up language, all translated."""
    assert copy.run("new", "guide").returncode == 0
    path = copy.guide / "source" / "guide.toml"
    path.write_text(path.read_text("utf-8").partition("[locales.es]")[0], "utf-8")
    added = copy.run("catalogs", "add", TAG, "-C", "guide")
    assert added.returncode == 0, added.stderr
    path = copy.guide / "locales" / TAG / "LC_MESSAGES" / "guide.po"
    catalog = polib.pofile(str(path))
    for entry in catalog:
        entry.msgstr = entry.msgid.replace("the", "qo")
    catalog.save()
    return copy


def test_every_command_takes_it(translated: Copy) -> None:
    translated.write("voice.toml", VOICE)
    commands = (
        ("build", "--locale", TAG), ("score", "--locale", TAG), ("score", "--report"),
        ("catalogs", "check", TAG), ("catalogs", "status", TAG),
    )  # fmt: skip
    results = [translated.run(*command, "-C", "guide") for command in commands]
    for result in results:
        assert result.returncode in (0, 1), result.stderr
        assert result.stderr == ""
    assert list((translated.guide / "dist" / TAG / "audio").glob("*.mp3"))
    assert list((translated.guide / "dist" / TAG).glob("*.epub"))


def test_it_can_name_a_locale_for_its_dates_and_a_direction(translated: Copy) -> None:
    translated.write("text.toml", TEXT + 'cldr = "de"\ndirection = "rtl"\n')
    result = translated.run("build", "--locale", TAG, "-C", "guide")
    assert (result.returncode, result.stderr) == (0, "")
    assert "text only: there is no voice for qtx" in result.stdout
    listed = translated.run("voices", "list", "--locale", TAG, "-C", "guide").stdout
    assert listed == "qtx, Toy: guide.toml names espeak.\n  No voice speaks it.\n"
    (inventory,) = json.loads(translated.run("languages", TAG, "--json").stdout)["languages"]
    assert (inventory["name"], inventory["direction"]) == ("Toy", "rtl")


def test_it_is_listed_with_what_it_lacks(copy: Copy) -> None:
    copy.write("text.toml", TEXT.replace('name = "Toy"\n', ""))
    result = copy.run("languages", TAG)
    assert result.stdout.startswith("qtx: qtx (qtx), written from left to right\n")
    assert "a voice: its editions are text only" in result.stdout
    assert TAG in copy.run("languages").stdout


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "message"),
    [
        ("words", 'about = "Qo About this edition"\n', "", 0, "`about` is missing"),
        (
            "words",
            "{voice}, synthetic voice",
            "synthetic voice",
            28,
            "`narrator-short` lacks {voice}",
        ),
        ("words", "{title}", "{title} {x}", 15, "`cover` has {x}, which nothing fills in"),
        ("words", "{title}", "{title", 15, "`cover` has a brace without its pair"),
        ("words", "about =", "abuot =", 2, "`abuot` is not a known key"),
        ("words", '= "Qo Important"', "= 3", 4, "`alert-important` is not text"),
        ("words", '= "Qo Important"', "=", 4, "is not TOML"),
        ("text", 'alpha3 = "mis"\n', "", 0, "`alpha3` is missing"),
        ("text", '"nplurals=1; plural=0;"', "1", 2, "`plurals` is not text"),
    ],
)
def test_a_fault_of_its_files_is_told_with_file_and_line(
    copy: Copy, name: str, old: str, new: str, line: int, message: str
) -> None:
    path = copy.language(TAG) / f"{name}.toml"
    text = path.read_text("utf-8")
    assert old in text
    copy.write(f"{name}.toml", text.replace(old, new))
    copy.run("new", "guide")
    guide = copy.guide / "source" / "guide.toml"
    guide.write_text(guide.read_text("utf-8") + f"\n[locales.{TAG}]\n", "utf-8")
    result = copy.run("build", "-C", "guide")
    where = f"plainspoken/languages/{TAG}/{name}.toml" + (f":{line}" if line else "")
    assert result.returncode == 2
    assert f"{where}: {message}" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_folder_without_a_text_file_is_told(copy: Copy) -> None:
    (copy.language(TAG) / "text.toml").unlink()
    copy.run("new", "guide")
    result = copy.run("catalogs", "add", TAG, "-C", "guide")
    assert result.returncode == 2
    assert f"plainspoken/languages/{TAG}/text.toml: is not there" in result.stderr


def test_a_file_that_is_no_toml_is_no_traceback_for_other_languages(copy: Copy) -> None:
    copy.write("text.toml", "=")
    listed = copy.run("languages")
    assert listed.returncode == 2
    assert f"plainspoken/languages/{TAG}/text.toml:1: is not TOML" in listed.stderr
    assert copy.run("languages", "es").returncode == 0
    unknown = copy.run("languages", "nl")
    assert unknown.returncode == 2
    assert unknown.stderr.startswith("nothing is known of the language 'nl'")


def test_other_names_of_a_language_lead_to_its_folder(copy: Copy) -> None:
    copy.write("text.toml", TEXT + 'aliases = ["qty"]\n')
    assert copy.run("languages", "QTY").stdout.startswith("qtx: Toy")
