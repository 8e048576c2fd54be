"""Take sound apart by number: files that begin with one, or one long take with labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ..pcm import quantize
from ..wav import format_wav
from .sound import SUFFIXES, Sound

_NUMBER = re.compile(r"\s*0*(\d{1,6})(?!\d)")
_LABELS_HINT = "Export the labels anew: each line has a start, an end and a number."


@dataclass(frozen=True, slots=True)
class Take:
    """The sound of one number of a script."""

    number: int
    sound: bytes | Sound
    """The content of a file; or cut from a longer sound."""
    suffix: str
    name: str
    """What messages call its file."""
    line: int = 0
    """Of its label."""

    @property
    def content(self) -> bytes:
        """Its sound as the content of a file."""
        if isinstance(self.sound, Sound):
            return format_wav(quantize(self.sound.samples).tobytes(), self.sound.rate)
        return self.sound


@dataclass(frozen=True, slots=True)
class Label:
    """A stretch of a long take."""

    number: int
    begin: float
    end: float
    """Seconds; as large as `begin`: it ends where the next one begins."""
    line: int


def find_number(name: str) -> int | None:
    """The number that a name begins with."""
    found = _NUMBER.match(name)
    return int(found[1]) if found else None


def is_recording_name(name: str) -> bool:
    """Whether a file's name ends as recordings do."""
    return name.rpartition(".")[2].lower() in SUFFIXES and not name.startswith(".")


def parse_labels(content: bytes, name: str) -> list[Label]:
    """The labels of a track as Audacity exports it: start and end in seconds, a tab between each.
    Raises VoiceError: with every line that is none.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        hint = "Export the labels anew, as UTF-8."
        raise VoiceError([Finding(name, 0, "is not text in UTF-8", hint)]) from error
    labels: list[Label] = []
    errors: list[Finding] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("\\"):  # a range of frequencies of the label above
            continue
        label = _parse_label(line, number)
        if label is None:
            errors.append(Finding(name, number, "is no label with a number", _LABELS_HINT))
        else:
            labels.append(label)
    VoiceError.raise_if(errors)
    return sorted(labels, key=lambda label: (label.begin, label.line))


def _parse_label(line: str, place: int) -> Label | None:
    begin, _, rest = line.partition("\t")
    end, _, text = rest.partition("\t")
    number = find_number(text)
    try:
        times = (float(begin.replace(",", ".")), float(end.replace(",", ".")))
    except ValueError:
        return None
    if number is None or not 0 <= times[0] <= times[1] < float("inf"):
        return None
    return Label(number, *times, place)


def cut_takes(sound: Sound, labels: Sequence[Label], name: str) -> Iterator[Take]:
    """The stretches of a long take. Raises VoiceError: one begins after the end of the sound."""
    for place, label in enumerate(labels):
        follows = labels[place + 1].begin if place + 1 < len(labels) else sound.seconds
        end = label.end if label.end > label.begin else follows
        begin = round(label.begin * sound.rate)
        samples = sound.samples[begin : round(end * sound.rate)]
        clipped = tuple(at - begin for at in sound.clipped if 0 <= at - begin < len(samples))
        if not len(samples):
            message = f"label {label.number} lies after the end of the sound"
            raise VoiceError([Finding(name, label.line, message, _LABELS_HINT)])
        piece = Sound(samples, sound.rate, clipped)
        yield Take(label.number, piece, "wav", name, label.line)
