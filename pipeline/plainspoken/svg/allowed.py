"""What an SVG image may hold, as `allowed.toml` lists it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Kind = Literal["plain", "transform", "text", "style", "property", "left out", ""]
"""How the value of an attribute is read; empty for an attribute that is not allowed."""
SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"


@dataclass(frozen=True, slots=True)
class Allowed:
    """The names that an image may hold, and those that are left out of it."""

    elements: frozenset[str]
    text_elements: frozenset[str]
    """Those that hold words."""
    drawn_by_others: frozenset[str]
    """Those that are drawn only where another element refers to them."""
    references: Mapping[str, frozenset[str]]
    """Of an element: what its `href` may lead to, `data` being a raster image in the file."""
    property_references: Mapping[str, frozenset[str]]
    """Of a property: what its `url(#id)` may lead to."""
    kinds: Mapping[str, Kind]
    """Of each attribute."""
    properties: frozenset[str]
    functions: frozenset[str]
    """Of CSS, in small letters."""
    pseudo_classes: frozenset[str]
    left_out_elements: frozenset[str]
    left_out_namespaces: frozenset[str]
    left_out_xlink: frozenset[str]
    left_out_properties: frozenset[str]
    left_out_prefixes: tuple[str, ...]
    """Of properties."""
    reasons: Mapping[str, str]
    """Why an element, a rule `@name` or a property is refused: `runs a program`."""
    active_namespaces: frozenset[str]
    """Whose elements show or run something even within what is left out."""
    encodings: frozenset[str]

    def find_kind(self, attribute: str) -> Kind:
        """How the value of an attribute without a namespace, or of `xml:…`, is read."""
        if attribute.startswith("aria-"):
            return "text"
        return "left out" if attribute.startswith("data-") else self.kinds.get(attribute, "")

    def is_left_out(self, name: str) -> bool:
        """Whether a property, in small letters, is left out."""
        return name in self.left_out_properties or name.startswith(self.left_out_prefixes)

    def explain(self, name: str, noun: str) -> str:
        """The end of a message about a name that is not allowed: `which runs a program`."""
        return f"which {self.reasons.get(name, f'is no {noun} that a picture may hold')}"


@cache
def load_allowed() -> Allowed:
    """Read the list, once."""
    table = tomllib.loads(Path(__file__).with_name("allowed.toml").read_text("utf-8"))
    attributes, left_out = table["attributes"], table["left_out"]
    properties = _split(table["properties"]["names"])
    kinds: dict[str, Kind] = dict.fromkeys(properties, "property")
    kinds |= dict.fromkeys(_split(attributes["plain"]), "plain")
    kinds |= dict.fromkeys(_split(attributes["transform"]), "transform")
    kinds |= dict.fromkeys(_split(attributes["text"]), "text")
    kinds |= dict.fromkeys(_split(left_out["attributes"]), "left out")
    return Allowed(
        elements=_split(table["elements"]["names"]),
        text_elements=_split(table["elements"]["text"]),
        drawn_by_others=_split(table["elements"]["drawn_by_others"]),
        references={name: _split(to) for name, to in table["references"].items()},
        property_references={name: _split(to) for name, to in table["property_references"].items()},
        kinds={**kinds, "style": "style"},
        properties=properties,
        functions=frozenset(map(str.lower, _split(table["properties"]["functions"]))),
        pseudo_classes=_split(table["selectors"]["pseudo_classes"]),
        left_out_elements=_split(left_out["elements"]),
        left_out_namespaces=_split(left_out["namespaces"]),
        left_out_xlink=_split(left_out["xlink"]),
        left_out_properties=_split(left_out["properties"]),
        left_out_prefixes=tuple(sorted(_split(left_out["property_prefixes"]))),
        reasons={name: why for why, names in table["refused"].items() for name in _split(names)},
        active_namespaces=_split(table["active"]["namespaces"]),
        encodings=_split(table["encodings"]["names"]),
    )


def _split(words: str) -> frozenset[str]:
    return frozenset(words.split())
