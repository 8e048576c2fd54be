"""All that a build of a guide with everything in it makes, says and keeps."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.approval import Approve
from tests.audio.test_wav import make_tone, write_wav

from plainspoken.audio.voices.command import ALLOWED
from plainspoken.catalogs.sync import add_locale, read_catalogs
from plainspoken.cli import main
from plainspoken.config.project import load_project
from plainspoken.narration import RATE
from plainspoken.parsing import parse
from plainspoken.po.writer import format_catalog

Out = pytest.CaptureFixture[str]
# A tone instead of words, whose length the text's length decides: the same on every machine.
RUN = """sh -c 'cp "$1/tone$(( ${#3} % 4 )).wav" "$2"' sh {guide} {wav} {text}"""
VOICE = (
    f"voices = [{{engine = 'command', run = '''{RUN}''', languages = ['en', 'ar'], name = 'Tone'}}]"
)
ARABIC = {
    "A garden on the balcony: pots, water & light": "حديقة على الشرفة: 2 أصص",
    "Water": "الماء",
    "Sand is dry.": "الرمل جاف.",
    "one pot": "أصيص واحد",
    "Ground bones. Plants take *phosphorus* from it; see {shop}.": "عظام مطحونة. "
    "يأخذ النبات *الفوسفور* منها؛ انظر {shop}. شكرا.",
}


@pytest.fixture
def garden(rich_guide: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The rich guide, read by tones, with an Arabic translation of which little is done."""
    monkeypatch.setenv(ALLOWED, "1")
    for number in range(4):
        tone = make_tone(RATE, 440, 0.1 + number / 10)
        (rich_guide / f"tone{number}.wav").write_bytes(write_wav(tone[None], RATE))
    path = rich_guide / "source/guide.toml"
    text = path.read_text("utf-8").partition("[locales.en]")[0]
    text = text.replace('editions = ["epub", "text"]\n', "")
    path.write_text(
        f'{text}[locales.en]\n{VOICE}\nregion = "GB"\n[locales.es]\nvoices = []\n'
        f'[locales.ar]\n{VOICE}\ntranslators = ["Luz Prado", "Tom Reed"]\n',
        "utf-8",
    )
    # What nobody can say is an error in what is critical: this here is harmless.
    path = rich_guide / "source/01-pots.md"
    end = "It is her word. -->"
    text = path.read_text("utf-8").replace(end, f"{end} <!-- not critical: It is earth. -->")
    path.write_text(text, "utf-8")
    project = load_project(rich_guide)
    for lang in ("es", "ar"):
        add_locale(project, parse(project), lang)
    catalog = read_catalogs(project, ["ar"])["ar"]
    entries = [
        replace(entry, msgstrs=(ARABIC.get(entry.msgid, entry.msgstr),), raw="")
        for entry in catalog.entries
    ]
    text = format_catalog(replace(catalog, entries=tuple(entries)))
    project.locate_catalog("ar").write_text(text, "utf-8")
    return rich_guide


def run(out: Out, *args: str | Path) -> str:
    """What `plainspoken` says, and its exit code."""
    code = main([*map(str, args)])
    said = out.readouterr()
    return f"$ {' '.join(map(str, args))}\n{said.out}{said.err}exit code {code}\n"


def show_texts(folder: Path) -> Iterator[str]:
    """All files below a folder; those that are text with all that they hold."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.suffix == ".epub":
            with zipfile.ZipFile(path) as epub:
                for entry in epub.infolist():
                    yield from show(f"{name}/{entry.filename}", epub.read(entry))
        elif path.is_file():
            yield from show(name, path.read_bytes())


def show(name: str, content: bytes) -> Iterator[str]:
    """A file's name, and what it holds if that is text."""
    suffix = name.rpartition(".")[2]
    yield f"== {name}"
    if suffix == "json":
        yield json.dumps(json.loads(content), indent=1, ensure_ascii=False)
    elif suffix == "xhtml":
        # A line for each element: long lines hide what changes in them.
        yield re.sub("(>)(<)", "\\1\n\\2", content.decode())
    elif suffix not in ("mp3", "jpg", "png", "css"):
        text = re.sub("<style>.*?</style>", "<style>…</style>", content.decode(), flags=re.DOTALL)
        yield re.sub(' d="[^"]{200,}"', ' d="…"', text)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_editions(garden: Path, lang: str, capsys: Out, approve: Approve) -> None:
    told = [run(capsys, "speak", "--script", "--locale", lang, "-C", garden)]
    told += [run(capsys, "build", "--locale", lang, "--edition", edition, "-C", garden)
             for edition in ("epub", "text", "timings", "nothing")]  # fmt: skip
    told += show_texts(garden / "dist" / lang)
    approve(hide_sizes("\n".join(told)))


def hide_sizes(text: str) -> str:
    """A text without what depends on how a machine encodes sound, and on versions of libraries."""
    text = re.sub(r"Ebook-lib [\d.]+", "Ebook-lib …", text)
    text = re.sub(r"(?<=T\d\d:)[\d:]{5}(?=Z<)", "…", text)
    text = re.sub(r'("bytes": )\d+|("sha256": ")[0-9a-f]+', r"\1\2…", text)
    return re.sub(r"\d[\d.]* (kB|MB)\b", r"… \1", text)


def test_results(garden: Path, capsys: Out, approve: Approve) -> None:
    told = [
        run(capsys, *command, "-C", garden)
        for command in (
            ["build", "--locale", "es", "--edition", "text"], ["build", "--locale", "ar"],
            ["build", "--locale", "ar", "--json"], ["build", "--locale", "ar", "--release"],
            ["build", "--locale", "ar", "--release", "--json"], ["build", "--locale", "qq"],
            ["cache", "info"], ["cache", "info", "--json"], ["cache", "verify"],
            ["cache", "verify", "--json"], ["cache", "export", garden / "sounds.zip"],
            ["cache", "import", garden / "sounds.zip"], ["cache", "prune", "--most", "0.01"],
            ["cache", "info"], ["cache", "import", garden / "sounds.zip"],
            ["cache", "import", garden / "tone0.wav"], ["cache", "import", garden / "none.zip"],
            ["voices", "list", "--locale", "ar"], ["voices", "list", "--locale", "ar", "--json"],
            ["voices", "sample", "ar", "-o", garden / "samples"],
            ["lexicon", "check"], ["lexicon", "check", "en", "--json"], ["lexicon", "export", "ar"],
            ["lexicon", "export", "en"], ["speak", "--say", "Take ½ tablet {x}.", "--words"],
            ["speak", "--say", "1 \ue000 2", "--words"], ["speak", "--say", "", "--words"],
            ["speak", "--say", "a", "--language", "qq"],
            ["speak", "--say", "1,200.5 5/6/2026", "--language", "es_MX", "--words"],
            ["speak", "--say", "1,200.5 5/6/2026", "--language", "es-419", "--words"],
            ["speak", "--say", "1.200,5 5/6/2026", "--language", "es", "--words"],
            ["speak", "--say", "5/6/2026", "--language", "en-GB", "--words"],
            ["speak", "--say", "180/120 mmHg", "--language", "pt", "--words"],
            ["speak", "--say", "5 mg", "--voice", "nobody", "--words"],
            ["speak", "--say", "5 mg", "--voice", "nobody", "-o", garden / "said.wav"],
            ["speak", "--say", "5 mg", "-o", garden / "none/said.wav"],
            ["lexicon", "check", "qq"], ["lexicon", "export", "qq"],
            ["lexicon", "export", "es", "-o", garden / "es.pls"],
            ["voices", "list", "--locale", "qq"],
            ["voices", "sample", "qq"],
            ["speak", "--say", "7 May", "--language", "en-GB", "-o", garden / "said.wav"],
        )
    ]  # fmt: skip
    approve(hide_sizes("\n".join(told)))
