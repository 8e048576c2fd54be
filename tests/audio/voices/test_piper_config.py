"""What stands beside a voice of Piper is read with its bounds, and with what it may leave out."""

from __future__ import annotations

import json
from typing import Any

import pytest

from plainspoken.audio.voices.piper_config import ConfigError, PiperConfig, read_config

ENDS = {"^": [1], "_": [0], "$": [2]}
LEAST: dict[str, Any] = {
    "audio": {"sample_rate": 22_050}, "espeak": {"voice": "pt-br"}, "phoneme_id_map": ENDS,
}  # fmt: skip
NUMBERS = {"^": (1,), "_": (0,), "$": (2,)}


def read(**changes: Any) -> PiperConfig:
    return read_config(json.dumps(LEAST | changes).encode())


def find_error(**changes: Any) -> str:
    with pytest.raises(ConfigError) as raised:
        read(**changes)
    return str(raised.value)


def test_what_may_be_left_out_has_its_usual_value() -> None:
    found = read()
    assert found == PiperConfig("pt-BR", "pt-br", 22_050, 1.0, NUMBERS, {}, {})
    assert found.base == "pt"


def test_all_that_is_there_is_taken() -> None:
    found = read(
        audio={"sample_rate": 16_000.0}, language={"code": "en_GB"}, espeak={"voice": "en-gb"},
        inference={"length_scale": 1.25}, phoneme_type="espeak", phoneme_map={"x": ["k", "h"]},
        phoneme_id_map=ENDS | {"a": [7, 8]}, num_speakers=3, speaker_id_map={"ann": 2, "bo": 0},
    )  # fmt: skip
    assert found == PiperConfig(
        "en-GB", "en-gb", 16_000, 1.25, NUMBERS | {"a": (7, 8)}, {"x": ("k", "h")},
        {"0": 0, "1": 1, "2": 2, "ann": 2, "bo": 0},
    )  # fmt: skip
    assert isinstance(found.rate, int)


@pytest.mark.parametrize("rate", [8_000, 48_000])
@pytest.mark.parametrize("length", [0.1, 10])
@pytest.mark.parametrize("number", [0, 99_999])
def test_the_least_and_the_most_are_taken(rate: int, length: float, number: int) -> None:
    signs = ENDS | {"a": [number]}
    found = read(
        audio={"sample_rate": rate}, inference={"length_scale": length}, phoneme_id_map=signs
    )
    assert (found.rate, found.length, found.numbers["a"]) == (rate, length, (number,))


def test_a_voice_with_one_speaker_names_none() -> None:
    assert read(num_speakers=1, speaker_id_map={"ann": 0}).speakers == {}
    assert read(num_speakers=2).speakers == {"0": 0, "1": 1}
    assert read(num_speakers=100_000).speakers["99999"] == 99_999


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"audio": {"sample_rate": 7_999}},
         "has 7999 for `audio.sample_rate`, not 8000 to 48000"),
        ({"audio": {"sample_rate": 48_001}},
         "has 48001 for `audio.sample_rate`, not 8000 to 48000"),
        ({"audio": 1}, "lacks `audio.sample_rate`"),
        ({"audio": {"sample_rate": True}}, "has “True” for `audio.sample_rate`"),
        ({"inference": {"length_scale": 0.09}},
         "has 0.09 for `inference.length_scale`, not 0.1 to 10"),
        ({"inference": {"length_scale": 10.1}},
         "has 10.1 for `inference.length_scale`, not 0.1 to 10"),
        ({"phoneme_id_map": ENDS | {"a": [100_000]}}, "has no numbers for “a” in `phoneme_id_map`"),
        ({"phoneme_id_map": ENDS | {"a": [1, -1]}}, "has no numbers for “a” in `phoneme_id_map`"),
        ({"phoneme_id_map": {"_": [0], "$": [2]}}, "lacks “^” in `phoneme_id_map`"),
        ({"phoneme_id_map": {"^": [0], "$": [2]}}, "lacks “_” in `phoneme_id_map`"),
        ({"phoneme_id_map": {"^": [0], "_": [2]}}, "lacks “$” in `phoneme_id_map`"),
        ({"phoneme_id_map": []}, "has “[]” for `phoneme_id_map`"),
        ({"phoneme_map": {"a": ["b", 1]}}, "has no phonemes for “a” in `phoneme_map`"),
        ({"num_speakers": 100_001}, "has 100001 for `num_speakers`, not 1 to 100000"),
        ({"num_speakers": 0}, "has 0 for `num_speakers`, not 1 to 100000"),
        ({"speaker_id_map": {"bo": 1}}, "has no number for “bo” in `speaker_id_map`"),
        ({"speaker_id_map": {"bo": -1}}, "has no number for “bo” in `speaker_id_map`"),
        ({"speaker_id_map": {"bo": "0"}}, "has no number for “bo” in `speaker_id_map`"),
        ({"language": {"code": 1}}, "has “1” for `language.code`"),
        ({"phoneme_type": "text"}, "has phonemes of the type “text”, not those of espeak-ng"),
        ({"espeak": {"voice": "qq"}}, "names “qq”, which is no voice of espeak-ng"),
    ],
)  # fmt: skip
def test_what_is_just_beyond_is_told(changes: dict[str, Any], message: str) -> None:
    assert find_error(**changes) == message


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[" * 100_000])
def test_what_is_no_json_is_told(content: bytes) -> None:
    with pytest.raises(ConfigError, match=r"^is no JSON that can be read$"):
        read_config(content)
