"""Resolve the addresses of links and images to sections, headings and files of the guide.

An address with a scheme is a URI (RFC 3986 §3); without one it is a relative reference (§4.2): the
name of a section's file, a heading's anchor as its fragment (§3.5), or both.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..diagnostics.finding import Finding
from ..diagnostics.suggestions import suggest_nearest
from ..guide import Mark, Place
from .sections import SectionFile

_OUTSIDE_SCHEMES = ("https://", "http://", "mailto:", "tel:", "#")
IMAGE_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")


@dataclass(frozen=True, slots=True)
class LinkResolver:
    """Resolves the links and images of one guide; adds what is wrong with them to `errors`."""

    files: Mapping[str, SectionFile]
    errors: list[Finding]

    def resolve(self, file: SectionFile, mark: Mark, place: Place) -> Mark:
        """Resolve a mark of a file that is a link or image; others stay as they are."""
        if mark.kind == "image":
            return replace(mark, target=self._resolve_image(mark.target, file, place))
        if mark.kind == "link" and (mark.target.startswith("#") or ":" not in mark.target):
            return replace(mark, target=self._resolve_reference(mark.target, file, place))
        if mark.kind == "link" and not mark.target.startswith(_OUTSIDE_SCHEMES):
            message = f"`{mark.target}` is not an address that readers can follow"
            self._report(place, message, "Use https://, mailto: or tel:.")
        return mark

    def _report(self, place: Place, message: str, hint: str) -> None:
        self.errors.append(Finding(place.file, place.line, message, hint))

    def _resolve_reference(self, target: str, file: SectionFile, place: Place) -> str:
        name, _, anchor = target.partition("#")
        to = self.files.get(name) if name else file
        if to is None:
            hint = suggest_nearest(name, self.files) or "Link to a section by its file's name."
            self._report(place, f"the link to `{target}` leads nowhere", hint)
        elif anchor and anchor not in to.anchors:
            hint = suggest_nearest(anchor, to.anchors) or f"Use a heading of {to.path.name}."
            self._report(place, f"the link to `{target}` leads nowhere", hint)
        else:
            return "#" + (to.anchors[anchor] if anchor else to.id)
        return target

    def _resolve_image(self, target: str, file: SectionFile, place: Place) -> str:
        if ":" in target or target.startswith("/") or not target.lower().endswith(IMAGE_ENDINGS):
            hint = f"Put a file beside the text, ending in {', '.join(IMAGE_ENDINGS)}."
            self._report(place, f"the image `{target}` cannot be carried", hint)
            return target
        path = file.path.parent / os.path.normpath(target)
        inside = path.resolve().is_relative_to(file.path.parent.resolve())
        if not inside or not path.is_file():
            self._report(place, f"there is no image `{target}`", "Put the file into source/.")
        return os.path.normpath(target).replace(os.sep, "/")
