"""Where a recording begins to be too soft, too loud, too noisy, too short or too long."""

from __future__ import annotations

import numpy as np
import pytest

from plainspoken.audio.recordings.quality import Remark, judge, trim_speech
from plainspoken.audio.recordings.sound import Sound
from plainspoken.languages import load

RATE = 1000
FRAME = 20
"""Samples of a frame at that rate."""
WORDS = "a" * 14
"""What a calm reader says in a second."""


def make_sound(*parts: tuple[int, float], clipped: int = 0) -> Sound:
    """Frames of a loudness, one part after another."""
    samples = np.concatenate([np.full(frames * FRAME, level) for frames, level in parts])
    return Sound(samples.astype("float32"), RATE, tuple(range(clipped)))


def list_remarks(sound: Sound, words: str = WORDS, lang: str = "en") -> list[Remark]:
    return list(judge(sound, words, load(lang)))


SILENT = Remark(True, "is silent", "Check the microphone, and record it again.")
NOISY = Remark(False, "is noisy", "Record it again in a quiet room.")


@pytest.mark.parametrize(("level", "is_silent"), [(0.00099, True), (0.00101, False), (0, True)])
def test_what_is_softer_than_a_thousandth_of_full_scale_is_silent(
    level: float, is_silent: bool
) -> None:
    assert (list_remarks(make_sound((50, level))) == [SILENT]) is is_silent


@pytest.mark.parametrize(
    ("frames", "loud"),
    [(3, 3), (4, 3), (20, 3), (39, 3), (59, 3), (60, 4), (100, 6), (200, 11), (400, 11)],
)
def test_a_twentieth_of_all_frames_and_3_to_11_tell_how_loud_a_voice_is(
    frames: int, loud: int
) -> None:
    assert SILENT not in list_remarks(make_sound((loud, 0.5), (frames - loud, 0)))
    assert SILENT in list_remarks(make_sound((loud - 1, 0.5), (frames - loud + 1, 0)))


@pytest.mark.parametrize("samples", [1, 20, 39])
def test_a_sound_of_one_frame_or_less_is_judged(samples: int) -> None:
    sound = Sound(np.full(samples, 0.5, "float32"), RATE)
    assert (list_remarks(sound) == [SILENT]) is (samples < FRAME)


def test_six_places_at_full_volume_are_too_many() -> None:
    assert list_remarks(make_sound((50, 0.5), (5, 0), clipped=5)) == []
    assert list_remarks(make_sound((50, 0.5), (5, 0), clipped=6)) == [
        Remark(
            True,
            "is cut off at full volume in 6 places",
            "Record it again, softer or farther from the microphone.",
        )
    ]


@pytest.mark.parametrize(
    ("frames", "noise", "is_noisy"),
    [(5, 0.0999, False), (5, 0.1001, True), (4, 0.5, True), (1, 0.5, False)],
)
def test_noise_is_told_from_an_eighth_of_the_voice_on_in_all_but_short_sounds(
    frames: int, noise: float, is_noisy: bool
) -> None:
    sound = make_sound((6, 0.8), (frames, noise))
    assert (NOISY in list_remarks(sound)) is is_noisy


def test_noise_is_what_the_softest_twentieth_has() -> None:
    assert NOISY not in list_remarks(make_sound((94, 0.8), (6, 0)))
    assert NOISY in list_remarks(make_sound((98, 0.8), (2, 0)))


@pytest.mark.parametrize(
    ("letters", "shortest", "longest"),
    [
        (14 * 10, 153, 1340),  # (10 s / 2.6 - 0.8 s; 10 s * 2.6 + 0.8 s)
        (14, 13, 170),  # a quarter; 2.6 s + 0.8 s
        (1, 8, 49),  # 0.15 s; 0.19 s + 0.8 s
    ],
)
def test_a_text_takes_a_time_within_bounds(letters: int, shortest: int, longest: int) -> None:
    for frames, is_right in (
        (shortest - 1, False), (shortest, True), (longest, True), (longest + 1, False),
    ):  # fmt: skip
        found = list_remarks(
            make_sound((3, 0), (frames, 0.5), (frames // 15 + 3, 0)), "a" * letters
        )
        assert (found == []) is is_right, (frames, found)


def test_a_wrong_time_is_told_with_the_right_one() -> None:
    found = list_remarks(make_sound((4, 0), (8, 0.5), (4, 0)), "Yes, 12 no! " * 7)
    assert found == [
        Remark(
            True,
            "lasts 0.2 seconds, where its text takes about 3.5",
            "Check that it says this text, and the whole of it.",
        )
    ]


@pytest.mark.parametrize("lang", ["zh-Hans", "ko"])
def test_nine_characters_take_two_seconds(lang: str) -> None:
    (remark,) = list_remarks(make_sound((2, 0), (8, 0.5), (2, 0)), "吃" * 9, lang)
    assert remark.message == "lasts 0.2 seconds, where its text takes about 2.0"


@pytest.mark.parametrize(("level", "is_speech"), [(0.0299, False), (0.0301, True)])
def test_speech_begins_and_ends_24_decibels_below_its_loud_parts(
    level: float, is_speech: bool
) -> None:
    sound = make_sound((30, 0), (20, level), (40, 0.5), (20, level), (30, 0))
    assert len(trim_speech(sound).samples) == (84 if is_speech else 44) * FRAME


@pytest.mark.parametrize(
    ("before", "after", "kept_before", "kept_after"),
    [(10, 10, 2, 2), (2, 2, 2, 2), (1, 1, 1, 1), (0, 0, 0, 0), (3, 0, 2, 0), (0, 3, 0, 2)],
)
def test_two_frames_stay_on_each_side_of_speech(
    before: int, after: int, kept_before: int, kept_after: int
) -> None:
    trimmed = trim_speech(make_sound((before, 0.001), (10, 0.5), (after, 0.002)))
    samples = trimmed.samples
    assert len(samples) == (kept_before + 10 + kept_after) * FRAME
    assert trimmed.rate == RATE
    assert samples[0] == samples[-1] == 0
    inner = samples[FRAME:-FRAME]
    kept = [0.001] * kept_before, [0.5] * 10, [0.002] * kept_after
    levels = np.repeat(np.concatenate([part for part in kept if part]), FRAME)
    assert inner.tolist() == pytest.approx(levels[FRAME:-FRAME].tolist())


def test_the_first_and_the_last_frame_fade_evenly() -> None:
    sound = make_sound((10, 0.5))
    samples = trim_speech(sound).samples
    steps = [0.5 * place / 19 for place in range(20)]
    assert samples[:20].tolist() == pytest.approx(steps)
    assert samples[-20:].tolist() == pytest.approx(steps[::-1])
    assert float(sound.samples[0]) == 0.5, "the recording itself stays"


def test_a_recording_without_speech_is_not_trimmed() -> None:
    sound = Sound(np.zeros(10, "float32"), RATE)
    assert trim_speech(sound) is sound


def test_the_end_that_fills_no_frame_is_no_speech() -> None:
    sound = Sound(np.full(3 * FRAME + 19, 0.5, "float32"), RATE)
    assert len(trim_speech(sound).samples) == 3 * FRAME + 19
