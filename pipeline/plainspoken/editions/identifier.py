"""Name a guide in a language for good: every edition and every release of it has this name."""

from __future__ import annotations

import uuid

from ..config.project import Project


def make_identifier(project: Project, lang: str) -> str:
    """The identifier of a guide in a language, the same in every release."""
    name = f"urn:plainspoken:{project.publisher}:{project.id}:{lang}"
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}"
