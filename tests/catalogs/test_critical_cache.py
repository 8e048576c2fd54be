"""What is kept of earlier judgements saves time, and never changes what is critical."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspoken.cache_files import read_sealed, write_sealed
from plainspoken.catalogs import critical_cache
from plainspoken.catalogs.critical import Reason, find_critical
from plainspoken.catalogs.critical_text import find_reasons
from plainspoken.guide import Block, Guide, Section, Sentence, Span
from plainspoken.languages import Language

TEXTS = (
    "Take 2 tablets three times a day.",
    "Never skip a dose.",
    "Heat the water.",
    "It takes 3 minutes.",
    "Call us at once on 0161 496 0000:",
    "Your medicines",
    "Do not eat before the test.",
    "\udc80 5 mg",
)


def make_guide(*texts: str, lang: str = "en") -> Guide:
    """A guide of paragraphs, of which the first are one text after another."""
    title, description = (Block(name, "paragraph", lang) for name in ("title", "description"))
    sentences = [Sentence(f"a.{place}", lang, (Span(text),)) for place, text in enumerate(texts, 1)]
    whole = Block("a.1", "paragraph", lang, tuple(sentences[:2]))
    others = (Block(each.id, "paragraph", lang, (each,)) for each in sentences[2:])
    section = Section("a", "body", (whole, *others), title.place)
    return Guide("guide", lang, lang, title, description, (), (section,))


@settings(max_examples=60, deadline=None)
@given(
    rounds=st.lists(
        st.tuples(
            st.lists(st.sampled_from(TEXTS) | st.text(max_size=30), max_size=6),
            st.sampled_from(["en", "es"]),
        ),
        min_size=2,
        max_size=5,
    )
)
def test_what_is_critical_is_the_same_whatever_was_judged_before(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[tuple[list[str], str]]
) -> None:
    cache = tmp_path_factory.mktemp("cache")
    for texts, lang in rounds:
        guide = make_guide(*texts, lang=lang)
        assert find_critical(guide, cache) == find_critical(guide)


def test_a_text_that_was_judged_is_not_judged_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged: list[str] = []

    def find_and_note(text: str, language: Language, topic: str) -> tuple[Reason, ...]:
        judged.append(text)
        return find_reasons(text, language, topic)

    monkeypatch.setattr(critical_cache, "find_reasons", find_and_note)
    find_critical(make_guide(*TEXTS), tmp_path)
    assert judged == [*TEXTS]
    find_critical(make_guide(*TEXTS, "Wait."), tmp_path)
    assert judged == [*TEXTS, "Wait."]
    find_critical(make_guide("Well.", *TEXTS[1:], "Wait."), tmp_path)
    assert judged[len(TEXTS) + 1 :] == ["Well.", TEXTS[1]]


def test_only_what_was_asked_for_last_is_kept(tmp_path: Path) -> None:
    find_critical(make_guide(*TEXTS), tmp_path)
    (path,) = tmp_path.rglob("en.json")
    assert len(read_sealed(path)) == len(TEXTS)
    find_critical(make_guide(TEXTS[0]), tmp_path)
    assert len(read_sealed(path)) == 1


def test_another_program_judges_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    find_critical(make_guide(*TEXTS), tmp_path)
    (path,) = tmp_path.rglob("en.json")
    forged = {key: [["dose", "altered"]] for key in read_sealed(path)}
    write_sealed(path, forged, tmp_path)
    assert Reason("dose", "altered") in find_critical(make_guide(*TEXTS), tmp_path)["a.3"]
    monkeypatch.setattr(critical_cache, "name_program", lambda: "another")
    assert find_critical(make_guide(*TEXTS), tmp_path) == find_critical(make_guide(*TEXTS))
    assert read_sealed(path).keys().isdisjoint(forged)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff", b'{"record": {}, "sha256": "0"}'],
)
def test_a_damaged_file_of_the_cache_is_made_anew(tmp_path: Path, content: bytes) -> None:
    guide = make_guide(*TEXTS)
    expected = find_critical(guide, tmp_path)
    (path,) = tmp_path.rglob("en.json")
    whole = path.read_bytes()
    path.write_bytes(content)
    assert find_critical(guide, tmp_path) == expected
    assert path.read_bytes() == whole


@pytest.mark.parametrize(
    "value", [None, 3, "dose", [3], ["dose"], [["dose"]], [["fun", "a"]], [["dose", 3]], [[[], ""]]]
)
def test_what_is_no_list_of_reasons_is_made_anew(tmp_path: Path, value: object) -> None:
    guide = make_guide(*TEXTS)
    expected = find_critical(guide, tmp_path)
    (path,) = tmp_path.rglob("en.json")
    whole = path.read_bytes()
    write_sealed(path, dict.fromkeys(json.loads(whole)["record"], value), tmp_path)
    assert find_critical(guide, tmp_path) == expected
    assert path.read_bytes() == whole


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    cache = tmp_path / "file" / "cache"
    cache.parent.write_text("in the way")
    guide = make_guide(*TEXTS)
    assert find_critical(guide, cache) == find_critical(guide) != {}
    assert [*tmp_path.iterdir()] == [cache.parent]


def test_the_same_text_below_another_heading_is_judged_for_itself(tmp_path: Path) -> None:
    text = "Stop it when you feel sick."
    for topic in ("Your tablets", "The film", "Your tablets"):
        heading = replace(make_guide(topic).sections[0].blocks[0], kind="heading", id="a.9")
        guide = make_guide(text)
        section = replace(guide.sections[0], blocks=(heading, *guide.sections[0].blocks))
        guide = replace(guide, sections=(section,))
        assert find_critical(guide, tmp_path) == find_critical(guide)
