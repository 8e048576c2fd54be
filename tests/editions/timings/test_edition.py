"""The times of all sentences, as JSON and as captions that a browser reads."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Page
from tests.editions.conftest import TITLES, Spoken

from plainspoken.editions.timings.edition import build
from plainspoken.guide import Span

ROOT = Path(__file__).parents[3]
READ_CUES = """async text => {
    const video = document.createElement("video");
    const track = document.createElement("track");
    track.src = "data:text/vtt;charset=utf-8," + encodeURIComponent(text);
    track.default = true;
    track.track.mode = "hidden";
    video.append(track);
    document.body.append(video);
    await new Promise((done, fail) => { track.onload = done; track.onerror = fail; });
    return [...track.track.cues].map(cue => {
        const box = document.createElement("p");
        box.append(cue.getCueAsHTML());
        const inner = box.querySelector("[lang]");
        return [cue.id, cue.startTime, cue.endTime, box.textContent, inner && inner.lang];
    });
}"""


def read_table(folder: Path) -> dict[str, Any]:
    table: dict[str, Any] = json.loads((folder / "timings.json").read_text("utf-8"))
    return table


def drop_words(spoken: Spoken) -> Spoken:
    """As if a voice had read that tells no times of words."""
    tracks = tuple(
        replace(track, clips=tuple(replace(clip, words=()) for clip in track.clips))
        for track in spoken.narration.tracks
    )
    return replace(spoken, narration=replace(spoken.narration, tracks=tracks))


@pytest.mark.parametrize("change", [lambda spoken: spoken, drop_words])
def test_the_file_is_as_its_schema_says(
    awkward: Spoken, tmp_path: Path, change: Callable[[Spoken], Spoken]
) -> None:
    schema = json.loads((ROOT / "docs/timings.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    change(awkward).build(build, tmp_path / "out")
    table = read_table(tmp_path / "out")
    assert not list(Draft202012Validator(schema).iter_errors(table))
    told = [each for section in table["sections"] for each in section["sentences"]]
    assert any("words" in each for each in told) is (change is not drop_words)


def test_each_word_is_found_in_its_sentence_and_heard_within_it(
    spoken: Spoken, tmp_path: Path
) -> None:
    spoken.build(build, tmp_path / "out")
    for section in read_table(tmp_path / "out")["sections"]:
        for sentence in section["sentences"]:
            times = [sentence["begin"]]
            for word in sentence["words"]:
                start, text = word["start"], word["text"]
                assert sentence["text"][start : start + len(text)] == text != ""
                times += [word["begin"], word["end"]]
            assert [*times, sentence["end"]] == sorted([*times, sentence["end"]])


def test_each_sentence_has_its_words_its_language_and_its_times(
    spoken: Spoken, tmp_path: Path
) -> None:
    names = spoken.build(build, tmp_path / "out")
    table = read_table(tmp_path / "out")
    assert (table["guide"], table["language"]) == ("tea", "en")
    assert table["readers"] == [{"name": "espeak-ng", "kind": "draft", "percent": 100}]
    told = [each for section in table["sections"] for each in section["sentences"]]
    assert [(each["id"], each["text"], each["lang"]) for each in told] == [
        (sentence.id, sentence.text, sentence.lang) for sentence in spoken.guide.sentences()
    ]
    assert [section["captions"] for section in table["sections"]] == names[1:]
    for section, track in zip(table["sections"], spoken.narration.tracks, strict=True):
        ends = [0.0, *(each["end"] for each in section["sentences"])]
        assert [each["begin"] for each in section["sentences"]] == ends[:-1]
        assert ends == sorted(set(ends))
        with av.open(str(track.path)) as container:
            samples = sum(frame.samples for frame in container.decode(audio=0))
        assert section["file"] == f"audio/{track.file_name}"
        assert ends[-1] == section["seconds"] == pytest.approx(samples / 22_050, abs=0.0006)


def test_a_browser_reads_the_captions(awkward: Spoken, tmp_path: Path, page: Page) -> None:
    awkward.build(build, tmp_path / "out")
    table = read_table(tmp_path / "out")
    page.set_content("<title>Captions</title>")
    heads = []
    for section in table["sections"]:
        cues = page.evaluate(READ_CUES, (tmp_path / "out" / section["captions"]).read_text("utf-8"))
        assert [cue[:4] for cue in cues] == [
            [each["id"], each["begin"], each["end"], " ".join(each["text"].split())]
            for each in section["sentences"]
        ]
        heads.append(cues[0][3])
    assert heads == [" ".join(title.split()) for title in TITLES]


def test_captions_say_which_sentences_are_in_another_language(
    spoken: Spoken, tmp_path: Path, page: Page
) -> None:
    guide = spoken.guide
    first = guide.sections[0]
    title = first.blocks[0]
    sentence = replace(title.sentences[0], lang="zh-Hans", spans=(Span("茶 &\n\n水"),))
    blocks = (replace(title, sentences=(sentence,)), *first.blocks[1:])
    changed = replace(guide, sections=(replace(first, blocks=blocks), *guide.sections[1:]))
    replace(spoken, guide=changed).build(build, tmp_path / "out")
    page.set_content("<title>Captions</title>")
    cues = page.evaluate(READ_CUES, (tmp_path / "out/timings/01-opening.vtt").read_text("utf-8"))
    assert cues[0][3:] == ["茶 & 水", "zh-Hans"]
    assert {cue[4] for cue in cues[1:]} == {None}
    assert len(cues) == len(list(first.sentences()))


def test_after_an_hour_captions_still_tell_the_time(spoken: Spoken, tmp_path: Path) -> None:
    track = spoken.narration.tracks[0]
    hour = 22_050 * 3_600
    late = [replace(clip, begin=clip.begin + hour, end=clip.end + hour) for clip in track.clips]
    tracks = (replace(track, clips=tuple(late)), *spoken.narration.tracks[1:])
    narration = replace(spoken.narration, tracks=tracks)
    replace(spoken, narration=narration).build(build, tmp_path / "out")
    assert "\n01:00:00.000 --> 01:00:0" in (tmp_path / "out/timings/01-opening.vtt").read_text()


def test_without_sound_there_is_nothing_to_write(silent: Spoken, tmp_path: Path) -> None:
    assert silent.build(build, tmp_path / "out") == []
    assert list((tmp_path / "out").iterdir()) == []


def test_the_same_guide_gives_the_same_bytes(awkward: Spoken, tmp_path: Path) -> None:
    names = awkward.build(build, tmp_path / "one")
    assert awkward.build(build, tmp_path / "two") == names
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
