"""An examination goes in; `readability.json` and the report come out.

The JSON is described by `docs/readability.schema.json`; its `schema` counts up whenever a program
that reads it must change.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ..atomic_write import save
from .analysis import Analysis, LanguageAnalysis
from .compare import Comparison, SectionComparison, target_distance
from .formulas import Formula
from .rules import Remark
from .score import Grade, TextStatistics

SCHEMA = 2


def to_json(examination: Analysis) -> str:
    """The whole record, ending with a line's end; the same examination gives the same text."""
    project = examination.project
    table = {
        "schema": SCHEMA,
        "guide": project.id,
        "version": project.version,
        "languages": [_language(each) for each in examination.languages],
        "history": [asdict(each) for each in examination.history],
        "checklists": [asdict(each) for each in examination.checklists],
    }
    return json.dumps(table, indent=2, ensure_ascii=False, default=str) + "\n"


def write_report_files(examination: Analysis) -> list[Path]:
    """Write `dist/readability/index.html` and `readability.json` beside it.

    Raises:
        OutputError: a file cannot be written; what stood there stays.
    """
    from .report import render_report

    folder = examination.project.dist / "readability"
    files: dict[Path, str | bytes] = {
        folder / "index.html": render_report(examination),
        folder / "readability.json": to_json(examination),
    }
    save(files, examination.project.root)
    return list(files)


def _language(examined: LanguageAnalysis) -> dict[str, Any]:
    card = examined.card
    return {
        "lang": card.lang,
        "source": examined.comparison is None,
        "scale": _scale(card.formula) if card.formula else None,
        "unit": card.unit,
        "limit": card.limit,
        "whole": _figures(card.whole),
        "sections": [
            {"id": each.id, "role": each.role, "title": each.title,
             "distance": target_distance(card, each), **_figures(each.statistics)}
            for each in card.sections
        ],
        "left_out": dict(card.left_out),
        "longest": [asdict(each) for each in card.longest],
        "missed": [finding.message for finding in examined.missed_targets],
        "remarks": [_remark(each) for each in examined.remarks],
        "comparison": _comparison(examined.comparison) if examined.comparison else None,
    }  # fmt: skip


def _scale(formula: Formula) -> dict[str, Any]:
    return {
        "name": formula.name,
        "title": formula.title,
        "version": formula.version,
        "source": formula.source,
        "evidence": formula.evidence,
        "easier": "lower" if formula.lower_is_easier else "higher",
        "target": formula.target,
        "formula": dict(formula.terms),
        "least_words": formula.least_words,
        "least_sentences": formula.least_sentences,
    }


def _figures(figures: TextStatistics) -> dict[str, Any]:
    return {
        "words": figures.words,
        "sentences": figures.sentences,
        "mean": figures.mean,
        "longest": figures.longest,
        "over": figures.over,
        "known": figures.known,
        "as_read": _reading(figures.as_read),
        "terms_aside": _reading(figures.terms_aside),
        "others": {title: _reading(each) for title, each in figures.others},
    }


def _reading(reading: Grade | None) -> dict[str, Any] | None:
    if reading is None:
        return None
    return {
        "figure": reading.value,
        "easiest": reading.easiest,
        "hardest": reading.hardest,
        "fits": reading.fits,
    }


def _remark(remark: Remark) -> dict[str, Any]:
    finding = remark.finding
    return {
        "kind": remark.kind,
        "level": finding.level,
        "file": finding.file,
        "line": finding.line,
        "section": remark.section,
        "message": remark.block,
        "sentence": remark.sentence,
        "begin": remark.begin,
        "end": remark.end,
        "what": finding.message,
        "cure": finding.hint,
        "text": finding.detail[0].strip("“”") if finding.detail else "",
        "instead": list(remark.instead),
        "what_if": asdict(remark.what_if) if remark.what_if else None,
        "silenced": remark.reason or None,
    }


def _comparison(comparison: Comparison) -> dict[str, Any]:
    def section(each: SectionComparison) -> dict[str, Any]:
        return {**asdict(each), "grown": [asdict(one) for one in each.grown]}

    return {
        "sections": [section(each) for each in comparison.sections],
        "whole": section(comparison.whole),
    }
