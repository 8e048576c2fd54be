"""Read lists of a language's words for one thing: `name form form`."""

from __future__ import annotations

from ..languages import Language


def read_word_lists(
    language: Language, table: str, key: str
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Names and their forms, from lines such as `2 two twice`; `_` is a space within a form."""
    lists = []
    for line in language.table("quantities", table).get(key, ()):
        name, *forms = line.split()
        lists.append((name, tuple(form.replace("_", " ") for form in forms)))
    return tuple(lists)
