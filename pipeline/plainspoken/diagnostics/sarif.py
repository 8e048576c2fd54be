"""Findings go in; a SARIF log comes out: GitHub, GitLab and editors show it beside the text.

Follows SARIF 2.1.0 (OASIS, with Errata 01); the sections are named where a rule is not plain.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from .. import __version__
from .report import Reported

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "GUIDE"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def sarif(reported: Sequence[Reported], rules: Mapping[str, str], root_uri: str = "") -> str:
    """A SARIF log of findings, the silenced ones with the reason; the same, the same text.

    `rules` says what each rule is about, in a sentence. All are declared, found or not: a
    service can then tell a check that found nothing from one that there is not. `root_uri` is
    where the guide's folder is, as an address; where it is empty, files are told below a folder
    that the reader knows.
    """
    kinds = sorted({*rules, *(each.rule for each in reported)})
    silence = {each.rule: each.silence for each in reported}
    root: dict[str, Any] = {"description": {"text": "The folder of the guide."}}
    if root_uri:
        root["uri"] = root_uri if root_uri.endswith("/") else f"{root_uri}/"  # §3.14.14
    driver = {
        "name": "Plainspoken",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(kind, rules, silence) for kind in kinds],
    }
    run = {
        "tool": {"driver": driver},
        "originalUriBaseIds": {_ROOT: root},
        "results": list(_results(reported, kinds)),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _rule(kind: str, rules: Mapping[str, str], silence: Mapping[str, str]) -> dict[str, Any]:
    said = rules.get(kind) or f"{kind.replace('-', ' ').capitalize()}."
    rule: dict[str, Any] = {"id": kind, "shortDescription": {"text": said}}
    if silence.get(kind):
        rule["help"] = {"text": silence[kind]}
    return rule


def _results(reported: Sequence[Reported], kinds: Sequence[str]) -> Iterator[dict[str, Any]]:
    seen: Counter[tuple[str, ...]] = Counter()
    for each in reported:
        key = (*each.key, each.rule)
        seen[key] += 1
        yield {
            "ruleId": each.rule,
            "ruleIndex": kinds.index(each.rule),
            "level": _LEVELS[each.finding.level],
            "message": {"text": _plain(each.said)},
            "locations": [_location(each)] if each.finding.file else [],
            "partialFingerprints": {"plainspoken/v1": _fingerprint(key, seen[key])},
            # §3.27.23: where one result says whether it is suppressed, all must.
            "suppressions": [_suppression(each.reason)] if each.reason else [],
        }


def _plain(text: str) -> str:
    """Text in which nothing is taken for a placeholder of SARIF's own (§3.11.5)."""
    return text.replace("{", "{{").replace("}", "}}")


def _location(reported: Reported) -> dict[str, Any]:
    where: dict[str, Any] = {
        "artifactLocation": {"uri": quote(reported.finding.file), "uriBaseId": _ROOT}
    }
    if reported.finding.line:
        where["region"] = {"startLine": reported.finding.line}
    return {"physicalLocation": where}


def _suppression(reason: str) -> dict[str, str]:
    return {"kind": "inSource", "status": "accepted", "justification": reason}


def _fingerprint(key: tuple[str, ...], nth: int) -> str:
    """The same for the same finding after lines moved; another for the next like it."""
    return hashlib.sha256("\0".join((*key, str(nth))).encode()).hexdigest()[:32]
