"""All that is said of each image that is refused, and all that is kept of drawings."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests.approval import Approve

from plainspoken.editions.images.image import Image, check_image

from .test_svg_refused import wrap

FOLDER = Path(__file__).parent
RASTERS = {
    "empty": b"", "text": b"GIF89a", "png head": b"\x89PNG\r\n\x1a\n",
    "jpg head": b"\xff\xd8\xff\xe0",
    "png cut": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0", "webp": b"RIFF\0\0\0\0WEBPVP8 ",
    "pdf": b"%PDF-1.7",
}  # fmt: skip


def describe(content: bytes, name: str) -> str:
    """All that is wrong with an image, or what is kept of it."""
    found = check_image(content, f"source/{name}")
    if isinstance(found, Image):
        return found.content.decode()
    return "\n".join(map(str, found))


def test_refusals(approve: Approve) -> None:
    told = []
    for case in tomllib.loads((FOLDER / "hostile.toml").read_text("utf-8"))["case"]:
        svg = case["svg"]
        content = svg.encode() if case.get("line") == 1 else wrap(svg)
        told += [ascii(svg[:300])[1:-1], describe(content, "a.svg"), ""]
    for name, content in RASTERS.items():
        for suffix in ("png", "jpg", "svg"):
            told += [f"{name} as {suffix}", describe(content, f"a.{suffix}"), ""]
    approve("\n".join(told))


def test_drawings(approve: Approve) -> None:
    paths = sorted((FOLDER / "drawings").glob("*.svg"))
    approve(
        "\n\n".join(f"== {path.name}\n{describe(path.read_bytes(), path.name)}" for path in paths)
    )
