"""Find the quantities of a text, by value, however its language writes them.

`extract.extract` finds all quantities of a text: numbers, units, doses, ranges, times, dates and
telephone numbers. `reading.read_text_pair` reads a text and its translation in the light of each
other, and `align.align` says which of their quantities are the same. The other direction, a
quantity in the words that a voice says, belongs here too.
"""
