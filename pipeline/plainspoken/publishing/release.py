"""Build the editions that readers can trust. One is withheld while a critical block (dose,
warning, contact) is not translated or not reviewed, or a check finds an error in its catalog; what
stands in `dist/` of it stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..config.project import Project, select_locales
from ..diagnostics.finding import Finding
from ..editions import choose_editions
from ..locks import CATALOGS, hold_lock
from ..worker_pool import WorkerPool
from .build_state import BuildResult
from .builder import Progress, build
from .inputs import find_check_errors, read_inputs


@dataclass(frozen=True, slots=True)
class Withheld:
    """An edition that may not be released."""

    locale: str
    open: tuple[Finding, ...]
    """Its open critical blocks, each at its line."""
    errors: tuple[Finding, ...]
    """The errors that checks find in its translation."""
    earlier: bool
    """Whether an earlier edition of it stands in `dist/`."""

    def to_json(self) -> dict[str, Any]:
        """The edition as programs are given it."""
        return {
            "locale": self.locale,
            "open": [finding.to_json() for finding in self.open],
            "errors": [finding.to_json() for finding in self.errors],
            "earlier": self.earlier,
        }


@dataclass(frozen=True, slots=True)
class Release:
    """What was built and what was not."""

    results: tuple[BuildResult, ...]
    withheld: tuple[Withheld, ...]


def release(
    project: Project,
    langs: Sequence[str],
    voice: str,
    jobs: int,
    progress: Progress,
    pool: WorkerPool | None = None,
    editions: Sequence[str] = (),
) -> Release:
    """Make what may be released. Raises PlainspokenError: with all errors; `dist/` is as it was."""
    locales = select_locales(project, langs)
    choose_editions(project, locales, editions)  # a name that none has is told before the text
    with hold_lock(CATALOGS, project.cache, project.root):
        all_inputs = read_inputs(project, locales, voice)
    errors = find_check_errors(project, all_inputs)
    withheld = []
    for inputs in all_inputs:
        lang = inputs.locale.lang
        found = errors.get(lang, ())
        if found or inputs.open_findings:
            earlier = any(path.is_file() for path in (project.dist / lang).rglob("*"))
            withheld.append(Withheld(lang, inputs.open_findings, found, earlier))
    names = {edition.locale for edition in withheld}
    free = [inputs.locale.lang for inputs in all_inputs if inputs.locale.lang not in names]
    results = []
    if free:
        results = build(project, free, voice, jobs, progress, errors, pool, editions)
    return Release(tuple(results), tuple(withheld))
