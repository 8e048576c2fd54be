"""Check phones: telephone numbers, those for emergencies too, stay as they are."""

from __future__ import annotations

from collections.abc import Iterator

from ...quantities.normalize import fold_text
from .context import Draft, Pair


def check(pair: Pair) -> Iterator[Draft]:
    """A telephone number whose digits are not in the translation."""
    for phone in pair.phones.all:
        if phone.found is None and not _is_local(phone.digits, pair):
            said = pair.source.original(phone.start, phone.end).strip()
            yield Draft(
                f"the telephone number {said} is not in the translation",
                "Write the number that the text has; a local one is a value of the guide.",
                source=((phone.start, phone.end),),
                target=(phone.instead,) if phone.instead else (),
            )


def _is_local(digits: str, pair: Pair) -> bool:
    """Whether the glossary gives the number another in this locale, and that one stands."""
    local = [each for each in pair.facts.renderings if _digits(each.term) == digits]
    said = _digits(pair.target.text)
    return any(_digits(right) in said for each in local for right in each.approved)


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, fold_text(text)))
