"""The command line as a person runs it, and a small guide in two languages to run it on."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plainspoken.cli import main

Run = Callable[..., subprocess.CompletedProcess[str]]
PACKAGE = Path(__file__).parents[2] / "pipeline"


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(PACKAGE), **more}


def run_in_mounts(shell: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a shell script that may mount: nobody else sees it, and it goes with the script."""
    unshare = ["unshare", "--user", "--map-root-user", "--mount"]
    trial = [*unshare, "true"]
    if not shutil.which("unshare") or subprocess.run(trial, timeout=60, check=False).returncode:
        pytest.skip("no name space for mounts can be made here")
    return subprocess.run(
        [*unshare, "bash", "-c", shell, "bash", *map(str, arguments)],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


@pytest.fixture
def run() -> Run:
    """Run `plainspoken` in a process of its own."""

    def run(*args: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "plainspoken", *map(str, args)]
        return subprocess.run(
            command,
            capture_output=True,
            text=True,
            env=environment(**more),
            check=False,
            timeout=600,
        )

    return run


@pytest.fixture(scope="session")
def _built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "guide"
    assert main(["new", str(folder)]) == 0
    assert main(["build", "-C", str(folder)]) == 0
    return folder


@pytest.fixture
def built(tmp_path: Path, _built_once: Path) -> Path:
    """The same guide after a build: a copy, to be changed, of one that was built once."""
    return Path(shutil.copytree(_built_once, tmp_path / "guide"))


@pytest.fixture
def two_languages(tmp_path: Path, run: Run) -> Path:
    """The folder of the guide that `plainspoken new` makes: two sections, English and Spanish."""
    folder = tmp_path / "guide"
    made = run("new", folder)
    assert made.returncode == 0, made.stderr
    return folder


@pytest.fixture
def digest() -> Callable[[Path], dict[str, str]]:
    """Each file below a folder with its SHA-256."""

    def digest(folder: Path) -> dict[str, str]:
        return dict(_digests(folder))

    return digest


def digest_files(folder: Path) -> dict[str, str]:
    """Each file below a folder with its SHA-256."""
    return dict(_digests(folder))


def _digests(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()
