"""Counts and checks go in; remarks come out, each at its sentence, with what it would change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from ...diagnostics.finding import Finding
from ...guide import Block, Guide, Sentence, Span
from ...languages import canonical, load
from ..counting_policy import CountsByKind, apply_policy, count_units
from ..formulas import Formula, load_formulas
from ..score import DEFAULT_LIMIT, TokenizedGuide
from ..syllables import SyllableCounter
from ..tokens import collect_known_terms, normalize, split_words
from ..units import Unit, is_full_sentence
from .acronym_expansions import spelled_out
from .model import Draft, Facts, Remark, Text, WhatIf
from .phrases import in_code, in_quotes
from .rewrite_guard import same_facts
from .terms import introduced

_PROSE = 200
"""Words beyond which a sentence is too long for anything else to matter."""
_SPOKEN = frozenset({"passive", "double-negative", "nominalisation"})
"""Kinds that are no fault of the guide's where it quotes somebody."""
_LEAST_GAIN = 0.005
"""A change of the section's figure smaller than what two decimals show is none."""


def gather(
    counts: TokenizedGuide, checks: Mapping[str, Callable[[Text], Iterable[Draft]]]
) -> list[Remark]:
    """All remarks of all checks on a guide, by file and line."""
    scales = load_formulas(counts.guide.lang)
    found: list[Remark] = []
    for section, texts in zip(counts.sections, _texts(counts), strict=True):
        whole: CountsByKind | None = None
        for text in texts:
            is_prose = len(text.unit.words) <= _PROSE
            for kind, check in checks.items():
                drafts = check(text) if is_prose or kind == "long-sentence" else ()
                for draft in drafts:
                    if kind in _SPOKEN and _apart(draft, text):
                        continue
                    remark = _remark(kind, draft, text, section.section.id)
                    if remark.instead and scales:
                        whole = whole or count_units(section.units, counts.syllables)
                        remark = _with_what_if(remark, text.unit, whole, scales[0], counts)
                    found.append(remark)
    return sorted(found, key=lambda each: (each.finding.file, each.finding.line, each.sentence,
                                           each.begin, each.kind))  # fmt: skip


def _texts(counts: TokenizedGuide) -> list[list[Text]]:
    """Every sentence by section, with what checks may know of the whole guide."""
    facts = facts_of(counts.guide, counts.syllables)
    texts = [[Text.read(unit, facts) for unit in section.units] for section in counts.sections]
    facts = replace(facts, introduced=introduced(chain.from_iterable(texts)))
    return [[Text(each.unit, facts, each.text, each.lower) for each in some] for some in texts]


def _apart(draft: Draft, text: Text) -> bool:
    """Whether what a draft is about is code or quoted."""
    apart = in_code(text) | in_quotes(text)
    words = enumerate(text.unit.words)
    return bool(apart) and any(word.begin == draft.begin and at in apart for at, word in words)


def facts_of(guide: Guide, syllables: SyllableCounter | None) -> Facts:
    """What checks may know of a guide before they see its sentences."""
    return Facts(
        lang=guide.lang,
        limit=int(load(guide.lang).writing.get("longest", DEFAULT_LIMIT)),
        syllables=syllables,
        terms=collect_known_terms(guide),
        explained=spelled_out(guide),
        names=frozenset(entry.word.lower() for entry in guide.lexicon),
        own_words=_own_words(guide),
    )


def _own_words(guide: Guide) -> tuple[tuple[str, str], ...]:
    language = load(guide.lang)
    tags = {canonical(tag) for tag in (language.tag, language.base)}
    return tuple(
        (hard.lower(), easy) for lang, hard, easy in guide.plain_words if canonical(lang) in tags
    )


def _remark(kind: str, draft: Draft, text: Text, section: str) -> Remark:
    unit = text.unit
    place = unit.place
    instead = draft.instead
    if instead and not same_facts(text.text, " ".join(instead), text.facts):
        instead = ()
    finding = Finding(
        place.file, place.line, draft.message, draft.hint, draft.level, (f"“{text.text}”",)
    )
    reason = next((why for name, why in unit.block.allowed if name == kind), "")
    return Remark(
        kind=kind,
        finding=finding,
        lang=text.facts.lang,
        section=section,
        block=unit.block.id,
        sentence=unit.sentence.id,
        begin=draft.begin,
        end=draft.end,
        instead=instead,
        reason=reason,
    )


def _with_what_if(
    remark: Remark, unit: Unit, whole: CountsByKind, formula: Formula, counts: TokenizedGuide
) -> Remark:
    """The remark with the section's figure before and after, where the change is a gain."""
    before = formula.grade(apply_policy(whole))
    minus = count_units([unit], counts.syllables)
    plus = count_units(_rewritten(unit, remark.instead), counts.syllables)
    changed = apply_policy(whole).plus(apply_policy(plus)).minus(apply_policy(minus))
    after = formula.grade(changed)
    if before is None or after is None or abs(after - before) < _LEAST_GAIN:
        return remark
    if not formula.meets(after, before):
        return remark
    return replace(remark, what_if=WhatIf(round(before, 2), round(after, 2)))


def _rewritten(unit: Unit, texts: Sequence[str]) -> Iterator[Unit]:
    """The units that would stand in the place of one."""
    for place, text in enumerate(texts):
        words = split_words(normalize(text))
        sentence = Sentence(f"{unit.sentence.id}.{place}", unit.sentence.lang, (Span(text),))
        kind = "sentence" if place or is_full_sentence(text) else unit.kind
        yield Unit(kind, sentence, unit.block, words)


def silences_nothing(guide: Guide, found: Sequence[Remark], names: Iterable[str]) -> list[Finding]:
    """Comments that allow what no check remarks on, or a check that there is not."""
    used = Counter((each.block, each.kind) for each in found if each.reason)
    known = set(names)
    errors = []
    for block in _leaves(guide):
        for name, _ in block.allowed:
            if name not in known:
                hint = f"Use one of: {', '.join(sorted(known))}."
                what = f"a comment allows {name!r}, and no check has that name"
                errors.append(Finding(block.place.file, block.place.line, what, hint, "warning"))
            elif not used[block.id, name]:
                what = f"a comment allows {name!r}, and nothing there needs it"
                hint = "Remove the comment."
                errors.append(Finding(block.place.file, block.place.line, what, hint, "warning"))
    return errors


def _leaves(guide: Guide) -> Iterator[Block]:
    for section in guide.sections:
        yield from section.leaves()
