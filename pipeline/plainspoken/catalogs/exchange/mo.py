"""A catalog goes in; its bytes as a `.mo` file come out, for programs that use gettext.

Fuzzy and empty translations stay out. The same catalog gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from babel.messages.catalog import Catalog as BabelCatalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.mofile import write_mo

from ...po.model import Catalog, Entry


def compile_mo(catalog: Catalog) -> bytes:
    """The `.mo` file of a catalog."""
    out = io.BytesIO()
    write_mo(out, _Whole(catalog))
    return out.getvalue()


def count_messages(catalog: Catalog) -> int:
    """How many messages its `.mo` file has, the header set aside."""
    return sum(entry.is_usable for entry in catalog.iter_messages())


class _Whole(BabelCatalog):
    """A catalog as the writer goes through it: its own header, letter by letter."""

    def __init__(self, catalog: Catalog) -> None:
        super().__init__()
        self.catalog = catalog

    def __iter__(self) -> Iterator[BabelMessage]:
        yield BabelMessage("", self.catalog.header.msgstr)
        for entry in self.catalog.iter_messages():
            if entry.is_usable:
                yield _message(entry)


def _message(entry: Entry) -> BabelMessage:
    """A message whose id has its context within, as in the file: so they are sorted rightly."""
    head = "" if entry.msgctxt is None else f"{entry.msgctxt}\x04"
    if entry.msgid_plural is None:
        return BabelMessage(head + entry.msgid, entry.msgstr)
    return BabelMessage((head + entry.msgid, entry.msgid_plural), entry.msgstrs)
