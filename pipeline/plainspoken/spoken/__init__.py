"""Write what is said for what is written, by the quantities of a text and data of its language.

`write_words` gives the words of a text; `spoken.toml` in a language's folder says how its numbers,
units, signs and short forms are said. ICU and CLDR spell numbers and name units.
"""
