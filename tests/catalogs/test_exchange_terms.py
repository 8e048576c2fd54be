"""The glossary in other languages: exported as TBX and CSV, and imported again."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from plainspoken.catalogs.exchange import glossary_csv, tbx
from plainspoken.catalogs.exchange.concepts import Concept, export_concepts
from plainspoken.catalogs.exchange.import_terms import import_terms
from plainspoken.catalogs.termbase import (
    add_term_notes,
    read_terms,
    split_short_form,
    to_renderings,
)
from plainspoken.cli import main
from plainspoken.diagnostics.errors import PlainspokenError
from plainspoken.parsing import parse
from plainspoken.parsing.glossary import LocalTerm, read_glossary_file
from plainspoken.po.model import Entry

from .conftest import Folder

WORDS = """
[kettle.locales.es]
approved = "hervidor"
admitted = ["pava", "tetera"]
forbidden = [{ text = "caldera", reason = "that is a boiler" }]

# More words of tea.
[pot] # round
term = "pot"
definition = "What tea stands in. <!-- allow x: y -->"
"""


def path_of(folder: Folder) -> Path:
    return folder.root / "source/glossary.toml"


@pytest.fixture
def terms(folder: Folder) -> Folder:
    """A guide whose glossary has words in Spanish."""
    path = path_of(folder)
    path.write_text(path.read_text("utf-8") + WORDS, "utf-8")
    return folder


def run(folder: Folder, *args: str | Path) -> int:
    return main(["catalogs", "glossary", *map(str, args), "-C", str(folder.root)])


def test_words_of_a_term_are_read(terms: Folder) -> None:
    (kettle,) = read_terms(terms.project, "es")
    assert kettle == LocalTerm(
        "kettle", "kettle", "es", "hervidor", ("pava", "tetera"), (("caldera", "that is a boiler"),)
    )
    assert parse(terms.project)


FAULTS = [
    ('approved = "hervidor"\n', "", "`kettle.locales.es.approved` is missing"),
    ("approved", "aproved", "Did you mean `approved`?"),
    (', reason = "that is a boiler"', "", "`kettle.locales.es.forbidden.reason` is missing"),
    ("locales.es]", "locales.se]", "the guide is not translated to 'se'"),
    ("locales.es]", "locales.en]", "the guide is not translated to 'en'"),
    ('"pava"', '"Hervidor"', "'Hervidor' stands twice for kettle"),
    ('"pava"', '"pava  grande"', "white space or signs that do not show"),
    ('["pava", "tetera"]', '"pava"', "is text in quotes, not a list"),
]


@pytest.mark.parametrize(("old", "new", "expected"), FAULTS, ids=[case[2] for case in FAULTS])
def test_a_fault_is_told_with_its_line(terms: Folder, old: str, new: str, expected: str) -> None:
    path = path_of(terms)
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(PlainspokenError) as raised:
        parse(terms.project)
    (error,) = [finding for finding in raised.value.findings if expected in str(finding)]
    assert error.file == "source/glossary.toml"
    assert 5 <= error.line <= 8


def test_tbx_follows_the_standard(terms: Folder, tmp_path: Path) -> None:
    path = tmp_path / "terms.tbx"
    assert run(terms, "export", "--format", "tbx", "-o", path) == 0
    schema = etree.RelaxNG(file=str(Path(__file__).parent / "schemas/tbx.rng"))
    root = etree.fromstring(path.read_bytes())
    schema.assertValid(root)
    name = {"t": "urn:iso:std:iso:30042:ed-2"}
    words = root.xpath("//t:langSec[@xml:lang='es']/t:termSec/t:term/text()", namespaces=name)
    assert words == ["hervidor", "pava", "tetera", "caldera"]


@pytest.mark.parametrize("ending", ["tbx", "csv"])
def test_what_was_not_changed_changes_nothing(terms: Folder, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"terms.{ending}"
    raw = path_of(terms).read_bytes()
    assert run(terms, "export", "--format", ending, "-o", path) == 0
    assert run(terms, "import", path) == 0
    assert path_of(terms).read_bytes() == raw


def test_what_stands_in_groups_of_a_tbx_file_is_read(terms: Folder, tmp_path: Path) -> None:
    path = tmp_path / "terms.tbx"
    assert run(terms, "export", "--format", "tbx", "-o", path) == 0
    text = path.read_text("utf-8")
    before = tbx.read_tbx(text.encode(), "terms.tbx", "en")
    for name in ("termNote", "descrip"):
        start, end = f"<{name} ", f"</{name}>"
        assert start in text
        text = text.replace(start, f"<{name}Grp>{start}").replace(end, f"{end}</{name}Grp>")
    assert tbx.read_tbx(text.encode(), "terms.tbx", "en") == before
    assert run(terms, "import", path) == 0


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_changed_word_changes_its_table_alone(
    terms: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str], newline: str
) -> None:
    source = path_of(terms)
    source.write_bytes(source.read_bytes().replace(b"\n", newline.encode()))
    path = tmp_path / "terms.csv"
    run(terms, "export", "--format", "csv", "-o", path)
    text = path.read_text("utf-8-sig").replace('"pava"', '"pava ""vieja"""')
    rows = text.replace(
        '"pot","What tea stands in. <!-- allow x: y -->","es","approved",""',
        '"pot","What tea stands in. <!-- allow x: y -->","es","approved","olla"',
    )
    path.write_text(rows, "utf-8", newline="")
    before = source.read_bytes().decode()
    assert run(terms, "import", path) == 0
    assert "es: pot → olla" in capsys.readouterr().out
    assert source.read_bytes().decode() == (
        before.replace('"pava"', '"pava \\"vieja\\""')
        + f'{newline}[pot.locales.es]{newline}approved = "olla"{newline}'
    )
    assert run(terms, "import", path) == 0


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize(
    "end", ['definition = "What tea stands in."', 'definition = "It."\n# the end', "# the end"]
)
def test_a_glossary_without_a_last_newline_takes_words_and_stays_whole(
    folder: Folder, newline: str, bom: str, end: str
) -> None:
    path = path_of(folder)
    head = '\n[pot]\nterm = "pot"\n' + ('definition = "It."\n' if end.startswith("#") else "")
    before = bom + (path.read_text("utf-8") + head + end).replace("\n", newline)
    path.write_text(before, "utf-8", newline="")
    assert not before.endswith("\n")
    csv = folder.root / "terms.csv"
    rows = 'id,term,language,status,text\n"kettle","kettle","es","approved","hervidor"\n'
    csv.write_text(rows + '"pot","pot","es","approved","olla"\n', "utf-8")
    assert run(folder, "import", csv) == 0
    after = path.read_bytes().decode("utf-8")
    table = tomllib.loads(after.removeprefix("\ufeff"))
    assert table["pot"]["locales"]["es"]["approved"] == "olla"
    assert table["kettle"]["locales"]["es"]["approved"] == "hervidor"
    assert after.index("[kettle.locales.es]") < after.index("[pot]")
    assert after.rstrip().endswith("# the end") == end.endswith("# the end")
    lines = after.split(newline)
    for key, word in (("kettle", "hervidor"), ("pot", "olla")):
        at = lines.index(f"[{key}.locales.es]")
        assert lines[at - 1] == ""
        assert lines[at + 1] == f'approved = "{word}"'
        del lines[at - 1 : at + 2]
    assert "\n".join(lines).rstrip("\n") == before.replace("\r\n", "\n")
    assert after.count("\r") == (after.count("\n") if newline == "\r\n" else 0)
    assert run(folder, "import", csv) == 0
    assert path.read_bytes().decode("utf-8") == after


def test_words_in_several_lines_and_comments_among_them(terms: Folder) -> None:
    file, _ = read_glossary_file(terms.project)
    text = path_of(terms).read_text("utf-8").replace(
        'admitted = ["pava", "tetera"]', '# from the north\nadmitted = [\n  "pava", # old\n]'
    ).replace('[kettle.locales.es]', '[ kettle . locales . "es" ] # Spanish')  # fmt: skip
    (kettle, _pot) = export_concepts(file)
    changed = replace(kettle.local[0], approved="tetera", admitted=(), forbidden=())
    came = [replace(kettle, local=(changed,))]
    after = import_terms(text, file, came, terms.project, "a.csv").text
    assert "# from the north\n" in after
    assert tomllib.loads(after)["kettle"]["locales"]["es"] == {"approved": "tetera"}
    assert after.startswith(text.partition("[ kettle")[0])
    assert after.endswith(text.partition("\n# More")[2])


def test_a_form_that_cannot_be_changed_is_told(terms: Folder) -> None:
    path = path_of(terms)
    text = path.read_text("utf-8").replace(
        '[kettle.locales.es]\napproved = "hervidor"\nadmitted = ["pava", "tetera"]\n'
        'forbidden = [{ text = "caldera", reason = "that is a boiler" }]\n', "")  # fmt: skip
    text = text.replace('term = "kettle"', 'term = "kettle"\nlocales.es.approved = "hervidor"')
    path.write_text(text, "utf-8")
    file, errors = read_glossary_file(terms.project)
    assert not errors
    (kettle, _) = export_concepts(file)
    came = [replace(kettle, local=(replace(kettle.local[0], approved="tetera"),))]
    with pytest.raises(PlainspokenError, match="in a form that cannot be changed"):
        import_terms(text, file, came, terms.project, "a.csv")


SKIPPED = [
    ('"kettle","kettle"', '"ketle","kettle"', "not taken: the glossary has no term `ketle`"),
    ('"kettle","kettle"', '"kettle","pan"', "not taken: `kettle` is 'pan' here"),
    ("A pot that boils", "A pan that boils", "the definition of `kettle` is another"),
    ('"es","approved"', '"fr","approved"', "not taken: the guide is not translated to 'fr'"),
]


@pytest.mark.parametrize(("old", "new", "expected"), SKIPPED, ids=[case[2] for case in SKIPPED])
def test_what_is_not_taken_is_told(
    terms: Folder,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    old: str,
    new: str,
    expected: str,
) -> None:
    path = tmp_path / "terms.csv"
    run(terms, "export", "--format", "csv", "-o", path)
    text = path.read_bytes().decode("utf-8").replace(old, new)
    if '"fr"' in new:
        text = text.replace('"es"', '"fr"')
    path.write_text(text, "utf-8", newline="")
    raw = path_of(terms).read_bytes()
    assert run(terms, "import", path) == 1
    assert expected in capsys.readouterr().out
    assert path_of(terms).read_bytes() == raw


WRONG = [
    ("csv", '"admitted","pava"', '"approved","pava"', "`kettle` has 2 approved words in `es`"),
    ("csv", '"admitted","pava"', '"admited","pava"', "Did you mean `admitted`?"),
    ("csv", '"admitted","pava"', '"admitted","hervidor"', "'hervidor' stands twice"),
    ("csv", '"that is a boiler"', '""', "nothing says why 'caldera' is forbidden"),
    ("csv", '"text"', '"words"', "the column text is missing"),
    ("tbx", "admittedTerm-admn-sts", "goodTerm-admn-sts", "'goodTerm-admn-sts' is not a state"),
    ("tbx", "admittedTerm-admn-sts", "preferredTerm-admn-sts", "preferred terms in `es`"),
    ("tbx", "<term>pava</term>", "<term/>", "a term is empty"),
    ("tbx", "<note>that is a boiler</note>", "", "nothing says why 'caldera' is forbidden"),
    ("tbx", 'style="dca"', 'style="dct"', "is not TBX that can be read"),
    ("tbx", '<conceptEntry id="kettle">', "<conceptEntry>", "a concept has no id"),
    ("tbx", '<?xml version="1.0" encoding="UTF-8"?>', '<!DOCTYPE tbx [<!ENTITY a "b">]>',
     "has a document type"),
]  # fmt: skip


@pytest.mark.parametrize(("ending", "old", "new", "expected"), WRONG, ids=lambda value: value[:40])
def test_a_wrong_file_is_told_and_changes_nothing(
    terms: Folder,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    ending: str,
    old: str,
    new: str,
    expected: str,
) -> None:
    path = tmp_path / f"terms.{ending}"
    run(terms, "export", "--format", ending, "-o", path)
    text = path.read_bytes().decode("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8", newline="")
    raw = path_of(terms).read_bytes()
    assert run(terms, "import", path) == 2
    told = capsys.readouterr().err
    assert expected in told
    assert str(path) in told
    assert path_of(terms).read_bytes() == raw


def test_a_glossary_without_terms_is_told(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path_of(folder).unlink()
    assert run(folder, "export", "--format", "tbx", "-o", tmp_path / "a.tbx") == 2
    assert "source/glossary.toml: has no terms" in capsys.readouterr().err


plain = st.text(st.characters(categories=["L", "Nd", "P", "S"]), min_size=1, max_size=12)
unique = st.lists(plain, unique_by=str.casefold, min_size=1, max_size=5)


@st.composite
def glossaries(draw: st.DrawFn) -> list[Concept]:
    keys = draw(st.lists(st.from_regex(r"[a-z][a-z0-9-]{0,5}", fullmatch=True), unique=True,
                         min_size=1, max_size=4))  # fmt: skip
    made = []
    for key in keys:
        term = draw(plain)
        local = []
        for lang in draw(st.lists(st.sampled_from(["es", "pt-BR", "zh-Hans"]), unique=True)):
            approved, *rest = draw(unique)
            cut = draw(st.integers(0, len(rest)))
            forbidden = tuple((text, draw(plain)) for text in rest[cut:])
            local.append(LocalTerm(key, term, lang, approved, tuple(rest[:cut]), forbidden))
        made.append(Concept(key, term, draw(plain), tuple(local)))
    return made


@given(glossaries())
def test_any_glossary_comes_back_from_both_formats(sent: list[Concept]) -> None:
    through_tbx = tbx.read_tbx(tbx.write_tbx(sent, "en", "Tea"), "a.tbx", "en")
    assert [replace(concept, line=0) for concept in through_tbx] == sent
    raw = glossary_csv.write_glossary_csv(sent, ["es", "fr"])
    through_sheet = glossary_csv.read_glossary_csv(raw, "a.csv")
    assert [replace(concept, line=0) for concept in through_sheet] == sent


KETTLE = LocalTerm("kettle", "kettle", "es", "hervidor", ("pava",), (("caldera", "a boiler"),))
CR = LocalTerm("cr", "complete remission (CR)", "es", "remisión completa (RC)")
REMISSION = LocalTerm("remission", "remission", "es", "remisión")
ALL = LocalTerm("all", "acute leukaemia (ALL)", "es", "leucemia aguda")
TERMS = (KETTLE, CR, REMISSION, ALL)


def notes_of(text: str, terms: Sequence[LocalTerm]) -> tuple[str, ...]:
    (noted,) = add_term_notes([Entry(text)], terms)
    return noted.extracted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Fill the [pot][term:kettle].", [KETTLE]),
        ("Kettle", [KETTLE]),
        ("Two *kettles*.", []),
        ("A complete remission is good.", [CR]),
        ("A *complete* remission, or CR. A remission.", [CR, REMISSION]),
        ("After all, it is done.", []),
        ("ALL is treated.", [ALL]),
    ],
)
def test_translators_are_told_the_words_of_the_terms_in_a_text(
    text: str, told: list[LocalTerm]
) -> None:
    heads = [f"Glossary: {term.term} → {term.approved}" for term in told]
    notes = notes_of(text, TERMS)
    assert [note[: len(head)] for note, head in zip(notes, heads, strict=True)] == heads


def test_a_note_tells_what_may_and_what_must_not_stand() -> None:
    assert notes_of("kettle", [KETTLE]) == (
        "Glossary: kettle → hervidor (also: pava); not: caldera (a boiler)",
    )


def test_checks_look_for_the_long_form_of_a_term() -> None:
    assert split_short_form("complete remission (CR)") == ("complete remission", "CR")
    said = [(term.term, term.approved, term.admitted, term.forbidden)
            for term in to_renderings([CR, ALL, KETTLE])]  # fmt: skip
    assert said == [
        ("complete remission", ("remisión completa",), ("RC",), ()),
        ("acute leukaemia", ("leucemia aguda",), (), ()),
        ("kettle", ("hervidor",), ("pava",), ("caldera",)),
    ]
