"""What is said of sentences is kept from build to build, as long as nothing of it can change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import pytest
from tests.audio.test_options import ToneVoice

from plainspoken.audio.casting import Reading
from plainspoken.audio.script import learn_words, write_scripts
from plainspoken.audio.script_cache import read_entries, write_entries
from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.audio.voices.gtts import GttsVoice
from plainspoken.config.project import load_project
from plainspoken.guide import Guide, Place, Pronunciation, Span
from plainspoken.languages import Language
from plainspoken.localized_guides import read_source
from plainspoken.narration import ScriptEntry, SpokenPart, SpokenSentence, VoiceLine
from plainspoken.worker_pool import open_pool

ALTERED = ScriptEntry(
    (VoiceLine(0, "en", "altered"),),
    SpokenSentence((), (SpokenPart("en", (("text", "altered"),)),)),
    (),
)


@pytest.fixture
def reading(small_guide: Path) -> Reading:
    (small_guide / "source" / "03-more.md").write_text("# More\n\nDrink 2 cups ⌘.\n", "utf-8")
    guide, errors = read_source(load_project(small_guide))
    assert guide, errors
    return Reading(guide, (EspeakVoice(),), program="this one")


def write(reading: Reading, cache: Path) -> dict[str, ScriptEntry]:
    return write_scripts([reading], 2, cache)[0]


def alter(cache: Path) -> None:
    """Have all kept entries say something else, to see which are taken."""
    path = cache / "scripts" / "en.json"
    entries = read_entries(path)
    assert entries
    write_entries(path, dict.fromkeys(entries, ALTERED), cache)


def test_kept_entries_are_those_that_were_written(reading: Reading, tmp_path: Path) -> None:
    first = write(reading, tmp_path)
    assert write(reading, tmp_path) == first
    alter(tmp_path)
    again = write(reading, tmp_path)
    assert again.keys() == first.keys()
    taken = [entry for entry in again.values() if entry == ALTERED]
    assert len(taken) == len([entry for entry in first.values() if not entry.faults]) > 10


def test_a_process_that_knows_the_words_writes_what_others_write(
    reading: Reading, tmp_path: Path
) -> None:
    expected = write(reading, tmp_path / "others")
    with open_pool(1) as pool:
        pool.begin_in_each(partial(learn_words, "en"))
        few = replace(reading, guide=replace(reading.guide, sections=reading.guide.sections[-1:]))
        (written,) = write_scripts([few], 2, tmp_path / "learned", pool=pool)
        (all_written,) = write_scripts([reading], 2, tmp_path / "learned", pool=pool)
    assert written.items() < all_written.items()
    assert all_written == expected


def test_a_voice_of_somebody_s_own_is_asked_here(reading: Reading, tmp_path: Path) -> None:
    class OwnVoice(ToneVoice):
        """Cannot be pickled: only this process knows it."""

    own = replace(reading, voices=(OwnVoice(),))
    expected = write(own, tmp_path / "others")
    with open_pool(1) as pool:
        assert write_scripts([own], 2, tmp_path / "pool", pool=pool) == [expected]


def test_what_nobody_can_say_is_told_each_time(reading: Reading, tmp_path: Path) -> None:
    first = [finding for entry in write(reading, tmp_path).values() for finding in entry.faults]
    assert "⌘" in first[0].message
    again = [finding for entry in write(reading, tmp_path).values() for finding in entry.faults]
    assert again == first


def add_word(guide: Guide) -> Guide:
    return replace(
        guide, lexicon=(*guide.lexicon, Pronunciation("water", respelling=(("en", "w"),)))
    )


CHANGES: dict[str, Callable[[Reading], Reading]] = {
    "another program": lambda reading: replace(reading, program="another"),
    "another region": lambda reading: replace(reading, regions={"en": "GB"}),
    "another voice": lambda reading: replace(reading, voices=(GttsVoice(),)),
    "a word of the lexicon": lambda reading: replace(reading, guide=add_word(reading.guide)),
    "the guide's own language": lambda reading: replace(
        reading, guide=replace(reading.guide, source_lang="es")
    ),
    "no name for the program": lambda reading: replace(reading, program=""),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_nothing_is_taken_once_something_else_counts(
    reading: Reading, tmp_path: Path, change: Callable[[Reading], Reading]
) -> None:
    write(reading, tmp_path)
    alter(tmp_path)
    assert ALTERED not in write(change(reading), tmp_path).values()


def move(guide: Guide, lines: int) -> Guide:
    """The guide with a word of the lexicon and an abbreviation of the glossary, at other lines."""
    word = Pronunciation(
        "water", ipa=(("en", "ˈwɔːtə", Place("lexicon.toml", lines)),), place=Place("", lines)
    )
    section = guide.sections[0]
    place = Place("glossary.md", lines)
    (sentence,) = (
        replace(each, spans=(Span("heart attack (HA)"),))
        for each in section.blocks[0].sentences[:1]
    )
    term = replace(section.blocks[0], kind="term", sentences=(sentence,), place=place)
    glossary = replace(section, id="glossary", role="glossary", blocks=(term,))
    return replace(guide, lexicon=(word,), sections=(*guide.sections, glossary))


def test_words_that_stand_at_another_line_leave_entries_as_they_are(
    reading: Reading, tmp_path: Path
) -> None:
    write(replace(reading, guide=move(reading.guide, 1)), tmp_path)
    alter(tmp_path)
    again = write(replace(reading, guide=move(reading.guide, 2)), tmp_path)
    assert all(entry == ALTERED for entry in again.values() if not entry.faults)


@dataclass(frozen=True, slots=True)
class _VoiceOfAFile(ToneVoice):
    content: str = field(default="", repr=False)

    def cache_key(self, language: Language) -> str:
        return f"{language.tag} {self.content}"

    def find_obstacle(self, text: str, _language: Language) -> str:
        return "does not know water" if "water" in text and not self.content else ""


def test_another_file_of_a_voice_can_say_other_sentences(reading: Reading, tmp_path: Path) -> None:
    before, after = (
        replace(reading, voices=(_VoiceOfAFile(content=content), EspeakVoice()))
        for content in ("", "complete")
    )
    assert {line.voice for entry in write(before, tmp_path).values() for line in entry.lines} == {
        0,
        1,
    }
    assert {line.voice for entry in write(after, tmp_path).values() for line in entry.lines} == {0}


def test_a_changed_sentence_alone_is_written_anew(reading: Reading, tmp_path: Path) -> None:
    write(reading, tmp_path)
    alter(tmp_path)
    section = reading.guide.sections[0]
    block = section.blocks[0]
    sentence = replace(
        block.sentences[0], spans=(replace(block.sentences[0].spans[0], text="Take 2 mg."),)
    )
    blocks = (replace(block, sentences=(sentence,)), *section.blocks[1:])
    sections = (replace(section, blocks=blocks), *reading.guide.sections[1:])
    changed = replace(reading, guide=replace(reading.guide, sections=sections))
    new = [entry for entry in write(changed, tmp_path).values() if entry != ALTERED]
    assert [entry.lines[0].sound for entry in new if not entry.faults] == ["Take two milligrams."]


@pytest.mark.parametrize("content", [b"", b"{}", b"[1", b'{"sha256": "x", "record": {"a": 1}}'])
def test_a_damaged_file_is_made_anew(reading: Reading, tmp_path: Path, content: bytes) -> None:
    first = write(reading, tmp_path)
    path = tmp_path / "scripts" / "en.json"
    whole = path.read_bytes()
    path.write_bytes(content)
    assert write(reading, tmp_path) == first
    assert path.read_bytes() == whole


def test_entries_of_another_shape_are_none(tmp_path: Path) -> None:
    from plainspoken.cache_files import write_sealed

    for record in ({"key": [1]}, {"key": None}, [1], "text"):
        write_sealed(tmp_path / "en.json", record, tmp_path)
        assert read_entries(tmp_path / "en.json") == {}
