"""How a person writes the value of a column."""

from collections.abc import Sequence
from typing import Literal

from core.frozen import frozen


@frozen
class Entry:
    """One value of a row as it stands in the person's own data: one of `words`, or a number with the `decimal` sign; ""
    where it is no table's.

    Words became columns of 0 and 1: one for each word, or of two words one that says whether it is the second.
    """

    name: str
    words: tuple[str, ...] = ()
    decimal: Literal[".", ",", ""] = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that it became."""
        return tuple(f"{self.name} = {word}" for word in self.told) if self.words else (self.name,)

    @property
    def told(self) -> tuple[str, ...]:
        """The words that have a column of their own: yes or no needs one, not two."""
        return self.words[1:] if len(self.words) == 2 else self.words

    def numbers(self, word: str) -> tuple[float, ...]:
        """What stands in its columns where the value is this word."""
        return tuple(float(word == each) for each in self.told)

    def word(self, numbers: Sequence[float]) -> str:
        """The word that numbers in its columns come closest to."""
        if len(self.words) == 2:
            return self.words[int(numbers[0] >= 0.5)]
        return self.words[max(range(len(self.words)), key=lambda place: numbers[place])]


def parted(entries: Sequence[Entry], row: Sequence[float]) -> list[Sequence[float]]:
    """The numbers of a row of columns, by the entries that they belong to."""
    parts: list[Sequence[float]] = []
    start = 0
    for entry in entries:
        parts.append(row[start : start + len(entry.columns)])
        start += len(entry.columns)
    return parts
