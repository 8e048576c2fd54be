"""Remember from build to build why texts are critical: to judge a whole guide takes longer than to
read it.

A text is known by the program, its language and what stands before it. Only what a run asked for is
kept after it, so that nothing piles up.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, get_args

from ..cache_files import read_sealed, write_sealed
from ..languages import Language
from ..program import name_program
from .critical_text import Reason, ReasonKind, find_reasons

FindReasons = Callable[[str, str], tuple[Reason, ...]]
"""As `find_reasons`, in one language: of a text, and of what says what it is about."""


@contextmanager
def remember_reasons(language: Language, cache: Path) -> Iterator[FindReasons]:
    """What finds reasons, or remembers those that an earlier run found. A cache that cannot be read
    or written does no harm.
    """
    path = cache / "critical" / f"{language.tag}.json"
    kept = _read_reasons(path)
    common = hashlib.sha256(repr((name_program(), language.tag)).encode())
    asked: dict[str, tuple[Reason, ...]] = {}

    def find(text: str, topic: str) -> tuple[Reason, ...]:
        whole = common.copy()
        whole.update(repr((text, topic)).encode())
        key = whole.hexdigest()
        if key not in asked:
            asked[key] = kept[key] if key in kept else find_reasons(text, language, topic)
        return asked[key]

    yield find
    if asked.keys() != kept.keys():
        record = {key: [[each.kind, each.words] for each in found] for key, found in asked.items()}
        with suppress(OSError):
            write_sealed(path, record, cache)


def _read_reasons(path: Path) -> Mapping[str, tuple[Reason, ...]]:
    """The reasons of a file by key; none where it is not whole."""
    try:
        record = (read_sealed(path) or {}).items()
        return {key: tuple(_to_reason(*each) for each in found) for key, found in record}
    except (TypeError, ValueError, AttributeError):
        return {}


def _to_reason(kind: Any, words: Any) -> Reason:
    if kind in get_args(ReasonKind) and isinstance(words, str):
        return Reason(kind, words)
    raise ValueError
