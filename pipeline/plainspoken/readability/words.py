"""A section goes in; the sentences and words that count come out, and what was left out.

The policy, fixed and stated:
- Headings, code, table cells that are no sentences, and blocks in another language are left out.
- A list item that is a full sentence counts as one. Fragments join the sentence that leads in.
- A number is one word of one syllable. Addresses are never in the text.
- Known terms are words that carry a glossary mark, stand in a glossary term, or in the lexicon:
  the guide explains or pronounces them. Set aside, they keep their place in the sentence's
  length and leave the mean of syllables.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ..guide import Block, Guide, Place, Section, Sentence

_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+(?:['’\-]\w+)*")
_FULL = re.compile(r"[.!?…。！？؟।]['\"”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a counted sentence."""

    text: str
    known: bool
    """It is a term that the guide explains."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One sentence as it is counted: a fragment joined to it may come from another block."""

    text: str
    words: tuple[Word, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Counts:
    """What a section gives."""

    sentences: tuple[Counted, ...]
    left_out: Counter[str]
    """Kind and number of words."""


def known_words(guide: Guide) -> frozenset[str]:
    """The words, in small letters, of glossary terms and of the lexicon."""
    words = {entry.word.lower() for entry in guide.lexicon}
    for section in guide.sections:
        for block in section.leaves():
            if block.kind == "term":
                words |= {word.lower() for word in _WORD.findall(block.text) if len(word) > 3}
    return frozenset(words)


def count(section: Section, lang: str, known: frozenset[str]) -> Counts:
    """Count one section of a guide in `lang`."""
    counter = _Counter(lang, known)
    counter.blocks(section.blocks)
    return Counts(tuple(counter.sentences), counter.left_out)


class _Counter:
    """Walks over blocks; keeps what it counted, and the lead-in of the list that it is in."""

    def __init__(self, lang: str, known: frozenset[str]) -> None:
        self.lang = lang
        self.known = known
        self.sentences: list[Counted] = []
        self.left_out: Counter[str] = Counter()

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            if block.kind == "notice":
                continue
            if block.sentences and block.lang != self.lang:
                self._leave("in another language", block)
            elif block.kind in ("heading", "code"):
                self._leave("headings" if block.kind == "heading" else "code", block)
            elif block.kind == "list":
                self._list(block)
            elif block.kind == "term":
                self._leave("glossary terms", block)
            else:
                self._leaf(block)
                self.blocks(block.children)

    def _leave(self, kind: str, block: Block) -> None:
        self.left_out[kind] += len(_WORD.findall(_normal(block.text)))

    def _leaf(self, block: Block) -> None:
        for sentence in block.sentences:
            if block.kind == "cell" and not _FULL.search(sentence.text):
                self.left_out["table cells"] += len(list(self._words(sentence)))
            else:
                self._add(sentence, block.place)

    def _list(self, block: Block) -> None:
        lead = len(self.sentences) - 1
        leads = lead >= 0 and self.sentences[lead].text.endswith(":")
        for item in block.children:
            first, *rest = item.children
            texts = first.sentences if first.kind == "paragraph" else ()
            fragment = texts and not _FULL.search(texts[-1].text) and first.lang == self.lang
            if not fragment:
                self.blocks(item.children)
                continue
            if leads:
                self._join(lead, texts)
            else:
                self._leave("fragments", first)
            self.blocks(tuple(rest))

    def _add(self, sentence: Sentence, place: Place) -> None:
        words = tuple(self._words(sentence))
        if words:
            self.sentences.append(Counted(_normal(sentence.text), words, place))

    def _join(self, lead: int, texts: tuple[Sentence, ...]) -> None:
        before = self.sentences[lead]
        text = " ".join([before.text, *(_normal(each.text) for each in texts)])
        words = (*before.words, *(word for each in texts for word in self._words(each)))
        self.sentences[lead] = Counted(text, words, before.place)

    def _words(self, sentence: Sentence) -> Iterator[Word]:
        """Words across spans: an emphasis within a word does not cut it."""
        text = _normal(sentence.text)
        marked: list[bool] = []
        for span in sentence.spans:
            marked += [span.mark("term") is not None] * len(_normal(span.text))
        for found in _WORD.finditer(text):
            term = len(marked) == len(text) and marked[found.start()]
            yield Word(found[0], term or self._is_known(found[0]))

    def _is_known(self, word: str) -> bool:
        lower = word.lower()
        return lower in self.known or lower.removesuffix("s") in self.known


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text)
