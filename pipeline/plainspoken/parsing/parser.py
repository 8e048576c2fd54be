"""Parse a project's source to its guide, or report every error in it at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from ..config.project import Project
from ..diagnostics.errors import SourceError
from ..diagnostics.finding import Finding
from ..guide import Block, Guide, Section
from .blocks import BlockBuilder
from .changes import build_changes
from .glossary import build_glossary, read_glossary_file
from .ids import IdGenerator
from .image_files import list_images
from .inline import Names
from .picture_words import read_pictures
from .review_notes import find_review_notes
from .sections import LinkResolver, SectionFile, build_section, read_section_files
from .tables import read_lexicon, read_links, read_plain_words
from .values import format_values, make_plain_block, read_values


def parse(project: Project) -> Guide:
    """Read the guide in its own language. Raises SourceError: with all errors, in their order."""
    guide, errors = _parse(project)
    SourceError.raise_if(errors)
    return guide


def list_image_files(project: Project) -> tuple[str, ...]:
    """List the images that the guide shows and has, though its text may have errors."""
    return list_images(_parse(project)[0].sentences())


def _parse(project: Project) -> tuple[Guide, list[Finding]]:
    """The guide, and all that is wrong in it: with errors, it is not whole."""
    links, link_errors = read_links(project)
    values, value_errors = read_values(project)
    lexicon, lexicon_errors = read_lexicon(project)
    plain_words, plain_word_errors = read_plain_words(project)
    terms, term_errors = read_glossary_file(project)
    lang, region = project.language, project.find_locale(project.language).region
    tables = {"links": link_errors, "values": value_errors, "terms": term_errors}
    names = Names(
        links={link.name: link.address(lang) for link in links},
        terms=frozenset(terms.table),
        values=format_values(values, lang, region),
        unsure=frozenset(name for name, found in tables.items() if found),
    )
    title, description, *subjects = _make_blocks(project)
    unset = (value.unset for value in values if value.unset)
    taken = {block.id for block in (title, description, *subjects, *unset)}
    section_errors: list[Finding] = []
    files = read_section_files(project, names, taken, section_errors)
    by_name = {file.path.name: file for file in files}
    resolver = LinkResolver(project, by_name, names.links.values(), section_errors)
    sections = tuple(_build_section(project, file, names, taken, resolver) for file in files)
    glossary, entry_errors = build_glossary(terms, lang, names, resolver.resolve)
    changes, change_errors = build_changes(project, names, resolver.resolve)
    whole = (*sections, *filter(None, (glossary, changes)))
    picture_errors: list[Finding] = []
    pictures = read_pictures(project, whole, names, picture_errors)
    errors = [*link_errors, *value_errors, *lexicon_errors, *plain_word_errors, *term_errors]
    trees = [file.tree for file in files]
    guide = Guide(
        id=project.id,
        lang=lang,
        source_lang=lang,
        title=title,
        description=description,
        subjects=tuple(subjects),
        sections=whole,
        links=links,
        values=values,
        lexicon=lexicon,
        plain_words=plain_words,
        review_notes=tuple(
            find_review_notes(trees, sections, terms, glossary, project.changes, changes)
        ),
        pictures=pictures,
    )
    return guide, [*errors, *section_errors, *entry_errors, *change_errors, *picture_errors]


def _make_blocks(project: Project) -> Iterator[Block]:
    """The blocks of a guide's title, its description and each of its subjects."""
    yield _make_block(project, "title", project.title)
    yield _make_block(project, "description", project.description)
    for number, subject in enumerate(project.subjects, 1):
        yield _make_block(project, "subjects", subject, f"subject-{number}")


def _make_block(project: Project, key: str, text: str, name: str = "") -> Block:
    """Make a block of a text in guide.toml, named after its key unless there are several."""
    return make_plain_block(f"guide.{name or key}", text, project.language, project.config, key)


def _build_section(
    project: Project,
    file: SectionFile,
    names: Names,
    taken: Collection[str],
    resolver: LinkResolver,
) -> Section:
    ids = IdGenerator(file.id, file.headings, taken)
    resolve, errors = partial(resolver.resolve, within=file), resolver.errors
    builder = BlockBuilder(ids, file.display_path, project.language, names, resolve, errors)
    return build_section(file, builder)
