"""Export an analysis as JSON (`docs/readability.schema.json`, JSON Schema 2020-12) and as the
report. Its `schema` counts up whenever a program that reads it must change.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ..diagnostics.visible_text import escape_json
from ..locks import DIST, hold_lock
from .analysis import Analysis, LanguageAnalysis
from .compare import target_distance
from .formulas import Formula
from .rules import Remark
from .score import Grade, TextStatistics

SCHEMA = 2


def to_json(analysis: Analysis) -> str:
    """The whole analysis, ending with a newline; the same analysis gives the same text."""
    project = analysis.project
    table = {
        "schema": SCHEMA,
        "guide": project.id,
        "version": project.version,
        "languages": [_language_to_json(language) for language in analysis.languages],
        "history": [asdict(release) for release in analysis.history],
        "checklists": [asdict(checklist) for checklist in analysis.checklists],
        "review_notes": [note.to_json() for note in analysis.review_notes],
    }
    text = json.dumps(table, indent=2, ensure_ascii=False, default=str)
    return escape_json(text) + "\n"


def write_report_files(analysis: Analysis) -> list[Path]:
    """Write the report and its JSON. Raises OutputError: it cannot be written; the old stays."""
    from .report import render_report

    project = analysis.project
    folder = project.dist / "readability"
    files: dict[Path, str | bytes] = {
        folder / "index.html": render_report(analysis),
        folder / "readability.json": to_json(analysis),
    }
    with hold_lock(DIST, project.cache, project.root):
        project.files.write(files)
    return list(files)


def _language_to_json(language: LanguageAnalysis) -> dict[str, Any]:
    card = language.card
    return {
        "lang": card.lang,
        "source": language.comparison is None,
        "scale": _formula_to_json(card.formula) if card.formula else None,
        "unit": card.unit,
        "limit": card.limit,
        "whole": _statistics_to_json(card.whole),
        "sections": [
            {"id": section.id, "role": section.role, "title": section.title,
             "distance": target_distance(card, section.statistics),
             **_statistics_to_json(section.statistics)}
            for section in card.sections
        ],
        "left_out": dict(card.left_out),
        "longest": [asdict(sentence) for sentence in card.longest],
        "missed": [finding.message for finding in language.missed_targets],
        "remarks": [_remark_to_json(remark) for remark in language.remarks],
        "comparison": asdict(language.comparison) if language.comparison else None,
    }  # fmt: skip


def _formula_to_json(formula: Formula) -> dict[str, Any]:
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


def _statistics_to_json(statistics: TextStatistics) -> dict[str, Any]:
    return {
        **asdict(statistics),
        "as_read": _grade_to_json(statistics.as_read),
        "terms_aside": _grade_to_json(statistics.terms_aside),
        "others": {title: _grade_to_json(grade) for title, grade in statistics.others},
    }


def _grade_to_json(grade: Grade | None) -> dict[str, Any] | None:
    if grade is None:
        return None
    figures = asdict(grade)
    return {"figure": figures.pop("value"), **figures}


def _remark_to_json(remark: Remark) -> dict[str, Any]:
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
