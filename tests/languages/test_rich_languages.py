"""All that is told of every language, of tags of every kind, and of folders with faults."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from tests.approval import Approve

from plainspoken.cli import main
from plainspoken.languages import (
    available,
    canonical,
    check_folder,
    check_region,
    check_tag,
    find_language,
)
from plainspoken.languages.collation import make_sort_key
from plainspoken.languages.inventory import list_languages
from plainspoken.languages.language import FileName, read_file
from plainspoken.languages.scripts import find_script
from plainspoken.languages.tags import FOLDER, find_nearest, list_lineage

Out = pytest.CaptureFixture[str]
TAGS = [
    "en", "EN_us", "en-GB-oxendict", "zh", "ZH_hans", "zh-Hant", "zh-TW",
    "zh-hans-cn", "zh-SG", "es-419",
    "pt", "pt_br", "pt-PT", "sr-latn", "tl", "fil", "iw", "he", "in", "no", "xx",
    "xx-YY", "q", "",
    "e", "en-", "-en", "en--us", "englisch", "en-Latn-US", "ht", "ar-EG", "fa-AF",
    "hi-Latn", "de-1996",
    "a" * 9, "en-" + "a" * 9, "日本", "en\n", "ku", "az-Arab", "vi-VN", "i-klingon",
    "x-private",
]  # fmt: skip
REGIONS = [
    ("es", "419"),
    ("es", "XX"),
    ("es", ""),
    ("en", "GB"),
    ("pt-BR", "BR"),
    ("zh-Hans", "SG"),
]
WORDS = [
    "Zebra", "apple", "Äpfel", "éclair", "œuvre", "æon", "ñame", "nuez", "łyżka",
    "lek", "ấm", "âm", "am",
    "1 cup", "(a)", "ﬁsh", "Ёлка", "ель", "پدر", "بد", "字", "İ", "ı", "i", "çay",
    "cadı", "straße", "",
]  # fmt: skip
LETTERS = "aÄßı字ぁァｱ한กअবଅᐁߊ𝒶µʰªº°Ωα１ａ①़ \n"


def test_all_languages(capsys: Out, approve: Approve) -> None:
    told = []
    for tags in ([], *[[tag] for tag in list_languages()]):
        assert main(["languages", *tags]) == 0
        told.append(capsys.readouterr().out)
    approve("\n".join(told))


def test_unknown_languages_and_json(capsys: Out, approve: Approve) -> None:
    told = []
    for tag in ("xx", "klingon", "", "\x1b[2J", "zz-Latn-AA"):
        assert main(["languages", tag]) == 2
        told.append(capsys.readouterr().err)
    assert main(["languages", "ht", "--json"]) == 0
    approve("\n".join([*told, capsys.readouterr().out]))


def test_tags_of_every_kind(approve: Approve) -> None:
    lines = []
    for tag in TAGS:
        found = canonical(tag)
        nearest = find_nearest(found, available())
        lines.append(f"{tag!r}: {found!r} {list_lineage(found)} {nearest!r} {check_tag(found)}")
    lines += [f"{tag} {region!r}: {check_region(tag, region)}" for tag, region in REGIONS]
    approve("\n".join(lines))


def test_what_each_language_is(approve: Approve) -> None:
    lines = []
    for tag in (*list_languages(), "en-GB", "pt-PT", "zh-Hant", "az-Arab", "xx", "sr"):
        language = find_language(tag)
        lines.append(
            f"{language.tag} {language.base} {language.direction} {language.english_name} "
            f"{language.own_name} {language.script} {sorted(language.scripts)} "
            f"{language.cldr_locale()} {language.cldr_locale('GB')} {language.cldr_locale('XX')} "
            f"{[name for name in get_args(FileName) if language.has(name)]} "
            f"{language.unit} {language.written_together} {language.inflection} "
            f"{[language.voice(engine) for engine in ('espeak', 'gtts', 'kokoro', 'none')]}"
        )
    approve("\n".join(lines))


def test_words_in_the_order_of_languages(approve: Approve) -> None:
    lines = []
    for tag in ("en", "es", "pl", "vi", "tr", "fa", "ru"):
        language = find_language(tag)
        words = sorted(WORDS, key=lambda word: make_sort_key(word, language))
        lines += [f"{tag}: {words}"]
    lines += [f"{word!r}: {make_sort_key(word, find_language('vi'))}" for word in WORDS]
    lines += [f"{letter!r}: {find_script(letter)!r}" for letter in LETTERS]
    approve("\n".join(lines))


def test_folders_with_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, approve: Approve
) -> None:
    """A language's folder may be somebody's own: each fault is told with its line."""
    words = (FOLDER / "en/words.toml").read_text("utf-8")
    names = [line.split(" ")[0] for line in words.splitlines() if " = " in line]
    bad_words = words.replace("{names}", "{nmaes}").replace("{date}", "{date")
    bad_words = bad_words.replace(f"{names[0]} = ", "draff = ")
    bad_words = bad_words.replace(f"\n{names[3]} = ", f"\n{names[3]} = 3 # ")
    bad_words += '\nzzz = "z"\n'
    text = 'alpha3 = ""\ndirection = "up"\n'
    voice = '[spoken]\nvoice = 3\n[espeak]\nvoice = 3\nrate = "9"\n'
    voice += "[espeak.variants.qa-XX]\nrate = 1.5\n"
    for tag, files in {
        "qaa": {"words": bad_words, "text": text, "voice": voice},
        "qab": {"words": words, "text": 'plurals = 3\nalpha3 = "x"\n', "voice": "a = 1\n"},
        "qac": {"words": "=\n", "text": "\n\n[a", "voice": 'a = "\n'},
        "qad": {"voice": "[espeak]\n"},
    }.items():
        for name, content in files.items():
            path = tmp_path / tag / f"{name}.toml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(content, "utf-8")
    (tmp_path / "en").symlink_to(FOLDER / "en")
    monkeypatch.setattr("plainspoken.languages.language.FOLDER", tmp_path)
    read_file.cache_clear()
    try:
        tags = ("qaa", "qab", "qac", "qad")
        told = [f"{tag}\n" + "\n".join(map(str, check_folder(tag))) for tag in tags]
    finally:
        read_file.cache_clear()
        check_folder.cache_clear()
    approve("\n".join(told))
