"""What an edition may name as its files, and which editions are installed."""

from __future__ import annotations

import pytest

from plainspoken.editions import Artifact, find_editions


@pytest.mark.parametrize("path", ["a.zip", "text/01-opening.txt", "a/b/c", ".hidden", "a..b"])
def test_a_path_below_the_folder_is_inside(path: str) -> None:
    assert Artifact(path, "").is_inside()


@pytest.mark.parametrize(
    "path", ["", ".", "..", "../a", "a/../b", "/a", "//a", "a//b", "a/", "./a", "a\\b"]
)
def test_any_other_path_is_not(path: str) -> None:
    assert not Artifact(path, "").is_inside()


def test_editions_have_the_names_of_their_entry_points() -> None:
    names = [edition.name for edition in find_editions()]
    assert names == sorted(names)
    assert {"epub", "text"} <= {*names}


def test_only_an_audiobook_takes_the_sound_that_is_not_encoded_yet() -> None:
    assert [edition.name for edition in find_editions() if edition.needs_clips()] == ["m4b"]


def test_only_timings_ask_when_words_are_heard() -> None:
    assert [edition.name for edition in find_editions() if edition.needs_words()] == ["timings"]


def test_editions_that_name_the_sound_files_or_hold_their_sound_follow_them() -> None:
    following = [edition.name for edition in find_editions() if edition.follows_sound()]
    assert following == ["feed", "m4b", "timings"]


def test_a_guide_that_names_no_editions_gets_epub_and_text() -> None:
    assert [edition.name for edition in find_editions() if edition.by_default] == ["epub", "text"]
