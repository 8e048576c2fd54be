"""A `Guide` goes in; a `Scorecard` comes out: how hard it is to read, section by section.

`words` and `counting` take the text apart, `syllables` says how long a word is to say, `policy`
and `tally` make sums in every reasonable way, `formulas` are each language's own scales, and
`score` puts them together, and `gate` holds targets against it. `remarks` tells what makes each
sentence hard; `peer` asks textstat about the bare text.
"""

from .score import Grade, Scorecard, SectionScore, TextStatistics, build_scorecard, score, tokenize
from .targets import find_missed_targets

__all__ = [
    "Grade",
    "Scorecard",
    "SectionScore",
    "TextStatistics",
    "build_scorecard",
    "find_missed_targets",
    "score",
    "tokenize",
]
