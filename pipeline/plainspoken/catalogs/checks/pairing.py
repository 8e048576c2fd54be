"""Rule pairing: what stands together in a text stands together in its translation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, combinations

from ...diagnostics.rule import Draft, Place, define_rule
from .anchors import POLES, THINGS
from .axes import Axis, Stretch, list_stretches, pair_up
from .context import Pair
from .replaced import find_met, find_replaced
from .swapped_noes import find_denied, find_denied_clause

_LONG = 400
"""Characters: in a longer stretch, what stands side by side may well not belong together."""
_DENIABLE = frozenset(
    {
        "amount", "things intake", "things worn", "things heat", "things run", "things shut",
        "things lift", "things posture", "things breath", "things change",
    }
)  # fmt: skip
"""Groups of what one does, which a no beside it denies; of milk and honey it may deny both."""
_NEVER_DENIED = frozenset({"number", "month", "direction", "modals", "route"})
"""Groups whose words no clause turns down alone, or whose noes the rule `route` follows."""
_TOLD_BY_ROUTE = {frozenset({"chew", "swallow"}), frozenset({"spit", "swallow"})}
"""Whose noes the rule `route` follows."""
_SET_APART = frozenset({"people", "side", "frequency", "things kin", "things person"})
"""Groups of which a sentence names two to say something else of each."""
_SAID_OF = frozenset(
    {
        *(f"{POLES}{name}" for name in (
            "normal", "safe", "common", "likely", "clean", "strong", "better", "severe", "heavy",
            "deep", "soft", "level", "thick", "size", "sensitive", "affected", "healthy", "full",
        )),
        *(f"{THINGS}{name}" for name in (
            "colour", "form", "drink", "food", "body", "symptom", "place", "item", "test", "organ",
            "illness", "goods", "remedy", "person", "fluid", "measure", "clothing", "vehicle",
        )),
        "medicines",
    }
)  # fmt: skip
"""Groups of nouns and adjectives: a language may put its verbs at the end of the sentence."""
_MIXED = "mixed"
_GROWN = frozenset({"adult", "man", "woman", "mother", "father", "parent", "old", "nurse"})
_YOUNG = frozenset({"child", "baby"})
_WHOLE = f"{POLES}whole"
"""Chew or whole, which `route` follows, too."""


@define_rule(
    "pairing",
    "warning",
    source="Put the mask on by day, take it off at night.",
    wrong="Póngase la mascarilla de noche, quítesela de día.",
    right="Póngase la mascarilla de día, quítesela de noche.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """What belongs together was swapped.

    Where *put it on in the morning, take it off at night* became *put it on at night, take it off
    in the morning*, *melt it, do not chew it* became *chew it, do not melt it*, *tea instead of
    coffee* became *coffee instead of tea*, *adults, keep away from babies* became *babies, keep
    away from adults*. It looks at numbers of the same thing, times, days of
    the week, people, parts of the body, medicines, and words of the languages' `things.toml` and
    `opposites.toml`, where two and two stand together; with people, sides and times also where two
    of other groups do, as in *normal for women, low for men*. In a critical text it is an error.
    """
    languages = pair.facts.source_language, pair.language
    if not all(language.has("things") for language in languages):
        return
    for stretch in list_stretches(pair, _LONG):
        if draft := next(chain(_find_swapped(pair, stretch), _find_denied(pair, stretch)), None):
            yield draft
            return


def _find_swapped(pair: Pair, stretch: Stretch) -> Iterator[Draft]:
    """Where two and two stand together in a text, and otherwise in its translation."""
    for one, other in chain(combinations(stretch.axes, 2), _list_mixed(stretch)):
        ours, theirs = pair_up(one, other, stretch.sentences)
        if ours is None or theirs is None or ours == theirs:
            continue
        first, second = (one, other) if min(one.ours) < min(other.ours) else (other, one)
        at = first.ours.index(min(first.ours))
        places = (
            _move((first.ours[at], second.ours[at ^ ours]), stretch.starts[0]),
            _move((first.theirs[at], second.theirs[at ^ theirs]), stretch.starts[1]),
        )
        said = [pair.source.original(*place).strip() for place in places[0]]
        told = [pair.target.original(*place).strip() for place in places[1]]
        message = f"“{said[0]}” belongs to “{said[1]}”, but “{told[0]}” to “{told[1]}”"
        hint = "See that the translation leaves together what belongs together."
        yield Draft(message, hint, None, *places, critical_level="error")


def _list_mixed(stretch: Stretch) -> Iterator[tuple[Axis, Axis]]:
    """Each axis with each two of what stands once, of two groups: women and men, normal and low."""
    for axis in stretch.axes:
        if axis.group not in _SET_APART:
            continue
        known = {*axis.others[0], *axis.others[1]}
        free = [
            each
            for each in stretch.single
            if each.group in _SAID_OF - {axis.group}
            and each.ours not in known
            and each.theirs not in known
        ]
        for first, second in combinations(free, 2):
            if first.group != second.group:
                ours, theirs = (first.ours, second.ours), (first.theirs, second.theirs)
                yield axis, Axis(_MIXED, frozenset(), ours, theirs, ((), ()))


def _move(places: Sequence[Place], start: int) -> tuple[Place, ...]:
    """Places of a sentence as those of the whole text."""
    return tuple((first + start, last + start) for first, last in places)


def _find_denied(pair: Pair, stretch: Stretch) -> Iterator[Draft]:
    """Where the translation denies, or replaces, the other one of two anchors."""
    languages = pair.facts.source_language, pair.language
    for axis in stretch.axes:
        sides = list(zip(stretch.sentences, languages, (axis.ours, axis.theirs), strict=True))
        for find in (
            _choose_noes(axis),
            find_replaced,
            find_met if _are_two_people(axis) else None,
        ):
            if find is None:
                continue
            ours, theirs = (find(text, language, *places) for text, language, places in sides)
            if ours is None or theirs is None or ours == theirs:
                continue
            places = (
                _move([axis.ours[ours]], stretch.starts[0]),
                _move([axis.theirs[theirs]], stretch.starts[1]),
            )
            said = pair.source.original(*places[0][0]).strip()
            told = pair.target.original(*places[1][0]).strip()
            verb = "met or kept away from" if find is find_met else "turned down"
            message = f"“{said}” is {verb}, but “{told}” is in the translation"
            hint = "See that the translation says of the same one what the text does."
            yield Draft(message, hint, None, *places, critical_level="error")


def _choose_noes(axis: Axis) -> Callable[..., int | None] | None:
    """How to find which of two anchors a text denies; not at all where another rule does."""
    if axis.names in _TOLD_BY_ROUTE or axis.group == _WHOLE or axis.group in _NEVER_DENIED:
        return None
    done = axis.group in _DENIABLE or axis.group.startswith(POLES)
    return find_denied if done else find_denied_clause


def _are_two_people(axis: Axis) -> bool:
    """Whether two anchors are of people who are surely not the same one, as pregnant and woman."""
    if axis.group != "people":
        return False
    is_mixed = len(axis.names & _GROWN) == 1 and len(axis.names & _YOUNG) == 1
    return is_mixed or axis.names == {"man", "woman"}
