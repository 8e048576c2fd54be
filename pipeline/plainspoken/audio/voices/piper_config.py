"""Read what stands beside a voice of Piper, in its file `NAME.onnx.json`: its language, the numbers
of its phonemes, its speakers and its pace.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...config.toml_schema import has_type
from ...diagnostics.visible_text import quote
from ...languages import canonical
from .espeak_library import list_voices

BEGIN, PAD, END = "^", "_", "$"
"""What Piper's models read before, between and after phonemes."""
_MOST = 100_000
"""Phonemes and speakers: thousands more than there are."""


class ConfigError(ValueError):
    """Why it is no voice that can be used: "lacks `audio.sample_rate`"."""


@dataclass(frozen=True, slots=True)
class PiperConfig:
    """What a voice of Piper must be given, and gives."""

    tag: str
    """Of its language."""
    espeak_voice: str
    """The voice of espeak-ng whose phonemes it knows."""
    rate: int
    """Samples a second of its sound."""
    length: float
    """Of its sounds, against those that it has learnt."""
    numbers: Mapping[str, tuple[int, ...]]
    """Of each phoneme."""
    replacements: Mapping[str, tuple[str, ...]]
    """The phonemes that it knows others by."""
    speakers: Mapping[str, int]
    """By name and by number; none where it has but one."""

    @property
    def base(self) -> str:
        """The language without region and script."""
        return self.tag.partition("-")[0]


def read_config(content: bytes) -> PiperConfig:
    """Read the file. Raises ConfigError."""
    try:
        table = json.loads(content)
    except (ValueError, RecursionError):
        raise ConfigError("is no JSON that can be read") from None
    kind = _find(table, "phoneme_type", str, "espeak")
    if kind != "espeak":
        raise ConfigError(f"has phonemes of the type {quote(kind)}, not those of espeak-ng")
    voice = _find(table, "espeak.voice", str)
    if voice not in list_voices():
        raise ConfigError(f"names {quote(voice)}, which is no voice of espeak-ng")
    return PiperConfig(
        canonical(_find(table, "language.code", str, voice)),
        voice,
        int(_find_number(table, "audio.sample_rate", 8_000, 48_000)),
        _find_number(table, "inference.length_scale", 0.1, 10, 1.0),
        dict(_list_numbers(table)),
        dict(_list_replacements(table)),
        dict(_list_speakers(table)),
    )


def _find(table: Any, path: str, kind: type, otherwise: Any = None) -> Any:
    """A value of a type, or where it is missing, another."""
    for name in path.split("."):
        table = table.get(name) if isinstance(table, dict) else None
    if table is None:
        table = otherwise
    if table is None:
        raise ConfigError(f"lacks `{path}`")
    if has_type(table, kind):
        return table
    raise ConfigError(f"has {quote(str(table))} for `{path}`")


def _find_number(
    table: Any, path: str, least: float, most: float, otherwise: float | None = None
) -> float:
    number: float = _find(table, path, float, otherwise)
    if least <= number <= most:
        return number
    raise ConfigError(f"has {number} for `{path}`, not {least:g} to {most:g}")


def _list_numbers(table: Any) -> Iterator[tuple[str, tuple[int, ...]]]:
    found = _find(table, "phoneme_id_map", dict)
    if missing := [sign for sign in (BEGIN, PAD, END) if sign not in found]:
        raise ConfigError(f"lacks {quote(missing[0])} in `phoneme_id_map`")
    for sign, numbers in found.items():
        is_list = isinstance(numbers, list) and numbers
        if not is_list or not all(has_type(each, int) and 0 <= each < _MOST for each in numbers):
            raise ConfigError(f"has no numbers for {quote(sign)} in `phoneme_id_map`")
        yield sign, tuple(numbers)


def _list_replacements(table: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    for sign, others in _find(table, "phoneme_map", dict, {}).items():
        if not isinstance(others, list) or not all(isinstance(other, str) for other in others):
            raise ConfigError(f"has no phonemes for {quote(sign)} in `phoneme_map`")
        yield sign, tuple(others)


def _list_speakers(table: Any) -> Iterator[tuple[str, int]]:
    """Each by its number, and by its name where it has one; none where there is but one."""
    count = int(_find_number(table, "num_speakers", 1, _MOST, 1))
    if count > 1:
        yield from ((str(number), number) for number in range(count))
    for name, number in _find(table, "speaker_id_map", dict, {}).items():
        if not has_type(number, int) or not 0 <= number < count:
            raise ConfigError(f"has no number for {quote(name)} in `speaker_id_map`")
        if count > 1:
            yield name, number
