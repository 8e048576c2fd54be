"""All that a merge makes of catalogs, whose texts were reworded, split, joined and brought back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.approval import Approve

from plainspoken.cli import main

from .conftest import Folder

Out = pytest.CaptureFixture[str]
HEAD = """\
msgid ""
msgstr ""
"POT-Creation-Date: 2025-01-01 00:00+0000\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n<5 ? 1 : 2);\\n"
"""
LONG = "Boil the water in a clean pot for three minutes. Then let it cool down in the shade."
FIRST = "Boil the water in a clean pot for three minutes."
SECOND = "Then let it cool down in the shade."
OLD = [
    ("c=# kept\nf=x", LONG, "Koch das Wasser drei Minuten. Dann lass es abkühlen."),
    ("r=a.md:pot.1", "Wash the pot.", "Wasch den Topf."), ("r=a.md:pot.2", "Open the door.",
    "Öffne die Tür."),
    ("", "Pour a cup of tea.", "Gieß Tee ein."), ("x=menu", "Pour a cup of tea.",
    "Tee einschenken"),
    ("", "Put the pot on the stove and wait.", "Stell den Topf hin."), ("",
    "Close the lid of the pot well.", "Schließ gut."),
    ("f=fuzzy\np=Old text of it", "Now text of it", "Text davon"), ("f=fuzzy, c-format, mine",
    "%d pots", "%d Töpfe"),
    ("o", "Cool it in the cellar for a day.", "Kühl es einen Tag im Keller."), ("o\nc=# why",
    "Gone for good", "Fort"),
    ("", "Never translated but noted", ""), ("c=# look", "With a note, and not translated", ""),
    ("n=%d cups", "%d cup", "%d Tasse|%d Tassen|"), ("n=%d bags", "%d bag",
    "%d Beutel|%d Beutel|%d Beutel"),
    ("", "One lid", "Ein Deckel"), ("", "%s is ready", "ist fertig"), ("", "Keep it dry.",
    "Halt es trocken."),
    ("", "把水煮开三分钟，然后让它凉下来。", "Koch es."),
    ("o", "Keep it warm.", "Halt es warm."),
]  # fmt: skip
NEW = [
    ("c=\ne=part", FIRST, ""), ("", SECOND, ""), ("r=a.md:pot.1", "Scrub all of the pans at once.",
    ""),
    ("r=b.md:pot.9", "Open the doors.", ""), ("x=dialog", "Pour a cup of tea.", ""), ("x=menu",
    "Pour a cup of teas.", ""),
    ("", "Put the pot on the stove and wait. Close the lid of the pot well.", ""), ("",
    "Next text of it", ""),
    ("f=c-format\nn=%d pots", "%d pot", ""), ("", "Cool it in the cellar for two days.", ""),
    ("f=c-format", "%s is ready", ""),
    ("", "%d cup", ""), ("n=%d sacks", "%d bag", ""), ("n=%d lids", "One lid", ""),
    ("f=no-wrap\ne=a note\nr=n.md:n.1", "Keep it dry.", ""),
    ("", "Quite new", ""), ("", "把水煮开三分钟。", ""),
    ("", "然后让它凉下来，再喝。", ""), ("", "Keep it warm.", ""),
]  # fmt: skip


def write(entries: list[tuple[str, str, str]], date: str) -> str:
    """A PO file of entries: notes, text, translations."""
    return "\n".join([HEAD.replace("2025-01-01", date), *map(format_entry, entries)])


def format_entry(entry: tuple[str, str, str]) -> str:
    """The lines of an entry. Its notes: comment, extracted, references, flags, context, previous,
    plural, or obsolete.
    """
    notes, msgid, msgstr = entry
    values = dict(note.partition("=")[::2] for note in filter(None, notes.split("\n")))
    mark = "#~ " if "o" in values else ""
    return "".join(f"{line}\n" for line in _list_lines(values, msgid, msgstr, mark))


def _list_lines(values: dict[str, str], msgid: str, msgstr: str, mark: str) -> Iterator[str]:
    for key, prefix in (("c", ""), ("e", "#. "), ("r", "#: "), ("f", "#, ")):
        if values.get(key):
            yield f"{prefix}{values[key]}"
    if "p" in values:
        yield f'#| msgid "{values["p"]}"'
    if "x" in values:
        yield f'{mark}msgctxt "{values["x"]}"'
    yield f'{mark}msgid "{msgid}"'
    if "n" not in values:
        yield f'{mark}msgstr "{msgstr}"'
        return
    yield f'{mark}msgid_plural "{values["n"]}"'
    forms = msgstr.split("|") if msgstr else ["", "", ""]
    yield from (f'{mark}msgstr[{index}] "{form}"' for index, form in enumerate(forms))


def test_files(tmp_path: Path, capsys: Out, approve: Approve) -> None:
    old, new, out = (tmp_path / name for name in ("old.po", "new.pot", "out.po"))
    told = []

    def merge(*options: str) -> None:
        code = main(["catalogs", "merge", str(old), str(new), *options])
        said = capsys.readouterr()
        told.append(f"$ merge {' '.join(options)}\n{said.out}{said.err}exit code {code}")

    old.write_text(write(OLD, "2025-01-01"), "utf-8")
    new.write_text(write(NEW, "2026-01-01"), "utf-8")
    merge("-o", "-")
    merge("-N", "-o", str(out))
    told.append(out.read_text("utf-8"))
    merge("-U")
    merge("-U")
    new.write_text(write(OLD[:9], "2026-02-02"), "utf-8")
    merge("-o", "-")
    new.write_text('msgid "broken\n', "utf-8")
    old.write_bytes(b"\xff")
    merge("-o", "-")
    new.unlink()
    merge("-o", "-")
    merge()
    approve("\n".join(told))


def test_corrections(folder: Folder, capsys: Out, approve: Approve) -> None:
    told = []

    def update(*options: str) -> None:
        before = folder.po.read_text("utf-8").splitlines()
        code = main(["catalogs", "update", *options, "-C", str(folder.root)])
        said = capsys.readouterr()
        after = folder.po.read_text("utf-8").splitlines()
        changed = [f"+{line}" for line in after if line not in before]
        changed += [f"-{line}" for line in before if line not in after]
        told.append(f"$ update {' '.join(options)}\n{said.out}{said.err}exit code {code}")
        told.extend(changed)

    wait = next(folder.entry("Wait for 3 minutes. Do not stir.").iter_block_ids())
    folder.edit("02-brew.md", "Do not stir.", "Do not stir it ever.")
    update("--typo", wait, "--dry-run")
    update("--typo", wait, "--typo", "brew.none")
    update("--typo", wait)
    folder.edit("01-boil.md", "- Two cups", "- Two  mugs\n- Three cups")
    update()
    folder.edit_po("#, fuzzy\n", "#= fuzzy, mine\n")
    small = next(folder.entry("Two mugs").iter_block_ids())
    update("--typo", small)
    folder.edit("02-brew.md", "# Brew\n", "# Brewing " + "long " * 20 + "\n")
    update("--typo", "brew.brew")
    folder.edit("02-brew.md", "Do not stir it ever.", "It may stir.")
    folder.edit("01-boil.md", "Fill the", "First, fill the")
    update("--json")
    approve("\n".join(told))
