"""The least work that reading a guide and packing its editions must be, by libraries alone, in a
process of its own: parse the chapters, read and write each catalog; with `--pack`, hash and pack
all that each EPUB holds.

Left out is all that makes an edition of them: sentences, speech, translation, checks, pictures,
documents. What a command takes after an edit is told as a multiple of it, since seconds tell of the
machine and of how long the guide is. Run it as `python -m benchmarks.reading_floor FOLDER`, with a
guide's folder, for `--pack` a built one.
"""

from __future__ import annotations

import hashlib
import io
import sys
import zipfile
from pathlib import Path

from babel.messages.pofile import read_po, write_po
from markdown_it import MarkdownIt


def read_guide(folder: Path) -> None:
    """Parse what a guide's folder has, and write its catalogs to memory."""
    for path in sorted((folder / "source").rglob("*.md")):
        MarkdownIt("commonmark").enable("table").parse(path.read_text("utf-8"))
    for path in sorted((folder / "locales").rglob("*.po*")):
        write_po(io.BytesIO(), read_po(io.BytesIO(path.read_bytes())), width=79)


def pack_again(path: Path) -> None:
    """Hash and pack all that an EPUB holds."""
    with zipfile.ZipFile(path) as book, zipfile.ZipFile(io.BytesIO(), "w") as copy:
        for member in book.infolist():
            content = book.read(member)
            hashlib.sha256(content).digest()
            copy.writestr(member, content, member.compress_type)


if __name__ == "__main__":
    guide = Path(sys.argv[1])
    read_guide(guide)
    for edition in sorted((guide / "dist").rglob("*.epub")) if "--pack" in sys.argv else ():
        pack_again(edition)
