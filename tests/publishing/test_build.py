"""`plainspoken build`, as a person runs it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Digest = Callable[[Path], dict[str, str]]


def edition(folder: Path, lang: str) -> zipfile.ZipFile:
    (path,) = (folder / "dist" / lang).glob("*.epub")
    return zipfile.ZipFile(path)


def text_of(folder: Path, lang: str) -> str:
    with edition(folder, lang) as epub:
        names = [name for name in epub.namelist() if name.endswith(".xhtml")]
        return "\n".join(epub.read(name).decode() for name in names)


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def first_sentence(folder: Path) -> tuple[Path, str]:
    """A section's file and a sentence that stands once in it, in a paragraph."""
    path = sorted((folder / "source").glob("*.md"))[0]
    for line in path.read_text("utf-8").splitlines()[1:]:
        sentence = line.partition(". ")[0]
        if sentence[:1].isalpha() and not set(sentence) & set("[]{}*`|"):
            return path, sentence
    raise AssertionError("no plain sentence")


def test_a_build_makes_an_edition_and_its_sound_in_each_language(
    two_languages: Path, run: Run
) -> None:
    done = run("build", "-C", two_languages)
    assert done.returncode == 0, done.stderr
    for lang in ("en", "es"):
        assert edition(two_languages, lang).testzip() is None
        assert len(list((two_languages / "dist" / lang / "audio").glob("*.mp3"))) >= 3
        assert f"{lang}/" in done.stdout


def test_the_summary_tells_sizes_durations_and_reading_level(two_languages: Path, run: Run) -> None:
    done = run("build", "-C", two_languages, "--json")
    table = json.loads(done.stdout)
    assert [edition["locale"] for edition in table["editions"]] == ["en", "es"]
    for edition in table["editions"]:
        for file in edition["files"]:
            assert file["bytes"] == (two_languages / "dist" / file["file"]).stat().st_size
        assert edition["seconds"] > 10
        assert edition["score"] is not None
        assert edition["draft"] is True


def test_what_is_unchanged_is_not_made_again(two_languages: Path, run: Run) -> None:
    run("build", "-C", two_languages)
    before = {path: path.stat().st_mtime_ns for path in (two_languages / "dist").rglob("*")}
    again = json.loads(run("build", "-C", two_languages, "--json").stdout)
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert all(edition["unchanged"] for edition in again["editions"])


def test_a_damaged_edition_is_made_again(two_languages: Path, run: Run, digest: Digest) -> None:
    run("build", "-C", two_languages)
    reference = digest(two_languages / "dist")
    (path,) = (two_languages / "dist/es").glob("*.epub")
    path.write_bytes(path.read_bytes()[:-100])
    run("build", "-C", two_languages)
    assert digest(two_languages / "dist") == reference


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory, where there is such: it lists files in another order than a disk."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else tmp_path) as folder:
        yield Path(folder)


def copy_backwards(source: Path, target: Path) -> None:
    """Copy files in the reverse of their order, as files of one's own from long ago."""
    for path in sorted(source.rglob("*"), reverse=True):
        if path.is_file() and ".cache" not in path.parts:
            place = target / path.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
            place.chmod(0o600)
            os.utime(place, (0, 0))


def test_the_bytes_do_not_depend_on_place_time_locale_order_of_files_or_jobs(
    two_languages: Path, elsewhere: Path, run: Run, digest: Digest
) -> None:
    settings = two_languages / "source/guide.toml"
    all_editions = "".join(f'"{name}", ' for name in ("epub", "text", "timings", "m4b", "cover"))
    replace_in(settings, 'language = "en"', f'language = "en"\neditions = [{all_editions}]')
    done = run("build", "-C", two_languages, "--jobs", "2", PYTHONHASHSEED="1")
    assert done.returncode == 0, done.stderr
    reference = digest(two_languages / "dist")
    shutil.rmtree(two_languages / "dist")
    other = elsewhere / "another place" / "ünïcode"
    copy_backwards(two_languages, other)
    run("build", "-C", two_languages, "--jobs", "1")
    assert digest(two_languages / "dist") == reference, "warm cache"
    shell = f'umask 077; cd "{other}"; exec "{sys.executable}" -m plainspoken build --jobs 1'
    package = str(Path(__file__).parents[2] / "pipeline")
    variables = {"PYTHONPATH": package, "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "HOME": "/none"}
    variables |= {"PYTHONHASHSEED": "2", "LANGUAGE": "tr", "COLUMNS": "20"}
    subprocess.run(
        ["bash", "-c", shell], env=variables, check=True, capture_output=True, timeout=600
    )
    assert digest(other / "dist") == reference, "elsewhere, with an empty cache"


def test_one_edited_sentence_is_one_fuzzy_message_one_clip_and_one_marked_block(
    two_languages: Path, run: Run
) -> None:
    run("build", "-C", two_languages)
    clips = set((two_languages / ".cache").rglob("*.pcm"))
    path, sentence = first_sentence(two_languages)
    replace_in(path, sentence, sentence + " today")
    done = run("build", "-C", two_languages)
    assert done.returncode == 0, done.stderr
    catalog = (two_languages / "locales/es/LC_MESSAGES/guide.po").read_text("utf-8")
    assert catalog.count("#, fuzzy") == 1
    assert "#| msgid" in catalog
    new = set((two_languages / ".cache").rglob("*.pcm")) - clips
    notice = "Esta parte todavía no está traducida."
    spanish = text_of(two_languages, "es")
    assert notice in spanish
    assert 'lang="en"' in spanish
    assert f"{sentence} today" in spanish
    # The new English sentence, the Spanish notice's two, and “In English:” before it.
    assert len(new) == 4


def test_it_needs_no_network(two_languages: Path, run: Run, digest: Digest) -> None:
    run("build", "-C", two_languages)
    reference = digest(two_languages / "dist")
    shutil.rmtree(two_languages / "dist")
    shutil.rmtree(two_languages / ".cache")
    program = (
        "import socket, sys\n"
        "def forbidden(*args, **more): raise AssertionError('a socket was opened')\n"
        "socket.socket.connect = socket.getaddrinfo = forbidden\n"
        "from plainspoken.cli import main\n"
        f"sys.exit(main(['build', '-C', {str(two_languages)!r}]))"
    )
    package = str(Path(__file__).parents[2] / "pipeline")
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": package},
        capture_output=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    assert digest(two_languages / "dist") == reference


@pytest.mark.parametrize(("command", "endings"), [("speak", {".mp3"}), ("pack", {".epub", ".txt"})])
def test_sound_files_and_editions_can_be_made_alone(
    two_languages: Path, run: Run, command: str, endings: set[str]
) -> None:
    assert run(command, "--locale", "en", "-C", two_languages).returncode == 0
    made = (path for path in (two_languages / "dist").rglob("*") if path.is_file())
    assert {path.suffix for path in made} == endings


def test_a_language_without_a_voice_gets_a_text_only_edition_that_says_so(
    two_languages: Path, run: Run
) -> None:
    assert run("catalogs", "add", "tl", "-C", two_languages).returncode == 0
    done = run("build", "-C", two_languages, "--locale", "tl")
    assert done.returncode == 0, done.stderr
    assert "no voice" in done.stdout + done.stderr
    with edition(two_languages, "tl") as epub:
        assert not [name for name in epub.namelist() if name.endswith((".mp3", ".smil"))]
    assert "Walang tunog ang edisyong ito." in text_of(two_languages, "tl")


def test_a_locale_of_no_voices_gets_a_text_only_edition(small_guide: Path, run: Run) -> None:
    replace_in(small_guide / "source/guide.toml", 'voices = ["espeak"]', "voices = []")
    done = run("build", "-C", small_guide, "--locale", "en")
    assert done.returncode == 0, done.stderr
    assert "text only" in done.stdout
    assert "This edition has no sound." in text_of(small_guide, "en")
    listed = run("voices", "list", "-C", small_guide, "--locale", "en").stdout
    assert "guide.toml names none." in listed


FAULTS = [
    ("source/guide.toml", "title =", "titel =", "Did you mean `title`?"),
    ("source/guide.toml", 'voices = ["espeak"]', 'voices = ["espaek"]', "espeak"),
    ("locales/es/LC_MESSAGES/guide.po", "msgstr", "\ufeffmsgstr", "guide.po:"),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), FAULTS)
def test_bad_input_is_told_and_leaves_the_editions_as_they_were(
    two_languages: Path, run: Run, digest: Digest, file: str, old: str, new: str, expected: str
) -> None:
    run("build", "-C", two_languages)
    reference = digest(two_languages / "dist")
    replace_in(two_languages / file, old, new)
    done = run("build", "-C", two_languages)
    assert done.returncode == 2
    assert expected in done.stderr
    assert "Traceback" not in done.stderr
    assert digest(two_languages / "dist") == reference


def test_faults_of_the_text_and_of_a_catalog_are_told_together(
    two_languages: Path, run: Run
) -> None:
    path, sentence = first_sentence(two_languages)
    replace_in(path, sentence, sentence + " {nothing}")
    catalog = two_languages / "locales/es/LC_MESSAGES/guide.po"
    catalog.write_text(catalog.read_text("utf-8") + '\nmsgid "open\nmsgstr ""\n', "utf-8")
    done = run("build", "-C", two_languages)
    assert done.returncode == 2
    assert f"source/{path.name}:" in done.stderr
    assert "locales/es/LC_MESSAGES/guide.po:" in done.stderr
    assert not (two_languages / "dist").exists()


def test_errors_of_text_catalog_and_pictures_are_told_together(
    two_languages: Path, run: Run
) -> None:
    source = two_languages / "source"
    path = source / "02-how.md"
    shown = "![A hand](a%20hand.svg) ![Soap](soap.png)"
    path.write_text(f"{path.read_text('utf-8')}\n{shown}\n", "utf-8")
    (source / "a hand.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg">\n<script/>\n<animate/>\n</svg>', "utf-8"
    )
    (source / "soap.png").write_bytes(b"GIF89a")
    catalog = two_languages / "locales/es/LC_MESSAGES/guide.po"
    catalog.write_text(catalog.read_text("utf-8").replace('msgstr "', "msgstr ", 1), "utf-8")
    pictures = ["source/a hand.svg:2: ", "source/a hand.svg:3: ", "source/soap.png: "]
    for text, more in (("", []), ("[nothing][nowhere]", ["source/02-how.md:"])):
        path.write_text(f"{path.read_text('utf-8')}\n{text}\n", "utf-8")
        done = run("build", "-C", two_languages)
        assert done.returncode == 2
        for place in (*pictures, "locales/es/LC_MESSAGES/guide.po:", *more):
            assert place in done.stderr, done.stderr
    assert not (two_languages / "dist").exists()


def test_an_unknown_locale_is_told(two_languages: Path, run: Run) -> None:
    done = run("build", "-C", two_languages, "--locale", "fr")
    assert done.returncode == 2
    assert "there is no locale 'fr'" in done.stderr


def test_a_dist_that_cannot_be_written_is_told(two_languages: Path, run: Run) -> None:
    (two_languages / "dist").write_text("a file stands here", "utf-8")
    done = run("build", "-C", two_languages)
    assert done.returncode == 2
    assert "dist" in done.stderr
    assert "Traceback" not in done.stderr
    assert (two_languages / "dist").read_text("utf-8") == "a file stands here"


def test_a_full_disk_is_told_and_leaves_the_editions_as_they_were(
    two_languages: Path, run: Run, digest: Digest
) -> None:
    run("build", "-C", two_languages)
    reference = digest(two_languages / "dist")
    path, sentence = first_sentence(two_languages)
    replace_in(path, sentence, sentence + " today")
    package = str(Path(__file__).parents[2] / "pipeline")
    # A limit on the size of files stands in for a disk that is full: writing fails midway.
    shell = f'ulimit -f 200; exec "{sys.executable}" -m plainspoken build -C "{two_languages}"'
    done = subprocess.run(
        ["bash", "-c", shell],
        env={"PYTHONPATH": package},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 2, done.stderr
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert digest(two_languages / "dist") == reference


def test_a_wrong_number_in_a_translation_is_told_and_stops_no_build(
    two_languages: Path, run: Run
) -> None:
    done = run("build", "-C", two_languages)
    assert "checks find" not in done.stdout
    catalog = two_languages / "locales/es/LC_MESSAGES/guide.po"
    replace_in(catalog, "20 segundos", "2 segundos")
    done = run("build", "-C", two_languages, "--locale", "es")
    assert done.returncode == 0, done.stderr
    assert "checks find 1 error in the translation" in done.stdout
    assert "see plainspoken catalogs check es" in done.stdout
