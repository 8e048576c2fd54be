"""What no EPUB may hold is refused wherever it comes in, with its file and its line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plainspoken.cli import main

Out = pytest.CaptureFixture[str]
CHARACTERS = ("\x01", "\x1b", "\x9b", "\ufdd0", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff")
PO = "locales/es/LC_MESSAGES/guide.po"
PLACES = {
    "a title": ("source/guide.toml", 'title = "', 'title = "{}'),
    "a publisher": ("source/guide.toml", 'publisher = "', 'publisher = "{}'),
    "an author": ("source/guide.toml", 'authors = ["', 'authors = ["{}'),
    "a definition": ("source/glossary.toml", 'definition = "', 'definition = "{}'),
    "words of a value": ("source/values.toml", 'unset = "', 'unset = "{}'),
    "a title of a link": ("source/links.toml", 'title = "', 'title = "{}'),
    "a word to pronounce": ("source/lexicon.toml", "", '["a{}b"]\nsyllables = "ab"\n'),
    "a hard word": ("source/plain-words.toml", "", '[en]\n"a{}b" = "c"\n'),
}
AS_THEY_ARE = {
    "a paragraph": ("source/01-boil.md", "Wait.", "Wait{}."),
    "code": ("source/01-boil.md", "Wait.", "Wait `a{}b`."),
    "a heading": ("source/01-boil.md", "# Boil", "# Boil{}"),
    "alternative text": ("source/01-boil.md", "Wait.", "![a{}b](a.png)"),
    "a translation": (PO, 'msgstr "Uno', 'msgstr "{}Uno'),
    "a comment of a translator": (PO, '\nmsgid "One cup"', '\n# {}\nmsgid "One cup"'),
}


def insert(folder: Path, file: str, old: str, new: str) -> int:
    """Write a text in the place of another; give the line."""
    path = folder / file
    text = path.read_text("utf-8") if path.exists() else ""
    assert old in text
    before, _, after = text.partition(old) if old else ("", "", text)
    path.write_text(before + new + after, "utf-8")
    return before.count("\n") + 1 + new.startswith("\n")


def add_translation(folder: Path) -> None:
    assert main(["catalogs", "add", "es", "-C", str(folder)]) == 0
    path = folder / PO
    text = path.read_text("utf-8").replace(
        'msgid "One cup"\nmsgstr ""', 'msgid "One cup"\nmsgstr "Uno"'
    )
    path.write_text(text, "utf-8")


@pytest.mark.parametrize("character", CHARACTERS, ids=lambda sign: f"U+{ord(sign):04X}")
@pytest.mark.parametrize("place", PLACES)
def test_a_hidden_character_in_a_table_is_refused(
    place: str, character: str, small_guide: Path, capsys: Out
) -> None:
    file, old, new = PLACES[place]
    escaped = f"\\U{ord(character):08x}"
    line = insert(small_guide, file, old, new.format(escaped))
    assert main(["score", "-C", str(small_guide)]) == 2
    told = capsys.readouterr().err
    assert f"{file}:{line + (place == 'a hard word')}: " in told
    assert f"U+{ord(character):04X}" in told


@pytest.mark.parametrize("character", CHARACTERS, ids=lambda sign: f"U+{ord(sign):04X}")
@pytest.mark.parametrize("place", AS_THEY_ARE)
def test_a_hidden_character_in_a_text_is_refused(
    place: str, character: str, small_guide: Path, capsys: Out
) -> None:
    add_translation(small_guide)
    file, old, new = AS_THEY_ARE[place]
    line = insert(small_guide, file, old, new.format(character))
    assert main(["build", "-C", str(small_guide)]) == 2
    told = capsys.readouterr().err
    assert f"{file}:{line}: there is a" in told
    assert f"U+{ord(character):04X}" in told


@pytest.mark.parametrize("reference", ["&#x1b;", "&#xfffe;", "&#x202e;", "&#0;", "&#xd800;"])
@pytest.mark.parametrize("place", [*AS_THEY_ARE, "a definition"])
def test_a_character_reference_hides_nothing(
    place: str, reference: str, small_guide: Path, capsys: Out
) -> None:
    if place in ("code", "a comment of a translator"):
        return  # there it is no reference
    add_translation(small_guide)
    file, old, new = {**AS_THEY_ARE, **PLACES}[place]
    line = insert(small_guide, file, old, new.format(reference))
    assert main(["build", "-C", str(small_guide)]) == 2
    assert f"{file}:{line}: there is a hidden or control character, U+" in capsys.readouterr().err


@pytest.mark.parametrize("character", CHARACTERS, ids=lambda sign: f"U+{ord(sign):04X}")
@pytest.mark.parametrize("form", ["csv", "xliff", "terms", "reasons"])
def test_a_hidden_character_in_an_imported_file_is_refused(
    form: str, character: str, small_guide: Path, tmp_path: Path, capsys: Out
) -> None:
    add_translation(small_guide)
    command, name, sent = ["catalogs"], "sent.csv", ["--format", "csv"]
    if form == "xliff":
        name, sent = "sent.xlf", ["--format", "xliff"]
    path = tmp_path / name
    if form in ("terms", "reasons"):
        command = ["catalogs", "glossary"]
        rows = [["id", "term", "definition", "language", "status", "text", "reason"]]
        rows += [["kettle", "kettle", "", "es", "approved", f"a{character}b", ""]]
        if form == "reasons":
            rows[1][5] = "olla"
            rows += [["kettle", "kettle", "", "es", "forbidden", "pava", f"a{character}b"]]
        lines = (",".join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)
        path.write_text("".join(lines), "utf-8")
    else:
        locale = ["es"]
        assert (
            main([*command, "export", *locale, *sent, "-o", str(path), "-C", str(small_guide)]) == 0
        )
        text = path.read_text("utf-8")
        new = f'<cp hex="{ord(character):04X}"/>' if form == "xliff" else character
        assert "Uno" in text
        path.write_text(text.replace("Uno", f"Uno{new}"), "utf-8")
    arguments = [*command, "import", *(["es"] if len(command) == 1 else []), str(path)]
    before = {path: path.read_bytes() for path in small_guide.rglob("*.*") if path.is_file()}
    assert main([*arguments, "-C", str(small_guide)]) == 2
    told = capsys.readouterr().err
    assert name in told
    assert f"U+{ord(character):04X}" in told or f"{character!r}"[1:-1] in told
    assert {path: path.read_bytes() for path in before} == before


def test_a_voice_with_a_name_that_is_no_text_is_refused(small_guide: Path, capsys: Out) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["build", "--voice", "\udcff", "-C", str(small_guide)])
    assert r"'\udcff' is not a name" in capsys.readouterr().err


@pytest.mark.parametrize("name", [b"\xff.md", b"03-\xff.md", b"03-a\nb.md", b"03-a\x1b[31m.md"])
def test_a_file_with_a_strange_name_is_named_and_steers_no_terminal(
    name: bytes, small_guide: Path, capsys: Out
) -> None:
    path = small_guide / "source" / os.fsdecode(name)
    path.write_text("# Title\n\nText.\n", "utf-8")
    assert main(["score", "-C", str(small_guide)]) == 2
    lines = capsys.readouterr().err.split("\n")
    (line,) = (line for line in lines if line.endswith(": the file's name does not place it"))
    assert line.startswith("source/")
    assert all(map(str.isprintable, lines))
