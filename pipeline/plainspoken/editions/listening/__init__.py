"""What was heard of the sound, as a page: the doubtful sentences, each to be heard."""

from __future__ import annotations

from functools import partial

from ...audio.listening.approvals import Approvals
from ...audio.listening.hearing import Hearing
from ..base import BuildFunction, Edition


def make_edition(hearing: Hearing, approvals: Approvals) -> Edition:
    """It has no entry point: only who listens gets it."""

    def load() -> BuildFunction:
        from .edition import build

        return partial(build, hearing, approvals)

    return Edition("listen", "plainspoken", load)
