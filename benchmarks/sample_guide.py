"""What is measured: a copy of this repository's guide, and what voices speak of it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from plainspoken.audio.credits import guess_readers
from plainspoken.audio.spoken_text import say_sentence
from plainspoken.audio.voices import find_speaker
from plainspoken.config.project import load_project
from plainspoken.front_matter import add_front_matter
from plainspoken.languages import load
from plainspoken.parsing import parse
from plainspoken.publishing.inputs import read_inputs

ROOT = Path(__file__).parents[1]


class Utterance(NamedTuple):
    """A text that a voice speaks."""

    text: str
    lang: str


@contextmanager
def copy_guide() -> Iterator[Path]:
    """Copy the guide's folder, with nothing built; remove the copy afterwards."""
    with tempfile.TemporaryDirectory(prefix="plainspoken-bench-") as folder:
        for name in ("source", "locales"):
            shutil.copytree(ROOT / name, Path(folder) / name)
        yield Path(folder)


def remove_build(folder: Path) -> None:
    """Remove what was built in a guide's folder."""
    for name in ("dist", ".cache"):
        shutil.rmtree(folder / name, ignore_errors=True)


def list_utterances(folder: Path, voice: str = "espeak") -> list[Utterance]:
    """List all that a build by a voice speaks in all languages, once each, in reading order.

    It brings the copy's catalogs up to date, as a build does.
    """
    project = load_project(folder)
    utterances: dict[Utterance, None] = {}
    for inputs in read_inputs(project, project.locales, voice):
        guide, voices = inputs.guide, inputs.voices
        readers = guess_readers(guide, voices)
        guide = add_front_matter(guide, project, inputs.locale, readers)
        for sentence in guide.sentences():
            speaker = find_speaker(inputs.voices, load(sentence.lang))
            text = say_sentence(sentence, guide.lexicon, speaker.engine).sound if speaker else ""
            utterances |= {Utterance(text, sentence.lang): None} if text else {}
    return list(utterances)


def edit_sentence(folder: Path) -> None:
    """Change the first sentence of a paragraph that can be changed and was not yet.

    Raises:
        LookupError: there is none.
    """
    added = " today"
    for section in parse(load_project(folder)).sections:
        for block in section.leaves():
            path = folder / block.place.file
            source = path.read_text("utf-8") if block.kind == "paragraph" else ""
            for sentence in block.sentences:
                words, stop = sentence.text[:-1], sentence.text[-1:]
                if source.count(sentence.text) == 1 and stop == "." and added not in words:
                    changed = source.replace(sentence.text, words + added + stop)
                    path.write_text(changed, "utf-8")
                    return
    raise LookupError("no sentence of a paragraph can be edited")
