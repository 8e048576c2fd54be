"""A misprint corrected in the source keeps its translations."""

from __future__ import annotations

import json

import pytest

from plainspoken.cli import main
from plainspoken.po.reader import parse_catalog

from .conftest import Folder

OLD = "Steam burns. Call {help-phone} if you get hurt."
NEW = "Steam burns. Phone {help-phone} if you get hurt."
SPANISH = "El vapor quema. Llame a {help-phone} si se lastima."
RECORD = '# typo corrected (1.0.0, 2026-01-31): "Call" → "Phone"'


def block(folder: Folder, msgid: str) -> str:
    return next(folder.entry(msgid).iter_block_ids())


def update(folder: Folder, *options: str) -> int:
    return main(["catalogs", "update", "-C", str(folder.root), *options])


def new_block(folder: Folder, capsys: pytest.CaptureFixture[str]) -> str:
    """The id that the block has in the template once it was corrected."""
    assert main(["catalogs", "extract", "-C", str(folder.root)]) == 0
    capsys.readouterr()
    pot = parse_catalog((folder.root / "locales/guide.pot").read_bytes(), "guide.pot")
    return next(entry for entry in pot.entries if entry.msgid == NEW).references[0].split(":")[1]


@pytest.mark.parametrize("name", ["as it was", "as it is"])
def test_a_corrected_text_keeps_its_translation_unmarked_and_on_record(
    folder: Folder, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = block(folder, OLD)
    folder.edit("01-boil.md", "Call", "Phone")
    named = before if name == "as it was" else new_block(folder, capsys)
    assert update(folder, "--typo", named) == 0
    kept = folder.entry(NEW)
    assert (kept.msgstr, kept.is_fuzzy, kept.previous_msgid) == (SPANISH, False, None)
    assert kept.comments == (RECORD,)
    assert OLD not in folder.po.read_text("utf-8")
    raw = folder.po.read_bytes()
    assert update(folder) == 0
    assert folder.po.read_bytes() == raw


def test_a_correction_may_be_named_after_the_catalogs_were_updated(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit_po(f'msgid "{OLD}"', f'# gently\nmsgid "{OLD}"')
    folder.edit("01-boil.md", "Call", "Phone")
    folder.update()
    assert folder.entry(NEW).is_fuzzy
    assert update(folder, "--typo", new_block(folder, capsys)) == 0
    kept = folder.entry(NEW)
    assert (kept.msgstr, kept.is_fuzzy, kept.previous_msgid) == (SPANISH, False, None)
    assert kept.comments == ("# gently", RECORD)
    assert OLD not in folder.po.read_text("utf-8")


def test_only_the_named_block_is_a_correction(folder: Folder) -> None:
    named = block(folder, OLD)
    folder.edit("01-boil.md", "Call", "Phone")
    folder.edit("02-brew.md", "Do not stir", "Never stir")
    assert update(folder, "--typo", named) == 0
    assert not folder.entry(NEW).is_fuzzy
    assert folder.entry("Wait for 3 minutes. Never stir.").is_fuzzy


def test_several_blocks_may_be_named(folder: Folder) -> None:
    names = [block(folder, OLD), block(folder, "Wait for 3 minutes. Do not stir.")]
    folder.edit("01-boil.md", "Call", "Phone")
    folder.edit("02-brew.md", "Do not stir", "Don't stir")
    assert update(folder, "--typo", names[0], "--typo", names[1]) == 0
    catalog = parse_catalog(folder.po.read_bytes(), "guide.po")
    assert not any(entry.is_fuzzy or entry.obsolete for entry in catalog.entries)


def test_a_translation_that_was_fuzzy_stays_fuzzy(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    named = block(folder, OLD)
    folder.edit_po(f'msgid "{OLD}"', f'#, fuzzy\nmsgid "{OLD}"')
    folder.edit("01-boil.md", "Call", "Phone")
    raw = folder.po.read_bytes()
    assert update(folder, "--typo", named) == 2
    assert f"`{named}` was to be corrected" in capsys.readouterr().err
    assert folder.po.read_bytes() == raw


@pytest.mark.parametrize("name", ["boil.00000000", "boil.boil-the-water"])
def test_a_block_that_is_not_known_or_did_not_change_is_told_and_nothing_is_written(
    folder: Folder, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit("01-boil.md", "Call", "Phone")
    raw = folder.po.read_bytes()
    assert update(folder, "--typo", name) == 2
    told = capsys.readouterr().err
    assert name in told
    assert "--dry-run" in told
    assert folder.po.read_bytes() == raw


def test_a_dry_run_tells_what_would_change_and_writes_nothing(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit("01-boil.md", "Call", "Phone")
    folder.edit("01-boil.md", "- One cup\n", "- Warm your hands slowly\n")
    files = {path: path.read_bytes() for path in folder.root.rglob("*") if path.is_file()}
    assert update(folder, "--dry-run") == 0
    told = capsys.readouterr().out
    assert "es: 1 new, 1 fuzzy, 0 corrected, 0 revived, 1 obsolete, " in told
    assert f'fuzzy: "{OLD}"\n      →  "{NEW}"' in told
    assert 'new: "Warm your hands slowly"' in told
    assert 'obsolete: "One cup"' in told
    assert {path: path.read_bytes() for path in folder.root.rglob("*") if path.is_file()} == files


def test_a_dry_run_speaks_json(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    named = block(folder, OLD)
    folder.edit("02-brew.md", "1. Pour.\n2.", "1.")
    folder.update()
    folder.edit("02-brew.md", "1. Wait", "1. Pour.\n2. Wait")
    folder.edit("01-boil.md", "Call", "Phone")
    raw = folder.po.read_bytes()
    assert update(folder, "es", "--dry-run", "--json", "--typo", named) == 0
    (told,) = json.loads(capsys.readouterr().out)["locales"]
    assert told == {
        "locale": "es",
        "new": [],
        "fuzzy": [],
        "corrected": [{"old": OLD, "new": NEW}],
        "revived": ["Pour."],
        "obsolete": [],
        "unchanged": told["unchanged"],
    }
    assert told["unchanged"] > 15
    assert folder.po.read_bytes() == raw
    assert update(folder, "es", "--json", "--typo", named) == 0
    assert json.loads(capsys.readouterr().out)["locales"] == [told]
    assert folder.po.read_bytes() != raw


def test_what_follows_a_correction_is_a_change_as_any_other(folder: Folder) -> None:
    named = block(folder, OLD)
    folder.edit("01-boil.md", "Call", "Phone")
    assert update(folder, "--typo", named) == 0
    folder.edit("01-boil.md", "get hurt", "burn yourself")
    folder.update()
    edited = folder.entry(NEW.replace("get hurt", "burn yourself"))
    assert (edited.is_fuzzy, edited.previous_msgid, edited.comments) == (True, NEW, (RECORD,))


def test_a_word_that_was_added_or_removed_is_on_record_with_the_word_before(folder: Folder) -> None:
    named = [block(folder, OLD), block(folder, "Wait for 3 minutes. Do not stir.")]
    folder.edit("01-boil.md", "Steam burns.", "Steam really burns.")
    folder.edit("02-brew.md", "for 3 minutes", "3 minutes")
    assert update(folder, "--typo", named[0], "--typo", named[1]) == 0
    added = folder.entry(OLD.replace("burns", "really burns"))
    removed = folder.entry("Wait 3 minutes. Do not stir.")
    assert added.comments[0].endswith(': "Steam" → "Steam really"')
    assert removed.comments[0].endswith(': "Wait for" → "Wait"')


def test_what_is_counted_adds_up_to_all_messages(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit("01-boil.md", "Call", "Phone")
    folder.edit("01-boil.md", "- One cup\n", "- Warm your hands slowly\n")
    assert update(folder, "--dry-run", "--json") == 0
    (told,) = json.loads(capsys.readouterr().out)["locales"]
    messages = [*parse_catalog(folder.po.read_bytes(), "guide.po").iter_messages()]
    assert (len(told["new"]), len(told["fuzzy"])) == (1, 1)
    assert told["unchanged"] == len(messages) - 2
