"""What is done to builds: one function for each kind, which does one round."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from pathlib import Path

from .trial import Trial

_SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
_LANGUAGES = ((), ("--locale", "en"), ("--locale", "es"))


def edit_while_building(trial: Trial) -> None:
    """Save files at random moments of a build, as an editor does that knows nothing of it."""
    build = trial.start("build")
    is_done = threading.Event()
    moments = [trial.random.uniform(0, 0.6) for _ in range(20)]

    def edit() -> None:
        for moment in moments:
            if is_done.wait(moment):
                return
            trial.edit(in_place=trial.random.random() < 0.3)

    editor = threading.Thread(target=edit)
    editor.start()
    # 2: a file was read while it was half-saved, or saved while its translation was brought along
    trial.finish(build, [0, 2])
    is_done.set()
    editor.join()


def build_twice(trial: Trial) -> None:
    """Run two builds at once, of the same languages or of others."""
    trial.edit()
    commands = [
        (trial.random.choice(("build", "build", "speak", "pack")), *languages)
        for languages in trial.random.choices(_LANGUAGES, k=2)
    ]
    for command in [trial.start(*command) for command in commands]:
        trial.finish(command, [0])


def stop(trial: Trial) -> None:
    """Stop a build by a signal at a random moment; now and then one that has all to speak."""
    if trial.random.random() < 0.1:
        subprocess.run(["rm", "-rf", trial.guide / ".cache"], check=True)
    trial.edit()
    begin = time.monotonic()
    build = trial.start("build")
    sent = trial.random.choice(_SIGNALS)
    moment = trial.random.uniform(0, 1.2) * trial.typical
    try:
        build.wait(moment)
    except subprocess.TimeoutExpired:
        build.send_signal(sent)
    trial.finish(build, [0, -sent, 128 + sent])
    if build.returncode == 0:
        trial.typical = 0.7 * trial.typical + 0.3 * (time.monotonic() - begin)


def fill_disk(trial: Trial) -> None:
    """Build on a disk that has little room left."""
    trial.edit()
    filler = trial.guide.parent / "filler"
    room = os.statvfs(trial.guide)
    free = trial.random.randrange(0, 1_500_000)
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(room.f_bavail * room.f_frsize - free, 1))
    before = read_state(trial.guide / "dist")
    build = trial.start("build")
    trial.finish(build, [0, 2])
    filler.unlink()
    is_left = (trial.guide / ".cache/plainspoken/staging").exists()
    if build.returncode == 2 and (is_left or read_state(trial.guide / "dist") != before):
        trial.counts["not as it was"] += 1
        trial.problems.append(f"dist/ is not as it was, with {free} bytes free")


def read_state(folder: Path) -> dict[Path, int]:
    """The inode of each file below a folder: a file that is made anew has another."""
    return {path: path.stat().st_ino for path in folder.rglob("*") if path.is_file()}
