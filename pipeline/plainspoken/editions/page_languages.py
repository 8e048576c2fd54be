"""Say in which language the page of a link is, where readers of the text may not read it."""

from __future__ import annotations

from ..guide import Guide
from ..languages import find_language, load


def find_page_languages(guide: Guide) -> dict[str, str]:
    """Of each named address outside of the guide: the language of its page."""
    languages = {link.url: guide.source_lang for link in guide.links}
    for link in guide.links:
        languages |= {url: lang for lang, url in link.localized}
    return languages


def note_page_language(language: str, lang: str) -> str:
    """What to say in `lang` beside a link to a page in `language`: `(page in English)`.

    Nothing where the language is not known, or the same: they differ in their region at most.
    """
    if not language:
        return ""
    page, text = find_language(language), find_language(lang)
    if (page.base, page.script) == (text.base, text.script):
        return ""
    return load(lang).words["link-language"].format(language=page.name_in(lang))
