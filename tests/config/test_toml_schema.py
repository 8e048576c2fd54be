"""TOML files against a schema: every error with its line, and what is kept."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from plainspoken.config.toml_schema import Key, TomlFile, has_type, parse_toml, read_toml
from plainspoken.input_files import InputFiles

TEXTS = Key(list, each=Key(str))
SHAPE = Key(
    dict,
    shape={
        "name": Key(str, required=True),
        "note": Key(str, empty=True),
        "kind": Key(str, choices=("warm", "cold")),
        "count": Key(int),
        "size": Key(float),
        "flag": Key(bool),
        "day": Key(datetime.date),
        "words": TEXTS,
        "plain": Key(list),
        "kinds": Key(list, each=Key(str, choices=("warm", "cold"))),
        "value": Key(str, otherwise=Key(float, otherwise=Key(list, each=Key(int)))),
        "inner": Key(dict, shape={"deep": Key(int, required=True)}),
        "any": Key(dict, each=Key(int)),
        "bare": Key(dict),
        "said": Key(dict, each=Key(str), by_language=True),
        "tables": Key(list, each=Key(dict, shape={"a": Key(int)})),
    },
)


def check(text: str, shape: Key = SHAPE) -> tuple[dict[str, Any], list[str]]:
    """What is kept of a text, and all that is wrong with it."""
    file, errors = parse_toml(text, "a.toml", shape)
    assert file.display_path == "a.toml"
    assert all((error.file, error.level) == ("a.toml", "error") for error in errors)
    return file.table, [f"{error.line}: {error.message}. {error.hint}" for error in errors]


@pytest.mark.parametrize(
    "line",
    [
        'note = ""', 'note = " "', 'kind = "cold"', "count = -3", "size = 3", "size = 2.5",
        "size = 999999999999", "size = -999999999999.9", "flag = false", "day = 2026-01-31",
        'words = ["a", "b"]', "words = []", 'plain = ["a"]', 'kinds = ["cold", "warm"]',
        'value = "a"', "value = 1", "value = 1.5", "value = [1]", "inner = {deep = 1}",
        "any = {x = 1, y = 2}", "any = {}", "bare = {}", 'said = {en = "a", es = "b"}',
        "tables = [{a = 1}, {}]", 'note = """\n\ttwo\nlines"""', f'note = "{"x" * 10_000}"',
    ],
)  # fmt: skip
def test_what_the_schema_allows_is_kept_as_it_is(line: str) -> None:
    table, errors = check(f'name = "n"\n{line}')
    assert errors == []
    assert list(table) == ["name", line.split(maxsplit=1)[0]]


TEXT, ANY = "text in quotes", "`value` text in quotes or a number or a list"
ERRORS = [
    ('name = ""', "2: `name` is empty. Write what `name` should be."),
    ('name = " \\n"', "2: `name` is empty. Write what `name` should be."),
    ("name = 1", f"2: `name` is a whole number, not {TEXT}. Give `name` {TEXT}."),
    ("name = 1.0", f"2: `name` is a number, not {TEXT}. Give `name` {TEXT}."),
    ("name = true", f"2: `name` is true or false, not {TEXT}. Give `name` {TEXT}."),
    ("name = []", f"2: `name` is a list, not {TEXT}. Give `name` {TEXT}."),
    ("name = {}", f"2: `name` is a table, not {TEXT}. Give `name` {TEXT}."),
    ("name = 2026-01-31",
     f"2: `name` is a date such as 2026-01-31, not {TEXT}. Give `name` {TEXT}."),
    ("name = 2026-01-31T10:00:00",
     f"2: `name` is a date and time, not {TEXT}. Give `name` {TEXT}."),
    ('kind = "hot"', "2: `kind` is 'hot', which is not known. Use one of: warm, cold."),
    ('kind = "wram"', "2: `kind` is 'wram', which is not known. Did you mean `warm`?"),
    ('kind = ""', "2: `kind` is empty. Write what `kind` should be."),
    ("count = true",
     "2: `count` is true or false, not a whole number. Give `count` a whole number."),
    ("count = 1.0", "2: `count` is a number, not a whole number. Give `count` a whole number."),
    ("size = true", "2: `size` is true or false, not a number. Give `size` a number."),
    ("size = 1000000000000", "2: `size` is no figure that can be. Write a number in digits."),
    ("size = -1e12", "2: `size` is no figure that can be. Write a number in digits."),
    ("size = nan", "2: `size` is no figure that can be. Write a number in digits."),
    ("size = -inf", "2: `size` is no figure that can be. Write a number in digits."),
    ("flag = 1", "2: `flag` is a whole number, not true or false. Give `flag` true or false."),
    ('words = ["a", 1]', f"2: `words` is a whole number, not {TEXT}. Give `words` {TEXT}."),
    ('words = ["a", ""]', "2: `words` is empty. Write what `words` should be."),
    ("plain = [1]", f"2: `plain` is a whole number, not {TEXT}. Give `plain` {TEXT}."),
    ('kinds = ["hot"]', "2: `kinds` is 'hot', which is not known. Use one of: warm, cold."),
    ("value = true", f"2: `value` is true or false, not {ANY[8:]}. Give {ANY}."),
    ("value = [[]]", "2: `value` is a list, not a whole number. Give `value` a whole number."),
    ("value = inf", "2: `value` is no figure that can be. Write a number in digits."),
    ("inner = {}", "2: `inner.deep` is missing. Add `deep`: a whole number."),
    ("inner = {deep = 1, dep = 2}", "2: `inner.dep` is not a known key. Did you mean `deep`?"),
    ("inner = {deep = 1, zzz = 2}",
     "2: `inner.zzz` is not a known key. Remove it, or use one of: deep."),
    ("any = {x = 'a'}", "2: `any.x` is text in quotes, not a whole number. Give `any.x` a whole "
     "number."),
    ("bare = {x = 1}", "2: `bare.x` is not a known key. Remove it, or use one of: ."),
    ("tables = [{a = 'b'}]",
     "2: `tables.a` is text in quotes, not a whole number. Give `tables.a` a whole number."),
    (f'note = "{"x" * 10_001}"', "2: `note` has more than 10,000 characters. Write less; long "
     "texts belong into a section."),
    ('note = "a\\u202e"',
     "2: `note` has a hidden or control character, U+202E. Remove it."),
    ('any = {"\\u202e" = 1}', "2: a key has a hidden or control character, U+202E. Remove it."),
]  # fmt: skip


@pytest.mark.parametrize(("line", "error"), ERRORS)
def test_each_error_is_told_with_its_line_and_what_to_do(line: str, error: str) -> None:
    name = "" if line.startswith("name") else '\nname = "n"'
    assert check(f"# a comment\n{line}{name}")[1] == [error]


def test_all_errors_are_told_and_a_missing_key_at_its_table() -> None:
    text = "note = 1\n\n[inner]\ncount = 1\n\n[said]\nen = 3\n[zzz]\n"
    assert check(text)[1] == [
        f"1: `note` is a whole number, not {TEXT}. Give `note` {TEXT}.",
        "4: `inner.count` is not a known key. Remove it, or use one of: deep.",
        "3: `inner.deep` is missing. Add `deep`: a whole number.",
        f"7: `said.en` is a whole number, not {TEXT}. Give `said.en` {TEXT}.",
        "8: `zzz` is not a known key. Remove it, or use one of: name, note, kind, count, size, "
        "flag, day, words, plain, kinds, value, inner, any, bare, said, tables.",
        f"0: `name` is missing. Add `name`: {TEXT}.",
    ]  # fmt: skip


FREE = Key(dict, each=Key(str, empty=True, otherwise=Key(dict, each=Key(str), by_language=True)))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a = ''\nb = ''", {"a": 1, "b": 2}),
        ("a = '''\nb = ''\n[c]\n'''\nd = ''", {"a": 1, "d": 5}),
        ('a = """\nb = 1\n"""\nc = ""', {"a": 1, "c": 4}),
        ('a = """\n\'\'\'\nb = 1\n"""\nc = ""', {"a": 1, "c": 5}),
        ('a = """x""" # """\nc = ""', {"a": 1}),
        ('a = """x"""\nc = ""', {"a": 1, "c": 2}),
        ("  a  =  ''\n\t'b c' = ''\n\"d\\u0065\" = ''", {"a": 1, "b c": 2, "de": 3}),
        ("[[a]]\n[[ a ]]\nen = 'x'", {"a": 2, "a.en": 3}),
        ("[a]\n\n[ b ]\n[\"c.d\"]\n['e']", {"a": 1, "b": 3, "c.d": 4, "e": 5}),
        ("[a]\nen = 'x'\n[b]\nes = 'y'", {"a": 1, "a.en": 2, "b": 3, "b.es": 4}),
        ("a.en = 'x'\na . es = 'y'\n'b' . de = 'z'", {"a.en": 1, "a.es": 2, "b.de": 3}),
        ("a-b_9 = ''\n# c = ''\nd = '' # e = ''", {"a-b_9": 1, "d": 3}),
        ('"a\\"b" = ""\n"c=d" = ""', {'a"b': 1, "c=d": 2}),
    ],
)
def test_keys_and_tables_are_found_at_their_lines(text: str, lines: dict[str, int]) -> None:
    file, _ = parse_toml(text, "a.toml", FREE)
    found = {".".join(path): line for path, line in file.lines.items()}
    assert {path: found.get(path) for path in lines} == lines
    if "# " not in text:
        assert found == lines


def test_a_missing_key_has_the_line_of_the_table_that_lacks_it() -> None:
    file = TomlFile("a.toml", {}, {("a",): 3, ("a", "b"): 5})
    paths = ((), ("a",), ("a", "b"), ("a", "c"), ("a", "b", "c"), ("d",))
    assert [file.line(*path) for path in paths] == [0, 3, 5, 3, 5, 0]
    found = file.error(["a", "x"], "is odd", "Mend it.", ("more",))
    assert (found.location, found.message, found.hint) == ("a.toml:3", "is odd", "Mend it.")
    assert found.detail == ("more",)


def test_language_tags_are_kept_in_their_one_form_with_their_lines() -> None:
    text = "[a]\nZH_hans = 'x'\npt-br = 'y'\nqqq = 'z'\nen = 'w'\n\n[ZH_hans]\nes = 'v'"
    file, errors = parse_toml(text, "a.toml", FREE)
    assert errors == []
    assert file.table == {
        "a": {"zh-Hans": "x", "pt-BR": "y", "qqq": "z", "en": "w"}, "ZH_hans": {"es": "v"},
    }  # fmt: skip
    assert list(file.table["a"]) == ["zh-Hans", "pt-BR", "qqq", "en"]
    assert [file.line("a", name) for name in file.table["a"]] == [2, 3, 4, 5]
    assert file.line("ZH_hans", "es") == 8


def test_two_keys_of_one_language_are_told_with_both_lines() -> None:
    text = "[en.a]\nb = 'x'\n[es]\na = 'x'\n[EN]\nc = 'y'\n[ES.c]\nd = 'y'"
    shape = Key(dict, each=Key(dict, each=Key(str, otherwise=Key(dict, each=Key(str)))),
                by_language=True)  # fmt: skip
    assert check(text, shape)[1] == [
        "5: `EN` names the language of `en`, line 1. Keep one of the two.",
        "7: `ES` names the language of `es`, line 3. Keep one of the two.",
    ]
    assert check("\nname = 'n'\nsaid = {en = 'a', EN = 'b'}")[1] == [
        "3: `said.EN` names the language of `said.en`, line 3. Keep one of the two.",
    ]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("a = ", "1: is not TOML: Invalid value"),
        ("a = 1\nb", "2: is not TOML: Expected '=' after a key in a key/value pair"),
        ("\n\n[a", "3: is not TOML: Expected ']' at the end of a table declaration"),
        ("a = 1\na = 2", "2: is not TOML: Cannot overwrite a value"),
        ("a = 1\n\nb = '''x", "3: is not TOML: Expected \"'''\""),
    ],
)
def test_what_is_not_toml_is_told_at_its_line(text: str, error: str) -> None:
    hint = 'Mend this line: keys look like `name = "text"`, tables like `[name]`.'
    assert check(text) == ({}, [f"{error}. {hint}"])


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (f"a = {'9' * 5000}", "0: has a number too long, or tables too deep, to be read"),
        (f"a = {'[' * 5000}", "0: has a number too long, or tables too deep, to be read"),
        (f"\n\n{'a.' * 50}a = 1", "3: has a key of more than 50 parts"),
        (f"b = 1\n[{'a . ' * 50}a]", "2: has a key of more than 50 parts"),
    ],
)
def test_what_would_take_all_memory_is_refused(text: str, error: str) -> None:
    assert check(text) == ({}, [f"{error}. Write it more simply."])


@pytest.mark.parametrize("text", [f"{'a.' * 49}a = 1", f"# {'a.' * 60}", f"name = '{'a.' * 60}'"])
def test_fifty_parts_and_what_is_no_key_are_read(text: str) -> None:
    assert not any("50 parts" in error for error in check(text)[1])


def test_a_file_that_cannot_be_read_is_an_empty_table_with_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    file, (error,) = read_toml(path, InputFiles(tmp_path), SHAPE)
    assert (file.display_path, file.table, str(error)) == (
        "a.toml", {}, "a.toml: is not there\n  Name a file that is there.",
    )  # fmt: skip
    path.write_text("name = 'n'", "utf-8")
    file, errors = read_toml(path, InputFiles(tmp_path), SHAPE)
    assert (file.display_path, file.table, errors) == ("a.toml", {"name": "n"}, [])


@pytest.mark.parametrize(
    ("value", "kinds"),
    [
        (1, {int, float}), (1.0, {float}), (True, {bool}), ("a", {str}), ([], {list}), ({}, {dict}),
        (datetime.date(2026, 1, 31), {datetime.date}), (datetime.datetime(2026, 1, 31), set()),
    ],
)  # fmt: skip
def test_true_is_no_number_and_a_whole_number_is_one(value: object, kinds: set[type]) -> None:
    every = (int, float, bool, str, list, dict, datetime.date)
    assert {kind for kind in every if has_type(value, kind)} == kinds
