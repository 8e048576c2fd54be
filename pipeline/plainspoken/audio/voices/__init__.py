"""Find engines by their entry points in the group `plainspoken.voices`. An entry point names what
makes a voice, a class or a function. It may have a table `options`: the keyword arguments that
guide.toml may set; functions `write_ipa` and `read_ipa` between IPA and its own notation;
`facts`, a `VoiceFacts`; `find_lack`, what keeps it from speaking a language here, or nothing;
`find_obstacle`, what keeps it from speaking a text, found without making its sound, or nothing;
`find_recording`, the sound that it has of one sentence of a guide, by a name that it knows;
`find_words`, the same sound as `speak` gives, and for each word the character and the sample where
it begins; `phonemes_of`, another engine whose notation it takes; `stateless`, whether its sound
depends on the text alone, whatever it spoke before; and `takes_folder`, whether it needs to know
the guide's folder, as `folder`. `find_faults` of a voice is what is wrong with its options beyond
their types: a message and a hint each, and lines to show between them, if any.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, Protocol

from ...config.project import LocaleSettings, OptionValue, Project, VoiceSettings
from ...config.toml_schema import TYPE_NAMES, has_type
from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ...diagnostics.suggestions import suggest_nearest
from ...diagnostics.visible_text import quote
from ...languages import Language, load
from ...plugins import find_plugins, load_plugin
from .faults import HINT, report_faults

GROUP = "plainspoken.voices"
Fault = tuple[str, str] | tuple[str, str, tuple[str, ...]]
"""What is wrong with a voice's options."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option of an engine."""

    type: type[str | int | float | bool | tuple[str, ...]]
    """`tuple`: a list of texts."""
    least: float = -math.inf
    most: float = math.inf
    choices: Callable[[Language], Sequence[str]] | None = None
    """Of a text: what it may be for a language."""
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class VoiceFacts:
    """What people want to know of an engine before they choose it: the `facts` of its class."""

    quality: Literal["person", "natural", "draft"]
    """Whether it can be followed with ease: who hears a draft voice must guess words."""
    licence: str
    megabytes: int
    """That it takes on a disk."""
    is_online: bool = False


class Voice(Protocol):
    """Somebody who speaks one or more languages."""

    @property
    def engine(self) -> str:
        """The name of its tables in the languages' voice.toml, and in `source/lexicon.toml`."""

    @property
    def credit(self) -> str:
        """How editions name it: `espeak-ng`."""

    def speaks(self, language: Language) -> bool:
        """Whether it speaks a language."""

    def cache_key(self, language: Language) -> str:
        """All that its sound depends on besides the words, for a language that it speaks."""

    def prepare(self) -> None:
        """Load what speaking needs, once, before processes are made."""

    def speak(self, text: str, language: Language) -> bytes:
        """Mono PCM of 16 bits at `narration.RATE`. Raises VoiceError: it cannot be spoken now."""


def find_voice(name: str) -> Voice:
    """The voice of that name, without options. Raises VoiceError: it needs some, or there is no
    such voice.
    """
    if missing := _find_missing(name, ()):
        message = f"{name} needs {', '.join(f'`{option}`' for option in missing)}"
        hint = f'Set them in source/guide.toml: voices = [{{engine = "{name}", {missing[0]} = …}}].'
        raise VoiceError([Finding("", 0, message, hint)])
    return _make_voice(name, {}, Path())


def find_locale_voices(
    project: Project, locale: LocaleSettings, name: str = ""
) -> tuple[Voice, ...]:
    """The voices of a locale with their options, as guide.toml has them; or of these the one named,
    which has no options where guide.toml does not name it. There are none where guide.toml says
    `voices = []`: the editions have no sound. Raises VoiceError: with every unknown voice and
    option, at its line.
    """
    chosen = [settings for settings in locale.voices if name in ("", settings.engine)]
    if name and not chosen:
        return (find_voice(name),)
    language = load(locale.lang)
    errors: list[Fault] = []
    voices = []
    for settings in chosen:
        with report_faults(settings.engine, "check its options"):
            faults: list[Fault] = [*_check_settings(settings, language)]
            if not faults:
                voices.append(_make_voice(settings.engine, dict(settings.options), project.root))
                faults = list(getattr(voices[-1], "find_faults", lambda _: ())(language))
            errors += faults
    if errors:
        path = ("locales", locale.lang, "voices")
        raise VoiceError(project.config.error(path, *error) for error in errors)
    return tuple(voices)


def find_choices(project: Project, locale: LocaleSettings) -> tuple[Voice, ...]:
    """A voice of each engine for a locale: with its options where guide.toml names it. Raises
    VoiceError as `find_locale_voices` does.
    """
    named: dict[str, Voice] = {}
    for voice in find_locale_voices(project, locale):
        named.setdefault(voice.engine, voice)
    free = (name for name in list_engines() if not _find_missing(name, ()))
    found = {name: find_voice(name) for name in free} | named
    return tuple(found[name] for name in sorted(found))


def _find_missing(name: str, given: Container[str]) -> list[str]:
    """The options that an engine needs and is not given."""
    known: Mapping[str, Option] = getattr(_find_engine(name), "options", {})
    return [name for name, option in known.items() if option.is_required and name not in given]


def _make_voice(name: str, options: Mapping[str, OptionValue], folder: Path) -> Voice:
    make = _find_engine(name)
    with report_faults(name, "start"):
        voice = make(**options, **({"folder": folder} if getattr(make, "takes_folder", 0) else {}))
        names: Sequence[object] = (voice.engine, voice.credit)
    if all(isinstance(text, str) for text in names):
        return voice
    raise VoiceError([Finding("", 0, f"{name} has no text for `engine` and `credit`", HINT)])


def _check_settings(settings: VoiceSettings, language: Language) -> Iterator[tuple[str, str]]:
    try:
        make = _find_engine(settings.engine)
    except VoiceError as error:
        yield from ((finding.message, finding.hint) for finding in error.findings)
        return
    known: Mapping[str, Option] = getattr(make, "options", {})
    for name, value in settings.options:
        if option := known.get(name):
            yield from _check_option(name, value, option, language)
        else:
            hint = f"Use one of: {', '.join(known)}." if known else "Remove it: it has no options."
            hint = suggest_nearest(name, known) or hint
            yield f"`{name}` is not an option of {settings.engine}", hint
    for name in _find_missing(settings.engine, dict(settings.options)):
        yield f"{settings.engine} needs `{name}`", f"Add `{name}`: {TYPE_NAMES[known[name].type]}."


def _check_option(
    name: str, value: OptionValue, option: Option, language: Language
) -> Iterator[tuple[str, str]]:
    if not has_type(value, option.type):
        kind = TYPE_NAMES[option.type]
        shown = list(value) if isinstance(value, tuple) else value
        yield f"`{name}` is {shown!r}, not {kind}", f"Give `{name}` {kind}."
    elif isinstance(value, str):
        choices = option.choices(language) if option.choices else (value,)
        if value not in choices:
            hint = f"Use one of: {', '.join(choices)}." if choices else "Remove it."
            hint = suggest_nearest(value, choices) or hint
            yield f"`{name}` is {value!r}, which is none for {language.tag}", hint
    elif not isinstance(value, tuple) and not option.least <= value <= option.most:
        bounds = f"from {option.least:g} to {option.most:g}"
        yield f"`{name}` is {value}", f"Give `{name}` a number {bounds}."


def find_notation(engine: str, language: Language) -> Callable[[str, Language], str] | None:
    """What writes IPA in an engine's own notation, or raises ValueError with a sign that it has no
    sound for. None: the engine takes no phonemes, or there are none for the language.
    """
    write: Callable[[str, Language], str] | None = _find_function(engine, language, "write_ipa")
    return write


def find_reader(
    engine: str, language: Language
) -> Callable[[Sequence[str], Language], Sequence[str]] | None:
    """What tells the IPA of texts in an engine's own notation; None as for `find_notation`."""
    read: Callable[[Sequence[str], Language], Sequence[str]] | None
    read = _find_function(engine, language, "read_ipa")
    return read


def _find_function(engine: str, language: Language, name: str) -> Any:
    own = find_phonemes_engine(engine)
    if own not in list_engines() or not language.voice(own).get("voice"):
        return None
    return getattr(_find_engine(own), name, None)


def find_facts(voice: Voice) -> VoiceFacts | None:
    """What is known of a voice's engine; None: it does not say."""
    return getattr(voice, "facts", None)


def find_kind(voice: Voice) -> Literal["person", "natural", "draft"]:
    """What a voice says of itself; one that says nothing counts as natural."""
    facts = find_facts(voice)
    return facts.quality if facts else "natural"


def find_lack(voice: Voice, language: Language) -> str:
    """What keeps a voice from speaking a language here; empty: nothing that it knows of."""
    find: Callable[[Language], str] = getattr(voice, "find_lack", lambda _: "")
    with report_faults(voice.credit, f"say whether it is ready for {language.tag}"):
        return find(language)


def find_obstacle(voice: Voice, text: str, language: Language) -> str:
    """What keeps a voice from speaking a text, as it goes on from the voice's name: `has no sound
    for …`. Empty: nothing that it finds without making the sound; speaking may fail all the same.
    """
    find: Callable[[str, Language], str] = getattr(voice, "find_obstacle", lambda *_: "")
    with report_faults(voice.credit, f"say whether it can speak {quote(text)}"):
        return find(text, language)


def find_phonemes_engine(engine: str) -> str:
    """The engine in whose notation a lexicon gives an engine its phonemes: mostly itself."""
    if engine not in list_engines():
        return engine
    return str(getattr(_find_engine(engine), "phonemes_of", engine))


def list_engines() -> tuple[str, ...]:
    """The names of all engines that are installed."""
    return tuple(entry.name for entry in find_plugins(GROUP))


@cache
def _find_engine(name: str) -> Callable[..., Voice]:
    found = {entry.name: entry for entry in find_plugins(GROUP)}
    if name not in found:
        hint = suggest_nearest(name, found) or f"Use one of: {', '.join(sorted(found))}."
        raise VoiceError([Finding("", 0, f"there is no voice {name!r}", hint)])
    make: Callable[..., Voice] = load_plugin(found[name])
    return make


def find_speaker(voices: Sequence[Voice], language: Language) -> Voice | None:
    """The first voice that speaks a language. Raises VoiceError: a voice cannot say."""
    return next(list_speakers(voices, language), None)


def list_speakers(voices: Sequence[Voice], language: Language) -> Iterator[Voice]:
    """All voices that speak a language, by preference. Raises VoiceError: a voice cannot say."""
    for voice in voices:
        with report_faults(voice.credit, f"say whether it speaks {language.tag}"):
            is_able = voice.speaks(language)
        if is_able:
            yield voice


def find_recording(voice: Voice, name: str, text: str, lang: str) -> str | None:
    """What a voice takes as the text of a sentence of a guide in `lang`, by its id and its text as
    written, where it has sound of that very sentence; None: it has none.
    """
    find: Callable[[str, str, str], str | None]
    find = getattr(voice, "find_recording", lambda *_: None)
    with report_faults(voice.credit, f"look for its sound of {name}"):
        return find(name, text, lang)


def is_stateless(voice: Voice) -> bool:
    """Whether a voice says that its sound depends on the text alone. If not, each sentence is
    spoken in a process of its own.
    """
    with report_faults(voice.credit, "say whether its sound depends on what it spoke before"):
        return getattr(voice, "stateless", False) is True
