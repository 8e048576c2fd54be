"""Whatever a catalog holds and however it is laid out: what does not change keeps its bytes, and
what changes loses nothing that a person wrote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from plainspoken.catalogs.merge import merge_catalog
from plainspoken.po.model import Catalog, Entry, Key
from plainspoken.po.reader import parse_catalog
from plainspoken.po.writer import format_catalog, format_entry

BEFORE, AFTER = "2026-01-31 00:00+0000", "2026-02-28 12:00+0000"
HEADER = Entry(
    "",
    (
        f"Project-Id-Version: tea 1\nPOT-Creation-Date: {BEFORE}\nX-Poedit-Basepath: .\n"
        "Content-Type: text/plain; charset=UTF-8\nX-Generator: Poedit 3.4\n"
        "Plural-Forms: nplurals=2; plural=(n != 1);\n",
    ),
    comments=("# Por Ana Ruiz", "#"),
)
WORDS = ("Take", "the", "pills", "with", "water", "twice", "a", "day.", "Call", "us.", "5 mg", "—")
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join)
notes = st.lists(st.sampled_from(("paragraph", "Keep: {fever}", "heading 2")), max_size=2)
flags = st.lists(st.sampled_from(("fuzzy", "no-wrap", "needs-work", "c-format")), unique=True)


@st.composite
def drafts(draw: st.DrawFn) -> Entry:
    """A message, and most of what may be noted of it."""
    plural = draw(st.none() | st.none() | sentences)
    fuzzy = draw(st.booleans())
    return Entry(
        draw(sentences),
        tuple(draw(st.text('óñ\\"\n\t z', max_size=90)) for _ in range(2 if plural else 1)),
        msgctxt=draw(st.sampled_from((None, None, "", "term"))),
        msgid_plural=plural,
        comments=tuple(f"# {sentence}" for sentence in draw(st.lists(sentences, max_size=2))),
        extracted=tuple(draw(notes)),
        references=tuple(draw(st.lists(st.sampled_from(("a.md:a.1", "b.md:b.2", "c.c:7"))))),
        flags=tuple(draw(flags)),
        workflow=("reviewed",) if draw(st.booleans()) else (),
        previous_msgid=draw(sentences) if fuzzy else None,
        previous_msgctxt=draw(st.none() | st.just("term")) if fuzzy else None,
        obsolete=draw(st.booleans()),
    )


def broken_up(lines: str) -> str:
    """Each text in pieces of a few letters, as no program writes them."""
    return re.sub(r'([^"\\\s]{3} )(?=[^"]*"$)', r'\1"\n"', lines, flags=re.MULTILINE)


LAYOUTS = (
    lambda lines: lines,
    lambda lines: re.sub(r'"\n(?:#~ |#\| |#~\| )?"', "", lines),
    lambda lines: re.sub(r"^(msg\S+) ", r"\1  \t", lines, flags=re.MULTILINE),
    lambda lines: re.sub(r"^(msgid .*\n(?:\".*\n)*)", broken_up_match, lines, flags=re.MULTILINE),
    lambda lines: lines + "\n\n",
)


def broken_up_match(found: re.Match[str]) -> str:
    return broken_up(found[1])


@st.composite
def files(draw: st.DrawFn) -> str:
    """A PO file as people and programs leave it."""
    entries = draw(st.lists(drafts(), max_size=6, unique_by=lambda entry: entry.key))
    parts = [draw(st.sampled_from(LAYOUTS))(format_entry(entry)) for entry in (HEADER, *entries)]
    text = "\n".join(parts) + draw(st.sampled_from(("", "", "# the end\n", "\n")))
    text = text.rstrip("\n") if draw(st.booleans()) else text
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


def as_message(entry: Entry) -> Entry:
    """What the template of a message has."""
    sticky = tuple(flag for flag in entry.flags if flag in ("no-wrap", "c-format"))
    return Entry(
        entry.msgid,
        ("",) * len(entry.msgstrs),
        msgctxt=entry.msgctxt,
        msgid_plural=entry.msgid_plural,
        extracted=entry.extracted,
        references=entry.references,
        flags=sticky,
    )


@given(files())
def test_where_no_message_moved_no_byte_but_the_date_differs(text: str) -> None:
    catalog = parse_catalog(text.encode(), "es.po")
    messages = [as_message(entry) for entry in catalog.iter_messages()]
    assert merge_catalog(catalog, messages, BEFORE).catalog is catalog
    assert format_catalog(catalog) == text
    dated = format_catalog(merge_catalog(catalog, messages, AFTER).catalog)
    assert dated == text.replace(BEFORE, AFTER)


Step = tuple[str, int, int]
steps = st.lists(
    st.tuples(
        st.sampled_from(
            ("reword", "reword", "remove", "split", "join", "move", "add", "plural", "context")
        ),
        st.integers(0, 50),
        st.integers(0, len(WORDS) - 1),
    ),
    min_size=1,
    max_size=4,
)


def edited(messages: Sequence[Entry], some: Sequence[Step]) -> list[Entry]:
    """A template after a writer's visit."""
    now = [entry for entry in messages if entry.msgid]
    for what, number, word in some:
        at = number % max(len(now), 1)
        here = now[at : at + 1] or [as_message(Entry("Pour.", references=("a.md:a.1",)))]
        now[at : at + 1] = rewritten(here[0], what, WORDS[word], now[at + 1 : at + 2])
        if what == "join":
            del now[at + 1 : at + 2]
        if what == "move":
            now.append(now.pop(at))
    return list({message.key: message for message in now if message.msgid}.values())


def rewritten(message: Entry, what: str, word: str, after: Sequence[Entry]) -> list[Entry]:
    """What a writer makes of one message."""
    words = message.msgid.split(" ")
    half = len(words) // 2
    other = replace(message, msgid=word, references=("new.md:new.1",))
    match what:
        case "reword":
            return [replace(message, msgid=" ".join([*words[:half], word, *words[half + 1 :]]))]
        case "remove":
            return []
        case "split":
            texts = (" ".join(words[:half]), " ".join(words[half:]))
            return [replace(message, msgid=text) for text in texts]
        case "join":
            return [replace(message, msgid=" ".join([message.msgid, *(e.msgid for e in after)]))]
        case "add":
            return [message, other]
        case "plural" if message.msgid_plural is None:
            return [replace(message, msgid_plural=word, msgstrs=("", ""))]
        case "plural":
            return [replace(message, msgid_plural=None, msgstrs=("",))]
        case "context":
            return [replace(message, msgctxt=None if message.msgctxt else "term")]
    return [message]


Visit = tuple[int, Literal["translate", "remark", "half"]]
visits = st.tuples(st.integers(0, 20), st.sampled_from(("translate", "remark", "half")))


def worked_on(catalog: Catalog, visit: Sequence[Visit], number: int) -> Catalog:
    """A catalog after a translator's visit: new translations, comments and flags."""
    entries = list(catalog.entries)
    for step, (place, what) in enumerate(visit):
        at = 1 + place % max(len(entries) - 1, 1)
        if at < len(entries) and not entries[at].obsolete:
            entries[at] = touched(entries[at], what, f"z{number}z{step}z")
    return parse_catalog(format_catalog(replace(catalog, entries=tuple(entries))).encode(), "es.po")


def touched(entry: Entry, what: str, mark: str) -> Entry:
    """An entry after a translator's work: done, only remarked on, or still to be done."""
    entry = replace(
        entry,
        comments=(*entry.comments, f"# c{mark}"),
        flags=(*entry.flags, f"f{mark}"),
        workflow=(*entry.workflow, f"w{mark}"),
        raw="",
    )
    if what == "remark":
        return entry
    entry = replace(entry, msgstrs=tuple(f"{mark}{form}" for form in range(len(entry.msgstrs))))
    if what == "half":
        return entry
    done = tuple(flag for flag in entry.flags if flag != "fuzzy")
    return replace(
        entry, flags=done, previous_msgid=None, previous_msgctxt=None, previous_msgid_plural=None
    )


def marks(text: str) -> set[str]:
    """All that translators wrote."""
    return set(re.findall(r"[cfw]?z\d+z\d+z\d*", text))


def keys(entries: Sequence[Entry]) -> list[Key]:
    return [entry.key for entry in entries]


@given(
    st.lists(st.tuples(steps, st.lists(visits, min_size=1, max_size=4)), min_size=3, max_size=5),
)
@settings(max_examples=300)
def test_nothing_that_a_translator_wrote_is_lost_whatever_becomes_of_the_source(
    rounds: list[tuple[list[Step], list[Visit]]],
) -> None:
    catalog = parse_catalog(format_catalog(Catalog("es.po", (HEADER,))).encode(), "es.po")
    messages: list[Entry] = []
    for number, (some, visit) in enumerate(rounds):
        messages = edited(messages, [("add", 0, number), ("add", 1, number + 3), *some])
        before = format_catalog(catalog)
        catalog = merge_catalog(catalog, messages, BEFORE).catalog
        after = format_catalog(catalog)
        assert marks(before) <= marks(after)
        catalog = parse_catalog(after.encode(), "es.po")
        assert keys([*catalog.iter_messages()]) == keys(messages)
        assert merge_catalog(catalog, messages, BEFORE).catalog is catalog
        catalog = worked_on(catalog, visit, number)
