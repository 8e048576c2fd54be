"""A guide goes in, and comes out in other languages; between the two stand PO files.

`messages` says what translators see, `template` writes it down for them; `reading` and `writing`
know PO files; `merging` brings a catalog to a guide that moved on, `keeping` does so with all
files of a project; `checks` finds what is wrong in a translation, `status` how far it is;
`translating` makes the guide in another language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .entries import Catalog, Entry
from .keeping import add, read_locales, translated_locales, update, write_template
from .messages import Message, extract
from .reading import read_catalog
from .status import Status, status
from .translating import translate

if TYPE_CHECKING:
    from .checks import check

__all__ = [
    "Catalog",
    "Entry",
    "Message",
    "Status",
    "add",
    "check",
    "extract",
    "read_catalog",
    "read_locales",
    "status",
    "translate",
    "translated_locales",
    "update",
    "write_template",
]


def __getattr__(name: str) -> object:
    """`check` comes when it is asked for: it brings much with it, and most commands need none."""
    if name != "check":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .checks import check

    return check
