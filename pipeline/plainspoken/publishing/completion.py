"""Complete guides with what their editions say of themselves: who reads them, above all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..audio.casting import Reading
from ..audio.credits import count_readers, find_unspoken, guess_readers, has_one_reader
from ..audio.imprint import make_imprint
from ..audio.recordings.folder import RecordingStatus, bind_recordings
from ..audio.script import write_scripts
from ..config.project import Project
from ..front_matter import add_front_matter
from ..narration import Reader
from ..program import name_program
from ..review_copy import add_review_notes
from .inputs import EditionInputs
from .recordable import find_voice_before_recordings, has_recordings, list_recordable_texts

_MOST_ROUNDS = 4
"""Of naming the readers: another name may have another reader, but hardly more than once."""


@dataclass(frozen=True, slots=True)
class CompletedReading:
    """A guide as its editions have it, ready to be read aloud."""

    reading: Reading
    recordings: RecordingStatus | None = None
    """Of a locale that people read."""

    def list_warnings(self) -> tuple[str, ...]:
        """What is not good about recordings, or keeps them from being used."""
        if not self.recordings:
            return ()
        lang, warnings = self.reading.guide.lang, list_warnings(self.reading, self.recordings)
        if stale := len(self.recordings.stale):
            count = "1 recording is" if stale == 1 else f"{stale} recordings are"
            warnings.append(
                f"{count} of text that has changed, and not used; "
                f"see plainspoken recordings status {lang}"
            )
        return tuple(warnings)


def list_warnings(reading: Reading, status: RecordingStatus) -> list[str]:
    """What is not good about the recordings of a guide, and which voice goes before them."""
    warnings = [f"{finding.location}: {finding.message}" for finding in status.remarks]
    if voice := find_voice_before_recordings(reading):
        warnings.append(
            f"recordings are not used: {voice.credit} goes before `recorded` in `voices` of "
            "source/guide.toml"
        )
    return warnings


def complete_readings(
    project: Project, all_inputs: Sequence[EditionInputs], jobs: int
) -> list[CompletedReading]:
    """Complete the guides of locales. Where several voices may read, who reads how much is told by
    the script, and the sentence that names them stands in it as well: it is written until what it
    says is so. Raises VoiceError: with every recording that cannot be used.
    """
    readers = [guess_readers(inputs.guide, inputs.voices) for inputs in all_inputs]
    readings = [complete_guide(project, *pair) for pair in zip(all_inputs, readers, strict=True)]
    statuses = [_bind(project, reading, jobs) for reading in readings]
    open_places = [
        place
        for place, inputs in enumerate(all_inputs)
        if not has_one_reader(inputs.guide, inputs.voices)
        and not find_unspoken(inputs.guide, inputs.voices)
    ]
    for _ in range(_MOST_ROUNDS):
        scripts = write_scripts([readings[place] for place in open_places], jobs, project.cache)
        changed = []
        for place, script in zip(open_places, scripts, strict=True):
            counted = count_readers(script, readings[place].voices)
            if counted != readers[place]:
                readers[place] = counted
                readings[place] = complete_guide(project, all_inputs[place], counted)
                changed.append(place)
        open_places = changed
    return [CompletedReading(*pair) for pair in zip(readings, statuses, strict=True)]


def complete_guide(project: Project, inputs: EditionInputs, readers: Sequence[Reader]) -> Reading:
    """The guide of a locale with what its editions say of themselves."""
    guide = add_front_matter(inputs.guide, project, inputs.locale, readers)
    if inputs.has_review_notes:
        guide = add_review_notes(guide)
    return Reading(
        guide,
        inputs.voices,
        project.regions,
        project.language_cue,
        inputs.critical.blocks,
        make_imprint(project),
        name_program(),
    )


def _bind(project: Project, reading: Reading, jobs: int) -> RecordingStatus | None:
    if not has_recordings(project, reading):
        return None
    texts = list_recordable_texts(reading, jobs, project.cache)
    return bind_recordings(project.files, project.root, reading.guide.lang, texts)
