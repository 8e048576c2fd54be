"""A guide and a catalog go in; what is wrong in its translations comes out.

A check is a function that takes a `Pair` and gives findings. It sees every translation that
may stand in an edition: empty and fuzzy ones are no faults, they are work to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ...findings import Finding
from ...guide import Guide
from ...project import LocaleSettings
from ..entries import Catalog
from ..messages import extract
from ..translating import term_keys
from .characters import hidden_characters, white_space
from .markup import markdown, named_things
from .numbers import number_order, number_values
from .pair import Pair, make_pair
from .words import copied

Check = Callable[[Pair], Iterable[Finding]]
CHECKS: tuple[Check, ...] = (
    markdown, named_things, number_values, number_order, hidden_characters, white_space, copied,
)  # fmt: skip


def check(guide: Guide, catalog: Catalog, locale: LocaleSettings) -> list[Finding]:
    """Everything that a person should look at in one catalog, by line."""
    messages = extract(guide)
    entries = {entry.key: entry for entry in catalog.messages()}
    findings = []
    if missing := sum(message.key not in entries for message in messages):
        what = f"{missing} of the guide's {len(messages)} messages are not in it"
        cure = f"Add them with `plainspoken catalogs update {locale.lang}`."
        findings.append(Finding(catalog.file, 0, what, cure))
    terms = term_keys(guide)
    values = frozenset(value.name for value in guide.values)
    for message in messages:
        entry = entries.get(message.key)
        if entry is not None and entry.usable:
            pair = make_pair(catalog.file, guide.source_lang, locale, message, entry, terms, values)
            findings += [finding for each in CHECKS for finding in each(pair)]
    return sorted(findings)


__all__ = ["CHECKS", "Check", "Pair", "check"]
