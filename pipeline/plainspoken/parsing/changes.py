"""Build the guide's own part of "About this edition": what changed in each of its releases."""

from __future__ import annotations

from ..config.project import Project
from ..diagnostics.finding import Finding
from ..guide import Block, Place, Section
from .ids import IdGenerator
from .inline import Names
from .toml_texts import Resolve, fill_block

SECTION_ID = "colophon"


def build_changes(
    project: Project, names: Names, resolve: Resolve
) -> tuple[Section | None, list[Finding]]:
    """Build the section of role `colophon`: a list for each release, in the order of guide.toml,
    still without headings; none where no release says what changed.
    """
    errors: list[Finding] = []
    ids = IdGenerator(SECTION_ID)
    config, lang = project.config, project.language
    lists = []
    for release in project.changes:
        line = config.line("changes", release.version, "texts")
        place = Place(config.display_path, line)
        items = []
        for text in release.texts:
            leaf = Block(ids.block_id("paragraph", text), "paragraph", lang)
            leaf, found = fill_block(leaf, text, names, ids, place, resolve)
            if not leaf.sentences and not found:
                message = f"a change of version {release.version} has no words"
                found = [Finding(place.file, line, message, "Write them, or remove its text.")]
            errors += found
            name = ids.block_id("item", leaf.id)
            items.append(Block(name, "item", lang, children=(leaf,), place=place))
        name = ids.block_id("list", release.version)
        block = Block(name, "list", lang, children=tuple(items), variety="bullet", place=place)
        lists.append(block)
    if not lists:
        return None, errors
    return Section(SECTION_ID, "colophon", tuple(lists), lists[0].place), errors
