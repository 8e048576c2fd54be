"""What guide.toml says of the feed: where readers find what is built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..diagnostics.finding import Finding
from .addresses import WEB, find_address_error, normalize_address
from .toml_schema import Key, Shape, TomlFile

FEED: Shape = {"url": Key(str, required=True), "category": Key(str)}


@dataclass(frozen=True, slots=True)
class FeedSettings:
    """Where `dist/` is served, and where directories list the feed."""

    url: str
    """As guide.toml has it."""
    category: str = ""
    """As a directory names it: `Health & Fitness`."""

    @property
    def folder(self) -> str:
        """The address of `dist/`, in ASCII, with a slash at its end."""
        return normalize_address(self.url).rstrip("/") + "/"


def find_feed_errors(file: TomlFile) -> Iterator[Finding]:
    """Find what is wrong with the table of a file whose keys are right."""
    url = file.table.get("feed", {}).get("url")
    if not url:
        return
    if error := find_address_error(url, WEB):
        yield file.error(["feed", "url"], *error)
    elif "?" in url or "#" in url:
        hint = "Write the address of the folder alone, as in https://example.org/guide/."
        yield file.error(["feed", "url"], f"{url!r} is not the address of a folder", hint)
