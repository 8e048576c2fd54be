"""Read a guide and analyse its readability, for `plainspoken score` and its `--watch`."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..config.project import Project
    from ..readability.analysis import Analysis


def analyse_locales(project: Project, langs: Sequence[str], jobs: int) -> Analysis:
    """Analyse the guide in some of its languages, or in all, in `jobs` processes.

    The source is analysed in another process while this one reads the translations.

    Raises:
        PlainspokenError: with every error of source, catalogs, checklists and history.
    """
    from ..config.locale_selection import select_locales
    from ..localized_guides import add_translations, read_source
    from ..readability.analysis import analyse, analyse_guide, read_records
    from ..workers import run_in_child

    locales = select_locales(project, langs)
    own = project.find_locale(project.language)
    with ExitStack() as stack:
        source, errors = read_source(project)
        get_source_analysis = None
        if source and jobs > 1:
            answer = stack.enter_context(run_in_child(partial(analyse_guide, source)))
            get_source_analysis = answer.get
        records = read_records(project)
        errors += records.errors
        guides = add_translations(project, source, errors, (own, *locales))
        selected = {locale.lang: guides[locale.lang] for locale in locales}
        return analyse(project, selected, guides[own.lang], records, jobs, get_source_analysis)
