"""`plainspoken voices add`: put the speakers of a natural voice in place."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..options import option

EXAMPLE = "plainspoken voices add kokoro-js-1.2.1.tgz"
OPTIONS = (
    option("file", metavar="FILE", type=Path,
           help="the package kokoro-js of npm, or a file NAME.bin of its folder `voices`"),
)  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...audio.voices.kokoro_model import find_speaker_folder
    from ...audio.voices.kokoro_speakers import add_speakers

    names = add_speakers(args.file)
    print(f"{len(names)} speakers are in {find_speaker_folder()}.")
    return 0
