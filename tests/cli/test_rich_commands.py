"""What commands say in a new guide, and of options that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.approval import Approve

from plainspoken.cli import main
from plainspoken.cli.rule_reference import format_reference
from plainspoken.cli.table import print_table

Out = pytest.CaptureFixture[str]
SHORT = ("One two three. ", 49), ("One two three. ", 34), ("Four unknown plain words. ", 25)
TARGETS = ("", "score = 20", "score_as_read = -20", "sentence_words = 3", "sentence_words = 2.9")


def tell(out: Out, *arguments: str) -> str:
    try:
        code = main(arguments)
    except SystemExit as end:
        code = int(end.code or 0)
    told = out.readouterr()
    return f"{' '.join(arguments)}: exit code {code}\n{told.out}{told.err}"


def test_a_new_guide(tmp_path: Path, capsys: Out, approve: Approve) -> None:
    folder = tmp_path / "new"
    (tmp_path / "file").write_text("")
    (tmp_path / "empty").mkdir()
    names = ("new", "new", "file", "empty", "file/below")
    told = [tell(capsys, "new", str(tmp_path / name)) for name in names]
    texts = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    told += [f"{path.relative_to(folder)}\n{path.read_text('utf-8')}" for path in texts]
    approve("\n".join(told))


def test_checklists_and_languages_without_a_scale(
    rich_guide: Path, capsys: Out, approve: Approve
) -> None:
    told = [tell(capsys, "score", "--checklists")]
    config = rich_guide / "source/guide.toml"
    text = config.read_text("utf-8")
    for lang in ("zh-Hans", "ar", "hi"):
        own = text.replace('language = "en"', f'language = "{lang}"')
        targets = "{score = 5, score_as_read = 5, sentence_words = 9}"
        config.write_text(f"{own}\n[locales.{lang}]\ntargets = {targets}\n", "utf-8")
        options = ("score", "-C", str(rich_guide), "--locale", lang, "--jobs", "1")
        told += [tell(capsys, *options, "--check"), tell(capsys, *options, "--audit")]
        told.append(tell(capsys, *options, "--json"))
    approve("\n".join(told))


def test_targets_of_short_texts(rich_guide: Path, capsys: Out, approve: Approve) -> None:
    config = rich_guide / "source/guide.toml"
    before = config.read_text("utf-8")
    for path in (rich_guide / "source").glob("*.md"):
        path.unlink()
    (rich_guide / "source/glossary.toml").unlink()
    told = []
    old = "targets = {sentence_words = 7, score = 2, score_as_read = 3.5}"
    assert old in before
    for sentence, count in (*SHORT, ("* * *", 1)):
        text = f"# Short\n\n{sentence * count}\n\n    code\n"
        (rich_guide / "source/01-short.md").write_text(text, "utf-8")
        for target in TARGETS:
            config.write_text(before.replace(old, f"targets = {{{target}}}"), "utf-8")
            options = ("score", "-C", str(rich_guide), "--locale", "en", "--jobs", "1", "--check")
            told.append(f"{sentence * 2}× {count}, {target}: {tell(capsys, *options)}")
    approve("\n".join(told))


def test_options_that_cannot_be(capsys: Out, approve: Approve) -> None:
    """How usage is laid out is up to Python: only the message counts here."""
    told = [tell(capsys, "--version")]
    for arguments in (
        (), ("score", "--jobs", "0"), ("score", "--jobs", ""),
        ("score", "--jobs", "٣"),
        ("score", "--jobs", "-1"), ("score", "--jobs", "1.5"), ("score", "--json", "--audit"),
        ("build", "--voice", "a\x1b"),
        ("-C", "a", "languages"), ("new",), ("languages", "en", "de"), ("score", "--locale"),
    ):  # fmt: skip
        told.append(tell(capsys, *arguments).splitlines()[-1])
    for command in ("score", "languages", "new", "build"):
        lines = tell(capsys, command, "--help").splitlines()
        told += [lines[0], *(line for line in lines if line.startswith("example: "))]
    for folders in (("-C", "a", "score"), ("score", "-C", "a", "-C", "../b"), ("score", "-C", "/")):
        told.append(tell(capsys, "-C", "c", *folders))
    approve("\n".join(told).replace(str(Path.cwd()), "HERE"))


def test_tables_are_as_wide_as_they_must_be(capsys: Out, approve: Approve) -> None:
    rows = [("a", "1", "[b]:smile:"), ("long name " * 8, "22", "x"), ("字", "333", "\x1b")]
    for has_numbers in (False, True):
        print_table(("", "Name", "Two\nlines"), rows, has_numbers)
    approve(capsys.readouterr().out)


def test_the_reference_of_rules(approve: Approve) -> None:
    approve(format_reference())
