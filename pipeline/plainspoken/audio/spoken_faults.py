"""Tell what of a sentence would be heard as something else than is written, or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..diagnostics.finding import Finding, Level
from ..diagnostics.visible_text import quote
from ..guide import Place
from ..spoken.text import SpokenText


def find_faults(spoken: SpokenText, place: Place, is_critical: bool) -> Iterator[Finding]:
    """Errors and warnings at a place. What nobody can say is an error where it is critical."""
    file, line = place.file, place.line
    detail = (spoken.written,)
    for start, end in spoken.misread:
        stretch = quote(spoken.written[start:end])
        message = f"a voice would say {stretch} as other numbers than it has"
        yield Finding(file, line, message, "Write it in another way, or in words.", detail=detail)
    for start, end in spoken.unsaid:
        message = f"no voice can say {quote(spoken.written[start:end])}"
        level: Level = "error" if is_critical else "warning"
        hint = "Write it in words, or leave it out."
        yield Finding(file, line, message, hint, level, detail)


def find_obstacle_fault(
    spoken: SpokenText, obstacles: Sequence[str], place: Place
) -> Iterator[Finding]:
    """An error where each voice of a locale has something that keeps it from saying a text."""
    if obstacles:
        message = f"no voice of the locale can say {quote(spoken.written)}: {'; '.join(obstacles)}"
        hint = "Change the sentence, or add a voice to `voices` in source/guide.toml."
        yield Finding(place.file, place.line, message, hint, detail=(spoken.written,))
