"""Messages are bounded: how many of a kind there are, how much they quote, and of what signs."""

from __future__ import annotations

import json
import pickle
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.cli import main
from plainspoken.diagnostics.errors import SourceError
from plainspoken.diagnostics.finding import Finding
from plainspoken.diagnostics.report import MOST_IN_ALL, format_findings
from plainspoken.diagnostics.visible_text import escape_json

Out = pytest.CaptureFixture[str]
MOST_LINE = 1_200
UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def make_findings(count: int, message: str = "`{}` leads nowhere") -> list[Finding]:
    return [Finding("a.md", n, message.format(f"n{n}"), "Mend it.") for n in range(1, count + 1)]


def test_the_first_twenty_of_a_kind_are_shown_and_a_count_of_the_rest() -> None:
    other = Finding("b.md", 1, "is not UTF-8 text", "Save it as UTF-8.")
    told = str(SourceError([*make_findings(500), other]))
    assert told.count("leads nowhere") == 20
    assert "a.md:20: `n20` leads nowhere\n  Mend it.\n… and 480 more like this\n" in told
    assert told.endswith(str(other))


def test_an_error_holds_its_findings_however_they_were_given_and_goes_through_a_pipe() -> None:
    findings = tuple(make_findings(3))
    error = SourceError(iter(findings))
    for each in (error, pickle.loads(pickle.dumps(error))):
        assert isinstance(each, SourceError)
        assert each.findings == findings
        assert each.args == (findings,)
        assert str(each) == str(SourceError(list(findings)))


def test_twenty_of_a_kind_are_shown_without_a_count() -> None:
    assert "more like this" not in format_findings(make_findings(20))


@pytest.mark.parametrize(
    "message", ["`{}` is odd", "'{}' is odd", '"{}" is odd', "“{}” is odd", "line {} is odd"]
)
def test_findings_that_differ_in_what_they_quote_are_of_a_kind(message: str) -> None:
    assert format_findings(make_findings(30, message)).endswith("… and 10 more like this")


def test_however_many_kinds_there_are_the_message_ends() -> None:
    kinds = [Finding("a.md", 0, chr(0x4E00 + number), "") for number in range(1_000)]
    told = format_findings(kinds).split("\n")
    assert len(told) == MOST_IN_ALL + 1
    assert told[-1] == "… and 600 more"


def test_what_a_message_quotes_is_cut_at_eighty_characters() -> None:
    finding = Finding("a.md", 1, f"`{'x' * 1_000}` leads nowhere", f"Did you mean “{'y' * 90}”?")
    assert finding.message == f"`{'x' * 79}…` leads nowhere"
    assert finding.hint == f"Did you mean “{'y' * 79}…”?"
    assert Finding("", 0, f"`{'x' * 80}`", "").message == f"`{'x' * 80}`"


def test_a_message_of_nine_hundred_characters_is_shown_whole_and_a_longer_one_cut() -> None:
    assert Finding("a.md", 1, "x" * 900).message == "x" * 900
    longer = Finding("a.md", 1, "x" * 901).message
    assert len(longer) == 900
    assert "…" in longer


def test_lines_below_a_message_are_cut_also_in_json() -> None:
    finding = Finding("a.md", 1, "is odd", "", detail=(f"msgid '{'x' * 1_000}'",))
    assert max(map(len, str(finding).split("\n"))) < 250
    (line,) = finding.to_json()["detail"]
    assert line.startswith("msgid 'xxx")
    assert "…" in line


@given(st.text(st.characters()), st.text(st.characters()), st.text(max_size=5))
def test_no_text_steers_a_terminal(file: str, text: str, more: str) -> None:
    finding = Finding(file, 1, f"`{text * 100}` is odd {more}", text, detail=(text, more))
    told = format_findings([finding])
    assert not UNSEEN.search(told)
    assert all(len(line) < MOST_LINE for line in told.split("\n"))


@given(st.text(st.characters()))
def test_json_for_a_terminal_holds_the_same_text(text: str) -> None:
    shown = escape_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(shown) == text
    assert not UNSEEN.search(shown)


def test_a_guide_with_five_hundred_broken_links_tells_twenty(
    small_guide: Path, capsys: Out
) -> None:
    links = "\n\n".join(f"See [it](gone-{number}.md)." for number in range(500))
    (small_guide / "source/03-links.md").write_text(f"# Links\n\n{links}\n", "utf-8")
    assert main(["score", "-C", str(small_guide)]) == 2
    told = capsys.readouterr().err
    assert told.count("leads nowhere") == 20
    assert told.endswith("… and 480 more like this\n")


def test_a_check_tells_twenty_of_a_kind_and_all_of_them_in_json(
    small_guide: Path, capsys: Out
) -> None:
    text = "\n\n".join(f"Take {number} mg of it." for number in range(100, 150))
    (small_guide / "source/03-doses.md").write_text(f"# Doses\n\n{text}\n", "utf-8")
    assert main(["catalogs", "add", "es", "-C", str(small_guide)]) == 0
    path = small_guide / "locales/es/LC_MESSAGES/guide.po"
    po = re.sub(
        r'(msgid "Take (\d+) mg of it\."\n)msgstr ""', r'\1msgstr "Tome 9\2 mg."', path.read_text()
    )
    path.write_text(po, "utf-8")
    capsys.readouterr()
    assert main(["catalogs", "check", "-C", str(small_guide)]) == 1
    told = capsys.readouterr().out
    assert told.count("Tome") == 20
    assert "… and 30 more like this\n" in told
    assert "--json" in told
    assert main(["catalogs", "check", "-C", str(small_guide), "--json"]) == 1
    assert capsys.readouterr().out.count("Tome") == 50
