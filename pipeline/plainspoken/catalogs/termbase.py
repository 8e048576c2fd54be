"""What the glossary says of a language: notes for translators, and terms for the checks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..config.project import Project
from ..diagnostics.errors import SourceError
from ..parsing.glossary import LocalTerm, list_local_terms, read_glossary_file
from ..po.model import Entry

_MARKED = re.compile(r"\]\[term:([a-z0-9-]+)\]")
_MARKUP = re.compile(r"\]\[[^\]]*\]")
_WITH_SHORT_FORM = re.compile(r"(.+?)\s*\((.+)\)")


@dataclass(frozen=True, slots=True)
class Rendering:
    """A term of the source and its translations into one language."""

    term: str
    approved: tuple[str, ...] = ()
    admitted: tuple[str, ...] = ()
    """Accepted, though an approved one is better."""
    forbidden: tuple[str, ...] = ()


def read_terms(project: Project, lang: str = "") -> tuple[LocalTerm, ...]:
    """Read what the glossary's terms are called in a language, or in all. Raises SourceError."""
    file, errors = read_glossary_file(project)
    SourceError.raise_if(errors)
    return list_local_terms(file, lang)


def read_renderings(project: Project, lang: str) -> tuple[Rendering, ...]:
    """Read the glossary's terms in a language, for the checks. Raises SourceError."""
    return to_renderings(read_terms(project, lang))


def to_renderings(terms: Iterable[LocalTerm]) -> tuple[Rendering, ...]:
    """Convert terms for the checks, which look for the long form of each.

    The short form of `blood pressure (BP)` is not looked for by itself: in running text, few
    letters look like many other words. Its translation counts as one of the long form.
    """
    return tuple(_to_rendering(term) for term in terms)


def add_term_notes(messages: Sequence[Entry], terms: Sequence[LocalTerm]) -> list[Entry]:
    """Add to messages notes on the terms they mark or hold: `Glossary: kettle → hervidor`.

    A term within a longer one, as `pressure` in `blood pressure`, has none of its own.
    """
    index = _index_terms(terms)
    places = {term.key: place for place, term in enumerate(terms)}
    noted = []
    for message in messages:
        keys = sorted(_find_terms(message.msgid, index) & places.keys(), key=places.__getitem__)
        notes = tuple(_format_note(terms[places[key]]) for key in keys)
        extracted = (*message.extracted, *notes)
        noted.append(replace(message, extracted=extracted) if notes else message)
    return noted


def split_short_form(term: str) -> tuple[str, ...]:
    """Split `blood pressure (BP)` into the long form and the short one; else give the term."""
    found = _WITH_SHORT_FORM.fullmatch(term)
    return (found[1], found[2]) if found else (term,)


def _index_terms(terms: Iterable[LocalTerm]) -> dict[str, list[tuple[str, LocalTerm]]]:
    """Terms by the first word of each form, in small letters; by none before a sign."""
    index: dict[str, list[tuple[str, LocalTerm]]] = {}
    for term in terms:
        for form in split_short_form(term.term):
            first = re.match(r"\w*", form.casefold())
            index.setdefault(first[0] if first else "", []).append((form.casefold(), term))
    return index


def _find_terms(text: str, index: Mapping[str, list[tuple[str, LocalTerm]]]) -> set[str]:
    """The keys of the terms that a text marks or holds."""
    words = _MARKUP.sub("", text).replace("[", "").replace("*", "")
    lower = words.casefold()
    candidates = {
        term.key: term
        for first in {"", *re.findall(r"\w+", lower)}
        for form, term in index.get(first, ())
        if form in lower
    }
    found = [(match.span(), term) for term in candidates.values() for match in _find(term, words)]
    outer = set(_select_outer({span for span, _ in found}))
    return {*_MARKED.findall(text), *(term.key for span, term in found if span in outer)}


def _select_outer(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Select the places that are within no other."""
    furthest = 0
    for begin, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > furthest:
            yield begin, end
        furthest = max(furthest, end)


def _to_rendering(term: LocalTerm) -> Rendering:
    long_form, *short_form = split_short_form(term.approved)
    return Rendering(
        split_short_form(term.term)[0],
        (long_form,),
        (*short_form, *term.admitted),
        tuple(text for text, _ in term.forbidden),
    )


def _find(term: LocalTerm, words: str) -> Iterator[re.Match[str]]:
    for form in split_short_form(term.term):
        # The case of an abbreviation matters: AIDS is not "aids".
        flags = re.NOFLAG if sum(map(str.isupper, form)) > 1 else re.IGNORECASE
        yield from re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", words, flags)


def _format_note(term: LocalTerm) -> str:
    also = f" (also: {', '.join(term.admitted)})" if term.admitted else ""
    never = "; ".join(f"{text} ({reason})" for text, reason in term.forbidden)
    return f"Glossary: {term.term} → {term.approved}{also}" + (f"; not: {never}" if never else "")
