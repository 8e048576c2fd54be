"""Editions of a guide: each writes a guide and its narration in a form that readers can use.

`base` says what an edition is and finds those that are installed; each edition is a package
beside it. `images`, `cover` and `accessibility` hold what several editions need.
"""

from .base import Artifact, Edition, find_editions

__all__ = ["Artifact", "Edition", "find_editions"]
