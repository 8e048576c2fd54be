"""`plainspoken listen`: hear the finished sound back, and list the sentences that are doubtful."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from .build import NO_WAIT
from .options import JOBS, JSON, VOICE, add_folder, choose, flag, option
from .progress import show_progress

if TYPE_CHECKING:
    from ..audio.listening.approvals import Acceptance, Approvals
    from ..audio.listening.hearing import HeardSentence, Hearing
    from ..audio.listening.shown import Shown
    from ..narration import Narration
    from ..publishing.listening import Change, Listening

EXAMPLE = "plainspoken listen es"
OPTIONS = (
    option("locale", metavar="LOCALE", help="the language whose sound is heard"),
    choose(
        option(
            "--accept", dest="ids", metavar="SENTENCE", nargs="+", action="extend",
            help="accept these doubtful sentences, each named as in the list of doubts",
        ),
        flag("--sign", "sign the whole sound, which you have heard"),
    ),
    option("--reason", metavar="TEXT", default="", help="why a doubtful sentence is right"),
    option("--as", dest="who", metavar="NAME", default="", help="who accepts or signs"),
    add_folder, VOICE, JOBS, NO_WAIT, JSON,
)  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ..audio.listening.recogniser import find_recogniser
    from ..publishing.build_lock import hold_build_lock
    from ..worker_pool import open_pool

    change = _make_change(args)
    recogniser = find_recogniser()
    with (
        open_pool(args.jobs) as pool,
        hold_build_lock(args.folder, wait=not args.no_wait) as project,
        show_progress() as report,
    ):
        from ..publishing.listening import listen
        from ..publishing.stages import BuildRequest

        request = BuildRequest(project, args.voice, args.jobs, report, {}, True, pool)
        result = listen(request, args.locale, recogniser, change)
    if args.json:
        print(json.dumps(_make_table(result), indent=2, ensure_ascii=False))
    else:
        _print(result)
    return 1 if _list_open(result) else 0


def _make_change(args: argparse.Namespace) -> Change | None:
    """What the options say of the sound. Raises CatalogError: they do not fit together."""
    from ..diagnostics.errors import CatalogError
    from ..diagnostics.finding import Finding

    if not (args.ids or args.sign):
        if args.who or args.reason:
            hint = "Add --accept SENTENCE or --sign, or leave it out."
            raise CatalogError([Finding("", 0, "--as and --reason are for those who sign", hint)])
        return None
    errors = []
    if not args.who:
        errors.append(Finding("", 0, "a signature needs a name", 'Add --as "Name".'))
    if args.sign and args.reason:
        hint = "Leave --reason out, or accept doubtful sentences first."
        errors.append(Finding("", 0, "--reason is for --accept, not for --sign", hint))
    CatalogError.raise_if(errors)

    def change(
        approvals: Approvals, hearing: Hearing, narration: Narration, shown: Shown
    ) -> Approvals:
        from ..audio.listening.approvals import accept, sign

        if args.sign:
            return sign(approvals, narration, shown, args.who)
        return accept(approvals, hearing, shown, tuple(args.ids), args.reason, args.who)

    return change


def _list_open(result: Listening) -> list[HeardSentence]:
    """The doubtful sentences that nobody has accepted."""
    return [each for each in result.hearing.doubtful if not result.approvals.find(each)]


def _make_table(result: Listening) -> dict[str, Any]:
    from ..audio.listening.hearing import count_names

    hearing, approvals = result.hearing, result.approvals
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
                "accepted": _describe_acceptance(approvals.find(sentence)),
            }
            for sentence in hearing.doubtful
        ],
        "names_heard_otherwise": dict(count_names(hearing)),
        "signed": [
            {"by": each.by, "valid": approvals.is_valid(each, result.narration)}
            for each in approvals.signed
        ],
    }


def _describe_acceptance(acceptance: Acceptance | None) -> dict[str, str] | None:
    return {"by": acceptance.by, "reason": acceptance.reason} if acceptance else None


def _print(result: Listening) -> None:
    from ..audio.listening.hearing import count_names
    from ..diagnostics.visible_text import show_hidden

    hearing, approvals = result.hearing, result.approvals
    for sentence in _list_open(result):
        print(show_hidden(_describe(sentence)))
    if names := count_names(hearing):
        shown = ", ".join(f"{name} ({count})" for name, count in names)
        print(show_hidden(f"Names heard otherwise, which is no doubt: {shown}"))
    voices = ", ".join(reader.name for reader in result.narration.readers)
    print(f"{result.lang}: read by {voices}, heard by {hearing.recogniser}")
    if hearing.unheard:
        print(f"  sentences in languages that it does not know: {hearing.unheard}")
    share = hearing.errors / max(hearing.words, 1)
    print(f"  words heard otherwise: {hearing.errors} of {hearing.words}, {share:.1%}")
    accepted = len(hearing.doubtful) - len(_list_open(result))
    print(f"  sentences heard: {len(hearing.sentences)}, doubtful: {len(hearing.doubtful)}, "
          f"of them accepted: {accepted}")  # fmt: skip
    for each in approvals.signed:
        is_valid = approvals.is_valid(each, result.narration)
        void = "" if is_valid else "; void, since the sound has changed"
        print(show_hidden(f"  signed by {each.by}{void}"))
    if not approvals.signed:
        print("  not signed")
    print(f"See dist/{result.lang}/listen/index.html.", file=sys.stderr)


def _describe(sentence: HeardSentence) -> str:
    place = f"{sentence.place.file}:{sentence.place.line}"
    lines = [f"{place}: {sentence.id}: {'; '.join(sentence.doubts)}"]
    lines += [f"  said:  {sentence.said}", f"  heard: {sentence.heard}"]
    return "\n".join(lines)
