"""What holds for every remark, whatever the check."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plainspoken.config.project import load_project
from plainspoken.languages import load
from plainspoken.parsing import parse
from plainspoken.readability.rules import find_remarks, find_unused_suppressions, load_rules
from plainspoken.readability.rules.rewriting import has_same_facts
from plainspoken.readability.rules.runner import collect_facts

from .conftest import Told, counts, write

WORDS = {
    "en": """the a you your nurse doctor pill pills drug TEA kettle Fred 3 2.5 mg ml % °C hours days
three two one twice first not no never without unless cannot don’t is are was were be given tested
by called used to can may must should have has make makes decision perform assessment of utilize
utilized prior approximately administer administered commence in order physician edema biopsy CBC IV
if when because and but so which that who or it this they there immediately additional Utilize""",
    "es": """el la usted su enfermera médico pastilla pastillas TEA kettle Ana 3 2,5 mg ml % °C
horas días tres dos una primera no nunca sin ni salvo puede debe es son fue ser dado probada por
llamado para realizar realiza evaluación de utilizar utilice utilizado con fin aproximadamente
administrar comenzar efectúa posteriormente edema biopsia HC si cuando porque y pero que o esto hay
tiene está inmediatamente adicional Utilice""",
}
SIGNS = [" ", " ", " ", " ", " ", " ", ", ", "; ", " (", ") ", ": ", " “", "” ", " — "]
LANGS = st.sampled_from(["en", "es"])
ANY_FOLDER = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def sentences(draw: st.DrawFn, lang: str) -> str:
    words = draw(st.lists(st.sampled_from(WORDS[lang].split()), min_size=2, max_size=34))
    gaps = draw(st.lists(st.sampled_from(SIGNS), min_size=len(words), max_size=len(words)))
    text = "".join(map("".join, zip(words, gaps, strict=True))).strip(" ,;:—(“”)")
    return text[:1].upper() + text[1:] + "."


def kept(text: str, lang: str) -> list[str]:
    """What no suggestion may change: numbers, units, names and denials, in order."""
    text = text.replace("más o menos", "")  # no exception here
    words = re.findall(r"[%°]|[\w’]+(?:[.,]\d+)?", text)
    writing = load(lang).writing
    facts = {*writing["units"], *writing["negations"], *writing["number-words"], "kettle", "tea"}
    facts |= {"fred", "ana", "%", "°"}
    lower = (word.lower().replace("’", "'") for word in words)
    return [word for word in lower if word in facts or any(map(str.isdigit, word))]


@ANY_FOLDER
@given(st.data(), LANGS)
def test_a_remark_stands_in_its_sentence_and_no_suggestion_touches_a_fact(
    small_guide: Path, data: st.DataObject, lang: str
) -> None:
    texts = data.draw(st.lists(sentences(lang), min_size=1, max_size=6))
    found = find_remarks(counts(write(small_guide, texts, lang)))
    for each in found:
        text = each.finding.detail[0][1:-1]
        assert 0 <= each.begin < each.end <= len(text)
        assert each.kind in {rule.id for rule in load_rules()}
        assert each.finding.hint.endswith(".")
        assert not each.finding.message.endswith(".")
        if each.instead:
            assert kept(text, lang) == kept(" ".join(each.instead), lang)
            assert " ".join(each.instead) != text


@ANY_FOLDER
@given(st.data(), LANGS)
def test_the_order_of_sentences_changes_nothing(
    small_guide: Path, data: st.DataObject, lang: str
) -> None:
    texts = data.draw(st.lists(sentences(lang), min_size=2, max_size=5, unique=True))
    other = data.draw(st.permutations(texts))

    def said(order: list[str]) -> set[tuple[str, str, str, tuple[str, ...]]]:
        return {
            (each.kind, each.finding.detail[0], each.finding.message, each.instead)
            for each in find_remarks(counts(write(small_guide, order, lang)))
        }

    assert said(texts) == said(list(other))


def test_remarks_come_by_file_and_line(told: Told) -> None:
    lines = [each.finding.line for each in told("Utilize it.", "A CBC.", "Utilize it again.")]
    assert lines == sorted(lines)


def test_a_comment_with_a_reason_silences_its_check_and_no_other(told: Told) -> None:
    text = "Utilize the CBC. <!-- allow hard-word: the patient's own word -->"
    reasons = {each.kind: each.reason for each in told(text)}
    assert reasons == {"hard-word": "the patient's own word", "undefined-acronym": ""}


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("<!-- allow hard-word: why -->", "a comment allows 'hard-word', and nothing there needs"),
        ("<!-- allow hard-wird: why -->", "a comment allows 'hard-wird', and no check has that"),
    ],
)
def test_a_comment_that_silences_nothing_is_told(
    small_guide: Path, comment: str, expected: str
) -> None:
    made = counts(write(small_guide, ["All is easy.", f"All is well. {comment}"]))
    (told,) = find_unused_suppressions(made.guide, find_remarks(made))
    assert told.message.startswith(expected)
    assert told.location == "source/01-boil.md:5"
    assert told.hint


def test_a_comment_that_silences_something_is_not_told(small_guide: Path) -> None:
    made = counts(write(small_guide, ["Utilize it. <!-- allow hard-word: why -->"]))
    assert find_unused_suppressions(made.guide, find_remarks(made)) == []


def test_a_what_if_is_shown_only_where_it_is_a_gain(told: Told) -> None:
    found = told("Utilize the pot and stir.", "Go on via it.")
    gains = {each.finding.detail[0]: each.what_if for each in found if each.instead}
    assert gains["“Utilize the pot and stir.”"] is not None
    for gain in filter(None, gains.values()):
        assert gain.after < gain.before


def test_a_language_without_a_scale_has_remarks_and_no_what_if(told: Told) -> None:
    found = told(" ".join(["mot"] * 30) + ".", lang="ht")
    assert [each.kind for each in found] == ["long-sentence"]
    assert found[0].what_if is None


SAME = [
    ("Take 2 pills.", "Take 2 pills now.", True),
    ("Take 2 pills.", "Take 3 pills.", False),
    ("Take two pills.", "Take pills.", False),
    ("Take 2 to 3 pills.", "Take 3 to 2 pills.", False),
    ("Take 5 mg.", "Take 5 g.", False),
    ("It is 38 °C.", "It is 38 C.", False),
    ("Add 5 %.", "Add 5.", False),
    ("Do not stop.", "Stop.", False),
    ("Don’t stop.", "Don't stop.", True),
    ("You may rest.", "You must rest.", False),
    ("Use the kettle.", "Use the pot.", False),
    ("Ask Fred now.", "Ask Ann now.", False),
    ("Ask now.", "Now ask.", True),
    ("The level is < 5.", "The level is > 5.", False),
    ("Take ½ pill.", "Take ¼ pill.", False),
    ("Use the twice-daily pill.", "Use the once-daily pill.", False),
    ("Use the two-part pill.", "Use the two-part tablet.", True),
    ("Take B12.", "Take B6.", False),
    ("Take 2.5 pills.", "Take 1.5 pills.", False),
    ("Take the 2nd pill.", "Take the 3rd pill.", False),
]


@pytest.mark.parametrize(("text", "instead", "same"), SAME)
def test_facts_are_numbers_units_names_and_denials_in_order(
    small_guide: Path, text: str, instead: str, same: bool
) -> None:
    facts = collect_facts(parse(load_project(small_guide)), None)
    assert has_same_facts(text, instead, facts) is same
