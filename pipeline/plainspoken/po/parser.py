"""The text of a PO file goes in; its entries come out, and a fault for each line that is wrong.

Each entry keeps the lines that it was read from.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..diagnostics.finding import Finding
from .model import Entry

MAX_LINE_LENGTH = 1_000_000
"""Characters in a line: a longer one was written by no person and no program."""
GUIDE_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
ALL_ESCAPES = GUIDE_ESCAPES | {"a": "\a", "b": "\b", "v": "\v", "f": "\f"}
"""With those that stand for control characters, which a program's messages may have."""
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d+)\])?(?=[\s\"]|$)\s*(.*)")
_STRING = re.compile(r'"((?:[^"\\]++|\\.)*+)"')
_ESCAPE = re.compile(r"\\(.)")
_CONFLICT = re.compile(r"(<{7}|\|{7}|={7}|>{7})(\s|$)")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]")
_ANY_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)")
_REFERENCE = re.compile("\u2068[^\u2069]*\u2069\\S*|\\S+")
_WORKFLOW = re.compile(r"\s*[\w-]+(\s*,\s*[\w-]+)*\s*")
_QUOTED = r'"[^"\\\n]*+(?:\\[ntr"\\][^"\\\n]*+)*+"\n'
_TOKEN = re.compile(
    rf"(?P<name>msgctxt|msgid_plural|msgid|msgstr)(?:\[(?P<index>\d)\])? (?P<text>(?:{_QUOTED})++)"
    r"|[^\n]*\n|[^\n]+"
)
"""A keyword with all lines of its text, where nothing is unusual in them; else a line."""
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(slots=True)
class _Draft:
    """An entry that is being read."""

    comments: list[str] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    workflow: list[str] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)
    """By keyword, `msgstr[1]`, `| msgid`: the pieces of its text."""
    lines: dict[str, int] = field(default_factory=dict)
    raw: list[str] = field(default_factory=list)
    obsolete: bool | None = None
    complete: bool = False
    """Whether it has a msgstr: only then may it end."""
    broken: bool = False

    @property
    def begun(self) -> bool:
        """Whether more stands here than a person's comment."""
        return bool(self.texts or self.extracted or self.references or self.flags or self.workflow)

    @property
    def forms(self) -> list[str]:
        """`msgstr`, or `msgstr[0]`, `msgstr[1]`…, as they stand in the file."""
        return [name for name in self.lines if name.startswith("msgstr")]

    def entry(self, gap: str | None) -> Entry:
        """What was read; `gap` stands between it and the next."""
        texts = {name: "".join(pieces) for name, pieces in self.texts.items()}
        forms = self.forms
        return Entry(
            msgid=texts["msgid"],
            msgstrs=tuple(texts[name] for name in forms),
            msgctxt=texts.get("msgctxt"),
            msgid_plural=texts.get("msgid_plural"),
            comments=tuple(self.comments),
            extracted=tuple(self.extracted),
            references=tuple(self.references),
            flags=tuple(self.flags),
            workflow=tuple(self.workflow),
            previous_msgid=texts.get("| msgid"),
            previous_msgctxt=texts.get("| msgctxt"),
            previous_msgid_plural=texts.get("| msgid_plural"),
            obsolete=bool(self.obsolete),
            line=self.lines[forms[0]],
            raw="".join(self.raw),
            gap=gap,
        )


class PoParser:
    """Goes through the lines of one file; keeps entries and faults."""

    def __init__(self, shown: str, escapes: Mapping[str, str] = GUIDE_ESCAPES) -> None:
        self.shown = shown
        self.escapes = escapes
        self.entries: list[Entry] = []
        self.errors: list[Finding] = []
        self.tail = ""
        """Blank lines and comments after the last entry."""
        self.draft = _Draft()
        self.open = ""
        """The keyword whose text may go on in the next line."""
        self.blank: list[str] = []
        self.number = 0
        self.suspect = False
        """Whether a control character stands somewhere."""

    def read(self, text: str) -> None:
        """Read a whole file, which has no byte order mark."""
        self.suspect = _ANY_CONTROL.search(text) is not None
        for found in (_LINE if self.suspect else _TOKEN).finditer(text):
            whole = found[0]
            if found.lastgroup and len(whole) <= MAX_LINE_LENGTH:
                self._whole_text(whole, found)
            else:
                for line in _LINE.findall(whole) if found.lastgroup else [whole]:
                    self.number += 1
                    self._line(line, line.rstrip("\n").removesuffix("\r"))
        if self.draft.complete:
            self._finish(at_end=True)
        elif self.draft.begun:
            self.error("the file ends in the middle of an entry", "Get a whole copy of the file.")
        else:
            self.tail = "".join([*self.blank, *self.draft.raw])

    def error(self, what: str, hint: str, line: int = 0) -> None:
        """Note what is wrong in a line; if none is named, in the one that is being read."""
        self.errors.append(Finding(self.shown, line or self.number, what, hint))
        self.draft.broken = True

    def _whole_text(self, whole: str, found: re.Match[str]) -> None:
        """A keyword and all of its text at once."""
        self.number += 1
        self._keep(whole, self.draft.complete and _begins(found, whole, self.open))
        self._keyword(found["name"], found["index"], False, False)
        text = found["text"][1:-2].replace('"\n"', "")
        self.draft.texts[self.open].append(self._unescaped(text) if "\\" in text else text)
        self.number += whole.count("\n") - 1

    def _line(self, whole: str, line: str) -> None:
        line = self._sound(line) if self.suspect or len(line) > MAX_LINE_LENGTH else line
        text = line.strip()
        if not text:
            self.open = ""
            # Blank lines before the end of an entry belong to it, after it to the gap.
            (self.blank if self.draft.complete else self.draft.raw).append(whole)
            return
        obsolete = previous = False
        if text[0] == "#":
            if text[1:2] not in ("~", "|"):
                self._keep(whole, self.draft.complete)
                self._comment(text)
                return
            obsolete, previous, text = _prefix(text)
        keyword = _KEYWORD.fullmatch(text) if text[:1] == "m" else None
        self._keep(whole, self.draft.complete and _begins(keyword, text, self.open))
        if text[:1] == '"' or keyword:
            self._text(keyword, text, obsolete, previous)
        elif text[:1] == "#":
            self._comment(text)
        elif _CONFLICT.match(line):
            self.error("a mark of a merge that was not finished", "Choose one side of the merge.")
        elif text:
            self.open = ""
            self.error("this line is not part of a PO file", "Mend or remove the line.")

    def _keep(self, whole: str, begins: bool) -> None:
        """Add lines to the entry that is being read, or begin another with them."""
        if begins:
            self._finish()
        if self.blank:
            self.draft.raw += self.blank
            self.blank = []
        self.draft.raw.append(whole)

    def _sound(self, line: str) -> str:
        """The line, or nothing where it must not be read."""
        if len(line) > MAX_LINE_LENGTH:
            what = f"this line is {len(line):,} characters long"
            self.error(what, "Get a whole copy of the file, or break the text into lines.")
            return ""
        if control := _CONTROL.search(line):
            self.error(f"there is a control character, U+{ord(control[0]):04X}", "Remove it.")
        return "" if "\r" in line else line

    def _comment(self, text: str) -> None:
        self.open = ""
        sign, rest = text[:2], text[2:]
        if sign == "#.":
            self.draft.extracted.append(rest.removeprefix(" "))
        elif sign == "#:":
            self.draft.references += _REFERENCE.findall(rest)
        elif sign == "#,":
            self.draft.flags += filter(None, map(str.strip, rest.split(",")))
        elif sign == "#=" and _WORKFLOW.fullmatch(rest):
            self.draft.workflow += map(str.strip, rest.split(","))
        else:
            self.draft.comments.append(text)

    def _text(
        self, keyword: re.Match[str] | None, text: str, obsolete: bool, previous: bool
    ) -> None:
        quoted = text
        if keyword:
            self._keyword(keyword[1], keyword[2], obsolete, previous)
            quoted = keyword[3]
        elif not self.open:
            self.error("text stands here without msgid or msgstr", "Mend or remove the line.")
            return
        found = _STRING.fullmatch(quoted)
        if found:
            piece = found[1]
            self.draft.texts[self.open].append(self._unescaped(piece) if "\\" in piece else piece)
        elif not quoted.startswith('"'):
            self.error('the text does not begin with "', 'Put the text between straight ".')
        elif _STRING.match(quoted):
            self.error("something follows the text's closing \"", 'Write \\" for a " in the text.')
        else:
            self.error('the closing " is missing', 'End the line with ", and check its last word.')

    def _keyword(self, name: str, index: str | None, obsolete: bool, previous: bool) -> None:
        self.open = ("| " if previous else "") + (f"{name}[{int(index)}]" if index else name)
        draft = self.draft
        if self.open in draft.lines:
            hint = "Leave one of the two, or add what is missing between them."
            self.error(f"a second {self.open} in one entry", hint)
        if name == "msgstr" and "msgid" not in draft.lines:
            self.error("msgstr without msgid", "Restore the msgid before it, or remove it.")
        if draft.obsolete not in (None, obsolete):
            self.error("an entry is obsolete in part", "Write #~ before all its lines, or none.")
        draft.obsolete = obsolete
        draft.complete = draft.complete or self.open.startswith("msgstr")
        draft.lines.setdefault(self.open, self.number)
        draft.texts.setdefault(self.open, [])

    def _unescaped(self, text: str) -> str:
        for found in _ESCAPE.finditer(text):
            if found[1] not in self.escapes:
                self.error(f"`{found[0]}` means nothing here", "Write \\\\ for a backslash.")
        return _ESCAPE.sub(lambda found: self.escapes.get(found[1], ""), text)

    def _finish(self, at_end: bool = False) -> None:
        draft, blank = self.draft, "".join(self.blank)
        if not draft.broken:
            self._check_forms(draft)
        self.draft, self.blank, self.open = _Draft(), [], ""
        self.tail = blank if at_end else ""
        if not draft.broken and "msgid" in draft.texts:
            self.entries.append(draft.entry(None if at_end else blank))

    def _check_forms(self, draft: _Draft) -> None:
        """Whether plural forms stand where, and only where, they should."""
        forms = draft.forms
        wanted = ["msgstr"]
        if "msgid_plural" in draft.lines:
            wanted = [f"msgstr[{place}]" for place in range(len(forms))]
        if forms != wanted:
            what = f"{', '.join(forms)} where {', '.join(wanted)} should stand"
            hint = "With msgid_plural, write msgstr[0], msgstr[1] and so on; without, msgstr alone."
            self.error(what, hint, draft.lines[forms[0]])


def _prefix(text: str) -> tuple[bool, bool, str]:
    """Whether a line is obsolete, whether it tells of the previous text, and the rest of it."""
    if text.startswith("#~"):
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
