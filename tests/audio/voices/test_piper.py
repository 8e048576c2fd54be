"""Voices of Piper that somebody brings: a small one of their contract speaks, bad ones are told."""

from __future__ import annotations

import hashlib
import json
import sys
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.audio.test_options import set_voices

from plainspoken.audio.voices import (
    find_facts,
    find_locale_voices,
    find_obstacle,
    is_stateless,
)
from plainspoken.audio.voices.piper import PiperVoice
from plainspoken.audio.voices.piper_model import find_piper_folder
from plainspoken.cli import main
from plainspoken.config.project import load_project
from plainspoken.diagnostics.errors import VoiceError
from plainspoken.languages import load
from plainspoken.narration import RATE
from plainspoken.workers import run_in_child

pytest.importorskip("onnx")
pytest.importorskip("onnxruntime")

from .tiny_piper import SAMPLES, SIGNS, make_config, make_model, write_voice

Out = pytest.CaptureFixture[str]
TEXT = "Call us now."


def speak(folder: Path, text: str = TEXT, **options: Any) -> bytes:
    voice = PiperVoice("hum.onnx", "CC0-1.0", folder=folder, **options)
    voice.prepare()
    return voice.speak(text, load("en"))


def find_key(folder: Path, **options: Any) -> str:
    return PiperVoice("hum.onnx", "CC0-1.0", folder=folder, **options).cache_key(load("en"))


def test_phonemes_are_numbered_as_the_voice_has_learnt_them(tmp_path: Path) -> None:
    write_voice(tmp_path)
    said = [SIGNS.index(sign) for sign in "kˈɔːl ˌʌs nˈaʊ."]
    count = 3 + 2 * len(said)  # the ends, and padding after each
    samples = count * SAMPLES * 1.5
    sound = speak(tmp_path, speed=1.0)
    # The first, `_` after it, and the last hum low or not at all: what is not heard is trimmed.
    assert len(sound) / 2 == pytest.approx(samples * RATE / 16_000, abs=2.5 * SAMPLES * 1.5 * 1.4)


def test_speed_changes_the_length_and_the_key(tmp_path: Path) -> None:
    write_voice(tmp_path)
    usual, fast = speak(tmp_path, speed=0.75), speak(tmp_path, speed=1.5)
    assert len(usual) == pytest.approx(2 * len(fast), rel=0.05)
    assert find_key(tmp_path, speed=0.75) != find_key(tmp_path, speed=1.5)


def test_the_same_bytes_come_whatever_was_spoken_before(tmp_path: Path) -> None:
    write_voice(tmp_path)

    def speak_all(texts: list[str]) -> bytes:
        sounds = {text: speak(tmp_path, text) for text in texts}
        return b"".join(hashlib.sha256(sounds[text]).digest() for text in sorted(sounds))

    def in_child(texts: list[str]) -> bytes:
        with run_in_child(partial(speak_all, texts)) as child:
            return child.receive()

    texts = ["Call us.", "Wash your hands.", "Do not wait."]
    assert in_child(texts) == in_child([*reversed(texts), texts[0]])
    assert is_stateless(PiperVoice("hum.onnx", "CC0-1.0", folder=tmp_path))


def test_phonemes_of_the_lexicon_change_the_sound(tmp_path: Path) -> None:
    write_voice(tmp_path)
    assert speak(tmp_path, "Ask for tea.") != speak(tmp_path, "Ask for [[k'0fi]].")


def test_a_long_sentence_is_spoken_whole(tmp_path: Path) -> None:
    write_voice(tmp_path)
    once = len(speak(tmp_path, "Wash your hands, "))
    assert len(speak(tmp_path, "Wash your hands, " * 40)) > 35 * once


@pytest.mark.parametrize(
    ("text", "obstacle"),
    [
        (TEXT, ""),
        ("“Call” (us) — now …", ""),
        ("Say [[y]].", ""),
        ("Ask for [[lOx]].", "has no sound for “x”"),
        ("… — !", "finds nothing to say"),
        ("", "finds nothing to say"),
    ],
)
def test_what_it_cannot_speak_is_found_without_making_sound(
    tmp_path: Path, text: str, obstacle: str
) -> None:
    write_voice(tmp_path, model=b"not loaded")
    voice = PiperVoice("hum.onnx", "CC0-1.0", folder=tmp_path)
    assert find_obstacle(voice, text, load("en")) == obstacle
    if obstacle:
        with pytest.raises(VoiceError, match=rf"Piper, hum \(CC0-1.0\) {obstacle}"):
            voice.speak(text, load("en"))


def test_a_voice_may_know_phonemes_by_others(tmp_path: Path) -> None:
    write_voice(tmp_path, make_config(phoneme_map={"x": ["k", "h"]}))
    voice = PiperVoice("hum.onnx", "CC0-1.0", folder=tmp_path)
    assert find_obstacle(voice, "Ask for [[lOx]].", load("en")) == ""


def test_one_of_several_speakers_is_chosen_by_name_or_number(tmp_path: Path) -> None:
    config = make_config(num_speakers=3, speaker_id_map={"ann": 0, "bo": 2})
    write_voice(tmp_path, config, make_model(inputs="input input_lengths scales sid"))
    first, named, numbered = (speak(tmp_path, speaker=name) for name in ("", "bo", "2"))
    assert first == speak(tmp_path, speaker="ann")
    assert named == numbered != first
    assert find_key(tmp_path, speaker="bo") == find_key(tmp_path, speaker="2") != find_key(tmp_path)


def test_both_files_count_for_the_sound_that_is_kept(tmp_path: Path) -> None:
    path = write_voice(tmp_path)
    keys = [find_key(tmp_path)]
    write_voice(tmp_path, make_config(inference={"length_scale": 1.1}))
    keys.append(find_key(tmp_path))
    path.write_bytes(path.read_bytes() + b"x")
    keys.append(find_key(tmp_path))
    assert len(set(keys)) == 3


def set_piper(guide: Path, more: str = "", model: str = "voices/hum.onnx", lang: str = "en") -> int:
    voice = f'{{engine = "piper", model = "{model}", licence = "CC-BY-4.0"{more}}}'
    return set_voices(guide, f"[{voice}]", lang)


def test_a_guide_is_read_by_it_and_its_editions_name_voice_and_licence(
    small_guide: Path, capsys: Out
) -> None:
    path = write_voice(small_guide / "voices")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    set_piper(small_guide, f', name = "Hum by Ann", sha256 = "{digest}"')
    assert main(["build", "--locale", "en", "-C", str(small_guide)]) == 0
    with zipfile.ZipFile(small_guide / "dist/en/tea.en.epub") as archive:
        name = next(name for name in archive.namelist() if name.endswith(".opf"))
        credit = "Piper, Hum by Ann (CC-BY-4.0), synthetic voice"
        assert credit in archive.read(name).decode()
    capsys.readouterr()
    assert main(["build", "--locale", "en", "-C", str(small_guide)]) == 0
    assert "en: unchanged" in capsys.readouterr().out


def test_the_list_tells_its_licence_and_size(small_guide: Path, capsys: Out) -> None:
    write_voice(small_guide / "voices", model=bytes(3_000_000))
    set_piper(small_guide)
    assert main(["voices", "list", "--locale", "en", "-C", str(small_guide)]) == 0
    assert "piper; natural voice; offline, 3 MB; CC-BY-4.0\n" in capsys.readouterr().out
    project = load_project(small_guide)
    (voice,) = find_locale_voices(project, project.find_locale("en"))
    facts = find_facts(voice)
    assert facts
    assert facts.quality == "natural"


def find_faults(guide: Path, line: int, lang: str = "en") -> list[tuple[str, str]]:
    project = load_project(guide)
    with pytest.raises(VoiceError) as raised:
        find_locale_voices(project, project.find_locale(lang))
    findings = raised.value.findings
    assert {finding.location for finding in findings} == {f"source/guide.toml:{line}"}
    return [(finding.message, finding.hint) for finding in findings]


@pytest.mark.parametrize(
    ("more", "model", "message"),
    [
        ("", "voices/none.onnx", "`model` is “voices/none.onnx”, which is no file below the guide"),
        ("", "voices", "`model` is “voices”, which is no file"),
        ("", "../guide/voices/hum.onnx", "`model` is “../guide/voices/hum.onnx”, which is no file"),
        ("", "/voices/hum.onnx", "`model` is “/voices/hum.onnx”, which is no file"),
        ("", "voices/hum.onnx.json", "`model` is “voices/hum.onnx.json”, which is no file"),
        (', sha256 = "12"', "voices/hum.onnx", "`sha256` is “12”, which is none"),
        (f', sha256 = "{"0" * 64}"', "voices/hum.onnx", "voices/hum.onnx is another file than it"),
        (', speaker = "bo"', "voices/hum.onnx", "`speaker` is “bo”, whom voices/hum.onnx does not"),
        (", speed = 3", "voices/hum.onnx", "`speed` is 3"),
    ],
)
def test_what_is_wrong_with_its_options_is_an_error_at_their_line(
    small_guide: Path, more: str, model: str, message: str
) -> None:
    write_voice(small_guide / "voices")
    line = set_piper(small_guide, more, model)
    ((told, hint),) = find_faults(small_guide, line)
    assert told.startswith(message)
    assert hint


def test_a_licence_is_needed(small_guide: Path) -> None:
    write_voice(small_guide / "voices")
    line = set_voices(small_guide, '[{engine = "piper", model = "voices/hum.onnx"}]')
    assert find_faults(small_guide, line) == [
        ("piper needs `licence`", "Add `licence`: text in quotes.")
    ]


def test_a_voice_of_another_language_is_an_error(small_guide: Path) -> None:
    write_voice(small_guide / "voices")
    line = set_piper(small_guide, lang="es")
    ((message, hint),) = find_faults(small_guide, line, "es")
    assert message == "voices/hum.onnx speaks en-US, not es"
    assert hint == "Move it to the locale en, or get another voice."


def without(path: str) -> dict[str, Any]:
    config = make_config()
    *outer, name = path.split(".")
    table = config[outer[0]] if outer else config
    del table[name]
    return config


def with_sign(sign: str, numbers: Any) -> dict[str, Any]:
    return make_config(phoneme_id_map=make_config()["phoneme_id_map"] | {sign: numbers})


@pytest.mark.parametrize(
    ("config", "message"),
    [
        (make_config(phoneme_type="text"), "has phonemes of the type “text”, not those of"),
        (make_config(phoneme_type=1), "has “1” for `phoneme_type`"),
        (without("espeak"), "lacks `espeak.voice`"),
        (make_config(espeak={"voice": "xx"}), "names “xx”, which is no voice of espeak-ng"),
        (make_config(espeak="en-us"), "lacks `espeak.voice`"),
        (without("audio.sample_rate"), "lacks `audio.sample_rate`"),
        (make_config(audio={"sample_rate": "16000"}), "has “16000” for `audio.sample_rate`"),
        (make_config(audio={"sample_rate": 100}), "has 100 for `audio.sample_rate`, not 8000 to"),
        (make_config(inference={"length_scale": 0}), "has 0 for `inference.length_scale`, not 0.1"),
        (without("phoneme_id_map"), "lacks `phoneme_id_map`"),
        (without("phoneme_id_map.^"), "lacks “^” in `phoneme_id_map`"),
        (with_sign("a", []), "has no numbers for “a” in `phoneme_id_map`"),
        (with_sign("a", [1.5]), "has no numbers for “a” in `phoneme_id_map`"),
        (with_sign("a", [True]), "has no numbers for “a” in `phoneme_id_map`"),
        (with_sign("a", [-1]), "has no numbers for “a” in `phoneme_id_map`"),
        (with_sign("a", 7), "has no numbers for “a” in `phoneme_id_map`"),
        (make_config(phoneme_map={"a": "b"}), "has no phonemes for “a” in `phoneme_map`"),
        (make_config(num_speakers=0), "has 0 for `num_speakers`, not 1 to"),
        (make_config(num_speakers=2, speaker_id_map={"bo": 2}),
         "has no number for “bo” in `speaker_id_map`"),
    ],
)  # fmt: skip
def test_what_stands_beside_it_and_cannot_be_used_is_told(
    small_guide: Path, config: dict[str, Any], message: str
) -> None:
    write_voice(small_guide / "voices", config)
    line = set_piper(small_guide)
    ((told, hint),) = find_faults(small_guide, line)
    assert told.startswith(f"voices/hum.onnx.json {message}")
    assert hint == "Get the voice anew, with both of its files."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "voices/hum.onnx.json is not there"),
        (b"", "voices/hum.onnx.json is no JSON that can be read"),
        (b"<html>", "voices/hum.onnx.json is no JSON that can be read"),
        (b"\xff\xfe\xfd", "voices/hum.onnx.json is no JSON that can be read"),
        (b"[" * 100_000, "voices/hum.onnx.json is no JSON that can be read"),
        (b"[1]", "voices/hum.onnx.json lacks `espeak.voice`"),
    ],
)
def test_what_stands_beside_it_and_is_no_json_is_told(
    small_guide: Path, content: bytes | None, message: str
) -> None:
    path = write_voice(small_guide / "voices")
    beside = path.with_name("hum.onnx.json")
    beside.unlink()
    if content is not None:
        beside.write_bytes(content)
    line = set_piper(small_guide)
    ((told, _),) = find_faults(small_guide, line)
    assert told == message


def test_a_voice_that_does_not_say_its_language_has_that_of_its_phonemes(small_guide: Path) -> None:
    write_voice(small_guide / "voices", without("language"))
    set_piper(small_guide)
    project = load_project(small_guide)
    (voice,) = find_locale_voices(project, project.find_locale("en"))
    assert voice.speaks(load("en"))
    assert not voice.speaks(load("es"))


@pytest.mark.parametrize("name", ["hum.onnx", "hum.onnx.json"])
def test_a_link_out_of_the_guide_is_not_read(small_guide: Path, tmp_path: Path, name: str) -> None:
    outside = tmp_path / name
    write_voice(small_guide / "voices").with_name(name).rename(outside)
    (small_guide / "voices" / name).symlink_to(outside)
    line = set_piper(small_guide, f', sha256 = "{"0" * 64}"')
    message = f"voices/{name} is a link that leads out of the guide's folder"
    assert find_faults(small_guide, line) == [(message, "Put the file itself there.")]


def test_a_link_within_the_guide_serves(small_guide: Path) -> None:
    write_voice(small_guide / "voices", name="other.onnx").rename(small_guide / "it")
    (small_guide / "voices/hum.onnx").symlink_to("../it")
    (small_guide / "voices/hum.onnx.json").symlink_to("other.onnx.json")
    set_piper(small_guide)
    project = load_project(small_guide)
    assert find_locale_voices(project, project.find_locale("en"))


@pytest.mark.parametrize("digest", ["", "0" * 64])
def test_a_file_larger_than_any_voice_is_told_and_not_read(small_guide: Path, digest: str) -> None:
    with write_voice(small_guide / "voices").open("r+b") as file:
        file.truncate(600_000_000)  # it takes no room on the disk
    line = set_piper(small_guide, f', sha256 = "{digest}"' if digest else "")
    ((told, _),) = find_faults(small_guide, line)
    assert told == "hum.onnx is larger than 500 MB, the most for a voice of Piper"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: b"", "is no model that onnxruntime can run"),
        (lambda: b"ID3 this is a song", "is no model that onnxruntime can run"),
        (lambda: make_model()[:-900], "is no model that onnxruntime can run"),
        (partial(make_model, inputs="input scales"), "is no model of Piper: it does not read"),
        (partial(make_model, inputs="input input_lengths scales sid"), "is no model of Piper"),
        (partial(make_model, output="int"), "is no model of Piper: it does not give sound"),
        (partial(make_model, outside="one"), "is no model by itself: it would read other files"),
        (partial(make_model, outside="one", is_node=True), "is no model by itself"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_voice_is_told_with_its_name(
    tmp_path: Path, make: Callable[[], bytes], message: str
) -> None:
    write_voice(tmp_path, model=make())
    with pytest.raises(VoiceError) as raised:
        speak(tmp_path)
    (finding,) = raised.value.findings
    assert finding.location == "hum.onnx"
    assert finding.message.startswith(message)


def test_a_build_with_a_file_that_is_no_voice_makes_nothing(small_guide: Path, capsys: Out) -> None:
    write_voice(small_guide / "voices", model=b"ID3 this is a song")
    set_piper(small_guide)
    assert main(["build", "--locale", "en", "--jobs", "1", "-C", str(small_guide)]) == 2
    told = capsys.readouterr().err
    assert told.startswith("voices/hum.onnx: is no model that onnxruntime can run")
    assert "Traceback" not in told
    assert not (small_guide / "dist").exists()


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of voices that are kept."""
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "environment"))
    return find_piper_folder()


def pack(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return path


def test_a_voice_is_kept_for_all_guides_and_named_as_told(
    small_guide: Path, tmp_path: Path, kept: Path, capsys: Out
) -> None:
    path = write_voice(tmp_path)
    assert main(["voices", "add", str(path)]) == 0
    told = capsys.readouterr().out
    assert f"hum.onnx is in {kept}." in told
    line = told.splitlines()[1].replace('"…"', '"CC0-1.0"')
    set_voices(small_guide, f"[{line}]")
    project = load_project(small_guide)
    (voice,) = find_locale_voices(project, project.find_locale("en"))
    voice.prepare()
    assert voice.speak(TEXT, load("en")) == speak(tmp_path)


def test_a_voice_below_the_guide_comes_before_one_that_is_kept(tmp_path: Path, kept: Path) -> None:
    write_voice(kept)
    usual = speak(tmp_path / "guide")
    write_voice(tmp_path / "guide", make_config(inference={"length_scale": 3}))
    assert len(speak(tmp_path / "guide")) > 1.5 * len(usual)


def test_a_wheel_of_voices_is_taken_up(tmp_path: Path, kept: Path, capsys: Out) -> None:
    path = write_voice(tmp_path)
    beside = path.with_name("hum.onnx.json").read_bytes()
    files = {"a/data/hum.onnx": path.read_bytes(), "a/data/hum.onnx.json": beside,
             "a/other.onnx": b"x", "a/__init__.py": b""}  # fmt: skip
    assert main(["voices", "add", str(pack(tmp_path / "voice.whl", files))]) == 0
    assert sorted(each.name for each in kept.iterdir()) == ["hum.onnx", "hum.onnx.json"]
    assert "hum.onnx is in" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("files", "name", "message"),
    [
        ({"hum.onnx": b"x"}, "hum.onnx", "hum.onnx.json: is not there"),
        ({}, "hum.onnx", "hum.onnx: is not there"),
        ({"hum.onnx": b"x", "hum.onnx.json": b"{}"}, "hum.onnx", "hum.onnx.json: lacks `espeak."),
        ({"hum.onnx": b"x", "hum.onnx.json": json.dumps(make_config()).encode()}, "hum.onnx",
         "hum.onnx: is no model that onnxruntime can run"),
        ({"it.whl": b"x"}, "it.whl", "it.whl: is no package of voices, or a damaged one"),
        ({}, "it.whl", "it.whl: cannot be read: No such file or directory"),
    ],
)  # fmt: skip
def test_what_is_no_voice_is_not_kept(
    tmp_path: Path, kept: Path, capsys: Out, files: dict[str, bytes], name: str, message: str
) -> None:
    for each, content in files.items():
        (tmp_path / each).write_bytes(content)
    assert main(["voices", "add", str(tmp_path / name)]) == 2
    assert message in capsys.readouterr().err
    assert not kept.exists()


def test_a_package_without_a_voice_is_refused(tmp_path: Path, kept: Path, capsys: Out) -> None:
    path = pack(tmp_path / "it.whl", {"it/__init__.py": b"", "it/hum.onnx": b"x"})
    assert main(["voices", "add", str(path)]) == 2
    assert f"{path}: holds no voice of Piper" in capsys.readouterr().err
    assert not kept.exists()


def test_another_voice_of_a_kept_name_is_refused_until_it_is_to_replace_it(
    tmp_path: Path, kept: Path, capsys: Out
) -> None:
    path = write_voice(tmp_path)
    assert main(["voices", "add", str(path)]) == 0
    assert main(["voices", "add", str(path)]) == 0, "the same again"
    first = (kept / "hum.onnx.json").read_bytes()
    write_voice(tmp_path, make_config(inference={"length_scale": 3}))
    capsys.readouterr()
    assert main(["voices", "add", str(path)]) == 2
    told = capsys.readouterr().err
    assert f"{kept / 'hum.onnx.json'}: is kept already, with other content" in told
    assert "--replace" in told
    assert (kept / "hum.onnx.json").read_bytes() == first
    assert main(["voices", "add", "--replace", str(path)]) == 0
    assert (kept / "hum.onnx.json").read_bytes() == path.with_name("hum.onnx.json").read_bytes()


def test_two_voices_of_one_name_in_a_package_are_refused(
    tmp_path: Path, kept: Path, capsys: Out
) -> None:
    model = write_voice(tmp_path).read_bytes()
    configs = [json.dumps(make_config(num_speakers=count)).encode() for count in (1, 2)]
    files: dict[str, bytes] = {}
    for folder, config in zip("ab", configs, strict=True):
        files |= {f"{folder}/hum.onnx": model, f"{folder}/hum.onnx.json": config}
    assert main(["voices", "add", str(pack(tmp_path / "it.whl", files))]) == 2
    assert "holds two voices of the name “hum.onnx”" in capsys.readouterr().err
    assert not kept.exists()


def damage_lzma(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as package:
        package.writestr("hum.onnx", b"x" * 5000)
        package.writestr("hum.onnx.json", b"{}")
    content = bytearray(path.read_bytes())
    begin = content.index(b"hum.onnx") + len("hum.onnx")
    content[begin + 4] = 0xFF  # its properties: no stream has such
    path.write_bytes(content)


def damage_name(path: Path) -> None:
    pack(path, {"ñum.onnx": b"x"})
    path.write_bytes(path.read_bytes().replace("ñ".encode(), b"\xff\xff"))


@pytest.mark.parametrize("damage", [damage_lzma, damage_name])
def test_a_damaged_package_is_told_whatever_is_wrong_in_it(
    tmp_path: Path, kept: Path, capsys: Out, damage: Callable[[Path], None]
) -> None:
    damage(tmp_path / "it.whl")
    assert main(["voices", "add", str(tmp_path / "it.whl")]) == 2
    assert "it.whl: is no package of voices, or a damaged one" in capsys.readouterr().err
    assert not kept.exists()
