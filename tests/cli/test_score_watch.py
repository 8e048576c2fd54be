"""`plainspoken score --watch`, as a writer with an editor beside it meets it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plainspoken.cli import main

ROOT = Path(__file__).parents[2]
PATIENCE = 120
"""Seconds after which a watch that has not said what is expected is ended."""


class Watch:
    """A running `score --watch`, and what it has printed."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.lines: list[str] = []

    def wait_for(self, words: str) -> None:
        """Read on, to a line with these words."""
        assert self.process.stdout is not None
        impatience = threading.Timer(PATIENCE, self.end)
        impatience.start()
        try:
            for line in self.process.stdout:
                self.lines.append(line)
                if words in line:
                    return
        finally:
            impatience.cancel()
        raise AssertionError(f"{words!r} did not come:\n{''.join(self.lines)}")

    def end(self) -> None:
        """End it with the processes that it has started, which hold its output open too."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)


@contextmanager
def watching(guide: Path) -> Iterator[Watch]:
    command = [sys.executable, "-m", "plainspoken", "score", "--watch", "-C", str(guide)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "pipeline"), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment,
        start_new_session=True,
    ) as process:  # fmt: skip
        watch = Watch(process)
        try:
            yield watch
        finally:
            watch.end()


def add_text(guide: Path, text: str) -> None:
    path = guide / "source" / "01-when.md"
    path.write_text(f"{path.read_text('utf-8')}\n{text}\n", "utf-8")


def test_watching_scores_again_after_a_save_and_survives_a_fault(tmp_path: Path) -> None:
    guide = tmp_path / "guide"
    assert main(["new", str(guide)]) == 0
    with watching(guide) as watch:
        watch.wait_for(" s)")
        add_text(guide, "You should utilize the soap.")
        watch.wait_for("utilize")
        watch.wait_for(" s)")
        add_text(guide, "Look at {nothing}.")
        watch.wait_for("there is no value `nothing`")
        # A folder that is put back, a new one, and a file behind a link.
        shutil.move(guide / "source", guide / "away")
        watch.wait_for("is not there")
        shutil.move(guide / "away", guide / "source")
        watch.wait_for("there is no value `nothing`")
        kept = guide / "kept.md"
        shutil.move(guide / "source/02-how.md", kept)
        (guide / "source/02-how.md").symlink_to(kept)
        kept.write_text(kept.read_text("utf-8") + "\nSee {nobody}.\n", "utf-8")
        watch.wait_for("there is no value `nobody`")
        watch.process.send_signal(signal.SIGINT)
        watch.wait_for("Stopped.")
        assert watch.process.wait(PATIENCE) == 130
