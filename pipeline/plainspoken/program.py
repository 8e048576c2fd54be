"""Tell one program from another: what was made by another may have to be made anew."""

from __future__ import annotations

import hashlib
import os
import sysconfig
from functools import cache
from io import FileIO
from pathlib import Path

_PACKAGE = Path(__file__).parent


@cache
def name_program() -> str:
    """SHA-256 of what is installed, and of all files of this package but those that Python writes:
    another, once anything of it changes.
    """
    whole = hashlib.sha256("\0".join(_list_installed()).encode())
    for folder, folders, names in os.walk(_PACKAGE):
        folders.sort()
        for name in sorted(names):
            if not name.endswith(".pyc"):
                with FileIO(f"{folder}/{name}") as file:  # the quickest way: there are hundreds
                    content = file.readall()
                whole.update(f"{folder[len(str(_PACKAGE)) :]}/{name}\0{len(content)}\0".encode())
                whole.update(content)
    return whole.hexdigest()


def _list_installed() -> list[str]:
    """The names and versions of what is installed beside the program."""
    folder = Path(sysconfig.get_paths()["purelib"])
    return sorted(path.name for path in folder.glob("*.dist-info"))
