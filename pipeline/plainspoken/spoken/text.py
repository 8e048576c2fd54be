"""Say a text: the readers in turn, then what nobody has said is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..languages import Language
from .addresses import say_addresses
from .amounts import say_currencies, say_feet, say_heights
from .and_over import say_and_over
from .clock import say_times
from .counted import govern
from .dates import say_dates, say_laws, say_months, say_years
from .elisions import elide
from .emoji import say_emoji
from .enclosed import say_enclosed
from .findings import say_findings
from .greek import say_greek
from .measures import say_measures
from .names import say_names, say_ordinals, say_other_digits
from .packs import say_packs
from .particles import join_particles
from .phones import say_phones
from .powers import say_powers
from .pressures import say_pressure_ranges
from .roman import say_roman
from .short_dates import say_days
from .short_forms import say_short_forms
from .signs import (
    is_sayable,
    say_between,
    say_either,
    say_one_in,
    say_pairs,
    say_places,
    say_signs,
    say_signs_of_voice,
)
from .suffixes import join_suffixes
from .unit_symbols import say_units
from .weekdays import say_weekdays
from .written import Saying, WrittenText, choose, read_written

Reader = Callable[[WrittenText], Iterator[Saying]]
_SPACE_BEFORE_STOP = re.compile(r" ([,.;:!?)،؛؟।](?:\s|$))")
READERS: tuple[Reader, ...] = (
    say_addresses, say_one_in, say_enclosed, say_feet, say_phones, say_laws, say_dates, say_months,
    say_days, say_weekdays, say_short_forms, say_findings, say_times, say_places, say_either,
    say_pressure_ranges, say_and_over, say_pairs, say_packs, say_heights, say_ordinals, say_powers,
    say_years, say_roman, say_names, say_measures, say_units, say_currencies,
    say_other_digits, say_greek, say_between, say_signs, say_emoji,
    say_signs_of_voice,
)  # fmt: skip
"""What was said first stays."""


@dataclass(frozen=True, slots=True)
class SpokenText:
    """A text and what is said for it."""

    source: WrittenText
    sayings: tuple[Saying, ...]
    """Where the words differ from the text."""
    words: str
    """As people read them."""
    sound: str
    """As an engine is given them: phonemes stand for some words."""
    unsaid: tuple[tuple[int, int], ...] = ()
    """Stretches of the text for which nothing can be said."""
    misread: tuple[tuple[int, int], ...] = ()
    """Stretches that stay as they are written: their words would be heard as other quantities."""

    @property
    def written(self) -> str:
        """The text, in NFC."""
        return self.source.text


def say_text(
    text: str,
    language: Language,
    region: str = "",
    known: Sequence[Saying] = (),
    last: Sequence[Saying] = (),
) -> SpokenText:
    """Give the words of a text in NFC; what is `known` of stretches of it comes before all that is
    found in it, and what is said `last` after that.
    """
    written = read_written(text, language, region)
    readers = READERS if language.has("spoken") else (say_signs_of_voice,)
    found = (saying for reader in readers for saying in reader(written))
    sayings = _govern(
        written, join_particles(written, join_suffixes(written, choose([*known, *found, *last])))
    )
    sayings = elide(written, sayings)
    words, sound = [], []
    at = 0
    for saying in sayings:
        between = written.text[at : saying.start]
        words += [between, saying.words]
        sound += [between, saying.sound or saying.words]
        at = saying.end
    rest = written.text[at:]
    return SpokenText(
        written,
        tuple(sayings),
        _join([*words, rest]),
        _join([*sound, rest]),
        tuple(_find_unsaid(written, sayings)) if language.has("spoken") else (),
    )


def _govern(written: WrittenText, sayings: Sequence[Saying]) -> list[Saying]:
    """The sayings, numbers in the case that the words before them want."""
    if not written.data("governed"):
        return [*sayings]
    return [
        saying
        if saying.sound or saying.is_unchanged
        else replace(
            saying, words=govern(written.text[: saying.start], saying.words, written.language)
        )
        for saying in sayings
    ]


def _join(pieces: Sequence[str]) -> str:
    """Pieces in one line, no space before a stop that a sign has brought."""
    text = " ".join("".join(pieces).split())
    return _SPACE_BEFORE_STOP.sub(r"\1", text)


def _find_unsaid(written: WrittenText, sayings: Sequence[Saying]) -> Iterator[tuple[int, int]]:
    """The characters that are neither said nor rightly silent."""
    said = {place for saying in sayings for place in range(saying.start, saying.end)}
    for place, character in enumerate(written.text):
        if place not in said and not is_sayable(character):
            yield place, place + 1
