"""PLS is written in one form, and whatever of it cannot be read is told with what to do."""

from __future__ import annotations

import pytest

from plainspoken.audio.lexicon.exchange import import_pls
from plainspoken.audio.lexicon.pls import NAMESPACE, SpokenWord, read_pls, write_pls
from plainspoken.diagnostics.errors import CatalogError
from plainspoken.diagnostics.finding import Finding
from plainspoken.guide import Pronunciation
from plainspoken.input_files import TEXT

HEAD = f'<lexicon version="1.0" xmlns="{NAMESPACE}" alphabet="ipa" xml:lang="en">'
WORD = "<grapheme>Xyz</grapheme>"


def make(*lexemes: str, head: str = HEAD) -> bytes:
    """A file with a line for each lexeme, from the second on."""
    lines = [f"<lexeme>{lexeme}</lexeme>" for lexeme in lexemes]
    return "\n".join([head, *lines, "</lexicon>"]).encode()


def find_errors(content: bytes) -> list[tuple[int, str, str]]:
    with pytest.raises(CatalogError) as raised:
        read_pls(content, "w.pls")
    assert {finding.file for finding in raised.value.findings} == {"w.pls"}
    return [(each.line, each.message, each.hint) for each in raised.value.findings]


def test_words_are_written_in_one_form() -> None:
    words = [SpokenWord("a & b", "æ", "<a>"), SpokenWord("c", "k"), SpokenWord("d", say="dee")]
    assert (
        write_pls(words, "pt-BR").decode()
        == f"""\
<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="{NAMESPACE}" alphabet="ipa" xml:lang="pt-BR">
  <lexeme>
    <grapheme>a &amp; b</grapheme>
    <phoneme>æ</phoneme>
    <alias>&lt;a&gt;</alias>
  </lexeme>
  <lexeme>
    <grapheme>c</grapheme>
    <phoneme>k</phoneme>
  </lexeme>
  <lexeme>
    <grapheme>d</grapheme>
    <alias>dee</alias>
  </lexeme>
</lexicon>
"""
    )


def test_all_that_a_file_says_is_read() -> None:
    content = make(
        f"{WORD}<grapheme> X \n Z </grapheme><phoneme>æ</phoneme><alias>a <b>b</b></alias>",
        '<grapheme>p</grapheme><phoneme alphabet="ipa">p</phoneme><example>no</example>',
        head=HEAD.replace('"en"', '"pt-br"'),
    )
    found = read_pls(content, "w.pls")
    assert (found.lang, found.lang_line, found.remarks) == ("pt-BR", 1, ())
    assert found.words == (
        SpokenWord("Xyz", "æ", "a b", 2), SpokenWord("X Z", "æ", "a b", 2),
        SpokenWord("p", "p", "", 4),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("content", "line", "message", "hint"),
    [
        (make(head=HEAD.replace("1.0", "1.1")), 1, "is not PLS that can be read",
         f'Ask for PLS 1.0: <lexicon version="1.0" xmlns="{NAMESPACE}" …>.'),
        (make(head=HEAD.replace("lexicon ", "lexikon ")).replace(b"</lexicon", b"</lexikon"), 1,
         "is not PLS that can be read",
         f'Ask for PLS 1.0: <lexicon version="1.0" xmlns="{NAMESPACE}" …>.'),
        (make(), 1, "has no <lexeme>", "Ask for a file with words."),
        (make("<alias>a</alias>"), 2, "a <lexeme> has no <grapheme>",
         "Name its word, or remove it."),
        (make(WORD), 2, "'Xyz' has neither <phoneme> nor <alias>",
         "Say how it is spoken, or remove it."),
        (make(f"{WORD}<alias> </alias>"), 2, "<alias> is empty", "Write what it should be."),
        (make(f"{WORD}<alias>{'a' * 1001}</alias>"), 2, "<alias> has more than 1,000 characters",
         "Write less."),
        (make(f"{WORD}<phoneme alphabet='x'>a</phoneme>"), 2, "the alphabet 'x' cannot be read",
         'Ask for phonemes in IPA: alphabet="ipa".'),
        (make(f"{WORD}<phoneme>a</phoneme>", head=HEAD.replace(' alphabet="ipa"', "")), 2,
         "has no alphabet", 'Ask for phonemes in IPA: alphabet="ipa".'),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_with_its_line(
    content: bytes, line: int, message: str, hint: str
) -> None:
    assert (line, message, hint) in find_errors(content)


def test_the_longest_text_is_read() -> None:
    (word,) = read_pls(make(f"{WORD}<alias>{'a' * 1000}</alias>"), "w.pls").words
    assert len(word.say) == 1000


def test_everything_that_is_wrong_is_told_at_once() -> None:
    content = make(f"{WORD}<alias/>", "<alias>a</alias>", head=HEAD.replace('"en"', '"x y"'))
    assert [line for line, _, _ in find_errors(content)] == [1, 2, 2, 3]


@pytest.mark.parametrize(
    ("second", "taken", "left"),
    [
        ("<phoneme>b</phoneme>", "a", "b"),
        ("<phoneme prefer='false'>b</phoneme>", "a", "b"),
        ("<phoneme prefer='true'>b</phoneme>", "b", "a"),
        ("<phoneme prefer='1'>b</phoneme>", "b", "a"),
        ("<phoneme prefer='true'>b</phoneme><phoneme prefer='true'>c</phoneme>", "b", "a"),
        ("<phoneme>a</phoneme>", "a", ""),
    ],
)
def test_one_of_several_is_taken_and_the_others_are_told(
    second: str, taken: str, left: str
) -> None:
    found = read_pls(make(f"{WORD}<phoneme>a</phoneme>{second}"), "w.pls")
    assert [word.ipa for word in found.words] == [taken]
    message = f"one <phoneme> is taken, {taken!r}, and {left!r} is not"
    hint = 'The lexicon holds one. The one that it takes has prefer="true".'
    remark = Finding("w.pls", 2, message, hint, "warning")
    assert found.remarks[:1] == ((remark,) if left else ())


def test_an_alphabet_is_asked_for_only_where_phonemes_are_taken() -> None:
    other = "<phoneme alphabet='x' >b</phoneme>"
    assert read_pls(make(f"{WORD}<phoneme>a</phoneme>{other}"), "w.pls").words[0].ipa == "a"
    assert read_pls(make(f"{WORD}<alias>a</alias>", head=HEAD.replace('"ipa"', '"x"')), "w.pls")


def test_a_word_that_stands_twice_is_told() -> None:
    again = f"{WORD}<alias>b</alias>"
    other = "<grapheme>Z</grapheme><alias>z</alias>"
    found = read_pls(make(f"{WORD}<alias>a</alias>", again, other), "w.pls")
    assert [(word.word, word.say, word.line) for word in found.words] == [
        ("Xyz", "a", 2), ("Z", "z", 4),
    ]  # fmt: skip
    message = "'Xyz' stands here a second time; first in line 2"
    hint = "Leave the better of the two; the first is taken."
    assert found.remarks == (Finding("w.pls", 3, message, hint, "warning"),)


def test_a_lexicon_that_would_grow_beyond_what_is_read_is_refused() -> None:
    pls = read_pls(make(f"{WORD}<alias>a</alias>"), "w.pls")
    largest = "#é" + "x" * (TEXT.most_bytes - 4) + "\n"
    assert len(largest.encode()) == TEXT.most_bytes
    known = (Pronunciation("Xyz", respelling=(("en", "a"),)),)
    assert import_pls(largest, known, pls, ["en"], "w.pls").added == ()
    with pytest.raises(CatalogError) as raised:
        import_pls(largest, (), pls, ["en"], "w.pls")
    message = "would make the lexicon larger than 8 MB"
    hint = "Take out what the guide does not use."
    assert [*raised.value.findings] == [Finding("w.pls", 0, message, hint)]
