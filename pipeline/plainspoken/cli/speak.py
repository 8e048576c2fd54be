"""`plainspoken speak`: make the sound files alone, or say one text."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from . import build
from .options import flag, option

if TYPE_CHECKING:
    from ..audio.voices import Voice
    from ..config.project import Project
    from ..guide import Pronunciation

EXAMPLE = 'plainspoken speak --say "Take 1/2 tablet." --language en --words'
OPTIONS = (
    *build.EDITION_OPTIONS,
    flag("--script", "write dist/<locale>/script/index.html too: what is said, to read and hear"),
    option("--say", metavar="TEXT", help="say one text instead, by the guide's lexicon"),
    option("--language", metavar="TAG", default="", help="the language of the text: es-419"),
    flag("--words", "show the words of the text, and make no sound"),
    option("-o", "--output-file", dest="file", metavar="FILE", type=Path,
           help="write the sound of the text as a WAV file; without it, it is played"),
)  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    if args.say is not None:
        return _say(args)
    from ..editions.script import EDITION
    from ..publishing.builder import speak

    return build.run_build(args, partial(speak, beside=(EDITION,)) if args.script else speak)


def _say(args: argparse.Namespace) -> int:
    from ..atomic_write import write_files
    from ..audio.say import TextToSay, make_wav, play_wav
    from ..audio.spoken_faults import find_faults
    from ..config.project import load_project
    from ..diagnostics.errors import VoiceError
    from ..guide import Place
    from ..languages import load
    from ..parsing import parse

    lexicon: tuple[Pronunciation, ...] = ()
    lang, project = args.language, None
    if (args.folder / "source" / "guide.toml").exists():
        project = load_project(args.folder)
        guide = parse(project)
        lexicon, lang = guide.lexicon, lang or guide.lang
    language = load(lang or "en")
    text = TextToSay(args.say, language.tag, _find_region(lang), lexicon)
    spoken = text.say(args.voice or "espeak")
    for fault in find_faults(spoken, Place(""), is_critical=False):
        if fault.level == "error":
            raise VoiceError([fault])
        print(f"warning: {fault.message}", file=sys.stderr)
    if args.words:
        print(spoken.words)
        return 0
    content = make_wav(text, _find_voices(args.voice or "espeak", language.tag, project))
    if args.file:
        write_files({args.file: content}, Path())
        print(f"Wrote {args.file}.", file=sys.stderr)
    else:
        play_wav(content)
    return 0


def _find_voices(name: str, lang: str, project: Project | None) -> Sequence[Voice]:
    """The voice of a name, with the options that the guide gives it for a language."""
    from ..audio.voices import find_locale_voices, find_voice

    locales = project.locales if project else ()
    for locale in locales:
        if project and locale.lang == lang:
            return find_locale_voices(project, locale, name)
    return (find_voice(name),)


def _find_region(tag: str) -> str:
    """The region of a tag, by which its numbers are read: `419` of `es-419`."""
    last = tag.replace("_", "-").rpartition("-")[2]
    return last.upper() if tag != last and len(last) in (2, 3) else ""
