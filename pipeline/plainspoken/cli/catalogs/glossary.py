"""`plainspoken catalogs glossary`: the words of the glossary as TBX or CSV, and back."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from .. import options

if TYPE_CHECKING:
    from ...catalogs.exchange.concepts import Concept
    from ...config.project import Project
    from ...config.toml_schema import TomlFile

EXAMPLE = "plainspoken catalogs glossary export --format tbx -o terms.tbx"
_EXPORT = "Write the glossary as TBX (ISO 30042) or CSV."
_IMPORT = "Bring words that came back into source/glossary.toml; exit 1 if not all were taken."


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the two commands within it to its parser."""
    within = options.add_commands(parser)
    export = options.add_command(within, "export", _EXPORT)
    export.epilog = f"example: {EXAMPLE}"
    export.add_argument(
        "--format", choices=("tbx", "csv"), required=True,
        help="tbx for terminology programs, csv for spreadsheets",
    )  # fmt: skip
    options.add_output(export)
    options.add_folder(export)
    export.set_defaults(run=run_export)
    import_ = options.add_command(within, "import", _IMPORT)
    import_.epilog = "example: plainspoken catalogs glossary import terms.tbx"
    import_.add_argument("file", metavar="FILE", type=Path, help="a .tbx or .csv file")
    options.add_folder(import_)
    import_.set_defaults(run=run_import)


def run_export(args: argparse.Namespace) -> int:
    """Run `export`."""
    from ...atomic_write import write_files
    from ...catalogs.exchange.concepts import export_concepts
    from ...catalogs.exchange.glossary_csv import write_glossary_csv
    from ...catalogs.exchange.tbx import write_tbx
    from ...catalogs.sync import list_target_langs

    project, glossary = _open_glossary(args.folder)
    concepts = export_concepts(glossary)
    if args.format == "tbx":
        raw = write_tbx(concepts, project.language, project.title)
    else:
        raw = write_glossary_csv(concepts, list_target_langs(project))
    write_files({args.file: raw}, project.root)
    print(f"Wrote {args.file}: {len(concepts)} terms.")
    return 0


def run_import(args: argparse.Namespace) -> int:
    """Run `import`."""
    from ...atomic_write import write_files
    from ...catalogs.exchange.import_terms import import_terms
    from ...catalogs.exchange.read_file import format_path

    project, glossary = _open_glossary(args.folder)
    path = project.source / "glossary.toml"
    text = path.read_bytes().decode("utf-8")
    concepts = _read_concepts(args.file, project)
    result = import_terms(text, glossary, concepts, project, format_path(args.file, project))
    write_files({path: result.text}, project.root)
    for finding in result.skipped:
        print(f"{finding.level}: {finding}")
    for term in result.changed:
        print(f"{term.lang}: {term.term} → {term.approved}")
    print(f"Terms changed: {len(result.changed)}. Not taken: {len(result.skipped)}.")
    return 1 if result.skipped else 0


def _open_glossary(folder: Path) -> tuple[Project, TomlFile]:
    """Read the project, and its glossary.

    Raises:
        SourceError: with every error of the glossary, or if it has no terms.
    """
    from ...config.project import load_project
    from ...diagnostics.errors import SourceError
    from ...diagnostics.finding import Finding
    from ...parsing.glossary import read_glossary_file

    project = load_project(folder)
    glossary, errors = read_glossary_file(project)
    if not errors and not glossary.table:
        hint = "Add a term: a table [name] with `term`."
        errors = [Finding(glossary.display_path, 0, "has no terms", hint)]
    if errors:
        raise SourceError(sorted(set(errors)))
    return project, glossary


def _read_concepts(path: Path, project: Project) -> tuple[Concept, ...]:
    from ...catalogs.exchange.glossary_csv import read_glossary_csv
    from ...catalogs.exchange.read_file import format_path, read_file
    from ...catalogs.exchange.tbx import read_tbx

    raw, file = read_file(path, project), format_path(path, project)
    if path.suffix.lower() == ".csv":
        return read_glossary_csv(raw, file)
    return read_tbx(raw, file, project.language)
