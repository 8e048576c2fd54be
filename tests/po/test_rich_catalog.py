"""All that is read of a catalog with everything in it, how it is written, and all that is wrong."""

from __future__ import annotations

from dataclasses import fields, replace

from tests.approval import Approve

from plainspoken.diagnostics.errors import CatalogError
from plainspoken.po.model import Entry
from plainspoken.po.reader import parse_catalog
from plainspoken.po.validate import CatalogKind
from plainspoken.po.wrap import quote_lines
from plainspoken.po.writer import format_catalog, format_entry, replace_notes

HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n<5 ? 1 : 2);\\n"\n"X-No-Colon\\n"\n'
)
RICH = (
    "# The garden\n#\n"
    + HEADER
    + """
# by hand
#no blank
#. for translators
#.
#: source/01-pots.md:pots.1a2b source/02-water.md:12
#: \u2068my file.md\u2069:pots.3c4d  b:c
#, fuzzy,  no-wrap ,
#= needs-review, fuzzy
#=== a rule
#| msgctxt "old place"
#| msgid "Old \\"pots\\""
#| msgid_plural "Olds"
msgctxt "place"
msgid "One pot\\n"
"and a half\\t\\\\ \\r"
msgid_plural "Pots"
msgstr[0] "Doniczka"
msgstr[1]   "Doniczki"
msgstr[2] ""


msgid   "Two"

msgstr "Dwa"
msgid "Next at once"
   msgstr "Od razu"

#~| msgid "Gone before"
#~ msgctxt ""
#~ msgid "Gone"
#~ msgstr ""
#~ "Nie ma"
  #~ msgid "Gone too"
  #~ msgstr "  "
#, no-wrap
#= reviewed
msgid "Ready"
msgstr "Gotowe"
# the end"""
)
GOOD = HEADER + '\n#: a.md:a.1\nmsgid "dose"\nmsgstr "Tome 10 mg"\n'
BAD = [
    "", "\ufeff", "\ufeff" + GOOD, "x", GOOD.replace("\n", "\r\n"), GOOD.replace("\n", "\r"),
    GOOD.replace('10 mg"', "10 mg"), GOOD.replace('"Tome', "Tome"), GOOD.replace('"dose"', ""),
    GOOD.replace("10 mg", '"10" mg'), GOOD.replace("10 mg", '10 mg" # why'), GOOD + GOOD,
    GOOD + '\n#~ msgid "dose"\n#~ msgstr "x"\n', GOOD + '\nmsgctxt ""\nmsgid "dose"\nmsgstr "x"\n',
    GOOD + "<<<<<<< HEAD\n=======\n>>>>>>> other\n||||||| base\n<<<<<<<x\n",
    GOOD + '\nmsgid "more"\n',
    GOOD + "\n#, fuzzy\n\n", GOOD + '\nmsgstr "b"\nmsgid "c"\nmsgstr "d"\n',
    GOOD + "msgfmt\nmsgidx\n",
    GOOD.replace("UTF-8", "ISO-8859-1"), GOOD.replace("UTF-8", "utf8"),
    GOOD.replace("; charset=UTF-8", ""),
    GOOD.replace("UTF-8", "CHARSET").replace("nplurals=3", "nplurals=INTEGER"),
    GOOD.replace("nplurals=3", "nplurals=0"), GOOD.replace("nplurals=3", "nplurals=10"),
    GOOD.replace("plural=(", "(" ), GOOD.removeprefix(HEADER), GOOD.replace("mg", "mg\\d\\a\\x\\"),
    GOOD.replace("mg", "mg\\\\d\\v"), GOOD.replace("10", "1\x000\x85\ufdd0"),
    GOOD + "Tome 10 mg\n  two\n",
    GOOD + '\n"Tome"\n"b"\n', GOOD + '\nmsgid "a"\nmsgid "b"\nmsgstr ""\n',
    GOOD + '\nmsgstr[1] "b"\n',
    GOOD + '\nmsgid "a"\nmsgstr ""\nmsgstr "b"\n', GOOD + '\n#~ msgid "a"\nmsgstr "b"\n',
    GOOD + '\nmsgid "a"\n#~ msgstr "b"\n"c"\n', GOOD + '\nmsgid "a"\nmsgstr[0] "b"\n',
    GOOD + '\nmsgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', GOOD + '\nmsgid "a"\n\n"b"\nmsgstr ""\n',
    GOOD + '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[2] "d"\n',
    GOOD + '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n',
    GOOD + '\n#~ msgid "a"\n#~ msgid_plural "b"\n#~ msgstr[0] "c"\n', GOOD + "y" * 1_000_000,
    GOOD + "y" * 1_000_001, GOOD + f'\nmsgid "{"z" * 1_000_001}"\nmsgstr ""\n', GOOD.replace("a.md",
    "a\x1bmd"),
    GOOD + "q\n" * 10_002 + GOOD, GOOD.replace("dose", ""),
    GOOD + '\n#| msgid "old"\nmsgid "new"\n#| msgid "x"\nmsgstr ""',
]  # fmt: skip
BAD_BYTES = [
    GOOD.encode().replace(b"Tome", b"T\xf3me"), b"\xff\xfe" + GOOD.encode("utf-16-le"),
    GOOD.replace("UTF-8", "ISO-8859-2").encode() + b"\n# \xe9\n", b"# \xe9",
    GOOD.encode() + b"\xe2\x82",
]  # fmt: skip
WIDTHS = [
    *("x" * length for length in (72, 73, 79, 150)), "a " * 36 + "b", "a " * 37 + "b", "word " * 40,
    "Line one\nline two", "Only one line\n", "\n", "\n\nTwo",
    "tab\tquote\"back\\slash\r\x07\x08\x0b\x0c",
    "a-b/c—d–e…f(g)[h]{i}“j”«k»¿l?¡m!n%o$p€q" * 4, "1,000.50 2.5 3:30 4/5 -6 ±7 50% $8 9°C " * 4,
    "每6至8小时服2片500毫克的药，24小时内不得超过8片。「好」（是）！" * 3,
    "약을 여섯 시간마다 두 알씩 드시되 여덟 알을 넘기지 마세요. " * 3,
    "ยาเม็ดละห้าร้อยมิลลิกรัม" * 6, "تناول قرصين من خمسمئة ملغ كل ست ساعات. " * 4,
    "हर छह घंटे में दो गोलियाँ लें। " * 5,
    "e\u0301a\u0308 \u0301 x\u200by\u200b\u200bz w\u00adv\u2060u\u00a0t " * 6, "\u200b" * 100,
    "🙂👩‍⚕️ 🇫🇷 " * 16,
    "\\n" * 60, "\\" * 90, "\\\"" * 50,
    "[link][label-with-a-long-name] **bold** *it* `code` {value} " * 3,
    "(" * 80, "( a" * 40, ") )" * 40, "“ (" * 40, "— —" * 40, "] 々" * 40, "!? " * 40,
    "http://example.org/" + "a" * 70,
    "x" * 76 + " y", "x" * 77 + " y", "x" * 78 + " y", "字" * 36, "字" * 37, "ｘ" * 38, "ﬁ" * 80,
    "\u0301" * 80,
]  # fmt: skip


def describe_entry(entry: Entry) -> str:
    """All that an entry holds, but for its lines."""
    values = [(field.name, getattr(entry, field.name)) for field in fields(entry)]
    held = [f"{name}={value!r}" for name, value in values if value not in (None, (), False, "")]
    facts = (entry.key, entry.is_fuzzy, entry.is_translated, entry.is_usable)
    return f"{facts} {[*entry.iter_block_ids()]}\n  " + "\n  ".join(held)


def test_all_of_a_catalog_is_read_and_written(approve: Approve) -> None:
    parts = []
    for text in (RICH, RICH.replace("\n", "\r\n") + "\r\n\r\n"):
        catalog = parse_catalog(text.encode(), "garden.po", "any")
        assert format_catalog(catalog) == text
        bare = [replace(entry, raw="", gap=None) for entry in catalog.entries]
        parts += [f"tail {catalog.tail!r}, newline {catalog.newline!r}", str(catalog.header_fields)]
        parts += map(describe_entry, catalog.entries)
        parts.append(format_catalog(replace(catalog, entries=tuple(bare), tail="")))
        for entry in catalog.entries[1:]:
            noted = replace_notes(entry, ("note", ""), ("a.md:b.1",) * 7, (*entry.flags, "wrap"))
            parts += [noted.raw, format_entry(replace(noted, raw="", workflow=("late",)))]
            assert replace_notes(entry, entry.extracted, entry.references, entry.flags) is entry
    approve("\n".join(parts).replace("\r", "␍"))


def test_all_that_is_wrong_with_a_catalog_is_told(approve: Approve) -> None:
    kinds: tuple[CatalogKind, ...] = ("guide", "any", "template")
    told = []
    for raw in (*(text.encode() for text in BAD), *BAD_BYTES):
        shown = raw.removeprefix(GOOD.encode())[:200]
        said: dict[str, list[str]] = {}
        for kind in kinds:
            try:
                catalog = parse_catalog(raw, "bad.po", kind)
                text = f"fine: {len(catalog.entries)} entries"
            except CatalogError as error:
                text = "\n  ".join(map(str, error.findings[:8]))
                text += f"\n  in all {len(error.findings)}: {error.findings[-1].message}"
            said.setdefault(text, []).append(kind)
        told.append(repr(shown))
        told += [f"{', '.join(names)}:\n  {text}" for text, names in said.items()]
    approve("\n".join(told))


def test_texts_are_broken_into_lines(approve: Approve) -> None:
    lines = []
    for text in WIDTHS:
        for before in ("msgid", "#~| msgid_plural"):
            lines += [before, *quote_lines(text, before)]
    approve("\n".join(lines))
