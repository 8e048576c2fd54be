"""All that is said of texts that try each rule, at its bounds, in all languages with a scale."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.approval import Approve

from plainspoken.cli import main

Out = pytest.CaptureFixture[str]
TEXTS = Path(__file__).with_name("texts")
EVERY_LANGUAGE = pytest.mark.parametrize(
    "lang", ["en", "es", "de", "fr", "it", "pl", "pt", "ru", "tr"]
)


def write_text(guide: Path, lang: str) -> Path:
    """Put the text of a language into a guide, in the place of its own."""
    source = guide / "source"
    config = (source / "guide.toml").read_text("utf-8")
    config = re.sub('^language = "en"', f'language = "{lang}"', config, flags=re.MULTILINE)
    config += "" if f"[locales.{lang}]" in config else f"\n[locales.{lang}]\n"
    (source / "guide.toml").write_text(config, "utf-8")
    for path in source.glob("*.md"):
        path.unlink()
    (source / "01-text.md").write_text((TEXTS / f"{lang}.md").read_text("utf-8"), "utf-8")
    glossary = (source / "glossary.toml").read_text("utf-8")
    glossary = glossary.replace("(02-water", "(01-text")
    if lang == "es":  # its own language has no words of another
        glossary = glossary.replace(".locales.es]", ".locales.en]")
    with (source / "lexicon.toml").open("a", encoding="utf-8") as lexicon:
        lexicon.write(
            '[sufficient]\nsyllables = "suf-fi-cient"\n'
        )  # a name: it may not be replaced
    # The accent belongs to the letter before the mark: what is marked cannot be told then.
    glossary += '[cafe]\nterm = "café"\ndefinition = "A cafe[\u0301 la][term:ph] vie."\n'
    (source / "glossary.toml").write_text(glossary, "utf-8")
    return guide


def tell(guide: Path, lang: str, out: Out, *options: str) -> str:
    command = ["score", "-C", str(guide), "--locale", lang, "--jobs", "1"]
    code = main([*command, *options])
    told = out.readouterr()
    return f"exit code {code}\n{told.out}{told.err}"


@EVERY_LANGUAGE
def test_remarks(rich_guide: Path, lang: str, capsys: Out, approve: Approve) -> None:
    approve(tell(write_text(rich_guide, lang), lang, capsys, "--remarks", "--check"))


@EVERY_LANGUAGE
def test_audit(rich_guide: Path, lang: str, capsys: Out, approve: Approve) -> None:
    approve(tell(write_text(rich_guide, lang), lang, capsys, "--audit"))


@pytest.mark.parametrize("lang", ["en", "es"])
def test_suggestions(rich_guide: Path, lang: str, capsys: Out, approve: Approve) -> None:
    """What to write instead, and what comes of it, stands in the JSON alone."""
    told = tell(write_text(rich_guide, lang), lang, capsys, "--json")
    remarks = json.loads(told.partition("\n")[2])["languages"][0]["remarks"]
    approve(
        "\n".join(
            f"{remark['line']}:{remark['begin']}-{remark['end']} {remark['level']} "
            f"{remark['kind']}: {' | '.join(remark['instead'])} {remark['what_if'] or ''}".rstrip()
            for remark in remarks
        )
    )
