"""`plainspoken catalogs glossary`: the words of the glossary as TBX or CSV, and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ....config.project import Project
    from ....config.toml_schema import TomlFile

EXAMPLE = "plainspoken catalogs glossary export --format tbx -o terms.tbx"
COMMANDS = {
    "export": "Write the glossary as TBX (ISO 30042) or CSV.",
    "import": "Bring words that came back into source/glossary.toml; exit 1 if not all were taken.",
}


def open_glossary(folder: Path) -> tuple[Project, TomlFile]:
    """Read the project, and its glossary. Raises SourceError, also if it has no terms."""
    from ....config.project import load_project
    from ....diagnostics.errors import SourceError
    from ....diagnostics.finding import Finding
    from ....parsing.glossary import read_glossary_file

    project = load_project(folder)
    glossary, errors = read_glossary_file(project)
    if not errors and not glossary.table:
        hint = "Add a term: a table [name] with `term`."
        errors = [Finding(glossary.display_path, 0, "has no terms", hint)]
    SourceError.raise_if(errors)
    return project, glossary
