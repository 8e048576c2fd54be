"""Read XML from untrusted sources, and write XML with templates.

What attacks use and translations do not need is refused: network access, entities, a document type
declaration, and huge trees (see the OWASP cheat sheet "XML External Entity Prevention").
"""

from __future__ import annotations

import re

from lxml import etree

from ...diagnostics.errors import CatalogError
from ...diagnostics.finding import Finding

ILLEGAL = re.compile("([\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff])")
"""What XML 1.0 cannot hold (section 2.2, Char)."""
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE_ESCAPES = str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def read_xml(raw: bytes, file: str) -> etree._Element:
    """Parse an XML file, or raise CatalogError: it is not XML, or has a document type."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        huge_tree=False, remove_comments=True, remove_pis=True, recover=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        line = error.lineno or 0 if isinstance(error, etree.XMLSyntaxError) else 0
        reason = re.sub(r",? line \d+, column \d+.*$", "", str(error)).strip() or "it is empty"
        message = f"is not XML that can be read: {reason}"
        hint = "Ask for the file again, saved as XML."
        raise CatalogError([Finding(file, line, message, hint)]) from None
    info = root.getroottree().docinfo
    if info.internalDTD is not None or info.doctype:
        hint = "Remove the line <!DOCTYPE …>: it is not needed, and can do harm."
        raise CatalogError([Finding(file, 1, "has a document type", hint)])
    return root


def render_xml(template: str, **values: object) -> bytes:
    """Render a template with the filters `text` and `attribute`, which escape."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader(__package__), undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters |= {"text": escape_text, "attribute": _quote_attribute}
    return environment.get_template(template).render(values).encode()


def escape_text(text: str) -> str:
    """Escape text for an element; white space stays as it is."""
    return ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text).translate(_ESCAPES)


def _quote_attribute(text: str) -> str:
    return f'"{escape_text(text).translate(_ATTRIBUTE_ESCAPES)}"'


def get_local_name(element: etree._Element, namespace: str) -> str:
    """The local name of an element of a namespace; empty for one of another namespace."""
    name = etree.QName(element)
    return name.localname if name.namespace == namespace else ""


def get_line(element: etree._Element) -> int:
    """The line of an element in its file."""
    line = element.sourceline
    return line if isinstance(line, int) else 0
