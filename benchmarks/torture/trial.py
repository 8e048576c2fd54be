"""The guide that is put to trial: edits, builds, and what a build of it must give."""

from __future__ import annotations

import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

_VERSION = re.compile(r"\nThis is version \d+\.\n")
_WORDINGS = ("durante 20 segundos", "por 20 segundos")
_COMMAND = (sys.executable, "-m", "plainspoken")


class Trial:
    """A copy of the starter guide, what is counted of it, and the editions that it had."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.guide = folder / "guide"
        self.epubs = folder / "epubs"
        self.random = random.Random(seed)
        self.counts: Counter[str] = Counter()
        self.problems: list[str] = []
        self.typical = 2.0
        """Seconds that a build takes of late, to choose moments in it."""
        self._reference = folder / "reference"
        self._known: dict[str, dict[str, str]] = {}
        self.epubs.mkdir(parents=True)
        subprocess.run([*_COMMAND, "new", self.guide], check=True, stdout=subprocess.DEVNULL)
        self.edit()
        self.build()

    def start(self, *command: str) -> subprocess.Popen[str]:
        """Start a command on the guide."""
        return subprocess.Popen(
            [*_COMMAND, "-C", str(self.guide), *command],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip

    def build(self) -> None:
        """Build the guide with nothing to disturb it."""
        self.finish(self.start("build"), [0])

    def finish(self, command: subprocess.Popen[str], allowed: list[int]) -> None:
        """Wait for a command; note how it ended, and whether it may end so."""
        _, errors = command.communicate(timeout=900)
        code = command.returncode
        self.counts[f"ended with {code}"] += 1
        if code not in allowed or "Traceback" in errors or (code == 2 and not errors):
            self.problems.append(f"ended with {code}: {errors}")

    def edit(self, in_place: bool = False) -> None:
        """Save one file of the guide: a version that both editions say, one section more or less,
        or a translation.
        """
        source = self.guide / "source"
        match self.random.randrange(4):
            case 0:
                more = source / "03-more.md"
                if more.exists():
                    more.unlink()
                else:
                    save(more, "# More\n\nRead this too.\n", in_place)
            case 1:
                path = self.guide / "locales/es/LC_MESSAGES/guide.po"
                text = path.read_text("utf-8")
                one, other = _WORDINGS if _WORDINGS[0] in text else _WORDINGS[::-1]
                save(path, text.replace(one, other), in_place)
            case _:
                path = source / "02-how.md"
                version = f"\nThis is version {self.random.randrange(4)}.\n"
                save(path, _VERSION.sub("", path.read_text("utf-8")) + version, in_place)

    def check(self) -> None:
        """Build in peace, and compare with a build elsewhere: same bytes, and nothing left over."""
        self.build()
        found, expected = hash_files(self.guide / "dist"), self._make_reference()
        if found != expected:
            names = sorted(name for name, _ in found.items() ^ expected.items())
            self.counts["wrong"] += 1
            self.problems.append(f"not the reference bytes: {names}")
        cache = self.guide / ".cache/plainspoken"
        left = [*self.guide.rglob("*.tmp"), *cache.glob("staging"), *cache.glob("aside/*")]
        if left:
            self.counts["left over"] += 1
            self.problems.append(f"left over: {left}")
        for path in (self.guide / "dist").rglob("*.epub"):
            digest = found[path.relative_to(self.guide / "dist").as_posix()]
            if not (self.epubs / f"{digest}.epub").exists():
                shutil.copyfile(path, self.epubs / f"{digest}.epub")

    def _make_reference(self) -> dict[str, str]:
        """What a build elsewhere makes of the guide as it stands."""
        inputs = {name: hash_files(self.guide / name) for name in ("source", "locales")}
        key = repr(inputs)
        if key not in self._known:
            for name in inputs:
                shutil.rmtree(self._reference / name, ignore_errors=True)
                shutil.copytree(self.guide / name, self._reference / name)
            for name in ("dist", ".cache/plainspoken/builds"):
                shutil.rmtree(self._reference / name, ignore_errors=True)
            command = [*_COMMAND, "build", "-C", str(self._reference)]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            self._known[key] = hash_files(self._reference / "dist")
        return self._known[key]


def save(path: Path, text: str, in_place: bool) -> None:
    """Save a text as editors do: beside the file and renamed, or in place."""
    if in_place:
        path.write_text(text, "utf-8")
        return
    aside = path.with_name(f".{path.name}.swp")
    aside.write_text(text, "utf-8")
    aside.replace(path)


def hash_files(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file below a folder, by its path there."""
    return {
        os.path.relpath(path, folder): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }
