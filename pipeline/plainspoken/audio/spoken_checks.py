"""Check, before sound is made, that what is heard of a guide is what is written in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import groupby

from ..diagnostics.finding import Finding
from ..guide import Block, Guide, Sentence
from ..spoken.read_back import find_misreadings
from ..spoken.text import SpokenText
from .spoken_text import say_sentence

_NO_ENGINE = ""


def check_spoken_guide(
    guide: Guide, regions: Mapping[str, str], critical: Collection[str]
) -> Iterator[Finding]:
    """Errors: sentences that are heard with other quantities. Warnings: signs that nobody can say,
    which are errors in a block whose id is `critical`.
    """
    for section in guide.sections:
        for block in section.leaves():
            for sentence in block.sentences:
                region = regions.get(sentence.lang, "")
                spoken = say_sentence(sentence, guide.lexicon, _NO_ENGINE, region)
                yield from _check_sentence(spoken, sentence, block)
                level = "error" if block.id in critical else "warning"
                yield from _check_signs(spoken, sentence, block, level)


def _check_sentence(spoken: SpokenText, sentence: Sentence, block: Block) -> Iterator[Finding]:
    for found in find_misreadings(spoken):
        heard = found.heard or "no number"
        message = f"“{found.written}” is said as “{found.saying.words}”, and heard as {heard}"
        hint = "Write it in another way, or give its words in source/lexicon.toml."
        yield _place(message, hint, sentence, block)


def _check_signs(
    spoken: SpokenText, sentence: Sentence, block: Block, level: str
) -> Iterator[Finding]:
    signs = dict.fromkeys(spoken.written[start:end] for start, end in _merge(spoken.unsaid))
    for sign in signs:
        message = f"no voice can say the sign “{sign}”"
        hint = "Write it in words, or give its words in source/lexicon.toml."
        found = _place(message, hint, sentence, block)
        yield found if level == "error" else Finding(
            found.file, found.line, found.message, found.hint, "warning"
        )  # fmt: skip


def _merge(places: tuple[tuple[int, int], ...]) -> Iterator[tuple[int, int]]:
    """Stretches that touch, as one: an emoji may be several characters."""
    numbered = enumerate(places)
    for _, group in groupby(numbered, key=lambda item: item[1][0] - item[0]):
        stretches = [stretch for _, stretch in group]
        yield stretches[0][0], stretches[-1][1]


def _place(message: str, hint: str, sentence: Sentence, block: Block) -> Finding:
    line = block.place.line + sentence.line if block.place.line else 0
    return Finding(block.place.file, line, message, hint)
