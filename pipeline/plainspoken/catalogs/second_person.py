"""Tell whether two names are those of one person: who translated a message cannot review it.

Names are compared by their words, without accents, case, order and addresses. One that has all
words of the other may be the same person, and counts as one: `Dr. Ana Ruiz` is `Ana Ruiz`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from ..po.model import Catalog

_ADDRESS = re.compile(r"<[^>]*>|\S+@\S+")
_TEMPLATE_NAMES = ("FULL NAME", "Automatically generated")
"""What msginit and xgettext write into a header in place of a name."""


def list_translators(catalog: Catalog, named: Iterable[str] = ()) -> tuple[str, ...]:
    """List who translated a catalog: those named in guide.toml, and who changed it last."""
    last = _ADDRESS.sub("", catalog.header_fields.get("Last-Translator", "")).strip(" ,")
    names = [*named, *([last] if last and last not in _TEMPLATE_NAMES else [])]
    return tuple(dict.fromkeys(names))


def find_same_person(name: str, others: Sequence[str]) -> str:
    """The first of some names that may be the same person's; empty where there is none."""
    words = _split_name(name)
    for other in others:
        known = _split_name(other)
        if words and known and (words <= known or known <= words):
            return other
    return ""


def _split_name(name: str) -> frozenset[str]:
    decomposed = unicodedata.normalize("NFKD", _ADDRESS.sub("", name)).casefold()
    letters = (
        " " if unicodedata.category(sign)[0] in "PZ" else sign
        for sign in decomposed
        if unicodedata.category(sign) not in ("Mn", "Cf")
    )
    return frozenset("".join(letters).split())
