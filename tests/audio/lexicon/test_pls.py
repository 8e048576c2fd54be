"""The lexicon as PLS, and back."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from plainspoken.audio.lexicon.exchange import import_pls, list_words
from plainspoken.audio.lexicon.lexicon_toml import Addition, add_sayings
from plainspoken.audio.lexicon.pls import NAMESPACE, SpokenWord, read_pls, write_pls
from plainspoken.cli import main
from plainspoken.config.project import load_project
from plainspoken.config.text_files import HIDDEN_CHARACTER
from plainspoken.diagnostics.errors import CatalogError
from plainspoken.guide import Pronunciation
from plainspoken.languages import load
from plainspoken.parsing.tables import read_lexicon

ROOT = Path(__file__).parents[3]
HEAD = f'<lexicon version="1.0" xmlns="{NAMESPACE}" alphabet="ipa" xml:lang="en">'
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("pls.rng")))
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(small_guide: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*args: str) -> tuple[int, str]:
        code = main(["lexicon", *args, "-C", str(small_guide)])
        captured = capsys.readouterr()
        return code, captured.out + captured.err

    return run


def lexeme(*lines: str) -> str:
    return "\n".join([HEAD, "<lexeme>", *lines, "</lexeme>", "</lexicon>"])


WORD = "<grapheme>Xyz</grapheme>"


def test_the_export_of_the_guide_has_all_words_in_the_form_of_pls() -> None:
    lexicon, errors = read_lexicon(load_project(ROOT))
    assert not errors
    for lang in ("en", "es"):
        words = list_words(lexicon, load(lang))
        SCHEMA.assertValid(etree.fromstring(write_pls(words, lang)))
        assert read_pls(write_pls(words, lang), "w.pls").words == tuple(
            SpokenWord(word.word, word.ipa, word.say, line)
            for word, line in zip(words, _lines(write_pls(words, lang)), strict=True)
        )
    english = {word.word: word for word in list_words(lexicon, load("en"))}
    assert english["doxorubicin"] == SpokenWord(
        "doxorubicin", "dˌɑːksoʊɹˈuːbɪsɪn", "dox o roo bih sin"
    )


def _lines(raw: bytes) -> list[int]:
    return [
        number for number, line in enumerate(raw.decode().splitlines(), 1) if "<grapheme>" in line
    ]


IPA = st.text(st.sampled_from("abdefɡhijklmnoprstuvwzæðŋɑɔəɛɪɹʃʊʌʒˈˌː. "), min_size=1, max_size=9)
TEXT = st.text(max_size=9).filter(lambda text: text.strip() and not HIDDEN_CHARACTER.search(text))
WORDS = st.lists(
    st.tuples(TEXT, st.one_of(st.just(""), IPA), st.one_of(st.just(""), TEXT)),
    min_size=1, max_size=5, unique_by=lambda word: " ".join(word[0].split()),
)  # fmt: skip


@settings(deadline=None)
@given(WORDS)
def test_export_import_export_gives_the_same_bytes(words: list[tuple[str, str, str]]) -> None:
    trimmed = [
        SpokenWord(" ".join(word.split()), " ".join(ipa.split()), " ".join(say.split()))
        for word, ipa, say in words
    ]
    spoken = [word for word in trimmed if word.ipa.strip("ˈˌː. ") or word.say]
    if not spoken:
        return
    first = write_pls(spoken, "en")
    SCHEMA.assertValid(etree.fromstring(first))
    pls = read_pls(first, "w.pls")
    added = [
        Addition(word.word, table, "en", text)
        for word in pls.words
        for table, text in (("ipa", word.ipa), ("say", word.say))
        if text
    ]
    table = tomllib.loads(add_sayings("", added, "lexicon.toml"))
    again = [
        SpokenWord(word, by.get("ipa", {}).get("en", ""), by.get("say", {}).get("en", ""))
        for word, by in table.items()
    ]
    assert write_pls(again, "en") == first


def test_a_round_trip_by_the_commands_gives_the_same_bytes(
    run: Run, small_guide: Path, tmp_path: Path
) -> None:
    path = small_guide / "source" / "lexicon.toml"
    path.write_text(
        '# Ours\n[kettle]\nsyllables = "ket-tle"\n[kettle.espeak]\nen = "k\'Et@L"\n\n'
        '# Short\n["T&A".say]\nen = "T and A"\n[Ceylon.ipa]\nen = "sɪˈlɒn"\n', "utf-8"
    )  # fmt: skip
    first, second = tmp_path / "first.pls", tmp_path / "second.pls"
    assert run("export", "en", "-o", str(first))[0] == 0
    path.write_text('# Ours\n[kettle]\nsyllables = "ket-tle"\n\n# End\n', "utf-8")
    assert run("import", str(first))[0] == 0
    assert path.read_text("utf-8") == (
        '# Ours\n[kettle]\nsyllables = "ket-tle"\n[kettle.ipa]\nen = "kˈɛɾəl"\n\n# End\n\n'
        '["T&A".say]\nen = "T and A"\n\n[Ceylon.ipa]\nen = "sɪˈlɒn"\n'
    )
    assert run("export", "en", "-o", str(second))[0] == 0
    assert first.read_bytes() == second.read_bytes()
    assert "Added: 0. Not taken: 0." in run("import", str(first))[1]
    assert run("export", "en")[1].encode() == first.read_bytes()


def test_what_stands_in_the_lexicon_stays_and_is_told(
    run: Run, small_guide: Path, tmp_path: Path
) -> None:
    path = small_guide / "source" / "lexicon.toml"
    before = '[Xyz.espeak] # ours\nen = "k\'at"\n\n[Abc.say]\nen = "abc"'
    path.write_text(before, "utf-8")
    file = tmp_path / "w.pls"
    file.write_text(lexeme(WORD, "<phoneme>dɒɡ</phoneme>", "<alias>dog</alias>"), "utf-8")
    code, shown = run("import", str(file))
    assert code == 1
    assert "w.pls:3: `Xyz` is 'dɒɡ' here and 'kˈæt' in the lexicon, which stays" in shown
    assert path.read_text("utf-8") == before.replace("\n\n", '\n[Xyz.say]\nen = "dog"\n\n') + "\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_line_ends_and_marks_stay(newline: str, bom: str) -> None:
    text = bom + newline.join(['# "One"', "[a.say]", 'en = "x" # y', "", "# Two", ""])
    new = [Addition("a", "ipa", "en", "a"), Addition("a", "say", "es", "é"),
           Addition("b c.", "say", "en", 'q"\\'), Addition("b c.", "ipa", "en", "b")]  # fmt: skip
    after = add_sayings(text, new, "f")
    assert after == bom + newline.join(
        ['# "One"', "[a.say]", 'en = "x" # y', 'es = "é"', "[a.ipa]", 'en = "a"', "", "# Two", "",
         '["b c.".say]', 'en = "q\\"\\\\"', '["b c.".ipa]', 'en = "b"', ""]
    )  # fmt: skip


@pytest.mark.parametrize("text", ['a = { say = { en = "x" } }\n', '[a]\nsay.en = "x"\n'])
def test_a_form_that_cannot_be_changed_is_told(text: str) -> None:
    with pytest.raises(CatalogError, match="`a` stands in a form"):
        add_sayings(text, [Addition("a", "say", "es", "y")], "f")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not XML"),
        ("<lexicon/>", "w.pls:1: is not PLS"),
        (HEAD.replace('"1.0"', '"2.0"') + "</lexicon>", "w.pls:1: is not PLS"),
        (f"{HEAD}</lexicon>", "w.pls:1: has no <lexeme>"),
        (lexeme("<phoneme>a</phoneme>"), "w.pls:2: a <lexeme> has no <grapheme>"),
        (lexeme(WORD), "w.pls:2: 'Xyz' has neither"),
        (lexeme(WORD, "<phoneme/>"), "w.pls:4: <phoneme> is empty"),
        (lexeme(WORD, "<phoneme>kʘt</phoneme>"), "w.pls:3: `Xyz`: espeak has no sound for 'ʘ'"),
        (lexeme(WORD, '<phoneme alphabet="x-sampa">k{t</phoneme>'),
         "w.pls:4: the alphabet 'x-sampa' cannot be read"),
        (lexeme(WORD, "<phoneme>a</phoneme>").replace('"ipa"', '"x-sampa"'), "w.pls:4: the alph"),
        (lexeme(WORD, "<phoneme>a</phoneme>").replace('alphabet="ipa"', ""), "has no alphabet"),
        (lexeme(WORD, "<phoneme>a\0b</phoneme>"), "w.pls:4: is not XML"),
        (lexeme(WORD, "<phoneme>a&#0;b</phoneme>"), "w.pls:4: is not XML"),
        (lexeme(WORD, "<alias>a\u202eb</alias>"), "w.pls:4: <alias> has a hidden"),
        (lexeme(WORD, f"<alias>{'a' * 1001}</alias>"), "w.pls:4: <alias> has more than"),
        (lexeme(WORD, "<alias>a</alias>").replace('"en"', '"fr"'), "w.pls:1: is for 'fr'"),
        (lexeme(WORD, "<alias>a</alias>").replace('"en"', '"x y"'), "w.pls:1: xml:lang"),
        (lexeme(WORD, "<alias>a</alias>").replace(' xml:lang="en"', ""), "w.pls:1: xml:lang"),
        (f"<!DOCTYPE lexicon>{lexeme(WORD, '<alias>a</alias>')}", "w.pls:1: has a document type"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_taken_changes_nothing(
    text: str, message: str, run: Run, small_guide: Path, tmp_path: Path
) -> None:
    path = small_guide / "source" / "lexicon.toml"
    before = path.read_bytes()
    (tmp_path / "w.pls").write_text(text, "utf-8")
    code, shown = run("import", str(tmp_path / "w.pls"))
    assert code == 2
    assert message in shown
    assert path.read_bytes() == before


def test_of_two_phonemes_the_preferred_one_is_taken_and_told() -> None:
    two = ("<phoneme>a</phoneme>", "<phoneme>b</phoneme>")
    for lines, ipa in (
        (two, "a"),
        ((two[0], two[1].replace(">", ' prefer="true">', 1)), "b"),
    ):
        pls = read_pls(lexeme(WORD, *lines).encode(), "w.pls")
        assert [word.ipa for word in pls.words] == [ipa]
        assert re.match(r"one <phoneme> is taken", pls.remarks[0].message)


def test_a_word_that_stands_twice_is_taken_once_and_told() -> None:
    raw = lexeme(WORD, "<alias>a</alias>", "</lexeme>\n<lexeme>", WORD, "<alias>b</alias>")
    pls = read_pls(raw.encode(), "w.pls")
    assert [word.say for word in pls.words] == ["a"]
    assert "second time; first in line 3" in pls.remarks[0].message


def test_all_graphemes_of_a_lexeme_are_said_alike() -> None:
    raw = lexeme(WORD, "<grapheme>Xyzs</grapheme>", "<alias>a</alias>").encode()
    result = import_pls("", (), read_pls(raw, "w.pls"), ["en"], "w.pls")
    assert result.text == '[Xyz.say]\nen = "a"\n\n[Xyzs.say]\nen = "a"\n'


def test_a_language_without_words_is_told(run: Run) -> None:
    code, shown = run("export", "es")
    assert code == 2
    assert "does not say how a word is said in 'es'" in shown


def test_the_nearest_language_serves() -> None:
    lexicon = (Pronunciation("a", respelling=(("pt", "x"), ("pt-PT", "y"))),)
    assert [word.say for word in list_words(lexicon, load("pt"))] == ["x"]
