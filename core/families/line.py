"""A calculation as it stands on paper: one line after another, in symbols, in numbers, and what comes out."""

import re
from collections.abc import Callable, Mapping

import numpy as np

from core.frozen import frozen

Numbers = np.ndarray | float  # one number for each weight (n,), or one for all
NAME = re.compile(r"{([^}]+)}")
ALONE = re.compile(r"(^|\(|, |\bif )\((−[^()]+)\)(?=$|\)|,| )")  # a number that is no factor: "tanh((−2))" is tanh(−2)
TWICE = re.compile(r"(^|\()−\(−([^()]+)\)")  # less than nothing, taken away at a beginning: "e^(−(−2))" is e^(2)


@frozen(eq=False)
class Line:
    """`symbol` = `formula`, said in `words`; the names in the formula stand in braces, `numbers` says what each is, and
    `value` is what comes out. `keeps`: the name under which torch's optimizer remembers it, "" where it does not."""

    symbol: str
    words: str
    formula: str
    numbers: Mapping[str, Numbers]
    value: Numbers
    keeps: str = ""

    @property
    def symbols(self) -> str:
        """The formula as it is read: "β₁·m + (1 − β₁)·g"."""
        return NAME.sub(r"\1", self.formula)

    def filled(self, place: int, show: Callable[[float], str]) -> str:
        """The formula with the numbers of the weight at `place` (from 0) in the places of their names, as `show` writes
        them; settings, which are short, are written whole: 0.999 is not 1."""
        filled = NAME.sub(lambda name: self._written(name[1], place, show), self.formula)
        return TWICE.sub(r"\1\2", ALONE.sub(r"\1\2", filled))

    def _written(self, name: str, place: int, show: Callable[[float], str]) -> str:
        number = number_at(self.numbers[name], place)
        whole = f"{number:g}"
        setting = np.ndim(self.numbers[name]) == 0 and float(whole) == number and "e" not in whole and number >= 0
        return whole if setting else show(number)

    def result(self, place: int) -> float:
        """What comes out for the weight at `place`."""
        return number_at(self.value, place)


def number_at(numbers: Numbers, place: int) -> float:
    """The number of one weight."""
    if isinstance(numbers, np.ndarray):
        return float(numbers.flat[place if numbers.size > 1 else 0])
    return float(numbers)


class Sheet:
    """What has been worked out so far: each line takes its numbers from those above it."""

    def __init__(self, given: Mapping[str, np.ndarray]) -> None:
        self._known: dict[str, np.ndarray] = {name: np.asarray(value) for name, value in given.items()}
        self.lines: tuple[Line, ...] = ()

    def __getitem__(self, name: str) -> np.ndarray:
        return self._known[name]

    def give(self, name: str, value: Numbers) -> np.ndarray:
        """A number that is not worked out here."""
        self._known[name] = np.asarray(value, dtype=np.float64)
        return self._known[name]

    def know(self, numbers: Mapping[str, Numbers]) -> None:
        """Several of them."""
        for name, value in numbers.items():
            self.give(name, value)

    def line(self, symbol: str, words: str, formula: str, value: Numbers, keeps: str = "") -> np.ndarray:
        """One more line; from here on its symbol stands for its value, which is given back."""
        numbers: dict[str, Numbers] = {name: self._known[name] for name in NAME.findall(formula)}
        found = self.give(symbol, value)
        self.lines += (Line(symbol, words, formula, numbers, found, keeps),)
        return found
