"""Hear the finished sound of a locale back. Whoever calls this holds the guide's build lock."""

from __future__ import annotations

from dataclasses import dataclass

from ..audio.listening.hearing import Hearing, hear_narration
from ..audio.listening.recogniser import Recogniser
from ..diagnostics.errors import VoiceError
from ..diagnostics.finding import Finding
from ..locks import CATALOGS, hold_lock
from ..narration import Narration
from .completion import complete_readings
from .inputs import read_inputs
from .stages import BuildRequest, narrate_readings


@dataclass(frozen=True, slots=True)
class Listening:
    """What was heard of a locale."""

    lang: str
    narration: Narration
    hearing: Hearing


def listen(request: BuildRequest, lang: str, recogniser: Recogniser) -> Listening:
    """Hear the tracks of a locale back; those that are missing are made first. Raises
    PlainspokenError: the guide cannot be read aloud.
    """
    project = request.project
    with hold_lock(CATALOGS, project.cache, project.root):
        inputs = read_inputs(project, [project.find_locale(lang)], request.voice)
        (completed,) = complete_readings(project, inputs, request.jobs)
    guide = completed.reading.guide
    (narration,) = narrate_readings(request, [completed.reading])
    if narration.unspoken:
        message = f"has no sound: there is no voice for {', '.join(narration.unspoken)}"
        hint = "Choose a voice that speaks it; see `plainspoken voices list`."
        raise VoiceError([Finding(guide.lang, 0, message, hint)])
    assert request.pool, "those who listen work in processes"
    hearing = hear_narration(
        guide,
        narration,
        project.regions,
        recogniser,
        project.cache,
        request.pool,
        request.progress,
    )
    return Listening(guide.lang, narration, hearing)
