"""What a person is told: where, both texts with the place marked, what to do, how to silence it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from plainspoken.catalogs.checks.context import MAX_CHARACTERS
from plainspoken.catalogs.checks.render import mark_places
from plainspoken.catalogs.checks.runner import load_rules
from plainspoken.cli import main

from ..conftest import Folder
from .conftest import Told

RIGHT = "Espere 3 minutos. No revuelva."
WRONG = "Espere 30 minutos. No revuelva."


def test_both_texts_are_shown_with_the_place_marked(told: Told) -> None:
    (found,) = told("Wait for 3 minutes.", "Espere 30 minutos.")
    assert str(found.finding) == (
        "guide.po:7: the number 3 (“3 minutes”) became 30 (“30 minutos”)\n"
        "  msgid   Wait for ⟦3 minutes⟧.\n"
        "  msgstr  Espere ⟦30 minutos⟧.\n"
        f"  or      {silence(str(found.finding))}\n"
        "  Correct the number."
    )


def silence(text: str) -> str:
    found = re.search(r"# allow [\w-]+ [0-9a-f]{6}: REASON", text)
    assert found
    return found[0]


def test_a_long_text_is_cut_to_what_is_around_the_place() -> None:
    text = mark_places("a" * 200 + "5" + "b" * 200, [(200, 201)])
    assert text == "…" + "a" * 70 + "⟦5⟧" + "b" * 70 + "…"


def test_what_cannot_be_seen_is_told_by_its_number() -> None:
    assert mark_places("a\u202eb\nc", [(1, 2)]) == "a⟦<U+202E>⟧b c"


def test_a_finding_is_silenced_until_a_text_changes(told: Told) -> None:
    texts = "Wait for 3 minutes.", "Espere 30 minutos."
    (open_,) = told(*texts)
    comment = silence(str(open_.finding)).replace("REASON", "the source's typo")
    (silenced,) = told(*texts, comments=[comment])
    assert silenced.reason == "the source's typo"
    still, lapsed = sorted(
        told(texts[0], "Espere 31 minutos.", comments=[comment]), key=lambda each: each.rule
    )
    assert (still.rule, still.reason) == ("number-values", "")
    assert (lapsed.rule, lapsed.finding.level) == ("silence", "info")


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("# allow number-values 000000: typo", "has lapsed"),
        ("# allow numbers 000000: typo", "there is no check “numbers”"),
        ("# allow number-values 000000", "gives no reason"),
    ],
)
def test_a_comment_that_silences_nothing_is_told(comment: str, said: str, told: Told) -> None:
    found = told("Wait.", "Espere.", comments=[comment, "# a note"])
    assert [said in each.finding.message for each in found] == [True]


def test_every_check_has_its_sentence() -> None:
    others = {"missing-messages", "too-long", "silence"}
    rules = {rule.id: rule.summary for rule in load_rules()}
    assert others < set(rules)
    assert all(re.fullmatch(r"[A-Z].*\.", summary) for summary in rules.values())


def test_a_text_that_is_too_long_is_told_and_not_looked_at(told: Told) -> None:
    found = told("Take 2. " * MAX_CHARACTERS, "Tome 3. " * MAX_CHARACTERS)
    assert [each.rule for each in found] == ["too-long"]
    assert [each.rule for each in told("Take 2. " * 500, "Tome 2. " * 500)] == ["too-long"]


def test_the_command_fails_on_errors_alone(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["catalogs", "check", "es", "-C", str(folder.root)]
    assert main(command) == 0
    folder.edit_po(RIGHT, WRONG)
    assert main(command) == 1
    out = capsys.readouterr().out
    assert f"{folder.po.relative_to(folder.root).as_posix()}:" in out
    assert "1 errors, 0 warnings" in out
    comment = silence(out).replace("REASON", "a joke")
    folder.edit_po("#. paragraph", f"{comment}\n#. paragraph")  # another message: it lapses
    assert main(command) == 1
    lines = folder.po.read_text("utf-8").splitlines()
    lines.remove(comment)
    at = next(at for at, line in enumerate(lines) if line.startswith('msgid "Wait for 3'))
    lines.insert(at, comment)
    folder.po.write_text("\n".join(lines) + "\n", "utf-8")
    assert main(command) == 0


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_code_review_is_told_the_rule_and_the_place(
    form: str, folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit_po(RIGHT, WRONG)
    assert main(["catalogs", "check", "-C", str(folder.root), "--format", form]) == 1
    out = capsys.readouterr().out
    if form == "github":
        assert out.startswith("::error file=locales/es/LC_MESSAGES/guide.po,line=")
        assert "title=number-values" in out
    else:
        (run,) = json.loads(out)["runs"]
        assert [each["ruleId"] for each in run["results"]] == ["number-values"]


def test_programs_get_json(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.edit_po(RIGHT, WRONG)
    assert main(["catalogs", "check", "-C", str(folder.root), "--json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert (found["check"], found["level"]) == ("number-values", "error")


def test_fuzzy_and_empty_translations_are_work_and_no_faults(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit_po(RIGHT, WRONG)
    folder.edit_po('msgid "Wait for 3', '#, fuzzy\nmsgid "Wait for 3')
    assert main(["catalogs", "check", "-C", str(folder.root)]) == 0
    assert "0 errors" in capsys.readouterr().out


def test_the_same_text_is_translated_in_one_way(
    told: Callable[..., object],  # noqa: ARG001
) -> None:
    from plainspoken.catalogs.checks.context import Facts, read_pair
    from plainspoken.catalogs.checks.runner import check_pairs
    from plainspoken.config.project import LocaleSettings
    from plainspoken.po.model import Entry

    facts = Facts("guide.po", "en", LocaleSettings("es"))
    texts = [("Wash your hands often.", "Lávese las manos a menudo."),
             ("Wash your hands often!", "Límpiese mucho las manos.")]  # fmt: skip
    entries = [Entry(one, (other,), line=line) for line, (one, other) in enumerate(texts, 1)]
    found = check_pairs([read_pair(facts, entry, {}) for entry in entries])
    assert [(each.rule, each.finding.line) for each in found] == [("consistency", 2)]


def test_messages_that_are_missing_are_told_by_the_file_alone(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit("01-boil.md", "- One cup\n", "- Warm your hands slowly\n")
    assert main(["catalogs", "check", "-C", str(folder.root)]) == 1
    told = capsys.readouterr().out
    assert "locales/es/LC_MESSAGES/guide.po: 1 of the guide's " in told
