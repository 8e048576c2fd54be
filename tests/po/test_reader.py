"""PO files are read byte for byte, and every error in one is reported."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.diagnostics.errors import CatalogError
from plainspoken.diagnostics.finding import Finding
from plainspoken.input_files import InputFiles
from plainspoken.po import parser
from plainspoken.po.model import Catalog, Entry
from plainspoken.po.parser import PoParser
from plainspoken.po.reader import parse_catalog, read_catalog
from plainspoken.po.writer import format_catalog, format_entry

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
GOOD = HEADER + '\nmsgid "dose"\nmsgstr "Tome 10 mg"\n'


def errors(raw: bytes | str) -> list[Finding]:
    with pytest.raises(CatalogError) as caught:
        parse_catalog(raw if isinstance(raw, bytes) else raw.encode(), "es.po")
    assert all(finding.hint and finding.file == "es.po" for finding in caught.value.findings)
    return list(caught.value.findings)


@pytest.mark.parametrize(
    ("raw", "line", "message"),
    [
        (GOOD.replace('10 mg"', "10 mg"), 5, 'the closing " is missing'),
        (GOOD.replace('"Tome', "Tome"), 5, 'the text does not begin with "'),
        (GOOD.replace("10 mg", '"10" mg'), 5, "something follows the text's closing \""),
        (GOOD + '\nmsgid "dose"\nmsgstr "x"\n', 8, "this message is defined a second time"),
        (GOOD + '\n#~ msgid "dose"\n#~ msgstr "x"\n', 8, "this message is defined a second time"),
        ("\ufeff" + GOOD, 1, "begins with a byte order mark"),
        (GOOD + "<<<<<<< HEAD\n", 6, "a mark of a merge that was not finished"),
        (GOOD + "=======\n", 6, "a mark of a merge that was not finished"),
        (GOOD + '\nmsgid "more"\n', 7, "the file ends in the middle of an entry"),
        (GOOD + "\n#: source/01-x.md:x.1\n#, fuzzy\n", 8, "the file ends in the middle"),
        (GOOD.replace("UTF-8", "ISO-8859-1"), 2, "says that it is written in ISO-8859-1"),
        (GOOD.replace("; charset=UTF-8", ""), 2, "does not name its charset"),
        (GOOD.replace("mg", "mg\\d"), 5, "`\\d` means nothing here"),
        (GOOD.replace("10 mg", "10\x00 mg"), 5, "there is a control character, U+0000"),
        (GOOD.replace("\n", "\r"), 1, "there is a control character, U+000D"),
        (GOOD.removeprefix(HEADER + "\n"), 1, "has no header"),
        ("", 1, "has no header"),
        (GOOD + "Tome 10 mg\n", 6, "this line is not part of a PO file"),
        (GOOD + '\n"Tome"\n', 7, "text stands here without msgid or msgstr"),
        (GOOD + '\nmsgid "a"\nmsgid "b"\nmsgstr ""\n', 8, "a second msgid in one entry"),
        (GOOD + '\nmsgstr "b"\n', 7, "msgstr without msgid"),
        (GOOD + '\n#~ msgid "a"\nmsgstr "b"\n', 8, "an entry is obsolete in part"),
        (
            GOOD.replace("8\\n", "8\\nPlural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"),
            2,
            "its Plural-Forms cannot be read",
        ),
        (
            GOOD.replace("8\\n", "8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n")
            + '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n',
            9,
            "there are 1 plural forms; the header says nplurals=2",
        ),
    ],
)
def test_a_fault_is_told_with_its_line(raw: str, line: int, message: str) -> None:
    found = errors(raw)
    assert found[0].line == line
    assert found[0].message.startswith(message)
    assert len(found) == 1


def test_all_faults_of_a_file_with_a_control_character_are_told() -> None:
    found = errors(GOOD.replace("10 mg", "10\x00 mg") + "Tome 10 mg\n")
    assert [(each.line, each.message) for each in found] == [
        (5, "there is a control character, U+0000"),
        (6, "this line is not part of a PO file"),
    ]


def test_another_charset_is_told_with_the_line_that_shows_it() -> None:
    text = GOOD.replace("UTF-8", "ISO-8859-1").replace("Tome", "Tómelo")
    (found,) = errors(text.encode("latin-1"))
    assert (found.line, found.message) == (5, "is written in ISO-8859-1, not UTF-8")


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        ('msgid "a"\nmsgstr[0] "b"\n', "msgstr[0] where msgstr should stand"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', "msgstr where msgstr[0] should stand"),
        (
            'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[2] "d"\n',
            "msgstr[0], msgstr[2] where msgstr[0], msgstr[1] should stand",
        ),
    ],
)
def test_plural_forms_stand_in_order_and_only_beside_a_plural(entry: str, what: str) -> None:
    (found,) = errors(f"{GOOD}\n{entry}")
    assert found.message == what


def test_a_template_may_leave_charset_and_plurals_to_be_filled_in() -> None:
    text = GOOD.replace("UTF-8", "CHARSET").replace(
        "CHARSET\\n", "CHARSET\\nPlural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"
    )
    assert len(errors(text)) == 2
    assert parse_catalog(text.encode(), "tea.pot", "template").entries[1].msgid == "dose"


def test_control_characters_are_for_programs_not_for_guides() -> None:
    text = GOOD.replace("Tome", "\\aTome\\v")
    assert errors(text)[0].message == "`\\a` means nothing here"
    catalog = parse_catalog(text.encode(), "es.po", "any")
    assert catalog.entries[1].msgstr == "\aTome\v 10 mg"
    again = format_catalog(replace(catalog, entries=(*catalog.entries[:1], again_written(catalog))))
    assert parse_catalog(again.encode(), "es.po", "any").entries[1].msgstr == "\aTome\v 10 mg"


def again_written(catalog: Catalog) -> Entry:
    return replace(catalog.entries[1], raw="")


def test_flags_that_gettext_plans_are_kept_and_heeded() -> None:
    text = GOOD.replace('msgid "dose"', '#= fuzzy, reviewed\n#, no-wrap\n#=== dose\nmsgid "dose"')
    catalog = parse_catalog(text.encode(), "es.po")
    entry = catalog.entries[1]
    assert (entry.workflow, entry.flags) == (("fuzzy", "reviewed"), ("no-wrap",))
    assert (entry.is_fuzzy, entry.is_usable, entry.comments) == (True, False, ("#=== dose",))
    assert "#, no-wrap\n#= fuzzy, reviewed\n" in format_entry(replace(entry, raw=""))


def test_the_name_of_a_file_may_have_spaces() -> None:
    text = GOOD.replace('msgid "dose"', '#: \u2068my tea.c\u2069:7 b.c:8\nmsgid "dose"')
    entry = parse_catalog(text.encode(), "es.po").entries[1]
    assert entry.references == ("\u2068my tea.c\u2069:7", "b.c:8")
    assert list(entry.iter_block_ids()) == []


def test_all_faults_are_told_together() -> None:
    text = GOOD.replace('mg"', "mg") + '>>>>>>> theirs\n\nmsgid "a\nmsgstr "\\q"\n'
    assert [finding.line for finding in errors(text)] == [5, 6, 8, 9]


CONFLICT = """<<<<<<< ours
{}||||||| base
msgstr "zero
=======
{}>>>>>>> theirs
"""


@pytest.mark.parametrize("style", ["diff3", "merge"])
def test_a_conflict_is_told_once_without_what_follows_from_it(style: str) -> None:
    date = CONFLICT.format('"Date: 1\\n"\n', '"Date: 2\\n"\n')
    entry = CONFLICT.format('msgstr "one"\n\nmsgid "a"\nmsgstr ""\n', 'msgstr "two"\n')
    text = HEADER + date + '"Last: x\\n"\n\nmsgid "dose"\n' + entry + '\nmsgid "a"\nmsgstr "b"\n'
    if style == "merge":
        text = text.replace('||||||| base\nmsgstr "zero\n', "")
    found = errors(text)
    begins = [n for n, line in enumerate(text.splitlines(), 1) if line.startswith("<")]
    assert [finding.line for finding in found] == begins
    assert {finding.message for finding in found} == {"a mark of a merge that was not finished"}
    assert [finding.line for finding in errors(text + "garbage\n")] == [
        *begins, text.count("\n") + 1,
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["missing", "lost link", "folder"])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "locales/es/LC_MESSAGES/guide.po"
    path.parent.mkdir(parents=True)
    if kind == "lost link":
        path.symlink_to(tmp_path / "nowhere")
    elif kind == "folder":
        path.mkdir()
    with pytest.raises(CatalogError) as caught:
        read_catalog(path, InputFiles(tmp_path))
    assert all(finding.hint for finding in caught.value.findings)


def test_everything_of_an_entry_is_read() -> None:
    text = (
        HEADER + "\n# by hand\n#. from the program\n#: a.md:a.1 b.md:b.2\n#, fuzzy, no-wrap\n"
        '#| msgctxt "old place"\n#| msgid "old"\nmsgctxt "place"\nmsgid ""\n"one "\n"two"\n'
        'msgstr "uno \\"dos\\"\\n"\n"tres\\\\"\n\n#~| msgid "before"\n#~ msgid "gone"\n'
        '#~ msgstr "ido"\n# the end\n'
    )
    catalog = parse_catalog(text.encode(), "es.po")
    assert format_catalog(catalog) == text
    entry, gone = catalog.entries[1:]
    assert (entry.msgid, entry.msgstr) == ("one two", 'uno "dos"\ntres\\')
    assert (entry.msgctxt, entry.previous_msgid, entry.previous_msgctxt) == (
        "place",
        "old",
        "old place",
    )
    assert (entry.comments, entry.extracted) == (("# by hand",), ("from the program",))
    assert entry.references == ("a.md:a.1", "b.md:b.2")
    assert entry.flags == ("fuzzy", "no-wrap")
    assert list(entry.iter_block_ids()) == ["a.1", "b.2"]
    assert (gone.obsolete, gone.previous_msgid, gone.msgstr) == (True, "before", "ido")
    assert catalog.tail == "# the end\n"


words = st.text(
    # Category Cn holds the non-characters, which no file may have.
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Cs"], include_characters="\n\t")
)
texts = st.builds(
    Entry,
    msgid=words.filter(bool),
    msgstrs=st.tuples(words),
    msgctxt=st.none() | words,
    previous_msgid=st.none() | words,
    flags=st.just(()) | st.just(("fuzzy",)),
    obsolete=st.booleans(),
)


@given(
    st.lists(texts, max_size=4, unique_by=lambda entry: entry.key), st.sampled_from(["\n", "\r\n"])
)
def test_what_is_written_is_read_back(entries: list[Entry], newline: str) -> None:
    header = Entry("", ("Content-Type: text/plain; charset=UTF-8\n",))
    text = format_catalog(Catalog("es.po", (header, *entries), newline=newline))
    again = parse_catalog(text.encode(), "es.po")
    fields = ("msgid", "msgstrs", "msgctxt", "previous_msgid", "flags", "obsolete")
    for one, other in zip(entries, again.entries[1:], strict=True):
        assert [getattr(one, name) for name in fields] == [getattr(other, name) for name in fields]
    assert format_catalog(again) == text


LINES = (
    'msgid "a"', 'msgid ""', 'msgid "b \\"q\\" \\n"', 'msgid\t"i"', 'msgid "j', 'msgctxt "t"',
    'msgid_plural "c"', 'msgstr "d"', 'msgstr ""', 'msgstr[0] "e"', 'msgstr[1] "f"', 'msgstr "k"l',
    'msgstr "\\z"', '"Content-Type: text/plain; charset=UTF-8\\n"', '"g"', '  "h"', "", "# m",
    "#. n", "#: o:p", "#, fuzzy", "#= fuzzy", '#| msgid "q"', '#~ msgid "r"', '#~ msgstr "s"',
    '#~| msgid "t"', "u",
)  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=14), st.booleans())
def test_a_text_that_is_read_at_once_is_read_as_line_by_line(
    some: list[str], has_end: bool
) -> None:
    text = "\n".join([HEADER, *some]) + "\n" * has_end
    at_once, by_line = PoParser("es.po"), PoParser("es.po")
    at_once.parse(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parser, "_TOKEN", parser._LINE)
        by_line.parse(text)
    assert (at_once.entries, at_once.tail) == (by_line.entries, by_line.tail)
    assert at_once.errors == by_line.errors
    if not at_once.errors:
        catalog = Catalog("es.po", tuple(at_once.entries), at_once.tail)
        assert format_catalog(catalog) == text


@given(st.binary())
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        parse_catalog(raw, "es.po")
    except CatalogError as error:
        assert error.findings


@given(st.integers(0, len(GOOD) - 1), st.sampled_from('"\\\n#~ m'))
def test_one_wrong_letter_never_shortens_a_dose_in_silence(place: int, letter: str) -> None:
    broken = GOOD[:place] + letter + GOOD[place + 1 :]
    try:
        catalog = parse_catalog(broken.encode(), "es.po")
    except CatalogError:
        return
    inside = GOOD.index("Tome 10 mg") <= place < GOOD.index("Tome 10 mg") + len("Tome 10 mg")
    dose = next((entry.msgstr for entry in catalog.entries if entry.msgid == "dose"), None)
    assert inside or dose in (None, "Tome 10 mg")


def test_a_file_that_is_no_po_file_is_not_read_to_its_end() -> None:
    found = errors(GOOD + "garbage\n" * 20_000)
    assert len(found) == 10_002
    assert any("reading stopped here" in finding.message for finding in found)
