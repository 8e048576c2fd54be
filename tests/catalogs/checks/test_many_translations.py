"""All that is read in translations of each language, right and wrong, and all that checks say."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.approval import Approve
from tests.sentences import read_sentences

from plainspoken.catalogs.checks.context import Facts, Pair, read_pair
from plainspoken.catalogs.checks.runner import check_pairs
from plainspoken.config.project import LocaleSettings
from plainspoken.diagnostics.finding import ReportedFinding
from plainspoken.po.model import Entry

from ...quantities.descriptions import describe_quantities
from .cases import cases
from .conftest import tell

FOLDER = Path(__file__).parent


@pytest.mark.parametrize(
    "tag",
    ["ar", "de", "es", "fa", "fr", "hi", "ht", "ko", "pl", "pt-BR", "ru", "vi", "zh-Hans"],
)
def test_translations(tag: str, approve: Approve) -> None:
    lines: list[str] = []
    for case in cases():
        if case.lang == tag:
            lines += ["", f"{case.kind}: {case.table['source']}"]
            for pair in case.pairs():
                lines += [f"  {pair.entry.msgstr}", *describe_readings(pair)]
            lines += [line for found in case.found() for line in describe_finding(found)]
    approve("\n".join(lines[1:]))


@pytest.mark.parametrize("name", ["right", "wrong"])
def test_pairs(name: str, approve: Approve) -> None:
    lines: list[str] = []
    for lang, table in tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8")).items():
        for source, target in table["pairs"]:
            lines += [f"{lang}: {source} | {target}"]
            for found in tell(source, target, lang):
                lines += describe_finding(found)
    approve("\n".join(lines))


@pytest.mark.parametrize("tag", ["it", "tl", "tr"])
def test_corpus(tag: str, approve: Approve) -> None:
    facts = Facts("guide.po", "en", LocaleSettings(tag))
    lines: list[str] = []
    for source, target in zip(read_sentences("en"), read_sentences(tag), strict=True):
        pair = read_pair(facts, Entry(source, (target,), line=1), {})
        lines += [source, target, *describe_readings(pair)]
        lines += [line for found in check_pairs([pair]) for line in describe_finding(found)]
    approve("\n".join(lines))


def describe_readings(pair: Pair) -> Iterator[str]:
    """The numbers of a text and of its translation, and which are taken for the same."""
    for reading in pair.readings:
        if reading.quantities:
            yield f"    [{describe_quantities(reading.quantities, reading.text.text)}]"
    for phone in pair.phones:
        yield f"    {phone}"
    alignment = pair.alignment
    if alignment.lost or alignment.added:
        yield f"    pairs {alignment.pairs}, lost {alignment.lost}, added {alignment.added}"


def describe_finding(found: ReportedFinding) -> Iterator[str]:
    """All that is said of a finding."""
    yield f"    {found.finding.level} {found.rule}: {found.finding.message}. {found.finding.hint}"
    yield from (f"      {line}" for line in found.finding.detail)
