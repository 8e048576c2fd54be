"""Read the files `source/NN-name.md` in order, build their sections, and resolve their links."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote

from markdown_it.tree import SyntaxTreeNode

from ..config.addresses import find_address_error, normalize_address
from ..config.project import Project
from ..config.text_files import HIDDEN_CHARACTER, describe_hidden, list_files, read_text
from ..diagnostics.errors import SourceError
from ..diagnostics.finding import Finding
from ..diagnostics.suggestions import suggest_nearest
from ..diagnostics.visible_text import show_hidden
from ..guide import Mark, Place, Section
from . import markdown
from .blocks import BlockBuilder
from .bounds import MOST_NESTING, has_deep_brackets, has_deep_emphasis
from .ids import IdGenerator, slugify
from .image_files import resolve_image
from .inline import Names, convert_tokens

RESERVED_NAMES = ("opening", "glossary", "colophon", "cover", "nav")
_NAME = re.compile(r"(\d+)-([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\.md")


@dataclass(frozen=True, slots=True)
class SectionFile:
    """A file of the source, parsed."""

    id: str
    path: Path
    display_path: str
    tree: SyntaxTreeNode
    headings: tuple[str, ...]
    """The words of each."""
    anchors: Mapping[str, str]
    """Of each heading: its anchor, and the id of its block."""


def read_section_files(
    project: Project, names: Names, taken: Collection[str], errors: list[Finding]
) -> tuple[SectionFile, ...]:
    """Read all section files, in order; what is wrong is added to `errors`. `taken` are ids that
    the guide has outside its sections.
    """
    paths = list(_list_section_paths(project, errors))
    files = [_read_section_file(project, path, name, names, taken, errors) for path, name in paths]
    return tuple(filter(None, files))


def _read_section_file(
    project: Project,
    path: Path,
    section: str,
    names: Names,
    taken: Collection[str],
    errors: list[Finding],
) -> SectionFile | None:
    display_path = project.format_path(path)
    text = read_text(path, project.files)
    if isinstance(text, Finding):
        errors.append(text)
        return None
    text = unicodedata.normalize("NFC", text)
    errors += _find_hidden_characters(text, display_path)
    if line := _find_deep_paragraph(text):
        message = f"brackets or emphasis stand more than {MOST_NESTING} deep in one another"
        hint = "Take some away; write \\[ or \\* for a plain sign."
        errors.append(Finding(display_path, line, message, hint))
        return None
    tree, notes = markdown.parse_tree(text, names.labels())
    if deep_line := notes.get("too_deep"):
        message = (
            f"lists or quotations stand too deep in one another: more than {MOST_NESTING} levels"
        )
        errors.append(Finding(display_path, deep_line, message, "Take some apart."))
        return None
    for definition in notes.get("duplicate_refs", ()):  # CommonMark §4.7
        line = definition["map"][0] + 1
        message = f"the link name `{definition['label'].lower()}` is taken"
        errors.append(Finding(display_path, line, message, "Give this address another name."))
    headings = tuple(_list_headings(tree, names))
    anchors = _map_anchors(headings, IdGenerator(section, headings, taken))
    return SectionFile(section, path, display_path, tree, headings, anchors)


def build_section(file: SectionFile, builder: BlockBuilder) -> Section:
    """Build the section of a file; the builder collects what is wrong."""
    errors = builder.errors
    try:
        blocks = builder.build(file.tree.children)
    except SourceError as error:
        errors += error.findings
        return Section(file.id, "body", (), Place(file.display_path, 1))
    hint = "Write its text, or remove the file."
    if not blocks:
        errors.append(Finding(file.display_path, 1, "the section is empty", hint))
    elif blocks[0].kind != "heading" or blocks[0].level != 1:
        hint = "Begin the file with its title: # Title."
        line = blocks[0].place.line
        errors.append(Finding(file.display_path, line, "the section has no title first", hint))
    elif all(block.kind == "heading" for block in blocks):
        errors.append(Finding(file.display_path, 1, "the section has only headings", hint))
    return Section(file.id, "body", blocks, Place(file.display_path, 1))


def _list_section_paths(project: Project, errors: list[Finding]) -> Iterable[tuple[Path, str]]:
    found: list[tuple[int, str, Path]] = []
    for path in list_files(project.source, ".md", project.files):
        display_path = project.format_path(path)
        name = _NAME.fullmatch(path.name)
        if not path.is_file():
            errors.append(Finding(display_path, 0, "is no file", "Rename it, or remove it."))
        elif not name:
            hint = "Call it NN-name.md: a number, then a–z, 0–9 and hyphens."
            errors.append(Finding(display_path, 0, "the file's name does not place it", hint))
        elif name[2] in RESERVED_NAMES:
            message = f"the name `{name[2]}` is taken"
            errors.append(Finding(display_path, 0, message, "Choose another."))
        else:
            found.append((int(name[1]), name[2], path))
    if not found and not errors:
        hint = "Add the first section: source/01-start.md."
        errors.append(Finding("source", 0, "there is no section", hint))
    seen: dict[str, Path] = {}
    for _, section, path in sorted(found):
        if section in seen:
            message = f"there is already a section `{section}`: `{seen[section].name}`"
            errors.append(Finding(project.format_path(path), 0, message, "Rename one of the two."))
        else:
            seen[section] = path
            yield path, section


def _find_hidden_characters(text: str, display_path: str) -> Iterator[Finding]:
    if not HIDDEN_CHARACTER.search(text):
        return
    for number, line in enumerate(text.split("\n"), 1):
        for character in sorted(set(HIDDEN_CHARACTER.findall(line))):
            message = f"there is {describe_hidden(character)}"
            yield Finding(display_path, number, message, "Remove it.")


def _find_deep_paragraph(text: str) -> int:
    """Find the line of the first paragraph that would keep the parser busy for minutes."""
    line = 1
    for paragraph in text.split("\n\n"):
        if has_deep_brackets(paragraph) or has_deep_emphasis(paragraph):
            return line
        line += paragraph.count("\n") + 2
    return 0


def _list_headings(tree: SyntaxTreeNode, names: Names) -> Iterator[str]:
    for node in tree.walk():
        if node.type == "heading" and node.children[0].token:
            spans = convert_tokens(node.children[0].token.children or [], names).spans
            yield "".join(span.text for span in spans)


def _map_anchors(headings: Iterable[str], ids: IdGenerator) -> dict[str, str]:
    """Map heading anchors to ids; equal ones get `-1`, `-2`… as on code hosts."""
    anchors: dict[str, str] = {}
    twins: Counter[str] = Counter()
    for words in headings:
        anchor = slugify(words)
        while (name := f"{anchor}-{twins[anchor]}" if twins[anchor] else anchor) in anchors:
            twins[anchor] += 1
        anchors[name] = ids.heading_id(words)
    return anchors


@dataclass(frozen=True, slots=True)
class LinkResolver:
    """Resolves the links and images of a guide; adds what is wrong with them to `errors`.

    An address is a URI (RFC 3986 §3), or a section's file, a heading's anchor or both (§4.2, §3.5).
    """

    project: Project
    files: Mapping[str, SectionFile]
    named: Collection[str]
    """The addresses of links.toml, which are checked where they stand."""
    errors: list[Finding]

    def resolve(self, mark: Mark, place: Place, within: SectionFile | None = None) -> Mark:
        """Resolve a mark that is a link or image, within a section or outside of all; others
        stay as they are.
        """
        if mark.kind == "image":
            return resolve_image(mark, self.project, place, self.errors)
        if mark.kind != "link" or mark.target in self.named:
            return mark
        if mark.target.startswith("#") or ":" not in mark.target:
            return replace(mark, target=self._resolve_reference(mark.target, within, place))
        if error := find_address_error(mark.target):
            self._report(place, *error)
        return replace(mark, target=normalize_address(mark.target))

    def _report(self, place: Place, message: str, hint: str) -> None:
        self.errors.append(Finding(place.file, place.line, message, hint))

    def _resolve_reference(self, target: str, within: SectionFile | None, place: Place) -> str:
        name, _, anchor = unquote(target).partition("#")
        to = self.files.get(name) if name else within
        if to is None:
            hint = suggest_nearest(name, self.files) or "Link to a section by its file's name."
        elif anchor and anchor not in to.anchors:
            hint = suggest_nearest(anchor, to.anchors) or f"Use a heading of {to.path.name}."
        else:
            return "#" + (to.anchors[anchor] if anchor else to.id)
        self._report(place, f"the link to `{show_hidden(target)}` leads nowhere", hint)
        return target
