"""The browser itself: it draws, it can be taken off the net, and axe-core sees through it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Error, Page
from tests.browser.fixtures import FOLDER, Axe

LOCK = FOLDER / "package-lock.json"
PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="
GOOD = f'<h1>Tea</h1><p>Boil the water.</p><img src="{PIXEL}" alt="A kettle">'


def url(main: str) -> str:
    """A whole page with this in its main part."""
    return "data:text/html;charset=utf-8," + quote(
        "<!doctype html><html lang=en><meta name=viewport content='width=device-width'>"
        f"<title>Tea</title><main>{main}</main></html>"
    )


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A page on a web server of this machine."""
    (tmp_path / "index.html").write_text("<title>Tea</title>", "utf-8")
    handler = partial(SimpleHTTPRequestHandler, directory=tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def test_axe_has_nothing_to_say_about_a_good_page(page: Page, axe: Axe) -> None:
    page.goto(url(GOOD))
    assert axe(page) == []


@pytest.mark.parametrize(
    ("error", "rule"),
    [
        (f'<img src="{PIXEL}">', "image-alt"),
        ('<p style="color: #bbb">Pale.</p>', "color-contrast"),
        ('<p style="line-height: 1 !important; letter-spacing: 0 !important">Stiff.</p>',
         "avoid-inline-spacing"),
        ("<button style='width:9px;height:9px;padding:0'>a</button>"
         "<button style='width:9px;height:9px;padding:0'>b</button>", "target-size"),
        ("<h4>Too deep</h4>", "heading-order"),
        (f"<iframe title=Inside srcdoc='<html lang=en><img src={PIXEL}>'></iframe>", "image-alt"),
    ],
)  # fmt: skip
def test_axe_finds_a_fault_and_tells_its_place(page: Page, axe: Axe, error: str, rule: str) -> None:
    page.goto(url(GOOD + error))
    found = axe(page)
    assert any(text.startswith(f"{rule} (") for text in found), found
    assert all("\n  at " in text for text in found)


def test_axe_works_on_a_page_that_allows_no_scripts(page: Page, axe: Axe) -> None:
    policy = "<meta http-equiv=Content-Security-Policy content=\"script-src 'none'\">"
    page.goto(url(policy + GOOD))
    assert axe(page) == []


def test_letters_are_drawn(page: Page) -> None:
    page.goto(url("<p>Tea</p>"))
    drawn = page.screenshot()
    assert drawn.startswith(b"\x89PNG\r\n\x1a\n")
    page.goto(url("<p>Eat</p>"))
    assert page.screenshot() != drawn


def test_a_page_off_the_net_reaches_nothing(page: Page, address: str) -> None:
    page.goto(address)
    assert page.title() == "Tea"
    page.context.set_offline(True)
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        page.goto(f"{address}?new")  # what was read before may be kept


def test_the_lock_file_of_npm_pins_everything_and_names_no_address() -> None:
    text = LOCK.read_text("utf-8")
    assert '"resolved"' not in text
    packages = json.loads(text)["packages"]
    assert all("integrity" in each for name, each in packages.items() if name)
