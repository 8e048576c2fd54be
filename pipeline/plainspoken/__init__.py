"""Plainspoken turns a plain-language guide in Markdown into accessible editions.

A guide goes through one package after another: `parsing`, `readability`, `catalogs`, `audio`,
`editions`. `publishing` knows them all; `cli` is the command line.
"""

__version__ = "0.1.0"
