"""What the natural voice is given to read in languages with tones."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.audio.voices import find_obstacle
from plainspoken.audio.voices.espeak_ipa import UnknownSoundError
from plainspoken.audio.voices.espeak_respelling import respell
from plainspoken.audio.voices.kokoro import KokoroVoice
from plainspoken.audio.voices.kokoro_phonemes import number_letters
from plainspoken.audio.voices.kokoro_syllables import write_syllables
from plainspoken.languages import load

CHINESE = load("zh-Hans")


def write(text: str) -> str:
    return write_syllables(respell(text, CHINESE), CHINESE)


def write_together(text: str) -> str:
    """Without what stands between words: how a text is divided is left open here."""
    return write(text).replace(" ", "")


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("妈麻马骂吗", "ma→ma↗ma↓ma↘ma"),
        ("杯陪美飞", "pei→pʰei↗mei↓fei→"),
        ("知吃是日", "ꭧɨ→ꭧʰɨ→ʂɨ↘ɻɨ↘"),
        ("资次四", "ʦɨ→ʦʰɨ↘sɨ↘"),
        ("鸡七西", "ʨi→ʨʰi→ɕi→"),
        ("女绿雪云元用", "ny↓ly↘ɕɥe↓y↗nɥɛ↗njʊ↘ŋ"),
        ("音英烟央", "i→ni→ŋjɛ→nja→ŋ"),
        ("文翁五我", "wə↗nwə→ŋu↗wo↓"),
        ("坤昏说村", "kʰwə→nxwə→nʂwo→ʦʰwə→n"),
        ("哥恩更", "kɤ→ə→nkə↘ŋ"),
        ("心胸英雄贫穷", "ɕi→nɕjʊ→ŋi→ŋɕjʊ↗ŋpʰi↗nʨʰjʊ↗ŋ"),
    ],
)
def test_syllables_are_written_in_the_letters_of_the_model(text: str, letters: str) -> None:
    assert write_together(text) == letters


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("长大", "ꭧa↓ŋta↘"),
        ("长期", "ꭧʰa↗ŋʨʰi→"),
        ("护士长", "xu↘ʂɨꭧa↓ŋ"),
        ("体重", "tʰi↓ꭧʊ↘ŋ"),
        ("重复", "ꭧʰʊ↗ŋfu↘"),
        ("银行", "i↗nxa↗ŋ"),
        ("行走", "ɕi↗ŋʦou↓"),
        ("地方", "ti↘faŋ"),
        ("慢慢地走", "ma↘nma↘ntɤʦou↓"),
        ("还有", "xai↗jou↓"),
        ("归还", "kwei→xwa↗n"),
        ("睡觉", "ʂwei↘ʨjau↘"),
        ("觉得", "ʨɥe↗tɤ"),
        ("必须得去", "pi↘ɕy→tei↓ʨʰy↘"),
        ("药量", "jau↘lja↘ŋ"),
        ("量体温", "lja↗ŋtʰi↓wə→n"),
        ("量一次血压", "lja↗ŋi↗ʦʰɨ↘ɕɥe↘ja→"),
        ("中毒", "ꭧʊ↘ŋtu↗"),
        ("着凉", "ꭧau↗lja↗ŋ"),
        ("吃着", "ꭧʰɨ→ꭧɤ"),
        ("便宜", "pʰjɛ↗ni"),
        ("大便", "ta↘pjɛ↘n"),
        ("恶心", "ɤ↓ɕi→n"),
        ("咳血", "kʰɤ↗ɕɥe↘"),
        ("咳嗽", "kʰɤ↗sou"),
        ("胸痛", "ɕjʊ→ŋtʰʊ↘ŋ"),
        ("这儿", "ꭧɤ↘ɚ↗"),
        ("一会儿", "i↗xwei↘ɚ↗"),
    ],
)
def test_a_letter_with_several_readings_has_the_right_one(text: str, letters: str) -> None:
    assert write_together(text) == letters


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("不是", "pu↗ʂɨ↘"),
        ("不对", "pu↗twei↘"),
        ("不吃", "pu↘ꭧʰɨ→"),
        ("不能", "pu↘nə↗ŋ"),
        ("不想", "pu↘ɕja↓ŋ"),
        ("一片", "i↗pʰjɛ↘n"),
        ("一袋", "i↗tai↘"),
        ("一天", "i↘tʰjɛ→n"),
        ("一瓶", "i↘pʰi↗ŋ"),
        ("一滴", "i↘ti→"),
        ("一勺", "i↘ʂau↗"),
        ("一起", "i↘ʨʰi↓"),
        ("第一", "ti↘i→"),
        ("三十一滴", "sa→nʂɨ↗i→ti→"),
        ("你好", "ni↗xau↓"),
        ("我很好", "wo↓xə↗nxau↓"),
        ("每两周", "mei↗lja↓ŋꭧou→"),
        ("展览馆", "ꭧa↗nla↗nkwa↓n"),
        ("我，你", "wo↓,ni↓"),
        ("很慢", "xə↓nma↘n"),
    ],
)
def test_tones_change_before_others(text: str, letters: str) -> None:
    assert write_together(text) == letters


def test_stops_stay() -> None:
    assert write("停药？不！（饭后）“好”，药、水。") == (
        "tʰi↗ŋ jau↘? pu↘! (fa↘n xou↘) “xau↓”, jau↘, ʂwei↓."
    )


def test_words_in_other_letters_are_spoken_as_english_and_short_forms_letter_by_letter() -> None:
    assert write("做CT检查。") == "ʦwo↘ sˈi tˈi ʨjɛ↓n ꭧʰa↗."
    assert write("吃ibuprofen，") == "ꭧʰɨ→ ˌIbjupɹˈOfən,"
    assert write("PICC管") == "pˈi I sˈi sˈi kwa↓n"
    assert write("CA") == "sˈi ˈA"
    assert write("B12") == "bˈi ʂɨ↗ ɚ↘"


def test_phonemes_of_the_lexicon_are_read_among_words() -> None:
    assert write_together("吃[[ma214]]药") == "ꭧʰɨ→ma↓jau↘"
    assert write_together("我[[ma214]]") == "wo↗ma↓"


def test_letters_of_the_older_script_are_spoken_the_same() -> None:
    assert write("醫生說頭髮會長出來") == write("医生说头发会长出来")


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("吃㗎药", "㗎"),
        ("扌", "扌"),
        ("のを", "の"),
        ("吃한약", "한"),
        ("ы", "ы"),
        ("吃[[t1]]药", "t"),
        ("[[ma5]]", "5"),
        ("[[k]]", "k"),
    ],
)
def test_what_cannot_be_said_is_an_obstacle_and_is_never_left_out(text: str, sign: str) -> None:
    assert find_obstacle(KokoroVoice(), text, CHINESE) == f"has no sound for “{sign}”"
    with pytest.raises(UnknownSoundError, match=re.escape(sign)):
        write(text)


def test_nothing_to_say_is_an_obstacle() -> None:
    assert find_obstacle(KokoroVoice(), "……。", CHINESE) == "finds nothing to say"


@given(st.text("长重行地还不了吃药胸", min_size=1, max_size=40))
def test_every_letter_is_said_as_one_syllable(text: str) -> None:
    assert len(re.findall("[aeiouɨɤʊəɛ]+", write(text))) == len(text)


@given(st.text("长重行地还一不儿了吃药胸，。 水好CTa5“”（）", max_size=40))
def test_all_that_is_written_is_known_to_the_model(text: str) -> None:
    assert number_letters(write(text))


@given(st.text("长重行地还一不了吃药好", max_size=30))
def test_what_was_written_before_changes_nothing(text: str) -> None:
    first = write(text)
    write("我很好，你呢？")
    assert write(text) == first


def test_only_the_simplified_mandarin_has_the_voice() -> None:
    assert KokoroVoice().speaks(CHINESE)
    assert KokoroVoice().speaks(load("zh-CN"))
    assert not KokoroVoice().speaks(load("vi"))


def test_a_changed_notation_or_respelling_makes_other_sound() -> None:
    key = KokoroVoice().cache_key(CHINESE)
    assert "syllables-1" in key
    assert "syllables" not in KokoroVoice().cache_key(load("en"))
