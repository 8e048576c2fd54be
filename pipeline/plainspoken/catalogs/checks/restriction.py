"""Rule restriction: only and alone stay."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from .context import Pair
from .denial import compile_cue, denies, has_cue
from .long_sentences import is_long
from .senses import find_senses

_TOLD_BY_CONDITIONS = frozenset({"only_if", "unless", "except", "until", "after_that"})
"""Senses that say only, too: only if, not until, nobody but."""


@define_rule(
    "restriction",
    "warning",
    source="Only adults may use the spray.",
    wrong="Los adultos pueden usar el aerosol.",
    right="Solo los adultos pueden usar el aerosol.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """A word such as only was lost.

    A short sentence that says *only*, *nothing but* or *alone*, and whose translation has no such
    word. Of *only if* and *not until* the rule `conditions` tells.
    """
    languages = pair.facts.source_language, pair.language
    if not all(language.table("checks", "negation").get("only") for language in languages):
        return
    if pair.source.text == pair.target.text:
        return  # not translated at all, which is another rule's
    for (source, target), (start, _) in pair.sentences:
        found = compile_cue(languages[0], "restricts").search(source)
        if not found or is_long(source) or has_cue((target, languages[1]), "only", "but"):
            continue
        if denies(target, languages[1]):
            continue  # only for adults may be not for children
        senses = (
            find_senses(text, language, "conditions", 0).places.keys()
            for text, language in zip((source, target), languages, strict=True)
        )
        if any(names & _TOLD_BY_CONDITIONS for names in senses):
            continue
        place = found.start() + start, found.end() + start
        shown = pair.source.original(*place).strip()
        hint = "See that the translation says it, too."
        yield Draft(f"“{shown}” is missing in the translation", hint, None, (place,))
