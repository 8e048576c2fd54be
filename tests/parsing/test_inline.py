"""Inline Markdown: what is written back reads the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.guide import CriticalMark, Mark
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


PLAIN = "write \\[ for a plain bracket."
LINKED = f"Add it to the links or the glossary, or {PLAIN}"
BRACE = "Add it to source/values.toml, or write \\{ for a plain brace."
DEEP = "Take the needless ones away; write \\[ or \\* for a plain sign."


@pytest.mark.parametrize(
    ("text", "errors"),
    [
        ("[a][nowhere]", [(0, "`[a][nowhere]` leads nowhere", LINKED)]),
        ("[a][moer]", [(0, "`[a][moer]` leads nowhere", "Did you mean `more`?")]),
        ("[a][term:blood-cuont]",
         [(0, "`[a][term:blood-cuont]` leads nowhere", "Did you mean `term:blood-count`?")]),
        ("one\ntwo [a] (b)", [(1, "`[a] (b)` leads nowhere", LINKED)]),
        ("{nobody}", [(0, "there is no value `nobody`", BRACE)]),
        ("{fevre}", [(0, "there is no value `fevre`", "Did you mean `fever`?")]),
        ("a\\\n{x} {y}", [(1, "there is no value `x`", BRACE),
                          (1, "there is no value `y`", BRACE)]),
        ("<b>", [(0, "raw HTML `<b>` cannot be carried", "Use Markdown, or write \\< for a plain "
                  "sign.")]),
        ("![ ][chart]", [(0, "the image `chart.png` has no alternative text",
                          "Write what it shows: ![what it shows](file).")]),
        ('[a](https://b.org "c")', [(0, "a title of a link or image is not read aloud",
                                     "Write it into the text.")]),
        ('![a](b.png "c")', [(0, "a title of a link or image is not read aloud",
                              "Write it into the text.")]),
        ("[a]()", [(0, "a link has no address", "Name where it leads.")]),
        ("a &#x202e; b", [(0, "there is a hidden or control character, U+202E", "Remove it.")]),
        ("![a&#x202e;](b.png)",
         [(0, "there is a hidden or control character, U+202E", "Remove it.")]),
        ("a <!-- critical --> b\n<!-- not critical: x -->",
         [(1, "`<!-- not critical: x -->` is a second mark", "Leave one for each text.")]),
        ("a <!-- allow x -->", [(0, "`<!-- allow x -->` gives no reason",
                                 "Write `<!-- allow NAME: REASON -->`.")]),
        ("[" * 51 + "a" + "]" * 51, [(0, "brackets stand more than 50 deep in one another", DEEP)]),
        ("*" * 100 + "a" + "*" * 100, [(0, "emphasis stands more than 50 deep in one another",
                                        DEEP)]),
        ("*a **b " * 26 + "c** d* " * 26,
         [(0, "emphasis and links stand more than 50 deep in one another", DEEP)]),
        ("a < b > c & d; e_f_g [ h ] {I} {2}", []),
    ],
)  # fmt: skip
def test_each_error_has_its_line_and_what_to_do(
    text: str, errors: list[tuple[int, str, str]]
) -> None:
    found = parse_inline(text, NAMES).errors
    assert [(error.line, error.message, error.hint) for error in found] == errors


TRANSLATION = replace(NAMES, has_own_addresses=False)


@pytest.mark.parametrize(
    ("text", "errors"),
    [
        ("[a](https://b.org)", [("`https://b.org` is an address of the translation's own",
                                 "Write [words][name] with a name that stands in the text.")]),
        ("a <!-- critical -->", [("`<!-- critical -->` marks a translation",
                                  "Mark the text in the source.")]),
        ("[a][more] [b][term:blood-count] ![c][chart] {fever}", []),
    ],
)  # fmt: skip
def test_a_translation_names_what_stands_in_the_source(
    text: str, errors: list[tuple[str, str]]
) -> None:
    found = parse_inline(text, TRANSLATION).errors
    assert [(error.message, error.hint) for error in found] == errors


@pytest.mark.parametrize(
    ("unsure", "count"),
    [
        ((), 3),
        (("links",), 2),
        (("terms",), 2),
        (("values",), 2),
        (("links", "terms", "values"), 0),
    ],
)
def test_names_of_a_table_with_errors_are_no_further_errors(
    unsure: tuple[str, ...], count: int
) -> None:
    names = replace(NAMES, unsure=frozenset(unsure))
    assert len(parse_inline("[a][x] [b][term:y] {z}", names).errors) == count


def test_what_may_be_named_is_listed_links_first_and_terms_in_order() -> None:
    names = Names(links={"z": "1", "a": "2"}, terms=frozenset({"d", "b", "c"}))
    assert names.labels() == ["z", "a", "term:b", "term:c", "term:d"]


def describe(text: str) -> list[tuple[str, str]]:
    """The spans of a text: words, and the kinds, labels and targets of marks."""
    return [
        (span.text, " ".join(f"{mark.kind}:{mark.label}:{mark.target}" for mark in span.marks))
        for span in parse_inline(text, NAMES).spans
    ]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("a {fever} {phone}b", [("a ", ""), ("38 °C", "value:fever:"), (" ", ""),
                                ("555 0100", "value:phone:tel:5550100"), ("b", "")]),
        ("{fever}", [("38 °C", "value:fever:")]),
        ("[a](b) [c](d) ![e](f)", [("a", "link:link-1:b"), (" ", ""), ("c", "link:link-2:d"),
                                   (" ", ""), ("e", "image:image-3:f")]),
        ("![a *b*\nc][chart]", [("a b c", "image:chart:chart.png")]),
        ("*a **b*** `c`", [("a ", "emphasis::"), ("b", "emphasis:: strong::"), (" ", ""),
                           ("c", "code::")]),
        ("[t][term:blood-count]", [("t", "term:term:blood-count:blood-count")]),
        ("a\\\nb", [("a", ""), ("\n", "break::"), ("b", "")]),
        ("", []),
    ],
)  # fmt: skip
def test_marks_have_their_kind_their_name_and_their_target(
    text: str, spans: list[tuple[str, str]]
) -> None:
    assert describe(text) == spans


def test_comments_allow_and_mark_and_lines_begin_where_they_do() -> None:
    text = "One <!-- allow a: b --> two\nthree <!-- critical -->\nfour. <!-- allow c: d -->"
    found = parse_inline(text, NAMES)
    assert "".join(span.text for span in found.spans) == "One two three four."
    assert [(each.rule, each.reason) for each in found.suppressions] == [("a", "b"), ("c", "d")]
    assert found.critical_mark == CriticalMark(is_critical=True)
    assert found.lines == (8, 14)
    assert parse_inline("One *two*", NAMES).lines == ()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a_b _c_ d_", "a_b *c* d\\_"), ("a & b &c; &amp;d", "a & b \\&c; &d"),
        ("\\{a} {B} { c}", "\\{a} {B} { c}"), ("\\* \\[ \\] \\` \\\\", "\\* \\[ \\] \\` \\\\"),
        ("__a__ *b*c", "**a** *b*c"), ("\\<b> <3", "\\<b> <3"), ("a!\\[b]", "a!\\[b\\]"),
        ("` a `", "`a`"), ("``a ` b``", "``a ` b``"), ("`` ` ``", "`` ` ``"),
    ],
)  # fmt: skip
def test_only_what_needs_an_escape_has_one(text: str, written: str) -> None:
    read = parse_inline(text, NAMES)
    assert write_inline(read.spans) == written
