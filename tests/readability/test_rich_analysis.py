"""All that comes of an analysis of two languages: tables, reports, records, and their faults."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.approval import Approve

from plainspoken.cli import main
from plainspoken.readability.checklists import load_forms

Out = pytest.CaptureFixture[str]
ENGLISH = """
The abdomen is checked prior to the MRSA test. <!-- allow passive: It is the test that counts. -->

You can eat what you like on the day before the test in the clinic, but we do not give any food.

Look:

- the utilized pumps, three of them, and all that is in the big white box on the shelf by our door
- a `code` and [germs][term:germ]

| One | Two |
|---|---|
| A cell that is a sentence. | a cell that is not |

    code in a block
"""
GROWN = (
    "Dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce, trece, catorce, quince, "
    "dieciséis, rojo, azul, verde, rosa, gris, negro, blanco, oro, sol, mar y luna."
)
FIGURES: dict[str, Any] = {
    "scale": "flesch-kincaid", "as_read": 4.5, "terms_aside": 4.25, "words": 120, "sentences": 14,
    "mean": 8.57, "longest": 17, "over": 0, "remarks": 3,
}  # fmt: skip
RELEASES: list[tuple[str, str, dict[str, dict[str, Any]]]] = [
    ("0.9.0", "2025-01-31", {"en": FIGURES}),
    ("0.10.0", "2025-01-31", {"en": FIGURES | {"as_read": 3.5, "terms_aside": None}}),
    ("0.10.0-rc.2", "2025-01-31", {"en": FIGURES | {"as_read": None}}),
    ("0.10.0-rc.10", "2025-01-31", {"en": FIGURES | {"scale": "smog"}}),
    ("1.2", "2025-01-31", {"en": FIGURES | {"as_read": 6}}),
    ("v0", "2025-01-31", {"en": FIGURES | {"as_read": 5}}),
    ("0.10.0+b", "2025-02-01", {"es": FIGURES | {"scale": "szigriszt-pazos", "as_read": 80}}),
    (".5/ü", "2024-12-31", {}),
    ("x" * 120, "2025-02-02", {"en": FIGURES, "es": FIGURES | {"scale": "", "as_read": None}}),
]
RECORD: dict[str, Any] = {
    "schema": 1, "version": "7", "date": "2025-01-31", "locales": {"en": FIGURES},
}  # fmt: skip
BAD_RECORDS: list[str | dict[str, Any]] = [
    "", "[]", "{}", "{\n\n'", '{"a": 1, "a": 2}', '{"a": NaN}', "[" * 100_000,
    {"schema": 2}, {"schema": True}, {"schema": -1}, {"version": 7}, {"version": " "},
    {"version": "8"}, {"version": "\x07"}, {"date": "2025-1-31"}, {"date": 3}, {"date": "20250131"},
    {"locales": []}, {"locales": {"en": 3}}, {"locales": {"\n": FIGURES}}, {"more": 1},
    {"locales": {"en": {}}}, {"locales": {"en": FIGURES | {"x": 1}}}, {"locales": {}},
    *(
        {"locales": {"en": FIGURES | change}}
        for change in (
            {"scale": 1}, {"as_read": "1"}, {"as_read": True}, {"mean": None}, {"words": 1.5},
            {"words": 10**9}, {"words": 10**9 - 1}, {"mean": -(10**9)}, {"mean": 1 - 10**9},
            {"words": -1}, {"words": 0}, {"over": False}, {"terms_aside": 1e9},
        )
    ),
]  # fmt: skip


@pytest.fixture
def guide(tmp_path: Path, capsys: Out) -> Path:
    """A new guide with harder sentences, one of which grew in its translation."""
    folder = tmp_path / "guide"
    assert main(["new", str(folder)]) == 0
    capsys.readouterr()
    text = folder / "source/01-when.md"
    text.write_text(text.read_text("utf-8") + ENGLISH, "utf-8")
    po = folder / "locales/es/LC_MESSAGES/guide.po"
    catalog = po.read_text("utf-8")
    old = next(line for line in catalog.splitlines() if line.startswith('msgstr "Antes de co'))
    po.write_text(catalog.replace(old, f'msgstr "{GROWN}"'), "utf-8")
    return folder


def write_history(guide: Path) -> None:
    folder = guide / "source/history"
    folder.mkdir()
    names = {".5/ü": "%2E5%2F%C3%BC", "x" * 120: "x" * 80 + "~13f05a0b594787f5"}
    for version, date, locales in RELEASES:
        record = {"schema": 1, "version": version, "date": date, "locales": locales}
        (folder / f"{names.get(version, version)}.json").write_text(json.dumps(record), "utf-8")


def write_checklists(guide: Path) -> None:
    lines = []
    for form in load_forms():
        lines += [f"[{form.name}]", 'by = "Eva Long, editor"', "date = 2025-03-01"]
        lines += ['version = "0.0.9"', f"[{form.name}.answers]"]
        values = ["no" if number % 4 == 1 else "yes" for number, _ in enumerate(form.items)]
        lines += [f'{item.id} = "{value}"' for item, value in zip(form.items, values, strict=True)]
        lines += [f"[{form.name}.notes]", f'{form.items[1].id} = "See <https://example.org/a>."']
    (guide / "source/checklists.toml").write_text("\n".join(lines), "utf-8")


def tell(guide: Path, out: Out, *options: str) -> str:
    code = main(["score", "-C", str(guide), "--jobs", "1", *options])
    told = out.readouterr()
    return f"{' '.join(options)}: exit code {code}\n{told.out}{told.err}"


def test_tables_of_two_languages(guide: Path, capsys: Out, approve: Approve) -> None:
    options = (["--check"], ["--remarks"], ["--audit"], ["--format", "github"])
    approve("\n".join(tell(guide, capsys, *each) for each in options))


def test_json_of_two_languages(guide: Path, capsys: Out, approve: Approve) -> None:
    write_history(guide)
    write_checklists(guide)
    approve(tell(guide, capsys, "--json"))


def test_sarif_of_two_languages(guide: Path, capsys: Out, approve: Approve) -> None:
    approve(tell(guide, capsys, "--format", "sarif"))


def test_report_of_two_languages(guide: Path, capsys: Out, approve: Approve) -> None:
    write_history(guide)
    write_checklists(guide)
    told = tell(guide, capsys, "--report")
    page = (guide / "dist/readability/index.html").read_text("utf-8")
    head, _, rest = page.partition("<style>")
    approve(told + head + rest.partition("</style>")[2])


HARD = "Institutional administrators continually reconsider organizational responsibilities. "
EDGE = "The hospital kitchen follows a well-known plan 7 days each week of the winter. "
DRAWN = re.compile(
    r'class="(?:status|verdict|strip|step|quiet|strong|track|fill|dot)|<desc|em"|Open'
)


@pytest.mark.parametrize(
    ("lang", "sentence", "count"),
    [
        pytest.param("en", HARD, 25, id="hard"),
        pytest.param("en", HARD, 3, id="short"),
        pytest.param("en", EDGE, 12, id="edge"),
        pytest.param("en", "", 0, id="empty"),
        pytest.param("hi", EDGE, 12, id="scaleless"),
        pytest.param("es", EDGE, 12, id="spanish"),
    ],
)
def test_drawings(
    rich_guide: Path, lang: str, sentence: str, count: int, capsys: Out, approve: Approve
) -> None:
    """What is drawn of a text, and what is said of how hard it is."""
    source = rich_guide / "source"
    config = (source / "guide.toml").read_text("utf-8").partition("\n[locales.es]")[0]
    config = config.replace('region = "GB"', "").replace('language = "en"', f'language = "{lang}"')
    config = config.replace("[locales.en]", f"[locales.{lang}]")
    (source / "guide.toml").write_text(config, "utf-8")
    (source / "glossary.toml").unlink()
    (source / "01-pots.md").write_text(f"# Pots\n\n{sentence * count}\n\n    code\n", "utf-8")
    (source / "02-water.md").write_text(f"# Water\n\n{sentence}\n\n- *x*\n", "utf-8")
    history = source / "history"
    history.mkdir()
    for number in range(7):
        figures = FIGURES | {"as_read": 9.5 - number, "over": number}
        record = RECORD | {"version": f"{number}", "locales": {lang: figures}}
        (history / f"{number}.json").write_text(json.dumps(record), "utf-8")
    told = tell(rich_guide, capsys, "--report", "--locale", lang)
    page = (rich_guide / "dist/readability/index.html").read_text("utf-8")
    approve(told + "\n".join(line for line in page.splitlines() if DRAWN.search(line)))


def test_record_of_two_languages(
    guide: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch, approve: Approve
) -> None:
    told = [tell(guide, capsys, "--record"), tell(guide, capsys, "--record", "--locale", "en")]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1770000000")
    config = guide / "source/guide.toml"
    config.write_text(config.read_text("utf-8").replace("0.1.0", "../1 %"), "utf-8")
    told.append(tell(guide, capsys, "--record"))
    records = sorted((guide / "source/history").iterdir())
    approve("\n".join([*told, *(f"{path.name}\n{path.read_text('utf-8')}" for path in records)]))


def test_records_with_faults_are_told(guide: Path, capsys: Out, approve: Approve) -> None:
    path = guide / "source/history/7.json"
    path.parent.mkdir()
    told = []
    for bad in BAD_RECORDS:
        text = bad if isinstance(bad, str) else json.dumps(RECORD | bad)
        path.write_text(text, "utf-8")
        told.append(f"{bad if isinstance(bad, dict) else bad[:20]}")
        table = tell(guide, capsys, "--record")
        told.append(table)
    approve("\n".join(told))


ANSWERS = [
    "1-main-message = \"yes\"", "1-main-message = \"yep\"", "1-main-message = \"zzz\"",
    "1-main-message = 3", "2-no-such = \"yes\"", "1-main-message = \"not-applicable\"",
]  # fmt: skip


def test_checklists_with_faults_are_told(guide: Path, capsys: Out, approve: Approve) -> None:
    path = guide / "source/checklists.toml"
    heads = [
        "", 'by = "A"\n', 'by = "A"\ndate = 2025-01-01\n', 'by = "A\\nB"\nversion = "1\\n"\n',
        'by = " "\nversion = " "\n', 'date = "2025"\n',
    ]  # fmt: skip
    full = 'by = "A"\ndate = 2025-01-01\nversion = "1"\n'
    texts = [f"[cci]\n{head}" for head in heads]
    texts += [f"[cci]\n{full}[cci.answers]\n{answer}\n" for answer in ANSWERS]
    texts += ["[zzz]\n", f"[pemat]\n{full}x = 1\n[pemat.notes]\n1-purpose = ' '\n"]
    for form in load_forms():
        for values in (("no", "yes"), ("not-applicable",), ("yes", "not-applicable"), ("yes", "")):
            answers = "".join(
                f'{item.id} = "{values[number % len(values)]}"\n'
                for number, item in enumerate(form.items)
            )
            texts.append(f"[{form.name}]\n{full}[{form.name}.answers]\n{answers}")
    told = []
    for text in texts:
        path.write_text(text, "utf-8")
        said = tell(guide, capsys, "--json", "--locale", "en")
        if said.startswith("--json --locale en: exit code 0"):
            lists = json.loads(said.partition("\n")[2])["checklists"]
            said = "".join(
                f"{each['name']} {each['score']} {each['unanswered']}\n" for each in lists
            )
        told.append(f"{text[:60]!r}… {len(text)}\n{said}")
    approve("\n".join(told))
