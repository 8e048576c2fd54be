"""No text makes checks fail or take long."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.catalogs.checks.context import MAX_CHARACTERS as LIMIT

from .conftest import tell

SOON = 10
"""Seconds, on a busy machine."""
LANGS = ("ar", "de", "es", "hi", "ko", "th", "vi", "zh-Hans", "sw")
PARTS = st.lists(
    st.sampled_from([
        "2.5", "1,000", "½", "1/2", "8 p.m.", "20:00", "555-0142", "May 4", "two", "half", "not",
        "and a half", "mg", "%", "°C", "[", "](", "**", "`", "{fever}", "\u202e", "\u2066", "\0",
        "\ud800", "一", "百分之", "열두", "डेढ़", "خمسة", "٫", "\u0301", "\n\n", " ", "-", "to", "in",
    ]),
    max_size=30,
).map(" ".join)  # fmt: skip


@given(st.one_of(st.text(), PARTS), st.one_of(st.text(), PARTS), st.sampled_from(LANGS))
def test_checks_take_any_text(source: str, target: str, lang: str) -> None:
    for each in tell(source, target, lang):
        assert each.finding.file == "guide.po"
        assert each.finding.message


@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000, "*" * LIMIT, "\0" * LIMIT, "\u202e" * LIMIT, "\u2066" * LIMIT, "1" * LIMIT,
        "1." * (LIMIT // 2), "a" * LIMIT, "a " * (LIMIT // 2), "a'" * (LIMIT // 2), "不" * LIMIT,
        "이" * LIMIT, "two " * 399, "-" * LIMIT, " " * LIMIT, "fünfundzwanzig" * 1400,
        "Take 2.5 mg. " * 800_000,
    ],
    ids=lambda text: f"{text[:8]!r}",
)  # fmt: skip
@pytest.mark.parametrize("lang", ["de", "ko"])
def test_checks_take_long_texts(text: str, lang: str) -> None:
    begin = time.perf_counter()
    tell(text, text[::-1], lang)
    assert time.perf_counter() - begin < SOON
