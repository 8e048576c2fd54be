"""What a sound file says of the edition that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from ..config.addresses import normalize_address
from ..config.project import Project


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who publishes a guide, when, and under which licence. What is empty is left out."""

    publisher: str = ""
    published: str = ""
    """ISO 8601: `2026-01-31`."""
    licence: str = ""
    licence_url: str = ""
    """In ASCII."""

    @property
    def copyright(self) -> str:
        """The year, the owner and the licence, in the order that ID3 asks for: `2026 Ada. CC0`."""
        owner = f"{self.published[:4]} {self.publisher}" if self.published else ""
        return f"{owner}. {self.licence}" if owner and self.licence else owner


def make_imprint(project: Project) -> Imprint:
    """The imprint of a guide. It names the day of the guide, not that of the release: all sound
    would be another then.
    """
    return Imprint(
        project.publisher,
        project.published.isoformat(),
        project.licence,
        normalize_address(project.licence_url) if project.licence_url else "",
    )
