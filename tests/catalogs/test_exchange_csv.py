"""CSV survives spreadsheets, and no cell is run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from plainspoken.cli import main

from .conftest import Folder


def run(folder: Folder, *args: str | Path) -> int:
    return main(["catalogs", *map(str, args), "-C", str(folder.root)])


@pytest.fixture
def sent(folder: Folder, tmp_path: Path) -> Path:
    """The Spanish catalog as CSV, with one message untranslated and one fuzzy."""
    folder.edit("01-boil.md", "Steam burns.", "Steam burns badly.")
    folder.update()
    folder.edit_po('msgstr "Vierta."', 'msgstr ""')
    path = tmp_path / "guide.es.csv"
    assert run(folder, "export", "es", "--format", "csv", "-o", path) == 0
    return path


def test_a_catalog_that_is_behind_its_guide_is_told(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit("02-brew.md", "1. Pour.", "1. Pour slowly.")
    run(folder, "export", "es", "--format", "csv", "-o", tmp_path / "a.csv")
    assert "The guide has moved on: 1 messages are not in it." in capsys.readouterr().out


Row = dict[str, str]


def edit(path: Path, change: Callable[[Row], None], dialect: str = ",", bom: str = "") -> None:
    """Save it as a spreadsheet does."""
    text = path.read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    for row in rows:
        change(row)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), delimiter=dialect)
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(bom + out.getvalue(), "utf-8", newline="")


def translate(source: str, target: str, state: str = "") -> Callable[[Row], None]:
    def change(row: Row) -> None:
        if row["source"] == source:
            row["target"] = target
            row["state"] = state or row["state"]

    return change


def test_it_opens_in_excel(sent: Path) -> None:
    raw = sent.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["id", "context", "source", "target", "state", "notes"]
    assert {len(row) for row in rows} == {6}
    (fuzzy,) = [row for row in rows if row[4] == "fuzzy"]
    assert fuzzy[5].splitlines()[-1].startswith("Translated before the text changed from: ")


@pytest.mark.parametrize(("dialect", "bom"), [(",", ""), (";", "\ufeff"), ("\t", "\ufeff")])
def test_what_a_spreadsheet_saves_comes_back(
    folder: Folder, sent: Path, dialect: str, bom: str
) -> None:
    edit(sent, translate("Pour.", "Eche; el agua, ya."), dialect, bom)
    before = folder.po.read_text("utf-8")
    assert run(folder, "import", "es", sent) == 0
    assert folder.po.read_text("utf-8") == before.replace(
        'msgid "Pour."\nmsgstr ""', 'msgid "Pour."\nmsgstr "Eche; el agua, ya."'
    )


def test_a_row_that_was_filled_in_is_translated(folder: Folder, sent: Path) -> None:
    edit(sent, translate("Pour.", "Vierta."))
    run(folder, "import", "es", sent)
    assert folder.entry("Pour.").is_usable


def test_a_fuzzy_row_stays_so_until_its_state_is_changed(folder: Folder, sent: Path) -> None:
    msgid = "Steam burns badly. Call {help-phone} if you get hurt."
    edit(sent, translate(msgid, "El vapor quema mucho. Llame a {help-phone} si se lastima."))
    run(folder, "import", "es", sent)
    assert folder.entry(msgid).is_fuzzy
    run(folder, "export", "es", "--format", "csv", "-o", sent)
    edit(sent, translate(msgid, folder.entry(msgid).msgstr, "translated"))
    run(folder, "import", "es", sent)
    assert folder.entry(msgid).is_usable


@pytest.mark.parametrize("text", ["=1+1", "+49 30 1", "-5 °C", "@home", "'=x", "''-x", "\t=x"])
def test_no_cell_is_a_formula_and_none_is_changed(folder: Folder, sent: Path, text: str) -> None:
    edit(sent, translate("Green", text))
    assert run(folder, "import", "es", sent) == 0
    wanted = text.removeprefix("'") if text.startswith("'") else text
    assert folder.entry("Green").msgstr == wanted
    run(folder, "export", "es", "--format", "csv", "-o", sent)
    cells = [cell for row in csv.reader(io.StringIO(sent.read_text("utf-8-sig"), newline=""))
             for cell in row]  # fmt: skip
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r\n"))]
    raw = folder.po.read_bytes()
    assert run(folder, "import", "es", sent) == 0
    assert folder.po.read_bytes() == raw


def test_an_apostrophe_of_a_language_stays(folder: Folder, sent: Path) -> None:
    edit(sent, translate("Green", "'s avonds"))
    run(folder, "import", "es", sent)
    assert folder.entry("Green").msgstr == "'s avonds"


REFUSED = [
    (lambda raw: raw.decode("utf-8").encode("utf-16"), "is not UTF-8 text"),
    (lambda raw: raw.decode("utf-8-sig").encode("cp1252", "replace"), "is not UTF-8 text"),
    (lambda raw: raw.replace(b'"target"', b'"ziel"'), "the column target is missing"),
    (lambda raw: raw.replace(b'"notes"', b'"state"'), "columns stand there twice: state"),
    (lambda raw: raw.replace(b'"notes"', b'"notes"' + b',"x"' * 100), "more than 100 columns"),
    (lambda raw: raw.replace(b'"translated"', b'"trasnlated"', 1), "Did you mean `translated`?"),
    (lambda raw: raw + raw.splitlines(True)[1], "stands here a second time; first in line 2"),
    (lambda raw: raw + b'"","","a","b","translated",""\r\n', "a row has no id"),
    (lambda raw: raw + b'"unclosed', "is not CSV"),
    (lambda raw: raw + b'"' + b"x" * 200_000 + b'"', "is not CSV"),
    (lambda _: b"", "the columns id, source, target, state are missing"),
    (lambda raw: raw.replace(b"Verde", b"Ver\x07de"), "control character, U+0007"),
    (lambda raw: raw + b" " * 64_000_000, "is larger than 64 MB"),
]


@pytest.mark.parametrize(("harm", "expected"), REFUSED, ids=lambda value: str(value)[:40])
def test_a_wrong_file_is_told_and_changes_nothing(  # type: ignore[no-untyped-def]
    folder: Folder, sent: Path, capsys: pytest.CaptureFixture[str], harm, expected: str
) -> None:
    sent.write_bytes(harm(sent.read_bytes()))
    raw = folder.po.read_bytes()
    assert run(folder, "import", "es", sent) == 2
    told = capsys.readouterr().err
    assert expected in told
    assert "Traceback" not in told
    assert folder.po.read_bytes() == raw


def test_faults_are_told_together_with_the_lines_where_their_rows_begin(
    folder: Folder, sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = sent.read_text("utf-8-sig").count("\n")
    rows = '"m1.t","","a\nb","c","done",""\r\n"m2.t","","d","e","dnoe",""\r\n'
    with sent.open("a", encoding="utf-8", newline="") as file:
        file.write(rows)
    assert run(folder, "import", "es", sent) == 2
    told = capsys.readouterr().err
    assert f"{sent}:{lines + 1}: 'done'" in told
    assert f"{sent}:{lines + 3}: 'dnoe'" in told


def test_empty_rows_and_other_columns_are_passed_over(folder: Folder, sent: Path) -> None:
    lines = sent.read_text("utf-8-sig").splitlines()
    text = "\r\n".join([lines[0] + ",who", ",,,,,,", *lines[1:], ",,"])
    sent.write_text(text, "utf-8", newline="")
    raw = folder.po.read_bytes()
    assert run(folder, "import", "es", sent) == 0
    assert folder.po.read_bytes() == raw
