"""A signature says who read what, and is void as soon as either side changes."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from translate.storage.pypo import pofile as toolkit_pofile

from plainspoken.catalogs.review import (
    Reviewer,
    is_reviewed,
    is_void,
    list_signed_roles,
    parse_reviewer,
    read_signatures,
    sign_entry,
)
from plainspoken.cli import main
from plainspoken.diagnostics.errors import CatalogError
from plainspoken.po.model import Entry
from plainspoken.po.reader import parse_catalog
from plainspoken.po.writer import format_catalog, format_entry

from .conftest import Folder

Gettext = Callable[..., subprocess.CompletedProcess[str]]
ANA = "Ana Ruiz, clinician"
STEAM = "Steam burns. Call {help-phone} if you get hurt."


def review(folder: Folder, *args: str) -> int:
    return main(["catalogs", "review", "es", "-C", str(folder.root), *args])


def block(folder: Folder, msgid: str) -> str:
    return next(folder.entry(msgid).iter_block_ids())


def test_a_signature_is_a_comment_and_leaves_every_other_byte(folder: Folder) -> None:
    before = folder.po.read_text("utf-8")
    assert review(folder, "--as", ANA, "--message", block(folder, STEAM)) == 0
    after = folder.po.read_text("utf-8")
    (new,) = re.findall(r"^# reviewed:.*\n", after, re.MULTILINE)
    assert re.fullmatch(r"# reviewed: Ana Ruiz, clinician, \d{4}-\d\d-\d\d, [0-9a-f]{8}\n", new)
    assert after.replace(new, "") == before
    assert is_reviewed(folder.entry(STEAM))


def test_signing_twice_changes_nothing(folder: Folder) -> None:
    review(folder, "--as", ANA, "--all")
    raw = folder.po.read_bytes()
    assert review(folder, "--as", ANA, "--all") == 0
    assert folder.po.read_bytes() == raw


def test_a_block_may_be_named_with_its_file(folder: Folder) -> None:
    name = folder.entry(STEAM).references[0]
    assert name.startswith("source/01-boil.md:")
    assert review(folder, "--as", ANA, "--message", name, block(folder, "Brew")) == 0
    assert is_reviewed(folder.entry(STEAM))
    assert is_reviewed(folder.entry("Brew"))


def test_another_translation_voids_a_review(folder: Folder) -> None:
    review(folder, "--as", ANA, "--all")
    folder.edit_po("El vapor quema.", "El vapor no quema.")
    changed = folder.entry(STEAM)
    assert is_void(changed)
    assert not is_reviewed(changed)
    assert is_reviewed(folder.entry("Brew"))


def test_another_text_voids_a_review_and_taking_it_back_restores_it(folder: Folder) -> None:
    review(folder, "--as", ANA, "--all")
    folder.edit("01-boil.md", "Steam burns.", "Steam burns badly.")
    folder.update()
    changed = folder.entry(STEAM.replace("burns.", "burns badly."))
    assert changed.is_fuzzy
    assert changed.comments
    assert is_void(changed)
    folder.edit("01-boil.md", "Steam burns badly.", "Steam burns.")
    folder.update()
    assert is_reviewed(folder.entry(STEAM))


def test_signing_again_takes_the_place_of_the_void_signature(folder: Folder) -> None:
    folder.edit_po('msgid "Brew"', '# first thoughts\nmsgid "Brew"')
    review(folder, "--as", ANA, "--all")
    folder.edit_po("Infusione", "Prepare")
    review(folder, "--as", "Bo Li, clinician", "--message", block(folder, "Brew"))
    comments = folder.entry("Brew").comments
    assert comments[0] == "# first thoughts"
    assert len(comments) == 2
    assert "Bo Li" in comments[1]


def test_several_people_sign_one_message(folder: Folder) -> None:
    for who in ("Eva Paz, translator", "Li Wen, second translator", ANA):
        assert review(folder, "--as", who, "--message", block(folder, "Brew")) == 0
    signed = folder.entry("Brew")
    assert list_signed_roles(signed) == {"translator", "second translator", "clinician"}
    assert len(signed.comments) == 3


def test_a_translators_own_signature_is_no_review(folder: Folder) -> None:
    review(folder, "--as", "Eva Paz, translator", "--all")
    assert not is_reviewed(folder.entry("Brew"))


REFUSED = [
    ("Ana Ruiz, nurse", "The roles are: translator, second translator, clinician."),
    ("Ana Ruiz, clinican", "Did you mean `clinician`?"),
    ("Ana Ruiz", 'Write "Name, role".'),
    (", clinician", 'Write "Name, role".'),
    ("Ana\nRuiz\x07, clinician", "all in one line"),
]


@pytest.mark.parametrize(("who", "hint"), REFUSED)
def test_an_unknown_role_is_refused_with_a_hint(
    folder: Folder, capsys: pytest.CaptureFixture[str], who: str, hint: str
) -> None:
    raw = folder.po.read_bytes()
    assert review(folder, "--as", who, "--all") == 2
    assert hint in capsys.readouterr().err
    assert folder.po.read_bytes() == raw


def test_a_name_may_have_a_comma_and_a_role_capitals() -> None:
    assert parse_reviewer("Ana Ruiz, MD, Clinician") == Reviewer("Ana Ruiz, MD", "clinician")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('msgid "Brew"', '#, fuzzy\nmsgid "Brew"', "it is fuzzy"),
        ('msgstr "Infusione"', 'msgstr ""', "it is not translated"),
    ],
)
def test_what_is_not_whole_cannot_be_signed(
    folder: Folder, capsys: pytest.CaptureFixture[str], old: str, new: str, why: str
) -> None:
    folder.edit_po(old, new)
    raw = folder.po.read_bytes()
    assert review(folder, "--as", ANA, "--message", block(folder, "Brew")) == 2
    told = capsys.readouterr().err
    assert why in told
    assert f"guide.po:{folder.entry('Brew').line}:" in told
    assert folder.po.read_bytes() == raw
    assert review(folder, "--as", ANA, "--all") == 0
    assert "Not signed: 1." in capsys.readouterr().out


def test_the_translator_is_not_the_second_translator(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    name = block(folder, "Brew")
    review(folder, "--as", "Eva Paz, translator", "--message", name)
    assert review(folder, "--as", "eva paz, second translator", "--message", name) == 2
    assert "A second translator is another person" in capsys.readouterr().err


def test_an_unknown_id_is_told_with_the_nearest(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert review(folder, "--as", ANA, "--message", "brew.brw", "nothing.at-all") == 2
    told = capsys.readouterr().err
    assert "Did you mean `brew.brew`?" in told
    assert "nothing.at-all" in told


def test_a_signature_without_a_name_is_refused(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert review(folder, "--all") == 2
    assert '--as "Name, role"' in capsys.readouterr().err


def test_what_is_open_is_listed_with_the_critical_first(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    review(folder, "--as", ANA, "--message", block(folder, "Brew"))
    folder.edit_po("Infusione", "Prepare")
    capsys.readouterr()
    assert review(folder, "--list") == 0
    told = capsys.readouterr().out
    assert "critical, not reviewed" in told.splitlines()[0]
    assert "void: it has changed since it was signed: brew.brew\n  Brew\n" in told
    review(folder, "--as", ANA, "--critical")
    capsys.readouterr()
    review(folder, "--list")
    assert "of them critical: 0." in capsys.readouterr().out


def as_weblate(path: Path) -> None:
    """Weblate writes with translate-toolkit, with a header of its own."""
    store = toolkit_pofile(path.read_bytes())
    store.units[0].target = f"{store.units[0].target}X-Generator: Weblate 5.9\n"
    path.write_bytes(bytes(store))


def as_polib(path: Path) -> None:
    """It wraps comments too."""
    polib.pofile(str(path), wrapwidth=60).save(str(path))


def as_poedit(path: Path) -> None:
    """Poedit drops the blank line at the end and adds headers."""
    header, _, entries = path.read_text("utf-8").partition("\n\n")
    path.write_text(f'{header}\n"X-Generator: Poedit 3.4.2\\n"\n\n{entries.rstrip()}\n', "utf-8")


LONG = "María del Carmen Fernández-Villaverde y Sáenz de Santamaría, MD, second translator"


@pytest.mark.parametrize("program", [as_weblate, as_polib, as_poedit])
@pytest.mark.parametrize("who", [ANA, LONG])
def test_a_signature_survives_other_programs(
    folder: Folder, program: Callable[[Path], None], who: str
) -> None:
    folder.edit_po('msgid "Brew"', '# a note\nmsgid "Brew"')
    review(folder, "--as", who, "--all")
    program(folder.po)
    for msgid in (STEAM, "Brew", "Pour."):
        (signature,) = read_signatures(folder.entry(msgid))
        assert signature.valid
        assert signature.reviewer == parse_reviewer(who)
    folder.edit_po("Infusione", "Prepare")
    assert review(folder, "--as", who, "--message", block(folder, "Brew")) == 0
    assert len(read_signatures(folder.entry("Brew"))) == 1
    assert folder.entry("Brew").comments[0] == "# a note"


def test_a_signature_survives_msgcat_and_msgmerge(folder: Folder, gettext: Gettext) -> None:
    review(folder, "--as", LONG, "--all")
    assert gettext("msgcat", "--width=79", folder.po, "-o", folder.po).returncode == 0
    assert is_reviewed(folder.entry(STEAM))
    folder.edit("01-boil.md", "Steam burns.", "Steam burns badly.")
    main(["catalogs", "extract", "-C", str(folder.root)])
    done = gettext("msgmerge", "--previous", "-q", "-o", folder.po, folder.po, folder.pot)
    assert done.returncode == 0, done.stderr
    assert is_void(folder.entry(STEAM.replace("burns.", "burns badly.")))
    assert is_reviewed(folder.entry("Pour."))


def test_a_file_with_windows_line_ends_keeps_them(folder: Folder) -> None:
    folder.po.write_bytes(folder.po.read_bytes().replace(b"\n", b"\r\n"))
    review(folder, "--as", ANA, "--all")
    raw = folder.po.read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert is_reviewed(folder.entry(STEAM))


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30)
names = st.text(st.characters(categories=["L", "Nd"], include_characters=" .,'-"), min_size=1)
comments = st.lists(
    st.sampled_from(["# note", "#", "# reviewed: nobody, nurse, 12345678", "# allow copied"]),
    max_size=4,
)


@given(words, words, names, st.sampled_from(["translator", "clinician"]), comments)
def test_any_name_is_read_back_and_the_rest_stays(
    msgid: str, msgstr: str, name: str, role: str, notes: list[str]
) -> None:
    try:
        who = parse_reviewer(f"{name}, {role}")
    except CatalogError:
        return
    source = Entry("x" + msgid, ("x" + msgstr,), comments=tuple(notes), extracted=("paragraph",))
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    read = parse_catalog((header + format_entry(source)).encode(), "a.po").entries[1]
    signed = sign_entry(read, who)
    (signature,) = read_signatures(signed)
    assert (signature.reviewer, signature.valid) == (who, True)
    again = parse_catalog((header + signed.raw).encode(), "a.po")
    assert again.entries[1].comments == signed.comments
    assert signed.raw.replace(signed.comments[-1] + "\n", "", 1) == read.raw
    assert format_catalog(again) == header + signed.raw
