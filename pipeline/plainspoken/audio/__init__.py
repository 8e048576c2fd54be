"""A `Guide` and voices go in; a `Narration` comes out: tracks, and the exact times of each clip.

`spoken` writes a sentence as a voice should say it, `voices` say it, `store` keeps what was
said, `tracks` lays it one after another and encodes it; `narrate` leads them.
"""

from ..narration import Clip, Narration, Track
from .narrate import Reading, narrate

__all__ = ["Clip", "Narration", "Reading", "Track", "narrate"]
