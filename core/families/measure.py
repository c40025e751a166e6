"""The figures beside the loss that a person may watch, each with the yardstick that it is held against."""

from __future__ import annotations

from core.frozen import frozen


@frozen
class Measure:
    """`name` as a task's `scores` call it; `yardstick` and `words`: the baseline figure of an answer without learning,
    and what it is; `ceiling`: the best that it can be, None for an error, which falls towards 0."""

    name: str
    label: str
    yardstick: str = "baseline"
    words: str = ""
    percent: bool = False
    short: str = ""  # the label where there is room for few letters
    ceiling: float | None = 1.0

    @property
    def brief(self) -> str:
        """The label where there is room for few letters."""
        return self.short or self.label


ACCURACY = Measure("accuracy", "Accuracy", words="majority class", percent=True)
R2 = Measure("r2", "R²", words="the mean")
