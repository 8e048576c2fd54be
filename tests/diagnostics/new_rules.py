"""The files of two new rules, as somebody would add them."""

from __future__ import annotations

CHECK = '''
"""Rule shouting: a translation does not shout."""

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from .context import Pair


@define_rule("shouting", "error", source="Wait.", wrong="ESPERE.", right="Espere.")
def check(pair: Pair) -> Iterator[Draft]:
    """A translation is written in capitals.

    Translations in capitals alone.
    """
    if pair.entry.msgstr.isupper() and not pair.entry.msgid.isupper():
        yield Draft("the translation shouts", "Write small letters.", raw=True)
'''
REMARK = '''
"""Rule exclamation: a sentence does not exclaim."""

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from .model import Text, make_draft


@define_rule("exclamation", "warning", wrong="Wait!", right="Wait.")
def check(text: Text) -> Iterator[Draft]:
    """A sentence exclaims.

    Sentences with an exclamation mark.
    """
    if text.text.endswith("!"):
        yield make_draft(text, 0, len(text.lower) - 1, "it exclaims", "End it with a full stop.")
'''
