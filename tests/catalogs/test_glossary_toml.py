"""Words of terms are written into a glossary's text, and every other byte stays."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.catalogs.exchange.glossary_toml import replace_terms
from plainspoken.diagnostics.errors import CatalogError
from plainspoken.parsing.glossary import LocalTerm

KEYS = ("cup", "kettle", "tea")
TERMS = st.lists(
    st.builds(
        LocalTerm,
        key=st.sampled_from(KEYS),
        term=st.just("term"),
        lang=st.sampled_from(("de", "es", "zh-Hans")),
        approved=st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1),
        admitted=st.lists(st.text("ab", min_size=1), max_size=2).map(tuple),
        forbidden=st.lists(st.tuples(st.just("x"), st.just("y")), max_size=1).map(tuple),
    ),
    max_size=6,
)
TABLES = st.permutations(
    [f'[{key}] # a word\nterm = "{key}"\ndefinition = "It is."\n\n# end\n' for key in KEYS]
    + ['[cup.locales.es]\napproved = "taza"\nadmitted = [\n  "vaso",\n]\n\n']
)


@given(TABLES, TERMS, st.booleans())
def test_the_text_holds_the_words_and_all_other_lines(
    tables: list[str], terms: list[LocalTerm], ends_with_line: bool
) -> None:
    before = "# Words\n" + "".join(tables)
    before = before if ends_with_line else before.rstrip("\n")
    after = replace_terms(before, terms, "glossary.toml")
    table = tomllib.loads(after)
    for term in {(term.key, term.lang): term for term in terms}.values():
        words = table[term.key]["locales"][term.lang]
        assert words["approved"] == term.approved
        assert words.get("admitted", []) == [*term.admitted]
    kept = [line for line in before.split("\n") if line.startswith(("# ", "[", "term", "def"))]
    assert [line for line in after.split("\n") if line in kept] == kept


def test_of_many_terms_the_one_that_cannot_be_written_is_named() -> None:
    text = "".join(f'[t{n}]\nterm = "t"\ndefinition = "d"\n' for n in range(9))
    text = text.replace("[t5]\n", '[t5]\nlocales = {es = {approved = "a"}}\n')
    terms = [LocalTerm(f"t{n}", "t", "es", "b") for n in range(9)]
    with pytest.raises(CatalogError, match="the words of `t5` stand in a form"):
        replace_terms(text, terms, "glossary.toml")


CUP = '[cup]\nterm = "cup"\ndefinition = "d"\n'
TAZA = LocalTerm("cup", "cup", "es", "taza")


@pytest.mark.parametrize(
    ("before", "term", "after"),
    [
        (CUP, TAZA, CUP + '\n[cup.locales.es]\napproved = "taza"\n'),
        (CUP.rstrip("\n"), TAZA, CUP + '\n[cup.locales.es]\napproved = "taza"\n'),
        (
            CUP + "\n# end\n[tea]\nterm = 't'\n", TAZA,
            CUP + '\n[cup.locales.es]\napproved = "taza"\n\n# end\n[tea]\nterm = \'t\'\n',
        ),
        (
            CUP + '[cup.locales.es]\napproved = "a"\nadmitted = [\n "b",\n]\nforbidden = []\n# x\n',
            TAZA,
            CUP + '[cup.locales.es]\napproved = "taza"\n# x\n',
        ),
        (
            CUP + '[cup.locales.ES]\napproved = "a"\n', TAZA,
            CUP + '[cup.locales.ES]\napproved = "taza"\n',
        ),
        (
            CUP + '[ "cup" . locales . es ] # a\napproved = "a"\n', TAZA,
            CUP + '[ "cup" . locales . es ] # a\napproved = "taza"\n',
        ),
        (
            CUP, LocalTerm("cup", "cup", "es", 'a "b"\\', ("c", "d"), (("e", "f"),)),
            CUP + '\n[cup.locales.es]\napproved = "a \\"b\\"\\\\"\nadmitted = ["c", "d"]\n'
            'forbidden = [{ text = "e", reason = "f" }]\n',
        ),
        (
            CUP, LocalTerm("cup", "cup", "es", "é", (), (("e", "f"), ("g", "h"))),
            CUP + '\n[cup.locales.es]\napproved = "é"\nforbidden = [\n'
            '  { text = "e", reason = "f" },\n  { text = "g", reason = "h" },\n]\n',
        ),
        (
            'cup.term = "cup"\ncup.definition = "d"\n\n[tea]\nterm = "t"\n', TAZA,
            'cup.term = "cup"\ncup.definition = "d"\n\n[cup.locales.es]\napproved = "taza"\n'
            '\n[tea]\nterm = "t"\n',
        ),
        ("\ufeff" + CUP, TAZA, "\ufeff" + CUP + '\n[cup.locales.es]\napproved = "taza"\n'),
        (
            CUP.replace("\n", "\r\n"), TAZA,
            (CUP + '\n[cup.locales.es]\napproved = "taza"\n').replace("\n", "\r\n"),
        ),
    ],
)  # fmt: skip
def test_the_words_stand_after_the_tables_of_their_term_or_in_the_place_of_old_ones(
    before: str, term: LocalTerm, after: str
) -> None:
    assert replace_terms(before, [term], "glossary.toml") == after


def test_words_of_two_languages_stand_in_the_order_in_which_they_came() -> None:
    tasse = LocalTerm("cup", "cup", "de", "Tasse")
    after = replace_terms(CUP, [TAZA, tasse], "glossary.toml")
    assert after.endswith('es]\napproved = "taza"\n\n[cup.locales.de]\napproved = "Tasse"\n')


def test_the_words_that_cannot_be_written_are_told_with_a_way_out() -> None:
    text = 'cup = {term = "cup", definition = "d", locales = {es = {approved = "a"}}}\n'
    with pytest.raises(CatalogError) as raised:
        replace_terms(text, [TAZA], "glossary.toml")
    (finding,) = raised.value.findings
    assert (finding.file, finding.line) == ("glossary.toml", 0)
    assert "[cup.locales.es]" in finding.hint
