"""An `Examination` goes in; one HTML page comes out: the report, for people who would rather look.

The page needs no script, asks for nothing outside itself, and says everything in words as well as
in colours. `markup` makes elements and escapes text, `charts` draws, `tables` and `figures` show
numbers; each other file is one part of the page, and `page` puts them together.
"""

from .page import render_report

__all__ = ["render_report"]
