"""EditionInputs locales go in; the errors that checks find in their catalogs come out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ..catalogs.termbase import read_terms, to_renderings
from ..config.project import Project
from ..diagnostics.finding import Finding
from .inputs import EditionInputs

CheckErrors = Mapping[str, tuple[Finding, ...]]
"""By locale."""
FindErrors = Callable[[Project, Sequence[EditionInputs]], CheckErrors]
"""What gives them."""


def find_check_errors(project: Project, prepared: Sequence[EditionInputs]) -> CheckErrors:
    """The errors in the catalogs of some locales; the source's own language has none.

    Raises:
        PlainspokenError: the glossary cannot be read.
    """
    # Here and not above: the checks bring much with them, and mostly run in another process.
    from ..catalogs.checks import check

    found: dict[str, tuple[Finding, ...]] = {}
    for each in prepared:
        lang = each.locale.lang
        if each.catalog:
            terms = to_renderings(read_terms(project, lang))
            told = check(each.source, each.catalog, project.locale(lang), terms)
            found[lang] = tuple(one for one in told if one.level == "error")
    return found
