"""`plainspoken listen`: hear the finished sound back, and list the sentences that are doubtful."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from .build import NO_WAIT
from .options import JOBS, JSON, VOICE, add_folder, option
from .progress import show_progress

if TYPE_CHECKING:
    from ..audio.listening.hearing import HeardSentence
    from ..publishing.listening import Listening

EXAMPLE = "plainspoken listen es"
OPTIONS = (
    option("locale", metavar="LOCALE", help="the language whose sound is heard"),
    add_folder,
    VOICE,
    JOBS,
    NO_WAIT,
    JSON,
)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ..audio.listening.recogniser import find_recogniser
    from ..publishing.build_lock import hold_build_lock
    from ..worker_pool import open_pool

    recogniser = find_recogniser()
    with (
        open_pool(args.jobs) as pool,
        hold_build_lock(args.folder, wait=not args.no_wait) as project,
        show_progress() as report,
    ):
        from ..publishing.listening import listen
        from ..publishing.stages import BuildRequest

        request = BuildRequest(project, args.voice, args.jobs, report, {}, True, pool)
        result = listen(request, args.locale, recogniser)
    if args.json:
        print(json.dumps(_make_table(result), indent=2, ensure_ascii=False))
    else:
        _print(result)
    return 1 if result.hearing.doubtful else 0


def _make_table(result: Listening) -> dict[str, Any]:
    from ..audio.listening.hearing import count_names

    hearing = result.hearing
    return {
        "schema": 1,
        "locale": result.lang,
        "voices": [reader.name for reader in result.narration.readers],
        "recogniser": hearing.recogniser,
        "sentences": len(hearing.sentences),
        "not_heard": hearing.unheard,
        "words": hearing.words,
        "word_errors": hearing.errors,
        "doubtful": [
            {
                "sentence": sentence.id,
                "file": sentence.place.file,
                "line": sentence.place.line,
                "said": sentence.said,
                "heard": sentence.heard,
                "doubts": sentence.doubts,
            }
            for sentence in hearing.doubtful
        ],
        "names_heard_otherwise": dict(count_names(result.hearing)),
    }


def _print(result: Listening) -> None:
    from ..audio.listening.hearing import count_names
    from ..diagnostics.visible_text import show_hidden

    hearing = result.hearing
    for sentence in hearing.doubtful:
        print(show_hidden(_describe(sentence)))
    if names := count_names(result.hearing):
        shown = ", ".join(f"{name} ({count})" for name, count in names)
        print(show_hidden(f"Names heard otherwise, which is no doubt: {shown}"))
    voices = ", ".join(reader.name for reader in result.narration.readers)
    print(f"{result.lang}: read by {voices}, heard by {hearing.recogniser}")
    if hearing.unheard:
        print(
            f"  in languages that {hearing.recogniser} does not know: {hearing.unheard} sentences"
        )
    share = hearing.errors / max(hearing.words, 1)
    print(f"  words heard otherwise: {hearing.errors} of {hearing.words}, {share:.1%}")
    print(f"  sentences heard: {len(hearing.sentences)}, doubtful: {len(hearing.doubtful)}")


def _describe(sentence: HeardSentence) -> str:
    place = f"{sentence.place.file}:{sentence.place.line}"
    lines = [f"{place}: {sentence.id}: {'; '.join(sentence.doubts)}"]
    lines += [f"  said:  {sentence.said}", f"  heard: {sentence.heard}"]
    return "\n".join(lines)
