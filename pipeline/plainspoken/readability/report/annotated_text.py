"""One language goes in; its text comes out, each sentence on a ground that tells its length."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from ...guide import Block, Section, Sentence
from ...languages import load
from ..score import SectionScore
from .charts import strip
from .formatting import language, many
from .hardest_sentences import said_of
from .heat import STEPS, Look, Note, Warmth, links, remark_id, sentence_id, step, words_marked
from .markup import Html, inside, joined, tag
from .sections import title_of
from .tables import fitted

_HOLDERS = {"item": "li", "quote": "blockquote", "alert": "div", "row": "tr"}
_LEAVES = {"definition": "dd", "term": "dt", "code": "pre"}


def legend() -> Html:
    """What the grounds and signs mean."""
    last = len(STEPS)
    names = [*(f"up to {bound:.0%} of the limit" for bound in STEPS), "longer still"]
    steps = (
        tag("li", tag("span", f"{'over the limit, ' if place == last - 1 else ''}{name}",
                      class_=f"step{place + 1}"))
        for place, name in enumerate(names)
    )  # fmt: skip
    signs = (
        tag("li", tag("span", "no ground", class_="quiet"), ": a heading, a table cell or a "
            "fragment, not counted as a sentence"),
        tag("li", "a sentence over the limit", tag("sup", "23 words", class_="length"),
            ": how many words it has, with the list items that belong to it"),
        tag("li", tag("mark", "a hard word"), " ", tag("mark", "one in the glossary",
            class_="explained"), ": long, or with a remark"),
        tag("li", "a sentence", tag("span", "7", class_="note"), ": leads to remark 7, below the "
            "section"),
    )  # fmt: skip
    return tag("div", tag("ul", *steps, class_="steps"), tag("ul", *signs, class_="signs"),
               class_="legend")  # fmt: skip


def text(look: Look) -> Html:
    """All sections of a language, each to be opened, the first of them open."""
    pairs = zip(look.examined.guide.sections, look.examined.card.sections, strict=True)
    writer = _Writer(look)
    card = look.examined.card
    return joined([
        tag("p", f"The limit is {card.limit} {card.unit} in a sentence.", _long(look.long)),
        *(writer.section(section, score, is_open=place == 0)
          for place, (section, score) in enumerate(pairs)),
    ])  # fmt: skip


def _long(syllables: int) -> str:
    return f" A word of {syllables} or more syllables is marked as long." if syllables else ""


class _Writer:
    """Writes sections of one language; keeps the number of its tables, which have no names."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.lang = look.lang
        self.card = look.examined.card
        self.tables = 0

    def section(self, section: Section, score: SectionScore, is_open: bool) -> Html:
        """A section's text, and below it the remarks on it."""
        notes = [note for each in section.sentences() for note in self.look.notes.get(each.id, ())]
        told = f"{score.figures.over} over the limit, {many(len(notes), 'remark')}"
        return tag(
            "details",
            tag("summary", tag("h4", title_of(self.card, score)), " ",
                tag("span", told, class_="quiet"), strip(self._steps(section))),
            tag("div", *self._blocks(section.blocks), class_="text", **_language(self.lang)),
            self._notes(notes),
            open="open" if is_open else None,
        )  # fmt: skip

    def _steps(self, section: Section) -> list[tuple[int, int]]:
        """The words and the step of each sentence that counts."""
        warm = (self.look.warmth.get(each.id) for each in section.sentences())
        return [
            (each.words, step(each.words, self.card.limit)) for each in warm if each and each.leads
            and each.words
        ]  # fmt: skip

    def _blocks(self, blocks: Sequence[Block]) -> list[Html]:
        made: list[Html] = []
        for is_entry, group in groupby(blocks, lambda block: block.kind == "entry"):
            if is_entry:
                made.append(tag("dl", *map(self._entry, group)))
            else:
                made += map(self._block, group)
        return made

    def _entry(self, block: Block) -> Html:
        return tag("div", *(
            tag("dd", self._block(child)) if child.kind == "notice" else self._block(child)
            for child in block.children
        ))  # fmt: skip

    def _block(self, block: Block) -> Html:
        match block.kind:
            case "rule":
                return tag("hr")
            case "list":
                name = "ol" if block.variety == "ordered" else "ul"
                start = block.start if name == "ol" and block.start != 1 else None
                return tag(name, *self._blocks(block.children), start=start)
            case "table":
                return self._table(block)
            case "item" | "quote" | "alert":
                kind = "alert" if block.kind == "alert" else None
                return tag(_HOLDERS[block.kind], *self._blocks(block.children), class_=kind)
            case "heading":
                return self._leaf("p", block, class_="heading") if block.text else Html()
            case _:
                return self._leaf(_LEAVES.get(block.kind, "p"), block)

    def _table(self, block: Block) -> Html:
        self.tables += 1
        rows = (tag("tr", *map(self._cell, row.children)) for row in block.children)
        made = tag("table", tag("tbody", *rows))
        columns = max((len(row.children) for row in block.children), default=0)
        return fitted(f"{language(self.lang)}: table {self.tables} of the text", made, columns)

    def _cell(self, block: Block) -> Html:
        if block.variety == "header":
            return self._leaf("th", block, scope="col")
        return self._leaf("td", block)

    def _leaf(self, name: str, block: Block, **attributes: str) -> Html:
        own = _language(block.lang) if block.lang != self.lang else {}
        sentences = (
            piece
            for each in block.sentences
            for piece in (self._sentence(each, block.lang), each.tail)
        )
        return tag(name, *sentences, **attributes, **own)

    def _sentence(self, sentence: Sentence, lang: str) -> Html:
        warm = self.look.warmth.get(sentence.id, Warmth(0, False, ()))
        level = step(warm.words, self.card.limit) if warm.words else 0
        own = _language(sentence.lang) if sentence.lang != lang else {}
        words = tag(
            "span", words_marked(sentence.text, warm.hard), id=sentence_id(self.lang, sentence.id),
            class_=f"step{level}" if level else None, **own,
        )  # fmt: skip
        over = warm.leads and warm.words > self.card.limit
        told = f"{warm.words} {self.card.unit}"
        return joined([
            words,
            tag("sup", told, class_="length", lang="en", dir="ltr") if over else "",
            links(self.lang, self.look.notes.get(sentence.id, ())),
        ])  # fmt: skip

    def _notes(self, notes: Sequence[Note]) -> str:
        if not notes:
            return ""
        return tag("ol", *map(self._note, notes), class_="remarks")

    def _note(self, note: Note) -> Html:
        remark = note.remark
        back = inside(
            sentence_id(self.lang, remark.sentence), f"Back to the sentence of remark {note.number}"
        )
        return tag(
            "li",
            said_of(remark),
            tag("p", tag("code", remark.finding.where), ", message ", tag("code", remark.block),
                ". ", back, class_="quiet"),
            id=remark_id(self.lang, note.number), value=note.number,
        )  # fmt: skip


def _language(lang: str) -> dict[str, str]:
    return {"lang": lang, "dir": load(lang).direction}
