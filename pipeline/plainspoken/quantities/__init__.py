"""Find the quantities of a text, by value, however its language writes them.

`extract` is for one text; `read_text_pair` and `align` compare a text and its translation.
"""
