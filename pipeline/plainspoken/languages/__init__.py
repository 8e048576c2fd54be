"""All that is known of each language: one folder a language, `languages/<tag>/`.

    words.toml        what editions say by themselves; a language with words can have editions
    text.toml         its writing: plural forms, alphabet, ends of sentences, words written together
    voice.toml        its name at each voice that speaks it, pace, signs
    quantities.toml   number words, units, doses, times, dates, ranges and ratios
    checks.toml       what the checks of translations look for
    meaning.toml      what checks of translations tell apart: before and after, eye and ear
    opposites.toml    words with opposites that a translation may not put in their place
    things.toml       what guides set side by side: milk and water, arm and leg
    medicines.toml    the names of common medicines
    critical.toml     what orders and forbids: the words that make a text critical
    readability.toml  scales, syllables, and what makes its sentences hard

Only words.toml and text.toml are needed; those of `en/` explain the keys. A file that a folder
lacks is looked up in that of the parent tag: `zh/` serves `zh-Hans` and `zh-Hant`.
"""

from __future__ import annotations

from functools import cache

from ..diagnostics.errors import LanguageError
from ..diagnostics.finding import Finding
from .language import Language, find_language
from .tags import available, canonical
from .validation import check_folder, check_region, check_tag

__all__ = [
    "Language",
    "available",
    "canonical",
    "check_folder",
    "check_region",
    "check_tag",
    "find_language",
    "load",
]


@cache
def load(tag: str) -> Language:
    """The language that serves for a BCP 47 tag.

    Raises LanguageError: none does, or files of its folder cannot be used.
    """
    found = canonical(tag)
    if error := check_tag(found):
        raise LanguageError([Finding("", 0, *error)])
    if errors := check_folder(found):
        raise LanguageError(errors)
    return find_language(tag)
