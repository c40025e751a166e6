"""Saying the next value of a series."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np

from core.families import Loss, Samples
from core.families.measure import R2, Measure
from core.tasks.values import Values


class Forecast(Values):
    """The network says the next value of a time series.

    It trains on the past and is tested on the future. The rule to beat is to say the last value again: `naive_mse` is
    that rule's mean squared error.
    """

    label = "Forecast"
    order = 21
    measures: ClassVar[tuple[Measure, ...]] = (
        Measure("mse", "Mean squared error", "naive_mse", "last value again", short="MSE", ceiling=None),
        R2,
    )
    kind: Literal["forecast"] = "forecast"

    def yardsticks(self, loss: Loss, prepared: Samples, places: np.ndarray) -> dict[str, float]:
        """`naive_mse`: of saying the last value of the window again."""
        table = prepared.table
        last = table.x[places].reshape(len(places), *table.shape)[:, -1, 0]
        return {"naive_mse": float(np.mean((last - table.y[places]) ** 2))}
