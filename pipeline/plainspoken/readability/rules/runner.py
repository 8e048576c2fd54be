"""Apply all rules to the sentences of a guide, and remark on what they find."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache

from ...diagnostics.finding import Finding, ReportedFinding
from ...diagnostics.rule import Rule
from ...diagnostics.rule_runner import Violation, run_rules, scan_rules
from ...diagnostics.suppressions import Problem, Suppression, find_unused
from ...diagnostics.visible_text import shorten_middle
from ...guide import Block, Guide
from ...languages import Language, canonical, load
from ..score import DEFAULT_LIMIT, TokenizedGuide
from ..syllables import SyllableCounter
from .acronyms import find_expanded_acronyms
from .model import Facts, Remark, Text
from .rewriting import has_same_facts
from .terms import find_explained_words
from .what_if import SectionFigures


@cache
def load_rules() -> tuple[Rule[Text], ...]:
    """The rules of this package, by id."""
    return scan_rules(__package__)


def find_remarks(tokenized: TokenizedGuide) -> list[Remark]:
    """All remarks on a guide in the order of its text, the suppressed ones with their reason."""
    formulas = tokenized.formulas
    sections = {section.section.id: section for section in tokenized.sections}
    figures = SectionFigures(tokenized, formulas[0], sections) if formulas else None
    violations = run_rules(load_rules(), _read_texts(tokenized))
    places = {unit.sentence.id: place for place, unit in enumerate(tokenized.units)}

    def order(remark: Remark) -> tuple[str, int, int, int, str]:
        finding = remark.finding
        return finding.file, finding.line, places[remark.sentence], remark.begin, remark.kind

    return sorted((_remark(violation, figures) for violation in violations), key=order)


def _read_texts(tokenized: TokenizedGuide) -> list[Text]:
    facts = collect_facts(tokenized.guide, tokenized.syllables)
    texts = [
        Text.read(unit, facts, section.section.id)
        for section in tokenized.sections
        for unit in section.units
    ]
    facts = replace(facts, explained_words=find_explained_words(texts))
    return [Text(text.unit, facts, text.section, text.text, text.lower) for text in texts]


def collect_facts(guide: Guide, syllables: SyllableCounter | None) -> Facts:
    """What rules may know of a guide before they see its sentences."""
    language = load(guide.lang)
    return Facts(
        language=language,
        limit=int(language.writing.get("longest", DEFAULT_LIMIT)),
        syllables=syllables,
        expanded_acronyms=find_expanded_acronyms(guide, language),
        names=frozenset(entry.word.lower() for entry in guide.lexicon),
        own_words=_list_own_words(guide, language),
    )


def _list_own_words(guide: Guide, language: Language) -> tuple[tuple[str, str], ...]:
    tags = {canonical(tag) for tag in (language.tag, language.base)}
    return tuple(
        (hard.lower(), easy) for lang, hard, easy in guide.plain_words if canonical(lang) in tags
    )


def _remark(violation: Violation[Text], figures: SectionFigures | None) -> Remark:
    text, draft = violation.subject, violation.draft
    unit, instead = text.unit, draft.instead
    if instead and not has_same_facts(text.text, " ".join(instead), text.facts):
        instead = ()
    what_if = figures.predict(text.section, unit, instead) if instead and figures else None
    ((begin, end),) = draft.places
    place, detail = unit.place, (f"“{text.text}”",)
    return Remark(
        kind=violation.rule.id,
        finding=Finding(place.file, place.line, draft.message, draft.hint, violation.level, detail),
        lang=text.facts.language.tag,
        section=text.section,
        block=unit.block.id,
        sentence=unit.sentence.id,
        begin=begin,
        end=end,
        instead=instead,
        what_if=what_if,
        reason=violation.reason,
    )


def find_unused_suppressions(guide: Guide, remarks: Sequence[Remark]) -> list[Finding]:
    """Comments of a guide that allow what no rule remarks on, or a rule that there is not."""
    known = {rule.id for rule in load_rules()}
    violated: defaultdict[str, set[str]] = defaultdict(set)
    for remark in remarks:
        violated[remark.block].add(remark.kind)
    return [
        _report_unused(suppression, problem, block, known)
        for section in guide.sections
        for block in section.leaves()
        if block.lang == guide.lang  # what is not translated yet is looked at in its language
        for suppression, problem in find_unused(block.suppressions, violated[block.id], known)
    ]


def _report_unused(
    suppression: Suppression, problem: Problem, block: Block, known: Collection[str]
) -> Finding:
    if problem == "unknown rule":
        message = f"a comment allows {suppression.rule!r}, and no check has that name"
        hint = f"Use one of: {', '.join(sorted(known))}."
    else:
        message = f"a comment allows {suppression.rule!r}, and nothing there needs it"
        hint = "Remove the comment."
    return Finding(block.place.file, block.place.line, message, hint, "warning")


def report_remark(remark: Remark) -> ReportedFinding:
    """A remark as code review gets it."""
    return ReportedFinding(
        remark.kind,
        remark.finding,
        "\n".join(_lines(remark)),
        (remark.lang, remark.section, remark.block, remark.sentence),
        how_to_suppress(remark.kind),
        remark.reason,
    )


def how_to_suppress(rule: str) -> str:
    """How remarks of a rule are suppressed, in one sentence."""
    return f"`<!-- allow {rule}: REASON -->` at the end of a paragraph silences it."


def _lines(remark: Remark) -> Iterator[str]:
    finding = remark.finding
    yield f"{finding.message}."
    yield from map(shorten_middle, finding.detail)
    if finding.hint:
        yield finding.hint
    if remark.instead:
        yield f"Instead: “{shorten_middle(' '.join(remark.instead))}”"
    if remark.what_if:
        before, after = remark.what_if.before, remark.what_if.after
        yield f"The section would go from {before:.2f} to {after:.2f}."
