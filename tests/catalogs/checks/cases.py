"""The right and wrong translations of `mistranslations/`, and what checks say of each."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plainspoken.catalogs.checks.context import Facts, Pair, read_pair
from plainspoken.catalogs.checks.runner import check_pairs
from plainspoken.catalogs.termbase import Rendering
from plainspoken.config.project import LocaleSettings
from plainspoken.diagnostics.finding import ReportedFinding
from plainspoken.po.model import Entry

FOLDER = Path(__file__).parents[1] / "mistranslations"
BLIND = FOLDER / "blind"
"""Those of authors who had not seen the checks, and had been told the kinds of errors alone."""
LEVELS = ("info", "warning", "error")
_NUMBERS = {"number-values", "number-order", "units", "percent"}
FITTING: Mapping[str, set[str]] = {
    "number": _NUMBERS,
    "order": _NUMBERS,
    "unit": {"units", "number-values"},
    "percent": {"percent", "units", "number-values"},
    "name": {"names"},
    "medicine": {"names"},
    "phone": {"phones", "number-values"},
    "link": {"markdown", "named-things"},
    "markup": {"markdown", "named-things"},
    "bidi": {"hidden-characters"},
    "copied": {"copied", "left-over"},
    "negation": {"negation", "opposites"},
    "glossary": {"terms"},
    "false-friend": {"false-friends", "number-values", "terms"},
    "script": {"script"},
    "punctuation": {"final-punctuation"},
    "length": {"length"},
    "doubled": {"doubled-words"},
    "consistency": {"consistency"},
    "direction": {"direction"},
    "frequency": {"frequency", "number-values", "units"},
    "route": {"route"},
    "amount": {"amount", "number-values"},
    "side": {"side"},
    "who": {"people", "direction"},
    "drug": {"names"},
    "modal": {"modals", "negation", "opposites"},
    "condition": {"conditions", "negation"},
    "pairing": {"pairing"},
}
"""By the kind of a case, the checks that may find it."""
_VALUE = re.compile(r"\{([a-z][a-z0-9-]*)\}")
_LABEL = re.compile(r"\]\[([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Case:
    """One translation, right or wrong."""

    lang: str
    table: Mapping[str, Any]

    @property
    def kind(self) -> str:
        """What it is a case of."""
        return str(self.table["kind"])

    @property
    def wrong(self) -> bool:
        """Whether a check should find it."""
        return bool(self.table["wrong"])

    @property
    def tuned(self) -> bool:
        """Whether checks were written with it in sight: half of the cases, by their source."""
        return hashlib.sha256(self.table["source"].encode()).digest()[0] % 2 == 0

    @property
    def name(self) -> str:
        """What it is called when a test fails."""
        table = self.table
        return f"{self.lang} {self.kind}: {table['source']} | {table['target']} ({table['why']})"

    def found(self) -> list[ReportedFinding]:
        """All findings of all checks."""
        return check_pairs(list(self.pairs()))

    def pairs(self) -> Iterator[Pair]:
        """The text with its translation, and with the others that it has elsewhere."""
        table = self.table
        names = [label for label in _LABEL.findall(table["source"]) if ":" not in label]
        for line, target in enumerate((table["target"], *table.get("also", ())), 1):
            context = None if line == 1 else f"elsewhere {line}"
            entry = Entry(table["source"], (target,), context, line=line)
            yield read_pair(self._facts(), entry, dict.fromkeys(names, "#"))

    @property
    def right(self) -> bool:
        """Whether checks say what they should."""
        found = self.found()
        if not self.wrong:
            return all(each.finding.level == "info" for each in found)
        least = LEVELS.index(self.table["level"])
        return any(
            each.rule in FITTING[self.kind] and LEVELS.index(each.finding.level) >= least
            for each in found
        )

    def _facts(self) -> Facts:
        source = self.table["source"]
        tag = self.table.get("locale", self.lang)
        lang, _, region = tag.partition("-") if tag != self.lang else (tag, "", "")
        terms = {label[5:] for label in _LABEL.findall(source) if label.startswith("term:")}
        return Facts(
            "guide.po", self.table.get("source_lang", "en"),
            LocaleSettings(lang, region=region), frozenset(terms),
            frozenset(_VALUE.findall(source)), self._renderings(),
        )  # fmt: skip

    def _renderings(self) -> Sequence[Rendering]:
        terms = self.table.get("terms", ())
        said = [Rendering(term, (right,), (), tuple(never)) for term, right, never in terms]
        return [*said, *(Rendering(name, (name,)) for name in self.table.get("keep", ()))]


def cases() -> list[Case]:
    """All cases of all languages, but those of `blind_cases`."""
    return _read_cases(FOLDER)


def blind_cases() -> list[Case]:
    """The cases of `mistranslations/blind`."""
    return _read_cases(BLIND)


def _read_cases(folder: Path) -> list[Case]:
    return [
        Case(path.stem, table)
        for path in sorted(folder.glob("*.toml"))
        for table in tomllib.loads(path.read_text("utf-8"))["case"]
    ]
