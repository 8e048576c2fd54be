"""Finished EPUBs, looked at from outside."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from plainspoken.diagnostics.errors import PlainspokenError
from plainspoken.guide import Guide, ReviewSummary, Span

if TYPE_CHECKING:
    from .conftest import Pack

Change = Callable[[Guide], Guide]
Check = Callable[[Path], list[str]]

NS = {"h": "http://www.w3.org/1999/xhtml", "s": "http://www.w3.org/ns/SMIL"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def words(element: etree._Element) -> str:
    """All text within an element."""
    return str(etree.tostring(element, method="text", encoding="unicode", with_tail=False))


def one(within: etree._Element, path: str) -> etree._Element:
    """The first element at a path; it is there."""
    found = within.find(path, NS)
    assert found is not None, path
    return found


def read(path: Path, name: str) -> etree._Element:
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(f"EPUB/{name}"))


def metas(path: Path, name: str) -> list[str]:
    package = read(path, "content.opf")
    return [
        str(element.text)
        for element in package.iterfind(".//{*}meta")
        if element.get("property") == name
    ]


def sentence_texts(path: Path, section: str) -> list[str]:
    page = read(path, f"{section}.xhtml")
    return [words(element) for element in page.iterfind(".//h:span[@id]", NS)]


def test_editions_pass_epubcheck_without_a_warning(
    pack: Pack, foreign: Change, epubcheck: Check
) -> None:
    assert epubcheck(pack(name="sound.epub").path) == []
    assert epubcheck(pack(sound=False, name="text.epub").path) == []
    assert epubcheck(pack(foreign, lang="es", name="foreign.epub").path) == []


def test_everything_of_commonmark_passes_epubcheck(
    small_guide: Path, pack: Pack, epubcheck: Check
) -> None:
    (small_guide / "source/a b.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
        "utf-8",
    )
    text = """# All of *it*

## Part **one**

Line\\
break, `code <b>`, ***both***, <https://example.org/?a=b&c=d> & more.

![A square](a%20b.svg)

Words with ![a square](a%20b.svg) in them.

3. three

   second paragraph

   > quoted *text*
4. four
   - nested
     - deeper

```
code <tag>
  indented
```

| a | b |
|:-:|--:|
| 1 |   |

***

> [!TIP]
> - listed
>
> | x |
> |---|
> | y |

> [!NOTE]
> A note.

> [!IMPORTANT]
> Important.

> [!CAUTION]
> Careful.
"""
    (small_guide / "source/03-all.md").write_text(text, "utf-8")
    packed = pack()
    assert epubcheck(packed.path) == []
    assert "visual" in metas(packed.path, "schema:accessMode")
    assert "alternativeText" in metas(packed.path, "schema:accessibilityFeature")


def test_the_text_of_an_edition_is_the_text_of_the_guide(pack: Pack) -> None:
    packed = pack()
    for section in packed.guide.sections:
        page = read(packed.path, f"{section.id}.xhtml")
        by_id = {
            element.get("id"): words(element) for element in page.iterfind(".//h:span[@id]", NS)
        }
        for block in section.leaves():
            assert [by_id[sentence.id] for sentence in block.sentences] == [
                sentence.text for sentence in block.sentences
            ]


def test_white_space_between_sentences_is_the_texts_own(small_guide: Path, pack: Pack) -> None:
    path = small_guide / "source/01-boil.md"
    path.write_text(
        path.read_text("utf-8").replace("Wait. Is", "*un***able**. 这是。那是。 Is"), "utf-8"
    )
    page = read(pack().path, "boil.xhtml")
    text = words(page)
    assert "unable. 这是。那是。 Is it ready?" in text


def test_each_sentence_has_one_par_in_order(pack: Pack) -> None:
    packed = pack()
    for section in packed.guide.sections:
        smil = read(packed.path, f"{section.id}.smil")
        sources = [str(element.get("src")) for element in smil.iterfind(".//s:text", NS)]
        expected = [f"{section.id}.xhtml#{sentence.id}" for sentence in section.sentences()]
        assert sources == expected


def test_durations_are_those_of_the_sound_in_parts_and_in_sum(pack: Pack) -> None:
    packed = pack()
    durations = [float(text.rstrip("s")) for text in metas(packed.path, "media:duration")]
    assert durations[0] == pytest.approx(sum(durations[1:]), abs=0.0005)
    *tracks, contents = durations[1:]
    assert tracks == [pytest.approx(t.seconds, abs=0.0005) for t in packed.narration.tracks]
    assert 0 < contents < sum(tracks)


def test_the_contents_are_heard_as_the_sections_have_their_headings(pack: Pack) -> None:
    path = pack().path
    contents, smil = read(path, "nav.xhtml"), read(path, "nav.smil")
    links = {element.get("id"): element for element in contents.iterfind(".//h:a[@id]", NS)}
    heard = []
    for par in smil.iterfind(".//s:par", NS):
        link = links[str(one(par, "s:text").get("src")).removeprefix("nav.xhtml#")]
        audio = one(par, "s:audio")
        section = str(link.get("href")).partition(".")[0]
        assert str(audio.get("src")).endswith(f"-{section}.mp3")
        page = read(path, f"{section}.xhtml")
        heading = next(
            span for span in page.iterfind(".//h:span[@id]", NS) if words(span) == words(link)
        )
        clip = next(
            one(own, "s:audio")
            for own in read(path, f"{section}.smil").iterfind(".//s:par", NS)
            if str(one(own, "s:text").get("src")).endswith(f"#{heading.get('id')}")
        )
        assert audio.items() == clip.items()
        heard.append(link)
    assert heard == contents.findall(".//h:nav[@id='toc']//h:a", NS)
    package = read(path, "content.opf")
    item = next(e for e in package.iterfind(".//{*}item") if e.get("properties") == "nav")
    assert item.get("media-overlay") == "file-nav.smil"


def test_what_can_be_skipped_is_marked_for_the_ear_and_notes_stay_in_sight(
    small_guide: Path, pack: Pack
) -> None:
    text = (
        "# Pour\n\n- One\n  1. Deep\n\n| Cup | |\n|---|---|\n| Big | |\n\n"
        "> [!NOTE]\n> A note.\n\n> [!TIP]\n> A tip.\n\n> [!WARNING]\n> Hot.\n"
    )
    (small_guide / "source/03-pour.md").write_text(text, "utf-8")
    path = pack().path
    page, smil = read(path, "pour.xhtml"), read(path, "pour.smil")
    kind = "{http://www.idpf.org/2007/ops}type"
    ids = {element.get("id"): element for element in page.iterfind(".//*[@id]")}
    found = []
    for seq in smil.iterfind(".//s:seq", NS):
        address = str(seq.get("{http://www.idpf.org/2007/ops}textref"))
        element = ids[address.removeprefix("pour.xhtml#")]
        found.append((seq.get(kind), etree.QName(element).localname))
        assert element.get(kind) != "note", "some reading systems hide such an element"
        assert seq.findall(".//s:par", NS)
    assert found == [
        ("list", "ul"), ("list-item", "li"), ("list", "ol"), ("list-item", "li"),
        ("table", "table"), ("table-row", "tr"), ("table-cell", "th"),
        ("table-row", "tr"), ("table-cell", "th"),
        ("note", "aside"), ("note", "aside"), ("notice", "div"),
    ]  # fmt: skip


def test_the_voice_is_named_as_synthetic(pack: Pack) -> None:
    assert metas(pack().path, "media:narrator") == ["espeak-ng, synthetic draft voice"]


def test_a_text_only_edition_claims_no_sound_and_says_so(pack: Pack) -> None:
    packed = pack(sound=False)
    assert metas(packed.path, "schema:accessModeSufficient") == ["textual"]
    assert "synchronizedAudioText" not in metas(packed.path, "schema:accessibilityFeature")
    assert metas(packed.path, "media:duration") == []
    assert "This edition has no sound." in sentence_texts(packed.path, "opening")


def test_no_conformance_is_claimed_without_a_review(pack: Pack) -> None:
    package = read(pack().path, "content.opf")
    assert "conformsTo" not in etree.tostring(package).decode()


def test_a_draft_says_that_it_is_one_in_text_in_sound_and_on_its_cover(pack: Pack) -> None:
    packed = pack()
    notice = "No clinician has reviewed this guide yet."
    assert notice in sentence_texts(packed.path, "opening")
    spoken = {clip.sentence_id for clip in packed.narration.tracks[0].clips}
    opening = packed.guide.sections[0]
    assert (
        next(sentence.id for sentence in opening.sentences() if sentence.text == notice) in spoken
    )
    assert "Draft, not medically reviewed" in words(read(packed.path, "cover.svg"))


def test_a_block_in_another_language_says_so(pack: Pack, foreign: Change) -> None:
    packed = pack(foreign, lang="es")
    page = read(packed.path, "brew.xhtml")
    assert page.get("lang") == "es"
    marked = [
        element for element in page.iterfind(".//h:p[@lang]", NS) if element.get("lang") == "en"
    ]
    assert marked
    assert all(element.get(LANG) == "en" and element.get("dir") == "ltr" for element in marked)
    assert not read(packed.path, "boil.xhtml").findall(".//h:body//*[@lang]", NS)


def test_a_telephone_number_that_is_set_can_be_called(small_guide: Path, pack: Pack) -> None:
    values = small_guide / "source/values.toml"
    values.write_text(
        values.read_text("utf-8").replace('number = ""', 'number = "555 0100"'), "utf-8"
    )
    (number,) = read(pack().path, "boil.xhtml").findall(".//h:bdi", NS)
    assert number.get("dir") == "ltr"
    assert [element.get("href") for element in number] == ["tel:5550100"]


def test_the_first_document_of_the_spine_is_the_silent_cover(pack: Pack) -> None:
    package = read(pack().path, "content.opf")
    first = one(package, ".//{*}itemref")
    item = next(
        element
        for element in package.iterfind(".//{*}item")
        if element.get("id") == first.get("idref")
    )
    assert item.get("href") == "cover.xhtml"
    assert item.get("media-overlay") is None


def test_the_contents_are_shown_and_the_landmarks_are_for_programs_alone(pack: Pack) -> None:
    contents, landmarks = read(pack(sound=False).path, "nav.xhtml").iterfind(".//h:nav", NS)
    assert (contents.get("id"), contents.get("hidden")) == ("toc", None)
    assert (landmarks.get("id"), landmarks.get("hidden")) == ("landmarks", "hidden")


def test_a_right_to_left_edition_says_its_direction_on_every_level(
    pack: Pack, epubcheck: Check
) -> None:
    title = "كيف تعد الشاي"

    def change(guide: Guide) -> Guide:
        sentence = replace(guide.title.sentences[0], lang="ar", spans=(Span(title),))
        return replace(
            guide, lang="ar", title=replace(guide.title, lang="ar", sentences=(sentence,))
        )

    packed = pack(change, lang="ar", name="rtl.epub")
    assert epubcheck(packed.path) == []
    package = read(packed.path, "content.opf")
    assert package.get("dir") == "rtl"
    assert one(package, ".//{*}spine").get("page-progression-direction") == "rtl"
    page = read(packed.path, "opening.xhtml")
    assert page.get("dir") == "rtl"
    assert words(one(page, ".//h:h1")) == title
    english = one(read(packed.path, "boil.xhtml"), ".//h:h1")
    assert (english.get("lang"), english.get("dir")) == ("en", "ltr")


@pytest.mark.parametrize(
    "content",
    ["<svg><script/></svg>", "<svg onload='x()'/>", "<svg", "<svg><a href='http://x'/></svg>"],
)
def test_a_picture_that_runs_or_fetches_is_refused(
    small_guide: Path, pack: Pack, tmp_path: Path, content: str
) -> None:
    (small_guide / "source/x.svg").write_text(content, "utf-8")
    path = small_guide / "source/01-boil.md"
    path.write_text(path.read_text("utf-8") + "\n![A sign](x.svg)\n", "utf-8")
    with pytest.raises(PlainspokenError, match=r"source/x.svg"):
        pack(sound=False)
    assert not list(tmp_path.glob("*.epub*"))


def test_the_zip_begins_with_a_stored_mimetype_and_has_no_clock(pack: Pack) -> None:
    with zipfile.ZipFile(pack().path) as archive:
        entries = archive.infolist()
    assert entries[0].filename == "mimetype"
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert all(entry.filename.isascii() for entry in entries)


def test_source_date_epoch_is_the_date_of_the_release(
    pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (modified,) = metas(pack(sound=False).path, "dcterms:modified")
    assert modified.startswith("2026-01-31T00:")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert metas(pack(sound=False).path, "dcterms:modified") == ["2023-11-14T22:13:20Z"]


def test_the_time_of_the_last_change_moves_with_the_content_and_a_revision(
    small_guide: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def find_time() -> str:
        (modified,) = metas(pack(sound=False).path, "dcterms:modified")
        return modified

    settings, text = small_guide / "source/guide.toml", small_guide / "source/01-boil.md"
    first = find_time()
    assert find_time() == first
    text.write_text(text.read_text("utf-8").replace("Wait.", "Wait a bit."), "utf-8")
    edited = find_time()
    assert edited != first
    dates = settings.read_text("utf-8").replace("[dates]", "[dates]\nrevision = 7")
    settings.write_text(dates, "utf-8")
    assert find_time()[:14] == "2026-01-31T07:" > edited[:14]
    settings.write_text(dates.replace("2026-01-31", "2026-02-01"), "utf-8")
    assert find_time() > "2026-02-01"


def test_the_package_says_version_and_edition_as_the_page_does(pack: Pack) -> None:
    packed = pack(sound=False)
    assert metas(packed.path, "schema:version") == [packed.project.version]
    (edition,) = metas(packed.path, "schema:bookEdition")
    assert edition in sentence_texts(packed.path, "colophon")
    assert packed.project.version in edition


def test_the_metadata_says_how_much_is_signed_and_until_when_reviews_hold(
    pack: Pack, foreign: Change, epubcheck: Check
) -> None:
    summary = ReviewSummary(6, 37, datetime.date(2027, 1, 31))
    packed = pack(lambda guide: replace(foreign(guide), review=summary), False, "es", "es.epub")
    (status,) = metas(packed.path, "schema:creativeWorkStatus")
    assert status == "Partes de esta traducción que ha revisado otra persona: 6 de 37."
    assert status in sentence_texts(packed.path, "colophon")
    assert metas(packed.path, "schema:expires") == ["2027-01-31"]
    assert epubcheck(packed.path) == []
    plain = pack(sound=False, name="en.epub").path
    assert metas(plain, "schema:creativeWorkStatus") == metas(plain, "schema:expires") == []


def test_the_package_sorts_people_and_links_the_licence(
    small_guide: Path, pack: Pack, epubcheck: Check
) -> None:
    settings = small_guide / "source/guide.toml"
    text = settings.read_text("utf-8").replace("by/4.0/", "été/")
    settings.write_text(f'{text}\n[file_as]\n"Ada Leaf" = "Leaf, Ada"\n', "utf-8")
    path = pack(sound=False).path
    package = read(path, "content.opf")
    (sorting,) = (e for e in package.iterfind(".//{*}meta") if e.get("property") == "file-as")
    creator = one(package, ".//{*}creator")
    assert (sorting.text, sorting.get("refines")) == ("Leaf, Ada", f"#{creator.get('id')}")
    assert metas(path, "dcterms:license") == ["https://creativecommons.org/licenses/%C3%A9t%C3%A9/"]
    assert epubcheck(path) == []


def test_names_of_pictures_that_look_alike_are_different_files(
    small_guide: Path, pack: Pack, epubcheck: Check
) -> None:
    names = ["a/b.gif", "a-b.gif", "a_b.gif", "a.b.gif", "a_2d_b.gif", "a/c/b.gif", "a/c-b.gif"]
    pixel = (
        b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\4\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"
    )
    for name in names:
        path = small_guide / "source" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pixel)
    text = small_guide / "source/02-brew.md"
    pictures = "".join(f"\n![A cup]({name})\n" for name in names)
    text.write_text(text.read_text("utf-8") + pictures, "utf-8")
    assert epubcheck(pack(sound=False).path) == []


@pytest.mark.parametrize(
    ("lang", "people"), [("en", {"Ada Leaf"}), ("es", {"Ada Leaf", "Ana Luz"})]
)
def test_a_translation_names_its_translators_beside_the_authors(
    small_guide: Path, pack: Pack, foreign: Change, lang: str, people: set[str]
) -> None:
    settings = small_guide / "source/guide.toml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("[locales.en]", '[locales.en]\ntranslators = ["Ana Luz"]'))
    change = foreign if lang == "es" else lambda guide: guide
    package = read(pack(change, sound=False, lang=lang).path, "content.opf")
    named = (*package.iterfind(".//{*}creator"), *package.iterfind(".//{*}contributor"))
    assert {person.text for person in named} == people
    roles = {"#" + str(person.get("id")): person.text for person in named}
    metas = (meta for meta in package.iterfind(".//{*}meta") if meta.get("property") == "role")
    assert {(roles[str(meta.get("refines"))], meta.text) for meta in metas} == {
        (name, "aut" if name == "Ada Leaf" else "trl") for name in people
    }
