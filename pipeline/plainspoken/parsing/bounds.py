"""Bounds of a text. What is beyond them is surely a mistake: no person can follow it, and it would
take minutes to read. It is refused before any other work is done on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate

from ..guide import Block, Section, Sentence

MOST_NESTING = 50
"""Lists and quotations, or marks and brackets, in one another."""
MOST_SENTENCE_WORDS = 1_000
MOST_SENTENCE_CHARACTERS = 10_000
"""Some patterns take a time that grows with the square of the length of a run without spaces."""
MOST_PARAGRAPH_WORDS = 20_000
MOST_SECTION_SENTENCES = 10_000
SECTION_MESSAGE = f"the section has more than {MOST_SECTION_SENTENCES:,} sentences"
_SEPARATE = (
    r"\u2e80-\u2fff\u3005-\u3007\u3031-\u3035\u3040-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
)
_JOINED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
# A name, so that it is compiled only for a long text. The lengths are those of long words.
_WORD = (
    rf"[{_SEPARATE}]|[{_JOINED}]{{1,4}}"
    rf"|[^\W{_SEPARATE}{_JOINED}][^\s{_SEPARATE}{_JOINED}]{{0,39}}|[^\w\s]{{40}}"
)

_OPENING_RUN = re.compile(rf"(?:\*|_){{{2 * MOST_NESTING}}}(?=[^\s*_])")
_CLOSING_RUN = re.compile(rf"(?<=[^\s*_])(?:\*|_){{{2 * MOST_NESTING}}}")

Excess = tuple[int, str, str]
"""Lines after the first of a block, a message and a hint."""


def count_words(text: str) -> int:
    """Count words roughly, in linear time and in any script.

    An ideograph is a word, and so are four letters of a script without spaces, such as Thai. A run
    of other signs without a space is as many words as it has forties of them.
    """
    return sum(1 for _ in re.finditer(_WORD, text))


def has_deep_brackets(text: str) -> bool:
    """Whether brackets stand so deep in one another that the parser would take minutes."""
    if text.count("[") <= MOST_NESTING:
        return False
    steps = (1 if sign == "[" else -1 for sign in re.findall(r"[\[\]]", text))
    deepest: int = max(accumulate(steps, lambda depth, step: max(0, depth + step)))
    return deepest > MOST_NESTING


def has_deep_emphasis(text: str) -> bool:
    """Whether emphasis stands so deep in itself that the parser would take gigabytes: two runs of
    very many signs, with words between (CommonMark §6.2).
    """
    opening = _OPENING_RUN.search(text)
    return bool(opening and _CLOSING_RUN.search(text, opening.end()))


def check_paragraph(text: str) -> Excess | None:
    """Find out whether the text of a paragraph is too long to be cut into sentences."""
    if len(text) <= MOST_PARAGRAPH_WORDS or count_words(text) <= MOST_PARAGRAPH_WORDS:
        return None
    message = f"a paragraph has more than {MOST_PARAGRAPH_WORDS:,} words"
    return 0, message, "Divide it with empty lines."


def check_section(section: Section) -> Block | None:
    """Find the block in which a section of the text has more sentences than it may."""
    if section.role == "glossary":
        return None
    count = 0
    for block in section.leaves():
        count += len(block.sentences)
        if count > MOST_SECTION_SENTENCES:
            return block
    return None


def check_sentences(sentences: Iterable[Sentence]) -> Excess | None:
    """Find the first sentence that is too long."""
    for sentence in sentences:
        text = sentence.text if len(sentence.spans) > 1 else sentence.spans[0].text
        if len(text) > MOST_SENTENCE_WORDS and count_words(text) > MOST_SENTENCE_WORDS:
            message = f"a sentence has more than {MOST_SENTENCE_WORDS:,} words"
            return sentence.line, message, "End each sentence with its sign, such as a full stop."
        if len(text) > MOST_SENTENCE_CHARACTERS:
            message = f"a sentence has more than {MOST_SENTENCE_CHARACTERS:,} characters"
            return sentence.line, message, "End each sentence with its sign, such as a full stop."
    return None
