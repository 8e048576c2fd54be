"""All checks by name; a guide and a catalog go in, all that they find comes out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ...config.project import LocaleSettings
from ...diagnostics.finding import Finding
from ...diagnostics.report import Reported
from ...guide import Guide
from ...po.model import Catalog
from ..extract import Message, extract_messages
from ..translate import list_term_keys
from . import (
    characters,
    consistency,
    false_friends,
    length,
    markup,
    names,
    negation,
    number_order,
    numbers,
    percent,
    phone_numbers,
    punctuation,
    repeated_words,
    script,
    terms,
    unchanged,
    units,
)
from .accepted_terms import Rendering
from .context import LIMIT, MOST, Draft, Facts, Pair, make_pair
from .render import reported
from .silence import allowed

Check = Callable[[Pair], Iterable[Draft]]
WholeCheck = Callable[[Sequence[Pair]], Iterable[tuple[Pair, Draft]]]

CHECKS: Mapping[str, Check] = {
    "markdown": markup.check,
    "named-things": markup.named_things,
    "emphasis": markup.emphasis,
    "hidden-characters": characters.check,
    "white-space": characters.white_space,
    "number-values": numbers.check,
    "number-order": number_order.check,
    "units": units.check,
    "percent": percent.check,
    "phones": phone_numbers.check,
    "names": names.check,
    "terms": terms.check,
    "false-friends": false_friends.check,
    "negation": negation.check,
    "copied": unchanged.check,
    "left-over": unchanged.left_over,
    "script": script.check,
    "final-punctuation": punctuation.check,
    "length": length.check,
    "doubled-words": repeated_words.check,
}
WHOLE_CHECKS: Mapping[str, WholeCheck] = {"consistency": consistency.check}
RULES: Mapping[str, str] = {
    "missing-messages": "A catalog lacks messages of the guide.",
    "markdown": "A translation's Markdown does not read.",
    "named-things": "A link, term, value or image is missing, or is not in the text.",
    "emphasis": "Words that stand out in the text do not in the translation.",
    "hidden-characters": "A character hides, or turns the direction of the text.",
    "white-space": "A translation begins or ends with a blank.",
    "number-values": "A number is missing, added or another.",
    "number-order": "A number may belong to another word than in the text.",
    "units": "A unit became another, or was lost.",
    "percent": "A percentage is none in the translation, or the other way round.",
    "phones": "A telephone number was changed.",
    "names": "A name is missing, altered or another's.",
    "terms": "A term is not said as the glossary has it.",
    "false-friends": "A word has another meaning than that of the text.",
    "negation": "A negation was lost or added.",
    "copied": "A translation is a copy of the text.",
    "left-over": "Words of the text were left as they are.",
    "script": "A letter is of another script or language.",
    "final-punctuation": "A translation ends with another sign than the text.",
    "length": "A translation is far shorter or longer than usual.",
    "doubled-words": "A word stands twice.",
    "consistency": "The same text is translated in two ways.",
    "too-long": "A text is too long to be checked.",
    "silence": "A comment that silenced a finding has lapsed.",
}
"""What each check is about."""


def examine(
    guide: Guide, catalog: Catalog, locale: LocaleSettings, renderings: Sequence[Rendering] = ()
) -> list[Reported]:
    """All findings on a catalog by line, the silenced ones with their reason."""
    facts = Facts(
        catalog.file,
        guide.source_lang,
        locale,
        list_term_keys(guide),
        frozenset(value.name for value in guide.values),
        tuple(renderings),
        _names(guide),
    )
    messages = extract_messages(guide)
    missing = _missing(messages, catalog, locale.lang)
    return [*missing, *examine_pairs(list(_pairs(facts, messages, catalog)))]


def examine_pairs(pairs: Sequence[Pair]) -> list[Reported]:
    """All findings on some pairs, by line."""
    found: defaultdict[int, list[tuple[str, Draft]]] = defaultdict(list)
    short = []
    for at, pair in enumerate(pairs):
        if pair.too_long:
            what = f"the text has over {LIMIT:,} characters or {MOST} numbers; it was not checked"
            found[at].append(("too-long", Draft(what, "Divide it into paragraphs.", raw=True)))
            continue
        short.append(pair)
        for rule, check in CHECKS.items():
            found[at] += [(rule, draft) for draft in check(pair)]
    places = {id(pair): at for at, pair in enumerate(pairs)}
    for rule, whole in WHOLE_CHECKS.items():
        for pair, draft in whole(short):
            found[places[id(pair)]].append((rule, draft))
    made = [each for at, pair in enumerate(pairs) for each in _told(pair, found[at])]
    return sorted(made, key=lambda each: (each.finding, each.rule))


def _missing(messages: Sequence[Message], catalog: Catalog, lang: str) -> Iterator[Reported]:
    """What a catalog lacks that was not brought to the guide."""
    keys = {entry.key for entry in catalog.iter_messages()}
    if missing := sum(message.key not in keys for message in messages):
        what = f"{missing} of the guide's {len(messages)} messages are not in it"
        hint = f"Add them with `plainspoken catalogs update {lang}`."
        finding = Finding(catalog.file, 0, what, hint)
        yield Reported("missing-messages", finding, f"{what}. {hint}", (lang,), "")


def _pairs(facts: Facts, messages: Sequence[Message], catalog: Catalog) -> Iterator[Pair]:
    entries = {entry.key: entry for entry in catalog.iter_messages()}
    for message in messages:
        entry = entries.get(message.key)
        if entry is not None and entry.is_usable:
            yield make_pair(facts, message, entry)


def _names(guide: Guide) -> frozenset[str]:
    """The names of drugs and the like among the words whose sound the guide gives."""
    words = (each.word for each in guide.lexicon)
    return frozenset(word.lower() for word in words if " " not in word and names.is_drug(word))


def _told(pair: Pair, drafts: Sequence[tuple[str, Draft]]) -> Iterator[Reported]:
    """What is told of one pair: findings, silenced findings, silences that do nothing."""
    comments = allowed(pair.entry)
    reasons = {each.rule: each.reason for each in comments if not each.lapsed(pair.entry)}
    for rule, draft in drafts:
        yield reported(pair, rule, draft, reasons.get(rule, ""))
    raised = {rule for rule, _ in drafts}
    for each in comments:
        if each.lapsed(pair.entry) or each.rule not in raised:
            yield reported(pair, "silence", _idle(each.rule, each.reason, each.rule in RULES))


def _idle(rule: str, reason: str, known: bool) -> Draft:
    if not known:
        what, hint = f"there is no check “{rule}” to allow", "Write the name of a check."
    elif not reason:
        what, hint = f"the comment “allow {rule}” gives no reason", "Write it after the colon."
    else:
        what = f"the comment “allow {rule}” has lapsed: a text has changed, or nothing is found"
        hint = "Remove it, or write the one that the finding tells."
    return Draft(what, hint, "info", raw=True)
