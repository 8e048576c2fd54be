"""Lists of a language's words for one thing: `name form form`."""

from __future__ import annotations

from ..languages import find_language


def read_word_lists(lang: str, table: str, key: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Names and their forms, from lines such as `2 two twice`; `_` is a space within a form."""
    found = []
    for line in find_language(lang).table("quantities", table).get(key, ()):
        first, *forms = line.split()
        found.append((first, tuple(form.replace("_", " ") for form in forms)))
    return tuple(found)
