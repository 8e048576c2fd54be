"""What a page shows without words is heard: in the words of finished editions, and in rests."""

from __future__ import annotations

import html
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import pytest
from tests.whole_guides.fixtures import BuildWhole

_RATE = 24_000
_LOUD = 100
"""Of 32,767: the sound of words is above it, what an MP3 makes of silence is below."""


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "de",
            ["Schritt zwei: Legen", "Bild: Eine Hand", "Getränk: Tee", "Wie viele Tassen: zwei"],
        ),
        ("zh-Hans", ["第二步：", "图片：", "饮料:", "几杯:"]),
        ("ar", ["الخطوة اثنان:", "صورة:", "المشروب:", "كم كوبا:"]),
    ],
)
def test_steps_pictures_and_heads_of_columns_are_said(
    build_whole: BuildWhole, lang: str, words: list[str]
) -> None:
    folder = build_whole(lang)
    command = [sys.executable, "-m", "plainspoken", "speak", "--script", "-C", str(folder)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    page = (folder / f"dist/{lang}/script/index.html").read_text("utf-8")
    said = html.unescape(re.sub(r"<[^>]*>", "", page))
    assert [each for each in words if each not in said] == []


def measure_rests(epub: Path, section: str) -> dict[str, float]:
    """The seconds without sound before each sentence of a section but the first, by its id."""
    with zipfile.ZipFile(epub) as book:
        overlay = book.read(f"EPUB/{section}.smil").decode()
        name = re.findall(r'<audio src="([^"]*)"', overlay)[0]
        sound = book.read(f"EPUB/{name}")
    program = imageio_ffmpeg.get_ffmpeg_exe()
    raw = ["-f", "s16le", "-ac", "1", "-ar", str(_RATE), "-"]
    decoded = subprocess.run(
        [program, "-v", "error", "-i", "-", *raw],
        input=sound,
        capture_output=True,
        check=True,
        timeout=600,
    )
    loud = np.flatnonzero(np.abs(np.frombuffer(decoded.stdout, "<i2").astype(int)) > _LOUD)
    rests = {}
    found = re.findall(r'<text src="[^#]*#([^"]*)"/>\s*<audio [^>]*clipBegin="([\d.]*)s"', overlay)
    for sentence, begin in found[1:]:
        after = int(np.searchsorted(loud, float(begin) * _RATE))
        rests[sentence] = float(loud[after] - loud[after - 1]) / _RATE
    return rests


def test_the_rest_before_a_heading_is_longer_than_between_cells_and_items(
    build_whole: BuildWhole,
) -> None:
    (epub,) = (build_whole("de") / "dist/de").glob("*.epub")
    rests = measure_rests(epub, "drink")
    with zipfile.ZipFile(epub) as book:
        page = book.read("EPUB/drink.xhtml").decode()

    def list_rests(elements: str) -> list[float]:
        """The rests before the first sentences of some elements, without the first of a group."""
        ids = re.findall(rf'<(?:{elements}) [^>]*>(?:<span [^>]*class="head"[^>]*>[^<]*</span> )?'
                         r'(?:<span id="[^"]*">)?<span id="(drink\.s[^"]*)"', page)  # fmt: skip
        return [rests[name] for name in ids if name in rests]

    headings, cells, items = list_rests("h2"), list_rests("td|th")[1:], list_rests("li")[1:]
    assert (len(headings), len(cells), len(items)) == (2, 5, 4)
    assert min(headings) > 1.3 * max(*cells, *items)
