"""The bytes of a PO file go in; a `Catalog` comes out, or every fault with its line.

It is stricter than gettext's readers: what others mend in silence (a quotation mark that
is missing and takes the last letter of a dose with it, a second definition, a mark of a
merge that was not finished) is a fault here. Each entry keeps the text it was read from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import CatalogError
from ..findings import Finding
from .entries import Catalog, Entry
from .whole import CHARSET, whole_faults

_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d+)\])?(?=[\s\"]|$)\s*(.*)")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_CONFLICT = re.compile(r"(<{7}|\|{7}|={7}|>{7})(\s|$)")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]")
_BOM = "\ufeff"


def read_catalog(path: Path, shown: str) -> Catalog:
    """Read a PO or POT file; `shown` is its path as people know it.

    Raises:
        CatalogError: with every fault of the file.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        lost = path.is_symlink()
        what = "leads to a file that is not there" if lost else "is not there"
        cure = f"Make it with `plainspoken catalogs add {path.parents[1].name}`."
        cure = "Mend or remove the link." if lost else cure
        raise CatalogError([Finding(shown, 0, what, cure)]) from None
    except OSError as error:
        cure = "Put a file there that you may read."
        raise CatalogError([Finding(shown, 0, f"cannot be read: {error.strerror}", cure)]) from None
    return parse_catalog(raw, shown)


def parse_catalog(raw: bytes, shown: str) -> Catalog:
    """Read the bytes of a PO or POT file.

    Raises:
        CatalogError: with every fault.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CatalogError([_wrong_charset(raw, shown, error.start)]) from None
    reader = _Reader(shown)
    reader.read(text)
    reader.faults += whole_faults(reader.entries, shown, bool(reader.faults))
    if reader.faults:
        raise CatalogError(sorted(set(reader.faults)))
    newline = "\r\n" if text.split("\n", 1)[0].endswith("\r") else "\n"
    return Catalog(shown, tuple(reader.entries), reader.tail, newline)


def _wrong_charset(raw: bytes, shown: str, at: int) -> Finding:
    line = raw.count(b"\n", 0, at) + 1
    named = CHARSET.search(raw.decode("latin-1"))
    is_utf8 = named is None or named[1].lower().replace("-", "") == "utf8"
    what = "is not UTF-8 text" if is_utf8 or not named else f"is written in {named[1]}, not UTF-8"
    return Finding(shown, line, what, "Save the file as UTF-8, and say charset=UTF-8 in it.")


@dataclass(slots=True)
class _Draft:
    """An entry that is being read."""

    comments: list[str] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)
    """By keyword, `msgstr[1]`, `| msgid`: the pieces of its text."""
    lines: dict[str, int] = field(default_factory=dict)
    raw: list[str] = field(default_factory=list)
    obsolete: bool | None = None
    broken: bool = False

    @property
    def complete(self) -> bool:
        return any(name.startswith("msgstr") for name in self.texts)

    @property
    def begun(self) -> bool:
        """Whether more stands here than a person's comment."""
        return bool(self.texts or self.extracted or self.references or self.flags)


class _Reader:
    """Goes through the lines; keeps entries and faults."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.entries: list[Entry] = []
        self.faults: list[Finding] = []
        self.tail = ""
        self.draft = _Draft()
        self.open = ""
        """The keyword whose text may go on in the next line."""
        self.blank: list[str] = []
        self.number = 0

    def fault(self, what: str, cure: str, line: int = 0) -> None:
        self.faults.append(Finding(self.shown, line or self.number, what, cure))
        self.draft.broken = True

    def read(self, text: str) -> None:
        if text.startswith(_BOM):
            self.number = 1
            self.fault("begins with a byte order mark", "Save it as UTF-8 without a BOM.")
            text = text[1:]
        for self.number, whole in enumerate(re.findall(r"[^\n]*\n|[^\n]+", text), 1):
            self._line(whole, whole.rstrip("\n").removesuffix("\r"))
        if self.draft.complete:
            self._finish(at_end=True)
        elif self.draft.begun:
            self.fault("the file ends in the middle of an entry", "Get a whole copy of the file.")
        else:
            self.tail = "".join([*self.blank, *self.draft.raw])

    def _line(self, whole: str, line: str) -> None:
        if control := _CONTROL.search(line):
            self.fault(f"there is a control character, U+{ord(control[0]):04X}", "Remove it.")
        text = "" if "\r" in line else line.strip()
        if not text:
            self.open = ""
            # Blank lines before the end of an entry belong to it, after it to the gap.
            (self.blank if self.draft.complete else self.draft.raw).append(whole)
            return
        obsolete, previous, text = _prefix(text)
        keyword = _KEYWORD.fullmatch(text)
        if self.draft.complete and _begins(keyword, text, self.open):
            self._finish()
        self.draft.raw += [*self.blank, whole]
        self.blank = []
        if _CONFLICT.match(line):
            self.fault("a mark of a merge that was not finished", "Choose one side of the merge.")
        elif keyword or text.startswith('"'):
            self._text(keyword, text, obsolete, previous)
        elif text.startswith("#"):
            self._comment(text)
        elif text:
            self.open = ""
            self.fault("this line is not part of a PO file", "Mend or remove the line.")

    def _comment(self, text: str) -> None:
        self.open = ""
        sign, rest = text[:2], text[2:]
        if sign == "#.":
            self.draft.extracted.append(rest.removeprefix(" "))
        elif sign == "#:":
            self.draft.references += rest.split()
        elif sign == "#,":
            self.draft.flags += filter(None, map(str.strip, rest.split(",")))
        else:
            self.draft.comments.append(text)

    def _text(
        self, keyword: re.Match[str] | None, text: str, obsolete: bool, previous: bool
    ) -> None:
        quoted = text
        if keyword:
            self._keyword(keyword, obsolete, previous)
            quoted = keyword[3]
        elif not self.open:
            self.fault("text stands here without msgid or msgstr", "Mend or remove the line.")
            return
        found = _STRING.fullmatch(quoted)
        if found:
            self.draft.texts.setdefault(self.open, []).append(self._unescaped(found[1]))
        elif not quoted.startswith('"'):
            self.fault('the text does not begin with "', 'Put the text between straight ".')
        elif _STRING.match(quoted):
            self.fault("something follows the text's closing \"", 'Write \\" for a " in the text.')
        else:
            self.fault('the closing " is missing', 'End the line with ", and check its last word.')

    def _keyword(self, keyword: re.Match[str], obsolete: bool, previous: bool) -> None:
        name, index = keyword[1], keyword[2]
        self.open = ("| " if previous else "") + (f"{name}[{int(index)}]" if index else name)
        draft = self.draft
        if self.open in draft.lines:
            cure = "Leave one of the two, or add what is missing between them."
            self.fault(f"a second {self.open} in one entry", cure)
        if name == "msgstr" and "msgid" not in draft.lines:
            self.fault("msgstr without msgid", "Restore the msgid before it, or remove it.")
        if draft.obsolete not in (None, obsolete):
            self.fault("an entry is obsolete in part", "Write #~ before all its lines, or none.")
        draft.obsolete = obsolete
        draft.lines.setdefault(self.open, self.number)
        draft.texts.setdefault(self.open, [])

    def _unescaped(self, text: str) -> str:
        for found in _ESCAPE.finditer(text):
            if found[1] not in _ESCAPES:
                self.fault(f"`{found[0]}` means nothing here", "Write \\\\ for a backslash.")
        return _ESCAPE.sub(lambda found: _ESCAPES.get(found[1], ""), text)

    def _finish(self, at_end: bool = False) -> None:
        draft, blank = self.draft, "".join(self.blank)
        self.draft, self.blank, self.open = _Draft(), [], ""
        self.tail = blank if at_end else ""
        texts = {name: "".join(pieces) for name, pieces in draft.texts.items()}
        forms = [name for name in draft.lines if name.startswith("msgstr")]
        if "msgid" not in texts or draft.broken:
            return
        self.entries.append(
            Entry(
                msgid=texts["msgid"],
                msgstrs=tuple(texts[name] for name in sorted(forms)),
                context=texts.get("msgctxt"),
                plural=texts.get("msgid_plural"),
                comments=tuple(draft.comments),
                extracted=tuple(draft.extracted),
                references=tuple(draft.references),
                flags=tuple(draft.flags),
                previous=texts.get("| msgid"),
                previous_context=texts.get("| msgctxt"),
                previous_plural=texts.get("| msgid_plural"),
                obsolete=bool(draft.obsolete),
                line=draft.lines[forms[0]],
                raw="".join(draft.raw),
                gap=None if at_end else blank,
            )
        )


def _prefix(text: str) -> tuple[bool, bool, str]:
    """Whether a line is obsolete, whether it tells of the previous text, and the rest of it."""
    obsolete = text.startswith("#~")
    if obsolete:
        rest = text[2:].lstrip()
        return True, rest.startswith("|"), rest.removeprefix("|").lstrip()
    if text.startswith("#|"):
        return False, True, text[2:].lstrip()
    return False, False, text


def _begins(keyword: re.Match[str] | None, text: str, going_on: str) -> bool:
    """Whether a line after a msgstr begins the next entry."""
    if keyword:
        return keyword[1] != "msgstr" or not (keyword[2] and going_on.startswith("msgstr["))
    return not text.startswith('"')
