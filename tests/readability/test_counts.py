"""What formulas are made of is added and taken away again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plainspoken.readability.counts import TextCounts, WordCounts

NUMBERS = st.integers(0, 10**6)
TEXTS = st.builds(
    TextCounts, NUMBERS, NUMBERS, st.builds(WordCounts, *[NUMBERS] * len(WordCounts._fields))
)


@given(TEXTS, TEXTS)
def test_a_text_less_a_part_is_what_it_was_before(text: TextCounts, part: TextCounts) -> None:
    whole = text.plus(part)
    assert whole.sentences == text.sentences + part.sentences
    assert whole.minus(part) == text
