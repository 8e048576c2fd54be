"""Rule label-room: a label fits into its picture, where the picture says what fits."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from ...parsing.picture_words import count_letters
from .context import Pair


@define_rule("label-room", "warning")
def check(pair: Pair) -> Iterator[Draft]:
    """A label has more letters than its picture has room for.

    The words of an SVG picture that says by `data-room` how many letters fit. They are counted as
    they are shown, values left out: a Chinese sign counts as two letters, a mark on one as none.
    """
    if pair.room and (letters := count_letters(pair.target.text)) > pair.room:
        message = f"the label has {letters} letters, and its picture has room for {pair.room}"
        yield Draft(message, "Say it in fewer words, or have the picture changed.")
