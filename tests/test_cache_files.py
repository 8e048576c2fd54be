"""A cache that somebody else deletes, damages, fills and shares: none of that is used."""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.cache_files import (
    copy_file,
    find_state,
    hash_file,
    hash_files,
    open_unfinished,
    read_file,
    read_sealed,
    remove_unfinished,
    write_sealed,
)
from plainspoken.workers import run_in_child

Obstacle = Callable[[Path], object]


def stand_link(path: Path) -> None:
    target = path.with_name("elsewhere")
    target.write_bytes(b"of somebody else")
    path.symlink_to(target)


def stand_full_folder(path: Path) -> None:
    path.mkdir()
    (path / "file").write_bytes(b"x")


OBSTACLES: dict[str, Obstacle] = {
    "a folder": Path.mkdir,
    "a folder with a file": stand_full_folder,
    "a pipe": os.mkfifo,
    "a link": stand_link,
    "a link to nothing": lambda path: path.symlink_to("nothing"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a device": lambda path: path.symlink_to("/dev/zero"),
}


def write(path: Path, content: bytes, cache: Path) -> None:
    with open_unfinished(path, cache) as file:
        file.write(content)


@pytest.mark.parametrize("stand", OBSTACLES.values(), ids=OBSTACLES)
def test_what_is_no_file_is_not_read_and_gives_way(tmp_path: Path, stand: Obstacle) -> None:
    path = tmp_path / "cache/deep/file"
    path.parent.mkdir(parents=True)
    stand(path)
    assert read_file(path) is None
    assert hash_file(path) is None
    assert find_state(path) is None
    assert read_sealed(path) is None
    write(path, b"mine", tmp_path / "cache")
    assert read_file(path) == b"mine"
    assert not path.is_symlink()
    elsewhere = path.with_name("elsewhere")
    assert not elsewhere.exists() or elsewhere.read_bytes() == b"of somebody else"


@pytest.mark.parametrize("name", ["deep", "aside"])
@pytest.mark.parametrize(
    "stand",
    [
        lambda path: path.write_bytes(b"x"),
        os.mkfifo,
        lambda path: path.symlink_to("nothing"),
        lambda path: path.symlink_to(".."),
    ],
    ids=["a file", "a pipe", "a link to nothing", "a link elsewhere"],
)
def test_what_stands_in_the_place_of_a_folder_gives_way(
    tmp_path: Path, name: str, stand: Obstacle
) -> None:
    stand(tmp_path / name)
    write(tmp_path / "deep/file", b"mine", tmp_path)
    assert read_file(tmp_path / "deep/file") == b"mine"
    assert not (tmp_path / name).is_symlink()


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "file").open("wb") as file:
        file.truncate(10**12)
    assert read_file(tmp_path / "file") is None


def test_a_file_that_was_changed_or_replaced_has_another_state(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"mine")
    os.utime(path, ns=(1, 1))
    states = [find_state(path)]
    assert find_state(tmp_path / "gone") is None
    os.link(path, tmp_path / "second")
    os.utime(path, ns=(2, 1))
    assert find_state(path) == find_state(tmp_path / "second") == states[0]
    path.write_bytes(b"more")
    states.append(find_state(path))
    path.write_bytes(b"longer")
    os.utime(path, ns=(1, 1))
    states.append(find_state(path))
    shutil.copy2(path, tmp_path / "copy")
    states.append(find_state((tmp_path / "copy").replace(path)))
    assert None not in states and len({*states}) == 4


@pytest.mark.parametrize("count", [0, 1, 2, 90])
def test_many_files_are_hashed_as_each_by_itself(tmp_path: Path, count: int) -> None:
    paths = [tmp_path / f"{number}" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(bytes([number]) * 999 * (count - number))
    for path in paths[3:5]:
        path.unlink()
    digests = hash_files(paths)
    assert digests == [hash_file(path) for path in paths]
    assert [place for place, each in enumerate(digests) if each is None] == (
        [3, 4] if count > 4 else []
    )


@pytest.mark.parametrize("size", [0, 1, 999_999, 1_000_000, 2_000_001])
def test_a_copy_has_the_content_and_its_hash(tmp_path: Path, size: int) -> None:
    content = bytes(range(256)) * (size // 256 + 1)
    (tmp_path / "file").write_bytes(content[:size])
    assert copy_file(tmp_path / "file", tmp_path / "copy") == hash_file(tmp_path / "copy")
    assert (tmp_path / "copy").read_bytes() == content[:size]


@pytest.mark.parametrize("name", ["gone", "file"])
def test_a_file_that_cannot_be_copied_is_told_with_both_names(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"x")
    target = Path("/dev/full") if name == "file" else tmp_path / "copy"
    with pytest.raises(OSError) as raised:
        copy_file(tmp_path / name, target)
    assert raised.value.strerror in ("No space left on device", "No such file or directory")
    assert (raised.value.filename, raised.value.filename2) == (str(tmp_path / name), str(target))


def test_an_error_while_a_file_is_written_leaves_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write(path, b"before", tmp_path)
    with pytest.raises(KeyError), open_unfinished(path, tmp_path) as file:
        file.write(b"half of")
        raise KeyError
    assert path.read_bytes() == b"before"
    assert [found for found in tmp_path.rglob("*") if found.is_file()] == [path]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_a_record_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, record: Any
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    write_sealed(folder / "a.json", record, folder)
    assert read_sealed(folder / "a.json") == record
    shutil.copyfile(folder / "a.json", folder / "b.json")
    assert read_sealed(folder / "b.json") is None, "it is a record of another file"


CONTENTS = {
    "nothing": b"",
    "no JSON": b"{",
    "no text": b"\xff\xfe\x00",
    "a list": b"[]",
    "null": b"null",
    "a text": b'"record"',
    "no checksum": b'{"record": {}}',
    "no record": b'{"sha256": "00"}',
    "another checksum": b'{"record": {}, "sha256": "00"}',
    "a checksum of a wrong type": b'{"record": null, "sha256": null}',
    "deep lists": b"[" * 100_000,
    "a deep record": b'{"record": ' + b"[" * 100_000,
    "a number without end": b'{"record": ' + b"9" * 10_000 + b', "sha256": ""}',
    "half a character": b'{"record": "\\ud800", "sha256": ""}',
}


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
def test_what_is_no_whole_record_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.json").write_bytes(content)
    assert read_sealed(tmp_path / "a.json") is None


@given(st.data())
def test_a_record_that_was_changed_anywhere_is_none(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    path = folder / "a.json"
    record = {"lengths": [1, 2, 3], "name": "x", "score": 1.5}
    write_sealed(path, record, folder)
    content = path.read_bytes()
    place = data.draw(st.integers(0, len(content) - 1))
    path.write_bytes(content[:place] + data.draw(st.binary(max_size=2)) + content[place + 1 :])
    assert read_sealed(path) in (record, None)


def test_half_written_files_of_others_stay_and_those_of_the_dead_go(tmp_path: Path) -> None:
    with run_in_child(os.getpid) as child:
        dead = child.get()
    aside = tmp_path / "aside"
    aside.mkdir()
    for name in (dead, os.getppid(), os.getpid(), 0, -1, "notes", "9" * 30):
        (aside / f"{name}.a.pcm").write_bytes(b"half")
    (aside / "folder/deep").mkdir(parents=True)
    (aside / "link").symlink_to(tmp_path)
    with remove_unfinished(tmp_path):
        assert [path.name for path in aside.iterdir()] == [f"{os.getppid()}.a.pcm"]
        write(tmp_path / "file", b"mine", tmp_path)
    assert (aside / f"{os.getppid()}.a.pcm").read_bytes() == b"half"
    assert read_file(tmp_path / "file") == b"mine"


def test_a_process_that_is_killed_leaves_nothing_after_the_sweep(tmp_path: Path) -> None:
    def die() -> None:
        with open_unfinished(tmp_path / "file", tmp_path) as file:
            file.write(b"half")
            file.flush()
            os.kill(os.getpid(), signal.SIGKILL)

    pid = os.fork()
    if not pid:
        die()
    os.waitpid(pid, 0)
    assert (tmp_path / f"aside/{pid}.file").read_bytes() == b"half"
    with remove_unfinished(tmp_path):
        assert not (tmp_path / "aside").exists()
    assert list(tmp_path.iterdir()) == []


def test_many_processes_write_and_sweep_one_cache_at_once(tmp_path: Path) -> None:
    def work(name: str) -> list[bytes | None]:
        found = []
        for number in range(300):
            with remove_unfinished(tmp_path):
                path = tmp_path / name / str(number)
                write(path, name.encode() * 1000, tmp_path)
                found.append(read_file(path))
        return found

    with (
        run_in_child(lambda: work("a")) as first,
        run_in_child(lambda: work("b")) as second,
        run_in_child(lambda: work("c")) as third,
    ):
        for name, child in (("a", first), ("b", second), ("c", third)):
            assert child.receive() == [name.encode() * 1000] * 300
    assert not (tmp_path / "aside").exists()


def test_a_record_is_json_that_people_can_read(tmp_path: Path) -> None:
    write_sealed(tmp_path / "a.json", {"lengths": [1]}, tmp_path)
    assert json.loads((tmp_path / "a.json").read_bytes())["record"] == {"lengths": [1]}
