"""Folders are made within a guide, and lead nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.diagnostics.errors import OutputError
from plainspoken.real_folders import is_real_folder, make_real_folder


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    make_real_folder(tmp_path / "a/b/c", tmp_path)
    make_real_folder(tmp_path / "a/b/c", tmp_path)
    assert (tmp_path / "a/b/c").is_dir()
    assert is_real_folder(tmp_path / "a/b", tmp_path)
    assert not is_real_folder(tmp_path / "a/x", tmp_path)


@pytest.mark.parametrize("place", ["a", "a/b", "a/b/c"])
@pytest.mark.parametrize("kind", ["link", "dangling link", "file"])
def test_what_is_no_folder_is_told_and_nothing_is_made_beyond_it(
    tmp_path: Path, place: str, kind: str
) -> None:
    root, outside = tmp_path / "guide", tmp_path / "outside"
    outside.mkdir()
    path = root / place
    path.parent.mkdir(parents=True)
    if kind == "file":
        path.write_text("mine", "utf-8")
    else:
        path.symlink_to(outside if kind == "link" else tmp_path / "nowhere")
    with pytest.raises(OutputError) as raised:
        make_real_folder(root / "a/b/c", root)
    assert raised.value.findings[0].file == place
    expected = "is no folder" if kind == "file" else "is a symbolic link"
    assert raised.value.findings[0].message == expected
    assert not list(outside.iterdir())
    assert not (tmp_path / "nowhere").exists()
