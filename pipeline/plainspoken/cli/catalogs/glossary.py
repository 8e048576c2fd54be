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
    from ...atomic_write import save
    from ...catalogs.exchange.concepts import export_concepts
    from ...catalogs.exchange.glossary_csv import write_glossary_csv
    from ...catalogs.exchange.tbx import write_tbx

    project, file = _open(args.folder)
    sent = export_concepts(file)
    if args.format == "tbx":
        raw = write_tbx(sent, project.language, project.title)
    else:
        raw = write_glossary_csv(sent, _translated(project))
    save({args.file: raw}, project.root)
    print(f"Wrote {args.file}: {len(sent)} terms.")
    return 0


def run_import(args: argparse.Namespace) -> int:
    """Run `import`."""
    from ...atomic_write import save
    from ...catalogs.exchange.import_terms import import_terms
    from ...catalogs.exchange.read_file import format_path

    project, file = _open(args.folder)
    path = project.source / "glossary.toml"
    shown = format_path(args.file, project)
    text = path.read_bytes().decode("utf-8")
    taken = import_terms(text, file, _read(args.file, project), project, shown)
    save({path: taken.text}, project.root)
    for finding in taken.skipped:
        print(f"{finding.level}: {finding}")
    for each in taken.changed:
        print(f"{each.lang}: {each.term} → {each.approved}")
    print(f"Terms changed: {len(taken.changed)}. Not taken: {len(taken.skipped)}.")
    return 1 if taken.skipped else 0


def _open(folder: Path) -> tuple[Project, TomlFile]:
    """The project, and its glossary, which has terms.

    Raises:
        SourceError: with every fault of the glossary.
    """
    from ...config.project import load_project
    from ...diagnostics.errors import SourceError
    from ...diagnostics.finding import Finding
    from ...parsing.glossary import read_glossary_file

    project = load_project(folder)
    file, errors = read_glossary_file(project)
    if not errors and not file.table:
        errors = [Finding(file.shown, 0, "has no terms", "Add a term: a table [name] with `term`.")]
    if errors:
        raise SourceError(sorted(set(errors)))
    return project, file


def _read(path: Path, project: Project) -> tuple[Concept, ...]:
    from ...catalogs.exchange.glossary_csv import read_glossary_csv
    from ...catalogs.exchange.read_file import format_path, read_file
    from ...catalogs.exchange.tbx import read_tbx

    raw, shown = read_file(path, project), format_path(path, project)
    if path.suffix.lower() == ".csv":
        return read_glossary_csv(raw, shown)
    return read_tbx(raw, shown, project.language)


def _translated(project: Project) -> list[str]:
    return [each.lang for each in project.locales if each.lang != project.language]
