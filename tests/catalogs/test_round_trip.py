"""A catalog comes back byte for byte from an update, whichever program wrote it last."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from babel.messages import pofile as babel_pofile
from translate.storage.pypo import pofile as toolkit_pofile

from .conftest import Folder

Gettext = Callable[..., subprocess.CompletedProcess[str]]


def as_poedit(path: Path) -> str:
    """Poedit adds headers of its own; here with its setting not to wrap."""
    header, _, entries = path.read_text("utf-8").partition("\n\n")
    own = '"X-Generator: Poedit 3.4.2\\n"\n"X-Poedit-Basepath: .\\n"\n'
    return header + "\n" + own + "\n" + entries.replace('"\n"', "")


def as_weblate(path: Path) -> str:
    """Weblate writes with translate-toolkit."""
    store = toolkit_pofile(path.read_bytes())
    store.units[0].target = f"{store.units[0].target}X-Generator: Weblate 5.9\n"
    return bytes(store).decode()


def as_polib(path: Path) -> str:
    return str(polib.pofile(str(path), wrapwidth=78)) + "\n"


def as_babel(path: Path) -> str:
    catalog = babel_pofile.read_po(io.BytesIO(path.read_bytes()), locale="es")
    out = io.BytesIO()
    babel_pofile.write_po(out, catalog, width=76)
    return out.getvalue().decode()


@pytest.mark.parametrize("program", [as_poedit, as_weblate, as_polib, as_babel])
def test_what_another_program_wrote_comes_back_byte_for_byte(
    folder: Folder, program: Callable[[Path], str]
) -> None:
    folder.update()
    folder.po.write_text(program(folder.po), "utf-8")
    before = folder.update()  # Babel drops references: they come back once
    raw = folder.po.read_bytes()
    assert folder.update() == before
    assert folder.po.read_bytes() == raw
    texts = {entry.msgid: entry.msgstr for entry in before.iter_messages()}
    assert texts["Pour."] == "Vierta."
    assert all(texts.values())


@pytest.mark.parametrize("program", [as_poedit, as_weblate, as_polib])
def test_an_update_without_news_does_not_touch_the_file(
    folder: Folder, program: Callable[[Path], str]
) -> None:
    folder.po.write_text(program(folder.po), "utf-8")
    raw = folder.po.read_bytes()
    folder.update()
    assert folder.po.read_bytes() == raw


def test_what_msgcat_and_msgmerge_write_comes_back_byte_for_byte(
    folder: Folder, gettext: Gettext
) -> None:
    for command in (
        ("msgcat", "--width=60", folder.po),
        ("msgcat", "--no-wrap", folder.po),
        ("msgmerge", "--quiet", "--previous", folder.po, folder.pot),
    ):
        done = gettext(*command)
        assert done.returncode == 0, done.stderr
        folder.po.write_text(done.stdout, "utf-8")
        folder.update()
        assert folder.po.read_text("utf-8") == done.stdout


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: raw.replace(b"\n", b"\r\n"),
        lambda raw: raw.rstrip(b"\n"),
        lambda raw: raw + b"\n\n",
        lambda raw: raw.replace(b"\n\n", b"\n\n\n"),
        lambda raw: raw + b"\n# the last word\n",
        lambda raw: raw.replace(b"\n\n", b'\n\n#~ msgid "gone"\n#~ msgstr "ido"\n\n', 1),
    ],
    ids=["CRLF", "no final newline", "blank lines", "wide gaps", "last comment", "obsolete first"],
)
def test_unusual_layout_comes_back_byte_for_byte(
    folder: Folder, change: Callable[[bytes], bytes]
) -> None:
    raw = change(folder.po.read_bytes())
    folder.po.write_bytes(raw)
    folder.update()
    assert folder.po.read_bytes() == raw


def test_an_entry_written_into_a_file_with_crlf_gets_crlf(folder: Folder) -> None:
    folder.po.write_bytes(folder.po.read_bytes().replace(b"\n", b"\r\n"))
    folder.edit("01-boil.md", "Steam burns.", "Steam burns your skin.")
    folder.update()
    raw = folder.po.read_bytes()
    assert b"Steam burns your skin." in raw
    assert raw.count(b"\n") == raw.count(b"\r\n")


def test_gettext_accepts_what_is_written(folder: Folder, gettext: Gettext, tmp_path: Path) -> None:
    folder.edit("01-boil.md", "Steam burns.", "Steam burns your skin.")
    folder.edit("02-brew.md", "1. Pour.\n2.", "1.")
    folder.update()
    for path in (folder.po, folder.pot):
        done = gettext("msgcat", "--width=79", path)
        assert done.stderr == ""
        assert done.stdout == path.read_text("utf-8")
    done = gettext("msgfmt", "--check", f"--output-file={tmp_path / 'es.mo'}", folder.po)
    assert (done.returncode, done.stderr) == (0, "")
