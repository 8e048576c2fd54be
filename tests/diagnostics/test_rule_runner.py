"""Rules are applied to every subject in order; comments allow what they find, or are reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plainspoken.diagnostics.rule import Draft, Rule
from plainspoken.diagnostics.rule_runner import Violation, run_rules
from plainspoken.diagnostics.suppressions import Suppression, find_unused


@dataclass(frozen=True, slots=True)
class Word:
    """The smallest thing that rules can check."""

    text: str
    suppressions: tuple[Suppression, ...] = ()

    @property
    def is_too_long(self) -> bool:
        """Whether it is longer than a word is."""
        return len(self.text) > 20


def check_loud(word: Word) -> Iterator[Draft]:
    if word.text.isupper():
        yield Draft("it is loud", "Lower your voice.")
    if word.text.endswith("!"):
        yield Draft("it exclaims", "End it with a full stop.", "info")


def check_repeated(words: Sequence[Word]) -> Iterator[tuple[Word, Draft]]:
    for place, word in enumerate(words):
        if word.text in [earlier.text for earlier in words[:place]]:
            yield word, Draft("it stands twice", "Remove one.")


LOUD = Rule(
    id="loud", summary="It is loud.", level="warning", check=check_loud, explanation="Noise."
)
REPEATED = Rule(
    id="repeated",
    summary="It stands twice.",
    level="error",
    check_all=check_repeated,
    explanation="Words that stand twice.",
)


def say(violations: Iterator[Violation[Word]]) -> list[tuple[str, str, str, str]]:
    return [(it.subject.text, it.rule.id, it.level, it.reason) for it in violations]


def test_rules_see_each_subject_or_all_of_them() -> None:
    words = [Word("NO!"), Word("yes"), Word("yes")]
    assert say(run_rules([LOUD, REPEATED], words)) == [
        ("NO!", "loud", "warning", ""),
        ("NO!", "loud", "info", ""),
        ("yes", "repeated", "error", ""),
    ]


def test_a_subject_that_is_too_long_is_for_rules_of_any_length() -> None:
    long = Word("A" * 30)
    assert say(run_rules([LOUD, REPEATED], [long, long])) == []
    rules = [replace(LOUD, any_length=True), replace(REPEATED, any_length=True)]
    assert [rule for _, rule, _, _ in say(run_rules(rules, [long, long]))] == [
        "loud",
        "loud",
        "repeated",
    ]


def test_a_suppression_gives_its_reason_to_its_own_rule() -> None:
    allowed = (Suppression("loud", "it is a sign"), Suppression("loud", "too late"))
    assert say(run_rules([LOUD, REPEATED], [Word("NO"), Word("NO", allowed)])) == [
        ("NO", "loud", "warning", ""),
        ("NO", "loud", "warning", "it is a sign"),
        ("NO", "repeated", "error", ""),
    ]


def test_a_suppression_that_lapsed_or_has_no_reason_allows_nothing() -> None:
    for idle in (Suppression("loud", "why", lapsed=True), Suppression("loud", "")):
        assert say(run_rules([LOUD], [Word("NO", (idle,))])) == [("NO", "loud", "warning", "")]


def test_suppressions_that_do_nothing_are_reported_with_the_problem() -> None:
    used, unused = Suppression("loud", "why"), Suppression("repeated", "why")
    lapsed = Suppression("loud", "why", lapsed=True)
    bare, unknown = Suppression("loud", ""), Suppression("lud", "")
    found = find_unused([used, unused, lapsed, bare, unknown], {"loud"}, {"loud", "repeated"})
    assert list(found) == [
        (unused, "unused"),
        (lapsed, "unused"),
        (bare, "no reason"),
        (unknown, "unknown rule"),
    ]
