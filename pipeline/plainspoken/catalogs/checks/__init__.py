"""Check the translations of a guide for mistakes, by rules: functions that `runner` finds here.

Rules see every translation that may stand in an edition: empty and fuzzy ones are no errors, they
are work to do. What they know of a language is in `languages/<tag>/checks.toml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ...config.project import LocaleSettings
from ...diagnostics.finding import Finding
from ...guide import Guide
from ...po.model import Catalog
from ..termbase import Rendering
from .runner import check_catalog, load_rules

__all__ = ["check_catalog", "list_open_findings", "load_rules"]


def list_open_findings(
    guide: Guide,
    catalog: Catalog,
    locale: LocaleSettings,
    renderings: Sequence[Rendering] = (),
    folder: Path | None = None,
) -> list[Finding]:
    """Everything that a person should look at in one catalog, by line, unless it is suppressed;
    `folder` is the cache that keeps in which translations there was nothing to find.
    """
    findings = check_catalog(guide, catalog, locale, renderings, folder)
    return [reported.finding for reported in findings if not reported.reason]
