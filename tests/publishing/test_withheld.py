"""The story that went wrong: a careless translation is withheld, whatever its translator signed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from plainspoken.cli import main

from .test_release import make_own, replace_in

Out = pytest.CaptureFixture[str]
CATALOG = "locales/es/LC_MESSAGES/guide.po"
# In English, as it is right, and as somebody wrote it without care.
PLANTED = (
    ("Never skip a dose.", "Nunca omita una dosis.", "Omita una dosis."),
    (
        "Do not drive, unless a nurse says that you may.",
        "No maneje, a menos que una enfermera le diga que puede.",
        "No maneje: una enfermera dice que puede.",
    ),
    (
        "Call us if your fever goes above {fever}.",
        "Llámenos si la fiebre sube por encima de {fever}.",
        "Llámenos si la fiebre baja por debajo de {fever}.",
    ),
    (
        "Wash the wound once a day.",
        "Lave la herida una vez al día.",
        "Lave la herida una vez a la semana.",
    ),
    (
        "For pain, take acetaminophen.",
        "Para el dolor, tome acetaminofén.",
        "Para el dolor, tome ibuprofeno.",
    ),
    (
        "Take half a tablet at night.",
        "Tome media tableta por la noche.",
        "Tome el doble de tabletas por la noche.",
    ),
)
OTHERS = (
    ("Take your medicine", "Tome su medicina"),
    ("What do you take at night?", "¿Qué toma por la noche?"),
)


@pytest.fixture
def own(two_languages: Path) -> Path:
    """The starter's guide with words of one's own, which a clinician has read."""
    folder = make_own(two_languages)
    replace_in(folder / "source/guide.toml", "\n[dates]",
               'reviewed_by = "Dr. Ada Roe"\n\n[dates]\nreviewed = 2026-01-02')  # fmt: skip
    return folder


@pytest.fixture
def careless(own: Path) -> Path:
    """The same with a section on medicines; each of its orders is translated wrongly."""
    orders = "\n\n".join(english for english, _, _ in PLANTED)
    question = "> [!QUESTION]\n> What do you take at night?"
    text = f"# Take your medicine\n\n{orders}\n\n{question}\n"
    (own / "source/03-medicine.md").write_text(text, "utf-8")
    translations = (*OTHERS, *((english, wrong) for english, _, wrong in PLANTED))
    with (own / CATALOG).open("a", encoding="utf-8") as catalog:
        catalog.writelines(f'\nmsgid "{text}"\nmsgstr "{words}"\n' for text, words in translations)
    assert main(["catalogs", "update", "-C", str(own)]) == 0
    return own


def sign(folder: Path, *who: str) -> None:
    for name in who:
        assert main(["catalogs", "review", "es", "--as", name, "--all", "-C", str(folder)]) == 0


def release(folder: Path, capsys: Out, *args: str) -> dict[str, Any]:
    """The edition that a release withholds."""
    capsys.readouterr()
    command = ["build", "--release", "--locale", "es", "--json", "-C", str(folder), *args]
    assert main(command) == 1
    table = json.loads(capsys.readouterr().out)
    assert table["editions"] == []
    assert not (folder / "dist/es").exists()
    (edition,) = table["withheld"]
    assert isinstance(edition, dict)
    return edition


def test_what_its_translator_alone_signed_is_withheld_and_each_wrong_message_is_named(
    careless: Path, capsys: Out
) -> None:
    sign(careless, "Eva Paz, translator", "Paz, Eva, clinician", "EVA PAZ, second translator")
    edition = release(careless, capsys)
    named = " ".join(text for point in edition["open"] for text in point["detail"])
    for english, _, _ in PLANTED:
        assert english in named
    (count, *_) = edition["counts"]
    assert count["kind"] == "critical"
    assert count["open"] == len(edition["open"]) == count["of"]
    assert count["command"] == "plainspoken catalogs review es --list"


def test_signatures_that_were_written_by_hand_do_not_help_the_translator(
    careless: Path, capsys: Out
) -> None:
    """`catalogs review` refuses them; a text editor does not."""
    for name in ("Li Wen, second translator", "Ana Ruiz, clinician"):
        sign(careless, name)
    path = careless / CATALOG
    text = re.sub(r"(# reviewed: )(?:Li Wen|Ana Ruiz)", r"\1Dr. Eva Paz", path.read_text("utf-8"))
    path.write_text(text, "utf-8")
    edition = release(careless, capsys)
    reasons = {point["message"] for point in edition["open"]}
    assert reasons == {"a critical block is signed by its translator alone"}
    assert len(edition["open"]) >= len(PLANTED)


def test_what_checks_find_withholds_though_two_people_have_signed(
    careless: Path, capsys: Out
) -> None:
    sign(careless, "Eva Paz, translator", "Li Wen, second translator", "Ana Ruiz, clinician")
    edition = release(careless, capsys)
    assert edition["open"] == []
    found = [point["detail"][0] for kind in ("errors", "warnings") for point in edition[kind]]
    for english in ("skip", "unless", "above", "a day", "acetaminophen", "half"):
        assert any(english in text for text in found), english


def test_a_lost_no_is_an_error_where_the_text_is_critical(careless: Path, capsys: Out) -> None:
    assert main(["catalogs", "check", "es", "--json", "-C", str(careless)]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    (lost,) = [finding for finding in found if finding["check"] == "negation"]
    assert lost["level"] == "error"
    comment = "Never skip a dose. <!-- not critical: it is about vitamins -->"
    replace_in(careless / "source/03-medicine.md", "Never skip a dose.", comment)
    main(["catalogs", "check", "es", "--json", "-C", str(careless)])
    found = json.loads(capsys.readouterr().out)["findings"]
    (lost,) = [finding for finding in found if finding["check"] == "negation"]
    assert lost["level"] == "warning"


def test_a_warning_withholds_until_somebody_allows_it_with_a_reason(own: Path, capsys: Out) -> None:
    replace_in(own / CATALOG, "Lo que necesita", "Lo que necesita necesita")
    sign(own, "Li Wen, second translator")
    edition = release(own, capsys)
    (warning,) = edition["warnings"]
    assert [count["text"] for count in edition["counts"]] == ["1 warning that nobody has allowed"]
    assert edition["counts"][0]["command"] == "plainspoken catalogs check es"
    (line,) = [text for text in warning["detail"] if "# allow" in text]
    comment = line.removeprefix("or").strip()
    replace_in(own / CATALOG, 'msgid "What you need"', f'{comment}\nmsgid "What you need"')
    assert release(own, capsys)["warnings"] == [warning | {"line": warning["line"] + 1}]
    replace_in(own / CATALOG, "REASON", "a children's rhyme")
    main(["catalogs", "check", "es", "-C", str(own), "--json"])
    table = json.loads(capsys.readouterr().out)
    assert [finding["level"] for finding in table["findings"]] == []


def test_what_the_starter_says_is_told_and_withholds(two_languages: Path, capsys: Out) -> None:
    sign(two_languages, "Li Wen, second translator")
    edition = release(two_languages, capsys)
    told = [point["message"] for point in edition["starter"]]
    keys = ["title", "description", "publisher", "authors", "licence"]
    assert [message.split("`")[1] for message in told] == keys
    lines = (two_languages / "source/guide.toml").read_text("utf-8").splitlines()
    for key, point in zip(keys, edition["starter"], strict=True):
        assert lines[point["line"] - 1].startswith(key)
    make_own(two_languages)
    for path in (two_languages / "source").glob("*.md"):
        path.write_text(path.read_text("utf-8").replace("[germs][term:germ]", "germs"), "utf-8")
    edition = release(two_languages, capsys)
    (point,) = edition["starter"]
    assert point["file"] == "source/glossary.toml"
    assert "no text uses it" in point["message"]


def test_the_licence_of_the_starter_may_be_chosen(two_languages: Path, capsys: Out) -> None:
    config = two_languages / "source/guide.toml"
    replace_in(config, "  # The starter's: choose one, then delete this comment.", "")
    told = [point["message"] for point in release(two_languages, capsys)["starter"]]
    assert not any("licence" in message for message in told)


@pytest.mark.parametrize("lapsed", [True, False])
def test_a_review_that_has_lapsed_withholds(
    own: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch, lapsed: bool
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767312000")  # 2026-01-02
    sign(own, "Li Wen, second translator")
    replace_in(own / "source/guide.toml", "language =", 'review-every = "1 year"\nlanguage =')
    replace_in(own / CATALOG, "Lo que necesita", "Necesita")  # something else is open, if no review
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798848000" if not lapsed else "1798934400")
    edition = release(own, capsys)
    messages = {point["message"] for point in (*edition["open"], *edition["reviews"])}
    of_guide = "the review of the guide is of 2026-01-02, and held until 2027-01-02"
    assert (of_guide in messages) == lapsed
    of_message = "a critical block is reviewed too long ago (2026-01-02)"
    assert (of_message in messages) == lapsed
