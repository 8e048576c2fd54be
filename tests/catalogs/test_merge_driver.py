"""Two people translate on two branches, and git merges their work message by message."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.catalogs.three_way_merge import merge_three
from plainspoken.cli import main
from plainspoken.po.model import Catalog, Entry
from plainspoken.po.reader import parse_catalog
from plainspoken.po.writer import format_catalog

from .conftest import Folder, Git

DRIVER = f'"{sys.executable}" -m plainspoken catalogs merge-driver %O %A %B %P'
PO = "locales/es/LC_MESSAGES/guide.po"


@pytest.fixture
def git(folder: Folder, git: Git) -> Git:
    """The guide's folder as a git repository that merges catalogs with the driver."""
    git("config", "merge.plainspoken.driver", DRIVER)
    (folder.root / ".gitattributes").write_text("*.po* merge=plainspoken\n", "utf-8")
    git("add", ".")
    assert git("commit", "-q", "-m", "drive").returncode == 0
    return git


def on_branch(git: Git, change: Callable[[], object]) -> None:
    """Commit a change on another branch, and come back."""
    git("checkout", "-q", "-b", "other")
    change()
    assert git("commit", "-aqm", "theirs").returncode == 0
    git("checkout", "-q", "main")


def sign(folder: Folder, name: str, date: str) -> None:
    """The two fields that each program writes at each save."""
    raw = folder.po.read_text("utf-8")
    revised, translator = (
        next(line for line in raw.splitlines() if line.startswith(f'"{field}'))
        for field in ("PO-Revision-Date", "Last-Translator")
    )
    folder.edit_po(revised, f'"PO-Revision-Date: {date} 10:00+0000\\n"')
    folder.edit_po(translator, f'"Last-Translator: {name} <{name}@example.org>\\n"')


def update(folder: Folder) -> None:
    assert main(["catalogs", "update", "-C", str(folder.root)]) == 0


def test_two_who_translate_different_messages_have_no_conflict(folder: Folder, git: Git) -> None:
    def theirs() -> None:
        sign(folder, "eva", "2026-03-02")
        folder.edit_po("Dos tazas", "Dos tazas grandes")
        folder.edit_po('msgid "Green"', '# not the colour\nmsgid "Green"')

    on_branch(git, theirs)
    sign(folder, "ana", "2026-03-01")
    folder.edit_po("Una taza", "Una sola taza")
    folder.edit_po('msgid "Green"', '# of leaves\nmsgid "Green"')
    git("commit", "-aqm", "ours")
    before = folder.po.read_text("utf-8")
    done = git("merge", "-q", "other")
    assert (done.returncode, done.stderr) == (0, "")
    text = folder.po.read_text("utf-8")
    expected = (
        before.replace("Dos tazas", "Dos tazas grandes")
        .replace("# of leaves\n", "# of leaves\n# not the colour\n")
        .replace("ana <ana@", "eva <eva@").replace("2026-03-01", "2026-03-02")
    )  # fmt: skip
    assert sorted(text.splitlines()) == sorted(expected.splitlines())
    assert main(["catalogs", "update", "-C", str(folder.root)]) == 0
    assert folder.po.read_text("utf-8") == text


def test_two_who_change_different_sections_merge_and_need_no_update(
    folder: Folder, git: Git
) -> None:
    def theirs() -> None:
        folder.edit("02-brew.md", "Do not stir.", "Do not stir it.")
        folder.edit("02-brew.md", "1. Pour.", "1. Warm the cup.\n2. Pour.")
        update(folder)

    on_branch(git, theirs)
    folder.edit("01-boil.md", "- Two cups\n", "- Three cups\n")
    update(folder)
    git("commit", "-aqm", "ours")
    done = git("merge", "-q", "other")
    assert (done.returncode, done.stderr) == (0, "")
    files = [path.read_bytes() for path in (folder.po, folder.pot)]
    update(folder)
    assert [path.read_bytes() for path in (folder.po, folder.pot)] == files
    assert folder.entry("Three cups").is_fuzzy
    assert folder.entry("Wait for 3 minutes. Do not stir it.").is_fuzzy


def test_a_better_word_for_a_text_that_is_edited_meanwhile_goes_to_the_new_text(
    folder: Folder, git: Git
) -> None:
    on_branch(git, lambda: folder.edit_po("No revuelva.", "No lo mueva."))
    folder.edit("02-brew.md", "Do not stir.", "Do not stir it.")
    update(folder)
    git("commit", "-aqm", "ours")
    assert git("merge", "-q", "other").returncode == 0
    new = folder.entry("Wait for 3 minutes. Do not stir it.")
    assert (new.msgstr, new.is_fuzzy) == ("Espere 3 minutos. No lo mueva.", True)
    old = folder.entry("Wait for 3 minutes. Do not stir.")
    assert (old.msgstr, old.obsolete) == ("Espere 3 minutos. No lo mueva.", True)


def test_what_both_translate_is_one_conflict_at_its_place(
    folder: Folder, git: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    def theirs() -> None:
        sign(folder, "eva", "2026-03-02")
        folder.edit_po("Dos tazas", "Dos tacitas")
        folder.edit_po("Negro", "Té negro")
        folder.edit_po('msgid "Two cups"', '# small ones\nmsgid "Two cups"')

    on_branch(git, theirs)
    sign(folder, "ana", "2026-03-01")
    folder.edit_po("Dos tazas", "Un par de tazas")
    git("commit", "-aqm", "ours")
    done = git("merge", "other")
    lines = folder.po.read_text("utf-8").splitlines()
    (begin,) = [n for n, line in enumerate(lines, 1) if line.startswith("<<<<<<<")]
    assert done.returncode == 1
    assert f"{PO}:{begin}: both sides translate this message, each its own way" in done.stderr
    for command in ("update", "check", "status"):
        capsys.readouterr()
        assert main(["catalogs", command, "-C", str(folder.root)]) == 2
        told = capsys.readouterr().err.splitlines()
        assert told[0] == f"{PO}:{begin}: a mark of a merge that was not finished"
        assert len(told) == 2

    # Whichever side is kept, the other changes and the comment are there.
    end = next(n for n, line in enumerate(lines) if line.startswith(">>>>>>>"))
    middle = next(n for n, line in enumerate(lines) if line.startswith("======="))
    for kept in (lines[begin:middle], lines[middle + 1 : end]):
        text = "\n".join([*lines[: begin - 1], *kept, *lines[end + 1 :]]) + "\n"
        folder.po.write_text(text, "utf-8")
        assert folder.entry("Two cups").comments == ("# small ones",)
        assert folder.entry("Black").msgstr == "Té negro"
        update(folder)


def test_the_same_work_on_both_sides_is_no_conflict(folder: Folder, git: Git) -> None:
    on_branch(git, lambda: folder.edit_po("Dos tazas", "Un par"))
    folder.edit_po("Dos tazas", "Un par")
    folder.edit_po("Una taza", "Una")
    git("commit", "-aqm", "ours")
    assert git("merge", "-q", "other").returncode == 0
    assert folder.entry("Two cups").msgstr == "Un par"


def test_of_a_version_that_cannot_be_read_nothing_is_left_out(folder: Folder, git: Git) -> None:
    on_branch(git, lambda: folder.edit_po('"Dos tazas"', '"Dos tacitas'))
    folder.edit_po("Dos tazas", "Un par de tazas")
    git("commit", "-aqm", "ours")
    done = git("merge", "other")
    assert done.returncode == 1
    assert 'the closing " is missing' in done.stderr
    text = folder.po.read_text("utf-8")
    assert "<<<<<<< ours" in text
    assert '"Dos tacitas\n' in text
    assert "Un par de tazas" in text


def test_files_that_are_not_there_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [str(tmp_path / name) for name in ("a", "b", "c")]
    assert main(["catalogs", "merge-driver", *names]) != 0
    assert "b: " in capsys.readouterr().err


def test_both_may_begin_a_catalog(folder: Folder, git: Git) -> None:
    po = folder.root / "locales/fr/LC_MESSAGES/guide.po"

    def begin(word: str, translation: str) -> None:
        assert main(["catalogs", "add", "fr", "-C", str(folder.root)]) == 0
        text = po.read_text("utf-8")
        po.write_text(
            text.replace(f'msgid "{word}"\nmsgstr ""', f'msgid "{word}"\nmsgstr "{translation}"')
        )
        git("add", ".")

    on_branch(git, lambda: begin("Black", "Noir"))
    begin("Green", "Vert")
    git("commit", "-aqm", "ours")
    assert git("merge", "-q", "other").returncode == 0
    text = po.read_text("utf-8")
    assert 'msgstr "Noir"' in text
    assert 'msgstr "Vert"' in text


HEADER = Entry("", ("POT-Creation-Date: 2026\nContent-Type: text/plain; charset=UTF-8\n",))
TEXTS = ("a", "b", "c", "d", "e")
entries = st.builds(
    Entry,
    msgid=st.sampled_from(TEXTS),
    msgstrs=st.tuples(st.sampled_from(("", "1", "2", "3"))),
    comments=st.lists(st.sampled_from(("# x", "# y")), max_size=2, unique=True).map(tuple),
    flags=st.sampled_from(((), ("fuzzy",))),
    obsolete=st.booleans(),
)
catalogs = st.lists(entries, max_size=5, unique_by=lambda entry: entry.key).map(
    lambda found: read(Catalog("es.po", (HEADER, *found)))
)


def read(catalog: Catalog) -> Catalog:
    return parse_catalog(format_catalog(catalog).encode(), "es.po")


def by_key(catalog: Catalog) -> dict[str, Entry]:
    return {entry.msgid: entry for entry in catalog.entries[1:]}


@given(catalogs, catalogs, catalogs)
def test_no_work_of_either_side_is_lost(base: Catalog, ours: Catalog, theirs: Catalog) -> None:
    merged = merge_three(base, ours, theirs, "es.po")
    old, mine, other = map(by_key, (base, ours, theirs))
    assert merged.text.count("<<<<<<< ours") == len(merged.conflicts)
    for side in (mine, other):
        for text, entry in side.items():
            before = old.get(text)
            is_suggestion = entry.is_fuzzy and entry.msgstrs in {e.msgstrs for e in old.values()}
            is_new = before is None or before.msgstrs != entry.msgstrs
            if entry.is_translated and is_new and not is_suggestion:
                assert f'msgstr "{entry.msgstr}"' in merged.text
    if not merged.conflicts:
        found = by_key(parse_catalog(merged.text.encode(), "es.po"))
        assert set(found) >= {*mine} & {*other}
        assert all(found[text] for text in {*mine, *other} - {*old})


@given(catalogs, catalogs)
def test_what_one_side_changed_alone_is_taken(base: Catalog, changed: Catalog) -> None:
    result = [entry for entry in changed.entries if not entry.obsolete]
    result += [entry for entry in changed.entries if entry.obsolete]
    expected = format_catalog(replace(changed, entries=tuple(replace(e, gap=None) for e in result)))
    kept = {entry.msgid for entry in changed.entries}
    for sides in ((base, changed), (changed, base)):
        merged = merge_three(base, *sides, "es.po")
        assert merged.conflicts == ()
        assert kept == {entry.msgid for entry in parse_catalog(merged.text.encode(), "").entries}
        assert sorted(merged.text) == sorted(expected)
