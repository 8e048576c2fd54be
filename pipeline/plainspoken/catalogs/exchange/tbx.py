"""Concepts go out as TBX, and come back as concepts.

Follows ISO 30042:2019, dialect TBX-Basic, style DCA (data category as attribute). Of a term: id of
the concept = its key; approved, admitted and forbidden words = preferred, admitted and deprecated
terms; why a word is forbidden = a note at it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from ...diagnostics.errors import CatalogError
from ...diagnostics.finding import Finding
from ...languages import canonical
from ...parsing.glossary import LocalTerm
from .import_terms import Concept
from .safe_xml import escape_text, get_line, get_local_name, quote_attribute, read_xml

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PREFERRED = "preferredTerm-admn-sts"
_ADMITTED = "admittedTerm-admn-sts"
_DEPRECATED = "deprecatedTerm-admn-sts"
_SUPERSEDED = "supersededTerm-admn-sts"
_STATES = (_PREFERRED, _ADMITTED, _DEPRECATED, _SUPERSEDED)


def write_tbx(sent: Sequence[Concept], lang: str, title: str) -> bytes:
    """A TBX file of a glossary in `lang`."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<tbx xmlns="{NAMESPACE}" type="TBX-Basic" style="dca" xml:lang={quote_attribute(lang)}>',
        "  <tbxHeader>",
        "    <fileDesc>",
        "      <titleStmt>",
        f"        <title>{escape_text(title)}</title>",
        "      </titleStmt>",
        "      <sourceDesc>",
        "        <p>source/glossary.toml</p>",
        "      </sourceDesc>",
        "    </fileDesc>",
        "  </tbxHeader>",
        "  <text>",
        "    <body>",
    ]
    for concept in sent:
        lines += _concept(concept, lang)
    return "\n".join([*lines, "    </body>", "  </text>", "</tbx>", ""]).encode()


def read_tbx(raw: bytes, shown: str, lang: str) -> tuple[Concept, ...]:
    """The concepts of a TBX file.

    Raises:
        CatalogError: with every fault of the file.
    """
    root = read_xml(raw, shown)
    if get_local_name(root, NAMESPACE) != "tbx" or root.get("style") != "dca":
        hint = "Ask for TBX of 2019 (ISO 30042:2019), style DCA: as it was sent."
        raise CatalogError([Finding(shown, get_line(root), "is not TBX that can be read", hint)])
    reader = _Reader(shown, lang)
    found = [reader.concept(each) for each in root.iter(f"{{{NAMESPACE}}}conceptEntry")]
    if reader.errors:
        raise CatalogError(sorted(set(reader.errors)))
    return tuple(found)


def _concept(concept: Concept, lang: str) -> Iterator[str]:
    yield f"      <conceptEntry id={quote_attribute(concept.key)}>"
    yield f"        <langSec xml:lang={quote_attribute(lang)}>"
    yield f'          <descrip type="definition">{escape_text(concept.definition)}</descrip>'
    yield from _term(concept.term, _PREFERRED)
    yield "        </langSec>"
    for local in concept.local:
        yield f"        <langSec xml:lang={quote_attribute(local.lang)}>"
        yield from _term(local.approved, _PREFERRED)
        for text in local.admitted:
            yield from _term(text, _ADMITTED)
        for text, reason in local.forbidden:
            yield from _term(text, _DEPRECATED, reason)
        yield "        </langSec>"
    yield "      </conceptEntry>"


def _term(text: str, state: str, reason: str = "") -> Iterator[str]:
    yield "          <termSec>"
    yield f"            <term>{escape_text(text)}</term>"
    yield f'            <termNote type="administrativeStatus">{state}</termNote>'
    if reason:
        yield f"            <note>{escape_text(reason)}</note>"
    yield "          </termSec>"


class _Reader:
    """Reads the concepts of one file; keeps the faults found."""

    def __init__(self, shown: str, lang: str) -> None:
        self.shown = shown
        self.lang = lang
        self.errors: list[Finding] = []

    def _fault(self, element: etree._Element, what: str, hint: str) -> None:
        self.errors.append(Finding(self.shown, get_line(element), what, hint))

    def concept(self, element: etree._Element) -> Concept:
        """One concept."""
        key = element.get("id", "")
        if not key:
            self._fault(element, "a concept has no id", "Ask for the file as it was sent.")
        definition = _first(element, "descrip", "definition")
        term = ""
        local = []
        for section in element:
            if get_local_name(section, NAMESPACE) != "langSec":
                continue
            lang = section.get(_LANG, "")
            words = [self._word(each) for each in _children(section, "termSec")]
            if canonical(lang) == canonical(self.lang):
                definition = _first(section, "descrip", "definition") or definition
                term = next((text for text, state, _ in words if state == _PREFERRED), "")
                term = term or (words[0][0] if words else "")
            elif words:
                local.append(self._local(section, key, lang, words))
        named = [LocalTerm(key, term, e.lang, e.approved, e.admitted, e.forbidden) for e in local]
        return Concept(key, term, definition, tuple(named), get_line(element))

    def _word(self, section: etree._Element) -> tuple[str, str, str]:
        """A word, its state, and its note."""
        state = _first(section, "termNote", "administrativeStatus")
        if state not in ("", *_STATES):
            self._fault(section, f"{state!r} is not a state", f"Use one of: {', '.join(_STATES)}.")
        text = _first(section, "term")
        if not text:
            self._fault(section, "a term is empty", "Write it, or remove its termSec.")
        return text, state, _first(section, "note")

    def _local(
        self,
        section: etree._Element,
        key: str,
        lang: str,
        words: Sequence[tuple[str, str, str]],
    ) -> LocalTerm:
        approved = [text for text, state, _ in words if state == _PREFERRED]
        plain = [text for text, state, _ in words if state == ""]
        if not approved and plain:
            approved, plain = plain[:1], plain[1:]
        if len(approved) != 1:
            what = f"{key} has {len(approved)} preferred terms in {lang or 'no language'}"
            self._fault(section, what, f"Mark one, and only one, as {_PREFERRED}.")
        admitted = [text for text, state, _ in words if state == _ADMITTED]
        forbidden = [
            (text, note or ("superseded" if state == _SUPERSEDED else ""))
            for text, state, note in words
            if state in (_DEPRECATED, _SUPERSEDED)
        ]
        return LocalTerm(
            key, "", lang, "".join(approved[:1]), (*admitted, *plain), tuple(forbidden)
        )


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of that name, those in groups (`descripGrp`, `termNoteGrp`) too."""
    for child in element:
        found = get_local_name(child, NAMESPACE)
        if found == name:
            yield child
        elif found.endswith("Grp"):
            yield from _children(child, name)


def _first(element: etree._Element, name: str, kind: str = "") -> str:
    """The text of the first such child, white space folded; nothing where there is none."""
    for child in _children(element, name):
        if child.get("type", "") == kind or not kind:
            return " ".join("".join(map(str, child.itertext())).split())
    return ""
