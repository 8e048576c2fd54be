"""Parse a project's source to its guide, or report every error in it at once."""

from __future__ import annotations

from dataclasses import replace

from ..config.project import Project
from ..diagnostics.errors import SourceError
from ..diagnostics.finding import Finding
from ..guide import Guide, Section
from .glossary import build_glossary, read_glossary_file
from .inline import Names
from .lexicon import read_lexicon
from .link_targets import LinkResolver
from .links import read_links
from .plain_words import read_plain_words
from .sections import SectionFile, build_section, read_section_files
from .values import format_values, make_plain_block, read_values


def parse(project: Project) -> Guide:
    """Read the guide in its own language.

    Raises:
        SourceError: with all errors of all files, in the order of files and lines.
    """
    links, link_errors = read_links(project)
    values, value_errors = read_values(project)
    lexicon, lexicon_errors = read_lexicon(project)
    plain_words, plain_words_errors = read_plain_words(project)
    glossary_file, glossary_errors = read_glossary_file(project)
    tables = {"links": link_errors, "values": value_errors, "terms": glossary_errors}
    lang, region = project.language, project.find_locale(project.language).region
    names = Names(
        links={link.name: link.address(lang) for link in links},
        terms=frozenset(glossary_file.table),
        values=format_values(values, lang, region),
        unsure=frozenset(name for name, found in tables.items() if found),
    )
    files, file_errors = read_section_files(project, names)
    errors = [*link_errors, *value_errors, *lexicon_errors, *plain_words_errors]
    errors += [*glossary_errors, *file_errors]
    sections = _build_sections(files, lang, names, errors)
    glossary, entry_errors = build_glossary(glossary_file, lang, names)
    errors += entry_errors
    if errors:
        raise SourceError(sorted(set(errors)))
    return Guide(
        id=project.id,
        lang=lang,
        source_lang=lang,
        title=make_plain_block("guide.title", project.title, lang, project.config, "title"),
        description=make_plain_block(
            "guide.description", project.description, lang, project.config, "description"
        ),
        subjects=tuple(
            make_plain_block(f"guide.subject-{number}", subject, lang, project.config, "subjects")
            for number, subject in enumerate(project.subjects, 1)
        ),
        sections=(*sections, glossary) if glossary else tuple(sections),
        links=links,
        values=values,
        lexicon=lexicon,
        plain_words=plain_words,
    )


def _build_sections(
    files: list[SectionFile], lang: str, names: Names, errors: list[Finding]
) -> list[Section]:
    targets = LinkResolver(files)
    sections = []
    for file in files:
        section, found = build_section(file, lang, names)
        errors += found
        if section:
            blocks = tuple(targets.resolve(block, file) for block in section.blocks)
            sections.append(replace(section, blocks=blocks))
    errors += targets.errors
    return sections
