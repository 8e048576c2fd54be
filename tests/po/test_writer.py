"""Entries are written as msgcat writes them, to the last column."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.po.model import Catalog, Entry
from plainspoken.po.reader import parse_catalog
from plainspoken.po.writer import (
    format_catalog,
    format_entry,
    is_wrapped,
    number_lines,
    replace_notes,
)

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


@pytest.mark.parametrize(
    ("lengths", "lines"),
    [
        ([37, 38], [79]), ([37, 39], [40, 42]), ([10, 10, 10], [35]), ([90, 2], [93, 5]),
        ([2, 90], [5, 93]), ([], []),
    ],
)  # fmt: skip
def test_references_fill_a_line_to_its_last_column(lengths: list[int], lines: list[int]) -> None:
    references = tuple("x" * length for length in lengths)
    text = format_entry(Entry("a", ("b",), references=references))
    assert [len(line) for line in text.splitlines() if line.startswith("#:")] == lines


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        (Entry("a", ("b",)), 'msgid "a"\nmsgstr "b"\n'),
        (Entry("a", ("b",), obsolete=True, extracted=("x",), references=("y",)),
         '#~ msgid "a"\n#~ msgstr "b"\n'),
        (Entry("a", ("b",), extracted=("x", ""), comments=("# n",), flags=("f", "g"),
               workflow=("w",)),
         '# n\n#. x\n#.\n#, f, g\n#= w\nmsgid "a"\nmsgstr "b"\n'),
        (Entry("a", ("b", "c"), "x", "as", previous_msgid="p", previous_msgctxt="q",
               previous_msgid_plural="r"),
         '#| msgctxt "q"\n#| msgid "p"\n#| msgid_plural "r"\nmsgctxt "x"\nmsgid "a"\n'
         'msgid_plural "as"\nmsgstr[0] "b"\nmsgstr[1] "c"\n'),
        (Entry("a", ("b",), previous_msgid="p", obsolete=True),
         '#~| msgid "p"\n#~ msgid "a"\n#~ msgstr "b"\n'),
        (Entry("a", ("b", "c")), 'msgid "a"\nmsgstr "b"\n'),
        (Entry("w " * 40, ("b",), flags=("no-wrap",)),
         f'#, no-wrap\nmsgid "{"w " * 40}"\nmsgstr "b"\n'),
        (Entry("x" * 71, ("b",)), f'msgid "{"x" * 71}"\nmsgstr "b"\n'),
        (Entry("x " * 35 + "y", ("b",)), f'msgid "{"x " * 35}y"\nmsgstr "b"\n'),
        (Entry("x " * 36, ("b",)), f'msgid ""\n"{"x " * 36}"\nmsgstr "b"\n'),
    ],
)  # fmt: skip
def test_an_entry_has_its_lines_in_their_order(entry: Entry, text: str) -> None:
    assert format_entry(entry) == text


def test_line_ends_and_the_width_are_those_that_are_asked_for() -> None:
    entry = Entry("w " * 40, ("b",))
    assert format_entry(entry, "\r\n", is_wrapped=False) == f'msgid "{"w " * 40}"\r\nmsgstr "b"\r\n'
    assert format_entry(entry).count("\n") == 4


@pytest.mark.parametrize(
    ("bodies", "wrapped"),
    [
        ([], True),
        (['msgid "a"\nmsgstr "b"\n'], True),
        ([f'msgid "{"w " * 60}"\nmsgstr ""\n'], False),
        ([f'msgid ""\n"{"w " * 30}"\n"{"w " * 30}"\nmsgstr ""\n'], True),
        ([f'msgid ""\n"{"w " * 30}"\n"{"w " * 30}"\nmsgstr "{"v " * 60}"\n'], True),
        ([f'msgid "{"w " * 60}"\nmsgstr "{"v " * 60}"\n'] * 2, False),
        ([f'msgid "{"w" * 90}"\nmsgstr ""\n'], True),
        ([f'#, no-wrap\nmsgid "{"w " * 60}"\nmsgstr ""\n'], True),
        ([f'#~ msgid "{"w " * 60}"\n#~ msgstr ""\n'], False),
    ],
)
def test_a_file_is_wrapped_unless_more_of_its_long_lines_are_whole(
    bodies: list[str], wrapped: bool
) -> None:
    entries = [
        parse_catalog(f"{HEAD}\n{body}".encode(), "x.po", "any").entries[1] for body in bodies
    ]
    assert is_wrapped(entries) == wrapped


def note(text: str, **notes: tuple[str, ...]) -> str:
    entry = parse_catalog(f"{HEAD}\n{text}".encode(), "x.po", "any").entries[1]
    kept = {"extracted": entry.extracted, "references": entry.references, "flags": entry.flags}
    return replace_notes(entry, **{**kept, **notes}).raw


FULL = '# n\n#. e\n#: r\n#, f\n#| msgid "p"\nmsgid  "a"\nmsgstr "b"\n'


@pytest.mark.parametrize(
    ("text", "notes", "after"),
    [
        (FULL, {}, FULL),
        (FULL, {"extracted": ("x", "y")}, FULL.replace("#. e", "#. x\n#. y")),
        (FULL, {"extracted": ()}, FULL.replace("#. e\n", "")),
        (FULL, {"references": ("s",)}, FULL.replace("#: r", "#: s")),
        (FULL, {"flags": ("g", "h")}, FULL.replace("#, f", "#, g, h")),
        (FULL, {"flags": ()}, FULL.replace("#, f\n", "")),
        ('msgid  "a"\nmsgstr "b"\n', {"references": ("s",)}, '#: s\nmsgid  "a"\nmsgstr "b"\n'),
        ('# n\r\nmsgid  "a"\r\nmsgstr "b"\r\n', {"flags": ("g",)},
         '# n\r\n#, g\r\nmsgid  "a"\r\nmsgstr "b"\r\n'),
        ('#= w\nmsgid  "a"\nmsgstr "b"\n', {"flags": ("g",)},
         '#, g\n#= w\nmsgid  "a"\nmsgstr "b"\n'),
        ('#~ msgid  "a"\n#~ msgstr "b"\n', {"flags": ("g",)},
         '#, g\n#~ msgid  "a"\n#~ msgstr "b"\n'),
    ],
)  # fmt: skip
def test_other_notes_leave_every_other_byte(
    text: str, notes: dict[str, tuple[str, ...]], after: str
) -> None:
    assert note(text, **notes) == after


@pytest.mark.parametrize(
    "text",
    [
        f'{HEAD}\nmsgid "a"\nmsgstr "b"\n', f'{HEAD}\nmsgid "a"\nmsgstr "b"\n\n\n',
        f'{HEAD}\nmsgid "a"\nmsgstr "b"', f'{HEAD}\nmsgid "a"\nmsgstr "b"\n\n# end\n',
        f'{HEAD}\n\n\nmsgid "a"\nmsgstr "b"\n', f'{HEAD}msgid "a"\nmsgstr "b"\n',
    ],
)  # fmt: skip
def test_a_file_that_is_not_changed_is_written_as_it_was(text: str) -> None:
    assert format_catalog(parse_catalog(text.encode(), "x.po", "any")) == text


def test_a_new_entry_has_a_blank_line_before_it_and_none_at_the_end() -> None:
    catalog = parse_catalog(f'{HEAD}\nmsgid "a"\nmsgstr "b"'.encode(), "x.po", "any")
    grown = replace(catalog, entries=(*catalog.entries, Entry("c", ("d",))))
    assert format_catalog(grown) == f'{HEAD}\nmsgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d"\n'


BODIES = [
    FULL, '#, fuzzy\n#| msgid "msgstr"\nmsgid "b"\nmsgstr ""\n"msgstr\\n"\n"x"\n',
    '# msgstr\n\n  msgid "c"\n\tmsgstr "d"\n', '#~ msgid "d"\n#~ msgstr "e"\n',
    '  #~msgid "e"\n  #~msgstr "f"\n', 'msgid "f"\nmsgid_plural "g"\nmsgstr[0] "h"\nmsgstr[1] ""\n',
]  # fmt: skip
NEW = [
    Entry("n", ("o",)), Entry("o", ("p " * 90,), comments=("# msgstr",), previous_msgid="q\n" * 3),
    Entry("p", ("", "q"), msgid_plural="r"), Entry("q", ("r",), obsolete=True, previous_msgid="s"),
]  # fmt: skip


@given(
    bodies=st.permutations(BODIES),
    new=st.lists(
        st.tuples(st.integers(1, 7), st.sampled_from(NEW)), unique_by=lambda pair: pair[1].msgid
    ),
    gaps=st.lists(st.sampled_from(["", "\n", "\n\n"]), min_size=7, max_size=7),
    newline=st.sampled_from(["\n", "\r\n"]),
    tail=st.sampled_from(["", "\n", "\n# end\n"]),
)
def test_lines_are_numbered_as_they_are_read_from_the_file_that_is_written(
    bodies: list[str], new: list[tuple[int, Entry]], gaps: list[str], newline: str, tail: str
) -> None:
    head = HEAD.replace("UTF-8", 'UTF-8\\n"\n"Plural-Forms: nplurals=2; plural=n != 1;')
    parts = [text for pair in zip([head, *bodies], gaps, strict=True) for text in pair]
    text = ("".join(parts).rstrip("\n") + "\n" + tail).replace("\n", newline)
    catalog = parse_catalog(text.encode(), "x.po")
    entries = [*catalog.entries]
    for place, entry in new:
        entries.insert(place, entry)
    written = Catalog("x.po", tuple(entries), catalog.tail, catalog.newline)
    read = parse_catalog(format_catalog(written).encode(), "x.po", "any")
    assert [(entry.msgid, entry.line) for entry in number_lines(written).entries] == [
        (entry.msgid, entry.line) for entry in read.entries
    ]
