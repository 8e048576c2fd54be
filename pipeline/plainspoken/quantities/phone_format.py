"""Read a telephone number as people write it, and write the address that it is called by."""

from __future__ import annotations

import re

_WRITTEN = re.compile(r"\+?[\d ().-]*\d[\d ().-]*")


def is_phone_number(text: str) -> bool:
    """Whether a text is one telephone number as people write it, and nothing else."""
    return bool(_WRITTEN.fullmatch(text))


def make_tel_uri(number: str) -> str:
    """The address that a telephone number is called by (RFC 3966)."""
    return "tel:" + re.sub(r"[^\d+]", "", number)


def split_groups(number: str) -> list[str]:
    """The groups of digits of a telephone number, a plus sign with the first."""
    return re.findall(r"\+?\d+", number)
