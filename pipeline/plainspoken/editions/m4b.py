"""Write a whole narration as one audiobook, an M4B: AAC in MP4 (ISO/IEC 14496) with a chapter for
each section. It is encoded from the kept clips: from the MP3, which has lost something already, it
would have 2 dB more noise.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import accumulate, chain
from pathlib import Path
from typing import Any

from ..audio.clip_cache import ClipCache
from ..audio.imprint import make_imprint
from ..audio.tracks import read_sound
from ..config.project import LocaleSettings, Project
from ..front_matter import name_narrator
from ..guide import Guide
from ..languages import load
from ..narration import RATE, Narration
from .base import Artifact, declare
from .cover_picture import draw_picture

_BIT_RATE = 32_000
"""As near to the sound as the MP3 of as many bits: 22 dB from what is wrong with it."""
_AT_ONCE = 1 << 16
"""Bytes of PCM that the encoder gets at a time."""
_COVER_SIDE = 600
_LONGEST_TITLE = 255
"""Bytes of the title of a chapter: the list of chapters counts them by one byte."""


@declare(needs_clips=True, follows_sound=True)
def build(
    guide: Guide, narration: Narration, project: Project, locale: LocaleSettings, out: Path
) -> tuple[Artifact, ...]:
    """Write `<guide>.<language>.m4b` below `out`, where a voice reads the guide. Raises
    OutputError: its sound is gone from the cache.
    """
    if not narration.tracks:
        return ()
    path = out / f"{project.id}.{locale.lang}.m4b"
    _write_sound(path, guide, narration, project)
    _add_cover(path)
    return (Artifact(path.name, "audio/mp4"),)


def _write_sound(path: Path, guide: Guide, narration: Narration, project: Project) -> None:
    import av

    # Without bitexact, it names the encoder and holds random numbers. The list of chapters and
    # the index stand first, so that a player need not have the whole.
    options = {"brand": "M4B ", "movflags": "+faststart", "fflags": "+bitexact"}
    with av.open(str(path), "w", format="ipod", options=options) as container:
        settings = {"aac_coder": "fast", "flags": "+bitexact"}
        stream: Any = container.add_stream("aac", rate=RATE, layout="mono", options=settings)
        stream.bit_rate = _BIT_RATE
        stream.metadata["language"] = str(load(guide.lang).text["alpha3"])
        container.metadata.update(_list_tags(guide, narration, project))
        container.set_chapters(list(_list_chapters(guide, narration)))
        clips = ClipCache(project.cache)
        pieces = chain.from_iterable(read_sound(track, clips) for track in narration.tracks)
        for frame in _list_frames(pieces):
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def _list_tags(guide: Guide, narration: Narration, project: Project) -> dict[str, str]:
    """As audiobooks have them: the composer is who reads."""
    imprint = make_imprint(project)
    title, authors = _join(guide.title.text), ", ".join(project.authors)
    narrator = name_narrator(load(guide.lang), narration.readers, short=True)
    tags = {
        "title": title,
        "album": title,
        "artist": authors,
        "album_artist": authors,
        "composer": narrator,
        "date": imprint.published,
        "copyright": imprint.copyright,
        "comment": " ".join(filter(None, (imprint.licence, imprint.licence_url))),
        "description": _join(guide.description.text),
        "genre": "Audiobook",
    }
    return {name: text for name, text in tags.items() if text}


def _list_chapters(guide: Guide, narration: Narration) -> Iterator[Any]:
    ends = accumulate(track.samples for track in narration.tracks)
    sections = zip(guide.sections, narration.tracks, ends, strict=True)
    for number, (section, track, end) in enumerate(sections, 1):
        yield {
            "id": number,
            "start": end - track.samples,
            "end": end,
            "time_base": Fraction(1, RATE),
            "metadata": {"title": _cut_title(_join(section.title))},
        }


def _list_frames(pieces: Iterator[bytes]) -> Iterator[Any]:
    import av
    import numpy as np

    samples = 0
    for piece in pieces:
        for place in range(0, len(piece), _AT_ONCE):
            values = np.frombuffer(piece[place : place + _AT_ONCE], np.int16)
            frame = av.AudioFrame.from_ndarray(values[None], "s16", "mono")
            frame.sample_rate = RATE
            frame.pts = samples
            samples += len(values)
            yield frame


def _add_cover(path: Path) -> None:
    from mutagen.mp4 import MP4, MP4Cover

    book: Any = MP4(str(path))  # type: ignore[no-untyped-call]
    picture = draw_picture(_COVER_SIDE)
    book["covr"] = [MP4Cover(picture, MP4Cover.FORMAT_PNG)]  # type: ignore[no-untyped-call]
    book.save(padding=lambda _: 0)


def _join(text: str) -> str:
    return " ".join(text.split())


def _cut_title(title: str) -> str:
    """A title that fits, cut between two characters."""
    content = title.encode()
    if len(content) <= _LONGEST_TITLE:
        return title
    return content[: _LONGEST_TITLE - len("…".encode())].decode(errors="ignore").rstrip() + "…"
