"""Hear the finished sound of a locale back. Whoever calls this holds the guide's build lock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ..audio.listening.approvals import Approvals, format_approvals, locate, read_approvals
from ..audio.listening.hearing import Hearing, hear_narration
from ..audio.listening.recogniser import Recogniser
from ..audio.listening.shown import Shown, describe_shown, read_shown, write_shown
from ..config.project import LocaleSettings, Project
from ..diagnostics.errors import VoiceError
from ..diagnostics.finding import Finding
from ..editions.listening import make_edition
from ..locks import CATALOGS, hold_lock
from ..narration import Narration
from .build_state import read_record
from .completion import complete_readings
from .inputs import read_inputs
from .stages import BuildRequest, make_locales, narrate_readings

Change = Callable[[Approvals, Hearing, Narration, Shown], Approvals]
"""What people say of the sound, added to what they said before; they have heard what was shown."""


@dataclass(frozen=True, slots=True)
class Listening:
    """What was heard of a locale, and what people say of it."""

    lang: str
    narration: Narration
    hearing: Hearing
    approvals: Approvals


def listen(
    request: BuildRequest, lang: str, recogniser: Recogniser, change: Change | None = None
) -> Listening:
    """Hear the tracks of a locale back, and write `dist/<locale>/listen/index.html`; tracks that
    are missing are made first. Raises PlainspokenError: the guide cannot be read aloud, its edition
    in `dist/` is read by somebody else, or `change` refuses; then nothing is written.
    """
    project = request.project
    locale = project.find_locale(lang)
    with hold_lock(CATALOGS, project.cache, project.root):
        approvals = read_approvals(project, locale.lang)
        inputs = read_inputs(project, [locale], request.voice)
        (completed,) = complete_readings(project, inputs, request.jobs)
    guide = completed.reading.guide
    (narration,) = narrate_readings(request, [completed.reading])
    if narration.unspoken:
        message = f"has no sound: there is no voice for {', '.join(narration.unspoken)}"
        hint = "Choose a voice that speaks it; see `plainspoken voices list`."
        raise VoiceError([Finding(locale.lang, 0, message, hint)])
    _check_reader(project, locale, narration)
    assert request.pool, "those who listen work in processes"
    hearing = hear_narration(
        guide,
        narration,
        project.regions,
        recogniser,
        project.cache,
        request.pool,
        request.progress,
    )
    if not hearing.sentences:
        message = f"has no sentence in a language that {recogniser.name} knows"
        hint = "Have somebody who speaks the language listen to it."
        raise VoiceError([Finding(locale.lang, 0, message, hint)])
    if change:
        shown = read_shown(project.cache, locale.lang)
        approvals = change(approvals, hearing, narration, shown)
        with hold_lock(CATALOGS, project.cache, project.root):
            project.files.write({locate(project, locale.lang): format_approvals(approvals)})
    editions = {locale.lang: (make_edition(hearing, approvals),)}
    make_locales(replace(request, editions=editions), [locale], {}, [narration])
    write_shown(project.cache, locale.lang, describe_shown(hearing, narration))
    return Listening(locale.lang, narration, hearing, approvals)


def _check_reader(project: Project, locale: LocaleSettings, narration: Narration) -> None:
    """Raise VoiceError: who reads most of the edition in `dist/` reads nothing of this sound, which
    would take its place beside the edition.
    """
    summary = read_record(project, locale).summary
    names = [reader.name for reader in narration.readers]
    if summary and summary.readers and (built := summary.readers[0].name) not in names:
        message = (
            f"its edition in dist/ is read by {built}, and this sound by {' and '.join(names)}"
        )
        hint = (
            "Name the voice that it was built with, by --voice, or run `plainspoken build` first."
        )
        raise VoiceError([Finding(locale.lang, 0, message, hint)])
