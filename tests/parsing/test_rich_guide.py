"""All that is parsed of a guide that has everything, and all that is wrong with bad ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.approval import Approve
from tests.rich_guide.fixtures import describe_guide

from plainspoken.cli import main
from plainspoken.config.project import load_project
from plainspoken.parsing import list_image_files, parse
from plainspoken.parsing.blocks import write_message

Out = pytest.CaptureFixture[str]


def test_all_of_a_guide_is_parsed(rich_guide: Path, approve: Approve) -> None:
    project = load_project(rich_guide)
    approve("\n".join([describe_guide(parse(project)), *list_image_files(project)]))


def test_translators_see_canonical_markdown(rich_guide: Path, approve: Approve) -> None:
    guide = parse(load_project(rich_guide))
    leaves = [leaf for section in guide.sections for leaf in section.leaves()]
    approve("\n".join(f"{leaf.kind}: {write_message(leaf)}" for leaf in leaves))


BAD_TEXT = """\
## Too deep

# First

# Second first

#### Skips

- # In a list

#

> [!WARN]
> No such alert.

> [!Sunflower]
> Nor this.

> [!NOTE]

<div>
<b>HTML</b>
</div>

<!-- allow passive: Of nothing. -->

<!-- a comment --> <!-- allow passive: In one line. -->

A <b>bold</b> word\\. <!-- allow passive --> <!-- allow passive:  --> [a][sedes] [b] [c] (d)
[e][zzz] {watrm} {zzz} [f][term:bone-mael] [g](02-wter.md) [h](#soil) [i](#soil-sand) [j](zz)
![][pot] ![k](pot.svg) ![l](pictures/POT.svg) ![m](pictures/pot.pdf) ![n](../guide.toml)
![](pictures/pot.svg) ![o](/pot.svg) ![p](https://example.org/a.png) ![q](pictures/%FF.png)
[r](ftp://example.org) [s](https://) [t](mailto:x) [u](tel:abc) [v](<http://a b>) [w]()
[x](02-water.md#nothing) [y](02-water.md "Title") &#x202e; &#0; *a **b* c** [z](java script:a)

![&#x202d;](pictures/pot.svg) ![a](pictures) ![b](pictures/pot.svg/)

[seeds]: https://example.org/again
[seeds]: https://example.org/third
"""
DEEP = [
    "> " * 51 + "deep", "> " * 50 + "deep",
    "- " * 26 + "deep", "- " * 25 + "deep",
    "[" * 51 + "a" + "]" * 51, "[" * 50 + "a" + "]" * 50,
    "*" * 100 + "a" + "*" * 100, "*" * 99 + "a" + "*" * 99,
    "***a**" * 30, "[a](b" * 60,
    "*a **b " * 26 + "c** d* " * 26, "*a **b " * 25 + "c** d* " * 25,
]  # fmt: skip
LONG = [
    "word " * 1000, "word " * 1001, "w" * 10_000, "w" * 10_001, "Word. " * 10_000, "字" * 1001,
    "One.\n" + "word " * 1001, "Word. " * 9_997 + "\n\nOne more.", "Word. " * 9_998 + "\n\nTwo.",
    "word. " * 20_001, "```\n" + "word " * 1001 + "\n```", "-" * 40_001, "ก" * 4004,
]  # fmt: skip


def tell(guide: Path, out: Out, *options: str) -> str:
    """What a command says of a guide, and its exit code."""
    code = main(["score", "-C", str(guide), "--locale", "en", "--jobs", "1", *options])
    told = out.readouterr()
    return f"exit code {code}\n{told.err}"


def test_all_that_is_wrong_with_a_text_is_told(
    rich_guide: Path, capsys: Out, approve: Approve
) -> None:
    (rich_guide / "source/01-pots.md").write_text(BAD_TEXT, "utf-8")
    approve(tell(rich_guide, capsys))


def test_what_is_too_deep_or_too_long_is_refused(
    rich_guide: Path, capsys: Out, approve: Approve
) -> None:
    told = []
    for text in (*DEEP, *LONG):
        (rich_guide / "source/02-water.md").write_text("# Water\n\nSome words.\n", "utf-8")
        (rich_guide / "source/01-pots.md").write_text(f"# Pots\n\n{text}\n\nEnd.\n", "utf-8")
        shown = repr(text if len(text) < 40 else f"{text[:20]}… {len(text)}")
        told.append(f"{shown}: {tell(rich_guide, capsys)}")
    approve("\n".join(told))


def test_files_that_are_no_sections_are_told(
    rich_guide: Path, capsys: Out, approve: Approve
) -> None:
    source = rich_guide / "source"
    texts = {
        "03-opening.md": "# A", "04-glossary.md": "# A", "05-cover.md": "# A", "06-nav.md": "# A",
        "07-Big.md": "# A", "eight.md": "# A", "09_nine.md": "# A", "10-pots.md": "# Pots\n\nA.",
        "11-empty.md": "", "12-heads.md": "# A\n\n## B", "13-none.md": "No heading.\n",
        "14-latin.md": "# A\n\nok\n\ncaf\xe9\n",
        "15-hidden.md": "# A\n\nA\x00b\u202ec\x07\n\n\ufffd",
        "16-second.md": "Words\n\n# Later\n", ".#17-lock.md": "<b>", "._18-mac.md": "<b>",
        "19-two.md": "## Two\n\nWords.\n", "20-a-.md": "# A", "21-crlf.md": "# A\r\n\r\n{no}\r",
        "22-bom.md": "\ufeff# A\n\nWords {no}.", "23-form.md": "# A\x0c\n\nB\x0b\x85\u2028C.",
    }  # fmt: skip
    for name, text in texts.items():
        encoding = "latin-1" if "latin" in name else "utf-8"
        (source / name).write_bytes(text.encode(encoding))
    (source / "30-folder.md").mkdir()
    (source / "31-link.md").symlink_to("gone.md")
    (source / "32-circle.md").symlink_to("32-circle.md")
    (source / "33-out.md").symlink_to("/etc/hostname")
    told = tell(rich_guide, capsys)
    for path in source.glob("*.md"):
        path.rename(path.with_suffix(".txt"))
    approve(f"{told}\n{tell(rich_guide, capsys)}")


TABLES = {
    "links.toml": [
        '[A]\ntitle = "A"\nurl = "https://example.org"\n[b]\ntitle = ""\n'
        'url = "ftp://example.org"\n',
        '["a:b"]\ntitle = "A"\nurl = "tel:112"\n'
        'locales = {es = "https://", zz = "http://a_b"}\n',
        '[c]\ntitle = "C"\nurl = "mailto:a@example.org"\nlocale = 3\n',
    ],
    "values.toml": [
        '[A]\nkind = "phone"\nnumber = "112"\n[b]\nkind = "phone"\nnumber = ""\n[c]\n'
        'kind = "phone"\nnumber = "12a"\n[d]\nkind = "temperature"\n[e]\n'
        'kind = "temperature"\ncelsius = 1\nshow = []\n',
        '[f]\nkind = "phon"\n[g]\nkind = "temperature"\ncelsius = "1"\n'
        'show = ["kelvin", "celcius"]\n',
        '[h]\nkind = "temperature"\ncelsius = nan\n[i]\nkind = "temperature"\n'
        'celsius = 1e12\n[j]\nkind = "temperature"\ncelsius = 999999999999\n[k]\n',
    ],
    "lexicon.toml": [
        '[a]\nsyllables = 2\n[a.say]\nxx = "a"\nen = 1\n[b]\nsay = "b"\n["c\\u202e"]\n',
    ],
    "plain-words.toml": [
        '[en]\n"utilize" = "use"\n"Utilize" = "take"\n"42" = "x"\n"a  b" = "c"\nsame = "Same"\n'
        '[qq]\nword = "easy"\n[pt_br]\na = "b"\n',
        '[en]\n"utilize" = "use"\n"Utilize" = "take"\n"42" = "x"\n"a  b" = "c"\n'
        'same = "Same"\ne = ""\n',
        '[qq]\nword = "easy"\n[pt_br]\na = "b"\n[pt-BR]\nc = "d"\n',
    ],
    "glossary.toml": [
        '[bone-meal]\nterm = "d"\ndefinition = "e"\n[ph]\nterm = "p"\ndefinition = "h"\n'
        '[ph.locales.fr]\napproved = "d"\n[ph.locales.dde]\napproved = "x"\n'
        '[ph.locales.es]\napproved = " d"\nadmitted = ["d", "e\\tf", "D", "i\\u200bj"]\n'
        'forbidden = [{text = "g", reason = "No."}, {text = "d  d", reason = "No."}]\n',
        '[bone-meal]\nterm = "d"\ndefinition = """\ne.\n' + "word " * 1001 + '"""\n'
        f'[ph]\nterm = "{"[" * 51}a{"]" * 51}"\ndefinition = "{"*" * 100}a{"*" * 100}"\n',
        '[A]\nterm = "a"\ndefinition = "b"\n[c]\nterm = "c {no}"\n'
        'definition = "d [x][y] <b>."\n[d]\n',
        '[c]\nterm = "c {no}"\ndefinition = """d\n[x][y] <b>\n*e*"""\n[d]\nterm = "x ]"\n'
        'definition = "![y](no.png) [z](no.md)"\n',
        '[d]\nterm = "d"\ndefinition = "e"\n[d.locales.fr]\napproved = "d"\n[d.locales.es]\n'
        'approved = " d"\nadmitted = ["d", "e\\tf", "D"]\n'
        'forbidden = [{text = "g", reason = " "}, {text = "d", reason = "\\u202e"}]\n'
        '[d.locales.dde]\napproved = "x"\n',
    ],
}  # fmt: skip


def test_all_that_is_wrong_with_the_tables_is_told(
    rich_guide: Path, capsys: Out, approve: Approve
) -> None:
    told = []
    for name, texts in TABLES.items():
        path = rich_guide / "source" / name
        before = path.read_text("utf-8")
        for text in texts:
            path.write_text(text, "utf-8")
            told.append(tell(rich_guide, capsys))
        path.write_text(before, "utf-8")
    approve("\n".join(told))
