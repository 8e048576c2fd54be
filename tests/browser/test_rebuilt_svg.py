"""What is published of an SVG image looks as the image does."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.browser.svg_pixels import DRAW

from plainspoken.editions.images.image import Image, check_image

if TYPE_CHECKING:
    from playwright.sync_api import Page

DRAWINGS = sorted((Path(__file__).parents[1] / "editions/images/drawings").glob("*.svg"))
COMPARE = f"""
async files => {{
    const drawn = (await ({DRAW})(files, 300, 200)).map(pixels => [...pixels]);
    const colours = new Set();
    for (let at = 0; at < drawn[0].length; at += 4) colours.add(drawn[0].slice(at, at + 4).join());
    return {{colours: colours.size, differ: drawn[0].filter((x, at) => x !== drawn[1][at]).length}};
}}
"""


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_rebuilt_image_looks_as_it_did(page: Page, path: Path) -> None:
    content = path.read_bytes()
    found = check_image(content, path.name)
    assert isinstance(found, Image)
    files = [base64.b64encode(file).decode() for file in (content, found.content)]
    result: dict[str, Any] = page.evaluate(COMPARE, files)
    assert result["differ"] == 0
    assert result["colours"] > 10
