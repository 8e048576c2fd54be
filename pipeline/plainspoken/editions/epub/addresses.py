"""Resolve links to documents of the EPUB, and find the first use of each glossary term."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...guide import Guide


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the parts of a guide stand in its EPUB."""

    files: Mapping[str, str]
    """Of the id of each section, block and entry: its document."""
    first_use: Mapping[str, str]
    """Of each glossary entry that the text uses: the address of the first use."""

    def resolve(self, target: str) -> str:
        """The address to write for a link's target: `#…` becomes a file and a fragment."""
        if not target.startswith("#"):
            return target
        name = target[1:]
        file = self.files[name]
        return file if file == f"{name}.xhtml" else f"{file}#{name}"


def find_addresses(guide: Guide) -> Addresses:
    """Find all that links can lead to."""
    files: dict[str, str] = {}
    first_use: dict[str, str] = {}
    for section in guide.sections:
        file = f"{section.id}.xhtml"
        files[section.id] = file
        files |= {block.id: file for block in section.iter_blocks()}
        for sentence in section.sentences() if section.role == "body" else ():
            for span in sentence.spans:
                if term := span.mark("term"):
                    first_use.setdefault(f"glossary.{term.target}", f"{file}#{sentence.id}")
    return Addresses(files, first_use)
