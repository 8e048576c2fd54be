"""Two builds of a guide at once, and folders in which none can run."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.publishing.conftest import environment, run_in_mounts

from plainspoken.locks import CATALOGS, DIST, hold_lock

Run = Callable[..., subprocess.CompletedProcess[str]]
Digest = Callable[[Path], dict[str, str]]
WAITING = "Waiting for process {} (plainspoken -C {} build), which builds this guide.\n"


def start(command: str, folder: Path, *options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "plainspoken", "-C", str(folder), command, *options],
        env=environment(),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@contextmanager
def stopped_build(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A build that has begun, and is stopped in the midst."""
    build = start("build", folder)
    try:
        while not list((folder / ".cache/plainspoken").glob("clips/*/*.pcm")):
            assert build.poll() is None
        build.send_signal(signal.SIGSTOP)
        yield build
    finally:
        build.send_signal(signal.SIGCONT)
        build.communicate(timeout=300)


def make_reference(folder: Path, tmp_path: Path, run: Run, digest: Digest) -> dict[str, str]:
    copy = tmp_path / "reference"
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns(".cache", "dist"))
    assert run("build", "-C", copy).returncode == 0
    return digest(copy / "dist")


@pytest.mark.parametrize("locales", [("en", "es"), ("es", "es")])
def test_two_builds_at_once_both_succeed(
    two_languages: Path, tmp_path: Path, run: Run, digest: Digest, locales: tuple[str, str]
) -> None:
    reference = make_reference(two_languages, tmp_path, run, digest)
    builds = [start("build", two_languages, "--locale", locale) for locale in locales]
    for build in builds:
        _, errors = build.communicate(timeout=300)
        assert build.returncode == 0, errors
    assert digest(two_languages / "dist") == {
        name: sha for name, sha in reference.items() if name[:2] in locales
    }


def test_a_second_build_says_for_whom_it_waits_and_then_goes_on(two_languages: Path) -> None:
    with stopped_build(two_languages) as first:
        second = start("speak", two_languages)
        assert second.stderr
        expected = WAITING.format(first.pid, two_languages)
        assert second.stderr.readline() == expected
        assert second.poll() is None
    _, errors = second.communicate(timeout=300)
    assert (second.returncode, errors) == (0, "")


@pytest.mark.parametrize("command", ["build", "speak", "pack"])
def test_a_build_that_may_not_wait_ends_at_once(
    two_languages: Path, run: Run, command: str
) -> None:
    with stopped_build(two_languages) as first:
        done = run(command, "--no-wait", "-C", two_languages)
    assert done.returncode == 2
    message = f"process {first.pid} (plainspoken -C {two_languages} build) builds this guide\n"
    assert done.stderr.startswith(message)


def test_a_ctrl_c_ends_a_build_that_waits(two_languages: Path) -> None:
    with stopped_build(two_languages) as first:
        second = start("build", two_languages)
        assert second.stderr
        assert second.stderr.readline().startswith(f"Waiting for process {first.pid}")
        second.send_signal(signal.SIGINT)
        output, errors = second.communicate(timeout=60)
        assert (second.returncode, output, errors) == (130, "", "Stopped.\n")
    assert first.returncode == 0


def test_a_build_that_waited_builds_the_guide_as_it_is_then(two_languages: Path, run: Run) -> None:
    with stopped_build(two_languages):
        second = start("pack", two_languages)
        assert second.stderr
        assert second.stderr.readline().startswith("Waiting")
        assert run("catalogs", "add", "de", "-C", two_languages).returncode == 0
    _, errors = second.communicate(timeout=300)
    assert (second.returncode, errors) == (0, "")
    assert (two_languages / "dist/de").is_dir()


def test_translators_need_not_wait_for_a_long_build(two_languages: Path, run: Run) -> None:
    with stopped_build(two_languages):
        assert run("catalogs", "update", "-C", two_languages).stderr == ""
        assert run("catalogs", "compile", "-C", two_languages).stderr == ""
        assert run("score", "--report", "-C", two_languages).stderr == ""


def test_whoever_changes_translations_or_dist_waits_for_others_who_do(two_languages: Path) -> None:
    cache = two_languages / ".cache/plainspoken"
    sheet, terms = two_languages / "es.csv", two_languages / "terms.csv"
    export = ("catalogs", "export", "es", "--format", "csv", "-o", str(sheet))
    assert start(export[0], two_languages, *export[1:]).wait(60) == 0
    export = ("catalogs", "glossary", "export", "--format", "csv", "-o", str(terms))
    assert start(export[0], two_languages, *export[1:]).wait(60) == 0
    commands = {
        CATALOGS: [
            ["catalogs", "update"],
            ["catalogs", "add", "de"],
            ["catalogs", "extract"],
            ["catalogs", "review", "es", "--as", "Ana, clinician", "--all"],
            ["catalogs", "import", "es", str(sheet)],
            ["catalogs", "glossary", "import", str(terms)],
            ["build"],
            ["build", "--release"],
        ],
        DIST: [["catalogs", "compile"], ["score", "--report"], ["pack"]],
    }
    for lock, waiting in commands.items():
        with hold_lock(lock, cache, two_languages):
            processes = [start(name, two_languages, *more) for name, *more in waiting]
            for process in processes:
                assert process.stderr
                line = process.stderr.readline()
                if "builds this guide" in line:  # the second of two builds
                    continue
                assert line.startswith(f"Waiting for process {os.getpid()} (")
                assert line.endswith(f"), which {lock.action}.\n")
        for process in processes:
            process.communicate(timeout=300)
            assert process.returncode in (0, 1), "1: withheld"


def test_of_changes_to_translations_at_once_none_is_lost(two_languages: Path, run: Run) -> None:
    done = run("catalogs", "review", "es", "--list", "-C", two_languages)
    ids = [line.rpartition(": ")[2] for line in done.stdout.splitlines() if line[:2] == "lo"][:4]
    commands: list[tuple[str, ...]] = [
        ("review", "es", "--as", f"Ana {number}, clinician", "--message", name)
        for number, name in enumerate(ids)
    ]
    commands += [("add", "de"), ("add", "fr"), ("update",), ("extract",)]
    threads = [
        threading.Thread(target=run, args=("catalogs", *command, "-C", two_languages))
        for command in commands
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    catalog = (two_languages / "locales/es/LC_MESSAGES/guide.po").read_text("utf-8")
    assert [name for number, name in enumerate(ids) if f"Ana {number}" not in catalog] == []
    config = (two_languages / "source/guide.toml").read_text("utf-8")
    assert "[locales.de]" in config and "[locales.fr]" in config
    assert (two_languages / "locales/LINGUAS").read_text("utf-8").split() == ["de", "es", "fr"]


def test_a_build_with_nothing_to_make_removes_what_a_killed_one_left(
    two_languages: Path, run: Run
) -> None:
    run("build", "--locale", "en", "-C", two_languages)
    cache = two_languages / ".cache/plainspoken"
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait(60)
    left_over = (cache / f"aside/{ended.pid}.en.json", cache / "staging/x/dist/en/text/1.txt")
    for path in left_over:
        path.parent.mkdir(parents=True)
        path.write_text("half", "utf-8")
    run("build", "--locale", "en", "-C", two_languages)
    assert not (cache / "aside").exists() and not (cache / "staging").exists()


@pytest.mark.parametrize(
    "name", ["dist", ".cache", ".cache/plainspoken", ".cache/plainspoken/locks"]
)
def test_a_link_in_the_place_of_a_folder_is_told_before_anything_is_made(
    two_languages: Path, tmp_path: Path, run: Run, name: str
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    path = two_languages / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(outside)
    done = run("build", "-C", two_languages)
    assert done.returncode == 2
    assert done.stderr.startswith(f"{name}: is a symbolic link\n")
    assert not list(outside.iterdir())
    assert not list(two_languages.rglob("*.pcm"))


def test_a_mount_in_dist_is_told_before_anything_is_made(two_languages: Path) -> None:
    inner = two_languages / "dist/a b"
    inner.mkdir(parents=True)
    shell = 'mount --bind "$1" "$2" && exec "$3" -m plainspoken build -C "$4"'
    done = run_in_mounts(shell, two_languages / "locales", inner, sys.executable, two_languages)
    assert done.returncode == 2
    assert done.stderr.startswith(f"dist: {inner} is mounted there")
    assert not list(two_languages.rglob("*.pcm"))


def test_a_dist_on_another_disk_is_told_before_anything_is_made(two_languages: Path) -> None:
    (two_languages / "dist").mkdir()
    shell = 'mount -t tmpfs none "$1" && exec "$2" -m plainspoken build -C "$3"'
    done = run_in_mounts(shell, two_languages / "dist", sys.executable, two_languages)
    assert done.returncode == 2
    assert done.stderr.startswith("dist: lies on another file system than .cache\n")
    assert not list(two_languages.rglob("*.pcm"))
