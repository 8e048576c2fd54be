"""Rules terms and consistency: the same things are said in the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...diagnostics.finding import Level
from ...diagnostics.rule import Draft, Example, Rule, define_rule
from ...quantities.normalize import fold_text
from ..extract import TERM
from ..termbase import Rendering
from .context import Facts, Pair
from .inflected_match import find_any, find_phrase
from .names import list_names

_FEW = 4
"""Fewer words than this may need others elsewhere, such as in a heading."""


@define_rule(
    "terms",
    "warning",
    source="Call if you have a fever.",
    wrong="Llame si tiene temperatura.",
    right="Llame si tiene fiebre.",
    terms=(("fever", "fiebre"),),
)
def check(pair: Pair) -> Iterator[Draft]:
    """A term is not said as the glossary has it.

    A term of the glossary in the text, without one of its approved or admitted renderings in
    the translation, in any inflected form; or with one that is forbidden.
    """
    source, target = pair.source.text, pair.target.text
    for rendering in _list_terms(pair.facts):
        place = find_phrase(rendering.term, source, pair.facts.source_language, strict=True)
        if place is None:
            continue
        better = rendering.approved or rendering.admitted
        hint = f"Write “{better[0]}”." if better else "Write it in another way."
        for word in rendering.forbidden:
            if found := find_phrase(word, target, pair.language):
                message = f"“{word}” is not to be said for “{rendering.term}”"
                yield Draft(message, hint, None, (place,), (found,))
                break
        else:
            right = (*rendering.approved, *rendering.admitted)
            if right and not find_any(right, target, pair.language):
                message = f"“{rendering.term}” is not said as the glossary has it"
                yield Draft(message, hint, None, (place,))


@lru_cache(16)
def _list_terms(facts: Facts) -> tuple[Rendering, ...]:
    names = list_names(facts)
    return tuple(
        rendering
        for rendering in facts.renderings
        if rendering not in names and any(map(str.isalpha, rendering.term))
    )


def check_all(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Draft]]:
    """Texts that differ only in marks and capital letters, and are translated in two ways."""
    groups: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        groups[_reduce_to_words(pair.source.text)].append(pair)
    for first, *others in groups.values():
        for pair in others:
            if _reduce_to_words(first.target.text) == _reduce_to_words(pair.target.text):
                continue
            message = f"the same text is translated otherwise in line {first.entry.line}"
            hint = f"Use one translation for both, such as “{first.target.origin}”."
            yield pair, Draft(message, hint, _choose_level(first, pair))


def _choose_level(first: Pair, second: Pair) -> Level | None:
    if TERM in (first.entry.msgctxt, second.entry.msgctxt):
        return "info"
    few = len(first.source.text.split()) < _FEW
    return "info" if few and first.entry.msgid != second.entry.msgid else None


def _reduce_to_words(text: str) -> str:
    signs = (sign if sign.isalnum() else " " for sign in fold_text(text))
    return " ".join("".join(signs).split())


CONSISTENCY = Rule(
    id="consistency",
    summary="The same text is translated in two ways.",
    level="warning",
    check_all=check_all,
    explanation=(
        "Texts that differ at most in punctuation and capital letters, and whose translations "
        "differ in words. Headings and terms may need others, so there it is only a note."
    ),
    example=Example(
        source="Wash your hands often.",
        wrong="Límpiese mucho las manos.",
        right="Lávese las manos a menudo.",
        beside=(("Wash your hands often.", "Lávese las manos a menudo."),),
    ),
)
