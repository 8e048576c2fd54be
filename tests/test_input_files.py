"""Files are read once, bounded, and only where they are files of the guide."""

from __future__ import annotations

import os
import resource
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from plainspoken.diagnostics.errors import OutputError
from plainspoken.diagnostics.finding import Finding
from plainspoken.input_files import CATALOG, IMPORT, PICTURE, TEXT, FileKind, InputFiles, read_file

KINDS = {"text": TEXT, "catalog": CATALOG, "picture": PICTURE, "import": IMPORT}
Make = Callable[[Path], None]


def make_socket(path: Path) -> None:
    # The name of a socket has at most 107 bytes: it is made where it stands.
    before = Path.cwd()
    os.chdir(path.parent)
    try:
        socket.socket(socket.AF_UNIX).bind(path.name)
    finally:
        os.chdir(before)


def link_out(path: Path) -> None:
    outside = path.parents[2] / "outside.md"
    outside.write_text("SECRET", "utf-8")
    path.symlink_to(outside)


def link_through_a_folder_out(path: Path) -> None:
    (path.parents[2] / path.name).write_text("SECRET", "utf-8")
    path.parent.rmdir()
    path.parent.symlink_to(path.parents[2], target_is_directory=True)


NO_FILES: dict[str, tuple[Make, str]] = {
    "folder": (lambda path: path.mkdir(), "is a folder, not a file"),
    "pipe": (os.mkfifo, "is a pipe, not a file"),
    "socket": (make_socket, "is a socket, not a file"),
    "device": (lambda path: path.symlink_to("/dev/zero"), "leads out of the guide's folder"),
    "link to nothing": (lambda path: path.symlink_to("gone.md"), "is a link to a file that is not"),
    "link to itself": (lambda path: path.symlink_to(path.name), "leads in a circle"),
    "link out": (link_out, "leads out of the guide's folder"),
    "link up and out": (link_through_a_folder_out, "leads out of the guide's folder"),
    "missing": (lambda _: None, "is not there"),
}


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    folder = tmp_path / "guide"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("name", NO_FILES)
def test_only_regular_files_within_the_guide_are_read(guide: Path, name: str) -> None:
    make, message = NO_FILES[name]
    path = guide / "source/a.md"
    path.parent.mkdir()
    make(path)
    found = InputFiles(guide).read(path)
    assert isinstance(found, Finding)
    assert message in found.message
    assert found.file == "source/a.md"
    assert found.hint
    assert InputFiles(guide).hash_file(path) == ""


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/stdin", "/dev/full"])
def test_a_device_that_a_person_names_is_not_read(device: str) -> None:
    found = read_file(Path(device), device, IMPORT)
    assert isinstance(found, Finding)
    assert "not a file" in found.message


def test_a_link_within_the_guide_is_read(guide: Path) -> None:
    (guide / "b.md").write_text("text", "utf-8")
    (guide / "a.md").symlink_to("b.md")
    assert InputFiles(guide).read(guide / "a.md") == b"text"


@pytest.mark.parametrize("name", KINDS)
def test_a_file_over_its_bound_takes_no_memory_and_the_message_says_the_bound(
    guide: Path, name: str
) -> None:
    kind = KINDS[name]
    with (guide / "a.md").open("wb") as file:
        file.truncate(kind.most_bytes + 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = InputFiles(guide).read(guide / "a.md", kind)
    assert isinstance(found, Finding)
    assert f"larger than {kind.most_bytes // 1_000_000} MB" in found.message
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 4_000
    with (guide / "a.md").open("wb") as file:
        file.truncate(kind.most_bytes)
    content = InputFiles(guide).read(guide / "a.md", kind)
    assert isinstance(content, bytes)
    assert len(content) == kind.most_bytes


def test_a_file_that_is_larger_than_it_says_is_cut_at_the_bound() -> None:
    # Files of the system say that they are empty, and are not.
    found = read_file(Path("/proc/self/maps"), "maps", FileKind("a map", 100))
    assert isinstance(found, Finding)
    assert "larger than" in found.message


def test_all_files_of_a_guide_are_bounded_together(guide: Path) -> None:
    files = InputFiles(guide)
    found = []
    for number in range(9):
        with (guide / f"{number}.png").open("wb") as file:
            file.truncate(PICTURE.most_bytes)
        found.append(files.read(guide / f"{number}.png", PICTURE))
    assert all(isinstance(content, bytes) for content in found[:8])
    assert isinstance(found[8], Finding)
    assert "256 MB" in found[8].message


def test_what_was_read_stays_as_it_was_read(guide: Path) -> None:
    path = guide / "a.md"
    path.write_text("before", "utf-8")
    files = InputFiles(guide)
    digest = files.hash_file(path)
    assert files.read(path) == b"before"
    path.write_text("after", "utf-8")
    (guide / "b.md").write_text("new", "utf-8")
    (guide / "b.md~").write_text("an editor's", "utf-8")
    assert files.read(path) == b"before"
    assert files.hash_file(path) == digest
    assert InputFiles(guide).hash_file(path) != digest
    assert files.find_changed() == [path]
    files = InputFiles(guide)
    assert files.list_folder(guide) == (path, guide / "b.md", guide / "b.md~")
    files.read(path)
    (guide / "c.md").write_text("new", "utf-8")
    (guide / "c.md~").write_text("an editor's", "utf-8")
    assert files.find_changed() == [guide / "c.md"]
    path.unlink()
    assert files.find_changed() == [path, guide / "c.md"]


def test_what_somebody_else_saved_is_not_written_over(guide: Path) -> None:
    mine, other = guide / "a.po", guide / "b.po"
    for path in (mine, other):
        path.write_text("before", "utf-8")
    files = InputFiles(guide)
    assert [files.read(path) for path in (mine, other)] == [b"before"] * 2
    other.write_text("a translator's", "utf-8")
    with pytest.raises(OutputError, match=r"b\.po: was saved while the command ran"):
        files.write({mine: "ours", other: "ours"})
    assert [path.read_text() for path in (mine, other)] == ["before", "a translator's"]
    assert files.write({mine: "ours"}) == [mine]
    assert files.read(mine) == b"ours"


def test_nothing_is_written_through_a_link_out_of_the_guide(guide: Path) -> None:
    (guide.parent / "outside").write_text("before", "utf-8")
    (guide / "a.pot").symlink_to(guide.parent / "outside")
    with pytest.raises(OutputError, match="leads out of the guide's folder"):
        InputFiles(guide).write({guide / "a.pot": "after", guide / "b.pot": "after"})
    assert (guide.parent / "outside").read_text() == "before"
    assert not (guide / "b.pot").exists()


def test_a_pipe_in_the_place_of_a_file_of_the_guide_is_told(guide: Path) -> None:
    os.mkfifo(guide / "LINGUAS")
    with pytest.raises(OutputError, match="LINGUAS: is a pipe, a socket or a device"):
        InputFiles(guide).write({guide / "LINGUAS": "es", guide / "b.pot": "after"})
    assert not (guide / "b.pot").exists()


def test_folders_that_link_to_each_other_are_walked_once(guide: Path) -> None:
    (guide / "in").mkdir()
    (guide / "in/a.png").write_text("a", "utf-8")
    (guide / "in/back").symlink_to(guide, target_is_directory=True)
    (guide / "also").symlink_to("in", target_is_directory=True)
    (guide / "out").symlink_to(guide.parent, target_is_directory=True)
    found = [path.relative_to(guide).as_posix() for path in InputFiles(guide).walk_folder(guide)]
    assert found == ["also/a.png", "in/a.png"]


def test_a_file_is_hashed_once_until_it_is_read(tmp_path: Path) -> None:
    files, path = InputFiles(tmp_path), tmp_path / "large.wav"
    assert files.hash_file(path) == ""
    path.write_bytes(b"first")
    before = files.hash_file(path)
    path.write_bytes(b"second")
    assert files.hash_file(path) == before != InputFiles(tmp_path).hash_file(path)
    assert files.read_once(path, IMPORT) == b"second"
    assert files.hash_file(path) == InputFiles(tmp_path).hash_file(path)


def test_what_is_not_kept_is_hashed_as_it_was_read(tmp_path: Path) -> None:
    files, path = InputFiles(tmp_path), tmp_path / "large.wav"
    path.write_bytes(b"first")
    before = InputFiles(tmp_path).hash_file(path)
    assert files.read_once(path, IMPORT) == b"first"
    path.write_bytes(b"second")
    assert files.hash_file(path) == before
    assert files.read_once(path, IMPORT) == b"second"
    assert files.hash_file(path) == InputFiles(tmp_path).hash_file(path) != before


@pytest.mark.parametrize(
    ("make", "message", "hint"),
    [
        (lambda path: path.mkdir(), "is a folder, not a file", "Put a plain file there."),
        (os.mkfifo, "is a pipe, not a file", "Put a plain file there."),
        (make_socket, "is a socket, not a file", "Put a plain file there."),
        (lambda _: None, "is not there", "Name a file that is there."),
        (lambda path: path.symlink_to("gone"), "is a link to a file that is not there",
         "Mend or remove the link."),
        (lambda path: path.symlink_to(path.name), "is a link that leads in a circle",
         "Mend or remove the link."),
        (lambda path: path.symlink_to("/dev/null"), "is a link that leads out of the guide's "
         "folder", "Put the file itself there."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_with_what_to_do(
    guide: Path, make: Make, message: str, hint: str
) -> None:
    make(guide / "a.md")
    expected = Finding("a.md", 0, message, hint)
    files = InputFiles(guide)
    assert files.read(guide / "a.md") == files.read_once(guide / "a.md", TEXT) == expected


@pytest.mark.parametrize(
    ("device", "message"), [("/dev/null", "is a device, not a file"), ("/proc/self/mem", "")]
)
def test_a_device_is_named_as_one(device: str, message: str) -> None:
    found = read_file(Path(device), "a", FileKind("a thing", 10_000_000))
    assert isinstance(found, Finding)
    assert found.message == message or (not message and "cannot be read: " in found.message)


def test_the_bound_is_told_in_megabytes_with_the_kind(guide: Path) -> None:
    kind = FileKind("a poem", 2_999_999)
    (guide / "a.md").write_bytes(bytes(kind.most_bytes))
    assert InputFiles(guide).read(guide / "a.md", kind) == bytes(kind.most_bytes)
    (guide / "a.md").write_bytes(bytes(kind.most_bytes + 1))
    assert InputFiles(guide).read(guide / "a.md", kind) == Finding(
        "a.md", 0, "is larger than 2 MB, the most for a poem",
        "Take out what does not belong there, or split it.",
    )  # fmt: skip


def test_all_files_together_may_be_as_large_as_the_bound(
    guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plainspoken.input_files.MOST_BYTES", 3_000_005)
    files = InputFiles(guide)
    for name, size in (("a", 3_000_000), ("b", 6), ("c", 5), ("d", 1), ("e", 0)):
        (guide / name).write_bytes(bytes(size))
    hint = "Make the pictures smaller."
    message = "brings the guide's files over 3 MB together"
    assert files.read(guide / "a") == bytes(3_000_000)
    assert files.read(guide / "b") == Finding("b", 0, message, hint)
    assert files.read(guide / "c") == bytes(5)
    assert files.read(guide / "d") == Finding("d", 0, message, hint)
    assert files.read(guide / "e") == b""
    assert files.write({guide / "a": "1234"}) == [guide / "a"]
    (guide / "f").write_bytes(b"123")
    assert files.read(guide / "f") == b"123"


def test_folders_are_listed_in_order_once_and_only_within_the_guide(guide: Path) -> None:
    for name in ("b", "a", "c"):
        (guide / name).touch()
    (guide / "out").symlink_to(guide.parent, target_is_directory=True)
    files = InputFiles(guide)
    names = ["a", "b", "c", "out"]
    assert files.list_folder(guide) == tuple(guide / name for name in names)
    (guide / "d").touch()
    assert files.list_folder(guide) == tuple(guide / name for name in names)
    assert files.list_folder(guide / "gone") == files.list_folder(guide / "a") == ()
    outside = "is a link that leads out of the guide's folder"
    assert files.list_folder(guide / "out") == Finding(
        "out", 0, outside, "Put the file itself there."
    )
    known = [files.exists(guide / name) for name in ("a", "d", "e", "out/x", "gone/x")]
    assert known == [True, False, False, True, False]


def test_what_is_too_large_to_be_read_is_told_apart_by_size_and_time(guide: Path) -> None:
    path = guide / "a.wav"
    with path.open("wb") as file:
        file.truncate(CATALOG.most_bytes)
    os.utime(path, ns=(7, 7))
    assert len(InputFiles(guide).hash_file(path)) == 64
    with path.open("ab") as file:
        file.write(b"x")
    os.utime(path, ns=(7, 9))
    assert InputFiles(guide).hash_file(path) == f"{CATALOG.most_bytes + 1} 9"


def test_paths_are_shown_below_the_guide_or_whole(guide: Path) -> None:
    files = InputFiles(guide)
    assert files.format_path(guide / "a/b.md") == "a/b.md"
    assert files.format_path(Path("/etc/a")) == "/etc/a"
    assert files.report_changed(guide / "a.md") == Finding(
        "a.md", 0, "was saved while the command ran", "Run the command again."
    )
