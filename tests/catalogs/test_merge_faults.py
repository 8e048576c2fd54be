"""What real PO files hold is merged as msgmerge merges it, or refused with line and reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.catalogs.entry_merge import PART_NOTE
from plainspoken.cli import main
from plainspoken.po.model import Catalog, Entry
from plainspoken.po.reader import parse_catalog

HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: garden\\n"
"POT-Creation-Date: 2025-03-01 00:00+0000\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"
"""
LONG = (
    "Water the young plants in the evening, when the sun is low, and never pour cold water on "
    "warm leaves"
)


class Files:
    """A French catalog and a template."""

    def __init__(self, folder: Path) -> None:
        self.po, self.pot = folder / "fr.po", folder / "garden.pot"

    def write(self, po: str, pot: str) -> None:
        self.po.write_bytes((HEADER + po).encode())
        self.pot.write_bytes((HEADER.replace("2025", "2026") + pot).encode())

    def merge(self) -> str:
        assert main(["catalogs", "merge", "-U", str(self.po), str(self.pot)]) == 0
        return self.po.read_bytes().decode()

    def catalog(self) -> Catalog:
        return parse_catalog(self.merge().encode(), "fr.po", "any")

    def entry(self, msgid: str) -> Entry:
        return next(entry for entry in self.catalog().entries if entry.msgid == msgid)


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


def test_the_address_for_reports_is_that_of_the_template(files: Files) -> None:
    files.write('\nmsgid "Dig"\nmsgstr "Creuse"\n', '\nmsgid "Dig"\nmsgstr ""\n')
    date = '"POT-Creation-Date: 2026-03-01 00:00+0000\\n"\n'
    address = '"Report-Msgid-Bugs-To: {}\\n"\n'
    before = files.merge()
    assert "Report-Msgid-Bugs-To" not in before
    for name in ("https://garden.example/issues", "help@garden.example"):
        files.pot.write_text(before.replace(date, address.format(name) + date), "utf-8")
        assert files.merge() == before.replace(date, address.format(name) + date)
    files.pot.write_text(before.replace(date, address.format("") + date), "utf-8")
    assert address.format("help@garden.example") in files.merge()


RANGES = [
    ("range: 1..6", "range: 1..9", True), ("range: 2..6", "range: 1..6", True),
    ("range: 1..6", "", True), ("range: 1..6", "range: 2..5", False),
    ("range: 1..6", "range: 1..6", False), ("", "range: 1..6", False),
]  # fmt: skip


@pytest.mark.parametrize(("before", "now", "is_fuzzy"), RANGES)
def test_a_wider_range_of_numbers_makes_plural_forms_fuzzy(
    files: Files, before: str, now: str, is_fuzzy: bool
) -> None:
    texts = '\nmsgid "a bed"\nmsgid_plural "%d beds"\nmsgstr[0] {}\nmsgstr[1] {}\n'
    flags = [f"\n#, c-format, {flag}".rstrip(", ") for flag in (before, now)]
    old, new = texts.format('"un carré"', '"%d carrés"'), texts.format('""', '""')
    files.write(flags[0] + old, flags[1] + new)
    entry = files.entry("a bed")
    assert (entry.is_fuzzy, entry.previous_msgid) == (
        (True, "a bed") if is_fuzzy else (False, None)
    )
    assert ("range" in " ".join(entry.flags)) == bool(now)
    again = files.po.read_bytes()
    assert files.merge().encode() == again


def test_a_header_that_stands_elsewhere_is_read_and_put_first(files: Files) -> None:
    files.write("", '\nmsgid "Dig"\nmsgstr ""\n\nmsgid "Sow"\nmsgstr ""\n')
    files.po.write_text('msgid "Dig"\nmsgstr "Creuse"\n\n' + HEADER + "\n# the end\n", "utf-8")
    text = files.merge()
    header = HEADER.replace("2025", "2026")
    assert text.startswith(header + '\nmsgid "Dig"\nmsgstr "Creuse"\n\nmsgid "Sow"\n')
    assert text.endswith("\n# the end\n")


@pytest.mark.parametrize("charset", ["", "Content-Type: text/plain\\n", "charset=CHARSET\\n"])
def test_a_file_that_names_no_charset_is_read_as_utf_8(files: Files, charset: str) -> None:
    bare = f'msgid ""\nmsgstr "{charset}"\n'
    files.po.write_text(bare + '\nmsgid "Herb"\nmsgstr "Herbe à thé"\n', "utf-8")
    files.pot.write_text(bare + '\nmsgid "Herbs"\nmsgstr ""\n', "utf-8")
    assert files.entry("Herbs").msgstr == "Herbe à thé"


def test_a_byte_order_mark_is_read_and_not_written(files: Files) -> None:
    files.write('\nmsgid "Dig"\nmsgstr "Creuse"\n', '\nmsgid "Dig"\nmsgstr ""\n')
    for path in (files.po, files.pot):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert files.merge().startswith(HEADER.replace("2025", "2026"))


def test_strings_on_one_line_are_one_text(files: Files) -> None:
    files.write(
        '\nmsgid "Dig " "deep"\nmsgstr "" "Creuse"\t" bien"\n', '\nmsgid "Dig deep"\nmsgstr ""\n'
    )
    assert files.entry("Dig deep").msgstr == "Creuse bien"
    assert '\nmsgid "Dig " "deep"\nmsgstr "" "Creuse"\t" bien"\n' in files.merge()


@pytest.mark.parametrize("text", ['"Dig ""deep"', '"Dig "5" deep"', '"Dig" deep', '"Dig" "deep'])
def test_a_quotation_mark_within_a_text_ends_no_text_in_silence(
    files: Files, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    files.write(f'\nmsgid "a"\nmsgstr {text}\n', '\nmsgid "a"\nmsgstr ""\n')
    assert main(["catalogs", "merge", str(files.po), str(files.pot)]) == 2
    assert f"{files.po.as_posix()}:9: " in capsys.readouterr().err


def test_octal_and_hexadecimal_numbers_stand_for_bytes(files: Files) -> None:
    raw = r'msgid "\x1b[1mRose\x1b[0m \x26 \101"' + "\n" + r'msgstr "ros\303\251 \xc3\xa0 \033[0m"'
    files.write(
        f"\n{raw}\n", "\n" + raw.partition("\n")[0].replace("Rose", "Roses") + '\nmsgstr ""\n'
    )
    entry = files.entry("\x1b[1mRoses\x1b[0m & A")
    assert (entry.msgstr, entry.is_fuzzy) == ("rosé à \x1b[0m", True)
    assert r'msgstr "rosé à \033[0m"' in files.po.read_text("utf-8")


@pytest.mark.parametrize("text", [r"\377", r"\400", r"\0", r"\x", r"\x123", r"\8", r"\303"])
def test_a_number_that_is_no_character_is_told(
    files: Files, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    files.write(f'\nmsgid "a"\nmsgstr "{text} m"\n', '\nmsgid "a"\nmsgstr ""\n')
    assert main(["catalogs", "merge", str(files.po), str(files.pot)]) == 2
    assert "means nothing here" in capsys.readouterr().err


def test_a_domain_is_told_as_what_it_is(files: Files, capsys: pytest.CaptureFixture[str]) -> None:
    files.write('\ndomain "shed"\n\nmsgid "Dig"\nmsgstr "Creuse"\n', '\nmsgid "Dig"\nmsgstr ""\n')
    assert main(["catalogs", "merge", str(files.po), str(files.pot)]) == 2
    assert f"{files.po.as_posix()}:8: `domain` is not supported" in capsys.readouterr().err


def test_a_file_that_is_not_wrapped_stays_so(files: Files) -> None:
    old = f'\nmsgid "{LONG}."\nmsgstr "Arrose {LONG}."\n'
    files.write(old, f'\nmsgid "{LONG}!"\nmsgstr ""\n')
    assert files.merge() == HEADER.replace("2025", "2026") + (
        f'\n#, fuzzy\n#| msgid "{LONG}."\nmsgid "{LONG}!"\nmsgstr "Arrose {LONG}."\n'
        f'\n#~ msgid "{LONG}."\n#~ msgstr "Arrose {LONG}."\n'
    )


def test_texts_not_wrapped_are_broken_at_their_own_line_ends(files: Files) -> None:
    old = (
        f'\nmsgid "{LONG}."\nmsgstr "Arrose"\n\nmsgid ""\n"{LONG}\\n"\n"Then rest"\nmsgstr "Oui"\n'
    )
    files.write(old, f'\nmsgid "{LONG}\\nThen rest now"\nmsgstr ""\n')
    assert f'\nmsgid ""\n"{LONG}\\n"\n"Then rest now"\nmsgstr "Oui"\n' in files.merge()


def test_a_file_that_is_wrapped_stays_so_beside_a_line_that_is_too_long(files: Files) -> None:
    cut = LONG.index("never")
    wrapped = f'\nmsgid ""\n"{LONG[:cut]}"\n"{LONG[cut:]}"\nmsgstr "Arrose"\n'
    files.write(f'{wrapped}\nmsgid "{LONG}."\nmsgstr ""\n', f'\nmsgid "{LONG}?"\nmsgstr ""\n')
    assert all(len(line) < 80 for line in files.merge().splitlines())


def test_an_entry_that_is_not_to_be_wrapped_is_not(files: Files) -> None:
    files.write(f'\nmsgid "{LONG}"\nmsgstr ""\n', f'\n#, no-wrap\nmsgid "{LONG}?"\nmsgstr ""\n')
    assert f'\n#, no-wrap\nmsgid "{LONG}?"\n' in files.merge()


SHARED = "Paul Planter, who planted these roses in the year 2001"


@pytest.mark.parametrize(
    ("texts", "noted"),
    [
        ((" Rita Rose", " Rita Rose, who planted these lilies"), ()),
        (("Paul Planter", "planted these roses"), ("Paul Planter", "planted these roses")),
        (("Paul Planter", "Rita Rose"), ("Paul Planter",)),
        (("who planted those roses", "A note"), ()),
        (("who planted these roses", "A note"), ("who planted these roses",)),
    ],
)  # fmt: skip
def test_only_a_text_that_stands_in_the_previous_one_is_called_a_part_of_it(
    files: Files, texts: tuple[str, str], noted: tuple[str, ...]
) -> None:
    entry = '\n#, fuzzy\n#| msgid "{}"\nmsgid "{}"\nmsgstr "Paul l\'a planté"\n'
    old = "".join(entry.format(SHARED, text) for text in texts)
    files.write(old, "".join(f'\nmsgid "{text}"\nmsgstr ""\n' for text in texts))
    entries = [*files.catalog().iter_messages()]
    assert tuple(entry.msgid for entry in entries if PART_NOTE in entry.extracted) == noted
    assert all(entry.is_fuzzy for entry in entries)


def test_a_translation_that_is_not_fuzzy_is_not_called_that_of_a_longer_text(files: Files) -> None:
    entry = f'\n#| msgid "{SHARED}"\nmsgid "{{}}"\nmsgstr "Paul l\'a planté"\n'
    texts = ("Paul Planter", "planted these roses")
    template = "".join(f'\nmsgid "{text}"\nmsgstr ""\n' for text in texts)
    files.write("".join(map(entry.format, texts)), template)
    assert "".join(map(entry.format, texts)) in files.merge()
