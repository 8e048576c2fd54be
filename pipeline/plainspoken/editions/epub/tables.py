"""Render tables that can be shown as cards: `style.css` makes each row a card where a page is too
narrow for the columns, so that no column runs into the next (WCAG 2.2, 1.4.10).

The label of a cell in its card is the head of its column as text. Assistive technology is not told
it: it tells the head itself, as `scope` joins it to the cell. Roles repeat what the elements mean,
as some browsers forget it when an element is displayed as a block.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from lxml.etree import _Element as Element

from ...guide import Block
from ..xml_elements import add_element, set_language
from .kept_words import add_words

AddCell = Callable[[Element, Block, str], Element]
"""`add_cell(row, cell, name)` adds an element with the words of a cell."""

# Widths in ems. Letters are seldom wider, also bold ones and those that a reader spreads.
_LETTER, _IDEOGRAPH, _PADDING, _COMFORTABLE = 0.66, 1.1, 1.3, 8.7
_STEPS = (20, 28, 36, 40)
"""The widths of a page, in ems, from which `style.css` knows how to show columns side by side."""
_EMPTY = "–"


def render_table(
    parent: Element, table: Block, heading: Block, lang: str, add_cell: AddCell
) -> Element:
    """Add a table that is named after the heading that it stands below, and give its element."""
    width = _find_step(table)
    frame = add_element(parent, "div", class_=f"table from-{width}" if width else "table")
    element = add_element(frame, "table", id=table.id, role="table")
    caption = add_element(element, "caption", " ".join(heading.text.split()), class_="unseen")
    set_language(caption, heading.lang, lang)
    heads: Sequence[Block] = ()
    parts: dict[str, Element] = {}
    for row in table.children:
        is_head = all(cell.variety == "header" for cell in row.children)
        name = "thead" if is_head else "tbody"
        if name not in parts:
            parts[name] = add_element(element, name, role="rowgroup")
        line = add_element(parts[name], "tr", id=row.id, role="row")
        if is_head:
            heads = row.children
        for number, cell in enumerate(row.children):
            scope = "col" if is_head else "" if number else "row"
            inner = _add_cell(line, cell, scope, add_cell)
            if not is_head and number < len(heads):
                _add_label(inner, heads[number], cell, lang)
    return element


def _add_cell(row: Element, cell: Block, scope: str, add_cell: AddCell) -> Element:
    """A cell; one without words is no head of others."""
    scope = scope if cell.sentences else ""
    element = add_cell(row, cell, "th" if scope else "td")
    if scope:
        element.set("scope", scope)
    element.set("role", {"col": "columnheader", "row": "rowheader"}.get(scope, "cell"))
    if cell.align:
        element.set("class", cell.align)
    return element


def _add_label(element: Element, head: Block, cell: Block, lang: str) -> None:
    """Put the head of its column before the words of a cell; where it has none, a dash after it."""
    if not head.sentences:
        return
    words = " ".join(head.text.split())
    label = add_element(element, "span", class_="head", aria_hidden="true")
    add_words(label, words, head.lang)
    set_language(label, head.lang, cell.lang if cell.sentences else lang)
    label.tail = " "
    element.insert(0, label)
    if not cell.sentences:
        add_element(element, "span", _EMPTY, class_="empty", aria_hidden="true")


def _find_step(table: Block) -> int:
    """From which width the columns stand side by side with no word broken; 0 if never."""
    cells = [row.children for row in table.children]
    columns = max(len(row) for row in cells)
    widths = [
        max(_measure_column(row[number].text) for row in cells if number < len(row))
        for number in range(columns)
    ]
    needed = sum(widths)
    return next((step for step in _STEPS if needed <= step), 0)


def _measure_column(text: str) -> float:
    """The width that a cell needs: that of its longest word, and enough for a few words."""
    words = [_measure(word) for word in text.split()]
    whole = sum(words) + len(words) * _LETTER
    return max([min(whole, _COMFORTABLE), *words]) + _PADDING


def _measure(word: str) -> float:
    """The width of a word. A line can end between any two ideographs, but in no Korean word."""
    wide = [sign for sign in word if unicodedata.east_asian_width(sign) in "WF"]
    ideographs = sum(not "가" <= sign <= "힣" for sign in wide)
    whole = len(wide) - ideographs + min(ideographs, 4)
    return (len(word) - len(wide)) * _LETTER + whole * _IDEOGRAPH
