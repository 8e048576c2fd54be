"""What is installed is found where Python looks now."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.plugins import write_wheel

from plainspoken.diagnostics.errors import ProjectError
from plainspoken.plugins import describe_origin, find_plugins

GROUP = "plainspoken.editions"


def test_what_comes_onto_the_path_is_found_and_goes_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [entry.name for entry in find_plugins(GROUP)]
    write_wheel(tmp_path, "toy", f"[{GROUP}]\ntoy = toy:build\n", "2.5")
    with monkeypatch.context() as patch:
        patch.syspath_prepend(str(tmp_path))
        found = {entry.name: describe_origin(entry) for entry in find_plugins(GROUP)}
        assert found.keys() == {*before, "toy"}
        assert found["toy"] == "toy:build toy 2.5"
    assert [entry.name for entry in find_plugins(GROUP)] == before


def test_two_of_one_name_are_told_with_their_packages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("toy", "game"):
        write_wheel(tmp_path / name, name, f"[{GROUP}]\nbook = {name}:build\n")
        monkeypatch.syspath_prepend(str(tmp_path / name))
    with pytest.raises(ProjectError) as raised:
        find_plugins(GROUP)
    (finding,) = raised.value.findings
    assert finding.message == (
        f"game:build game 1.0 and toy:build toy 1.0 have the same name, 'book', in {GROUP}"
    )
