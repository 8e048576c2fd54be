"""Bring the files below a project's `locales/` to its guide: template, LINGUAS and catalogs.

All is read and merged before the first file is written: one error, and all stay as they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..config.project import Project
from ..diagnostics.errors import CatalogError, collect_errors
from ..diagnostics.finding import Finding
from ..guide import Guide
from ..languages import Language, load
from ..po.model import Catalog, Entry
from ..po.reader import read_catalog
from ..po.writer import format_catalog, number_lines
from .catalog_header import CREATION_DATE
from .corrections import Corrections, report_unused
from .extract import Message, extract_messages
from .merge import MergeResult, merge_catalog
from .template import build_template, format_linguas
from .termbase import add_term_notes, read_terms


def list_target_langs(project: Project) -> tuple[str, ...]:
    """List the languages of a guide that have, or should have, a catalog."""
    return tuple(locale.lang for locale in project.locales if locale.lang != project.language)


def read_catalogs(project: Project, langs: Iterable[str] = ()) -> dict[str, Catalog]:
    """Read some or all catalogs. Raises ProjectError for an unknown locale, CatalogError."""
    catalogs: dict[str, Catalog] = {}
    errors: list[Finding] = []
    for name in langs or list_target_langs(project):
        lang = _resolve_target_lang(project, name)
        path = project.locate_catalog(lang)
        with collect_errors(errors):
            catalogs[lang] = read_catalog(path, project.files)
    if errors:
        raise CatalogError(errors)
    return catalogs


def write_template(project: Project, guide: Guide) -> list[Path]:
    """Write template and LINGUAS; return the files that changed. Raises OutputError."""
    template = build_template(project, extract_messages(guide))
    return project.files.write(_format_shared_files(project, template))


@dataclass(frozen=True, slots=True)
class UpdatePlan:
    """What an update would write."""

    messages: Sequence[Message]
    results: Mapping[str, MergeResult]
    files: Mapping[Path, str]


def plan_update(
    project: Project, guide: Guide, before: Mapping[str, Catalog], typos: Iterable[str] = ()
) -> UpdatePlan:
    """Merge the guide's messages into catalogs that were read; write nothing.

    `typos` are the ids, old or new, of blocks in which only a misprint was corrected.
    Raises CatalogError: such a block is not known, or nothing in it was corrected.
    """
    messages = extract_messages(guide)
    template = build_template(project, messages)
    date = template.header_fields[CREATION_DATE]
    corrections = Corrections(frozenset(typos), f"{project.version}, {project.published}")
    results: dict[str, MergeResult] = {}
    for lang, catalog in before.items():
        noted = add_term_notes([*template.iter_messages()], read_terms(project, lang))
        results[lang] = merge_catalog(catalog, noted, date, corrections=corrections)
    applied = [pair for result in results.values() for pair in result.corrected]
    if errors := report_unused(corrections, applied):
        raise CatalogError(errors)
    files = _format_shared_files(project, template)
    for lang, result in results.items():
        if result.catalog != before[lang]:
            files[project.locate_catalog(lang)] = format_catalog(result.catalog)
    return UpdatePlan(messages, results, files)


def write_update(
    project: Project, plan: UpdatePlan, before: Mapping[str, Catalog]
) -> dict[str, Catalog]:
    """Write what was planned; return the catalogs, unchanged ones as the same objects. Raises
    OutputError.
    """
    project.files.write(plan.files)
    # Error messages need the lines that entries have now.
    return {
        lang: number_lines(plan.results[lang].catalog)
        if project.locate_catalog(lang) in plan.files
        else catalog
        for lang, catalog in before.items()
    }


def add_locale(project: Project, guide: Guide, lang: str) -> list[Path]:
    """Begin a translation, in LINGUAS and guide.toml too; return the files that changed.

    Raises CatalogError (there is a catalog, or needs none), LanguageError or OutputError.
    """
    language = load(lang)
    lang = language.tag
    path = project.locate_catalog(lang)
    if lang == project.language:
        message, hint = f"{lang} is the guide's own language", "Name another language."
        raise CatalogError([Finding("source/guide.toml", 0, message, hint)])
    if path.exists() or path.is_symlink():
        hint = f"Bring it to the guide with `plainspoken catalogs update {lang}`."
        raise CatalogError([Finding(project.format_path(path), 0, "is there already", hint)])
    messages = extract_messages(guide)
    template = build_template(project, messages)
    header = _make_header(project, template, language)
    entries = [message.entry for message in messages]
    noted = add_term_notes(entries, read_terms(project, lang))
    files = _format_shared_files(project, template, lang.replace("-", "_"))
    files[path] = format_catalog(Catalog(project.format_path(path), (header, *noted)))
    if lang not in (locale.lang for locale in project.locales):
        files[project.source / "guide.toml"] = _add_to_config(project, lang)
    return project.files.write(files)


def _format_shared_files(
    project: Project, template: Catalog, *new_languages: str
) -> dict[Path, str]:
    return {
        project.root / template.file: format_catalog(template),
        project.catalogs / "LINGUAS": format_linguas(project, *new_languages),
    }


def _resolve_target_lang(project: Project, lang: str) -> str:
    lang = project.find_locale(lang).lang
    if lang == project.language:
        message = f"{lang} is the guide's own language"
        hint = "Name a language it is translated to."
        raise CatalogError([Finding("source/guide.toml", 0, message, hint)])
    return lang


def _make_header(project: Project, template: Catalog, language: Language) -> Entry:
    """Make a catalog's header ("Filling in the Header Entry" in the GNU gettext manual)."""
    fields = {
        **template.header_fields,
        "PO-Revision-Date": template.header_fields[CREATION_DATE],
        "Last-Translator": "",
        "Language-Team": language.english_name,
        "Language": language.tag.replace("-", "_"),
        "Plural-Forms": language.text["plurals"],
    }
    text = "".join(f"{field}: {value}\n" for field, value in fields.items())
    title = f"# {language.english_name} translation of: {project.title}"
    comments = (title, f"# Licence: {project.licence}", "#")
    return Entry("", (text,), comments=comments)


def _add_to_config(project: Project, lang: str) -> str:
    import tomllib

    path = project.source / "guide.toml"
    raw = project.files.read(path)
    text = raw.decode("utf-8") if isinstance(raw, bytes) else ""
    newline = "\r\n" if "\r\n" in text else "\n"
    end = "" if text.endswith("\n") else newline
    extended = f"{text}{end}{newline}[locales.{lang}]{newline}"
    try:
        tomllib.loads(extended.removeprefix("\ufeff").replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError:
        line = project.config.line("locales")
        message = f"the locale {lang} cannot be added at its end"
        hint = f"Add {lang} to `locales` there, and run the command again."
        raise CatalogError([Finding("source/guide.toml", line, message, hint)]) from None
    return extended
