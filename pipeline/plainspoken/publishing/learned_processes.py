"""Processes that learn the words of languages while the guide is read: to compile them takes longer
than to look at what an edit has changed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from ..audio.script import learn_words as learn_spoken_words
from ..worker_pool import Answer, WorkerPool, open_pool
from ..workers import Child, run_in_child

T = TypeVar("T")
_NICENESS = 5
"""So that they do not slow down what the build waits for, on a machine of few processors."""


@dataclass(frozen=True, slots=True)
class LearnedProcesses:
    """Each is a pool of one process."""

    writer: WorkerPool
    """Knows how languages are spoken."""
    examiner: WorkerPool | None
    """Knows what checks look for; None where nothing is checked."""

    def begin_examination(
        self, do: Callable[[], T]
    ) -> AbstractContextManager[Answer[T] | Child[T]]:
        """Have something worked out by what checks look for."""
        return nullcontext(self.examiner.begin(do)) if self.examiner else run_in_child(do)


@contextmanager
def learn_beside(
    source_lang: str, langs: Sequence[str], for_checks: bool
) -> Iterator[LearnedProcesses]:
    """Begin to learn; the processes are ended on the way out."""
    spoken = tuple(dict.fromkeys((source_lang, *langs)))
    translated = tuple(lang for lang in langs if lang != source_lang)
    with open_pool(1) as writer, open_pool(int(for_checks)) as examiner:
        writer.begin_in_each(partial(_learn_to_speak, spoken))
        examiner.begin_in_each(partial(_learn_to_check, source_lang, translated))
        yield LearnedProcesses(writer, examiner if for_checks else None)


def _learn_to_speak(langs: Sequence[str]) -> None:
    os.nice(_NICENESS)
    for lang in langs:
        learn_spoken_words(lang)


def _learn_to_check(source_lang: str, langs: Sequence[str]) -> None:
    os.nice(_NICENESS)
    # Here and not above: the checks bring much with them.
    from ..catalogs.checks.runner import learn_words

    for lang in langs:
        learn_words(source_lang, lang)
