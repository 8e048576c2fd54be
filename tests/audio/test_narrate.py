"""A guide read aloud by the real voice: what is heard is measured after decoding."""

from __future__ import annotations

import os
import signal
import subprocess
from array import array
from dataclasses import replace
from pathlib import Path

import av
import imageio_ffmpeg
import pytest
from mutagen.id3 import ID3

from plainspoken.audio.casting import Reading
from plainspoken.audio.mp3 import FRAME
from plainspoken.audio.narrate import narrate
from plainspoken.audio.voices import find_voice
from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.diagnostics.errors import OutputError, VoiceError
from plainspoken.guide import Block, Guide, Span
from plainspoken.languages import Language
from plainspoken.narration import RATE, Narration, Track

GUARD = RATE * 60 // 1000


def quiet(*_: object) -> None:
    """Progress that nobody looks at."""


def read_aloud(guide: Guide, cache: Path, jobs: int = 2) -> Narration:
    return narrate([Reading(guide, (find_voice("espeak"),))], cache, jobs, quiet)[0]


def by_ffmpeg(path: Path) -> array[int]:
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-i", str(path), "-f", "s16le", "-"]
    raw = subprocess.run(command, capture_output=True, check=True, timeout=300).stdout
    return array("h", raw)


def length_by_pyav(path: Path) -> int:
    with av.open(str(path)) as container:
        return sum(frame.samples for frame in container.decode(audio=0))


def bytes_of(narration: Narration) -> list[bytes]:
    return [track.path.read_bytes() for track in narration.tracks]


def test_each_sentence_has_one_clip_in_order(guide: Guide, tmp_path: Path) -> None:
    narration = read_aloud(guide, tmp_path)
    heard = [clip.sentence_id for track in narration.tracks for clip in track.clips]
    assert heard == [sentence.id for sentence in guide.sentences()]


def test_clips_tile_their_track_whose_length_is_exact_in_milliseconds(
    guide: Guide, tmp_path: Path
) -> None:
    for track in read_aloud(guide, tmp_path).tracks:
        ends = [0, *(clip.end for clip in track.clips)]
        assert [clip.begin for clip in track.clips] == ends[:-1]
        assert ends[-1] == track.samples
        assert track.samples * 1000 % RATE == 0
        assert all(end % FRAME == 0 for end in ends[:-1]), "so that each is encoded by itself"


def test_tracks_decode_to_the_exact_sample_in_two_decoders(guide: Guide, tmp_path: Path) -> None:
    for track in read_aloud(guide, tmp_path).tracks:
        assert length_by_pyav(track.path) == track.samples
        assert len(by_ffmpeg(track.path)) == track.samples


def loudest_at_boundaries(track: Track) -> int:
    sound = by_ffmpeg(track.path)
    near = [
        sound[max(edge - GUARD, 0) : edge + GUARD]
        for clip in track.clips
        for edge in (clip.begin, clip.end)
    ]
    return max(max(map(abs, piece)) for piece in near)


def test_silence_stands_on_both_sides_of_every_boundary(guide: Guide, tmp_path: Path) -> None:
    for track in read_aloud(guide, tmp_path).tracks:
        assert loudest_at_boundaries(track) <= 16, "−66 dB"


def test_no_sentence_with_words_is_silent(guide: Guide, tmp_path: Path) -> None:
    for track in read_aloud(guide, tmp_path).tracks:
        sound = by_ffmpeg(track.path)
        for clip in track.clips:
            assert max(map(abs, sound[clip.begin : clip.end])) > 1000


def test_the_bytes_do_not_depend_on_jobs_order_or_cache(guide: Guide, tmp_path: Path) -> None:
    one = bytes_of(read_aloud(guide, tmp_path / "one", jobs=1))
    assert bytes_of(read_aloud(guide, tmp_path / "three", jobs=3)) == one
    assert bytes_of(read_aloud(guide, tmp_path / "one")) == one
    backwards = replace(guide, sections=tuple(reversed(guide.sections)))
    read_aloud(backwards, tmp_path / "backwards")
    assert bytes_of(read_aloud(guide, tmp_path / "backwards")) == one


def changed(guide: Guide, **change: object) -> Guide:
    """The guide with the sentence "Do not stir." changed."""

    def edit(block: Block) -> Block:
        sentences = tuple(
            replace(each, **change) if each.text == "Do not stir." else each  # type: ignore[arg-type]
            for each in block.sentences
        )
        return replace(block, sentences=sentences, children=tuple(map(edit, block.children)))

    sections = tuple(
        replace(section, blocks=tuple(map(edit, section.blocks))) for section in guide.sections
    )
    return replace(guide, sections=sections)


def test_an_edited_sentence_is_one_clip_spoken_anew(guide: Guide, tmp_path: Path) -> None:
    before = read_aloud(guide, tmp_path)
    clips = set(tmp_path.rglob("*.pcm"))
    other = changed(guide, spans=(Span("Do not stir it at all."),))
    after = read_aloud(other, tmp_path)
    assert len(set(tmp_path.rglob("*.pcm")) - clips) == 1
    same = [one.path == other.path for one, other in zip(before.tracks, after.tracks, strict=True)]
    assert same == [True, True, False, True, True]


def test_a_damaged_clip_and_a_damaged_track_are_made_anew(guide: Guide, tmp_path: Path) -> None:
    narration = read_aloud(guide, tmp_path)
    reference = bytes_of(narration)
    for clip in tmp_path.rglob("*.pcm"):
        clip.write_bytes(clip.read_bytes()[:-7])
    for track in narration.tracks:
        track.path.write_bytes(track.path.read_bytes()[:100])
    assert bytes_of(read_aloud(guide, tmp_path)) == reference


@pytest.mark.parametrize("is_gone", [False, True], ids=["damaged", "gone"])
def test_a_track_that_is_damaged_while_others_are_made_is_not_taken(
    guide: Guide, tmp_path: Path, is_gone: bool
) -> None:
    path = read_aloud(guide, tmp_path).tracks[0].path

    def damage(*_: object) -> None:
        path.write_bytes(b"damaged")
        if is_gone:
            path.unlink()

    other = changed(guide, spans=(Span("Do not stir it at all."),))
    with pytest.raises(OutputError, match=r"the track “.*” is gone from the cache"):
        narrate([Reading(other, (find_voice("espeak"),))], tmp_path, 2, damage)


def test_a_track_says_what_it_is_and_that_the_voice_is_synthetic(
    guide: Guide, tmp_path: Path
) -> None:
    tags = ID3(read_aloud(guide, tmp_path).tracks[1].path)  # type: ignore[no-untyped-call]
    told = {name: str(tags[name]) for name in ("TIT2", "TPE1", "TALB", "TRCK", "TLAN")}
    assert told == {
        "TIT2": "Boil the water",
        "TPE1": "espeak-ng, synthetic draft voice",
        "TALB": "How to make tea",
        "TRCK": "2/5",
        "TLAN": "eng",
    }


def test_a_language_that_no_voice_speaks_gets_no_tracks(guide: Guide, tmp_path: Path) -> None:
    other = changed(guide, lang="tl")
    narration = read_aloud(other, tmp_path)
    assert narration.tracks == ()
    assert narration.unspoken == ("tl",)


def test_a_sentence_without_a_word_is_a_short_silence(guide: Guide, tmp_path: Path) -> None:
    other = changed(guide, spans=(Span("—"),))
    track = read_aloud(other, tmp_path).tracks[2]
    sentence = next(sentence for sentence in other.sentences() if sentence.text == "—")
    clip = next(clip for clip in track.clips if clip.sentence_id == sentence.id)
    sound = by_ffmpeg(track.path)[clip.begin : clip.end]
    assert RATE // 5 <= len(sound) < RATE * 2
    assert max(map(abs, sound)) <= 16


class DyingVoice(EspeakVoice):
    """A voice whose library crashes."""

    def speak(self, text: str, language: Language) -> bytes:
        os.kill(os.getpid(), signal.SIGKILL)
        return super().speak(text, language)


def test_a_crash_of_a_voice_names_the_sentence_and_what_to_change(
    guide: Guide, tmp_path: Path
) -> None:
    with pytest.raises(VoiceError) as raised:
        narrate([Reading(guide, (DyingVoice(),))], tmp_path, 1, quiet)
    (finding,) = raised.value.findings
    assert finding.message.startswith("the process for the sentence “")
    assert finding.message.endswith("” died of signal 9")
    assert "source/lexicon.toml" in finding.hint


class HollowVoice(EspeakVoice):
    """A voice whose sound is half a sample too long."""

    def speak(self, text: str, language: Language) -> bytes:
        return super().speak(text, language) + b"\0"


def test_sound_that_is_none_is_not_laid_into_a_track(guide: Guide, tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match="no sound of 16 bits"):
        narrate([Reading(guide, (HollowVoice(),))], tmp_path, 1, quiet)


def test_an_unknown_voice_is_told_with_the_nearest() -> None:
    with pytest.raises(VoiceError, match="Did you mean `espeak`"):
        find_voice("espeek")
