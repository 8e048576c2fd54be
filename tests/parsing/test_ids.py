"""Ids: each once in a guide, fit for XML, and the same when neighbours change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspoken.catalogs.translate import translate_guide
from plainspoken.config.project import load_project
from plainspoken.front_matter import add_front_matter
from plainspoken.guide import Guide
from plainspoken.parsing import parse
from plainspoken.parsing.ids import IdGenerator
from plainspoken.po.model import Catalog

NCNAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")
HEADINGS = st.sampled_from(
    [
        "Rinse",
        "Rinse 2",
        "Rinse-2",
        "rinse 2 2",
        "Rinse 3",
        "RINSE!",
        "Rinse_2",
        "*Rinse* 2",
        "!!!",
        "???",
        "洗",
        "洗 2",
        "Полоскать",
        "2",
        "Title",
        "Subject 1",
        "s1234abcd",
        "deadbeef",
    ]
)
TEXTS = st.sampled_from(["Rinse.", "Rinse. Rinse.", "- Rinse.\n- Rinse.\n-", "> Rinse.", "    A."])
PARTS = st.lists(st.one_of(HEADINGS.map(lambda words: f"## {words}"), TEXTS), max_size=12)
GUIDE = """\
id = "rinse"
title = "Title"
description = "About it."
subjects = ["One", "Two"]
language = "en"
version = "1"
publisher = "P"
authors = ["A"]
licence = "CC0"
[dates]
published = 2026-01-31
[locales.en]
[locales.es]
"""


def read(folder: Path, name: str, parts: list[str], terms: tuple[str, ...] = ()) -> Guide:
    source = folder / "source"
    source.mkdir()
    text = "\n\n".join(["# Start", "It begins.", *parts])
    (source / "guide.toml").write_text(GUIDE, "utf-8")
    (source / f"01-{name}.md").write_text(text, "utf-8")
    (source / "02-other.md").write_text(text, "utf-8")
    unset = 'kind = "phone"\nunset = "a number"\n'
    (source / "values.toml").write_text(f"[rinse]\n{unset}[rinse-2]\n{unset}", "utf-8")
    entries = (f'[{key}]\nterm = "t"\ndefinition = "Rinse."\n' for key in terms)
    (source / "glossary.toml").write_text("".join(entries), "utf-8")
    return parse(load_project(folder))


def list_ids(guide: Guide) -> Iterator[str]:
    own = (guide.title, guide.description, *guide.subjects)
    for block in (*own, *(value.unset for value in guide.values if value.unset)):
        yield block.id
        yield from (sentence.id for sentence in block.sentences)
    for section in guide.sections:
        yield section.id
        for block in section.iter_blocks():
            yield block.id
            yield from (sentence.id for sentence in block.sentences)


def headings(guide: Guide) -> list[tuple[str, str]]:
    blocks = (block for section in guide.sections for block in section.iter_blocks())
    return [(block.text, block.id) for block in blocks if block.kind == "heading"]


@settings(max_examples=60)
@given(st.sampled_from(["start", "guide", "value"]), PARTS)
def test_all_ids_of_a_guide_differ_and_are_names_of_xml(name: str, parts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        guide = read(Path(folder), name, parts, ("title", "title-2", "rinse"))
        project = load_project(Path(folder))
    for locale in project.locales:
        translated = guide
        if locale.lang != guide.lang:
            translated = translate_guide(guide, Catalog("es.po", ()), locale)
        whole = add_front_matter(translated, project, locale, ())
        for edition in (guide, translated, whole):
            ids = [*list_ids(edition)]
            assert len(ids) == len(set(ids))
            assert all(NCNAME.fullmatch(id) for id in ids)


@given(st.lists(HEADINGS, min_size=1, max_size=9, unique=True), st.data())
def test_a_heading_that_stands_once_keeps_its_id_whatever_else_there_is(
    words: list[str], data: st.DataObject
) -> None:
    chosen = data.draw(st.sampled_from(words))
    alone = IdGenerator("x", [chosen]).heading_id(chosen)
    others = data.draw(st.permutations([*words, *(each for each in words if each != chosen)]))
    slugs = [IdGenerator("x").heading_id(each) for each in others]
    if slugs.count(alone) > 1:  # "Rinse" and "RINSE!"
        return
    ids = IdGenerator("x", others)
    assert dict(zip(others, map(ids.heading_id, others), strict=True))[chosen] == alone


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["Rinse", "Rinse", "Rinse 2"], ["rinse", "rinse-3", "rinse-2"]),
        (["Rinse 2", "Rinse", "Rinse"], ["rinse-2", "rinse", "rinse-3"]),
        (["Rinse", "Rinse 2", "Rinse", "Rinse 2"], ["rinse", "rinse-2", "rinse-3", "rinse-2-2"]),
        (["Rinse", "Rinse", "Rinse"], ["rinse", "rinse-2", "rinse-3"]),
    ],
)
def test_a_number_passes_over_a_heading_of_that_name(
    tmp_path: Path, words: list[str], expected: list[str]
) -> None:
    guide = read(tmp_path, "start", [f"## {each}\n\nPour." for each in words])
    found = [id for _, id in headings(guide) if id.startswith("start.")]
    assert found == ["start.start", *(f"start.{name}" for name in expected)]


def test_links_lead_to_the_heading_that_bears_the_name(tmp_path: Path) -> None:
    link = "See [this](#rinse-2-1) and [that](#rinse-2)."
    guide = read(tmp_path, "start", ["## Rinse", "## Rinse", "## Rinse", "## Rinse 2", link])
    targets = [
        mark.target
        for sentence in guide.sections[0].sentences()
        for span in sentence.spans
        for mark in span.marks
    ]
    by_id = {id: text for text, id in headings(guide)}
    # As on code hosts: the third "Rinse" is #rinse-2, and "Rinse 2" then is #rinse-2-1.
    assert [by_id[target[1:]] for target in targets] == ["Rinse 2", "Rinse"]
