"""Rule left-over: no words of the text stand in the translation as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from ...diagnostics.rule import Draft, define_rule
from ...languages import Language
from ...languages.cldr import get_name
from ...languages.scripts import LATIN
from ...quantities.normalize import compile_pattern
from ...quantities.unit_table import SYMBOLS
from .context import Facts, Pair
from .names import is_drug

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_TOKEN = re.compile(r"(?<![\w‐‑-])[^\W\d_]+(?:['’‐‑-][^\W\d_]+)*(?!\w)")
"""A word, or several with hyphens, which are one: check-in; no part of a sign such as orf3b."""
_ADDRESS = re.compile(r"[/@_\\]|\w\.[a-z]{2}")
_QUOTED = re.compile(
    r"(?=[(\['\"‘’‚“”„«「『（《]([^()\[\]\"“”„«»「」『』（）《》]{2,200})[)\]'\"’“”»」』）》])"
)
"""What a translation quotes, or gives in brackets beside its own words. Marks that open in one
language close in another, so a passage may begin where the one before it ends."""
_PART = re.compile("[^,،，、]+")
_BRACKETS = "(", "（"
"""What is put in brackets behind a term that was kept explains it: spinal tap (punción lumbar)."""
_GAP = re.compile(r"[ \u00a0]?")
_VOWEL = re.compile("[aeiouy]")
_SPECIES = re.compile(
    r"\b(?:[A-Z][a-z]{2,}(?:a|us|um|is|as|es|os|o|on|er|ax|ex|ix|yx|ys|ops)|[A-Z]\.) "
    r"[a-z]{2,}(?:a|us|um|is|i|ae|e|or|ans|ens|es|x)\b"
)
"""A Latin name of two words, which all languages write alike: Candida albicans, E. coli."""
Words = tuple[str, str]


@define_rule(
    "left-over",
    "warning",
    source="Wash your hands before meals.",
    wrong="Lávese las manos before meals.",
    right="Lávese las manos antes de comer.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """Words of the text were left as they are.

    Words of the text that stand untranslated within a translation: two or more in a row, or one
    that only the text's language has. Addresses, names, Latin, words that both languages have, and
    words that the glossary keeps, are left alone. Where a language takes over what English calls a
    thing, such as a swab test, only a word such as *the*, or an order, is a warning.
    """
    if pair.entry.msgid.strip() == pair.entry.msgstr.strip():
        return
    source = list(_TOKEN.finditer(pair.source.origin))
    text = re.sub(r"\S+", _blank_address, pair.target.origin)
    text = _blank_quotations(text, pair)
    text = _match_international(pair.facts.source_language).sub(_blank, text)
    target = list(_TOKEN.finditer(text))
    runs = list(_find_runs(source, target, pair))
    if not runs:
        return
    left = [[target[at][0] for at in range(*run)] for run in runs]
    surely = [run for run, words in zip(runs, left, strict=True) if not _is_term(words, pair)]
    first, last = (surely or runs)[0]
    start, end = target[first].start(), target[last - 1].end()
    message = f"“{pair.target.origin[start:end]}” was left as it is in the text"
    place = pair.target.find(start, end)
    yield Draft(message, "Translate it.", None if surely else "info", places=(place,))


def _is_term(words: list[str], pair: Pair) -> bool:
    """Whether words that were left may be what the language calls a thing, too: swab test."""
    if not pair.language.table("checks", "left_over").get("borrows", False):
        return False
    source = pair.facts.source_language
    orders = source.table("checks", "left_over").get("orders", "").split()
    return words[0] not in orders and not set(words) & list_function_words(source, pair.language)


def _blank_address(found: re.Match[str]) -> str:
    return _blank(found) if _ADDRESS.search(found[0]) else found[0]


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _blank_quotations(text: str, pair: Pair) -> str:
    """Blank what a translation repeats of the text on purpose: in quotation marks or in brackets,
    there also behind the name of the text's language, (en inglés, spinal tap), or beside other
    words, (spinal tap, LP)."""
    blanked = text
    for start, words in _list_quotations(text):
        named = _match_language_name(pair.facts.source_lang, pair.language).match(words)
        if words in pair.source.origin or (named and words[named.end() :] in pair.source.origin):
            blanked = blanked[:start] + " " * len(words) + blanked[start + len(words) :]
    return blanked


def _list_quotations(text: str) -> Iterator[tuple[int, str]]:
    """Quotations of a text, and their parts between commas: where each begins, and its words."""
    for found in _QUOTED.finditer(text):
        parts = [(0, found[1]), *((part.start(), part[0]) for part in _PART.finditer(found[1]))]
        for start, part in parts:
            if words := part.strip().rstrip(".,;:!?。،؟！？"):
                yield found.start(1) + start + part.index(words[0]), words


@cache
def _match_language_name(source_lang: str, language: Language) -> re.Pattern[str]:
    """What introduces words of the text's language: its name, perhaps inflected."""
    name = get_name(source_lang, language.tag).split()[-1:]
    stem = re.sub("^ال", "", name[0])[:6] if name else ""
    stem = stem[:-1] if len(stem) < 3 else stem  # 英语, 英文; 영어, 영문
    return re.compile(
        rf"[^:,：，、]{{0,20}}{re.escape(stem)}[^\s:,：，、]*[\s:,：，、]+" if stem else "(?!)",
        re.I,
    )


def _find_runs(
    source: list[re.Match[str]], target: list[re.Match[str]], pair: Pair
) -> Iterator[tuple[int, int]]:
    """Where words that were left as they are begin and end in the translation."""
    source_words = [found[0] for found in source]
    follows = set(pairwise(source_words))
    known = set(source_words)
    needed = 2 if LATIN in pair.language.scripts else 1
    function = list_function_words(pair.facts.source_language, pair.language)
    kept, shared = _list_kept_words(pair.facts), _match_shared(pair.language)
    own = _list_own_words(pair.language)
    at = 0
    while at < len(target):
        end = at
        while end < len(target) and target[end][0] in known and is_prose(target[end][0]):
            if end > at and not _is_joined(target, end, follows, pair):
                break
            end += 1
        words = [found[0] for found in target[at:end]]
        strange = [
            word
            for word in words
            if word not in kept and not shared.fullmatch(word) and not _is_medicine(word, pair)
        ]
        strange = [] if shared.fullmatch(" ".join(words)) else strange
        # What the language has itself may well go on behind a word that both have.
        counted = max((place for place, word in enumerate(words, 1) if word not in own), default=0)
        is_left = (strange and counted >= needed) or set(words) & function
        if is_left and not _is_kept(target, at, end, follows, pair):
            yield at, end
        at = max(end, at + 1)


def _is_joined(target: list[re.Match[str]], end: int, follows: set[Words], pair: Pair) -> bool:
    """Whether a word and the one before it stand side by side in both texts."""
    before, word = target[end - 1 : end + 1]
    gap = pair.target.origin[before.end() : word.start()]
    return (before[0], word[0]) in follows and bool(_GAP.fullmatch(gap))


def _is_kept(
    target: list[re.Match[str]], at: int, end: int, follows: set[Words], pair: Pair
) -> bool:
    """Whether words belong to a name, or are a term that brackets behind it explain."""
    words = {found[0] for found in target[at:end]}
    function = list_function_words(pair.facts.source_language, pair.language)
    behind = pair.target.origin[target[end - 1].end() :].lstrip()
    if behind.startswith(_BRACKETS) and not words & function:
        return True
    return _is_within_name(target, at, end, follows) or _is_part_of_name(target, at, end, pair)


def _is_within_name(target: list[re.Match[str]], at: int, end: int, follows: set[Words]) -> bool:
    """Whether words stand within a name that was kept: Centers for Disease Control."""
    if at == 0 or end == len(target):
        return False
    # A name may have an ending behind an apostrophe: Newport on the Levee'deki.
    run = [re.split("['’]", found[0])[0] for found in target[at - 1 : end + 1]]
    pairs = [(first.lower(), last.lower()) for first, last in pairwise(run)]
    has_capitals = run[0][:1].isupper() and run[-1][:1].isupper()
    lower = {(first.lower(), last.lower()) for first, last in follows}
    # A name may be spelled as another country does, Center for Disease Control, or be joined anew.
    kept = {word for words in follows for word in words} >= {run[0], run[-1]}
    return has_capitals and (pairs[-1] in lower or pairs[0] in lower or kept)


def _is_part_of_name(target: list[re.Match[str]], at: int, end: int, pair: Pair) -> bool:
    """Whether the only word is one that names have, beside a word with a capital: the Weeknd."""
    parts = pair.facts.source_language.table("checks", "left_over").get("in_names", "").split()
    if end - at > 1 or target[at][0] not in parts:
        return False
    text = pair.target.origin
    pairs = pairwise(target[max(at - 1, 0) : end + 1])
    return any(
        _GAP.fullmatch(text[first.end() : last.start()])
        and (first[0][:1].isupper() or last[0][:1].isupper())
        for first, last in pairs
    )


def is_prose(word: str) -> bool:
    """Whether a word is one that is translated: no name, unit or sign."""
    if len(word) < 2 or word in SYMBOLS or not (word.islower() and word.isascii()):
        return False
    return bool(_VOWEL.search(word))


@cache
def list_function_words(source: Language, target: Language) -> frozenset[str]:
    """Words that show that a text is in the source's language, and are none of the target's."""
    words = source.table("checks", "left_over").get("function", "").split()
    if not target.table("checks", "left_over") and LATIN in target.scripts:
        # Which of these words that language has itself is not known.
        return frozenset()
    return frozenset(words) - _list_own_words(target)


def _is_medicine(word: str, pair: Pair) -> bool:
    """Whether a word is a medicine's name, which another rule compares."""
    return is_drug(word, pair.facts.source_language)


@cache
def _match_international(source: Language) -> re.Pattern[str]:
    """What texts of a language have in common with those of every other one, such as et al."""
    words = source.table("checks", "left_over").get("international", "(?!)")
    return re.compile(rf"{_SPECIES.pattern}|\b(?:{words})\b")


@cache
def _list_own_words(language: Language) -> frozenset[str]:
    """Words of the text's language that are words of a language, too, with another meaning."""
    return frozenset(language.table("checks", "left_over").get("also", "").split())


@cache
def _match_shared(language: Language) -> re.Pattern[str]:
    """What words look like that a language has as English does: possible, doctor, app."""
    own = language.table("checks", "left_over")
    words = map(re.escape, own.get("also", "").split())
    return compile_pattern("|".join(filter(None, (own.get("shared", ""), *words))) or "(?!)")


@lru_cache(16)
def _list_kept_words(facts: Facts) -> frozenset[str]:
    approved = (
        word for rendering in facts.renderings for word in " ".join(rendering.approved).split()
    )
    return facts.names.union(approved)
