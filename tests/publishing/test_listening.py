"""Hear a guide back: the page, and what people say of its sound. The recogniser is one that knows
what each stretch of sound says.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser
from tests.audio.listening.scribe import Scribe, make_scribe, say
from tests.audio.test_casting import read_files
from tests.audio.test_options import ToneVoice
from tests.browser.fixtures import Axe
from tests.plugins import install_voices

from plainspoken.audio.clip_cache import ClipCache
from plainspoken.audio.listening.approvals import (
    Acceptance,
    Approvals,
    Signature,
    accept,
    format_approvals,
    sign,
)
from plainspoken.audio.listening.hearing import Hearing
from plainspoken.audio.listening.shown import Shown
from plainspoken.cli import main
from plainspoken.diagnostics.errors import CatalogError, OutputError, VoiceError
from plainspoken.narration import Narration
from plainspoken.publishing.build_lock import hold_build_lock
from plainspoken.publishing.completion import complete_readings
from plainspoken.publishing.inputs import read_inputs
from plainspoken.publishing.listening import Change, Listening, listen
from plainspoken.publishing.stages import BuildRequest, narrate_readings
from plainspoken.worker_pool import open_pool

WRONG = {"Is it ready?": "Is it not ready?"}


def hear(
    folder: Path,
    change: Change | None = None,
    wrong: dict[str, str] = WRONG,
    languages: tuple[str, ...] = ("en", "es"),
) -> Listening:
    """Hear the English edition; some sentences are heard otherwise."""
    with open_pool(1) as pool, hold_build_lock(folder, wait=True) as project:
        request = BuildRequest(project, "", 2, lambda *_: None, {}, True, pool)
        inputs = read_inputs(project, [project.find_locale("en")], "")
        (completed,) = complete_readings(project, inputs, 2)
        (narration,) = narrate_readings(request, [completed.reading])
        said = say(narration)
        heard = {key: wrong.get(text, text) for key, text in said.items()}
        scribe: Scribe = make_scribe(narration, heard)
        scribe = replace(scribe, cache_key=repr(wrong), languages=languages)
        return listen(request, "en", scribe, change)


def hear_first(folder: Path, change: Change) -> Listening:
    """Hear it, and say something of it then."""
    hear(folder)
    return hear(folder, change)


def accept_all(reason: str = "I hear no not.", who: str = "Ana Ruiz") -> Change:
    def change(
        approvals: Approvals, hearing: Hearing, _narration: Narration, shown: Shown
    ) -> Approvals:
        ids = tuple(sentence.id for sentence in hearing.doubtful)
        return accept(approvals, hearing, shown, ids, reason, who)

    return change


def sign_as(who: str) -> Change:
    return lambda approvals, _, narration, shown: sign(approvals, narration, shown, who)


def list_accepted(result: Listening) -> list[bool]:
    return [result.approvals.find(each) is not None for each in result.hearing.doubtful]


def list_valid(result: Listening) -> dict[str, bool]:
    return {
        each.by: result.approvals.is_valid(each, result.narration)
        for each in result.approvals.signed
    }


def edit(folder: Path, name: str, before: str, after: str) -> None:
    path = folder / "source" / name
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def test_the_page_lists_doubts_with_their_sound(small_guide: Path) -> None:
    result = hear(small_guide)
    content = (small_guide / "dist/en/listen/index.html").read_bytes()
    page: html.HtmlElement = html.fromstring(content)
    text = " ".join(page.text_content().split())
    assert "Doubtful: 1, of them accepted: 0" in text
    assert f"of {result.hearing.words}, 0." in text
    assert "Nobody has signed the sound." in text
    (player,) = page.iter("audio")
    name, _, times = player.get("src", "").partition("#t=")
    assert (small_guide / "dist/en/listen" / name).is_file()
    (doubtful,) = result.hearing.doubtful
    assert times == f"{doubtful.clip.begin / 22_050:.3f},{doubtful.clip.end / 22_050:.3f}"
    (row,) = (row for row in page.iter("tr") if list(row.iter("audio")))
    assert [cell.text_content() for cell in row][:4] == [
        f"source/01-boil.md:4{doubtful.id}", "Is it ready?", "Is it not ready?",
        "a negation is heard that is not said: said none, heard “not”",
    ]  # fmt: skip
    assert not list(page.iter("script"))


def test_axe_finds_nothing_on_the_page(browser: Browser, axe: Axe, small_guide: Path) -> None:
    hear_first(small_guide, accept_all())
    page = browser.new_page()
    page.goto((small_guide / "dist/en/listen/index.html").as_uri())
    assert axe(page) == []
    page.close()


def test_an_acceptance_holds_until_the_sentence_changes(small_guide: Path) -> None:
    assert list_accepted(hear_first(small_guide, accept_all())) == [True]
    again = hear(small_guide)
    assert list_accepted(again) == [True]
    page = (small_guide / "dist/en/listen/index.html").read_text("utf-8")
    assert "Accepted by Ana Ruiz: I hear no not." in page
    edit(small_guide, "02-brew.md", "1. Pour.", "1. Pour it.")
    assert list_accepted(hear(small_guide)) == [True]
    edit(small_guide, "01-boil.md", "Is it [ready]", "Is tea [ready]")
    assert list_accepted(hear(small_guide, wrong={"Is tea ready?": "Is tea not ready?"})) == [False]


def test_an_acceptance_is_void_when_another_voice_says_the_same(small_guide: Path) -> None:
    hear_first(small_guide, accept_all())
    other = '[{engine = "espeak", pitch = 80}]'
    edit(small_guide, "guide.toml", '[locales.en]\nvoices = ["espeak"]',
         f"[locales.en]\nvoices = {other}")  # fmt: skip
    assert list_accepted(hear(small_guide)) == [False]


def test_a_signature_is_void_when_any_sound_changes(small_guide: Path) -> None:
    assert list_valid(hear_first(small_guide, sign_as("Ana Ruiz"))) == {"Ana Ruiz": True}
    both = hear(small_guide, sign_as("Ben Ode"))
    assert list_valid(both) == {"Ana Ruiz": True, "Ben Ode": True}
    page = (small_guide / "dist/en/listen/index.html").read_text("utf-8")
    assert "Signed by Ana Ruiz" in page
    edit(small_guide, "02-brew.md", "1. Pour.", "1. Pour it.")
    assert list_valid(hear(small_guide)) == {"Ana Ruiz": False, "Ben Ode": False}
    page = (small_guide / "dist/en/listen/index.html").read_text("utf-8")
    assert "Ana Ruiz has signed a sound that has changed since" in page
    assert list_valid(hear(small_guide, sign_as("Ana Ruiz"))) == {"Ana Ruiz": True}


def test_nobody_signs_or_accepts_a_sound_that_no_page_had_them_hear(small_guide: Path) -> None:
    with pytest.raises(CatalogError, match="the sound is new: nobody can have heard it"):
        hear(small_guide, sign_as("Ana Ruiz"))
    hear_first(small_guide, sign_as("Ana Ruiz"))
    edit(small_guide, "02-brew.md", "1. Pour.", "1. Pour it.")
    with pytest.raises(CatalogError, match="Run `plainspoken listen` without --accept and --sign"):
        hear(small_guide, sign_as("Ana Ruiz"))
    edit(small_guide, "01-boil.md", "Is it [ready]", "Is tea [ready]")
    wrong = {"Is tea ready?": "Is tea not ready?"}
    with pytest.raises(CatalogError, match=r"the sound of .* is new: nobody can have heard it"):
        hear(small_guide, accept_all(), wrong)


def test_what_is_said_of_a_sound_is_void_when_it_is_made_anew_and_differs(
    small_guide: Path,
) -> None:
    hear_first(small_guide, accept_all())
    before = hear(small_guide, sign_as("Ana Ruiz"))
    cache = ClipCache(small_guide / ".cache/plainspoken")
    (doubtful,) = before.hearing.doubtful
    (key,) = doubtful.clip.kept
    sound = cache.read(key)
    assert sound
    shutil.rmtree(cache.folder / "tracks")
    again = hear(small_guide)
    assert (list_accepted(again), list_valid(again)) == ([True], {"Ana Ruiz": True})
    shutil.rmtree(cache.folder / "tracks")
    cache.write(key, sound[:-2] + bytes(2))
    other = hear(small_guide)
    assert (list_accepted(other), list_valid(other)) == ([False], {"Ana Ruiz": False})
    assert other.hearing.doubtful[0].clip.kept == (key,)


def test_a_locale_of_which_nothing_is_heard_is_an_error(small_guide: Path) -> None:
    with pytest.raises(VoiceError, match="has no sentence in a language that Scribe knows"):
        hear(small_guide, languages=("fr",))
    assert not (small_guide / "dist").exists()


def test_pages_of_a_sound_go_when_a_build_changes_it(small_guide: Path) -> None:
    speak = ["speak", "-C", str(small_guide), "--locale", "en"]
    hear_first(small_guide, sign_as("Ana Ruiz"))
    assert main([*speak, "--script"]) == 0
    pages = [small_guide / "dist/en" / name / "index.html" for name in ("listen", "script")]
    assert main(speak) == 0
    assert [page.exists() for page in pages] == [True, True]
    edit(small_guide, "02-brew.md", "1. Pour.", "1. Pour it.")
    assert main(speak) == 0
    assert [page.exists() for page in pages] == [False, False]
    assert (small_guide / "dist/en/audio/03-brew.mp3").exists()


def test_what_was_heard_is_published_and_nothing_spoken_anew(small_guide: Path) -> None:
    cache = small_guide / ".cache/plainspoken"
    records: list[Path] = []

    def forget(approvals: Approvals, *_heard: object) -> Approvals:
        shutil.rmtree(cache / "clips")
        records.extend((cache / "tracks").glob("*.json"))
        for path in records:
            path.unlink()
        return approvals

    result = hear(small_guide, forget)
    assert records and not [path for path in records if path.exists()]
    assert not (cache / "clips").exists()
    for track in result.narration.tracks:
        published = small_guide / "dist/en/audio" / track.file_name
        assert published.read_bytes() == track.path.read_bytes()


def accept_one(sentence: str) -> Change:
    return lambda approvals, hearing, _, shown: accept(
        approvals, hearing, shown, (sentence,), "so", "Ana"
    )


def test_what_is_said_twice_is_kept_once_and_names_without_blanks(small_guide: Path) -> None:
    def change(
        approvals: Approvals, hearing: Hearing, _narration: Narration, shown: Shown
    ) -> Approvals:
        (doubtful,) = hearing.doubtful
        return accept(approvals, hearing, shown, (doubtful.id, doubtful.id), "so", " Ana ")

    hear_first(small_guide, change)
    hear(small_guide, sign_as(" Ben\u3000"))
    again = hear(small_guide)
    assert list_accepted(again) == [True]
    assert [each.by for each in again.approvals.accepted] == ["Ana"]
    assert list_valid(again) == {"Ben": True}


@pytest.mark.parametrize(
    "approvals",
    [
        Approvals(signed=(Signature(" ", ""),)),
        Approvals(signed=(Signature("Ana", "1"), Signature("Ana", "2"))),
        Approvals(accepted=(Acceptance("a-1", "\ufffd", "Ana", "1"),)),
    ],
)
def test_a_file_that_could_not_be_read_again_is_not_written(approvals: Approvals) -> None:
    with pytest.raises(OutputError, match="would not hold what is to be written"):
        format_approvals(approvals)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (accept_all(reason=" "), "the reason is missing"),
        (accept_all(reason="a\nb"), "the reason is missing, or cannot be kept"),
        (accept_all(who=""), "'' is not a name"),
        (accept_all(reason="\ufffd"), "the reason is missing, or cannot be kept"),
        (sign_as("a\tb"), "is not a name"),
        (sign_as(" "), "'' is not a name"),
        (sign_as("Ana\ufffd"), "is not a name"),
        (accept_one("nowhere-1"), "there is no sentence 'nowhere-1'"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_written(
    small_guide: Path, change: Change, message: str
) -> None:
    with pytest.raises(CatalogError, match=message):
        hear(small_guide, change)
    assert not (small_guide / "locales/en").exists()
    assert not (small_guide / "dist").exists()


def test_a_sentence_that_is_not_doubtful_needs_no_acceptance(small_guide: Path) -> None:
    def change(
        approvals: Approvals, hearing: Hearing, _narration: Narration, shown: Shown
    ) -> Approvals:
        return accept(approvals, hearing, shown, (hearing.sentences[0].id,), "so", "Ana")

    with pytest.raises(CatalogError, match="is not doubtful"):
        hear(small_guide, change)


def test_a_damaged_file_of_approvals_is_told_with_its_line(small_guide: Path) -> None:
    hear_first(small_guide, accept_all())
    path = small_guide / "locales/en/listening.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("reason =", "raison ="), "utf-8")
    line = text[: text.index("reason =")].count("\n") + 1
    with pytest.raises(CatalogError, match=rf"locales/en/listening.toml:{line}: .*not a known key"):
        hear(small_guide)


def test_sound_of_another_voice_than_the_editions_is_not_heard(
    small_guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_voices(tmp_path / "site", monkeypatch, ToneVoice)
    arguments = ["build", "--locale", "en", "-C", str(small_guide)]
    assert main([*arguments, "--voice", ToneVoice.engine]) == 0
    before = read_files(small_guide / "dist")
    with pytest.raises(VoiceError, match=r"is read by Tones, and this sound by espeak-ng"):
        hear(small_guide)
    assert read_files(small_guide / "dist") == before
    assert main(arguments) == 0
    assert hear(small_guide).hearing.sentences
