"""A `Guide` goes in; a `Scorecard` comes out: how hard it is to read, section by section.

`words` counts, `syllables` says how long a word is to say, `formulas` holds each language's
own scale, `score` puts them together, and `peer` asks textstat about the bare text.
"""

from .score import Figures, Scorecard, SectionScore, misses, score

__all__ = ["Figures", "Scorecard", "SectionScore", "misses", "score"]
