"""Build one number from its words, one after another: 2, hundred, 5."""

from __future__ import annotations

from fractions import Fraction

from .number_forms import Form
from .quantity import Alternatives


class NumberBuilder:
    """A number whose words are being read."""

    def __init__(self, first: Form, ordinal_tens: bool = False) -> None:
        self.terms: list[Fraction] = []
        """What is added up, each less than the one before it: 1000, 200, 5."""
        self.fraction = Fraction(0)
        self.pending = Fraction(0)
        """What is added to the next word: a half for Hindi साढ़े."""
        self.ordinal = False
        self.sure = first.sure
        self.unit = first.unit
        self.alternatives: Alternatives = ((first.also,),) if first.also else ()
        self.count = 1
        self.guessed = first.guessed
        self._ordinal_tens = ordinal_tens
        self._digits = first.role == "d"
        self._scale = Fraction(1)
        """What the last word multiplied by, if that was a thousand or more."""
        self._open = not first.unit and not first.guessed
        self._begin(first)

    @property
    def value(self) -> Fraction:
        """What has been read so far."""
        # Hindi सवा alone is one and a quarter, पौने alone three quarters.
        return 1 + self.pending if self.pending else sum(self.terms, self.fraction)

    def _begin(self, form: Form) -> None:
        match form.role:
            case "+":
                self.pending = form.value
            case "/":
                self.fraction = 1 / form.value
            case "#":
                self.terms, self.ordinal = [form.value], True
                if form.value >= 2:
                    self.alternatives = ((1 / form.value,),)
            case _ if 0 < form.value < 1 and form.role != "d":
                self.fraction = form.value
                self.alternatives = (
                    (Fraction(form.value.numerator), Fraction(form.value.denominator)),
                )
            case _:
                self.terms = [form.value]
                if form.role == "x" and form.value >= 1000:
                    self._scale = form.value

    def add(self, form: Form, joined: bool, units_first: bool = False) -> bool:
        """Add the next word, if it can belong to this number; `joined` after an and."""
        possible = self._open and not form.guessed and (not self.ordinal or self._takes_unit(form))
        added = possible and self._add_form(form, joined, units_first)
        if added:
            self.sure = self.sure or form.sure
            self.unit = self.unit or form.unit
            self.count += 1
        return added

    def _takes_unit(self, form: Form) -> bool:
        """Whether an ordinal may follow this one: Polish dwudziesty pierwszy."""
        return self._ordinal_tens and form.role == "#" and self.terms[-1] in range(20, 100, 10)

    def _add_form(self, form: Form, joined: bool, units_first: bool) -> bool:
        match form.role:
            case "d" if form.value.denominator == 1 and self._fits(form.value, units_first=False):
                self._add_term(form.value)
                return True
            case "x":
                return not joined and self._multiply(form.value)
            case "/":
                return self._divide(form.value, joined)
            case "#":
                return self._add_ordinal(form.value, joined, units_first)
            case "" if 0 < form.value < 1:
                return self._add_fraction(form.value, joined)
            case "" if self.pending:
                self.terms, self.pending = [form.value + self.pending], Fraction(0)
                return True
            case "" if self._fits(form.value, units_first):
                self._add_term(form.value)
                return True
        return False

    def _fits(self, value: Fraction, units_first: bool) -> bool:
        if self._digits or self.fraction or not self.terms:
            return False
        # A nought holds a place: Chinese 一百零五.
        last = next((term for term in reversed(self.terms) if term), Fraction(0))
        if units_first and last < 10 and value in range(20, 100, 10):
            return True
        if value == 0:
            return last >= 100  # Italian venti zero cinque is 20:05
        if value < 10:
            return last >= 10 and last % 10 == 0
        if value < 100:
            return last >= 100 and last % 100 == 0
        return last > value and last % 1000 == 0

    def _add_term(self, value: Fraction) -> None:
        self._scale = Fraction(1)
        if self.terms[-1] < value:
            self.terms[-1] += value
        else:
            self.terms.append(value)

    def _multiply(self, by: Fraction) -> bool:
        if self.fraction:
            if by < 1000:
                return False
            # Two and a half million.
            self.terms, self.fraction = [self.value], Fraction(0)
            self.alternatives = ()
        if self.pending:
            self.terms, self.pending = [1 + self.pending], Fraction(0)
        below = Fraction(0)
        while self.terms and self.terms[-1] < by:
            below += self.terms.pop()
        self.terms.append((below or 1) * by)
        self._digits = False
        self._scale = by if by >= 1000 else Fraction(1)
        return True

    def _add_fraction(self, value: Fraction, joined: bool) -> bool:
        if not joined or self.fraction:
            return False
        self.alternatives = ((self.value, value),)
        # Spanish un millón y medio: a million and a half of one.
        self.fraction = value * self._scale if value == Fraction(1, 2) else value
        return True

    def _divide(self, parts: Fraction, joined: bool) -> bool:
        if joined:
            return self._add_fraction(1 / parts, joined)
        if self.fraction or self.pending:
            return False
        return self._close_with_part(parts)

    def _close_with_part(self, parts: Fraction, *alternatives: tuple[Fraction]) -> bool:
        self.alternatives = ((self.value, parts), *alternatives)
        self.fraction, self.terms, self._open = self.value / parts, [], False
        return True

    def _add_ordinal(self, value: Fraction, joined: bool, units_first: bool) -> bool:
        if self._fits(value, units_first):
            self._add_term(value)
            self.ordinal = True
            return True
        if joined or self.fraction or not 0 < self.value < 10 or value < 3:
            return False
        return self._close_with_part(value, (value,))
