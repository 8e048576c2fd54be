"""Write a glossary as TBX, and read it back.

Follows ISO 30042:2019 (TBX version 3), dialect TBX-Basic, style DCA (data category as attribute).
The id of a conceptEntry is the term's key. Approved, admitted and forbidden words have the status
preferred, admitted and deprecated; why a word is forbidden is a note at its term.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from ...diagnostics.errors import CatalogError
from ...diagnostics.finding import Finding
from ...languages import canonical
from ...parsing.glossary import LocalTerm
from .concepts import Concept, Word, count_approved, list_words, sort_words
from .safe_xml import get_line, get_local_name, read_xml, render_xml

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STATUSES = {
    "preferredTerm-admn-sts": "approved",
    "admittedTerm-admn-sts": "admitted",
    "deprecatedTerm-admn-sts": "forbidden",
    "supersededTerm-admn-sts": "forbidden",
}
_PREFERRED, *_, _SUPERSEDED = _STATUSES


def write_tbx(concepts: Sequence[Concept], lang: str, title: str) -> bytes:
    """Write a glossary in `lang` as a TBX file."""
    # Of the two for forbidden words, `deprecated` is written.
    statuses = {status: name for name, status in _STATUSES.items() if name != _SUPERSEDED}
    return render_xml(
        "tbx.xml", concepts=concepts, lang=lang, title=title, statuses=statuses,
        list_words=list_words,
    )  # fmt: skip


def read_tbx(raw: bytes, file: str, lang: str) -> tuple[Concept, ...]:
    """Read the concepts of a TBX file; `lang` is the guide's language. Raises CatalogError."""
    root = read_xml(raw, file)
    if get_local_name(root, NAMESPACE) != "tbx" or root.get("style") != "dca":
        hint = "Ask for TBX of 2019 (ISO 30042:2019), style DCA: as it was sent."
        raise CatalogError([Finding(file, get_line(root), "is not TBX that can be read", hint)])
    reader = _ConceptReader(file, lang)
    elements = root.iter(f"{{{NAMESPACE}}}conceptEntry")
    concepts = tuple(reader.read_concept(element) for element in elements)
    CatalogError.raise_if(reader.errors)
    return concepts


class _ConceptReader:
    def __init__(self, file: str, lang: str) -> None:
        self.file = file
        self.lang = lang
        self.errors: list[Finding] = []

    def read_concept(self, element: etree._Element) -> Concept:
        key = element.get("id", "")
        if not key:
            self._report(element, "a concept has no id", "Ask for the file as it was sent.")
        definition = _get_text(element, "descrip", "definition")
        term = ""
        local = []
        for section in element:
            if get_local_name(section, NAMESPACE) != "langSec":
                continue
            lang = section.get(_LANG, "")
            words = [self._read_word(child) for child in _iter_children(section, "termSec")]
            if not lang:
                self._report(section, "a langSec names no language", "Give it an xml:lang.")
            elif canonical(lang) == canonical(self.lang):
                definition = _get_text(section, "descrip", "definition") or definition
                term = sort_words(key, "", lang, words).approved or (words[0][1] if words else "")
            elif words:
                local.append(self._make_local_term(section, key, lang, words))
        named = tuple(replace(local_term, term=term) for local_term in local)
        return Concept(key, term, definition, named, get_line(element))

    def _report(self, element: etree._Element, message: str, hint: str) -> None:
        self.errors.append(Finding(self.file, get_line(element), message, hint))

    def _read_word(self, section: etree._Element) -> Word:
        status = _get_text(section, "termNote", "administrativeStatus")
        if status not in ("", *_STATUSES):
            hint = f"Use one of: {', '.join(_STATUSES)}."
            self._report(section, f"{status!r} is not a state", hint)
        text, note = _get_text(section, "term"), _get_text(section, "note")
        if not text:
            self._report(section, "a term is empty", "Write it, or remove its termSec.")
        reason = note or ("superseded" if status == _SUPERSEDED else "")
        return _STATUSES.get(status, status), text, reason

    def _make_local_term(
        self, section: etree._Element, key: str, lang: str, words: Sequence[Word]
    ) -> LocalTerm:
        """Make a term of the words of a language; without a status, the first is preferred."""
        marked = [word for word in words if word[0]]
        unmarked = [text for status, text, _ in words if not status]
        if unmarked and not count_approved(marked):
            marked.append(("approved", unmarked.pop(0), ""))
        if (count := count_approved(marked)) != 1:
            place = f"`{lang}`" if lang else "no language"
            message = f"`{key}` has {count} preferred terms in {place}"
            self._report(section, message, f"Mark one, and only one, as {_PREFERRED}.")
        return sort_words(key, "", lang, [*marked, *(("admitted", text, "") for text in unmarked)])


def _iter_children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the children of that name, also those in groups (`descripGrp`, `termNoteGrp`)."""
    for child in element:
        child_name = get_local_name(child, NAMESPACE)
        if child_name == name:
            yield child
        elif child_name.endswith("Grp"):
            yield from _iter_children(child, name)


def _get_text(element: etree._Element, name: str, category: str = "") -> str:
    """The text of the first child of that name and type, white space folded; empty without one."""
    for child in _iter_children(element, name):
        if child.get("type", "") == category or not category:
            return " ".join("".join(map(str, child.itertext())).split())
    return ""
