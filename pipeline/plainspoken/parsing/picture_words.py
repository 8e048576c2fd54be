"""Read the words of the SVG images that a guide shows: labels, messages like any other text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from ..config.project import Project
from ..config.text_files import HIDDEN_CHARACTER, describe_hidden
from ..diagnostics.finding import Finding
from ..diagnostics.suggestions import suggest_nearest
from ..guide import Block, Mark, Picture, Place, Section, Span
from ..input_files import PICTURE
from ..svg.image_errors import ImageErrors
from ..svg.tree import parse_svg
from ..svg.words import Words, find_words
from ..svg.xml_encoding import decode_xml
from .bounds import check_paragraph, check_sentences
from .ids import IdGenerator
from .image_files import IMAGE_TYPES, find_ending, list_images
from .inline import Names, write_inline
from .segmentation import split_sentences

_SVG_TYPE = "image/svg+xml"
_VALUE = re.compile(r"\{([a-z][a-z0-9-]*)\}")
_UNSEEN = ("Mn", "Me", "Cf")
_ROOM = re.compile(r"[1-9][0-9]{0,3}")


def read_pictures(
    project: Project, sections: Iterable[Section], names: Names, errors: list[Finding]
) -> tuple[Picture, ...]:
    """Read the words of the pictures that sections show, each once; what is wrong with them is
    added to `errors`.
    """
    pictures: dict[str, Picture] = {}
    for section in sections:
        ids: IdGenerator | None = None
        for path in list_images(section.sentences()):
            if path in pictures or IMAGE_TYPES[find_ending(path).lower()] != _SVG_TYPE:
                continue
            ids = ids or IdGenerator(section.id, taken=_list_ids(section))
            reader = _LabelReader(project.format_path(project.source / path), names, errors)
            labels = tuple(reader.read_labels(_find_words(project, path, errors), project, ids))
            pictures[path] = Picture(path, labels)
    return tuple(picture for picture in pictures.values() if picture.labels)


def count_letters(text: str) -> int:
    """How many letters a text takes the room of: a wide sign (UAX #11) that of two, a mark none."""
    seen = (sign for sign in text if unicodedata.category(sign) not in _UNSEEN)
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in seen)


def _list_ids(section: Section) -> Iterator[str]:
    for block in section.iter_blocks():
        yield block.id
        yield from (sentence.id for sentence in block.sentences)


def _find_words(project: Project, path: str, errors: list[Finding]) -> Collection[Words]:
    """The words of a picture; none, with errors, where it cannot be read."""
    content = project.files.read(project.source / path, PICTURE)
    if isinstance(content, Finding):
        errors.append(content)
        return ()
    if not content:
        return ()
    found = ImageErrors(project.format_path(project.source / path))
    text = decode_xml(content, found)
    root = None if text is None else parse_svg(text, found)
    if root is None:  # all else that may be wrong with it is told before an edition is made
        errors += found.findings
        return ()
    return list(find_words(root))


@dataclass(frozen=True, slots=True)
class _LabelReader:
    """Makes labels of the words of one picture."""

    file: str
    names: Names
    errors: list[Finding]

    def read_labels(
        self, words: Iterable[Words], project: Project, ids: IdGenerator
    ) -> Iterator[Block]:
        """The labels of a picture, in the order of the file."""
        for found in words:
            spans = tuple(self._find_values(unicodedata.normalize("NFC", found.text), found.line))
            name = ids.block_id("label", write_inline(spans))
            sentences = split_sentences(spans, project.language, IdGenerator(name))
            self._check(found, check_sentences(sentences))
            room, place = self._read_room(found), Place(self.file, found.line)
            yield Block(name, "label", project.language, sentences, room=room, place=place)

    def _find_values(self, text: str, line: int) -> Iterator[Span]:
        """The text with the values that it names, as in Markdown; no other markup is read."""
        at = 0
        for found in _VALUE.finditer(text):
            if found.start() > at:
                yield Span(text[at : found.start()])
            at = found.end()
            shown, target = self.names.values.get(found[1], (found[0], ""))
            if found[1] in self.names.values:
                yield Span(shown, (Mark("value", target, found[1]),))
                continue
            yield Span(shown)
            if "values" not in self.names.unsure:
                hint = suggest_nearest(found[1], self.names.values)
                hint = hint or "Add it to source/values.toml, or put a space after the brace."
                self._report(line, f"there is no value `{found[1]}`", hint)
        if at < len(text):
            yield Span(text[at:])

    def _check(self, words: Words, excess: tuple[int, str, str] | None) -> None:
        if hidden := HIDDEN_CHARACTER.search(words.text):
            self._report(words.line, f"there is {describe_hidden(hidden[0])}", "Remove it.")
        if found := check_paragraph(words.text) or excess:
            self._report(words.line, *found[1:])

    def _read_room(self, words: Words) -> int:
        if not words.room:
            return 0
        if _ROOM.fullmatch(words.room):
            room = int(words.room)
            if (letters := count_letters(_VALUE.sub(" ", words.text))) > room:
                message = f"the label has {letters} letters, and `data-room` is {room}"
                self._report(words.line, message, "Make room in the picture, or say it shorter.")
            return room
        message = f"`data-room` is {words.room!r}"
        self._report(words.line, message, "Write how many letters there is room for: 24.")
        return 0

    def _report(self, line: int, message: str, hint: str) -> None:
        self.errors.append(Finding(self.file, line, message, hint))
