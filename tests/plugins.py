"""Voices and editions of somebody else's, as the wheels that bring them are installed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


def write_wheel(site: Path, name: str, entry_points: str, version: str = "1.0") -> None:
    """Write into a folder what an installed wheel says of itself; its modules are not written."""
    info = site / f"{name}.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    (info / "METADATA").write_text(metadata, "utf-8")
    (info / "entry_points.txt").write_text(entry_points, "utf-8")


def install_voices(site: Path, monkeypatch: pytest.MonkeyPatch, *voices: Any) -> None:
    """Have classes of a test found by the names of their engines, as one wheel brings them."""
    entries = (f"{voice.engine} = {voice.__module__}:{voice.__name__}\n" for voice in voices)
    write_wheel(site, voices[0].engine, f"[plainspoken.voices]\n{''.join(entries)}")
    monkeypatch.syspath_prepend(str(site))
