"""Complete guides with what their editions say of themselves: who reads them, above all."""

from __future__ import annotations

from collections.abc import Sequence

from ..audio.casting import Reading
from ..audio.credits import count_readers, find_unspoken, guess_readers, has_one_reader
from ..audio.imprint import make_imprint
from ..audio.script import write_scripts
from ..config.project import Project
from ..front_matter import add_front_matter
from ..narration import Reader
from .build_state import name_program
from .inputs import EditionInputs

_MOST_ROUNDS = 4
"""Of naming the readers: another name may have another reader, but hardly more than once."""


def complete_readings(
    project: Project, all_inputs: Sequence[EditionInputs], jobs: int
) -> list[Reading]:
    """The guides as editions have them, ready to be read aloud. Where several voices may read, who
    reads how much is told by the script, and the sentence that names them stands in it as well: it
    is written until what it says is so.
    """
    readers = [guess_readers(inputs.guide, inputs.voices) for inputs in all_inputs]
    readings = [_complete(project, *pair) for pair in zip(all_inputs, readers, strict=True)]
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
                readings[place] = _complete(project, all_inputs[place], counted)
                changed.append(place)
        open_places = changed
    return readings


def _complete(project: Project, inputs: EditionInputs, readers: Sequence[Reader]) -> Reading:
    guide = add_front_matter(inputs.guide, project, inputs.locale, readers)
    return Reading(
        guide,
        inputs.voices,
        project.regions,
        project.language_cue,
        inputs.critical,
        make_imprint(project),
        name_program(),
    )
