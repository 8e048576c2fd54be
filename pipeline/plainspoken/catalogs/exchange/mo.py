"""Compile a catalog to a `.mo` file ("The Format of GNU MO Files" in the GNU gettext manual).

As with msgfmt, fuzzy and empty translations are left out. The same catalog gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from babel.messages.catalog import Catalog as BabelCatalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.mofile import write_mo

from ...po.model import Catalog


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
            if not entry.is_usable:
                continue
            # An id begins with msgctxt and EOT, since the file is sorted by that.
            msgid = entry.msgid if entry.msgctxt is None else f"{entry.msgctxt}\x04{entry.msgid}"
            if entry.msgid_plural is None:
                yield BabelMessage(msgid, entry.msgstr)
            else:
                yield BabelMessage((msgid, entry.msgid_plural), entry.msgstrs)
