"""Write findings as a SARIF log: SARIF 2.1.0 (OASIS, with Errata 01); sections are named below."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from .. import __version__
from .finding import ReportedFinding
from .visible_text import escape_json

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "GUIDE"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def format_sarif(
    findings: Sequence[ReportedFinding], rules: Mapping[str, str], root_uri: str = ""
) -> str:
    """A SARIF log of findings, the suppressed ones with the reason; it depends on nothing else.

    `rules` has the summary of each rule. All are declared, found or not: a service can then tell
    a rule that found nothing from one that does not exist. `root_uri` is the address of the
    guide's folder; where it is empty, files are given below a folder that the reader knows.
    """
    ids = sorted({*rules, *(reported.rule for reported in findings)})
    help_texts = {reported.rule: reported.how_to_suppress for reported in findings}
    root: dict[str, Any] = {"description": {"text": "The folder of the guide."}}
    if root_uri:
        root["uri"] = root_uri if root_uri.endswith("/") else f"{root_uri}/"  # §3.14.14
    driver = {
        "name": "Plainspoken",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(rule_id, rules, help_texts) for rule_id in ids],
    }
    run = {
        "tool": {"driver": driver},
        "originalUriBaseIds": {_ROOT: root},
        "results": list(_results(findings, ids)),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return escape_json(json.dumps(log, indent=2, sort_keys=True, ensure_ascii=False)) + "\n"


def _rule(rule_id: str, rules: Mapping[str, str], help_texts: Mapping[str, str]) -> dict[str, Any]:
    summary = rules.get(rule_id) or f"{rule_id.replace('-', ' ').capitalize()}."
    rule: dict[str, Any] = {"id": rule_id, "shortDescription": {"text": summary}}
    if help_texts.get(rule_id):
        rule["help"] = {"text": help_texts[rule_id]}
    return rule


def _results(findings: Sequence[ReportedFinding], ids: Sequence[str]) -> Iterator[dict[str, Any]]:
    seen: Counter[tuple[str, ...]] = Counter()
    for reported in findings:
        key = (*reported.key, reported.rule)
        seen[key] += 1
        suppression = {"kind": "inSource", "status": "accepted", "justification": reported.reason}
        yield {
            "ruleId": reported.rule,
            "ruleIndex": ids.index(reported.rule),
            "level": _LEVELS[reported.finding.level],
            "message": {"text": _escape_braces(reported.text)},
            "locations": [_location(reported)] if reported.finding.file else [],
            "partialFingerprints": {"plainspoken/v1": _fingerprint(key, seen[key])},
            # §3.27.23: where one result says whether it is suppressed, all must.
            "suppressions": [suppression] if reported.reason else [],
        }


def _escape_braces(text: str) -> str:
    """Text in which nothing is taken for a placeholder of SARIF's own (§3.11.5)."""
    return text.replace("{", "{{").replace("}", "}}")


def _location(reported: ReportedFinding) -> dict[str, Any]:
    location: dict[str, Any] = {
        "artifactLocation": {"uri": quote(reported.finding.file), "uriBaseId": _ROOT}
    }
    if reported.finding.line:
        location["region"] = {"startLine": reported.finding.line}
    return {"physicalLocation": location}


def _fingerprint(key: tuple[str, ...], nth: int) -> str:
    """The same for the same finding after lines moved; another for the next like it."""
    return hashlib.sha256("\0".join((*key, str(nth))).encode()).hexdigest()[:32]
