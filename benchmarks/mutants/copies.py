"""Copies of the repository, in which tests run while the package is broken."""

from __future__ import annotations

import compileall
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from py_compile import PycInvalidationMode

ROOT = Path(__file__).parents[2]
PACKAGE = "pipeline/plainspoken"
_MADE_BY_TESTS = {"__pycache__", ".hypothesis", "node_modules"}
_MODULES = "tests/browser/node_modules"


def copy_repository(root: Path) -> list[str]:
    """Copy all that git knows or would add; give the names of the files, from the root on.

    Nothing else is read from the repository afterwards: work on it may go on.
    """
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    names = sorted({name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()})
    for name in names:
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target)
    if (ROOT / _MODULES).is_dir():
        (root / _MODULES).symlink_to(ROOT / _MODULES)
    # By the hash of its source: two mutants may have one size and one time.
    compileall.compile_dir(
        root / "pipeline", quiet=2, invalidation_mode=PycInvalidationMode.CHECKED_HASH
    )
    return names


class Copy:
    """A copy of the repository in which tests run, one run of pytest at a time."""

    def __init__(self, original: Path, folder: Path) -> None:
        self.folder = folder
        """Holds the copy, and what runs in it leave."""
        self.root = folder / "tree"
        self._original = original
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = threading.Event()
        shutil.copytree(original, self.root, symlinks=True)
        self._as_made = self._state()

    def write(self, name: str, content: bytes) -> None:
        """Change a file; `restore` puts the original back."""
        (self.root / name).write_bytes(content)

    def restore(self) -> None:
        """Undo what was changed, by `write` or by tests that a mutant led astray."""
        for name in {name for name, _ in self._state() ^ self._as_made}:
            if (self._original / name).is_file():
                shutil.copy2(self._original / name, self.root / name)
            else:
                (self.root / name).unlink()

    def _state(self) -> set[tuple[str, tuple[int, int]]]:
        found = set()
        for place, folders, names in os.walk(self.root):
            folders[:] = [name for name in folders if name not in _MADE_BY_TESTS]
            for name in names:
                path = Path(place, name)
                facts = path.lstat()
                if not path.is_symlink():
                    key = path.relative_to(self.root).as_posix()
                    found.add((key, (facts.st_size, facts.st_mtime_ns)))
        return found

    def run_pytest(self, plugin: str, arguments: Sequence[str]) -> tuple[int, str]:
        """Run pytest in the copy, with a plugin of ours; give its exit code and what it said."""
        scratch = self.folder / "scratch"
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir()
        command = [
            sys.executable, "-m", "pytest", "-q", "--tb=short", "--no-header", "--assert=plain",
            "-p", "no:cacheprovider", "-p", f"benchmarks.mutants.{plugin}",
            f"--basetemp={scratch / 'pytest'}", *arguments,
        ]  # fmt: skip
        environment = {
            **os.environ,
            "PYTHONPATH": str(self.root / "pipeline"),
            "CI": "1",  # The same examples each time.
            "HOME": str(scratch),
            "TMPDIR": str(scratch),
            "MUTANT_TRIAL": str(self.folder),
        }
        output = self.folder / "output"
        with output.open("wb") as file:
            self._process = subprocess.Popen(
                command, cwd=self.root, env=environment, stdin=subprocess.DEVNULL,
                stdout=file, stderr=subprocess.STDOUT, start_new_session=True,
            )  # fmt: skip
        if self._stopped.is_set():
            self.stop()
        code = self._process.wait()
        self._end_group()
        return code, output.read_text("utf-8", errors="replace")

    def stop(self) -> None:
        """End what runs, and what will."""
        self._stopped.set()
        self._end_group()

    def _end_group(self) -> None:
        """End the processes that tests left behind, too."""
        if self._process:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
