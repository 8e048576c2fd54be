"""Apply all rules to the translations of a guide, and report what they find by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from ...config.project import LocaleSettings
from ...diagnostics.finding import ReportedFinding
from ...diagnostics.rule import Rule
from ...diagnostics.rule_runner import run_rules, scan_rules
from ...guide import Guide
from ...po.model import Catalog
from ..extract import Message, extract_messages
from ..termbase import Rendering
from ..translate import list_term_keys
from .context import Facts, Pair, make_pair
from .missing_messages import find_missing
from .names import find_drug_names
from .render import report_violation
from .unused_suppressions import find_unused_suppressions


@cache
def load_rules() -> tuple[Rule[Pair], ...]:
    """The rules of this package, by id."""
    return scan_rules(__package__)


def check_catalog(
    guide: Guide, catalog: Catalog, locale: LocaleSettings, renderings: Sequence[Rendering] = ()
) -> list[ReportedFinding]:
    """All findings on a catalog by line, the suppressed ones with their reason."""
    facts = Facts(
        catalog.file,
        guide.source_lang,
        locale,
        list_term_keys(guide),
        frozenset(value.name for value in guide.values),
        tuple(renderings),
        find_drug_names(guide),
    )
    messages = extract_messages(guide)
    missing = find_missing(messages, catalog, locale.lang)
    return [*missing, *check_pairs(list(_read_pairs(facts, messages, catalog)))]


def check_pairs(pairs: Sequence[Pair]) -> list[ReportedFinding]:
    """All findings on some pairs, by line."""
    rules = load_rules()
    violations = list(run_rules(rules, pairs))
    unused = find_unused_suppressions(pairs, violations, {rule.id for rule in rules})
    findings = [report_violation(violation) for violation in (*violations, *unused)]
    return sorted(findings, key=lambda reported: (reported.finding, reported.rule))


def _read_pairs(facts: Facts, messages: Sequence[Message], catalog: Catalog) -> Iterator[Pair]:
    entries = {entry.key: entry for entry in catalog.iter_messages()}
    for message in messages:
        entry = entries.get(message.key)
        if entry is not None and entry.is_usable:
            yield make_pair(facts, message, entry)
