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
