"""Targets: what fails, and what cannot be judged."""

from __future__ import annotations

from collections.abc import Callable

from plainspoken.config.project import Targets
from plainspoken.guide import Guide
from plainspoken.readability import find_missed_targets, score

GuideOf = Callable[..., Guide]


def test_the_gate_fails_only_where_every_way_of_counting_misses(guide_of: GuideOf) -> None:
    text = "We look at it:\n\n- hospital examinations\n- pharmaceutical information\n\nRest."
    short = score(guide_of(text))
    assert not list(
        find_missed_targets(short, Targets(score_as_read=-9))
    )  # nothing can be said of it
    card = score(guide_of("\n\n".join([text] * 20)))
    reading = card.whole.as_read
    assert reading is not None and reading.fits
    assert reading.easiest < reading.hardest
    between = (reading.easiest + min(reading.value, reading.hardest)) / 2
    assert not list(find_missed_targets(card, Targets(score_as_read=between)))
    (missed,) = find_missed_targets(card, Targets(score_as_read=reading.easiest - 0.1))
    assert "however it is counted" in missed.message


def test_a_target_for_a_language_without_a_scale_is_no_pass(guide_of: GuideOf) -> None:
    card = score(guide_of("感染会很危险。", "zh-Hans"))
    (missed,) = find_missed_targets(card, Targets(score=60))
    assert "no scale" in missed.message
