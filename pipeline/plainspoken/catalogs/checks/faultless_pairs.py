"""Remember from build to build in which translations no rule finds anything: to check a whole guide
takes longer than all else that is done after one sentence was edited.

A translation is known by the program and by all that rules see of it. One in which something was
found is checked anew each time, so that findings tell the lines of today.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from ...cache_files import read_sealed, write_sealed
from ...program import name_program
from .context import Facts, Pair


def read_faultless(keys: Mapping[Pair, str], lang: str, cache: Path) -> frozenset[Pair]:
    """Those pairs of a language's catalog in which an earlier check found nothing."""
    record = read_sealed(_locate(lang, cache))
    kept = set(record) if isinstance(record, list) else set()
    return frozenset(pair for pair, key in keys.items() if key in kept)


def write_faultless(
    keys: Mapping[Pair, str], faulty: Collection[Pair], lang: str, cache: Path
) -> None:
    """Keep which of these pairs are not faulty. A cache that cannot be written does no harm."""
    record = sorted(key for pair, key in keys.items() if pair not in faulty)
    with suppress(OSError):
        write_sealed(_locate(lang, cache), record, cache)


def _locate(lang: str, cache: Path) -> Path:
    return cache / "checks" / f"{lang}.json"


def make_keys(facts: Facts, pairs: Iterable[Pair]) -> dict[Pair, str]:
    """Each pair with the SHA-256 of what findings in it depend on: not its place in its file."""
    terms, values, names = map(sorted, (facts.terms, facts.values, facts.names))
    known = name_program(), facts.source_lang, facts.locale, terms, values, names
    common = hashlib.sha256(repr((known, facts.renderings)).encode(errors="surrogatepass"))
    keys = {}
    for pair in pairs:
        entry = replace(pair.entry, references=(), line=0, raw="", gap=None)
        read = entry, pair.source_spans, pair.target_spans, pair.errors, pair.room
        whole = common.copy()
        whole.update(repr(read).encode(errors="surrogatepass"))
        keys[pair] = whole.hexdigest()
    return keys
