"""Who translated a message does not review it, under whatever spelling of their name."""

from __future__ import annotations

import datetime
import json

import pytest

from plainspoken.catalogs.review import (
    Reviewer,
    ReviewTerms,
    explain_open,
    is_reviewed,
    read_signatures,
    sign_entry,
)
from plainspoken.catalogs.second_person import find_same_person, list_translators
from plainspoken.cli import main
from plainspoken.config.review_period import parse_period
from plainspoken.po.model import Catalog, Entry

from .conftest import Folder

EVA = ReviewTerms(("Eva Paz",))
STEAM = Entry("Steam burns.", ("El vapor quema.",))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Eva Paz", "eva paz"),
        ("Eva Paz", "Paz, Eva"),
        ("Eva Paz", "Dr. Eva Paz"),
        ("Eva Paz", "Eva  Paz <eva@example.org>"),
        ("José Núñez", "Jose Nunez"),
        ("Eva-Paz", "Eva Paz"),
        ("李雯", "李雯"),
        ("ＥＶＡ Paz", "Eva Paz"),
    ],
)
def test_names_of_one_person_are_told_whatever_their_spelling(one: str, other: str) -> None:
    assert find_same_person(one, [other]) == other
    assert find_same_person(other, ["Nobody Else", one]) == one


@pytest.mark.parametrize("other", ["Eva Ruiz", "Ana Paz", "", "<eva@example.org>", "Evan Paz"])
def test_names_of_two_people_are_two(other: str) -> None:
    assert find_same_person("Eva Paz", [other]) == ""


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Eva Paz <eva@example.org>", ("Max Roe", "Eva Paz")),
        ("Max Roe", ("Max Roe",)),
        ("FULL NAME <EMAIL@ADDRESS>", ("Max Roe",)),
        ("", ("Max Roe",)),
    ],
)
def test_translators_are_those_of_the_guide_and_of_the_header(
    field: str, names: tuple[str, ...]
) -> None:
    header = Entry("", (f"Language: es\nLast-Translator: {field}\n",))
    assert list_translators(Catalog("es.po", (header,)), ["Max Roe"]) == names


@pytest.mark.parametrize("role", ["second translator", "clinician"])
def test_the_translators_own_signature_reviews_nothing_in_any_role(role: str) -> None:
    signed = sign_entry(STEAM, Reviewer("Eva Paz", role))
    assert is_reviewed(signed)
    assert not is_reviewed(signed, EVA)
    assert explain_open(signed, EVA) == "signed by its translator alone"
    both = sign_entry(signed, Reviewer("Ana Ruiz", "clinician"))
    assert explain_open(both, EVA) == ""


def test_who_signed_a_message_as_its_translator_is_its_translator() -> None:
    """Two translators may review each other, though both are named as translators."""
    terms = ReviewTerms(("Eva Paz", "Li Wen"))
    signed = sign_entry(STEAM, Reviewer("Eva Paz", "translator"))
    assert is_reviewed(sign_entry(signed, Reviewer("Li Wen", "second translator")), terms)
    assert not is_reviewed(sign_entry(signed, Reviewer("Eva Paz", "clinician")), terms)


def test_the_last_translator_cannot_sign_as_a_second_one(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit_po("Last-Translator: ", "Last-Translator: Eva Paz <eva@example.org>")
    command = ["catalogs", "review", "es", "-C", str(folder.root), "--as"]
    name = next(folder.entry("Brew").iter_block_ids())
    for role in ("second translator", "clinician"):
        assert main([*command, f"EVA PAZ, {role}", "--message", name]) == 2
        assert "Eva Paz is named as its translator" in capsys.readouterr().err
    assert main([*command, "Eva Paz, clinician", "--all"]) == 0
    assert "Signed by Eva Paz, clinician: 0." in capsys.readouterr().out
    assert main([*command, "Ana Ruiz, clinician", "--message", name]) == 0
    assert is_reviewed(folder.entry("Brew"))


DAY = datetime.date(2026, 1, 31)


def test_a_review_has_its_day_and_is_renewed_by_a_later_one() -> None:
    ana = Reviewer("Ana Ruiz", "clinician")
    signed = sign_entry(STEAM, ana, DAY)
    (signature,) = read_signatures(signed)
    assert (signature.reviewer, signature.date, signature.valid) == (ana, DAY, True)
    assert sign_entry(signed, ana, DAY) is signed
    assert sign_entry(signed, ana, datetime.date(2025, 1, 1)) is signed
    later = datetime.date(2027, 1, 30)
    (signature,) = read_signatures(sign_entry(signed, ana, later))
    assert signature.date == later


@pytest.mark.parametrize(
    ("today", "reason"),
    [
        (datetime.date(2027, 1, 31), ""),
        (datetime.date(2027, 2, 1), "reviewed too long ago (2026-01-31)"),
    ],
)
def test_a_review_lapses_after_its_period(today: datetime.date, reason: str) -> None:
    terms = ReviewTerms((), parse_period("1 year"), today)
    signed = sign_entry(STEAM, Reviewer("Ana Ruiz", "clinician"), DAY)
    assert explain_open(signed, terms) == reason
    undated = sign_entry(STEAM, Reviewer("Ana Ruiz", "clinician"))
    assert explain_open(undated, terms) == "reviewed without a date"
    assert explain_open(undated, ReviewTerms((), None, today)) == ""


def test_a_day_that_is_none_is_no_date() -> None:
    signed = sign_entry(STEAM, Reviewer("Ana Ruiz", "clinician"), DAY)
    (line,) = signed.comments
    changed = Entry(STEAM.msgid, STEAM.msgstrs, comments=(line.replace("01-31", "02-31"),))
    (signature,) = read_signatures(changed)
    assert signature.valid
    assert signature.date is None


def test_what_is_open_is_listed_twenty_of_a_kind_and_all_for_programs(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["catalogs", "review", "es", "-C", str(folder.root), "--list"]
    main([*command, "--json"])
    table = json.loads(capsys.readouterr().out)
    assert table["count"] == len(table["open"]) > 20
    assert {"file", "line", "critical", "reason", "id"} <= table["open"][0].keys()
    assert table["open"][0]["critical"]
    long = "\n".join(f"- Cup number {number}" for number in range(30))
    folder.edit("01-boil.md", "- One cup", f"- One cup\n{long}")
    folder.update()
    raw = folder.po.read_text("utf-8").replace('msgstr ""\n\n', 'msgstr "Taza"\n\n')
    folder.po.write_text(raw, "utf-8")
    main(command)
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("… and ") for line in lines)
    assert lines[-2] == "All of them: plainspoken catalogs review es --list --json"
