"""Check phones: telephone numbers, those for emergencies too, stay as they are."""

from __future__ import annotations

from collections.abc import Iterator

from .pair import Draft, Pair


def check(pair: Pair) -> Iterator[Draft]:
    """A telephone number whose digits are not in the translation."""
    for phone in pair.phones.all:
        if phone.found is None:
            said = pair.source.original(phone.start, phone.end).strip()
            yield Draft(
                f"the telephone number {said} is not in the translation",
                "Write the number that the text has; a local one is a value of the guide.",
                source=((phone.start, phone.end),),
                target=(phone.instead,) if phone.instead else (),
            )
