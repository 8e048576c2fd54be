"""Find what the guide of `plainspoken new` says of itself and a guide of one's own still says.

A key that has a comment behind it in the starter, such as the licence, may well be kept as it is:
it is told while the comment stands.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from ..config.project import Project
from ..config.text_files import read_text
from ..diagnostics.finding import Finding
from ..diagnostics.visible_text import quote
from ..guide import Guide

_STARTER = Path(__file__).parents[1] / "starter" / "source"
_KEYS = ("title", "description", "publisher", "authors", "licence")
_COMMENT = re.compile(r"""(?:"[^"]*"|[^"#])*(#.*)""")


def find_starter_words(project: Project, guide: Guide) -> Iterator[Finding]:
    """The words of the starter in a guide, each at its line; `guide` is in its own language."""
    starter, config = _read_starter("guide.toml"), project.config
    for key in _KEYS:
        if _is_kept(project, key, starter[key]):
            words = config.table[key]
            shown = quote(", ".join(words) if isinstance(words, list) else words)
            hint = "Write your own."
            if _find_comment(_read_starter_text("guide.toml"), key):
                hint = "Choose your own, or keep it, and delete the comment behind it."
            message = f"`{key}` is still that of the starter: {shown}"
            yield Finding(config.display_path, config.line(key), message, hint, "warning")
    yield from _find_unused_terms(guide)


def _is_kept(project: Project, key: str, words: str | list[str]) -> bool:
    """Whether a key says what it does in the starter; of several authors, whether one is of it."""
    now = project.config.table[key]
    is_same = bool({*now} & {*words}) if isinstance(words, list) else now == words
    comment = _find_comment(_read_starter_text("guide.toml"), key)
    if not is_same or not comment:
        return is_same
    text = read_text(project.source / "guide.toml", project.files)
    return isinstance(text, str) and _find_comment(text, key) == comment


def _find_unused_terms(guide: Guide) -> Iterator[Finding]:
    starter = _read_starter("glossary.toml")
    used = {
        span_mark.target
        for section in guide.sections
        for sentence in section.sentences()
        for span in sentence.spans
        for span_mark in span.marks
        if span_mark.kind == "term"
    }
    for section in guide.sections:
        for entry in section.blocks if section.role == "glossary" else ():
            key = entry.id.partition(".")[2]
            texts = [leaf.text for leaf in entry.leaves()]
            is_kept = key in starter and texts == [*starter[key].values()]
            if is_kept and key not in used:
                place = entry.place
                message = (
                    f"the term {quote(texts[0])} is still that of the starter; no text uses it"
                )
                yield Finding(place.file, place.line, message, "Remove it.", "warning")


@cache
def _read_starter_text(name: str) -> str:
    return (_STARTER / name).read_text("utf-8")


@cache
def _read_starter(name: str) -> dict[str, Any]:
    return tomllib.loads(_read_starter_text(name))


def _find_comment(text: str, key: str) -> str:
    """The comment behind a key of the root table; empty where there is none."""
    line = re.search(rf"^{key}\s*=.*$", text, re.MULTILINE)
    comment = _COMMENT.fullmatch(line[0]) if line else None
    return comment[1].strip() if comment else ""
