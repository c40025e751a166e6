"""One value of a row that a person types: a number as the data write it, or one of a column's words."""

from __future__ import annotations

from collections.abc import Sequence

from app.widgets import number_text
from app.widgets.combo import Combo, Option
from app.widgets.number_field import NumberField
from core.families import Entry
from core.files.numerals import bare
from core.params import Range

DIGITS = 10  # that a number is written with at most: as the data do, without an exponent
ROUND = 4  # digits of a number that nobody has typed


class NumberCell(NumberField):
    """A number, read as the table it belongs to was read: 3,270 and 45% are what they are in the file."""

    def __init__(self, entry: Entry, value: float) -> None:
        self.decimal = entry.decimal
        super().__init__(entry.name, Range(low=min(value, 0.0) - 1e6, high=max(value, 0.0) + 1e6))
        self.set_value(float(f"{value:.{ROUND}g}"))

    def numbers(self) -> tuple[float, ...]:
        return (self.value(),)

    def show_numbers(self, numbers: Sequence[float]) -> None:
        self.set_value(float(numbers[0]))

    def read(self, text: str) -> float:
        plain = bare(text.strip(), self.decimal) if self.decimal else None
        return super().read(text if plain is None else plain)

    def written(self, value: float) -> str:
        return number_text.show(value, DIGITS)


class WordCell(Combo):
    """One of the words of a column."""

    def __init__(self, entry: Entry, numbers: Sequence[float]) -> None:
        super().__init__(entry.name, tuple(Option(word, word) for word in entry.words))
        self.entry = entry
        self.show_numbers(numbers)

    def numbers(self) -> tuple[float, ...]:
        return self.entry.numbers(self.value())

    def show_numbers(self, numbers: Sequence[float]) -> None:
        self.set_value(self.entry.word(numbers))


Cell = NumberCell | WordCell
