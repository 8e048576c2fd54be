"""Write units as XLIFF 2.1, and read them back from XLIFF 2.1 or 2.0.

Follows the core of "XLIFF Version 2.1" (OASIS Standard, 2018, section 4). Inline Markdown stays
text; inline codes of other programs (`pc`, `ph`, …) are errors, since they stand for no text of
ours. Each message is one unit with one segment: the id of the unit is the message's, the id of the
segment its base, the notes are those for translators.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lxml import etree

from ...diagnostics.errors import CatalogError
from ...diagnostics.finding import Finding
from ...diagnostics.visible_text import shorten
from ...languages import canonical
from .safe_xml import ILLEGAL, escape_text, get_line, get_local_name, read_xml, render_xml
from .units import State, Unit

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
"""The same for versions 2.0 and 2.1."""
FUZZY = "plainspoken:fuzzy"
_VERSIONS = ("2.0", "2.1")
_STATES: dict[State, str] = {
    "untranslated": "initial", "fuzzy": "initial", "translated": "translated",
    "reviewed": "reviewed", "final": "final",
}  # fmt: skip
_XLIFF_STATES = ("initial", "translated", "reviewed", "final")
"""In the order of the work."""
_ANNOTATIONS = ("mrk", "sm", "em")
"""Inline elements that only annotate the text within them (section 4.2.3)."""


def write_xliff(units: Iterable[Unit], source_lang: str, lang: str, original: str) -> bytes:
    """Write units as an XLIFF file; `original` is the path of their catalog."""
    return render_xml(
        "xliff.xml", units=units, source_lang=source_lang, lang=lang, original=original,
        states=_STATES, fuzzy=FUZZY, escape_content=_escape_content,
    )  # fmt: skip


def read_xliff(raw: bytes, file: str, source_lang: str, lang: str) -> tuple[Unit, ...]:
    """Read the units of an XLIFF file. Raises CatalogError with every error of the file."""
    root = read_xml(raw, file)
    if error := _check_root(root, source_lang, lang):
        raise CatalogError([Finding(file, get_line(root), *error)])
    reader = _UnitReader(file)
    units = [reader.read_unit(element) for element in root.iter(f"{{{NAMESPACE}}}unit")]
    CatalogError.raise_if(reader.errors)
    return tuple(unit for unit in units if unit)


def _escape_content(text: str) -> str:
    return "".join(
        f'<cp hex="{ord(piece):04X}"/>' if index % 2 else escape_text(piece)
        for index, piece in enumerate(ILLEGAL.split(text))
    )


def _check_root(root: etree._Element, source_lang: str, lang: str) -> tuple[str, str] | None:
    version = root.get("version", "")
    if get_local_name(root, NAMESPACE) != "xliff" or version not in _VERSIONS:
        is_xliff = etree.QName(root).localname == "xliff"
        name = f"XLIFF {version}" if is_xliff and version not in _VERSIONS else "another format"
        return f"is {name}, not XLIFF 2.1", "Ask for XLIFF 2.1 or 2.0: as it was sent."
    langs = root.get("srcLang", ""), root.get("trgLang", "")
    if [*map(canonical, langs)] != [canonical(source_lang), canonical(lang)]:
        direction = " to ".join(tag or "no language" for tag in langs)
        hint = f"Import it into its own language; this is {source_lang} to {lang}."
        return f"goes from {direction}", hint
    return None


class _UnitReader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.errors: list[Finding] = []
        self.lines: dict[str, int] = {}

    def read_unit(self, element: etree._Element) -> Unit | None:
        errors_before = len(self.errors)
        unit_id, line = element.get("id", ""), get_line(element)
        if not unit_id:
            self._report(element, "a unit has no id", "Ask for the file as it was sent.")
        elif first := self.lines.get(unit_id):
            message = f"the unit `{unit_id}` stands here a second time; first in line {first}"
            self._report(element, message, "Leave the better of the two.")
        self.lines.setdefault(unit_id, line)
        parts = _find_children(element, "segment", "ignorable")
        segments = _find_children(element, "segment")
        if not segments:
            self._report(element, "a unit has no segment", "Ask for the file as it was sent.")
        source, target = self._read_side(parts, "source"), self._read_side(parts, "target")
        states = [self._read_state(segment) for segment in segments]
        if len(self.errors) > errors_before:
            return None
        state = min(states, key=lambda state: _XLIFF_STATES.index(_STATES[state]))
        if not target:
            state = "untranslated"
        elif state == "untranslated":
            state = "fuzzy"
        base = segments[0].get("id", "") if len(segments) == 1 else ""
        base = base if re.fullmatch(r"t[0-9a-f]{12}", base) else ""
        return Unit(unit_id, source, target, state, base=base, line=line)

    def _report(self, element: etree._Element, message: str, hint: str) -> None:
        self.errors.append(Finding(self.file, get_line(element), message, hint))

    def _read_side(self, parts: Sequence[etree._Element], side: str) -> str:
        texts = []
        for part in parts:
            for element in _find_children(part, side):
                texts.append(self._read_text(element))
                if element.get("order"):
                    message = "the segments of a unit are in another order"
                    self._report(element, message, "Join the segments of the unit in the program.")
        return "".join(texts)

    def _read_text(self, element: etree._Element) -> str:
        pieces = [element.text or ""]
        for child in element:
            pieces.append(self._read_inline(child))
            pieces.append(child.tail or "")
        return "".join(pieces)

    def _read_inline(self, child: etree._Element) -> str:
        name = get_local_name(child, NAMESPACE)
        if name in _ANNOTATIONS:
            return self._read_text(child)
        code = child.get("hex", "") if name == "cp" else ""
        if re.fullmatch(r"[0-9a-fA-F]{1,6}", code) and _is_character(int(code, 16)):
            return chr(int(code, 16))
        message = f"there is a code <{shorten(etree.QName(child).localname)}> in the text"
        self._report(child, message, "Write the Markdown signs as text, as in the source.")
        return ""

    def _read_state(self, segment: etree._Element) -> State:
        name = segment.get("state", "initial")
        if name not in _XLIFF_STATES:
            hint = f"Use one of: {', '.join(_XLIFF_STATES)}."
            self._report(segment, f"{name!r} is not a state", hint)
        if name == "initial" and segment.get("subState") == FUZZY:
            return "fuzzy"
        return next(
            (s for s, xliff_state in _STATES.items() if xliff_state == name), "untranslated"
        )


def _find_children(element: etree._Element, *names: str) -> list[etree._Element]:
    return [child for child in element if get_local_name(child, NAMESPACE) in names]


def _is_character(code: int) -> bool:
    return code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
