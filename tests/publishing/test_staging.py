"""The folders in which a build makes files, and how these come into `dist/`."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from plainspoken.cache_files import hash_file
from plainspoken.config.project import Project, load_project
from plainspoken.diagnostics.errors import OutputError
from plainspoken.diagnostics.finding import Finding
from plainspoken.narration import Narration, Track
from plainspoken.publishing.folder_copy import link_folder, list_added_files, remove_folder
from plainspoken.publishing.staging import (
    SOUND,
    StagedFile,
    check_names,
    check_places,
    copy_tracks,
    find_numbered,
    remove_files,
)
from plainspoken.publishing.staging_folder import StagingFolder, open_staging, remove_leftovers


def fill(folder: Path, *names: str) -> None:
    """Make files of their own names below a folder."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")


def list_all(folder: Path) -> list[str]:
    """All that stands below a folder; the names of folders end in a slash."""
    return sorted(
        path.relative_to(folder).as_posix()
        + ("/" if path.is_dir() and not path.is_symlink() else "")
        for path in folder.rglob("*")
    )


@pytest.fixture
def project(small_guide: Path) -> Project:
    return load_project(small_guide)


def test_two_files_of_one_name_are_refused_in_whichever_case() -> None:
    one = StagedFile("en/a.epub", Path("x"), "epub", "")
    other = StagedFile("en/A.EPUB", Path("y"), "more", "")
    check_names(
        [one, StagedFile("es/a.epub", Path("x"), "epub", ""), StagedFile("en/b", Path(), "b", "")]
    )
    with pytest.raises(OutputError) as raised:
        check_names([one, other])
    message = "en/A.EPUB is made twice, by 'epub' and by 'more'"
    assert raised.value.findings == (Finding("", 0, message, "Remove one of these editions."),)


def test_folders_are_made_for_files_and_a_folder_is_in_nobodys_place(tmp_path: Path) -> None:
    tree = tmp_path / "dist"
    fill(tree, "en/text/1.txt")
    new = [StagedFile(name, Path(), "text", "") for name in ("en/text/2.txt", "es/text/1.txt")]
    check_places(tree, new)
    assert list_all(tree) == ["en/", "en/text/", "en/text/1.txt", "es/", "es/text/"]
    check_places(tree, [StagedFile("en/text/1.txt", Path(), "text", "")])
    with pytest.raises(IsADirectoryError) as raised:
        check_places(tree, [StagedFile("en/text", Path(), "text", "")])
    assert raised.value.filename == str(tree / "en/text")
    assert raised.value.strerror == "Is a directory"


def test_sound_files_are_copied_below_their_locale(tmp_path: Path) -> None:
    fill(tmp_path, "x.mp3", "y.mp3")
    tracks = tuple(
        Track(name, number, tmp_path / file, 9, ())
        for number, name, file in ((1, "opening", "x.mp3"), (12, "tea", "y.mp3"))
    )
    staging = StagingFolder(tmp_path / "staging")
    files = copy_tracks(Narration(tracks, ()), "en", staging)
    assert [(file.name, file.made_by, file.path.read_text()) for file in files] == [
        ("en/audio/01-opening.mp3", SOUND, "x.mp3"),
        ("en/audio/12-tea.mp3", SOUND, "y.mp3"),
    ]
    assert files[0].path == staging.locate("en", SOUND) / "01-opening.mp3"
    assert [file.sha256 for file in files] == [hash_file(file.path) for file in files]


def test_only_files_of_sections_in_the_same_folders_are_an_earlier_builds(
    project: Project,
) -> None:
    fill(
        project.dist, "en/audio/01-a.mp3", "en/audio/99-z.mp3", "en/audio/100-y.mp3",
        "en/audio/1-x.mp3", "en/audio/02-b.txt", "en/audio/mine.mp3", "en/audio/03-c.mp3/a",
        "en/text/01-a.txt", "es/audio/01-a.mp3", "en/01-a.mp3", "en/a.epub",
    )  # fmt: skip
    audio = ("en/audio/100-y.mp3", "en/audio/99-z.mp3")
    assert find_numbered(project, ["en/audio/07-g.mp3"]) == ("en/audio/01-a.mp3", *audio)
    assert find_numbered(project, ["en/audio/07-g.vtt", "en/text/07-g.txt"]) == (
        "en/text/01-a.txt",
    )
    assert find_numbered(project, ["en/a.epub", "en/07-g.mp3", "tl/audio/07-g.mp3"]) == ()
    both = find_numbered(project, ["es/audio/07-g.mp3", "es/audio/08-h.mp3", "en/audio/1-x.mp3"])
    assert both == ("es/audio/01-a.mp3",)


def test_files_are_removed_with_the_folders_that_this_leaves_empty(tmp_path: Path) -> None:
    tree = tmp_path / "dist"
    fill(tree, "a/b/c/1", "a/b/2", "d/3", "e/4")
    fill(tmp_path, "out/5")
    (tree / "f").symlink_to(tmp_path / "out")
    (tree / "d/6").symlink_to("gone")
    (tree / "g/h").mkdir(parents=True)
    remove_files(tree, ["a/b/c/1", "a/b/gone", "d/3", "d/6", "f/5", "g/h/none", "e"])
    assert list_all(tree) == ["a/", "a/b/", "a/b/2", "e/", "e/4", "f"]
    assert list_all(tmp_path / "out") == ["5"]


def test_a_linked_folder_is_the_same_and_what_comes_later_is_found(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    fill(source, "a/1", "a/b/2", "3", "4")
    (source / "link").symlink_to("gone")
    (source / "empty").mkdir()
    (source / "a").chmod(0o750)
    os.utime(source / "a", (7, 7))
    inodes = link_folder(source, target)
    assert list_all(target) == list_all(source)
    assert set(inodes) == {"a/1", "a/b/2", "3", "4", "link"}
    assert all((target / name).lstat().st_ino == inode for name, inode in inodes.items())
    assert (target / "a").stat().st_mode & 0o777 == 0o750
    assert (target / "a").stat().st_mtime == 7
    assert list(list_added_files(source, inodes)) == []
    fill(source, "a/b/new", "empty/other")
    (source / "4").unlink()
    (source / "4.new").write_text("4")
    (source / "4.new").replace(source / "4")
    (source / "3").write_text("written in its place")
    assert sorted(list_added_files(source, inodes)) == ["4", "a/b/new", "empty/other"]


def lock_folder(path: Path) -> None:
    fill(path, "a/b/1")
    (path / "a/b").chmod(0)
    (path / "a").chmod(0)
    path.chmod(0)


@pytest.mark.parametrize(
    "make",
    [lambda _: None, lambda path: fill(path.parent, path.name), lock_folder,
     lambda path: path.symlink_to(path.parent / "kept"), lambda path: path.symlink_to("gone")],
)  # fmt: skip
def test_a_folder_goes_whatever_it_is_and_what_it_links_to_stays(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    fill(tmp_path, "kept/1")
    make(tmp_path / "folder")
    remove_folder(tmp_path / "folder")
    assert list_all(tmp_path) == ["kept/", "kept/1"]


def test_what_is_made_is_named_as_it_will_stand_in_dist(tmp_path: Path) -> None:
    folder = StagingFolder(tmp_path / "x")
    names = {
        folder.tree: "dist",
        folder.tree / "en/a.epub": "dist/en/a.epub",
        folder.locate("en", "epub"): "dist/en",
        folder.locate("en", "epub") / "text/1.txt": "dist/en/text/1.txt",
        folder.aside: "dist",
        folder.path / "made": "dist",
    }
    assert {path: folder.show(path) for path in names} == names


def test_nothing_of_a_staging_folder_stays(project: Project) -> None:
    with open_staging(project) as folder:
        fill(folder.tree, "en/a")
        assert folder.path.parent == project.cache / "staging"
    assert not (project.cache / "staging").exists()


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("{staging}/dist/en/a", "dist/en/a"),
        ("{staging}/made/en/epub/a", "dist/en/a"),
        ("{root}/.cache/x", ".cache/x"),
        ("/elsewhere/x", "/elsewhere/x"),
        ("", "dist"),
    ],
)
def test_what_cannot_be_written_is_told_by_its_place(
    project: Project, place: str, shown: str
) -> None:
    with pytest.raises(OutputError) as raised, open_staging(project) as folder:
        path = place.format(staging=folder.path, root=project.root)
        raise OSError(28, "No space left on device", path or None)
    hint = "Make room, or let the folder be written, and run the command again."
    message = "cannot be written: No space left on device"
    assert raised.value.findings == (Finding(shown, 0, message, hint),)
    assert not (project.cache / "staging").exists()


def test_of_a_file_that_cannot_be_moved_its_new_place_is_told(project: Project) -> None:
    with pytest.raises(OutputError) as raised, open_staging(project) as folder:
        old = str(folder.locate("en", "epub") / "a")
        raise OSError(18, "Cross-device link", old, None, str(folder.tree / "en/b"))
    assert raised.value.findings[0].file == "dist/en/b"


def test_a_dist_that_was_set_aside_comes_back_and_no_other_takes_its_place(
    project: Project,
) -> None:
    fill(project.cache, "staging/x/old/en/a", "staging/y/dist/en/b")
    remove_leftovers(project)
    assert list_all(project.dist) == ["en/", "en/a"]
    fill(project.cache, "staging/z/old/en/c")
    remove_leftovers(project)
    assert list_all(project.dist) == ["en/", "en/a"]
    assert not (project.cache / "staging").exists()
