"""Hands to ask what checks say of one text and its translation."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from plainspoken.catalogs.checks.context import Facts, read_pair
from plainspoken.catalogs.checks.runner import check_pairs
from plainspoken.catalogs.termbase import Rendering
from plainspoken.config.project import LocaleSettings
from plainspoken.diagnostics.finding import ReportedFinding
from plainspoken.po.model import Entry

Told = Callable[..., list[ReportedFinding]]


def tell(
    source: str,
    target: str,
    lang: str = "es",
    renderings: Sequence[Rendering] = (),
    names: Sequence[str] = (),
    comments: Sequence[str] = (),
) -> list[ReportedFinding]:
    """All findings on one text and its translation."""
    tag, _, region = lang.partition("@")
    facts = Facts(
        "guide.po", "en", LocaleSettings(tag, region=region),
        renderings=renderings, names=frozenset(names),
    )  # fmt: skip
    entry = Entry(source, (target,), comments=tuple(comments), line=7)
    return check_pairs([read_pair(facts, entry, {"more": "#"})])


@pytest.fixture
def told() -> Told:
    """Ask what checks say of a text and its translation."""
    return tell


@pytest.fixture
def rules() -> Callable[..., set[str]]:
    """Ask which checks say that something is wrong, not only worth a look."""

    def ask(source: str, target: str, lang: str = "es", **more: object) -> set[str]:
        found: list[ReportedFinding] = tell(source, target, lang, **more)  # type: ignore[arg-type]
        return {each.rule for each in found if each.finding.level != "info"}

    return ask
