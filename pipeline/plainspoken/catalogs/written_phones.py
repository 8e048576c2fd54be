"""Find telephone numbers as people write them in running text, also in groups of digits alone.

`quantities` takes for a telephone number only what can be nothing else: a wrong one is an error in
a translation. Here one too many costs a second look, and one too few a wrong number in print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..quantities.normalize import FoldedText
from ..quantities.quantity import Quantity

_GROUPS = re.compile(
    r"(?<![\da-z.,/])\+?\(?\d{1,5}\)?(?:[ \u00a0./-]{1,2}\(?\d{2,8}\)?){1,6}(?![\da-z/])"
)
_LONG = re.compile(r"(?<![\da-z.,/-])\+?\d{7,15}(?![\da-z/%-]|[.,]\d)")
_SHORT = re.compile(r"(?<![\da-z.,/-])\d{2,6}(?![\da-z,/%-]|\.\d)")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[ \u00a0.]\d{3})+")
_DATE = re.compile(r"\d{1,2}[./ -]+\d{1,2}[./ -]+\d{2,4}|\d{4}[./ -]+\d{1,2}[./ -]+\d{1,2}")
_GROUPS_ALONE = 3
_FEWEST_DIGITS, _MOST_DIGITS = 7, 15


def find_written_phones(
    text: FoldedText, quantities: Sequence[Quantity], has_cue: bool
) -> Iterator[str]:
    """Telephone numbers as they were written; `has_cue`: words beside them say that there is one.
    Without them, one follows a colon, begins with 0 or +, or has three groups and more.
    """
    spans = [quantity.span for quantity in quantities if quantity.kind == "phone"]
    yield from (text.origin[start:end] for start, end in spans)
    # Numbers that measure something are none.
    spans += [each.span for each in quantities if each.unit or each.counted or each.dose]
    patterns = (_GROUPS, _LONG, _SHORT) if has_cue else (_GROUPS, _LONG)
    for pattern in patterns:
        for found in pattern.finditer(text.text):
            start, end = text.place(*found.span())
            if any(start < stop and begin < end for begin, stop in spans):
                continue
            is_labelled = text.text[: found.start()].rstrip().endswith(":")
            if pattern is _SHORT or _is_phone(found[0], has_cue or is_labelled):
                spans.append((start, end))
                yield text.origin[start:end]


def _is_phone(number: str, has_cue: bool) -> bool:
    count = sum(map(str.isdigit, number))
    if not _FEWEST_DIGITS <= count <= _MOST_DIGITS or _DATE.fullmatch(number):
        return False
    if number.lstrip("(").startswith(("0", "+")):
        return True
    if _THOUSANDS.fullmatch(number):
        return has_cue and not number.count(".")
    # Three groups and more that are no thousands count nothing.
    return has_cue or (len(re.findall(r"\d+", number)) >= _GROUPS_ALONE and "/" not in number)
