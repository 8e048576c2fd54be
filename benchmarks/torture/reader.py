"""Read `dist/` again and again from another process, and look for files of two builds.

    python -m benchmarks.torture.reader DIST APART

With APART, `yes`, languages and sound may have been built each without the others. Ends with its
input, and prints how often it read all of `dist/`, how often there was none, and each mixture.
"""

from __future__ import annotations

import json
import os
import re
import select
import sys
import zipfile
from io import BytesIO

_VERSION = re.compile(rb"This is version (\d+)")


def main() -> None:
    """Read until the input ends."""
    dist, apart = sys.argv[1:]
    reads, absent = 0, 0
    mixtures: set[str] = set()
    while not select.select([sys.stdin], [], [], 0.001)[0]:
        try:
            folder = os.open(dist, os.O_RDONLY | os.O_DIRECTORY)
        except FileNotFoundError:
            absent += 1
            continue
        try:
            languages = [_read_language(folder, lang) for lang in ("en", "es")]
        except FileNotFoundError:
            continue  # two builds have ended since it was opened
        finally:
            os.close(folder)
        reads += 1
        if apart == "yes":
            is_mixed = any(len({*language[:2]}) > 1 for language in languages)
        else:
            is_mixed = len({*languages[0], *languages[1]}) > 1
        mixtures |= {repr(languages)} if is_mixed else set()
    print(json.dumps({"reads": reads, "absent": absent, "mixtures": sorted(mixtures)}))


def _read_language(dist: int, lang: str) -> list[str]:
    """What version its text and its EPUB say, and of how many sections its parts are."""
    text = _read(dist, f"{lang}/text/03-how.txt")
    book = zipfile.ZipFile(BytesIO(_read(dist, f"{lang}/hand-washing.{lang}.epub")))
    names = [name for name in book.namelist() if name.endswith(".xhtml")]
    pages = b"".join(book.read(name) for name in names)
    sound = _list(dist, f"{lang}/audio")
    found = []
    for content in (text, pages):
        match = _VERSION.search(content)
        found.append(match[1].decode() if match else "none")
    has_more = {any("more" in name for name in part) for part in (names, sound)}
    return found if len(has_more) == 1 else [*found, "sound of another book"]


def _read(dist: int, name: str) -> bytes:
    with os.fdopen(os.open(name, os.O_RDONLY, dir_fd=dist), "rb") as file:
        return file.read()


def _list(dist: int, name: str) -> list[str]:
    folder = os.open(name, os.O_RDONLY | os.O_DIRECTORY, dir_fd=dist)
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in entries]
    finally:
        os.close(folder)


if __name__ == "__main__":
    main()
