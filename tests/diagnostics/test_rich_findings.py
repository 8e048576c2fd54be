"""Findings in every form, at the bounds of what a message shows."""

from __future__ import annotations

import json

from tests.approval import Approve

from plainspoken.diagnostics.errors import CatalogError, ProjectError, collect_errors
from plainspoken.diagnostics.finding import Finding, ReportedFinding
from plainspoken.diagnostics.report import find_kind, format_findings
from plainspoken.diagnostics.review import format_github
from plainspoken.diagnostics.sarif import format_sarif
from plainspoken.diagnostics.suggestions import suggest_nearest
from plainspoken.diagnostics.suppressions import Suppression, find_reason, find_unused
from plainspoken.diagnostics.visible_text import (
    bound_message,
    escape_json,
    quote,
    shorten,
    shorten_middle,
    show_hidden,
)

TEXTS = [
    "", "plain", "a\nb\tc", "\x1b[31m",
    "\u202ea\u200bb\u200cc\u200dd\u00a0e\u202ff\u3000g\u2028h",
    "\ue000\U000e0001\U0001f600é字", "x" * 79, "x" * 80, "x" * 81, "x" * 240, "x" * 241,
    f"`{'a' * 80}` b", f"`{'a' * 81}` b", f"it's '{'c' * 81}' d “{'e' * 90}” \"{'f' * 90}\"",
    "y " * 450, "y " * 451, f"{'head ' * 90}`{'q' * 90}`{' tail' * 100}",
]  # fmt: skip
FINDINGS = [
    Finding("", 0, "nowhere"),
    Finding("a.md", 0, "in a file", "Do it.", "warning"),
    Finding("a\nb\x07.md", 7, "at a\x1bline", "Do\u202e it.", "info", ("one\ttwo", "z" * 250)),
    Finding("", 7, "a line of nothing", "", "error", ("",)),
]


def test_texts_are_shown_and_cut(approve: Approve) -> None:
    lines = []
    for text in TEXTS:
        shown = (
            show_hidden(text), show_hidden(text, "|"), shorten(text), shorten_middle(text),
            shorten_middle(text, 10), bound_message(text), quote(text), quote(text, 3),
            escape_json(text),
        )  # fmt: skip
        lines += [repr(text), *(f"  {len(each)} {each!r}" for each in dict.fromkeys(shown))]
    approve("\n".join(lines))


def test_findings_are_told_in_every_form(approve: Approve) -> None:
    parts = []
    for finding in FINDINGS:
        table = json.dumps(finding.to_json(), ensure_ascii=False)
        parts.append(f"{finding}\n{finding.location!r} {table} {find_kind(finding)!r}")
    reported = [
        ReportedFinding(
            f"rule-{number % 3}", finding, f"{finding.message} {{0}} 5 %\r\nmore",
            ("en", str(number % 2)),
            "Say why." if number else "", "It is so." if number == 2 else "",
        )
        for number, finding in enumerate((*FINDINGS, *FINDINGS[:2]))
    ]  # fmt: skip
    colon = Finding("a:b,c%.md", 3, "colons", "", "warning")
    reported.append(ReportedFinding("rule-1", colon, "a:b,c", ("en", "0"), ""))
    parts += format_github(reported)
    parts.append(format_sarif(reported, {"rule-1": "It is one.", "other": ""}))
    parts.append(format_sarif(reported[:1], {}, "file:///guide"))
    parts.append(format_sarif([], {"a": "A."}, "file:///guide/"))
    approve("\n".join(parts))


def test_many_findings_are_cut(approve: Approve) -> None:
    few = [Finding("a.md", line, f"`{line}` is wrong") for line in range(1, 21)]
    more = [Finding("b.md", line, f"'{line}' is bad, U+{line:04X}") for line in range(1, 23)]
    other = [Finding("b.md", line, f"'{line}' is bad", "", "warning") for line in range(1, 3)]
    kinds = [Finding("c.md", 0, f"kind {'abcdefghijklmnopqrstuvwxyz'[n % 26] * (n // 26 + 1)}")
             for n in range(410)]  # fmt: skip
    parts = [format_findings(each) for each in (few, few + more + other, [])]
    ends = [format_findings(each).splitlines()[-2:] for each in (kinds, kinds[:401], kinds[:400])]
    parts += ["\n".join(end) for end in ends]
    errors: list[Finding] = []
    for kind in (ProjectError, CatalogError):
        kind.raise_if([])
        with collect_errors(errors):
            kind.raise_if([few[3], few[1], few[1], more[0]])
    approve("\n\n".join([*parts, format_findings(errors)]))


def test_words_are_suggested(approve: Approve) -> None:
    known = ["kettle", "kernel", "Tea", "x" * 80]
    words = ["ketle", "kernle", "tea", "te", "zzz", "", "x" * 80, "x" * 81, "ket", "kett", "keel"]
    lines = [f"{word[:20]!r}: {suggest_nearest(word, known)[:60]}" for word in words]
    many = [f"word{number}" for number in range(2_001)]
    for count in (2_000, 2_001, 0):
        lines.append(f"{count}: {suggest_nearest('wordd7', many[:count])!r}")
    approve("\n".join(lines))


def test_suppressions_allow_or_lapse(approve: Approve) -> None:
    every = [
        Suppression("a", "Why."), Suppression("a", "Later."), Suppression("b", ""),
        Suppression("c", "It lapsed.", lapsed=True), Suppression("d", "No such rule."),
        Suppression("e", "Not needed."), Suppression("f", ""),
    ]  # fmt: skip
    lines = [f"{rule}: {find_reason(every, rule)!r}" for rule in "abcdefg"]
    unused = find_unused(every, {"a", "b", "c"}, {"a", "b", "c", "e", "f"})
    approve("\n".join([*lines, *map(str, unused)]))
