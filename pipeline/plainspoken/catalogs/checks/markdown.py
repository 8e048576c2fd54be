"""Rule markdown: the Markdown of a translation reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from .context import Pair


@define_rule(
    "markdown", "error", source="Do **not** stir.", wrong="**No revuelva.", right="**No** revuelva."
)
def check(pair: Pair) -> Iterator[Draft]:
    """A translation's Markdown does not read.

    Links that lead nowhere, addresses of the translation's own, values that the guide does not
    have, HTML, and signs of emphasis, brackets or backticks without their partner.
    """
    errors = dict.fromkeys((error.message, error.hint) for error in pair.errors)
    for message, hint in errors:
        yield Draft(message, hint, raw=True)
    source, target = Counter(pair.source.origin), Counter(pair.target.origin)
    if target["*"] > source["*"]:
        hint = "Put it right before and after the words, or write \\* for a plain sign."
        yield Draft("a * of emphasis has no partner", hint, raw=True)
    # A translation may add a remark in brackets, where the text has no link that it could be.
    adds_remark = "[" not in pair.entry.msgid and _are_paired(pair.target.origin)
    for sign in "{}`" if adds_remark else "[]{}`":
        if target[sign] > source[sign] and not errors:
            hint = f"Put the partner beside it, or write \\{sign} for a plain sign."
            yield Draft(f"a {sign} has no partner", hint, raw=True)


def _are_paired(text: str) -> bool:
    """Whether each bracket that opens is closed before the next one opens."""
    brackets = "".join(sign for sign in text if sign in "[]")
    return brackets == "[]" * (len(brackets) // 2)
