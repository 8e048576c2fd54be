"""Write the words of another language into an SVG image, and say in which language each stands.

A picture is mirrored (`svg_mirror`) where the text runs the other way than in the guide's own
language. `direction` says from where a text grows, mirrored or not, so that `text-anchor` keeps its
meaning (SVG 2 §11.10); words that run the other way than it are isolated (UAX #9 §2.3).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...guide import Guide
from ...languages import load
from ...svg.allowed import XML
from ...svg.tree import Element, Name
from ...svg.words import Words, find_words
from .svg_mirror import mirror, read_direction

_LANG, _XML_LANG = Name("", "lang"), Name(XML, "lang", "xml")
_LISTS = tuple(Name("", name) for name in ("x", "y", "dx", "dy", "rotate"))
_LENGTHS = (Name("", "textLength"), Name("", "lengthAdjust"))
_ISOLATES = {"ltr": "\u2066", "rtl": "\u2067"}
_END = "\u2069"


@dataclass(frozen=True, slots=True)
class Localization:
    """What an edition shows of one picture."""

    lang: str
    """Of the edition."""
    source_lang: str
    """In which the picture is drawn."""
    labels: tuple[tuple[str, str], ...]
    """The words that stand in it, in the order of the file, and the language of each."""


def describe_localization(guide: Guide, path: str) -> Localization:
    """What the editions of a guide show of an SVG image, by its path below `source/`."""
    labels = next((picture.labels for picture in guide.pictures if picture.path == path), ())
    texts = tuple((" ".join(label.text.split("\n")), label.lang) for label in labels)
    return Localization(guide.lang, guide.source_lang, texts)


def localize_svg(root: Element, localization: Localization) -> None:
    """Change an image as it was read. In the guide's own language only values are written into it,
    and an image without any stays as it is.
    """
    words = list(find_words(root))
    changed = {
        found.element: None
        for found, (text, _) in zip(words, localization.labels, strict=True)
        if _replace(found, text)
    }
    if localization.lang != localization.source_lang:
        _name_languages(root, localization, words)
        if load(localization.lang).direction != load(localization.source_lang).direction:
            mirror(root)
            changed |= dict.fromkeys(_isolate(root, words, localization.labels))
    for text in (each for each in root.iter_elements() if each.name.local == "text"):
        if any(element in changed for element in text.iter_elements()):
            _free(text)


def _replace(found: Words, text: str) -> bool:
    if unicodedata.normalize("NFC", found.text) == text:
        return False
    found.replace(text)
    return True


def _name_languages(root: Element, localization: Localization, words: Sequence[Words]) -> None:
    """Say the language of the whole, and of each element with words in another one."""
    own: dict[Element, str] = {}
    for found, (_, lang) in zip(words, localization.labels, strict=True):
        own.setdefault(found.element, lang)
    for element in root.iter_elements():
        for name in (_LANG, _XML_LANG):
            element.attributes.pop(name, None)
    root.attributes[_XML_LANG] = localization.lang
    _name_inner_languages(root, localization.lang, own)


def _name_inner_languages(element: Element, around: str, own: Mapping[Element, str]) -> None:
    lang = own.get(element, around)
    if lang != around:
        element.attributes[_XML_LANG] = lang
    for child in element.children:
        if isinstance(child, Element):
            _name_inner_languages(child, lang, own)


def _isolate(
    root: Element, words: Sequence[Words], labels: Sequence[tuple[str, str]]
) -> Iterator[Element]:
    """Isolate the words that run the other way than the text around them; give their elements."""
    directions: dict[Element, str] = {}
    _read_directions(root, "ltr", False, directions)
    for found, (text, lang) in zip(words, labels, strict=True):
        direction = load(lang).direction
        if directions.get(found.element, direction) != direction:
            found.replace(f"{_ISOLATES[direction]}{text}{_END}")
            yield found.element


def _read_directions(
    element: Element, around: str, in_text: bool, directions: dict[Element, str]
) -> None:
    """Note the direction of each `<text>`, and of each element in one."""
    direction = read_direction(element) or around
    in_text = in_text or element.name.local == "text"
    if in_text:
        directions[element] = direction
    for child in element.children:
        if isinstance(child, Element):
            _read_directions(child, direction, in_text, directions)


def _free(text: Element) -> None:
    """Take away what a `<text>` says of each letter of its words, and of their length."""
    for element in text.iter_elements():
        for name in _LENGTHS:
            element.attributes.pop(name, None)
        for name in _LISTS:
            if places := element.attributes.get(name, "").replace(",", " ").split():
                element.attributes[name] = places[0]
