"""Catalogs follow a guide that changes: nothing that a person wrote is lost."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plainspoken.catalogs.merge import merge_catalog
from plainspoken.po.model import Catalog, Entry
from plainspoken.po.reader import parse_catalog
from plainspoken.po.writer import format_catalog

from .conftest import Folder


def entry(catalog: Catalog, msgid: str) -> Entry:
    return next(entry for entry in catalog.entries if entry.msgid == msgid)


def test_an_edited_sentence_makes_one_message_fuzzy_with_its_previous_text(folder: Folder) -> None:
    folder.edit("01-boil.md", "Steam burns.", "Steam burns your skin.")
    catalog = folder.update()
    (fuzzy,) = [entry for entry in catalog.iter_messages() if entry.is_fuzzy]
    assert fuzzy.msgid == "Steam burns your skin. Call {help-phone} if you get hurt."
    assert fuzzy.previous_msgid == "Steam burns. Call {help-phone} if you get hurt."
    assert fuzzy.msgstr == "El vapor quema. Llame a {help-phone} si se lastima."


def test_an_edit_leaves_every_other_line_as_it_was(folder: Folder) -> None:
    before = folder.po.read_text("utf-8").strip().split("\n\n")
    folder.edit("01-boil.md", "Steam burns.", "Steam burns your skin.")
    folder.update()
    after = folder.po.read_text("utf-8").strip().split("\n\n")
    (changed,) = [item for item in before if item not in after]
    assert 'msgid "Steam burns.' in changed


def test_updating_twice_changes_nothing(folder: Folder) -> None:
    folder.edit("01-boil.md", "Steam burns.", "Steam burns your skin.")
    folder.edit("02-brew.md", "1. Pour.\n", "")
    folder.update()
    files = {path: path.stat().st_mtime_ns for path in (folder.po, folder.pot)}
    folder.update()
    assert {path: path.stat().st_mtime_ns for path in files} == files


def test_an_edit_that_is_taken_back_takes_the_fuzzy_mark_back(folder: Folder) -> None:
    folder.update()
    before = folder.po.read_bytes()
    folder.edit("01-boil.md", "Steam burns.", "Steam burns your skin.")
    folder.update()
    folder.edit("01-boil.md", "your skin.", "your arms.")
    folder.update()
    folder.edit("01-boil.md", "Steam burns your arms.", "Steam burns.")
    catalog = folder.update()
    assert not any(entry.is_fuzzy for entry in catalog.entries)
    assert folder.po.read_bytes() == before


def test_a_restored_sentence_gets_its_old_translation_back(folder: Folder) -> None:
    folder.edit_po('msgid "Pour."', '# gently\nmsgid "Pour."')
    folder.edit("02-brew.md", "1. Pour.\n2.", "1.")
    gone = entry(folder.update(), "Pour.")
    assert (gone.obsolete, gone.msgstr, gone.comments) == (True, "Vierta.", ("# gently",))
    folder.edit("02-brew.md", "1. Wait", "1. Pour.\n2. Wait")
    back = entry(folder.update(), "Pour.")
    assert (back.obsolete, back.is_fuzzy, back.msgstr) == (False, False, "Vierta.")
    assert back.comments == ("# gently",)
    assert folder.po.read_text("utf-8").count("Vierta.") == 1


def test_a_message_that_is_edited_twice_keeps_the_text_that_was_translated(folder: Folder) -> None:
    folder.edit("01-boil.md", "Steam burns.", "Steam burns your skin.")
    folder.update()
    folder.edit("01-boil.md", "your skin.", "your arms.")
    (fuzzy,) = [entry for entry in folder.update().iter_messages() if entry.is_fuzzy]
    assert fuzzy.previous_msgid == "Steam burns. Call {help-phone} if you get hurt."


def test_a_definition_written_anew_keeps_its_translation_at_hand(folder: Folder) -> None:
    folder.edit("glossary.toml", "A pot that boils water. It has a spout.", "For tea.")
    fuzzy = entry(folder.update(), "For tea.")
    assert fuzzy.is_fuzzy
    assert fuzzy.msgstr == "Una olla que hierve agua. Tiene un pico."


def test_a_sentence_unlike_any_other_begins_untranslated(folder: Folder) -> None:
    folder.edit("01-boil.md", "- One cup", "- Warm your hands slowly")
    catalog = folder.update()
    assert entry(catalog, "Warm your hands slowly").msgstr == ""
    assert entry(catalog, "One cup").obsolete


def test_entries_follow_the_order_of_the_guide(folder: Folder) -> None:
    folder.edit("01-boil.md", "- One cup\n- Two cups", "- Two cups\n- One cup")
    texts = [entry.msgid for entry in folder.update().iter_messages()]
    assert texts.index("Two cups") + 1 == texts.index("One cup")


def test_a_moved_heading_touches_only_the_notes_below_it(folder: Folder) -> None:
    folder.edit_po('msgid "Pour."\nmsgstr "Vierta."', 'msgid ""\n"Pour."\nmsgstr "" \n"Vierta."')
    folder.edit("02-brew.md", "## Steep", "## Let it steep")
    folder.edit("01-boil.md", "#steep", "#let-it-steep")
    folder.update()
    text = folder.po.read_text("utf-8")
    assert "#. list item, in: Brew > Let it steep\n" in text
    assert 'msgid ""\n"Pour."\nmsgstr "" \n"Vierta."' in text


def test_the_headers_of_other_programs_stay(folder: Folder) -> None:
    folder.edit_po('"Plural-Forms', '"X-Generator: Poedit 3.4\\n"\n"Plural-Forms')
    folder.edit_po('"Last-Translator: \\n"', '"Last-Translator: Ana <ana@example.org>\\n"')
    folder.edit("01-boil.md", "Steam burns.", "Steam burns your skin.")
    folder.update()
    text = folder.po.read_text("utf-8")
    assert '"X-Generator: Poedit 3.4\\n"\n"Plural-Forms' in text
    assert "Ana <ana@example.org>" in text


def message(text: str, block: str, context: str | None = None) -> Entry:
    references = (f"source/01-a.md:{block}",)
    return Entry(text, msgctxt=context, extracted=("paragraph",), references=references)


HEADER = Entry("", ("POT-Creation-Date: 2026\nContent-Type: text/plain; charset=UTF-8\n",))
VOCABULARY = (
    "Take",
    "the",
    "pills",
    "with",
    "water",
    "twice",
    "a",
    "day.",
    "Call",
    "us.",
    "5",
    "mg",
)
sentences = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=9).map(" ".join)
guides = st.lists(
    st.tuples(sentences, st.sampled_from(("a.1", "a.2", "a.3")), st.sampled_from((None, "term"))),
    max_size=7,
    unique_by=lambda value: (value[2], value[0]),
)


def read_back(catalog: Catalog) -> Catalog:
    return parse_catalog(format_catalog(catalog).encode(), catalog.file)


def written(catalog: Catalog) -> tuple[set[str], set[str], set[str]]:
    """What people put into a catalog: translations, comments, flags."""
    entries = catalog.entries[1:]
    return (
        {text for entry in entries for text in entry.msgstrs if text},
        {comment for entry in entries for comment in entry.comments},
        {flag for entry in entries for flag in entry.flags if flag != "fuzzy"},
    )


def worked_on(catalog: Catalog, steps: Sequence[int], round_: int) -> Catalog:
    """A translator's visit: some messages get a translation, a comment or a flag."""
    entries = list(catalog.entries)
    for number, place in enumerate(steps):
        at = 1 + place % max(len(entries) - 1, 1)
        if at >= len(entries) or entries[at].obsolete:
            continue
        old = entries[at]
        entries[at] = Entry(
            old.msgid,
            (f"t{round_}.{number}",),
            msgctxt=old.msgctxt,
            comments=(*old.comments, f"# c{round_}.{number}"),
            extracted=old.extracted,
            references=old.references,
            flags=(f"flag{round_}-{number}", *(flag for flag in old.flags if flag != "fuzzy")),
        )
    return read_back(Catalog(catalog.file, tuple(entries)))


@given(
    st.lists(st.tuples(guides, st.lists(st.integers(0, 20), max_size=4)), min_size=1, max_size=6)
)
def test_no_translation_comment_or_flag_is_ever_lost(
    rounds: list[tuple[list[tuple[str, str, str | None]], list[int]]],
) -> None:
    catalog = read_back(Catalog("es.po", (HEADER,)))
    for number, (guide, steps) in enumerate(rounds):
        messages = [message(text, block, context) for text, block, context in guide]
        before = written(catalog)
        catalog = read_back(merge_catalog(catalog, messages, "2026").catalog)
        after = written(catalog)
        assert all(old <= new for old, new in zip(before, after, strict=True))
        assert [entry.key for entry in catalog.iter_messages()] == [entry.key for entry in messages]
        assert merge_catalog(catalog, messages, "2026").catalog == catalog
        catalog = worked_on(catalog, steps, number)


@example(
    first=[("Take", "a.2", None), ("Take Take Take the the", "a.1", None)],
    second=[("Take Take Take Take the", "a.2", None)],
)
@given(guides, guides)
def test_a_translation_stands_unmarked_only_beside_the_text_it_was_made_for(
    first: list[tuple[str, str, str | None]], second: list[tuple[str, str, str | None]]
) -> None:
    catalog = merge_catalog(
        Catalog("es.po", (HEADER,)), [message(*args) for args in first], "2026"
    ).catalog
    translated = tuple(
        Entry(entry.msgid, (f"<{entry.msgid}>",), entry.msgctxt, references=entry.references)
        for entry in catalog.iter_messages()
    )
    moved = Catalog("es.po", (HEADER, *translated))
    for guide in (second, first):
        moved = read_back(merge_catalog(moved, [message(*args) for args in guide], "2026").catalog)
        for entry in moved.iter_messages():
            assert not entry.msgstr or entry.is_fuzzy or entry.msgstr == f"<{entry.msgid}>"
            # Of two that were joined to one, the translations stand one after the other.
            old = entry.msgstr[1:-1].replace("> <", " ")
            assert not entry.is_fuzzy or entry.previous_msgid == old
    assert not any(entry.is_fuzzy for entry in moved.iter_messages())
    assert all(entry.msgstr for entry in moved.iter_messages())


def translated(text: str, translation: str, **more: Any) -> Entry:
    return replace(message(text, "a.1"), msgstrs=(translation,), **more)


def merged(before: Sequence[Entry], after: Sequence[Entry], header: Entry = HEADER) -> Catalog:
    return read_back(merge_catalog(Catalog("es.po", (header, *before)), after, "2027").catalog)


def test_of_texts_that_read_alike_each_gets_the_translation_of_the_most_alike() -> None:
    before = [
        translated("Take two pills with water.", "Tome dos.", references=()),
        translated("Take two pills with milk.", "Tome leche.", references=()),
    ]
    after = [
        message("Take two pills with warm milk.", "b.1"),
        message("Take two pills with warm water.", "b.2"),
    ]
    assert [entry.msgstr for entry in merged(before, after).iter_messages()] == [
        "Tome leche.",
        "Tome dos.",
    ]


def test_a_translation_helps_one_message_only() -> None:
    before = [translated("Take two pills with water.", "Tome dos.", references=())]
    after = [message("Take two pills in water.", "b.1"), message("Take ten pills in water.", "b.2")]
    assert [entry.msgstr for entry in merged(before, after).iter_messages()] == ["Tome dos.", ""]


def test_a_text_of_another_context_helps_only_where_none_of_its_own_does() -> None:
    own = translated("Take two pills.", "Tome dos.", references=())
    other = translated("Take all pills.", "Tome todas.", msgctxt="term", references=())
    after = [message("Take two more pills.", "b.1")]
    (entry,) = merged([own, other], after).iter_messages()
    assert (entry.msgstr, entry.previous_msgctxt) == ("Tome dos.", None)
    (entry,) = merged([other], after).iter_messages()
    assert (entry.msgstr, entry.is_fuzzy, entry.previous_msgctxt) == ("Tome todas.", True, "term")


def test_a_text_in_another_context_keeps_its_translation_and_says_so() -> None:
    before = [translated("Take two pills.", "Tome dos.", msgctxt="term", references=())]
    (entry,) = merged(before, [message("Take two pills.", "b.1")]).iter_messages()
    assert (entry.msgstr, entry.is_fuzzy, entry.previous_msgctxt) == ("Tome dos.", True, "term")


def test_a_block_that_several_messages_name_tells_none_of_them() -> None:
    before = [translated("Take", "Tome"), translated("Call", "Llame")]
    after = [message("Drink", "a.1"), message("Eat", "a.1")]
    assert [entry.msgstr for entry in merged(before, after).iter_messages()] == ["", ""]


SHORT = [
    ("Chest pain.", "Chest pain or pressure."), ("Severe pain", "Mild pain"),
    ("Stop!", "**Stop.**"), ("Fever.", "Fever or chills."), ("A very bad cough", "A cough"),
    ("头痛", "头晕"), ("5 mg", "125 mg"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), [*SHORT, *(pair[::-1] for pair in SHORT)])
def test_a_short_text_edited_by_a_word_or_two_keeps_its_translation(old: str, new: str) -> None:
    others = ["Pour it.", "Cold feet", "Something else that is not short at all, but a sentence."]
    before = [translated(old, "t", references=()), *(translated(text, "u") for text in others)]
    after = [*(message(text, f"b.{n}") for n, text in enumerate(others)), message(new, "c.1")]
    entry = [*merged(before, after).iter_messages()][-1]
    assert (entry.msgstr, entry.is_fuzzy, entry.previous_msgid) == ("t", True, old)


def test_a_text_too_long_to_compare_keeps_its_translation_when_a_word_changes() -> None:
    long = "Take the pills with water. " * 1000
    (entry,) = merged(
        [translated(long, "t", references=())],
        [message(long.replace("water", "milk", 1), "b.1")],
    ).iter_messages()
    assert (entry.msgstr, entry.is_fuzzy) == ("t", True)


def test_short_texts_that_share_a_word_are_each_found_in_time() -> None:
    before = [translated(f"{n} mg", f"t{n}", references=()) for n in range(3000)]
    after = [message(f"{n} x mg", f"b.{n}") for n in range(3000)]
    begin = time.monotonic()
    entries = [*merged(before, after).iter_messages()]
    assert time.monotonic() - begin < 20
    assert [entry.msgstr for entry in entries] == [entry.msgstr for entry in before]


def test_thousands_of_short_texts_that_all_changed_are_merged_in_time() -> None:
    dice = random.Random(1)
    words = [f"word{number}" for number in range(300)]

    def make_texts() -> list[str]:
        texts = (" ".join(dice.choices(words, k=dice.randint(1, 7))) for _ in range(6000))
        return [*dict.fromkeys(texts)]

    before = [Entry(text, ("t",)) for text in make_texts()]
    after = [Entry(text) for text in make_texts()]
    begin = time.process_time()
    merge_catalog(Catalog("es.po", (HEADER, *before)), after, "2027")
    assert time.process_time() - begin < 15


def test_a_text_of_two_blocks_keeps_its_translation_for_that_which_is_edited() -> None:
    both = ("source/01-a.md:a.1", "source/01-a.md:a.2")
    before = [translated("Call the clinic.", "Llame.", references=both)]
    after = [message("Call the clinic.", "a.1"), message("Call the ward.", "a.2")]
    found = [(entry.msgstr, entry.is_fuzzy) for entry in merged(before, after).iter_messages()]
    assert found == [("Llame.", False), ("Llame.", True)]


def test_a_translation_stays_in_sight_where_another_is_less_alike() -> None:
    before = [
        translated("Your first weeks", "Semanas", references=("a.md:a.first",)),
        translated("Call the clinic at night", "Noche", references=()),
    ]
    (entry,) = merged(before, [message("Call the clinic by night", "a.first")]).iter_messages()
    assert entry.msgstr == "Noche"


def test_a_line_number_is_no_block() -> None:
    before = [translated("Open", "Abrir", references=("src/tea.c:12",))]
    after = [Entry("Quit", references=("src/tea.c:12",))]
    assert [entry.msgstr for entry in merged(before, after).iter_messages()] == [""]


def test_a_text_like_an_obsolete_one_gets_its_translation_to_look_at() -> None:
    before = [translated("Take two pills with water.", "Tome dos.", obsolete=True, references=())]
    catalog = merged(before, [message("Take two pills with milk.", "b.1")])
    (entry,) = catalog.iter_messages()
    assert (entry.msgstr, entry.is_fuzzy) == ("Tome dos.", True)
    assert [entry.msgstr for entry in catalog.iter_obsolete()] == ["Tome dos."]


@pytest.mark.parametrize("change", [{"comments": ("# mine",)}, {"flags": ("fuzzy", "mine")}])
def test_a_suggestion_on_which_someone_remarked_is_kept_when_its_text_goes(
    change: dict[str, Any],
) -> None:
    first = merged([translated("Take two pills with water.", "Tome dos.")],
                   [message("Take two pills with milk.", "b.1")])  # fmt: skip
    remarked = [
        replace(entry, raw="", **change) if entry.is_fuzzy else entry for entry in first.entries[1:]
    ]
    gone = format_catalog(merged(remarked, [message("Something else", "c.1")]))
    assert "mine" in gone
    assert "with milk" in gone


def test_a_fuzzy_plural_that_becomes_a_single_text_keeps_its_other_forms() -> None:
    before = [
        Entry("%d pills", ("una", "muchas"), msgid_plural="%d pills each", flags=("fuzzy",)),
    ]  # fmt: skip
    (entry,) = merged(before, [message("%d pills now", "b.1")]).iter_messages()
    assert (entry.msgstr, entry.comments) == ("una", ("# msgstr[1] muchas",))


def test_the_date_of_a_header_changes_where_a_program_broke_its_line() -> None:
    raw = (
        'msgid ""\nmsgstr "X: 1\\n"\n"POT-Creation-"\n"Date: 2026\\nContent-Type: text/plain; "\n'
        '"charset=UTF-8\\n"\n\n# end\n'
    )
    catalog = parse_catalog(raw.encode(), "es.po")
    changed = format_catalog(merge_catalog(catalog, [], "2027").catalog)
    assert changed == raw.replace('POT-Creation-"\n"Date: 2026', "POT-Creation-Date: 2027")


@pytest.mark.parametrize("date", ["", 'a"b', "a\\b"])
def test_no_date_breaks_a_header(date: str) -> None:
    catalog = read_back(Catalog("es.po", (HEADER,)))
    dated = read_back(merge_catalog(catalog, [], date).catalog)
    assert dated.header_fields["POT-Creation-Date"] == (date or "2026")
    assert dated.header_fields["Content-Type"] == "text/plain; charset=UTF-8"


def test_a_removed_plural_is_kept_though_not_all_its_forms_are_translated() -> None:
    before = [Entry("%d pill", ("una píldora", ""), msgid_plural="%d pills")]
    (kept,) = [entry for entry in merged(before, []).entries if entry.msgid]
    assert (kept.obsolete, kept.msgstrs) == (True, ("una píldora", ""))
