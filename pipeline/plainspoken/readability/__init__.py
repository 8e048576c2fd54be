"""Score how hard a `Guide` is to read, section by section, on its language's own scales.

In the order of the work: `tokens` finds words and `units` finds what may count as a sentence;
`syllables` counts syllables; `counts` and `counting_policy` add up, in every reasonable way of
counting; `formulas` grade; `score` puts these together as a `Scorecard`. `rules` find what makes
each sentence hard, `targets` compares with what the guide asks for, `compare` sets a translation
beside its source, and `analysis` holds all of it for the table, the JSON (`export`) and the
`report`. `checklists` and `history` keep what editors add.
"""

from .score import Scorecard, score
from .targets import find_missed_targets

__all__ = ["Scorecard", "find_missed_targets", "score"]
