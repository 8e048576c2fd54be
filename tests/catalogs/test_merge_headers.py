"""Of two headers one is made that fits both: of each field what is newer."""

from __future__ import annotations

import pytest

from plainspoken.catalogs.catalog_header import set_field, update_header
from plainspoken.catalogs.merge_headers import is_newer_template, merge_headers
from plainspoken.po.model import Entry
from plainspoken.po.reader import parse_catalog

MORNING, NOON = "2026-01-31 08:00+0000", "2026-01-31 12:00+0000"


def header(*fields: str, comments: tuple[str, ...] = ()) -> Entry:
    return Entry("", ("".join(f"{field}\n" for field in fields),), comments=comments)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("A: 1", "A: 1", "A: 1", "A: 1"),
        ("A: 1", "A: 2", "A: 1", "A: 2"),
        ("A: 1", "A: 1", "A: 2", "A: 2"),
        ("A: 1", "A: 2", "A: 2", "A: 2"),
        ("A: 1", "A: 2", "A: 3", "A: 2"),
        ("A: 1", "A: 1", "", ""),
        ("A: 1", "", "A: 1", ""),
        ("", "A: 1", "B: 2", "A: 1|B: 2"),
        ("A: 1", f"A: 2|PO-Revision-Date: {MORNING}", f"A: 3|PO-Revision-Date: {NOON}",
         f"A: 3|PO-Revision-Date: {NOON}"),
        ("A: 1", f"A: 2|PO-Revision-Date: {NOON}", f"A: 3|PO-Revision-Date: {MORNING}",
         f"A: 2|PO-Revision-Date: {NOON}"),
        ("A: 1", f"A: 2|PO-Revision-Date: {NOON}", f"A: 3|PO-Revision-Date: {NOON}",
         f"A: 2|PO-Revision-Date: {NOON}"),
        ("", f"POT-Creation-Date: {MORNING}|PO-Revision-Date: {NOON}",
         f"POT-Creation-Date: {NOON}|PO-Revision-Date: {MORNING}",
         f"POT-Creation-Date: {NOON}|PO-Revision-Date: {NOON}"),
        (f"A: 1|PO-Revision-Date: {MORNING}", f"A: 2|PO-Revision-Date: {MORNING}",
         f"A: 1|PO-Revision-Date: {NOON}", f"A: 2|PO-Revision-Date: {NOON}"),
        ("", f"PO-Revision-Date: {MORNING}", "PO-Revision-Date: soon",
         f"PO-Revision-Date: {MORNING}"),
        ("", "PO-Revision-Date: soon", f"PO-Revision-Date: {MORNING}",
         f"PO-Revision-Date: {MORNING}"),
    ],
)  # fmt: skip
def test_a_field_is_that_of_the_side_that_changed_it_else_of_the_later_revision(
    base: str, ours: str, theirs: str, merged: str
) -> None:
    sides = [header(*filter(None, side.split("|"))) for side in (base, ours, theirs)]
    assert merge_headers(*sides).msgstr.splitlines() == merged.split("|" if merged else None)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2026-01-31 10:00+0000", "2026-01-31 10:01+0000"),
        ("2026-01-31 10:00+0000", "2026-02-01 09:00+0000"),
        ("2026-01-31 10:00+0100", "2026-01-31 09:30+0000"),
        ("2026-01-31 10:00+0000", "2026-01-31 10:00-0030"),
        ("2026-01-31 10:00+0530", "2026-01-31 04:31Z"),
        ("2026-01-31 04:29", "2026-01-31 10:00+0530"),
        ("2026-01-31T9:59:00+0000", "2026-01-31 10:00:00 +0000"),
        ("YEAR-MO-DA HO:MI+ZONE", "2026-01-31 00:00+0000"),
        ("", "2026-01-31 00:00+0000"),
    ],
)
def test_of_two_templates_the_later_is_newer_in_whatever_zone(earlier: str, later: str) -> None:
    first, second = (header(f"POT-Creation-Date: {date}") for date in (earlier, later))
    assert is_newer_template(second, first)
    assert not is_newer_template(first, second)
    assert not is_newer_template(first, first)


def test_comments_of_both_stay_but_for_those_that_one_removed() -> None:
    base = header("A: 1", comments=("# all", "# ours goes", "# theirs goes"))
    ours = header("A: 1", comments=("# all", "# theirs goes", "# we"))
    theirs = header("A: 1", comments=("# all", "# ours goes", "# they"))
    assert merge_headers(base, ours, theirs).comments == ("# all", "# we", "# they")
    assert merge_headers(None, ours, theirs).comments == (
        "# all", "# theirs goes", "# we", "# ours goes", "# they",
    )  # fmt: skip


def test_a_header_that_is_as_one_side_has_it_is_that_of_this_side_byte_for_byte() -> None:
    text = 'msgid ""\nmsgstr ""\n"A: VALUE\\n"\n"B: 1"\n"\\n"\n'
    base, ours, theirs = (
        parse_catalog(text.replace("VALUE", value).encode(), "x.po", "any") for value in "112"
    )  # fmt: skip
    assert merge_headers(base.header, ours.header, theirs.header) is theirs.header
    assert merge_headers(base.header, theirs.header, ours.header) is theirs.header
    assert merge_headers(base.header, ours.header, base.header) is ours.header


def rewrite(text: str, name: str, value: str | None) -> str:
    """The header of a file after a field was set; `anew` where no line of it stayed."""
    entry = parse_catalog(text.encode(), "x.po", "template").header
    changed = set_field(entry, name, value)
    assert changed.raw or changed.msgstr != entry.msgstr
    return changed.raw or f"anew {changed.msgstr!r}"


HEAD = 'msgid ""\nmsgstr ""\n"A: 1\\n"\n"POT-Creation-Date: x\\n"\n'


@pytest.mark.parametrize(
    ("text", "name", "value", "after"),
    [
        (HEAD, "A", "1", HEAD),
        (HEAD, "A", "2", HEAD.replace("A: 1", "A: 2")),
        (HEAD, "A", None, "anew 'POT-Creation-Date: x\\n'"),
        (HEAD, "B", "2", HEAD + '"B: 2\\n"\n'),
        (HEAD, "Report-Msgid-Bugs-To", "me",
         HEAD.replace('"POT', '"Report-Msgid-Bugs-To: me\\n"\n"POT')),
        (HEAD.replace("POT-Creation-Date", "C"), "Report-Msgid-Bugs-To", "me",
         HEAD.replace("POT-Creation-Date", "C") + '"Report-Msgid-Bugs-To: me\\n"\n'),
        (HEAD.replace('"A: 1\\n"', '"A:"\n" 1"\n"\\n"'), "A", "2",
         HEAD.replace('"A: 1\\n"', '"A: 2"\n"\\n"')),
        (HEAD, "A", 'a "b"', "anew 'A: a \"b\"\\nPOT-Creation-Date: x\\n'"),
        (HEAD, "A", "é", "anew 'A: é\\nPOT-Creation-Date: x\\n'"),
        (HEAD, "B", "é", "anew 'A: 1\\nPOT-Creation-Date: x\\nB: é\\n'"),
        (HEAD, "A", "x" * 72, HEAD.replace("A: 1", "A: " + "x" * 72)),
        (HEAD, "A", "x" * 73, f"anew 'A: {'x' * 73}\\nPOT-Creation-Date: x\\n'"),
        ('msgid ""\nmsgstr "A: 1"\n', "B", "2", "anew 'A: 1\\nB: 2\\n'"),
        ('msgid ""\nmsgstr "A: 1\\n"\n', "B", "2", 'msgid ""\nmsgstr "A: 1\\n"\n"B: 2\\n"\n'),
        ('msgid ""\r\nmsgstr "A: 1\\n"\r\n', "B", "2",
         'msgid ""\r\nmsgstr "A: 1\\n"\r\n"B: 2\\n"\r\n'),
        ('msgid ""\nmsgstr ""\n', "B", "2", 'msgid ""\nmsgstr ""\n"B: 2\\n"\n'),
    ],
)  # fmt: skip
def test_a_field_is_set_and_every_other_byte_stays_where_it_can(
    text: str, name: str, value: str | None, after: str
) -> None:
    assert rewrite(text, name, value) == after


def test_a_template_gives_its_date_and_its_address_where_they_say_something() -> None:
    entry = parse_catalog(HEAD.encode(), "x.po", "template").header
    fields = {"POT-Creation-Date": "y", "Report-Msgid-Bugs-To": "", "A": "3"}
    assert update_header(entry, fields).msgstr == "A: 1\nPOT-Creation-Date: y\n"
    assert update_header(entry, {"POT-Creation-Date": "y\x07"}) is entry
    assert update_header(entry, {}) is entry
