"""Render an analysis as HTML. What is not `Markup` is escaped: no text becomes an element."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ...languages import load
from ..analysis import Analysis
from ..counting_policy import REASONABLE_POLICIES
from ..units import name_whole
from . import formatting
from .language_charts import name_section
from .sentences import STEPS
from .views import view_language

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 (§2.2) does not allow, not even escaped."""
_MOST_SENTENCES = 12
"""So many of the hardest sentences are shown; the others stand in the text."""
_FILTERS: dict[str, Callable[..., object]] = {
    "band": formatting.format_band,
    "count": formatting.format_count,
    "decimal": formatting.format_decimal,
    "direction": lambda lang: load(lang).direction,
    "distance": formatting.format_distance,
    "formula": formatting.write_formula,
    "full_stop": formatting.format_sentence,
    "grade": formatting.format_grade,
    "percent": formatting.format_percent,
    "plural": formatting.format_plural,
    "section_name": name_section,
    "whole_name": name_whole,
    "target": formatting.format_target,
}


def render_report(analysis: Analysis) -> bytes:
    """The report of a guide in all the languages that were analysed, as UTF-8."""
    languages = [view_language(language, analysis.history) for language in analysis.languages]
    open_remarks = (remark for view in languages for remark in view.analysis.open_remarks)
    unused = (error for view in languages for error in view.analysis.unused_suppressions)
    page = (
        _make_environment()
        .get_template("page.html")
        .render(
            project=analysis.project,
            source=formatting.name_language(analysis.project.language),
            style=Markup(files(__package__).joinpath("templates/style.css").read_text("utf-8")),
            languages=languages,
            language_columns=[(view.name, True) for view in languages],
            uncounted_kinds=sorted({kind for view in languages for kind in view.uncounted}),
            remark_kinds=sorted({remark.kind for remark in open_remarks}),
            steps=STEPS,
            most_sentences=_MOST_SENTENCES,
            number_of_policies=len(REASONABLE_POLICIES),
            has_history=bool(analysis.history),
            checklists=analysis.checklists,
            review_notes=analysis.review_notes,
            errors=[*analysis.errors, *unused],
        )
    )
    return _NO_XML.sub("\ufffd", page).encode()


def _make_environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("plainspoken.readability.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(_FILTERS)
    environment.policies["urlize.rel"] = "noreferrer"
    return environment
