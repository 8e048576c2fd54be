"""SVG images that are published: rebuilt from what is allowed, and nothing of that is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tinycss2
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from plainspoken.editions.images.image import Image, check_image
from plainspoken.svg.allowed import load_allowed

DRAWINGS = sorted((Path(__file__).parent / "drawings").glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"
NAMESPACES = (
    'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
)
PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5Er"
    "kJggg=="
)


def rebuild(body: str) -> str:
    """The image that is published of one with this body: its elements within the root."""
    found = check_image(f"<svg {NAMESPACES}>{body}</svg>".encode(), "source/a.svg")
    assert isinstance(found, Image), found
    text = found.content.decode()
    return re.sub(r"<\?xml.*?\?>\n<svg[^>]*>|</svg>$", "", text)


@pytest.mark.parametrize(
    "body",
    [
        '<title>A lung, "seen" from &lt;below&gt;</title>',
        "<desc>Two lungs &amp; a heart</desc>",
        '<g role="img" aria-label="Lung" lang="en" id="a" class="b c"/>',
        '<path d="M0,0 h1.5e-3 C1-2.5.5 0 1 1z" transform="matrix(1 0 0 1 2 3) scale(2)"/>',
        '<rect x="1" width="50%" fill="#0af" stroke="rgb(1, 2, 3)" opacity=".5"/>',
        '<text xml:space="preserve"> two  <tspan dx="1 2">spaces</tspan> </text>',
        '<linearGradient id="a"><stop offset="0"/></linearGradient><rect fill="url(#a)"/>',
        '<symbol id="s" viewBox="0 0 1 1"><path d="M0 0"/></symbol><use href="#s"/>',
        '<g id="u"/><a href="#u"><path d="M0 0"/></a>',
        '<switch><g systemLanguage="es"/><g/></switch>',
        '<svg viewBox="0 0 1 1" preserveAspectRatio="xMidYMid"><circle r="1"/></svg>',
        '<filter id="f"><feGaussianBlur in="SourceAlpha" stdDeviation="2"/></filter>'
        '<g filter="url(#f)"/>',
        '<clipPath id="c"><path d="M0 0"/></clipPath><g style="clip-path:url(#c)"/>',
        '<marker id="m" orient="auto"/><g marker-end="url(#m)"><path d="M0 0"/></g>',
        '<g style="fill:red;stroke:none"/>',
        '<g style="--a:1px;stroke-width:calc(var(--a)*2)"/>',
        f'<image width="1" height="1" href="data:image/png;base64,{PIXEL}"/>',
        "<style>.a,#b &gt; g:first-child{fill:red;opacity:.5}</style>",
        "<style>g[class=\"a\"]:not(.b):nth-child(2n + 1){fill:red}</style>",
        "<style>@media (prefers-color-scheme: dark) {\n.a{fill:#fff !important}\n}</style>",
        '<g style="font-family:&quot;Open Sans&quot;,serif"/>',
    ],
)  # fmt: skip
def test_what_is_allowed_stays_as_it_is(body: str) -> None:
    assert rebuild(body) == body


@pytest.mark.parametrize(
    ("body", "published"),
    [
        ("<!-- made by hand --><g/>", "<g/>"),
        ("<g>\n  <g/>\n</g>", "<g><g/></g>"),
        ("<metadata><rdf:RDF><rdf:li>CC0</rdf:li></rdf:RDF></metadata><g/>", "<g/>"),
        ('<metadata><x xmlns="urn:any" a="http://x"/><?xpacket end?></metadata><g/>', "<g/>"),
        ('<inkscape:grid/><g inkscape:label="a" data-name="b"/>', "<g/>"),
        ('<g tabindex="0" focusable="false" xlink:type="simple" xlink:title="x"/>', "<g/>"),
        ('<g id="1 2"/><g id="a"/><g id="a"/>', '<g/><g id="a"/><g/>'),
        ('<g style="-inkscape-font-specification:Sans;fill:red;stroke:"/>',
         '<g style="fill:red"/>'),
        ('<g style=" FILL : Red ;; "/>', '<g style="FILL:Red"/>'),
        ('<g style=""/>', "<g/>"),
        ('<g style="f\\69ll:r\\65 d/* x */"/>', '<g style="fill:red"/>'),
        ("<s:g xmlns:s='http://www.w3.org/2000/svg'/>", "<g/>"),
        ('<rect id="p" fill="u\\72l(\'#g\')"/><pattern id="g"/>',
         '<rect id="p" fill="url(#g)"/><pattern id="g"/>'),
        ('<rect href="#p" id="p"/>', '<rect id="p"/>'),
        (f'<image href=" data:image/PNG;base64,{PIXEL[:40]}\n {PIXEL[40:]}"/>',
         f'<image href="data:image/png;base64,{PIXEL}"/>'),
        (f'<image href="data:;base64,{PIXEL}"/>',
         f'<image href="data:image/png;base64,{PIXEL}"/>'),
        ("<style>/* a */\n.a { fill : red }\n\n</style>", "<style>.a{fill:red}</style>"),
        ("<style><![CDATA[ .a>b{} ]]></style>", "<style>.a&gt;b{}</style>"),
        ("<style>.a{}<!-- b -->.c{}</style>", "<style>.a{}\n.c{}</style>"),
        ("<text>a<!-- b -->c<g/>d<!-- e -->f</text>", "<text>ac<g/>df</text>"),
        ("<text><![CDATA[<script>]]>&#13;</text>", "<text>&lt;script&gt;&#13;</text>"),
    ],
)  # fmt: skip
def test_what_draws_nothing_is_left_out_and_the_rest_written_plainly(
    body: str, published: str
) -> None:
    assert rebuild(body) == published


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
def test_each_encoding_that_is_declared_becomes_utf_8(encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{declared}"?><svg {NAMESPACES}><title>é</title></svg>'
    found = check_image(text.encode(encoding), "source/a.svg")
    assert isinstance(found, Image)
    assert "<title>é</title>" in found.content.decode("utf-8")


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_what_drawing_programs_save_is_published_and_stays_as_it_is(path: Path) -> None:
    found = check_image(path.read_bytes(), "source/a.svg")
    assert isinstance(found, Image), found
    assert check_image(found.content, "source/a.svg") == found
    assert b"inkscape" not in found.content
    assert b"rdf" not in found.content


# Parts of a tree: what is allowed, what is left out, what is refused.
KEPT = ["g", "path", "text", "tspan", "title", "svg", "defs", "symbol", "feBlend", "stop"]
KEPT_ATTRIBUTES = {
    "id": ["a", "b1"],
    "class": ["x", "x y"],
    "fill": ["red", "#0af"],
    "d": ["M0 0h1"],
    "style": ["fill:red", "opacity:.5;stroke:none"],
    "aria-label": ["A lung"],
    "transform": ["rotate(3)"],
}
LEFT_OUT = ['data-x="1"', 'inkscape:label="a"', 'xlink:type="simple"', 'tabindex="1"']
REFUSED_ATTRIBUTES = [
    'onload="x()"', 'ONCLICK="x()"', 'xlink:href="http://x"', 'href="javascript:x()"',
    'fill="url(http://x)"', 'style="fill:url(x.svg)"', 'style="b\\65havior:none"',
    'style="width:expression(x())"', 'src="http://x"', 'xml:base="http://x"',
]  # fmt: skip
REFUSED = [
    "<script>x()</script>", "<foreignObject/>", "<animate/>", "<set/>", "<iframe/>",
    "<style>@import 'x';</style>", '<b xmlns="http://www.w3.org/1999/xhtml"/>',
    "<image href='http://x'/>", "<use href='x.svg#a'/>", "<?xml-stylesheet x?>",
    "<metadata><script/></metadata>", "<q:x xmlns:q='urn:q'/>",
]  # fmt: skip


@st.composite
def elements(draw: st.DrawFn, depth: int = 3) -> tuple[str, list[str], list[str]]:
    """An element as text; what must be kept of it; what must not."""
    name = draw(st.sampled_from(KEPT))
    kept, refused = [name], []
    attributes = draw(
        st.dictionaries(st.sampled_from(sorted(KEPT_ATTRIBUTES)), st.integers(0, 9), max_size=3)
    )
    texts = []
    for key, number in attributes.items():
        value = KEPT_ATTRIBUTES[key][number % len(KEPT_ATTRIBUTES[key])]
        texts.append(f'{key}="{value}"')
        kept += [] if key == "id" else [f"{key}={value}"]
    texts += draw(st.lists(st.sampled_from(LEFT_OUT), max_size=2, unique=True))
    if "fill" not in attributes and "style" not in attributes and draw(st.integers(0, 9)) == 0:
        refused.append(draw(st.sampled_from(REFUSED_ATTRIBUTES)))
        texts.append(refused[-1])
    children = []
    if depth and name != "title":
        for child, child_kept, child_refused in draw(st.lists(elements(depth - 1), max_size=3)):
            children.append(child)
            kept += child_kept
            refused += child_refused
        if draw(st.integers(0, 9)) == 0:
            refused.append(draw(st.sampled_from(REFUSED)))
            children.append(refused[-1])
    return f"<{name} {' '.join(texts)}>{''.join(children)}</{name}>", kept, refused


@given(elements())
def test_any_tree_is_kept_whole_or_refused(tree: tuple[str, list[str], list[str]]) -> None:
    body, kept, refused = tree
    found = check_image(f"<svg {NAMESPACES}>{body}</svg>".encode(), "source/a.svg")
    assert isinstance(found, Image) == (not refused), body
    if isinstance(found, Image):
        written = []
        for element in list(etree.fromstring(found.content).iter())[1:]:
            written.append(str(element.tag).removeprefix(SVG))
            written += [f"{name!s}={value!s}" for name, value in element.items() if name != "id"]
        assert sorted(written) == sorted(kept)
        assert_harmless(found.content)


def assert_harmless(content: bytes) -> None:
    """Nothing in a file runs or loads, looked at with another parser than the one that read it."""
    allowed = load_allowed()
    for element in etree.fromstring(content).iter():
        assert isinstance(element.tag, str)
        assert element.tag.removeprefix(SVG) in allowed.elements
        for name, value in element.items():
            assert not etree.QName(name).localname.lower().startswith("on")
            if etree.QName(name).localname == "href":
                assert str(value).startswith(("#", "data:image/"))
            assert not re.search(r"url\((?!#)|\\|expression|javascript:|@", str(value))


FRAMES = ["<style>{}</style>", "<style>g{{{}}}</style>", '<g style="{}"/>', '<g fill="{}"/>']
FRAGMENTS = [
    "url(", "url('", 'URL("', r"u\72l(", "u/**/rl(", "http://x", "//x", "#a", "url(#a)",
    "image-set(", "src(", "var(--x)", "calc(", "rgb(", "(", ")", "[", "]", "{", "}", ";", ":", ",",
    "!", ".", "*", ">", "+", "-", "--", "%", "/", "\\", "'", '"', "<", "@import ", "@media ",
    "fill", "mask", "--x", "red", "1px", "2e3", "/*", "*/", "<!--", "-->", r"\3c ",
    r"\e ", r"\0 ", r"\22 ", r"\)", ":not(", ":hover", "!important", "\u2028", " ", "\n", "\\\n",
]  # fmt: skip


def list_calls(tokens: list[Any]) -> Iterator[str]:
    """The functions and addresses in CSS, however deep."""
    for token in tokens:
        if token.type == "url":
            yield f"url({token.value})"
        elif token.type == "function":
            yield token.lower_name
        elif token.type == "at-keyword":
            yield f"@{token.lower_value}"
        yield from list_calls(getattr(token, "arguments", None) or getattr(token, "content", []))


HARMLESS = {"var", "calc", "rgb", "url(#a)", "@media", "not"}


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=9), st.sampled_from(FRAMES))
def test_whatever_stands_in_a_style_does_no_harm(words: list[str], frame: str) -> None:
    text = "".join(words).replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    body = f'<rect/>{frame.format(text)}<pattern id="a"/>'
    found = check_image(f"<svg {NAMESPACES}>{body}</svg>".encode(), "source/a.svg")
    if isinstance(found, Image):
        for element in etree.fromstring(found.content).iter():
            for style in (element.text, element.get("style"), element.get("fill")):
                tokens = tinycss2.parse_component_value_list(style or "")
                assert set(list_calls(tokens)) <= HARMLESS
        assert check_image(found.content, "source/a.svg") == found


@given(st.binary(max_size=200))
def test_any_bytes_are_an_image_or_an_error(content: bytes) -> None:
    assert check_image(content, "source/a.svg")
    assert check_image(b"<svg " + content, "source/a.svg")
