"""A guide from a few lines of Markdown, in any language, without files."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plainspoken.guide import Block, Guide, Place, Section, Sentence, Span
from plainspoken.parsing.blocks import BlockBuilder
from plainspoken.parsing.ids import IdGenerator
from plainspoken.parsing.inline import Names
from plainspoken.parsing.markdown import parse_tree

GuideOf = Callable[..., Guide]


def plain_block(text: str, lang: str, name: str = "title") -> Block:
    return Block(name, "paragraph", lang, (Sentence(f"{name}.s", lang, (Span(text),)),))


def glossary(terms: tuple[str, ...], lang: str) -> Section:
    entries = []
    for number, term in enumerate(terms):
        sentence = Sentence(f"glossary.t{number}.s", lang, (Span(term),))
        leaf = Block(f"glossary.t{number}.term", "term", lang, (sentence,))
        entries.append(Block(f"glossary.t{number}", "entry", lang, children=(leaf,)))
    return Section("glossary", "glossary", tuple(entries), Place("source/glossary.toml"))


def make_guide(text: str, lang: str = "en", terms: tuple[str, ...] = ()) -> Guide:
    """A guide of one section; `terms` are those of its glossary."""
    names = Names(links={"page": "https://example.org"}, values={"dose": ("5", "")})
    tree, _ = parse_tree(f"# One\n\n{text}", names.labels())
    builder = BlockBuilder(IdGenerator("one"), "source/01-one.md", lang, names)
    blocks = builder.build(tree.children)
    assert not builder.errors, builder.errors
    sections = [Section("one", "body", blocks, Place("source/01-one.md", 1))]
    if terms:
        sections.append(glossary(terms, lang))
    return Guide(
        "guide", lang, lang, plain_block("T", lang), plain_block("D", lang), (), tuple(sections)
    )


@pytest.fixture
def guide_of() -> GuideOf:
    return make_guide
