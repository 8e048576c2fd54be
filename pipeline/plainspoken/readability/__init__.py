"""Score how hard a `Guide` is to read: from `tokens`, `units`, `syllables`, `counts` (by
`counting_policy`) and `formulas`, `score` makes a `Scorecard`. `rules`, `targets` and `compare`
judge it, `analysis` holds all for `export` and `report`; `checklists` and `history` add to it.
"""

from .score import Scorecard, score
from .targets import find_missed_targets

__all__ = ["Scorecard", "find_missed_targets", "score"]
