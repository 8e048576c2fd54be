"""All that guide.toml says, all that can be wrong in it, and addresses of every kind."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from tests.approval import Approve

from plainspoken.cli import main
from plainspoken.config.addresses import LINKED, WEB, find_address_error, normalize_address
from plainspoken.config.project import load_project
from plainspoken.config.release_date import read_release_date
from plainspoken.diagnostics.errors import ProjectError

Out = pytest.CaptureFixture[str]
CHANGES = [
    ('id = "garden-care"', 'id = "Garden_Care"'),
    ('id = "garden-care"', f'id = "{"a" * 100}"'),
    ('id = "garden-care"', f'id = "{"a" * 101}"'),
    ('id = "garden-care"', "id = 7\nid = 8"),
    ('language = "en"', 'language = "fr"'),
    ('language = "en"', 'language = "fr"\ncolour = "green"\nsubject = []'),
    ('language = "en"', 'language = "EN"\nsubject = []'),
    ('version = "2.3.0-rc1"', 'version = "2\\n3"'),
    ('publisher = "Green Thumb Society"', f'publisher = "{"b" * 10_001}"'),
    ('publisher = "Green Thumb Society"', f'publisher = "{"b" * 10_000}"'),
    ('publisher = "Green Thumb Society"', 'publisher = "Green\\u200e\\u202dThumb"'),
    ('authors = ["Rosa Hill", "Tom Reed"]', 'authors = ["Rosa", 2, true, 1.5, [], {}, ""]'),
    ('authors = ["Rosa Hill", "Tom Reed"]', "authors = []"),
    ('authors = ["Rosa Hill", "Tom Reed"]', 'authors = ["Rosa\\nHill"]'),
    ('translators = ["Luz Prado"]', 'translators = ["Luz\\rPrado", "Luz"]'),
    ('authors = ["Rosa Hill", "Tom Reed"]', "authors = 2020-02-02"),
    ('authors = ["Rosa Hill", "Tom Reed"]', "authors = [2020-02-02T10:00:00, 10:00:00]"),
    ('licence_url = "https', 'licence_url = "ftp'),
    ('reviewed_by = "Dr. Ivy Moss, botanist"', ""),
    ("reviewed = 2025-12-24", ""),
    ("published = 2025-11-09", "published = 0999-12-31"),
    ("published = 2025-11-09", "published = 2025-02-30"),
    ("published = 2025-11-09", "published = 2025-11-09T10:00:00"),
    ("published = 2025-11-09", "published = 2025-11-09\nrevision = 24"),
    ("published = 2025-11-09", "published = 2025-11-09\nrevision = -1"),
    ("published = 2025-11-09", "published = 2025-11-09\nrevision = true"),
    ("[dates]", '[file_as]\n"Rosa Hil" = "Hill, Rosa"\n"Tom Reed" = 3\n[dates]'),
    ("[dates]", '[file_as]\n"Rosa Hil" = "Hill, Rosa"\nXy = "Y, X"\n[dates]'),
    ("language_cue = false", "language_cue = 0"),
    ('region = "419"', 'region = "QX"'),
    ("[locales.de]", "[locales.qqq]\n[locales.klingon]\n[locales.'a b']\n[locales.pt_br]"),
    ("[locales.de]", "[locales.ES]"),
    ("[locales.de]", '[locales."en-us"]\nregoin = "US"'),
    ("voices = []", "voices = [3, {rate = 1}, {engine = 2, x = [1], y = {}}]"),
    ("voices = []", 'targets = {sentence_words = "7", scor = 1, score = inf}'),
    ("voices = []", 'a.b = 1\n"c \\u0041" = 2\n"""'),
    ("[dates]", "[dates"),
    ("[dates]", "# " + "x" * 30 + "\na" + ".a" * 50 + " = 1\n[dates]"),
    ("[dates]", "a = " + "[" * 5000 + "]" * 5000 + "\n[dates]"),
    ("[dates]", "a = " + "1" * 5000 + "\n[dates]"),
    ("[dates]", 'text = """\n[locales]\nid = 3\n"""\n[[dates]]'),
    ('title = "', 'title = "caf\udce9'),
]
ADDRESSES = [
    "https://example.org", "HTTP://Example.ORG/A?b=C#d", "https://", "https:example.org", "//a.org",
    "https://u:p@example.org", "https://example.org:0", "https://example.org:65535/",
    "https://example.org:65536", "https://example.org:", "https://example.org:80a",
    "https://exa mple.org", "https://a_b.org", "https://-a.org", "https://a..org", "https://a.org.",
    f"https://{'a' * 63}.org", f"https://{'a' * 64}.org", f"https://{'a.' * 126}a",
    f"https://{'a.' * 127}a", "https://127.0.0.1", "https://127.0.0.256", "https://1.2",
    "https://0x7f", "https://[::1]", "https://[::1%25eth0]", "https://[::g]", "https://[::1]:443/",
    "https://bücher.example", "https://xn--bcher-kva.example", "https://xn--.example",
    "https://\u0300a.example", "https://example.org/ä b", "https://example.org/%", "https://a.org/%zz",
    "https://a.org/%0a", "https://a.org/%7F", "https://a.org/%1f?x", "https://a.org/[1]#a#b",
    'https://a.org/"<>\\^`{|}', "https://a.org/\u202e", "https://a.org/a\tb", "",
    "javascript:alert(1)", "data:,x", "mailto:a@example.org",
    "MAILTO:a@b.org,c@d.org?subject=Hi&cc=x",
    "mailto:", "mailto:a", "mailto:@b.org", "mailto:a@", "mailto:a..b@c.org", "mailto:.a@c.org",
    f"mailto:{'a' * 64}@c.org", f"mailto:{'a' * 65}@c.org", "mailto:a@1.2", "mailto:a@[::1]",
    "mailto:a@bücher.example",
    "mailto:a@xn--.org", "https://a.xn--", "a:b:c", "https://a.b:c:d",
    "mailto:a@b.org?subject", "mailto:a@b.org#x", "mailto://a@b.org",
    "mailto:a@b.org?s=1&", "tel:+1-555-0100", "tel:112", "tel:", "tel:()", "tel:+", "tel:a",
    "TEL:%2355;phone-context=+44;ext=7", "tel:55;", "tel:*100%23", "tel:(020)7946.0018",
]  # fmt: skip
EPOCHS = ["", "0", "1700000000", "253402300799", "253402300800", "-1", "1e3", "0" * 13, " 1", "٣"]


def test_all_of_guide_toml_is_read(rich_guide: Path, approve: Approve) -> None:
    project = load_project(rich_guide)
    lines = [
        f"{field.name}: {getattr(project, field.name)!r}"
        for field in fields(project)
        if field.name not in ("files", "config")
    ]
    lines += [f"line {line}: {'.'.join(path)}" for path, line in project.config.lines.items()]
    for locale in project.locales:
        catalog = project.format_path(project.locate_catalog(locale.lang))
        lines.append(f"{locale.posix}: draft {project.is_draft(locale)}, {catalog}")
    lines += [project.format_path(project.locate_catalog(tag)) for tag in ("pt-br", "ZH_hans")]
    folders = (project.source, project.catalogs, project.dist, project.cache)
    approve("\n".join([*lines, str(project.regions), *map(project.format_path, folders)]))


def test_all_that_is_wrong_with_guide_toml_is_told(rich_guide: Path, approve: Approve) -> None:
    path = rich_guide / "source/guide.toml"
    before = path.read_text("utf-8")
    told = []
    for old, new in CHANGES:
        assert old in before
        path.write_bytes(before.replace(old, new).encode("utf-8", "surrogateescape"))
        try:
            load_project(rich_guide)
            said = "is fine"
        except ProjectError as error:
            said = str(error)
        told.append(f"{new[:60]!r}\n{said}\n")
    approve("\n".join(told))


def test_what_is_wrong_with_each_address_is_told(approve: Approve) -> None:
    lines = []
    for address in ADDRESSES:
        errors = [find_address_error(address, schemes) for schemes in (LINKED, WEB)]
        said = [" ".join(error) if error else normalize_address(address) for error in errors]
        lines.append(f"{address[:40]!r}\n  {said[0]}")
        lines += [f"  {said[1]}"] if said[0] != said[1] else []
    approve("\n".join(lines))


def test_a_folder_that_is_no_guide_is_told(tmp_path: Path, capsys: Out, approve: Approve) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "linked/source").mkdir(parents=True)
    (tmp_path / "linked/source/guide.toml").symlink_to("gone.toml")
    (tmp_path / "piped/source/guide.toml").mkdir(parents=True)
    told = []
    for name in ("", "gone", "file", "linked", "piped", "x" * 300):
        assert main(["score", "-C", str(tmp_path / name)]) == 2
        told.append(capsys.readouterr().err)
    approve("\n".join(told))


def test_two_catalogs_of_one_language_and_unknown_locales_are_told(
    rich_guide: Path, capsys: Out, approve: Approve
) -> None:
    told = []
    for langs in (["fr"], ["fr", "ES", "xx"], ["zh_hans", "en"]):
        options = [text for lang in langs for text in ("--locale", lang)]
        assert main(["score", "-C", str(rich_guide), *options]) == 2
        told.append(capsys.readouterr().err)
    (rich_guide / "locales/es/LC_MESSAGES").mkdir(parents=True)
    (rich_guide / "locales/ES").mkdir()
    assert main(["score", "-C", str(rich_guide)]) == 2
    told.append(capsys.readouterr().err)
    (rich_guide / "locales").rename(rich_guide / "others")
    for name in ("locales", "source/history"):
        (rich_guide / name).symlink_to("/etc")
        assert main(["score", "-C", str(rich_guide)]) == 2
        told.append(capsys.readouterr().err)
        (rich_guide / name).unlink()
    approve("\n".join(told))


def test_the_date_of_a_release_is_read(monkeypatch: pytest.MonkeyPatch, approve: Approve) -> None:
    told = []
    for epoch in EPOCHS:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        try:
            told.append(f"{epoch!r}: {read_release_date()}")
        except ProjectError as error:
            told.append(f"{epoch!r}: {error}")
    approve("\n".join(told))
