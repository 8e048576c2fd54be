"""XML of strangers goes in as bytes; its tree comes out, or one fault.

No network, no entities, no document type, no huge trees: whoever sends a translation has no use
for them, and whoever attacks has.
"""

from __future__ import annotations

import re

from lxml import etree

from ...diagnostics.errors import CatalogError
from ...diagnostics.finding import Finding

ILLEGAL = re.compile("([\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff])")
"""What XML cannot hold."""
_CODES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_MORE_CODES = str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def read_xml(raw: bytes, shown: str) -> etree._Element:
    """The root of an XML file.

    Raises:
        CatalogError: it is not XML, or has a document type.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        huge_tree=False, remove_comments=True, remove_pis=True, recover=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        line = error.lineno or 0 if isinstance(error, etree.XMLSyntaxError) else 0
        what = f"is not XML that can be read: {_said(error)}"
        raise CatalogError(
            [Finding(shown, line, what, "Ask for the file again, saved as XML.")]
        ) from None
    info = root.getroottree().docinfo
    if info.internalDTD is not None or info.doctype:
        hint = "Remove the line <!DOCTYPE …>: it is not needed, and can do harm."
        raise CatalogError([Finding(shown, 1, "has a document type", hint)])
    return root


def escape_text(text: str) -> str:
    """Text for an element; white space stays what it is."""
    return ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text).translate(_CODES)


def quote_attribute(text: str) -> str:
    """Text for an attribute, with its quotation marks."""
    return f'"{escape_text(text).translate(_MORE_CODES)}"'


def get_local_name(element: etree._Element, namespace: str) -> str:
    """The name of an element of a namespace; nothing for one of another."""
    found = etree.QName(element)
    return found.localname if found.namespace == namespace else ""


def get_line(element: etree._Element) -> int:
    """The line of an element in its file."""
    line = element.sourceline
    return line if isinstance(line, int) else 0


def _said(error: Exception) -> str:
    """The parser's words, without its own line and column."""
    return re.sub(r",? line \d+, column \d+.*$", "", str(error)).strip() or "it is empty"
