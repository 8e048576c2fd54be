"""Read guide.toml: a `Project` holds its paths, locales, voices and targets."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import starmap
from pathlib import Path
from typing import Any

from .. import languages
from ..diagnostics.errors import ProjectError
from ..diagnostics.finding import Finding
from ..input_files import InputFiles
from .changes import CHANGES, Release, find_change_errors, list_releases
from .feed import FEED, FeedSettings, find_feed_errors
from .project_errors import find_project_errors
from .review_period import ReviewPeriod, parse_period
from .toml_schema import Key, TomlFile, read_toml

_TARGETS = {name: Key(float) for name in ("sentence_words", "score", "score_as_read")}
_OPTIONS = Key(bool, otherwise=Key(list, each=Key(str)))
_OPTION = Key(str, otherwise=Key(float, otherwise=_OPTIONS))
_VOICE = Key(dict, shape={"engine": Key(str, required=True)}, each=_OPTION)
_LOCALE = {
    "voices": Key(list, each=Key(str, otherwise=_VOICE)),
    "editions": Key(list, each=Key(str)),
    "region": Key(str),
    "cover": Key(str),
    "targets": Key(dict, shape=_TARGETS),
    "translators": Key(list, each=Key(str)),
    "reviewed_by": Key(str),
    "reviewed": Key(datetime.date),
}
_DATES = {
    "published": Key(datetime.date, required=True),
    "revision": Key(int),
    "reviewed": Key(datetime.date),
}
_SHAPE = {
    "id": Key(str, required=True),
    "title": Key(str, required=True),
    "description": Key(str, required=True),
    "subjects": Key(list, each=Key(str)),
    "language": Key(str, required=True),
    "version": Key(str, required=True),
    "publisher": Key(str, required=True),
    "authors": Key(list, required=True, each=Key(str)),
    "file_as": Key(dict, each=Key(str)),
    "licence": Key(str, required=True),
    "licence_url": Key(str),
    "contact": Key(str),
    "dates": Key(dict, required=True, shape=_DATES),
    "reviewed_by": Key(str),
    "review-every": Key(str),
    "cover": Key(str),
    "language_cue": Key(bool),
    "editions": Key(list, each=Key(str)),
    "changes": CHANGES,
    "feed": Key(dict, shape=FEED),
    "locales": Key(dict, required=True, each=Key(dict, shape=_LOCALE), by_language=True),
}


OptionValue = str | int | float | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Targets:
    """What `score --check` asks of a text; a figure that is not set is not asked for."""

    sentence_words: float | None = None
    """At most, on average."""
    score: float | None = None
    """On the language's own scale, known terms set aside."""
    score_as_read: float | None = None


@dataclass(frozen=True, slots=True)
class VoiceSettings:
    """One voice."""

    engine: str
    """The name of its entry point: `espeak`."""
    options: tuple[tuple[str, OptionValue], ...] = ()
    """By name, in the order of guide.toml; only the engine knows which there are."""


@dataclass(frozen=True, slots=True)
class LocaleSettings:
    """One edition's language."""

    lang: str
    """BCP 47, canonical: `es`, `pt-BR`, `zh-Hans`."""
    voices: tuple[VoiceSettings, ...] = (VoiceSettings("espeak"),)
    """The best first: the first that can say it says a sentence."""
    region: str = ""
    """CLDR region for numbers, where the language alone does not tell: `419`."""
    targets: Targets = Targets()
    translators: tuple[str, ...] = ()
    reviewed_by: str = ""
    """The qualified translator who read the whole; empty: a draft."""
    reviewed: datetime.date | None = None
    """When they read it."""
    cover: str = ""
    """Its own picture for the cover, below `source/`; empty: that of the guide."""
    editions: tuple[str, ...] | None = None
    """The names of its editions; None: those of the guide."""

    @property
    def posix(self) -> str:
        """The name in paths and PO headers: `pt_BR`."""
        return self.lang.replace("-", "_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A guide's folder and what guide.toml says of it, by the names that stand there."""

    root: Path
    id: str
    title: str
    description: str
    subjects: tuple[str, ...] = ()
    language: str
    version: str
    publisher: str
    authors: tuple[str, ...]
    file_as: Mapping[str, str] = field(default_factory=dict)
    """Names of people as lists are sorted by them: `Leaf, Ada`."""
    licence: str
    licence_url: str = ""
    contact: str = ""
    """Where readers tell of mistakes: an address, `mailto:ada@example.org`."""
    published: datetime.date
    revision: int = 0
    """How many releases of that day came before; each has an hour of it: `find_modified`."""
    reviewed: datetime.date | None = None
    reviewed_by: str = ""
    """The clinician who reviewed the source; empty: a draft."""
    review_every: ReviewPeriod | None = None
    """How long a review holds; None: for good."""
    cover: str = ""
    """A picture for all covers, below `source/`; empty: they are drawn."""
    language_cue: bool = True
    """Whether the voice names the language of blocks that are not translated."""
    editions: tuple[str, ...] | None = None
    """The names of its editions; None: those that are made of every guide."""
    changes: tuple[Release, ...] = ()
    """What each release brought, as its editions show it: the newest first."""
    feed: FeedSettings | None = None
    locales: tuple[LocaleSettings, ...]
    config: TomlFile
    files: InputFiles = field(compare=False, repr=False)
    """All that is read of the guide is read by it."""

    @property
    def source(self) -> Path:
        """The folder of the text."""
        return self.root / "source"

    @property
    def catalogs(self) -> Path:
        """The folder of POT and PO files."""
        return self.root / "locales"

    @property
    def dist(self) -> Path:
        """The folder of editions."""
        return self.root / "dist"

    @property
    def cache(self) -> Path:
        """The clip store and the record of builds; may be deleted at any time."""
        return self.root / ".cache" / "plainspoken"

    def locate_catalog(self, lang: str) -> Path:
        """Find a catalog, `locales/pt_BR/LC_MESSAGES/guide.po`, however the tag is spelled.

        Raises ProjectError: two folders are of the same language.
        """
        tag = languages.canonical(lang)
        usual = self.catalogs / tag.replace("-", "_")
        folders = self.files.list_folder(self.catalogs)
        if isinstance(folders, Finding):
            raise ProjectError([folders])
        found = [
            folder
            for folder in folders
            # Beside them stands the template, whose name is no language's: to know that takes CLDR.
            if folder.is_dir() and languages.canonical(folder.name) == tag
        ]
        if len(found) > 1:
            names = " and ".join(map(self.format_path, found))
            hint = "Keep the one that your translators use, and move the other away."
            raise ProjectError([Finding("locales", 0, f"{names} are of the same language", hint)])
        return (found[0] if found else usual) / "LC_MESSAGES" / "guide.po"

    def format_path(self, path: Path) -> str:
        """A path as people are shown it: below the guide's folder, forward slashes."""
        return self.files.format_path(path)

    @property
    def regions(self) -> dict[str, str]:
        """CLDR regions for numbers, by language."""
        return {locale.lang: locale.region for locale in self.locales}

    def find_locale(self, lang: str) -> LocaleSettings:
        """The settings of a locale. Raises ProjectError: the guide has no such locale."""
        return select_locales(self, (lang,))[0]

    def is_draft(self, locale: LocaleSettings) -> bool:
        """Whether a clinician, or for a translation a qualified translator, has not reviewed it."""
        translated = locale.lang != self.language
        return not self.reviewed_by or (translated and not locale.reviewed_by)


def select_locales(project: Project, langs: Sequence[str]) -> tuple[LocaleSettings, ...]:
    """Select the locales named, or all, in the order of guide.toml.

    Raises ProjectError: the guide has no such locale.
    """
    tags = {languages.canonical(lang): lang for lang in langs}
    known = [locale.lang for locale in project.locales]
    hint = f"Use one of: {', '.join(known)}."
    if unknown := [lang for tag, lang in tags.items() if tag not in known]:
        messages = (f"there is no locale {lang!r}" for lang in unknown)
        raise ProjectError(project.config.error(["locales"], text, hint) for text in messages)
    return tuple(locale for locale in project.locales if not tags or locale.lang in tags)


def load_project(root: Path) -> Project:
    """Read `source/guide.toml` below `root`. Raises ProjectError: with every error and its line."""
    try:
        root = Path(os.path.abspath(root))
        path = root / "source" / "guide.toml"
        is_there = path.exists() or path.is_symlink()
        files = InputFiles(root)
    except (OSError, RuntimeError) as error:
        message = f"cannot be read: {getattr(error, 'strerror', error)}"
        hint = "Go to a guide's folder that you may read, or name one with -C."
        raise ProjectError([Finding("source/guide.toml", 0, message, hint)]) from None
    if not is_there:
        hint = "Go to a guide's folder, name it with -C, or start one with `plainspoken new DIR`."
        raise ProjectError([Finding("source/guide.toml", 0, f"is not there (in {root})", hint)])
    file, errors = read_toml(path, files, Key(dict, shape=_SHAPE))
    if not errors:
        errors = [
            *find_project_errors(file),
            *find_change_errors(file),
            *find_feed_errors(file),
        ]
    if errors:
        raise ProjectError(errors)
    return _to_project(root, file, files)


def _to_project(root: Path, file: TomlFile, files: InputFiles) -> Project:
    table = _freeze_lists(file.table)
    table["language"] = languages.canonical(table["language"])
    table["locales"] = tuple(starmap(_to_locale, table["locales"].items()))
    dates = table.pop("dates")
    table["review_every"] = parse_period(table.pop("review-every", ""))
    table["changes"] = list_releases(file)
    if "feed" in table:
        table["feed"] = FeedSettings(**table["feed"])
    return Project(root=root, config=file, files=files, **dates, **table)


def _to_locale(lang: str, table: dict[str, Any]) -> LocaleSettings:
    voices = tuple(map(_to_voice, table.get("voices", ("espeak",))))
    targets = Targets(**table.get("targets", {}))
    return LocaleSettings(lang, **{**_freeze_lists(table), "voices": voices, "targets": targets})


def _freeze_lists(table: dict[str, Any]) -> dict[str, Any]:
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in table.items()
    }


def _to_voice(voice: str | dict[str, Any]) -> VoiceSettings:
    if isinstance(voice, str):
        return VoiceSettings(voice)
    options = {name: value for name, value in _freeze_lists(voice).items() if name != "engine"}
    return VoiceSettings(voice["engine"], tuple(options.items()))
