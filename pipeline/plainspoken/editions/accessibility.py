"""Derive the accessibility metadata of an edition from its parts (EPUB Accessibility 1.1 §2).

The properties and values are those of schema.org. Nothing is claimed that the parts do not show:
conformance to WCAG (EPUB Accessibility 1.1 §3) needs a recorded review by people.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..guide import Guide
from ..languages import load
from ..narration import Narration


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """What the parts of an edition show."""

    has_images: bool
    """Images carry meaning; each has an alternative text, or parsing would have refused it."""
    is_narrated: bool
    """Every sentence, alternative texts included, has its clip."""


def inspect_edition(guide: Guide, narration: Narration) -> EditionFacts:
    """See what an edition of a guide can truly say of itself."""
    spans = [span for sentence in guide.sentences() for span in sentence.spans]
    spoken = [clip.sentence_id for track in narration.tracks for clip in track.clips]
    written = [sentence.id for sentence in guide.sentences()]
    has_images = any(span.mark("image") for span in spans)
    return EditionFacts(has_images, bool(spoken) and spoken == written)


def list_metadata(guide: Guide, facts: EditionFacts) -> Iterator[tuple[str, str]]:
    """Pairs of property and value, such as `schema:accessMode` and `textual`."""
    words = load(guide.lang).words
    yield "schema:accessMode", "textual"
    if facts.has_images:
        yield "schema:accessMode", "visual"
    yield "schema:accessModeSufficient", "textual"
    if facts.is_narrated:
        yield "schema:accessModeSufficient", "auditory"
    features = ["displayTransformability", "readingOrder", "structuralNavigation"]
    features += ["tableOfContents", "unlocked"]
    if facts.has_images:
        features.append("alternativeText")
    if facts.is_narrated:
        features.append("synchronizedAudioText")
    for feature in sorted(features):
        yield "schema:accessibilityFeature", feature
    yield "schema:accessibilityHazard", "none"
    summary = [words["summary-text"], words["summary-audio"] if facts.is_narrated else ""]
    yield "schema:accessibilitySummary", " ".join(filter(None, summary))
