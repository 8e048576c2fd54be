"""Checklists go in; what an editor answered comes out, with whose checklist it is."""

from __future__ import annotations

from ..analysis import Analysis
from ..checklists import Checklist
from ..checklists.reading import Answer
from .formatting import figure, many
from .markup import Html, joined, tag
from .methodology import linked
from .tables import Column, behind, table

_VALUES = {"yes": "Yes", "no": "No", "not-applicable": "Does not apply", "": "Open"}


def judged(examination: Analysis) -> Html:
    """All checklists; words where nobody has filled one in."""
    if not examination.checklists:
        return tag(
            "p", "Nobody has filled in a checklist (CDC Clear Communication Index, AHRQ PEMAT-P). ",
            tag("code", "plainspoken score --checklists"), " prints an empty one.",
        )  # fmt: skip
    return joined(_one(each, examination.project.version) for each in examination.checklists)


def _one(checklist: Checklist, version: str) -> Html:
    older = (
        f" It was version {checklist.version}; this report is about version {version}."
        if checklist.version != version
        else ""
    )
    return joined([
        tag("h3", checklist.title),
        tag("p", _result(checklist), class_="verdict"),
        tag("p", f"Answered by {checklist.by} on {checklist.date.isoformat()}.{older}"),
        behind(f"{checklist.title}: all answers", _answers(checklist)),
        tag("p", "Source: ", linked(checklist.source), class_="quiet"),
    ])  # fmt: skip


def _result(checklist: Checklist) -> str:
    if checklist.score is None:
        if checklist.unanswered:
            return f"No score yet: {many(checklist.unanswered, 'question')} still open."
        return "No score: no question applies."
    told = f"{figure(checklist.score)} of 100"
    if checklist.goal is None:
        return f"{told}. Its makers name no score to reach."
    met = "reached" if checklist.score >= checklist.goal else "not reached"
    return f"{told}. The score to reach is {checklist.goal:g}: {met}."


def _answers(checklist: Checklist) -> Html:
    columns = (Column("Question"), Column("Answer"), Column("Note"))
    rows = [
        (f"{each.item.number}. {each.item.question}", _value(each), each.note)
        for each in checklist.answers
    ]
    return table(f"{checklist.title}: questions and answers", columns, rows)


def _value(answer: Answer) -> str:
    return _VALUES.get(answer.value, answer.value)
