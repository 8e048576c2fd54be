"""A guide goes in, and comes out in other languages; between the two stand PO files.

`messages` says what translators see, `template` writes it down for them; `reading` and `writing`
know PO files; `merging` brings a catalog to a guide that moved on, `keeping` does so with all
files of a project; `checks` finds what is wrong in a translation, `status` how far it is;
`translating` makes the guide in another language.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from ..po.model import Catalog, Entry
from ..po.reader import read_catalog
from .extract import Message, extract
from .translate import translate

if TYPE_CHECKING:
    from .checks import check
    from .sync import add, read_locales, translated_locales, update, write_template

_LATER = {
    "check": "checks",
    **dict.fromkeys(
        ("add", "read_locales", "translated_locales", "update", "write_template"), "sync"
    ),
}
"""What comes when it is asked for, and from where: it brings much with it, and to read a guide in
its languages needs none of it."""

__all__ = [
    "Catalog",
    "Entry",
    "Message",
    "add",
    "check",
    "extract",
    "read_catalog",
    "read_locales",
    "translate",
    "translated_locales",
    "update",
    "write_template",
]


def __getattr__(name: str) -> object:
    """One of the names in `_LATER`."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_LATER[name]}", __name__), name)
