"""The small guide with a Spanish catalog, and helpers to edit both."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from plainspoken.catalogs.sync import add_locale, plan_update, read_catalogs, write_update
from plainspoken.config.project import Project, load_project
from plainspoken.guide import Guide
from plainspoken.parsing import parse
from plainspoken.po.model import Catalog, Entry
from plainspoken.po.reader import parse_catalog

Git = Callable[..., subprocess.CompletedProcess[str]]
SPANISH = {
    "How to make tea": "Cómo preparar té",
    "Tea, step by step.": "Té, paso a paso.",
    "Tea": "Té",
    "your helper's number": "el número de su ayudante",
    "Boil the water": "Hierva el agua",
    "Fill the [kettle][term:kettle]. Heat it to {hot}, or *almost* **boiling**. Wait. "
    "Is it [ready][link-1]?": "Llene el [hervidor][term:kettle]. Caliéntelo a {hot}, o *casi* "
    "**hirviendo**. Espere. ¿Está [listo][link-1]?",
    "Steam burns. Call {help-phone} if you get hurt.": "El vapor quema. Llame a {help-phone} si "
    "se lastima.",
    "One cup": "Una taza",
    "Two cups": "Dos tazas",
    "When is the water ready?": "¿Cuándo está lista el agua?",
    "Brew": "Infusione",
    "Minutes": "Minutos",
    "Green": "Verde",
    "2": "2",
    "Black": "Negro",
    "4.5": "4.5",
    "Steep": "Reposo",
    "Read [more about tea][more]. Then [boil][link-1] again.": "Lea [más sobre el té][more]. Luego "
    "[hierva][link-1] otra vez.",
    "Pour.": "Vierta.",
    "Wait for 3 minutes. Do not stir.": "Espere 3 minutos. No revuelva.",
    "How long do you wait?": "¿Cuánto tiempo espera?",
    "kettle": "hervidor",
    "A pot that boils water. It has a spout.": "Una olla que hierve agua. Tiene un pico.",
}


class Folder:
    """A guide's folder as people who write and translate see it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def project(self) -> Project:
        return load_project(self.root)

    @property
    def guide(self) -> Guide:
        return parse(self.project)

    @property
    def po(self) -> Path:
        return self.root / "locales/es/LC_MESSAGES/guide.po"

    @property
    def pot(self) -> Path:
        return self.root / "locales/guide.pot"

    def edit(self, file: str, old: str, new: str) -> None:
        path = self.root / "source" / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    def edit_po(self, old: str, new: str) -> None:
        text = self.po.read_bytes().decode("utf-8")
        assert old in text
        self.po.write_bytes(text.replace(old, new, 1).encode("utf-8"))

    def entry(self, msgid: str) -> Entry:
        """An entry of the Spanish catalog as it now stands in its file."""
        entries = parse_catalog(self.po.read_bytes(), "guide.po").entries
        return next(entry for entry in entries if entry.msgid == msgid)

    def update(self) -> Catalog:
        before = read_catalogs(self.project)
        plan = plan_update(self.project, self.guide, before)
        return write_update(self.project, plan, before)["es"]


@pytest.fixture
def untranslated(small_guide: Path) -> Folder:
    """A guide with a Spanish catalog as `catalogs add es` makes it."""
    folder = Folder(small_guide)
    add_locale(folder.project, folder.guide, "es")
    return folder


@pytest.fixture
def folder(untranslated: Folder, write_po: Callable[[Path, dict[str, str]], None]) -> Folder:
    """A guide with a whole Spanish catalog."""
    write_po(untranslated.po, SPANISH)
    return untranslated


@pytest.fixture
def write_po() -> Callable[[Path, dict[str, str]], None]:
    """Put translations into a catalog, with another program than ours."""

    def write(path: Path, translations: dict[str, str]) -> None:
        from translate.storage.pypo import pofile

        store = pofile(path.read_bytes())
        for unit in store.unit_iter():
            unit.target = translations.get(str(unit.source), "")
        path.write_bytes(bytes(store))

    return write


@pytest.fixture
def git(folder: Folder) -> Git:
    """The guide's folder as a git repository with one commit."""
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    names = {f"GIT_{who}_{what}": "t@example.org" for who in ("AUTHOR", "COMMITTER")
             for what in ("NAME", "EMAIL")}  # fmt: skip

    def git(*args: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *args], cwd=folder.root, env={**os.environ, **own, **names},
            capture_output=True, text=True, check=False, timeout=300,
        )  # fmt: skip

    git("init", "-q", "-b", "main")
    git("add", ".")
    assert git("commit", "-q", "-m", "begin").returncode == 0
    return git
