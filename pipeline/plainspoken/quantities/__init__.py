"""Find the quantities of a text, by value, however its language writes them.

`extract` finds all quantities of a text: numbers, units, doses, ranges, times, dates and telephone
numbers. `read_text_pair` reads a text and its translation in the light of each other, and `align`
says which of their quantities are the same. The other direction, a quantity in the words that a
voice says, belongs here too.
"""

from .align import Alignment, align
from .extract import extract
from .lexicon import read_number_word
from .quantity import Quantity, ReadingHints, format_value
from .reading import LocalizedText, Reading, read_text, read_text_pair

__all__ = [
    "Alignment",
    "LocalizedText",
    "Quantity",
    "Reading",
    "ReadingHints",
    "align",
    "extract",
    "format_value",
    "read_number_word",
    "read_text",
    "read_text_pair",
]
