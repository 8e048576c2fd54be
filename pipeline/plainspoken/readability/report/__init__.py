"""The report: one HTML page that needs no script and no network, and says in words what colours
say (WCAG 1.4.1). `views` and `sentences` prepare it, `charts` draws as SVG, `page` renders the
templates. This package alone imports Jinja2; import it only where a report is made.
"""

from .page import render_report

__all__ = ["render_report"]
