"""What HTML comments tell, and which are written nearly so."""

from __future__ import annotations

import pytest

from plainspoken.diagnostics.suppressions import Suppression
from plainspoken.guide import CriticalMark
from plainspoken.parsing.comments import Comment, find_stray_comments, read_comment

ALLOW = "Write `<!-- allow NAME: REASON -->`."
MARK = "Write `<!-- critical -->` or `<!-- not critical: REASON -->`."


@pytest.mark.parametrize(
    "text",
    [
        "<!-- a note -->", "<!---->", "<!-- allowed: so -->", "<!-- disallow x: y -->",
        "<!-- critical care is given here -->", "<!-- the critical point -->",
        "<!-- critical of this text -->", "<!-- a critical -->",
        "<!-- reviewed: x -->", "<!-- reviewer: x -->", "<!-- review this -->",
        "<!-- a review: x -->",
    ],
)  # fmt: skip
def test_other_comments_are_notes(text: str) -> None:
    assert read_comment(text) == Comment()
    assert list(find_stray_comments(text)) == []


@pytest.mark.parametrize(
    ("text", "suppression"),
    [
        ("<!-- allow passive: It is so. -->", Suppression("passive", "It is so.")),
        ("<!--allow hard-word:x-->", Suppression("hard-word", "x")),
        ("<!--\nallow\na :\n two\n  lines -->", Suppression("a", "two lines")),
        ("<!-- allow a b c -->", Suppression("a", "b c")),
        ("<!-- allow : why -->", Suppression("", "why")),
    ],
)
def test_a_comment_allows_something_with_its_reason(text: str, suppression: Suppression) -> None:
    assert read_comment(text) == Comment(suppression)


@pytest.mark.parametrize("text", ["<!-- allow passive -->", "<!-- allow a:  -->", "<!-- allow -->"])
def test_to_allow_something_takes_a_reason(text: str) -> None:
    comment = read_comment(text)
    assert comment.suppression
    assert comment.suppression.reason == ""
    assert comment.error == (f"`{text}` gives no reason", ALLOW)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("<!-- critical -->", CriticalMark(is_critical=True)),
        ("<!--critical-->", CriticalMark(is_critical=True)),
        ("<!--\n critical\n-->", CriticalMark(is_critical=True)),
        ("<!-- not critical: A pot. -->", CriticalMark(is_critical=False, reason="A pot.")),
        ("<!--not\n critical :A\n  pot.-->", CriticalMark(is_critical=False, reason="A pot.")),
    ],
)
def test_a_comment_marks_what_is_critical_and_what_is_not(text: str, mark: CriticalMark) -> None:
    assert read_comment(text) == Comment(mark=mark)


@pytest.mark.parametrize("text", ["<!-- not critical: -->", "<!-- not critical:  \n -->"])
def test_not_critical_takes_a_reason(text: str) -> None:
    assert read_comment(text) == Comment(error=(f"`{text}` gives no reason", MARK))


@pytest.mark.parametrize(
    "text",
    [
        "<!-- Critical -->", "<!-- CRITICAL -->", "<!-- critical! -->", "<!-- critical: why -->",
        "<!-- not critical -->", "<!-- noncritical -->", "<!-- uncritical -->", "<!-- critcal -->",
        "<!-- crtical -->", "<!-- is critical -->", "<!-- isn't critical -->", "<!-- critic -->",
        "<!-- very critical -->", "<!-- not_critical: x -->", "<!-- critically -->",
        "<!-- [critical] -->", "<!-- non-critical: x -->", "<!-- no critical -->",
        "<!-- cretical -->", "<!-- criticise -->",
        "<!-- critical dose -->",
    ],
)  # fmt: skip
def test_what_is_written_nearly_so_is_an_error(text: str) -> None:
    assert read_comment(text) == Comment(error=(f"`{text}` does not mark anything", MARK))


def test_comments_that_stand_alone_are_told_with_their_lines() -> None:
    text = (
        "<!-- note -->\n<!-- critical -->\n\n<!-- allow a: b --> <!-- allow c -->\n"
        "<!-- not\ncritical: x -->\n<!-- Critical -->"
    )
    own = "Put it at the end of the text that it is for, on the same line."
    hint = "Put `<!-- allow NAME: REASON -->` at the end of the paragraph that it is for."
    allows = "a comment that allows something belongs to no paragraph"
    assert list(find_stray_comments(text)) == [
        (1, "`<!-- critical -->` belongs to no text", own),
        (3, allows, hint),
        (3, allows, hint),
        (4, "`<!-- not\ncritical: x -->` belongs to no text", own),
        (6, "`<!-- Critical -->` does not mark anything", MARK),
    ]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("<!-- review: Is it so? -->", "Is it so?"),
        ("<!--review:x-->", "x"),
        ("<!-- Review : a\n  b: c -->", "a b: c"),
        ("<!-- review：是吗 -->", "是吗"),
        ("<!-- review: a -- b --->", "a -- b -"),
    ],
)
def test_a_comment_is_a_note_for_who_reviews_the_text(text: str, note: str) -> None:
    assert read_comment(text) == Comment(note=note)
    assert list(find_stray_comments(text)) == []


def test_marks_and_notes_of_a_translation_are_errors() -> None:
    assert read_comment("<!-- review: x -->", is_translation=True).error == (
        "`<!-- review: x -->` is in a translation",
        "Write it above the message, after `# `.",
    )
    assert read_comment("<!-- critical -->", is_translation=True).error
    assert read_comment("<!-- x -->", is_translation=True) == Comment()
