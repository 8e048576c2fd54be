"""Rule phones: telephone numbers stay."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from ...quantities.phone_numbers import extract_digits
from .context import Pair


@define_rule(
    "phones",
    "error",
    source="Call 555-0142 at any hour.",
    wrong="Llame al 555-0124 a cualquier hora.",
    right="Llame al 555-0142 a cualquier hora.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """A telephone number was changed.

    A telephone number of the text whose digits are not in the translation. A number that is
    another in each country belongs into the glossary, or is a value of the guide.
    """
    for phone in pair.phones:
        if phone.found is None and not _is_local(phone.digits, pair):
            number = pair.source.original(*phone.source).strip()
            yield Draft(
                f"the telephone number {number} is not in the translation",
                "Write the number that the text has; a local one is a value of the guide.",
                source=(phone.source,),
                places=(phone.instead,) if phone.instead else (),
            )


def _is_local(digits: str, pair: Pair) -> bool:
    """Whether the glossary has another number for this locale, and the translation has that."""
    target = extract_digits(pair.target.text)
    return any(
        extract_digits(number) in target
        for rendering in pair.facts.renderings
        if extract_digits(rendering.term) == digits
        for number in rendering.approved
    )
