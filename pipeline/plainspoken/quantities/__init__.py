"""A text goes in; its numbers come out, by value, however a language writes them.

`read` gives the amounts of one text, `align` says which of two texts are the same.
"""

from .align import Alignment, align
from .extract import Reading, read, read_both
from .quantity import Amount, Hints, shown

__all__ = ["Alignment", "Amount", "Hints", "Reading", "align", "read", "read_both", "shown"]
