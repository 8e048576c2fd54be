"""Addresses: what readers can follow passes, everything else is an error with its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.config.addresses import (
    LINKED,
    WEB,
    find_address_error,
    normalize_address,
)
from plainspoken.config.project import load_project
from plainspoken.diagnostics.errors import PlainspokenError
from plainspoken.editions.epub import edition
from plainspoken.front_matter import add_front_matter
from plainspoken.narration import Narration
from plainspoken.parsing import parse

GOOD_WEB = [
    "https://example.org",
    "http://example.org/",
    "https://www.a-b.example.org:8080/a/b;c=1,2/d.html?q=a+b&r=%C3%A9#part-2",
    "https://example.org/a(b)_c'd!~*@:$&=",
    "https://example.org?q=/?",
    "https://example.org#/top?x",
    "https://xn--bcher-kva.example/",
    "https://192.0.2.7/a",
    "https://[2001:db8::7]:443/a",
    "https://localhost:1/",
    "https://ab--cd.example/",
    "HTTPS://WWW.Example.ORG/Page",
    "https://example.org/Müdigkeit?ä=é#ü",
    "https://example.org/日本/مرض",
    "https://a.b.c.d.e.example.org/%E9",
]
GOOD = [
    *GOOD_WEB,
    "mailto:nurse@example.org",
    "mailto:a.b+c_d-e@mail.example.org?subject=Hello%20you&body=a%0D%0Ab",
    "mailto:a@example.org,b@example.org",
    "tel:+1-555-010-0199",
    "tel:112",
    "tel:+15550100;ext=12",
    "tel:*123%23",
]
BAD = [
    ("javascript:alert(1)", "is not an address"),
    ("JaVaScRiPt:alert(1)", "is not an address"),
    ("java\tscript:alert(1)", "is not an address"),
    ("java%0ascript:alert(1)", "is not an address"),
    ("vbscript:x", "is not an address"),
    ("data:text/html,x", "is not an address"),
    ("file:///etc/passwd", "is not an address"),
    ("ftp://example.org/", "is not an address"),
    ("view-source:https://example.org", "is not an address"),
    ("//example.org/x", "is not an address"),
    ("example.org", "is not an address"),
    ("https", "is not an address"),
    ("", "is not an address"),
    (":https://example.org", "is not an address"),
    (" https://example.org", "is not an address"),
    ("\u200bhttps://example.org", "is not an address"),
    ("ｈttps://example.org", "is not an address"),
    ("https:", "has no host"),
    ("https://", "has no host"),
    ("https:example.org", "has no host"),
    ("https:/example.org", "has no host"),
    ("https:///example.org", "has no host"),
    ("https://?q", "has no host"),
    ("https://:80/", "has no host"),
    ("https:\\\\example.org", "holds \\"),
    ("https://example.org\\@example.com", "holds \\"),
    ("https://example.org ", "holds a space"),
    ("https://example.org/a b", "holds a space"),
    ("https://exam ple.org/", "holds a space"),
    ("https://example.org/a\u00a0b", "hides, U+00A0"),
    ("https://example.org/a\u202eb", "hides, U+202E"),
    ("https://example.org/\n", "hides, U+000A"),
    ("https://exa\u00admple.org/", "hides, U+00AD"),
    ("https://example.org/<b>", "holds <"),
    ('https://example.org/"', 'holds "'),
    ("https://example.org/{id}", "holds {"),
    ("https://example.org/a|b", "holds |"),
    ("https://example.org/a^b", "holds ^"),
    ("https://example.org/a[1]", "holds ["),
    ("https://example.org/?a[]=1", "holds ["),
    ("https://example.org/#a#b", "holds #"),
    ("https://example.org/%", "a % without"),
    ("https://example.org/%zz", "a % without"),
    ("https://example.org/%00", "holds %00"),
    ("https://example.org/?a=%0d%0aSet", "holds %0d"),
    ("https://good.example@evil.example/", "a name before its host"),
    ("https://good.example:443@evil.example/", "a name before its host"),
    ("https://good.example%2f@evil.example/", "a name before its host"),
    ("https://@example.org/", "a name before its host"),
    ("https://good.example%2eevil.example/", "for a host"),
    ("https://.example.org", "for a host"),
    ("https://example..org", "for a host"),
    ("https://example.org.", "for a host"),
    ("https://-example.org", "for a host"),
    ("https://example-.org", "for a host"),
    ("https://exa_mple.org", "for a host"),
    ("https://exa!mple.org", "for a host"),
    (f"https://{'a' * 64}.org", "for a host"),
    (f"https://{'a.' * 130}org", "for a host"),
    ("https://1.2.3.400/", "for a host"),
    ("https://1.2.3/", "for a host"),
    ("https://010.1.1.1/", "for a host"),
    ("https://2130706433/", "for a host"),
    ("https://0x7f000001/", "for a host"),
    ("https://[::1/", "for a host"),
    ("https://[1.2.3.4]/", "for a host"),
    ("https://[fe80::1%25eth0]/", "for a host"),
    ("https://[v1.a]/", "for a host"),
    ("https://[]/", "for a host"),
    ("https://xn--a/", "for a host"),
    ("https://xn--zz--zz.example/", "for a host"),
    ("https://bücher.example/", "which is not in ASCII"),
    ("https://аpple.example/", "which is not in ASCII"),
    ("https://ｅxample.org/", "which is not in ASCII"),
    ("https://example。org/", "which is not in ASCII"),
    ("https://☃-.example/", "for a host"),
    ("https://example.org:/", "for a port"),
    ("https://example.org:0/", "for a port"),
    ("https://example.org:65536/", "for a port"),
    ("https://example.org:8O/", "for a port"),
    ("https://example.org:٨٠/", "for a "),
    ("https://example.org:-1/", "for a port"),
    ("https://[::1]a/", "for a host"),
    ("mailto:", "for a mailbox"),
    ("mailto:nurse", "for a mailbox"),
    ("mailto:@example.org", "for a mailbox"),
    ("mailto:nurse@", "for a mailbox"),
    ("mailto:a@b@example.org", "for a mailbox"),
    ("mailto:a..b@example.org", "for a mailbox"),
    ("mailto:a%40evil.example@example.org", "for a mailbox"),
    ("mailto:a@1.2.3.4", "for a mailbox"),
    ("mailto://a@example.org", "for a mailbox"),
    ("mailto:a@example.org,", "for a mailbox"),
    ("mailto:a@bücher.example", "which is not in ASCII"),
    ("mailto:a@example.org?subject", "after its mailbox"),
    ("mailto:a@example.org#x", "after its mailbox"),
    ("mailto:a b@example.org", "holds a space"),
    ("tel:", "no telephone number"),
    ("tel:+", "no telephone number"),
    ("tel:call-me", "no telephone number"),
    ("tel:+1 555", "holds a space"),
    ("tel://15550100", "no telephone number"),
]


@pytest.mark.parametrize("address", GOOD)
def test_what_readers_can_follow_passes(address: str) -> None:
    assert find_address_error(address) is None
    normal = normalize_address(address)
    assert normal.isascii()
    assert find_address_error(normal) is None
    assert normalize_address(normal) == normal


@pytest.mark.parametrize(("address", "expected"), BAD)
def test_what_cannot_be_followed_is_named_with_its_cure(address: str, expected: str) -> None:
    error = find_address_error(address)
    assert error
    message, hint = error
    assert expected in message
    assert message.isprintable()
    assert hint.endswith(".")


@given(st.text(), st.text(alphabet="htps:/mailo@.%[]#?a1\\\t é", max_size=30))
def test_any_text_is_judged_and_what_passes_is_ascii(text: str, likely: str) -> None:
    for address in (text, likely, f"https://{text}", f"https://{likely}", f"mailto:{likely}"):
        for schemes in (WEB, LINKED):
            if not find_address_error(address, schemes):
                normal = normalize_address(address)
                assert normal.isascii()
                assert normal.isprintable()
                assert " " not in normal


def test_a_host_in_other_letters_is_told_in_its_own_code() -> None:
    assert find_address_error("https://Bücher.example/") == (
        "'https://Bücher.example/' has 'Bücher.example' for a host, which is not in ASCII",
        "Write xn--bcher-kva.example for it.",
    )


WAYS: dict[str, Callable[[str], tuple[str, str]]] = {
    "01-boil.md": lambda address: ("Wait.", f"Wait [here](<{address}>)."),
    "02-brew.md": lambda address: ("Pour.", f"Pour [here][x].\n\n[x]: <{address}>\n"),
    "glossary.toml": lambda address: ("a spout.", f"a [spout](<{address}>)."),
    "links.toml": lambda address: ("https://example.org/tea", address),
    "guide.toml": lambda address: ("https://creativecommons.org/licenses/by/4.0/", address),
}
LINES = {"01-boil.md": 3, "02-brew.md": 12, "glossary.toml": 3, "links.toml": 3, "guide.toml": 10}


def edit(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / "source" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("file", WAYS)
@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://good.example@evil.example/",
        "https://example.org:99999/",
        "https://bücher.example/",
        "http://[::1",
        "//evil.example/x",
        "mailto:x",
        "foo:bar",
    ],
)
def test_a_bad_address_is_told_once_wherever_it_stands(
    small_guide: Path, file: str, address: str
) -> None:
    edit(small_guide, file, *WAYS[file](address))
    with pytest.raises(PlainspokenError) as caught:
        parse(load_project(small_guide))
    (finding,) = caught.value.findings
    assert (finding.file, finding.line) == (f"source/{file}", LINES[file])
    assert address in finding.message


@pytest.mark.parametrize("written", ["<javascript:alert(1)>", "&#106;avascript:alert(1)"])
def test_no_way_of_writing_hides_a_bad_address(small_guide: Path, written: str) -> None:
    link = written if written.startswith("<") else f"[here]({written})"
    edit(small_guide, "01-boil.md", "Wait.", f"Wait {link}.")
    with pytest.raises(PlainspokenError, match="'javascript:alert"):
        parse(load_project(small_guide))


@pytest.mark.parametrize("label", ["name:more", "name:term:kettle", "name:term:nothing"])
def test_an_address_cannot_pass_for_a_name(small_guide: Path, label: str) -> None:
    edit(small_guide, "01-boil.md", "Wait.", f"Wait [here]({label}).")
    with pytest.raises(PlainspokenError, match=f"'{label}' is not an address"):
        parse(load_project(small_guide))


def test_a_definition_may_link_to_a_section(small_guide: Path) -> None:
    edit(small_guide, "glossary.toml", "a spout.", "a spout: [boil](01-boil.md).")
    sentences = parse(load_project(small_guide)).sections[-1].sentences()
    targets = [
        mark.target for sentence in sentences for span in sentence.spans for mark in span.marks
    ]
    assert targets == ["#boil"]


@pytest.mark.parametrize("anchor", ["für-alle", "f%C3%BCr-alle"])
def test_an_anchor_in_any_letters_is_found(small_guide: Path, anchor: str) -> None:
    edit(small_guide, "02-brew.md", "## Steep", "## Für alle\n\nAll.\n\n## Steep")
    edit(small_guide, "01-boil.md", "02-brew.md#steep", f"02-brew.md#{anchor}")
    guide = parse(load_project(small_guide))
    ids = [block.id for block in guide.sections[1].blocks if block.text == "Für alle"]
    sentences = guide.sections[0].sentences()
    targets = [
        mark.target for sentence in sentences for span in sentence.spans for mark in span.marks
    ]
    assert f"#{ids[0]}" in targets


def test_epubcheck_accepts_every_address_that_passes(
    small_guide: Path, tmp_path: Path, epubcheck: Callable[[Path], list[str]]
) -> None:
    lines = "\n\n".join(f"Look [here](<{address}>)." for address in GOOD)
    edit(small_guide, "02-brew.md", "1. Pour.", f"{lines}\n\n1. Pour.")
    project = load_project(small_guide)
    locale = project.find_locale("en")
    guide = add_front_matter(parse(project), project, locale, ())
    (artifact,) = edition.build(guide, Narration((), ()), project, locale, tmp_path)
    assert epubcheck(tmp_path / artifact.path) == []
