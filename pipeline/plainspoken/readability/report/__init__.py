"""The report: one HTML page of an analysis, for people who would rather look than read JSON.

The page needs no script, asks for nothing outside itself, and says everything in words as well as
in colours (WCAG 1.4.1). `views` and `sentences` prepare what is shown of each language, `charts`
draws as SVG, `formatting` writes numbers, and `page` renders the templates. This package alone
imports Jinja2; import it only where a report is made.
"""

from .page import render_report

__all__ = ["render_report"]
