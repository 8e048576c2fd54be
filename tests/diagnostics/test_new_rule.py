"""A new rule is one file: it is found, reported, suppressed and documented without more."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from plainspoken.catalogs import checks
from plainspoken.catalogs.sync import add_locale
from plainspoken.cli import main
from plainspoken.cli.rule_reference import format_reference
from plainspoken.config.project import load_project
from plainspoken.diagnostics.rule_runner import scan_rules
from plainspoken.parsing import parse
from plainspoken.readability import rules

from .new_rules import CHECK, REMARK


def install(package: ModuleType, name: str, text: str, folder: Path) -> None:
    """Put a module into a package that is scanned for rules."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.py").write_text(text, "utf-8")
    package.__path__.append(str(folder))


@pytest.fixture
def new_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One file more in each of the two packages."""
    for package, name, text in ((checks, "shouting", CHECK), (rules, "exclamation", REMARK)):
        monkeypatch.setattr(package, "__path__", list(package.__path__))
        install(package, name, text, tmp_path / name)
        package.load_rules.cache_clear()
    yield
    for package, name in ((checks, "shouting"), (rules, "exclamation")):
        sys.modules.pop(f"{package.__name__}.{name}", None)
        vars(package).pop(name, None)
        package.load_rules.cache_clear()


@pytest.fixture
def folder(small_guide: Path) -> Path:
    """The small guide with a translation that shouts and a sentence that exclaims."""
    text = (small_guide / "source/02-brew.md").read_text("utf-8")
    text = text.replace("Do not stir.", "Do not stir. Wait well!")
    (small_guide / "source/02-brew.md").write_text(text, "utf-8")
    project = load_project(small_guide)
    add_locale(project, parse(project), "es")
    po = small_guide / "locales/es/LC_MESSAGES/guide.po"
    text = po.read_text("utf-8")
    assert 'msgid "Brew"\nmsgstr ""' in text
    text = text.replace('msgid "Brew"\nmsgstr ""', 'msgid "Brew"\nmsgstr "INFUSIONE"')
    po.write_text(text, "utf-8")
    return small_guide


@pytest.mark.usefixtures("new_rules")
def test_a_check_of_one_file_is_found_listed_and_suppressed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["catalogs", "check", "-C", str(folder)]
    assert main([*command, "--json"]) == 1
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["check"], finding["message"]) == ("shouting", "the translation shouts")
    main([*command, "--format", "sarif"])
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    assert "shouting" in {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    comment = next(line for line in finding["detail"] if "# allow shouting" in line)
    po = folder / "locales/es/LC_MESSAGES/guide.po"
    line = comment.removeprefix("or").strip().replace("REASON", "a sign in capitals")
    po.write_text(po.read_text("utf-8").replace('msgid "Brew"', f'{line}\nmsgid "Brew"'), "utf-8")
    assert main(command) == 0


@pytest.mark.usefixtures("new_rules")
def test_a_remark_of_one_file_is_found_listed_and_suppressed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def results() -> list[tuple[str, list[str]]]:
        main(["score", "--locale", "en", "-C", str(folder), "--format", "sarif"])
        (run,) = json.loads(capsys.readouterr().out)["runs"]
        assert "exclamation" in {rule["id"] for rule in run["tool"]["driver"]["rules"]}
        return [
            (result["ruleId"], [each["justification"] for each in result["suppressions"]])
            for result in run["results"]
            if result["ruleId"] == "exclamation"
        ]

    assert results() == [("exclamation", [])]
    source = folder / "source/02-brew.md"
    comment = "Wait well! <!-- allow exclamation: it is a joy -->"
    source.write_text(source.read_text("utf-8").replace("Wait well!", comment), "utf-8")
    assert results() == [("exclamation", ["it is a joy"])]


@pytest.mark.usefixtures("new_rules")
def test_both_are_documented() -> None:
    page = format_reference()
    assert "### shouting\n\n**A translation is written in capitals.** An error." in page
    assert "    wrong   Wait!\n    right   Wait.\n" in page


def test_two_rules_with_the_same_name_are_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "__path__", list(checks.__path__))
    install(checks, "loud", CHECK.replace('"shouting"', '"percent"'), tmp_path / "loud")
    with pytest.raises(ValueError, match="percent"):
        scan_rules(checks.__name__)
    sys.modules.pop(f"{checks.__name__}.loud", None)
    vars(checks).pop("loud", None)


def test_a_check_without_a_rule_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "__path__", list(checks.__path__))
    install(checks, "quiet", CHECK.replace("@define_rule", "# @define_rule"), tmp_path / "quiet")
    with pytest.raises(ValueError, match="without `@define_rule`"):
        scan_rules(checks.__name__)
