"""Write the page to read from: large, numbered, a heading for each section."""

from __future__ import annotations

from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined

from ...languages import load
from .script import RecordingScript


def format_page(script: RecordingScript, is_missing_only: bool) -> str:
    """The page as HTML; `is_missing_only`: without what is recorded."""
    lines = [line for line in script.lines if not is_missing_only or line.state != "recorded"]
    sections = [
        (title, list(found)) for title, found in groupby(lines, key=lambda line: line.section)
    ]
    environment = Environment(
        loader=PackageLoader(__package__), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    return environment.get_template("page.html").render(
        guide=script.guide, language=load(script.guide.lang), sections=sections, count=len(lines)
    )
