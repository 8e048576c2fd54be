"""Remember that an update of all catalogs found nothing to do: as long as nothing changes, the next
one need not read the guide for that.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from ..cache_files import read_sealed, write_sealed
from ..config.project import Project
from ..program import name_program


def is_settled(project: Project) -> bool:
    """Whether an update found nothing to do when all that it reads was what it is now."""
    return bool(read_sealed(_locate(project)) == _compute_fingerprint(project))


def record_settled(project: Project) -> None:
    """Note that an update found nothing to do: with the files as they were read, whatever they hold
    by now. A cache that cannot be written does no harm.
    """
    with suppress(OSError):
        write_sealed(_locate(project), _compute_fingerprint(project), project.cache)


def _locate(project: Project) -> Path:
    return project.cache / "catalogs" / "settled.json"


def _compute_fingerprint(project: Project) -> str:
    """SHA-256 of all that an update reads: the program, the date of a release, source, catalogs."""
    whole = hashlib.sha256(f"{name_program()}\0{os.environ.get('SOURCE_DATE_EPOCH', '')}".encode())
    for folder in (project.source, project.catalogs):
        for path in project.files.walk_folder(folder):
            facts = f"\0{project.files.format_path(path)}\0{project.files.hash_file(path)}"
            whole.update(facts.encode(errors="surrogateescape"))
    return whole.hexdigest()
