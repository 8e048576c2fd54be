"""A project and its guide go in; the files below `locales/` are brought to what the guide says.

All is read and merged before the first file is written: where one catalog has a fault, all
files stay as they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..atomic_write import save
from ..config.project import Project
from ..diagnostics.errors import CatalogError
from ..diagnostics.finding import Finding
from ..guide import Guide
from ..languages import load
from ..po.model import Catalog, Entry
from ..po.reader import read_catalog
from ..po.writer import format_catalog
from .corrections import Corrections, report_unused
from .extract import Message, extract_messages
from .merge import MergeResult, merge_catalog
from .template import (
    CREATION_DATE,
    build_template,
    format_linguas,
    get_linguas_path,
    get_template_path,
)
from .termbase import add_term_notes, read_terms


def list_target_locales(project: Project) -> tuple[str, ...]:
    """The locales of a guide that have, or should have, a catalog."""
    return tuple(each.lang for each in project.locales if each.lang != project.language)


def read_catalogs(project: Project, langs: Iterable[str] = ()) -> dict[str, Catalog]:
    """The catalogs of some locales, or of all.

    Raises:
        CatalogError: with every fault of every catalog.
        ProjectError: the guide has no such locale.
    """
    catalogs: dict[str, Catalog] = {}
    errors: list[Finding] = []
    for lang in langs or list_target_locales(project):
        path = project.po(_translated(project, lang))
        try:
            catalogs[lang] = read_catalog(path, project.shown(path))
        except CatalogError as error:
            errors += error.findings
    if errors:
        raise CatalogError(errors)
    return catalogs


def write_template(project: Project, guide: Guide) -> list[Path]:
    """Write `locales/guide.pot` and `locales/LINGUAS`; give the files that changed.

    Raises:
        OutputError: a file cannot be written.
    """
    return save(_shared(project, build_template(project, extract_messages(guide))), project.root)


@dataclass(frozen=True, slots=True)
class UpdatePlan:
    """What an update would write."""

    messages: Sequence[Message]
    """Those of the guide as it is now."""
    results: Mapping[str, MergeResult]
    """By locale, what comes of its catalog."""
    files: Mapping[Path, str]
    """The text of each file; some may stand so already."""


def plan_update(
    project: Project, guide: Guide, before: Mapping[str, Catalog], typos: Iterable[str] = ()
) -> UpdatePlan:
    """Say what becomes of the template, and of catalogs that were read; write nothing.

    `typos` are the ids of blocks whose text was only corrected, as they were or as they are.

    Raises:
        CatalogError: a block of `typos` is not known, or nothing in it was corrected.
    """
    found = extract_messages(guide)
    model = build_template(project, found)
    messages = [*model.iter_messages()]
    fixed = Corrections(frozenset(typos), f"{project.version}, {project.published}")
    after = {
        lang: merge_catalog(
            each,
            add_term_notes(messages, read_terms(project, lang)),
            model.header_fields[CREATION_DATE],
            typos=fixed,
        )
        for lang, each in before.items()
    }
    errors = report_unused(fixed, [pair for each in after.values() for pair in each.corrected])
    if errors:
        raise CatalogError(errors)
    files = _shared(project, model)
    for lang, each in after.items():
        if each.catalog != before[lang]:
            files[project.po(lang)] = format_catalog(each.catalog)
    return UpdatePlan(found, after, files)


def apply_plan(project: Project, what: UpdatePlan) -> list[Path]:
    """Write the files of a plan: all, or none where one cannot be; give those that changed.

    Raises:
        OutputError: a file cannot be written.
    """
    return save(what.files, project.root)


def update_catalogs(
    project: Project, guide: Guide, before: Mapping[str, Catalog]
) -> dict[str, Catalog]:
    """Bring the template, and catalogs that were read, to the guide.

    Gives the catalogs as they stand then; one in which nothing changes is the same object, and
    its file is not touched.

    Raises:
        CatalogError: with every fault of every catalog; nothing is written.
        OutputError: a file cannot be written.
    """
    what = plan_update(project, guide, before)
    apply_plan(project, what)
    changed = [lang for lang in before if project.po(lang) in what.files]
    # Entries written anew have their lines only now: faults are told with them.
    return {**before, **(read_catalogs(project, changed) if changed else {})}


def add_locale(project: Project, guide: Guide, lang: str) -> list[Path]:
    """Begin a translation: its catalog, and its place in LINGUAS and guide.toml.

    Gives the files that changed.

    Raises:
        CatalogError: the locale has a catalog, or is the guide's own language.
        LanguageError: the language is not known.
        OutputError: a file cannot be written.
    """
    lang = lang.replace("_", "-")
    language = load(lang)
    path = project.po(lang)
    if lang == project.language:
        what, hint = f"{lang} is the guide's own language", "Name another language."
        raise CatalogError([Finding("source/guide.toml", 0, what, hint)])
    if path.exists() or path.is_symlink():
        hint = f"Bring it to the guide with `plainspoken catalogs update {lang}`."
        raise CatalogError([Finding(project.shown(path), 0, "is there already", hint)])
    messages = extract_messages(guide)
    model = build_template(project, messages)
    header = _header(project, model, lang, language.plurals)
    entries = add_term_notes([each.entry() for each in messages], read_terms(project, lang))
    catalog = Catalog(project.shown(path), (header, *entries))
    files = _shared(project, model, lang.replace("-", "_"))
    files[path] = format_catalog(catalog)
    if lang not in (each.lang for each in project.locales):
        files[project.source / "guide.toml"] = _with_locale(project, lang)
    return save(files, project.root)


def _shared(project: Project, model: Catalog, *more: str) -> dict[Path, str]:
    return {
        get_template_path(project): format_catalog(model),
        get_linguas_path(project): format_linguas(project, *more),
    }


def _translated(project: Project, lang: str) -> str:
    """The locale's own spelling; the language of the source has no catalog."""
    lang = project.locale(lang.replace("_", "-")).lang
    if lang == project.language:
        what, hint = f"{lang} is the guide's own language", "Name a language it is translated to."
        raise CatalogError([Finding("source/guide.toml", 0, what, hint)])
    return lang


def _header(project: Project, model: Catalog, lang: str, plurals: str) -> Entry:
    name = load(lang).english_name
    fields = {
        **model.header_fields,
        "PO-Revision-Date": model.header_fields[CREATION_DATE],
        "Last-Translator": "",
        "Language-Team": name,
        "Language": lang.replace("-", "_"),
        "Plural-Forms": plurals,
    }
    text = "".join(f"{field}: {value}\n" for field, value in fields.items())
    comments = (f"# {name} translation of: {project.title}", f"# Licence: {project.licence}", "#")
    return replace(model.header, msgstrs=(text,), comments=comments, flags=())


def _with_locale(project: Project, lang: str) -> str:
    """guide.toml with one more table at its end, all else byte for byte."""
    import tomllib

    path = project.source / "guide.toml"
    text = path.read_bytes().decode("utf-8")
    newline = "\r\n" if "\r\n" in text else "\n"
    end = "" if text.endswith("\n") else newline
    longer = f"{text}{end}{newline}[locales.{lang}]{newline}"
    try:
        tomllib.loads(longer.removeprefix("\ufeff").replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError:
        line = project.config.line("locales")
        what = f"the locale {lang} cannot be added at its end"
        hint = f"Add {lang} to `locales` there, and run the command again."
        raise CatalogError([Finding("source/guide.toml", line, what, hint)]) from None
    return longer
