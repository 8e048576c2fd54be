"""What no person can follow is refused early, with its place and with the bound."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from plainspoken.config.project import load_project
from plainspoken.diagnostics.errors import PlainspokenError, SourceError
from plainspoken.guide import Guide, Mark, Span
from plainspoken.parsing import parse
from plainspoken.parsing.bounds import (
    MOST_SENTENCE_WORDS,
    count_words,
)
from plainspoken.parsing.ids import IdGenerator
from plainspoken.parsing.segmentation import split_sentences

SENTENCE = MOST_SENTENCE_WORDS * "word "
EMPHASIS = "*a ", " b*"
LONG_TEXT = "a" * 10_001
REFUSED = {
    "a long sentence": ("A. B.\n\nA.\nThe " + SENTENCE, 6, "1,000 words"),
    "a long sentence of ideographs": ("药" * 1_001 + "。", 3, "1,000 words"),
    "a long sentence of Thai": ("ยา" * 2_001, 3, "1,000 words"),
    "a long word": ("a" * 40_001, 3, "1,000 words"),
    "a long run of signs": ("A " + "-" * 10_001, 3, "10,000 characters"),
    "a long line of code": (f"```\n{SENTENCE} word\n```", 3, "1,000 words"),
    "a long cell": (f"|a|\n|-|\n|{SENTENCE} word|", 5, "1,000 words"),
    "a long paragraph": ("It is so. " * 6_667, 3, "20,000 words"),
    "many sentences": ("A.\n\n" * 10_000 + "B.", 20_001, "10,000 sentences"),
    "many lines of code": ("```\n" + "a\n" * 10_001 + "```", 3, "10,000 sentences"),
    "deep quotations": ("A.\n\n" + "> " * 51 + "B.", 5, "50 levels"),
    "deep lists": ("".join("  " * depth + "- a\n" for depth in range(26)), 28, "50 levels"),
    "deep brackets": ("A.\n\n" + "[" * 51 + "]" * 51, 5, "50 deep"),
    "deep emphasis": (EMPHASIS[0] * 51 + EMPHASIS[1] * 51, 3, "50 deep"),
    "a run of emphasis": ("*" * 300_000 + "a" + "*" * 300_000, 3, "50 deep"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_text_beyond_a_bound_is_one_error_with_its_line_and_the_bound(
    case: str, small_guide: Path
) -> None:
    text, line, bound = REFUSED[case]
    with pytest.raises(SourceError) as caught:
        read_section(small_guide, text)
    (finding,) = caught.value.findings
    assert (finding.file, finding.line) == ("source/03-long.md", line)
    assert bound in finding.message
    assert finding.hint


ALLOWED = {
    "a long sentence": SENTENCE.strip() + ".",
    "a long sentence of ideographs": "药" * 999 + "。",
    "a long paragraph": "It is so here. " * 5_000,
    "many sentences": "A.\n\n" * 9_998,
    "deep quotations": "> " * 50 + "B.",
    "deep lists": "".join("  " * depth + "- a\n" for depth in range(25)),
    "deep brackets": "[" * 50 + "]" * 50,
    "deep emphasis": EMPHASIS[0] * 50 + EMPHASIS[1] * 50,
}


@pytest.mark.parametrize("case", ALLOWED)
def test_a_text_up_to_each_bound_is_read(case: str, small_guide: Path) -> None:
    assert read_section(small_guide, ALLOWED[case]).sections[2].id == "long"


@pytest.mark.parametrize("file", ["glossary.toml", "values.toml", "guide.toml"])
def test_a_long_text_of_a_table_is_refused_with_its_line(file: str, small_guide: Path) -> None:
    path = small_guide / "source" / file
    old = {"glossary.toml": "definition", "values.toml": "unset", "guide.toml": "description"}[file]
    lines = path.read_text("utf-8").split("\n")
    number = next(i for i, line in enumerate(lines) if line.startswith(old))
    lines[number] = f'{old} = "{LONG_TEXT}"'
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(PlainspokenError) as caught:
        parse(load_project(small_guide))
    (finding,) = caught.value.findings
    assert (finding.file, finding.line) == (f"source/{file}", number + 1)
    assert "10,000 characters" in finding.message


def test_words_are_counted_in_any_script() -> None:
    assert count_words("Take two, in the morning.") == 5
    assert count_words("你好 世界") == 4
    assert count_words("ยา" * 10) == 5
    assert count_words("a" * 81) == 3


def test_the_spans_of_a_paragraph_are_looked_at_once_a_sentence() -> None:
    class CountingText(str):
        lengths = 0

        def __len__(self) -> int:
            CountingText.lengths += 1
            return super().__len__()

    def count(sentences: int) -> int:
        CountingText.lengths = 0
        spans = [
            Span(CountingText(text), marks)
            for _ in range(sentences)
            for text, marks in (("Be ", ()), ("so", (Mark("emphasis"),)), (" good. ", ()))
        ]
        assert len(split_sentences(spans, "en", IdGenerator("x"))) == sentences
        return CountingText.lengths

    assert count(400) <= 4.5 * count(100)


def test_a_long_paragraph_is_cut_at_the_same_places_as_its_parts() -> None:
    part = "He took 2.5 mg at 8 a.m. today. Dr. J. Gómez (see p. 5) agreed! Did she? “Yes.” "
    few, many = (
        split_sentences((Span((part * times).strip()),), "en", IdGenerator("x"))
        for times in (1, 200)
    )
    counts = Counter(sentence.text for sentence in many)
    assert counts == {sentence.text: 200 for sentence in few}


def read_section(folder: Path, text: str) -> Guide:
    (folder / "source/03-long.md").write_text(f"# Long\n\n{text}\n", encoding="utf-8")
    return parse(load_project(folder))
