"""Find the errors that keep a translation from being released."""

from __future__ import annotations

from collections.abc import Sequence

from ..catalogs.termbase import read_renderings
from ..config.project import Project
from ..diagnostics.finding import Finding
from .inputs import EditionInputs


def find_check_errors(
    project: Project, all_inputs: Sequence[EditionInputs]
) -> dict[str, tuple[Finding, ...]]:
    """The errors that checks find in the catalogs of some locales, by language.

    Raises:
        PlainspokenError: the glossary cannot be read.
    """
    # Here and not above: the checks bring much with them, and mostly run in another process.
    from ..catalogs.checks import list_open_findings

    errors: dict[str, tuple[Finding, ...]] = {}
    for inputs in all_inputs:
        lang = inputs.locale.lang
        if inputs.catalog:
            terms = read_renderings(project, lang)
            findings = list_open_findings(
                inputs.source, inputs.catalog, project.find_locale(lang), terms
            )
            errors[lang] = tuple(finding for finding in findings if finding.level == "error")
    return errors
