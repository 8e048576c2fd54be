"""`dist/` is replaced as a whole: what readers see of it, what stays, and what a kill leaves."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.publishing.conftest import environment, run_in_mounts

from plainspoken.publishing.exchange import exchange, replace_folder, replace_in_two_steps
from plainspoken.publishing.folder_copy import link_folder, list_added_files, remove_folder

Run = Callable[..., subprocess.CompletedProcess[str]]
Digest = Callable[[Path], dict[str, str]]
_NOTE = "\nThis is version {}.\n"


def set_version(folder: Path, version: int) -> None:
    """Have both editions say a version: a new sentence stands in English in both."""
    path = folder / "source/02-how.md"
    text = re.sub(_NOTE.format(r"\d+"), "", path.read_text("utf-8"))
    path.write_text(text + _NOTE.format(version), "utf-8")


def read_versions(dist: int) -> list[str]:
    """The versions in the text and in the sound's name of each language in an open `dist/`."""
    found = []
    for lang in ("en", "es"):
        descriptor = os.open(f"{lang}/text/03-how.txt", os.O_RDONLY, dir_fd=dist)
        with os.fdopen(descriptor, "rb") as file:
            found += re.findall(r"version (\d+)", file.read().decode("utf-8-sig"))
    return found


def list_files(folder: Path) -> dict[str, tuple[int, int]]:
    """The inode and the time of each file below a folder."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_reader_never_sees_files_of_two_builds(two_languages: Path, run: Run) -> None:
    set_version(two_languages, 0)
    assert run("pack", "-C", two_languages).returncode == 0
    seen: list[list[str]] = []
    is_done = threading.Event()

    def watch() -> None:
        while not is_done.is_set():
            dist = os.open(two_languages / "dist", os.O_RDONLY | os.O_DIRECTORY)
            try:
                seen.append(read_versions(dist))
            finally:
                os.close(dist)

    reader = threading.Thread(target=watch)
    reader.start()
    try:
        for version in range(1, 5):
            set_version(two_languages, version)
            assert run("pack", "-C", two_languages).returncode == 0
    finally:
        is_done.set()
        reader.join()
    assert [versions for versions in seen if len(versions) != 2 or len(set(versions)) > 1] == []
    assert {versions[0] for versions in seen} == {"0", "1", "2", "3", "4"}


def test_who_holds_dist_open_sees_the_old_whole_until_the_next_build(
    two_languages: Path, run: Run
) -> None:
    set_version(two_languages, 1)
    run("pack", "-C", two_languages)
    for version in (1, 2):
        dist = os.open(two_languages / "dist", os.O_RDONLY | os.O_DIRECTORY)
        set_version(two_languages, version + 1)
        run("pack", "-C", two_languages)
        assert read_versions(dist) == [str(version)] * 2
        os.close(dist)
    kept = sorted(path.name for path in (two_languages / ".cache/plainspoken").iterdir())
    assert "staging" not in kept and "previous" in kept


def test_what_others_put_into_dist_stays_as_it_is(two_languages: Path, run: Run) -> None:
    run("pack", "-C", two_languages)
    dist = two_languages / "dist"
    (dist / "mine/empty").mkdir(parents=True)
    (dist / "mine/shut").mkdir(0o500)
    (dist / "mine/notes.txt").write_text("mine", "utf-8")
    (dist / "mine/notes.txt").chmod(0o640)
    (dist / "latest").symlink_to("en/text")
    (dist / "nowhere").symlink_to("../nowhere")
    os.mkfifo(dist / "en/pipe")
    os.utime(dist / "mine", (1, 1))
    dist.chmod(0o2751)
    before = {path: path.lstat() for path in dist.rglob("*")}
    set_version(two_languages, 1)
    assert run("pack", "-C", two_languages).stderr == ""
    for path in ("mine/notes.txt", "latest", "nowhere", "en/pipe"):
        assert (dist / path).lstat().st_ino == before[dist / path].st_ino
    assert (dist / "latest").readlink() == Path("en/text")
    assert not list((dist / "mine/empty").iterdir())
    assert stat.S_IMODE((dist / "mine/shut").stat().st_mode) == 0o500
    assert stat.S_IMODE(dist.stat().st_mode) == 0o2751
    assert (dist / "mine").stat().st_mtime == 1
    set_version(two_languages, 2)
    assert run("pack", "-C", two_languages).stderr == "", "folders that may not be written"
    assert len(list((two_languages / ".cache/plainspoken/previous").iterdir())) == 5


def test_a_file_that_a_build_makes_the_same_is_not_touched(two_languages: Path, run: Run) -> None:
    run("build", "-C", two_languages)
    before = list_files(two_languages / "dist")
    set_version(two_languages, 1)
    run("build", "-C", two_languages)
    after = list_files(two_languages / "dist")
    changed = {name for name in after if before[name] != after[name]}
    assert changed == {
        f"{lang}/{name}"
        for lang in ("en", "es")
        for name in (f"hand-washing.{lang}.epub", "audio/03-how.mp3", "text/03-how.txt")
    }


# A program in which somebody saves a file of dist/ between two steps of publishing.
CHANGED_MEANWHILE = """\
import sys
from pathlib import Path
from plainspoken.publishing import publication
from plainspoken.cli import main

link, place = publication.link_folder, Path(sys.argv.pop())
def change_and_link(*paths):
    place.{}
    return link(*paths)
publication.link_folder = change_and_link
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    "change",
    ["write_text('of somebody else')", "unlink()", "write_bytes(place.read_bytes()[::-1])"],
)
def test_a_file_that_is_changed_while_a_build_publishes_is_made_whole(
    two_languages: Path, run: Run, digest: Digest, change: str
) -> None:
    assert run("build", "-C", two_languages).returncode == 0
    before = digest(two_languages / "dist")
    set_version(two_languages, 1)
    name = "en/text/05-colophon.txt"
    program = CHANGED_MEANWHILE.format(change)
    command = [sys.executable, "-c", program, "build", "-C", str(two_languages)]
    place = two_languages / "dist" / name
    done = subprocess.run([*command, str(place)], env=environment(), check=False, timeout=300)
    assert done.returncode == 0
    assert digest(two_languages / "dist")[name] == before[name]


# A program that counts how often bytes of each file are hashed, in all its processes.
COUNTED = """\
import hashlib, os, sys
from plainspoken.cli import main

digest = hashlib.file_digest
def digest_and_note(file, *facts):
    with open(os.environ["NOTES"], "a") as notes:
        print(os.fstat(file.fileno()).st_ino, file=notes)
    return digest(file, *facts)
hashlib.file_digest = digest_and_note
sys.exit(main(sys.argv[1:]))
"""


def test_a_build_after_an_edit_hashes_no_file_twice(
    two_languages: Path, tmp_path: Path, run: Run, digest: Digest
) -> None:
    assert run("build", "-C", two_languages).returncode == 0
    set_version(two_languages, 1)
    notes = tmp_path / "notes"
    command = [sys.executable, "-c", COUNTED, "build", "-C", str(two_languages)]
    subprocess.run(command, env=environment(NOTES=str(notes)), check=True, timeout=300)
    hashed = notes.read_text("utf-8").split()
    tracks = [*(two_languages / ".cache/plainspoken/tracks").glob("*.mp3")]
    files = [path for path in (two_languages / "dist").rglob("*") if path.is_file()]
    for path in (*tracks, *files):
        assert hashed.count(str(path.stat().st_ino)) <= 2, path
    record: dict[str, str] = {}
    for path in (two_languages / ".cache/plainspoken/builds").glob("*.json"):
        record |= json.loads(path.read_bytes())["record"]["outputs"]
    assert record == digest(two_languages / "dist")


@pytest.mark.parametrize("name", ["en", "en/text"])
def test_a_build_writes_through_no_link_in_dist(
    two_languages: Path, tmp_path: Path, run: Run, name: str
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "old.txt").write_text("mine", "utf-8")
    (two_languages / "dist" / name).parent.mkdir(parents=True)
    (two_languages / "dist" / name).symlink_to(outside)
    done = run("pack", "-C", two_languages)
    assert done.returncode == 2
    assert done.stderr.startswith(f"dist/{name}: is a symbolic link\n")
    assert [path.name for path in outside.iterdir()] == ["old.txt"]
    assert not (two_languages / "dist/es").exists()


@pytest.mark.parametrize("is_link", [False, True], ids=["a folder", "a link to one"])
def test_a_folder_in_the_place_of_a_file_stays_and_is_told(
    two_languages: Path, tmp_path: Path, run: Run, is_link: bool
) -> None:
    name = "en/hand-washing.en.epub"
    place = two_languages / "dist" / name
    place.parent.mkdir(parents=True)
    folder = tmp_path / "outside" if is_link else place
    folder.mkdir()
    (folder / "old.txt").write_text("mine", "utf-8")
    if is_link:
        place.symlink_to(folder)
    done = run("pack", "-C", two_languages)
    assert done.returncode == 2
    assert done.stderr.startswith(f"dist/{name}: cannot be written: Is a directory\n")
    assert place.is_symlink() == is_link
    assert [path.name for path in place.iterdir()] == ["old.txt"]
    assert not (two_languages / "dist/es").exists()


# A program that kills itself at a moment of publishing. What stands for {} runs in its stead.
KILLED = """\
import os, signal, sys
from plainspoken.publishing import exchange, publication
from plainspoken.cli import main

replace = publication.replace_folder
def end(): os.kill(os.getpid(), signal.SIGKILL)
{}
sys.exit(main(sys.argv[1:]))
"""
MOMENTS = {
    "before the exchange": "publication.replace_folder = lambda *paths: end()",
    "after the exchange": "publication.replace_folder = lambda *paths: (replace(*paths), end())",
    "while nothing stands at dist": """\
exchange.exchange = lambda *paths: False
rename = exchange.Path.rename
def rename_once(path, target):
    rename(path, target)
    end()
publication.replace_folder = lambda *paths: (
    setattr(exchange.Path, "rename", rename_once), replace(*paths))
""",
    "before the old dist is kept": "publication._keep = lambda *paths: end()",
}


@pytest.mark.parametrize(
    ("moment", "is_reverted"),
    [*((moment, False) for moment in MOMENTS), ("after the exchange", True)],
)
def test_after_a_kill_the_next_build_gives_the_reference_bytes_and_nothing_is_left(
    two_languages: Path, run: Run, digest: Digest, moment: str, is_reverted: bool
) -> None:
    source, dist = two_languages / "source", two_languages / "dist"
    run("build", "-C", two_languages)
    first = digest(dist)
    (dist / "mine.txt").write_text("mine", "utf-8")
    shutil.copyfile(source / "02-how.md", source / "03-more.md")
    program = KILLED.format(MOMENTS[moment])
    killed = subprocess.run(
        [sys.executable, "-c", program, "build", "-C", two_languages],
        env=environment(), check=False, timeout=300,
    )  # fmt: skip
    assert killed.returncode == -9
    if is_reverted:
        (source / "03-more.md").unlink()
        reference = first
    else:
        reference = make_reference(two_languages, run, digest)
    done = run("build", "-C", two_languages)
    assert done.returncode == 0, done.stderr
    (dist / "mine.txt").unlink()
    assert digest(dist) == reference
    assert not (two_languages / ".cache/plainspoken/staging").exists()


def make_reference(folder: Path, run: Run, digest: Digest) -> dict[str, str]:
    copy = folder.parent / "reference"
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("builds", "staging", "dist"))
    assert run("build", "-C", copy).returncode == 0
    return digest(copy / "dist")


FULL = """\
import hashlib, json, os, re, shutil, subprocess, sys
from pathlib import Path

guide, disk = Path(sys.argv[1]), Path(sys.argv[2])
def build():
    return subprocess.run([sys.executable, "-m", "plainspoken", "build", "-C", disk / "guide"],
                          capture_output=True, text=True)
def read():
    return {path.as_posix(): path.read_bytes() for path in (disk / "guide/dist").rglob("*.*")}
for free in (0, 100, 500, 900, 1200, 16000):
    shutil.copytree(guide, disk / "guide")
    before = read()
    with (disk / "guide/source/02-how.md").open("a") as file:
        file.write("\\nThis is new.\\n")
    room = os.statvfs(disk)
    with (disk / "filler").open("wb") as file:
        file.write(bytes(max(room.f_bavail * room.f_frsize - free * 1024, 0)))
    done = build()
    is_kept, is_left = read() == before, (disk / "guide/.cache/plainspoken/staging").exists()
    (disk / "filler").unlink()
    again = build()
    sha = hashlib.sha256(repr(sorted(read().items())).encode()).hexdigest()
    print(json.dumps([done.returncode, done.stderr, is_kept, is_left, again.returncode, sha]))
    shutil.rmtree(disk / "guide")
"""


def test_a_disk_that_fills_up_is_told_and_leaves_dist_as_it_was(
    two_languages: Path, tmp_path: Path, run: Run
) -> None:
    run("build", "-C", two_languages)
    disk = tmp_path / "disk"
    disk.mkdir()
    shell = 'mount -t tmpfs -o size=40m none "$1" && exec "$2" -c "$3" "$4" "$1"'
    done = run_in_mounts(shell, disk, sys.executable, FULL, two_languages)
    outcomes = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(outcomes) == 6, done.stderr
    assert {code for code, *_ in outcomes} == {0, 2}
    for code, errors, is_kept, is_left, again, _ in outcomes:
        assert (is_kept, is_left, again) == (code == 2, False, 0)
        assert code == 0 or re.fullmatch(r"\S+: cannot be written: No space left.*\n  .*\n", errors)
    assert len({sha for *_, sha in outcomes}) == 1


def test_a_dist_that_a_container_came_with_is_told(two_languages: Path, tmp_path: Path) -> None:
    (two_languages / "dist/mine").mkdir(parents=True)
    layers = [tmp_path / name for name in ("upper", "work", "merged")]
    for layer in layers:
        layer.mkdir()
    shell = """
        mount -t overlay none -o lowerdir=$1,upperdir=$2,workdir=$3,userxattr $4 || exit 99
        "$5" -m plainspoken pack -C $4 && exit
        ls $4/dist $4/.cache/plainspoken
        rm -r $4/dist && "$5" -m plainspoken pack -C $4
    """
    done = run_in_mounts(shell, two_languages, *layers, sys.executable)
    if done.returncode == 99:
        pytest.skip("no overlay can be mounted here")
    assert done.returncode == 0
    assert done.stderr.startswith("dist: belongs to a lower layer of the file system")
    assert "mine" in done.stdout and "staging" not in done.stdout
    assert (layers[0] / "dist/es/text").is_dir()


def test_two_folders_are_exchanged_in_one_step(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name / name).mkdir(parents=True)
    assert exchange(tmp_path / "a", tmp_path / "b")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b"]
    with pytest.raises(OSError, match="No such file"):
        exchange(tmp_path / "a", tmp_path / "c")


@pytest.mark.parametrize("replace", [replace_folder, replace_in_two_steps])
def test_a_folder_that_cannot_be_replaced_stays(
    tmp_path: Path, replace: Callable[[Path, Path, Path], object]
) -> None:
    (tmp_path / "old/mine").mkdir(parents=True)
    with pytest.raises(FileNotFoundError):
        replace(tmp_path / "new", tmp_path / "old", tmp_path / "aside")
    assert [path.name for path in (tmp_path / "old").iterdir()] == ["mine"]
    assert [path.name for path in tmp_path.iterdir()] == ["old"]


def test_files_that_came_into_a_folder_since_it_was_linked_are_known(tmp_path: Path) -> None:
    old = tmp_path / "old"
    (old / "deep/er").mkdir(parents=True)
    for name in ("same", "deep/changed", "deep/gone", "deep/er/written"):
        (old / name).write_text("old", "utf-8")
    inodes = link_folder(old, tmp_path / "new")
    (old / "deep/er/new").symlink_to("nowhere")
    (tmp_path / "other").write_text("new", "utf-8")
    (tmp_path / "other").replace(old / "deep/changed")
    (old / "deep/gone").unlink()
    (old / "deep/er/written").write_text("new", "utf-8")
    assert sorted(list_added_files(old, inodes)) == ["deep/changed", "deep/er/new"]
    assert (tmp_path / "new/deep/er/written").read_text("utf-8") == "new"


def test_what_comes_into_dist_at_the_last_moment_is_not_lost(two_languages: Path) -> None:
    (two_languages / "dist").mkdir()
    program = """\
import sys
from pathlib import Path
from plainspoken.publishing import publication
from plainspoken.cli import main

replace = publication.replace_folder
def replace_late(new, place, aside):
    (place / "deep").mkdir()
    (place / "deep/late.txt").write_text("mine")
    (place / "en").mkdir()
    (place / "en/hand-washing.en.epub").write_text("mine")
    return replace(new, place, aside)
publication.replace_folder = replace_late
sys.exit(main(sys.argv[1:]))
"""
    subprocess.run(
        [sys.executable, "-c", program, "pack", "-C", two_languages],
        env=environment(), check=True, timeout=300,
    )  # fmt: skip
    assert (two_languages / "dist/deep/late.txt").read_text("utf-8") == "mine"
    assert (two_languages / "dist/en/hand-washing.en.epub").stat().st_size > 1000


def test_a_folder_of_shut_folders_and_links_is_removed_alone(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (outside / "deep").mkdir(parents=True)
    (outside / "mine").write_text("mine", "utf-8")
    (tmp_path / "old/a/b").mkdir(parents=True)
    (tmp_path / "old/a/b/file").write_text("x", "utf-8")
    (tmp_path / "old/a/link").symlink_to(outside)
    for name in ("old/a/b", "old/a", "old"):
        (tmp_path / name).chmod(0)
    modes = [path.stat().st_mode for path in (outside, outside / "deep")]
    remove_folder(tmp_path / "old")
    (tmp_path / "link").symlink_to(outside)
    (tmp_path / "file").write_text("x", "utf-8")
    remove_folder(tmp_path / "link")
    remove_folder(tmp_path / "file")
    assert [path.name for path in tmp_path.iterdir()] == ["outside"]
    assert [path.stat().st_mode for path in (outside, outside / "deep")] == modes
    assert (outside / "mine").read_text("utf-8") == "mine"
