"""Rule white-space: a translation has no blanks at its ends."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from .context import Pair


@define_rule(
    "white-space", "warning", source="Rest today.", wrong="Descanse hoy. ", right="Descanse hoy."
)
def check(pair: Pair) -> Iterator[Draft]:
    """A translation begins or ends with a blank.

    A blank or a line end at the beginning or the end of a translation, where the text has none.
    Often it shows that words were lost there.
    """
    source, target = pair.entry.msgid, pair.entry.msgstr
    for end, strip in (("begins", str.lstrip), ("ends", str.rstrip)):
        if strip(target) != target and strip(source) == source:
            hint = "Remove the blank; see that no words are lost there."
            yield Draft(f"the translation {end} with a blank", hint, raw=True)
