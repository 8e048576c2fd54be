"""Styles of SVG images: what is kept of each, or what is said of it; and how much there may be."""

from __future__ import annotations

from html import escape

import pytest
from tests.approval import Approve
from tests.editions.images.test_svg_refused import refuse, wrap

from plainspoken.editions.images.image import Image, check_image

TARGETS = '<pattern id="a"/><pattern id="a.b-c_d"/><mask id="m"/>'


def nest(function: str, depth: int, inner: str = "1") -> str:
    return f"{function}(" * depth + inner + ")" * depth


VALUES = [
    "red", " Red ", "#0af", "1%", "a, b/c*2+-1", "a@b", "a|b", "a!b", "'a'", '"a<b"', r"\3c",
    r"u\72l(#a)", "url(#a)", " url(#a) ", "URL(#a)", "url('#a')", "url( '#a' )", "url('#a' x)",
    "url(a)", "url()", 'url("")', "url('x' '#a')", "url(#1)", "url(#a b)", "url(#)", "url(#-a)",
    "url(#a.b-c_d)", "url(#a) red", "red url(#a)", "url(#nothing)", "url(#m)", "rgb(1,2,3)",
    "RGB(1 2 3)", "foo(1)", "foo(\n\nbar(1))", "(1)", "((a))", "[1]", "{1}", "rgb([1])",
    "rgb(foo(1))", "rgb(url(x))", "rgb(url(#a))", "var(--x)", "a;b", "a}", "a)", "a/**/b",
    "/* only */", "", "\n", "a\x85b", "“a”", "é", nest("calc", 10), nest("calc", 11), nest("", 10),
    nest("", 11), "\n1 @", "1px", "1<", "u+0-7f", "<!--", "-->",
]  # fmt: skip
STYLES = [
    "fill:red", " FILL : Red ;; ", "fill:red;stroke:none", "fill:", "fill:;stroke:none",
    ";;fill:red", "fill :red", "fill", ":red", "fill=red", "fill:red;stroke", "fill:red!important",
    "fill:rgb(1) ! IMPORTANT", "fill:rgb(1);;stroke:rgb( 2 );", "-inkscape-x:1;fill:red",
    "-inkscape-x:rgb(1);fill:rgb(1)", "-x-foo:1", "unknown:1", "unknown:rgb(1)", "behavior:none",
    "Behavior:rgb(1)", "fill:red;behavior:a;fill:blue", "fill:url(#a)", "Fill: url(#a) ;",
    "fill:url(x)", "stroke-width:url(#a)", "mask:url(#m)", "mask:url(#a)", "--x:1",
    "--X-Y_z:url(#a)", "--X:rgb(1)", "--é:rgb(1)", "--:rgb(1)", "fill:red;\nbehavior:x;\n\nfill:(;",
    "fill:rgb(1);\nbehavior:x;\n\nmask:url(x)", "@import x;", "fill:red;\n@media{}", "@foo{a:b}",
    "fill:red}stroke:blue", "{fill:red}", "fill:rgb(1);\n}", "fill:f(1);fill:f(1)", "font:a b/c",
    "fill:\tred\r\n;", "fill :/**/red", "-a:b", "--", "1:2", "fill:red;1",
]  # fmt: skip
SHEETS = [
    "g{fill:red}", "g { fill : red ; stroke : }", "g{}", "", " ", "/* a */", "g{fill:red}\n\n.a{}",
    "g{fill:red;;stroke:blue!important}", "g{behavior:x}", "g{\n\nbehavior:x}",
    "\n\ng{behavior:x;\nfill:url(x)}", "g{@media{}}", "g{a{b:c}}", "g{fill:red", "g{fill:(",
    "@media print{g{fill:red}}", "@MEDIA print{g{fill:red}}", "@media print and (min-width:1px){}",
    "@media screen, (width: 1/2){g{}\n.a{}}", "@media (a){@media (b){@media (c){g{fill:red}}}}",
    "@media (a){@media (b){@media (c){@media (d){g{fill:red}}}}}", "@media print", "@media;",
    "@media a{/* b */ c{}}",
    '@media "x"{}', "@media [x]{}", "@media (f(x)){}", "@media a<b{}", "@media{g{fill:red}}",
    "@media (a){\n.b{behavior:x}\n@import x;}", "@font-face{a:b}", '@charset "x";', "@import 'x';",
    "@keyframes a{}", "\n@foo;", "@media print{g}", "g", "g;", "}", "g}", "<!-- g{} -->", "a b{}",
    "*{}", ".a.b{}", "#a{}", r"#\31 {}", "a > b + c ~ d{}", "a,b{}", ",{}", "{}", " {fill:red}",
    "a|b{}", "&{}", "%{}", "a 1{}", 'a"b"{}', "a(b){}", "a{b}{}", "a:hover{}", "a:first-child{}",
    "a:FIRST-CHILD{}", "a::before{}", ":not(.b){}", ":NOT(.b, #c){}", ":not(){}", ":not( ){}",
    ":not(:hover){}", ":not(a[x]){}", ":is(a){}", ":foo(a){}", ":nth-child(2n + 1){}",
    ":nth-child(odd){}", ":NTH-CHILD(2n-1){}", ":nth-child(a.b){}", ":nth-child(2 of .a){}",
    ':nth-child("x"){}', ":nth-foo(1){}", ": hover{}", ":1{}", "a[class]{}", "a[ class ]{}",
    'a[class="x" i]{}', "a[class^=x]{}", "a[class=1]{}", "a[onload]{}", "a[data-x]{}", "a[]{}",
    "a[ ]{}", "a['x']{}", "a[class<x]{}", "a[class=^x]{}",
    "a[class|=x],b[id*=x],c[id$=x],d[id~=x]{}",
    "\n\na[b]{}\nc:foo{}", nest(":not", 3, "a") + "{}", nest(":not", 4, "a") + "{}", "\\3c{}",
    "a:not(b{}", "a[class", "a\\:b{}",
]  # fmt: skip


def describe(body: str) -> str:
    """What is kept within the image, or all that is wrong with it."""
    found = check_image(wrap(body), "source/a.svg")
    if isinstance(found, Image):
        text = found.content.decode()
        inner = text[text.index(">", text.index("<svg")) + 1 : -len("</svg>")]
        return f"  {ascii(inner.replace(TARGETS, ''))[1:-1]}"
    return "\n".join(f"  {error.line}: {error.message}. {error.hint}" for error in found)


def test_values_of_attributes(approve: Approve) -> None:
    bodies = {value: f'<g fill="{escape(value)}"/>{TARGETS}' for value in VALUES}
    approve("\n".join(f"{value!r}\n{describe(body)}" for value, body in bodies.items()))


def test_style_attributes(approve: Approve) -> None:
    bodies = {style: f'<g style="{escape(style)}"/>{TARGETS}' for style in STYLES}
    approve("\n".join(f"{style!r}\n{describe(body)}" for style, body in bodies.items()))


def test_style_sheets(approve: Approve) -> None:
    bodies = {sheet: f"<style>{escape(sheet)}</style>{TARGETS}" for sheet in SHEETS}
    approve("\n".join(f"{sheet!r}\n{describe(body)}" for sheet, body in bodies.items()))


MOST = 1_000_000
PLAIN, SAME = '<g fill="red" style="fill:red"/>' * 9, '<g style="fill:rgb(1)"/>' * 9
WORDS = "rgb(1) "


def value(length: int) -> str:
    """A value of so many characters that is tokenized."""
    return f'<g fill="{WORDS}{"a" * (length - len(WORDS))}"/>'


def style(length: int, word: str = "fill:") -> str:
    """A `style` of so many characters."""
    return f'<g style="{word}{"a" * (length - len(word))}"/>'


def sheet(length: int) -> str:
    """A style sheet of so many characters."""
    return f"<style>{' ' * (length - 3)}g{{}}</style>"


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (value(MOST), 0),
        (value(MOST + 1), 2),
        (sheet(MOST), 0),
        (sheet(MOST + 1), 2),
        (f"{value(600_000)}\n{sheet(400_000)}", 0),
        (f"{value(600_000)}\n{sheet(400_001)}", 3),
        (f"{sheet(MOST)}\n{PLAIN}", 0),
        (f"{sheet(MOST - 10_001)}\n{style(10_000)}{style(10_000, 'mask:')}", 0),
        (f"{sheet(MOST - 10_001)}\n{style(10_001)}", 0),
        (f"{sheet(MOST - 10_000)}\n{style(10_001)}", 3),
        (f"{sheet(MOST - 20)}\n{SAME}", 0),
        (f"{sheet(MOST - 11)}\n{SAME}", 0),
        (f"{sheet(MOST - 10)}\n{SAME}", 3),
    ],
)
def test_styles_are_read_up_to_a_million_characters(body: str, line: int) -> None:
    if not line:
        assert isinstance(check_image(wrap(body), "source/a.svg"), Image)
        return
    (error,) = refuse(wrap(body))
    assert error.message == "has more than 1,000,000 characters of styles"
    assert error.hint == "Save a simpler picture, or save it as PNG."
    assert error.line == line


def test_a_style_that_stood_before_refers_from_each_place() -> None:
    body = '<g style="fill:url(#b)"/>\n<g style="fill:url(#b)"/>\n<g style="mask:(url(#b))"/>' * 2
    errors = refuse(wrap(body))
    assert [error.line for error in errors] == [2, 3, 4, 5, 6]
    assert {error.message for error in errors} == {"refers to #b, which is not there"}
