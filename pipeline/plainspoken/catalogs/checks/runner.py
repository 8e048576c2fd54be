"""Apply all rules to the translations of a guide, and report what they find by line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from ...config.project import LocaleSettings
from ...diagnostics.finding import ReportedFinding
from ...diagnostics.rule import Rule
from ...diagnostics.rule_runner import Violation, run_rules, scan_rules
from ...guide import Guide
from ...po.model import Catalog, Entry, Key
from ..critical import list_critical_keys
from ..extract import Message, extract_messages
from ..termbase import Rendering
from ..translate import list_term_keys
from .context import Facts, Pair, make_pair, read_pair
from .faultless_pairs import make_keys, read_faultless, write_faultless
from .missing_messages import find_missing
from .names import find_drug_names
from .render import report_violation
from .unused_suppressions import find_unused_suppressions

_TELLS_LEAST = "things"
"""The rule that is left out where another one tells of the same words."""


@cache
def load_rules() -> tuple[Rule[Pair], ...]:
    """The rules of this package, by id."""
    return scan_rules(__package__)


def learn_words(source_lang: str, lang: str) -> None:
    """Compile the words of two languages, as the first pair of texts that is checked would."""
    facts = Facts("", source_lang, LocaleSettings(lang))
    pair = read_pair(facts, Entry("1 mg.", ("2 mg.",)), {})
    list(run_rules(load_rules(), [pair]))


def check_catalog(
    guide: Guide,
    catalog: Catalog,
    locale: LocaleSettings,
    renderings: Sequence[Rendering] = (),
    folder: Path | None = None,
) -> list[ReportedFinding]:
    """All findings on a catalog by line, the suppressed ones with their reason; `folder` is the
    cache where it is kept in which translations there was nothing to find, and what is critical.
    """
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
    pairs = list(_read_pairs(facts, messages, catalog))
    keys = make_keys(facts, pairs) if folder else {}
    faultless = read_faultless(keys, locale.lang, folder) if folder else frozenset[Pair]()
    violations = list(run_rules(load_rules(), pairs, faultless))
    faulty = {violation.subject for violation in violations}
    if folder and faultless != keys.keys() - faulty:
        write_faultless(keys, faulty, locale.lang, folder)
    find_critical_keys = partial(list_critical_keys, guide, messages, folder)
    return [*missing, *_report(pairs, violations, find_critical_keys)]


def check_pairs(
    pairs: Sequence[Pair], find_critical_keys: Callable[[], frozenset[Key]] = frozenset
) -> list[ReportedFinding]:
    """All findings on some pairs, by line; which texts are critical is asked only where it makes
    one graver.
    """
    return _report(pairs, list(run_rules(load_rules(), pairs)), find_critical_keys)


def _report(
    pairs: Sequence[Pair],
    violations: list[Violation[Pair]],
    find_critical_keys: Callable[[], frozenset[Key]],
) -> list[ReportedFinding]:
    violations = _leave_out_repeated(violations)
    if any(violation.draft.critical_level for violation in violations):
        critical = find_critical_keys()
        violations = [_weigh(violation, critical) for violation in violations]
    unused = find_unused_suppressions(pairs, violations, {rule.id for rule in load_rules()})
    findings = [report_violation(violation) for violation in (*violations, *unused)]
    return sorted(findings, key=lambda reported: (reported.finding, reported.rule))


def _leave_out_repeated(violations: Sequence[Violation[Pair]]) -> list[Violation[Pair]]:
    """All but what `things` says of words of which another rule tells more."""
    told = {
        (violation.subject.entry.key, place)
        for violation in violations
        if violation.rule.id != _TELLS_LEAST
        for place in violation.draft.source
    }
    return [
        violation
        for violation in violations
        if violation.rule.id != _TELLS_LEAST
        or not any((violation.subject.entry.key, place) in told for place in violation.draft.source)
    ]


def _weigh(violation: Violation[Pair], critical: frozenset[Key]) -> Violation[Pair]:
    """A violation, as grave as it is where its text may be critical."""
    level = violation.draft.critical_level
    if not level or violation.subject.entry.key not in critical:
        return violation
    return replace(violation, draft=replace(violation.draft, level=level))


def _read_pairs(facts: Facts, messages: Sequence[Message], catalog: Catalog) -> Iterator[Pair]:
    entries = {entry.key: entry for entry in catalog.iter_messages()}
    for message in messages:
        entry = entries.get(message.key)
        if entry is not None and entry.is_usable:
            yield make_pair(facts, message, entry)
