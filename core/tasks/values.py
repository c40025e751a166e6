"""Saying a value (regression)."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np

from core.families import Loss, Task, TaskKind


class Values(Task):
    """The network says a value, such as a height or a price (regression).

    R² = 1 − Σ(y − ŷ)²/Σ(y − ȳ)²: 1 is perfect, 0 is as good as always saying the mean of the samples, below 0 is worse
    than that. The yardstick is the mean of the training part: 0 there, a little below 0 on the others.
    """

    label = "Values"
    order = 10
    aim: ClassVar[TaskKind] = "values"
    score: ClassVar[str] = "r2"
    score_label: ClassVar[str] = "R²"
    by_sample: ClassVar[bool] = True
    kind: Literal["values"] = "values"

    def scores(self, loss: Loss, outputs: np.ndarray, y: np.ndarray) -> dict[str, float]:
        """`r2`, the mean squared error `mse` and the mean absolute error `mae`; r2 is nan where all y are the same."""
        with np.errstate(all="ignore"):
            error = loss.answers(outputs)[..., 0] - y
            return {"r2": _r2(error, y), "mse": float(np.mean(error**2)), "mae": float(np.mean(np.abs(error)))}

    def shares(self, loss: Loss, outputs: np.ndarray, y: np.ndarray) -> np.ndarray:
        """1 − (y − ŷ)²/σ², where σ² is the variance of these y; nan where they are all the same."""
        with np.errstate(all="ignore"):
            return 1.0 - (loss.answers(outputs)[..., 0] - y) ** 2 / np.mean((y - y.mean()) ** 2)

    def baseline(self, y_train: np.ndarray, y: np.ndarray) -> float:
        return _r2(y_train.mean() - y, y)


def _r2(error: np.ndarray, y: np.ndarray) -> float:
    spread = float(np.sum((y - y.mean()) ** 2))
    return 1.0 - float(np.sum(error**2)) / spread if spread > 0 else float("nan")
