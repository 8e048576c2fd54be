"""How many wrong translations checks find, and how many right ones they take for wrong.

The cases were written by someone who had not seen the checks. Checks were written with half of
them in sight, and Spanish whole. Before anyone looked at the other half, 96.8 % of its wrong ones
were found, and 2.8 % of its right ones flagged; then its failures were mended too.

Those of `mistranslations/blind` are by other authors, who knew the kinds of errors and no check.
Before anyone looked at one half of them, 83.3 % of its wrong ones were found, and 12.1 % of its
right ones flagged. Both halves were looked at then: their rates are what the checks may not lose,
and tell nothing of translations that nobody has seen.
"""

from __future__ import annotations

import pytest

from .checks.cases import Case, blind_cases, cases

FOUND = 0.98
FALSE = 0.02
BLIND_FOUND = 0.98
BLIND_FALSE = 0.025


@pytest.mark.parametrize("tuned", [True, False], ids=["seen", "unseen"])
def test_checks_find_wrong_translations(tuned: bool) -> None:
    wrong = [case for case in cases() if case.wrong and case.tuned == tuned]
    missed = _failed(wrong)
    assert len(missed) <= (1 - FOUND) * len(wrong), "\n".join(missed)


@pytest.mark.parametrize("tuned", [True, False], ids=["seen", "unseen"])
def test_checks_leave_right_translations_alone(tuned: bool) -> None:
    right = [case for case in cases() if not case.wrong and case.tuned == tuned]
    flagged = _failed(right)
    assert len(flagged) <= FALSE * len(right), "\n".join(flagged)


def test_checks_find_wrong_translations_of_authors_who_have_not_seen_them() -> None:
    wrong = [case for case in blind_cases() if case.wrong]
    assert len(wrong) >= 400
    missed = _failed(wrong)
    assert len(missed) <= (1 - BLIND_FOUND) * len(wrong), "\n".join(missed)


def test_checks_leave_right_translations_of_such_authors_alone() -> None:
    right = [case for case in blind_cases() if not case.wrong]
    assert len(right) >= 400
    flagged = _failed(right)
    assert len(flagged) <= BLIND_FALSE * len(right), "\n".join(flagged)


def _failed(some: list[Case]) -> list[str]:
    return [case.name for case in some if not case.right]
