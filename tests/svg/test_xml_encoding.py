"""The encoding of an XML file: by its byte order mark, by what it declares, or refused."""

from __future__ import annotations

import pytest

from plainspoken.diagnostics.finding import Finding
from plainspoken.svg.image_errors import ImageErrors
from plainspoken.svg.xml_encoding import decode_xml

HINT = "Save it as plain SVG in UTF-8."
MARK, LITTLE, BIG = b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"
MISTAKEN = "is in an encoding that readers may take for another"


def declare(encoding: str, rest: str = "<a>é</a>") -> str:
    return f'<?xml version="1.0" encoding="{encoding}"?>{rest}'


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", ""),
        (b"<a/>", "<a/>"),
        ("<a>é</a>".encode(), "<a>é</a>"),
        (MARK + "<a>é</a>".encode(), "<a>é</a>"),
        (declare("utf-8").encode(), declare("utf-8")),
        (declare("UTF-8").encode(), declare("UTF-8")),
        (MARK + declare("utf-8").encode(), declare("utf-8")),
        (MARK + declare("utf8").encode(), declare("utf8")),
        (LITTLE + "<a>é</a>".encode("utf-16-le"), "<a>é</a>"),
        (BIG + "<a>é</a>".encode("utf-16-be"), "<a>é</a>"),
        (LITTLE + declare("UTF-16").encode("utf-16-le"), declare("UTF-16")),
        (BIG + declare("utf-16").encode("utf-16-be"), declare("utf-16")),
        (declare("iso-8859-1").encode("latin-1"), declare("iso-8859-1")),
        (declare("windows-1252", "<a>“</a>").encode("cp1252"), declare("windows-1252", "<a>“</a>")),
        (
            "<?xml version='1' encoding = 'latin1' ?>é".encode("latin-1"),
            "<?xml version='1' encoding = 'latin1' ?>é",
        ),
        (b"<a encoding='utf-7'/>", "<a encoding='utf-7'/>"),
        (b" " + declare("utf-7", "").encode(), " " + declare("utf-7", "")),
        (b"<?xml version='1.0'?><a encoding='x'/>", "<?xml version='1.0'?><a encoding='x'/>"),
        ("\ufeff<a>\0</a>".encode("utf-16-le"), "<a>\0</a>"),
        (b"<a/>\0", "<a/>\0"),
    ],
)
def test_a_text_is_decoded_as_it_says(content: bytes, text: str) -> None:
    errors = ImageErrors("a.svg")
    assert (decode_xml(content, errors), errors.findings) == (text, [])


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"\x1f\x8b\x08", 0, "is compressed SVG (.svgz)"),
        ("<a/>".encode("utf-16-le"), 1, MISTAKEN),
        ("<a/>".encode("utf-32-le"), 1, MISTAKEN),
        ("\ufeff<a/>".encode("utf-32-le"), 1, MISTAKEN),
        ("\ufeff<a/>".encode("utf-32-be"), 1, MISTAKEN),
        (b"<a/\0>", 1, MISTAKEN),
        (LITTLE + b"<a/>", 1, MISTAKEN),
        (MARK + declare("iso-8859-1").encode(), 1,
         "says that it is in iso-8859-1, and is in another encoding"),
        (MARK + declare("utf-16").encode(), 1,
         "says that it is in utf-16, and is in another encoding"),
        (LITTLE + declare("utf-8").encode("utf-16-le"), 1,
         "says that it is in utf-8, and is in another encoding"),
        (declare("UTF-16").encode(), 1, "says that it is in utf-16, and is in another encoding"),
        (declare("utf-7").encode(), 1,
         "is in the encoding 'utf-7', which readers may take for another"),
        (declare("").replace('encoding=""', "encoding='x'").encode(), 1,
         "is in the encoding 'x', which readers may take for another"),
        (b"<a>\n\n\xe9</a>\n", 3, "is not text in UTF-8"),
        (b"\xe9", 1, "is not text in UTF-8"),
        (LITTLE + "<a>".encode("utf-16-le") + b"\0", 1, "is not text in UTF-16"),
        (declare("windows-1252", "").encode() + b"\n\x81", 2, "is not text in WINDOWS-1252"),
        (declare("iso-8859-1", "<a>\0</a>").encode("latin-1"), 1, "holds a character U+0000"),
    ],
)  # fmt: skip
def test_what_readers_may_mistake_is_refused(content: bytes, line: int, message: str) -> None:
    errors = ImageErrors("a.svg")
    assert decode_xml(content, errors) is None
    hint = HINT if line else "Save it as plain SVG, not compressed."
    assert errors.findings == [Finding("a.svg", line, message, hint)]


def test_a_declaration_is_looked_for_in_the_first_thousand_bytes() -> None:
    for count, is_refused in ((900, True), (1000, False)):
        text = f"<?xml version='1.0'{' ' * count} encoding='utf-7'?><a/>"
        errors = ImageErrors("a.svg")
        assert (decode_xml(text.encode(), errors) is None) is is_refused
