"""Say what a reader sees without words: the number of a step, the head of a column, a picture, and
which language comes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..guide import Block, Guide, Section, Sentence, Span
from ..languages import Language, load
from ..languages.cldr import get_name
from ..spoken.numbers import spell_whole


def list_cues(
    section: Section, guide: Guide, has_language_cue: bool = True
) -> Mapping[str, Sentence]:
    """What is said before sentences of a section, by the sentence's id."""
    cues: dict[str, Sentence] = {}
    if has_language_cue:
        for leaf, cue in _name_languages(section, guide):
            cues.setdefault(leaf.sentences[0].id, cue)
    for leaf, cue in _iter_cued(section):
        cues.setdefault(leaf.sentences[0].id, cue)
    return cues


def _name_languages(section: Section, guide: Guide) -> Iterator[tuple[Block, Sentence]]:
    """The first of some leaves in another language than the guide's."""
    before = guide.lang
    for block in section.leaves():
        if block.lang not in (before, guide.lang):
            cue = _fill(load(guide.lang), "language", get_name(block.lang, guide.lang))
            yield block, _make_sentence(cue, guide.lang)
        before = block.lang


def _iter_cued(section: Section) -> Iterator[tuple[Block, Sentence]]:
    """Leaves with what is said before their first sentence."""
    for top in section.blocks:
        for block in top.iter_blocks():
            if block.kind == "list" and block.variety == "ordered":
                yield from _number_items(block)
            elif block.kind == "table":
                yield from _name_columns(block)


def _number_items(block: Block) -> Iterator[tuple[Block, Sentence]]:
    for number, item in enumerate(block.children, block.start):
        if leaf := next(item.leaves(), None):
            language = load(leaf.lang)
            form = str(language.table("spoken", "cues").get("step-form", ""))
            cue = _fill(language, "step", spell_whole(number, language, form))
            yield leaf, _make_sentence(cue, leaf.lang)


def _name_columns(table: Block) -> Iterator[tuple[Block, Sentence]]:
    """The cells below a head of their column: `Minutes: 2`."""
    heads, *rows = [row.children for row in table.iter_blocks() if row.kind == "row"] or [()]
    for row in rows:
        for head, cell in zip(heads, row, strict=False):
            if cell.sentences and head.text.strip() and cell.lang == head.lang:
                yield cell, _make_sentence(f"{head.text.strip().rstrip(':')}:", cell.lang)


def _fill(language: Language, key: str, words: str) -> str:
    """A cue of [cues] in spoken.toml; nothing where the language has none."""
    return str(language.table("spoken", "cues").get(key, "")).replace("{0}", words)


def _make_sentence(text: str, lang: str) -> Sentence:
    return Sentence("", lang, (Span(text),))
