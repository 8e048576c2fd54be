"""Find the words of `languages/<tag>/critical.toml` in a text whose quantities are marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ..languages import Language
from ..quantities.language_data import NEVER
from ..quantities.normalize import FoldedText, compile_pattern, fold
from ..quantities.quantity import Quantity

_SIGNS = {"<number>": "\ue000", "<dose>": "\ue001", "<time>": "\ue002", "<times>": "\ue003"}
"""What stands for a quantity, in patterns and in the text: signs that no text has."""
_CLAUSE = r"(?:^|[.;:!?,؛。、…()\[\]—\"'«»¡¿·•*-])[ \u00a0]*(?:\d{1,2}[.)] )?"
"""What stands before the first word of a clause."""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A folded text, with one sign for each of its quantities."""

    folded: FoldedText
    amounts: tuple[str, ...]
    """The quantities as they were written, in order."""

    def quote(self, start: int, end: int) -> str:
        """A stretch of the folded text as it was written."""
        begin, stop = self.folded.place(start, end)
        before = sum(sign in _SIGNS.values() for sign in self.folded.origin[:begin])
        amounts = iter(self.amounts[before:])
        signs = (
            next(amounts) if sign in _SIGNS.values() else sign
            for sign in self.folded.origin[begin:stop]
        )
        return "".join(signs).strip()


def mark_quantities(text: str, quantities: Iterable[Quantity]) -> MarkedText:
    """A text with its quantities marked; words that may be none, such as `one`, stay words."""
    origin = unicodedata.normalize("NFC", text)
    parts, amounts, at = [], [], 0
    for quantity in quantities:
        is_sure = quantity.sure or quantity.unit or quantity.dose
        if quantity.start < at or quantity.implied or quantity.idiom or not is_sure:
            continue
        parts += [origin[at : quantity.start], _SIGNS[_name_kind(quantity)]]
        amounts.append(origin[quantity.start : quantity.end])
        at = quantity.end
    return MarkedText(fold("".join(parts) + origin[at:]), tuple(amounts))


def find_words(text: MarkedText, language: Language, kind: str) -> str:
    """The first words of a kind in a text, as it has them; empty where it has none."""
    found = _compile_kind(language, kind).search(text.folded.text)
    return text.quote(*found.span()) if found else ""


def _name_kind(quantity: Quantity) -> str:
    if quantity.dose:
        return "<dose>"
    if quantity.unit == "time":
        return "<times>"
    return "<time>" if quantity.unit.startswith("duration") else "<number>"


@cache
def _compile_kind(language: Language, kind: str) -> re.Pattern[str]:
    table = language.table("critical", kind)
    expressions = list(table.get("patterns", ()))
    if words := table.get("words", ""):
        expressions.append(_match_words(words, language))
    if words := table.get("first", ""):
        joining = table.get("after", "") or language.table("critical", "clauses").get("after", "")
        before = f"{_CLAUSE}|{_match_words(joining, language)} ?" if joining else _CLAUSE
        expressions.append(f"(?:{before})(?:{_match_words(words, language)})")
    expression = "|".join(f"(?:{each})" for each in expressions) or NEVER
    for name, sign in _SIGNS.items():
        expression = expression.replace(name, sign)
    return compile_pattern(expression.replace("<any>", f"[{''.join(_SIGNS.values())}]"))


def _match_words(words: str, language: Language) -> str:
    """An expression for any of some words: `_` is a blank, `*` any letters, `#` a quantity."""
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
