"""Rule opposites: a word did not become its opposite: safe, dangerous."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...diagnostics.rule import Draft, Place, define_rule
from ...languages import Language
from .context import Pair
from .denial import count_noes, forbids, has_cue_beside, has_cue_next_to
from .long_sentences import stand_apart
from .polarity import Polarity, compare_poles
from .rephrasing import holds_until_allowed, says_only_as_no_other

_LONG = 300
"""Characters: in a stretch of several sentences, of that length, a no may belong to any of them."""


@define_rule(
    "opposites",
    "warning",
    source="Call us if your heartbeat is irregular.",
    wrong="Llámenos si su pulso es regular.",
    right="Llámenos si su pulso es irregular.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """A word became its opposite.

    Where *irregular* became *regular*, *unopened* became *opened*, *lack* became *have*. Where the
    translation has one no more or less than the text, it says the same: *not dangerous* is *safe*.
    In a critical text it is an error. In a long sentence, words that stand in other parts of both
    are only worth a look.
    """
    languages = pair.facts.source_language, pair.language
    if not all(language.table("opposites", "opposites") for language in languages):
        return
    for texts, starts in pair.sentences:
        polarity = compare_poles(*texts, languages)
        # Two words that both turned say the same again, or each has a no of its own.
        if (
            len({place for place, _ in polarity.turned}) == 1
            and _denies_alike(polarity, languages)
            and _lack_alike(polarity.plain, languages, polarity.turned[0])
        ):
            places = [
                (start + place[0], start + place[1])
                for start, place in zip(starts, polarity.turned[0], strict=True)
            ]
            shown = pair.source.original(*places[0]), pair.target.original(*places[1])
            message = f"“{shown[0]}” became “{shown[1]}”"
            hint = "See that the translation says what the text does, and not its opposite."
            found = Draft(message, hint, None, (places[0],), (places[1],), critical_level="error")
            apart = stand_apart(pair, *places)
            yield replace(found, level="info", critical_level=None) if apart else found


def _lack_alike(
    texts: tuple[str, str], languages: tuple[Language, Language], places: tuple[Place, Place]
) -> bool:
    """Whether both words or none have a weak no next to them: free of alcohol is alcohol-free."""
    first, second = (
        has_cue_next_to(*each, "weak") for each in zip(texts, languages, places, strict=True)
    )
    return first == second


def _denies_alike(polarity: Polarity, languages: tuple[Language, Language]) -> bool:
    """Whether text and translation say no as often, and both or neither beside the word."""
    texts = list(zip(polarity.plain, languages, strict=True))
    noes = [count_noes(*text) + forbids(*text) for text in texts]
    if noes[0] != noes[1] or (noes[0] and len(polarity.plain[0]) > _LONG):
        return False
    if any(says_only_as_no_other(*each) for each in (texts, texts[::-1])):
        return False  # keep it on, except to wash: take it off only to wash
    if holds_until_allowed(*texts):
        return False
    said = list(zip(texts, polarity.turned[0], strict=True))
    beside = [has_cue_beside(*text, place, "strong") for text, place in said]
    return beside[0] == beside[1]
