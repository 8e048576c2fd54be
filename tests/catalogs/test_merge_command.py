"""`plainspoken catalogs merge`: any PO file and any template, without a guide, as msgmerge."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from plainspoken.cli import main
from plainspoken.po.model import Catalog, Entry
from plainspoken.po.reader import parse_catalog

Gettext = Callable[..., subprocess.CompletedProcess[str]]
PO = """\
# Spanish of Tea
# Ana <ana@example.org>, 2025
msgid ""
msgstr ""
"Project-Id-Version: tea 1.0\\n"
"Report-Msgid-Bugs-To: \\n"
"POT-Creation-Date: 2025-01-01 00:00+0000\\n"
"PO-Revision-Date: 2025-02-01 00:00+0000\\n"
"Last-Translator: Ana <ana@example.org>\\n"
"Language-Team: Spanish\\n"
"Language: es\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Generator: Poedit 3.4\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

# with care
#: src/tea.c:12
#, c-format, needs-work
msgid "Pour %d cup."
msgid_plural "Pour %d cups."
msgstr[0] "Vierta %d taza."
msgstr[1] "Vierta %d tazas."

#: src/tea.c:20
msgid "The tea is ready now."
msgstr ""
"El té "
"ya está listo."

#: src/tea.c:30
msgctxt "menu"
msgid "Open"
msgstr "Abrir"

#~ msgid "Wait for the water to boil."
#~ msgstr "Espere a que hierva el agua."
"""
POT = """\
# SOME DESCRIPTIVE TITLE.
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: PACKAGE VERSION\\n"
"POT-Creation-Date: 2026-01-01 00:00+0000\\n"
"Content-Type: text/plain; charset=CHARSET\\n"
"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"

#. a count
#: src/tea.c:14
#, c-format
msgid "Pour %d cup."
msgid_plural "Pour %d cups."
msgstr[0] ""
msgstr[1] ""

#: src/tea.c:24
msgid "The tea is ready."
msgstr ""

#: src/tea.c:34
msgctxt "menu"
msgid "Open"
msgstr ""

#: src/tea.c:40
msgid "Wait for the water to boil."
msgstr ""

#, c-format
msgid "%d leaf"
msgid_plural "%d leaves"
msgstr[0] ""
msgstr[1] ""
"""


class Files:
    """A PO file and a template in a folder, with no guide."""

    def __init__(self, folder: Path) -> None:
        self.po = folder / "es.po"
        self.pot = folder / "tea.pot"
        self.out = folder / "new.po"
        self.po.write_text(PO, "utf-8")
        self.pot.write_text(POT, "utf-8")

    def merge(self, *options: str) -> int:
        return main(["catalogs", "merge", str(self.po), str(self.pot), *options])

    def merged(self, *options: str) -> Catalog:
        assert self.merge("-o", str(self.out), *options) == 0
        return parse_catalog(self.out.read_bytes(), "new.po", "any")


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


def entry(catalog: Catalog, msgid: str) -> Entry:
    return next(entry for entry in catalog.entries if entry.msgid == msgid)


def test_it_writes_what_fits_the_template_and_msgfmt_accepts_it(
    files: Files, gettext: Gettext
) -> None:
    catalog = files.merged()
    pour = entry(catalog, "Pour %d cup.")
    assert pour.msgstrs == ("Vierta %d taza.", "Vierta %d tazas.")
    assert (pour.comments, pour.extracted) == (("# with care",), ("a count",))
    assert (pour.references, pour.flags) == (("src/tea.c:14",), ("c-format", "needs-work"))
    ready = entry(catalog, "The tea is ready.")
    assert (ready.is_fuzzy, ready.previous_msgid) == (True, "The tea is ready now.")
    assert entry(catalog, "Wait for the water to boil.").is_usable
    assert entry(catalog, "%d leaf").msgstrs == ("", "")
    done = gettext("msgfmt", "--check", "-o", os.devnull, files.out)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_header_keeps_all_but_the_date(files: Files) -> None:
    before = PO.partition("\n\n")[0]
    files.merged()
    assert files.out.read_text("utf-8").startswith(before.replace("2025-01-01", "2026-01-01"))


def test_what_does_not_change_keeps_its_bytes(files: Files) -> None:
    files.pot.write_text(POT.replace("is ready.", "is ready now."), "utf-8")
    files.merged()
    assert '\nmsgid "The tea is ready now."\nmsgstr ""\n"El té "\n"ya está listo."\n' in (
        files.out.read_text("utf-8")
    )


def test_without_an_output_it_is_shown(files: Files, capfd: pytest.CaptureFixture[str]) -> None:
    assert files.merge() == 0
    shown = capfd.readouterr().out
    assert files.merge("-o", "-") == 0
    assert capfd.readouterr().out == shown
    files.merged()
    assert shown == files.out.read_text("utf-8")


@pytest.mark.parametrize("option", ["-U", "--in-place", "--update"])
def test_in_place_it_writes_only_where_something_changes(files: Files, option: str) -> None:
    expected = files.merged() and files.out.read_bytes()
    assert files.merge(option) == 0
    assert files.po.read_bytes() == expected
    moment = files.po.stat().st_mtime_ns
    assert files.merge(option) == 0
    assert files.po.stat().st_mtime_ns == moment


@pytest.mark.parametrize("option", ["-N", "--no-fuzzy-matching"])
def test_without_fuzzy_matching_changed_texts_begin_anew(files: Files, option: str) -> None:
    catalog = files.merged(option)
    assert not any(entry.is_fuzzy for entry in catalog.iter_messages())
    assert not entry(catalog, "The tea is ready.").is_translated
    assert entry(catalog, "Wait for the water to boil.").is_usable
    assert entry(catalog, "The tea is ready now.").obsolete


def test_a_changed_plural_is_fuzzy_with_its_previous_plural(files: Files) -> None:
    files.pot.write_text(POT.replace("Pour %d cups.", "Pour %d mugs."), "utf-8")
    pour = entry(files.merged(), "Pour %d cup.")
    assert (pour.is_fuzzy, pour.previous_msgid_plural) == (True, "Pour %d cups.")
    assert pour.msgstrs == ("Vierta %d taza.", "Vierta %d tazas.")


def test_blank_lines_below_a_message_stay_when_its_plural_changes(files: Files) -> None:
    files.po.write_text(PO.replace('tazas."\n', 'tazas."\n\n\n'), "utf-8")
    files.pot.write_text(POT.replace("Pour %d cups.", "Pour %d mugs."), "utf-8")
    files.merged()
    assert 'tazas."\n\n\n\n#' in files.out.read_text("utf-8")


def test_a_message_that_gets_a_plural_has_its_translation_in_each_form(files: Files) -> None:
    plural = 'is ready now."\nmsgid_plural "The teas are ready now."\nmsgstr[0] ""\nmsgstr[1] ""'
    files.pot.write_text(POT.replace('is ready."\nmsgstr ""', plural), "utf-8")
    ready = entry(files.merged(), "The tea is ready now.")
    assert (ready.is_fuzzy, ready.msgstrs) == (True, ("El té ya está listo.",) * 2)


def test_a_message_that_loses_its_plural_keeps_the_other_forms_as_comments(files: Files) -> None:
    singular = POT.replace('msgid_plural "Pour %d cups."\nmsgstr[0] ""\nmsgstr[1] ""', 'msgstr ""')
    files.pot.write_text(singular, "utf-8")
    pour = entry(files.merged(), "Pour %d cup.")
    assert (pour.is_fuzzy, pour.msgstrs) == (True, ("Vierta %d taza.",))
    assert pour.comments == ("# with care", "# msgstr[1] Vierta %d tazas.")


def test_flags_of_formats_follow_the_template(files: Files) -> None:
    pot = POT.replace("is ready.", "is ready now.").replace(
        'msgid "The tea', '#, c-format\nmsgid "The tea'
    )
    files.pot.write_text(pot.replace('#, c-format\nmsgid "Pour', 'msgid "Pour'), "utf-8")
    catalog = files.merged()
    assert entry(catalog, "The tea is ready now.").flags == ("c-format",)
    assert entry(catalog, "Pour %d cup.").flags == ("needs-work",)


def test_a_new_format_that_the_translation_does_not_fit_makes_it_fuzzy(
    files: Files, gettext: Gettext
) -> None:
    files.po.write_text(PO.replace("is ready now.", "is 90 % ready"), "utf-8")
    pot = POT.replace('msgid "The tea is ready.', '#, c-format\nmsgid "The tea is 90 % ready')
    files.pot.write_text(pot, "utf-8")
    assert entry(files.merged(), "The tea is 90 % ready").is_fuzzy
    assert gettext("msgfmt", "--check", "-o", os.devnull, files.out).returncode == 0


def test_it_keeps_what_msgmerge_keeps(files: Files, gettext: Gettext) -> None:
    theirs = gettext("msgmerge", "--quiet", "--previous", files.po, files.pot).stdout
    kept = {entry.msgid: entry for entry in files.merged().iter_messages()}
    for entry in parse_catalog(theirs.encode(), "theirs.po", "any").iter_messages():
        mine = kept[entry.msgid]
        assert (mine.msgstrs, mine.is_fuzzy, mine.previous_msgid) == (
            entry.msgstrs, entry.is_fuzzy, entry.previous_msgid,
        )  # fmt: skip


def test_it_revives_what_msgmerge_does_not(files: Files, gettext: Gettext) -> None:
    back = files.pot.with_name("back.pot")
    back.write_text(POT.replace("is ready.", "is ready now."), "utf-8")
    theirs = files.po.with_name("theirs.po")
    theirs.write_text(gettext("msgmerge", "--quiet", files.po, files.pot).stdout, "utf-8")
    again = gettext("msgmerge", "--quiet", theirs, back).stdout
    assert entry(parse_catalog(again.encode(), "", "any"), "The tea is ready now.").is_fuzzy
    assert files.merge("-U") == 0
    files.pot.write_bytes(back.read_bytes())
    assert entry(files.merged(), "The tea is ready now.").is_usable


def test_faults_of_both_files_are_told_together_and_nothing_is_written(
    files: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    files.po.write_text(PO.replace('té "', "té "), "utf-8")
    files.pot.write_text(POT + "=======\n", "utf-8")
    raw = files.po.read_bytes()
    assert files.merge("-U") == 2
    told = capsys.readouterr().err
    assert f'{files.po.as_posix()}:29: the closing " is missing' in told
    assert f"{files.pot.as_posix()}:36: a mark of a merge that was not finished" in told
    assert files.po.read_bytes() == raw


def test_a_link_stays_a_link(files: Files) -> None:
    link = files.po.with_name("link.po")
    link.symlink_to(files.po)
    assert main(["catalogs", "merge", str(link), str(files.pot), "--in-place"]) == 0
    assert link.is_symlink()
    assert "The tea is ready." in files.po.read_text("utf-8")


@pytest.mark.parametrize("where", ["missing.po", "folder"])
def test_a_file_that_cannot_be_read_is_told(
    files: Files, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = files.po.with_name(where)
    if where == "folder":
        path.mkdir()
    assert main(["catalogs", "merge", str(path), str(files.pot)]) == 2
    assert path.as_posix() in capsys.readouterr().err


def test_an_output_that_cannot_be_written_is_told(
    files: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    assert files.merge("-o", str(files.po.parent)) == 2
    assert "cannot be written" in capsys.readouterr().err
    assert sorted(files.po.parent.iterdir()) == [files.po, files.pot]


def test_a_device_is_written_to_and_not_replaced(files: Files) -> None:
    reader, device = os.openpty()  # a program that is wrong cannot replace it, even as root
    name = os.ttyname(device)
    with ThreadPoolExecutor() as threads:
        head = threads.submit(os.read, reader, 10)
        assert files.merge("-o", name) == 0
        assert head.result()
    assert Path(name).is_char_device()
    os.close(device)
    os.close(reader)
