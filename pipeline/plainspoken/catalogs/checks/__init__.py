"""A guide and a catalog go in; what is wrong in its translations comes out.

A check is one file with one function: it takes a `Pair` and gives drafts; `suite` lists them all.
It sees every translation that may stand in an edition: empty and fuzzy ones are no faults, they
are work to do. What checks know of a language is in `data/`, how numbers are read in `reading/`.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...config.project import LocaleSettings
from ...diagnostics.finding import Finding
from ...guide import Guide
from ...po.model import Catalog
from .accepted_terms import Rendering
from .registry import CHECKS, RULES, WHOLE_CHECKS, Check, WholeCheck, examine


def check(
    guide: Guide, catalog: Catalog, locale: LocaleSettings, renderings: Sequence[Rendering] = ()
) -> list[Finding]:
    """Everything that a person should look at in one catalog, by line, but for what is silenced."""
    found = examine(guide, catalog, locale, renderings)
    return [each.finding for each in found if not each.reason]


__all__ = [
    "CHECKS",
    "RULES",
    "WHOLE_CHECKS",
    "Check",
    "Rendering",
    "WholeCheck",
    "check",
    "examine",
]
