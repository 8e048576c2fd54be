"""Files of other programs come back byte for byte, and those programs read ours."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polib
import pytest
from babel.messages import pofile as babel_pofile
from translate.storage.pypo import pofile as toolkit_pofile

from plainspoken.catalogs.merge import merge_files
from plainspoken.po.reader import parse_catalog
from plainspoken.po.writer import format_catalog

Gettext = Callable[..., subprocess.CompletedProcess[str]]
Key = tuple[str | None, str, str | None]
DATE = "2025-01-01 00:00+0000"
HEADER = f"""\
# Spanish of Tea
msgid ""
msgstr ""
"Project-Id-Version: tea 1.0\\n"
"Report-Msgid-Bugs-To: \\n"
"POT-Creation-Date: {DATE}\\n"
"PO-Revision-Date: 2025-02-01 00:00+0000\\n"
"Last-Translator: Ana <ana@example.org>\\n"
"Language-Team: Spanish\\n"
"Language: es\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""
ENTRIES = """
# with care, and never more than the clinic says: the translator has asked the nurse about it
#. list item, in: Brew > Steep
#: source/01-tea.md:tea.1a2b3c4d source/02-tea.md:tea.5e6f7a8b
#, fuzzy
#| msgid "Pour it."
msgid "Pour 2.5 ml of “warm” water — slowly — into the cup, wait, and pour the rest (200 ml)."
msgstr "Vierta 2,5 ml de agua «tibia» —despacio— en la taza, espere y vierta el resto (200 ml)."

#: source/01-tea.md:tea.2b3c4d5e
#, c-format
msgid "Pour %d cup."
msgid_plural "Pour %d cups."
msgstr[0] "Vierta %d taza."
msgstr[1] "Vierta %d tazas."

#: source/glossary.toml:glossary.kettle.term
msgctxt "term"
msgid "kettle"
msgstr "hervidor"

#: source/02-tea.md:tea.kettle
msgid "kettle"
msgstr ""

#: source/02-tea.md:tea.3c4d5e6f
msgid ""
"First line\\n"
"second \\"line\\"\\twith a tab and a backslash \\\\ that goes on until it must be broken\\n"
msgstr ""
"Primera línea\\n"
"segunda «línea»\\tcon un tabulador y una barra \\\\ que sigue hasta que hay que partirla\\n"

#~ msgid "Do not pour the water from so high that it splashes out of the cup and burns you."
#~ msgstr "No vierta el agua desde tan alto que salpique fuera de la taza y le queme."
"""


def as_msgcat(gettext: Gettext, path: Path, *options: str) -> str:
    done = gettext("msgcat", *options, path)
    assert done.returncode == 0, done.stderr
    return done.stdout


def as_msgmerge(gettext: Gettext, path: Path) -> str:
    done = gettext("msgmerge", "--quiet", "--previous", path, path.with_name("tea.pot"))
    assert done.returncode == 0, done.stderr
    return done.stdout


def as_poedit(gettext: Gettext, path: Path) -> str:
    """Poedit writes with gettext's own library, and puts headers of its own last."""
    text = as_msgcat(gettext, path, "--width=79")
    own = '"X-Generator: Poedit 3.4.2\\n"\n"X-Poedit-Basepath: ../source\\n"\n'
    return text.replace("\n\n", f"\n{own}\n", 1)


def as_lokalize(_gettext: Gettext, path: Path) -> str:
    """Lokalize breaks lines at 80 and begins a long text beside its keyword."""
    text = path.read_text("utf-8")
    sign = r"(?:#~ |#\| )?"
    joined = re.sub(rf'(?<!\\n)"\n{sign}"', "", text)
    return re.sub(r'(?m)^(#~ |#\| |)((?:msg|").{80,})$', _folded, joined)


def _folded(found: re.Match[str]) -> str:
    sign, rest = found[1], found[2]
    lines = []
    while len(rest) > 80:
        at = rest.rindex(" ", 0, 78) + 1
        lines.append(f'{sign}{rest[:at]}"')
        rest = '"' + rest[at:]
    return "\n".join([*lines, sign + rest])


def as_weblate(_gettext: Gettext, path: Path) -> str:
    """Weblate writes with translate-toolkit."""
    store = toolkit_pofile(path.read_bytes())
    store.units[0].target = f"{store.units[0].target}X-Generator: Weblate 5.9\n"
    for unit in store.units:
        unit.target = unit.target
    return bytes(store).decode()


def as_polib(_gettext: Gettext, path: Path) -> str:
    return str(polib.pofile(str(path), wrapwidth=78)) + "\n"


def as_babel(_gettext: Gettext, path: Path) -> str:
    text = path.read_text("utf-8").replace('#| msgid "Pour it."\n', "")
    catalog = babel_pofile.read_po(io.BytesIO(text.encode()), locale="es")
    out = io.BytesIO()
    babel_pofile.write_po(out, catalog, width=76)
    return out.getvalue().decode()


WRITERS = {
    "msgcat": lambda gettext, path: as_msgcat(gettext, path, "--width=79"),
    "msgcat, narrow": lambda gettext, path: as_msgcat(gettext, path, "--width=60"),
    "msgcat, not wrapped": lambda gettext, path: as_msgcat(gettext, path, "--no-wrap"),
    "msgcat, sorted": lambda gettext, path: as_msgcat(gettext, path, "--sort-output"),
    "msgmerge": as_msgmerge,
    "Poedit": as_poedit,
    "Lokalize": as_lokalize,
    "Weblate": as_weblate,
    "polib": as_polib,
    "Babel": as_babel,
}
ENDINGS: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "no final newline": lambda text: text.rstrip("\n"),
    "wide gaps": lambda text: text.replace("\n\n", "\n\n\n"),
}


@pytest.fixture
def po(tmp_path: Path) -> Path:
    """A catalog with all that PO files have, and its template beside it."""
    path = tmp_path / "tea.po"
    path.write_text(HEADER + ENTRIES, "utf-8")
    write_template(path)
    return path


def write_template(po: Path, date: str = DATE) -> Path:
    """The template of a catalog's messages, in its order, with its notes."""
    catalog = parse_catalog(po.read_bytes(), po.name, "any")
    lines = [HEADER.replace(DATE, date)]
    for entry in catalog.iter_messages():
        sticky = [flag for flag in entry.flags if flag.endswith("-format")]
        lines += (
            [f"#. {line}" for line in entry.extracted]
            + [f"#: {line}" for line in entry.references]
            + [f"#, {flag}" for flag in sticky]
        )
        lines += [f"msgctxt {quoted(entry.msgctxt)}"] if entry.msgctxt is not None else []
        lines += [f"msgid {quoted(entry.msgid)}"]
        lines += [f"msgid_plural {quoted(entry.msgid_plural)}"] if entry.msgid_plural else []
        lines += ['msgstr[0] ""', 'msgstr[1] ""', ""] if entry.msgid_plural else ['msgstr ""', ""]
    pot = po.with_name("tea.pot")
    pot.write_text("\n".join(lines), "utf-8")
    return pot


def quoted(text: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + text.replace("\n", "\\n").replace("\t", "\\t") + '"'


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("writer", WRITERS)
def test_what_another_program_wrote_comes_back_byte_for_byte(
    po: Path, gettext: Gettext, writer: str, ending: str
) -> None:
    text = ENDINGS[ending](WRITERS[writer](gettext, po))
    po.write_bytes(text.encode())
    now = "2026-01-01 00:00+0000"
    pot = write_template(po, now)
    again = format_catalog(merge_files(po, pot).catalog)
    assert again == text.replace(DATE, now)
    assert again != text
    after = parse_catalog(again.encode(), "", "any").iter_messages()
    before = parse_catalog(text.encode(), "", "any").iter_messages()
    assert [entry.msgstrs for entry in after] == [entry.msgstrs for entry in before]


@pytest.mark.parametrize("writer", WRITERS)
def test_one_changed_message_leaves_all_others_as_the_program_wrote_them(
    po: Path, gettext: Gettext, writer: str
) -> None:
    po.write_text(WRITERS[writer](gettext, po), "utf-8")
    before = po.read_text("utf-8").strip().split("\n\n")
    pot = write_template(po)
    pot.write_text(pot.read_text("utf-8").replace("Pour %d cups", "Pour %d mugs"), "utf-8")
    after = format_catalog(merge_files(po, pot).catalog).strip().split("\n\n")
    (changed,) = [item for item in before if item not in after]
    assert 'msgid_plural "Pour %d cups."' in changed


Read = dict[Key, tuple[tuple[str, ...], bool]]
"""By context, text and plural: the translations, and whether they are fuzzy."""


def ours(path: Path) -> Read:
    return {
        (entry.msgctxt, entry.msgid, entry.msgid_plural): (entry.msgstrs, entry.is_fuzzy)
        for entry in parse_catalog(path.read_bytes(), path.name, "any").iter_messages()
    }


def by_toolkit(path: Path) -> Read:
    found: Read = {}
    units: Any = toolkit_pofile(path.read_bytes()).unit_iter()
    for unit in units:
        if unit.isheader() or unit.isobsolete():
            continue
        texts = [*map(str, unit.source.strings)] if unit.hasplural() else [str(unit.source), None]
        targets = unit.target.strings if unit.hasplural() else [unit.target]
        context = unit.getcontext() if unit.msgctxt else None
        found[context, str(texts[0]), texts[1]] = (tuple(map(str, targets)), unit.isfuzzy())
    return found


def by_polib(path: Path) -> Read:
    return {
        (entry.msgctxt, entry.msgid, entry.msgid_plural or None): (
            tuple(entry.msgstr_plural.values()) or (entry.msgstr,),
            entry.fuzzy,
        )
        for entry in polib.pofile(str(path))
        if not entry.obsolete
    }


def by_babel(path: Path) -> Read:
    found: Read = {}
    catalog: Any = babel_pofile.read_po(io.BytesIO(path.read_bytes()), locale="es")
    for unit in catalog:
        if unit.id:
            texts = unit.id if unit.pluralizable else (unit.id, None)
            strings = unit.string if unit.pluralizable else (unit.string,)
            found[unit.context, texts[0], texts[1]] = (tuple(strings), unit.fuzzy)
    return found


def changed(po: Path, gettext: Gettext) -> Path:
    """What we make of a catalog whose template has moved on in every way."""
    pot = write_template(po)
    text = pot.read_text("utf-8").replace("Pour 2.5 ml", "Pour 5 ml").replace("%d cups", "%d mugs")
    pot.write_text(text + '\nmsgid "New"\nmsgstr ""\n', "utf-8")
    out = po.with_name("new.po")
    out.write_text(format_catalog(merge_files(po, pot).catalog), "utf-8")
    done = gettext("msgfmt", "--check", "--use-fuzzy", "-o", po.with_name("new.mo"), out)
    assert (done.returncode, done.stderr) == (0, "")
    return out


@pytest.mark.parametrize("reader", [by_toolkit, by_polib, by_babel])
def test_other_readers_find_the_same_messages_in_what_is_written(
    po: Path, gettext: Gettext, reader: Callable[[Path], Read]
) -> None:
    out = changed(po, gettext)
    assert len(ours(out)) == 6
    assert reader(out) == ours(out)


def test_msgfmt_compiles_the_same_translations(po: Path, gettext: Gettext) -> None:
    expected = {
        (context, text): texts
        for (context, text, _), (texts, _) in ours(changed(po, gettext)).items()
        if any(texts)
    }
    found = {
        (entry.msgctxt, entry.msgid): tuple(entry.msgstr_plural.values()) or (entry.msgstr,)
        for entry in polib.mofile(str(po.with_name("new.mo")))
    }
    assert found == expected


def test_msgcat_and_msgmerge_find_nothing_to_change_in_what_is_written(
    po: Path, gettext: Gettext
) -> None:
    po.write_text(as_msgcat(gettext, po, "--width=79"), "utf-8")
    out = changed(po, gettext)
    assert as_msgcat(gettext, out, "--width=79") == out.read_text("utf-8")
    done = gettext("msgmerge", "--quiet", "--previous", "--width=79", out, po.with_name("tea.pot"))
    assert done.stdout == out.read_text("utf-8")
