"""A person, two natural voices and espeak-ng in one section. Where the voices are not installed,
these are left out: `make test-natural`.
"""

from __future__ import annotations

import json
import shutil
import sys
import zipfile
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from lxml import etree
from tests.audio.recordings.conftest import encode, in_room
from tests.audio.test_casting import read_files

from plainspoken.audio.voices import find_lack
from plainspoken.audio.voices.kokoro import KokoroVoice
from plainspoken.cli import main
from plainspoken.languages import load
from plainspoken.workers import run_in_child

from .test_joe import FOLDER, JOE
from .test_joe import LACK as JOES_LACK

LACK = find_lack(KokoroVoice(), load("en")) or JOES_LACK
pytestmark = pytest.mark.skipif(bool(LACK), reason=f"a natural voice is {LACK}")
Out = pytest.CaptureFixture[str]

CHAIN = (
    '[{engine = "recorded", name = "Ana Ruiz"}, "kokoro", '
    '{engine = "piper", model = "joe.onnx", licence = "CC0-1.0"}, "espeak"]'
)
SMIL = "{http://www.w3.org/ns/SMIL}"
# Kokoro has no letter for the first sound of this name. The last message stays German, which
# neither natural voice speaks.
TRANSLATIONS = {
    "Tee": "Tea",
    "Fülle den Topf mit Wasser. Warte.": "Fill the pot with water. Wait.",
    "Frag Dr. Llanelli nach einer Tasse.": "Ask Dr Llanelli for a cup.",
    "Nimm zwei Löffel. Rühre langsam um.": "Take two spoons. Stir slowly.",
    "Trink ihn warm.": "",
}
GUIDE = f"""\
id = "tee"
title = "Tee"
description = "Tee, Schritt um Schritt."
subjects = ["Tee"]
language = "de"
version = "1.0.0"
publisher = "Das Teehaus"
authors = ["Ada Blatt"]
licence = "CC BY 4.0"
licence_url = "https://creativecommons.org/licenses/by/4.0/"

[dates]
published = 2026-01-31

[locales.de]
voices = ["espeak"]

[locales.en]
voices = {CHAIN}
"""


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    """A German guide of one section, whose English needs four voices."""
    guide = tmp_path / "guide"
    (guide / "source").mkdir(parents=True)
    title, *texts = TRANSLATIONS
    (guide / "source/guide.toml").write_text(GUIDE, "utf-8")
    (guide / "source/01-tee.md").write_text("\n\n".join([f"# {title}", *texts, ""]), "utf-8")
    for ending in ("", ".json"):
        shutil.copy(f"{FOLDER / JOE.model}{ending}", guide / f"joe.onnx{ending}")
    assert main(["catalogs", "add", "en", "-C", str(guide)]) == 0
    path = guide / "locales/en/LC_MESSAGES/guide.po"
    catalog = path.read_text("utf-8")
    for text, translation in TRANSLATIONS.items():
        empty, full = (f'msgid "{text}"\nmsgstr "{each}"' for each in ("", translation))
        assert empty in catalog
        catalog = catalog.replace(empty, full)
    path.write_text(catalog, "utf-8")
    return guide


def speak_as_stand_in(text: str) -> np.ndarray[Any, Any]:
    """A text as somebody else records it in a room with some noise."""
    speaker = KokoroVoice("am_adam")
    with run_in_child(partial(speaker.speak, text, load("en"))) as child:
        samples = np.frombuffer(child.receive(), "<i2").astype("float32") / 32_768
    return in_room(samples, noise=0.002)


def put_on_record(guide: Path, text: str, capsys: Out) -> Path:
    """Record a sentence by its id; give the file."""
    assert main(["recordings", "status", "en", "-C", str(guide), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["sentences"]
    name = next(each["id"] for each in found if each["text"] == text)
    path = guide / f"recordings/en/{name}.mp3"
    path.parent.mkdir(parents=True)
    path.write_bytes(encode(speak_as_stand_in(text), "mp3"))
    return path


def build(guide: Path) -> int:
    return main(["build", "--locale", "en", "--jobs", "2", "--json", "-C", str(guide)])


def test_four_voices_read_one_section_and_none_takes_the_place_of_another(
    tea: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    recording = put_on_record(tea, "Wait.", capsys)
    assert build(tea) == 0
    check_readers(tea, json.loads(capsys.readouterr().out)["editions"][0]["readers"])
    before = read_files(tea / "dist")
    for lost in (tea / "joe.onnx", tea / "joe.onnx.json", recording):
        lost.rename(tmp_path / "lost")
        assert build(tea) == 2
        assert lost.name in capsys.readouterr().err
        (tmp_path / "lost").rename(lost)
    (tea / ".cache").rename(tmp_path / "cache")  # What is spoken already needs no voice.
    with monkeypatch.context() as patch:
        patch.setattr(sys, "prefix", str(tmp_path))
        assert build(tea) == 2
    shutil.rmtree(tea / ".cache", ignore_errors=True)
    (tmp_path / "cache").rename(tea / ".cache")
    assert "the speaker 'af_heart'" in capsys.readouterr().err
    assert read_files(tea / "dist") == before


def check_readers(guide: Path, readers: list[dict[str, Any]]) -> None:
    """Each reader and its share stand in the edition's text and metadata."""
    kinds = {each["name"]: each["kind"] for each in readers}
    joe = next(name for name in kinds if name.startswith("Piper"))
    people = {"Ana Ruiz": "person", "Kokoro": "natural", "espeak-ng": "draft"}
    assert kinds == {**people, joe: "natural"}
    assert sum(each["percent"] for each in readers) == 100
    assert readers[0]["name"] == "Kokoro"
    with zipfile.ZipFile(next((guide / "dist/en").glob("*.epub"))) as book:
        files = {name: book.read(name) for name in book.namelist()}
    package, colophon = files["EPUB/content.opf"].decode(), files["EPUB/colophon.xhtml"].decode()
    for each in readers:
        assert f"{each['name']} ({each['percent']}%)" in package
        assert f"{each['name']} ({each['percent']}%)" in colophon
    assert "draft" in colophon
    check_overlay(files)


def check_overlay(files: dict[str, bytes]) -> None:
    """Each sentence of the section has its time, and they follow one another without a gap."""
    name = next(name for name in files if name.endswith(".smil") and "tee" in name)
    clips = list(etree.fromstring(files[name]).iter(f"{SMIL}audio"))
    times = [(str(clip.get("clipBegin")), str(clip.get("clipEnd"))) for clip in clips]
    assert len(times) == 9
    assert all(float(begin[:-1]) < float(end[:-1]) for begin, end in times)
    assert all(end == begin for (_, end), (begin, _) in pairwise(times))
