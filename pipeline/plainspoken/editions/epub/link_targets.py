"""Find what the links of a guide lead to in its EPUB: documents, uses of terms, images."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...guide import Block, Guide
from ..images import name_images
from ..page_languages import find_page_languages


@dataclass(frozen=True, slots=True)
class Use:
    """The first use of a term in a section."""

    address: str
    title: Block
    """The heading of the section."""


@dataclass(frozen=True, slots=True)
class LinkTargets:
    """Where the parts of a guide stand in its EPUB, and what stands outside of it."""

    files: Mapping[str, str]
    """Of the id of each section, block and entry: its document."""
    uses: Mapping[str, tuple[Use, ...]]
    """Of each glossary entry that the text uses: its first use in each section, in their order."""
    images: Mapping[str, str]
    """Of each image: its name."""
    languages: Mapping[str, str]
    """Of each named address outside of the guide: the language of its page."""
    unset: frozenset[str]
    """The names of telephone numbers that no clinic has set: readers write them down."""

    def resolve(self, target: str) -> str:
        """The address to write for a link's target: `#…` becomes a file and a fragment."""
        if not target.startswith("#"):
            return target
        name = target[1:]
        file = self.files[name]
        return file if file == f"{name}.xhtml" else f"{file}#{name}"


def find_link_targets(guide: Guide) -> LinkTargets:
    """Find all that links can lead to."""
    files: dict[str, str] = {}
    for section in guide.sections:
        file = f"{section.id}.xhtml"
        files[section.id] = file
        files |= {block.id: file for block in section.iter_blocks()}
    languages = find_page_languages(guide)
    phones = (value for value in guide.values if value.kind == "phone")
    unset = frozenset(value.name for value in phones if not value.number)
    return LinkTargets(files, _find_uses(guide), name_images(guide), languages, unset)


def _find_uses(guide: Guide) -> dict[str, tuple[Use, ...]]:
    uses: dict[str, dict[str, Use]] = {}
    for section in guide.sections:
        for sentence in section.sentences() if section.role == "body" else ():
            for span in sentence.spans:
                if term := span.mark("term"):
                    use = Use(f"{section.id}.xhtml#{sentence.id}", section.blocks[0])
                    uses.setdefault(f"glossary.{term.target}", {}).setdefault(section.id, use)
    return {entry: tuple(found.values()) for entry, found in uses.items()}
