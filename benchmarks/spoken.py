"""Topic: whether generated texts are heard as they are written, in each language that says them."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

from plainspoken.languages import load
from plainspoken.languages.tags import FOLDER
from plainspoken.quantities.cldr import find_decimal_sign
from plainspoken.spoken.read_back import find_misreadings
from plainspoken.spoken.text import say_text
from plainspoken.workers import map_in_processes

from .figure import Figure
from .floor import JOBS

TEXTS = 20_000
"""Of each language."""
_UNITS = ("mg", "mL", "g", "kg", "°C", "%", "mg/kg", "mL/h", "mg/m²", "mcg", "mmHg")
_SIGNS = ("", "", "", "< ", "> ", "≤ ", "≥ ", "± ")
_FRACTIONS = ("1/2", "1/3", "2/3", "1/4", "3/4", "½", "¼", "¾")


def measure() -> Iterator[Figure]:
    """Count the texts that are heard as something else, of each language."""
    tags = sorted(path.parent.name for path in FOLDER.glob("*/spoken.toml"))
    begin = time.perf_counter()
    counts = map_in_processes(_count_misread, tags, JOBS)
    seconds = time.perf_counter() - begin
    for tag, (misread, example) in zip(tags, counts, strict=True):
        note = f"of {TEXTS:,} generated ones" + (f"; the first: {example}" if example else "")
        yield Figure(f"texts heard as something else: {tag}", misread, "", 0, note)
    total = len(tags) * TEXTS
    yield Figure("saying a text and hearing it back", seconds * JOBS / total * 1000, "ms", note="")


def _count_misread(tag: str) -> tuple[int, str]:
    language, chance = load(tag), random.Random(tag)
    sign = find_decimal_sign(language, "")
    misread, example = 0, ""
    for _ in range(TEXTS):
        text = _make_text(chance, sign)
        if list(find_misreadings(say_text(text, language))):
            misread += 1
            example = example or text
    return misread, example


def _make_text(chance: random.Random, sign: str) -> str:
    kind = chance.randrange(10)
    unit = chance.choice(_UNITS)
    if kind < 3:
        return f"{chance.choice(_SIGNS)}{chance.randrange(1, 10_000)} {unit}"
    if kind < 6:
        digits = chance.choice((1, 1, 2))
        part = f"{chance.randrange(1, 10**digits):0{digits}}"
        return f"{chance.choice(_SIGNS)}{chance.randrange(200)}{sign}{part} {unit}"
    if kind < 8:
        low = chance.randrange(1, 500)
        return f"{low}–{low + chance.randrange(1, 500)} {unit}"
    if kind < 9:
        whole = f"{chance.randrange(1, 30)} " if chance.randrange(2) else ""
        return f"{whole}{chance.choice(_FRACTIONS[:5])} {unit}"
    return f"{chance.randrange(80, 220)}/{chance.randrange(30, 79)} mmHg"
