"""gettext reads from `.mo` files what the catalog says."""

from __future__ import annotations

import gettext as python_gettext
import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from plainspoken.catalogs.exchange.mo import compile_mo
from plainspoken.cli import main
from plainspoken.po.model import Catalog, Entry

from .conftest import Folder

Gettext = Callable[..., subprocess.CompletedProcess[str]]


def compiled(folder: Folder) -> Path:
    assert main(["catalogs", "compile", "es", "-C", str(folder.root)]) == 0
    return folder.root / "dist/locale/es/LC_MESSAGES/guide.mo"


def test_python_reads_it(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    compiled(folder)
    assert "guide.mo: 23 messages." in capsys.readouterr().out
    read = python_gettext.translation("guide", folder.root / "dist/locale", ["es"])
    assert read.gettext("Brew") == "Infusione"
    assert read.info()["language"] == "es"


def test_gnu_gettext_reads_it_as_its_own(folder: Folder, gettext: Gettext, tmp_path: Path) -> None:
    folder.edit_po('msgid "kettle"', 'msgctxt "term"\nmsgid "kettle"')
    ours = gettext("msgunfmt", compiled(folder))
    assert ours.returncode == 0, ours.stderr
    assert 'msgctxt "term"' in ours.stdout
    mo = tmp_path / "theirs.mo"
    assert gettext("msgfmt", folder.po, "-o", mo).returncode == 0
    dated = '"POT-Creation-Date: 2026-01-31 00:00+0000\\n"\n'
    assert ours.stdout.replace(dated, "") == gettext("msgunfmt", mo).stdout


def test_fuzzy_and_empty_translations_stay_out(folder: Folder) -> None:
    folder.edit_po('msgid "Brew"', '#, fuzzy\nmsgid "Brew"')
    folder.edit_po('msgstr "Vierta."', 'msgstr ""')
    read = {entry.msgid: entry.msgstr for entry in polib.mofile(str(compiled(folder)))}
    assert len(read) == 21
    assert not {"Brew", "Pour."} & read.keys()


def test_the_same_catalog_gives_the_same_bytes(folder: Folder) -> None:
    first = compiled(folder).read_bytes()
    assert compiled(folder).read_bytes() == first


def test_messages_are_sorted_as_gettext_looks_them_up(tmp_path: Path, gettext: Gettext) -> None:
    header = Entry("", ("Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; "
                        "plural=(n != 1);\n",))  # fmt: skip
    entries = (
        header,
        Entry("a", ("A",), msgctxt="z"),
        Entry("z", ("Z",)),
        Entry("b", ("B",), msgctxt=""),
        Entry("cup", ("taza", "tazas"), msgid_plural="cups"),
    )
    raw = compile_mo(Catalog("a.po", entries))
    assert raw.index(b"\x04b\0") < raw.index(b"cup\0cups\0") < raw.index(b"z\0z\x04a\0")
    read = python_gettext.GNUTranslations(io.BytesIO(raw))
    assert read.pgettext("z", "a") == "A"
    assert read.pgettext("", "b") == "B"
    assert read.ngettext("cup", "cups", 2) == "tazas"
    path = tmp_path / "a.mo"
    path.write_bytes(raw)
    assert gettext("msgunfmt", path).returncode == 0
