"""Inline Markdown: what is written back reads the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.guide import Mark
from plainspoken.parsing.inline import Names, convert_tokens, parse_inline, write_inline
from plainspoken.parsing.markdown import parse_inline_tokens

NAMES = Names(
    links={"more": "https://example.org/more", "chart": "chart.png"},
    terms=frozenset({"blood-count"}),
    values={"fever": ("38 °C", ""), "phone": ("555 0100", "tel:5550100")},
)
PIECES = st.sampled_from(
    ["word", "two words", "*soft*", "**loud**", "***both***", "*a **b** c*", "`code`", "`` a`b ``",
     "[text][more]", "[a *b* c][more]", "[count][term:blood-count]", "![a chart][chart]",
     "{fever}", "{phone}", "\\*", "\\{fever}", "\\[x][more]", "5 < 6", "a_b_c", "&amp;amp;",
     "Wait!", "1 * 2", "38.3", "é", "\u00a0", "«», — “x”", "\\\n", "\n", " ", ".", "  \n"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12))
def test_what_is_written_reads_back_as_the_same_spans(pieces: list[str]) -> None:
    read = parse_inline(" ".join(pieces), NAMES)
    if not read.errors:
        again = parse_inline(write_inline(read.spans), NAMES)
        assert again.spans == read.spans
        assert not again.errors


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("a", "`a`"),
        ("`a", "`` `a ``"),
        ("a`", "`` a` ``"),
        ("`a`", "`` `a` ``"),
        ("a`b", "``a`b``"),
        ("a``b", "`a``b`"),
        ("`", "`` ` ``"),
    ],
)
def test_code_is_written_so_that_it_reads_back(code: str, written: str) -> None:
    read = parse_inline(written, NAMES)
    assert [(span.text, span.mark("code") is not None) for span in read.spans] == [(code, True)]
    assert write_inline(read.spans) == written


@given(st.text(alphabet="ab *_`[]{}<>&!\\()\n.é", max_size=30))
def test_any_text_without_faults_reads_back_or_differs_only_in_emphasis(text: str) -> None:
    read = parse_inline(text, NAMES)
    again = parse_inline(write_inline(read.spans), NAMES)
    if not read.errors and not any(span.marks for span in read.spans):
        assert again.spans == read.spans


@given(
    st.text(alphabet="ab 1.é\t\xa0\u2028\x85\x1c]>}!()#+-~^|$:/@\"'“«每", max_size=30) | st.text()
)
def test_text_without_a_sign_of_markdown_reads_as_the_parser_reads_it(text: str) -> None:
    tokens = parse_inline_tokens(text, NAMES.labels())
    assert parse_inline(text, NAMES) == convert_tokens(tokens, NAMES)


@given(st.lists(st.text(alphabet="abcé", min_size=1, max_size=6), min_size=1, max_size=8))
def test_no_word_is_lost_whatever_stands_round_it(words: list[str]) -> None:
    marked = [f"*{word}*" if place % 3 else f"**{word}**" for place, word in enumerate(words)]
    read = parse_inline(" ".join(marked), NAMES)
    assert "".join(span.text for span in read.spans) == " ".join(words)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("See [this][nowhere].", "leads nowhere"),
        ("See [this](a b).", "leads nowhere"),
        ("A [term][term:nothing].", "leads nowhere"),
        ("Call {nobody}.", "there is no value `nobody`"),
        ("![](chart.png)", "no alternative text"),
        ("<b>bold</b>", "raw HTML"),
        ('[x](https://example.org "title")', "title"),
        ("[x]()", "no address"),
    ],
)
def test_what_an_edition_cannot_carry_is_a_fault(text: str, error: str) -> None:
    found = parse_inline(text, NAMES).errors
    assert any(error in inline_error.message for inline_error in found)
    assert all(inline_error.hint for inline_error in found)


def test_a_fault_tells_on_which_line_of_its_block_it_stands() -> None:
    assert [error.line for error in parse_inline("one\ntwo\nthree {x}", NAMES).errors] == [2]


def test_an_escaped_brace_is_plain_text() -> None:
    read = parse_inline("\\{fever}", NAMES)
    assert [span.text for span in read.spans] == ["{fever}"]
    assert write_inline(read.spans) == "\\{fever}"


def test_a_comment_is_not_text() -> None:
    assert parse_inline("a <!-- note --> b", NAMES).spans[0].text == "a b"


def test_lines_of_chinese_join_without_a_space() -> None:
    assert parse_inline("白血\n病 is\nit", NAMES).spans[0].text == "白血病 is it"


def test_a_named_link_keeps_its_name_and_an_address_of_its_own_gets_a_number() -> None:
    marks = [span.marks for span in parse_inline("[a][more] [b](https://b.org)", NAMES).spans]
    assert marks[0] == (Mark("link", "https://example.org/more", "more"),)
    assert marks[2] == (Mark("link", "https://b.org", "link-1"),)


@pytest.mark.parametrize(
    "text",
    ["*Wait* now\\![x][more]", "**Stop.** Read this\\![more][more]", "`a` and b\\![c][more]"],
)
def test_a_link_after_an_exclamation_mark_is_no_image_wherever_it_stands(text: str) -> None:
    read = parse_inline(text, NAMES)
    assert not read.errors
    assert parse_inline(write_inline(read.spans), NAMES).spans == read.spans
