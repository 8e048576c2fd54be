"""Add words to an element, and keep together what is read as one thing: no line ends within a name
that is spelled out, within a date, or before the full stop after a telephone number. In text from
right to left a number and its unit keep their order: `38.5 °C` would be shown as `C° 38.5`
(UAX #9, rule W2).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lxml.etree import _Element as Element

from ...languages import load
from ...quantities.unit_table import SYMBOLS
from ..xml_elements import add_element

_KEPT = "kept"
"""The class of what stands on one line where it fits."""
_NUMBER = r"[+\-−]?\d+(?:[.,٫]\d+)*"
_UNIT = "|".join(map(re.escape, sorted(SYMBOLS.keys() - {"%", "‰"}, key=len, reverse=True)))
_MEASURE = (
    rf"{_NUMBER}(?:\s?[-–]\s?{_NUMBER})?\s?(?:{_UNIT})(?:/(?:{_UNIT}))*(?![^\W\d_])(?!(?<=°)\s?\w)"
)
_MEASURES = re.compile(rf"{_MEASURE}(?:\s?\({_MEASURE}\))?")
_START = "[(\\[“‘«„¿¡（「]*"
_END = "[.,;:!?…)\\]”’»。，、；：！？）」؟،؛।]*"
# A-L-L; CC BY-SA 4.0.
_NAME = r"(?<![\w-])[A-Z](?:-[A-Z])+(?![\w-])|\b(?:[A-Z]{2,}(?:-[A-Z]{2})* )+\d+\.\d+"
_NAMES = re.compile(rf"{_START}(?:{_NAME}){_END}")
# December 1, 2026; 1 de diciembre | de 2026; 31. Januar | 2026.
_DAY, _WORD = r"(?<![\w.])\d{1,2}(?!\d|\.\d)", r"[^\W\d_]+"
_DATE = rf"{_WORD} {_DAY}, \d{{4}}|{_DAY}\.? (?:de )?{_WORD}|\bde \d{{4}}"
_DATES = re.compile(rf"{_START}(?:{_NAME}|{_DATE}){_END}")


def add_words(element: Element, text: str, lang: str, has_dates: bool = False) -> None:
    """Add words of a language after all that is in an element."""
    is_rtl = load(lang).direction == "rtl"
    done = 0
    for found in _find_kept(text, is_rtl, has_dates):
        append_text(element, text[done : found.start()])
        if found.re is _MEASURES:
            add_element(element, "bdi", found[0], dir="ltr")
        else:
            add_element(element, "span", found[0], class_=_KEPT)
        done = found.end()
    append_text(element, text[done:])


def _find_kept(text: str, is_rtl: bool, has_dates: bool) -> Iterator[re.Match[str]]:
    """Yield what is kept together, in its order; of two that overlap the first."""
    patterns = [_DATES if has_dates else _NAMES, *([_MEASURES] if is_rtl else [])]
    end = 0
    for found in sorted(
        (found for pattern in patterns for found in pattern.finditer(text)),
        key=lambda found: found.start(),
    ):
        if found.start() >= end:
            yield found
            end = found.end()


def append_text(element: Element, text: str) -> None:
    """Add text after all that is in an element."""
    if not text:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def is_left_to_right(text: str) -> bool:
    """Whether none of the letters of a text are written from right to left."""
    return not any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text)


def keep_ends(sentence: Element) -> None:
    """Put each link that is kept together in one box with the signs after it: `911.`"""
    for link in list(sentence.iterfind(".//{*}a")):
        is_name = not link.text and len(link) and link[0].get("class") == _KEPT
        if is_name or link.get("href", "").startswith("tel:"):
            _keep_end(_find_outermost(link, sentence))


def _find_outermost(link: Element, sentence: Element) -> Element:
    """The outermost element that holds a link and nothing else."""
    element = link
    while (parent := element.getparent()) is not None and parent is not sentence:
        if len(parent) > 1 or parent.text or element.tail:
            break
        element = parent
    return element


def _keep_end(element: Element) -> None:
    parent, tail = element.getparent(), element.tail or ""
    found = re.match(_END, tail)
    if parent is None or found is None:
        return
    box = add_element(parent, "span", class_=_KEPT)
    parent.replace(element, box)
    element.tail = found[0] or None
    box.append(element)
    box.tail = tail[found.end() :] or None
