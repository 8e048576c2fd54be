"""An editor's answers become scores, as the makers of each checklist reckon them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from plainspoken.config.project import load_project
from plainspoken.diagnostics.finding import Finding
from plainspoken.readability.checklists import (
    Checklist,
    load_forms,
    read_checklists,
    render_template,
)

CCI, PEMAT = load_forms()
Read = Callable[[str], tuple[tuple[Checklist, ...], list[Finding]]]


@pytest.fixture
def read(small_guide: Path) -> Read:
    def one(text: str) -> tuple[tuple[Checklist, ...], list[Finding]]:
        (small_guide / "source" / "checklists.toml").write_text(text, encoding="utf-8")
        return read_checklists(load_project(small_guide))

    return one


def filled(name: str, answers: dict[str, str], extra: str = "") -> str:
    lines = [f'{item} = "{value}"' for item, value in answers.items()]
    head = [f"[{name}]", 'by = "Ada Leaf, editor"', "date = 2026-02-01", 'version = "1.0.0"']
    return "\n".join([*head, f"[{name}.answers]", *lines, extra, ""])


def best(form_number: int = 0) -> dict[str, str]:
    return {item.id: item.earns for item in load_forms()[form_number].items}


def without(answers: dict[str, str], *gone: str) -> dict[str, str]:
    return {item: value for item, value in answers.items() if item not in gone}


def only_fault(found: tuple[tuple[Checklist, ...], list[Finding]]) -> Finding:
    checklists, errors = found
    assert checklists == ()
    assert len(errors) == 1, errors
    return errors[0]


def test_without_a_file_there_is_no_checklist(small_guide: Path) -> None:
    assert read_checklists(load_project(small_guide)) == ((), [])


def test_the_cci_has_its_twenty_items_in_four_parts() -> None:
    parts = [item.part for item in CCI.items]
    assert {part: parts.count(part) for part in CCI.parts} == {"A": 11, "B": 3, "C": 3, "D": 3}
    assert [item.number for item in CCI.items] == [str(number) for number in range(1, 21)]
    assert CCI.goal == 90
    assert [item.number for item in CCI.items if item.earns == "no"] == ["17"]


def test_pemat_has_the_numbers_of_its_form_for_printed_matter() -> None:
    numbers = {part: [] for part in PEMAT.parts}  # type: dict[str, list[int]]
    for item in PEMAT.items:
        numbers[item.part].append(int(item.number))
    assert numbers["understandability"] == [*range(1, 13), *range(15, 20)]
    assert numbers["actionability"] == [*range(20, 27)]
    apart = [int(item.number) for item in PEMAT.items if item.not_applicable]
    assert apart == [6, 8, 9, 11, 16, 17, 18, 19, 24, 25]
    assert PEMAT.goal is None


def test_every_rule_names_an_item_before_its_own() -> None:
    for form in load_forms():
        names = [item.id for item in form.items]
        assert len(set(names)) == len(names)
        for place, item in enumerate(form.items):
            assert item.part in form.parts
            assert item.question.endswith((".", "?"))
            for other in (*item.no_with, *item.unscored_with):
                assert other in names[:place]


def test_the_best_answers_give_a_hundred(read: Read) -> None:
    checklists, errors = read(filled("cci", best()) + filled("pemat", best(1)))
    assert errors == []
    assert [each.name for each in checklists] == [
        "cci", "pemat-understandability", "pemat-actionability",
    ]  # fmt: skip
    assert [each.score for each in checklists] == [100, 100, 100]
    assert [each.goal for each in checklists] == [90, None, None]
    assert [len(each.answers) for each in checklists] == [20, 17, 7]


def test_a_checklist_tells_who_answered_when_and_for_which_version(read: Read) -> None:
    note = "[cci.notes]\n4-message-picture = 'The kettle on page 1.\\nIt has a caption.'"
    (checklist,), _ = read(filled("cci", best(), note))
    assert checklist.by == "Ada Leaf, editor"
    assert checklist.date.isoformat() == "2026-02-01"
    assert checklist.version == "1.0.0"
    assert "CDC" in checklist.source
    assert checklist.answers[3].note.startswith("The kettle")


def test_an_item_that_does_not_apply_is_neither_earned_nor_possible(read: Read) -> None:
    numbers = dict.fromkeys(
        ("15-familiar-numbers", "16-numbers-explained", "17-calculating"), "not-applicable"
    )
    (checklist,), _ = read(filled("cci", {**best(), **numbers, "8-lists": "no"}))
    assert checklist.score == round(100 * 16 / 17, 1)


def test_the_item_on_calculating_earns_its_point_by_a_no(read: Read) -> None:
    (checklist,), _ = read(filled("cci", {**best(), "17-calculating": "yes"}))
    assert checklist.score == 95


def test_without_advice_part_b_is_not_scored(read: Read) -> None:
    apart = dict.fromkeys(("13-why", "14-how", "19-good-and-harm"), "not-applicable")
    for answer in ("no", "not-applicable"):
        (checklist,), errors = read(filled("cci", {**best(), **apart, "12-advice": answer}))
        assert errors == []
        assert checklist.score == 100
        assert sum(each.possible for each in checklist.answers) == 16


def test_pemat_scores_its_two_sides_apart(read: Read) -> None:
    answers = {**best(1), "1-purpose": "no", "19-tables": "not-applicable", "20-action": "no"}
    checklists, _ = read(filled("pemat", answers))
    assert [each.score for each in checklists] == [round(100 * 15 / 16, 1), round(100 * 6 / 7, 1)]


def test_a_checklist_with_open_questions_has_no_score(read: Read) -> None:
    answers = {**without(best(), "9-chunks"), "8-lists": ""}
    (checklist,), errors = read(filled("cci", answers))
    assert errors == []
    assert (checklist.score, checklist.unanswered) == (None, 2)
    assert [each.item.number for each in checklist.answers if not each.value] == ["8", "9"]


def test_an_open_question_of_one_side_leaves_the_other_its_score(read: Read) -> None:
    checklists, _ = read(filled("pemat", without(best(1), "26-pictures-to-act")))
    assert [(each.score, each.unanswered) for each in checklists] == [(100, 0), (None, 1)]


@pytest.mark.parametrize(
    ("change", "told", "hint"),
    [
        ({"2-message-first": "yes", "1-main-message": "no"}, "'1-main-message'", "Answer no"),
        ({"7-readers-words": "not-applicable"}, "cannot be 'not-applicable'", "yes or no"),
        ({"16-numbers-explained": "not-applicable"}, "cannot be", "yes or no"),
        ({"15-familiar-numbers": "not-applicable"}, "is 'yes', but", "it has no numbers"),
        ({"18-risk-explained": "not-applicable"}, "is 'yes', but", "it tells of no risk"),
        ({"12-advice": "no"}, "`12-advice` is 'no'", "it gives no advice"),
        ({"8-lists": "yess"}, "'yess', which is no answer", "Did you mean `yes`?"),
        ({"8-lists": "maybe"}, "'maybe', which is no answer", "yes, no, not-applicable"),
    ],
)
def test_an_answer_that_cannot_be_is_told_at_its_line(
    read: Read, change: dict[str, str], told: str, hint: str
) -> None:
    text = filled("cci", {**best(), **change})
    checklists, errors = read(text)
    assert checklists == ()
    assert told.replace("'1-main-message'", "`1-main-message`") in errors[0].message
    assert hint in errors[0].hint
    name = re.search(r"`cci\.answers\.([\w-]+)`", errors[0].message)
    assert name
    assert text.split("\n")[errors[0].line - 1].startswith(name[1])
    assert errors[0].file == "source/checklists.toml"


def test_an_answer_that_follows_an_open_one_waits_for_it(read: Read) -> None:
    answers = {**without(best(), "15-familiar-numbers"), "16-numbers-explained": "not-applicable"}
    assert "`15-familiar-numbers` first" in only_fault(read(filled("cci", answers))).hint


def test_an_unknown_item_is_told_with_the_nearest(read: Read) -> None:
    error = only_fault(read(filled("cci", {**best(), "8-list": "yes"})))
    assert error.message == "`cci.answers.8-list` is not a known key"
    assert error.hint == "Did you mean `8-lists`?"


def test_an_unknown_checklist_is_told(read: Read) -> None:
    error = only_fault(read(filled("cdc", {})))
    assert error.message == "`cdc` is not a known key"
    assert error.hint == "Did you mean `cci`?"


@pytest.mark.parametrize("key", ["by", "date", "version"])
def test_answers_that_nobody_stands_for_are_refused(read: Read, key: str) -> None:
    text = re.sub(rf"^{key} = .*\n", "", filled("cci", best()), flags=re.MULTILINE)
    assert only_fault(read(text)).message == f"`cci.{key}` is missing"


@pytest.mark.parametrize(
    ("old", "new", "told", "line"),
    [
        ("date = 2026-02-01", 'date = "1 February"', "`cci.date` is text in quotes", 3),
        ("date = 2026-02-01", "date = 2026-02-01T10:00:00", "`cci.date` is a date and time", 3),
        ("date = 2026-02-01", "date = 2026-02-30", "is not TOML", 3),
        ('"Ada Leaf, editor"', "7", "`cci.by` is a whole number", 2),
        ('"Ada Leaf, editor"', '"Ada\\u0007"', "control character, U+0007", 2),
        ('version = "1.0.0"', 'version = "1\\n0"', "more than one line", 4),
        ('8-lists = "yes"', "8-lists = true", "`cci.answers.8-lists` is true or false", 13),
        ('8-lists = "yes"', '8-lists = "yes', "is not TOML", 13),
        ('8-lists = "yes"', '8-lists = "yes"\n8-lists = "no"', "is not TOML", 14),
        ('8-lists = "yes"', '8-lists = "y\x07es"', "is not TOML", 13),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_told_at_its_line(
    read: Read, old: str, new: str, told: str, line: int
) -> None:
    text = filled("cci", best())
    assert old in text
    error = only_fault(read(text.replace(old, new, 1)))
    assert told in error.message
    assert error.line == line


def test_a_control_character_in_a_note_is_told(read: Read) -> None:
    note = '[cci.notes]\n8-lists = "line\\none"\n9-chunks = "bell\\u0007"'
    assert "`cci.notes.9-chunks`" in only_fault(read(filled("cci", best(), note))).message


def test_a_file_that_is_not_utf_8_is_told(small_guide: Path) -> None:
    (small_guide / "source" / "checklists.toml").write_bytes(b'[cci]\nby = "Jos\xe9"\n')
    error = only_fault(read_checklists(load_project(small_guide)))
    assert (error.line, error.message) == (2, "is not UTF-8 text")


def test_one_faulty_checklist_hides_the_other_too(read: Read) -> None:
    text = filled("cci", best()) + filled("pemat", {**best(1), "1-purpose": "not-applicable"})
    assert "pemat.answers.1-purpose" in only_fault(read(text)).message


def test_the_empty_template_is_no_checklist_and_no_fault(read: Read) -> None:
    assert read(render_template()) == ((), [])


def test_the_template_asks_every_question_and_can_be_filled_in(read: Read) -> None:
    text = render_template()
    for form in load_forms():
        goal = f" The score to reach: {form.goal:g} of 100." if form.goal else ""
        assert f"# {form.title}.{goal}\n" in text
        assert tomllib.loads(text)[form.name]["answers"] == {item.id: "" for item in form.items}
        for item in form.items:
            assert f"# {item.question}\n" in text
            text = text.replace(f'{item.id} = ""', f'{item.id} = "{item.earns}"')
    text = text.replace('by = ""', 'by = "Ada"').replace("# date", "date")
    checklists, errors = read(text.replace('version = ""', 'version = "1.0.0"'))
    assert errors == []
    assert [each.score for each in checklists] == [100, 100, 100]
    assert all(len(line) <= 120 for line in text.split("\n"))


def test_one_checklist_of_the_template_may_be_left_empty(read: Read) -> None:
    text = render_template().replace('by = ""', 'by = "Ada"', 1).replace("# date", "date", 1)
    (checklist,), errors = read(text.replace('version = ""', 'version = "1"', 1))
    assert errors == []
    assert (checklist.name, checklist.unanswered) == ("cci", 20)
