"""Each letter that is said stands for a stretch of the sentence as it is written."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from plainspoken.audio.sound_places import Stretch, locate_lines, span_places
from plainspoken.guide import Mark, Sentence, Span
from plainspoken.languages import load
from plainspoken.narration import ScriptEntry, SpokenPart, SpokenSentence, VoiceLine

Pairs = Sequence[tuple[str, str]]


def locate(
    spans: Sequence[Span],
    parts: Sequence[Pairs],
    sounds: Sequence[str],
    cue: Sequence[Pairs] = (),
    lang: str = "en",
) -> list[list[tuple[str, str]]]:
    """For each line the letters that are said, with what is written for them, run by run."""
    sentence = Sentence("s", lang, tuple(spans))
    spoken = SpokenSentence(
        tuple(SpokenPart(lang, tuple(pairs)) for pairs in cue),
        tuple(SpokenPart(lang, tuple(pairs)) for pairs in parts),
    )
    entry = ScriptEntry(tuple(VoiceLine(0, lang, sound) for sound in sounds), spoken, ())
    found = []
    for sound, places in zip(sounds, locate_lines(sentence, entry, load("en")), strict=True):
        runs: list[tuple[str, str, Stretch]] = []
        assert len(places) in (0, len(sound))
        for letter, place in zip(sound, places, strict=False):
            if place and runs and runs[-1][2] == place:
                runs[-1] = (runs[-1][0] + letter, runs[-1][1], place)
            elif place:
                runs.append((letter, sentence.text[slice(*place)], place))
        found.append([(letters, written) for letters, written, _ in runs])
    return found


def same(text: str) -> tuple[str, str]:
    return text, text


def letters(text: str) -> list[tuple[str, str]]:
    return [same(letter) for letter in text]


def find_one(text: str, pairs: Pairs, sound: str) -> list[tuple[str, str]]:
    (found,) = locate([Span(text)], [pairs], [sound])
    return found


@pytest.mark.parametrize(
    ("pairs", "sound", "found"),
    [
        ([same("Go, now!")], "Go, now!", letters("Gonow")),
        ([same("Go"), same(" on.")], "  Go  on. ", letters("Goon")),
        ([same("a "), ("½ ", "one half "), same("b")], "a one half b",
         [same("a"), ("onehalf", "½"), same("b")]),
        ([same("Take "), (" 2.5 mg ", "two mg"), same("b")], "Take two mg b",
         [*letters("Take"), ("twomg", "2.5 mg"), same("b")]),
        ([("marrow", "marrow"), same(" it")], "[[m'aroU]] it",
         [("[[m'aroU]]", "marrow"), *letters("it")]),
        ([same("a "), ("bone marrow", "x")], "a [[b]]", [same("a"), ("[[b]]", "bone marrow")]),
        ([same("हिंदी")], "हिंदी", [same("हिं"), same("दी")]),
        ([("(", ""), same("a"), (")", "")], "a", [same("a")]),
    ],
)  # fmt: skip
def test_letters_stand_for_themselves_and_words_for_what_they_are_said_for(
    pairs: Pairs, sound: str, found: list[tuple[str, str]]
) -> None:
    assert find_one("".join(written for written, _ in pairs), pairs, sound) == found


def test_a_letter_stands_for_the_letter_with_its_marks() -> None:
    assert find_one("cafe\u0301 x", [same("café x")], "café x") == [
        *letters("caf"), ("é", "e\u0301"), same("x"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("pairs", "sound"),
    [
        ([same("Go now")], "Go"),
        ([same("Go")], "Go now"),
        ([same("Go now")], "Go then"),
        ([same("Go")], "go"),
        ([same("Go"), ("½", "half")], "Go one"),
        ([("", "")], "x"),
    ],
)
def test_sound_that_is_not_what_was_said_has_no_places(pairs: Pairs, sound: str) -> None:
    assert find_one("".join(written for written, _ in pairs), pairs, sound) == []


def test_words_that_are_not_those_of_the_sentence_have_no_places() -> None:
    assert find_one("Go away", [same("Go on")], "Go on") == []


def test_a_line_before_the_sentence_stands_for_nothing_of_it() -> None:
    found = locate([Span("Go.")], [[same("Go.")]], ["Step 1", "Go."], cue=[[same("Step 1")]])
    assert found == [[], letters("Go")]
    found = locate([Span("Go.")], [[same("Go.")]], ["Go."], cue=[[("Step 1", "")]])
    assert found == [letters("Go")], "a cue that nobody says has no line"


def test_a_recording_stands_for_nothing_in_particular() -> None:
    found = locate([Span("Go.")], [[same("Go.")]], ["any"], cue=[[same("Step 1")]])
    assert found == [[]]


def test_parts_in_other_letters_have_the_places_of_the_whole_sentence() -> None:
    text = "Да Paracetamol и Take Care."
    parts = [[same("Да ")], [same("Paracetamol")], [same(" и ")], [same("Take Care")], [(".", "")]]
    sounds = ["Да", "Paracetamol", "и", "Take Care"]
    found = locate([Span(text)], parts, sounds, lang="ru")
    assert found == [letters("Да"), letters("Paracetamol"), letters("и"), letters("TakeCare")]


def test_a_part_that_is_not_said_has_no_line_and_takes_its_room() -> None:
    text = "— Paracetamol да"
    parts = [[("— ", "")], [same("Paracetamol")], [same(" да")]]
    found = locate([Span(text)], parts, ["Paracetamol", "да"], lang="ru")
    assert found == [letters("Paracetamol"), letters("да")]


def test_what_is_said_of_a_picture_is_nowhere_written() -> None:
    spans = [Span("See "), Span("A cup", (Mark("image", "cup.png"),)), Span(" now")]
    before, _, after = str(load("en").table("spoken", "cues")["picture"]).partition("{0}")
    said = f"See {before}A cup{after} now"
    (found,) = locate(spans, [[same(said)]], [said])
    assert found == letters("SeeAcupnow")


def test_marks_of_direction_and_what_no_voice_can_take_are_not_said() -> None:
    found = find_one("\u200eGo\0on\u2069.", [same("Go on.")], "Go on.")
    assert found == letters("Goon")


@pytest.mark.parametrize(
    ("places", "stretch"),
    [([], None), ([None], None), ([None, (2, 3), None, (4, 7), None], (2, 7)), ([(1, 2)], (1, 2))],
)
def test_places_span_from_the_first_to_the_last(
    places: list[Stretch | None], stretch: Stretch | None
) -> None:
    assert span_places(places) == stretch
