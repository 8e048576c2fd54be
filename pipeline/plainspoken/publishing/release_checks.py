"""Find the errors that keep a translation from being released."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ..catalogs.termbase import read_renderings
from ..config.project import Project
from ..diagnostics.finding import Finding
from .inputs import EditionInputs

CheckErrors = Mapping[str, tuple[Finding, ...]]
"""The errors in the catalog of each locale that has one, by language."""
FindErrors = Callable[[Project, Sequence[EditionInputs]], CheckErrors]
"""What finds them: `find_check_errors`, or what has found them already."""


def find_check_errors(project: Project, all_inputs: Sequence[EditionInputs]) -> CheckErrors:
    """The errors that checks find in the catalogs of some locales.

    Raises:
        PlainspokenError: the glossary cannot be read.
    """
    # Here and not above: the checks bring much with them, and mostly run in another process.
    from ..catalogs.checks import check

    errors: dict[str, tuple[Finding, ...]] = {}
    for inputs in all_inputs:
        lang = inputs.locale.lang
        if inputs.catalog:
            terms = read_renderings(project, lang)
            findings = check(inputs.source, inputs.catalog, project.find_locale(lang), terms)
            errors[lang] = tuple(finding for finding in findings if finding.level == "error")
    return errors
