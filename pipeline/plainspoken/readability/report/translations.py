"""A translation goes in; how it stands beside its source comes out, section by section.

Two languages never share a scale: only how far each is from its own target is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..analysis import Analysis, LanguageAnalysis
from ..compare import Comparison, SectionComparison
from ..score import LongUnit, SectionScore
from .charts import Axis, Bar, Titles, bars
from .formatting import language, many, side
from .markup import Html, joined, said, tag
from .sections import name_of, title_of
from .summary import drift
from .tables import Column, behind, table


def comparisons(examination: Analysis) -> Html:
    """Every translation beside its source; words where there is none."""
    found = [(each, each.comparison) for each in examination.languages if each.comparison]
    if not found:
        return tag("p", "No translation was looked at.")
    intro = tag(
        "p",
        "Figures of two languages cannot be compared. What can be: how far each is from its own "
        "target, how many words the translation needs, and which of its sentences grew over the "
        "limit where the source's did not.",
    )
    source = examination.project.language
    return joined([intro, *(_one(*pair, source) for pair in found)])


def _one(each: LanguageAnalysis, comparison: Comparison, source: str) -> Html:
    name = language(each.card.lang)
    ratio = 100 * comparison.whole.length_ratio
    return joined([
        tag("h3", name),
        tag("p", f"{ratio:.0f} words for 100 of the source. ",
            drift(comparison.whole.longer, source) if comparison.whole.longer else "",
            f" {many(len(comparison.whole.grown), 'sentence')} grew over the limit of "
            f"{each.card.limit} {each.card.unit}."),
        _ratios(name, each, comparison),
        _table(name, each, comparison, source),
        _grown(each, comparison),
    ])  # fmt: skip


def _sections(
    each: LanguageAnalysis, comparison: Comparison
) -> Iterator[tuple[SectionScore, SectionComparison]]:
    return zip(each.card.sections, comparison.sections, strict=True)


def _ratios(name: str, each: LanguageAnalysis, comparison: Comparison) -> str:
    sections = [pair for pair in _sections(each, comparison) if pair[1].length_ratio]
    ratios = [(section, round(100 * part.length_ratio)) for section, part in sections]
    rows = [
        Bar(name_of(section), each.card.lang, str(ratio), ratio, ratio, ratio, "plain")
        for section, ratio in ratios
    ]
    if not rows:
        return ""
    titles = Titles(
        f"beside-{each.card.lang}",
        f"{name}: words for 100 words of the source, by section",
        f"From {min(row.value for row in rows):.0f} to {max(row.value for row in rows):.0f}; "
        "the table below has all figures.",
    )
    return bars(titles, rows, Axis(0, 100, "100: as the source", "", ""))


def _table(name: str, each: LanguageAnalysis, comparison: Comparison, source: str) -> Html:
    columns = (
        Column("Section"),
        Column(f"{language(source)}, from its target"),
        Column(f"{name}, from its target"),
        Column("Words for 100", True),
        Column("Length of sentences for 100", True),
        Column("Grew over the limit", True),
    )
    rows = [
        (title_of(each.card, section), *_cells(part))
        for section, part in _sections(each, comparison)
    ]
    whole = ("Whole, without the glossary", *_cells(comparison.whole))
    return table(f"{name} beside {language(source)}", columns, [*rows, whole])


def _cells(part: SectionComparison) -> tuple[str, ...]:
    return (
        side(part.source_distance),
        side(part.distance),
        f"{100 * part.length_ratio:.0f}",
        f"{100 * part.longer:.0f}",
        str(len(part.grown)),
    )


def _grown(each: LanguageAnalysis, comparison: Comparison) -> str:
    if not comparison.whole.grown:
        return ""
    listed = (
        joined([
            tag("h4", title_of(each.card, section)),
            tag("ul", *(_item(each, one) for one in part.grown), class_="plain"),
        ])
        for section, part in _sections(each, comparison)
        if part.grown
    )  # fmt: skip
    count = many(len(comparison.whole.grown), "sentence")
    return behind(f"{language(each.card.lang)}: {count} that grew over the limit", joined(listed))


def _item(each: LanguageAnalysis, grown: LongUnit) -> Html:
    return tag(
        "li",
        tag("p", said(grown.text, each.card.lang, "q")),
        tag("p", f"{many(grown.words, each.card.unit.removesuffix('s'))}, ",
            tag("code", f"{grown.file}:{grown.line}"), class_="quiet"),
    )  # fmt: skip
