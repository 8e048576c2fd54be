"""Check and score locales in a process of their own: what a build says of a text, and no edition
needs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..catalogs.termbase import Rendering, read_renderings
from ..config.project import LocaleSettings, Project
from ..diagnostics.finding import Finding
from ..guide import Guide
from ..po.model import Catalog
from ..readability.overall import grade_overall
from .inputs import EditionInputs


@dataclass(frozen=True, slots=True)
class Examination:
    """What is known of the text of a locale."""

    check_errors: int
    check_warnings: int
    score: float | None
    scale: str


@dataclass(frozen=True, slots=True)
class ExaminedText:
    """All that is looked at of a locale. It can be pickled, and is small."""

    locale: LocaleSettings
    guide: Guide
    source: Guide
    catalog: Catalog | None
    """None for the guide's own language."""
    renderings: tuple[Rendering, ...]
    """Of the glossary's terms."""


def select_text(project: Project, inputs: EditionInputs) -> ExaminedText:
    """What is examined of a locale. Raises PlainspokenError: the glossary cannot be read."""
    lang = inputs.locale.lang
    renderings = read_renderings(project, lang) if inputs.catalog else ()
    locale = project.find_locale(lang)
    return ExaminedText(locale, inputs.guide, inputs.source, inputs.catalog, renderings)


def find_check_findings(texts: Sequence[ExaminedText], cache: Path) -> dict[str, list[Finding]]:
    """The errors and warnings that checks find in the catalogs of some locales, by language."""
    # Here and not above: the checks bring much with them, and mostly run in another process.
    from ..catalogs.checks import list_open_findings

    found: dict[str, list[Finding]] = {}
    for text in texts:
        if text.catalog:
            findings = list_open_findings(
                text.source, text.catalog, text.locale, text.renderings, cache
            )
            lang = text.locale.lang
            found[lang] = [finding for finding in findings if finding.level != "info"]
    return found


def examine(
    texts: Sequence[ExaminedText],
    cache: Path,
    known_findings: Mapping[str, Sequence[Finding]] | None,
) -> dict[str, Examination]:
    """Check each locale, unless it is known what that finds, and score it."""
    findings = known_findings
    if findings is None:
        findings = find_check_findings(texts, cache)
    examined = {}
    for text in texts:
        lang, grade = text.locale.lang, grade_overall(text.guide, cache)
        levels = Counter(finding.level for finding in findings.get(lang, ()))
        examined[lang] = Examination(levels["error"], levels["warning"], grade.value, grade.scale)
    return examined
