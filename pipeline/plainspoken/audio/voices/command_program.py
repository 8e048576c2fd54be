"""Run a program with bounds: on its time, on what it writes, and on what it leaves behind."""

from __future__ import annotations

import os
import resource
import select
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, NoReturn

from ...diagnostics.visible_text import shorten, show_hidden
from ...interrupts import delay_interrupts

MOST_BYTES = 100_000_000
"""Of each file that a program writes: far more than the sound of a sentence."""
_SHELL = 128
"""What shells add to the number of the signal that a program of theirs died of."""
_MOST_MESSAGE = 200
"""Characters of what a program says of an error."""


class ProgramError(Exception):
    """Why a program did not do its work, as it goes on from its name: `ended with code 1`."""


@contextmanager
def open_private_folder(seconds: float) -> Iterator[Run]:
    """An empty folder of which nobody else knows, and a way to run a program in it, once, for so
    many seconds at most. Folder and program end with the block, or with this process.
    """
    guard: _Guard | None = None
    try:
        with delay_interrupts():
            guard = _Guard(Path(tempfile.mkdtemp()), seconds)
        yield Run(guard, seconds)
    finally:
        if guard:
            guard.end()


class Run:
    """A folder for one run of a program."""

    def __init__(self, guard: _Guard, seconds: float) -> None:
        self._guard, self._seconds = guard, seconds
        self.folder = guard.folder

    def run(self, arguments: Sequence[str], text: str) -> bytes:
        """What a program prints that is given a text as its input. Raises ProgramError: it failed,
        with what it said.
        """
        with (
            tempfile.TemporaryFile() as given,
            tempfile.TemporaryFile() as printed,
            tempfile.TemporaryFile() as said,
        ):
            given.write(text.encode())
            given.seek(0)
            try:
                self._run(arguments, given, printed, said)
                printed.seek(0)
                return _read_output(printed)
            except ProgramError as error:
                raise ProgramError(f"{error}{_quote_message(said)}") from None

    def _run(
        self, arguments: Sequence[str], given: IO[bytes], printed: IO[bytes], said: IO[bytes]
    ) -> None:
        deadline = time.monotonic() + self._seconds
        try:
            with _bound_files():
                program = subprocess.Popen(
                    arguments, cwd=self.folder, stdin=given, stdout=printed, stderr=said,
                    process_group=0,
                )  # fmt: skip
        except OSError as error:
            raise ProgramError(f"cannot be started: {error.strerror}") from None
        self._guard.watch(program.pid)
        code = program.wait()
        if code in (-signal.SIGXFSZ, _SHELL + signal.SIGXFSZ):
            raise _report_size()
        if code == -signal.SIGKILL and time.monotonic() >= deadline:
            raise ProgramError(f"did not end within {self._seconds:g} s")
        if code < 0:
            raise ProgramError(f"died of {signal.Signals(-code).name}")
        if code:
            raise ProgramError(f"ended with code {code}")


def read_output_file(path: Path) -> bytes:
    """What a program wrote into a file. Raises ProgramError: it is none, or too large."""
    try:
        with open(path, "rb", opener=_open_plain) as file:
            return _read_output(file)
    except FileNotFoundError:
        raise ProgramError("wrote no file {wav}") from None
    except OSError:
        raise ProgramError("made something else than a file of {wav}") from None


def _open_plain(path: str, flags: int) -> int:
    """A link would lead out of the folder, and a pipe would wait."""
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK)


def _read_output(file: IO[bytes]) -> bytes:
    content = file.read(MOST_BYTES)
    if len(content) == MOST_BYTES:
        raise _report_size()
    return content


def _report_size() -> ProgramError:
    return ProgramError(f"writes more than {MOST_BYTES // 1_000_000} MB")


def _quote_message(said: IO[bytes]) -> str:
    """The first line of what a program said, to stand after what it did."""
    said.seek(0)
    lines = said.read(10_000).decode(errors="replace").splitlines()
    first = next((line.strip() for line in lines if line.strip()), "")
    return f", and says “{shorten(show_hidden(first), _MOST_MESSAGE)}”" if first else ""


@contextmanager
def _bound_files() -> Iterator[None]:
    """Let what is started write no larger files; the bound of this process is as it was then."""
    before = soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    bounds = (limit for limit in (soft, MOST_BYTES) if limit != resource.RLIM_INFINITY)
    resource.setrlimit(resource.RLIMIT_FSIZE, (min(bounds), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


class _Guard:
    """A process that ends a program, with all that it has begun, and removes its folder: when this
    process lets go of it, or ends in whatever way; the program earlier, when its time has passed.
    """

    def __init__(self, folder: Path, seconds: float) -> None:
        self.folder = folder
        reader, self._pipe = os.pipe()
        self._pid = os.fork()
        if not self._pid:
            _answer(lambda: _guard(reader, self._pipe, folder, seconds))
        with suppress(OSError):  # whichever of both comes first
            os.setpgid(self._pid, self._pid)
        os.close(reader)

    def watch(self, group: int) -> None:
        """Have it end a group of processes, too."""
        os.write(self._pipe, b"%d" % group)

    def end(self) -> None:
        """Let go, and wait until nothing is left."""
        with delay_interrupts():
            os.close(self._pipe)
            os.waitpid(self._pid, 0)


def _answer(do: Callable[[], None]) -> NoReturn:
    try:
        do()
    finally:
        os._exit(0)


def _guard(reader: int, writer: int, folder: Path, seconds: float) -> None:
    with suppress(OSError):
        os.setpgid(0, 0)  # what ends the others' group must not end it
    os.close(writer)
    if group := os.read(reader, 20):
        select.select([reader], [], [], seconds)
        with suppress(ProcessLookupError):
            os.killpg(int(group), signal.SIGKILL)
        os.read(reader, 1)
    shutil.rmtree(folder, ignore_errors=True)
