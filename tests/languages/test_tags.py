"""One language, however its tag is written, on every command line and in every file."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.cli import main
from plainspoken.config.project import load_project
from plainspoken.diagnostics.errors import ProjectError
from plainspoken.parsing import parse

SPELLINGS = ("zh-Hans", "zh", "zh_Hans", "ZH-hans")
COMMANDS = (
    "build --locale TAG", "speak --locale TAG", "pack --locale TAG", "build --release --locale TAG",
    "score --locale TAG", "catalogs update TAG", "catalogs check TAG", "catalogs status TAG",
    "catalogs review TAG --list", "catalogs export TAG --format xliff -o OUT.xlf",
    "catalogs import TAG OUT.xlf", "catalogs compile TAG", "languages TAG",
)  # fmt: skip


def spell(folder: Path, locale: str, language: str = "en") -> None:
    """Write the guide's languages in another way."""
    path = folder / "source" / "guide.toml"
    text = path.read_text("utf-8").replace("[locales.es]", f"[locales.{locale}]")
    text = text.replace('region = "419"', "").replace('"en"', f'"{language}"')
    path.write_text(text, "utf-8")
    for name in ("links.toml", "glossary.toml"):
        path = folder / "source" / name
        path.write_text(path.read_text("utf-8").replace("es =", "zh ="), "utf-8")


@pytest.fixture(scope="module")
def chinese(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A guide in English and Chinese, with all that commands leave behind."""
    folder = tmp_path_factory.mktemp("chinese") / "guide"
    main(["new", str(folder)])
    text = (folder / "source" / "guide.toml").read_text("utf-8")
    kept = text.partition("[locales.es]")[0].replace('"en"', '"EN"')
    (folder / "source" / "guide.toml").write_text(f"{kept}[locales.zh_Hans]\n", "utf-8")
    main(["catalogs", "add", "zh", "-C", str(folder)])
    return folder


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_takes_a_tag_however_it_is_written(
    chinese: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for spelling in SPELLINGS:
        words = command.replace("TAG", spelling).replace("OUT", str(chinese / "out")).split()
        within = [] if words[0] == "languages" else ["-C", str(chinese)]
        assert main([*words, *within]) in (0, 1), spelling
        assert capsys.readouterr().err == ""
    assert {path.name for path in (chinese / "locales").iterdir() if path.is_dir()} <= {
        "es", "zh_Hans",
    }  # fmt: skip
    if (chinese / "dist").is_dir():
        assert {path.name for path in (chinese / "dist").iterdir()} <= {"zh-Hans", "locale"}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_files_take_a_tag_however_it_is_written(small_guide: Path, spelling: str) -> None:
    spell(small_guide, spelling, language="EN")
    (small_guide / "source" / "glossary.toml").write_text(
        '[kettle]\nterm = "kettle"\ndefinition = "A pot."\n'
        f'[kettle.locales.{spelling}]\napproved = "水壶"\n',
        "utf-8",
    )
    (small_guide / "source" / "plain-words.toml").write_text(
        f'[{spelling}]\n"复杂" = "难"\n[EN]\nutilize = "use"\n', "utf-8"
    )
    project = load_project(small_guide)
    assert project.language == "en"
    assert [locale.lang for locale in project.locales] == ["en", "zh-Hans"]
    assert (
        project.locate_catalog(spelling)
        == small_guide / "locales" / "zh_Hans" / "LC_MESSAGES" / "guide.po"
    )
    guide = parse(project)
    assert {lang for lang, _, _ in guide.plain_words} == {"en", "zh-Hans"}
    assert guide.links[0].localized[0][0] == "zh-Hans"


def test_two_keys_for_one_locale_are_an_error_with_both_lines(small_guide: Path) -> None:
    path = small_guide / "source" / "guide.toml"
    path.write_text(path.read_text("utf-8") + "\n[locales.zh]\n\n[locales.zh_Hans]\n", "utf-8")
    lines = path.read_text("utf-8").split("\n")
    first, second = lines.index("[locales.zh]") + 1, lines.index("[locales.zh_Hans]") + 1
    with pytest.raises(ProjectError) as raised:
        load_project(small_guide)
    (finding,) = raised.value.findings
    assert (finding.file, finding.line) == ("source/guide.toml", second)
    assert f"`locales.zh`, line {first}" in finding.message


def test_a_table_without_a_header_of_its_own_has_a_line_too(small_guide: Path) -> None:
    path = small_guide / "source" / "guide.toml"
    path.write_text(path.read_text("utf-8") + "\n[locales.ES.targets]\nscore = 1\n", "utf-8")
    last = path.read_text("utf-8").count("\n") - 1
    with pytest.raises(ProjectError, match=f"guide.toml:{last}: `locales.ES` names the language"):
        load_project(small_guide)


def test_what_is_no_tag_is_an_error_that_quotes_it(small_guide: Path) -> None:
    path = small_guide / "source" / "guide.toml"
    path.write_text(path.read_text("utf-8") + '\n[locales."en-../x"]\n', "utf-8")
    with pytest.raises(ProjectError, match=r"'en-\.\./x' is not a language tag"):
        load_project(small_guide)


def test_words_of_a_glossary_come_back_into_their_own_table(
    chinese: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    glossary = chinese / "source" / "glossary.toml"
    before = glossary.read_text("utf-8")
    longer = f'{before}\n[germ.locales.zh_Hans]\napproved = "细菌"\n'
    glossary.write_text(longer, "utf-8")
    sheet = tmp_path / "terms.csv"
    within = ["-C", str(chinese)]
    try:
        export = ["catalogs", "glossary", "export", "--format", "csv", "-o", str(sheet), *within]
        assert main(export) == 0
        words = sheet.read_text("utf-8").replace("细菌", "病菌").replace("zh-Hans", "ZH")
        sheet.write_text(words, "utf-8")
        assert main(["catalogs", "glossary", "import", str(sheet), *within]) == 0
        assert glossary.read_text("utf-8") == longer.replace("细菌", "病菌")
    finally:
        glossary.write_text(before, "utf-8")
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("tag", ["zh-TW", "zh_HK", "zh-Hant", "es-x-foo"])
def test_a_tag_of_another_script_or_with_unknown_parts_is_not_taken(
    small_guide: Path, tag: str
) -> None:
    spell(small_guide, tag)
    with pytest.raises(ProjectError, match=r"no words for the language|not a language tag"):
        load_project(small_guide)


@pytest.mark.parametrize("tag", ["zh-CN", "zh_SG", "pt_BR", "es-MX", "EN-gb"])
def test_a_region_of_a_language_is_taken(small_guide: Path, tag: str) -> None:
    spell(small_guide, tag)
    assert len(load_project(small_guide).locales) == 2


def test_a_catalog_is_found_in_a_folder_however_that_is_spelled(small_guide: Path) -> None:
    spell(small_guide, "zh")
    project = load_project(small_guide)
    (small_guide / "locales" / "zh").mkdir(parents=True)
    path = project.locate_catalog("zh_Hans")
    assert path == small_guide / "locales" / "zh" / "LC_MESSAGES" / "guide.po"
    (small_guide / "locales" / "zh_Hans").mkdir()
    project = load_project(small_guide)
    with pytest.raises(ProjectError, match=r"locales/zh and locales/zh_Hans are of the same"):
        project.locate_catalog("zh")
