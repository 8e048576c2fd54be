"""Who reads a guide is counted by sentences, and guessed before there is a script."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import pytest

from plainspoken.audio.credits import count_readers, find_unspoken, guess_readers, has_one_reader
from plainspoken.audio.voices import Voice, VoiceFacts
from plainspoken.guide import Block, Guide, Place, Section, Sentence, Span
from plainspoken.languages import Language
from plainspoken.narration import Reader, ScriptEntry, SpokenSentence, VoiceLine


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks languages, and is never asked to."""

    credit: str
    langs: tuple[str, ...] = ("en",)
    engine: ClassVar[str] = "test"

    def speaks(self, language: Language) -> bool:
        return language.tag in self.langs

    def cache_key(self, language: Language) -> str:
        return language.tag

    def prepare(self) -> None:
        raise AssertionError

    def speak(self, text: str, language: Language) -> bytes:
        raise AssertionError(text, language)


@dataclass(frozen=True, slots=True)
class Person(Speaker):
    facts: ClassVar[VoiceFacts] = VoiceFacts("person", "", 0)


ANN, BO, CY = Person("Ann"), Speaker("Bo"), Speaker("Cy", ("es", "fr"))
VOICES: tuple[Voice, ...] = (ANN, BO, CY)


def make_script(*entries: dict[int, int]) -> dict[str, ScriptEntry]:
    """A sentence for each: how many letters each voice says of it."""
    return {
        f"s{number}": ScriptEntry(
            tuple(VoiceLine(voice, "en", "x" * count) for voice, count in entry.items()),
            SpokenSentence((), ()),
            (),
        )
        for number, entry in enumerate(entries)
    }


@pytest.mark.parametrize(
    ("entries", "readers"),
    [
        ([], []),
        ([{}], []),
        ([{0: 5}], [("Ann", 100)]),
        ([{0: 5}, {1: 5}, {1: 5}], [("Bo", 67), ("Ann", 33)]),
        ([{1: 5}, {0: 5}], [("Ann", 50), ("Bo", 50)]),
        ([{0: 5, 1: 6}, {0: 1}, {}], [("Ann", 50), ("Bo", 50)]),
        ([{0: 6, 1: 5}], [("Ann", 99), ("Bo", 1)]),
        ([{0: 5, 1: 5}], [("Ann", 99), ("Bo", 1)]),
        ([{0: 9}] * 299 + [{2: 1}], [("Ann", 99), ("Cy", 1)]),
        ([{0: 9}] * 1 + [{1: 9}] * 1 + [{2: 9}] * 2, [("Cy", 50), ("Ann", 25), ("Bo", 25)]),
    ],
)
def test_a_sentence_is_theirs_who_say_most_of_it(
    entries: list[dict[int, int]], readers: list[tuple[str, int]]
) -> None:
    found = count_readers(make_script(*entries), VOICES)
    assert [(reader.name, reader.percent) for reader in found] == readers
    assert sum(reader.percent for reader in found) in (0, 100)
    assert {reader.kind for reader in found if reader.name == "Ann"} <= {"person"}
    assert {reader.kind for reader in found if reader.name != "Ann"} <= {"natural"}


def make_guide(*langs: str) -> Guide:
    sentences = [Sentence(f"s{n}", lang, (Span("x"),)) for n, lang in enumerate(langs)]
    blocks = tuple(Block(f"b{n}", "paragraph", "en", (s,)) for n, s in enumerate(sentences))
    section = Section("opening", "body", blocks, Place("a.md"))
    return Guide("g", "en", "en", blocks[0], blocks[0], (), (section,))


def test_languages_that_nobody_speaks_are_told_in_order() -> None:
    guide = make_guide("en", "ru", "es", "de", "ru")
    assert find_unspoken(guide, VOICES) == ("de", "ru")
    assert find_unspoken(guide, (CY,)) == ("de", "en", "ru")
    assert find_unspoken(make_guide("es"), VOICES) == ()


def test_the_first_who_speaks_a_language_is_guessed_to_read_it() -> None:
    assert guess_readers(make_guide("es", "fr", "en"), VOICES) == (
        Reader("Ann", "person"), Reader("Cy", "natural"),
    )  # fmt: skip
    assert guess_readers(make_guide("en"), (BO, ANN)) == (Reader("Bo", "natural"),)
    assert guess_readers(make_guide("en", "ru"), VOICES) == ()
    assert guess_readers(make_guide("es"), (CY,)) == (), "nobody reads its own language"


def test_a_guess_is_sure_where_all_who_may_read_have_one_name() -> None:
    assert has_one_reader(make_guide("en"), (BO, Speaker("Bo"), CY))
    assert not has_one_reader(make_guide("en"), VOICES)
    assert not has_one_reader(make_guide("en", "es"), (BO, CY))
    assert has_one_reader(make_guide("ru"), ())
