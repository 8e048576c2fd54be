"""Whole workflows, step by step, with the programs that people use: nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from translate.storage import xliff2
from translate.storage.pypo import pofile

from plainspoken.catalogs.review import is_reviewed, is_void
from plainspoken.cli import main
from plainspoken.po.model import Catalog, Entry
from plainspoken.po.reader import parse_catalog

from .conftest import Folder, Git

STEAM = "Steam burns. Call {help-phone} if you get hurt."
XLIFF: Any = xliff2.Xliff2File
PO: Any = pofile
WAIT = "Wait for 3 minutes. Do not stir it."
Told = Callable[..., tuple[int, str]]


@pytest.fixture
def told(folder: Folder, capsys: pytest.CaptureFixture[str]) -> Told:
    """Run `plainspoken catalogs …`; give its code and all that it said."""

    def told(*args: str | Path) -> tuple[int, str]:
        capsys.readouterr()
        code = main(["catalogs", *map(str, args), "-C", str(folder.root)])
        said = capsys.readouterr()
        return code, said.out + said.err

    return told


def entries(folder: Folder) -> dict[str, Entry]:
    catalog: Catalog = parse_catalog(folder.po.read_bytes(), "guide.po")
    return {entry.msgid: entry for entry in catalog.entries}


def words(folder: Folder) -> set[str]:
    """Every translation that the file has, in use or not."""
    return {text for entry in entries(folder).values() for text in entry.msgstrs}


def whole(told: Told) -> Any:
    _, said = told("status", "--json")
    (locale,) = json.loads(said)["locales"]
    return locale


def test_a_translators_month(folder: Folder, told: Told, git: Git) -> None:
    begun = words(folder)

    # The translator works on a branch.
    git("checkout", "-q", "-b", "translator")
    folder.edit_po("No revuelva.", "No lo mueva.")
    folder.edit_po('msgid "One cup"', '# a cup has 250 ml here\nmsgid "One cup"')
    folder.edit_po("Dos tazas", "Dos tazas grandes")
    git("commit", "-aqm", "a better word")

    # Meanwhile a writer changes the guide, and brings the catalogs to it.
    git("checkout", "-q", "main")
    folder.edit("02-brew.md", "Do not stir.", "Do not stir it.")
    folder.edit("01-boil.md", "- Two cups\n", "")
    assert told("update")[0] == 0
    changed = entries(folder)[WAIT]
    assert (changed.is_fuzzy, changed.previous_msgid) == (True, WAIT.replace("stir it", "stir"))
    assert changed.msgstr == "Espere 3 minutos. No revuelva."
    git("commit", "-aqm", "do not stir it")

    # Both meet: git cannot join them, and nobody takes the marks of its try for a translation.
    merged = git("merge", "translator")
    assert merged.returncode != 0
    assert "CONFLICT" in merged.stdout
    lines = folder.po.read_text("utf-8").splitlines()
    first = next(n for n, line in enumerate(lines, 1) if line.startswith("<<<<<<<"))
    for command in ("update", "check", "status", "compile"):
        code, said = told(command)
        assert code == 2
        assert f"guide.po:{first}: a mark of a merge that was not finished" in said
    assert folder.po.read_text("utf-8").splitlines() == lines

    # The translator takes the writer's side of each message, and the new words.
    kept = "\n".join(_sides(lines, "ours")) + "\n"
    mine = f'msgid "{WAIT}"\nmsgstr "Espere 3 minutos. No '
    assert f"{mine}revuelva" in kept
    kept = kept.replace(f"{mine}revuelva", f"{mine}lo mueva")
    previous = WAIT.replace("stir it", "stir")
    folder.po.write_text(kept.replace(f'#, fuzzy\n#| msgid "{previous}"\n', ""), "utf-8")
    git("add", ".")
    assert git("commit", "-qm", "merged").returncode == 0
    assert told("update")[0] == 0
    code, said = told("check")
    assert code == 0, said
    now = entries(folder)
    assert now[WAIT].is_usable
    assert now[WAIT].msgstr == "Espere 3 minutos. No lo mueva."
    assert now["One cup"].comments == ("# a cup has 250 ml here",)
    assert now["Two cups"].obsolete

    # The writer takes the cut back: the old translation is there again.
    folder.edit("01-boil.md", "- One cup\n", "- One cup\n- Two cups\n")
    assert told("update")[0] == 0
    back = entries(folder)["Two cups"]
    assert back.is_usable
    assert back.msgstr.startswith("Dos tazas")
    assert begun - words(folder) <= {"Dos tazas"}
    assert whole(told)["percent"] == 100


def _sides(lines: list[str], side: str) -> list[str]:
    """What one side of each conflict says."""
    kept = []
    inside = ""
    for line in lines:
        if line.startswith("<<<<<<<"):
            inside = "ours"
        elif line.startswith("=======") and inside:
            inside = "theirs"
        elif line.startswith(">>>>>>>"):
            inside = ""
        elif inside in ("", side):
            kept.append(line)
    return kept


def test_an_agency_works_while_the_guide_moves_on(
    folder: Folder, told: Told, tmp_path: Path
) -> None:
    # Three messages are sent out, untranslated.
    for old in ("Vierta.", "Minutos", "Negro"):
        folder.edit_po(f'msgstr "{old}"', 'msgstr ""')
    sent = tmp_path / "guide.es.xlf"
    code, said = told("export", "es", "--format", "xliff", "-o", sent)
    assert (code, "3 of them to translate" in said) == (0, True)

    # Meanwhile one text changes, one goes, and somebody here translates and mends.
    folder.edit("02-brew.md", "1. Pour.", "1. Pour slowly.")
    folder.edit("02-brew.md", "| Black | 4.5 |\n", "")
    assert told("update")[0] == 0
    folder.edit_po('msgid "Minutes"\nmsgstr ""', 'msgid "Minutes"\nmsgstr "Minutos"')
    folder.edit_po('msgstr "Verde"', 'msgstr "Té verde"')
    folder.edit_po('msgstr "Infusione"', 'msgstr "Prepare"')
    here = words(folder)

    # The agency translates all, and changes two words that were there.
    store = XLIFF.parsefile(str(sent))
    work = {"Pour.": "Vierta.", "Minutes": "Los minutos", "Black": "Negro", "Brew": "Cueza",
            "Steep": "Repose"}  # fmt: skip
    for unit in store.units:
        if unit.source in work:
            unit.target = work[unit.source]
            unit.xmlelement.set("state", "translated")
    store.savefile(str(sent))

    # What fits comes in; the rest is told with both texts; what was mended here stays.
    code, said = told("import", "es", sent)
    assert code == 1
    assert "Translations changed: 1. Not taken: 4." in said
    assert "Left as they are here: 1." in said
    assert said.count("not taken: its translation was changed here too") == 2
    assert said.count("not taken: the guide no longer has this text") == 2
    for text in work.values():
        assert text == "Repose" or repr(text) in said
    now = entries(folder)
    assert now["Steep"].msgstr == "Repose"
    assert now["Minutes"].msgstr == "Minutos"
    assert now["Green"].msgstr == "Té verde"
    assert here - words(folder) == {"Reposo"}

    # A second round with what is left: all is whole.
    assert told("export", "es", "--format", "xliff", "-o", sent)[0] == 0
    store = XLIFF.parsefile(str(sent))
    for unit in store.units:
        if not unit.target:
            unit.target = "Vierta despacio."
            unit.xmlelement.set("state", "translated")
    store.savefile(str(sent))
    assert told("import", "es", sent)[0] == 0
    assert whole(told)["percent"] == 100


def test_weblate_writes_the_file_anew_and_adds_its_headers(
    folder: Folder, told: Told, git: Git
) -> None:
    assert told("review", "es", "--as", "Li Wen, second translator", "--all")[0] == 0
    git("commit", "-aqm", "reviewed")
    before = folder.po.read_text("utf-8")

    # A translator changes one message in the browser; Weblate commits.
    store = PO(folder.po.read_bytes())
    fields = {"X-Generator": "Weblate 5.14", "Last-Translator": "Eva <e@x.org>"}
    store.updateheader(add=True, **fields)
    for unit in store.unit_iter():
        if unit.source == "Brew":
            unit.target = "Prepare"
    folder.po.write_bytes(bytes(store))
    git("commit", "-aqm", "Translated using Weblate (Spanish)")

    # The guide moves on; the update keeps Weblate's headers and every entry but one.
    folder.edit("01-boil.md", "Steam burns.", "Steam burns badly.")
    assert told("update")[0] == 0
    text = folder.po.read_text("utf-8")
    assert '"X-Generator: Weblate 5.14\\n"' in text
    assert '"Last-Translator: Eva <e@x.org>\\n"' in text
    lost = [paragraph for paragraph in before.split("\n\n") if paragraph not in text]
    assert len(lost) == 3, "the header, the message in the browser, the text that changed"
    now = entries(folder)
    assert is_void(now["Brew"])
    assert is_reviewed(now["Pour."])
    steam = now[STEAM.replace("burns.", "burns badly.")]
    assert (steam.is_fuzzy, steam.previous_msgid) == (True, STEAM)
    assert (whole(told)["void"], whole(told)["fuzzy"]) == (2, 1)

    # Weblate pulls, the translator finishes, Weblate pushes.
    store = PO(folder.po.read_bytes())
    for unit in store.unit_iter():
        if unit.isfuzzy() and not unit.isheader():
            unit.target = "El vapor quema mucho. Llame a {help-phone} si se lastima."
            unit.markfuzzy(False)
    folder.po.write_bytes(bytes(store))
    raw = folder.po.read_bytes()
    assert told("update")[0] == 0
    assert folder.po.read_bytes() == raw
    assert told("check")[0] == 0
    assert whole(told)["percent"] == 100


def test_a_clinicians_review_that_an_edit_of_the_guide_voids(folder: Folder, told: Told) -> None:
    # The clinician sees what is open, and signs it.
    _, said = told("review", "es", "--list")
    assert said.splitlines()[-1] == "Open: 23, of them critical: 4."
    assert told("review", "es", "--as", "Ana Ruiz, clinician", "--critical")[0] == 0
    assert whole(told)["critical_open"] == 0

    # A writer makes the warning stronger: nobody may take the old signature for the new text.
    folder.edit("01-boil.md", "Steam burns.", "Steam burns badly.")
    assert told("update")[0] == 0
    assert (whole(told)["critical_open"], whole(told)["void"]) == (1, 1)
    code, said = told("review", "es", "--as", "Ana Ruiz, clinician", "--critical")
    assert code == 0
    assert "Not signed: 1." in said

    # The translator follows; still nobody has read the two together.
    changed = STEAM.replace("burns.", "burns badly.")
    folder.edit_po("El vapor quema.", "El vapor quema mucho.")
    folder.po.write_text("".join(
        line for line in folder.po.read_text("utf-8").splitlines(True)
        if not line.startswith(("#, fuzzy", "#|"))
    ), "utf-8")  # fmt: skip
    assert entries(folder)[changed].is_usable
    assert whole(told)["critical_open"] == 1
    assert "critical, void: it has changed since it was signed" in told("review", "es", "--list")[1]

    # The clinician reads it again, and signs it: the old signature is gone.
    name = next(entries(folder)[changed].iter_block_ids())
    assert told("review", "es", "--as", "Ana Ruiz, clinician", "--message", name)[0] == 0
    assert (whole(told)["critical_open"], whole(told)["void"]) == (0, 0)
    assert len(entries(folder)[changed].comments) == 1

    # The edit is taken back: what was signed then holds again, the later work is kept.
    folder.edit("01-boil.md", "Steam burns badly.", "Steam burns.")
    assert told("update")[0] == 0
    assert is_reviewed(entries(folder)[STEAM])
    said_so_far = words(folder)
    for steam in ("El vapor quema.", "El vapor quema mucho."):
        assert f"{steam} Llame a {{help-phone}} si se lastima." in said_so_far
