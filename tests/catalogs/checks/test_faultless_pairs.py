"""What is kept of earlier checks saves time, and never changes what is found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import write_small_guide

from plainspoken.catalogs.checks import check_catalog
from plainspoken.catalogs.checks.context import Facts, Pair, read_pair
from plainspoken.catalogs.checks.faultless_pairs import make_keys, read_faultless, write_faultless
from plainspoken.catalogs.termbase import Rendering
from plainspoken.config.project import LocaleSettings, load_project
from plainspoken.diagnostics.finding import ReportedFinding
from plainspoken.guide import Guide
from plainspoken.parsing.parser import parse
from plainspoken.po.model import Catalog, Entry

TEXTS = {
    "Take 2 tablets a day.": ("Tome 2 tabletas al día.", "Tome 3 tabletas al día."),
    "Never skip a dose.": ("Nunca omita una dosis.", "Omita una dosis."),
    "Put the drops in your left eye.": (
        "Ponga las gotas en el ojo izquierdo.",
        "Ponga las gotas en el ojo derecho.",
    ),
    "Call the clinic.": ("Llame a la clínica.", "Llame a la  clínica."),
}
SPANISH = LocaleSettings("es")


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """A guide of these texts."""
    folder = write_small_guide(tmp_path_factory.mktemp("texts") / "guide")
    text = "# Care\n\n" + "\n\n".join(TEXTS) + "\n"
    for name in ("01-boil.md", "02-brew.md"):
        (folder / "source" / name).unlink()
    for name in ("links.toml", "values.toml", "glossary.toml", "lexicon.toml"):
        (folder / "source" / name).write_text("")
    (folder / "source" / "01-care.md").write_text(text)
    return parse(load_project(folder))


def make_catalog(choices: tuple[int, ...], first_line: int = 10) -> Catalog:
    entries = [
        Entry(source, (target,), line=first_line + 4 * place)
        for place, (source, targets) in enumerate(TEXTS.items())
        for target in (targets[choices[place]],)
    ]
    return Catalog("locales/es.po", (Entry("", ("Language: es\n",)), *entries))


def check(guide: Guide, catalog: Catalog, folder: Path | None = None) -> list[ReportedFinding]:
    return check_catalog(guide, catalog, SPANISH, (), folder)


@settings(max_examples=40, deadline=None)
@given(
    rounds=st.lists(
        st.tuples(st.tuples(*[st.integers(0, 1)] * len(TEXTS)), st.integers(1, 90)),
        min_size=2,
        max_size=5,
    )
)
def test_findings_are_the_same_whatever_was_checked_before(
    guide: Guide,
    tmp_path_factory: pytest.TempPathFactory,
    rounds: list[tuple[tuple[int, ...], int]],
) -> None:
    cache = tmp_path_factory.mktemp("cache")
    for choices, line in rounds:
        catalog = make_catalog(choices, line)
        assert check(guide, catalog, cache) == check(guide, catalog)


def test_a_translation_known_to_be_faultless_is_not_looked_at_again(tmp_path: Path) -> None:
    facts = Facts("es.po", "en", SPANISH)
    right, wrong = (
        read_pair(facts, Entry("Take 2 tablets.", (target,), line=3), {})
        for target in ("Tome 2 tabletas.", "Tome 3 tabletas.")
    )
    assert read_faultless(make_keys(facts, [right, wrong]), "es", tmp_path) == set()
    write_faultless(make_keys(facts, [right, wrong]), [wrong], "es", tmp_path)
    moved = replace(right, entry=replace(right.entry, line=99, references=("a.md:a.1",)))
    assert read_faultless(make_keys(facts, [moved, wrong]), "es", tmp_path) == {moved}


@pytest.mark.parametrize(
    "other",
    [
        Facts("es.po", "fr", SPANISH),
        Facts("es.po", "en", LocaleSettings("es", region="MX")),
        Facts("es.po", "en", SPANISH, terms=frozenset({"port"})),
        Facts("es.po", "en", SPANISH, values=frozenset({"phone"})),
        Facts("es.po", "en", SPANISH, renderings=(Rendering("tablet", forbidden=("tableta",)),)),
        Facts("es.po", "en", SPANISH, names=frozenset({"tablets"})),
    ],
)
def test_other_facts_have_all_checked_anew(tmp_path: Path, other: Facts) -> None:
    entry = Entry("Take 2 tablets.", ("Tome 2 tabletas.",))
    facts = Facts("es.po", "en", SPANISH)
    write_faultless(make_keys(facts, [read_pair(facts, entry, {})]), [], "es", tmp_path)
    assert read_faultless(make_keys(facts, [read_pair(facts, entry, {})]), "es", tmp_path)
    assert not read_faultless(make_keys(other, [read_pair(other, entry, {})]), "es", tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        {"msgstrs": ("Tome 3 tabletas.",)},
        {"msgid": "Take 3 tablets."},
        {"comments": ("# check: allow number-values",)},
        {"flags": ("no-wrap",)},
        {"msgctxt": "list"},
    ],
)
def test_an_entry_that_changed_is_checked_anew(tmp_path: Path, change: dict[str, object]) -> None:
    facts = Facts("es.po", "en", SPANISH)
    entry = Entry("Take 2 tablets.", ("Tome 2 tabletas.",))
    write_faultless(make_keys(facts, [read_pair(facts, entry, {})]), [], "es", tmp_path)
    changed: Pair = read_pair(facts, replace(entry, **change), {})  # type: ignore[arg-type]
    assert not read_faultless(make_keys(facts, [changed]), "es", tmp_path)


@pytest.mark.parametrize("content", [b"", b"{", b'{"record": ["a"], "sha256": "0"}', b"[]"])
def test_a_damaged_file_of_the_cache_is_made_anew(
    guide: Guide, tmp_path: Path, content: bytes
) -> None:
    catalog = make_catalog((0, 1, 0, 1))
    expected = check(guide, catalog, tmp_path)
    (kept,) = tmp_path.rglob("es.json")
    whole = kept.read_bytes()
    kept.write_bytes(content)
    assert check(guide, catalog, tmp_path) == expected
    assert kept.read_bytes() == whole


def test_a_cache_that_cannot_be_written_does_no_harm(guide: Guide, tmp_path: Path) -> None:
    (tmp_path / "checks").write_text("in the way")
    catalog = make_catalog((1, 0, 1, 0))
    assert check(guide, catalog, tmp_path) == check(guide, catalog) != []
