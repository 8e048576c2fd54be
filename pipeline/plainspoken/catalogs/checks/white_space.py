"""Rule white-space: a translation begins and ends as its text does."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, Example, Rule
from .context import Pair


def check(pair: Pair) -> Iterator[Draft]:
    """A translation that begins or ends with a blank where the text does not."""
    source, target = pair.entry.msgid, pair.entry.msgstr
    for end, strip in (("begins", str.lstrip), ("ends", str.rstrip)):
        if strip(target) != target and strip(source) == source:
            hint = "Remove the blank; see that no words are lost there."
            yield Draft(f"the translation {end} with a blank", hint, raw=True)


RULE = Rule(
    id="white-space",
    summary="A translation begins or ends with a blank.",
    level="warning",
    check=check,
    explanation=(
        "A blank or a line end at the beginning or the end of a translation, where the text has "
        "none. Often it shows that words were lost there."
    ),
    example=Example(source="Rest today.", wrong="Descanse hoy. ", right="Descanse hoy."),
)
