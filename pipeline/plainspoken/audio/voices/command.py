"""Any program that takes text and gives a WAV file. As a guide names it, a guide of somebody else
could run whatever it likes: it is run only where that is allowed.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version as find_version
from pathlib import Path
from typing import ClassVar

from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ...diagnostics.visible_text import MOST_DETAIL, quote, shorten, show_hidden
from ...languages import Language, canonical, check_tag
from ...languages.tags import list_lineage
from ..pcm import encode, trim
from ..unspeakable import replace_unspeakable
from ..wav import WavError, read_wav
from . import Fault, Option
from .command_program import ProgramError, open_private_folder, read_output_file
from .command_text import find_text_faults

ALLOWED = "PLAINSPOKEN_ALLOW_COMMANDS"
"""The variable of the environment that allows a guide to run programs, where it is 1."""
_PLACE = re.compile(r"\{(\w*)\}")
_PLACES = ("text", "wav", "lang", "guide")
_HINT = "Try the program by itself, change the sentence, or use another voice."


@dataclass(frozen=True, slots=True)
class CommandVoice:
    """A program that guide.toml names."""

    run: str
    """The program and its arguments, as a shell would divide them, with places such as `{wav}`."""
    languages: tuple[str, ...]
    name: str
    """How editions name who reads."""
    version: str = ""
    """Of the program and its voice: another one has all spoken again."""
    timeout: float = 60
    """Seconds that a sentence may take."""
    folder: Path = Path()
    """The guide's."""

    options: ClassVar[Mapping[str, Option]] = {
        "run": Option(str, is_required=True),
        "languages": Option(tuple, is_required=True),
        "name": Option(str, is_required=True),
        "version": Option(str),
        "timeout": Option(float, least=0.1, most=600),
    }
    engine: ClassVar[str] = "command"
    stateless: ClassVar[bool] = True
    takes_folder: ClassVar[bool] = True

    @property
    def credit(self) -> str:
        """Its name."""
        return self.name

    def speaks(self, language: Language) -> bool:
        """Whether it is said to."""
        return not set(map(canonical, self.languages)).isdisjoint(list_lineage(language.tag))

    def cache_key(self, _language: Language) -> str:
        """The program as guide.toml has it, its version, and that of what reads its sound."""
        return f"command {self.run!r} {self.version!r} {find_version('av')}"

    def find_faults(self, _language: Language) -> Iterator[Fault]:
        """What is wrong with the command and its languages; and that it may not be run."""
        if not self.languages:
            yield "`languages` is empty", 'Name those that it speaks: languages = ["…"].'
        for tag in self.languages:
            if error := check_tag(canonical(tag)):
                yield f"`languages`: {error[0]}", error[1]
        for place in _PLACE.findall(self.run):
            if place not in _PLACES:
                hint = f"Use one of: {', '.join(f'{{{name}}}' for name in _PLACES)}."
                yield f"`run` has {{{place}}}, which stands for nothing", hint
        try:
            arguments = shlex.split(self.run)
        except ValueError:
            arguments = []
        if not (program := next(iter(arguments), "")):
            hint = "Begin it with a program, and close what is in quotes."
            yield f"`run` is {quote(self.run)}, which is no command", hint
            return
        if "/" in program and not program.startswith(("/", "{guide}/")):
            hint = "Begin it with {guide}/, which is the guide's folder."
            yield f"`run` begins with the path {quote(program)}, which leads nowhere", hint
        yield from find_text_faults(arguments)
        if refusal := _find_refusal(self.run):
            yield refusal

    def find_lack(self, _language: Language) -> str:
        """That the program is not there."""
        program = self._divide({})[0]
        return "" if shutil.which(program) else f"not installed: {program}"

    def prepare(self) -> None:
        """Import what reads its sound."""
        import av  # noqa: F401
        import numpy as np  # noqa: F401

    def speak(self, text: str, language: Language) -> bytes:
        """The sound of `text`, without the silence before and after it."""
        program = shlex.split(self.run)[0]
        if refusal := _find_refusal(self.run):
            message, hint, detail = refusal
            raise VoiceError([Finding("", 0, message, hint, detail=detail)])
        try:
            samples, rate = read_wav(self._run(replace_unspeakable(text), language))
        except ProgramError as error:
            reason = str(error)
        except WavError as error:
            reason = f"gives no sound that can be read: {error}"
        else:
            if sound := trim(encode(samples, rate)):
                return sound
            reason = "gives silence"
        message = f"{self.name} did not speak {quote(text)}: {shorten(program)} {reason}"
        raise VoiceError([Finding("", 0, message, _HINT)])

    def _run(self, text: str, language: Language) -> bytes:
        """The WAV file that the program writes. Raises ProgramError: it failed."""
        with open_private_folder(self.timeout) as run:
            path = run.folder / "sound.wav"
            places = {"text": text, "lang": language.tag, "wav": str(path)}
            given = "" if "{text}" in self.run else f"{text}\n"
            printed = run.run(self._divide(places), given)
            content = read_output_file(path) if "{wav}" in self.run else printed
        if not content:
            raise ProgramError("gives no sound")
        return content

    def _divide(self, places: Mapping[str, str]) -> list[str]:
        """The program and its arguments, with what places stand for. A text that begins as an
        option does is none.
        """
        filled = {"guide": str(self.folder), **places}
        return [
            " " * (argument.startswith("{text}") and filled.get("text", "").startswith("-"))
            + _PLACE.sub(lambda place: filled.get(place[1], place[0]), argument)
            for argument in shlex.split(self.run)
        ]


def _find_refusal(run: str) -> tuple[str, str, tuple[str, ...]] | None:
    """What people are told where no guide may run programs, with all that it would run: they are to
    judge it.
    """
    if os.environ.get(ALLOWED) == "1":
        return None
    shown = show_hidden(run, "<U+000A>")
    lines = (shown[start : start + MOST_DETAIL] for start in range(0, len(shown), MOST_DETAIL))
    hint = f"If you trust who wrote the guide, allow it: {ALLOWED}=1 plainspoken build"
    return "the guide wants to run a program", hint, tuple(lines)
