"""`plainspoken listen`: hear the finished sound back, and list the sentences that are doubtful."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from .build import NO_WAIT
from .listen_report import list_open, make_table, print_listening
from .options import JOBS, JSON, VOICE, add_folder, choose, flag, option
from .progress import show_progress

if TYPE_CHECKING:
    from ..audio.listening.approvals import Approvals
    from ..audio.listening.hearing import Hearing
    from ..audio.listening.shown import Shown
    from ..narration import Narration
    from ..publishing.listening import Change

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
        print(json.dumps(make_table(result), indent=2, ensure_ascii=False))
    else:
        print_listening(result)
    return 1 if list_open(result) else 0


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
