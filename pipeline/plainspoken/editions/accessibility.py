"""Derive an edition's schema.org accessibility metadata from its parts (EPUB Accessibility 1.1
§2). Conformance to WCAG (§3) is not claimed: it needs a recorded review by people.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..front_matter import name_narrator
from ..guide import Guide
from ..languages import find_language, load
from ..narration import Narration

MEASURED_SCRIPTS = frozenset({"Arab", "Cyrl", "Deva", "Hans", "Kore", "Latn"})
"""The scripts (ISO 15924) of pages that the tests measure at every width and size of letters: only
for them is it proven that no words overflow or overlap.
"""


def list_metadata(guide: Guide, narration: Narration) -> Iterator[tuple[str, str]]:
    """Pairs of property and value, such as `schema:accessMode` and `textual`."""
    sentences = list(guide.sentences())
    # Each image has an alternative text: parsing refuses one without.
    has_images = any(span.mark("image") for sentence in sentences for span in sentence.spans)
    spoken = [clip.sentence_id for track in narration.tracks for clip in track.clips]
    # Notes for reviewers, where an edition shows them, are never spoken.
    is_silent = any(block.note for section in guide.sections for block in section.iter_blocks())
    is_whole = spoken == [sentence.id for sentence in sentences] and not is_silent
    is_narrated = bool(spoken) and is_whole
    yield "schema:accessMode", "textual"
    if has_images:
        yield "schema:accessMode", "visual"
    yield "schema:accessModeSufficient", "textual"
    if is_narrated:
        yield "schema:accessModeSufficient", "auditory"
    features = ["readingOrder", "structuralNavigation", "tableOfContents", "unlocked"]
    if {find_language(lang).script for lang in (guide.lang, guide.source_lang)} <= MEASURED_SCRIPTS:
        features.append("displayTransformability")
    if has_images:
        features.append("alternativeText")
    if any(block.kind == "figure" for section in guide.sections for block in section.iter_blocks()):
        features.append("longDescription")
    if is_narrated:
        features.append("synchronizedAudioText")
    for feature in sorted(features):
        yield "schema:accessibilityFeature", feature
    yield "schema:accessibilityHazard", "none"
    if summary := " ".join(_list_remarks(guide, narration)):
        yield "schema:accessibilitySummary", summary


def _list_remarks(guide: Guide, narration: Narration) -> Iterator[str]:
    """What readers should know and no other property says in their language: that nobody has
    reviewed the text, and that a machine reads it aloud.
    """
    for block in guide.sections[0].blocks:
        if block.kind == "notice" and block.variety == "draft":
            yield block.text
    if any(reader.kind != "person" for reader in narration.readers):
        yield name_narrator(load(guide.lang), narration.readers)
