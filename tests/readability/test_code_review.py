"""Other programs read the remarks: SARIF by its rules, GitHub's commands by theirs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from plainspoken.config.project import load_project
from plainspoken.diagnostics import review as review_output
from plainspoken.diagnostics import sarif as sarif_output
from plainspoken.diagnostics.finding import Finding, Level, ReportedFinding
from plainspoken.parsing import parse
from plainspoken.readability.rules import find_remarks, load_rules
from plainspoken.readability.rules.model import Remark, WhatIf
from plainspoken.readability.rules.runner import report_remark
from plainspoken.readability.score import tokenize

RULES = {rule.id: rule.summary for rule in load_rules()}
TEXTS = st.text(st.characters(codec="utf-8"))
LEVELS: st.SearchStrategy[Level] = st.sampled_from(("error", "warning", "info"))
REMARKS = st.builds(
    Remark,
    kind=st.sampled_from(sorted(RULES)) | TEXTS,
    finding=st.builds(
        Finding,
        file=TEXTS,
        line=st.integers(0, 999),
        message=TEXTS,
        hint=TEXTS,
        level=LEVELS,
        detail=st.tuples(TEXTS),
    ),
    lang=TEXTS,
    section=TEXTS,
    block=TEXTS,
    sentence=TEXTS,
    begin=st.integers(0, 9),
    end=st.integers(0, 9),
    instead=st.lists(TEXTS, max_size=2).map(tuple),
    what_if=st.none() | st.builds(WhatIf, st.floats(0, 99), st.floats(0, 99)),
    reason=st.just("") | TEXTS,
)


def remark(
    kind: str = "long-sentence", line: int = 7, level: Level = "warning", **more: Any
) -> Remark:
    finding = Finding(
        more.pop("file", "source/01-boil.md"), line, "This sentence has 24 words",
        "Split it.", level, ("“Boil it, and wait.”",),
    )  # fmt: skip
    names = {"lang": "en", "section": "boil", "block": "boil.p1", "sentence": "boil.p1.s1", **more}
    return Remark(kind, finding, begin=0, end=4, **names)


def sarif(made: Sequence[Remark], root: str = "") -> str:
    return sarif_output.format_sarif([report_remark(each) for each in made], RULES, root)


def github(made: Iterable[Remark]) -> Iterator[str]:
    return review_output.format_github(map(report_remark, made))


def run_of(*made: Remark, root: str = "") -> dict[str, Any]:
    log = json.loads(sarif(made, root))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    found: dict[str, Any] = run
    return found


def unescaped(text: str) -> str:
    for code, sign in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_every_check_has_a_rule_with_a_sentence_about_it() -> None:
    rules = run_of()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(RULES)
    assert all(rule["shortDescription"]["text"].endswith(".") for rule in rules)


def test_a_kind_from_elsewhere_gets_a_rule_too() -> None:
    run = run_of(remark("house-style"))
    rules = run["tool"]["driver"]["rules"]
    assert rules[run["results"][0]["ruleIndex"]] == {
        "id": "house-style",
        "shortDescription": {"text": "House style."},
        "help": {
            "text": "`<!-- allow house-style: REASON -->` at the end of a paragraph silences it."
        },
    }


def test_a_result_tells_what_where_and_what_to_do() -> None:
    made = remark(instead=("Boil it.", "Wait."), what_if=WhatIf(9.1, 7.404))
    (result,) = run_of(made)["results"]
    assert result["ruleId"] == "long-sentence"
    assert result["message"]["text"].split("\n") == [
        "This sentence has 24 words.",
        "“Boil it, and wait.”",
        "Split it.",
        "Instead: “Boil it. Wait.”",
        "The section would go from 9.10 to 7.40.",
    ]
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "source/01-boil.md", "uriBaseId": "GUIDE"},
                "region": {"startLine": 7},
            }
        }
    ]


def test_levels_are_those_of_sarif() -> None:
    levels: tuple[Level, ...] = ("error", "warning", "info")
    results = run_of(*(remark(level=level) for level in levels))["results"]
    assert [each["level"] for each in results] == ["error", "warning", "note"]


def test_a_silenced_remark_is_suppressed_with_its_reason() -> None:
    results = run_of(remark(), remark(reason="A quotation."))["results"]
    assert [each["suppressions"] for each in results] == [
        [],
        [{"kind": "inSource", "status": "accepted", "justification": "A quotation."}],
    ]


def test_a_fingerprint_stays_when_lines_and_words_of_ours_move() -> None:
    def prints(*made: Remark) -> list[str]:
        return [each["partialFingerprints"]["plainspoken/v1"] for each in run_of(*made)["results"]]

    first = prints(remark(line=7))
    assert first == prints(remark(line=90, level="info", what_if=WhatIf(2, 1)))
    assert first == prints(remark("passive"), remark(line=90))[1:]
    several = prints(remark(), remark(), remark("passive"), remark(sentence="other"))
    assert len(set(several)) == 4
    assert several[0] == first[0]


def test_the_folder_is_an_address_that_ends_in_a_slash() -> None:
    for root in ("file:///srv/tea", "file:///srv/tea/"):
        assert run_of(root=root)["originalUriBaseIds"]["GUIDE"]["uri"] == "file:///srv/tea/"
    assert "uri" not in run_of()["originalUriBaseIds"]["GUIDE"]


def test_a_file_name_is_escaped_as_an_address() -> None:
    (result,) = run_of(remark(file="source/a b:ü%.md", line=0))["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "source/a%20b%3A%C3%BC%25.md", "uriBaseId": "GUIDE"}
    }
    assert run_of(remark(file="", line=0))["results"][0]["locations"] == []


def test_braces_are_not_taken_for_placeholders() -> None:
    (result,) = run_of(remark(instead=("Take {dose}.",)))["results"]
    assert "Take {{dose}}." in result["message"]["text"]


@given(made=st.lists(REMARKS, max_size=4))
def test_any_remarks_make_a_log_of_the_right_form(made: list[Remark]) -> None:
    text = sarif(made, "file:///tea/")
    assert text == sarif(list(made), "file:///tea/")
    assert text.endswith("}\n")
    run = run_of(*made)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(set(rules)) == len(rules)
    assert len(run["results"]) == len(made)
    for one, result in zip(made, run["results"], strict=True):
        assert rules[result["ruleIndex"]] == result["ruleId"] == one.kind
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        assert bool(result["suppressions"]) == bool(one.reason)
        assert all(
            map(re.compile(r"[0-9a-f]{32}").fullmatch, result["partialFingerprints"].values())
        )
        for location in result["locations"]:
            place = location["physicalLocation"]
            assert re.fullmatch(r"[\w./~%-]+", place["artifactLocation"]["uri"], re.ASCII)
            assert place.get("region", {"startLine": 1})["startLine"] >= 1


def test_a_command_marks_the_line_of_a_pull_request() -> None:
    assert list(github([remark()])) == [
        "::warning file=source/01-boil.md,line=7,title=long-sentence::"
        "This sentence has 24 words.%0A“Boil it, and wait.”%0ASplit it."
    ]


def test_commands_have_the_names_of_github() -> None:
    levels: tuple[Level, ...] = ("error", "warning", "info")
    said = [line.split(" ")[0] for line in github(remark(level=level) for level in levels)]
    assert said == ["::error", "::warning", "::notice"]


def test_a_silenced_remark_is_left_out_of_a_pull_request() -> None:
    assert list(github([remark(reason="A quotation.")])) == []


def test_a_command_names_no_line_where_none_is_known() -> None:
    assert next(github([remark(line=0)])).startswith("::warning file=source/01-boil.md,title=")
    assert next(github([remark(file="")])).startswith("::warning title=long-sentence::")


def test_signs_that_would_end_a_part_of_a_command_are_written_as_codes() -> None:
    (line,) = github([remark("a,b", file="source/a,b:c%.md")])
    assert line.startswith("::warning file=source/a%2Cb%3Ac%25.md,line=7,title=a%2Cb::")
    broken = Finding("source/01-boil.md", 7, "It is\r\nodd", "", "warning")
    (line,) = review_output.format_github([ReportedFinding("odd", broken, "Is\r\nodd", (), "")])
    assert line.endswith("::Is%0D%0Aodd")


@given(made=REMARKS)
def test_a_command_is_one_line_that_github_reads_back_whole(made: Remark) -> None:
    lines = list(github([made]))
    if made.reason:
        assert lines == []
        return
    (line,) = lines
    assert "\r" not in line
    assert "\n" not in line
    found = re.fullmatch(r"::(error|warning|notice) (.*?)::(.*)", line, re.DOTALL)
    assert found
    properties = dict(each.split("=", 1) for each in found[2].split(",") if each)
    assert unescaped(properties.get("file", "")) == made.finding.file
    assert unescaped(properties.get("title", "")) == made.kind
    message = unescaped(found[3])
    assert message.startswith(f"{made.finding.message}.\n{made.finding.detail[0]}")
    assert made.finding.hint in message


def test_the_remarks_of_a_guide_go_through_both(small_guide: Path) -> None:
    words = " and the kettle sings" * 12
    (small_guide / "source" / "03-more.md").write_text(f"# More\n\nThe water boils{words}.\n")
    found = find_remarks(tokenize(parse(load_project(small_guide))))
    assert any(each.kind == "long-sentence" for each in found)
    assert len(run_of(*found)["results"]) == len(found)
    assert len(list(github(found))) == sum(not each.reason for each in found)
