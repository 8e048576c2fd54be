"""Who made an edition, by the codes of MARC (id.loc.gov/vocabulary/relators)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..config.project import LocaleSettings, Project
from ..guide import Guide
from ..narration import Narration


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, or some body of people, with a part in an edition."""

    name: str
    role: str
    """Code of three letters: `trl`."""
    file_as: str = ""
    """The name as lists are sorted by it, where guide.toml gives it: none is guessed."""

    @property
    def is_author(self) -> bool:
        """Whether the text is theirs."""
        return self.role == "aut"


def list_people(
    guide: Guide, narration: Narration, project: Project, locale: LocaleSettings
) -> Iterator[Person]:
    """The authors, then the translators of a translation, the clinician who was consulted, and
    people who read aloud. Synthetic voices are no people.
    """
    pairs = [(name, "aut") for name in project.authors]
    if guide.lang != guide.source_lang:
        pairs += [(name, "trl") for name in locale.translators]
    if project.reviewed_by:
        pairs.append((project.reviewed_by, "csl"))
    pairs += [(reader.name, "nrt") for reader in narration.readers if reader.kind == "person"]
    for name, role in dict.fromkeys(pairs):
        yield Person(name, role, project.file_as.get(name, ""))
