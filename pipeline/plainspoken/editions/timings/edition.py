"""Write `timings.json` and the captions of a narration. Without sound there is nothing to write."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ...config.project import LocaleSettings, Project
from ...guide import Guide, Section
from ...narration import RATE, Narration, Track, WordTime
from ..base import Artifact, declare
from .webvtt import name_captions, write_captions

SCHEMA = 1
"""Counts up whenever a program that reads the file must change."""
_FOLDER = "timings"
"""Of the captions."""


@declare(follows_sound=True, needs_words=True)
def build(
    guide: Guide, narration: Narration, project: Project, _locale: LocaleSettings, out: Path
) -> tuple[Artifact, ...]:
    """Write `timings.json` and `timings/NN-section.vtt` below `out`, where a voice reads it."""
    if not narration.tracks:
        return ()
    (out / _FOLDER).mkdir()
    table = _describe(guide, narration, project)
    text = json.dumps(table, ensure_ascii=False, indent=2)
    (out / "timings.json").write_text(f"{text}\n", "utf-8")
    captions = write_captions(guide, narration, out, _FOLDER)
    return (Artifact("timings.json", "application/json"), *captions)


def _describe(guide: Guide, narration: Narration, project: Project) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "guide": project.id,
        "version": project.version,
        "language": guide.lang,
        "title": guide.title.text,
        "readers": [asdict(reader) for reader in narration.readers],
        "seconds": _to_seconds(sum(track.samples for track in narration.tracks)),
        "sections": [
            _describe_section(section, track)
            for section, track in zip(guide.sections, narration.tracks, strict=True)
        ],
    }


def _describe_section(section: Section, track: Track) -> dict[str, Any]:
    return {
        "id": section.id,
        "title": section.title,
        "file": f"audio/{track.file_name}",
        "captions": name_captions(track, _FOLDER),
        "seconds": _to_seconds(track.samples),
        "sentences": list(_list_sentences(section, track)),
    }


def _list_sentences(section: Section, track: Track) -> Iterator[dict[str, Any]]:
    for sentence, clip in zip(section.sentences(), track.clips, strict=True):
        table = {
            "id": sentence.id,
            "text": sentence.text,
            "lang": sentence.lang,
            "begin": _to_seconds(clip.begin),
            "end": _to_seconds(clip.end),
        }
        words = [_describe_word(sentence.text, word) for word in clip.words]
        yield table | ({"words": words} if words else {})


def _describe_word(text: str, word: WordTime) -> dict[str, Any]:
    return {
        "text": text[word.start : word.stop],
        "start": word.start,
        "begin": _to_seconds(word.begin),
        "end": _to_seconds(word.end),
    }


def _to_seconds(samples: int) -> float:
    """To the millisecond: clips begin and end at whole ones."""
    return round(samples / RATE, 3)
