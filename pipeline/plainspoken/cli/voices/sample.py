"""`plainspoken voices sample`: the same three sentences by each voice of a language."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ..options import add_folder, option

if TYPE_CHECKING:
    from ...guide import Guide, Sentence

EXAMPLE = "plainspoken voices sample es -o samples"
OPTIONS = (
    option("lang", metavar="LOCALE", help="a language of the guide"),
    option("-o", "--output-folder", dest="output", metavar="FOLDER", type=Path,
           default=Path("samples"), help="where to write the WAV files (samples)"),
    option("--online", action="store_true", help="ask voices that need the network, too"),
    add_folder,
)  # fmt: skip
_SENTENCES = 3
_MOST_LETTERS = 120


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...atomic_write import write_files
    from ...audio.say import TextToSay, make_wav
    from ...audio.voices import find_choices, find_facts, find_lack, find_obstacle
    from ...config.project import load_project, select_locales
    from ...diagnostics.errors import VoiceError
    from ...diagnostics.finding import Finding
    from ...languages import load
    from ...localized_guides import read_guides

    project = load_project(args.folder)
    (locale,) = select_locales(project, [args.lang])
    guide = read_guides(project, [locale])[locale.lang]
    language = load(locale.lang)
    texts = [sentence.text for sentence in _choose_sentences(guide)]
    if not texts:
        message = f"has no sentence of at most {_MOST_LETTERS} letters to speak"
        hint = "Translate a short sentence, or speak one: plainspoken speak --say TEXT"
        raise VoiceError([Finding(locale.lang, 0, message, hint)])
    for voice in find_choices(project, locale):
        engine = voice.engine
        if not voice.speaks(language):
            continue
        if lack := find_lack(voice, language):
            print(f"{engine}: {lack}")
        elif (facts := find_facts(voice)) and facts.is_online and not args.online:
            print(f"{engine}: needs the network; add --online")
        elif obstacle := find_obstacle(voice, texts[0], language):
            print(f"{engine}: {voice.credit} {obstacle}")
        else:
            for number, text in enumerate(texts, 1):
                path = args.output / f"{locale.lang}-{engine}-{number}.wav"
                region = project.regions.get(locale.lang, "")
                said = TextToSay(text, locale.lang, region, guide.lexicon)
                write_files({path: make_wav(said, [voice])}, Path())
                print(f"{engine}: {path}")
    return 0


def _choose_sentences(guide: Guide) -> list[Sentence]:
    """The longest sentences of the text that are easily heard again, in their order."""
    own = [
        sentence
        for sentence in guide.sentences()
        if sentence.lang == guide.lang and len(sentence.text) <= _MOST_LETTERS
    ]
    longest = sorted(own, key=lambda sentence: -len(sentence.text))[:_SENTENCES]
    return [sentence for sentence in own if sentence in longest]
