"""Options that a voice cannot do without, lists of texts, and what a voice finds wrong itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest
from tests.audio.test_options import ToneVoice, set_voices
from tests.plugins import install_voices

from plainspoken.audio.voices import Option, find_locale_voices, find_voice
from plainspoken.cli import main
from plainspoken.config.project import load_project
from plainspoken.diagnostics.errors import VoiceError
from plainspoken.languages import Language


@dataclass(frozen=True, slots=True)
class ChoirVoice(ToneVoice):
    """Hums as many people as are named, whose scores are in the guide's folder."""

    singers: tuple[str, ...] = ()
    folder: Path = Path()
    options: ClassVar[Mapping[str, Option]] = {"singers": Option(tuple, is_required=True)}
    engine: ClassVar[str] = "choir"
    takes_folder: ClassVar[bool] = True

    def find_faults(self, language: Language) -> Iterator[tuple[str, str]]:
        for singer in self.singers:
            if not (self.folder / singer).exists():
                yield f"{singer} has no score in {language.tag}", "Write it."


@pytest.fixture
def choir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small_guide: Path) -> Path:
    install_voices(tmp_path / "site", monkeypatch, ChoirVoice)
    return small_guide


def find_messages(guide: Path, voices: str) -> list[tuple[str, str]]:
    line = set_voices(guide, voices)
    project = load_project(guide)
    with pytest.raises(VoiceError) as raised:
        find_locale_voices(project, project.find_locale("en"))
    findings = raised.value.findings
    assert {finding.location for finding in findings} == {f"source/guide.toml:{line}"}
    return [(finding.message, finding.hint) for finding in findings]


def test_an_option_that_is_needed_and_missing_is_an_error_at_its_line(choir: Path) -> None:
    missing = ("choir needs `singers`", "Add `singers`: a list of texts.")
    assert find_messages(choir, '["choir"]') == [missing]
    assert find_messages(choir, '[{engine = "choir", singer = ["Ann"]}]') == [
        ("`singer` is not an option of choir", "Did you mean `singers`?"),
        missing,
    ]


def test_a_list_is_not_taken_for_a_text(choir: Path) -> None:
    wrong = ("`singers` is 'Ann', not a list of texts", "Give `singers` a list of texts.")
    assert find_messages(choir, '[{engine = "choir", singers = "Ann"}]') == [wrong]


def test_what_a_voice_finds_wrong_is_told_at_its_line(choir: Path) -> None:
    (choir / "Ann").touch()
    assert find_messages(choir, '["espeak", {engine = "choir", singers = ["Ann", "Bo"]}]') == [
        ("Bo has no score in en", "Write it.")
    ]


@pytest.mark.usefixtures("choir")
def test_a_voice_that_needs_options_is_none_without_a_guide() -> None:
    with pytest.raises(VoiceError, match=r"choir needs `singers`\n.*singers = …}]"):
        find_voice("choir")


def test_a_voice_that_is_named_has_its_options_of_the_guide(choir: Path) -> None:
    set_voices(choir, '["espeak", {engine = "choir", singers = []}]')
    project = load_project(choir)
    voices = find_locale_voices(project, project.find_locale("en"), "choir")
    assert voices == (ChoirVoice(folder=choir),)


def test_the_list_has_voices_that_need_options_where_a_guide_sets_them(
    choir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def list_engines() -> list[str]:
        assert main(["voices", "list", "--locale", "en", "--json", "-C", str(choir)]) == 0
        return [voice["engine"] for voice in json.loads(capsys.readouterr().out)["voices"]["en"]]

    others = list_engines()
    set_voices(choir, '[{engine = "choir", singers = []}]')
    assert list_engines() == ["choir", *others]
