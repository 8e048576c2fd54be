"""Text goes in; markup comes out, that reads the same as HTML and as XML.

Whatever is not `Html` is escaped, so that no text of a guide can become an element.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from urllib.parse import quote

from ...languages import load

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EMPTY = {"br", "hr", "meta", "rect", "line", "circle", "path"}
Value = str | int | float | None


class Html(str):
    """Markup that is ready; it is not escaped again."""

    __slots__ = ()


def escaped(text: str) -> Html:
    """Text as markup: characters that XML knows not become a replacement character."""
    return Html(html.escape(_NO_XML.sub("\ufffd", text)))


def tag(name: str, /, *content: str, **attributes: Value) -> Html:
    """An element. `class_` and `aria_label` become `class` and `aria-label`; None leaves out."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _EMPTY:
        return Html(f"<{name}{told} />")
    return Html(f"<{name}{told}>{joined(content)}</{name}>")


def joined(content: Iterable[str]) -> Html:
    """Pieces one after another, with nothing between."""
    return Html("".join(each if isinstance(each, Html) else escaped(each) for each in content))


def said(text: str, lang: str, name: str = "span") -> Html:
    """Words of a guide, in their own language and direction."""
    return tag(name, text, lang=lang, dir=load(lang).direction)


def inside(target: str, *content: str, **attributes: Value) -> Html:
    """A link to a place in the page."""
    return tag("a", *content, href=f"#{quote(target)}", **attributes)
