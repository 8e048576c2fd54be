"""What becomes of a message, whatever two people and a program have made of it on both sides."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from tests.approval import Approve

from plainspoken.catalogs.three_way_merge import merge_three, read_version
from plainspoken.diagnostics.errors import CatalogError
from plainspoken.po.model import Catalog
from plainspoken.po.reader import parse_catalog

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
STATES = {
    "none": "",
    "empty": 'msgid "x"\nmsgstr ""\n',
    "a": 'msgid "x"\nmsgstr "a"\n',
    "b": 'msgid "x"\nmsgstr "b"\n',
    "fuzzy a": '#, fuzzy\nmsgid "x"\nmsgstr "a"\n',
    "fuzzy b": '#, fuzzy\n#| msgid "w"\nmsgid "x"\nmsgstr "b"\n',
    "noted a": '# note\nmsgid "x"\nmsgstr "a"\n',
    "placed a": '#. here\n#: x:1\n#, c-format\nmsgid "x"\nmsgstr "a"\n',
    "moved b": '#. there\n#: x:2\nmsgid "x"\nmsgstr "b"\n',
    "old a": '#~ msgid "x"\n#~ msgstr "a"\n',
    "old b": '#~ msgid "x"\n#~ msgstr "b"\n',
}
"""All that a message may be in one version of a catalog."""
NAMES = {text: name for name, text in STATES.items()}


def read(body: str, head: str = HEAD) -> Catalog:
    return parse_catalog(f"{head}\n{body}".encode(), "x.po", "any")


def merge(base: Catalog | None, ours: Catalog, theirs: Catalog) -> str:
    """What stands below the header."""
    merged = merge_three(base, ours, theirs, "x.po")
    body = merged.text.split("\n\n", 1)[1] if "\n\n" in merged.text else ""
    assert body.count("<<<<<<< ours") == len(merged.conflicts)
    return body


def name(body: str) -> str:
    """The name of a state; else the lines."""
    if body.startswith("<<<<<<< ours\n"):
        ours, _, theirs = body.removeprefix("<<<<<<< ours\n").partition("=======\n")
        return (
            f"conflict of {name(ours)} and {name(theirs.removesuffix('>>>>>>> theirs' + chr(10)))}"
        )
    body = body.rstrip("\n") + "\n" if body else ""
    return NAMES.get(body) or " / ".join(body.splitlines())


def test_states(approve: Approve) -> None:
    versions = {state: read(text) for state, text in STATES.items()}
    date = '"POT-Creation-Date: 2026-01-31 10:00+0000\\n"\n'
    newer = {state: read(text, HEAD + date) for state, text in STATES.items()}
    lines = []
    for base, ours, theirs in product(STATES, repeat=3):
        usual = name(merge(versions[base], versions[ours], versions[theirs]))
        other = name(merge(versions[base], versions[ours], newer[theirs]))
        line = f"{base}: {ours} + {theirs} = {usual}"
        lines.append(line if usual == other else f"{line}; from a newer template {other}")
    for ours, theirs in product(STATES, repeat=2):
        lines.append(f"{ours} + {theirs} = {name(merge(None, versions[ours], versions[theirs]))}")
    approve("\n".join(lines))


def write(*msgids: str) -> str:
    return "\n".join(f'msgid "{msgid}"\nmsgstr "{msgid}"\n' for msgid in msgids)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "order"),
    [
        ("abc", "abc", "abc", "abc"), ("abc", "abxc", "abc", "abxc"),
        ("abc", "abc", "abxc", "abxc"),
        ("abc", "xabc", "abcy", "xabcy"), ("abc", "abxyc", "abzc", "abzxyc"),
        ("abc", "cba", "abc", "cba"),
        ("abc", "abc", "cba", "cba"), ("abc", "acb", "bac", "acb"), ("abc", "abc", "zabc", "zabc"),
        ("", "ab", "cd", "cdab"), ("ab", "ab", "axyb", "axyb"), ("abc", "ac", "abc", "ac"),
        ("abc", "abc", "ac", "ac"), ("abc", "cab", "abxc", "cabx"),
    ],
)  # fmt: skip
def test_messages_stand_in_the_order_of_the_side_that_moved_them(
    base: str, ours: str, theirs: str, order: str
) -> None:
    merged = merge(*(read(write(*side)) for side in (base, ours, theirs)))
    assert "".join(line[7] for line in merged.splitlines() if line.startswith("msgid")) == order


def test_obsolete_messages_stand_last() -> None:
    ours = read('#~ msgid "o"\n#~ msgstr "o"\n')
    assert merge(None, ours, read(write("a"))).startswith('msgid "a"')


def test_a_field_of_the_header_that_one_side_removed_stays_out() -> None:
    with_team = HEAD + '"Language-Team: Tea\\n"\n'
    base, ours, theirs = (read(write("a"), head) for head in (with_team, with_team, HEAD))
    for sides in ((ours, theirs), (theirs, ours)):
        assert merge_three(base, *sides, "x.po").text == f"{HEAD}\n{write('a')}"


def test_line_ends_are_ours() -> None:
    text = f"{HEAD}\n{write('a', 'b')}"
    theirs = parse_catalog(text.replace("\n", "\r\n").encode(), "x.po", "any")
    ours = read(write("a"))
    assert merge_three(ours, ours, theirs, "x.po").text == text
    longer = f"{HEAD}\n{write('a', 'b', 'c')}"
    merged = merge_three(theirs, theirs, read(write("a", "b", "c")), "x.po")
    assert merged.text == longer.replace("\n", "\r\n")


def test_comments_at_the_end_are_ours_or_else_theirs() -> None:
    plain, noted, other = (read(write("a") + tail) for tail in ("", "\n# end\n", "\n# fin\n"))
    assert merge(plain, plain, noted).endswith("\n# end\n")
    assert merge(plain, noted, other).endswith("\n# end\n")


FUZZY = '#, fuzzy\n#| msgid "w"\nmsgid "x"\nmsgstr "old"\n'


@pytest.mark.parametrize(
    ("ours", "theirs", "msgstr"),
    [
        (FUZZY, 'msgid "w"\nmsgstr "new"\n', "new"),
        ('msgid "w"\nmsgstr "new"\n', FUZZY, "new"),
        (FUZZY, 'msgid "w"\nmsgstr "old"\n', "old"),
        (FUZZY, 'msgid "w"\nmsgstr ""\n', "old"),
        (FUZZY, '#, fuzzy\nmsgid "w"\nmsgstr "new"\n', "old"),
        (FUZZY, 'msgid "v"\nmsgstr "new"\n', "old"),
        (FUZZY, "", "old"),
        (FUZZY.replace('"old"', '"own"'), 'msgid "w"\nmsgstr "new"\n', "own"),
        (FUZZY.replace("#, fuzzy\n", ""), 'msgid "w"\nmsgstr "new"\n', "old"),
        (FUZZY.replace('#| msgid "w"\n', ""), 'msgid "w"\nmsgstr "new"\n', "old"),
        (FUZZY.replace("#|", '#| msgctxt "c"\n#|'), 'msgid "w"\nmsgstr "new"\n', "old"),
    ],
)
def test_a_suggestion_takes_what_the_other_side_made_of_the_text_before_it(
    ours: str, theirs: str, msgstr: str
) -> None:
    base = read('msgid "w"\nmsgstr "old"\n')
    merged = merge(base, read(ours), read(theirs))
    assert f'msgid "x"\nmsgstr "{msgstr}"\n' in merged


def test_a_template_names_no_plural_forms_yet(tmp_path: Path) -> None:
    path = tmp_path / "version"
    fields = "Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;"
    path.write_text(f'{HEAD}"{fields}\\n"\n\n{write("a")}', "utf-8")
    assert len(read_version(path, "x.pot").entries) == 2
    with pytest.raises(CatalogError, match="Plural-Forms cannot be read"):
        read_version(path, "x.po")
    with pytest.raises(CatalogError, match=r"x\.po"):
        read_version(tmp_path / "none", "x.po")
