"""What a cache holds is listed in order, and what was used longest ago is removed first."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plainspoken.audio.cache.contents import (
    CachedItem,
    Kind,
    choose_oldest,
    describe,
    is_whole,
    list_items,
    remove,
)
from plainspoken.audio.clip_cache import ClipCache, write_checked
from plainspoken.diagnostics.errors import OutputError


def make_item(key: str, size: int, used: int, kind: Kind = "clip") -> CachedItem:
    return CachedItem(kind, key, (), size, used)


ITEMS = [
    make_item("c", 10, 3), make_item("b", 20, 1), make_item("a", 30, 2), make_item("e", 5, 1),
    make_item("d", 1, 1, "track"), make_item("z", 1, 1, "transcript"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("most", "keys"),
    [(67, ""), (66, "b"), (47, "b"), (46, "be"), (42, "be"), (41, "bed"), (40, "bedz"),
     (39, "bedza"), (10, "bedza"), (9, "bedzac"), (0, "bedzac")],
)  # fmt: skip
def test_the_oldest_go_until_the_others_fit(most: int, keys: str) -> None:
    assert "".join(item.key for item in choose_oldest(ITEMS, most)) == keys


def write(path: Path, content: bytes, access: int, change: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    os.utime(path, ns=(access, change))
    return path


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    write(tmp_path / "clips/bb/bbb.pcm", b"xx", 5, 9)
    write(tmp_path / "clips/aa/aaa.pcm", b"xxx", 8, 2)
    write(tmp_path / "tracks/t2.mp3", b"x", 1, 1)
    write(tmp_path / "tracks/t1.mp3", b"xxxx", 4, 6)
    write(tmp_path / "tracks/t1.json", b"xxxxx", 99, 99)
    write(tmp_path / "transcripts/w.json", b"xxxxxx", 3, 3)
    for other in ("clips/aaa.pcm", "clips/abc/d.pcm", "clips/aa/a.txt", "tracks/t.wav", "x.mp3"):
        write(tmp_path / other, b"", 1, 1)
    return tmp_path


def test_all_that_a_cache_holds_is_listed(cache: Path) -> None:
    write(cache / "stretches/cc/ccc.mp3", b"xxxxxxx", 2, 4)
    found = list_items(cache)
    assert [(item.kind, item.key, item.size, item.used) for item in found] == [
        ("clip", "aaa", 3, 8), ("clip", "bbb", 2, 9),
        ("stretch", "ccc", 7, 4), ("track", "t1", 9, 6), ("track", "t2", 1, 1),
        ("transcript", "w", 6, 3),
    ]  # fmt: skip
    names = [[path.name for path in item.paths] for item in found]
    assert names == [
        ["aaa.pcm"],
        ["bbb.pcm"],
        ["ccc.mp3"],
        ["t1.mp3", "t1.json"],
        ["t2.mp3"],
        ["w.json"],
    ]
    assert [item.is_sound for item in found] == [True, True, True, True, True, False]
    assert [item.kind for item in found if not item.is_carried] == ["stretch", "transcript"]


def test_items_are_removed_with_all_their_files(cache: Path) -> None:
    found = list_items(cache)
    (cache / "clips/bb/bbb.pcm").unlink()
    (cache / "clips/bb/bbb.pcm").mkdir()
    (cache / "clips/bb/bbb.pcm/x").touch()
    (cache / "tracks/t2.mp3").unlink()
    remove(found[1:4])
    assert [item.key for item in list_items(cache)] == ["aaa", "w"]
    assert not (cache / "tracks/t1.json").exists()
    assert not (cache / "clips/bb/bbb.pcm").exists()
    outside = write(cache.parent / f"{cache.name}-x" / "y", b"", 1, 1).parent
    (cache / "tracks/t3.mp3").symlink_to(outside)
    remove([describe("track", cache / "tracks/t3.mp3")])
    assert (outside / "y").exists()
    assert not (cache / "tracks/t3.mp3").is_symlink()


def test_a_folder_that_is_a_link_is_refused(cache: Path) -> None:
    (cache / "tracks").rename(cache / "elsewhere")
    (cache / "tracks").symlink_to("elsewhere")
    with pytest.raises(OutputError):
        list_items(cache)


def test_each_kind_is_whole_as_it_was_written(cache: Path) -> None:
    ClipCache(cache).write("abcd", b"\1\2")
    write_checked(cache / "stretches/cc/ccc.mp3", "ccc", b"\1", cache)
    write_checked(cache / "stretches/cc/ccd.mp3", "other", b"\1", cache)
    found = {item.key: is_whole(item, cache) for item in list_items(cache)}
    assert found == {
        "aaa": False, "abcd": True, "bbb": False, "ccc": True, "ccd": False, "t1": False,
        "t2": False, "w": False,
    }  # fmt: skip
