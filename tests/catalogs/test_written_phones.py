"""Telephone numbers are told from other digits by their form and by what is beside them."""

from __future__ import annotations

import pytest

from plainspoken.catalogs.critical_text import find_reasons
from plainspoken.languages import find_language


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("Call 0161 496 0000.", ["0161 496 0000"]), ("Call 123-4567.", ["123-4567"]),
        ("Call 12-34-56.", []), ("The code 123 4567 is new.", []),
        ("It is 12 34 56 78 for all.", ["12 34 56 78"]), ("It is 1234 5678 for all.", []),
        ("Line: 1234 5678", ["1234 5678"]), ("It is 0123 4567.", ["0123 4567"]),
        ("It is (0123) 4567.", ["(0123) 4567"]), ("It is +12 34567.", ["+12 34567"]),
        ("It is 012 345.", []), ("It is 12345 67890 12345.", ["12345 67890 12345"]),
        ("It is 12345 67890 123456.", []), ("It is 1 234 567.", []),
        ("Call 1 234 567.", ["1 234 567"]), ("Call 1234567.5 now.", []),
        ("Call 1.234.567.", []), ("It opened on 01.02.2003.", []), ("On 2003-02-01 it opened.", []),
        ("See 12/34/5678.", []), ("Call 12345678.", ["12345678"]),
        ("Call 12345678, please.", ["12345678"]), ("It is 12345678.", []),
        ("It is 012345678.", ["012345678"]), ("Call 0123456789012345.", []),
        ("Call 012345678901234.", ["012345678901234"]), ("Dial 4407.", ["4407"]),
        ("Dial 1234567, ext. 44.", ["1234567", "44"]), ("Dial 4.5 or 44%.", []),
    ],
)  # fmt: skip
def test_digits_are_a_telephone_number_by_what_is_beside_them(text: str, phones: list[str]) -> None:
    reasons = find_reasons(text, find_language("en"))
    assert [reason.words for reason in reasons if reason.kind == "phone"] == phones
