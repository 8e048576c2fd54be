"""What Unicode's CLDR, as Babel has it, says of a language tag (UTS #35, part 1).

Babel is imported within functions: it is slow to import, and many commands need none of it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from .tags import list_lineage

if TYPE_CHECKING:
    from babel import Locale

ROOT = "root"
"""The locale that all others inherit from."""


@cache
def find_locale(tag: str, region: str = "") -> str:
    """CLDR's locale for a tag or its nearest known parent; an unknown region is left out."""
    found = (_parse(parent) for parent in list_lineage(tag))
    name = next((str(locale) for locale in found if locale), ROOT)
    regional = _parse(f"{name.replace('_', '-')}-{region}") if region else None
    return str(regional or name)


@cache
def get_direction(locale: str) -> Literal["ltr", "rtl"]:
    """The direction of a locale's writing."""
    from babel import Locale

    return "rtl" if Locale.parse(locale).text_direction == "rtl" else "ltr"


@cache
def get_name(tag: str, lang: str | None = None) -> str:
    """The name of a language in `lang` or in itself; empty where CLDR does not know it.

    Only a region that the tag states is in it: `tl` is Filipino, though CLDR knows it as `fil_PH`.
    """
    locale = _parse(tag)
    if not locale:
        return ""
    lang = lang and find_locale(lang)
    is_stated = not locale.territory or locale.territory in tag.split("-")
    return (locale.get_display_name(lang) if is_stated else locale.get_language_name(lang)) or ""


def is_known(tag: str) -> bool:
    """Whether CLDR knows a tag as it stands."""
    return _parse(tag) is not None


@cache
def _parse(tag: str) -> Locale | None:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return None
