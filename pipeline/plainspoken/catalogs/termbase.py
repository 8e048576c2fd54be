"""The glossary's words for a language go in; what translators and checks are told comes out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..config.project import Project
from ..diagnostics.errors import SourceError
from ..parsing.glossary import LocalTerm, list_local_terms, read_glossary_file
from ..po.model import Entry

if TYPE_CHECKING:
    from .checks.accepted_terms import Rendering

_MARKED = re.compile(r"\]\[term:([a-z0-9-]+)\]")
_MARKUP = re.compile(r"\]\[[^\]]*\]")
_IN_BRACKETS = re.compile(r"(.+?)\s*\((.+)\)")


def read_terms(project: Project, lang: str = "") -> tuple[LocalTerm, ...]:
    """What the glossary's terms are called in a language, or in all.

    Raises:
        SourceError: with every fault of the glossary.
    """
    file, errors = read_glossary_file(project)
    if errors:
        raise SourceError(sorted(set(errors)))
    return list_local_terms(file, lang)


def to_renderings(terms: Iterable[LocalTerm]) -> tuple[Rendering, ...]:
    """The same, as checks look at them: by the long form of each term.

    The short form of `blood pressure (BP)` is not looked for by itself: in running text, few
    letters look like many other words. Its translation may stand for that of the long form.
    """
    return tuple(_rendering(term) for term in terms)


def add_term_notes(messages: Sequence[Entry], terms: Sequence[LocalTerm]) -> list[Entry]:
    """Messages of a template, with what translators to one language are told of their terms."""
    folded = _folded(terms)
    notes = [(each, _notes(each.msgid, terms, folded)) for each in messages]
    return [
        replace(each, extracted=(*each.extracted, *lines)) if lines else each
        for each, lines in notes
    ]


def format_term_notes(text: str, terms: Sequence[LocalTerm]) -> tuple[str, ...]:
    """A line for each term that a text marks or says: `Glossary: kettle → hervidor`.

    A term within a longer one, as `pressure` in `blood pressure`, is not told by itself.
    """
    return _notes(text, terms, _folded(terms))


def _notes(
    text: str, terms: Sequence[LocalTerm], folded: Sequence[tuple[str, LocalTerm]]
) -> tuple[str, ...]:
    marked = set(_MARKED.findall(text))
    words = _MARKUP.sub("", text).replace("[", "").replace("*", "")
    low = words.casefold()
    # To look for letters is far quicker than for whole words: few terms are left to look for.
    near = {term.key: term for form, term in folded if form in low}
    said = [(found.span(), term) for term in near.values() for found in _found(term, words)]
    used = {term.key for span, term in said if not any(_within(span, each) for each, _ in said)}
    return tuple(_note(term) for term in terms if term.key in marked | used)


def _folded(terms: Sequence[LocalTerm]) -> list[tuple[str, LocalTerm]]:
    """Each form of each term in lower case."""
    return [(form.casefold(), term) for term in terms for form in split_short_form(term.term)]


def split_short_form(term: str) -> tuple[str, ...]:
    """A term and its short form: `blood pressure (BP)` is both."""
    found = _IN_BRACKETS.fullmatch(term)
    return (found[1], found[2]) if found else (term,)


def _rendering(term: LocalTerm) -> Rendering:
    from .checks.accepted_terms import Rendering

    first, *rest = split_short_form(term.approved)
    return Rendering(
        split_short_form(term.term)[0],
        (first,),
        (*rest, *term.admitted),
        tuple(text for text, _ in term.forbidden),
    )


def _found(term: LocalTerm, words: str) -> Iterator[re.Match[str]]:
    for form in split_short_form(term.term):
        # An abbreviation is one only as it is written: AIDS is not "aids".
        flags = re.NOFLAG if sum(map(str.isupper, form)) > 1 else re.IGNORECASE
        yield from re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", words, flags)


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]


def _note(term: LocalTerm) -> str:
    also = f" (also: {', '.join(term.admitted)})" if term.admitted else ""
    never = "; ".join(f"{text} ({reason})" for text, reason in term.forbidden)
    return f"Glossary: {term.term} → {term.approved}{also}" + (f"; not: {never}" if never else "")
