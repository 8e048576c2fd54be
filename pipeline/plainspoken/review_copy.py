"""Show the notes for reviewers in a guide: a copy that says what it is, and goes to no reader.

The notes hold no sentences, so that nobody speaks them; they stand in the source's language.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from .config.project import Project
from .front_matter.notices import make_notice
from .guide import Block, Guide, ReviewNote, Section, Sentence, Span
from .languages import Language, load
from .parsing.ids import IdGenerator

NAME = "with-review-notes"
"""Stands in the names of the files of a copy."""
_Notes = Mapping[str, Sequence[Block]]


def name_copy(project: Project) -> Project:
    """The project under the name of a copy: its files and identifiers are those of no edition."""
    return replace(project, id=f"{project.id}.{NAME}")


def add_review_notes(guide: Guide) -> Guide:
    """A guide that has its front matter, with each note in its place; its title and its first page
    say so.
    """
    above: dict[str, list[Block]] = defaultdict(list)
    below: dict[str, list[Block]] = defaultdict(list)
    titles = {section.id: section.blocks[0].id for section in guide.sections}
    for number, note in enumerate(guide.review_notes, 1):
        title = titles[note.section]
        anchor = note.anchor or title
        places = above if note.is_above and anchor != title else below
        places[anchor].append(_make_block(note, number, guide.source_lang))
    opening, *others = guide.sections
    language = load(guide.lang)
    sections = [
        replace(section, blocks=_insert(section.blocks, above, below)) for section in others
    ]
    return replace(
        guide,
        title=_mark_title(guide.title, language),
        sections=(_mark_opening(opening, language), *sections),
    )


def _make_block(note: ReviewNote, number: int, lang: str) -> Block:
    # Two dots: no id of a heading, which is made of its words, looks so.
    id = f"{note.section}.review-note.{number}"
    return Block(id, "review-note", lang, note=note.text, place=note.place)


def _mark_opening(opening: Section, language: Language) -> Section:
    """Say in the title what the copy holds, and in a notice that it is not for patients."""
    ids = IdGenerator(opening.id, taken=(block.id for block in opening.blocks))
    words = language.words["review-copy"]
    notice = make_notice("review-copy", words, language.tag, ids)
    title, *others = opening.blocks
    drafts = [number for number, block in enumerate(others, 1) if block.variety == "draft"]
    at = max(drafts, default=0)
    blocks = (_mark_title(title, language), *others[:at], notice, *others[at:])
    return replace(opening, blocks=blocks)


def _mark_title(title: Block, language: Language) -> Block:
    *others, last = title.sentences
    words = Span(language.words["review-copy-title"])
    mark = Sentence(f"{title.id}.review-copy", language.tag, (words,))
    return replace(title, sentences=(*others, replace(last, tail=" "), mark))


def _insert(blocks: Sequence[Block], above: _Notes, below: _Notes) -> tuple[Block, ...]:
    """Blocks with their notes. In a table or figure, or beside a term, none can stand: it comes
    after the table or figure, or last in its entry.
    """
    shown: list[Block] = []
    for block in blocks:
        notes = [
            note
            for inner in block.iter_blocks()
            for note in (*above.get(inner.id, ()), *below.get(inner.id, ()))
        ]
        match block.kind:
            case "table" | "figure":
                shown += [block, *notes]
            case "entry":
                shown.append(replace(block, children=(*block.children, *notes)))
            case _:
                children = _insert(block.children, above, below)
                shown += above.get(block.id, ())
                shown.append(replace(block, children=children))
                shown += below.get(block.id, ())
    return tuple(shown)
