"""XLIFF and CSV bring back what was exported, whatever its characters are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.catalogs.exchange import csv_format, units, xliff
from plainspoken.catalogs.exchange.import_units import import_units
from plainspoken.catalogs.exchange.units import Unit
from plainspoken.catalogs.review import Reviewer, sign_entry
from plainspoken.po.model import Catalog, Entry
from plainspoken.po.reader import parse_catalog
from plainspoken.po.writer import format_catalog

HEADER = Entry("", ("Content-Type: text/plain; charset=UTF-8\n",))
# What a PO file can hold: no control characters but \n, \t and \r, which it writes as escapes, and
# nothing that is no character.
letters = st.characters(exclude_categories=["Cc", "Cs", "Cn"], include_characters="\n\t\r")
texts = st.text(letters | st.sampled_from("=+-@'\"<>&,;\u2028ﷺ💊"), max_size=40)
in_notes = st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"])
notes = st.lists(st.text(in_notes, max_size=20), max_size=2)


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    keys = draw(
        st.lists(
            st.tuples(st.none() | st.just("") | texts, texts.filter(bool)), unique=True, max_size=6
        )
    )
    entries = []
    for context, msgid in keys:
        msgstr = draw(texts)
        fuzzy = bool(msgstr) and draw(st.booleans())
        entry = Entry(
            msgid,
            (msgstr,),
            context,
            extracted=tuple(draw(notes)),
            references=("source/01-a.md:a.1",),
            flags=("fuzzy",) if fuzzy else (),
            previous_msgid=draw(texts) if fuzzy else None,
        )
        role = draw(st.sampled_from(["", "translator", "second translator", "clinician"]))
        entries.append(
            sign_entry(entry, Reviewer("Ana", role)) if role and entry.is_usable else entry
        )
    return Catalog("locales/es/LC_MESSAGES/guide.po", (HEADER, *entries))


def as_sheet(sent: list[Unit]) -> tuple[Unit, ...]:
    return csv_format.read_csv(csv_format.write_csv(sent), "a.csv")


def as_xliff(sent: list[Unit]) -> tuple[Unit, ...]:
    raw = xliff.write_xliff(sent, "en", "es", "guide.po")
    return xliff.read_xliff(raw, "a.xlf", "en", "es")


FORMATS = pytest.mark.parametrize("through", [as_sheet, as_xliff])


@FORMATS
@given(catalog=catalogs())
def test_what_was_not_changed_changes_nothing(catalog: Catalog, through) -> None:  # type: ignore[no-untyped-def]
    sent = list(units.export_units(catalog))
    came = through(sent)
    assert [(unit.id, unit.source, unit.target, unit.state, unit.base) for unit in came] == [
        (unit.id, unit.source, unit.target, unit.state, unit.base) for unit in sent
    ]
    taken = import_units(catalog, came, "a")
    assert taken.catalog is catalog
    assert taken.skipped == ()


@FORMATS
@given(catalog=catalogs(), data=st.data())
def test_what_was_translated_comes_into_the_catalog_and_no_more(  # type: ignore[no-untyped-def]
    catalog: Catalog, data: st.DataObject, through
) -> None:
    read = parse_catalog(format_catalog(catalog).encode(), catalog.file)
    sent = list(units.export_units(read))
    wanted = texts.filter(str.strip).map(lambda text: text.replace("\r", ""))
    done = {
        unit.id: data.draw(wanted.filter(str.strip)) for unit in sent if data.draw(st.booleans())
    }
    back = [
        replace(unit, target=done[unit.id], state="translated") if unit.id in done else unit
        for unit in sent
    ]
    taken = import_units(read, through(back), "a")
    assert taken.skipped == ()
    again = parse_catalog(format_catalog(taken.catalog).encode(), catalog.file)
    before = {entry.key: entry for entry in read.iter_messages()}
    for entry in again.iter_messages():
        old = before[entry.key]
        name = units.compute_unit_id(entry.key)
        if name in done:
            assert (entry.msgstr, entry.is_fuzzy) == (done[name], False)
            assert entry.comments == old.comments
            assert entry.extracted == old.extracted
        else:
            assert entry.raw == old.raw


@given(st.text())
def test_a_guarded_cell_runs_nothing_and_comes_back(text: str) -> None:
    cell = csv_format.guard_formula(text)
    assert cell[:1] not in tuple("=+-@\t\r\n＝＋－＠")
    assert csv_format.remove_guard(cell) == text
