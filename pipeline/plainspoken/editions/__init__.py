"""Editions of a guide: `base` says what one is and finds those installed, each a package here;
`choice` tells which of them a guide has; `images`, `cover` and `accessibility` hold what several
need.
"""

from .base import Artifact, Edition, declare, find_editions
from .choice import check_settings, choose_editions

__all__ = ["Artifact", "Edition", "check_settings", "choose_editions", "declare", "find_editions"]
