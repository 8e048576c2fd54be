"""Parse the text of a PO file into entries, and report each line that is wrong.

Follows "The Format of PO Files" in the GNU gettext manual. Lines in the usual form, which are
nearly all, are matched by one regular expression; the others are read one by one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..config.text_files import NONCHARACTERS
from ..diagnostics.finding import Finding
from .escapes import GUIDE_ESCAPES, unescape
from .model import Entry

MAX_LINE_LENGTH = 1_000_000
"""Characters in a line; a longer line is taken for damage."""
_MOST_ERRORS = 10_000
"""After so many, a file is no PO file at all."""
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d+)\])?(?=[\s\"]|$)\s*(.*)")
_PREFIX = re.compile(r"#(~?\s*\|?)\s*")
_STRING = re.compile(r'"((?:[^"\\]++|\\.)*+)"(?:\s+(?=")|$)')
"""A string of a line that may have several; a space stands between them: `""` is a misprint."""
_QUOTED_STRING = re.compile(r'"(?:[^"\\]++|\\.)*+"')
_CONFLICT = re.compile(r"(<{7}|\|{7}|={7}|>{7})(\s|$)")
"""A mark that git leaves: it begins our side, the common base, or theirs, or ends the conflict."""
_DOMAIN = re.compile(r"domain\s*\"")
_CONTROL = re.compile(rf"[\x00-\x08\x0a-\x1f\x7f-\x9f{NONCHARACTERS}]")
_ANY_CONTROL = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{NONCHARACTERS}]|\r(?!\n)")
_REFERENCE = re.compile("\u2068[^\u2069]*\u2069\\S*|\\S+")
_WORKFLOW = re.compile(r"\s*[\w-]+(\s*,\s*[\w-]+)*\s*")
_QUOTED = r'"[^"\\\n]*+(?:\\[ntr"\\][^"\\\n]*+)*+"\n'
_TOKEN = re.compile(
    rf"(?P<name>msgctxt|msgid_plural|msgid|msgstr)(?:\[(?P<index>\d)\])? (?P<text>(?:{_QUOTED})++)"
    r"|[^\n]*\n|[^\n]+"
)
"""A keyword with all lines of its text, where their form is the usual one; else a line."""
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(slots=True)
class _EntryDraft:
    comments: list[str] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    workflow: list[str] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)
    """The pieces of each text, by keyword: `msgid`, `msgstr[1]`, `| msgid`."""
    lines: dict[str, int] = field(default_factory=dict)
    raw: list[str] = field(default_factory=list)
    obsolete: bool | None = None
    complete: bool = False
    """Whether it has a msgstr: only then may another entry begin."""
    broken: bool = False

    @property
    def has_content(self) -> bool:
        return bool(self.texts or self.extracted or self.references or self.flags or self.workflow)

    @property
    def msgstr_keywords(self) -> list[str]:
        return [name for name in self.lines if name.startswith("msgstr")]

    def to_entry(self, gap: str | None) -> Entry:
        """Make the entry; `gap` holds the blank lines that follow it."""
        texts = {name: "".join(pieces) for name, pieces in self.texts.items()}
        keywords = self.msgstr_keywords
        return Entry(
            msgid=texts["msgid"],
            msgstrs=tuple(texts[name] for name in keywords),
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
            line=self.lines[keywords[0]],
            raw="".join(self.raw),
            gap=gap,
        )


class PoParser:
    """Reads the lines of one file; collects its entries and errors."""

    def __init__(self, file: str, escapes: Mapping[str, str] = GUIDE_ESCAPES) -> None:
        self.file = file
        self.escapes = escapes
        self.entries: list[Entry] = []
        self.errors: list[Finding] = []
        self.tail = ""
        self.draft = _EntryDraft()
        self.keyword = ""
        self.blank_lines: list[str] = []
        self.line_number = 0
        self.has_controls = False
        self.has_conflicts = self.in_conflict = self.skips_side = False

    def parse(self, text: str) -> None:
        """Parse a whole file, without a byte order mark."""
        # What can be printed is no control: the quick way for most files.
        is_plain = text.replace("\n", "").isprintable()
        self.has_controls = not is_plain and _ANY_CONTROL.search(text) is not None
        for token in (_LINE if self.has_controls else _TOKEN).finditer(text):
            if len(self.errors) > _MOST_ERRORS:
                self._report("reading stopped here, after so many errors", "Mend those before.")
                return
            raw = token[0]
            if token.lastgroup and len(raw) <= MAX_LINE_LENGTH:
                if self.skips_side:
                    self.line_number += raw.count("\n")
                else:
                    self._read_token(raw, token)
                continue
            for line in _LINE.findall(raw) if token.lastgroup else [raw]:
                self.line_number += 1
                if line[0] in "<|=>" and (mark := _CONFLICT.match(line)):
                    self._read_conflict(mark[1][0])
                elif not self.skips_side:
                    self._read_line(line, line.rstrip("\n").removesuffix("\r"))
        if self.draft.complete:
            self._finish(at_end=True)
        elif self.draft.has_content and not self.in_conflict:
            self._report("the file ends in the middle of an entry", "Get a whole copy of the file.")
        else:
            self.tail = "".join([*self.blank_lines, *self.draft.raw])

    def _report(self, message: str, hint: str, line: int = 0) -> None:
        self.errors.append(Finding(self.file, line or self.line_number, message, hint))
        self.draft.broken = True

    def _read_token(self, raw: str, token: re.Match[str]) -> None:
        self.line_number += 1
        self._add_raw(raw, self.draft.complete and _begins_entry(token, raw, self.keyword))
        self._open_keyword(token["name"], token["index"], False, False)
        text = token["text"][1:-2].replace('"\n"', "")
        self.draft.texts[self.keyword].append(self._unescape(text) if "\\" in text else text)
        self.line_number += raw.count("\n") - 1

    def _read_line(self, raw: str, line: str) -> None:
        if self.has_controls or len(line) > MAX_LINE_LENGTH:
            line = self._check_line(line)
        text = line.strip()
        if not text:
            self.keyword = ""
            # Blank lines before the end of an entry belong to it, after it to the gap.
            (self.blank_lines if self.draft.complete else self.draft.raw).append(raw)
            return
        obsolete = previous = False
        if text[0] == "#":
            if text[1:2] not in ("~", "|"):
                self._add_raw(raw, self.draft.complete)
                self._read_comment(text)
                return
            _, mark, text = _PREFIX.split(text, maxsplit=1)
            obsolete, previous = "~" in mark, "|" in mark
        keyword = _KEYWORD.fullmatch(text) if text[:1] == "m" else None
        self._add_raw(raw, self.draft.complete and _begins_entry(keyword, text, self.keyword))
        if text[:1] == '"' or keyword:
            self._read_string(keyword, text, obsolete, previous)
        elif text[:1] == "#":
            self._read_comment(text)
        elif _DOMAIN.match(text):
            hint = "Keep the messages of each domain in a file of their own, and remove the line."
            self._report("`domain` is not supported", hint)
        elif text:
            self.keyword = ""
            self._report("this line is not part of a PO file", "Mend or remove the line.")

    def _read_conflict(self, mark: str) -> None:
        """Report a conflict of git once: read our side of it, and pass over the others."""
        if mark == "<" or not self.in_conflict:
            hint = "Keep one side of what stands between the marks, and remove the marks."
            self._report("a mark of a merge that was not finished", hint)
            self.has_conflicts = True
            self.in_conflict = mark == "<"
        elif mark == ">":
            self.in_conflict = False
        self.skips_side = self.in_conflict and mark != "<"

    def _add_raw(self, raw: str, begins_entry: bool) -> None:
        if begins_entry:
            self._finish()
        if self.blank_lines:
            self.draft.raw += self.blank_lines
            self.blank_lines = []
        self.draft.raw.append(raw)

    def _check_line(self, line: str) -> str:
        """Report what makes a line unreadable; give it back empty where it cannot be read on."""
        if len(line) > MAX_LINE_LENGTH:
            message = f"this line is {len(line):,} characters long"
            self._report(message, "Get a whole copy of the file, or break the text into lines.")
            return ""
        if control := _CONTROL.search(line):
            self._report(f"there is a control character, U+{ord(control[0]):04X}", "Remove it.")
        return "" if "\r" in line else line

    def _read_comment(self, text: str) -> None:
        self.keyword = ""
        prefix, rest = text[:2], text[2:]
        if prefix == "#.":
            self.draft.extracted.append(rest.removeprefix(" "))
        elif prefix == "#:":
            self.draft.references += _REFERENCE.findall(rest)
        elif prefix == "#,":
            self.draft.flags += filter(None, map(str.strip, rest.split(",")))
        elif prefix == "#=" and _WORKFLOW.fullmatch(rest):
            self.draft.workflow += map(str.strip, rest.split(","))
        else:
            self.draft.comments.append(text)

    def _read_string(
        self, keyword: re.Match[str] | None, text: str, obsolete: bool, previous: bool
    ) -> None:
        quoted = text
        if keyword:
            self._open_keyword(keyword[1], keyword[2], obsolete, previous)
            quoted = keyword[3]
        elif not self.keyword:
            self._report("text stands here without msgid or msgstr", "Mend or remove the line.")
            return
        if not quoted.startswith('"'):
            self._report('the text does not begin with "', 'Put the text between straight ".')
        while string := _STRING.match(quoted):
            piece = self._unescape(string[1]) if "\\" in string[1] else string[1]
            self.draft.texts[self.keyword].append(piece)
            quoted = quoted[string.end() :]
        if quoted.startswith('"') and _QUOTED_STRING.match(quoted):
            message = "something follows the text's closing \""
            self._report(message, 'Write \\" for a " in the text.')
        elif quoted.startswith('"'):
            self._report(
                'the closing " is missing', 'End the line with ", and check its last word.'
            )

    def _open_keyword(self, name: str, index: str | None, obsolete: bool, previous: bool) -> None:
        self.keyword = ("| " if previous else "") + (f"{name}[{int(index)}]" if index else name)
        draft = self.draft
        if self.keyword in draft.lines:
            hint = "Leave one of the two, or add what is missing between them."
            self._report(f"a second {self.keyword} in one entry", hint)
        if name == "msgstr" and "msgid" not in draft.lines:
            self._report("msgstr without msgid", "Restore the msgid before it, or remove it.")
        if draft.obsolete not in (None, obsolete):
            self._report("an entry is obsolete in part", "Write #~ before all its lines, or none.")
        draft.obsolete = obsolete
        draft.complete = draft.complete or self.keyword.startswith("msgstr")
        draft.lines.setdefault(self.keyword, self.line_number)
        draft.texts.setdefault(self.keyword, [])

    def _unescape(self, text: str) -> str:
        resolved, wrong = unescape(text, self.escapes)
        for escape in wrong:
            self._report(f"`{escape}` means nothing here", "Write \\\\ for a backslash.")
        return resolved

    def _finish(self, at_end: bool = False) -> None:
        draft, gap = self.draft, "".join(self.blank_lines)
        if not draft.broken:
            self._check_plural_forms(draft)
        self.draft, self.blank_lines, self.keyword = _EntryDraft(), [], ""
        self.tail = gap
        if not draft.broken and "msgid" in draft.texts:
            self.entries.append(draft.to_entry(None if at_end else gap))

    def _check_plural_forms(self, draft: _EntryDraft) -> None:
        keywords = draft.msgstr_keywords
        expected = ["msgstr"]
        if "msgid_plural" in draft.lines:
            expected = [f"msgstr[{index}]" for index in range(len(keywords))]
        if keywords != expected:
            message = f"{', '.join(keywords)} where {', '.join(expected)} should stand"
            hint = "With msgid_plural, write msgstr[0], msgstr[1] and so on; without, msgstr alone."
            self._report(message, hint, draft.lines[keywords[0]])


def _begins_entry(keyword: re.Match[str] | None, text: str, last_keyword: str) -> bool:
    if keyword:
        return keyword[1] != "msgstr" or not (keyword[2] and last_keyword.startswith("msgstr["))
    return not text.startswith('"')
