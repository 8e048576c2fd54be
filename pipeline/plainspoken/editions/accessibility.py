"""What was proven of an edition goes in; its accessibility metadata comes out, and no more.

Nothing is claimed by default: conformance to a standard needs a recorded review by people.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..guide import Guide
from ..languages import load
from ..narration import Narration


@dataclass(frozen=True, slots=True)
class Proof:
    """What is known of an edition, from its own parts."""

    pictures: bool
    """Images carry meaning; each has an alternative text, or parsing would have refused it."""
    narrated: bool
    """Every sentence, alternative texts included, has its clip."""


def prove(guide: Guide, narration: Narration) -> Proof:
    """Look at the parts of an edition."""
    spans = [span for sentence in guide.sentences() for span in sentence.spans]
    heard = [clip.sentence_id for track in narration.tracks for clip in track.clips]
    said = [sentence.id for sentence in guide.sentences()]
    return Proof(any(span.mark("image") for span in spans), bool(heard) and heard == said)


def metadata(guide: Guide, proof: Proof) -> Iterator[tuple[str, str]]:
    """Pairs of property and value, in the words of schema.org."""
    words = load(guide.lang).words
    yield "schema:accessMode", "textual"
    if proof.pictures:
        yield "schema:accessMode", "visual"
    yield "schema:accessModeSufficient", "textual"
    if proof.narrated:
        yield "schema:accessModeSufficient", "auditory"
    features = ["displayTransformability", "readingOrder", "structuralNavigation"]
    features += ["tableOfContents", "unlocked"]
    if proof.pictures:
        features.append("alternativeText")
    if proof.narrated:
        features.append("synchronizedAudioText")
    for feature in sorted(features):
        yield "schema:accessibilityFeature", feature
    yield "schema:accessibilityHazard", "none"
    summary = [words["summary-text"], words["summary-audio"] if proof.narrated else ""]
    yield "schema:accessibilitySummary", " ".join(filter(None, summary))
