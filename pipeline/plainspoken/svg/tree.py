"""Parse an SVG file to a tree of elements with their lines. What could harm the parser or make the
tree mean something else to another one is refused: a document type, entities, processing
instructions (OWASP, "XML External Entity Prevention"), and sizes that no drawing has.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from xml.parsers import expat

from .allowed import SVG, XML, load_allowed
from .image_errors import SIMPLER, ImageErrors

MAX_DEPTH = 100
MAX_ELEMENTS = 100_000
MAX_ATTRIBUTES = 1_000_000
_SEPARATOR = "\x1f"
"""Between the parts of a name: no XML can hold it (XML 1.0 §2.2)."""


@dataclass(frozen=True, slots=True)
class Name:
    """The name of an element or attribute (Namespaces in XML 1.0 §2)."""

    namespace: str
    """Empty for none."""
    local: str
    prefix: str = ""

    def __str__(self) -> str:
        return f"{self.prefix}:{self.local}" if self.prefix else self.local


@dataclass(frozen=True, slots=True)
class Text:
    """Character data of an element."""

    content: str
    line: int
    """Where it begins."""


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """An element; two are the same only if they stand in the same place."""

    name: Name
    attributes: dict[Name, str]
    line: int
    children: list[Element | Text] = field(default_factory=list)

    def iter_elements(self) -> Iterator[Element]:
        """Iterate over this element and all within it, in the order of the file."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.iter_elements()


class _Stop(Exception):
    """The rest of the file is not worth reading, or not safe to read."""


def parse_svg(text: str, errors: ImageErrors) -> Element | None:
    """The root of an SVG file; None where there is none, or not all of it could be read."""
    if text.count("=") > MAX_ATTRIBUTES:
        errors.add(0, f"has more than {MAX_ATTRIBUTES:,} attributes", SIMPLER)
        return None
    builder = _TreeBuilder(errors)
    try:
        builder.parse(text)
    except _Stop:
        return None
    return builder.root


class _TreeBuilder:
    """Builds the tree from what the parser finds."""

    def __init__(self, errors: ImageErrors) -> None:
        self.errors = errors
        self.root: Element | None = None
        self.open: list[Element] = []
        self.count = 0
        self.text: list[str] = []
        # The text is decoded already: what the file declares is of no account.
        self.parser = parser = expat.ParserCreate("utf-8", _SEPARATOR)
        parser.namespace_prefixes = True
        parser.ordered_attributes = True
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.text.append
        parser.CommentHandler = lambda _: self._flush()
        parser.ProcessingInstructionHandler = self._check_instruction
        parser.StartDoctypeDeclHandler = self._check_doctype
        parser.EndDoctypeDeclHandler = self._end_doctype
        parser.EntityDeclHandler = self._check_entity
        parser.SkippedEntityHandler = self._check_skipped
        self.has_entities = False

    @property
    def line(self) -> int:
        return self.parser.CurrentLineNumber

    def parse(self, text: str) -> None:
        """Read the whole file. Raises _Stop: it ends early, with an error."""
        try:
            self.parser.Parse(text.encode("utf-8"), True)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            if error.code == expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]:
                reason = "an entity that XML does not know: write the character itself"
            message = f"is not well-formed XML: {reason}"
            self.errors.add(error.lineno, message, "Save it again as plain SVG.")
            raise _Stop from None

    def _count_element(self) -> None:
        self._flush()
        self.count += 1
        if self.count > MAX_ELEMENTS:
            self.errors.add(self.line, f"has more than {MAX_ELEMENTS:,} elements", SIMPLER)
            raise _Stop

    def _start(self, name: str, attributes: list[str]) -> None:
        self._count_element()
        if len(self.open) >= MAX_DEPTH:
            message = f"has elements more than {MAX_DEPTH} deep in one another"
            self.errors.add(self.line, message, SIMPLER)
            raise _Stop
        pairs = zip(attributes[::2], attributes[1::2], strict=True)
        element = Element(_to_name(name), {_to_name(key): value for key, value in pairs}, self.line)
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def _end(self, _: str) -> None:
        self._flush()
        self.open.pop()

    def _flush(self) -> None:
        """Give the text before this place to the element that it stands in."""
        if self.text and self.open:
            content = "".join(self.text)
            line = self.line - content.count("\n")
            self.open[-1].children.append(Text(content, line))
        self.text.clear()

    def _check_instruction(self, target: str, _: str) -> None:
        self._count_element()
        left_out = load_allowed().left_out_elements
        if not any(e.name.namespace == SVG and e.name.local in left_out for e in self.open):
            self.errors.add(self.line, f"holds the processing instruction <?{target} …?>")

    def _check_doctype(self, *_: object) -> None:
        hint = "Remove <!DOCTYPE …>: it is not needed, and can do harm. Or save it as plain SVG."
        self.errors.add(self.line, "has a document type", hint)

    def _check_entity(self, name: str, is_parameter: bool, *_: object) -> None:
        kind = "parameter entity" if is_parameter else "entity"
        self.errors.add(self.line, f"declares the {kind} {name!r}")
        self.has_entities = True

    def _check_skipped(self, name: str, _: bool) -> None:
        self.errors.add(self.line, f"names the entity {name!r}, which XML does not know")

    def _end_doctype(self) -> None:
        if self.has_entities:
            raise _Stop


@lru_cache(maxsize=4096)
def _to_name(text: str) -> Name:
    match text.split(_SEPARATOR):
        case [local]:
            return Name("", local)
        case [namespace, local]:
            return Name(namespace, local, "xml" if namespace == XML else "")
        case [namespace, local, prefix]:
            return Name(namespace, local, prefix)
    raise AssertionError(text)
