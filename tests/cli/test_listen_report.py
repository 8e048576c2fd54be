"""What people and programs are told of a sound that was heard back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plainspoken.audio.listening.approvals import Acceptance, Approvals, Signature
from plainspoken.audio.listening.hearing import HeardSentence, Hearing
from plainspoken.audio.listening.shown import digest_sentence, digest_sound
from plainspoken.audio.listening.stretches import HeardStretch
from plainspoken.cli.listen_report import list_open, make_table, print_listening
from plainspoken.guide import Place
from plainspoken.narration import Clip, Narration, Reader, Track
from plainspoken.publishing.listening import Listening

CLIP = Clip("a-1", 0, 9, sound="abc")
TRACK = Track("a", 1, Path("a.mp3"), 9, (CLIP,))
CLEAR = HeardSentence(
    "a-1", "es", Place("source/a.md", 3), TRACK, CLIP, "Dos dosis.", "dos dosis", (), ("Tylenol",)
)
DOUBTFUL = replace(
    CLEAR, id="a-2", place=Place("source/a.md", 5), heard="doce dosis\u202e",
    doubts=("a number is lost", "a number is new"), names=("Tylenol", "Advil"),
)  # fmt: skip
OTHER = replace(DOUBTFUL, id="b-1", said="No.", heard="", doubts=("no", "nothing was heard"))
NARRATION = Narration((TRACK,), (Reader("Ada", "person", 90), Reader("espeak-ng", "draft", 10)))
STRETCHES = HeardStretch("a", 300, 4), HeardStretch("b", 100, 3)
HEARING = Hearing("Whisper", (CLEAR, DOUBTFUL, OTHER), STRETCHES, 0)
ACCEPTANCE = Acceptance("a-2", "I hear it.", "Ana", digest_sentence(DOUBTFUL))
SIGNED = Signature("Ben", digest_sound(NARRATION)), Signature("Eve\u202e", "of another sound")
LISTENING = Listening("es", NARRATION, HEARING, Approvals((ACCEPTANCE,), SIGNED))
NOBODY = replace(LISTENING, approvals=Approvals())


def test_people_are_told_what_is_doubtful_and_who_signed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_listening(LISTENING)
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "source/a.md:5: b-1: no; nothing was heard",
        "  said:  No.",
        "  heard: ",
        "Names heard otherwise, which is no doubt: Tylenol (3), Advil (2)",
        "es: read by Ada, espeak-ng, heard by Whisper",
        "  words heard otherwise: 7 of 400, 1.8%",
        "  sentences heard: 3, doubtful: 2, of them accepted: 1",
        "  signed by Ben",
        "  signed by Eve<U+202E>; void, since the sound has changed",
    ]
    assert told.err == "See dist/es/listen/index.html.\n"


def test_people_are_told_that_nobody_signed_and_what_was_not_heard(
    capsys: pytest.CaptureFixture[str],
) -> None:
    quiet = replace(HEARING, sentences=(replace(DOUBTFUL, names=()),), stretches=(), unheard=7)
    print_listening(replace(NOBODY, hearing=quiet))
    assert capsys.readouterr().out.splitlines() == [
        "source/a.md:5: a-2: a number is lost; a number is new",
        "  said:  Dos dosis.",
        "  heard: doce dosis<U+202E>",
        "es: read by Ada, espeak-ng, heard by Whisper",
        "  sentences in languages that it does not know: 7",
        "  words heard otherwise: 0 of 0, 0.0%",
        "  sentences heard: 1, doubtful: 1, of them accepted: 0",
        "  not signed",
    ]


def test_programs_are_given_all_of_it() -> None:
    doubt = {
        "sentence": "a-2", "file": "source/a.md", "line": 5, "said": "Dos dosis.",
        "heard": "doce dosis\u202e", "doubts": ("a number is lost", "a number is new"),
        "accepted": {"by": "Ana", "reason": "I hear it."},
    }  # fmt: skip
    other = {"sentence": "b-1", "said": "No.", "heard": "", "doubts": OTHER.doubts}
    assert make_table(replace(LISTENING, hearing=replace(HEARING, unheard=2))) == {
        "schema": 1,
        "locale": "es",
        "voices": ["Ada", "espeak-ng"],
        "recogniser": "Whisper",
        "sentences": 3,
        "not_heard": 2,
        "words": 400,
        "word_errors": 7,
        "doubtful": [doubt, {**doubt, **other, "accepted": None}],
        "names_heard_otherwise": {"Tylenol": 3, "Advil": 2},
        "signed": [{"by": "Ben", "valid": True}, {"by": "Eve\u202e", "valid": False}],
    }


def test_what_nobody_accepted_as_it_sounds_now_is_open() -> None:
    assert list_open(LISTENING) == [OTHER]
    assert list_open(NOBODY) == [DOUBTFUL, OTHER]
    stale = replace(ACCEPTANCE, digest="of another sound")
    assert list_open(replace(LISTENING, approvals=Approvals((stale,)))) == [DOUBTFUL, OTHER]
