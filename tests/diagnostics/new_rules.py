"""The files of two new rules, as somebody would add them."""

from __future__ import annotations

CHECK = '''
"""Rule shouting: a translation does not shout."""

from collections.abc import Iterator

from ...diagnostics.rule import Draft, Example, Rule
from .context import Pair


def check(pair: Pair) -> Iterator[Draft]:
    """A translation in capitals."""
    if pair.entry.msgstr.isupper() and not pair.entry.msgid.isupper():
        yield Draft("the translation shouts", "Write small letters.", raw=True)


RULE = Rule(
    id="shouting",
    summary="A translation is written in capitals.",
    level="error",
    check=check,
    explanation="Translations in capitals alone.",
    example=Example(source="Wait.", wrong="ESPERE.", right="Espere."),
)
'''
REMARK = '''
"""Rule exclamation: a sentence does not exclaim."""

from collections.abc import Iterator

from ...diagnostics.rule import Draft, Example, Rule
from .model import Text, make_draft


def check(text: Text) -> Iterator[Draft]:
    """A sentence that ends with an exclamation mark."""
    if text.text.endswith("!"):
        yield make_draft(text, 0, len(text.lower) - 1, "it exclaims", "End it with a full stop.")


RULE = Rule(
    id="exclamation",
    summary="A sentence exclaims.",
    level="warning",
    check=check,
    explanation="Sentences with an exclamation mark.",
    example=Example(wrong="Wait!", right="Wait."),
)
'''
