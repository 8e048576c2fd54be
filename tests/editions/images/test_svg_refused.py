"""SVG images that may not be published: each is refused with its reason and its line."""

from __future__ import annotations

import gzip
import tomllib
from pathlib import Path

import pytest

from plainspoken.diagnostics.finding import Finding
from plainspoken.editions.images.image import Image, check_image

CASES = tomllib.loads(Path(__file__).with_name("hostile.toml").read_text("utf-8"))["case"]
NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def wrap(body: str) -> bytes:
    return f"<svg {NAMESPACES}>\n{body}\n</svg>".encode()


def refuse(content: bytes) -> tuple[Finding, ...]:
    """The errors of an image that is refused."""
    found = check_image(content, "source/a.svg")
    assert not isinstance(found, Image), found.content.decode()
    return found


@pytest.mark.parametrize("case", CASES, ids=[case["svg"][:60] for case in CASES])
def test_what_runs_moves_or_loads_is_refused_with_its_line(case: dict[str, str]) -> None:
    line = int(case.get("line", 2))
    errors = refuse(case["svg"].encode() if line == 1 else wrap(case["svg"]))
    assert any(case["says"] in error.message and error.line == line for error in errors), errors
    assert all(error.file == "source/a.svg" and error.hint for error in errors)


def test_all_errors_of_an_image_are_told_together() -> None:
    body = (
        '<script/>\n<g onload="x"/>\n<style>\n\ng { behavior: none;\nfill: url(x) }</style>'
        '\n<image\n href="http://x"/>'
    )
    errors = refuse(wrap(body))
    assert [error.line for error in errors] == [2, 3, 6, 7, 8]


def test_of_very_many_errors_only_the_first_are_told() -> None:
    errors = refuse(wrap("<script/>\n" * 5000))
    assert len(errors) == 101
    assert "has more errors" in errors[-1].message


@pytest.mark.parametrize(
    "content",
    [
        gzip.compress(wrap("<g/>")),
        wrap("<g/>").decode().encode("utf-16-le"),
        wrap("<g/>").decode().encode("utf-32"),
        b"\xef\xbb\xbf" + b'<?xml version="1.0" encoding="utf-16"?>' + wrap("<g/>"),
        b'<?xml version="1.0" encoding="ascii"?>' + wrap("<title>\u00e9</title>"),
        wrap("<g/>").decode().encode("cp037"),
        wrap("<title>\u00e9</title>").decode().encode("latin-1"),
        b"",
        b" ",
        b"\0",
    ],
    ids=["gzip", "utf-16 without a mark", "utf-32", "two encodings", "not ascii", "ebcdic",
         "not utf-8", "empty", "blank", "zero"],
)  # fmt: skip
def test_an_encoding_that_readers_may_mistake_is_refused(content: bytes) -> None:
    assert refuse(content)


@pytest.mark.parametrize("encoding", ["", "windows-1252"])
@pytest.mark.parametrize("line", [1, 2, 4])
def test_bytes_that_are_no_text_are_told_with_their_line(encoding: str, line: int) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>' if encoding else ""
    rows = [head.encode() + wrap("<g/>").replace(b"\n", b""), b"", b"", b""]
    rows[line - 1] += b"<!--\x81-->"
    (error,) = refuse(b"\n".join(rows))
    assert "is not text in" in error.message
    assert error.line == line


def chain(count: int, times: int) -> bytes:
    """Groups that each draw the one before some times."""
    uses = [f'<use href="#g{i}"/>' * times for i in range(count)]
    groups = [f'<g id="g{i + 1}">{use}</g>' for i, use in enumerate(uses)]
    first = '<path id="g0" d="M0 0h1"/>'
    return wrap(f'<defs>{first}{"".join(groups)}</defs><use href="#g{count}"/>')


def patterns(fill: str, rule: str = "") -> bytes:
    """Twelve patterns that are each drawn with the one before, twenty times; `fill` in an element,
    or `rule` in a style sheet, says how.
    """
    shapes = ["path", "rect", "circle", "ellipse", "line", "polygon", "text", "g", "use", "image"]
    shapes += ["polyline", "switch"]
    parts = []
    for number in range(12):
        drawn = f"<{shapes[number - 1]} {fill.format(number - 1)}/>" * 20 if number else ""
        parts.append(f'<pattern id="p{number}">{drawn}</pattern>')
    rules = [rule.format(number, shape) for number, shape in enumerate(shapes)]
    last = f"<switch {fill.format(11)}/>"
    return wrap(f"<style>{''.join(rules)}</style>{''.join(parts)}{last}")


MANY_MARKERS = (
    f'<marker id="m">{"<path/>" * 1000}</marker><path d="M0 0{"h1" * 1000}" marker-mid="url(#m)"/>'
)
INHERITED = (
    f'<style>#r{{fill:url(#p)}}</style><pattern id="p">{"<path/>" * 1000}</pattern>'
    f'<g id="r">{"<path/>" * 200}</g>'
)
MANY_MASKS = f'<mask id="m">{"<g/>" * 500}</mask>' + '<g mask="url(#m)"/>' * 500
MANY_ATTRIBUTES = " ".join(f"a{i}=''" for i in range(1_000_001))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (wrap("<g>" * 5000 + "</g>" * 5000), "deep in one another"),
        (wrap("<g/>" * 200_000), "more than 100,000 elements"),
        (chain(40, 2), "draws more than 100,000 elements"),
        (chain(12, 10), "draws more than 100,000 elements"),
        (patterns('fill="url(#p{})"'), "draws more than 100,000 elements"),
        (patterns('style="stroke:url(#p{})"'), "draws more than 100,000 elements"),
        (patterns('class="x c{}"', ".c{0}{{fill:url(#p{0})}}"), "draws more than 100,000 elements"),
        (patterns("", "{1}{{fill:url(#p{0})}}"), "draws more than 100,000 elements"),
        (patterns("", "g,svg > {1}:not(.x), a {1}{{fill:url(#p{0})}}"), "draws more than 100,000"),
        (wrap(INHERITED), "draws more than 100,000 elements"),
        (wrap(MANY_MARKERS), "draws more than 100,000 elements"),
        (wrap(MANY_MASKS), "draws more than 100,000 elements"),
        (f"<svg {NAMESPACES} {MANY_ATTRIBUTES}/>".encode(), "more than 1,000,000 attributes"),
        (wrap(f"<style>{'a{fill:red}' * 100_000}</style>"), "characters of styles"),
        (wrap(f"<style>{'a{' * 100_000}</style>"), "has a style"),
        (wrap(f"<style>{':not(' * 100_000}</style>"), "has a style"),
        (wrap(f"<g style='fill:{'calc(' * 100_000}'/>"), "has a style"),
        (wrap(f"<g fill='{'(' * 100_000}'/>"), "has a style"),
        (wrap(f"<style>@media {'(' * 100_000}</style>"), "has a style"),
    ],
    ids=["deep", "many", "twice", "tenfold", "patterns", "styles", "classes", "elements",
         "selectors", "inherited", "markers", "masks",
         "attributes", "css", "blocks", "selectors", "functions", "brackets", "media"],
)  # fmt: skip
def test_a_drawing_that_would_take_all_memory_or_time_is_refused(content: bytes, says: str) -> None:
    assert any(says in error.message for error in refuse(content))


def test_a_chain_of_references_may_be_long_but_not_many_times_as_much_to_draw() -> None:
    assert isinstance(check_image(chain(5000, 1), "source/a.svg"), Image)


@pytest.mark.parametrize(
    "words",
    [
        '<!DOCTYPE lolz [<!ENTITY l "lol"><!ENTITY m "&l;&l;">]><svg>&m;</svg>',
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "/dev/zero">]><svg fill="&x;"/>',
    ],
)
def test_no_entity_is_ever_expanded(words: str) -> None:
    assert any("entity" in error.message for error in refuse(words.encode()))


# At each corner of a path 33,000 elements are drawn: "M0 0" may have three, "M0 0h1" four.
USED = "<use href='#a'/>"
MARKED = (
    f"<defs><g id='a'>{'<g/>' * 999}</g><marker id='m'>{USED * 33}</marker></defs>"
    "<path d='DRAWN' marker-mid='url(#m)'/>"
)


def test_as_much_as_may_be_drawn_is_kept_and_no_more() -> None:
    assert isinstance(check_image(wrap(MARKED.replace("DRAWN", "M0 0")), "source/a.svg"), Image)
    (error,) = refuse(wrap(MARKED.replace("DRAWN", "M0 0h1")))
    assert "draws more than 100,000 elements" in error.message
