"""Write the captions of each section as WebVTT (W3C, The Web Video Text Tracks Format): one cue for
each sentence, with its id.
"""

from __future__ import annotations

from pathlib import Path

from ...guide import Guide, Section, Sentence
from ...narration import RATE, Clip, Narration, Track
from ..base import Artifact

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def write_captions(guide: Guide, narration: Narration, out: Path, folder: str) -> list[Artifact]:
    """Write a file for each section into a folder that is there below `out`."""
    artifacts = []
    for section, track in zip(guide.sections, narration.tracks, strict=True):
        name = name_captions(track, folder)
        (out / name).write_text(_render_captions(section, track, guide.lang), "utf-8")
        artifacts.append(Artifact(name, "text/vtt"))
    return artifacts


def name_captions(track: Track, folder: str) -> str:
    """The file of a section's captions: `timings/01-opening.vtt`."""
    return f"{folder}/{Path(track.file_name).stem}.vtt"


def _render_captions(section: Section, track: Track, lang: str) -> str:
    cues = [
        _render_cue(sentence, clip, lang)
        for sentence, clip in zip(section.sentences(), track.clips, strict=True)
    ]
    return "\n".join(["WEBVTT\n", *cues])


def _render_cue(sentence: Sentence, clip: Clip, lang: str) -> str:
    # On one line: an empty one would end the cue.
    text = " ".join(sentence.text.split()).translate(_ESCAPES)
    if sentence.lang != lang:
        text = f"<lang {sentence.lang}>{text}</lang>"
    times = f"{_format_time(clip.begin)} --> {_format_time(clip.end)}"
    return f"{sentence.id}\n{times}\n{text}\n"


def _format_time(samples: int) -> str:
    seconds, milliseconds = divmod(round(samples * 1000 / RATE), 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{milliseconds:03}"
