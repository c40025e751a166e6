"""What is said of a lone neuron in words and numbers."""

from __future__ import annotations

import numpy as np

from app.look.numbers import written
from core.frames import Frame

XOR = "x₁ XOR x₂"  # as its table calls what is wanted
NEVER = (
    "Why no setting can: both off must stay 0, so b ≤ 0. One on must give 1, so w₁ + b > 0 and w₂ + b > 0; added, "
    "w₁ + w₂ + b > −b ≥ 0. But both on must give 0, so w₁ + w₂ + b ≤ 0. Both cannot be."
)
EXACT = 9  # digits of numbers that would look the same, and are not
MOST = 10_000  # settings that are told apart


def say(number: float, digits: int = 4) -> str:
    """A weight or a sum in as few digits as it has."""
    return written(f"{number:.{digits}g}")


def compared(total: float, threshold: float, fires: bool) -> str:
    """ "3 > 2.5", "2 ≤ 2.5"."""
    sign = ">" if fires else "≤"
    left, right = say(total), say(threshold)
    if left == right and total != threshold:
        left, right = (say(number, EXACT) for number in (total, threshold))
    return f"{left} {sign} {right}"


def summed(row: np.ndarray, weights: np.ndarray) -> str:
    """Σ wᵢxᵢ as it is added up: "1 + 2 − 0.5", "0" where all are off."""
    on = [float(weight) for weight, value in zip(weights, row, strict=True) if value]
    if not on:
        return "0"
    first, *rest = on
    return say(first) + "".join(f" {'+' if each >= 0 else '−'} {say(abs(each))}" for each in rest)


def row_of(frame: Frame, sample: int) -> int:
    """The row that is looked at: the chosen one, or that of "no" to all."""
    count = len(frame.arrays["rows"])
    return sample if 0 <= sample < count else int(np.argmin(frame.arrays["rows"].sum(axis=1)))


def switched(frame: Frame, row: int, question: int) -> int:
    """The row in which that one question is answered the other way."""
    rows = frame.arrays["rows"]
    wanted = rows[row].copy()
    wanted[question] = 1.0 - wanted[question]
    return int(np.flatnonzero((rows == wanted).all(axis=1))[0])


class Tried:
    """The settings of weights and threshold that were seen of one table, and how many rows the best of them has
    right."""

    def __init__(self) -> None:
        self._settings: set[tuple[float, ...]] = set()
        self.best = self.rows = 0

    def take(self, frame: Frame) -> None:
        """One setting more, if it is none of those."""
        right = frame.arrays["right"]
        if len(self._settings) < MOST:
            self._settings.add((*frame.arrays["weights"].tolist(), float(frame.arrays["threshold"][0])))
        self.best, self.rows = max(self.best, int(right.sum())), len(right)

    @property
    def count(self) -> int:
        """How many settings."""
        return len(self._settings)

    def words(self) -> str:
        """ "12 settings tried, the best has 3 of 4 right"."""
        count = self.count
        if not count:
            return ""
        more = " and more" if count == MOST else ""
        return f"{count:,} setting{'s' if count > 1 else ''}{more} tried, the best has {self.best} of {self.rows} right"

    def brief(self) -> tuple[str, ...]:
        """The same where there is little room: "best: 3 of 4", "3 of 4"."""
        best = f"{self.best} of {self.rows}"
        return f"best: {best}", best
