"""Hear a narration back by a recogniser that knows what each stretch of sound says."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tests.audio.listening.scribe import Scribe, answer_clips, make_scribe, say

from plainspoken.audio.casting import Reading
from plainspoken.audio.clip_cache import ClipCache
from plainspoken.audio.listening.hearing import Hearing, hear_narration
from plainspoken.audio.narrate import narrate
from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.diagnostics.errors import VoiceError
from plainspoken.guide import Guide
from plainspoken.narration import Narration
from plainspoken.worker_pool import open_pool


@pytest.fixture
def narration(guide: Guide, tmp_path: Path) -> Narration:
    return narrate([Reading(guide, (EspeakVoice(),))], tmp_path / "cache", 2, lambda *_: None)[0]


def hear(guide: Guide, narration: Narration, scribe: Scribe, folder: Path) -> Hearing:
    with open_pool(1) as pool:
        return hear_narration(guide, narration, {}, scribe, folder / "cache", pool, lambda *_: None)


def find_id(guide: Guide, text: str) -> str:
    return next(sentence.id for sentence in guide.sentences() if text in sentence.text)


def test_sound_that_says_what_it_should_is_in_no_doubt(
    guide: Guide, narration: Narration, tmp_path: Path
) -> None:
    said = say(narration)
    hearing = hear(guide, narration, make_scribe(narration, said), tmp_path)
    assert len(hearing.sentences) == len([text for text in said.values() if text.strip()])
    assert (hearing.doubtful, hearing.errors, hearing.unheard) == ((), 0, 0)
    assert hearing.words > 100


def test_a_doubtful_sentence_tells_its_line_and_what_was_heard(
    guide: Guide, narration: Narration, tmp_path: Path
) -> None:
    said = say(narration)
    wrong = find_id(guide, "Is it ready")
    call = find_id(guide, "if you get hurt")
    other = {**said, wrong: "Is it not ready?", call: said[call].replace("Call", "Hall")}
    scribe = make_scribe(narration, other)
    hearing = hear(guide, narration, scribe, tmp_path)
    (found,) = hearing.doubtful
    assert (found.id, found.said, found.heard) == (wrong, "Is it ready?", "Is it not ready?")
    assert found.doubts == ("a negation is heard that is not said: said none, heard “not”",)
    assert (found.place.file, found.place.line) == ("source/01-boil.md", 4)
    assert hearing.errors == 2


@pytest.mark.parametrize(
    ("neighbours", "is_doubtful"),
    [((), True), ((-1,), False), ((1,), False), ((-1, 1), False)],
)
def test_a_sentence_is_in_doubt_only_where_it_is_so_beside_each_neighbour(
    guide: Guide,
    narration: Narration,
    tmp_path: Path,
    neighbours: tuple[int, ...],
    is_doubtful: bool,
) -> None:
    said = say(narration)
    wrong = find_id(guide, "Is it ready")
    (track,) = (
        track for track in narration.tracks if wrong in [clip.sentence_id for clip in track.clips]
    )
    place = [clip.sentence_id for clip in track.clips].index(wrong)
    right = [answer_clips(track, said, *sorted((place, place + step))) for step in neighbours]
    scribe = make_scribe(narration, {**said, wrong: "Is it not ready?"})
    scribe = replace(scribe, answers=(*scribe.answers, *right))
    hearing = hear(guide, narration, scribe, tmp_path)
    assert [sentence.id for sentence in hearing.doubtful] == [wrong] * is_doubtful
    (heard,) = (sentence.heard for sentence in hearing.sentences if sentence.id == wrong)
    assert heard == "Is it not ready?"


def test_a_wrong_sentence_is_found_beside_one_that_is_wrong_the_other_way(
    guide: Guide, narration: Narration, tmp_path: Path
) -> None:
    said = say(narration)
    stir = find_id(guide, "Do not stir")
    wait = find_id(guide, "Wait for 3 minutes")
    other = {**said, stir: "Do stir.", wait: "Do not wait for 3 minutes."}
    hearing = hear(guide, narration, make_scribe(narration, other), tmp_path)
    assert {sentence.id for sentence in hearing.doubtful} == {stir, wait}


def test_words_are_counted_in_stretches_of_half_a_minute(
    guide: Guide, narration: Narration, tmp_path: Path
) -> None:
    hearing = hear(guide, narration, make_scribe(narration, say(narration)), tmp_path)
    least = sum(track.seconds for track in narration.tracks) / 27
    assert least <= len(hearing.stretches) < len(hearing.sentences) / 2


def test_what_was_heard_once_is_not_heard_again(
    guide: Guide, narration: Narration, tmp_path: Path
) -> None:
    said = say(narration)
    wrong = {**said, find_id(guide, "Steam burns"): "Steam never burns."}
    scribe = make_scribe(narration, wrong)
    first = hear(guide, narration, scribe, tmp_path)
    assert hear(guide, narration, replace(scribe, deaf=True), tmp_path) == first
    with pytest.raises(VoiceError, match="cannot hear"):
        hear(guide, narration, replace(scribe, deaf=True, cache_key="another"), tmp_path)


def test_the_same_words_are_heard_anew_when_their_sound_differs(
    guide: Guide, narration: Narration, tmp_path: Path
) -> None:
    scribe = make_scribe(narration, say(narration))
    hear(guide, narration, scribe, tmp_path)
    clip = narration.tracks[0].clips[0]
    cache = ClipCache(tmp_path / "cache")
    sound = cache.read(clip.kept[0])
    assert sound
    cache.write(clip.kept[0], sound[:-2] + bytes(2))
    shutil.rmtree(tmp_path / "cache/tracks")
    (other,) = narrate([Reading(guide, (EspeakVoice(),))], cache.folder, 2, lambda *_: None)
    assert other.tracks[0].clips[0].kept == clip.kept
    with pytest.raises(VoiceError, match="cannot hear"):
        hear(guide, other, replace(scribe, deaf=True), tmp_path)


def test_sentences_in_a_language_that_it_does_not_know_are_counted(
    guide: Guide, narration: Narration, tmp_path: Path
) -> None:
    hearing = hear(guide, narration, Scribe((), languages=("fr",)), tmp_path)
    assert not hearing.sentences
    assert hearing.unheard > 10
