"""The book of plain text: whole, in order, and fit for a screen reader and a small screen."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import plainspoken
from plainspoken.catalogs.sync import add_locale
from plainspoken.config.project import load_project
from plainspoken.editions.text import edition
from plainspoken.front_matter import add_front_matter
from plainspoken.guide import Block, Guide, Section
from plainspoken.localized_guides import read_guides
from plainspoken.narration import Narration, Reader
from plainspoken.parsing import parse

if TYPE_CHECKING:
    from .conftest import Book, Write

ROOT = Path(__file__).parents[3]
STARTER = Path(plainspoken.__file__).parent / "starter"
ALL = """\
# Everything

Line\\
break, `code <b>`, ***both***, <https://example.org/?a=b>.

![A square](square.svg)

3. three

   second paragraph

   > quoted *text*
   >
   > more
4. four
   - nested
     - deeper

```
x  =  1
  y = 2
```

---

### Deep

> [!WARNING]
> - Hot.

| A | B? |
|---|---|
| [one](https://example.org/1) | two |
| | four |
"""
FRAGMENTS = (
    "Plain words. More of them, *with* **marks** and `code`.",
    "One line\\\nand another. And a third.",
    "- one\n- two. And more.\n  - deeper\n    1. deepest",
    "1. first\n\n   second paragraph\n\n2. next\n\n   > quoted. Twice.",
    "> [!CAUTION]\n> Steam burns. Go.\n>\n> - Now.",
    "> [!NOTE]\n> 1. A list at once.",
    "> Quoted.\n>\n> > Deeper.",
    "| Head one | Head *two* |\n|---|---|\n| A. B. | [x](https://example.org/x) |\n| | last |",
    "```\na  b\n  c\n```",
    "## A heading\n\n[Linked *words*](02-brew.md), and a [kettle][term:kettle]. Call {help-phone}.",
    "---",
    "![A picture of steam](steam.png)",
    "> [!PICTURE]\n> ![Steam over a cup.](steam.png)\n>\n> It rises. It is hot.\n>\n> - Look.",
)


def squash(text: str) -> str:
    """The letters of a text, without what lines are begun and broken with."""
    return re.sub(r"[\s>]+", "", text)


def assert_whole(text: str, section: Section) -> None:
    """Every sentence stands in the text, in the order of the section, but what is said of sound."""
    squashed, position = squash(text), 0
    about_sound = (
        "Read by ",
        "Some words are hard",
        "Lectura de ",
        "Algunas palabras",
        "This edition has no",
        "We have no",
        "Esta edición no",
        "No tenemos",
        "To listen",
        "Para escuchar",
    )
    for sentence in section.sentences():
        if section.role in ("opening", "colophon") and sentence.text.startswith(about_sound):
            continue
        words = squash(sentence.text)
        found = squashed.find(words, position)
        assert found >= 0, sentence.text
        position = found + len(words)


def assert_book_whole(folder: Path, guide: Guide) -> None:
    files = sorted(folder.iterdir())
    assert len(files) == len(guide.sections)
    for path, section in zip(files, guide.sections, strict=True):
        assert path.name.endswith(f"-{section.id}.txt")
        assert_whole(path.read_text("utf-8-sig"), section)


@pytest.mark.parametrize("root", [ROOT, STARTER], ids=["guide", "starter"])
def test_it_holds_every_sentence_of_the_shipped_guides_in_order(root: Path, tmp_path: Path) -> None:
    project = load_project(root)
    for lang, text in read_guides(project, project.locales).items():
        locale = project.find_locale(lang)
        guide = add_front_matter(text, project, locale, [Reader("espeak-ng", "draft")])
        (out := tmp_path / lang).mkdir()
        artifacts = edition.build(
            guide, Narration((), (Reader("espeak-ng", "draft"),)), project, locale, out
        )
        assert all((out / artifact.path).is_file() for artifact in artifacts)
        assert_book_whole(out / "text", guide)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=6))
def test_it_holds_every_sentence_of_any_section_in_order(
    write_book: Write, small_guide: Path, fragments: list[str]
) -> None:
    (small_guide / "source/steam.png").write_bytes(b"\x89PNG")
    book = write_book("# Title\n\nWords.\n\n" + "\n\n".join(fragments) + "\n")
    assert_book_whole(book.folder, book.guide)


def test_its_files_are_named_as_the_sound_files_are(write_book: Write) -> None:
    assert list(write_book().raw()) == [
        "01-opening.txt", "02-boil.txt", "03-brew.txt", "04-glossary.txt",
        "05-colophon.txt",
    ]  # fmt: skip


def test_the_same_guide_gives_the_same_bytes(write_book: Write) -> None:
    assert write_book().raw() == write_book().raw()


def test_its_files_say_their_encoding_and_end_lines_as_every_device_knows(
    write_book: Write,
) -> None:
    for content in write_book().raw().values():
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.endswith(b"\r\n")
        assert not re.search(rb"(?<!\r)\n|\r(?!\n)", content)


def test_every_kind_of_block_reads_well(write_book: Write, small_guide: Path) -> None:
    (small_guide / "source/square.svg").write_text("<svg/>", "utf-8")
    text = write_book(ALL.replace("### Deep", "## Part\n\n### Deep")).text("02-boil.txt")
    assert (
        text
        == """\
Everything
=====

Line
break, code <b>, both, https://example.org/?a=b.

A square

3. three

   second paragraph

   > quoted text
   >
   > more

4. four

   - nested
     - deeper

x  =  1
  y = 2

* * *


Part
-----


Deep
- - -

Warning:

- Hot.

A; B?

A: one
one: https://example.org/1
B? two

A: -
B? four
"""
    )


def test_a_paragraph_is_one_line_and_a_table_tells_its_heads(write_book: Write) -> None:
    book = write_book()
    boil = book.text("02-boil.txt").replace("\N{NO-BREAK SPACE}", " ")
    assert "\nFill the kettle. Heat it to 95.5 °C (203.9 °F), or almost boiling. Wait. Is" in boil
    brew = book.text("03-brew.txt")
    assert "Tea; Minutes\n\nTea: Green\nMinutes: 2\n\nTea: Black\nMinutes: 4.5\n" in brew
    assert "1. Pour.\n2. Wait for 3 minutes. Do not stir.\n" in brew


def test_alerts_have_their_label_and_terms_their_definition(write_book: Write) -> None:
    book = write_book()
    boil = book.text("02-boil.txt")
    assert "Warning: Steam burns. Call your helper's number if you get hurt.\n" in boil
    assert "Say it back: When is the water ready?\n" in boil
    glossary = book.text("04-glossary.txt")
    assert "\n\nkettle: A pot that boils water. It has a spout.\n" in glossary


def test_a_picture_with_a_description_is_named_before_its_words(
    write_book: Write, small_guide: Path
) -> None:
    (small_guide / "source/steam.png").write_bytes(b"\x89PNG")
    figure = "> [!PICTURE]\n> ![Steam over a cup.](steam.png)\n>\n> It rises.\n>\n> - Look."
    book = write_book(f"# Title\n\n{figure}\n\n![A cup.](steam.png)\n")
    assert book.text("02-boil.txt").split("\n\n")[1:] == [
        "Picture: Steam over a cup.", "It rises.", "- Look.", "A cup.\n",
    ]  # fmt: skip


def test_links_have_their_addresses_and_files(write_book: Write) -> None:
    book = write_book()
    assert "ready: Steep, 03-brew.txt\n" in book.text("02-boil.txt")
    assert (
        "Read more about tea. Then boil again.\n"
        "more about tea: https://example.org/tea\n"
        "boil: Boil the water, 02-boil.txt\n"
    ) in book.text("03-brew.txt")


def test_the_line_of_an_address_says_the_language_of_its_page_where_it_is_another(
    small_guide: Path, tmp_path: Path
) -> None:
    (small_guide / "source/links.toml").write_text(
        '[more]\ntitle = "Tea"\nurl = "https://example.org/tea"\n'
        '[pots]\ntitle = "Pots"\nurl = "https://example.org/pots"\n'
        '[pots.locales]\nes = "https://example.org/ollas"\n', "utf-8",
    )  # fmt: skip
    brew = small_guide / "source/02-brew.md"
    brew.write_text("# Brew\n\n## Steep\n\nRead [of tea][more] and [of pots][pots].\n", "utf-8")
    project = load_project(small_guide)
    add_locale(project, parse(project), "es")
    path = project.locate_catalog("es")
    english = "Read [of tea][more] and [of pots][pots]."
    spanish = "Lea [sobre el té][more] y [sobre ollas][pots]."
    untranslated = path.read_text("utf-8")
    catalog = untranslated.replace(f'"{english}"\nmsgstr ""', f'"{english}"\nmsgstr "{spanish}"')
    path.write_text(catalog, "utf-8")
    locale = project.find_locale("es")
    guide = read_guides(project, [locale])["es"]
    edition.build(guide, Narration((), ()), project, locale, tmp_path)
    (book,) = (file.read_text("utf-8-sig") for file in (tmp_path / "text").glob("*-brew.txt"))
    assert book.endswith(
        "\n\nLea sobre el té y sobre ollas.\n"
        "sobre el té (página en inglés): https://example.org/tea\n"
        "sobre ollas: https://example.org/ollas\n"
    )


def test_an_address_that_the_text_shows_is_not_said_twice(write_book: Write) -> None:
    text = write_book(
        "# Title\n\nSee <https://example.org/a>, <me@example.org> and [555 0100](tel:+5550100).\n"
    ).text("02-boil.txt")
    assert text.endswith("See https://example.org/a, me@example.org and 555 0100.\n")


def test_text_that_is_not_translated_follows_its_notice(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(STARTER, tmp_path / "guide"))
    (path,) = (folder / "source").glob("01-*.md")
    path.write_text(path.read_text("utf-8") + "\nA new paragraph.\n", "utf-8")
    project = load_project(folder)
    locale = project.find_locale("es")
    guide = add_front_matter(read_guides(project, [locale])["es"], project, locale, ())
    (out := tmp_path / "out").mkdir()
    edition.build(guide, Narration((), ()), project, locale, out)
    assert_book_whole(out / "text", guide)
    (text,) = (file.read_text("utf-8-sig") for file in (out / "text").glob("02-*.txt"))
    notice = "Esta parte todavía no está traducida. Sigue en el idioma original."
    assert text.endswith(f"{notice}\n\nA new paragraph.\n")


def test_right_to_left_text_stays_plain(write_book: Write) -> None:
    text = write_book("# شاي\n\nاتصل على 555 0100. [هنا](https://example.org/ar).\n").text(
        "02-boil.txt"
    )
    assert text == "شاي\n=====\n\nاتصل على 555 0100. هنا.\nهنا: https://example.org/ar\n"


def test_a_telephone_number_keeps_its_order_in_text_from_right_to_left(
    small_guide: Path, tmp_path: Path
) -> None:
    text = (small_guide / "source/values.toml").read_text("utf-8")
    number = 'number = "+1 800-555-0199"'
    (small_guide / "source/values.toml").write_text(text.replace('number = ""', number), "utf-8")
    settings = (small_guide / "source/guide.toml").read_text("utf-8") + "\n[locales.ar]\n"
    (small_guide / "source/guide.toml").write_text(settings, "utf-8")
    project = load_project(small_guide)
    add_locale(project, parse(project), "ar")
    path = project.locate_catalog("ar")
    english = "Steam burns. Call {help-phone} if you get hurt."
    catalog = path.read_text("utf-8").replace(
        f'msgid "{english}"\nmsgstr ""',
        f'msgid "{english}"\nmsgstr "اتصل على {{help-phone}} الآن."',
    )
    path.write_text(catalog, "utf-8")
    locale = project.find_locale("ar")
    guide = read_guides(project, [locale])["ar"]
    (out := tmp_path / "out").mkdir()
    edition.build(guide, Narration((), ()), project, locale, out)
    (book,) = (file.read_text("utf-8-sig") for file in (out / "text").glob("*-boil.txt"))
    assert "على \u200e+1 800-555-0199\u200e الآن." in book


def test_a_book_of_text_says_nothing_of_sound(tmp_path: Path) -> None:
    project = load_project(STARTER)
    locale = project.find_locale("en")
    for readers in ((), (Reader("espeak-ng", "draft"),)):
        guide = add_front_matter(parse(project), project, locale, readers)
        (out := tmp_path / f"out-{len(readers)}").mkdir()
        edition.build(guide, Narration((), readers), project, locale, out)
        opening = (out / "text/01-opening.txt").read_text("utf-8-sig")
        (last,) = (out / "text").glob("*-colophon.txt")
        assert not re.search("espeak|voice|sound", opening + last.read_text("utf-8-sig"))
        assert "Draft" in opening


def test_a_tight_list_with_others_in_it_has_no_empty_lines(write_book: Write) -> None:
    lists = (
        "- One\n  1. First. Twice.\n     - Deepest\n  2. Second\n- Two\n\n"
        "9. Nine\n10. Ten\n    - Eleventh\n"
    )
    text = write_book(f"# Title\n\n{lists}").text("02-boil.txt")
    assert text == f"Title\n=====\n\n{lists}"


def test_an_empty_cell_is_not_passed_over(write_book: Write) -> None:
    table = "| | Morning | Evening |\n|---|---|---|\n| Dose | 1 pill | |\n"
    text = write_book(f"# Title\n\n{table}").text("02-boil.txt")
    assert text.endswith("\n\nDose\nMorning: 1 pill\nEvening: -\n")


def list_kinds(blocks: Iterable[Block]) -> set[str]:
    return {kind for block in blocks for kind in (block.kind, *list_kinds(block.children))}


def test_the_fragments_cover_every_kind_of_block_that_authors_write(
    write_book: Write, small_guide: Path
) -> None:
    (small_guide / "source/steam.png").write_bytes(b"\x89PNG")
    book: Book = write_book("# Title\n\nWords.\n\n" + "\n\n".join(FRAGMENTS) + "\n")
    kinds = list_kinds(block for section in book.guide.sections for block in section.blocks)
    assert kinds == {
        "heading", "paragraph", "code", "cell", "term", "definition", "notice", "list", "item",
        "quote", "alert", "figure", "table", "row", "entry", "rule",
    }  # fmt: skip
