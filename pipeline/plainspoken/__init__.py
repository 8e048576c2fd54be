"""Plainspoken: a plain-language guide in Markdown becomes accessible editions.

The way of a guide, one package a step:
`parsing` → `readability` → `catalogs` → `audio` → `editions`; `build` knows them all,
`cli` speaks to people.
"""

__version__ = "0.1.0"
