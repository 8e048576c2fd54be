"""Say what was heard of a locale's sound, which sentences are doubtful, and who has signed it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..audio.listening.approvals import Acceptance
    from ..audio.listening.hearing import HeardSentence
    from ..publishing.listening import Listening


def list_open(result: Listening) -> list[HeardSentence]:
    """The doubtful sentences that nobody has accepted."""
    return [each for each in result.hearing.doubtful if not result.approvals.find(each)]


def make_table(result: Listening) -> dict[str, Any]:
    """All of it for programs."""
    from ..audio.listening.hearing import count_names

    hearing, approvals = result.hearing, result.approvals
    return {
        "schema": 1,
        "locale": result.lang,
        "voices": [reader.name for reader in result.narration.readers],
        "recogniser": hearing.recogniser,
        "sentences": len(hearing.sentences),
        "not_heard": hearing.unheard,
        "words": hearing.words,
        "word_errors": hearing.errors,
        "doubtful": [
            {
                "sentence": sentence.id,
                "file": sentence.place.file,
                "line": sentence.place.line,
                "said": sentence.said,
                "heard": sentence.heard,
                "doubts": sentence.doubts,
                "accepted": _describe_acceptance(approvals.find(sentence)),
            }
            for sentence in hearing.doubtful
        ],
        "names_heard_otherwise": dict(count_names(hearing)),
        "signed": [
            {"by": each.by, "valid": approvals.is_valid(each, result.narration)}
            for each in approvals.signed
        ],
    }


def _describe_acceptance(acceptance: Acceptance | None) -> dict[str, str] | None:
    return {"by": acceptance.by, "reason": acceptance.reason} if acceptance else None


def print_listening(result: Listening) -> None:
    """Print it for people."""
    from ..audio.listening.hearing import count_names
    from ..diagnostics.visible_text import show_hidden

    hearing, approvals = result.hearing, result.approvals
    for sentence in list_open(result):
        for line in _describe(sentence):
            print(show_hidden(line))
    if names := count_names(hearing):
        shown = ", ".join(f"{name} ({count})" for name, count in names)
        print(show_hidden(f"Names heard otherwise, which is no doubt: {shown}"))
    voices = ", ".join(reader.name for reader in result.narration.readers)
    print(f"{result.lang}: read by {voices}, heard by {hearing.recogniser}")
    if hearing.unheard:
        print(f"  sentences in languages that it does not know: {hearing.unheard}")
    share = hearing.errors / max(hearing.words, 1)
    print(f"  words heard otherwise: {hearing.errors} of {hearing.words}, {share:.1%}")
    accepted = len(hearing.doubtful) - len(list_open(result))
    print(f"  sentences heard: {len(hearing.sentences)}, doubtful: {len(hearing.doubtful)}, "
          f"of them accepted: {accepted}")  # fmt: skip
    for each in approvals.signed:
        is_valid = approvals.is_valid(each, result.narration)
        void = "" if is_valid else "; void, since the sound has changed"
        print(show_hidden(f"  signed by {each.by}{void}"))
    if not approvals.signed:
        print("  not signed")
    print(f"See dist/{result.lang}/listen/index.html.", file=sys.stderr)


def _describe(sentence: HeardSentence) -> Iterator[str]:
    place = f"{sentence.place.file}:{sentence.place.line}"
    yield f"{place}: {sentence.id}: {'; '.join(sentence.doubts)}"
    yield f"  said:  {sentence.said}"
    yield f"  heard: {sentence.heard}"
