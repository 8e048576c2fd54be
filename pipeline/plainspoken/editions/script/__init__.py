"""The script of a narration: what is said beside what is written, for whoever signs the sound."""

from __future__ import annotations

from ..base import BuildFunction, Edition


def _load() -> BuildFunction:
    from .edition import build

    return build


EDITION = Edition("script", "plainspoken", _load)
"""It has no entry point: only who asks for it gets it."""
