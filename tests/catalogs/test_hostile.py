"""A broken or hostile file is reported in plain words and stays as it is."""

from __future__ import annotations

import copy
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plainspoken.cli import main

from .conftest import Folder

NOBODY = 65534
STEAM = "El vapor quema. Llame a {help-phone} si se lastima."
SOON = 10
"""Seconds: so long a person waits for an answer to a broken file, on a busy machine."""


def with_text(raw: bytes, text: bytes) -> bytes:
    """The catalog with another translation."""
    assert STEAM.encode() in raw
    return raw.replace(STEAM.encode(), text)


HOSTILE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "10 MB in one line": (
        lambda raw: with_text(raw, b"Tome " * 2_000_000),
        "this line is 10,000,009 characters long",
    ),
    "NUL": (lambda raw: with_text(raw, b"Tome\x00 10 mg"), "a control character, U+0000"),
    "escape": (lambda raw: with_text(raw, b"Tome\x1b[2J"), "a control character, U+001B"),
    "lone surrogate": (lambda raw: with_text(raw, b"Tome \xed\xa0\x80 mg"), "is not UTF-8 text"),
    "half a letter": (lambda raw: with_text(raw, "té".encode()[:-1]), "is not UTF-8 text"),
    "overlong": (lambda raw: with_text(raw, b"Tome \xc0\xaf"), "is not UTF-8 text"),
    "UTF-16": (lambda raw: raw.decode().encode("utf-16"), "is not UTF-8 text"),
    "byte order mark": (lambda raw: b"\xef\xbb\xbf" + raw, "begins with a byte order mark"),
    "another charset": (
        lambda raw: raw.replace(b"charset=UTF-8", b"charset=ISO-8859-1"),
        "says that it is written in ISO-8859-1",
    ),
    "Latin-1": (
        lambda raw: raw.decode().replace("UTF-8", "ISO-8859-1").encode("latin-1", "replace"),
        "is written in ISO-8859-1, not UTF-8",
    ),
    "missing quote": (lambda raw: raw.replace(b'lastima."', b"lastima."), 'closing " is missing'),
    "cut off in a text": (lambda raw: raw[: raw.index(b"lastima")], 'closing " is missing'),
    "cut off after a text": (
        lambda raw: raw[: raw.index(b"msgstr", raw.index(b"Steam burns"))],
        "the file ends in the middle of an entry",
    ),
    "defined twice": (
        lambda raw: raw + b'\nmsgid "Pour."\nmsgstr "Sirva."\n',
        "this message is defined a second time; first in line",
    ),
    "conflict": (
        lambda raw: raw.replace(b"msgid", b"<<<<<<< HEAD\nmsgid", 1),
        "a mark of a merge that was not finished",
    ),
    "empty": (lambda _raw: b"", "has no header"),
    "no catalog": (lambda _raw: b"PK\x03\x04" + bytes(range(256)), "is not UTF-8 text"),
    "forms without a plural": (
        lambda raw: raw + b'\nmsgid "a"\nmsgstr[0] "b"\nmsgstr[1] "c"\n',
        "msgstr[0], msgstr[1] where msgstr should stand",
    ),
    "plural without forms": (
        lambda raw: raw + b'\nmsgid "a"\nmsgid_plural "b"\nmsgstr "c"\n',
        "msgstr where msgstr[0] should stand",
    ),
}


READ = {("byte order mark", "merge")}
CASES = [
    (kind, command)
    for command in ("update", "check", "merge")
    for kind in HOSTILE
    if (kind, command) not in READ
]


@pytest.mark.parametrize(("kind", "command"), CASES)
def test_a_broken_file_is_told_and_left_alone(
    folder: Folder, kind: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    change, what = HOSTILE[kind]
    folder.update()
    folder.po.write_bytes(change(folder.po.read_bytes()))
    folder.edit("01-boil.md", "Steam burns.", "Steam burns your skin.")
    before = contents(folder.root)
    begin = time.monotonic()
    assert run(folder, command) == 2
    assert time.monotonic() - begin < SOON
    told = capsys.readouterr().err
    assert what in told
    assert "locales/es/LC_MESSAGES/guide.po" in told
    assert len(told) < 10_000
    assert contents(folder.root) == before


def run(folder: Folder, command: str) -> int:
    if command == "merge":
        return main(["catalogs", "merge", str(folder.po), str(folder.pot), "--in-place"])
    return main(["catalogs", command, "-C", str(folder.root)])


def contents(root: Path) -> dict[Path, bytes]:
    """All files but those of the cache, where locks lie."""
    files = (path for path in root.rglob("*") if path.is_file())
    return {path: path.read_bytes() for path in files if ".cache" not in path.parts}


DEEP = {
    "brackets": b"[" * 10_000 + b"x" + b"]" * 10_000,
    "brackets that never close": b"[" * 10_000,
    "links": b"[" * 10_000 + b"x" + b"][link-1]" * 10_000,
    "images": b"![" * 10_000 + b"x" + b"](a.png)" * 10_000,
    "emphasis": b"*a " * 10_000 + b"b* " * 10_000,
    "strong emphasis": b"**a " * 10_000 + b"b** " * 10_000,
}


@pytest.mark.parametrize("kind", DEEP)
def test_a_translation_nested_without_end_is_told_by_check_and_build(
    folder: Folder, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.update()
    folder.po.write_bytes(with_text(folder.po.read_bytes(), DEEP[kind]))
    before = contents(folder.root)
    begin = time.monotonic()
    assert main(["catalogs", "check", "-C", str(folder.root)]) == 1
    told = capsys.readouterr().out
    assert "deep" in told or "not checked" in told
    assert main(["build", "-C", str(folder.root)]) == 2
    assert "deep" in capsys.readouterr().err
    assert time.monotonic() - begin < SOON
    assert contents(folder.root) == before


def test_a_translation_nested_without_end_is_merged_as_any_text(folder: Folder) -> None:
    folder.update()
    folder.po.write_bytes(with_text(folder.po.read_bytes(), DEEP["brackets"]))
    folder.edit("01-boil.md", "Steam burns.", "Steam burns your skin.")
    assert run(folder, "update") == 0
    assert folder.po.read_text("utf-8").count("[" * 10_000) == 2


def test_a_link_stays_a_link(folder: Folder) -> None:
    real = folder.root / "es.po"
    folder.po.rename(real)
    folder.po.symlink_to(real)
    folder.edit("01-boil.md", "Steam burns.", "Steam burns your skin.")
    assert run(folder, "update") == 0
    assert folder.po.is_symlink()
    assert "Steam burns your skin." in real.read_text("utf-8")


@pytest.mark.parametrize("command", ["update", "check"])
def test_a_folder_in_place_of_a_file_is_told(
    folder: Folder, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.po.unlink()
    folder.po.mkdir()
    before = contents(folder.root)
    assert run(folder, command) == 2
    assert "guide.po: is a folder, not a file" in capsys.readouterr().err
    assert contents(folder.root) == before


@contextmanager
def as_nobody(folder: Folder) -> Iterator[None]:
    """Give the files to someone whom permissions bind, and be that one: root may do everything."""
    if os.geteuid() != 0:
        yield
        return
    for path in (folder.root, *folder.root.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("what", ["read", "written"])
def test_a_file_without_permission_is_told_and_left_alone(
    folder: Folder, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.update()
    folder.edit("01-boil.md", "Steam burns.", "Steam burns your skin.")
    with tempfile.TemporaryDirectory() as name:
        # pytest's own folder is closed to all but its owner.
        Path(name).chmod(0o755)
        root = shutil.copytree(folder.root, Path(name) / "guide")
        copied = replace_root(folder, root)
        assert main(["catalogs", "update", "--dry-run", "-C", str(root)]) == 0
        before = contents(root)
        closed = copied.po if what == "read" else copied.po.parent
        closed.chmod(0o000 if what == "read" else 0o555)
        with as_nobody(copied):
            assert run(copied, "update") == 2
        closed.chmod(0o755)
        assert f"cannot be {what}: Permission denied" in capsys.readouterr().err
        assert contents(root) == before


def replace_root(folder: Folder, root: Path) -> Folder:
    """The same hands on another folder."""
    moved = copy.copy(folder)
    moved.root = root
    return moved


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "<https://evil.example/>",
        "javascript:alert(1)",
        "mailto:a@evil.example",
        "#brew.steep",
        "02-brew.md",
        "../../secret.png",
        "name:more",
    ],
)
@pytest.mark.parametrize("sign", ["", "!"])
def test_a_translation_brings_in_no_address_of_its_own(
    folder: Folder, target: str, sign: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.update()
    raw = folder.po.read_text("utf-8")
    folder.po.write_text(raw.replace("[hierva][link-1]", f"{sign}[hierva]({target})"), "utf-8")
    shown = target.strip("<>")
    assert main(["catalogs", "check", "-C", str(folder.root)]) == 1
    assert f"`{shown}` is an address of the translation's own" in capsys.readouterr().out
    assert main(["build", "-C", str(folder.root)]) == 2
    told = capsys.readouterr().err
    line = raw[: raw.index("Lea [más")].count("\n") + 1
    assert f"guide.po:{line}: " in told
    assert f"`{shown}` is an address of the translation's own" in told


@pytest.mark.parametrize("title", ["[Té](https://evil.example)", "<https://evil.example>"])
def test_a_translated_title_brings_in_no_address(
    folder: Folder, title: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.update()
    folder.edit_po("Cómo preparar té", title)
    assert main(["build", "-C", str(folder.root)]) == 2
    assert "is an address of the translation's own" in capsys.readouterr().err
