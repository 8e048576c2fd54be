"""Build the editions that readers can trust, with their version in the names of files. One is
withheld while a critical block is not signed by a second person, a check finds what nobody has
allowed, a review has lapsed, or words of the starter stand in it; what `dist/` has of it stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ..config.project import Project, select_locales
from ..config.release_date import read_today
from ..editions import choose_editions
from ..locks import CATALOGS, hold_lock
from ..worker_pool import WorkerPool
from .build_state import BuildResult
from .builder import Progress, build
from .examination import find_check_findings, select_text
from .inputs import read_inputs
from .open_points import OpenPoints, PointCount, count_points, find_open_points


@dataclass(frozen=True, slots=True)
class Withheld:
    """An edition that may not be released."""

    locale: str
    points: OpenPoints
    counts: tuple[PointCount, ...]
    earlier: bool
    """Whether an earlier edition of it stands in `dist/`."""

    def to_json(self) -> dict[str, Any]:
        """The edition as programs are given it."""
        return {
            "locale": self.locale,
            "counts": [asdict(count) for count in self.counts],
            "open": [finding.to_json() for finding in self.points.critical],
            **{
                kind: [finding.to_json() for finding in getattr(self.points, kind)]
                for kind in ("errors", "warnings", "reviews", "starter")
            },
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
    texts = [select_text(project, inputs) for inputs in all_inputs]
    findings, today = find_check_findings(texts, project.cache), read_today()
    withheld = []
    for inputs in all_inputs:
        lang = inputs.locale.lang
        if points := find_open_points(project, inputs, findings.get(lang, ()), today):
            critical = len(inputs.critical.messages) if inputs.catalog else None
            counts = tuple(count_points(points, lang, critical))
            earlier = any(path.is_file() for path in (project.dist / lang).rglob("*"))
            withheld.append(Withheld(lang, points, counts, earlier))
    names = {edition.locale for edition in withheld}
    free = [inputs.locale.lang for inputs in all_inputs if inputs.locale.lang not in names]
    results = []
    if free:
        results = build(project, free, voice, jobs, progress, findings, pool, editions)
    return Release(tuple(results), tuple(withheld))
