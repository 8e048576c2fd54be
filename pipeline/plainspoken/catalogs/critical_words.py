"""Find the words of `languages/<tag>/critical.toml` in a text whose quantities are marked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ..languages import Language
from ..quantities.language_data import NEVER
from ..quantities.normalize import FoldedText, compile_pattern, fold
from ..quantities.quantity import Quantity

_SIGNS = {
    "<number>": "\ue000",
    "<dose>": "\ue001",
    "<time>": "\ue002",
    "<times>": "\ue003",
    "<year>": "\ue004",
}
"""What stands for a quantity, in patterns and in the text: signs that no text has."""
_MARKS = "".join(_SIGNS.values())
_YEARS = range(1300, 2100)
"""Years as guides write them, also those of the Persian calendar."""
_PUNCTUATION = " \u00a0.,;:!?¡¿…()[]\"'«»“”‘’·•*—–-،؛。，；：！？、"
_CLAUSE = r"(?:^|[.;:!?,؛。、…()\[\]\"«»¡¿—]|(?<![^ \u00a0])[·•*-])[ \u00a0]*(?:\d{1,2}[.)] )?"
"""What stands before the first word of a clause."""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text as it is, and with one sign for each of its quantities; both folded."""

    plain: FoldedText
    marked: FoldedText
    amounts: tuple[str, ...]
    """The quantities as they were written, in order."""

    def quote(self, start: int, end: int) -> str:
        """A stretch of the marked text as it was written."""
        origin = self.marked.origin
        begin, stop = self.marked.place(start, end)
        amounts = iter(self.amounts[sum(sign in _MARKS for sign in origin[:begin]) :])
        signs = (next(amounts) if sign in _MARKS else sign for sign in origin[begin:stop])
        return "".join(signs)


def mark_quantities(text: str, quantities: Iterable[Quantity]) -> MarkedText:
    """A text with its quantities marked; words that may be none, such as `one`, stay words."""
    plain = fold(text)
    parts, amounts, at = [], [], 0
    for quantity in quantities:
        is_sure = quantity.sure or quantity.unit or quantity.dose
        if quantity.start < at or quantity.implied or quantity.idiom or not is_sure:
            continue
        parts += [plain.origin[at : quantity.start], _SIGNS[_name_kind(quantity)]]
        amounts.append(plain.origin[quantity.start : quantity.end])
        at = quantity.end
    return MarkedText(plain, fold("".join(parts) + plain.origin[at:]), tuple(amounts))


def find_words(text: MarkedText, language: Language, kind: str) -> str:
    """The first words of a kind in a text, as it has them; empty where it has none."""
    words, patterns = _compile_kind(language, kind)
    if found := patterns.search(text.marked.text):
        return text.quote(*found.span()).strip(_PUNCTUATION)
    if found := words.search(text.plain.text):
        return text.plain.original(*found.span()).strip(_PUNCTUATION)
    return ""


def drop_words(text: MarkedText, language: Language, kind: str) -> MarkedText:
    """A text without the words of a kind, and without what its patterns find."""
    words, patterns = _compile_kind(language, kind)
    rest = fold(words.sub(" ", patterns.sub(" ", text.marked.text)))
    return MarkedText(rest, rest, text.amounts)


def _name_kind(quantity: Quantity) -> str:
    if quantity.dose:
        return "<dose>"
    if quantity.unit == "time":
        return "<times>"
    if quantity.value in _YEARS and quantity.unit in ("", "duration-year"):
        return "<year>"
    return "<time>" if quantity.unit.startswith("duration") else "<number>"


@cache
def _compile_kind(language: Language, kind: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words of a kind, and its patterns."""
    table = language.table("critical", kind)
    words = [_match_words(table["words"], language)] if table.get("words") else []
    if first := table.get("first"):
        after = language.table("critical", "clauses").get("after", "")
        before = f"{_CLAUSE}|{_match_words(after, language)} ?" if after else _CLAUSE
        words.append(f"(?:{before})(?:{_match_words(first, language)})")
    patterns = "|".join(f"(?:{each})" for each in table.get("patterns", ())) or NEVER
    for name, sign in (*_SIGNS.items(), ("<any>", f"[{_MARKS}]")):
        patterns = patterns.replace(name, sign)
    return compile_pattern("|".join(words) or NEVER), compile_pattern(patterns)


def _match_words(words: str, language: Language) -> str:
    """An expression for any of some words: `_` is a blank, `*` any letters."""
    forms = []
    for word in sorted(words.split(), key=len, reverse=True):
        form = re.escape(word).replace(r"\*", r"\w*").replace("_", "[ \u00a0]")
        forms.append(form)
    any_form = "(?:" + "|".join(forms) + ")"
    if language.written_together:
        return any_form
    prefix = language.text.get("prefix", "") if language.inflection == "prefix" else ""
    prefixes = f"(?:{prefix})?" * 2 if prefix else ""
    return rf"\b{prefixes}{any_form}\b"
