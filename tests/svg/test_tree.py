"""The tree of an SVG file, its lines, and how large it may be."""

from __future__ import annotations

import pytest

from plainspoken.svg.image_errors import ImageErrors
from plainspoken.svg.tree import Element, Name, Text, parse_svg

SVG = "http://www.w3.org/2000/svg"
SIMPLER = "Save a simpler picture, or save it as PNG."


def read(text: str) -> tuple[Element | None, list[tuple[int, str, str]]]:
    """The root of a file, and all that is wrong with it."""
    errors = ImageErrors("a.svg")
    root = parse_svg(text, errors)
    return root, [(error.line, error.message, error.hint) for error in errors.findings]


def outline(element: Element) -> list[object]:
    """An element with all in it, and the line of each part."""
    children = (
        outline(child) if isinstance(child, Element) else (child.line, child.content)
        for child in element.children
    )
    return [element.line, str(element.name), *children]


def test_a_tree_has_the_lines_of_its_parts() -> None:
    text = (
        "<?xml version='1.0'?>\n<a>one\ntwo<!-- not\nthis -->three\n<b/>\n\n<c>four</c><d\n/></a>"
    )
    root, errors = read(text)
    assert errors == []
    assert root
    assert outline(root) == [
        2, "a", (2, "one\ntwo"), (4, "three\n"), [5, "b"], (5, "\n\n"), [7, "c", (7, "four")],
        [7, "d"],
    ]  # fmt: skip
    assert [str(element.name) for element in root.iter_elements()] == ["a", "b", "c", "d"]


def test_names_have_their_namespace_and_the_prefix_that_stands_there() -> None:
    text = f"<s:a xmlns:s='{SVG}' xmlns='urn:x' x='1' s:y='2' xml:lang='en'><b/></s:a>"
    root, _ = read(text)
    assert root
    assert root.name == Name(SVG, "a", "s")
    assert root.attributes == {
        Name("", "x"): "1",
        Name(SVG, "y", "s"): "2",
        Name("http://www.w3.org/XML/1998/namespace", "lang", "xml"): "en",
    }
    (child,) = root.children
    assert isinstance(child, Element)
    assert child.name == Name("urn:x", "b")
    assert [str(name) for name in (root.name, *root.attributes)] == ["s:a", "x", "s:y", "xml:lang"]


def nest(depth: int) -> str:
    return "<a>" * depth + "</a>" * depth


def repeat(count: int, part: str = "<a/>") -> str:
    return f"<a>{part * (count - 1)}</a>"


METADATA = f"<svg xmlns='{SVG}'><metadata>"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (nest(100), ""),
        (nest(101), "has elements more than 100 deep in one another"),
        (repeat(100_000), ""),
        (repeat(100_001), "has more than 100,000 elements"),
        (f"{METADATA}{'<?a b?>' * 99_998}</metadata></svg>", ""),
        (f"{METADATA}{'<?a b?>' * 99_999}</metadata></svg>", "has more than 100,000 elements"),
        (f"<a>{'=' * 1_000_000}</a>", ""),
        (f"<a>{'=' * 1_000_001}</a>", "has more than 1,000,000 attributes"),
    ],
    ids=["deep", "too deep", "many", "too many", "instructions", "too many instructions",
         "attributes", "too many attributes"],
)  # fmt: skip
def test_a_drawing_may_be_as_large_as_its_bounds(text: str, message: str) -> None:
    root, errors = read(text)
    line = 0 if "attributes" in message else 1
    assert errors == ([(line, message, SIMPLER)] if message else [])
    assert (root is None) is bool(message)


SAVE_AGAIN = "Remove it, or save the picture as plain SVG or as PNG."
NO_XML = "Save it again as plain SVG."


@pytest.mark.parametrize(
    ("text", "errors"),
    [
        ("<a>\n<b></a>", [(2, "is not well-formed XML: mismatched tag", NO_XML)]),
        ("", [(1, "is not well-formed XML: no element found", NO_XML)]),
        ("<a>\n&nbsp;</a>",
         [(2, "is not well-formed XML: an entity that XML does not know: write the character "
           "itself", NO_XML)]),
        ("<a>\n<?b c?></a>", [(2, "holds the processing instruction <?b …?>", SAVE_AGAIN)]),
        (f"<svg xmlns='{SVG}'><metadata><x><?b?></x></metadata></svg>", []),
        (f"<svg xmlns='{SVG}'><metadata/>\n<?b?></svg>",
         [(2, "holds the processing instruction <?b …?>", SAVE_AGAIN)]),
        ("<metadata><?b?></metadata>",
         [(1, "holds the processing instruction <?b …?>", SAVE_AGAIN)]),
        ("<!DOCTYPE a><a/>", [(1, "has a document type", "Remove <!DOCTYPE …>: it is not needed, "
                               "and can do harm. Or save it as plain SVG.")]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_line(text: str, errors: list[tuple[int, str, str]]) -> None:
    assert read(text)[1] == errors


@pytest.mark.parametrize(("kind", "mark"), [("entity", ""), ("parameter entity", "% ")])
def test_a_file_that_declares_entities_is_read_no_further(kind: str, mark: str) -> None:
    root, errors = read(f"<!DOCTYPE a [\n<!ENTITY {mark}b 'c'>\n]>\n<a><?d?></a>")
    assert root is None
    assert [error[:2] for error in errors] == [
        (1, "has a document type"), (2, f"declares the {kind} 'b'"),
    ]  # fmt: skip


def test_an_entity_of_another_file_is_told() -> None:
    root, errors = read("<!DOCTYPE a SYSTEM 'b.dtd'>\n<a>\n&c;</a>")
    assert root
    assert [error[:2] for error in errors] == [
        (1, "has a document type"), (3, "names the entity 'c', which XML does not know"),
    ]  # fmt: skip


def test_text_is_in_one_piece_up_to_the_next_part() -> None:
    root, _ = read("<a>x &amp; y <![CDATA[<z>]]>&#13;\n w<b/>v</a>")
    assert root
    first, _, last = root.children
    assert (first, last) == (Text("x & y <z>\r\n w", 1), Text("v", 2))
