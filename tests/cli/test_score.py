"""`plainspoken score`, as writers, editors and programs run it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from plainspoken.cli import main

ROOT = Path(__file__).parents[2]
Out = pytest.CaptureFixture[str]
DEEP = "".join("  " * level + "- item\n" for level in range(30))


@pytest.fixture
def guide(tmp_path: Path, capsys: Out) -> Path:
    """The folder of a new guide, in English and Spanish."""
    folder = tmp_path / "guide"
    assert main(["new", str(folder)]) == 0
    capsys.readouterr()
    return folder


def add_text(guide: Path, text: str, file: str = "01-when.md") -> None:
    path = guide / "source" / file
    path.write_text(f"{path.read_text('utf-8')}\n{text}\n", "utf-8")


def test_json_is_what_its_schema_says(guide: Path, capsys: Out) -> None:
    add_text(guide, "The hands are washed by the nurse prior to the MRSA test.")
    assert main(["score", "-C", str(guide), "--json"]) == 0
    table = json.loads(capsys.readouterr().out)
    schema = json.loads((ROOT / "docs/readability.schema.json").read_text("utf-8"))
    jsonschema.validate(table, schema)
    assert [each["lang"] for each in table["languages"]] == ["en", "es"]
    assert table["languages"][0]["scale"]["title"] == "Flesch-Kincaid grade"
    assert table["languages"][0]["remarks"]
    assert table["languages"][1]["comparison"]["whole"]["length_ratio"] > 0


@pytest.mark.parametrize("locales", [(), ("--locale", "es"), ("--locale", "en")])
def test_the_number_of_jobs_changes_nothing(
    guide: Path, capsys: Out, locales: tuple[str, ...]
) -> None:
    add_text(guide, "The hands are washed by the nurse prior to the MRSA test.")
    told = []
    for jobs in ("1", "2", "3"):
        assert main(["score", "-C", str(guide), "--json", "--jobs", jobs, *locales]) == 0
        told.append(capsys.readouterr().out)
    assert told[0] == told[1] == told[2]


def test_faults_of_source_and_catalog_are_told_together(guide: Path, capsys: Out) -> None:
    add_text(guide, "Look at {nothing}.")
    po = guide / "locales/es/LC_MESSAGES/guide.po"
    po.write_text(po.read_text("utf-8") + 'msgid "unfinished\n', "utf-8")
    assert main(["score", "-C", str(guide), "--jobs", "2"]) == 2
    told = capsys.readouterr().err
    assert "there is no value `nothing`" in told
    assert po.name in told


def test_a_missed_target_exits_with_1_and_says_which(guide: Path, capsys: Out) -> None:
    config = guide / "source/guide.toml"
    text = config.read_text("utf-8")
    assert "score = 6.0" in text
    config.write_text(text.replace("score = 6.0", "score = -9.0"), "utf-8")
    assert main(["score", "-C", str(guide), "--check"]) == 1
    assert "misses its target: en: known terms set aside" in capsys.readouterr().out
    assert main(["score", "-C", str(guide)]) == 0


def test_a_guide_that_meets_its_targets_exits_with_0(guide: Path, capsys: Out) -> None:
    assert main(["score", "-C", str(guide), "--check"]) == 0
    assert capsys.readouterr().out.count("meets its targets") == 2


def test_the_table_says_which_way_is_easier_on_each_scale(guide: Path, capsys: Out) -> None:
    assert main(["score", "-C", str(guide)]) == 0
    told = capsys.readouterr().out
    assert "en: Flesch-Kincaid grade (validated); lower is easier" in told
    assert "es: Szigriszt-Pazos perspicuity (validated); higher is easier" in told
    assert told.count(" is easier") == 2


def test_the_audit_tells_each_word_its_syllables_and_their_origin(guide: Path, capsys: Out) -> None:
    add_text(guide, "Take 2 thrombocytopenia pills.")
    assert main(["score", "-C", str(guide), "--audit", "--locale", "en"]) == 0
    told = capsys.readouterr().out
    assert re.search(r"01-when.md:\d+ sentence, counted, 4 words", told)
    assert "Take/1:dictionary 2/1:number thrombocytopenia/7:rule pills/1:dictionary" in told
    assert "heading, left out" in told


def test_remarks_stand_at_their_line_with_a_cure_and_a_what_if(guide: Path, capsys: Out) -> None:
    add_text(guide, "You should utilize the soap approximately every day.")
    line = (guide / "source/01-when.md").read_text("utf-8").count("\n")
    assert main(["score", "-C", str(guide), "--remarks", "--locale", "en"]) == 0
    told = capsys.readouterr().out
    assert f"source/01-when.md:{line}: hard-word:" in told
    assert re.search(r"Write “use”.*\(\d+\.\d\d → \d+\.\d\d\)", told)


def test_a_remark_stands_at_the_line_where_its_sentence_begins(guide: Path, capsys: Out) -> None:
    text = (
        "Wash your hands\noften. Use **soft\nsoap** now. You should utilize\nthe brush.\n\n"
        "> [!NOTE]\n> Rest well\n> at home. You should utilize\n> the bed.\n\n"
        "- One item is here.\n  You should utilize it.\n\n"
        "> Quoted text. And\n> you should drink\\\n> water. Utilize it."
    )
    add_text(guide, text)
    lines = (guide / "source/01-when.md").read_text("utf-8").split("\n")
    expected = [number for number, line in enumerate(lines, 1) if "tilize" in line]
    assert main(["score", "-C", str(guide), "--json", "--locale", "en"]) == 0
    (lang,) = json.loads(capsys.readouterr().out)["languages"]
    assert [each["line"] for each in lang["remarks"] if each["kind"] == "hard-word"] == expected


def test_a_code_review_gets_its_own_formats(guide: Path, capsys: Out) -> None:
    add_text(guide, "You should utilize the soap.")
    assert main(["score", "-C", str(guide), "--format", "github"]) == 0
    assert "::warning file=source/01-when.md,line=" in capsys.readouterr().out
    assert main(["score", "-C", str(guide), "--format", "sarif"]) == 0
    log = json.loads(capsys.readouterr().out)
    assert log["version"] == "2.1.0"
    assert log["runs"][0]["results"]


def test_the_report_is_one_page_and_its_figures_beside_it(guide: Path, capsys: Out) -> None:
    assert main(["score", "-C", str(guide), "--report"]) == 0
    page = (guide / "dist/readability/index.html").read_text("utf-8")
    figures = (guide / "dist/readability/readability.json").read_text("utf-8")
    assert "<h1" in page
    assert "<script" not in page
    capsys.readouterr()
    main(["score", "-C", str(guide), "--json"])
    assert capsys.readouterr().out == figures


def test_templates_are_loaded_only_where_a_report_is_made(guide: Path) -> None:
    script = (
        "import sys; from plainspoken.cli import main\n"
        "main(sys.argv[1:]); print('jinja2' in sys.modules, file=sys.stderr)"
    )
    for flags, loaded in (((), "False"), (("--report",), "True")):
        done = subprocess.run(
            [sys.executable, "-c", script, "score", "-C", str(guide), *flags], text=True,
            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, check=True, timeout=300,
            env={**os.environ, "PYTHONPATH": str(ROOT / "pipeline")},
        )  # fmt: skip
        assert done.stderr.split() == [loaded]


def test_a_recorded_version_stands_in_the_history(guide: Path, capsys: Out) -> None:
    assert main(["score", "-C", str(guide), "--record"]) == 0
    capsys.readouterr()
    main(["score", "-C", str(guide), "--json"])
    (release,) = json.loads(capsys.readouterr().out)["history"]
    assert release["version"] == "0.1.0"


def test_empty_checklists_are_printed_and_can_be_filled_in(guide: Path, capsys: Out) -> None:
    assert main(["score", "--checklists"]) == 0
    empty = capsys.readouterr().out
    (guide / "source/checklists.toml").write_text(empty, "utf-8")
    code = main(["score", "-C", str(guide), "--json"])
    told = capsys.readouterr()
    assert code in (0, 2)
    assert "Traceback" not in told.err


FAULTS = [
    ("source/checklists.toml", "[cci\n", "source/checklists.toml:"),
    ("source/history/0.0.1.json", "{", "source/history/0.0.1.json:"),
    ("source/plain-words.toml", '[en]\n"utilize" = 3\n', "source/plain-words.toml:2"),
    ("source/03-empty.md", "", "source/03-empty.md:1: the section is empty"),
    ("source/03-heads.md", "# One\n\n## Two\n", "only headings"),
    ("source/03-control.md", "# One\n\nA \x07 bell.\n", "source/03-control.md:3:"),
    ("source/03-raw.md", "# One\n\nText <!-- allow passive -->\n", "gives no reason"),
]


@pytest.mark.parametrize(("file", "content", "expected"), FAULTS)
def test_bad_input_is_told_with_file_and_line(
    guide: Path, capsys: Out, file: str, content: str, expected: str
) -> None:
    path = guide / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, "utf-8")
    assert main(["score", "-C", str(guide)]) == 2
    assert expected in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    ["1 2 3. 4 5 6. 7 8 9.", "Пейте water 每天 كل يوم now.", "a " * 1000 + ".", "…!?"],
    ids=["only numbers", "mixed scripts", "a thousand words in a sentence", "only signs"],
)
def test_strange_text_is_scored_or_told_and_never_a_traceback(
    guide: Path, capsys: Out, text: str
) -> None:
    (guide / "source/03-strange.md").write_text(f"# Strange\n\n{text}\n", "utf-8")
    code = main(["score", "-C", str(guide), "--json", "--locale", "en"])
    told = capsys.readouterr()
    assert code == 0, told.err
    (strange,) = [
        each for each in json.loads(told.out)["languages"][0]["sections"] if each["id"] == "strange"
    ]
    assert strange["as_read"] is None or isinstance(strange["as_read"]["figure"], float)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("guide.toml", 'region = "419"', 'region = "QQ"', "'es' has no region 'QQ'"),
        ("guide.toml", "score = 6.0", "score = nan", "is no figure that can be"),
        ("guide.toml", "score = 6.0", f"score = {'9' * 400}", "is no figure that can be"),
        ("guide.toml", "score = 6.0", f"score = {'9' * 5000}", "too long"),
        ("guide.toml", "[dates]", f"a{'.a' * 50_000} = 1\n[dates]", "a key of more than 50 parts"),
        ("guide.toml", 'version = "', 'version = "0\\n', "more than one line"),
        ("guide.toml", 'title = "', 'title = "\\u202e', "control character, U+202E"),
        ("guide.toml", 'id = "', f'id = "{"a" * 100}', "guide.toml:2: `id` has more than 100"),
        ("01-when.md", "# ", f"# A\n\n{'> ' * 200}lost\n\n## ", "too deep"),
        ("01-when.md", "# ", f"# A\n\n{DEEP}\n## ", "too deep"),
        ("01-when.md", "# ", "# &#x202e;", "control character, U+202E"),
        ("01-when.md", "# ", f"# A\n\n{'![' * 50_000}\n\n## ", ":3: brackets or emphasis"),
        ("guide.toml", 'description = "', 'description = """A\n[x]\nid = 1\n"""\nno = "',
         "guide.toml:8: `no` is not a known key"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_told(
    guide: Path, capsys: Out, file: str, old: str, new: str, told: str
) -> None:
    path = guide / "source" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    assert main(["score", "-C", str(guide)]) == 2
    assert told in capsys.readouterr().err


def test_deep_lists_are_read_to_their_last_item(guide: Path, capsys: Out) -> None:
    add_text(guide, "".join("  " * level + f"- Item {level} is here.\n" for level in range(15)))
    assert main(["score", "-C", str(guide), "--audit", "--locale", "en"]) == 0
    assert capsys.readouterr().out.count("Item/2") == 15


def test_space_that_breaks_no_line_at_an_end_is_no_fault(guide: Path) -> None:
    add_text(guide, "## Head&nbsp;\n\nHello there.&nbsp;\n\n| a&nbsp; |\n|---|\n| b&nbsp; |")
    assert main(["score", "-C", str(guide)]) == 0
    assert main(["catalogs", "extract", "-C", str(guide)]) == 0


def test_a_title_is_shown_as_it_is_written(guide: Path, capsys: Out) -> None:
    title = "# The \\[red\\] \\[/b\\] :warning:"
    (guide / "source/03-x.md").write_text(f"{title}\n\nText is here.\n", "utf-8")
    assert main(["score", "-C", str(guide)]) == 0
    assert "The [red] [/b] :warning:" in capsys.readouterr().out


def test_what_editors_put_beside_a_file_is_no_section(guide: Path) -> None:
    (guide / "source/.#01-when.md").symlink_to("me@host.1")
    (guide / "source/._02-how.md").write_bytes(b"\x00\x05")
    assert main(["score", "-C", str(guide)]) == 0


def test_a_pipe_in_a_files_place_is_told(guide: Path, capsys: Out) -> None:
    os.mkfifo(guide / "source/03-pipe.md")
    assert main(["score", "-C", str(guide)]) == 2
    assert "source/03-pipe.md: is no file" in capsys.readouterr().err


def test_faults_of_text_checklists_and_history_are_told_together(guide: Path, capsys: Out) -> None:
    add_text(guide, "Look at {nothing}.")
    (guide / "source/checklists.toml").write_text("[strange]\n", "utf-8")
    (guide / "source/history").mkdir()
    (guide / "source/history/1.json").write_text("{", "utf-8")
    assert main(["score", "-C", str(guide)]) == 2
    told = capsys.readouterr().err
    assert all(each in told for each in ("nothing", "strange", "history/1.json"))
    assert main(["score", "-C", str(guide), "--locale", "xx", "--locale", "yy"]) == 2
    told = capsys.readouterr().err
    assert "'xx'" in told and "'yy'" in told


def test_a_record_of_one_language_is_refused(guide: Path, capsys: Out) -> None:
    assert main(["score", "-C", str(guide), "--record", "--locale", "es"]) == 2
    assert "Leave out --locale" in capsys.readouterr().err
    assert not (guide / "source/history").exists()


@pytest.mark.parametrize(
    ("shell", "code", "told"),
    [
        ("{} -m plainspoken score -C {} > /dev/full", 2, "No space left"),
        ("{} -m plainspoken score -C {} >&-", 2, "Bad file descriptor"),
        ("PYTHONIOENCODING=ascii {} -m plainspoken score --remarks -C {} > /dev/null", 0, ""),
        ("mkdir gone; cd gone; rmdir ../gone; {} -m plainspoken score", 2, "cannot be read"),
        ("{} -m plainspoken score -C " + "n" * 300, 2, "File name too long"),
    ],
)
def test_what_is_wrong_around_it_ends_without_a_traceback(
    guide: Path, tmp_path: Path, shell: str, code: int, told: str
) -> None:
    add_text(guide, "Don’t wait: “utilize” — 38\u00a0°C.")
    done = subprocess.run(
        shell.format(sys.executable, guide), shell=True, cwd=tmp_path, text=True, check=False,
        timeout=300, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT / "pipeline")},
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    assert told in done.stderr and "Traceback" not in done.stderr
    assert told or not done.stderr


def test_an_unknown_language_is_told(guide: Path, capsys: Out) -> None:
    assert main(["score", "-C", str(guide), "--locale", "tlh"]) == 2
    assert "there is no locale 'tlh'" in capsys.readouterr().err
