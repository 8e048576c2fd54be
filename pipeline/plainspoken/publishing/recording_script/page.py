"""Write the page to read from: large, numbered, a heading for each section."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from ...atomic_write import write_files
from ...audio.recordings.folder import locate_recordings
from ...config.project import LocaleSettings, Project
from ...editions.pages import render_page
from ...languages import load
from ...locks import CATALOGS, hold_lock
from .script import FILE, RecordingScript, format_numbers, read_script

_PAGE = "script.html"


def write_page(
    project: Project, locale: LocaleSettings, file: Path | None, is_missing_only: bool, jobs: int
) -> tuple[RecordingScript, Path]:
    """Write the page, to `file` where one is named, and note its numbers; give what it has, and
    where it is. Raises PlainspokenError: with every error of the guide, or of its recordings.
    """
    folder = locate_recordings(project.root, locale.lang)
    with hold_lock(CATALOGS, project.cache, project.root):
        script = read_script(project, locale, jobs)
        page = format_page(script, is_missing_only)
        numbers: dict[Path, str | bytes] = {folder / FILE: format_numbers(script)}
        if file:
            project.files.write(numbers)
            write_files({file: page}, project.root)
            return script, file
        project.files.write({folder / _PAGE: page, **numbers})
        return script, folder / _PAGE


def format_page(script: RecordingScript, is_missing_only: bool) -> str:
    """The page as HTML; `is_missing_only`: without what is recorded."""
    lines = [line for line in script.lines if not is_missing_only or line.state != "recorded"]
    sections = [
        (title, list(found)) for title, found in groupby(lines, key=lambda line: line.section)
    ]
    language = load(script.guide.lang)
    return render_page(
        __package__, guide=script.guide, language=language, sections=sections, count=len(lines)
    )
