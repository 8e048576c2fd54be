"""Approval tests: a whole output is compared with a file that a person has read and approved.

A test calls `approve(text)` once. Its file is `approved/<module>/<test>.txt` beside the test's
module, without the `test_` of both, with the parameters' id where the test has any. `make approve`
writes all files anew: what changed then shows as a diff.
"""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Approve = Callable[[str], None]
_TEMPORARY = "/TEMPORARY"
"""Stands for the test's temporary folder, which has another name each time."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--approve", action="store_true",
        help="run the approval tests alone, and write their approved files anew",
    )  # fmt: skip


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--approve"):
        chosen = [item for item in items if "approve" in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
        items[:] = chosen


@pytest.fixture
def approve(request: pytest.FixtureRequest, tmp_path: Path) -> Approve:
    """Compare a text with the test's approved file; with `--approve`, write that file."""
    node = request.node
    assert isinstance(node, pytest.Function)
    name = node.originalname.removeprefix("test_")
    if hasattr(node, "callspec"):
        name = f"{name}.{node.callspec.id}"
    module = node.path.stem.removeprefix("test_")
    path = node.path.parent / "approved" / module / f"{name}.txt"
    seen: list[str] = []

    def compare(text: str) -> None:
        assert not seen, "a test has one approved file: put its texts together"
        seen.append(text)
        received = text.replace(str(tmp_path), _TEMPORARY)
        received += "" if received.endswith("\n") else "\n"
        if request.config.getoption("--approve"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(received.encode())
        approved = path.read_bytes().decode() if path.is_file() else ""
        if received != approved:
            pytest.fail(_describe_difference(approved, received, path), pytrace=False)

    return compare


def _describe_difference(approved: str, received: str, path: Path) -> str:
    lines = difflib.unified_diff(
        approved.splitlines(), received.splitlines(), "approved", "received", lineterm="", n=2
    )
    shown = "\n".join(lines) or "They differ in line ends alone."
    return (
        f"{path} says something else:\n{shown}\nIf that is right: make approve, and read git diff."
    )


def find_leftovers(tests: Path) -> Iterator[Path]:
    """Find approved files that no test writes: of a test or a module that is there no more."""
    for path in sorted(tests.rglob("approved/*/*.txt")):
        if "node_modules" in path.parts:
            continue
        folder = path.parent
        module = folder.parents[1] / f"test_{folder.name}.py"
        text = module.read_text("utf-8") if module.is_file() else ""
        name, _, parameters = path.stem.partition(".")
        functions = [
            node
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.FunctionDef) and node.name == f"test_{name}"
        ]
        if not functions or not (_takes_parameters(functions[0], parameters, text)):
            yield path


def _takes_parameters(function: ast.FunctionDef, parameters: str, text: str) -> bool:
    """Whether a test of a module may have some parameters: the module names them."""
    if not parameters:
        return not any("parametrize" in ast.unparse(each) for each in function.decorator_list)
    return re.search(rf"""["']{re.escape(parameters)}["']""", text) is not None
