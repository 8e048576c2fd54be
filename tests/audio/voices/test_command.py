"""A program that a guide names reads it aloud: only where that is allowed, and within bounds."""

from __future__ import annotations

import shlex
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import pytest
from tests.audio.test_options import set_voices
from tests.audio.test_wav import make_file, make_tone, write_wav
from tests.publishing.conftest import environment

from plainspoken.audio.voices import command_program, find_locale_voices
from plainspoken.audio.voices.command import ALLOWED, CommandVoice
from plainspoken.cli import main
from plainspoken.config.project import load_project
from plainspoken.diagnostics.errors import VoiceError
from plainspoken.languages import load
from plainspoken.narration import RATE

Out = pytest.CaptureFixture[str]
TEXT = "Take ½ tablet: “now”."


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where private folders are made, so that what is left of them is seen."""
    folder = tmp_path / "private"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setenv(ALLOWED, "1")
    return folder


@pytest.fixture
def guide(small_guide: Path) -> Path:
    """A guide with a WAV file for programs to give."""
    tone = make_tone(RATE, 440, 0.2)
    (small_guide / "tone.wav").write_bytes(write_wav(tone[None], RATE))
    return small_guide


def speak(guide: Path, run: str, text: str = TEXT, timeout: float = 60, lang: str = "en") -> bytes:
    voice = CommandVoice(run, (lang,), "Ann", timeout=timeout, folder=guide)
    voice.prepare()
    return voice.speak(text, load(lang))


def in_shell(script: str) -> str:
    """A command for a shell that has the guide's folder, the file to write, the text and its
    language as its arguments.
    """
    return f"sh -c {shlex.quote(script)} sh {{guide}} {{wav}} {{text}} {{lang}}"


def test_a_program_is_given_text_as_its_input_and_prints_a_file(guide: Path) -> None:
    sound = speak(guide, """sh -c 'cat > "$1/heard"; cat "$1/tone.wav"' sh {guide}""")
    assert (guide / "heard").read_text("utf-8") == f"{TEXT}\n"
    assert len(sound) == pytest.approx(2 * 0.2 * RATE, abs=20)


def test_a_program_is_given_text_and_language_as_arguments_and_writes_a_file(guide: Path) -> None:
    script = 'printf "%s|%s" "$3" "$4" > "$1/heard"; cp "$1/tone.wav" "$2"; echo no sound'
    assert speak(guide, in_shell(script), lang="es")
    assert (guide / "heard").read_text("utf-8") == f"{TEXT}|es"


def test_no_shell_reads_what_is_said(guide: Path) -> None:
    text = "$(touch x) `touch x`; touch x > x | x 'a \"b {guide} {wav}"
    script = 'printf "%s" "$3" > "$1/heard"; cp "$1/tone.wav" "$2"; ls "$1" > "$1/list"'
    speak(guide, in_shell(script), text)
    assert (guide / "heard").read_text("utf-8") == text
    assert "x" not in (guide / "list").read_text("utf-8").split()


def test_a_text_is_not_taken_for_an_option(guide: Path) -> None:
    script = 'printf "%s" "$3" > "$1/heard"; cp "$1/tone.wav" "$2"'
    speak(guide, in_shell(script), "--help me")
    assert (guide / "heard").read_text("utf-8") == " --help me"


def test_what_cannot_be_said_is_no_end_of_the_text(guide: Path) -> None:
    speak(guide, """sh -c 'cat > "$1/heard"; cat "$1/tone.wav"' sh {guide}""", "a\0b\ud800c")
    assert (guide / "heard").read_text("utf-8") == "a b c\n"


def test_a_program_works_in_a_folder_of_its_own_that_does_not_stay(
    guide: Path, own_folder: Path
) -> None:
    script = 'touch stray; pwd > "$1/where"; ls -ld . >> "$1/where"; cp "$1/tone.wav" "$2"'
    speak(guide, in_shell(script))
    where, access = (guide / "where").read_text("utf-8").splitlines()
    assert Path(where).parent.samefile(own_folder)
    assert access.startswith("drwx------")
    assert list(own_folder.iterdir()) == []


@pytest.mark.parametrize(
    ("run", "reason"),
    [
        ("no-such-program {text}", "no-such-program cannot be started: No such file or directory"),
        ("{guide}/tone.wav", "tone.wav cannot be started: Permission denied"),
        (in_shell("exit 7"), "sh ended with code 7"),
        (in_shell("echo; echo 'No voice ё\u202e'; echo more >&2; exit 1"),
         "sh ended with code 1, and says “more”"),
        (in_shell("echo '\n  No voice\u202e' >&2; echo more >&2; exit 1"),
         "sh ended with code 1, and says “No voice<U+202E>”"),
        (in_shell("echo " + "long " * 99 + ">&2; exit 1"), "long long…”"),
        (in_shell("kill -SEGV $$"), "sh died of SIGSEGV"),
        ("true", "true gives no sound"),
        (in_shell("true"), "sh wrote no file {wav}"),
        (in_shell(': > "$2"'), "sh gives no sound"),
        (in_shell('mkdir "$2"'), "sh made something else than a file of {wav}"),
        (in_shell('ln -s "$1/tone.wav" "$2"'), "sh made something else than a file of {wav}"),
        (in_shell('mkfifo "$2"'), "sh gives no sound"),
        ("echo hello", "echo gives no sound that can be read: it is no WAV file"),
        ("head -c 2000 {guide}/tone.wav",
         "head gives no sound that can be read: it is cut short"),
        ("cat {guide}/silence.wav", "cat gives silence"),
        (in_shell("sleep 60"), "sh did not end within 0.3 s"),
        (in_shell("echo Busy >&2; sleep 60"), "sh did not end within 0.3 s, and says “Busy”"),
    ],
)  # fmt: skip
def test_a_program_that_fails_is_named_with_the_sentence_and_what_it_said(
    guide: Path, own_folder: Path, run: str, reason: str
) -> None:
    (guide / "silence.wav").write_bytes(make_file(data=bytes(9000)))
    with pytest.raises(VoiceError) as raised:
        speak(guide, run, timeout=0.3 if "sleep" in run else 60)
    message = raised.value.findings[0].message
    assert message.startswith(f"Ann did not speak “{TEXT}”: ")
    assert message.endswith(reason)
    assert list(own_folder.iterdir()) == []


@pytest.mark.parametrize("run", ["cat /dev/zero", in_shell('cat /dev/zero > "$2"')])
def test_endless_output_is_cut_off(guide: Path, monkeypatch: pytest.MonkeyPatch, run: str) -> None:
    monkeypatch.setattr(command_program, "MOST_BYTES", 3_000_000)
    with pytest.raises(VoiceError, match=r"(cat|sh) writes more than 3 MB"):
        speak(guide, run)
    assert (guide / "large").write_bytes(bytes(4_000_000))  # the bound was not this process's


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").split()[2] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def wait_for(path: Path) -> int:
    for _ in range(1200):
        if path.exists() and (text := path.read_text("utf-8").strip()):
            return int(text)
        time.sleep(0.05)
    raise TimeoutError(path)


def wait_for_end(pid: int) -> bool:
    for _ in range(200):
        if not is_alive(pid):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("end", ["wait", 'cp "$1/tone.wav" "$2"', "exit 3"])
def test_nothing_that_a_program_began_lives_on(guide: Path, end: str) -> None:
    run = in_shell(f'sleep 300 & echo $! > "$1/pid"; {end}')
    try:
        speak(guide, run, timeout=0.5)
    except VoiceError:
        assert "tone" not in end
    assert wait_for_end(wait_for(guide / "pid"))


@pytest.mark.parametrize(
    ("command", "number"),
    [("build", signal.SIGINT), ("build", signal.SIGKILL), ("say", signal.SIGTERM)],
)
def test_a_program_ends_with_the_command_that_began_it(
    guide: Path, own_folder: Path, command: str, number: int
) -> None:
    run = """sh -c 'touch stray; sleep 300 & echo $! > "$1/pid"; wait' sh {guide}"""
    set_command(guide, run)
    words = {
        "build": ["build", "--locale", "en", "--jobs", "2"],
        "say": ["speak", "--voice", "command", "--say", "Call us.", "-o", str(guide / "it.wav")],
    }[command]
    arguments = [sys.executable, "-m", "plainspoken", *words, "-C", str(guide)]
    with subprocess.Popen(
        arguments, env=environment() | {ALLOWED: "1", "TMPDIR": str(own_folder)},
        stderr=subprocess.DEVNULL, start_new_session=True,
    ) as process:  # fmt: skip
        pid = wait_for(guide / "pid")
        process.send_signal(number)
        process.wait(60)
    assert wait_for_end(pid)
    for _ in range(100):
        if not list(own_folder.iterdir()):
            break
        time.sleep(0.05)
    assert list(own_folder.iterdir()) == []


def set_command(guide: Path, run: str, more: str = "", languages: str = '["en"]') -> int:
    """Have the guide read by a program; give the line of guide.toml."""
    options = f"run = '''{run}''', languages = {languages}, name = \"Ann 2\"{more}"
    return set_voices(guide, f'[{{engine = "command", {options}}}]')


def build(guide: Path) -> int:
    return main(["build", "--locale", "en", "--jobs", "1", "-C", str(guide)])


@pytest.mark.parametrize("allowed", [None, "", "0", "true"])
def test_no_guide_runs_a_program_unless_that_is_allowed(
    guide: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out, allowed: str | None
) -> None:
    monkeypatch.delenv(ALLOWED)
    if allowed is not None:
        monkeypatch.setenv(ALLOWED, allowed)
    run = 'sh -c \'touch "$1/ran"; cat "$1/tone.wav"\' sh {guide}'
    line = set_command(guide, run)
    words = [
        ["build"], ["speak"], ["build", "--voice", "command"],
        ["voices", "list"], ["voices", "sample", "en", "-o", str(guide / "samples")],
        ["speak", "--say", "Call us.", "--voice", "command", "-o", str(guide / "it.wav")],
    ]  # fmt: skip
    for command in words:
        assert main([*command, "-C", str(guide)]) == 2, command
        told = capsys.readouterr().err
        assert f"source/guide.toml:{line}: the guide wants to run a program\n  {run}\n" in told
        assert "PLAINSPOKEN_ALLOW_COMMANDS=1 plainspoken build" in told
    with pytest.raises(VoiceError, match="wants to run a program"):
        speak(guide, run)
    assert not (guide / "ran").exists()
    assert not (guide / "dist").exists()


def test_consent_is_asked_for_with_all_that_would_run(
    guide: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    monkeypatch.delenv(ALLOWED)
    words = [f"word-{number}" for number in range(200)]
    set_command(guide, f"sh -c '{' '.join(words)}' ; rm -r ~")
    assert build(guide) == 2
    told = capsys.readouterr().err.replace("\n  ", "")
    assert " ".join(words) in told
    assert told.index("; rm -r ~") < told.index("If you trust")


@pytest.mark.parametrize(
    ("run", "message"),
    [
        ("""sh -c 'say "{text}" > {wav}'""", 'has {text} within “say "{text}" > {wav}”'),
        ("say -t{text}", "has {text} within “-t{text}”"),
        ("say {text}.", "has {text} within “{text}.”"),
        ("{text}", "has {text} where a program stands"),
        ("sh -c {text}", "has {text} where a program stands"),
        ("/bin/bash -lc {text}", "has {text} where a program stands"),
        ("nice env sh -c -e -- {text}", "has {text} where a program stands"),
        ("python3.11 -I -c {text}", "has {text} where a program stands"),
        ("python -W ignore -c {text}", "has {text} where a program stands"),
        ("perl -ne {text}", "has {text} where a program stands"),
        ("node --eval={text}", "has {text} where a program stands"),
    ],
)
def test_a_sentence_that_would_be_run_is_refused(guide: Path, run: str, message: str) -> None:
    set_command(guide, run)
    project = load_project(guide)
    with pytest.raises(VoiceError) as raised:
        find_locale_voices(project, project.find_locale("en"))
    (finding,) = raised.value.findings
    assert message in finding.message


@pytest.mark.parametrize(
    "run",
    [
        "say -e {text}",
        "say --text={text} -o {wav}",
        "python {guide}/say.py -e {text}",
        in_shell("say"),
    ],
)
def test_a_sentence_that_is_only_said_is_not_refused(guide: Path, run: str) -> None:
    set_command(guide, run)
    project = load_project(guide)
    assert find_locale_voices(project, project.find_locale("en"))


def test_a_guide_is_read_by_a_program_and_its_editions_name_it(guide: Path, capsys: Out) -> None:
    run = 'sh -c \'echo x >> "$1/times"; cat "$1/tone.wav"\' sh {guide}'
    set_command(guide, run)
    assert build(guide) == 0
    times = (guide / "times").stat().st_size
    assert times > 20
    with zipfile.ZipFile(guide / "dist/en/tea.en.epub") as archive:
        name = next(name for name in archive.namelist() if name.endswith(".opf"))
        assert "Ann 2, synthetic voice" in archive.read(name).decode()
    capsys.readouterr()
    assert build(guide) == 0
    assert "en: unchanged" in capsys.readouterr().out
    set_command(guide, run, ", timeout = 30")
    assert build(guide) == 0
    assert (guide / "times").stat().st_size == times
    set_command(guide, run, ', version = "2"')
    assert build(guide) == 0
    assert (guide / "times").stat().st_size == 2 * times


def test_a_program_speaks_the_languages_that_it_is_said_to(guide: Path) -> None:
    set_command(guide, "cat {guide}/tone.wav", languages='["ES", "zh"]')
    project = load_project(guide)
    (voice,) = find_locale_voices(project, project.find_locale("en"))
    tags = ["en", "es", "es-419", "zh-Hans", "fr"]
    assert [voice.speaks(load(tag)) for tag in tags] == [False, True, True, True, False]


@pytest.mark.parametrize(
    ("run", "languages", "message", "hint"),
    [
        ("say '{wav}", '["en"]', "`run` is “say '{wav}”, which is no command", "in quotes"),
        ('""', '["en"]', '`run` is “""”, which is no command', "Begin it with a program"),
        ("say {wave}", '["en"]', "`run` has {wave}, which stands for nothing", "{text}, {wav}"),
        ("./say.sh", '["en"]', "`run` begins with the path “./say.sh”", "Begin it with {guide}/"),
        ("say", "[]", "`languages` is empty", "languages = "),
        ("say", '["xq"]', "`languages`: 'xq' is not a language tag", "BCP 47"),
        ("say", '["ja"]', "`languages`: there are no words for the language 'ja'", "folder"),
        ("say", '["en"], timeout = 0', "`timeout` is 0", "from 0.1 to 600"),
        ("say", '["en"], timeout = 900', "`timeout` is 900", "from 0.1 to 600"),
    ],
)
def test_what_is_wrong_with_a_command_is_an_error_at_its_line(
    guide: Path, run: str, languages: str, message: str, hint: str
) -> None:
    line = set_command(guide, run, languages=languages)
    project = load_project(guide)
    with pytest.raises(VoiceError) as raised:
        find_locale_voices(project, project.find_locale("en"))
    (finding,) = raised.value.findings
    assert finding.location == f"source/guide.toml:{line}"
    assert message in finding.message
    assert hint in finding.hint


def test_the_list_says_where_a_program_is_missing(guide: Path, capsys: Out) -> None:
    set_command(guide, "no-such-program {wav}")
    assert main(["voices", "list", "--locale", "en", "-C", str(guide)]) == 0
    assert "command; not installed: no-such-program" in capsys.readouterr().out
