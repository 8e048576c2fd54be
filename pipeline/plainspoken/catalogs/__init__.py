"""A guide goes in, and comes out in other languages; between the two stand PO files.

`messages` says what translators see, `template` writes it down for them; `reading` and `writing`
know PO files; `merging` brings a catalog to a guide that moved on, `keeping` does so with all
files of a project; `checks` finds what is wrong in a translation, `status` how far it is;
`translating` makes the guide in another language.
"""

from .checks import check
from .entries import Catalog, Entry
from .keeping import add, read_locales, translated_locales, update, write_template
from .messages import Message, extract
from .reading import read_catalog
from .status import Status, status
from .translating import translate

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
