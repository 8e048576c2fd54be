"""Voices with faults: each is an error with the sentence, and the others are spoken."""

from __future__ import annotations

import hashlib
import os
import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

import pytest
from tests.audio.test_options import ToneVoice
from tests.plugins import write_wheel

from plainspoken.audio.casting import Reading
from plainspoken.audio.narrate import narrate
from plainspoken.audio.voices import find_voice
from plainspoken.diagnostics.errors import PlainspokenError, VoiceError
from plainspoken.diagnostics.finding import Finding
from plainspoken.guide import Guide
from plainspoken.languages import Language
from plainspoken.narration import RATE

KEPT = re.compile(r"(\d+) of (\d+) missing sentences are spoken and kept; run the command again")


@dataclass(frozen=True, slots=True)
class FaultyVoice(ToneVoice):
    """A voice with faults at some sentences."""

    fault: Callable[[str], object] = field(default=lambda text: text)
    """What it does instead of speaking."""
    at: str = ""
    """In each sentence that it does not speak."""

    def speak(self, text: str, language: Language) -> bytes:
        if self.at in text:
            return self.fault(text)  # type: ignore[return-value]
        return ToneVoice.speak(self, text, language)


def fail_at(guide: Guide, cache: Path, voice: ToneVoice, jobs: int = 2) -> tuple[Finding, ...]:
    with pytest.raises(VoiceError) as raised:
        narrate([Reading(guide, (voice,))], cache, jobs, lambda *_: None)
    return raised.value.findings


def recurse(text: str) -> object:
    return recurse(text)


def raise_error(error: BaseException) -> object:
    raise error


FAULTS: dict[str, tuple[Callable[[str], object], str]] = {
    "no sound": (lambda _: b"", "Tones gives no sound of 16 bits for “Do not stir.”"),
    "silence": (lambda _: bytes(9000), "Tones gives no sound of 16 bits for “Do not stir.”"),
    "half a sample": (lambda _: b"\x7f" * 9001, "Tones gives no sound of 16 bits for “Do not"),
    "None": (lambda _: None, "Tones gives NoneType, not bytes, for “Do not stir.”"),
    "text": (lambda _: "sound", "Tones gives str, not bytes, for “Do not stir.”"),
    "a list": (lambda _: [1, 2], "Tones gives list, not bytes, for “Do not stir.”"),
    "too much": (lambda _: b"\x7f\x7f" * (1801 * RATE), "more than half an hour at “Do not stir.”"),
    "an error": (
        lambda _: {"y": 1}["x"],
        "Tones cannot speak “Do not stir.”: KeyError: 'x' (test_speech",
    ),
    "an error of files": (lambda _: Path("/none").read_bytes(), "FileNotFoundError"),
    "an end": (lambda _: sys.exit(0), "Tones cannot speak “Do not stir.”: SystemExit: 0"),
    "an error of many lines": (lambda _: raise_error(ValueError("a\nb\0")), "a b<U+0000>"),
    "deep": (recurse, "RecursionError"),
    "an endless error": (lambda _: raise_error(ValueError("x" * 9_000)), "ValueError: xxx"),
    "death": (lambda _: os._exit(3), "the process for the sentence “Do not stir.” died"),
}


@pytest.mark.parametrize(("fault", "message"), FAULTS.values(), ids=FAULTS)
def test_a_fault_of_a_voice_is_told_with_its_sentence_and_keeps_the_others(
    guide: Guide, tmp_path: Path, fault: Callable[[str], object], message: str
) -> None:
    (finding,) = fail_at(guide, tmp_path, FaultyVoice(fault=fault, at="Do not stir."), jobs=1)
    assert message in finding.message
    assert "\n" not in finding.message
    assert len(finding.message) < 300
    assert finding.detail == ()
    assert (found := KEPT.search(finding.hint))
    assert len(list(tmp_path.rglob("*.pcm"))) == int(found[1]) > 0
    assert not (tmp_path / "aside").exists()


def test_all_sentences_that_fail_are_told_together_in_their_order(
    guide: Guide, tmp_path: Path
) -> None:
    voice = FaultyVoice(fault=lambda _: b"", at="water")
    findings = fail_at(guide, tmp_path / "one", voice, jobs=1)
    assert len(findings) > 1

    def be_late(text: str) -> bytes:
        time.sleep(1 if f"“{text}”" in findings[0].message else 0)
        return b""

    late = fail_at(guide, tmp_path / "three", FaultyVoice(fault=be_late, at="water"), jobs=3)
    assert [finding.message for finding in late] == [finding.message for finding in findings]
    assert all("water" in finding.message for finding in findings)
    assert not any(KEPT.search(finding.hint) for finding in findings[:-1])
    assert (found := KEPT.search(findings[-1].hint))
    assert int(found[1]) + len(findings) == int(found[2])


def test_the_next_run_speaks_only_what_is_missing(guide: Guide, tmp_path: Path) -> None:
    fail_at(guide, tmp_path, FaultyVoice(fault=lambda _: b"", at="Do not stir."))
    kept = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.pcm")}
    narrate([Reading(guide, (ToneVoice(),))], tmp_path, 2, lambda *_: None)
    assert {path: path.stat().st_mtime_ns for path in kept} == kept


@pytest.mark.parametrize("jobs", [1, 3])
def test_five_failures_in_a_row_end_the_run(guide: Guide, tmp_path: Path, jobs: int) -> None:
    findings = fail_at(guide, tmp_path, FaultyVoice(fault=lambda _: b""), jobs)
    assert len(findings) == 5
    assert (found := KEPT.search(findings[-1].hint))
    assert int(found[1]) == 0
    assert int(found[2]) > 10


def test_failures_that_take_long_end_the_run(
    guide: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plainspoken.audio.speech._LONGEST_FAILING", 0.5)
    slow = FaultyVoice(fault=lambda _: time.sleep(0.3))
    assert len(fail_at(guide, tmp_path, slow, jobs=1)) == 2


@dataclass(frozen=True, slots=True)
class StatelessFaultyVoice(FaultyVoice):
    """One that fails many times in one process."""

    stateless: ClassVar[bool] = True


def test_two_failures_of_half_a_minute_are_long(
    guide: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]

    def wait(_: str) -> bytes:
        now[0] += 30
        return b""

    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    assert len(fail_at(guide, tmp_path, StatelessFaultyVoice(fault=wait), jobs=1)) == 2


class UnreadyVoice(ToneVoice):
    def prepare(self) -> None:
        raise ImportError("no such library")


@dataclass(frozen=True, slots=True)
class UnreadyFaultyVoice(FaultyVoice):
    """One that no other process can be given, as its fault is a lambda."""

    def prepare(self) -> None:
        raise ImportError("no such library")


class UnsureVoice(ToneVoice):
    def speaks(self, language: Language) -> bool:
        raise RuntimeError(language.tag)


class KeylessVoice(ToneVoice):
    def cache_key(self, language: Language) -> str:
        raise RuntimeError(language.tag)


class NumberedVoice(ToneVoice):
    def cache_key(self, _language: Language) -> str:
        return 1  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("voice", "message"),
    [
        (UnreadyVoice(), "Tones cannot start: ImportError: no such library (test_speech.py, line"),
        (UnreadyFaultyVoice(at="Do"), "Tones cannot start: ImportError: no such library"),
        (UnsureVoice(), "Tones cannot say whether it speaks en: RuntimeError: en"),
        (KeylessVoice(), "Tones cannot name what its sound depends on in en: RuntimeError: en"),
        (NumberedVoice(), "Tones names what its sound depends on by int, not text"),
    ],
)
def test_a_voice_that_fails_before_it_speaks_is_told(
    guide: Guide, tmp_path: Path, voice: ToneVoice, message: str
) -> None:
    (finding,) = fail_at(guide, tmp_path, voice)
    assert message in finding.message
    assert finding.hint.startswith("This is a fault of the voice")


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("def Voice(): return 1 / 0", " cannot start: ZeroDivisionError: division by zero"),
        ("def Voice(): return None", " cannot start: AttributeError"),
        ("class Voice: engine = credit = None", " has no text for `engine` and `credit`"),
        ("1 / 0", "cannot be imported from broken_voice:Voice: ZeroDivisionError"),
        ("Voice = ", "cannot be imported from broken_voice:Voice: SyntaxError"),
        ("import none_such", "cannot be imported from broken_voice:Voice: No module"),
    ],
)
def test_a_voice_that_cannot_be_made_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, message: str
) -> None:
    name = f"broken-{hashlib.sha256(code.encode()).hexdigest()}"
    write_wheel(tmp_path, "broken", f"[plainspoken.voices]\n{name} = broken_voice:Voice\n")
    (tmp_path / "broken_voice.py").write_text(code, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "broken_voice", raising=False)
    with pytest.raises(PlainspokenError) as raised:
        find_voice(name)
    assert message in str(raised.value)


_SPOKEN: list[str] = []
"""What was spoken in this process, and in those that it was forked from."""


@dataclass(frozen=True, slots=True)
class RememberingVoice(ToneVoice):
    """A voice whose sound is the higher, the more it spoke before in the same process."""

    def speak(self, text: str, language: Language) -> bytes:
        _SPOKEN.append(text)
        return ToneVoice(440 * len(_SPOKEN)).speak(text, language)


@dataclass(frozen=True, slots=True)
class StatelessVoice(RememberingVoice):
    stateless: ClassVar[bool] = True


@pytest.mark.parametrize(
    ("voice", "is_alone"), [(RememberingVoice(), True), (StatelessVoice(), False)]
)
def test_only_a_voice_that_says_so_speaks_many_sentences_in_one_process(
    guide: Guide, tmp_path: Path, voice: RememberingVoice, is_alone: bool
) -> None:
    assert not _SPOKEN
    narrate([Reading(guide, (voice,))], tmp_path / "one", 1, lambda *_: None)
    narrate([Reading(guide, (ToneVoice(),))], tmp_path / "reference", 1, lambda *_: None)

    def list_clips(name: str) -> list[bytes]:
        return sorted(path.read_bytes() for path in (tmp_path / name).rglob("*.pcm"))

    assert (list_clips("one") == list_clips("reference")) == is_alone
