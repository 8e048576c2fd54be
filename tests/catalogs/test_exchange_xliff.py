"""XLIFF that is written follows the standard; XLIFF from others is read safely."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from translate.storage import xliff2

from plainspoken.cli import main

from .conftest import Folder

NS = {"x": "urn:oasis:names:tc:xliff:document:2.0"}
PO = "locales/es/LC_MESSAGES/guide.po"
XLIFF: Any = xliff2.Xliff2File
STEAM = "Steam burns. Call {help-phone} if you get hurt."


def run(folder: Folder, *args: str | Path) -> int:
    return main(["catalogs", *map(str, args), "-C", str(folder.root)])


@pytest.fixture
def sent(folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The Spanish catalog as XLIFF, with a message in every state."""
    folder.edit("01-boil.md", "Steam burns.", "Steam burns badly.")
    folder.update()
    folder.edit_po('msgstr "Vierta."', 'msgstr ""')
    for who, name in (("Li Wen, second translator", "brew.brew"), ("Ana, clinician", "brew.steep")):
        assert run(folder, "review", "es", "--as", who, "--message", name) == 0
    path = tmp_path / "guide.es.xlf"
    assert run(folder, "export", "es", "--format", "xliff", "-o", path) == 0
    assert "23 messages, 2 of them to translate" in capsys.readouterr().out
    return path


def segment(root: etree._Element, source: str) -> etree._Element:
    return next(element for element in root.iterfind(".//x:segment", NS)
                if element.findtext("x:source", "", NS) == source)  # fmt: skip


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_it_follows_the_standard(sent: Path) -> None:
    schema = etree.RelaxNG(file=str(Path(__file__).parent / "schemas/xliff.rng"))
    root = etree.fromstring(sent.read_bytes())
    schema.assertValid(root)
    assert (root.get("version"), root.get("srcLang"), root.get("trgLang")) == ("2.1", "en", "es")
    ids = [str(element.get("id")) for element in root.iterfind(".//x:unit", NS)]
    assert len(set(ids)) == len(ids) == 23
    space = "{http://www.w3.org/XML/1998/namespace}space"
    assert root[0].get(space) == "preserve"


def test_states_tell_how_far_a_message_is(sent: Path) -> None:
    root = etree.fromstring(sent.read_bytes())
    fuzzy = segment(root, STEAM.replace("burns.", "burns badly."))
    assert (fuzzy.get("state"), fuzzy.get("subState")) == ("initial", "plainspoken:fuzzy")
    assert fuzzy.findtext("x:target", None, NS) is not None
    empty = segment(root, "Pour.")
    assert (empty.get("state"), empty.get("subState")) == ("initial", None)
    assert empty.find("x:target", NS) is None
    assert segment(root, "Minutes").get("state") == "translated"
    assert segment(root, "Brew").get("state") == "reviewed"
    assert segment(root, "Steep").get("state") == "final"


def test_notes_tell_what_translators_are_told(sent: Path) -> None:
    root = etree.fromstring(sent.read_bytes())
    unit = segment(root, STEAM.replace("burns.", "burns badly.")).getparent()
    assert unit is not None
    told = [element.text for element in unit.iterfind("x:notes/x:note", NS)]
    assert told[0] == "alert (warning), in: Boil the water"
    assert told[-1] == f"Translated before the text changed from: {STEAM}"


def test_a_translators_program_brings_its_work_back(
    folder: Folder, sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = XLIFF.parsefile(str(sent))
    for unit in store.units:
        if unit.source == "Pour.":
            unit.target = "Eche el agua."
            unit.xmlelement.set("state", "translated")
    store.savefile(str(sent))
    before = folder.po.read_text("utf-8")
    assert run(folder, "import", "es", sent) == 0
    assert "Translations changed: 1. Not taken: 0." in capsys.readouterr().out
    assert folder.po.read_text("utf-8") == before.replace(
        'msgid "Pour."\nmsgstr ""', 'msgid "Pour."\nmsgstr "Eche el agua."'
    )


def test_a_finished_message_loses_its_fuzzy_mark_and_previous_text(
    folder: Folder, sent: Path
) -> None:
    root = etree.fromstring(sent.read_bytes())
    segment(root, STEAM.replace("burns.", "burns badly.")).set("state", "final")
    sent.write_bytes(etree.tostring(root))
    assert run(folder, "import", "es", sent) == 0
    done = folder.entry(STEAM.replace("burns.", "burns badly."))
    assert (done.is_fuzzy, done.previous_msgid) == (False, None)
    assert done.comments == ()


def test_what_a_program_left_initial_is_fuzzy(
    folder: Folder, sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_in(sent, "<source>Pour.</source>", "<source>Pour.</source><target>Vierta.</target>")
    assert run(folder, "import", "es", sent) == 0
    assert "1 of them fuzzy" in capsys.readouterr().out
    assert folder.entry("Pour.").is_fuzzy


def test_segments_that_were_split_are_joined(folder: Folder, sent: Path) -> None:
    root = etree.fromstring(sent.read_bytes())
    whole = segment(root, "Wait for 3 minutes. Do not stir.")
    unit = whole.getparent()
    assert unit is not None
    unit.remove(whole)
    for kind, source, target in (
        ("segment", "Wait for 3 minutes.", "Aguarde 3 minutos."),
        ("ignorable", " ", " "),
        ("segment", "Do not stir.", "No <mrk id='1'>lo</mrk> mueva."),
    ):
        state = ' state="translated"' if kind == "segment" else ""
        text = (
            f'<{kind} xmlns="{NS["x"]}"{state}><source>{source}</source>'
            f"<target>{target}</target></{kind}>"
        )
        unit.append(etree.fromstring(text))
    sent.write_bytes(etree.tostring(root))
    assert run(folder, "import", "es", sent) == 0
    assert folder.entry("Wait for 3 minutes. Do not stir.").msgstr == (
        "Aguarde 3 minutos. No lo mueva."
    )


def test_a_changed_source_is_told_and_left(
    folder: Folder, sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_in(sent, "<source>Minutes</source>", "<source>Hours</source>")
    replace_in(sent, "<target>Minutos</target>", "<target>Horas</target>")
    raw = folder.po.read_bytes()
    assert run(folder, "import", "es", sent) == 1
    told = capsys.readouterr().out
    assert "not taken: the text itself was changed in the file" in told
    assert "'Horas'" in told
    line = next(n for n, line_text in enumerate(sent.read_text("utf-8").splitlines(), 1)
                if "Hours" in line_text)  # fmt: skip
    assert any(f"{sent}:{near}:" in told for near in range(line - 6, line + 1))
    assert folder.po.read_bytes() == raw


def test_a_text_that_changed_here_is_told_with_its_place(
    folder: Folder, sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_in(sent, "No revuelva.</target>", "No lo mueva.</target>")
    folder.edit("02-brew.md", "Do not stir.", "Do not stir it.")
    folder.update()
    raw = folder.po.read_bytes()
    assert run(folder, "import", "es", sent) == 1
    told = capsys.readouterr().out
    now = folder.entry("Wait for 3 minutes. Do not stir it.")
    assert f"not taken: its text has changed since it was sent ({PO}:{now.line})" in told
    assert "No lo mueva." in told
    assert folder.po.read_bytes() == raw


def test_an_unknown_message_is_told(
    folder: Folder, sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = etree.fromstring(sent.read_bytes())
    next(root.iterfind(".//x:unit", NS)).set("id", "m0123456789abcdef")
    sent.write_bytes(etree.tostring(root))
    assert run(folder, "import", "es", sent) == 1
    assert "not taken: there is no message m0123456789abcdef" in capsys.readouterr().out


def test_what_came_back_empty_keeps_its_translation(
    folder: Folder, sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_in(sent, "<target>Minutos</target>", "<target/>")
    raw = folder.po.read_bytes()
    assert run(folder, "import", "es", sent) == 1
    assert "came back empty" in capsys.readouterr().out
    assert folder.po.read_bytes() == raw


def test_an_edit_made_here_meanwhile_stays(
    folder: Folder, sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit_po('msgstr "Minutos"', 'msgstr "Min."')
    folder.edit_po('msgstr "Verde"', 'msgstr "Té verde"')
    replace_in(sent, "<target>Verde</target>", "<target>verde</target>")
    assert run(folder, "import", "es", sent) == 1
    told = capsys.readouterr().out
    assert "Left as they are here: 1." in told
    assert "not taken: its translation was changed here too" in told
    assert folder.entry("Minutes").msgstr == "Min."
    assert folder.entry("Green").msgstr == "Té verde"


BOMB = '<!DOCTYPE x [<!ENTITY a "ha">{}]>'.format(
    "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
)
HOSTILE = {
    "an entity that reads a file": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    "an entity that opens a page": '<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:9/x">]>',
    "a document type elsewhere": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    "a parameter entity": '<!DOCTYPE x [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]>',
    "a bomb of entities": BOMB,
}


@pytest.mark.parametrize("doctype", HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_are_refused(
    folder: Folder, sent: Path, capsys: pytest.CaptureFixture[str], doctype: str
) -> None:
    name = "i" if doctype == BOMB else "a"
    use = "" if "%" in doctype or "dtd" in doctype else f"&{name};"
    text = sent.read_text("utf-8").partition("?>\n")[2]
    text = text.replace("<target>Minutos</target>", f"<target>Minutos{use}</target>")
    sent.write_text(f"{doctype}\n{text}", "utf-8")
    raw = folder.po.read_bytes()
    begun = time.process_time()
    assert run(folder, "import", "es", sent) == 2
    assert time.process_time() - begun < 5
    told = capsys.readouterr().err
    assert "root:" not in told
    assert f"{sent}" in told
    assert folder.po.read_bytes() == raw


def deep(text: str) -> str:
    return text.replace(
        "<target>Minutos</target>", "<target>" + "<mrk id='a'>" * 5000 + "</target>"
    )


REFUSED = [
    (lambda text: text.replace('version="2.1"', 'version="1.2"'), "is XLIFF 1.2, not XLIFF 2.1"),
    (lambda text: text.replace('trgLang="es"', 'trgLang="fr"'), "goes from en to fr"),
    (lambda text: text.replace('state="translated"', 'state="done"'), "'done' is not a state"),
    (lambda text: text.replace("<target>Min", '<target><ph id="1"/>Min'), "there is a code <ph>"),
    (lambda text: text.replace(' id="m', ' di="m'), "a unit has no id"),
    (lambda text: text[: len(text) // 2], "is not XML that can be read"),
    (lambda _: "", "is not XML that can be read"),
    (lambda _: "<html/>", "is another format, not XLIFF 2.1"),
    (lambda text: text.replace("Minutos", 'Minutos<cp hex="0007"/>'), "control character, U+0007"),
    (lambda text: text.replace("Minutos", 'Minutos<cp hex="D800"/>'), "there is a code <cp>"),
    (lambda text: text.replace("UTF-8", "no-such-charset"), "is not XML that can be read"),
    (lambda text: text + " " * 64_000_000, "is larger than 64 MB"),
    (deep, "is not XML that can be read"),
]


@pytest.mark.parametrize(("harm", "expected"), REFUSED, ids=lambda value: str(value)[:40])
def test_a_wrong_file_is_told_and_changes_nothing(  # type: ignore[no-untyped-def]
    folder: Folder, sent: Path, capsys: pytest.CaptureFixture[str], harm, expected: str
) -> None:
    sent.write_text(harm(sent.read_text("utf-8")), "utf-8")
    raw = folder.po.read_bytes()
    assert run(folder, "import", "es", sent) == 2
    assert expected in capsys.readouterr().err
    assert folder.po.read_bytes() == raw


def test_all_faults_are_told_together_with_their_lines(
    folder: Folder, sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_in(sent, 'state="translated"', 'state="done"')
    replace_in(sent, "<target>Minutos", '<target><ph id="1"/>Minutos')
    assert run(folder, "import", "es", sent) == 2
    lines = [line for line in capsys.readouterr().err.splitlines() if line.startswith(str(sent))]
    assert len(lines) == 2
    assert all(line.removeprefix(f"{sent}:").partition(":")[0].isdigit() for line in lines)


def test_a_file_in_utf_16_is_read(folder: Folder, sent: Path) -> None:
    root = etree.fromstring(sent.read_bytes())
    segment(root, "Minutes")[1].text = "Los minutos"
    text = etree.tostring(root, encoding="unicode")
    sent.write_bytes(f'<?xml version="1.0" encoding="utf-16"?>\n{text}'.encode("utf-16"))
    assert run(folder, "import", "es", sent) == 0
    assert folder.entry("Minutes").msgstr == "Los minutos"


def test_a_file_that_is_not_there_is_told(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "import", "es", tmp_path / "none.xlf") == 2
    assert "is not there" in capsys.readouterr().err
