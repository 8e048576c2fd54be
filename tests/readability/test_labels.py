"""Words in pictures are labels: easy words are asked of them, and they are no sentences."""

from __future__ import annotations

from pathlib import Path

from plainspoken.cli import main
from plainspoken.config.project import load_project
from plainspoken.parsing import parse
from plainspoken.readability import score
from plainspoken.readability.analysis import GuideAnalysis, analyse_guide

SVG = """\
<svg xmlns="http://www.w3.org/2000/svg">
<title>Pots.</title>
<text>Utilize lids</text></svg>
"""
SHOWN = "Take a pot.\n\n![A pot.](pot.svg)\n\nThen pour.\n"


def write(folder: Path) -> None:
    (folder / "source/pot.svg").write_text(SVG, "utf-8")
    (folder / "source/03-pots.md").write_text(f"# Pots\n\n{SHOWN}", "utf-8")


def analyse(folder: Path) -> GuideAnalysis:
    return analyse_guide(parse(load_project(folder)))


def test_labels_change_no_figure_of_the_text(small_guide: Path) -> None:
    write(small_guide)
    with_words = score(parse(load_project(small_guide)))
    (small_guide / "source/pot.svg").write_text(SVG.partition(">")[0] + "/>", "utf-8")
    without = score(parse(load_project(small_guide)))
    assert with_words.whole == without.whole
    assert with_words.sections == without.sections
    assert dict(with_words.left_out)["labels"] == 3
    assert "labels" not in dict(without.left_out)


def test_a_hard_word_in_a_picture_is_remarked_on_where_it_stands(small_guide: Path) -> None:
    write(small_guide)
    (remark,) = (r for r in analyse(small_guide).remarks if r.finding.file == "source/pot.svg")
    assert (remark.kind, remark.section, remark.finding.line) == ("hard-word", "pots", 3)
    assert remark.finding.message == "“Utilize” is harder than “use”"
    assert remark.what_if is None


def test_the_report_shows_labels_after_the_text_of_their_section(small_guide: Path) -> None:
    write(small_guide)
    folder = str(small_guide)
    assert main(["score", "-C", folder, "--locale", "en", "--report"]) == 0
    page = (small_guide / "dist/readability/index.html").read_text("utf-8")
    assert page.index("Then") < page.rindex("<mark>Utilize</mark>")
    assert "“Utilize” is harder than “use”" in page
