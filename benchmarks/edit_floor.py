"""The least work that a build after an edit must do, by libraries alone, in a process of its own:
parse the chapters, read and write each catalog, and hash and pack all that each EPUB holds.

Left out is all that makes an edition of them: sentences, speech, translation, checks, pictures,
documents. Run it as `python -m benchmarks.edit_floor FOLDER`, with a guide's built folder.
"""

from __future__ import annotations

import hashlib
import io
import sys
import zipfile
from pathlib import Path

from babel.messages.pofile import read_po, write_po
from markdown_it import MarkdownIt


def do_least_work(folder: Path) -> None:
    """Do it for a guide's folder, as it was built last."""
    for path in sorted((folder / "source").rglob("*.md")):
        MarkdownIt("commonmark").enable("table").parse(path.read_text("utf-8"))
    for path in sorted((folder / "locales").rglob("*.po*")):
        write_po(io.BytesIO(), read_po(io.BytesIO(path.read_bytes())), width=79)
    for path in sorted((folder / "dist").rglob("*.epub")):
        _pack_again(path)


def _pack_again(path: Path) -> None:
    with zipfile.ZipFile(path) as book, zipfile.ZipFile(io.BytesIO(), "w") as copy:
        for member in book.infolist():
            content = book.read(member)
            hashlib.sha256(content).digest()
            copy.writestr(member, content, member.compress_type)


if __name__ == "__main__":
    do_least_work(Path(sys.argv[1]))
