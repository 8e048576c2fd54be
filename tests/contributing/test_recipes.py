"""CONTRIBUTING.md tells how to add a voice, an edition, a language, a rule: each way works."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from tests.diagnostics.new_rules import CHECK, REMARK

from .conftest import House

Listed = Callable[..., set[str]]

VOICE = '''\
"""A voice that hums: the same tone for each sentence."""

from __future__ import annotations

import math
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from ...languages import Language
from ...narration import RATE
from . import Option


@dataclass(frozen=True, slots=True)
class ToneVoice:
    """Hums at one pitch."""

    hertz: int = 440

    options: ClassVar[Mapping[str, Option]] = {"hertz": Option(int, least=100, most=2000)}
    engine: ClassVar[str] = "tone"
    credit: ClassVar[str] = "A tone"

    def speaks(self, _language: Language) -> bool:
        """It hums in every language."""
        return True

    def cache_key(self, _language: Language) -> str:
        """The pitch."""
        return f"tone {self.hertz}"

    def prepare(self) -> None:
        """Nothing to load."""

    def speak(self, _text: str, _language: Language) -> bytes:
        """A fifth of a second of the tone."""
        turn = 2 * math.pi * self.hertz / RATE
        return array("h", (int(9000 * math.sin(turn * at)) for at in range(RATE // 5))).tobytes()
'''
EDITION = '''\
"""A folder that a player for talking books could read: a page for each section, and its sound."""

from __future__ import annotations

import shutil
from pathlib import Path

from ..config.project import LocaleSettings, Project
from ..guide import Guide
from ..narration import Narration
from .base import Artifact


def build(
    guide: Guide, narration: Narration, _project: Project, _locale: LocaleSettings, out: Path
) -> list[Artifact]:
    """Write `player/NN.txt` and `player/NN.mp3`."""
    folder = out / "player"
    folder.mkdir()
    artifacts = []
    for number, section in enumerate(guide.sections, 1):
        name = f"player/{number:02}.txt"
        (out / name).write_text(section.title, "utf-8")
        artifacts.append(Artifact(name, "text/plain"))
    for track in narration.tracks:
        name = f"player/{track.number:02}.mp3"
        shutil.copyfile(track.path, out / name)
        artifacts.append(Artifact(name, "audio/mpeg"))
    return artifacts
'''


def test_a_voice_with_an_option_is_one_file_and_one_line(
    house: House, files_listed: Listed, tmp_path: Path
) -> None:
    house.write("pipeline/plainspoken/audio/voices/tone.py", VOICE)
    house.edit(
        "pyproject.toml",
        '[project.entry-points."plainspoken.voices"]\n',
        '[project.entry-points."plainspoken.voices"]\n'
        'tone = "plainspoken.audio.voices.tone:ToneVoice"\n',
    )
    assert house.touched == files_listed("Add a voice", name="tone")
    guide = tmp_path / "guide"
    house.run("new", guide)
    settings = guide / "source/guide.toml"
    text = settings.read_text("utf-8").replace(
        'voices = ["espeak"]', 'voices = [{engine = "tone", hertz = 300}]'
    )
    settings.write_text(text, "utf-8")
    house.run("build", "-C", guide)
    low = (guide / "dist/en/audio/02-when.mp3").read_bytes()
    settings.write_text(text.replace("300", "900"), "utf-8")
    house.run("build", "-C", guide)
    assert (guide / "dist/en/audio/02-when.mp3").read_bytes() != low
    settings.write_text(text.replace("hertz = 300", "herz = 300"), "utf-8")
    assert "hertz" in house.run("build", "-C", guide, expect=2)


def test_an_edition_of_many_files_is_one_file_and_one_line(
    house: House, files_listed: Listed, tmp_path: Path
) -> None:
    house.write("pipeline/plainspoken/editions/player.py", EDITION)
    house.edit(
        "pyproject.toml",
        '[project.entry-points."plainspoken.editions"]\n',
        '[project.entry-points."plainspoken.editions"]\n'
        'player = "plainspoken.editions.player:build"\n',
    )
    assert house.touched == files_listed("Add an edition", name="player")
    guide = tmp_path / "guide"
    house.run("new", guide)
    built = json.loads(house.run("build", "--json", "-C", guide))
    for edition in built["editions"]:
        names = {file["file"] for file in edition["files"]}
        assert {f"{edition['locale']}/player/02.txt", f"{edition['locale']}/player/02.mp3"} <= names
        for name in names:
            assert (guide / "dist" / name).is_file()


def test_a_language_is_a_folder(house: House, files_listed: Listed, tmp_path: Path) -> None:
    languages = "pipeline/plainspoken/languages"
    english = (house.root / languages / "en/words.toml").read_text("utf-8")
    house.write(f"{languages}/eo/words.toml", english)
    house.write(
        f"{languages}/eo/text.toml", 'alpha3 = "epo"\nplurals = "nplurals=2; plural=(n != 1);"\n'
    )
    assert house.touched == files_listed("Add a language", tag="eo")
    languages_known = json.loads(house.run("languages", "eo", "--json"))
    assert "Esperanto" in json.dumps(languages_known)
    guide = tmp_path / "guide"
    house.run("new", guide)
    house.run("catalogs", "add", "eo", "-C", guide)
    house.run("build", "--locale", "eo", "-C", guide)
    assert (guide / "dist/eo/hand-washing.eo.epub").is_file()
    house.write(f"{languages}/eo/voice.toml", '[espeak]\nvoice = "eo"\nrate = 130\n')
    house.run("build", "--locale", "eo", "-C", guide)
    assert list((guide / "dist/eo/audio").glob("*.mp3"))


def test_a_check_and_a_remark_are_one_file_each(
    house: House, files_listed: Listed, tmp_path: Path
) -> None:
    guide = tmp_path / "guide"
    house.run("new", guide)
    house.write("pipeline/plainspoken/catalogs/checks/shouting.py", CHECK)
    house.write_reference()
    assert house.touched == files_listed("Add a check of translations", name="shouting")
    house.touched.clear()
    house.write("pipeline/plainspoken/readability/rules/exclamation.py", REMARK)
    house.write_reference()
    assert house.touched == files_listed("Add a remark on hard sentences", name="exclamation")
    catalog = guide / "locales/es/LC_MESSAGES/guide.po"
    text = catalog.read_text("utf-8")
    msgstr = next(line for line in text.splitlines() if line.startswith('msgstr "') and "." in line)
    catalog.write_text(text.replace(msgstr, msgstr.upper().replace("MSGSTR", "msgstr")), "utf-8")
    findings = json.loads(house.run("catalogs", "check", "--json", "-C", guide, expect=1))
    assert "shouting" in {finding["check"] for finding in findings["findings"]}
    page = guide / "source/01-when.md"
    page.write_text(page.read_text("utf-8") + "\nWash them now!\n", "utf-8")
    assert "it exclaims" in house.run("score", "--locale", "en", "--format", "github", "-C", guide)


def test_an_exception_to_a_check_is_data(
    house: House, files_listed: Listed, tmp_path: Path
) -> None:
    guide = tmp_path / "guide"
    house.run("new", guide)
    catalog = guide / "locales/es/LC_MESSAGES/guide.po"
    text = catalog.read_text("utf-8")
    msgstr = next(
        line for line in text.splitlines() if re.match(r'msgstr "[A-Z][^"]{20,}\."$', line)
    )
    catalog.write_text(text.replace(msgstr, f'{msgstr[:-2]} zzz nunca jamás."'), "utf-8")
    command = ("catalogs", "check", "--json", "-C", guide)
    assert '"negation"' in house.run(*command)
    house.edit(
        "pipeline/plainspoken/languages/es/checks.toml", "idioms = [", 'idioms = ["nunca jamás", '
    )
    pairs = {f"tests/catalogs/checks/{name}.toml" for name in ("right", "wrong")}
    listed = files_listed("Change what a check knows of a language", tag="es")
    assert house.touched | pairs == listed
    assert '"negation"' not in house.run(*command)


def test_a_unit_is_one_entry_and_its_words_are_data(
    house: House, files_listed: Listed, tmp_path: Path
) -> None:
    guide = tmp_path / "guide"
    house.run("new", guide)
    page = guide / "source/01-when.md"
    page.write_text(page.read_text("utf-8") + "\nYou need 500 eV.\n\nEat 900 eV.\n", "utf-8")
    house.run("catalogs", "update", "-C", guide)
    catalog = guide / "locales/es/LC_MESSAGES/guide.po"
    text = catalog.read_text("utf-8")
    for english, spanish in (
        ("You need 500 eV.", "Necesita 500 kilocalorías."),
        ("Eat 900 eV.", "Coma 900 electronvolt."),
    ):
        text = text.replace(
            f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{spanish}"'
        )
    catalog.write_text(text, "utf-8")
    command = ("catalogs", "check", "--json", "-C", guide)
    assert json.loads(house.run(*command))["findings"] == []
    house.edit(
        "pipeline/plainspoken/quantities/units.toml",
        "energy-kilocalorie",
        'energy-electronvolt = {symbols = "eV", any_case = true, cldr = "long short"}\n'
        "energy-kilocalorie",
    )
    house.edit(
        "pipeline/plainspoken/languages/es/quantities.toml",
        "[units]\nwords = [",
        '[units]\nwords = [\n    "energy-electronvolt electronvolt",',
    )
    assert house.touched == files_listed("Add a quantity", tag="es")
    (finding,) = json.loads(house.run(*command, expect=1))["findings"]
    assert finding["message"] == "500 electronvolts became 500 kilocalories"
