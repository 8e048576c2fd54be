"""The report: one HTML page of an analysis, without scripts, in words as well as in colours (WCAG
1.4.1). `views` and `sentences` prepare it, `charts` draws, `page` renders the templates. This
package alone imports Jinja2; import it only where a report is made.
"""

from .page import render_report

__all__ = ["render_report"]
