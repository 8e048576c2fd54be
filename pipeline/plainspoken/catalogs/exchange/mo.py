"""Compile a catalog to a `.mo` file, for programs that use gettext.

Follows "The Format of GNU MO Files" in the GNU gettext manual. As with msgfmt, fuzzy and empty
translations are left out. The same catalog gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from babel.messages.catalog import Catalog as BabelCatalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.mofile import write_mo

from ...po.model import Catalog, Entry


def compile_mo(catalog: Catalog) -> bytes:
    """Compile a catalog to the bytes of a `.mo` file."""
    out = io.BytesIO()
    write_mo(out, _UsableCatalog(catalog))
    return out.getvalue()


class _UsableCatalog(BabelCatalog):
    """The usable messages of a catalog, with its own header, for Babel's writer."""

    def __init__(self, catalog: Catalog) -> None:
        super().__init__()
        self.catalog = catalog

    def __iter__(self) -> Iterator[BabelMessage]:
        yield BabelMessage("", self.catalog.header.msgstr)
        for entry in self.catalog.iter_messages():
            if entry.is_usable:
                yield _to_babel(entry)


def _to_babel(entry: Entry) -> BabelMessage:
    """Convert an entry; its id begins with msgctxt and EOT, since the file is sorted by that."""
    context = "" if entry.msgctxt is None else f"{entry.msgctxt}\x04"
    if entry.msgid_plural is None:
        return BabelMessage(context + entry.msgid, entry.msgstr)
    return BabelMessage((context + entry.msgid, entry.msgid_plural), entry.msgstrs)
