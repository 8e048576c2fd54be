"""When a text is split, joined or moved, each piece keeps what it can of its translation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plainspoken.catalogs.entry_merge import PART_NOTE, join_texts
from plainspoken.catalogs.merge import merge_catalog
from plainspoken.po.model import Catalog, Entry
from plainspoken.po.reader import parse_catalog
from plainspoken.po.writer import format_catalog

HEADER = Entry("", ("POT-Creation-Date: 2026\nContent-Type: text/plain; charset=UTF-8\n",))
WASH = "Wash your hands with soap before you eat."
ASK = "Ask everyone who visits you to do the same."
STAY = "Stay away from people who are ill."
LAVE = "Lávese las manos con jabón antes de comer."
PIDA = "Pida lo mismo a quienes le visitan."
SPANISH = {WASH: LAVE, ASK: PIDA, STAY: "No se acerque a personas enfermas."}
BOTH = f"{WASH} {ASK}"


def message(text: str) -> Entry:
    return Entry(text, extracted=("paragraph",), references=(f"source/01-a.md:a.{len(text):x}",))


def catalog(*pairs: tuple[str, str]) -> Catalog:
    entries = [replace(message(text), msgstrs=(translation,)) for text, translation in pairs]
    return Catalog("es.po", (HEADER, *entries))


def after(before: Catalog, *texts: str) -> dict[str, Entry]:
    """What becomes of the messages when the guide has these texts."""
    return {entry.msgid: entry for entry in merged(before, *texts).iter_messages()}


def merged(before: Catalog, *texts: str) -> Catalog:
    made = merge_catalog(before, [message(text) for text in texts], "2026").catalog
    return parse_catalog(format_catalog(made).encode(), "es.po")


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        (f"{WASH} {ASK}", (WASH, ASK)),
        (f"{WASH} {ASK} {STAY}", (WASH, ASK, STAY)),
        (f"{WASH} {ASK} {STAY}", (f"{WASH} {ASK}", STAY)),
        (f"{WASH} {ASK} {STAY}", (f"{WASH} {STAY}", ASK)),
        (f"{WASH} {ASK}", (ASK, "Something of which nobody wrote before: call us.", WASH)),
        (f"{WASH} {ASK}", (WASH, "Ask everybody who visits you to do the same.")),
    ],
    ids=["two", "three", "a long and a short", "its middle", "moved apart", "reworded too"],
)
def test_each_part_of_a_split_text_gets_the_whole_translation_and_says_so(
    whole: str, parts: tuple[str, ...]
) -> None:
    found = after(catalog((whole, "Todo.")), *parts)
    own = [entry for text, entry in found.items() if "nobody" not in text]
    assert {(entry.msgstr, entry.is_fuzzy, entry.previous_msgid) for entry in own} == {
        ("Todo.", True, whole)
    }
    assert all(entry.extracted == ("paragraph", PART_NOTE) for entry in own)
    assert all(not entry.is_translated for text, entry in found.items() if "nobody" in text)


SHORT = [("Wear gloves.", "Wear boots."), ("Wait a bit!", "Do not stir."), ("等三分钟。", "别搅。")]


@pytest.mark.parametrize("parts", [*SHORT, *(pair[::-1] for pair in SHORT)])
def test_short_sentences_are_split_and_joined_like_long_ones(parts: tuple[str, str]) -> None:
    whole = join_texts(parts)
    found = after(catalog((whole, "Todo.")), *parts)
    assert [(entry.msgstr, entry.is_fuzzy) for entry in found.values()] == [("Todo.", True)] * 2
    assert all(PART_NOTE in entry.extracted for entry in found.values())
    found = after(catalog((parts[0], "Uno."), (parts[1], "Dos.")), whole)
    assert (found[whole].msgstr, found[whole].is_fuzzy) == ("Uno. Dos.", True)


def test_a_short_text_that_only_stands_within_a_sentence_is_no_part_of_it() -> None:
    found = after(catalog(("Do not wear boots. Wait for us.", "Todo.")), "wear boots.", "Wait for")
    assert [entry.msgstr for entry in found.values()].count("Todo.") < 2


def test_the_note_stays_until_the_part_is_translated() -> None:
    before = merged(catalog((BOTH, "Todo.")), WASH, ASK)
    assert merge_catalog(before, [message(WASH), message(ASK)], "2026").catalog is before
    done = [
        entry if entry.msgid != WASH
        else replace(entry, msgstrs=(LAVE,), flags=(), previous_msgid=None, raw="")
        for entry in before.entries
    ]  # fmt: skip
    found = after(replace(before, entries=tuple(done)), WASH, ASK)
    assert PART_NOTE not in found[WASH].extracted
    assert PART_NOTE in found[ASK].extracted
    assert found[ASK].is_fuzzy


def test_the_note_comes_back_when_another_program_takes_it_away() -> None:
    before = merged(catalog((BOTH, "Todo.")), WASH, ASK)
    text = format_catalog(before).replace(f"#. {PART_NOTE}\n", "")
    found = after(parse_catalog(text.encode(), "es.po"), WASH, ASK)
    assert all(PART_NOTE in entry.extracted for entry in found.values())


def test_a_part_that_is_edited_again_keeps_note_and_first_text() -> None:
    before = merged(catalog((BOTH, "Todo.")), WASH, ASK)
    found = after(before, WASH, ASK.replace("the same", "that"))
    edited = found[ASK.replace("the same", "that")]
    assert (edited.previous_msgid, edited.msgstr) == (BOTH, "Todo.")
    assert PART_NOTE in edited.extracted


def test_a_split_that_is_taken_back_leaves_nothing_behind() -> None:
    before = merged(catalog((BOTH, "Todo.")), BOTH)
    again = merged(merged(before, WASH, ASK), BOTH)
    assert format_catalog(again) == format_catalog(before)


def test_a_text_that_grew_by_another_is_no_split() -> None:
    found = after(catalog((f"{WASH} {ASK}", "Todo.")), f"{WASH} {ASK.upper()}", f"{WASH} {ASK}!")
    assert [entry.is_fuzzy for entry in found.values()].count(True) == 1
    assert not any(PART_NOTE in entry.extracted for entry in found.values())


def test_a_text_cut_short_keeps_its_translation_and_needs_no_note() -> None:
    found = after(catalog((f"{WASH} {ASK} {STAY}", "Todo.")), WASH)
    assert (found[WASH].msgstr, found[WASH].previous_msgid) == ("Todo.", f"{WASH} {ASK} {STAY}")
    assert PART_NOTE not in found[WASH].extracted


@pytest.mark.parametrize("order", [(WASH, ASK), (ASK, WASH), (WASH, ASK, STAY), (STAY, WASH, ASK)])
def test_a_joined_text_gets_all_translations_and_previous_texts_in_its_order(
    order: tuple[str, ...],
) -> None:
    joined = " ".join(order)
    found = after(
        catalog(*SPANISH.items()), joined, *(text for text in SPANISH if text not in order)
    )
    assert found[joined].is_fuzzy
    assert found[joined].msgstr == " ".join(SPANISH[text] for text in order)
    assert found[joined].previous_msgid == joined


@pytest.mark.parametrize("order", [(WASH, ASK), (ASK, WASH), (STAY, WASH, ASK)])
@pytest.mark.parametrize("reworded", [WASH, ASK])
def test_translations_stand_in_the_order_of_a_joined_text_that_was_reworded(
    order: tuple[str, ...], reworded: str
) -> None:
    joined = " ".join(order).replace(
        reworded, reworded.replace("soap", "a soap").replace("who", "that")
    )
    found = after(catalog(*SPANISH.items()), joined)
    assert found[joined].msgstr == " ".join(SPANISH[text] for text in order)


def test_a_joined_text_takes_no_third_translation_that_reads_like_one_it_has() -> None:
    alike = ASK.replace("everyone", "everybody")
    found = after(catalog((WASH, LAVE), (ASK, PIDA), (alike, "Otra.")), BOTH)
    assert (found[BOTH].msgstr, found[BOTH].previous_msgid) == (f"{LAVE} {PIDA}", BOTH)


def test_a_short_text_joined_to_a_long_one_is_not_forgotten() -> None:
    long = f"{WASH} {ASK} {STAY}"
    short = "Call us when you have a fever."
    joined = f"{short} {long}"
    found = after(catalog((long, "Largo."), (short, "Llame.")), joined)
    assert (found[joined].msgstr, found[joined].previous_msgid) == ("Llame. Largo.", joined)


def test_a_text_that_grew_keeps_its_translation() -> None:
    longer = f"{WASH} Dry them with a clean towel that nobody else uses, or with paper. Wait."
    found = after(catalog((WASH, LAVE)), longer)
    assert (found[longer].is_fuzzy, found[longer].msgstr, found[longer].previous_msgid) == (
        True,
        LAVE,
        WASH,
    )


def test_texts_without_spaces_are_joined_without_one() -> None:
    one, other = (
        "食事の前に石けんで手を洗ってください。",
        "家に来る人にも手を洗ってもらってください。",
    )
    found = after(catalog((one, "饭前用肥皂洗手。"), (other, "请来访者也洗手。")), one + other)
    assert found[one + other].msgstr == "饭前用肥皂洗手。请来访者也洗手。"
    assert found[one + other].previous_msgid == one + other


def test_a_join_that_is_taken_back_leaves_nothing_behind() -> None:
    before = merged(catalog((WASH, LAVE), (ASK, PIDA)), WASH, ASK)
    joined = merged(before, f"{WASH} {ASK}")
    again = merged(joined, WASH, ASK)
    assert format_catalog(again) == format_catalog(before)
    assert not any(entry.is_fuzzy for entry in again.entries)


def test_a_joined_translation_that_was_worked_on_is_kept_when_the_join_is_taken_back() -> None:
    joined = merged(catalog((WASH, LAVE), (ASK, PIDA)), BOTH)
    entries = [
        replace(entry, msgstrs=("Lávese y pida.",), raw="") if entry.msgid == BOTH else entry
        for entry in joined.entries
    ]
    again = merged(replace(joined, entries=tuple(entries)), WASH, ASK)
    assert "Lávese y pida." in {entry.msgstr for entry in again.iter_obsolete()}


def test_comments_and_flags_go_with_both_halves() -> None:
    (header, entry) = catalog((BOTH, "Todo.")).entries
    entry = replace(entry, comments=("# with the nurse",), flags=("needs-work",))
    found = after(Catalog("es.po", (header, entry)), WASH, ASK)
    for received in found.values():
        assert received.comments == ("# with the nurse",)
        assert set(received.flags) == {"fuzzy", "needs-work"}
