"""Words that the lexicon should say, and entries that no text uses."""

from __future__ import annotations

import json
import shlex
from dataclasses import replace
from pathlib import Path

import pytest

from plainspoken.audio.lexicon.check import find_unsaid, find_unused
from plainspoken.cli import main
from plainspoken.config.project import load_project
from plainspoken.guide import Guide
from plainspoken.parsing import parse


def read(folder: Path, text: str, lexicon: str = "", glossary: str = "") -> Guide:
    (folder / "source" / "01-boil.md").write_text(f"# Boil\n\n{text}\n", "utf-8")
    (folder / "source" / "lexicon.toml").write_text(lexicon, "utf-8")
    path = folder / "source" / "glossary.toml"
    path.write_text(path.read_text("utf-8") + glossary, "utf-8")
    return parse(load_project(folder))


def unsaid(guide: Guide) -> dict[str, str]:
    return {word.word: word.reason for word in find_unsaid(guide)}


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("doxorubicin", "rubicin"), ("Amoxicillin", "cillin"), ("imatinib", "tinib"),
        ("rituximab", "mab"), ("pegasparaginase", "asparaginas"),
        ("doxorubicina", "rubicin"), ("Doxorubicine", "rubicin"), ("metotrexato", "trexat"),
        ("ondansetron", "setron"), ("cyclophosphamide", "phosphamid"), ("cisplatin", "platin"),
        ("fluconazol", "conazol"), ("aciclovir", "ciclovir"), ("pegaspargase", "as"),
        ("atenolol", "olol"),
    ],
)  # fmt: skip
def test_a_word_that_ends_in_a_stem_is_found(word: str, stem: str, small_guide: Path) -> None:
    (found, *_) = find_unsaid(read(small_guide, f"Boil the water.\n\nGive it {word} now."))
    assert found.reason == "stem"
    assert found.about.startswith(f"-{stem}")
    assert (found.place.file, found.place.line) == ("source/01-boil.md", 5)
    assert shlex.split(found.command)[:4] == ["plainspoken", "speak", "--say", found.word]


@pytest.mark.parametrize(
    "text",
    [
        "The increase and the database, a concept, an American April.",
        "The WHO and the NASAs and a bedtime tide.",
        "Drop a tablet, a mab, or `doxorubicin`.",
        "Swim in the Reservoir with medicine and machines.",
    ],
)
def test_ordinary_words_are_not_found(text: str, small_guide: Path) -> None:
    assert unsaid(read(small_guide, text)) == {}


def test_a_word_with_an_entry_is_not_found(small_guide: Path) -> None:
    text = "Take Imatinib, doxorubicin, aspirinol, nilotinib and zzibs."
    lexicon = (
        '[imatinib.ipa]\nen = "a"\n[doxorubicin]\nsyllables = "dox"\n[aspirinol.say]\nen = "a"\n'
        '[nilotinib.say]\nes = "a"\n[zzib]\nsyllables = "zzib"\n'
    )
    assert unsaid(read(small_guide, text, lexicon)) == {"nilotinib": "stem"}


def test_reasons_are_told_apart(small_guide: Path) -> None:
    text = "Take Qwblorb, Zzyva and then Frumious."
    glossary = '\n[zzyva]\nterm = "zzyva count"\ndefinition = "A count."\n'
    lexicon = '[Qwblorb.say]\nes = "corb"\n'
    found = unsaid(read(small_guide, text, lexicon, glossary))
    assert found == {
        "Qwblorb": "other language", "Zzyva": "glossary", "Frumious": "no dictionary"
    }  # fmt: skip


def test_a_language_without_a_dictionary_goes_by_stems(small_guide: Path) -> None:
    guide = read(small_guide, "Tome imatinib y servir la base concept.")
    sections = tuple(
        replace(
            section,
            blocks=tuple(
                replace(
                    block,
                    sentences=tuple(replace(each, lang="es") for each in block.sentences),
                )
                for block in section.blocks
            ),
        )
        for section in guide.sections
    )
    assert unsaid(replace(guide, lang="es", sections=sections)) == {"imatinib": "stem"}


def test_entries_that_no_text_uses_are_found(small_guide: Path) -> None:
    lexicon = (
        '[kettle]\nsyllables = "ket-tle"\n[leaf]\nsyllables = "leaf"\n\n[TEA.say]\nen = "T"\n'
        '[Boil.say]\nen = "b"\n[spout.say]\nes = "s"\n[pot.ipa]\nen = "p"\n'
    )
    guide = read(small_guide, "Boil the kettles with tea, and the POT.", lexicon)
    assert [(entry.word, entry.place.line) for entry in find_unused(guide)] == [
        ("leaf", 3), ("TEA", 6),
    ]  # fmt: skip


def test_the_command_lists_words_and_how_to_hear_them(
    small_guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    read(small_guide, "Take imatinib.", '[Unused.say]\nen = "x"\n')
    assert main(["lexicon", "check", "en", "-C", str(small_guide)]) == 0
    shown = capsys.readouterr().out
    assert "source/01-boil.md:3: imatinib (-tinib: inhibitors of tyrosine kinase)\n" in shown
    assert '    plainspoken speak --say "imatinib" --language en\n' in shown
    assert "source/lexicon.toml:1: Unused (en)" in shown
    assert main(["lexicon", "check", "en", "--json", "-C", str(small_guide)]) == 0
    table = json.loads(capsys.readouterr().out)
    assert table["unsaid"][0]["word"] == "imatinib"
    assert table["unsaid"][0]["place"] == {"file": "source/01-boil.md", "line": 3}
    assert table["unused"] == [
        {"word": "Unused", "lang": "en", "place": {"file": "source/lexicon.toml", "line": 1}}
    ]
