"""What is added to a lexicon stands where its word stands, and every other byte stays."""

from __future__ import annotations

import tomllib

import pytest

from plainspoken.audio.lexicon.lexicon_toml import Addition, add_sayings
from plainspoken.diagnostics.errors import CatalogError

IPA = Addition("a", "ipa", "en", "æ")
SAY = Addition("a", "say", "en", "ay")
OTHER = Addition("b", "say", "en", "bee")


@pytest.mark.parametrize(
    ("before", "additions", "after"),
    [
        ("", [SAY], '[a.say]\nen = "ay"\n'),
        ("", [SAY, IPA], '[a.say]\nen = "ay"\n[a.ipa]\nen = "æ"\n'),
        ("", [SAY, OTHER], '[a.say]\nen = "ay"\n\n[b.say]\nen = "bee"\n'),
        ("# x", [SAY], '# x\n\n[a.say]\nen = "ay"\n'),
        ("\n\n", [SAY], '\n\n\n[a.say]\nen = "ay"\n'),
        ("[a.say]", [SAY], '[a.say]\nen = "ay"\n'),
        ('[a.say]\nes = "x"', [SAY], '[a.say]\nes = "x"\nen = "ay"\n'),
        ("[a]\nsyllables = 'a'\n", [SAY], "[a]\nsyllables = 'a'\n[a.say]\nen = \"ay\"\n"),
        ("[a]\n\n# of c\n[c]\n", [SAY], '[a]\n[a.say]\nen = "ay"\n\n# of c\n[c]\n'),
        ("[a]\n# mine\nx = 1\n \n  # of c\n[c]", [SAY],
         '[a]\n# mine\nx = 1\n[a.say]\nen = "ay"\n \n  # of c\n[c]\n'),
        ("[a.say]\nes = 'x'\n\n[c]\n\n[a.ipa]\nes = 'y'\n\n# End", [SAY, IPA],
         "[a.say]\nes = 'x'\nen = \"ay\"\n\n[c]\n\n[a.ipa]\nes = 'y'\nen = \"æ\"\n\n# End\n"),
        ("[a.ipa]\nes = 'x'\n\n[a.espeak]\nes = 'y'\n", [SAY],
         "[a.ipa]\nes = 'x'\n\n[a.espeak]\nes = 'y'\n[a.say]\nen = \"ay\"\n"),
        ("  [a . say]\nes = 'x'\n", [SAY], "  [a . say]\nes = 'x'\nen = \"ay\"\n"),
        ("['a'.\"say\"] # x\n", [SAY], "['a'.\"say\"] # x\nen = \"ay\"\n"),
        ("[[c]]\n[a]\n", [SAY], '[[c]]\n[a]\n[a.say]\nen = "ay"\n'),
    ],
)  # fmt: skip
def test_an_addition_stands_with_its_word(
    before: str, additions: list[Addition], after: str
) -> None:
    assert add_sayings(before, additions, "f") == after
    table = tomllib.loads(after)
    for each in additions:
        assert table[each.word][each.table][each.lang] == each.text


@pytest.mark.parametrize(
    ("word", "key"),
    [("a", "a"), ("A-b_9", "A-b_9"), ("a b", '"a b"'), ("é", '"é"'), ('q"', '"q\\""'), ("", '""'),
     ("a.b", '"a.b"')],
)  # fmt: skip
def test_names_that_are_not_plain_stand_in_quotes(word: str, key: str) -> None:
    assert add_sayings("", [Addition(word, "say", "pt-BR", 'é "x"\n')], "f") == (
        f'[{key}.say]\npt-BR = "é \\"x\\"\\n"\n'
    )


def test_the_ends_of_lines_and_the_mark_at_the_head_stay() -> None:
    assert add_sayings("\ufeff# x\r\n[a]\r\n", [SAY], "f") == (
        '\ufeff# x\r\n[a]\r\n[a.say]\r\nen = "ay"\r\n'
    )
    assert add_sayings("\ufeff", [SAY], "f") == '\ufeff[a.say]\nen = "ay"\n'


@pytest.mark.parametrize(
    "before", ["a = {say = {es = 'x'}}\n", "[a.say]\nen = 'x'\n", "[a]\nsay.es = 'x'\n"]
)
def test_a_word_in_another_form_is_named_with_what_to_write(before: str) -> None:
    with pytest.raises(CatalogError) as raised:
        add_sayings(before, [SAY, OTHER], "lexicon.toml")
    (finding,) = raised.value.findings
    assert finding.location == "lexicon.toml"
    assert finding.message == "`a` stands in a form that cannot be changed"
    assert finding.hint == "Write it as tables of its own: [a.say]."
