"""What is wrong with names, lists of names, alerts and comments is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.config.project import load_project
from plainspoken.diagnostics.errors import PlainspokenError
from plainspoken.parsing import parse

NAMES = "Use a–z, 0–9 and hyphens."
LINK = 'title = "Tea"\nurl = "https://example.org"\n'
FAULTS = [
    ("01-boil.md", "> Steam burns. Call {help-phone} if you get hurt.\n", "",
     "01-boil.md:6: an alert has no text", "Write its text on the next lines."),
    ("01-boil.md", "- One cup", "<!-- allow passive: it is so -->\n\n- One cup",
     "01-boil.md:9: a comment that allows something belongs to no paragraph", "at the end of"),
    ("02-brew.md", "## Steep", "[tea]: https://a.example\n[Tea]: https://b.example\n\n## Steep",
     "02-brew.md:9: the link name `tea` is taken", "Give this address another name."),
    ("values.toml", "[hot]", "[Hot]", "values.toml:1: `Hot` cannot name a value", NAMES),
    ("values.toml", "celsius = 95.5\n", "", "values.toml:1: `hot` has no `celsius`", "Give"),
    ("glossary.toml", "[kettle]", "[Kettle]", "glossary.toml:1: `Kettle` cannot name a term",
     NAMES),
    ("links.toml", "te\"\n", f'te"\n\n["te:a"]\n{LINK}', "links.toml:8: `te:a` cannot name a link",
     "Use small letters, no colon."),
    ("links.toml", "te\"\n", f'te"\n\n[Tea]\n{LINK}', "links.toml:8: `Tea` cannot name a link",
     "Use small letters, no colon."),
    ("guide.toml", 'language = "en"', 'language = "fr"',
     "the guide's own language 'fr' is not among the locales", "Add [locales.fr]."),
    ("guide.toml", "\n[dates]", 'reviewed_by = "Ada"\n\n[dates]',
     "guide.toml:11: a reviewer is named without a date", "Add `reviewed` to [dates]."),
    ("guide.toml", "published = 2026-01-31", "published = 2026-01-31\nreviewed = 2026-01-31",
     "guide.toml:14: a review has a date and no name", "Add `reviewed_by`."),
    ("guide.toml", "[locales.es]\n", "[locales.es]\nreviewed = 2026-01-31\n",
     "guide.toml:19: a review has a date and no name", "Add `reviewed_by`."),
]  # fmt: skip


def find_faults(folder: Path) -> list[str]:
    with pytest.raises(PlainspokenError) as raised:
        parse(load_project(folder))
    return [str(finding) for finding in raised.value.findings]


@pytest.mark.parametrize(("file", "old", "new", "message", "hint"), FAULTS)
def test_a_fault_has_its_line_and_what_to_do(
    small_guide: Path, file: str, old: str, new: str, message: str, hint: str
) -> None:
    path = small_guide / "source" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    faults = find_faults(small_guide)
    assert any(message in fault and hint in fault for fault in faults), faults


@pytest.mark.parametrize("name", ["opening", "glossary", "colophon"])
def test_a_section_may_not_have_the_name_of_a_part_that_editions_add(
    small_guide: Path, name: str
) -> None:
    (small_guide / f"source/03-{name}.md").write_text("# More\n\nText.\n", "utf-8")
    message = f"source/03-{name}.md: the name `{name}` is taken\n  Choose another."
    assert message in find_faults(small_guide)


def test_a_comment_that_allows_nothing_may_stand_alone(small_guide: Path) -> None:
    path = small_guide / "source/01-boil.md"
    before = parse(load_project(small_guide))
    path.write_text(path.read_text("utf-8") + "\n<!-- a note -->\n", "utf-8")
    assert parse(load_project(small_guide)).sections == before.sections
