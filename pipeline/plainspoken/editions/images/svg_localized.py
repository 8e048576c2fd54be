"""Write the words of another language into an SVG image, and say in which language each stands.

A picture is mirrored (`svg_mirror`) where the text runs the other way than in the guide's own
language. `direction` says from where a text grows, mirrored or not, so that `text-anchor` keeps its
meaning (SVG 2 §11.10); words that run the other way than it are isolated (UAX #9 §2.3).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ...guide import Block, Guide, Span
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
    texts = tuple((_write_words(label), label.lang) for label in labels)
    return Localization(guide.lang, guide.source_lang, texts)


def _write_words(label: Block) -> str:
    """The words of a label on one line; in text from right to left, values such as temperatures
    are isolated: their parts would be shown in the opposite order.
    """
    is_isolated = load(label.lang).direction == "rtl"
    spans = (
        span for sentence in label.sentences for span in (*sentence.spans, Span(sentence.tail))
    )
    texts = (
        f"{_ISOLATES['ltr']}{span.text}{_END}" if is_isolated and span.mark("value") else span.text
        for span in spans
    )
    return " ".join("".join(texts).split("\n"))


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
    """Isolate the words that run the other way than the text around them; give their elements.
    Those that stand beside each other are isolated together, so that they keep their order.
    """
    lines = _LineFinder()
    lines.read(root, "ltr", in_text=False)
    found_labels = zip(words, labels, strict=True)
    for (line, direction), group in groupby(found_labels, key=lines.find_foreign):
        if not line:
            continue
        pairs = [(found, text) for found, (text, _) in group]
        for found, text in pairs:
            start = _ISOLATES[direction] if found is pairs[0][0] else ""
            end = _END if found is pairs[-1][0] else ""
            found.replace(f"{start}{text}{end}")
            yield found.element


class _LineFinder:
    """Tells which words stand on one line: from an element with a place of its own to the next."""

    def __init__(self) -> None:
        self.count = 0
        self.lines: dict[tuple[Element, int], tuple[int, str]] = {}
        """Of each part of a text, by its element and its place in it: its line, and the direction
        of the text there.
        """
        self.last = (0, "")

    def read(self, element: Element, around: str, in_text: bool) -> None:
        """Note the lines of an element of the picture, which stands in a `<text>` or not."""
        direction = read_direction(element) or around
        is_text = element.name.local == "text"
        has_place = not {Name("", "x"), Name("", "y")}.isdisjoint(element.attributes)
        if is_text or (in_text and has_place):
            self.count += 1
        for at, child in enumerate(element.children):
            if isinstance(child, Element):
                self.read(child, direction, in_text or is_text)
            elif in_text or is_text:
                self.lines[element, at] = self.count, direction

    def find_foreign(self, label: tuple[Words, tuple[str, str]]) -> tuple[int, str]:
        """The line of words that run the other way than it, and how they run; 0 for others. Signs
        without a letter go with the words before them.
        """
        found, (text, lang) = label
        direction = load(lang).direction
        line, around = self.lines.get((found.element, found.parts[0]), (0, direction))
        if line != self.last[0] or any(map(str.isalnum, text)):
            self.last = (0, "") if around == direction else (line, direction)
        return self.last


def _free(text: Element) -> None:
    """Take away what a `<text>` says of each letter of its words, and of their length."""
    for element in text.iter_elements():
        for name in _LENGTHS:
            element.attributes.pop(name, None)
        for name in _LISTS:
            if places := element.attributes.get(name, "").replace(",", " ").split():
                element.attributes[name] = places[0]
