"""Read the command line: which command, with which options, in which folder."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from .. import __version__
from . import options

COMMANDS = {
    "build": "make every edition that is not up to date: sound files, EPUB and text, in all "
    "languages",
    "score": "score how hard the guide is to read, and show what makes it hard, in each language",
    "review-notes": "list the notes for reviewers in the source, which no edition has",
    "catalogs": "Prepare the guide for translators, and see how far translations are.",
    "languages": "list the languages: their words, reading scale, remarks, checks and voices",
    "speak": "read the guide aloud: one MP3 a section, in dist/<language>/audio",
    "listen": "hear the finished sound back, and list the sentences that may say something else",
    "lexicon": "Tell what the lexicon does not say, and exchange it with other programs.",
    "voices": "Tell who can read the guide aloud, hear them, and add speakers.",
    "recordings": "Record a guide in a person's own voice, sentence by sentence.",
    "cache": "Look after the sounds that are kept from build to build, and carry them elsewhere.",
    "pack": "make the editions alone, EPUB and text, without the sound files beside them",
    "new": "make a small complete guide, in two languages, to begin with",
}


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The options of the command that `argv` names; `run` runs it, `folder` is where.

    As with git, each `-C`, before the command or after it, is taken from the one before.
    """
    parser = options.Parser(
        prog="plainspoken",
        description="Turn a plain-language guide into accessible editions in many languages.",
        epilog="example: plainspoken build",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"plainspoken {__version__}")
    options.add_folder(parser, "start")
    options.add_commands(parser, __package__, COMMANDS)
    args = parser.parse_args(argv)
    if hasattr(args, "folder"):
        args.folder = args.start / args.folder
    elif args.start != Path():
        parser.error("argument -C: this command reads no guide")
    return args
