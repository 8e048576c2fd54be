"""Units go out as XLIFF 2.1, and come back as units.

Follows "XLIFF Version 2.1" (OASIS Standard, 2018). Inline Markdown stays text. Of a message:
unit id = its id, segment id = base, notes = what translators are told, and

    untranslated  initial                     translated  translated
    fuzzy         initial, plainspoken:fuzzy  reviewed    reviewed      final  final

Codes of other programs (`pc`, `ph`, …) are refused, since they stand for no text of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from ...diagnostics.errors import CatalogError
from ...diagnostics.finding import Finding
from ...languages import canonical
from .safe_xml import ILLEGAL, escape_text, get_line, get_local_name, quote_attribute, read_xml
from .units import State, Unit

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
"""Of all versions 2.0 and 2.1."""
FUZZY = "plainspoken:fuzzy"
_VERSIONS = ("2.0", "2.1")
_STATES: dict[State, str] = {
    "untranslated": "initial", "fuzzy": "initial", "translated": "translated",
    "reviewed": "reviewed", "final": "final",
}  # fmt: skip
_RANKS = ("initial", "translated", "reviewed", "final")
_ANNOTATIONS = ("mrk", "sm", "em")
"""Inline elements that only say something about the text within them."""


def write_xliff(sent: Iterable[Unit], source_lang: str, lang: str, original: str) -> bytes:
    """An XLIFF file; `original` is the catalog that it was made from."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff xmlns="{NAMESPACE}" version="2.1" srcLang={quote_attribute(source_lang)} '
        f"trgLang={quote_attribute(lang)}>",
        f'  <file id="guide" original={quote_attribute(original)} canResegment="no" '
        'xml:space="preserve">',
    ]
    for unit in sent:
        lines += _written(unit)
    return "\n".join([*lines, "  </file>", "</xliff>", ""]).encode()


def read_xliff(raw: bytes, shown: str, source_lang: str, lang: str) -> tuple[Unit, ...]:
    """The units of an XLIFF file.

    Raises:
        CatalogError: with every fault of the file.
    """
    root = read_xml(raw, shown)
    if error := _root_fault(root, source_lang, lang):
        raise CatalogError([Finding(shown, get_line(root), *error)])
    reader = _Reader(shown)
    found = [reader.unit(each) for each in root.iter(f"{{{NAMESPACE}}}unit")]
    if reader.errors:
        raise CatalogError(sorted(set(reader.errors)))
    return tuple(unit for unit in found if unit)


def _written(unit: Unit) -> Iterator[str]:
    name = f" name={quote_attribute(unit.name)}" if unit.name else ""
    yield f"    <unit id={quote_attribute(unit.id)}{name}>"
    notes = [("description", note) for note in unit.notes]
    notes += [("context", unit.context)] if unit.context else []
    if notes:
        yield "      <notes>"
        for category, note in notes:
            yield f'        <note category="{category}">{escape_text(note)}</note>'
        yield "      </notes>"
    sub = f' subState="{FUZZY}"' if unit.state == "fuzzy" else ""
    base = f" id={quote_attribute(unit.base)}" if unit.base else ""
    yield f'      <segment{base} state="{_STATES[unit.state]}"{sub}>'
    yield f"        <source>{_content(unit.source)}</source>"
    if unit.target:
        yield f"        <target>{_content(unit.target)}</target>"
    yield "      </segment>"
    yield "    </unit>"


def _content(text: str) -> str:
    """Text with what XML cannot hold as code points."""
    return "".join(
        f'<cp hex="{ord(piece):04X}"/>' if place % 2 else escape_text(piece)
        for place, piece in enumerate(ILLEGAL.split(text))
    )


def _root_fault(root: etree._Element, source_lang: str, lang: str) -> tuple[str, str] | None:
    version = root.get("version", "")
    if get_local_name(root, NAMESPACE) != "xliff" or version not in _VERSIONS:
        said = f"XLIFF {version}" if etree.QName(root).localname == "xliff" else "another format"
        return f"is {said}, not XLIFF 2.1", "Ask for XLIFF 2.1 or 2.0: as it was sent."
    found = root.get("srcLang", ""), root.get("trgLang", "")
    if [*map(canonical, found)] != [canonical(source_lang), canonical(lang)]:
        said = " to ".join(each or "no language" for each in found)
        hint = f"Import it into its own language; this is {source_lang} to {lang}."
        return f"goes from {said}", hint
    return None


class _Reader:
    """Reads the units of one file; keeps the faults found."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.errors: list[Finding] = []
        self.seen: dict[str, int] = {}

    def _fault(self, element: etree._Element, what: str, hint: str) -> None:
        self.errors.append(Finding(self.shown, get_line(element), what, hint))

    def unit(self, element: etree._Element) -> Unit | None:
        """One unit; nothing where it has a fault."""
        errors = len(self.errors)
        name, line = element.get("id", ""), get_line(element)
        if not name:
            self._fault(element, "a unit has no id", "Ask for the file as it was sent.")
        elif first := self.seen.get(name):
            what = f"the unit {name} stands here a second time; first in line {first}"
            self._fault(element, what, "Leave the better of the two.")
        self.seen.setdefault(name, line)
        parts = [
            each for each in element if get_local_name(each, NAMESPACE) in ("segment", "ignorable")
        ]
        segments = [each for each in parts if get_local_name(each, NAMESPACE) == "segment"]
        if not segments:
            self._fault(element, "a unit has no segment", "Ask for the file as it was sent.")
        source, target = self._side(parts, "source"), self._side(parts, "target")
        states = [self._state(each) for each in segments]
        if len(self.errors) > errors:
            return None
        state = min(states, key=_state_rank)
        state = "untranslated" if not target else "fuzzy" if state == "untranslated" else state
        base = segments[0].get("id", "") if len(segments) == 1 else ""
        base = base if re.fullmatch(r"t[0-9a-f]{12}", base) else ""
        return Unit(name, source, target, state, base=base, line=line)

    def _side(self, parts: Sequence[etree._Element], side: str) -> str:
        """The source or the target of all segments of a unit, one after the other."""
        found = []
        for part in parts:
            for each in part:
                if get_local_name(each, NAMESPACE) == side:
                    found.append(self._text(each))
                    if each.get("order"):
                        what = "the segments of a unit are in another order"
                        self._fault(each, what, "Join the segments of the unit in the program.")
        return "".join(found)

    def _text(self, element: etree._Element) -> str:
        """The text within an element; code points made characters."""
        pieces = [element.text or ""]
        for child in element:
            pieces.append(self._inline(child))
            pieces.append(child.tail or "")
        return "".join(pieces)

    def _inline(self, child: etree._Element) -> str:
        name = get_local_name(child, NAMESPACE)
        if name in _ANNOTATIONS:
            return self._text(child)
        code = child.get("hex", "") if name == "cp" else ""
        if re.fullmatch(r"[0-9a-fA-F]{1,6}", code) and _is_character(int(code, 16)):
            return chr(int(code, 16))
        return self._code(child)

    def _code(self, child: etree._Element) -> str:
        what = f"there is a code <{etree.QName(child).localname}> in the text"
        self._fault(child, what, "Write the Markdown signs as text, as in the source.")
        return ""

    def _state(self, segment: etree._Element) -> State:
        said = segment.get("state", "initial")
        if said not in _RANKS:
            self._fault(segment, f"{said!r} is not a state", f"Use one of: {', '.join(_RANKS)}.")
        if said == "initial" and segment.get("subState") == FUZZY:
            return "fuzzy"
        return next((state for state, name in _STATES.items() if name == said), "untranslated")


def _state_rank(state: State) -> int:
    return _RANKS.index(_STATES[state])


def _is_character(code: int) -> bool:
    return code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
