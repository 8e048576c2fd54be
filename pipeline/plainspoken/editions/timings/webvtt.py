"""Render the captions of a section as WebVTT (W3C, The Web Video Text Tracks Format): one cue for
each sentence, with its id.
"""

from __future__ import annotations

from ...guide import Section, Sentence
from ...narration import RATE, Clip, Track

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def render_captions(section: Section, track: Track, lang: str) -> str:
    """The captions of a section in a guide of that language."""
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
