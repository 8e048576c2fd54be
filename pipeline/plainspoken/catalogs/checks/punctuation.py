"""Check final-punctuation: a question stays a question, by the signs of each language."""

from __future__ import annotations

from collections.abc import Iterator

from .context import Draft, Pair

_KINDS = {
    **dict.fromkeys("?？؟⸮፧՞﹖⁇⁈", "question mark"),
    **dict.fromkeys("!！﹗‼", "exclamation mark"),
    **dict.fromkeys(".。।॥۔።။၊։។｡…", "full stop"),
    **dict.fromkeys(":：፦", "colon"),
}
_CLOSING = " \t\n\u00a0\u202f\"'”’»›」』）)]}*_\u200e\u200f\u2066\u2067\u2068\u2069"
_NO_STOPS = frozenset({"th", "lo", "km", "my", "bo"})
_STATED = frozenset({"ja"})
"""Languages that may end a question with a full stop."""


def check(pair: Pair) -> Iterator[Draft]:
    """The sign at the end: a question mark that was lost or added, a colon or stop that was."""
    base = pair.lang.partition("-")[0]
    source, target = _last(pair.source.origin, ""), _last(pair.target.origin, base)
    if source == target or not pair.target.origin.strip() or base in _NO_STOPS:
        return
    if "question mark" in (source, target) and not (base in _STATED and target == "full stop"):
        what = f"the text ends with {_a(source)}, the translation with {_a(target)}"
        yield Draft(what, "End it as the text does.", "warning", _end(pair, 0), _end(pair, 1))
    elif {source, target} != {"full stop", "exclamation mark"}:
        what = f"the text ends with {_a(source)}, the translation with {_a(target)}"
        hint = "End it as the text does, if the language has such a sign."
        yield Draft(what, hint, "info", _end(pair, 0), _end(pair, 1))


def _last(text: str, base: str) -> str:
    bare = text.rstrip(_CLOSING)[-1:]
    # A closing quotation mark may stand before the sign or after it.
    if base in ("el", "cu") and bare in (";", "\u037e"):
        return "question mark"
    return _KINDS.get(bare, "")


def _a(kind: str) -> str:
    return f"a {kind}".replace("a ex", "an ex") if kind else "no sign"


def _end(pair: Pair, side: int) -> tuple[tuple[int, int], ...]:
    text = (pair.source, pair.target)[side].text
    bare = len(text.rstrip(_CLOSING))
    return ((bare - 1, bare),) if bare else ()
