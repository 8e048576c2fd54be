"""Find the numbers of a text, by value, however its language writes them.

`read_text` gives the quantities of one text, `align` says which of two texts are the same.
"""

from .align import Alignment, align
from .extract import LocalizedText, Reading, read_text, read_text_pair
from .quantity import Quantity, ReadingHints, format_value

__all__ = [
    "Alignment",
    "LocalizedText",
    "Quantity",
    "Reading",
    "ReadingHints",
    "align",
    "format_value",
    "read_text",
    "read_text_pair",
]
