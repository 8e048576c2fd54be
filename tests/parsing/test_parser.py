"""A folder becomes a guide, or every fault of it is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plainspoken.config.project import load_project
from plainspoken.diagnostics.errors import PlainspokenError
from plainspoken.guide import Guide
from plainspoken.parsing import parse
from plainspoken.parsing.blocks import write_message


def read(folder: Path) -> Guide:
    return parse(load_project(folder))


def edit(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / "source" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def errors(folder: Path) -> list[str]:
    with pytest.raises(PlainspokenError) as caught:
        read(folder)
    assert all(finding.hint for finding in caught.value.findings)
    return [str(finding) for finding in caught.value.findings]


def test_sections_stand_in_the_order_of_their_numbers(small_guide: Path) -> None:
    (small_guide / "source/10-end.md").write_text("# End\n\nDone.\n", encoding="utf-8")
    ids = [section.id for section in read(small_guide).sections]
    assert ids == ["boil", "brew", "end", "glossary"]


def test_every_word_of_the_files_stands_in_the_guide(small_guide: Path) -> None:
    text = """# All of it

Setext heading
--------------

A *paragraph* with `code`, a hard\\
break and an <https://example.org/auto> link.

* one
  * nested

    second paragraph
3. three
4. four

> quoted
> > deeper

    indented code

```text
fenced code
```

| left | right |
|:-----|------:|
| cell | other |

***

[inline](https://example.org), ![picture words](a.png) and &copy; entity \\* star.
"""
    (small_guide / "source/03-all.md").write_text(text, encoding="utf-8")
    (small_guide / "source/a.png").write_bytes(b"\x89PNG")
    section = read(small_guide).sections[2]
    words = " ".join(sentence.text for sentence in section.sentences())
    for word in re.findall(r"[a-z]{4,}", re.sub(r"\(.*?\)|```text|copy", "", text)):
        assert word in words.lower(), word
    assert "©" in words
    assert "* star" in words


def test_an_edit_leaves_the_ids_of_its_neighbours(small_guide: Path) -> None:
    before = {sentence.id: sentence.text for sentence in read(small_guide).sentences()}
    edit(small_guide, "01-boil.md", "Wait. Is it", "Wait a little. Is it")
    after = {sentence.id: sentence.text for sentence in read(small_guide).sentences()}
    assert [after[id] for id in after.keys() - before.keys()] == ["Wait a little."]
    assert [before[id] for id in before.keys() - after.keys()] == ["Wait."]


def test_ids_are_unique_even_of_twins(small_guide: Path) -> None:
    edit(small_guide, "02-brew.md", "1. Pour.", "Pour.\n\nPour.\n\n1. Pour.")
    ids = [sentence.id for sentence in read(small_guide).sentences()]
    assert len(ids) == len(set(ids))


def test_line_ends_a_bom_and_decomposed_letters_change_nothing(small_guide: Path) -> None:
    edit(small_guide, "01-boil.md", "Wait.", "Caf\u00e9.")
    path = small_guide / "source/01-boil.md"
    expected = read(small_guide)
    text = path.read_text("utf-8").replace("é", "e\u0301").replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert read(small_guide) == expected


def test_links_lead_to_sections_headings_and_named_addresses(small_guide: Path) -> None:
    marks = [
        mark
        for sentence in read(small_guide).sentences()
        for span in sentence.spans
        for mark in span.marks
        if mark.kind == "link"
    ]
    assert [mark.target for mark in marks] == ["#brew.steep", "https://example.org/tea", "#boil"]


def test_addresses_stay_out_of_messages(small_guide: Path) -> None:
    messages = [
        write_message(leaf) for part in read(small_guide).sections for leaf in part.leaves()
    ]
    assert "Read [more about tea][more]. Then [boil][link-1] again." in messages
    assert not any("://" in message or ".md" in message for message in messages)


def test_a_number_that_a_clinic_sets_leaves_the_message_as_it_is(small_guide: Path) -> None:
    before = read(small_guide)
    edit(small_guide, "values.toml", 'number = ""', 'number = "+1 555 010-0199"')
    after = read(small_guide)
    texts = [leaf.text for leaf in after.sections[0].leaves()]
    assert "Steam burns. Call +1 555 010-0199 if you get hurt." in texts
    assert list(map(write_message, before.sections[0].leaves())) == list(
        map(write_message, after.sections[0].leaves())
    )


def test_sentences_within_one_emphasis_make_one_message(small_guide: Path) -> None:
    edit(small_guide, "01-boil.md", "Wait. Is", "**Stop now. Wait here.** Is")
    leaves = read(small_guide).sections[0].leaves()
    leaf = next(leaf for leaf in leaves if "Stop" in leaf.text)
    assert "**Stop now. Wait here.** Is it" in write_message(leaf)


def test_a_hard_break_between_sentences_stays(small_guide: Path) -> None:
    edit(small_guide, "01-boil.md", "Wait. Is", "Wait.\\\nIs")
    leaves = read(small_guide).sections[0].leaves()
    leaf = next(leaf for leaf in leaves if "Wait" in leaf.text)
    assert "Wait.\\\nIs it" in write_message(leaf)


SOURCE_FAULTS = [
    ("01-boil.md", "# Boil the water", "Boil the water", "01-boil.md:1: the section has no title"),
    ("01-boil.md", "Wait. Is", "# Twice\n\nIs", "01-boil.md:4: there is a second heading"),
    ("02-brew.md", "## Steep", "### Steep", "02-brew.md:8: the heading skips from level 1 to 3"),
    ("02-brew.md", "## Steep", "##", "02-brew.md:8: a heading has no words"),
    ("02-brew.md", "1. Pour.", "1. # Pour.", "02-brew.md:12: a heading stands inside a list"),
    ("01-boil.md", "Wait.", "<br>Wait.", "01-boil.md:4: raw HTML `<br>`"),
    ("01-boil.md", "- One cup", "<div>\n\n- One cup", "01-boil.md:9: raw HTML `<div>`"),
    ("01-boil.md", "Wait.", "![](a.png)", "01-boil.md:4: the image `a.png` has no alternative"),
    ("01-boil.md", "Wait.", "![A cup](no.png)", "01-boil.md:3: there is no image `no.png`"),
    ("01-boil.md", "02-brew.md#steep", "02-brew.md#stepp", "Did you mean `steep`?"),
    ("01-boil.md", "02-brew.md#steep", "03-brew.md", "Did you mean `02-brew.md`?"),
    ("02-brew.md", "[more]", "[moer]", "Did you mean `more`?"),
    ("02-brew.md", "[more]", "(javascript:x)", "'javascript:x' is not an address"),
    ("01-boil.md", "term:kettle", "term:ketle", "Did you mean `term:kettle`?"),
    ("01-boil.md", "{hot}", "{hott}", "Did you mean `hot`?"),
    ("01-boil.md", "[!WARNING]", "[!WARNIN]", "Did you mean `WARNING`?"),
    ("01-boil.md", "Wait.", "Wa\x00it.", "01-boil.md:4: there is a hidden or control character"),
    ("01-boil.md", "Wait.", "Wa\u202eit.", "01-boil.md:4: there is a hidden or control character"),
    ("guide.toml", "title =", "titel =", "Did you mean `title`?"),
    ("guide.toml", 'id = "tea"', "id = 3", "guide.toml:1: `id` is a whole number, not text"),
    ("guide.toml", 'id = "tea"', 'id = "Tea Time"', "guide.toml:1: `id` is 'Tea Time'"),
    ("guide.toml", "2026-01-31", '"soon"', "`dates.published` is text in quotes, not a date"),
    ("guide.toml", "[locales.es]", "[locales.klingon_1]", "is not a language tag"),
    ("guide.toml", "[locales.es]", "[locales.fi]", "there are no words for the language 'fi'"),
    ("guide.toml", "[dates]", "[dates", "guide.toml:12: is not TOML"),
    ("values.toml", '"temperature"', '"heat"', "values.toml:2: `hot.kind` is 'heat'"),
    ("values.toml", "celsius = 95.5", "celsius = true", "values.toml:3: `hot.celsius` is true or"),
    ("values.toml", 'number = ""', 'number = "call me"', "is not a telephone number"),
    ("values.toml", 'show = ["celsius", "fahrenheit"]', "show = []", "`hot.show` names no scale"),
    ("values.toml", 'unset = "your', '# "your', "`help-phone` has no number"),
    ("values.toml", 'kind = "temperature"', 'kind = "duration"', "`hot` has no `minutes`"),
    ("glossary.toml", "definition =", "meaning =", "`kettle.meaning` is not a known key"),
    ("glossary.toml", "spout.", "[spout][nowhere].", "glossary.toml:3: `[spout][nowhere]` leads"),
    ("links.toml", "https://example.org/tea", "example.org", "links.toml:3: 'example.org' is not"),
    ("lexicon.toml", '"ket-tle"', "2", "`kettle.syllables` is a whole number, not text"),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), SOURCE_FAULTS)
def test_a_fault_tells_where_it_is_and_what_to_do(
    small_guide: Path, file: str, old: str, new: str, expected: str
) -> None:
    edit(small_guide, file, old, new)
    found = errors(small_guide)
    assert any(expected in message for message in found), found


def test_all_faults_of_all_files_are_told_together(small_guide: Path) -> None:
    edit(small_guide, "01-boil.md", "{hot}", "{hott}")
    edit(small_guide, "02-brew.md", "## Steep", "#### Steep")
    edit(small_guide, "links.toml", "title", "titel")
    (small_guide / "source/03-empty.md").write_text("\n", encoding="utf-8")
    (small_guide / "source/notes.md").write_text("# Notes\n", encoding="utf-8")
    (small_guide / "source/04-latin.md").write_bytes(b"# Caf\xe9\n\ntext\n")
    text = "\n".join(errors(small_guide))
    for file in ("01-boil", "02-brew", "03-empty", "notes", "04-latin.md:1", "links.toml"):
        assert file in text


def test_a_guide_without_sections_is_refused(small_guide: Path) -> None:
    for path in (small_guide / "source").glob("*.md"):
        path.unlink()
    assert errors(small_guide) == [
        "source: there is no section\n  Add the first section: source/01-start.md."
    ]


def test_a_folder_without_a_guide_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(PlainspokenError, match=r"plainspoken new DIR"):
        load_project(tmp_path)


def test_two_files_cannot_make_one_section(small_guide: Path) -> None:
    (small_guide / "source/05-boil.md").write_text("# Boil\n\nAgain.\n", encoding="utf-8")
    assert "there is already a section `boil`" in errors(small_guide)[0]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("glossary.toml", "term =", "termm ="),
        ("values.toml", 'kind = "phone"', 'kind = "fone"'),
        ("links.toml", "[more]", "[more"),
    ],
)
def test_a_fault_in_a_table_is_not_told_again_at_every_use_of_it(
    small_guide: Path, file: str, old: str, new: str
) -> None:
    path = small_guide / "source" / file
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(PlainspokenError) as raised:
        parse(load_project(small_guide))
    assert {finding.file for finding in raised.value.findings} == {f"source/{file}"}
