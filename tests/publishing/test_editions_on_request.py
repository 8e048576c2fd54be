"""The editions that are made on request, as a build publishes them."""

from __future__ import annotations

import io
import json
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from lxml import etree
from mutagen.mp3 import MP3
from PIL import Image
from tests.publishing.conftest import digest_files

from plainspoken.audio.clip_cache import ClipCache
from plainspoken.cli import main

ALL = ("feed", "m4b", "timings")


@pytest.fixture
def address(built: Path) -> Iterator[str]:
    """Where a web server of this machine serves the folder above `dist/`."""
    handler = partial(SimpleHTTPRequestHandler, directory=built)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def set_address(folder: Path, url: str) -> None:
    settings = folder / "source/guide.toml"
    settings.write_text(f'{settings.read_text("utf-8")}\n[feed]\nurl = "{url}"\n', "utf-8")


def build(folder: Path, *names: str, lang: str = "es", jobs: str = "2") -> None:
    editions = [word for name in names for word in ("--edition", name)]
    options = ["-C", str(folder), "--locale", lang, "--jobs", jobs]
    assert main(["build", *options, *editions]) == 0


def test_they_have_the_same_bytes_for_any_number_of_jobs(built: Path) -> None:
    set_address(built, "https://example.org/dist")
    build(built, *ALL, jobs="1")
    first = digest_files(built / "dist")
    made = {"es/timings.json", "es/timings/01-opening.vtt", "es/hand-washing.es.m4b"}
    made |= {"es/feed.xml", "es/feed/cover.png"}
    assert made < {*first}
    shutil.rmtree(built / "dist")
    shutil.rmtree(built / ".cache/plainspoken/tracks")
    build(built, *ALL, jobs="3")
    again = digest_files(built / "dist")
    assert made < {*again}
    assert again == {name: first[name] for name in again}


def test_sound_that_is_gone_though_its_track_is_there_is_spoken_again(built: Path) -> None:
    build(built, "m4b")
    path = built / "dist/es/hand-washing.es.m4b"
    first = path.read_bytes()
    shutil.rmtree(built / ".cache/plainspoken/clips")
    path.unlink()
    build(built, "m4b")
    assert path.read_bytes() == first


def test_sound_that_was_spoken_otherwise_since_its_track_was_made_makes_the_track_anew(
    built: Path,
) -> None:
    build(built, "m4b")
    cache = ClipCache(built / ".cache/plainspoken")
    for path in cache.folder.glob("clips/??/*.pcm"):
        sound = cache.read(path.stem)
        assert sound
        cache.write(path.stem, sound * 2)  # no track has room for it
    book, track = built / "dist/es/hand-washing.es.m4b", built / "dist/es/audio/01-opening.mp3"
    before = book.stat().st_size, track.stat().st_size
    book.unlink()
    build(built, "m4b")
    assert book.stat().st_size > 1.5 * before[0]
    assert track.stat().st_size > 1.5 * before[1]


def test_timings_name_files_that_are_there(built: Path) -> None:
    build(built, "timings")
    folder = built / "dist/es"
    for section in json.loads((folder / "timings.json").read_text("utf-8"))["sections"]:
        assert (folder / section["file"]).is_file()
        assert (folder / section["captions"]).is_file()


def test_timings_tell_words_whether_the_sound_was_there_or_is_made(built: Path) -> None:
    path = built / "dist/es/timings.json"
    build(built, "timings")
    first = path.read_bytes()
    sections = json.loads(first)["sections"]
    assert all(sentence["words"] for section in sections for sentence in section["sentences"])
    shutil.rmtree(built / ".cache")
    path.unlink()
    build(built, "timings")
    assert path.read_bytes() == first


def change_text(folder: Path) -> None:
    path = folder / "source/02-how.md"
    path.write_text(f"{path.read_text('utf-8')}\nThis is new.\n", "utf-8")


def test_timings_that_are_packed_come_with_the_sound_files_that_they_name(built: Path) -> None:
    sound = built / "dist/en/audio/03-how.mp3"
    before = sound.read_bytes()
    change_text(built)
    pack = ["pack", "-C", str(built), "--locale", "en", "--edition"]
    assert main([*pack, "text"]) == 0
    assert sound.read_bytes() == before
    assert main([*pack, "timings"]) == 0
    assert sound.read_bytes() != before
    (section,) = (
        each
        for each in json.loads((built / "dist/en/timings.json").read_text("utf-8"))["sections"]
        if each["file"] == "audio/03-how.mp3"
    )
    info: Any = MP3(sound).info  # type: ignore[no-untyped-call]
    assert section["sentences"][-1]["end"] == pytest.approx(info.length, abs=0.1)


def test_what_belongs_to_sound_files_goes_when_others_come(built: Path) -> None:
    set_address(built, "https://example.org/dist")
    build(built, *ALL, lang="en")
    made = [
        built / "dist/en" / name for name in ("feed.xml", "timings.json", "hand-washing.en.m4b")
    ]
    speak = ["speak", "-C", str(built), "--locale", "en"]
    assert main(speak) == 0
    assert all(path.exists() for path in made), "the sound files are the same"
    change_text(built)
    assert main(speak) == 0
    assert not [path for path in made if path.exists()]
    assert not (built / "dist/en/timings").exists()
    assert (built / "dist/en/hand-washing.en.epub").exists(), "it has its own sound"


def test_a_language_without_a_voice_gets_none_of_them(
    small_guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = small_guide / "source/guide.toml"
    settings.write_text(f"{settings.read_text('utf-8')}\n[locales.tl]\n", "utf-8")
    set_address(small_guide, "https://example.org/dist")
    assert main(["catalogs", "add", "tl", "-C", str(small_guide)]) == 0
    build(small_guide, *ALL, lang="tl")
    assert "text only: there is no voice for tl" in capsys.readouterr().out
    assert not [path for path in (small_guide / "dist").rglob("*") if path.is_file()]


def test_an_app_finds_all_that_a_feed_names(built: Path, address: str) -> None:
    set_address(built, f"{address}/dist/")
    build(built, "feed")
    with urlopen(f"{address}/dist/es/feed.xml") as answer:
        root = etree.fromstring(answer.read())
    enclosures = list(root.iter("enclosure"))
    assert len(enclosures) == 5
    for enclosure in enclosures:
        with urlopen(str(enclosure.get("url"))) as answer:
            assert answer.headers["Content-Length"] == enclosure.get("length")
            assert answer.headers["Content-Type"] == enclosure.get("type")
    for transcript in root.iter("{*}transcript"):
        with urlopen(str(transcript.get("url"))) as answer:
            assert answer.read().startswith(b"WEBVTT")
    with urlopen(root.findtext("channel/image/url") or "") as answer:
        assert Image.open(io.BytesIO(answer.read())).format == "PNG"


@pytest.mark.parametrize(
    ("table", "line", "message"),
    [
        ("", 3, "the edition 'feed' needs an address, and there is no [feed]"),
        ("[feed]", 0, "`feed.url` is missing"),
        ('[feed]\nurl = "example.org"', 1, "'example.org' "),
        ('[feed]\nurl = "https://example.org/?a=b"', 1, "is not the address of a folder"),
        ('[feed]\nurl = "https://example.org/"\nurls = 1', 2, "`feed.urls` is not a known key"),
    ],
)
def test_a_feed_without_an_address_is_told_before_anything_is_made(
    small_guide: Path, capsys: pytest.CaptureFixture[str], table: str, line: int, message: str
) -> None:
    settings = small_guide / "source/guide.toml"
    text = settings.read_text("utf-8").replace(
        "\ndescription", '\neditions = ["feed"]\ndescription'
    )
    settings.write_text(f"{text}\n{table}\n", "utf-8")
    place = f"source/guide.toml:{line + (text.count(chr(10)) + 2) * bool(table)}: "
    assert main(["build", "-C", str(small_guide)]) == 2
    told = capsys.readouterr().err
    assert place in told
    assert message in told
    assert not (small_guide / ".cache/plainspoken/clips").exists()
