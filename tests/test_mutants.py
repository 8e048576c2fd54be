"""`make mutants` changes one place at a time, and only what a test could notice."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from benchmarks.mutants.__main__ import draw_mutants
from benchmarks.mutants.copies import PACKAGE, ROOT
from benchmarks.mutants.mutations import Mutant, Place, list_mutants
from benchmarks.mutants.reach import Reach
from benchmarks.mutants.recordings import Recording, TimedTest
from benchmarks.mutants.report import Result, Status, compute_score, diff_mutant, format_report
from benchmarks.mutants.source_text import Span
from benchmarks.mutants.uses import Uses
from hypothesis import given, settings
from hypothesis import strategies as st

MODULES = sorted((ROOT / PACKAGE).rglob("*.py"))


def mutate(source: str) -> list[tuple[str, str]]:
    """The kind and the text of each mutant of a module."""
    content = source.encode()
    return [
        (mutant.kind, mutant.apply(content).decode())
        for group in list_mutants("a.py", content)
        for mutant in group
        if mutant.is_another_program(content)
    ]


def mutate_function(*lines: str, head: str = "def f(a, b):") -> set[tuple[str, str]]:
    """The kind of each mutant of a function, and its line that has changed."""
    source = "\n".join([head, *(f"    {line}" for line in lines)])
    old = source.splitlines()
    return {
        (kind, after.strip())
        for kind, text in mutate(source)
        for before, after in zip(old, text.splitlines(), strict=True)
        if before != after
    }


@settings(max_examples=20)
@given(st.sampled_from(MODULES), st.integers(0, 2**32))
def test_a_mutant_compiles_and_differs_in_one_place(path: Path, seed: int) -> None:
    content = path.read_bytes()
    for mutant in draw_mutants({"a.py": content}, 5, seed):
        changed = mutant.apply(content)
        assert compile(changed, "a.py", "exec")
        assert ast.dump(ast.parse(changed)) != ast.dump(ast.parse(content))
        span = mutant.span
        assert changed[: span.start] == content[: span.start]
        assert changed[span.start :] == mutant.new + content[span.end :]
        assert mutant.line == content[: span.start].count(b"\n") + 1


def test_a_seed_draws_the_same_mutants_again_and_another_draws_others() -> None:
    package = {str(path): path.read_bytes() for path in MODULES[:20]}
    first = draw_mutants(package, 15, 1)
    assert len(first) == 15
    assert draw_mutants(package, 15, 1) == first
    assert draw_mutants(package, 15, 2) != first


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("return a < b", {("comparison", "return a <= b"), ("comparison", "return a >= b")}),
        ("return (a)!=(b)", {("comparison", "return (a)==(b)")}),
        ("return a not in b", {("comparison", "return a in b")}),
        ("return a is  not b", {("comparison", "return a is b")}),
        ("return 'é' + a in b", {("comparison", "return 'é' + a not in b")}),
        ("return a and b", {("and, or", "return a or b")}),
        ("return not (a)", {("dropped not", "return (a)")}),
        ("return -a", {("dropped sign", "return a")}),
        ("return a % b", {("arithmetic", "return a // b")}),
        ("return True", {("true, false", "return False")}),
        ("return 7", {("number", "return 8"), ("number", "return 6")}),
        ("return 0", {("number", "return 1")}),
        ("return a[b:]", {("slice", "return a[:]")}),
        ("return any(a)", {("function", "return all(a)")}),
        ("return sorted(a)", {("function", "return list(a)")}),
        (
            "return a if b else f",
            {("condition", "return a if True else f"), ("condition", "return a if False else f")},
        ),
        (
            "return {c for c in a if c}",
            {
                ("condition", "return {c for c in a if True}"),
                ("condition", "return {c for c in a if False}"),
            },
        ),
        ('return a == "x"', {("comparison", 'return a != "x"'), ("text", 'return a == "XX"')}),
        ('return a["x"]', {("text", 'return a["XX"]')}),
        ('return {"x": a}', {("text", 'return {"XX": a}')}),
        ('return a.startswith(("x",))', {("text", 'return a.startswith(("XX",))')}),
    ],
)
def test_each_operator_changes_what_it_says(line: str, expected: set[tuple[str, str]]) -> None:
    assert mutate_function(line) == expected | {("return value", "return None")}


def test_statements_are_dropped_where_the_program_runs_on_without_them() -> None:
    dropped = {"f(a)", "a = b", "a.x = b", "a += b", "raise a", "yield a", "return"}
    lines = [*sorted(dropped), "c = 1", "x: list[int] = []"]
    for line in lines:
        assert (("dropped statement", "pass") in mutate_function(line)) == (line in dropped), line


def test_conditions_change_but_no_loop_waits_for_ever() -> None:
    assert mutate_function("while a:", "    break") == {
        ("condition", "while False:"),
        ("break, continue", "continue"),
    }
    assert ("condition", "if True:") in mutate_function("if a < b:", "    return")
    guarded = mutate_function("match a:", "    case _ if b:", "        pass")
    assert ("condition", "case _ if False:") in guarded


def test_a_function_gives_nothing_of_its_type() -> None:
    found = mutate_function("return a", head="def f(a) -> list[str]:")
    assert found == {("return value", "return []")}


def test_default_arguments_change() -> None:
    found = mutate("def f(a=1, *, b='x', c=None): return a")
    assert {text.partition(":")[0] for kind, text in found if kind in ("number", "text")} == {
        "def f(a=2, *, b='x', c=None)",
        "def f(a=0, *, b='x', c=None)",
        'def f(a=1, *, b="XX", c=None)',
    }


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring, 1 < 2."""',
        "def f(a: Literal['x'] | None) -> dict['x', 1]: ...",
        "from a import b",
        "if TYPE_CHECKING:\n    a = 1",
        "__slots__ = ('a', 'b')[1:]",
        "@dataclass(frozen=True)\nclass A: ...",
        "class A(B[1]): ...",
        "print_it = ('a message', f'{1 < 2}', 'two ' 'words')",
        "a: int | None",
        "A = int | None",
        "a = b",
    ],
)
def test_what_no_test_could_notice_is_left_alone(source: str) -> None:
    assert [text for kind, text in mutate(source)] == []


def place_of(source: str, kind: str) -> Place:
    (mutant, *_) = (
        mutant
        for group in list_mutants("a.py", source.encode())
        for mutant in group
        if mutant.kind == kind
    )
    return mutant.place


def test_a_place_is_the_head_of_a_statement_and_for_a_default_the_body() -> None:
    source = (
        "def f(\n    a=1,\n):\n    if (\n        a < 2\n    ):\n        return a\n    return 3\n"
    )
    assert place_of(source, "comparison") == Place(range(4, 7))
    assert place_of(source, "number") == Place(range(4, 9))
    constant = "_LENGTH = 8\nclass A:\n    b: bool = True\n"
    assert place_of(constant, "number").names == {"_LENGTH"}
    assert place_of(constant, "true, false").names == {"A"}


def test_tests_that_reach_a_line_are_chosen_quickest_first() -> None:
    tests = [
        TimedTest("tests/test_a.py::slow", 2, (), 0),
        TimedTest("tests/test_a.py::quick", 1, (), 0),
        TimedTest("tests/test_b.py::shares", 0.1, ("fixture page of ",), 3),
        TimedTest("tests/test_c.py::elsewhere", 0.1, (), 0),
    ]
    recording = Recording(tests, {"a.py": {2: 0b011, 3: 0b100, 5: 0b1000}}, {"a.py": [5]}, [])
    package = {"a.py": b"LIMIT = 1\ndef f():\n    return LIMIT\n"}
    words = {"tests/test_c.py": b"from a import LIMIT", "tests/test_a.py": b"import a"}
    reach = Reach([recording], Uses(package, words))

    def choose(place: Place) -> list[str]:
        mutant = Mutant("a.py", 1, "number", Span(0, 0), b"", place)
        return [test.name.rpartition(":")[2] for test in reach.choose_tests(mutant)]

    assert choose(Place(range(2, 4))) == ["quick", "slow", "shares"]
    assert choose(Place(range(4, 5))) == []
    assert choose(Place(range(5, 6))) == ["elsewhere", "quick", "slow", "shares"]
    assert choose(Place(range(1, 2), frozenset({"LIMIT"}))) == ["elsewhere", "shares"]


def test_what_is_made_of_a_name_at_import_uses_the_name() -> None:
    package = {"a.py": b"A = 1\nB = [A]\nclass C:\n    d = B\ndef f():\n    return C()\n"}
    assert Uses(package, {}).find({"A"}) == ({("a.py", 6)}, set())


def test_the_report_counts_and_shows_the_survivors() -> None:
    content = b"a = [\n    1,\n    2,\n]\n"
    (_, mutant), _ = list_mutants("a.py", content)

    def end(status: Status, tests: int) -> Result:
        return Result(mutant, status, "", tests, 1.0, diff_mutant(mutant, content))

    results = [end("killed", 3), end("timeout", 1), end("survived", 2), end("unreached", 0)]
    report = format_report(results)
    assert "a.py:2: number; 2 tests reach it\n a = [\n-    1,\n+    0,\n     2,\n" in report
    assert "a.py:2: number; no test reaches it" in report
    assert compute_score(results) == 50
    assert report.endswith(
        "4 mutants: 1 killed, 2 survived (1 where no test goes), 1 timeouts; 50.0 % noticed"
    )
