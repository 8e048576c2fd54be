"""All that is decided before and after a voice speaks: words, cues, rests, loudness, lexicon."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tests.approval import Approve

from plainspoken.audio.abbreviations import find_abbreviations
from plainspoken.audio.casting import Reading
from plainspoken.audio.cues import list_cues
from plainspoken.audio.level import CEILING, TARGET, level
from plainspoken.audio.loudness import FULL_SCALE, measure_loudness
from plainspoken.audio.pauses import list_pauses
from plainspoken.audio.script import write_scripts
from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.cli import main
from plainspoken.config.project import load_project
from plainspoken.narration import RATE
from plainspoken.parsing import parse

Out = pytest.CaptureFixture[str]
HEAD = (
    '<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" '
    'alphabet="ipa" xml:lang="en">'
)
WORD = "<lexeme><grapheme>thyme</grapheme><phoneme>taɪm</phoneme></lexeme>"
LEXICONS = [
    "", "<a/>", HEAD, f"{HEAD}</lexicon>", f"{HEAD}{WORD}</lexicon>",
    f"{HEAD}{WORD}{WORD}</lexicon>",
    f"{HEAD}{WORD}</lexicon>".replace('"en"', '"fr"'), f"{HEAD}{WORD}</lexicon>".replace("ipa",
    "x-sampa"),
    f"{HEAD}{WORD}</lexicon>".replace(' xml:lang="en"', ""),
    f"{HEAD}{WORD}</lexicon>".replace("1.0", "2.0"),
    f"{HEAD}{WORD}</lexicon>".replace("taɪm", "θaɪm"), f"{HEAD}{WORD}</lexicon>".replace("taɪm",
    "t5m"),
    f"{HEAD}{WORD}</lexicon>".replace("thyme", ""), f"{HEAD}{WORD}</lexicon>".replace("taɪm", ""),
    f"{HEAD}{WORD}</lexicon>".replace("<phoneme>taɪm</phoneme>", "<alias>time</alias>"),
    f"{HEAD}{WORD}</lexicon>".replace("<phoneme>", '<phoneme prefer="true">tɪm</phoneme><phoneme>'),
    f"{HEAD}{WORD}</lexicon>".replace("thyme", "w" * 1001),
    f"{HEAD}{WORD}</lexicon>".replace("thyme", "a\u202eb"),
    f"{HEAD}{WORD}</lexicon>".replace("thyme", "NPK").replace("<phoneme>taɪm</phoneme>",
    "<alias>en pee kay</alias>"),
    f"{HEAD}{WORD}<meta/><x xmlns='urn:x'/></lexicon>".replace("<p", "<alias>time</alias><p"),
    f"{HEAD}{WORD}</lexicon>".replace("thyme", "basil").replace("taɪm", "ˈbæzəl"),
    f"{HEAD}{WORD}</lexicon>".replace("thyme", "two words"),
    f"<!DOCTYPE a>{HEAD}{WORD}</lexicon>",
    f"{HEAD}<lexeme><phoneme>taɪm</phoneme></lexeme></lexicon>",
    f"{HEAD}<lexeme><grapheme>mint</grapheme><grapheme>Mint</grapheme><phoneme>mɪnt</phoneme></lexeme></lexicon>",
]  # fmt: skip


def test_script(rich_guide: Path, approve: Approve) -> None:
    project = load_project(rich_guide)
    guide = parse(project)
    abbreviations = tuple(find_abbreviations(guide))
    critical = frozenset(block.id for section in guide.sections for block in section.leaves())
    lines = [str(each) for each in abbreviations]
    for some in (frozenset[str](), critical):
        reading = Reading(
            guide, (EspeakVoice(),), {"en": "GB"}, critical=some, abbreviations=abbreviations
        )
        (script,) = write_scripts([reading], 1, rich_guide / "cache")
        for section in guide.sections if not some else ():
            cues, pauses = list_cues(section, guide), list_pauses(section)
            for block in section.leaves():
                lines.append(f"{block.kind} {block.id}: then {pauses[block.id] / RATE:.2f} s")
                for sentence in block.sentences:
                    entry, cue = script[sentence.id], cues.get(sentence.id)
                    lines += [f"  {cue.text}"] if cue else []
                    lines += [f"  {line.voice} {line.lang}: {line.sound}" for line in entry.lines]
        lines += [str(fault) for entry in script.values() for fault in entry.faults]
    approve("\n".join(lines))


def test_loudness(approve: Approve) -> None:
    times = np.arange(2 * RATE) / RATE
    tone = np.sin(2 * np.pi * 440 * times)
    beats = tone * (np.arange(2 * RATE) % RATE < RATE // 8)
    deep = np.sin(2 * np.pi * 60 * times) * np.linspace(0, 1, 2 * RATE)
    clicks = np.where(np.arange(2 * RATE) % 5000 == 0, 1.0, 0.01 * tone)
    peaks = {f"peaks {part}": np.where(clicks == 1, 1.0, part * tone) for part in (0.05, 0.1, 0.2)}
    sounds = {"tone": tone, "beats": beats, "deep": deep, "clicks": clicks, "short": tone[:700],
              "high": np.sin(2 * np.pi * 5000 * times), "long": np.tile(tone, 25)}  # fmt: skip
    lines = [f"to {TARGET}, below {CEILING}"]
    for name, sound in (sounds | peaks).items():
        for strength in (1, 0.3, 0.03, 0.001, 0.00002):
            pcm = np.rint(sound * strength * (FULL_SCALE - 1)).astype("<i2")
            after = np.frombuffer(level(pcm.tobytes()), "<i2")
            peak = 20 * np.log10(max(1, int(np.abs(after.astype(int)).max())) / FULL_SCALE)
            quarters = [round(float(np.abs(part).mean()), -1) for part in np.array_split(after, 4)]
            lines.append(
                f"{name} at {strength}: {measure_loudness(pcm):.2f} LUFS, then "
                f"{measure_loudness(after):.1f} LUFS, peak {peak:.1f} dB, means {quarters}"
            )
    approve("\n".join(lines))


def test_lexicon(rich_guide: Path, capsys: Out, approve: Approve) -> None:
    lexicon = rich_guide / "source/lexicon.toml"
    before = lexicon.read_text("utf-8")
    told = [before]
    path = rich_guide / "words.pls"
    for text in LEXICONS:
        path.write_text(text, "utf-8")
        code = main(["lexicon", "import", str(path), "-C", str(rich_guide)])
        said = capsys.readouterr()
        told += ["", text.removeprefix(HEAD)[:300], f"{said.out}{said.err}exit code {code}"]
        after = lexicon.read_text("utf-8")
        told += [after.removeprefix(before)] if after.startswith(before) else [after]
        lexicon.write_text(before, "utf-8")
    approve("\n".join(told))
