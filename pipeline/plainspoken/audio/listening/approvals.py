"""Keep what people say of the sound of a locale, in `locales/<locale>/listening.toml`: which
doubtful sentences are right, and that they have heard the whole.

Each record has a hash of what was heard: of a sentence's words and its sound, or of all sounds.
When they change, it is void. It says who heard what; it is no proof of who wrote it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ...catalogs.review import check_name
from ...config.project import Project
from ...config.text_files import HIDDEN_CHARACTER
from ...config.toml_schema import Key, TomlFile, parse_toml, read_toml
from ...diagnostics.errors import REPORT_FAULT, CatalogError, OutputError
from ...diagnostics.finding import Finding
from ...diagnostics.suggestions import suggest_nearest
from ...narration import Narration
from .hearing import HeardSentence, Hearing
from .shown import Shown, digest_sentence, digest_sound

LONGEST_REASON = 500
_HEAR_FIRST = "Run `plainspoken listen` without --accept and --sign, hear the sound, then say so."
_TEXT = Key(str, required=True)
_RECORDS = {
    "accepted": {"reason": _TEXT, "by": _TEXT, "digest": _TEXT},
    "signed": {"digest": _TEXT},
}
_SHAPE = Key(
    dict,
    shape={name: Key(dict, each=Key(dict, shape=fields)) for name, fields in _RECORDS.items()},
)
_HEAD = """\
# What people have heard of the sound. `plainspoken listen` writes this file; a change of the sound
# makes what is said of it here void.
"""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Somebody's word that a doubtful sentence is right."""

    sentence: str
    """Its id."""
    reason: str
    by: str
    digest: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Somebody's word that they have heard all of the sound."""

    by: str
    digest: str


@dataclass(frozen=True, slots=True)
class Approvals:
    """All that people have said of the sound of a locale, void or not."""

    accepted: tuple[Acceptance, ...] = ()
    signed: tuple[Signature, ...] = ()

    def find(self, sentence: HeardSentence) -> Acceptance | None:
        """Who accepts a doubtful sentence as it sounds now."""
        digest = digest_sentence(sentence)
        found = (each for each in self.accepted if each.sentence == sentence.id)
        return next((each for each in found if each.digest == digest), None)

    def is_valid(self, signature: Signature, narration: Narration) -> bool:
        """Whether the sound is still the one that was signed."""
        return signature.digest == digest_sound(narration)


def locate(project: Project, lang: str) -> Path:
    """The file of a locale, there or not."""
    return project.locate_catalog(lang).parents[1] / "listening.toml"


def read_approvals(project: Project, lang: str) -> Approvals:
    """What stands in the file of a locale. Raises CatalogError: with all that is wrong in it."""
    path = locate(project, lang)
    if not project.files.exists(path):
        return Approvals()
    file, errors = read_toml(path, project.files, _SHAPE)
    CatalogError.raise_if(errors)
    return _restore(file)


def _restore(file: TomlFile) -> Approvals:
    accepted, signed = (file.table.get(name, {}).items() for name in _RECORDS)
    return Approvals(
        tuple(Acceptance(sentence, **record) for sentence, record in accepted),
        tuple(Signature(by, **record) for by, record in signed),
    )


def format_approvals(approvals: Approvals) -> str:
    """The text of the file. Raises OutputError: it could not be read again as it is."""
    accepted = (
        _format_record(
            "accepted", each.sentence, reason=each.reason, by=each.by, digest=each.digest
        )
        for each in approvals.accepted
    )
    signed = (_format_record("signed", each.by, digest=each.digest) for each in approvals.signed)
    text = "\n".join((_HEAD, *accepted, *signed))
    file, errors = parse_toml(text, "listening.toml", _SHAPE)
    if errors or _restore(file) != approvals:
        message = "would not hold what is to be written into it"
        raise OutputError([*errors, Finding("listening.toml", 0, message, REPORT_FAULT)])
    return text


def _format_record(table: str, name: str, **fields: str) -> str:
    quoted = {key: json.dumps(text, ensure_ascii=False) for key, text in fields.items()}
    header = f"[{table}.{json.dumps(name, ensure_ascii=False)}]"
    return "\n".join([header, *(f"{key} = {text}" for key, text in quoted.items()), ""])


def accept(
    approvals: Approvals,
    hearing: Hearing,
    shown: Shown,
    ids: tuple[str, ...],
    reason: str,
    who: str,
) -> Approvals:
    """Accept doubtful sentences as they sound now, in place of what was said of them before. Raises
    CatalogError: there is no such doubtful sentence, or its sound was not shown; or a name or a
    reason cannot be kept.
    """
    who = _tidy_name(who)
    doubtful = {sentence.id: sentence for sentence in hearing.doubtful}
    known = {sentence.id for sentence in hearing.sentences}
    errors = [*_check_reason(reason), *_check_ids(ids, set(doubtful), known)]
    errors += [
        Finding("", 0, f"the sound of {name!r} is new: nobody can have heard it", _HEAR_FIRST)
        for name in dict.fromkeys(ids)
        if name in doubtful and shown.sentences.get(name) != digest_sentence(doubtful[name])
    ]
    CatalogError.raise_if(errors)
    new = [
        Acceptance(name, reason, who, digest_sentence(doubtful[name]))
        for name in dict.fromkeys(ids)
    ]
    kept = (each for each in approvals.accepted if each.sentence not in ids)
    return replace(approvals, accepted=tuple(sorted((*kept, *new), key=_get_sentence)))


def _tidy_name(who: str) -> str:
    """A name as it is kept: without blanks around it. Raises CatalogError: it cannot be."""
    name = who.strip()
    check_name(name)
    return name


def _get_sentence(acceptance: Acceptance) -> str:
    return acceptance.sentence


def _check_reason(reason: str) -> Iterator[Finding]:
    is_line = reason.isprintable() and not HIDDEN_CHARACTER.search(reason)
    if not reason.strip() or len(reason) > LONGEST_REASON or not is_line:
        hint = f'Say why in one line of at most {LONGEST_REASON} letters: --reason "…".'
        yield Finding("", 0, "the reason is missing, or cannot be kept", hint)


def _check_ids(ids: tuple[str, ...], doubtful: set[str], known: set[str]) -> Iterator[Finding]:
    for name in ids:
        if name in known - doubtful:
            yield Finding("", 0, f"{name!r} is not doubtful", "It needs no acceptance.")
        elif name not in doubtful:
            hint = suggest_nearest(name, sorted(doubtful)) or "Take the id from the list of doubts."
            yield Finding("", 0, f"there is no sentence {name!r}", hint)


def sign(approvals: Approvals, narration: Narration, shown: Shown, who: str) -> Approvals:
    """Sign the whole sound, in place of void signatures and older ones of the same person. Raises
    CatalogError: it is not the sound that was shown, or a name cannot be kept.
    """
    who = _tidy_name(who)
    if shown.sound != digest_sound(narration):
        message = "the sound is new: nobody can have heard it"
        raise CatalogError([Finding("", 0, message, _HEAR_FIRST)])
    kept = (
        each
        for each in approvals.signed
        if approvals.is_valid(each, narration) and each.by.casefold() != who.casefold()
    )
    return replace(approvals, signed=(*kept, Signature(who, digest_sound(narration))))
