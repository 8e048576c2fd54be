"""Find the image files that a text names (CommonMark §6.4), the same on every system."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from ..config.project import Project
from ..diagnostics.finding import Finding
from ..diagnostics.suggestions import suggest_nearest
from ..diagnostics.visible_text import show_hidden
from ..guide import Mark, Place, Sentence

IMAGE_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}
"""The endings of image files, and what each promises of the content."""


def find_ending(target: str) -> str:
    """The ending of the name of an image, as it is written: `.PNG`."""
    return target[target.rindex(".") :]


def list_images(sentences: Iterable[Sentence]) -> tuple[str, ...]:
    """The targets of the images in sentences, each once, in the order of the text."""
    marks = (span.mark("image") for sentence in sentences for span in sentence.spans)
    return tuple(dict.fromkeys(mark.target for mark in marks if mark and mark.target))


def resolve_image(mark: Mark, project: Project, place: Place, errors: list[Finding]) -> Mark:
    """Give an image the path of its file below `source/`; an empty one, with an error, where it
    has none.
    """
    path, message, hint = find_image(project, mark.target)
    if message:
        errors.append(Finding(place.file, place.line, message, hint))
    return replace(mark, target=path)


def find_image(project: Project, address: str) -> tuple[str, str, str]:
    """The path of the file that an address of Markdown names, with forward slashes; or an empty
    one, the message and the hint.

    Names are compared letter by letter, in whichever Unicode form a disk keeps them: what is found
    on a disk that takes `A.png` for `a.png` is found on any other.
    """
    try:
        target = unquote(address, errors="strict")
    except UnicodeDecodeError:
        target = ""
    is_plain = target.isprintable() and not target.startswith("/") and not {*":\\"} & {*target}
    if not is_plain or not target.lower().endswith(tuple(IMAGE_TYPES)):
        hint = f"Put a file beside the text, ending in {', '.join(IMAGE_TYPES)}."
        return "", f"the image `{show_hidden(target or address)}` cannot be carried", hint
    missing = f"there is no image `{target}`"
    path = project.source
    for part in PurePosixPath(os.path.normpath(target)).parts:
        names = _list_names(project, path)
        wanted = unicodedata.normalize("NFC", part)
        if wanted not in names:
            alike = [name for name in names if name.casefold() == wanted.casefold()] or names
            hint = suggest_nearest(wanted.casefold(), alike) or "Put the file into source/."
            return "", missing, hint
        path /= names[wanted]
    if not path.is_file() or not path.resolve().is_relative_to(project.source.resolve()):
        return "", missing, "Put the file into source/."
    return path.relative_to(project.source).as_posix(), "", ""


def _list_names(project: Project, folder: Path) -> dict[str, str]:
    """The names in a folder as they are on the disk, by their composed form."""
    found = project.files.list_folder(folder)
    names = [path.name for path in found] if isinstance(found, tuple) else []
    return {unicodedata.normalize("NFC", name): name for name in names if name.isprintable()}
