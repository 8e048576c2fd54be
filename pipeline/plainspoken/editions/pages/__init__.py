"""Pages for those who make and check a guide, in one frame: no editions for readers."""

from __future__ import annotations

from typing import Any


def render_page(package: str, **values: Any) -> str:
    """Fill the template `page.html` of a package, which may extend `frame.html`."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=ChoiceLoader([PackageLoader(package), PackageLoader(__package__)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html").render(**values)
