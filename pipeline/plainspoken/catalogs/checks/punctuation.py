"""Rule final-punctuation: a question stays a question, by the signs of each language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics.rule import Draft, Place, define_rule
from ...languages import Language
from ...quantities.normalize import compile_pattern
from .context import Pair

_KINDS = {
    **dict.fromkeys("?？؟⸮፧՞﹖⁇⁈", "question mark"),
    **dict.fromkeys("!！﹗‼", "exclamation mark"),
    **dict.fromkeys(".。।॥۔።။၊։།។｡…", "full stop"),
    **dict.fromkeys(":：፦", "colon"),
}
_ELLIPSIS = re.compile(r"(?:…|\.\.\.)\s*$")
_CLOSING = " \t\n\u00a0\u202f\u200b\"'”’“‘„‚»›«‹」』）)]}*_\u200e\u200f\u2066\u2067\u2068\u2069"
"""Quotation marks that open in one language close in another: German “, Danish «."""


@define_rule(
    "final-punctuation", "warning", source="Can I eat?", wrong="Puedo comer.", right="¿Puedo comer?"
)
def check(pair: Pair) -> Iterator[Draft]:
    """A translation ends with another sign than the text.

    A question mark at the end that was lost, or that stands for another sign. Where a full stop or
    a colon was, or a text has no sign, it is only a note, as not every language has such a sign,
    and a question may stand without one.
    """
    signs = pair.language.table("checks", "punctuation")
    source = _find_last_sign(pair.source.origin, pair.facts.source_language)
    target = _find_last_sign(pair.target.origin, pair.language)
    if source == target or not pair.target.origin.strip() or signs.get("no-final-signs"):
        return
    message = f"the text ends with {_describe(source)}, the translation with {_describe(target)}"
    places = _find_end(pair.source.text), _find_end(pair.target.text)
    stated = signs.get("questions-may-end-with-a-stop") and target == "full stop"
    is_open = source == "colon" or _ELLIPSIS.search(pair.source.origin)
    asked = target == "question mark" and (not source or (is_open and _asks(pair)))
    if "question mark" in (source, target) and not (stated or asked or _ask_within(pair)):
        yield Draft(message, "End it as the text does.", None, *places)
    elif {source, target} != {"full stop", "exclamation mark"}:
        hint = "End it as the text does, if the language has such a sign."
        yield Draft(message, hint, "info", *places)


def _asks(pair: Pair) -> bool:
    """Whether a text without a sign at its end is a question all the same: How it helps."""
    asks = pair.facts.source_language.table("checks", "punctuation").get("asks")
    return bool(asks) and bool(compile_pattern(rf"(?:{asks})\b").match(pair.source.text))


def _ask_within(pair: Pair) -> bool:
    """Whether both ask, one of them not in its last sentence: Pain? Or fever. Pain, or fever?"""
    texts = (pair.source.origin, pair.facts.source_language), (pair.target.origin, pair.language)
    signs = [[sign for sign in _list_signs(*text) if sign != "colon"] for text in texts]
    return len(signs[0]) != len(signs[1]) and all("question mark" in each for each in signs)


def _list_signs(text: str, language: Language) -> list[str]:
    return [kind for sign in text if (kind := _name_sign(sign, language))]


def _name_sign(sign: str, language: Language) -> str:
    is_question = sign and sign in language.table("checks", "punctuation").get("question-marks", "")
    return "question mark" if is_question else _KINDS.get(sign, "")


def _find_last_sign(text: str, language: Language) -> str:
    # A closing quotation mark may stand before the sign or after it.
    return _name_sign(text.rstrip(_CLOSING)[-1:], language)


def _describe(kind: str) -> str:
    return f"a {kind}".replace("a ex", "an ex") if kind else "no sign"


def _find_end(text: str) -> tuple[Place, ...]:
    bare = len(text.rstrip(_CLOSING))
    return ((bare - 1, bare),) if bare else ()
