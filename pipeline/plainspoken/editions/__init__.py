"""Editions of a guide: `base` says what one is and finds those installed, each a package here;
`images`, `cover` and `accessibility` hold what several need.
"""

from .base import Artifact, Edition, find_editions

__all__ = ["Artifact", "Edition", "find_editions"]
