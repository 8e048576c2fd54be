"""Write a book of ebooklib as an EPUB file whose bytes depend on nothing else (EPUB 3.3 §4).

ebooklib parses chapters again, reads the clock and leaves out what EPUB 3.3 asks for. So every
document is handed to it as finished bytes, and the few parts that it would write wrongly are
corrected as it writes them.
"""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path
from typing import Any

from ebooklib import epub

from ..xml_elements import XML_LANG


class _FixedZip(zipfile.ZipFile):
    """Entries are stored, not deflated: deflate's bytes differ between builds of zlib."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        entry = zipfile.ZipInfo(str(zinfo_or_arcname), (1980, 1, 1, 0, 0, 0))
        entry.create_system = 3
        entry.external_attr = 0o644 << 16
        super().writestr(entry, data, zipfile.ZIP_STORED)


class _Writer(epub.EpubWriter):  # type: ignore[misc]
    def write(self) -> None:
        with _FixedZip(self.file_name, "w", zipfile.ZIP_STORED) as self.out:
            self.out.writestr("mimetype", "application/epub+zip")
            self._write_container()
            self._write_opf()
            self._write_items()

    def _write_opf_file(self, root: Any) -> None:
        root.set(XML_LANG, self.book.language)
        del root.attrib["prefix"]  # all prefixes that stand here are reserved ones
        spine = root.find("spine")
        del spine.attrib["toc"]  # there is no NCX
        super()._write_opf_file(root)


def write_epub(book: epub.EpubBook, path: Path, modified: datetime.datetime) -> None:
    """Write the book to a file, with the time when it was last modified."""
    writer = _Writer(str(path), book, {"mtime": modified, "package_direction": True})
    writer.process()
    writer.write()
