"""A suppression needs a reason that somebody wrote."""

from __future__ import annotations

import pytest

from plainspoken.diagnostics.suppressions import Suppression, find_unused


@pytest.mark.parametrize("reason", ["", "REASON", "…", "-", ". . ."])
def test_what_is_no_reason_allows_nothing_and_is_told(reason: str) -> None:
    suppression = Suppression("negation", reason)
    assert not suppression.is_active
    assert [*find_unused([suppression], ["negation"], ["negation"])] == [(suppression, "no reason")]


@pytest.mark.parametrize("reason", ["a joke", "REASON: a joke", "原文有误", "سبب", "7"])
def test_a_reason_in_any_language_allows(reason: str) -> None:
    assert Suppression("negation", reason).is_active
    assert not Suppression("negation", reason, lapsed=True).is_active
