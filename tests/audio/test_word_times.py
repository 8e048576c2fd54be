"""When words are heard: compared with the sound that is decoded from the finished tracks."""

from __future__ import annotations

import json
import shutil
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspoken.audio.casting import Reading
from plainspoken.audio.clip_cache import ClipCache
from plainspoken.audio.narrate import narrate
from plainspoken.audio.pcm import decode_mp3
from plainspoken.audio.script import write_scripts
from plainspoken.audio.sound_places import locate_lines
from plainspoken.audio.voices import Voice
from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.audio.word_groups import find_stays, group_words
from plainspoken.cache_files import read_sealed, write_sealed
from plainspoken.guide import Block, Guide, Mark, Place, Section, Sentence, Span
from plainspoken.languages import Language, load
from plainspoken.narration import RATE, Narration, Track, WordTime

from .test_options import ToneVoice

CORPUS = Path(__file__).parents[1] / "corpus"
NEAR = RATE * 80 // 1000
STEP = RATE // 200
LISTS = {
    "en": "water, apple, team, doctor, pill, fever, sleep, hospital. Stop; call now: go!",
    "es": "agua, manzana, equipo, fiebre, pastilla, hospital. Pare; llame ya: ¡vaya!",
    "ar": "ماء، طبيب، حمى، دواء، مستشفى. اتصل؛ انتظر.",
    "zh-Hans": "水，医生，药，发烧，医院。停；去！",
    "hi": "पानी, डॉक्टर, बुखार, दवा, अस्पताल। रुकें; जाएँ!",
    "ko": "물을 마시고, 의사, 약을 먹고, 쉬세요. 물을 마시세요.",
    "fr": "l’eau, médecin, qu’est-ce que c’est, fièvre : arrêtez !",
}


def make_guide(lang: str, *texts: str, source_lang: str = "") -> Guide:
    """A guide of one section, a sentence for each text."""
    sentences = [Sentence(f"s{n}", lang, (Span(text),)) for n, text in enumerate(texts)]
    return make_guide_of(lang, sentences, source_lang)


def make_guide_of(lang: str, sentences: Sequence[Sentence], source_lang: str = "") -> Guide:
    blocks = [
        Block(f"b{n}", "paragraph", lang, (sentence,), place=Place("source/a.md", n + 1))
        for n, sentence in enumerate(sentences)
    ]
    section = Section("opening", "body", tuple(blocks), Place("source/a.md"))
    return Guide("g", lang, source_lang or lang, blocks[0], blocks[0], (), (section,))


def read_aloud(guide: Guide, cache: Path, *voices: Voice, program: str = "p") -> Narration:
    voices = voices or (EspeakVoice(),)
    readings = [Reading(guide, voices, program=program)]
    (narration,) = narrate(readings, cache, 2, lambda *_: None, needs_words=True)
    return narration


def list_words(guide: Guide, narration: Narration) -> list[list[str]]:
    """What is written where words are heard, of each sentence."""
    return [
        [sentence.text[word.start : word.stop] for word in clip.words]
        for section, track in zip(guide.sections, narration.tracks, strict=True)
        for sentence, clip in zip(section.sentences(), track.clips, strict=True)
    ]


def find_sounds(track: Track) -> list[tuple[int, int]]:
    """Where the decoded track is loud, between rests of more than an eighth of a second."""
    samples = array("h", decode_mp3(track.path.read_bytes()))
    loud = [
        at for at in range(0, len(samples), STEP) if max(map(abs, samples[at : at + STEP])) > 300
    ]
    rests = [(a, b) for a, b in pairwise(loud) if b - a > RATE // 8]
    begins = [loud[0], *(after for _, after in rests)]
    return list(
        zip(begins, [*(before + STEP for before, _ in rests), loud[-1] + STEP], strict=True)
    )


@pytest.mark.parametrize("lang", LISTS)
def test_after_each_rest_and_before_it_stands_a_word_within_80_milliseconds(
    lang: str, tmp_path: Path
) -> None:
    guide = make_guide(lang, LISTS[lang])
    (track,) = read_aloud(guide, tmp_path).tracks
    words = track.clips[0].words
    sounds = find_sounds(track)
    assert len(sounds) > 4
    for begin, end in sounds:
        assert min(abs(word.begin - begin) for word in words) < NEAR
        assert min(abs(word.end - end) for word in words) < NEAR
    for word in words:  # no word is said to be heard in a rest
        assert any(begin - NEAR < word.begin < word.end < end + NEAR for begin, end in sounds)


@pytest.mark.parametrize("lang", ["en", "es", "ar", "zh-Hans", "hi", "ko", "de", "ru"])
def test_words_follow_one_another_within_their_sentence_and_none_is_left_out(
    lang: str, tmp_path: Path
) -> None:
    lines = (CORPUS / f"{lang}.txt").read_text("utf-8").splitlines()[::5]
    guide = make_guide(lang, *lines)
    (track,) = read_aloud(guide, tmp_path).tracks
    for text, clip in zip(lines, track.clips, strict=True):
        check_order(clip.words, text, clip.begin, clip.end)
        told = {place for word in clip.words for place in range(word.start, word.stop)}
        assert not [letter for n, letter in enumerate(text) if letter.isalnum() and n not in told]
        assert len(clip.words) > 3


def check_order(words: Sequence[WordTime], text: str, begin: int, end: int) -> None:
    place = 0
    for word in words:
        assert place <= word.start < word.stop <= len(text)
        assert begin <= word.begin < word.end <= end
        place, begin = word.stop, word.end


def test_a_word_is_that_which_is_written_whatever_is_said_for_it(tmp_path: Path) -> None:
    guide = make_guide("en", "Take 2.5 mg (½ tablet) 3× a day.", "Call +1 202 555 0142 at 38 °C.")
    assert list_words(guide, read_aloud(guide, tmp_path)) == [
        ["Take", "2.5 mg", "½", "tablet", "3×", "a", "day"],
        ["Call", "+1 202 555 0142", "at", "38 °C"],
    ]


def test_words_with_phonemes_marks_and_pictures_are_found(guide: Guide, tmp_path: Path) -> None:
    """What is said of a picture besides its words is nowhere written."""
    spans = (
        Span("\u200eTea", (Mark("strong"),)), Span(" is cafe\u0301 [[tea]]: "),
        Span("A cup", (Mark("image", "cup.png"),)), Span("\nTEA 茶."),
    )  # fmt: skip
    own = replace(make_guide_of("en", [Sentence("s", "en", spans)]), lexicon=guide.lexicon)
    (words,) = list_words(own, read_aloud(own, tmp_path))
    assert words[:4] == ["Tea", "is", "cafe\u0301", "tea"]
    assert words[4:6] == ["A", "cup"]
    assert words[6] == "TEA"


def test_a_cue_is_heard_before_the_words_of_its_sentence(guide: Guide, tmp_path: Path) -> None:
    narration = read_aloud(guide, tmp_path)
    found = {
        sentence.text: clip
        for track, section in zip(narration.tracks, guide.sections, strict=True)
        for sentence, clip in zip(section.sentences(), track.clips, strict=True)
    }
    step, plain = found["Pour."], found["Wait."]
    assert [(word.start, word.stop) for word in step.words] == [(0, 4)]
    assert step.words[0].begin - step.begin > RATE // 2  # “Step 1” is heard first
    assert plain.words[0].begin - plain.begin < RATE // 4


@dataclass(frozen=True, slots=True)
class ChineseTones(ToneVoice):
    """Tones for one language, of which nobody knows the words."""

    engine: ClassVar[str] = "chinese-tones"

    def speaks(self, language: Language) -> bool:
        return language.tag == "zh-Hans"


def test_what_a_voice_cannot_tell_is_left_out_and_moves_nothing(tmp_path: Path) -> None:
    guide = make_guide("zh-Hans", "请吃 Tylenol 和水", source_lang="en")
    narration = read_aloud(guide, tmp_path, ChineseTones(), EspeakVoice())
    assert list_words(guide, narration) == [["Tylenol"]]
    (track,) = narration.tracks
    (word,) = track.clips[0].words
    _, english, _ = find_sounds(track)
    assert abs(word.begin - english[0]) < NEAR
    assert abs(word.end - english[1]) < NEAR


def test_a_voice_that_tells_no_words_is_asked_for_none(guide: Guide, tmp_path: Path) -> None:
    assert not any(list_words(guide, read_aloud(guide, tmp_path, ToneVoice())))
    assert not (tmp_path / "words").exists()


def test_without_being_asked_nobody_looks_for_words(guide: Guide, tmp_path: Path) -> None:
    (narration,) = narrate([Reading(guide, (EspeakVoice(),))], tmp_path, 2, lambda *_: None)
    assert not any(clip.words for track in narration.tracks for clip in track.clips)
    assert not (tmp_path / "words").exists()


def count_timed(guide: Guide, cache: Path) -> tuple[Narration, int]:
    """A narration with words, and how many sentences were spoken to find them."""
    told: list[str] = []
    readings = [Reading(guide, (EspeakVoice(),), program="p")]
    (narration,) = narrate(readings, cache, 2, lambda name, *_: told.append(name), needs_words=True)
    return narration, told.count("sentences timed")


def test_words_are_the_same_whatever_the_cache_holds(guide: Guide, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first, count = count_timed(guide, cache)
    assert count > 10
    assert count_timed(guide, cache) == (first, 0)
    path = cache / "words/en.json"
    content = path.read_bytes()
    for damaged in (content[:-9], content.replace(b'"p"', b'"q"'), b"[]", b""):
        path.write_bytes(damaged)
        assert count_timed(guide, cache) == (first, count)
    assert path.read_bytes() == content
    shutil.rmtree(cache / "clips")
    assert count_timed(guide, cache) == (first, 0)
    path.unlink()
    assert count_timed(guide, cache) == (first, count)


def test_the_words_of_one_changed_sentence_are_found_alone(tmp_path: Path) -> None:
    _, count = count_timed(make_guide("en", "Boil it.", "Wait a minute.", "Pour it."), tmp_path)
    assert count == 3
    _, count = count_timed(make_guide("en", "Boil it.", "Wait one minute.", "Pour it."), tmp_path)
    assert count == 1
    table = json.loads((tmp_path / "words/en.json").read_text("utf-8"))
    assert len(table["record"]["times"]) == 3


def test_a_track_of_before_that_lacks_the_lengths_of_its_clips_is_made_anew(
    guide: Guide, tmp_path: Path
) -> None:
    first = read_aloud(guide, tmp_path)
    sound = [track.path.read_bytes() for track in first.tracks]
    for track in first.tracks:
        path = track.path.with_suffix(".json")
        record = {key: value for key, value in read_sealed(path).items() if key != "pieces"}
        write_sealed(path, record, tmp_path)
    assert read_aloud(guide, tmp_path) == first
    assert [track.path.read_bytes() for track in first.tracks] == sound


def test_a_clip_of_another_length_than_its_voice_gives_has_no_words(tmp_path: Path) -> None:
    guide = make_guide("en", "Boil it.", "Wait.")
    (track,) = read_aloud(guide, tmp_path / "one").tracks
    clips = ClipCache(tmp_path / "two")
    clips.write(track.clips[0].kept[0], b"\1\2" * 5_000)
    assert list_words(guide, read_aloud(guide, tmp_path / "two")) == [[], ["Wait"]]


SOUNDS = st.lists(st.sampled_from([0, 0, 0, 5_000, -3_000]), min_size=1, max_size=60)
STARTS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 70)), max_size=9)


@given(SOUNDS, STARTS, st.text("ab 医,", min_size=12, max_size=12))
def test_words_never_overlap_whatever_a_voice_says(
    sound: list[int], starts: list[tuple[int, int]], text: str
) -> None:
    stays = [*find_stays(array("h", sound).tobytes(), [(0, 0), *starts])]
    places = [(n, n + 1) if letter.isalnum() else None for n, letter in enumerate(text)]
    words = group_words(stays, text, places, 100)
    check_order(words, text, 100, 100 + len(sound))
    for word in words:
        assert sound[word.begin - 100] and sound[word.end - 101]


LETTERS = st.text(
    st.sampled_from("aé1½2.,:- mg%°C/()\u200e\u0301٣ع医खा[]'’x²㎎") | st.characters(), max_size=40
)


@settings(max_examples=60)
@given(LETTERS, st.sampled_from(["en", "es", "ar", "zh-Hans", "hi"]))
def test_each_letter_that_is_said_has_its_place_in_any_text(text: str, lang: str) -> None:
    guide = make_guide(lang, text)
    (sentence,) = guide.sentences()
    (script,) = write_scripts([Reading(guide, (EspeakVoice(),))], 1, Path("/nonexistent"))
    entry = script["s0"]
    for line, places in zip(entry.lines, locate_lines(sentence, entry, load(lang)), strict=True):
        assert len(places) == len(line.sound)
        known = [place for place in places if place]
        assert known == sorted(known)
        assert all(0 <= start < stop <= len(text) for start, stop in known)
